"""Blocks in named areas, drawn as text in the layout."""

from __future__ import annotations

from typing import Annotated, Literal

from infographic.blocks.rule import Rule
from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import Placed
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, nearest
from infographic.foundation.fields import Gutter, Length, PageField
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import Saying, say
from infographic.layout.areas import Area, AreaError, read_areas
from infographic.layout.block import Block, Region, is_running_text, lay_out
from infographic.layout.setting import TOLERANCE
from infographic.layout.stacking import height_said
from infographic.layout.tracks import AUTO, Track, resolve

Align = Literal["top", "baseline"]


@record(kw_only=True)
class Grid:
    """Rows and columns whose areas are drawn as text: ["photo photo panel", "text text panel"]."""

    areas: tuple[str, ...]
    """A text a row; the same name in neighbouring cells is one area, “.” is an empty cell."""
    children: dict[str, Block]
    """A block for each area."""
    columns: Annotated[tuple[Track, ...], PageField("tracks")] = ()
    """Widths: “2fr”, “40mm”, “30%”; those not named are “1fr”. “page”: as many as the page has,
    all equal."""
    rows: tuple[Track, ...] = ()
    """Heights: “auto”, “1fr”, “40mm”; those not named are “auto”."""
    gutter: Gutter = 0.0
    """Between columns; “page”: the page's gutter."""
    row_gap: Length = 0.0
    """Between rows."""
    column_rule: Rule | None = None
    """In the middle of a gutter, wherever two areas meet at it."""
    row_rule: Rule | None = None
    """In the middle of a row gap, wherever two areas meet at it."""
    align: Align | tuple[Align, ...] = "top"
    """How the areas that begin in a row stand: at its top, or on one line of type: “baseline”, for
    labels beside larger numbers. A list says it row by row, the last for those that follow."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        factor = region.givens.spacing
        spaced = self if factor == 1 else replaced(self, row_gap=self.row_gap * factor)
        return spaced._lay_out(region)

    def _lay_out(self, region: Region) -> Frame:
        try:
            areas, count = read_areas(self.areas)
        except AreaError as error:
            return self._none(error.saying, region)
        if AUTO in self.columns:
            return self._none(say("grid-areas/auto-column"), region)
        faults = self._mismatches(areas)
        widths = resolve(
            _padded(self.columns, count, Track(1.0, "fr")),
            [0.0] * count, region.width, self.gutter,
        )  # fmt: skip
        across = sum(widths) + self.gutter * (count - 1)
        if across > region.width + TOLERANCE:
            faults.append(
                Diagnostic(
                    say(
                        "frame-outside/grid",
                        across=across,
                        width=region.width,
                        over=across - region.width,
                    ),
                    self.origin,
                )
            )
        tracks = _padded(self.rows, len(self.areas), AUTO)
        placed = {name: area for name, area in areas.items() if name in self.children}
        wants = self._wants(placed, tracks, widths, region)
        drops = self._drops(placed, widths, wants, region)
        natural = self._natural(placed, tracks, wants, drops)
        heights = resolve(tracks, natural, region.height, self.row_gap)
        heights = self._with_words_cut(placed, heights, region)
        needed = sum(heights) + self.row_gap * (len(heights) - 1)
        if region.height is not None and needed > region.height + TOLERANCE:
            faults.append(self._too_tall(needed, region.height, heights, placed, wants))
        xs, ys = _starts(widths, self.gutter), _starts(heights, self.row_gap)
        parts = []
        for name, area in placed.items():
            drop = drops.get(name, 0.0)
            room = region.part(
                _span(widths, area.column, area.columns, self.gutter),
                _span(heights, area.row, area.rows, self.row_gap) - drop,
                ys[area.row] + drop,
            )
            frame = wants.get(name)
            if frame is None or frame.size.height != room.height or region.grid:
                frame = lay_out(self.children[name], room)
            parts.append((Point(xs[area.column], ys[area.row] + drop), frame))
        parts.append((HERE, bare(self._rules(placed, widths, heights, xs, ys))))
        height = needed if region.height is None else region.height
        return together(Size(region.width, height), parts, faults)

    def _none(self, said: Saying, region: Region) -> Frame:
        """Nothing, and why."""
        fault = Diagnostic(said, self.origin)
        return Frame(Size(region.width, region.height or 0.0), faults=(fault,))

    def _too_tall(
        self,
        needed: float,
        given: float,
        heights: tuple[float, ...],
        placed: dict[str, Area],
        wants: dict[str, Frame],
    ) -> Diagnostic:
        rows = [_row_said(row, height, placed, wants) for row, height in enumerate(heights)]
        told = height_said(needed, given)
        return Diagnostic(say("overfull/rows", **told, rows=rows, gap=self.row_gap), self.origin)

    def _with_words_cut(
        self, areas: dict[str, Area], heights: tuple[float, ...], region: Region
    ) -> tuple[float, ...]:
        """Rows too tall for the grid, less what a row of running words is too tall.

        The words then say by how many characters they are too long, and the page stands.
        """
        if region.height is None:
            return heights
        over = sum(heights) + self.row_gap * (len(heights) - 1) - region.height
        cut = list(heights)
        for name, area in areas.items():
            if over > TOLERANCE and area.rows == 1 and is_running_text(self.children[name]):
                less = min(over, cut[area.row])
                cut[area.row] -= less
                over -= less
        return tuple(cut)

    def _mismatches(self, areas: dict[str, Area]) -> list[Diagnostic]:
        faults = []
        for name in self.children:
            if name not in areas:
                faults.append(
                    Diagnostic(
                        say("grid-areas/child", child=name), self.origin, nearest(name, areas)
                    )
                )
        return faults

    def _wants(
        self,
        areas: dict[str, Area],
        tracks: tuple[Track, ...],
        widths: tuple[float, ...],
        region: Region,
    ) -> dict[str, Frame]:
        """Every area's frame as tall as it likes, but where its rows do not ask."""
        wants = {}
        for name, area in areas.items():
            rows = tracks[area.row : area.row + area.rows]
            if all(
                track.unit == "pt" or (track.unit == "rest" and region.height is not None)
                for track in rows
            ):
                continue
            width = _span(widths, area.column, area.columns, self.gutter)
            wants[name] = lay_out(self.children[name], region.part(width))
        return wants

    def _drops(
        self,
        areas: dict[str, Area],
        widths: tuple[float, ...],
        wants: dict[str, Frame],
        region: Region,
    ) -> dict[str, float]:
        """How far below its row's top each area stands, so that those of a row share a baseline.

        Points; 0 for what has no line of type.
        """
        drops: dict[str, float] = {}
        rows: dict[int, list[str]] = {}
        for name, area in areas.items() if self.align != "top" else ():
            rows.setdefault(area.row, []).append(name)
        for row, names in rows.items():
            if self._align_of(row) == "top":
                continue
            baselines = {}
            for name in names:
                area = areas[name]
                width = _span(widths, area.column, area.columns, self.gutter)
                frame = wants.get(name) or lay_out(self.children[name], region.part(width))
                baselines[name] = frame.baseline
            lowest = max(baselines.values())
            drops |= {name: lowest - at for name, at in baselines.items() if at}
        return drops

    def _align_of(self, row: int) -> Align:
        if isinstance(self.align, str):
            return self.align
        return self.align[min(row, len(self.align) - 1)] if self.align else "top"

    def _natural(
        self,
        areas: dict[str, Area],
        tracks: tuple[Track, ...],
        wants: dict[str, Frame],
        drops: dict[str, float],
    ) -> list[float]:
        """Each row's height by its content; an area over several rows adds to its last free one."""
        natural = [track.amount if track.unit == "pt" else 0.0 for track in tracks]
        for name, area in sorted(areas.items(), key=lambda item: item[1].rows):
            free = [
                row for row in range(area.row, area.row + area.rows) if tracks[row].unit != "pt"
            ]
            if not free or name not in wants:
                continue
            height = wants[name].size.height + drops.get(name, 0.0)
            have = _span(natural, area.row, area.rows, self.row_gap)
            if height > have:
                shares = [row for row in free if tracks[row].unit == "fr"]
                natural[(shares or free)[-1]] += height - have
        return natural

    def _rules(
        self,
        areas: dict[str, Area],
        widths: tuple[float, ...],
        heights: tuple[float, ...],
        xs: list[float],
        ys: list[float],
    ) -> list[Placed]:
        items: list[Placed] = []
        for area in areas.values():
            x, y = xs[area.column], ys[area.row]
            width = _span(widths, area.column, area.columns, self.gutter)
            height = _span(heights, area.row, area.rows, self.row_gap)
            if self.column_rule is not None and area.column + area.columns < len(widths):
                at = Point(x + width + self.gutter / 2, y)
                items += self.column_rule.down(at, height, self.origin)
            if self.row_rule is not None and area.row + area.rows < len(heights):
                at = Point(x, y + height + self.row_gap / 2)
                items += self.row_rule.across(at, width, self.origin)
        return items


def _padded(tracks: tuple[Track, ...], count: int, rest: Track) -> tuple[Track, ...]:
    return tracks[:count] + (rest,) * (count - len(tracks))


def _starts(sizes: tuple[float, ...], gap: float) -> list[float]:
    starts, at = [], 0.0
    for size in sizes:
        starts.append(at)
        at += size + gap
    return starts


def _row_said(row: int, height: float, areas: dict[str, Area], wants: dict[str, Frame]) -> Saying:
    """A row's height and what makes it as tall, for a message."""
    single = (name for name, area in areas.items() if area.row == row and area.rows == 1)
    for name in single:
        if name in wants and abs(wants[name].size.height - height) < TOLERANCE:
            return say("phrase/row-for", height=height, area=name)
    return say("phrase/row", height=height)


def _span(sizes: tuple[float, ...] | list[float], first: int, count: int, gap: float) -> float:
    return sum(sizes[first : first + count]) + gap * (count - 1)

"""Columns of running words, with blocks among them; shared by `article` and `thread`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Literal

from infographic.blocks.inset import Inset
from infographic.blocks.rule import Rule
from infographic.display.frame import Frame, together
from infographic.display.items import Placed
from infographic.flow.frame_columns import ColumnSet
from infographic.flow.insets import SetInset, overlaps
from infographic.flow.pour import Poured
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.marks import ColumnCount, Gutter, Range
from infographic.layout.block import Region, lay_out
from infographic.layout.column_grid import FEWEST, solve_columns
from infographic.layout.setting import TOLERANCE
from infographic.text.style import TextStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Columns of running words; shared by `article` and `thread`."""

    columns: ColumnCount = 1
    """“page”: as many as the page has."""
    gutter: Gutter = 18.0
    """Between columns; “page”: the page's gutter."""
    measure: Literal["even", "whole"] = "even"
    """“whole”: its columns (栏) are whole characters of its style, and what is left goes to the
    gutters (of a single column it stays empty beside the lines)."""
    column_rule: Rule | None = None
    """In the middle of each gutter."""
    insets: tuple[Inset, ...] = ()
    """Blocks among the columns, which the words run round."""
    balance: Literal["none", "level", "fill"] = "level"
    """“none”: each column is filled before the next. “level”: their ends are level. “fill”: level,
    and lines left empty go above headings, leads and paragraphs, so that all reach the foot."""
    narrowest: Annotated[float, Range(ge=2, le=40)] = 6.0
    """Beside an inset no line is narrower than so many characters; it stays empty."""

    def column_set(self, region: Region, style: TextStyle, leading: float) -> ColumnSet:
        """The columns in a region, and what their insets want there."""
        grid = solve_columns(
            region.width, self.columns, self.gutter, style.size, self.measure == "whole"
        )
        step = grid.measure + grid.gutter
        places = tuple(
            inset.place(region, self.columns, step, grid.gutter) for inset in self.insets
        )
        return ColumnSet(
            self.columns, grid.measure, grid.gutter, leading, places, self.narrowest * style.size
        )

    def too_narrow(self, room: float, size: float, origin: Origin) -> Diagnostic | None:
        """What is wrong where columns have no room for a character, whole ones for a few."""
        whole = self.measure == "whole"
        grid = solve_columns(room, self.columns, self.gutter, size, whole)
        if not grid.is_too_narrow if whole else grid.characters >= 1:
            return None
        fewest = f"{FEWEST} characters" if whole else "a character"
        return Diagnostic(
            "columns-narrow",
            f"{self.columns} columns {self.gutter:g} pt apart in {room:.1f} pt have no room "
            f"for {fewest} of {size:g} pt each",
            origin,
            "fewer columns, a lesser “gutter”, or more room",
        )

    def stand_insets(self, region: Region, insets: tuple[SetInset, ...], down: float) -> Frame:
        """The insets in their boxes, each as high as its lines of the grid."""
        parts = []
        faults: list[Diagnostic] = []
        for inset, found in zip(self.insets, insets, strict=True):
            box = found.box
            room = region.part(box.width, max(box.height, 0.0), box.y + down)
            corners = tuple(Point(x * box.width, y * box.height) for x, y in inset.contour)
            frame = lay_out(inset.block, replace(room, contour=corners))
            parts.append((Point(box.x, box.y + down), frame))
            beyond = max(-box.x, box.right - region.width)
            if beyond > TOLERANCE and inset.first <= self.columns:
                faults.append(inset.outside(box.width, beyond))
        for sooner, later, lines in overlaps(insets):
            faults.append(self.insets[later].on_another(self.insets[sooner], lines))
        return together(Size(region.width, 0), parts, faults)

    def rules(
        self, columns: ColumnSet, poured: Poured, rooms: range, height: int,
        extra: tuple[int, ...], down: float,
    ) -> list[Placed]:  # fmt: skip
        """The column rules, wherever nothing stands in a gutter, as far down as words beside it.

        `rooms` are the columns' numbers among those that the words are poured into.
        """
        if self.column_rule is None:
            return []
        items: list[Placed] = []
        for gutter in range(1, self.columns):
            x = gutter * columns.step - columns.gutter / 2
            beside = rooms[gutter - 1 : gutter + 1]
            for first, end in columns.gutter_gaps(gutter, height, extra):
                last = poured.last_row(beside, first, end)
                if last == first:
                    continue
                top, foot = first * columns.leading, last * columns.leading
                items += self.column_rule.down(
                    Point(x, top + down), foot - top, self.column_rule.origin
                )
        return items

    def wrong_insets(self) -> list[Diagnostic]:
        """What is wrong with the insets wherever they stand."""
        shapeless = [one for inset in self.insets if (one := inset.shapeless()) is not None]
        return shapeless + [
            Diagnostic(
                "frame-outside",
                f"the inset covers columns {inset.first} to {inset.first + inset.span - 1}; "
                f"the article has {self.columns}",
                inset.origin,
                "correct its “first” or “span”",
            )
            for inset in self.insets
            if inset.first + inset.span - 1 > self.columns
        ]

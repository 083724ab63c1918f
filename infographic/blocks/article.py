"""The running text of a story through equal columns, with leads, subheads and inset blocks."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from infographic.blocks.rule import Rule
from infographic.display.items import Frame, Group, Placed, Role
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.marks import ColumnCount, Gutter, Length, Range
from infographic.layout.block import Block, Region
from infographic.layout.column_grid import FEWEST, solve_columns
from infographic.layout.columns import Column, Entry, fill, level
from infographic.layout.setting import TOLERANCE, faults_of, height_of, stack_lines
from infographic.layout.stacking import too_tall
from infographic.layout.tiers import stand_tiers
from infographic.layout.vertical import shortest
from infographic.story.model import Lead, Subhead
from infographic.text.copy import Copy
from infographic.text.paragraph import SetLine, set_paragraph
from infographic.text.style import TextStyle


@dataclass(frozen=True, slots=True)
class Inset:
    """A block that takes the head or the foot of some columns; the text runs past it."""

    block: Block
    """What stands there."""
    first: Annotated[int, Range(ge=1, le=12)] = 1
    """The first column it covers, counted from 1."""
    span: Annotated[int, Range(ge=1, le=12)] = 1
    """How many columns it covers."""
    at: Literal["top", "bottom"] = "top"
    gap: Length = 9.0
    """Space between it and the text; it grows until the text is on the line grid."""
    origin: Origin = BUILT_IN


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The story's body in columns."""

    body: tuple[Copy | Lead | Subhead, ...]
    """The paragraphs: {"$data": "/body"}."""
    style: TextStyle
    """The paragraphs' style; its leading is the line grid."""
    lead_style: TextStyle | None = None
    """Section leads."""
    subhead_style: TextStyle | None = None
    """Subheads; they take whole lines of the grid."""
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
    """Blocks at the head or foot of columns."""
    stretch: Annotated[float, Range(ge=1, le=1.5)] = 1.0
    """In a taller frame the leading may grow by this factor to fill it."""
    length: Length | None = None
    """How long the columns of a vertical style are, where the frame has no height; without it as
    short as its width allows. In a vertical style `columns` counts the tiers (栏), one below the
    other, and there are no insets."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        if self.measure == "whole":
            return self._in_whole_characters(region)
        if self.style.column:
            return self._lay_out_tiers(region)
        measure = (region.width - self.gutter * (self.columns - 1)) / self.columns
        entries, faults = self._entries(measure)
        insets = [(inset, self._inset_frame(inset, measure)) for inset in self.insets]
        faults += self._outside()
        taken = self._taken(insets, self.style.leading)
        columns = level(entries, self.columns, taken)
        rows = max(c.rows + t for c, t in zip(columns, taken, strict=True))
        leading = self.style.leading
        shift, slack = self._onto_grid(entries, region)
        if region.height is not None:
            room = int((region.height - shift + TOLERANCE) / leading)
            if rows > room:
                columns, left = fill(entries, [max(room - t, 0) for t in taken])
                if left:
                    faults.append(self._overset(entries[len(entries) - left :], region.height))
                elif max(taken) > room:
                    needed = max(taken) * leading
                    faults.append(too_tall("the insets", needed, region.height, self.origin))
                rows = room
            elif rows and not slack:
                # Text is never stretched past what the layout allows; the rest stays white.
                leading *= min(region.height / (rows * leading), self.stretch)
                if self._taken(insets, leading) != taken:
                    taken = self._taken(insets, leading)
                    columns = level(entries, self.columns, taken)
                    rows = max(c.rows + t for c, t in zip(columns, taken, strict=True))
        height = rows * leading
        items = self._place(columns, insets, measure, leading, height)
        items += self._column_rules(insets, measure, height)
        for _, frame in insets:
            faults += frame.faults
        group = Group(tuple(items), role=Role.ARTICLE, name="article")
        return Frame(
            Size(region.width, height + slack if region.height is None else region.height),
            (Placed(Point(0, shift), group, self.origin),),
            tuple(faults),
        )

    def _in_whole_characters(self, region: Region) -> Frame:
        """Laid out evenly, between gutters that make the columns whole characters."""
        size, down = self.style.size, self.style.column is not None
        room = region.height if down else region.width
        if room is None:
            # Tiers in a frame of no height are as long as they like, in whole ems but for `length`.
            length = self.length and solve_columns(self.length, 1, 0.0, size, True).measure
            return replace(self, measure="even", length=length).lay_out(region)
        grid = solve_columns(room, self.columns, self.gutter, size, whole=True)
        if grid.is_too_narrow:
            fault = Diagnostic(
                "columns-narrow",
                f"{self.columns} columns {self.gutter:g} pt apart in {room:.1f} pt have no room "
                f"for {FEWEST} characters of {size:g} pt each",
                self.origin,
                "fewer columns, a lesser “gutter”, or more room",
            )
            return Frame(Size(region.width, region.height or 0.0), faults=(fault,))
        even = replace(self, measure="even", gutter=grid.gutter)
        if self.columns > 1:
            return even.lay_out(region)
        if down:
            frame = even.lay_out(replace(region, height=grid.measure))
            return replace(frame, size=Size(region.width, room))
        frame = even.lay_out(replace(region, width=grid.measure))
        return replace(frame, size=Size(room, frame.size.height))

    def _onto_grid(self, entries: list[Entry], region: Region) -> tuple[float, float]:
        """How far down the text goes to stand on the page's grid, and the room kept for that.

        A text of another leading than the grid's keeps its own place.
        """
        if not region.grid or abs(self.style.leading - region.grid) > TOLERANCE:
            return 0.0, 0.0
        above = next((entry.lines[0].above for entry in entries if entry.kind == "body"), 0.0)
        return -(region.y + above) % region.grid, region.grid

    def _lay_out_tiers(self, region: Region) -> Frame:
        """Columns that run down, from right to left, in tiers."""
        leading = self.style.leading
        rooms = [int((region.width + TOLERANCE) / leading)] * self.columns
        gutters = self.gutter * (self.columns - 1)
        if region.height is not None:
            measure = (region.height - gutters) / self.columns
        elif self.length is not None:
            measure = self.length
        else:
            measure = shortest(lambda m: not fill(self._entries(m)[0], rooms)[1], self.style.size)
        entries, faults = self._entries(measure)
        tiers, left = fill(entries, rooms)
        if left:
            faults.append(self._too_wide(entries[len(entries) - left :], region.width))
        if self.insets:
            faults.append(
                Diagnostic(
                    "style-vertical", "an article in columns that run down has no insets",
                    self.origin, "place the blocks beside the article",
                )
            )  # fmt: skip
        pitch = measure + self.gutter
        pieces = stand_tiers(tiers, width=region.width, pitch=pitch, leading=leading)
        items = _paragraphs(pieces)
        if self.column_rule is not None:
            for tier in range(1, self.columns):
                start = Point(0, tier * pitch - self.gutter / 2)
                items += self.column_rule.across(start, region.width, self.origin)
        group = Group(tuple(items), role=Role.ARTICLE, name="article")
        height = measure * self.columns + gutters if region.height is None else region.height
        return Frame(
            Size(region.width, height), (Placed(Point(0, 0), group, self.origin),), tuple(faults)
        )

    def _entries(self, measure: float) -> tuple[list[Entry], list[Diagnostic]]:
        entries: list[Entry] = []
        faults: list[Diagnostic] = []
        for number, part in enumerate(self.body):
            match part:
                case Copy():
                    copy, style, kind = part, self.style, "body"
                case Lead():
                    copy, style, kind = part.lead, self.lead_style or self.style, "lead"
                case Subhead():
                    copy, style, kind = part.subhead, self.subhead_style or self.style, "subhead"
            paragraph = set_paragraph(copy, style, measure)
            faults += faults_of(paragraph, copy, style)
            made = self._paragraph_entries(paragraph.lines, copy.origin, style, number, kind)
            entries += made
        return entries, faults

    def _paragraph_entries(
        self, lines: tuple[SetLine, ...], origin: Origin, style: TextStyle, number: int, kind: str
    ) -> list[Entry]:
        grid = self.style.leading
        if kind == "subhead" or abs(style.leading - grid) > TOLERANCE:
            height = height_of(lines) + style.space_before + style.space_after
            rows = math.ceil((height - TOLERANCE) / grid)
            at_top = math.ceil((height - style.space_before - TOLERANCE) / grid)
            keep = 2 if kind == "subhead" else 0
            return [Entry(tuple(lines), origin, rows, at_top, keep, False, number, kind)]
        last = len(lines) - 1
        above = math.ceil((style.space_before - TOLERANCE) / grid) if style.space_before else 0
        return [
            Entry(
                (line,), origin,
                rows=1 + (above if i == 0 else 0),
                # A section's lead is not left alone at a column's foot.
                keep=1 if (i == 0 and last > 0) or (i == last and kind == "lead") else 0,
                is_last=i == last and last > 0,
                paragraph=number, kind=kind,
            )
            for i, line in enumerate(lines)
        ]  # fmt: skip

    def _inset_frame(self, inset: Inset, measure: float) -> Frame:
        width = inset.span * measure + (inset.span - 1) * self.gutter
        return inset.block.lay_out(Region(width))

    def _covered(self, inset: Inset) -> range:
        """The columns an inset covers, counted from 0."""
        first = min(inset.first, self.columns) - 1
        return range(first, min(first + inset.span, self.columns))

    def _outside(self) -> list[Diagnostic]:
        return [
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

    def _taken(self, insets: list[tuple[Inset, Frame]], leading: float) -> list[int]:
        """The grid lines that each column loses to insets, at its head and foot together."""
        taken = {"top": [0] * self.columns, "bottom": [0] * self.columns}
        for inset, frame in insets:
            covered, side = self._covered(inset), taken[inset.at]
            reached = max(side[c] for c in covered) + self._lines(inset, frame, leading)
            for column in covered:
                side[column] = reached
        return [sum(both) for both in zip(*taken.values(), strict=True)]

    def _lines(self, inset: Inset, frame: Frame, leading: float) -> int:
        return math.ceil((frame.size.height + inset.gap - TOLERANCE) / leading)

    def _place(
        self,
        columns: list[Column],
        insets: list[tuple[Inset, Frame]],
        measure: float,
        leading: float,
        height: float,
    ) -> list[Placed]:
        tops, feet = [0.0] * self.columns, [height] * self.columns
        items: list[Placed] = []
        step = measure + self.gutter
        for inset, frame in insets:
            covered = self._covered(inset)
            room = self._lines(inset, frame, leading) * leading
            if inset.at == "top":
                y = max(tops[c] for c in covered)
                for c in covered:
                    tops[c] = y + room
            else:
                foot = min(feet[c] for c in covered)
                y = foot - frame.size.height
                for c in covered:
                    feet[c] = foot - room
            items += frame.placed(Point(covered.start * step, y))
        pieces: list[tuple[int, Placed]] = []
        for number, column in enumerate(columns):
            pieces += self._column(column, Point(number * step, tops[number]), leading)
        return items + _paragraphs(pieces)

    def _column(self, column: Column, at: Point, leading: float) -> list[tuple[int, Placed]]:
        pieces = []
        y = at.y
        grid = self.style.leading
        for number, entry in enumerate(column.entries):
            rows = entry.rows_at_top if number == 0 else entry.rows
            room = rows * leading
            set_height = height_of(entry.lines)
            if entry.kind == "body" or (rows == 1 and len(entry.lines) == 1):
                # The last grid line it takes; extra leading goes above, so ends stay level.
                top = y + room - leading + (leading - grid)
            else:
                style = self.subhead_style or self.style
                spare = room - set_height
                share = style.space_before / ((style.space_before + style.space_after) or 1)
                top = y + (spare * share if number else max(spare - style.space_after, 0) * 0.5)
            stacked = stack_lines(entry.lines, entry.origin, Point(at.x, top))
            pieces += [(entry.paragraph, placed) for placed in stacked.items]
            y += room
        return pieces

    def _column_rules(
        self, insets: list[tuple[Inset, Frame]], measure: float, height: float
    ) -> list[Placed]:
        if self.column_rule is None:
            return []
        items: list[Placed] = []
        for gutter in range(1, self.columns):
            x = gutter * (measure + self.gutter) - self.gutter / 2
            top, bottom = 0.0, height
            for inset, frame in insets:
                # An inset over both columns at the gutter stands in the rule's way.
                if inset.first <= gutter < inset.first + inset.span - 1:
                    taken = frame.size.height + inset.gap
                    if inset.at == "top":
                        top = max(top, taken)
                    else:
                        bottom = min(bottom, height - taken)
            items += self.column_rule.down(Point(x, top), bottom - top, self.origin)
        return items

    def _too_wide(self, left: list[Entry], width: float) -> Diagnostic:
        over = sum(len(line.text.text) for entry in left for line in entry.lines)
        rows = sum(entry.rows for entry in left)
        more = math.ceil(rows / self.columns) * self.style.leading
        return Diagnostic(
            "overset",
            f"the body is {over} characters ({rows} columns) too long for its {self.columns} "
            f"tiers {width:.1f} pt wide",
            left[0].origin,
            f"cut {over} characters, or give the article {more:.0f} pt more width",
        )

    def _overset(self, left: list[Entry], height: float) -> Diagnostic:
        over = sum(len(line.text.text) for entry in left for line in entry.lines)
        rows = sum(entry.rows for entry in left)
        return Diagnostic(
            "overset",
            f"the body is {over} characters ({rows} lines) too long for its {self.columns} "
            f"columns of {height:.1f} pt",
            left[0].origin if left else self.origin,
            f"cut {over} characters, or give the article "
            f"{math.ceil(rows / self.columns) * self.style.leading:.0f} pt more",
        )


def _paragraphs(pieces: list[tuple[int, Placed]]) -> list[Placed]:
    """Lines gathered again into paragraphs, so that a reader hears whole sentences."""
    groups: list[Placed] = []
    at = 0
    while at < len(pieces):
        number = pieces[at][0]
        end = at
        while end < len(pieces) and pieces[end][0] == number:
            end += 1
        lines = tuple(placed for _, placed in pieces[at:end])
        group = Group(lines, role=Role.PARAGRAPH, name="paragraph")
        groups.append(Placed(Point(0, 0), group, lines[0].origin))
        at = end
    return groups

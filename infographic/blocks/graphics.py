"""Several graphics in rows: as many as there are charts, level in each row, a rule above each.

Of charts in a given height, those that have too little of it even for plain figures are left out,
which is said; the others share their room.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from infographic.blocks.graphic import Graphic
from infographic.blocks.rule import Rule
from infographic.display.frame import HERE, Frame, bare, together
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, errors
from infographic.foundation.fields import Gutter, Length, PositiveLength, Range
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Block, Region, lay_out
from infographic.layout.setting import TOLERANCE
from infographic.story.chart import Chart


@record(kw_only=True)
class Graphics:
    """Charts of the story side by side; those of a last row that is not full share its width."""

    charts: tuple[Chart, ...]
    """The charts: [{"$each": "/charts", "skip": 1, "do": {"$data": "."}}]."""
    columns: Annotated[int, Range(ge=1, le=6)] = 1
    """How many stand in a row."""
    wide: Literal["none", "first"] = "none"
    """Whether the first has a row of its own."""
    column_gap: Gutter = 24.0
    """Between two columns; “page”: the page's gutter."""
    row_gap: Length = 20.0
    """Between two rows."""
    rule_above: Rule | None = None
    """Above each."""
    gap: Length = 8.0
    """Between the rule and the graphic."""
    otherwise: Block | None = None
    """What stands in their place where none of them has room."""
    highest: PositiveLength | None = None
    """How high one is at most, if it can be drawn so; without it, as high as it likes to be."""
    prefer: tuple[str, ...] = ()
    """The devices that the layout likes best, the first first; see `graphic`."""
    title: bool = True
    """Whether their titles are set."""
    source: bool = True
    """Whether their sources are set."""
    ink: Color | None = None
    """Their words and rules on a ground of another colour than the page."""
    accent: Color | None = None
    """What their titles claim, in place of the layout's accent."""
    accents: tuple[Color, ...] = ()
    """The accents of the first chart, the second …, in turn, with their rules above:
    ["section-1", "section-2"]."""
    ground: Color | None = None
    """The ground they stand on, where it is none of the page's: greys are shares of the ink on it,
    and words on marks may have its colour."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        every = [self._graphic(chart, number) for number, chart in enumerate(self.charts)]
        gone: list[Diagnostic] = []
        frame, crowded = self._laid_out(every, region)
        while crowded is not None:
            every.remove(crowded)
            gone.append(self._no_room(crowded, region))
            if every or self.otherwise is None:
                frame, crowded = self._laid_out(every, region)
            else:
                frame, crowded = lay_out(self.otherwise, region), None
        return together(frame.size, [(Point(0, 0), frame)], gone, frame.baseline)

    def _laid_out(self, every: list[Graphic], region: Region) -> tuple[Frame, Graphic | None]:
        """All in their rows, and the first of them, if any, that has too little room and may be
        left out."""
        rows = self._rows(every)
        widths = [self._width(region.width, len(row)) for row in rows]
        head = self.gap + self.rule_above.thickness if self.rule_above is not None else 0.0
        free = [
            [self._free(one, region, width) for one in row]
            for row, width in zip(rows, widths, strict=True)
        ]
        wants = [head + max(frame.size.height for frame in row) for row in free]
        gaps = self.row_gap * max(len(rows) - 1, 0)
        heights = _shared(wants, None if region.height is None else region.height - gaps)
        parts: list[tuple[Point, Frame]] = []
        y = 0.0
        for row, likes, width, height in zip(rows, free, widths, heights, strict=True):
            for number, (one, frame) in enumerate(zip(row, likes, strict=True)):
                at = Point(number * (width + self.column_gap), y)
                if self.rule_above is not None:
                    start = at.moved(0, self.rule_above.thickness / 2)
                    rule = self.rule_above
                    if self.accents and one.accent is not None:
                        rule = replaced(rule, color=one.accent)
                    parts.append((HERE, bare(rule.across(start, width, self.origin))))
                if abs(frame.size.height - (height - head)) > TOLERANCE:
                    room = region.part(width, max(height - head, 0.0), at.y + head)
                    frame = lay_out(one, room)
                may_go = len(every) > 1 or self.otherwise is not None
                if may_go and not is_must(one) and errors(frame.faults):
                    return frame, one
                parts.append((at.moved(0, head), frame))
            y += height + self.row_gap
        size = Size(region.width, region.height or sum(heights) + gaps)
        return together(size, parts), None

    def _free(self, one: Graphic, region: Region, width: float) -> Frame:
        """One as high as it likes to be and may be."""
        frame = lay_out(one, region.part(width))
        if self.highest is None or frame.size.height <= self.highest:
            return frame
        lower = lay_out(one, region.part(width, self.highest))
        return frame if _is_less(lower, frame) else lower

    def _rows(self, every: list[Graphic]) -> list[list[Graphic]]:
        alone = 1 if self.wide == "first" else 0
        rows = [every[:alone]] if alone and every else []
        rest = every[alone:]
        return rows + [rest[at : at + self.columns] for at in range(0, len(rest), self.columns)]

    def _graphic(self, chart: Chart, number: int) -> Graphic:
        accent = self.accents[number % len(self.accents)] if self.accents else self.accent
        return Graphic(
            chart=chart, prefer=self.prefer, title=self.title, source=self.source,
            ink=self.ink, accent=accent, ground=self.ground,
            origin=self.origin,
        )  # fmt: skip

    def _no_room(self, one: Graphic, region: Region) -> Diagnostic:
        at = one.chart.origin if one.chart is not None else self.origin
        saying = say("graphic-left-out/chart", what=at.pointer, height=region.height or 0.0)
        return Diagnostic(saying, at, severity=Severity.WARNING)

    def _width(self, whole: float, count: int) -> float:
        return (whole - self.column_gap * (count - 1)) / count


def _is_less(lower: Frame, frame: Frame) -> bool:
    """Whether the lower one does not fit, or shows less."""
    doubts = [one for one in lower.faults if one.severity is not Severity.NOTE]
    return len(doubts) > len([one for one in frame.faults if one.severity is not Severity.NOTE])


def is_must(one: Graphic) -> bool:
    return one.chart is not None and one.chart.priority == "must"


def _shared(wants: Sequence[float], room: float | None) -> list[float]:
    """The heights of rows: as they like, or more or less by the same share to fill the room.

    >>> _shared([100, 50], None), _shared([100, 50], 300), _shared([100, 50], 75)
    ([100, 50], [200.0, 100.0], [50.0, 25.0])
    """
    whole = sum(wants)
    if room is None or not whole:
        return list(wants)
    return [want * max(room, 0.0) / whole for want in wants]

"""Charts as they stand on a page: the marks of each datum, the words, the ground beneath."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from infographic.display.items import Group, Path, Placed, Role, TextLine
from infographic.display.page import Page
from infographic.foundation.color import WHITE, Color
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record import field, record
from infographic.graphics.subject import Subject

MOST_CELLS = 600
"""Of more values only the first and last rows are looked for among the marks."""


@record
class Mark:
    """A path that stands for a datum."""

    box: Rect
    """Of its outline, on the page, in points."""
    path: Path
    at: Point
    """The place that its outline counts from."""
    origin: Origin
    is_cut: bool = False
    """It stands in a clipped group: a hatch."""


@record(frozen=False)
class DrawnChart:
    """One graphic on a page."""

    kind: str
    """The device."""
    origin: Origin
    ground: Color
    """What it stands on."""
    marks: list[Mark] = field(default_factory=list)
    """In the order of painting, with rules and ticks, whose origin is the chart's."""
    words: list[str] = field(default_factory=list)
    """Its lines of type."""
    foot: str = ""
    """The words behind it on the page, up to the next graphic."""

    def of_data(self) -> Iterator[Mark]:
        """The marks of single values."""
        return (mark for mark in self.marks if mark.origin != self.origin)

    @property
    def text(self) -> str:
        """All its words without spaces, so that a name in two lines is one."""
        return "".join("".join(words.split()) for words in self.words)


def drawn_charts(page: Page) -> list[DrawnChart]:
    """The graphics of a page with their marks, in the order of painting."""
    look = _Look(page)
    look.through(page.items, Point(0, 0), None, is_cut=False)
    return look.found


class _Look:
    """One walk through a page."""

    def __init__(self, page: Page) -> None:
        self.found: list[DrawnChart] = []
        self._paper = page.paper or WHITE
        self._grounds: list[tuple[Rect, Color]] = []

    def through(
        self, items: Sequence[Placed], at: Point, chart: DrawnChart | None, *, is_cut: bool
    ) -> None:
        for place, item, origin in items:
            here = Point(place[0] + at[0], place[1] + at[1])
            if isinstance(item, Group):
                own = chart
                if item.role is Role.FIGURE and item.data is not None and chart is None:
                    own = DrawnChart(item.name, origin, WHITE)
                is_inside = is_cut or item.clip is not None or item.outline is not None
                self.through(item.items, here, own, is_cut=is_inside if own else False)
                if own is not None and own is not chart:
                    own.ground = self._ground_of(own)
                    self.found.append(own)
            elif isinstance(item, Path):
                box = _box_of(item, here)
                if chart is not None:
                    chart.marks.append(Mark(box, item, here, origin, is_cut))
                elif item.fill is not None and not is_cut and box.width * box.height > 1:
                    self._grounds.append((box, item.fill))
            elif isinstance(item, TextLine):
                if chart is not None:
                    chart.words.append(item.text)
                elif self.found:
                    self.found[-1].foot += item.text

    def _ground_of(self, chart: DrawnChart) -> Color:
        """The last area painted below its middle; the paper where there is none."""
        boxes = [mark.box for mark in chart.marks]
        if not boxes:
            return self._paper
        x = (min(one.x for one in boxes) + max(one.right for one in boxes)) / 2
        y = (min(one.y for one in boxes) + max(one.bottom for one in boxes)) / 2
        under = (color for box, color in reversed(self._grounds) if _holds(box, x, y))
        return next(under, self._paper)


def _holds(box: Rect, x: float, y: float) -> bool:
    return box.x <= x <= box.right and box.y <= y <= box.bottom


def _box_of(path: Path, at: Point) -> Rect:
    xs: list[float] = []
    ys: list[float] = []
    for _, numbers in path.segments:
        xs += numbers[::2]
        ys += numbers[1::2]
    if not xs:
        return Rect(at.x, at.y, 0, 0)
    left, top = min(xs), min(ys)
    return Rect(at.x + left, at.y + top, max(xs) - left, max(ys) - top)


Cells = Mapping[Origin, tuple[int, int]]
"""The row and series of each place in the data."""


def cells_of(subject: Subject) -> Cells:
    """Of the values that may have marks."""
    rows: Sequence[int] = range(subject.count)
    if subject.count * len(subject.series) > MOST_CELLS:
        rows = (0, subject.count - 1)
    return {
        subject.at(row, series): (row, series)
        for row in rows
        for series, one in enumerate(subject.series)
        if one.values[row] is not None
    }

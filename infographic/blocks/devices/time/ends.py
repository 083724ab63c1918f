"""The words at the end of lines: a great figure beside the last dot, or the names of several."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.blocks.devices.time.course import Course
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lettering import NOTHING, Lettering, lettered, lines_of
from infographic.graphics.look import Look, in_accent
from infographic.graphics.placing.pushing import pushed_apart
from infographic.graphics.subject import Subject
from infographic.layout.scaling import scaled
from infographic.text.copy import Copy, Span
from infographic.text.style import TextStyle

WIDEST = 0.32
"""Of the width: a figure that would take more is smaller, down to the start's, and then stands over
the line's end instead of beside it."""
SIGNS = ("%", "％", "‰", "℃", "°C")
"""Units so short that they stand behind every figure."""


def end_style(look: Look, factor: float = 1.0) -> TextStyle:
    """Of the last figure: in the accent where it is large enough for it."""
    return in_accent(scaled(look.end, max(factor, look.start.size / look.end.size)), look)


def figure_of(subject: Subject, row: int, series: int = 0) -> Copy:
    """A value at its mark, with its unit where that is a mere sign."""
    return subject.said(row, series, unit=subject.series[series].unit in SIGNS)


class Ends(NamedTuple):
    """The words at the ends of lines, still without heights. Lengths in points."""

    rows: tuple[int, ...]
    """The last row that has a value, for each series; -1 where none has."""
    figure: Lettering = NOTHING
    """Of a single line."""
    is_beside: bool = True
    """Whether it stands right of its dot; else over the line."""
    names: tuple[Frame, ...] = ()
    """Of several lines, each with its value."""
    gap: float = 0.0

    @property
    def room(self) -> float:
        """Right of the field."""
        if self.names:
            return max(frame.size.width for frame in self.names) + self.gap
        return self.figure.width + self.gap if self.is_beside and self.figure.width else 0.0


def ends_of(
    subject: Subject, course: Course, look: Look, width: float, claimed: frozenset[int],
    style: TextStyle | None = None,
) -> Ends:  # fmt: skip
    """The words at the ends; `style` of a single line's figure, the grammar's where it is None."""
    rows = tuple(
        next((row for row in reversed(course.rows) if one.values[row] is not None), -1)
        for one in subject.series
    )
    gap = look.of(7, 18)
    if len(rows) == 1:
        if rows[0] < 0:
            return Ends(rows)
        said = figure_of(subject, rows[0])
        figure = lettered(said, style or look.end)
        factor = (WIDEST * width - gap) / figure.width if style is None else 1.0
        figure = lettered(said, style or end_style(look, min(round(factor, 3), 1.0)))
        return Ends(rows, figure, figure.width + gap <= WIDEST * width + 0.5, (), gap)
    names = tuple(
        _named(subject, row, series, look, width, series in claimed)
        for series, row in enumerate(rows)
    )
    return Ends(rows, NOTHING, True, names, gap)


def _named(
    subject: Subject, row: int, series: int, look: Look, width: float, is_claimed: bool
) -> Frame:
    """A line's name, and behind it its last value; in lines where both are wider than a third."""
    one = subject.series[series]
    spans = [Span(one.name)] if one.name else []
    if row >= 0:
        spans += [Span(" "), *figure_of(subject, row, series).spans] if spans else (
            list(figure_of(subject, row, series).spans))  # fmt: skip
    origin = subject.at(row, series) if row >= 0 else one.column.origin
    copy = Copy(tuple(spans), origin)
    style = look.strong if is_claimed else look.label
    single = lettered(copy, style)
    most = max(WIDEST * width, look.em * 3)
    if single.width <= most:
        return lines_of(copy, style, single.width + 0.01)
    from infographic.blocks.devices.time.points import narrowed

    return narrowed(lines_of(copy, style, most))


def placed_names(
    ends: Ends, points: Sequence[Point | None], look: Look, bounds: Rect
) -> tuple[tuple[Placed, ...], tuple[Rect, ...]] | None:
    """Names right of the field at the heights of their lines' ends, pushed apart; None where they
    have no room."""
    wishes = [point.y if point else bounds.bottom for point in points]
    sizes = [frame.size.height for frame in ends.names]
    middles = pushed_apart(wishes, sizes, bounds.y, bounds.bottom, look.label.leading * 0.1)
    if middles is None:
        return None
    items: list[Placed] = []
    boxes: list[Rect] = []
    x = bounds.right + ends.gap
    for frame, middle in zip(ends.names, middles, strict=True):
        top = middle - frame.size.height / 2
        items += frame.moved(x, top).items
        boxes.append(Rect(x, top, *frame.size))
    return tuple(items), tuple(boxes)


def names_height(ends: Ends, look: Look) -> float:
    """What the names want one under the other."""
    between = look.label.leading * 0.1 * max(len(ends.names) - 1, 0)
    return sum(frame.size.height for frame in ends.names) + between

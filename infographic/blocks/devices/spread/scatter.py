"""Scatter plots: two measures of the same things, a dot each; the outermost are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import sqrt

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.left_out import fields_left_out
from infographic.blocks.devices.ranking.anatomy.aids import parted
from infographic.blocks.devices.spread.axis import Axis, axis_of, title_of
from infographic.blocks.devices.spread.named import Named, names_at
from infographic.blocks.devices.spread.trend import Trend, far_off, trend_of
from infographic.blocks.devices.time.upright import level_parts
from infographic.display.frame import Frame
from infographic.display.items import Path, Placed, Stroke
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import dashed, straight
from infographic.graphics.outlines import disc
from infographic.graphics.scale import DOTS_FILL, Scale, between
from infographic.graphics.subject import Subject, figure, on_axis
from infographic.graphics.ticks import kept_labels, ticks
from infographic.graphics.words import word
from infographic.text.copy import Copy, Span

LEAST_POINTS = 3
SOLID = 60
"""Of more dots each is a thin ring, so that those below others are seen."""
FILL = 0.012
"""Of the width's square: the sum of the squares of the radii of many dots."""
MOST_TICKS = 5
ALL_NAMED = 15
"""So few dots are all named."""


def refuses(subject: Subject) -> Saying | None:
    if len(subject.series) != 2:
        return say("graphic-refuses/series-two", count=len(subject.series))
    count = len(_rows(subject))
    if count < LEAST_POINTS:
        return say("graphic-refuses/points", least=LEAST_POINTS, count=count)
    if any(len({one.values[row] for row in _rows(subject)}) == 1 for one in subject.series):
        return say("graphic-refuses/one-value")
    return None


def _rows(subject: Subject) -> list[int]:
    """The rows that have both values; totals are no row of a comparison."""
    first, second = (one.values for one in subject.series)
    return [
        row for row in range(subject.count)
        if first[row] is not None and second[row] is not None and row not in subject.table.totals
    ]  # fmt: skip


class _Axes(NamedTuple):
    """Both axes, their scales still without places."""

    across: Axis
    across_extent: Scale
    up: Axis
    up_extent: Scale

    def left(self, look: Look) -> float:
        """Room for the labels of the upright axis."""
        widest = max((label.width for label in self.up.labels), default=0.0)
        return max(widest + look.of(5, 14), self.across.ends()[0])

    def head(self, look: Look) -> float:
        title = look.tick.leading if self.up.title.line is not None else 0.0
        return title + look.of(4, 12)


def _axes(subject: Subject, look: Look) -> _Axes:
    rows = _rows(subject)
    extents = []
    for number, one in enumerate(subject.series):
        held = [value for row in rows if (value := one.values[row]) is not None]
        held += [ref.value for ref in subject.chart.references] if number else []
        extents.append(between(held, 0, 1, most=MOST_TICKS, least_fill=DOTS_FILL).scale)
    own = [
        axis_of(subject, look, number,
                _ticks(subject, extent) if number else ticks(extent.low, extent.high, MOST_TICKS),
                title_of(subject, number, look, always=True))
        for number, extent in enumerate(extents)
    ]  # fmt: skip
    return _Axes(own[0], extents[0], own[1], extents[1])


def _ticks(subject: Subject, extent: Scale) -> tuple[Decimal, ...]:
    own = sorted({one for one in subject.chart.ticks if extent.low <= one <= extent.high})
    return tuple(own) or ticks(extent.low, extent.high, MOST_TICKS)


def least(subject: Subject, look: Look) -> Size:
    axes = _axes(subject, look)
    width = axes.left(look) + look.of(90, 280) + axes.across.ends()[1]
    titles = max(axes.across.title.width, axes.up.title.width)
    return Size(max(width, titles), axes.head(look) + look.of(70, 220) + axes.across.height(look))


class _Field(NamedTuple):
    """Where dots stand, and both scales in it."""

    box: Rect
    across: Scale
    up: Scale


def _field(axes: _Axes, look: Look, room: Room, radius: float) -> _Field:
    left, top = axes.left(look), axes.head(look)
    right = room.width - max(axes.across.ends()[1], radius + look.of(1, 3))
    foot = axes.across.height(look)
    height = min(max((right - left) * 0.72, look.of(90, 280)), look.of(260, 820))
    if room.height is not None:
        height = max(room.height - top - foot, 0.0)
    box = Rect(left, top, right - left, height)
    return _Field(box, axes.across_extent.moved_to(left, right),
                  axes.up_extent.moved_to(box.bottom, top))  # fmt: skip


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    axes, rows = _axes(subject, look), _rows(subject)
    radius = _radius(look, len(rows), room.width)
    field = _field(axes, look, room, radius)
    first, second = subject.series
    xs, ys = field.across.places(first.values), field.up.places(second.values)
    marks = {row: Point(x, y) for row in rows
             if (x := xs[row]) is not None and (y := ys[row]) is not None}  # fmt: skip
    trend = trend_of(subject, rows) if subject.chart.trend else None
    line = _trend_line(trend, field) if trend is not None else None
    levels = _levels(subject, look, field)
    names = names_at(
        subject, look, _wanted(subject, rows, marks), marks, radius,
        Rect(field.box.x + look.of(2, 6), 0, room.width - field.box.x - look.of(2, 6),
             field.box.bottom),
        boxes=[_title_box(axes, look), *(box for _, _, box in levels)],
        lines=[line] if line is not None else [],
    )  # fmt: skip
    items = [*_grid(subject, look, axes, field, (*names.boxes, *(box for *_, box in levels)))]
    for y, words, box in levels:
        stroke = Stroke(look.ink, look.of(0.75, 2.5))
        items += straight(Point(field.box.x, y), Point(field.box.right, y), stroke, words.origin)
        items += words.at(box.x, box.y + words.rise)
    items += _dots(subject, look, marks, radius)
    if line is not None:
        items += straight(*line, dashed(Stroke(look.ink, look.of(1, 3))), subject.origin)
    size = Size(room.width, field.box.bottom + axes.across.height(look))
    faults = [*names.faults, *fields_left_out(subject, "scatter", "spans", "forecast", "scale")]
    said = tuple(_said(subject, axes, rows, trend))
    return Drawn(Frame(size, (*items, *names.items), tuple(faults)), said)


def _radius(look: Look, count: int, width: float) -> float:
    """Smaller where there are many: all of them together take a twentieth of the field."""
    if count <= SOLID:
        return look.of(2.6, 9)
    most = look.of(2.2, 7)
    return max(min(most, width * sqrt(FILL / count)), most * 0.35)


def _grid(
    subject: Subject, look: Look, axes: _Axes, field: _Field, words: Sequence[Rect]
) -> Iterator[Placed]:
    """Level lines with their values left, which part round words; both zero lines; the axis."""
    box, origin = field.box, subject.origin
    # From the highest down: as `kept_labels` wants them.
    levels = [
        (field.up.at(value), value, label)
        for value, label in zip(axes.up.values[::-1], axes.up.labels[::-1], strict=True)
    ]
    spans = [(y - label.height / 2, y + label.height / 2) for y, _, label in levels]
    for at in kept_labels(spans, look.of(1.5, 5)):
        y, value, label = levels[at]
        yield from label.middle(box.x - look.of(5, 14), y, 1.0)
        if value and y < box.bottom - 0.01:
            for one, other in level_parts(y, box.x, box.right, words, look.of(1.5, 5)):
                yield from straight(Point(one, y), Point(other, y), look.gridline, origin)
    zero = field.up.at(0) if field.up.holds_zero else box.bottom
    stroke = look.base if field.up.holds_zero else look.leader
    for one, other in level_parts(zero, box.x, box.right, words, look.of(1.5, 5)):
        yield from straight(Point(one, zero), Point(other, zero), stroke, origin)
    if zero < box.bottom - 0.01:
        yield from straight(Point(box.x, box.bottom), Point(box.right, box.bottom), look.leader,
                            origin)  # fmt: skip
    start = field.across.at(0) if field.across.holds_zero else box.x
    stroke = look.base if field.across.holds_zero else look.leader
    for top, bottom in parted(start, box.y, box.bottom, words, look.of(1.5, 5)):
        yield from straight(Point(start, top), Point(start, bottom), stroke, origin)
    yield from axes.across.items(subject, look, field.across, box.bottom, box.right)
    yield from axes.up.title.at(0, look.tick.size * 0.86)


def _title_box(axes: _Axes, look: Look) -> Rect:
    title = axes.up.title
    return Rect(0, 0, title.width + look.em * 0.3, look.tick.leading)


def _dots(subject: Subject, look: Look, marks: dict[int, Point], radius: float) -> Iterator[Placed]:
    """One outline for all; those that the title is about last, larger and solid."""
    claimed = subject.highlighted
    is_many = len(marks) > SOLID
    width = min(look.of(0.5, 1.5), radius * 0.3)
    plain = disc(Point(0, 0), radius - width / 2 if is_many else radius)
    if is_many:
        path = Path(plain, stroke=Stroke(look.ink, width))
    else:
        path = Path(plain, fill=look.context if claimed else look.accent)
    strong = Path(disc(Point(0, 0), radius * 1.25), fill=look.accent)
    for row, at in marks.items():
        if row not in claimed:
            yield Placed(at, path, subject.at(row, 1))
    for row in sorted(claimed & marks.keys()):
        yield Placed(marks[row], strong, subject.at(row, 1))


def _wanted(subject: Subject, rows: Sequence[int], marks: dict[int, Point]) -> list[Named]:
    """What the title is about, then what lies farthest off; all where there are few."""
    found = [Named(row, is_must=True) for row in rows if row in subject.highlighted]
    others = [row for row in rows if row not in subject.highlighted and subject.names[row]]
    if len(rows) > ALL_NAMED:
        others = far_off([marks[row] for row in others], others)
    return [*found, *(Named(row) for row in others)]


Level = tuple[float, Lettering, Rect]


def _levels(subject: Subject, look: Look, field: _Field) -> list[Level]:
    """The chart's lines to compare with, on the upright axis, and where their words stand."""
    found = []
    for one in subject.chart.references:
        y = field.up.at(one.value)
        spans = [*one.label.spans, Span(" ")] if one.label is not None else []
        value = figure(one.value, subject.series[1].column, -1, "", one.origin)
        words = lettered(Copy((*spans, *value.spans), one.origin), look.tick)
        top = y - look.of(2, 6) - words.height
        found.append((y, words, Rect(field.box.right - words.width, top, words.width,
                                     words.height)))  # fmt: skip
    return found


def _trend_line(trend: Trend, field: _Field) -> tuple[Point, Point] | None:
    """The straight line inside the field."""
    ends = trend.clipped(field.up.low, field.up.high)
    if ends is None:
        return None
    (x, y), (x2, y2) = ends
    return (Point(field.across.at(x), field.up.at(y)), Point(field.across.at(x2), field.up.at(y2)))


def _said(subject: Subject, axes: _Axes, rows: Sequence[int], trend: Trend | None) -> Iterator[str]:
    language = subject.language
    for number, extent in enumerate((axes.across_extent, axes.up_extent)):
        if not extent.holds_zero:
            low = extent.low > 0
            key = ("upright-from" if low else "upright-to") if number else (
                "axis-from" if low else "axis-to")  # fmt: skip
            value = on_axis(subject, extent.low if low else extent.high, number).text
            yield word(key, language, value=value + subject.series[number].unit)
    if trend is not None:
        yield word("scatter-trend", language)
    missing = subject.count - len(rows) - len(subject.table.totals)
    if missing > 0:
        yield word("scatter-missing", language, count=missing)


DEVICE = Device("scatter", refuses, least, draw, ("table", "figures"))

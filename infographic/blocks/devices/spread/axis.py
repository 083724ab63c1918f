"""The level axis of values: its ticks, their labels below, what it is of, lines that cross it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.display.items import Placed, Stroke
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lettering import NOTHING, Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import straight, tick
from infographic.graphics.placing.pushing import pushed_apart
from infographic.graphics.scale import Scale
from infographic.graphics.subject import Subject, on_axis
from infographic.graphics.ticks import kept_labels
from infographic.text.copy import Copy, Span


def title_of(subject: Subject, series: int, look: Look, *, always: bool = False) -> Lettering:
    """What an axis is of and in which unit; nothing where the line of measure says it already."""
    one = subject.series[series]
    what = subject.chart.measure.what if subject.chart.measure else None
    is_said = what is not None and (not one.name or one.name in what.text)
    if not one.name or (is_said and not always):
        return NOTHING
    text = f"{one.name}（{one.unit}）" if one.unit else one.name
    return lettered(Copy((Span(text),), one.column.origin), look.tick)


class Axis(NamedTuple):
    """A level axis below a field. Lengths in points."""

    values: tuple[Decimal, ...]
    labels: tuple[Lettering, ...]
    title: Lettering

    def height(self, look: Look) -> float:
        """From the base line down."""
        title = look.tick.leading if self.title.line is not None else 0.0
        return _drop(look) + look.tick.leading + title

    def ends(self) -> tuple[float, float]:
        """Room that the outer labels want left and right of the field."""
        if not self.labels:
            return (0.0, 0.0)
        return (self.labels[0].width / 2, self.labels[-1].width / 2)

    def items(
        self, subject: Subject, look: Look, scale: Scale, y: float, right: float
    ) -> Iterator[Placed]:
        """Ticks and labels below y, and the title at the axis's end."""
        places = [scale.at(value) for value in self.values]
        spans = [
            (x - label.width / 2, x + label.width / 2)
            for x, label in zip(places, self.labels, strict=True)
        ]
        baseline = y + _drop(look) + look.tick.size * 0.8
        for at in kept_labels(spans, look.tick.size * 0.6):
            yield from tick(places[at], y, look.of(3, 8), look.leader, subject.origin)
            yield from self.labels[at].at(spans[at][0], baseline)
        yield from self.title.at(right, baseline + look.tick.leading, 1.0)


def _drop(look: Look) -> float:
    return look.of(5, 14)


def axis_of(
    subject: Subject, look: Look, series: int, values: Sequence[Decimal], title: Lettering
) -> Axis:
    """The axis that names these values."""
    labels = tuple(lettered(on_axis(subject, value, series), look.tick) for value in values)
    return Axis(tuple(values), labels, title)


class Crossing(NamedTuple):
    """A line up through the field, at a value."""

    value: Decimal
    words: Lettering
    origin: Origin


class Crossings(NamedTuple):
    """All of them, with the head that their words take over the field."""

    lines: tuple[tuple[Crossing, float], ...]
    """Each with its place."""
    words: tuple[tuple[Lettering, Point], ...]
    head: float

    def items(self, look: Look, bottom: float, boxes: Sequence[Rect]) -> Iterator[Placed]:
        """The lines down to `bottom`, which part round boxes, and the words."""
        stroke = Stroke(look.ink, look.of(0.75, 2.5))
        air = look.of(1.5, 5)
        for crossing, x in self.lines:
            for start, end in _upright_parts(x, self.head, bottom, boxes, air):
                yield from straight(Point(x, start), Point(x, end), stroke, crossing.origin)
        for lettering, at in self.words:
            yield from lettering.at(at.x, at.y)


def _upright_parts(
    x: float, top: float, bottom: float, boxes: Sequence[Rect], air: float
) -> Iterator[tuple[float, float]]:
    at = top
    for box in sorted(boxes, key=lambda box: box.y):
        if box.x - air < x < box.right + air:
            if box.y - air > at:
                yield at, box.y - air
            at = max(at, box.bottom + air)
    if at < bottom:
        yield at, bottom


def references_of(subject: Subject, look: Look) -> list[Crossing]:
    """The chart's values to compare with."""
    found = []
    for one in subject.chart.references:
        spans = [*one.label.spans, Span(" ")] if one.label is not None else []
        value = on_axis(subject, one.value)
        copy = Copy((*spans, *value.spans), one.origin)
        found.append(Crossing(one.value, lettered(copy, look.tick), one.origin))
    return found


def crossings_of(
    crossings: Sequence[Crossing], scale: Scale, look: Look, width: float
) -> Crossings:
    """Lines with their words over the field: in one row, or each in a row of its own."""
    if not crossings:
        return Crossings((), (), 0.0)
    lines = tuple((one, scale.at(one.value)) for one in crossings)
    wishes = [
        min(max(x, one.words.width / 2), max(width - one.words.width / 2, one.words.width / 2))
        for one, x in lines
    ]
    sizes = [one.words.width for one in crossings]
    middles = pushed_apart(wishes, sizes, 0, width, look.em * 0.8)
    leading = look.tick.leading
    words = tuple(
        (
            one.words,
            Point(
                (wishes[at] if middles is None else middles[at]) - one.words.width / 2,
                look.tick.size * 0.86 + (at * leading if middles is None else 0.0),
            ),
        )
        for at, one in enumerate(crossings)
    )
    rows = len(crossings) if middles is None else 1
    return Crossings(lines, words, rows * leading + look.of(1.5, 5))

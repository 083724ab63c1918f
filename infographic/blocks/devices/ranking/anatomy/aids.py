"""What helps to read a value axis that runs across: lines to compare with, shaded spans, ticks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.blocks.devices.ranking.anatomy.rows import Said
from infographic.display.items import Placed, Stroke
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.graphics.lettering import NOTHING, Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import bar, straight
from infographic.graphics.placing.pushing import pushed_apart
from infographic.graphics.scale import Scale
from infographic.graphics.subject import Subject, on_axis
from infographic.graphics.ticks import kept_labels
from infographic.graphics.values import number_of
from infographic.text.copy import Copy, Span


class _Aid(NamedTuple):
    """One line or span across all rows."""

    start: float
    end: float
    """The same as its start, of a line."""
    label: Lettering
    origin: Origin

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


class Aids(NamedTuple):
    """What stands over, under and behind the rows. Lengths in points."""

    aids: tuple[_Aid, ...] = ()
    labels: tuple[Said, ...] = ()
    """Over the rows, from the device's top; none for one without words."""
    ticks: tuple[float, ...] = ()
    tick_labels: tuple[Said, ...] = ()
    """Their baselines from the rows' bottom."""
    head: float = 0.0
    foot: float = 0.0
    faults: tuple[Diagnostic, ...] = ()

    def under(
        self, look: Look, top: float, bottom: float, origin: Origin, words: Sequence[Rect] = ()
    ) -> Iterator[Placed]:
        """Painted before the bars: spans, and grid lines that part round words."""
        for aid in self.aids:
            if aid.end > aid.start:
                yield from bar((aid.start, aid.end), (top, bottom), look.shade, aid.origin)
                for x in (aid.start, aid.end):
                    yield from straight(Point(x, top), Point(x, bottom), look.leader, aid.origin)
        for x in self.ticks:
            for start, until in parted(x, top, bottom, words, look.of(1.5, 5)):
                yield from straight(Point(x, start), Point(x, until), look.gridline, origin)

    def over(
        self, look: Look, top: float, bottom: float, words: Sequence[Rect]
    ) -> Iterator[Placed]:
        """Painted after them: lines to compare with, which part round words, and all labels."""
        stroke = Stroke(look.ink, look.of(0.75, 2.5))
        air = look.of(1.5, 5)
        for number, aid in enumerate(self.aids):
            if aid.end > aid.start:
                continue
            begin = self._foot_of(number, top, air)
            for y, until in parted(aid.start, begin, bottom, [*words, *self._boxes], air):
                if until - y > 2 * air:
                    start, end = Point(aid.start, y), Point(aid.start, until)
                    yield from straight(start, end, stroke, aid.origin)
        for said in self.labels:
            yield from said.items
        for said in self.tick_labels:
            yield from said._replace(baseline=bottom + said.baseline).items

    def lowered(self, by: float) -> Aids:
        """With its labels so much further down, under a key."""
        labels = tuple(said._replace(baseline=said.baseline + by) for said in self.labels)
        return self._replace(labels=labels)

    @property
    def _boxes(self) -> list[Rect]:
        return [said.box for said in self.labels]

    def _foot_of(self, number: int, top: float, air: float) -> float:
        """Where a line begins: under its own label."""
        own = self.aids[number]
        found = [said for said in self.labels if said.lettering is own.label]
        return found[0].box.bottom + air if found else top


def parted(
    x: float, top: float, bottom: float, words: Sequence[Rect], air: float
) -> Iterator[tuple[float, float]]:
    """The parts of an upright line that meet no words."""
    in_the_way = sorted(
        (box.y - air, box.bottom + air) for box in words if box.x - air < x < box.right + air
    )
    at = top
    for begin, end in in_the_way:
        if at < min(begin, bottom):
            yield at, min(begin, bottom)
        at = max(at, end)
    if at < bottom:
        yield at, bottom


def aid_values(subject: Subject) -> list[Decimal]:
    """The values that the scale must hold for them."""
    spans = (number_of(key) for span in subject.chart.spans for key in (span.from_, span.to))
    return [
        *(one.value for one in subject.chart.references),
        *(value for value in spans if value is not None),
        *subject.chart.ticks,
    ]


def aids_of(
    subject: Subject, look: Look, scale: Scale, width: float, more_ticks: Sequence[Decimal] = ()
) -> Aids:
    """The aids that the chart asks for, on a scale; `width` is the device's."""
    chart = subject.chart
    values = sorted({*chart.ticks, *more_ticks})
    if not (chart.references or chart.spans or values):
        return Aids()
    faults: list[Diagnostic] = []
    aids = []
    for one in chart.references:
        words = lettered(_named(subject, one.label, one.value), look.tick, one.origin)
        if words.width > width and one.label is not None:
            faults.append(_too_long(one.label))
            words = lettered(on_axis(subject, one.value), look.tick, one.origin)
        words = words if words.width <= width else NOTHING
        aids.append(_Aid(scale.at(one.value), scale.at(one.value), words, one.origin))
    for span in chart.spans:
        low, high = number_of(span.from_), number_of(span.to)
        if low is not None and high is not None:
            start, end = sorted((scale.at(low), scale.at(high)))
            words = lettered(span.label or "", look.tick)
            if words.width > width and span.label is not None:
                faults.append(_too_long(span.label))
                words = NOTHING
            aids.append(_Aid(start, end, words, span.origin))
        else:
            saying = say("graphic-left-out/span", key=str(span.from_), other=str(span.to))
            faults.append(Diagnostic(saying, span.origin, severity=Severity.WARNING))
    labels, head = _placed(aids, look, width)
    ticks = _ticks(subject, look, scale, values, width)
    faults += [fault for aid in aids for fault in aid.label.faults]
    foot = look.tick.leading if ticks else 0.0
    places = tuple(scale.at(value) for value in values if value)
    return Aids(tuple(aids), labels, places, ticks, head, foot, tuple(faults))


def _too_long(label: Copy) -> Diagnostic:
    """That a label wider than the device is not set."""
    saying = say("graphic-words-left-out", words=label.text)
    return Diagnostic(saying, label.origin, severity=Severity.WARNING)


def _named(subject: Subject, label: Copy | None, value: Decimal) -> Copy:
    digits = on_axis(subject, value)
    if label is None:
        return digits
    return Copy((*label.spans, Span(" "), *digits.spans), label.origin)


def _placed(aids: Sequence[_Aid], look: Look, width: float) -> tuple[tuple[Said, ...], float]:
    """Labels over the rows: on one line where each stands over its own place, else on several."""
    worded = [aid for aid in aids if aid.label.line is not None]
    if not worded:
        return (), 0.0
    sizes = [aid.label.width for aid in worded]
    leading = look.tick.leading
    wishes = [
        min(max(aid.middle, size / 2), width - size / 2)
        for aid, size in zip(worded, sizes, strict=True)
    ]
    middles = pushed_apart(wishes, sizes, 0, width, look.em)
    on_one = middles is not None and all(
        abs(middle - aid.middle) <= size / 2 + 0.01
        for middle, aid, size in zip(middles, worded, sizes, strict=True)
    )
    found = tuple(
        Said(
            aid.label,
            (middles[at] if on_one and middles is not None else wishes[at]) - sizes[at] / 2,
            aid.label.rise + (0 if on_one else at * leading),
        )
        for at, aid in enumerate(worded)
    )
    lines = 1 if on_one else len(worded)
    return found, lines * leading + look.of(2, 6)


def _ticks(
    subject: Subject, look: Look, scale: Scale, values: Sequence[Decimal], width: float
) -> tuple[Said, ...]:
    signs = [lettered(on_axis(subject, value), look.tick) for value in values]
    lefts = [
        min(max(scale.at(value) - sign.width / 2, 0.0), width - sign.width)
        for value, sign in zip(values, signs, strict=True)
    ]
    spans = [(left, left + sign.width) for left, sign in zip(lefts, signs, strict=True)]
    kept = [at for at in kept_labels(spans, look.em * 0.6) if signs[at].width <= width]
    return tuple(Said(signs[at], lefts[at], look.of(3, 10) + signs[at].rise) for at in kept)

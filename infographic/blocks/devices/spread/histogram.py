"""Histograms: how often values lie in bins of one width, the counts on their bars."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.left_out import fields_left_out
from infographic.blocks.devices.ranking.anatomy import tones
from infographic.blocks.devices.spread.axis import (
    Axis,
    axis_of,
    crossings_of,
    references_of,
    title_of,
)
from infographic.blocks.devices.spread.sample import refuses_sample
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying
from infographic.graphics.bins import Histogram, histogram
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.scale import Scale, from_zero
from infographic.graphics.subject import Subject, on_axis
from infographic.graphics.words import word
from infographic.text.copy import Copy, Span
from infographic.text.style import Part, TextStyle

LEAST_VALUES = 20
"""Fewer have no shape."""
MOST_BINS, LEAST_BINS = 15, 4


def refuses(subject: Subject) -> Saying | None:
    return refuses_sample(subject, LEAST_VALUES)


def least(subject: Subject, look: Look) -> Size:
    wanted = LEAST_BINS * (_widest(subject, look, look.tick) + _air(look))
    axis = _axis(subject, look, histogram(subject.series[0].present, LEAST_BINS))
    width = sum(axis.ends()) + wanted
    lines = len(subject.chart.references) * look.tick.leading + look.of(3.5, 11)
    height = look.of(50, 150) + axis.height(look) + lines + look.figure.size
    named = max((one.words.width for one in references_of(subject, look)), default=0.0)
    return Size(max(width, axis.title.width, named), height)


def _widest(subject: Subject, look: Look, style: TextStyle) -> float:
    """The width of a count of all values."""
    return _count(len(subject.series[0].present), style, subject.origin).width


def _air(look: Look) -> float:
    return look.of(3, 9)


def _count(count: int, style: TextStyle, origin: Origin) -> Lettering:
    return lettered(Copy((Span(str(count), Part.DIGITS, 1),), origin), style)


def _axis(subject: Subject, look: Look, bins: Histogram) -> Axis:
    values = subject.chart.ticks or bins.edges
    values = tuple(value for value in values if bins.edges[0] <= value <= bins.edges[-1])
    return axis_of(subject, look, 0, values, title_of(subject, 0, look))


class _Bin(NamedTuple):
    """One bar. Lengths in points."""

    across: tuple[float, float]
    values: int
    """How many."""
    is_claimed: bool
    origin: Origin
    """Of the first of its values."""


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    present = subject.series[0].present
    most = int(room.width // (_widest(subject, look, look.tick) + _air(look)))
    bins = histogram(present, max(min(most, MOST_BINS), LEAST_BINS))
    axis = _axis(subject, look, bins)
    left, right = axis.ends()
    scale = Scale(bins.edges[0], bins.edges[-1], left, room.width - right)
    style = _style(subject, look, bins, scale)
    inside = [one for one in references_of(subject, look)
              if bins.edges[0] <= one.value <= bins.edges[-1]]  # fmt: skip
    crossings = crossings_of(inside, scale, look, room.width)
    above = crossings.head + style.size + look.of(2, 6)
    field = _field(look, room, above + axis.height(look))
    base = above + field
    up = from_zero([Decimal(count) for count in bins.counts], base, above)
    items: list[Placed] = []
    boxes: list[Rect] = []
    words: list[Placed] = []
    for one in _bins(subject, look, bins, scale):
        tone = tones.of_row(look, one.is_claimed, bool(subject.highlighted))
        top = up.at(one.values)
        items += tones.marked(look, (base, top), one.across, tone, one.origin, upright=True)
        said = _count(one.values, style, one.origin)
        middle = sum(one.across) / 2
        words += said.at(middle, top - look.of(2, 6), 0.5)
        boxes.append(Rect(middle - said.width / 2, top - look.of(2, 6) - said.rise, said.width,
                          said.rise))  # fmt: skip
    items += straight(Point(left, base), Point(room.width - right, base), look.base, subject.origin)
    items += axis.items(subject, look, scale, base, room.width)
    items += crossings.items(look, base, boxes)
    fields = ["spans", "notes", "forecast"]
    if len(inside) < len(subject.chart.references):
        fields.append("references")
    size = Size(room.width, base + axis.height(look))
    faults = (*axis.title.faults, *fields_left_out(subject, "histogram", *fields))
    return Drawn(Frame(size, (*items, *words), faults), tuple(_said(subject, bins)))


def _field(look: Look, room: Room, around: float) -> float:
    """The bars' height: all that is given, else half of the width, in reason."""
    if room.height is not None:
        return max(room.height - around, 0.0)
    return min(max(room.width * 0.42, look.of(80, 240)), look.of(170, 520))


def _style(subject: Subject, look: Look, bins: Histogram, scale: Scale) -> TextStyle:
    """The largest in which every count has room on its bar."""
    pitch = abs(scale.end - scale.start) / len(bins.counts)
    for style in (look.figure, look.label, look.tick):
        if _count(max(bins.counts), style, subject.origin).width + look.of(2, 6) <= pitch:
            return style
    return look.tick


def _bins(subject: Subject, look: Look, bins: Histogram, scale: Scale) -> Iterator[_Bin]:
    values = subject.series[0].values
    rows: dict[int, list[int]] = {}
    for row, value in enumerate(values):
        if value is not None:
            rows.setdefault(bisect_right(bins.edges, value) - 1, []).append(row)
    half = look.of(0.4, 1.5)
    for at, count in enumerate(bins.counts):
        own = rows.get(at, [])
        left, right = scale.at(bins.edges[at]), scale.at(bins.edges[at + 1])
        is_claimed = any(row in subject.highlighted for row in own)
        origin = subject.at(own[0]) if own else subject.origin
        yield _Bin((left + half, right - half), count, is_claimed, origin)


def _said(subject: Subject, bins: Histogram) -> Iterator[str]:
    language, one = subject.language, subject.series[0]
    width = on_axis(subject, bins.edges[1] - bins.edges[0]).text
    yield word("bins", language, width=width + (one.unit or subject.unit))
    yield word("bins-counts", language, count=sum(bins.counts))
    missing = len(one.values) - len(one.present)
    if missing:
        yield word("alt-missing", language, count=missing)
    names = [subject.names[row] for row in sorted(subject.highlighted) if subject.names[row]]
    if names:
        yield word("bins-claimed", language, names=word("join", language).join(names))


DEVICE = Device("histogram", refuses, least, draw, ("strip", "figures"))

"""Strips: every value as a dot at its place on one axis, those that meet on one another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from decimal import Decimal
from heapq import heappop, heappush

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.left_out import fields_left_out
from infographic.blocks.devices.spread.axis import (
    Axis,
    Crossing,
    axis_of,
    crossings_of,
    references_of,
    title_of,
)
from infographic.blocks.devices.spread.named import Named, names_at
from infographic.blocks.devices.spread.sample import refuses_sample
from infographic.display.frame import Frame
from infographic.display.items import Path, Placed
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying
from infographic.graphics.bins import median
from infographic.graphics.lettering import lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.outlines import disc
from infographic.graphics.placing.labels import Side
from infographic.graphics.scale import DOTS_FILL, Scale, between
from infographic.graphics.subject import Subject, on_axis
from infographic.graphics.ticks import ticks
from infographic.graphics.words import word
from infographic.text.copy import Copy, Span

LEAST_VALUES = 3
FEW_FOR_A_MEDIAN = 5
MOST_TICKS = 6
OVER: tuple[Side, ...] = ("above", "above left", "above right", "left", "right")
SIZES = (1.0, 0.8, 0.6, 0.45, 0.35)
"""Of the dots, by as many as stand on one another."""


def refuses(subject: Subject) -> Saying | None:
    return refuses_sample(subject, LEAST_VALUES)


def least(subject: Subject, look: Look) -> Size:
    axis = _axis(subject, look, _extent(subject))
    named = max((one.words.width for one in _crossings(subject, look)), default=0.0)
    width = max(sum(axis.ends()) + look.of(60, 200), axis.title.width, named)
    lines = max(len(subject.chart.references), 1) * look.tick.leading + look.of(1.5, 5)
    dots = 2 * look.of(3.2, 11) + look.of(1, 3)
    return Size(width, lines + _named_head(subject, look) + dots + axis.height(look))


def _named_head(subject: Subject, look: Look) -> float:
    """Over the dots, for names at the highest of them."""
    return look.label.leading * 1.6 if any(subject.names) else look.of(4, 12)


def _extent(subject: Subject) -> Scale:
    held = [*subject.series[0].present, *(one.value for one in subject.chart.references)]
    return between(held, 0, 1, most=MOST_TICKS, least_fill=DOTS_FILL).scale


def _axis(subject: Subject, look: Look, extent: Scale) -> Axis:
    values = tuple(sorted(set(subject.chart.ticks))) or ticks(extent.low, extent.high, MOST_TICKS)
    values = tuple(value for value in values if extent.low <= value <= extent.high)
    return axis_of(subject, look, 0, values, title_of(subject, 0, look))


class _Dot(NamedTuple):
    row: int
    x: float
    level: int


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    extent = _extent(subject)
    axis = _axis(subject, look, extent)
    most = look.of(3.2, 11)
    left = max(axis.ends()[0], most)
    right = max(axis.ends()[1], most, _half_name(subject, look))
    scale = extent.moved_to(left, max(room.width - right, left))
    crossings = crossings_of(_crossings(subject, look), scale, look, room.width)
    beyond = crossings.head + axis.height(look)
    named_head = _named_head(subject, look)
    field = (
        None if room.height is None else max(room.height - beyond - named_head - look.of(1, 3), 0.0)
    )
    dots, radius = _sized(subject, scale, most, look.of(150, 460) if field is None else field)
    levels = max((one.level for one in dots), default=0) + 1
    step = 2 * radius
    if field is not None:
        step = min(step, field / levels)
    top = crossings.head + named_head
    base = top + levels * step + look.of(1, 3)
    if field is not None:
        base = max(base, room.height - axis.height(look) if room.height else 0.0)
    items: list[Placed] = []
    marks: dict[int, Point] = {}
    claimed = bool(subject.highlighted)
    # One outline for all: a circle has eight curves.
    outline = disc(Point(0, 0), radius * 0.92)
    plain, strong = Path(outline, fill=look.context), Path(outline, fill=look.accent)
    for one in sorted(dots, key=lambda one: one.row in subject.highlighted):
        at = marks[one.row] = Point(one.x, base - look.of(1, 3) - radius - one.level * step)
        is_plain = claimed and one.row not in subject.highlighted
        items.append(Placed(at, plain if is_plain else strong, subject.at(one.row)))
    names = names_at(
        subject, look, _wanted(subject), marks, radius,
        Rect(0, crossings.head, room.width, base - crossings.head),
        sides=OVER,
    )  # fmt: skip
    under = [*crossings.items(look, base, names.boxes)]
    under += straight(Point(0, base), Point(room.width, base), look.base, subject.origin)
    under += axis.items(subject, look, scale, base, room.width)
    size = Size(room.width, base + axis.height(look))
    faults = (*names.faults, *fields_left_out(subject, "strip", "spans", "forecast"))
    said = tuple(_said(subject, extent))
    return Drawn(Frame(size, (*under, *items, *names.items), faults), said)


def _crossings(subject: Subject, look: Look) -> list[Crossing]:
    """The references, and the median of many values."""
    found = references_of(subject, look)
    present = subject.series[0].present
    if len(present) >= FEW_FOR_A_MEDIAN and not found:
        middle = median(present)
        said = on_axis(subject, middle)
        copy = Copy((Span(word("median", subject.language)), *said.spans), subject.origin)
        found.append(Crossing(middle, lettered(copy, look.tick), subject.origin))
    return found


def _sized(subject: Subject, scale: Scale, most: float, height: float) -> tuple[list[_Dot], float]:
    """The dots on one another, as large as the height allows."""
    values = subject.series[0].values
    places = sorted((x, row) for row, x in enumerate(scale.places(values)) if x is not None)
    radius = most
    for share in SIZES:
        radius = most * share
        if _levels(places, 2 * radius) * 2 * radius <= height:
            break
    return _stacked(places, 2 * radius), radius


def _levels(places: Sequence[tuple[float, int]], width: float) -> int:
    """How many stand on one another at the most."""
    most = first = 0
    for at, (x, _) in enumerate(places):
        while places[first][0] + width <= x:
            first += 1
        most = max(most, at - first + 1)
    return most


def _stacked(places: Sequence[tuple[float, int]], width: float) -> list[_Dot]:
    """Each dot at its true place, on the lowest level where it meets none."""
    # All are as wide: those that began first end first.
    standing: deque[tuple[float, int]] = deque()
    free: list[int] = []
    levels = 0
    found = []
    for x, row in places:
        while standing and standing[0][0] <= x:
            heappush(free, standing.popleft()[1])
        if free:
            level = heappop(free)
        else:
            level, levels = levels, levels + 1
        standing.append((x + width, level))
        found.append(_Dot(row, x, level))
    return found


def _wanted(subject: Subject) -> Sequence[Named]:
    """What is named: the rows that the title is about, those of notes, the least and the most."""
    values = subject.series[0].values
    known = [row for row, value in enumerate(values) if value is not None]
    found = [_named(subject, row, is_must=True)
             for row in sorted(subject.highlighted) if row in set(known)]  # fmt: skip
    most = max(known, key=lambda row: values[row] or Decimal(0))
    fewest = min(known, key=lambda row: values[row] or Decimal(0))
    ends = [row for row in (fewest, most) if row not in subject.highlighted]
    return [*found, *(_named(subject, row) for row in ends)]


def _half_name(subject: Subject, look: Look) -> float:
    """Half the name of the greatest, which stands over its dot at the axis's end."""
    values = subject.series[0].values
    if not any(subject.names):
        return 0.0
    row = max(range(subject.count), key=lambda row: values[row] or Decimal("-Infinity"))
    text = f"{subject.names[row]} {subject.said(row, unit=False).text}"
    return min(lettered(text, look.strong).width / 2, look.of(30, 90))


def _named(subject: Subject, row: int, *, is_must: bool = False) -> Named:
    return Named(row, is_must, subject.said(row, unit=False))


def _said(subject: Subject, extent: Scale) -> Iterator[str]:
    language, one = subject.language, subject.series[0]
    yield word("strip", language, count=len(one.present))
    if not extent.holds_zero:
        end, key = (extent.low, "axis-from") if extent.low > 0 else (extent.high, "axis-to")
        yield word(key, language, value=on_axis(subject, end).text + (one.unit or subject.unit))
    missing = len(one.values) - len(one.present)
    if missing:
        yield word("alt-missing", language, count=missing)


DEVICE = Device("strip", refuses, least, draw, ("figures",))

"""The band of a timeline and what stands on it: dots, and bars for what took a while."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from infographic.blocks.devices.story.happenings import Happening, Happenings
from infographic.display.items import Placed, Stroke
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.dates import time_scale
from infographic.graphics.look import Look
from infographic.graphics.marks import DASHES, bar, dot, framed, ring, straight


class Share(NamedTuple):
    """Where an event stands: 0 where the first one begins, 1 where the last one ends."""

    begin: float
    end: float
    """The same for a point."""


class Times(NamedTuple):
    """Where all stand in true time, and the day of publication."""

    shares: tuple[Share, ...]
    today: float | None


def times_of(given: Happenings) -> Times:
    """In proportion to time: what is a day or a month stands half way through it."""
    scale = time_scale([one.moment.period for one in given.all], 0, 1)
    raw = []
    for one in given.all:
        period = one.moment.period
        middle = scale.middle(period)
        raw.append(scale.span(period) if one.is_stretch else (middle, middle))
    low, high = min(begin for begin, _ in raw), max(end for _, end in raw)
    whole = high - low
    if whole <= 0:
        return Times(tuple(Share(0.0, 0.0) for _ in raw), None)
    shares = tuple(Share((begin - low) / whole, (end - low) / whole) for begin, end in raw)
    return Times(shares, _today(given, scale.at, low, whole))


def _today(
    given: Happenings, at: Callable[[date], float], low: float, whole: float
) -> float | None:
    if given.today is None:
        return None
    return (at(given.today.end + timedelta(1)) - low) / whole


class Places(NamedTuple):
    """Where all stand on the page, along the band. In points."""

    begins: tuple[float, ...]
    ends: tuple[float, ...]
    low: float
    high: float
    """Of the band."""
    today: float
    """Where what is still to come begins; `high` where nothing is."""


class Measures(NamedTuple):
    """The sizes of marks."""

    radius: float
    band: float
    stretch: float
    lane: float
    """From the middle of a bar to that of the one below it."""


def measures_of(look: Look) -> Measures:
    thick = look.of(9, 28)
    return Measures(look.of(4.5, 14), look.of(4, 12), thick, thick + look.of(2, 6))


def lanes_of(given: Happenings) -> tuple[int, ...]:
    """Which lane each stands in: bars that run at the same time lie side by side."""
    free: list[date] = []
    found = []
    for one in given.all:
        if not one.is_stretch:
            found.append(0)
            continue
        lane = next((n for n, end in enumerate(free) if end < one.moment.period.start), len(free))
        free[lane : lane + 1] = [one.moment.period.end]
        found.append(lane)
    return tuple(found)


def spine(
    given: Happenings, places: Places, lanes: Sequence[int], across: float, look: Look,
    origin: Origin, *, upright: bool,
) -> list[Placed]:  # fmt: skip
    """Band and marks; the band's middle is at `across`, lanes follow below or right of it."""
    sizes = measures_of(look)
    items: list[Placed] = []
    edges = (across - sizes.band / 2, across + sizes.band / 2)
    items += bar((places.low, places.today), edges, look.rest, origin, upright=upright)
    if places.today < places.high:
        dashes = tuple(part * sizes.band * 0.5 for part in DASHES)
        ends = [Point(along, across) for along in (places.today, places.high)]
        start, end = (_turned(one, upright) for one in ends)
        items += straight(start, end, Stroke(look.rest, sizes.band, dashes), origin)
    order = sorted(range(len(given.all)), key=lambda n: not given.all[n].is_stretch)
    for number in order:
        one, at = given.all[number], across + lanes[number] * sizes.lane
        if one.is_stretch:
            span = places.begins[number], places.ends[number]
            items += _stretch(one, span, at, places.today, sizes, look, upright=upright)
        else:
            along = places.begins[number]
            clear = sizes.radius + look.of(1.25, 4)
            gap = max(along - clear, places.low), min(along + clear, places.high)
            edges = at - sizes.stretch / 2, at + sizes.stretch / 2
            items += bar(gap, edges, look.paper, one.event.origin, upright=upright)
            items += _point(one, _turned(Point(along, at), upright), sizes, look)
    return items


def _turned(at: Point, upright: bool) -> Point:
    return Point(at.y, at.x) if upright else at


def _color(one: Happening, look: Look) -> Color:
    return look.accent if one.is_claimed else look.context


def _point(one: Happening, middle: Point, sizes: Measures, look: Look) -> tuple[Placed, ...]:
    if one.is_ahead:
        hollow = Stroke(_color(one, look), look.of(1.5, 5))
        return ring(middle, sizes.radius, hollow, look.paper, one.event.origin)
    return dot(middle, sizes.radius, _color(one, look), one.event.origin)


def _stretch(
    one: Happening, span: tuple[float, float], at: float, today: float, sizes: Measures,
    look: Look, *, upright: bool,
) -> list[Placed]:  # fmt: skip
    """A bar for what took a while; as far as it is still to come it is hollow."""
    begin, end = span
    # What is too short to be seen as a bar is as long as it is thick.
    end = max(end, begin + sizes.stretch * 0.5)
    across = (at - sizes.stretch / 2, at + sizes.stretch / 2)
    origin = one.event.origin
    known = begin if one.is_ahead else max(min(end, today), begin) if today < end else end
    items = [*bar((begin, end), across, look.paper, origin, upright=upright)]
    items += framed((begin, end), across, Stroke(_color(one, look), look.of(1.5, 5)), origin,
                    upright=upright)  # fmt: skip
    items += bar((begin, known), across, _color(one, look), origin, upright=upright)
    return items


def spread(shares: Sequence[Share], start: float, end: float) -> tuple[tuple[float, ...], ...]:
    """Begins and ends of all in true time between two places."""
    length = end - start
    return (
        tuple(start + one.begin * length for one in shares),
        tuple(start + one.end * length for one in shares),
    )


def is_running(one: Happening, given: Happenings) -> bool:
    """Whether it has begun at the day of publication and not ended."""
    return given.today is not None and one.moment.period.end > given.today.end and one.is_stretch


def today_of(given: Happenings, begins: Sequence[float], true: float | None, high: float) -> float:
    """Where what is still to come begins: the day itself, or half way between two events."""
    ahead = [one.is_ahead for one in given.all]
    if not any(ahead) and not any(is_running(one, given) for one in given.all):
        return high
    if true is not None:
        return true
    if not any(ahead):
        return high
    first = ahead.index(True)
    before = begins[first - 1] if first else begins[0]
    return (before + begins[first]) / 2


def are_apart(begins: Sequence[float], least: float) -> bool:
    """Whether marks do not lie on each other."""
    return all(later - one >= least for one, later in pairwise(begins))

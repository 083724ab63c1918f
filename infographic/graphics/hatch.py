"""Hatching at 45°: for forecasts, for no data, and where black alone must part two series."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from infographic.display.items import Placed, Segment, Stroke
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.limits import Budget, OverLimitError
from infographic.graphics.marks import drawn
from infographic.graphics.outlines import Outline

LEAST_LINE = 0.5
"""Points: a thinner line breaks on newsprint."""
PITCH = 4.0
"""From line to line, in times the line's width: a quarter of the area is ink, seen as K25."""

Lean = Literal["rising", "falling"]
"""Rising runs up to the right; two neighbours that are both hatched lean differently."""


def hatched(
    rings: Sequence[Sequence[Point]],
    color: Color,
    origin: Origin,
    *,
    width: float = LEAST_LINE,
    pitch: float = 0.0,
    lean: Lean = "rising",
) -> tuple[Placed, ...]:
    """Lines at 45° inside a polygon of one or more rings; holes are rings, too (even-odd).

    `width` is no less than 0.5 pt, `pitch` (square to the lines) 4 widths where it is 0. All lines
    lie on one raster, so that neighbours of one lean run on into each other. Nothing is drawn
    where the polygon is smaller than a line. Raises `SpecError` at `origin` where edges and lines
    meet more often than the limit “map-hatched”, as where polygons lie upon one another.
    """
    width = max(width, LEAST_LINE)
    try:
        lines = _lines(rings, width, pitch or PITCH * width, -1.0 if lean == "rising" else 1.0)
    except OverLimitError as error:
        raise SpecError([error.at(origin)]) from error
    return drawn(lines, Stroke(color, width), origin)


def hatched_box(
    rect: Rect,
    color: Color,
    origin: Origin,
    *,
    width: float = LEAST_LINE,
    pitch: float = 0.0,
    lean: Lean = "rising",
) -> tuple[Placed, ...]:
    """A rectangle hatched, as by `hatched`: no ink stands outside it."""
    ring = (
        rect.corner, Point(rect.right, rect.y), Point(rect.right, rect.bottom),
        Point(rect.x, rect.bottom),
    )  # fmt: skip
    return hatched([ring], color, origin, width=width, pitch=pitch, lean=lean)


def _lines(rings: Sequence[Sequence[Point]], width: float, pitch: float, slope: float) -> Outline:
    """The parts inside the polygon of all lines y = slope · x + n · rise, as one outline."""
    rise, work = pitch * math.sqrt(2), Budget("map-hatched")
    crossings: dict[int, list[tuple[float, float]]] = {}
    for ring in rings:
        for one, other in pairwise([*ring, ring[0]] if ring else []):
            work.spend(int(abs(other.y - one.y - slope * (other.x - one.x)) / rise))
            for number, x, back in _crossings(one, other, slope, rise):
                crossings.setdefault(number, []).append((x, back * width / 2 / math.sqrt(2)))
    found: list[Segment] = []
    for number in sorted(crossings):
        row = sorted(crossings[number])
        for (left, after), (right, before) in zip(row[::2], row[1::2], strict=True):
            begin, end = left + after, right - before
            if begin < end:
                found.append(("M", (begin, slope * begin + number * rise)))
                found.append(("L", (end, slope * end + number * rise)))
    return tuple(found)


MOST_BACK = 4.0
"""Along an edge that runs almost as the lines do, no line is cut back for ever."""


def _crossings(
    one: Point, other: Point, slope: float, rise: float
) -> Iterator[tuple[int, float, float]]:
    """Where an edge meets the lines: which, at what x, and how far back a line must end.

    A line of some width that ends square at an edge stands out past it by half its width times the
    cotangent of their angle; so much it is cut back, in half widths.
    """
    first, last = ((point.y - slope * point.x) / rise for point in (one, other))
    if first == last:
        return
    dx, dy = other.x - one.x, other.y - one.y
    # Along the line's direction and across it: their ratio is the cotangent.
    back = min(abs((dx + slope * dy) / (dy - slope * dx)), MOST_BACK)
    low, high = min(first, last), max(first, last)
    # Half open, so that a corner on a line counts once.
    for number in range(math.ceil(low), math.ceil(high)):
        yield number, one.x + dx * (number - first) / (last - first), back

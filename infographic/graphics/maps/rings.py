"""Rings of points in a plane: their area, what lies in them, and where a label stands in one."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence

Xy = tuple[float, float]
Ring = Sequence[Xy]
Polygon = Sequence[Ring]
"""An outer ring and its holes."""


def area_of(ring: Ring) -> float:
    """A ring's area; negative where it runs anticlockwise, y down.

    >>> area_of([(0, 0), (4, 0), (4, 3), (0, 3)])
    12.0
    """
    # From the ring's own corner: far from nought the products would swallow a small ring.
    x0, y0 = ring[0]
    total = 0.0
    x, y = ring[-1][0] - x0, ring[-1][1] - y0
    for x2, y2 in ring:
        x2, y2 = x2 - x0, y2 - y0
        total += x * y2 - x2 * y
        x, y = x2, y2
    return total / 2


def area_of_polygon(polygon: Polygon) -> float:
    """Its outer ring's area without its holes."""
    return abs(area_of(polygon[0])) - sum(abs(area_of(hole)) for hole in polygon[1:])


def holds(polygon: Polygon, point: Xy) -> bool:
    """Whether a point lies in a polygon and in none of its holes (even-odd).

    >>> holds([[(0, 0), (9, 0), (9, 9), (0, 9)], [(3, 3), (6, 3), (6, 6), (3, 6)]], (4, 4))
    False
    """
    px, py = point
    inside = False
    for ring in polygon:
        x, y = ring[-1]
        for x2, y2 in ring:
            if (y > py) != (y2 > py) and px < (x2 - x) * (py - y) / (y2 - y) + x:
                inside = not inside
            x, y = x2, y2
    return inside


def distance_to_edge(polygon: Polygon, point: Xy) -> float:
    """How far a point lies from the nearest edge; negative outside."""
    px, py = point
    inside, least = False, math.inf
    for ring in polygon:
        x, y = ring[-1]
        for x2, y2 in ring:
            if (y > py) != (y2 > py) and px < (x2 - x) * (py - y) / (y2 - y) + x:
                inside = not inside
            dx, dy = x2 - x, y2 - y
            long = dx * dx + dy * dy
            share = ((px - x) * dx + (py - y) * dy) / long if long else 0.0
            share = 0.0 if share < 0 else min(share, 1.0)
            ex, ey = px - x - share * dx, py - y - share * dy
            away = ex * ex + ey * ey
            least = min(least, away)
            x, y = x2, y2
    return math.sqrt(least) if inside else -math.sqrt(least)


MOST_SQUARES = 256
MOST_ASKED, LEAST_ASKED = 2_000_000, 64
"""Sides of a polygon that distances are asked of: one that crosses itself everywhere has as good a
point wherever it is looked, and none that is better."""


def inner_point(polygon: Polygon, precision: float = 0.5) -> tuple[Xy, float]:
    """The pole of inaccessibility and its distance to the edge: the centre of the largest circle.

    Not the centroid, which of a bent shape lies outside it, and of one with an enclave in the
    enclave. Squares are quartered where they may still hold a better point (Mapbox's polylabel).
    """
    xs, ys = [x for x, _ in polygon[0]], [y for _, y in polygon[0]]
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    size = min(right - left, bottom - top)
    if not size:
        return ((left + right) / 2, (top + bottom) / 2), 0.0
    half = size / 2
    squares: list[tuple[float, float, float, float, float]] = []

    def add(x: float, y: float, half: float) -> float:
        far = distance_to_edge(polygon, (x, y))
        heapq.heappush(squares, (-far - half * math.sqrt(2), x, y, half, far))
        return far

    across, wide = _squares_along(right - left, size)
    down, high = _squares_along(bottom - top, size)
    for i in range(across):
        for j in range(down):
            add(left + (2 * i + 1) * wide, top + (2 * j + 1) * high, half)
    best, most = _centre(polygon)
    left_to_ask = max(MOST_ASKED // sum(map(len, polygon)), LEAST_ASKED)
    while squares and left_to_ask > 0:
        hope, x, y, half, far = heapq.heappop(squares)
        if far > most:
            best, most = (x, y), far
        if -hope - most <= precision or half < precision / 16:
            continue
        half /= 2
        left_to_ask -= 4
        for dx, dy in ((-half, -half), (half, -half), (-half, half), (half, half)):
            add(x + dx, y + dy, half)
    return best, most


def _squares_along(length: float, size: float) -> tuple[int, float]:
    """How many squares stand along a side, and half of the way from one to the next."""
    count = math.ceil(min(length / size, 1e9))
    if count <= MOST_SQUARES:
        return max(count, 1), size / 2
    # A sliver a thousand times as long as it is wide is looked at in some places of it.
    return MOST_SQUARES, length / MOST_SQUARES / 2


def _centre(polygon: Polygon) -> tuple[Xy, float]:
    """The outer ring's centroid, and how far it lies from the edge."""
    ring = polygon[0]
    x0, y0 = ring[0]
    whole = sx = sy = 0.0
    x, y = ring[-1][0] - x0, ring[-1][1] - y0
    for x2, y2 in ring:
        x2, y2 = x2 - x0, y2 - y0
        cross = x * y2 - x2 * y
        whole += cross
        sx += (x + x2) * cross
        sy += (y + y2) * cross
        x, y = x2, y2
    centre = (sx / (3 * whole) + x0, sy / (3 * whole) + y0) if whole else (x0, y0)
    return centre, distance_to_edge(polygon, centre)


def holds_box(polygon: Polygon, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether a box lies wholly in a polygon: a corner does, and no edge comes into the box."""
    if not holds(polygon, (left, top)):
        return False
    for ring in polygon:
        x, y = ring[-1]
        for x2, y2 in ring:
            if _crosses(x, y, x2, y2, left, top, right, bottom):
                return False
            x, y = x2, y2
    return True


def _crosses(
    x: float, y: float, x2: float, y2: float,
    left: float, top: float, right: float, bottom: float,
) -> bool:  # fmt: skip
    """Whether a straight line comes into a box (Liang and Barsky)."""
    start, end = 0.0, 1.0
    dx, dy = x2 - x, y2 - y
    for way, room in ((-dx, x - left), (dx, right - x), (-dy, y - top), (dy, bottom - y)):
        if not way:
            if room < 0:
                return False
        elif way < 0:
            start = max(start, room / way)
        else:
            end = min(end, room / way)
    return start <= end

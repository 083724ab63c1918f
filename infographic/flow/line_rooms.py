"""Where lines of type may stand: columns of grid lines, with what stands in their way taken out.

A room is one column. All rooms of a frame share its grid lines, counted from its head.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple

HAIR = 1e-6


class LineRoom(NamedTuple):
    """A grid line's room for type, in points from its frame's left edge."""

    x: float
    width: float


ColumnRoom = tuple[LineRoom | None, ...]
"""A column's grid lines from its head down; None where no type may stand."""


@record
class Obstacle:
    """What type runs round: a box, or a polygon in it, and the space kept on all sides."""

    box: Rect
    outline: tuple[Point, ...] = ()
    """A polygon's corners in turn; () for the box itself."""
    beside: float = 0.0
    """Space kept left and right of it."""
    above: float = 0.0
    below: float = 0.0

    def blocked(self, top: float, bottom: float) -> tuple[float, float] | None:
        """From where to where it blocks a band across the frame; None where it does not.

        >>> Obstacle(Rect(10, 0, 20, 30), beside=5).blocked(20, 32)
        (5, 35)
        >>> Obstacle(Rect(10, 0, 20, 30)).blocked(30, 42) is None
        True
        """
        low, high = top - self.below, bottom + self.above
        if self.outline:
            across = _across(self.outline, low, high)
            if across is None:
                return None
            left, right = across
        else:
            if self.box.bottom <= low + HAIR or self.box.y >= high - HAIR:
                return None
            left, right = self.box.x, self.box.right
        return left - self.beside, right + self.beside


def _across(outline: Sequence[Point], top: float, bottom: float) -> tuple[float, float] | None:
    """How far a polygon reaches to the left and the right inside a band."""
    xs: list[float] = []
    for a, b in pairwise((*outline, outline[0])):
        if max(a.y, b.y) <= top + HAIR or min(a.y, b.y) >= bottom - HAIR:
            continue
        for y in (top, bottom):
            if min(a.y, b.y) < y < max(a.y, b.y):
                xs.append(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
        xs += [p.x for p in (a, b) if top <= p.y <= bottom]
    return (min(xs), max(xs)) if xs else None


def room(
    left: float,
    measure: float,
    rows: int,
    leading: float,
    obstacles: Sequence[Obstacle],
    narrowest: float,
) -> ColumnRoom:
    """A column's grid lines, each as wide as its obstacles leave it.

    Of what an obstacle leaves on either side type takes the wider part, so that it is read in one
    go; a part less than `narrowest` wide stays empty.

    >>> picture = Obstacle(Rect(60, 0, 40, 20))
    >>> room(0, 100, 3, 12, [picture], narrowest=30)
    (LineRoom(x=0, width=60.0), LineRoom(x=0, width=60.0), LineRoom(x=0, width=100))
    """
    near = [o for o in obstacles if o.box.x - o.beside < left + measure - HAIR
            and o.box.right + o.beside > left + HAIR]  # fmt: skip
    if not near:
        return (LineRoom(left, measure),) * rows
    found: list[LineRoom | None] = []
    before: list[tuple[float, float] | None] = []
    for number in range(rows):
        top = number * leading
        blocked = [obstacle.blocked(top, top + leading) for obstacle in near]
        if blocked == before:
            # Beside a box, and where nothing stands, a line is as the one above it.
            found.append(found[-1])
            continue
        before, free = blocked, [(left, left + measure)]
        for part in filter(None, blocked):
            free = _without(free, *part)
        start, end = max(free, key=lambda part: part[1] - part[0], default=(left, left))
        fits = end - start >= min(narrowest, measure) - HAIR
        found.append(LineRoom(start, end - start) if fits else None)
    return tuple(found)


def _without(
    parts: list[tuple[float, float]], left: float, right: float
) -> list[tuple[float, float]]:
    kept = []
    for start, end in parts:
        kept += [(start, min(end, left)), (max(start, right), end)]
    return [(start, end) for start, end in kept if end - start > HAIR]

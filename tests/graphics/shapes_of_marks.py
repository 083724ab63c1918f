"""What tests measure on marks: flattened outlines, their areas and bounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from infographic.display.items import Path, Placed, Segment
from infographic.foundation.color import BLACK
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.geometry import Point

INK, HERE = BLACK, BUILT_IN
STEPS = 64


def flattened(outline: Iterable[Segment], at: Point = Point(0, 0)) -> list[list[Point]]:
    """The outline's subpaths with each curve as 64 chords."""
    found: list[list[Point]] = []
    for operator, numbers in outline:
        points = [at.moved(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if operator == "M":
            found.append(points)
        elif operator == "L":
            found[-1] += points
        elif operator == "C":
            found[-1] += _curve(found[-1][-1], *points)
    return found


def _curve(p: Point, q: Point, r: Point, s: Point) -> list[Point]:
    found = []
    for step in range(1, STEPS + 1):
        t = step / STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        found.append(
            Point(a * p.x + b * q.x + c * r.x + d * s.x, a * p.y + b * q.y + c * r.y + d * s.y)
        )
    return found


def area_of(outline: Iterable[Segment]) -> float:
    """By the shoelace, over all subpaths with their signs: a hole runs the other way round."""
    return abs(sum(_signed(ring) for ring in flattened(outline)))


def _signed(ring: Sequence[Point]) -> float:
    return sum(a.x * b.y - b.x * a.y for a, b in pairwise([*ring, ring[0]])) / 2


def path_of(placed: Sequence[Placed]) -> Path:
    """The one path that was drawn."""
    (only,) = placed
    assert isinstance(only.item, Path)
    return only.item


def points_of(placed: Placed) -> list[Point]:
    assert isinstance(placed.item, Path)
    return [point for ring in flattened(placed.item.segments, placed.at) for point in ring]


def bounds_of(placed: Placed) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of an outline, without its stroke."""
    points = points_of(placed)
    return (
        min(p.x for p in points), min(p.y for p in points),
        max(p.x for p in points), max(p.y for p in points),
    )  # fmt: skip

"""Which rings of a drawing lie in which: areas with their holes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from infographic.foundation.base_map import Line
from infographic.foundation.limits import Budget
from infographic.graphics.maps.rings import Ring, Xy, area_of, holds

SQUARES = 64
"""Across and down, by which rings are looked up."""
WIDE = 256
"""A ring over more squares than this is looked at wherever a point lies."""

Box = tuple[float, float, float, float]


class _Rings:
    """Rings by where they are, each by its number."""

    def __init__(self, rings: Sequence[Ring]) -> None:
        self.rings = rings
        self.boxes = [_box_of(ring) for ring in rings]
        left, top = min(box[0] for box in self.boxes), min(box[1] for box in self.boxes)
        right, bottom = max(box[2] for box in self.boxes), max(box[3] for box in self.boxes)
        self.corner = left, top
        self.side = max(right - left, bottom - top) / SQUARES or 1.0
        self.squares: dict[tuple[int, int], list[int]] = {}
        self.wide: list[int] = []
        self.work = Budget("map-nesting")

    def add(self, number: int) -> None:
        x0, y0, x1, y1 = self.boxes[number]
        (left, top), (right, bottom) = self._square((x0, y0)), self._square((x1, y1))
        if (right - left + 1) * (bottom - top + 1) > WIDE:
            self.wide.append(number)
            return
        for x in range(left, right + 1):
            for y in range(top, bottom + 1):
                self.squares.setdefault((x, y), []).append(number)

    def _square(self, at: Xy) -> tuple[int, int]:
        left, top = self.corner
        return math.floor((at[0] - left) / self.side), math.floor((at[1] - top) / self.side)

    def around(self, point: Xy) -> Iterator[int]:
        """The rings that a point lies in, in the order in which they were added."""
        near = self.squares.get(self._square(point), ())
        px, py = point
        for number in sorted([*self.wide, *near]):
            self.work.spend()
            left, top, right, bottom = self.boxes[number]
            if left <= px <= right and top <= py <= bottom:
                self.work.spend(len(self.rings[number]))
                if holds([self.rings[number]], point):
                    yield number


def _box_of(ring: Ring) -> Box:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def polygons_of(rings: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Rings by what they lie in: one in an even number of others is an area, else a hole.

    Raises `OverLimitError` where so many lie about one another that it takes too long to be seen.
    """
    if not rings:
        return iter(())
    order = sorted(rings, key=lambda ring: -abs(area_of(ring)))
    known = _Rings(order)
    areas: dict[int, list[Line]] = {}
    for number, ring in enumerate(order):
        around = [*known.around(ring[0])]
        known.add(number)
        owner = areas.get(around[-1]) if len(around) % 2 else None
        if owner is None:
            areas[number] = [ring]
        else:
            owner.append(ring)
    return (tuple(one) for one in areas.values())

"""Rings of a drawing by what they lie in: as slowly as it may be done, and counted."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import pytest
from conftest import Limited

from infographic.foundation.base_map import Line
from infographic.foundation.limits import Budget, OverLimitError
from infographic.graphics.maps import nesting
from infographic.graphics.maps.nesting import polygons_of
from infographic.graphics.maps.rings import area_of, holds


def square(x: float, y: float, side: float) -> Line:
    return ((x, y), (x + side, y), (x + side, y + side), (x, y + side))


def slowly(rings: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    order = sorted(rings, key=lambda ring: -abs(area_of(ring)))
    outer: list[list[Line]] = []
    for number, ring in enumerate(order):
        around = [other for other in order[:number] if holds([other], ring[0])]
        owner = next((one for one in outer if around and one[0] is around[-1]), None)
        if len(around) % 2 and owner is not None:
            owner.append(ring)
        else:
            outer.append([ring])
    return (tuple(one) for one in outer)


@pytest.mark.parametrize("seed", range(30))
def test_areas_and_holes_are_those_that_each_ring_held_against_each_gives(seed: int) -> None:
    chance = random.Random(seed)
    rings = [
        square(chance.uniform(0, 90), chance.uniform(0, 90), chance.choice([1, 4, 12, 40, 90]))
        for _ in range(60)
    ]
    assert [*polygons_of(rings)] == [*slowly(rings)]


def test_rings_that_lie_apart_are_not_held_against_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept: list[Budget] = []

    class Kept(Budget):
        def __init__(self, name: str) -> None:
            super().__init__(name)
            kept.append(self)

    monkeypatch.setattr(nesting, "Budget", Kept)
    count = 4000
    rings = [square(n % 64 * 10, n // 64 * 10, 4) for n in range(count)]
    assert len([*polygons_of(rings)]) == count
    assert Budget("map-nesting").left - kept[0].left < 20 * count


def test_rings_about_one_another_by_the_thousand_are_refused(limited: Limited) -> None:
    rings = [square(n, n, 1000 - 2 * n) for n in range(400)]
    assert len([*polygons_of(rings)]) == 200
    limited({"map-nesting": 10_000})
    with pytest.raises(OverLimitError):
        [*polygons_of(rings)]

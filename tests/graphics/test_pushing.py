"""Labels in one direction: apart, in their order, moved as little as can be."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from infographic.graphics.placing.pushing import pushed_apart

PLACES = st.lists(st.tuples(st.floats(-50, 250), st.floats(0, 30)), min_size=1, max_size=12)


@settings(max_examples=80)
@given(PLACES, st.floats(0, 5))
@example([(10.0, 12.0)] * 8, 2.0)
def test_labels_keep_apart_inside_the_field_and_in_their_order(
    labels: list[tuple[float, float]], gap: float
) -> None:
    wanted, sizes = zip(*labels, strict=True)
    found = pushed_apart(wanted, sizes, 0, 200, gap)
    needed = sum(sizes) + gap * (len(sizes) - 1)
    if found is None:
        assert needed > 200 - 1e-6
        return
    assert needed < 200 + 1e-6
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    for one, other in pairwise(order):
        assert found[other] - found[one] >= (sizes[one] + sizes[other]) / 2 + gap - 1e-6
    assert all(
        size / 2 - 1e-6 <= place <= 200 - size / 2 + 1e-6
        for place, size in zip(found, sizes, strict=True)
    )


@settings(max_examples=40)
@given(st.lists(st.integers(0, 10), min_size=1, max_size=4), st.sampled_from([2, 4]))
def test_no_other_places_move_them_less(wanted: list[int], size: int) -> None:
    found = pushed_apart(wanted, [size] * len(wanted), -4, 14)
    assert found is not None
    places = range(-4 + size // 2, 15 - size // 2)
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    least = min(
        sum(abs(row[index] - wanted[index]) for index in order)
        for row in product(places, repeat=len(wanted))
        if all(row[other] - row[one] >= size for one, other in pairwise(order))
    )
    moved = sum(abs(place - wish) for place, wish in zip(found, wanted, strict=True))
    assert moved == pytest.approx(least)


def test_labels_with_room_do_not_move() -> None:
    assert pushed_apart([5, 50, 95], [10, 10, 10], 0, 100, 2) == (5, 50, 95)
    assert pushed_apart([], [], 0, 100) == ()


def test_labels_that_push_each_other_share_the_way() -> None:
    assert pushed_apart([30, 30, 30], [10, 10, 10], 0, 100, 1) == (19, 30, 41)
    assert pushed_apart([0, 0], [10, 10], 0, 100) == (5, 15)


def test_labels_are_given_in_any_order() -> None:
    assert pushed_apart([50, 10, 11], [10, 10, 10], 0, 100) == (50, 5.5, 15.5)

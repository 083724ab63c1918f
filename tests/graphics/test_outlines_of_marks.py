"""Outlines have the area that their values ask for."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shapes_of_marks import area_of, flattened

from infographic.foundation.geometry import Point
from infographic.graphics import outlines
from infographic.graphics.outlines import Sign

C = Point(100, 100)


@settings(max_examples=40)
@given(st.floats(0, 60), st.floats(1, 60), st.floats(0, 2), st.floats(0.001, 1))
@example(0, 50, 0, 1)
@example(40, 10, 0.3, 1)
def test_a_sector_has_its_share_of_the_ring(
    inner: float, ring: float, begin: float, share: float
) -> None:
    outer = inner + ring
    found = area_of(outlines.ring_sector(C, inner, outer, begin, begin + share))
    assert found == pytest.approx(math.pi * (outer**2 - inner**2) * share, rel=1e-3)


def test_a_sector_runs_clockwise_from_twelve_o_clock() -> None:
    (ring,) = flattened(outlines.ring_sector(C, 0, 50, 0, 0.25))
    assert ring[1] == Point(100, 50)
    assert ring[-1] == pytest.approx((150, 100))
    assert all(math.dist(C, point) == pytest.approx(50, rel=1e-5) for point in ring[1:])


@pytest.mark.parametrize("kind", get_args(Sign))
def test_every_sign_has_the_area_of_a_dot(kind: Sign) -> None:
    outline = outlines.sign(kind, C, 4)
    assert area_of(outline) == pytest.approx(math.pi * 16, rel=1e-3)
    (ring,) = flattened(outline)
    middle = [sum(axis) / len(ring) for axis in zip(*ring, strict=True)]
    assert middle == pytest.approx(C, abs=0.1)


@given(st.decimals(0, "1e12", places=6))
def test_a_circle_has_the_area_of_its_value(value: float) -> None:
    radius = outlines.radius_of(value, 10**12, 18)
    assert radius**2 / 18**2 == pytest.approx(float(value) / 1e12, rel=1e-9)


def test_a_negative_value_has_no_circle() -> None:
    with pytest.raises(ValueError, match="area"):
        outlines.radius_of(-1, 10, 18)


@settings(max_examples=40)
@given(st.floats(0, 200), st.floats(0, 200), st.floats(0.01, 60), st.floats(1, 300))
def test_a_ribbon_is_as_thick_as_its_ends_all_the_way(
    left: float, right: float, thickness: float, length: float
) -> None:
    outline = outlines.ribbon(10, left, left + thickness, 10 + length, right, right + thickness)
    # Both edges bend alike, so their chords do.
    assert area_of(outline) == pytest.approx(thickness * length, rel=1e-3)


@given(st.lists(st.floats(0, 100), min_size=2, max_size=30))
def test_an_area_is_what_lies_under_the_line(heights: list[float]) -> None:
    tops = [Point(10.0 * number, 200 - height) for number, height in enumerate(heights)]
    expected = sum(10 * (one + other) / 2 for one, other in pairwise(heights))
    assert area_of(outlines.area(tops, 200)) == pytest.approx(expected, rel=1e-9, abs=1e-6)


def test_an_area_ends_at_a_gap_and_a_lone_value_has_none() -> None:
    tops = [Point(0, 0), Point(10, 0), None, Point(30, 0), None, Point(50, 0), Point(60, 0)]
    shapes = flattened(outlines.area(tops, 10))
    assert [(ring[0].x, ring[1].x) for ring in shapes] == [(0, 10), (50, 60)]
    assert area_of(outlines.area(tops, 10)) == 200


def test_an_area_on_another_is_what_lies_between_them() -> None:
    tops = [Point(0, 0), Point(10, 5), Point(20, 0)]
    feet = [Point(0, 10), Point(10, 10), None]
    assert area_of(outlines.area(tops, feet)) == 75


def test_an_arrowhead_has_its_tip_at_the_point() -> None:
    (head,) = flattened(outlines.arrowhead(Point(10, 10), Point(3, 0), 4, 6))
    assert head == [Point(10, 10), Point(6, 13), Point(6, 7)]


def test_a_bracket_opens_to_the_side_of_its_depth() -> None:
    (over,) = flattened(outlines.bracket(0, 20, 5, 3))
    assert over == [Point(0, 8), Point(0, 5), Point(20, 5), Point(20, 8)]
    (beside,) = flattened(outlines.bracket(0, 20, 5, -3, upright=True))
    assert beside == [Point(2, 0), Point(5, 0), Point(5, 20), Point(2, 20)]

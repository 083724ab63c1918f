"""What lies in a ring, where its label stands, simpler lines, scale bars."""

from __future__ import annotations

import itertools
import math

import pytest
from bases import box, collection, feature
from hypothesis import given, settings
from hypothesis import strategies as st

from infographic.foundation.geometry import Size
from infographic.graphics.maps.outlines import fitted
from infographic.graphics.maps.read import read_base
from infographic.graphics.maps.rings import holds_box, inner_point
from infographic.graphics.maps.scale_bar import scale_bar
from infographic.graphics.maps.simplified import simplified


def test_the_largest_circle_of_a_bent_shape_stands_in_its_thick_end() -> None:
    bent = [(0, 0), (20, 0), (20, 2), (10, 2), (10, 10), (0, 10)]
    point, far = inner_point([bent], 0.01)
    assert point == pytest.approx((5, 5), abs=0.3)
    assert far == pytest.approx(5, abs=0.3)


def test_a_box_lies_in_a_shape_where_no_border_comes_into_it() -> None:
    square = [(0, 0), (10, 0), (10, 10), (0, 10)]
    hole = [(4, 4), (6, 4), (6, 6), (4, 6)]
    assert holds_box([square], 1, 1, 9, 9)
    assert not holds_box([square], 5, 5, 11, 9)
    assert not holds_box([square, hole], 1, 1, 9, 9)
    assert holds_box([square, hole], 1, 1, 3.9, 9)


def distance(point: tuple[float, float], ends: tuple[tuple[float, float], ...]) -> float:
    (x, y), ((x1, y1), (x2, y2)) = point, ends
    long = (x2 - x1) ** 2 + (y2 - y1) ** 2
    share = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / long if long else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1))


@given(
    st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=2, max_size=60),
    st.floats(0.01, 5),
)
@settings(max_examples=60, deadline=None)
def test_no_point_of_a_simpler_line_is_farther_than_the_tolerance(
    line: list[tuple[float, float]], tolerance: float
) -> None:
    kept = simplified(line, tolerance)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    sides = list(itertools.pairwise(kept))
    for point in line:
        assert min(distance(point, side) for side in sides) <= tolerance + 1e-9


def test_the_scale_bar_is_true_in_the_middle_of_the_map() -> None:
    data = collection(feature("甲", [box(100, 30, 110, 40)]))
    made = fitted(read_base(data), Size(300, 300))
    west, east = made.at(104.9, 35), made.at(105.1, 35)
    assert west is not None and east is not None
    km = math.radians(0.2) * math.cos(math.radians(35)) * 6371.0072
    assert made.points_per_km() == pytest.approx((east.x - west.x) / km, rel=1e-4)
    bar = scale_bar(made.points_per_km(), 60)
    assert bar is not None
    assert bar.length <= 60
    assert bar.length / made.points_per_km() == pytest.approx(bar.metres / 1000)


@given(st.floats(1e-4, 10), st.floats(20, 200))
@settings(max_examples=60, deadline=None)
def test_a_scale_bar_is_a_round_length_that_takes_two_fifths_of_its_room(
    scale: float, longest: float
) -> None:
    bar = scale_bar(scale, longest)
    assert bar is not None
    assert longest * 0.39 <= bar.length <= longest * 1.001
    assert f"{bar.metres:e}"[0] in "125"

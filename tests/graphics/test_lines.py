"""Lines over time: what is left out of them is not seen, what is missing is."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapes_of_marks import HERE, INK, bounds_of

from infographic.display.items import Stroke
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.table import Period
from infographic.graphics.lines.gaps import gaps_before
from infographic.graphics.lines.logarithmic import logarithmic, powers
from infographic.graphics.lines.sparkline import sparkline
from infographic.graphics.lines.thinned import UNSEEN, thinned

HEIGHTS = st.lists(st.floats(0, 100), min_size=1, max_size=60)


def height_at(line: list[Point | None], x: float) -> float:
    known = [point for point in line if point is not None]
    for before, after in pairwise(known):
        if before.x <= x <= after.x:
            share = (x - before.x) / (after.x - before.x)
            return before.y * (1 - share) + after.y * share
    return known[0].y


@settings(max_examples=50, deadline=None)
@given(HEIGHTS, st.floats(0.01, 3))
def test_no_point_left_out_lies_farther_from_the_line_than_is_seen(
    heights: list[float], step: float
) -> None:
    points = [Point(at * step, y) for at, y in enumerate(heights)]
    thin = thinned(points)
    assert all(abs(height_at(thin, point.x) - point.y) <= UNSEEN + 1e-9 for point in points)
    kept = [point for point in thin if point is not None]
    assert {min(heights), max(heights)} <= {point.y for point in kept}
    assert (kept[0], kept[-1]) == (points[0], points[-1])


def test_a_straight_line_of_thousands_is_its_ends_and_what_is_to_be_kept() -> None:
    points = [Point(at / 10, 5.0) for at in range(2000)]
    assert thinned(points, keep=[700]) == [points[0], points[700], points[-1]]


def test_gaps_stay_gaps_and_lone_values_stay() -> None:
    points = [None, Point(0, 0), None, None, Point(3, 3), Point(4, 4), Point(5, 5), None]
    assert thinned(points) == [Point(0, 0), None, Point(3, 3), Point(5, 5)]


def days(*numbers: int, first: date = date(2024, 6, 3)) -> list[Period]:
    return [Period(first + timedelta(n), first + timedelta(n)) for n in numbers]


def test_a_day_without_a_row_is_a_gap() -> None:
    assert gaps_before(days(0, 1, 2, 5, 6, 7)) == {3}
    assert gaps_before(days(0, 1, 2, 3)) == frozenset()


def test_weekends_are_no_gaps_where_no_day_is_one() -> None:
    assert gaps_before(days(0, 1, 2, 3, 4, 7, 8, 9)) == frozenset()
    assert gaps_before(days(0, 1, 2, 3, 4, 7, 9, 10)) == {6}


def test_months_are_alike_and_two_of_them_together_leave_none_out() -> None:
    months = [Period(date(2024, m, 1), date(2024, m + 1, 1) - timedelta(1)) for m in range(1, 12)]
    merged = [Period(date(2024, 1, 1), date(2024, 2, 29)), *months[2:]]
    assert gaps_before(months) == gaps_before(merged) == frozenset()
    assert gaps_before([*months[:4], *months[6:]]) == {4}


def test_censuses_have_no_usual_step_and_no_gaps() -> None:
    years = [1953, 1964, 1982, 1990, 2000, 2010, 2020]
    assert not gaps_before([Period(date(n, 7, 1), date(n, 7, 1)) for n in years])


def test_a_logarithmic_scale_has_equal_lengths_for_equal_ratios() -> None:
    scale = logarithmic([Decimal("0.02"), 3000], 100, 0)
    assert scale.at(1) - scale.at(10) == pytest.approx(scale.at(10) - scale.at(100))
    assert [str(power) for power in powers(scale, 4)] == ["0.01", "1", "100", "10000"]
    with pytest.raises(ValueError, match="logarithm"):
        scale.at(0)
    assert logarithmic([5], 10, 0).at(5) > 0


STROKE = Stroke(INK, 1)
VALUES = st.lists(st.one_of(st.none(), st.integers(-(10**12), 10**12)), max_size=30)


@settings(max_examples=40, deadline=None)
@given(VALUES)
def test_a_sparkline_stays_in_its_box(values: list[int | None]) -> None:
    placed = sparkline(values, Rect(10, 20, 60, 12), STROKE, [HERE] * len(values))
    assert bool(placed) is any(value is not None for value in values)
    for one in placed:
        left, top, right, bottom = bounds_of(one)
        assert Rect(10, 20, 60, 12).holds(Rect(left, top, right - left, bottom - top), 1e-9)


def test_a_sparkline_is_as_high_as_its_values_and_may_share_a_scale() -> None:
    box = Rect(0, 0, 100, 24)
    origins = [HERE] * 3
    line, end = sparkline([0, 10, 5], box, STROKE, origins, dot_radius=2)
    assert bounds_of(line) == pytest.approx((2, 2, 98, 22))
    left, top, right, bottom = bounds_of(end)
    assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx((98, 12))
    shared, _ = sparkline([0, 10, 5], box, STROKE, origins, dot_radius=2, extent=(0, 20))
    assert bounds_of(shared)[1] == pytest.approx(12)


def test_a_sparkline_stands_at_true_times() -> None:
    line, _ = sparkline([1, 2, 3], Rect(0, 0, 102, 12), STROKE, [HERE] * 3, places=[0, 0.25, 1],
                        dot_radius=1)  # fmt: skip
    assert [x for _, (x, _) in line.item.segments] == [1, 26, 101]

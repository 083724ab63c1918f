"""True time: gaps are as long as they were."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infographic.foundation.table import Period
from infographic.graphics.dates import between_middles, places_between, time_scale, time_ticks

DATES = st.dates(date(1949, 1, 1), date(2060, 12, 31))


def day(at: date) -> Period:
    return Period(at, at)


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


@settings(max_examples=50)
@given(st.lists(DATES, min_size=1, max_size=30))
def test_days_stand_in_proportion_to_the_time_between_them(days: list[date]) -> None:
    scale = time_scale(map(day, days), 10, 300)
    length = (max(days) - min(days)).days + 1
    for one in days:
        begin, end = scale.span(day(one))
        assert end - begin == pytest.approx(290 / length)
        assert begin == pytest.approx(10 + (one - min(days)).days * 290 / length)


def test_months_and_years_are_equally_long_leap_year_or_not() -> None:
    scale = time_scale(map(year, (2019, 2020, 2023)), 0, 60)
    assert scale.grain == "month"
    assert [scale.middle(year(n)) for n in range(2019, 2024)] == [6, 18, 30, 42, 54]
    february = Period(date(2023, 2, 1), date(2023, 2, 28))
    assert scale.span(february) == pytest.approx((49, 50))


def test_a_missing_year_leaves_its_gap() -> None:
    scale = between_middles(map(year, (2010, 2011, 2020)), 0, 100)
    assert [scale.middle(year(n)) for n in (2010, 2011, 2020)] == pytest.approx([0, 10, 100])


def test_two_months_in_one_figure_stand_between_them() -> None:
    months = [
        Period(date(2024, 1, 1), date(2024, 2, 29)),
        Period(date(2024, 3, 1), date(2024, 3, 31)),
    ]
    scale = time_scale(months, 0, 30)
    assert [scale.middle(one) for one in months] == pytest.approx([10, 25])


def test_a_cumulative_value_stands_at_its_last_month() -> None:
    rows = [
        Period(date(2024, 1, 1), date(2024, end, last), True) for end, last in ((2, 29), (3, 31))
    ]
    scale = time_scale(rows, 0, 30)
    assert [scale.middle(one) for one in rows] == pytest.approx([15, 25])


def test_one_time_stands_in_the_middle_and_none_is_refused() -> None:
    assert between_middles([year(2020)], 0, 100).middle(year(2020)) == 50
    with pytest.raises(ValueError, match="no periods"):
        time_scale([], 0, 100)


def test_the_last_day_of_the_calendar_is_no_trouble() -> None:
    last = Period(date.max, date.max)
    assert time_scale([last], 0, 10).span(last) == (0, 10)
    assert time_ticks(date(9998, 1, 1), date.max, 3)


@settings(max_examples=80)
@given(DATES, st.integers(0, 40000), st.integers(1, 8))
def test_ticks_of_time_are_few_in_order_and_within(first: date, length: int, most: int) -> None:
    until = first + timedelta(days=min(length, (date(2060, 12, 31) - first).days))
    found = [tick.at for tick in time_ticks(first, until, most)]
    assert len(found) <= most
    assert found == sorted(set(found))
    assert all(first <= at <= until for at in found)


@pytest.mark.parametrize(
    ("first", "until", "expected"),
    [
        ((2024, 1, 1), (2024, 1, 4), "2024-01-01 2024-01-02 2024-01-03 2024-01-04"),
        ((2024, 6, 1), (2024, 6, 30), "2024-06-03 2024-06-10 2024-06-17 2024-06-24"),
        ((2023, 1, 1), (2023, 12, 31), "2023-01-01 2023-04-01 2023-07-01 2023-10-01"),
        ((2011, 1, 1), (2024, 1, 1), "2015-01-01 2020-01-01"),
    ],
)
def test_ticks_of_time_are_what_a_desk_would_name(
    first: tuple[int, int, int], until: tuple[int, int, int], expected: str
) -> None:
    found = time_ticks(date(*first), date(*until), 5 if first != (2011, 1, 1) else 4)
    assert " ".join(str(tick.at) for tick in found) == expected


KINDS = st.sampled_from(["day", "month", "sum"])


@settings(max_examples=50)
@given(st.lists(st.tuples(DATES, KINDS), min_size=1, max_size=20))
def test_a_row_of_times_stands_where_each_of_them_does(rows: list[tuple[date, str]]) -> None:
    periods = [
        day(at) if kind == "day"
        else Period(at.replace(month=1, day=1) if kind == "sum" else at.replace(day=1), at,
                    kind == "sum")
        for at, kind in rows
    ]  # fmt: skip
    scale = between_middles(periods, 10, 300)
    places, grain = places_between(periods, 10, 300)
    assert grain == scale.grain
    assert places == pytest.approx([scale.middle(one) for one in periods])

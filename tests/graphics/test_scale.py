"""Scales: exact proportion, 0 where a bar begins, and cuts that are said."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from infographic.graphics.scale import Scale, bands, between, common, from_zero

VALUES = st.decimals("-1e12", "1e12", allow_nan=False, allow_infinity=False, places=6)
ROWS = st.lists(st.none() | VALUES, max_size=40)


@settings(max_examples=60)
@given(ROWS, st.floats(-500, 500), st.floats(-500, 500))
@example([Decimal(0)] * 3, 0.0, 100.0)
@example([None], 0.0, 100.0)
@example([Decimal("1e-6"), Decimal("1e12")], 0.0, 400.0)
def test_the_length_of_a_bar_is_proportional_to_its_value(
    rows: list[Decimal | None], start: float, end: float
) -> None:
    scale = from_zero(rows, start, end)
    points_per_unit = abs(end - start) / float(scale.high - scale.low)
    for value in filter(None, rows):
        first, last = scale.span(value)
        assert last - first == pytest.approx(abs(float(value)) * points_per_unit, abs=1e-9)
        assert scale.length_of(value) == pytest.approx(last - first)
        assert min(start, end) - 1e-9 <= first <= last <= max(start, end) + 1e-9


def test_values_of_a_million_million_that_differ_by_a_millionth_stand_apart() -> None:
    low = Decimal(10) ** 12
    scale = Scale(low, low + Decimal("1e-6"), 0, 100)
    assert scale.at(low + Decimal("5e-7")) == pytest.approx(50)


@given(VALUES, VALUES.filter(bool), st.floats(-50, 50))
def test_a_place_leads_back_to_its_value(low: Decimal, extent: Decimal, place: float) -> None:
    scale = Scale(low, low + abs(extent), 10, 90)
    value = scale.value_at(place)
    tolerance = float(abs(low) + abs(extent)) * 1e-13 * 100 / float(abs(extent)) + 1e-6
    assert scale.at(value) == pytest.approx(place, abs=tolerance)
    assert scale.reversed().at(value) == pytest.approx(100 - place, abs=tolerance)


def test_zero_stands_at_the_start_where_nothing_is_known_of_the_values() -> None:
    for rows in ([], [None], [0, Decimal(0)]):
        scale = from_zero(rows, 20, 120)
        assert scale.at(0) == 20
    assert from_zero([-3], 0, 100).at(0) == 100


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN")])
def test_a_value_that_is_no_number_is_refused(value: float | Decimal) -> None:
    with pytest.raises(ValueError, match="finite"):
        from_zero([value], 0, 100)


@settings(max_examples=60)
@given(ROWS)
@example([Decimal(5)])
@example([Decimal(-5)] * 2)
@example([Decimal("1e12"), Decimal("1e12") + Decimal("1e-6")])
def test_a_line_has_all_its_values_in_the_field_and_says_whether_zero_is(
    rows: list[Decimal | None],
) -> None:
    scale, is_cut = between(rows, 100, 0)
    places = [scale.at(value) for value in rows if value is not None]
    assert all(-1e-9 <= place <= 100 + 1e-9 for place in places)
    assert is_cut == (not scale.holds_zero) == (not scale.low <= 0 <= scale.high)


def test_a_line_is_cut_only_where_zero_would_cost_it_more_than_half_of_the_field() -> None:
    assert between([50, 100], 0, 100).is_cut is False
    assert between([51, 100], 0, 100) == (Scale(Decimal(40), Decimal(100), 0, 100), True)
    assert between([-100, -51], 0, 100) == (Scale(Decimal(-100), Decimal(-40), 0, 100), True)
    assert between([7, 7], 0, 100).scale.at(7) == 50


@given(st.integers(1, 60), st.floats(1, 900), st.floats(0.1, 1))
def test_bands_fill_the_length_at_one_pitch(count: int, length: float, share: float) -> None:
    row = bands(count, 10, length, share)
    assert row.thickness == pytest.approx(row.pitch * share)
    if count > 1:
        assert row.starts[0] == 10
        assert row.starts[-1] + row.thickness == pytest.approx(10 + length)
    assert sum(row.middles) / count == pytest.approx(10 + length / 2)


def test_no_bands_at_all_are_no_fault() -> None:
    assert bands(0, 0, 100).starts == ()


def test_fields_of_one_unit_have_one_scale() -> None:
    both = common([from_zero([3], 0, 50), from_zero([-1, 9], 0, 50)])
    assert both == Scale(Decimal(-1), Decimal(9), 0, 50)
    with pytest.raises(ValueError, match="no scales"):
        common([])


@settings(max_examples=50)
@given(st.lists(VALUES, min_size=1, max_size=20))
def test_a_row_of_values_stands_where_each_of_them_does(values: list[Decimal]) -> None:
    scale = from_zero(values, 10, 300)
    assert scale.places([*values, None])[:-1] == pytest.approx([scale.at(one) for one in values])
    with pytest.raises(ValueError, match="finite"):
        scale.places([Decimal("nan"), 1.0])

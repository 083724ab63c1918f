"""Marks in rows: whole, in the order they are counted, and never more than a reader counts."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from infographic.foundation.geometry import Rect
from infographic.graphics.arrangements.grids import (
    calendar_cells,
    calendar_days,
    month_starts,
    sign_cells,
    sign_key,
    sign_row_width,
    signs_a_row,
    unit_cells,
    whole_cells,
)


def test_a_unit_grid_fills_from_the_lower_left() -> None:
    cells = unit_cells(10, 10, cell=8, gap=1.6, left=5, top=7)
    assert len(cells) == 100
    assert (cells[0].x, cells[0].bottom) == pytest.approx((5, 7 + 10 * 8 + 9 * 1.6))
    assert cells[1].x == pytest.approx(5 + 9.6)
    assert cells[99].corner == pytest.approx((5 + 9 * 9.6, 7))
    assert not any(one.meets(other) for one, other in combinations(cells, 2))


@settings(max_examples=60)
@given(st.lists(st.none() | st.decimals(0, "1e12", places=6), min_size=1, max_size=9))
def test_whole_cells_make_the_whole_and_are_off_by_less_than_one(
    values: list[Decimal | None],
) -> None:
    found = whole_cells(values)
    total = sum(value for value in values if value is not None)
    assert sum(found) == (100 if total else 0)
    for value, cells in zip(values, found, strict=True):
        assert abs(cells - float((value or 0) * 100 / total if total else 0)) < 1 + 1e-9


def test_negative_parts_have_no_cells() -> None:
    with pytest.raises(ValueError, match="part of a whole"):
        whole_cells([3, -1])


@settings(max_examples=80)
@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=5))
@example([0])
@example([121])
@example([19])
def test_signs_are_as_many_as_one_counts_and_what_they_lose_is_known(values: list[int]) -> None:
    key = sign_key(values)
    for value, count, left in zip(values, key.counts, key.remainders, strict=True):
        assert count * key.unit + left == value
        assert abs(left) <= key.unit / 2
    assert sum(key.counts) <= 120
    assert sum(key.counts) >= 20 or sum(values) < 20 or key.unit > 1
    assert str(key.unit).strip("0") in ("1", "2", "5")


@pytest.mark.parametrize(
    ("values", "unit", "counts"),
    [
        ([2300], 100, (23,)),
        ([7], 1, (7,)),
        ([240, 60], 10, (24, 6)),
        ([4500], 100, (45,)),
        ([125_000], 5000, (25,)),
    ],
)
def test_a_sign_stands_for_what_the_desk_would_choose(
    values: list[int], unit: int, counts: tuple[int, ...]
) -> None:
    key = sign_key(values)
    assert (key.unit, key.counts, key.is_exact) == (unit, counts, True)


@pytest.mark.parametrize("value", [-3, Decimal("2.5")])
def test_there_are_no_signs_of_negatives_or_fractions(value: Decimal | int) -> None:
    with pytest.raises(ValueError, match="whole things"):
        sign_key([value])


def test_signs_stand_in_groups_of_five() -> None:
    cells = sign_cells(23, 20, cell=10, gap=5)
    assert [cell.x for cell in cells[:6]] == [0, 15, 30, 45, 60, 77]
    assert cells[20] == Rect(0, 15, 10, 10)
    assert cells[19].right == sign_row_width(20, 10, 5)
    assert sign_cells(0, 20, 10, 5) == ()


@pytest.mark.parametrize(
    ("width", "signs", "a_row"),
    [(400, 120, 25), (290, 120, 20), (200, 120, 10), (80, 120, 5), (50, 120, 0), (400, 23, 25),
     (400, 12, 10), (400, 3, 5)],
)  # fmt: skip
def test_a_row_of_signs_is_as_long_as_one_reckons_and_has_room(
    width: float, signs: int, a_row: int
) -> None:
    assert signs_a_row(width, 10, 4, signs) == a_row


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_every_day_has_a_cell_of_its_own_and_monday_is_first(first: date, length: int) -> None:
    days = calendar_days(first, first + timedelta(days=length))
    assert [one.day for one in days] == [first + timedelta(days=n) for n in range(length + 1)]
    assert all(one.weekday == one.day.weekday() for one in days)
    assert len({(one.week, one.weekday) for one in days}) == length + 1
    cells = calendar_cells(days, 8, 1, left=3, top=4)
    assert all((cell.x - 3) / 9 == one.week for cell, one in zip(cells, days, strict=True))
    turned = calendar_cells(days, 8, 1, left=3, top=4, weeks_down=True)
    assert [(cell.y - 4, cell.x - 3) for cell in turned] == [
        (cell.x - 3, cell.y - 4) for cell in cells
    ]


def test_a_month_is_named_over_its_first_whole_week() -> None:
    days = calendar_days(date(2024, 5, 30), date(2024, 7, 2))
    assert month_starts(days) == (
        (date(2024, 5, 30), 0), (date(2024, 6, 1), 1), (date(2024, 7, 1), 5),
    )  # fmt: skip

"""Parts lie end to end, exactly, on their side of 0."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infographic.graphics.offsets import diverging, ends, running, stacked, to_hundred

VALUES = st.none() | st.decimals("-1e12", "1e12", places=6)
AMOUNTS = st.none() | st.decimals(0, "1e12", places=6)


@settings(max_examples=50)
@given(st.lists(VALUES, max_size=20))
def test_parts_are_stacked_without_gap_or_overlap(values: list[Decimal | None]) -> None:
    parts = stacked(values)
    for value, part in zip(values, parts, strict=True):
        assert (part is None) == (value is None)
        assert part is None or part[1] - part[0] == value
    for sign in (1, -1):
        side = [part for part in parts if part and (part[1] - part[0]) * sign > 0]
        assert all(before[1] == after[0] for before, after in pairwise(side))
        assert not side or side[0][0] == 0
        total = sum(value for value in values if value is not None and value * sign > 0)
        assert not side or side[-1][1] == total


@settings(max_examples=50)
@given(st.lists(AMOUNTS, max_size=20))
def test_shares_end_at_a_hundred_exactly(values: list[Decimal | None]) -> None:
    parts = [part for part in to_hundred(values) if part]
    if any(values):
        assert parts[0][0] == 0 and parts[-1][1] == 100
        assert all(before[1] == after[0] for before, after in pairwise(parts))
    else:
        assert parts == []


def test_a_negative_value_is_no_share() -> None:
    with pytest.raises(ValueError, match="part of a whole"):
        to_hundred([3, -1])
    with pytest.raises(ValueError, match="amounts"):
        diverging([3, -1], 1)


@given(st.lists(AMOUNTS, min_size=1, max_size=7), st.integers(0, 7), st.booleans())
def test_answers_lie_on_both_sides_of_zero_in_their_order(
    values: list[Decimal | None], before: int, has_neutral: bool
) -> None:
    parts = [part for part in diverging(values, before, has_neutral=has_neutral) if part]
    assert all(one[1] == other[0] for one, other in pairwise(parts))
    if has_neutral and before < len(values) and values[before]:
        neutral = diverging(values, before, has_neutral=True)[before]
        assert neutral is not None and neutral[0] == -neutral[1]


def test_a_waterfall_goes_on_where_it_ended_and_a_total_stands_on_zero() -> None:
    parts = running([100, 30, None, -200, None, 7], totals=[0, 4])
    assert [part and tuple(map(int, part)) for part in parts] == [
        (0, 100), (100, 130), None, (130, -70), (0, -70), (-70, -63),
    ]  # fmt: skip
    assert (min(ends(parts)), max(ends(parts))) == (-70, 130)

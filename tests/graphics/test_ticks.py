"""Ticks: round values, few, exact; labels that never touch."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from infographic.graphics.ticks import decimals_of, kept_labels, ticks

VALUES = st.decimals("-1e12", "1e12", allow_nan=False, allow_infinity=False, places=6)


@settings(max_examples=80)
@given(VALUES, VALUES, st.integers(3, 8))
@example(Decimal(0), Decimal("1e-6"), 3)
@example(Decimal("1e12"), Decimal("1e12") + Decimal("1e-6"), 3)
def test_ticks_are_few_round_evenly_apart_and_within_the_range(
    low: Decimal, high: Decimal, most: int
) -> None:
    found = ticks(low, high, most)
    low, high = sorted((low, high))
    assert low == high or 2 <= len(found) <= most
    assert all(low <= tick <= high for tick in found)
    steps = {after - before for before, after in pairwise(found)}
    assert len(steps) <= 1
    for step in steps:
        assert step.scaleb(-step.adjusted()) in (1, 2, Decimal("2.5"), 5)
        assert all(tick % step == 0 for tick in found)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 100, "0 50 100"),
        (0, 80, "0 50"),
        (150, Decimal("176.98"), "150 160 170"),
        (-40, 60, "0 50"),
        (-50, 60, "-50 0 50"),
        (0, 7_000_000, "0 2500000 5000000"),
        (Decimal("0.0001"), Decimal("0.0003"), "0.0001 0.0002 0.0003"),
        (5, 5, "5"),
    ],
)
def test_ticks_are_what_a_desk_would_write(
    low: Decimal | int, high: Decimal | int, expected: str
) -> None:
    assert " ".join(map(str, ticks(low, high))) == expected


def test_counts_have_no_ticks_between_whole_numbers() -> None:
    assert [str(tick) for tick in ticks(0, 7)] == ["0.0", "2.5", "5.0"]
    assert [str(tick) for tick in ticks(0, 7, whole=True)] == ["0", "5"]
    assert ticks(Decimal("0.2"), Decimal("0.7"), whole=True) == (Decimal("0.2"),)


def test_the_decimals_of_a_step_are_those_it_needs() -> None:
    assert [decimals_of(Decimal(step)) for step in ("1", "0.5", "0.250", "1E+6")] == [0, 1, 2, 0]


@settings(max_examples=80)
@given(
    st.lists(st.tuples(st.floats(0.5, 40), st.floats(1, 60)), min_size=1, max_size=40),
    st.floats(0, 12),
    st.booleans(),
    st.sets(st.integers(0, 39)),
)
def test_labels_that_stand_keep_their_gap_and_the_last_always_stands(
    rows: list[tuple[float, float]], gap: float, are_years: bool, wanted: set[int]
) -> None:
    place, spans = 0.0, []
    for pitch, width in rows:
        place += pitch
        spans.append((place - width / 2, place + width / 2))
    years = range(1990, 1990 + len(rows)) if are_years else None
    kept = kept_labels(spans, gap, years, [at for at in wanted if at < len(rows)])
    assert kept[-1] == len(rows) - 1
    for one in kept:
        for other in kept:
            if one < other:
                assert (
                    spans[one][1] + gap <= spans[other][0] or spans[other][1] + gap <= spans[one][0]
                )


def row(labels: int, pitch: float, width: float) -> list[tuple[float, float]]:
    return [(at * pitch, at * pitch + width) for at in range(labels)]


def test_all_labels_stand_where_they_have_room() -> None:
    assert kept_labels(row(4, 20, 15), 5) == (0, 1, 2, 3)
    assert kept_labels([], 5) == ()


def test_labels_thin_out_to_even_steps_that_meet_the_last() -> None:
    assert kept_labels(row(13, 10, 15), 1) == (0, 2, 4, 6, 8, 10, 12)
    assert kept_labels(row(13, 10, 25), 1) == (0, 3, 6, 9, 12)
    assert kept_labels(row(12, 10, 18), 1) == (0, 2, 4, 6, 8, 11)


def test_years_thin_out_to_every_fifth_and_keep_both_ends() -> None:
    kept = kept_labels(row(24, 10, 40), 2, range(2001, 2025))
    assert [2001 + at for at in kept] == [2001, 2010, 2015, 2024]


def test_a_label_at_a_note_stands_and_its_neighbours_give_way() -> None:
    kept = kept_labels(row(24, 10, 40), 2, range(2001, 2025), wanted=[8])
    assert [2001 + at for at in kept] == [2001, 2009, 2015, 2024]


def test_the_last_label_stands_alone_where_two_have_no_room() -> None:
    assert kept_labels(row(3, 5, 40), 2) == (2,)

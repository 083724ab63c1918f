"""Classes of values: nothing lost, edges round, breaks as good as can be."""

from __future__ import annotations

import statistics
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from infographic.graphics.bins import Method, breaks, histogram, median, percentile

VALUES = st.decimals("-1e12", "1e12", places=6)
ROWS = st.lists(st.none() | VALUES, min_size=1, max_size=40).filter(
    lambda row: any(value is not None for value in row)
)


@settings(max_examples=60)
@given(ROWS, st.integers(4, 20))
@example([Decimal(5)] * 3, 8)
@example([Decimal("1e-6"), Decimal("1e12")], 8)
def test_every_value_lies_in_one_bin_with_round_edges(
    rows: list[Decimal | None], most: int
) -> None:
    found = histogram(rows, most)
    values = [value for value in rows if value is not None]
    assert len(found.counts) <= most
    assert len(found.edges) == len(found.counts) + 1
    assert len({after - before for before, after in pairwise(found.edges)}) == 1
    for (low, high), count in zip(pairwise(found.edges), found.counts, strict=True):
        assert count == sum(low <= value < high for value in values)
    assert sum(found.counts) == len(values)


def test_a_histogram_of_many_values_has_the_bins_a_desk_would_choose() -> None:
    found = histogram([Decimal(n * n % 97) for n in range(200)])
    assert [str(edge) for edge in found.edges][:3] == ["0", "10", "20"]
    assert len(found.counts) == 10


@given(st.lists(VALUES, min_size=1, max_size=30))
def test_the_median_is_the_middle(values: list[Decimal]) -> None:
    assert median(values) == pytest.approx(statistics.median(values))
    assert percentile(values, 0) == min(values)
    assert percentile(values, 1) == max(values)


def test_nothing_has_no_percentile_and_no_breaks() -> None:
    for wrong in (lambda: median([None]), lambda: breaks([], 3, Method.EQUAL)):
        with pytest.raises(ValueError, match="no value"):
            wrong()


@settings(max_examples=60)
@given(ROWS, st.integers(1, 7), st.sampled_from(Method))
def test_every_value_lies_in_one_step(
    rows: list[Decimal | None], steps: int, method: Method
) -> None:
    values = [value for value in rows if value is not None]
    found = breaks(rows, steps, method)
    assert 1 <= len(found.counts) <= min(steps, 5)
    assert list(found.edges) == sorted(found.edges)
    assert (found.edges[0], found.edges[-1]) == (min(values), max(values))
    counts = [0] * len(found.counts)
    for value in values:
        counts[found.step_of(value)] += 1
    assert tuple(counts) == found.counts
    assert method is Method.EQUAL or all(counts)


def test_equal_values_are_never_parted() -> None:
    assert breaks([1, 1, 1, 1, 2], 5, Method.QUANTILE).counts == (4, 1)
    assert breaks([3, 3, 3], 4, Method.JENKS).counts == (3,)


def test_quantiles_hold_as_many_each() -> None:
    assert breaks(range(20), 4, Method.QUANTILE).counts == (5, 5, 5, 5)
    assert breaks([0, 1, 2, 9, 10], 2, Method.EQUAL).counts == (3, 2)


@settings(max_examples=30)
@given(st.lists(st.integers(0, 60), min_size=4, max_size=9, unique=True), st.integers(2, 4))
def test_no_other_breaks_have_less_spread_than_the_natural_ones(
    values: list[int], steps: int
) -> None:
    ranked = sorted(values)

    def spread(cuts: tuple[int, ...]) -> float:
        parts = [ranked[a:b] for a, b in pairwise((0, *cuts, len(ranked)))]
        return sum(statistics.pvariance(part) * len(part) for part in parts)

    least = min(spread(cuts) for cuts in combinations(range(1, len(ranked)), steps - 1))
    counts = breaks(values, steps, Method.JENKS).counts
    assert spread(tuple(sum(counts[:n]) for n in range(1, steps))) == pytest.approx(least)


def test_each_method_says_its_name() -> None:
    assert [one.chinese for one in Method] == ["等距分级", "分位数分级", "自然断点分级"]
    assert Method.JENKS.english == "natural breaks (Jenks)"

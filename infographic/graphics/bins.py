"""Values put into classes: bins of a histogram, steps of a map's key, percentiles."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum
from itertools import accumulate

from infographic.foundation.record import record
from infographic.graphics.ticks import multiple_of, step_of, steps_from
from infographic.graphics.values import EXACT, Value, as_decimal, present

MOST_STEPS = 5
"""As many shades of one hue a reader tells apart, in print fewer (Brewer 1994)."""


def percentile(values: Iterable[Value | None], share: Value) -> Decimal:
    """The value below which a share (0…1) of all lies, between two values in proportion.

    As spreadsheets have it (PERCENTILE.INC; Hyndman and Fan 1996, type 7). Raises ValueError where
    there is no value.

    >>> percentile([1, 2, 3, 4], Decimal("0.25"))
    Decimal('1.75')
    """
    ranked = sorted(present(values))
    if not ranked:
        raise ValueError("no value has a percentile")
    place = EXACT.multiply(as_decimal(share), len(ranked) - 1)
    below = min(max(int(place), 0), len(ranked) - 1)
    above = min(below + 1, len(ranked) - 1)
    part = EXACT.subtract(place, below)
    return EXACT.fma(EXACT.subtract(ranked[above], ranked[below]), part, ranked[below])


def median(values: Iterable[Value | None]) -> Decimal:
    """The middle value, or half way between the two. Raises ValueError where there is none."""
    return percentile(values, Decimal("0.5"))


@record
class Histogram:
    """Bins of one width: bin i holds what is from edges[i] to below edges[i + 1]."""

    edges: tuple[Decimal, ...]
    counts: tuple[int, ...]


def histogram(values: Iterable[Value | None], most: int = 15) -> Histogram:
    """Bins with round edges, at most so many (2 at least).

    Of such rows the one nearest to what Freedman and Diaconis (1981) or, if that is more, Sturges
    (1926: log₂ n + 1) ask for. Raises ValueError where there is no value.

    >>> histogram([1, 2, 2, 3, 9]).counts
    (1, 2, 1, 0, 0, 0, 0, 0, 1)
    """
    ranked = sorted(present(values))
    low, high = percentile(ranked, 0), percentile(ranked, 1)
    if low == high:
        return Histogram((low, low + 1), (len(ranked),))
    quarters = percentile(ranked, Decimal("0.75")) - percentile(ranked, Decimal("0.25"))
    wanted = len(ranked).bit_length() + 1
    if quarters:
        width = 2 * float(quarters) / len(ranked) ** (1 / 3)
        wanted = max(wanted, round(float(EXACT.subtract(high, low)) / width))
    edges = min(_edges(low, high, most), key=lambda edges: abs(len(edges) - 1 - wanted))
    return Histogram(edges, _counted(ranked, edges))


def _edges(low: Decimal, high: Decimal, most: int) -> Iterator[tuple[Decimal, ...]]:
    """Rows of round edges round all values: from `most` bins down to one or two."""
    # Among n bins lie n - 1 multiples of their width, or n where the lowest value is one.
    for step in steps_from(step_of(low, high, most)):
        first = int(EXACT.divide(low, step).to_integral_value(ROUND_FLOOR))
        last = int(EXACT.divide(high, step).to_integral_value(ROUND_FLOOR)) + 1
        if last - first <= most:
            yield tuple(multiple_of(step, n) for n in range(first, last + 1))
        if last - first <= 2:
            return


def _counted(ranked: Sequence[Decimal], edges: Sequence[Decimal]) -> tuple[int, ...]:
    found = Counter(bisect_right(edges, value) - 1 for value in ranked)
    return tuple(found[number] for number in range(len(edges) - 1))


class Method(StrEnum):
    """How breaks were found: to be stated at the key."""

    EQUAL = "equal"
    QUANTILE = "quantile"
    JENKS = "jenks"

    @property
    def english(self) -> str:
        return {"equal": "equal intervals", "quantile": "quantiles"}.get(
            self, "natural breaks (Jenks)"
        )

    @property
    def chinese(self) -> str:
        return {"equal": "等距分级", "quantile": "分位数分级"}.get(self, "自然断点分级")


@record
class Breaks:
    """Steps of a key, from the lowest: step i holds what is from edges[i] to below edges[i + 1].

    The last edge is the greatest value, and belongs to the last step. No step is empty but of equal
    intervals; there are fewer steps than asked for where there are fewer different values.
    """

    method: Method
    edges: tuple[Decimal, ...]
    counts: tuple[int, ...]

    def step_of(self, value: Value) -> int:
        """In which step a value lies; what lies outside is in the first or the last."""
        number = bisect_right(self.edges, as_decimal(value)) - 1
        return min(max(number, 0), len(self.counts) - 1)


def breaks(values: Iterable[Value | None], steps: int, method: Method) -> Breaks:
    """The steps of a key for these values, at most five.

    Raises ValueError where there is no value.
    """
    ranked = sorted(present(values))
    if not ranked:
        raise ValueError("no values to part into steps")
    steps = max(1, min(steps, MOST_STEPS))
    match method:
        case Method.EQUAL:
            lows = _equal(ranked, steps)
        case Method.QUANTILE:
            lows = _quantiles(ranked, steps)
        case Method.JENKS:
            lows = _natural(ranked, steps)
    edges = (*lows, ranked[-1])
    found = Counter(bisect_right(lows, value) - 1 for value in ranked)
    return Breaks(method, edges, tuple(found[number] for number in range(len(lows))))


def _equal(ranked: Sequence[Decimal], steps: int) -> list[Decimal]:
    low = ranked[0]
    extent = EXACT.subtract(ranked[-1], low)
    if not extent:
        return [low]
    return [
        EXACT.add(low, EXACT.divide(EXACT.multiply(extent, number), steps))
        for number in range(steps)
    ]


def _quantiles(ranked: Sequence[Decimal], steps: int) -> list[Decimal]:
    """The first value of each step; equal values are never parted."""
    firsts = {ranked[len(ranked) * number // steps] for number in range(steps)}
    return sorted({ranked[0], *firsts})


def _natural(ranked: Sequence[Decimal], steps: int) -> list[Decimal]:
    """The steps with the least sum of squared distances to their means (Fisher 1958; Jenks 1977).

    The best ways to part the first n values into k follow from those of k - 1; since the best last
    break never moves back as n grows, each round halves the search instead of trying all.
    """
    low = ranked[0]
    extent = EXACT.subtract(ranked[-1], low) or Decimal(1)
    tally = sorted(Counter(ranked).items())
    weights = [count for _, count in tally]
    places = [float(EXACT.divide(EXACT.subtract(value, low), extent)) for value, _ in tally]
    steps = min(steps, len(tally))
    count = [0, *accumulate(weights)]
    total = [0.0, *accumulate(w * p for w, p in zip(weights, places, strict=True))]
    square = [0.0, *accumulate(w * p * p for w, p in zip(weights, places, strict=True))]

    def spread(first: int, end: int) -> float:
        mean = total[end] - total[first]
        return square[end] - square[first] - mean * mean / (count[end] - count[first])

    cost = [0.0, *(spread(0, end) for end in range(1, len(tally) + 1))]
    chosen: list[list[int]] = []
    for step in range(2, steps + 1):
        best, break_ = [0.0] * len(cost), [0] * len(cost)
        todo = [(step, len(tally), step - 1, len(tally) - 1)]
        while todo:
            first, last, least, most = todo.pop()
            if first > last:
                continue
            end = (first + last) // 2
            best[end], at = min(
                (cost[at] + spread(at, end), at) for at in range(least, min(most, end - 1) + 1)
            )
            break_[end] = at
            todo += [(first, end - 1, least, at), (end + 1, last, at, most)]
        cost = best
        chosen.append(break_)
    ends = [len(tally)]
    for break_ in reversed(chosen):
        ends.append(break_[ends[-1]])
    return [low, *(tally[end][0] for end in reversed(ends[1:]))]

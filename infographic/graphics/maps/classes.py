"""The steps of a map's key: round where the values allow it, never across nought."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import Literal

from infographic.foundation.record import record
from infographic.graphics.bins import MOST_STEPS, Method, breaks
from infographic.graphics.ticks import multiple_of, step_of, steps_from
from infographic.graphics.values import EXACT

MOST_IN_ONE = 0.6
"""Share of the places in the fullest of equal steps; of more the map would be one colour."""
PALEST = 0.2
"""The lowest step's share of its hue: a paler wash does not print on newsprint."""


@record
class Classes:
    """Steps from the lowest: step i holds what is from breaks[i - 1] to below breaks[i]."""

    breaks: tuple[Decimal, ...]
    counts: tuple[int, ...]
    method: Literal["equal", "quantile", "own"]
    below: int
    """So many steps, the first ones, lie below 0."""

    def of(self, value: Decimal) -> int:
        return bisect_right(self.breaks, value)

    def share(self, step: int) -> float:
        """Of its hue's strength: the farther from 0, or from the lowest step, the stronger."""
        above = len(self.counts) - self.below
        far = self.below - 1 - step if step < self.below else step - self.below
        # Both sides by one measure: a step from 0 is as strong below as above.
        most = max(self.below, above) - 1
        palest = PALEST if most > 2 else 0.35
        return palest + (1 - palest) * far / most if most else 0.6

    def words(self, step: int) -> tuple[str, Decimal, Decimal | None]:
        """How a step is named: “<”, “–” or “≥”, and its bounds."""
        if step == 0:
            return "<", self.breaks[0], None
        low = self.breaks[step - 1]
        if step == len(self.breaks):
            return "≥", low, None
        return "–", low, self.breaks[step]


def classes_of(values: Sequence[Decimal], own: Sequence[Decimal] = ()) -> Classes:
    """At most five steps for the values; `own` are breaks that the desk set.

    Equal and round, unless most places would fall in one of them: then about as many places in
    each. Where there are values on both sides of 0, it is a break.

    >>> classes_of([Decimal(n) for n in (1, 3, 5, 8)]).breaks
    (Decimal('2'), Decimal('4'), Decimal('6'))
    """
    ranked = sorted(values)
    if own:
        nought = {Decimal(0)} if ranked[0] < 0 <= ranked[-1] else set()
        return _counted(ranked, sorted({*own, *nought}), "own")
    if ranked[0] == ranked[-1]:
        return _counted(ranked, [], "equal")
    equal = _counted(ranked, _round_breaks(ranked[0], ranked[-1]), "equal")
    fullest = max(equal.counts) / len(ranked)
    if fullest <= MOST_IN_ONE or len(set(ranked)) < 4:
        return equal
    return _counted(ranked, _quantile_breaks(ranked), "quantile")


def _counted(
    ranked: Sequence[Decimal], found: Sequence[Decimal],
    method: Literal["equal", "quantile", "own"],
) -> Classes:  # fmt: skip
    tally = Counter(bisect_right(found, value) for value in ranked)
    below = sum(low <= 0 for low in found) + (ranked[-1] < 0) if ranked[0] < 0 else 0
    counts = tuple(tally[step] for step in range(len(found) + 1))
    return Classes(tuple(found), counts, method, below)


def _round_breaks(low: Decimal, high: Decimal) -> list[Decimal]:
    for step in steps_from(step_of(low, high, MOST_STEPS)):
        first = int(EXACT.divide(low, step).to_integral_value(ROUND_FLOOR))
        last = int(EXACT.divide(high, step).to_integral_value(ROUND_FLOOR)) + 1
        # The highest value closes the step that it ends.
        last -= multiple_of(step, last - 1) == high != 0 and last - first > 1
        if last - first <= MOST_STEPS:
            return [multiple_of(step, n) for n in range(first + 1, last)]
    raise AssertionError("steps grow without end")


def _quantile_breaks(ranked: Sequence[Decimal]) -> list[Decimal]:
    sides = [side for side in ([v for v in ranked if v < 0], [v for v in ranked if v >= 0]) if side]
    if len(sides) == 1:
        return list(breaks(ranked, MOST_STEPS, Method.QUANTILE).edges[1:-1])
    below, above = sides
    fewer = 2 if len(below) * 2 <= len(above) * 3 else 3
    found = list(breaks(below, fewer, Method.QUANTILE).edges[1:-1])
    found.append(Decimal(0))
    return found + list(breaks(above, MOST_STEPS - fewer, Method.QUANTILE).edges[1:-1])

"""The longest scale whose marks and their words have room: places in shares, words in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.scale import Scale
from infographic.graphics.values import EXACT, Value, as_decimal, present


class Need(NamedTuple):
    """Room that words want beyond a place of the scale."""

    at: float
    """The place: 0 where the scale begins, 1 where it ends."""
    room: float
    """In points."""


class Extent(NamedTuple):
    """The values that a scale runs between."""

    low: Decimal
    high: Decimal

    def share(self, value: Value) -> float:
        """Where a value stands: 0 at the low end, 1 at the high one."""
        whole = EXACT.subtract(self.high, self.low)
        return float(EXACT.divide(EXACT.subtract(as_decimal(value), self.low), whole))


def extent_from_zero(values: Iterable[Value | None]) -> Extent:
    """From the least to the greatest of the values and 0; from 0 to 1 where all are 0."""
    found = [Decimal(0), *present(values)]
    low, high = min(found), max(found)
    return Extent(low, high if high > low else low + 1)


def fitted(
    extent: Extent, before: Sequence[Need], after: Sequence[Need], width: float
) -> Scale | None:
    """The longest scale in a width: each need has its room left of its place, or right of it.

    None where not even a scale without length leaves that room.

    >>> extent = Extent(Decimal(0), Decimal(10))
    >>> fitted(extent, [Need(0, 30)], [Need(1, 20), Need(0.5, 40)], 150)
    Scale(low=Decimal('0'), high=Decimal('10'), start=30.0, end=130.0)
    """
    # All that is wanted is convex in the scale's length: from a length that is too great each step
    # takes the needs that press most, and never goes too far.
    left, right = [*before, Need(0.0, 0.0)], [*after, Need(1.0, 0.0)]
    length = max(width, 1.0) * 4
    for _ in range(len(left) + len(right)):
        first = max(left, key=lambda need: need.room - need.at * length)
        last = max(right, key=lambda need: need.room + need.at * length)
        wanted = first.room - first.at * length + last.room + last.at * length
        growth = last.at - first.at
        if wanted <= width + 1e-9:
            break
        if growth <= 0:
            return None
        length = (width - first.room - last.room) / growth
    if length <= 0:
        return None
    start = max(need.room - need.at * length for need in left)
    return Scale(extent.low, extent.high, start, start + length)

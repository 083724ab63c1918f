"""From values to places on the page, and back: scales by value, and bands of equal thickness.

A value is a `Decimal`, as the data have it, an int or a float; None is a missing one and has no
place. Places are in points along one direction of the page. Since y grows downwards, a scale that
rises has its `start` below its `end`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import isfinite

from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.ticks import multiple_of, step_of
from infographic.graphics.values import EXACT, Value, as_decimal, present


@record
class Scale:
    """Exact proportion: equal differences of values are equal lengths.

    `low` stands at `start`, `high` at `end`, both in points. Values outside keep their proportion,
    and stand outside.
    """

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Value) -> float:
        """Where a value stands, in points; in the middle where the scale has no extent."""
        # The differences are taken before anything is rounded: two values of 1e12 that differ by
        # 1e-6 are one and the same float after a division by their sum.
        extent = EXACT.subtract(self.high, self.low)
        if not extent:
            return (self.start + self.end) / 2
        share = float(EXACT.divide(EXACT.subtract(as_decimal(value), self.low), extent))
        return self.start * (1 - share) + self.end * share

    def places(self, values: Iterable[Value | None]) -> tuple[float | None, ...]:
        """Where each value of a row stands; None for a missing one. For rows of thousands.

        >>> from_zero([2, None, 8], start=0, end=100).places([2, None, 8])
        (25.0, None, 100.0)
        """
        row = list(values)
        extent = float(EXACT.subtract(self.high, self.low))
        if not 1e-300 < abs(extent) < 1e300:
            return tuple([None if value is None else self.at(value) for value in row])
        less, low, start, end = EXACT.subtract, self.low, self.start, self.end
        # The difference is exact here, too; its division by floats is less than a third as long.
        shares = [
            None if value is None
            else float(less(value if type(value) is Decimal else as_decimal(value), low)) / extent
            for value in row
        ]  # fmt: skip
        if not isfinite(sum([share for share in shares if share is not None])):
            # Says which has no place.
            return tuple([None if value is None else self.at(value) for value in row])
        return tuple([
            None if share is None else start * (1 - share) + end * share for share in shares
        ])  # fmt: skip

    def value_at(self, place: float) -> float:
        """What value stands at a place; `low` where the scale has no length."""
        if self.start == self.end:
            return float(self.low)
        share = (place - self.start) / (self.end - self.start)
        return float(self.low) * (1 - share) + float(self.high) * share

    def length_of(self, value: Value) -> float:
        """How long a bar of this value is, from 0, in points: never negative."""
        return abs(self.at(value) - self.at(0))

    def span(self, one: Value, other: Value = 0) -> tuple[float, float]:
        """The two places of a bar between two values, the lesser place first.

        >>> from_zero([4, -1], start=100, end=0).span(-1)
        (80.0, 100.0)
        """
        first, second = self.at(one), self.at(other)
        return (first, second) if first <= second else (second, first)

    @property
    def holds_zero(self) -> bool:
        """Whether 0 has a place between start and end."""
        return self.low <= 0 <= self.high

    def reversed(self) -> Scale:
        """The same values, running the other way over the same places."""
        return Scale(self.low, self.high, self.end, self.start)

    def moved_to(self, start: float, end: float) -> Scale:
        """The same values at other places: one scale for several fields."""
        return Scale(self.low, self.high, start, end)


def from_zero(values: Iterable[Value | None], start: float, end: float) -> Scale:
    """The scale of bars, areas and pictograms: from the least to the greatest value, and always 0.

    Where all are 0 (or missing), 0 stands at the start, and 1 would stand at the end.

    >>> from_zero([2, None, 8], start=0, end=100).at(2)
    25.0
    >>> from_zero([-5, 15], start=0, end=100).at(0)
    25.0
    """
    found = [Decimal(0), *present(values)]
    low, high = min(found), max(found)
    return Scale(low, high if high > low else low + 1, start, end)


class Cut(NamedTuple):
    """A scale that need not begin at 0, and whether it does not: then the chart must say so."""

    scale: Scale
    is_cut: bool


LEAST_FILL = Decimal("0.5")
"""A line that fills less than half of a field from 0 is shown by itself."""
DOTS_FILL = Decimal("0.67")
"""Dots, whose distance from 0 says nothing, where a third would stay white."""


def between(
    values: Iterable[Value | None],
    start: float,
    end: float,
    *,
    most: int = 3,
    least_fill: Decimal = LEAST_FILL,
) -> Cut:
    """The scale of lines and dots: from 0 while that leaves the line half of the field, else cut.

    A cut scale begins at the nice value below the least (as `ticks` with as many as `most` has
    them), or ends at the one above the greatest where all are negative, so that its edge can be
    labelled. Values that are all equal stand in the middle of a scale from 0.

    >>> between([158.89, 176.98], start=100, end=0)
    Cut(scale=Scale(low=Decimal('150'), high=Decimal('176.98'), start=100, end=0), is_cut=True)
    >>> between([3, 8], start=100, end=0).is_cut
    False
    """
    found = present(values)
    low, high = (min(found), max(found)) if found else (Decimal(0), Decimal(1))
    if low == high:
        return _round_one(low, start, end)
    extent = EXACT.subtract(high, low)
    if low <= 0 <= high or extent >= least_fill * max(abs(low), abs(high)):
        return Cut(Scale(min(low, Decimal(0)), max(high, Decimal(0)), start, end), is_cut=False)
    step = step_of(low, high, most)
    if low > 0:
        low = multiple_of(step, int(EXACT.divide_int(low, step)))
    else:
        high = multiple_of(step, int(EXACT.divide_int(high, step)))  # towards 0
    scale = Scale(low, high, start, end)
    return Cut(scale, is_cut=not scale.holds_zero)


def _round_one(value: Decimal, start: float, end: float) -> Cut:
    """Twice the value on the other side of 0 puts it in the middle, without a cut."""
    if not value:
        return Cut(Scale(Decimal(-1), Decimal(1), start, end), is_cut=False)
    low, high = sorted((Decimal(0), 2 * value))
    return Cut(Scale(low, high, start, end), is_cut=False)


class Bands(NamedTuple):
    """Equal bands in a row, for bars: their starts, thickness and pitch, in points."""

    starts: tuple[float, ...]
    thickness: float
    pitch: float

    @property
    def middles(self) -> tuple[float, ...]:
        return tuple(start + self.thickness / 2 for start in self.starts)


BAR_SHARE = 0.7
"""How much of the pitch a bar takes (Urban Institute)."""


def bands(count: int, start: float, length: float, share: float = BAR_SHARE) -> Bands:
    """As many bands over a length; the first begins at the start, the last ends at the end.

    `share` is the thickness over the pitch. A single band takes its share in the middle.

    >>> bands(2, start=0, length=34)
    Bands(starts=(0.0, 20.0), thickness=14.0, pitch=20.0)
    """
    if count <= 0:
        return Bands((), 0.0, 0.0)
    if count == 1:
        return Bands((start + length * (1 - share) / 2,), length * share, length)
    pitch = length / (count - 1 + share)
    starts = tuple(start + at * pitch for at in range(count))
    return Bands(starts, pitch * share, pitch)


def common(scales: Sequence[Scale]) -> Scale:
    """One scale for several fields of equal size: all values of all of them, at the first's places.

    Raises ValueError where there is none.
    """
    if not scales:
        raise ValueError("no scales to make one of")
    first = scales[0]
    low, high = min(scale.low for scale in scales), max(scale.high for scale in scales)
    return Scale(low, high, first.start, first.end)

"""A logarithmic scale, for lines whose chart asks for one: equal ratios are equal lengths."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal

from infographic.foundation.record import record
from infographic.graphics.subject import Subject
from infographic.graphics.values import Value, as_decimal, number_of, present


@record
class LogScale:
    """`low` stands at `start`, `high` at `end`, both in points; 0 < low < high."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Value) -> float:
        """Where a value above 0 stands. Raises ValueError for others, which have no place."""
        number = as_decimal(value)
        if number <= 0:
            raise ValueError(f"no logarithm of {value}")
        low, high = _log(self.low), _log(self.high)
        share = (_log(number) - low) / (high - low)
        return self.start * (1 - share) + self.end * share

    def places(self, values: Iterable[Value | None]) -> tuple[float | None, ...]:
        """Where each value of a row stands; None for a missing one."""
        return tuple([None if value is None else self.at(value) for value in values])


def _log(value: Decimal) -> float:
    # By the decimal's own exponent: floats end at 1e308.
    return math.log10(value.scaleb(-value.adjusted())) + value.adjusted()


def logarithmic(values: Iterable[Value | None], start: float, end: float) -> LogScale:
    """From the power of ten below the least to that above the greatest of values above 0.

    >>> logarithmic([20, 3000], start=0, end=90).at(100)
    30.0
    """
    found = present(values)
    low = Decimal(1).scaleb(min(found).adjusted())
    high = Decimal(1).scaleb(max(found).adjusted())
    if high < max(found) or high == low:
        high = high.scaleb(1)
    return LogScale(_plain(low), _plain(high), start, end)


def powers(scale: LogScale, most: int) -> tuple[Decimal, ...]:
    """The powers of ten on a scale, every second or third where they are more than `most`."""
    first, last = scale.low.adjusted(), scale.high.adjusted()
    step = max(math.ceil((last - first) / max(most - 1, 1)), 1)
    return tuple(_plain(Decimal(1).scaleb(n)) for n in range(first, last + 1, step))


def _plain(value: Decimal) -> Decimal:
    """Without an exponent: 1000, not 1E+3."""
    return value.quantize(Decimal(1)) if value >= 1 else value


def without_logarithm(subject: Subject) -> Decimal | None:
    """The first of its values, lines to compare with and shaded values that is not above 0; None
    where a logarithmic axis has a place for all of them."""
    chart = subject.chart
    ends = (key for span in chart.spans for key in (span.from_, span.to))
    held = (
        *(value for one in subject.series for value in one.present),
        *(one.value for one in chart.references),
        *(value for key in ends if (value := number_of(key)) is not None),
    )
    return next((value for value in held if value <= 0), None)

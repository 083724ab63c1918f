"""True time: dates, months, quarters and years on a scale, however unequal their gaps.

Where only months or longer are told apart, every month is as long as another, and a year is twelve:
years stand evenly, leap year or not. Where days are told apart, a day is as long as another.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.table import Period
from infographic.graphics.scale import Scale

Grain = Literal["day", "month"]
"""What is told apart: of years and quarters it is the month."""


@record
class TimeScale:
    """Dates as places, in points."""

    scale: Scale
    grain: Grain

    def at(self, when: date) -> float:
        """Where a day begins."""
        return self.scale.at(_number(when, self.grain))

    def span(self, period: Period) -> tuple[float, float]:
        """From where its first day begins to where its last one ends: a bar, a shaded part."""
        begin, end = _ends(period, self.grain)
        return self.scale.at(begin), self.scale.at(end)

    def middle(self, period: Period) -> float:
        """Where its value stands: half way through it.

        A cumulative one (1—10月累计) is as of its end: half way through its last month.
        """
        return self.scale.at(_middle(period, self.grain))


def time_scale(
    periods: Iterable[Period], start: float, end: float, grain: Grain | None = None
) -> TimeScale:
    """The scale of columns, spans and events: from the first day of all to the end of the last.

    Its grain is what the periods need, unless it is said: days where one of them begins or ends
    inside a month. Raises ValueError where there are none.

    >>> years = [Period(date(n, 1, 1), date(n, 12, 31)) for n in (2000, 2003)]
    >>> scale = time_scale(years, start=0, end=80)
    >>> [scale.at(date(n, 1, 1)) for n in (2000, 2001, 2003, 2004)]
    [0.0, 20.0, 60.0, 80.0]
    """
    found, grain = _with_grain(periods, grain)
    ends = [_ends(one, grain) for one in found]
    low, high = min(begin for begin, _ in ends), max(end for _, end in ends)
    return TimeScale(Scale(low, high, start, end), grain)


def between_middles(
    periods: Iterable[Period], start: float, end: float, grain: Grain | None = None
) -> TimeScale:
    """The scale of a line: the first value stands at the start, the last at the end.

    Where all are of one time they stand in the middle. Raises ValueError where there are none.
    """
    found, grain = _with_grain(periods, grain)
    middles = _middles(found, grain)
    low, high = (Decimal(one) / 2 for one in (min(middles), max(middles)))
    return TimeScale(Scale(low, high, start, end), grain)


def places_between(
    periods: Iterable[Period], start: float, end: float
) -> tuple[tuple[float, ...], Grain]:
    """Where the values of a line stand on `between_middles`, and its grain. For rows of thousands.

    >>> places_between([Period(date(n, 1, 1), date(n, 12, 31)) for n in (2000, 2002, 2003)], 0, 90)
    ((0.0, 60.0, 90.0), 'month')
    """
    found, grain = _with_grain(periods, None)
    middles = _middles(found, grain)
    low, high = min(middles), max(middles)
    if low == high:
        return ((start + end) / 2,) * len(found), grain
    shares = [float((one - low) / (high - low)) for one in middles]
    return tuple([start * (1 - share) + end * share for share in shares]), grain


def _with_grain(periods: Iterable[Period], grain: Grain | None) -> tuple[list[Period], Grain]:
    found = list(periods)
    if not found:
        raise ValueError("no periods to make a scale of")
    if grain is None:
        grain = "month" if all(map(_is_of_months, found)) else "day"
    return found, grain


def _is_of_months(period: Period) -> bool:
    last = period.end
    return period.start.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _number(when: date, grain: Grain, days_on: int = 0) -> Decimal:
    """The beginning of a day, or of the day after: in days, or in months and parts of its own."""
    if grain == "day":
        return Decimal(when.toordinal() + days_on)
    part = Decimal(when.day - 1 + days_on) / monthrange(when.year, when.month)[1]
    return when.year * 12 + when.month - 1 + part


def _ends(period: Period, grain: Grain) -> tuple[Decimal, Decimal]:
    return _number(period.start, grain), _number(period.end, grain, days_on=1)


def _middle(period: Period, grain: Grain) -> Decimal:
    begin, end = _ends(period, grain)
    if period.is_cumulative:
        begin = max(begin, _number(period.end.replace(day=1), grain))
    return (begin + end) / 2


def _middles(periods: Sequence[Period], grain: Grain) -> Sequence[int] | Sequence[Decimal]:
    """Twice the middle of each: whole numbers where they are days or whole months."""
    if grain == "day" and not any(one.is_cumulative for one in periods):
        return [first.toordinal() + last.toordinal() + 1 for first, last, _ in periods]
    return [2 * _middle(one, grain) for one in periods]


class TimeTick(NamedTuple):
    """A day that an axis of time names, and what of it is named."""

    at: date
    unit: Literal["day", "month", "year"]


MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 300, 600, 1200)
DAYS = (1, 7, 14)


def time_ticks(first: date, until: date, most: int) -> tuple[TimeTick, ...]:
    """Round dates from the first day to the last, at most so many.

    Days, Mondays, every second Monday; months, quarters, half years; years, every second, fifth,
    tenth and so on. None where not even centuries are few enough.

    >>> [str(tick.at) for tick in time_ticks(date(2011, 3, 1), date(2024, 3, 1), most=3)]
    ['2015-01-01', '2020-01-01']
    """
    for step in DAYS:
        if (until - first).days // step <= most:
            found = tuple(_days(first, until, step))
            if len(found) <= most:
                return found
    for step in MONTHS:
        found = tuple(_months(first, until, step))
        if len(found) <= most:
            return found
    return ()


def _days(first: date, until: date, step: int) -> Iterator[TimeTick]:
    # Day 1 of the calendar was a Monday, so multiples of a week fall on Mondays.
    start = first.toordinal()
    if step > 1:
        start += -(start - 1) % step
    for number in range(start, until.toordinal() + 1, step):
        yield TimeTick(date.fromordinal(number), "day")


def _months(first: date, until: date, step: int) -> Iterator[TimeTick]:
    number = first.year * 12 + first.month - 1 + (first.day > 1)
    number += -number % step
    while number // 12 <= date.max.year and date(number // 12, number % 12 + 1, 1) <= until:
        yield TimeTick(date(number // 12, number % 12 + 1, 1), "year" if step >= 12 else "month")
        number += step

"""How periods stand to each other: the same of the year before, the one before, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from infographic.foundation.table import Period
from infographic.text.periods import NO_YEAR, end_of_month

Grain = Literal["day", "week", "ten days", "month", "quarter", "half", "year", "months", "days"]
"""How long a period is; “months” are several that make none of the others, “days” likewise."""
_WHOLE: dict[int, Grain] = {1: "month", 3: "quarter", 6: "half", 12: "year"}


def grain_of(period: Period) -> Grain:
    """
    >>> grain_of(Period(date(2024, 4, 1), date(2024, 6, 30)))
    'quarter'
    """
    start, end = period.start, period.end
    days = (end - start).days + 1
    if days == 1:
        return "day"
    months = months_in(period)
    if months:
        grain = _WHOLE.get(months, "months")
        # A 财年 of twelve months may begin in any.
        return grain if months == 12 or (start.month - 1) % months == 0 else "months"
    if start.day in (1, 11) and days == 10:
        return "ten days"
    if start.day == 21 and end == end_of_month(end.year, end.month) and days < 12:
        return "ten days"
    return "week" if days == 7 else "days"


def months_in(period: Period) -> int:
    """How many whole months it is; 0 where it is none."""
    start, end = period.start, period.end
    if start.day != 1 or end != end_of_month(end.year, end.month):
        return 0
    return (end.year - start.year) * 12 + end.month - start.month + 1


def is_merged(period: Period) -> bool:
    """Whether it is several months that were counted as one: 1—2月, but no quarter, no total."""
    return grain_of(period) == "months" and not period.is_cumulative


def has_year(period: Period) -> bool:
    """Whether it is known of which year it is."""
    return period.start.year != NO_YEAR


def year_before(period: Period) -> Period | None:
    """The same period of the year before; None where there is none (2月29日, a 53rd week)."""
    start, end = period.start, period.end
    if months_in(period):
        return Period(
            start.replace(year=start.year - 1),
            end_of_month(end.year - 1, end.month),
            period.is_cumulative,
        )
    try:
        if grain_of(period) == "week" and start.isoweekday() == 1:
            year, week, _ = start.isocalendar()
            monday = date.fromisocalendar(year - 1, week, 1)
            return Period(monday, monday + timedelta(6), period.is_cumulative)
        # A last 旬 of February ends where that month does.
        last = end == end_of_month(end.year, end.month) and start.day == 21
        ends = end_of_month(end.year - 1, end.month) if last else end.replace(year=end.year - 1)
        return Period(start.replace(year=start.year - 1), ends, period.is_cumulative)
    except ValueError:
        return None


def before(period: Period) -> Period | None:
    """The period of the same length right before it; None of a total and of merged months."""
    return None if period.is_cumulative else _step(period, -1)


def after(period: Period) -> Period | None:
    """The one right after it; None of a total and of merged months."""
    return None if period.is_cumulative else _step(period, 1)


def _step(period: Period, way: int) -> Period | None:
    months = months_in(period)
    grain = grain_of(period)
    if grain in ("months", "days"):
        return None
    if months:
        first = period.start.year * 12 + period.start.month - 1 + way * months
        last = first + months - 1
        return Period(date(first // 12, first % 12 + 1, 1), end_of_month(last // 12, last % 12 + 1))
    if grain != "ten days":
        days = timedelta((period.end - period.start).days + 1) * way
        return Period(period.start + days, period.end + days)
    start = period.end + timedelta(1) if way > 0 else period.start - timedelta(1)
    start = start.replace(day=(1, 11, 21, 21)[(start.day - 1) // 10])
    end = end_of_month(start.year, start.month) if start.day == 21 else start + timedelta(9)
    return Period(start, end)


def overlap(one: Period, other: Period) -> bool:
    """Whether they share a day; totals are meant to, and so are asked of nothing."""
    if one.is_cumulative or other.is_cumulative:
        return False
    return one.start <= other.end and other.start <= one.end


def gaps(periods: Sequence[Period]) -> tuple[Period, ...]:
    """The periods that are missing between those given, where all are of one length.

    Of monthly data that have 1—2月 as one no January is missing. At most 600 are told.
    """
    kept = sorted({one for one in periods if not one.is_cumulative})
    grains = {grain_of(one) for one in kept} - {"months"}
    if len(grains) != 1 or len(kept) < 2:
        return ()
    missing: list[Period] = []
    (grain,) = grains
    every = [one for one in kept if grain_of(one) == grain]
    cover = [one for one in kept if grain_of(one) == "months"]
    at = after(every[0])
    known = set(every)
    while at is not None and at < every[-1] and len(missing) < MOST_GAPS:
        if at not in known and not any(overlap(at, one) for one in cover):
            missing.append(at)
        at = after(at)
    return tuple(missing)


MOST_GAPS = 600


def words_of(period: Period) -> str:
    """A period as a statistics office writes it; without its year where that is not known.

    >>> words_of(Period(date(2024, 1, 1), date(2024, 2, 29)))
    '2024年1—2月'
    """
    start, end = period.start, period.end
    year = f"{start.year}年" if has_year(period) else ""
    total = "累计" if period.is_cumulative else ""
    match grain_of(period):
        case "day":
            return f"{year}{start.month}月{start.day}日"
        case "month":
            return f"{year}{start.month}月{total}"
        case "quarter" if not total:
            return f"{year}{'一二三四'[start.month // 3]}季度"
        case "half" if start.month == 1 or not total:
            return f"{year}{'上' if start.month == 1 else '下'}半年"
        case "year" if start.month == 1 and not total:
            return year or "全年"
        case "ten days":
            return f"{year}{start.month}月{'上中下'[start.day // 10]}旬"
        case "week" if start.isoweekday() == 1:
            named, week, _ = start.isocalendar()
            return f"{named}年第{week}周" if has_year(period) else f"第{week}周"
    if months_in(period):
        if start.year == end.year:
            return f"{year}{start.month}—{end.month}月{total}"
        if (start.month, end.month) == (1, 12):
            return f"{start.year}—{end.year}年"
        return f"{start.year}年{start.month}月—{end.year}年{end.month}月"
    ends = f"{end.day}日" if (start.year, start.month) == (end.year, end.month) else (
        f"{end.month}月{end.day}日"
    )  # fmt: skip
    ends = f"{end.year}年{ends}" if start.year != end.year else ends
    return f"{year}{start.month}月{start.day}{'日' if '月' in ends else ''}—{ends}"

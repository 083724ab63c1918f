"""What the times of an axis are called: as written where that is short, else made short."""

from __future__ import annotations

from calendar import monthrange

from infographic.foundation.table import Period

LONGEST = 7
"""Characters of a name that stands as the file has it: “2024年”, “一季度”, “1—2月”."""
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]


def time_name(written: str, period: Period | None, language: str, *, with_year: bool = True) -> str:
    """A row's time for an axis; without the year where a neighbour says it.

    >>> from datetime import date
    >>> june = Period(date(2024, 6, 1), date(2024, 6, 30))
    >>> time_name("2024-06", june, "zh"), time_name("202406", june, "zh", with_year=False)
    ('2024年6月', '6月')
    >>> time_name("2024-06", june, "en"), time_name("一季度", june, "zh")
    ('June 2024', '一季度')
    """
    if period is None or period.start.year < 100:
        return written
    is_bare = not any(sign >= "\u2e80" or sign.isalpha() for sign in written)
    is_year = len(written) <= 4
    if is_year or (not is_bare and len(written) <= LONGEST and with_year):
        return written
    return short_time(period, language, with_year=with_year) or written


def short_time(period: Period, language: str, *, with_year: bool = True) -> str:
    """A day, a month or a year by name; "" for other stretches."""
    first, last = period.start, period.end
    is_zh = language.startswith("zh")
    year = f"{first.year}年" if is_zh else f"{first.year}"
    if first == last:
        day = f"{first.month}月{first.day}日" if is_zh else f"{first.day} {MONTHS[first.month - 1]}"
    elif (first.day, last.day) != (1, monthrange(last.year, last.month)[1]):
        return ""
    elif (first.year, first.month) == (last.year, last.month):
        day = f"{first.month}月" if is_zh else MONTHS[first.month - 1]
    else:
        whole = (first.month, last.month, first.year) == (1, 12, last.year)
        return year if whole and not period.is_cumulative else ""
    if not with_year:
        return day
    return f"{year}{day}" if is_zh else f"{day} {year}"

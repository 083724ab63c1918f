"""Stretches of time as statistics write them: 2024年6月, 1—2月, 前三季度, FY2024, Q1 2024.

What a text leaves unsaid is given with it: the year of “6月”, the first month of a “财年”. How
periods stand to each other is in `text/period_steps`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.table import Period
from infographic.text.han_numbers import HAN, digits_of_han, value_of_han
from infographic.text.numerals import half_width

NO_YEAR = 4
"""The year of a period whose text names none and that none is given for: a leap year, so that
2月29日 is a day, and one that no statistics are of."""
CENTURY = 70
"""FY69 is 2069, FY70 is 1970."""


class FiscalYear(NamedTuple):
    """How a paper's 财年 run."""

    month: int
    """Their first month."""
    named_by: Literal["start", "end"] = "end"
    """Whether FY2024 is the year in which it begins, or in which it ends."""


class Part(NamedTuple):
    """What one text names: the first and last day, and whether it says its year itself."""

    start: date
    end: date
    has_year: bool = False
    is_cumulative: bool = False


def period_of(
    text: str, year: int | None = None, fiscal: FiscalYear | None = None
) -> Period | None:
    """The stretch of time that a text is from end to end; None where it is none.

    `year` is that of a text without one (`NO_YEAR` where nobody knows it). A 财年 is none without
    `fiscal`, since its first month differs from land to land. 1—2月 is one period of two months;
    1—10月 and 上半年 run from the year's beginning.

    >>> [str(day) for day in period_of("1—2月", 2024)]
    ['2024-01-01', '2024-02-29', 'False']
    >>> period_of("1—10月累计", 2024).is_cumulative, period_of("13月")
    (True, None)
    """
    day = _DAY.fullmatch(text)
    if day is not None and day[2] + day[4] + day[6] in ("--", "//", "年月日"):
        # Of long columns most are days, and all of the grammar takes ten times as long.
        try:
            first = date(int(day[1]), int(day[3]), int(day[5]))
        except ValueError:
            return None
        return Period(first, first)
    words = _plain(text)
    if not words or len(words) > LONGEST:
        return None
    is_total = "累计" in words or words.startswith("ytd")
    words = words.replace("累计", "").removeprefix("ytd").strip("()（）")
    try:
        found = _fiscal(words, fiscal) or _whole(words, year)
    except (ValueError, OverflowError):
        # 2月30日, week 53 of a year without one.
        return None
    if found is None or found.start > found.end:
        return None
    if is_total:
        # 6月累计 is the sum of the months until June.
        return Period(date(found.end.year, 1, 1), found.end, True)
    return Period(found.start, found.end, found.is_cumulative)


_DAY = late(r"([12][0-9]{3})([-/年])([01]?[0-9])([-/月])([0-3]?[0-9])(日?)")
LONGEST = 40
"""Characters of the longest text that is looked at."""


# One writing for all


_SPACES = late(r"\s+")
_MIDNIGHT = late(r"[t ]0?0:00(:00)?(\.0+)?$")
_DASH = late("[—–~～〜∼‒―−]+|--+|至|到")
_HYPHEN = late("[‐‑﹣]")
_HAN = late(rf"(?<![{HAN}])[{HAN}]++(?=[月季日号周年个—-])")
_ENGLISH = late(
    r"(?:(?P<day>\d{1,2})[\s-]+)?(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
    r"|january|february|march|april|june|july|august|september|october|november|december)"
    r"(?![a-z])\.?(?:\s*(?P<after>\d{1,2}),)?(?P<apart>[\s,]*(?:-(?=\d{2}\b)|'|’)?\s*)"
    r"(?P<year>\d{4}|\d{2})?(?!\d)"
)
_YEAR_FIRST = late(r"^(?P<year>\d{4})[\s-]+(?=[a-z])")
_YEAR_LAST = late(r"^(?P<part>[qh]\d|\dq|\dh|w\d{1,2})[\s'’-]*(?P<year>\d{4}|\d{2})$")
_MONTHS = {
    name: n
    for n, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}


def _plain(text: str) -> str:
    """A text in one writing: narrow, without spaces; ranges with “—”, months with 月."""
    words = _SPACES.sub(" ", half_width(text).strip().lower())
    words = _HYPHEN.sub("-", _MIDNIGHT.sub("", words))
    words = _DASH.sub("—", words)
    if words.isascii() or "—" in words:
        words = _in_chinese(words)
    words = _HAN.sub(_as_digits, words.replace(" ", "").replace("两", "二"))
    return words.removesuffix("末").removesuffix("底").replace("第", "")


def _in_chinese(words: str) -> str:
    """English months and quarters as the Chinese ones: “jan 2024” is 2024年1月."""
    leading = _YEAR_FIRST.match(words)
    if leading is not None:
        words = f"{words[leading.end() :]} {leading['year']}"
    last = _YEAR_LAST.match(words)
    if last is not None:
        return f"{_of_century(last['year'])}年{last['part']}"
    return _ENGLISH.sub(_month, words)


def _month(match: re.Match[str]) -> str:
    day, year = match["day"] or match["after"], match["year"]
    if year is not None and len(year) == 2 and not match["apart"].strip(" ,"):
        # “Jan 24” is a day to some and a year to others.
        return match[0]
    said = f"{_MONTHS[match['month'][:3]]}月" + (f"{day}日" if day else "")
    return said if year is None else f"{_of_century(year)}年{said}"


def _as_digits(match: re.Match[str]) -> str:
    digits = digits_of_han(match[0])
    if len(digits) == 4:
        return digits
    value = value_of_han(match[0])
    return match[0] if value is None else f"{value:f}"


def _of_century(year: str) -> int:
    number = int(year)
    return number if len(year) == 4 else number + (2000 if number < CENTURY else 1900)


# From and to


_UNIT = late(r"\d([^\d—-]+)$")


def _whole(words: str, year: int | None) -> Part | None:
    """One period, or a range of two of a kind."""
    alone = _part(words, year)
    if alone is not None:
        return alone
    mark = "—" if "—" in words else "-"
    first, _, last = words.partition(mark)
    if not first or not last or mark in last:
        return None
    unit = _UNIT.search(last)
    begin = _begin(first, unit, year)
    if begin is None:
        return None
    end = _part(last, begin.start.year if begin.has_year else year, begin.start.month)
    if end is None:
        return None
    if end.has_year and not begin.has_year:
        # “Jan–Jun 2024”
        begin = _begin(first, unit, end.start.year) or begin
    months = (end.end.year - begin.start.year) * 12 + end.end.month - begin.start.month + 1
    is_whole = begin.start.day == 1 and (end.end + timedelta(1)).day == 1
    if begin.end >= end.end:
        return None
    return Part(
        begin.start,
        end.end,
        begin.has_year or end.has_year,
        # 1—2月 are merged for the spring festival, and run on into no total by themselves.
        is_whole and begin.start.month == 1 and 2 < months <= 12,
    )


def _begin(words: str, unit: re.Match[str] | None, year: int | None) -> Part | None:
    """A range's first end, which may leave its unit to the last: the 1 of 1—6月."""
    return _part(words, year) or (_part(words + unit[1], year) if unit else None)


# One period


_YEAR = late(
    r"(?P<year>[12]\d{3})(?:年度?|(?=全年|$|-?[qhw上下前]|\dq|\dh|-?week))|(?P<short>\d{2})年(?=\d)"
)
_NUMERIC = late(r"(?P<year>[12]\d{3})([-/.])(?P<month>\d{1,2})(?:\2(?P<day>\d{1,2}))?月?")
_SOLID = late(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})?")

Made = Callable[[re.Match[str], int, int], Part]


def _part(words: str, year: int | None, month: int = 0) -> Part | None:
    """One period without a range; `month` is that of a day that names none."""
    for pattern in (_NUMERIC, _SOLID):
        numeric = pattern.fullmatch(words)
        if numeric is not None:
            given = int(numeric["year"]), int(numeric["month"])
            found = _days(*given, int(numeric["day"])) if numeric["day"] else _months(*given)
            return found._replace(has_year=True)
    head = _YEAR.match(words)
    rest = words[head.end() :] if head else words
    if head:
        year = _of_century(head["year"] or head["short"])
    if head and not rest:
        return _months(year or NO_YEAR, 1, 12)._replace(has_year=True)
    for pattern, made in _FORMS:
        match = pattern.fullmatch(rest)
        if match is not None:
            part = made(match, NO_YEAR if year is None else year, month)
            return part._replace(has_year=head is not None)
    return None


def _months(year: int, first: int, count: int = 1) -> Part:
    """Whole months in a row; they may run into the next year."""
    if not 1 <= first <= 12 or not 1 <= count <= 24:
        raise ValueError(first)
    last = year * 12 + first + count - 2
    return Part(date(year, first, 1), end_of_month(last // 12, last % 12 + 1))


def end_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    # Late: it imports the locale.
    from calendar import monthrange

    return date(year, month, monthrange(year, month)[1])


def _days(year: int, month: int, day: int) -> Part:
    return Part(date(year, month, day), date(year, month, day))


def _quarter(match: re.Match[str], year: int, _: int) -> Part:
    return _months(year, int(match[1]) * 3 - 2, 3)


def _half(match: re.Match[str], year: int, _: int) -> Part:
    is_first = match[1] in ("上", "1")
    return _months(year, 1 if is_first else 7, 6)._replace(is_cumulative=is_first)


def _first_quarters(match: re.Match[str], year: int, _: int) -> Part:
    return _months(year, 1, int(match[1]) * 3)._replace(is_cumulative=True)


def _first_months(match: re.Match[str], year: int, _: int) -> Part:
    count = int(match[1])
    if not 2 <= count <= 12:
        raise ValueError(count)
    return _months(year, 1, count)._replace(is_cumulative=count > 2)


def _ten_days(match: re.Match[str], year: int, _: int) -> Part:
    month, first = int(match[1]), {"上": 1, "中": 11, "下": 21}[match[2]]
    end = end_of_month(year, month) if first == 21 else date(year, month, first + 9)
    return Part(date(year, month, first), end)


def _week(match: re.Match[str], year: int, _: int) -> Part:
    start = date.fromisocalendar(year, int(match[1]), 1)
    return Part(start, start + timedelta(6))


def _day_of(match: re.Match[str], year: int, month: int) -> Part:
    return _days(year, month, int(match[1]))


_FORMS: tuple[tuple[re.Pattern[str], Made], ...] = (
    (late(r"(\d{1,2})月份?"), lambda found, year, _: _months(year, int(found[1]))),
    (
        late(r"(\d{1,2})月(\d{1,2})[日号]?"),
        lambda found, year, _: _days(year, int(found[1]), int(found[2])),
    ),
    (late(r"(\d{1,2})[日号]"), _day_of),
    (late(r"([1-4])(?:季度?|q)"), _quarter),
    (late(r"-?q([1-4])"), _quarter),
    (late(r"([上下])半年"), _half),
    (late(r"-?h([12])"), _half),
    (late(r"([12])h"), _half),
    (late(r"前([23])个?季度?"), _first_quarters),
    (late(r"前(\d{1,2})个?月"), _first_months),
    (late(r"(\d{1,2})月份?([上中下])旬"), _ten_days),
    (late(r"(\d{1,2})周"), _week),
    (late(r"-?w(?:eek)?(\d{1,2})"), _week),
    (late(r"全年"), lambda _, year, __: _months(year, 1, 12)),
)


# 财年


_FISCAL = late(
    r"(?:fy'?|财年)(?P<a>\d{4}|\d{2})(?:[/-](?P<b>\d{4}|\d{2}))?"
    r"|(?P<c>\d{4})(?:[/—-](?P<d>\d{4}|\d{2}))?财年度?"
)


def is_fiscal(text: str) -> bool:
    """Whether a text names a 财年, whose first month must be told."""
    return _FISCAL.fullmatch(_plain(text)) is not None


def _fiscal(words: str, fiscal: FiscalYear | None) -> Part | None:
    match = _FISCAL.fullmatch(words)
    if match is None or fiscal is None:
        return None
    first, second = match["a"] or match["c"], match["b"] or match["d"]
    named = _of_century(first)
    if second is not None:
        if (named + 1) % 100 != int(second) % 100:
            return None
        begins = named
    else:
        is_shifted = fiscal.named_by == "end" and fiscal.month > 1
        begins = named - 1 if is_shifted else named
    return _months(begins, fiscal.month, 12)._replace(has_year=True)


_A_YEAR = late(r"(?<!\d)((?:19|20)\d{2})(?=年|\D|$)")


def year_in(text: str) -> int | None:
    """The one year that a title or a sheet's name is of; None where it names none, or several.

    >>> year_in("2024年1—10月规模以上工业"), year_in("2020—2024年粮食产量")
    (2024, None)
    """
    years = set(_A_YEAR.findall(half_width(text)))
    return int(years.pop()) if len(years) == 1 else None

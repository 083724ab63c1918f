"""When an event was, is or will be: its stretch of time, and its date as it is printed.

A date is printed in two parts, the year and what stands beside it, so that a row of events may say
a year once. Dates in digits (2026-06-26) are printed as the language has them; words stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.table import Period
from infographic.graphics.lines.times import MONTHS
from infographic.text.periods import NO_YEAR, end_of_month, period_of


class Moment(NamedTuple):
    """One event's time."""

    period: Period
    year: str
    """“2026”, “1999—2003”; "" where nobody says it."""
    rest: str
    """“6月26日—28日”, “年初”; "" where it is a year."""
    is_stretch: bool = False
    """It took a while, or is not known to the day (年初): a bar and no point."""


class When(NamedTuple):
    """A date as its author wrote it."""

    when: str
    until: str = ""


OPEN = frozenset({"今", "至今", "现在", "now", "present", "today"})
_DIGITS = late(r"\d{4}([-/.])\d{1,2}(?:\1\d{1,2})?|(?:19|20)\d{4}(?:\d{2})?")
_YEAR = late(
    r"(?<!\d)[12]\d{3}(?!\d)\s*年?度?\s*|[〇零一二三四五六七八九]{4}年|(?:,|(?<!\s))\s*+\b[12]\d{3}\b"
)
_PART_OF_YEAR = late(r"(?:年)?(初|中|末|底)|(春|夏|秋|冬)(?:季|天)?")
_PART_OF_MONTH = late(r"(\d{1,2})月份?(初|中|末|底)")
_ENGLISH = late(r"(early|mid|late|spring|summer|autumn|fall|winter)[\s-]*(?:in\s+)?")
_RANGE = late(r"[—–~～至]|\d-\d")
MONTHS_OF = {
    "初": (1, 3), "中": (5, 8), "末": (10, 12), "底": (10, 12), "early": (1, 3), "mid": (5, 8),
    "late": (10, 12), "春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 14), "spring": (3, 5),
    "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14),
}  # fmt: skip
"""First and last month; winter runs on into the next year."""
DAYS_OF = {"初": (1, 10), "中": (11, 20), "末": (21, 0), "底": (21, 0)}


def moments_of(
    dates: Sequence[When], today: Period | None = None, language: str = "zh-Hans"
) -> list[Moment | None]:
    """The times of events in their order; None where one cannot be read.

    One without a year is of the year of the one before it (of the next one after December), else of
    the year of `today`. What lasts “至今” ends then, or with the last of all where nobody knows it.

    >>> [m and (m.year, m.rest) for m in moments_of([When("2026-06-26", "2026-06-28"), When("年底")])]
    [('2026', '6月26日—28日'), ('2026', '年底')]
    """  # noqa: E501
    found: list[Moment | None] = []
    opened: list[int] = []
    last: Moment | None = None
    for number, (when, until) in enumerate(dates):
        is_open = until.strip().lower() in OPEN
        moment = _moment(when, "" if is_open else until, last, today, language)
        if moment is not None and is_open:
            opened.append(number)
            dash = "—" if language.startswith("zh") else "–"
            said = f"{moment.rest or moment.year}{dash}{until.strip().removeprefix('至')}"
            moment = (
                moment._replace(is_stretch=True, rest=said)
                if moment.rest
                else moment._replace(is_stretch=True, year=said)
            )
        found.append(moment)
        last = moment or last
    ends = [moment.period.end for moment in found if moment is not None]
    for number in opened:
        one = found[number]
        assert one is not None
        end = max(one.period.start, today.end if today is not None else max(ends))
        found[number] = one._replace(period=Period(one.period.start, end))
    return found


def _moment(
    when: str, until: str, last: Moment | None, today: Period | None, language: str
) -> Moment | None:
    known = last is not None and bool(last.year)
    year = last.period.end.year if last is not None else today.start.year if today else None
    begin, is_vague = _period(when, year)
    if begin is None:
        return None
    if last is not None and not _has_year(when) and year is not None:
        # 12月 and 1月 after it: the next year.
        if last.period.start.month == 12 and begin.start.month == 1:
            begin, is_vague = _period(when, year + 1)
        if begin is None:
            return None
    period, is_stretch = begin, is_vague or _RANGE.search(_without_year(when)) is not None
    if until:
        finish, _ = _period(until, begin.start.year)
        if finish is None or finish.end < begin.start:
            return None
        period, is_stretch = Period(begin.start, finish.end), True
    said = known or _has_year(when)
    shown = str(begin.start.year) if said and begin.start.year != NO_YEAR else ""
    return Moment(period, *_printed(when, until, begin, period, shown, language), is_stretch)


def _has_year(text: str) -> bool:
    return _YEAR.search(text) is not None or _DIGITS.fullmatch(text.strip()) is not None


def _without_year(text: str) -> str:
    return "" if _DIGITS.fullmatch(text.strip()) else _YEAR.sub("", text, count=1).strip(" ,，-")


def _period(text: str, year: int | None) -> tuple[Period | None, bool]:
    """What a date is from end to end, and whether it is said vaguely (年初)."""
    rest = _without_year(text).strip().lower()
    whole = period_of(text, year)
    own = _YEAR.search(text)
    found = period_of(own[0].strip(" ,，")) if own is not None else None
    at = found.start.year if found is not None else NO_YEAR if year is None else year
    part = _PART_OF_YEAR.fullmatch(rest) or _ENGLISH.fullmatch(rest)
    if part is not None:
        first, last = MONTHS_OF[next(one for one in part.groups() if one)]
        return Period(date(at, first, 1), end_of_month(at + last // 13, (last - 1) % 12 + 1)), True
    part = _PART_OF_MONTH.fullmatch(rest)
    if part is not None and 1 <= int(part[1]) <= 12:
        month, (first, last) = int(part[1]), DAYS_OF[part[2]]
        end = date(at, month, last) if last else end_of_month(at, month)
        return Period(date(at, month, first), end), True
    return whole, "旬" in rest


# As it is printed


def _printed(
    when: str, until: str, begin: Period, period: Period, year: str, language: str
) -> tuple[str, str]:
    """The year, and what stands beside it."""
    is_chinese = language.startswith("zh")
    dash = "—" if is_chinese else "–"
    rest = _rest(when, begin, is_chinese)
    if not until:
        return year, rest
    later, _ = _period(until, begin.start.year)
    assert later is not None
    finish = _rest(until, later, is_chinese)
    if not rest and not finish:
        return f"{year}{dash}{later.end.year}", ""
    if later.start.year != begin.start.year:
        beside = f"{later.start.year}年{finish}" if is_chinese else f"{finish} {later.start.year}"
        return year, f"{rest}{dash}{beside.strip()}"
    month = f"{begin.start.month}月"
    if is_chinese and rest.startswith(month) and finish.startswith(month):
        finish = finish.removeprefix(month)
    return year, f"{rest}{dash}{finish}"


def _rest(text: str, period: Period, is_chinese: bool) -> str:
    stripped = text.strip()
    if _DIGITS.fullmatch(stripped) is None:
        rest = _without_year(stripped)
        return f"年{rest}" if rest in ("初", "中", "末", "底") else rest
    is_day = period.start == period.end
    month = period.start.month
    if is_chinese:
        return f"{month}月{period.start.day}日" if is_day else f"{month}月"
    name = MONTHS[month - 1]
    return f"{period.start.day} {name}" if is_day else name


_A_DATE = late(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")


def day_in(text: str) -> Period | None:
    """The first whole date in a line: of “2026年11月22日 星期日” the day.

    >>> str(day_in("2026年11月22日 星期日").start)
    '2026-11-22'
    """
    found = _A_DATE.search(text)
    return None if found is None else period_of(found[0].replace(" ", ""))


def dates_said(dates: Sequence[tuple[str, str]], language: str) -> list[str]:
    """Dates in one line each, as they are printed; what cannot be read stands as it was written.

    >>> dates_said([("2026-06-26", ""), ("待定", ""), ("", "")], "zh-Hans")
    ['2026年6月26日', '待定', '']
    """
    made = moments_of([When(*one) for one in dates], None, language)
    is_chinese = language.startswith("zh")
    found = []
    for (when, until), moment in zip(dates, made, strict=True):
        if moment is None:
            found.append("—".join(one for one in (when, until) if one))
        elif is_chinese:
            found.append((f"{moment.year}年" if moment.year else "") + moment.rest)
        else:
            found.append(" ".join(one for one in (moment.rest, moment.year) if one))
    return found

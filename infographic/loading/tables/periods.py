"""A column of periods: what its cells leave to those above them, and to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from infographic.foundation.late_pattern import late
from infographic.foundation.table import Period
from infographic.text.period_steps import has_year, months_in
from infographic.text.periods import FiscalYear, period_of

__all__ = ["names_time", "period_column", "period_of", "periods_of"]

_TIME = late(
    r"(?<![本当上去同今末次每全半])(?:年份?|年度|月份?|季度?|周|旬)$|日期|时间|时期|期间|周次"
    r"|\b(year|month|quarter|date|period|time|week|day)\b",
)


def names_time(header: str) -> bool:
    """Whether a header says that its column is of times: 年份, 月份, 日期, Year.

    >>> names_time("年份"), names_time("年末人口"), names_time("Year"), names_time("2024年1—10月")
    (True, False, True, False)
    """
    words = header.strip().lower()
    return _TIME.search(words) is not None and period_of(words) is None


def period_column(
    header: str,
    texts: Sequence[str],
    year: int | None = None,
    fiscal: FiscalYear | None = None,
) -> tuple[Period | None, ...] | None:
    """A column's periods if it is one of periods, as its header and cells say; else None.

    Mere digits (2024, 202406) are numbers, but under a header that names a time, or under none
    where they are years one after the other. "" and “—” are missing.
    """
    said = [text.strip() for text in texts if text.strip() not in MISSING]
    if said and all(text.isascii() and text.isdigit() for text in said) and not names_time(header):
        # Digits without end are no years, and more than Python makes a number of.
        years = [int(text) if len(text) < 9 else 0 for text in said]
        in_turn = all(b - a == years[1] - years[0] for a, b in pairwise(years))
        is_years = all(1800 <= one < 2200 for one in years) and len(years) > 1 and in_turn
        if header.strip() or not is_years or years[0] == years[1]:
            return None
    return periods_of(texts, year=year, fiscal=fiscal)


MISSING = frozenset({"", "—", "——", "-", "–", "…", "……", "...", "/"})


def periods_of(
    texts: Sequence[str],
    *,
    year: int | None = None,
    years: Sequence[int | None] = (),
    fiscal: FiscalYear | None = None,
) -> tuple[Period | None, ...] | None:
    """What the cells of a column come to; None where one of them is no period, or all are missing.

    A cell without a year is of the year in `years` for its row (another column's), else of that of
    the cell above it, which December and a fourth quarter end, else of `year`.
    """
    found: list[Period | None] = []
    last: Period | None = None
    for row, text in enumerate(texts):
        if text.strip() in MISSING:
            found.append(None)
            continue
        own = years[row] if years else None
        period = period_of(text, own, fiscal)
        if period is not None and not has_year(period):
            period = period_of(text, _year_after(last, period) or year, fiscal)
        if period is None:
            return None
        found.append(period)
        last = period
    return settled(found, texts) if last is not None else None


def _year_after(last: Period | None, period: Period) -> int | None:
    """The year of a period that names none, below another."""
    if last is None or not has_year(last):
        return None
    # 12月 and 1月 below it: the next year.
    is_next = last.end.month == 12 and period.start.month == 1 and period.end.month < 12
    return last.end.year + (is_next and last.start.month > 1)


def settled(periods: Sequence[Period | None], texts: Sequence[str]) -> tuple[Period | None, ...]:
    """The same, with what runs from the year's beginning told from what does not.

    一季度 above 上半年 and 前三季度 is a total as they are; 上半年 above 下半年 is none.
    """
    by_year: dict[int, list[Period]] = defaultdict(list)
    for one in periods:
        if one is not None and months_in(one):
            by_year[one.start.year].append(one)
    kinds: dict[int, bool] = {}
    for year, group in by_year.items():
        begin = {one for one in group if (one.start.month, one.end.year) == (1, year)}
        rest = set(group) - begin
        if not rest and len(begin) > 1:
            kinds[year] = True
        elif rest and all(one.end < min(rest).start for one in begin):
            kinds[year] = False
    made = []
    for one, text in zip(periods, texts, strict=True):
        if one is None or one.start.month != 1 or not months_in(one) or "累计" in text:
            made.append(one)
        else:
            made.append(one._replace(is_cumulative=kinds.get(one.start.year, one.is_cumulative)))
    return tuple(made)

"""Stretches of time as statistics write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infographic.foundation.table import Period
from infographic.text.period_steps import (
    after,
    before,
    gaps,
    grain_of,
    is_merged,
    overlap,
    words_of,
    year_before,
)
from infographic.text.periods import NO_YEAR, FiscalYear, is_fiscal, period_of, year_in

FEW = settings(max_examples=60, deadline=None)


def span(text: str, year: int | None = None, fiscal: FiscalYear | None = None) -> str:
    """“2024-01-01/2024-02-29”, with “+” where it runs from the year's beginning."""
    found = period_of(text, year, fiscal)
    return "" if found is None else f"{found.start}/{found.end}{'+' * found.is_cumulative}"


@pytest.mark.parametrize(("text", "said"), [
    ("2024", "2024-01-01/2024-12-31"),
    ("2024年", "2024-01-01/2024-12-31"),
    ("2024年度", "2024-01-01/2024-12-31"),
    ("2024年全年", "2024-01-01/2024-12-31"),
    ("2024年末", "2024-01-01/2024-12-31"),
    ("2024年6月", "2024-06-01/2024-06-30"),
    ("2024 年 6 月份", "2024-06-01/2024-06-30"),
    ("２０２４年６月", "2024-06-01/2024-06-30"),
    ("二〇二四年六月", "2024-06-01/2024-06-30"),
    ("24年6月", "2024-06-01/2024-06-30"),
    ("2024-06", "2024-06-01/2024-06-30"),
    ("2024.6", "2024-06-01/2024-06-30"),
    ("202406", "2024-06-01/2024-06-30"),
    ("2024-06-01", "2024-06-01/2024-06-01"),
    ("2024/6/1", "2024-06-01/2024-06-01"),
    ("2024-06-01 00:00:00", "2024-06-01/2024-06-01"),
    ("2024年6月1日", "2024-06-01/2024-06-01"),
    ("2024年1—2月", "2024-01-01/2024-02-29"),
    ("2024年1-2月", "2024-01-01/2024-02-29"),
    ("2024年1～2月", "2024-01-01/2024-02-29"),
    ("2024年1–2月", "2024-01-01/2024-02-29"),
    ("2024年1~2月", "2024-01-01/2024-02-29"),
    ("2024年1月至2月", "2024-01-01/2024-02-29"),
    ("2024年1—10月", "2024-01-01/2024-10-31+"),
    ("2024年1—10月累计", "2024-01-01/2024-10-31+"),
    ("2024年1—6月（累计）", "2024-01-01/2024-06-30+"),
    ("2024年6月累计", "2024-01-01/2024-06-30+"),
    ("2024年前三季度", "2024-01-01/2024-09-30+"),
    ("2024年一至三季度", "2024-01-01/2024-09-30+"),
    ("2024年前11个月", "2024-01-01/2024-11-30+"),
    ("2024年一季度", "2024-01-01/2024-03-31"),
    ("2024年第1季度", "2024-01-01/2024-03-31"),
    ("2024年第四季度", "2024-10-01/2024-12-31"),
    ("2024Q1", "2024-01-01/2024-03-31"),
    ("2024-Q1", "2024-01-01/2024-03-31"),
    ("Q1 2024", "2024-01-01/2024-03-31"),
    ("1Q24", "2024-01-01/2024-03-31"),
    ("2024年上半年", "2024-01-01/2024-06-30+"),
    ("2024H2", "2024-07-01/2024-12-31"),
    ("2024年2月下旬", "2024-02-21/2024-02-29"),
    ("2024年第23周", "2024-06-03/2024-06-09"),
    ("2024-W23", "2024-06-03/2024-06-09"),
    ("Jan 2024", "2024-01-01/2024-01-31"),
    ("Jan-24", "2024-01-01/2024-01-31"),
    ("2024 January", "2024-01-01/2024-01-31"),
    ("1 Jan 2024", "2024-01-01/2024-01-01"),
    ("Jan 1, 2024", "2024-01-01/2024-01-01"),
    ("Jan–Oct 2024", "2024-01-01/2024-10-31+"),
    ("2024年6月1日至7日", "2024-06-01/2024-06-07"),
    ("2024年11月—2025年2月", "2024-11-01/2025-02-28"),
    ("2020—2024年", "2020-01-01/2024-12-31"),
])  # fmt: skip
def test_what_statistics_write_is_read_to_the_day(text: str, said: str) -> None:
    assert span(text) == said


@pytest.mark.parametrize("text", [
    "", "13月", "0月", "2月30日", "2023年2月29日", "2024-13", "5季度", "Q5", "2024年第54周",
    "3—1月", "十四五", "“十四五”时期", "合计", "长春", "3.5", "12", "1,234", "5%", "年份", "1日",
    "Jan 24", "2023-24", "2024年计划", "第3名", "3月龄",
])  # fmt: skip
def test_nonsense_and_other_words_are_no_period(text: str) -> None:
    assert period_of(text) is None


def test_a_year_that_the_text_leaves_unsaid_is_given_or_is_none() -> None:
    assert span("6月", 2023) == "2023-06-01/2023-06-30"
    assert span("2024年6月", 2023) == "2024-06-01/2024-06-30"
    unknown = period_of("2月29日")
    assert unknown is not None and unknown.start.year == NO_YEAR
    assert words_of(unknown) == "2月29日"


def test_a_fiscal_year_needs_its_first_month() -> None:
    april = FiscalYear(4)
    assert is_fiscal("FY2024") and is_fiscal("2024财年") and period_of("FY2024") is None
    assert span("FY2024", fiscal=april) == "2023-04-01/2024-03-31"
    assert span("2024财年", fiscal=FiscalYear(4, "start")) == "2024-04-01/2025-03-31"
    assert span("2023/24财年", fiscal=april) == "2023-04-01/2024-03-31"
    assert span("FY2024", fiscal=FiscalYear(1)) == "2024-01-01/2024-12-31"
    assert span("2023/25财年", fiscal=april) == ""


def test_merged_months_are_neither_a_quarter_nor_a_total() -> None:
    merged, quarter, total = map(period_of, ("2024年1—2月", "2024年一季度", "2024年1—10月"))
    assert merged and quarter and total
    assert (is_merged(merged), is_merged(quarter), is_merged(total)) == (True, False, False)
    assert before(merged) is None and before(total) is None
    assert year_before(merged) == period_of("2023年1—2月")
    assert year_before(total) == period_of("2023年1—10月累计")


def test_a_title_gives_its_year_where_it_has_one() -> None:
    assert year_in("2024年1—10月规模以上工业增加值") == 2024
    assert year_in("2020—2024年粮食产量") is None and year_in("主要指标") is None


MONTHS = st.builds(lambda y, m: (y, m), st.integers(1950, 2080), st.integers(1, 12))


@FEW
@given(MONTHS, st.integers(1, 11))
def test_what_is_written_is_read_back(start: tuple[int, int], more: int) -> None:
    year, month = start
    last = min(month + more, 12)
    for text in (
        f"{year}年{month}月",
        f"{year}年{month}—{last}月",
        f"{year}年",
        f"{year}年{month}月3日",
    ):
        found = period_of(text)
        if found is not None:
            assert period_of(words_of(found)) == found


@FEW
@given(MONTHS, st.sampled_from(["month", "quarter", "year", "day", "ten days", "week"]))
def test_steps_lead_there_and_back(start: tuple[int, int], grain: str) -> None:
    year, month = start
    text = {
        "month": f"{year}年{month}月", "quarter": f"{year}年{(month + 2) // 3}季度",
        "year": f"{year}年",
        "day": f"{year}-{month}-28", "ten days": f"{year}年{month}月{'上中下'[month % 3]}旬",
        "week": f"{year}年第{month}周",
    }[grain]  # fmt: skip
    found = period_of(text)
    assert found is not None and grain_of(found) == grain
    earlier = before(found)
    assert earlier is not None and after(earlier) == found and grain_of(earlier) == grain
    assert earlier.end + timedelta(1) == found.start and not overlap(earlier, found)
    same = year_before(found)
    assert same is not None and grain_of(same) == grain and same < found


@FEW
@given(MONTHS, st.integers(3, 20), st.data())
def test_months_left_out_of_a_row_are_told(
    start: tuple[int, int], count: int, data: st.DataObject
) -> None:
    found = period_of(f"{start[0]}年{start[1]}月")
    assert found is not None
    row = [found]
    for _ in range(count - 1):
        following = after(row[-1])
        assert following is not None
        row.append(following)
    gone = data.draw(st.sets(st.integers(1, count - 2), max_size=count - 2))
    kept = [one for number, one in enumerate(row) if number not in gone]
    assert gaps(kept) == tuple(row[number] for number in sorted(gone))


@FEW
@given(st.text(alphabet="0123456789年月日季度周旬上中下半前财FYQW至—-~/. 一二十", max_size=14))
def test_any_text_is_a_period_in_its_order_or_none(text: str) -> None:
    found = period_of(text, 2024, FiscalYear(4))
    assert found is None or (isinstance(found, Period) and found.start <= found.end)


def test_no_january_is_missing_where_two_months_are_one() -> None:
    texts = ("2024年1—2月", "2024年3月", "2024年5月")
    periods = [one for one in map(period_of, texts) if one]
    assert gaps(periods) == (Period(date(2024, 4, 1), date(2024, 4, 30)),)
    assert gaps(periods[:2]) == ()

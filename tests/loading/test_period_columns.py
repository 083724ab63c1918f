"""Columns of periods: what cells leave to those above them, and to each other."""

from __future__ import annotations

import pytest

from infographic.loading.tables.periods import names_time, period_column, periods_of
from infographic.text.period_steps import words_of


def words(*texts: str, year: int | None = None) -> list[str]:
    found = periods_of(texts, year=year)
    assert found is not None
    return ["" if one is None else words_of(one) for one in found]


def test_a_cell_without_a_year_is_of_the_year_above_it() -> None:
    assert words("2023年11月", "12月", "1月", "2月") == [
        "2023年11月", "2023年12月", "2024年1月", "2024年2月",
    ]  # fmt: skip
    assert words("2023年三季度", "四季度", "一季度")[-1] == "2024年一季度"
    assert words("2024年3月", "2月", "2023年12月")[1] == "2024年2月"
    assert words("1月", "2月", year=2024) == ["2024年1月", "2024年2月"]


def test_the_years_of_another_column_are_those_of_the_rows() -> None:
    found = periods_of(["12月", "1月"], years=[2023, 2025])
    assert found is not None and [one.start.year for one in found if one] == [2023, 2025]


@pytest.mark.parametrize(("texts", "totals"), [
    (["一季度", "上半年", "前三季度", "全年"], [True] * 4),
    (["1—2月", "1—3月", "1—4月"], [True] * 3),
    (["1—2月", "3月", "4月"], [False] * 3),
    (["一季度", "二季度", "三季度"], [False] * 3),
    (["上半年", "下半年"], [False] * 2),
    (["2023年1—10月", "2024年1—10月"], [True] * 2),
    (["2023年1—2月", "2024年1—2月"], [False] * 2),
])  # fmt: skip
def test_totals_are_told_from_parts_by_their_neighbours(
    texts: list[str], totals: list[bool]
) -> None:
    found = periods_of(texts, year=2024)
    assert found is not None and [one.is_cumulative for one in found if one] == totals


def test_missing_cells_stay_missing_and_one_other_word_makes_it_no_column_of_periods() -> None:
    assert words("2024年1月", "—", "3月") == ["2024年1月", "", "2024年3月"]
    assert periods_of(["1月", "合计"]) is None and periods_of(["", "—"]) is None


def test_mere_digits_are_years_only_where_the_header_says_so() -> None:
    assert period_column("年份", ["2022", "2023"]) is not None
    assert period_column("", ["2022", "2023", "2024"]) is not None
    assert period_column("产量", ["2022", "2023"]) is None
    assert period_column("", ["2022", "1850", "1990"]) is None
    assert period_column("2024年1—10月", ["2022", "1850"]) is None
    assert period_column("指标", ["2023年", "2024年"]) is not None
    assert not names_time("本月") and names_time("月份") and names_time("统计时间")

"""Growth, shares and indices: like with like, or nothing and a word about it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_tables import cells, made, said, table

from infographic.foundation.diagnostics import SpecError
from infographic.loading.tables.shaping.cells import cut, rounded

FEW = settings(max_examples=60, deadline=None)

MONTHS = table("""
时间 零售额(亿元) 增速(%)
2023年1—2月 72108 3.5
2023年3月 37855 10.6
2023年4月 34910 18.4
2023年5月 37803 12.7
2024年1—2月 77067 5.5
2024年3月 39020① 3.1
2024年4月 35699 2.3
2024年5月 39211 3.7
""")


def wrong(given_table: object, **asked: object) -> list[str]:
    with pytest.raises(SpecError) as caught:
        made(given_table, **asked)  # type: ignore[arg-type]
    return [one.saying.key for one in caught.value.diagnostics]


def test_year_on_year_compares_the_same_months_merged_ones_too() -> None:
    grown = made(MONTHS, growth=["零售额"])
    assert cells(grown, "零售额同比") == ["—"] * 4 + ["6.9", "3.1", "2.3", "3.7"]
    column = grown.column("零售额同比")
    assert column is not None and (column.unit, column.decimals) == ("%", 1)
    assert said(grown) == ["data-growth/first"]


def test_a_derived_cell_has_the_place_and_the_marks_of_what_it_is_from() -> None:
    grown = made(MONTHS, growth=["零售额"])
    place = len(grown.columns) - 1
    assert grown.places.of(5, place) == MONTHS.places.of(5, 1)
    assert grown.columns[place].marks == {5: "①"}
    later = table("年份 产量\n2022年 100*\n2023年 110\n2024年 121")
    assert made(later, growth=["产量"]).columns[2].marks == {1: "*"}


def test_nothing_is_compared_with_months_that_were_published_as_one() -> None:
    grown = made(MONTHS, growth=[{"of": "零售额", "kind": "环比"}])
    assert cells(grown, "零售额环比") == [
        "—", "—", "-7.8", "8.3", "—", "—", "-8.5", "9.8",
    ]  # fmt: skip
    assert said(grown).count("data-growth/merged") == 2
    assert said(grown).count("data-growth/after-merged") == 2
    places = [str(one.origin) for one in grown.said if one.code == "data-growth"]
    assert places[0] == "stats.csv:2:2"


def test_a_total_from_the_years_beginning_has_no_period_before_it() -> None:
    totals = table("时间 产值\n2024年1—5月 500\n2024年1—6月 620\n2023年1—6月 600")
    assert wrong(totals, growth=[{"of": "产值", "kind": "环比"}]) == ["data-growth/total"]
    assert cells(made(totals, growth=["产值"]), "产值同比") == ["—", "3.3", "—"]


def test_percentages_differ_in_points_exactly() -> None:
    grown = made(MONTHS, growth=["增速"]).columns[-1]
    assert grown.unit == "个百分点"
    assert grown.numbers[4:] == tuple(map(Decimal, ("2.0", "-7.5", "-16.1", "-9.0")))


def test_growth_from_nothing_from_zero_and_from_below_zero_is_missing_and_said() -> None:
    profits = table("年份 利润\n2019年 4\n2020年 5\n2021年 —\n2022年 0\n2023年 -3\n2024年 8")
    grown = made(profits, growth=["利润"])
    assert cells(grown, "利润同比") == ["—", "25.0", "—", "—", "—", "—"]
    assert said(grown).count("data-growth/zero") == 1
    assert said(grown).count("data-growth/negative") == 1


def test_rows_are_compared_within_what_their_words_say() -> None:
    long = table("地区 年份 产量\n长春 2023年 100\n吉林 2023年 50\n长春 2024年 110\n吉林 2024年 40")
    assert cells(made(long, growth=["产量"]), "产量同比") == ["—", "—", "10.0", "-20.0"]
    again = table("地区 年份 产量\n长春 2023年 100\n长春 2024年 110\n长春 2024年 111")
    assert wrong(again, growth=["产量"]) == ["data-growth/twice"]


def test_years_in_the_header_are_compared_by_column() -> None:
    wide = table("地区 2023年(万吨) 2024年(万吨)\n长春 100 105.5\n吉林 50 50")
    assert cells(made(wide, growth=["2024年"]), "2024年同比") == ["5.5", "0.0"]
    named = made(wide, growth=[{"of": "2024年", "against": "2023年", "as": "增长", "decimals": 0}])
    assert cells(named, "增长") == ["6", "0"]
    odd = table("地区 产值(亿元) 产量(万吨)\n长春 100 105")
    assert wrong(odd, growth=[{"of": "产值", "against": "产量"}]) == ["data-unit/unlike"]
    assert wrong(odd, growth=["产值"]) == ["data-column/no-times"]


def test_a_fixed_base_is_a_period_or_a_row() -> None:
    years = table("年份 产量\n2015年 80\n2020年 100\n2024年 130")
    grown = made(years, growth=[{"of": "产量", "kind": "定基", "against": 2015}])
    assert cells(grown, "产量定基") == ["0.0", "25.0", "62.5"]
    index = made(years, index=[{"of": "产量", "base": "2020年", "as": "指数"}])
    assert cells(index, "指数") == ["80.0", "100.0", "130.0"]
    assert wrong(years, growth=[{"of": "产量", "kind": "定基"}]) == ["data-growth/no-base"]
    assert wrong(years, index=[{"of": "产量", "base": 2016}]) == ["data-growth/no-row"]


HARVEST = table(
    "地区 产量(万吨) 单产(公斤/亩)\n全省 4266 491\n长春 1200 520\n吉林 — 500\n四平 800 530",
    totals=(0,),
)


def test_a_share_is_of_the_row_of_totals_or_of_the_sum_or_of_what_is_stated() -> None:
    assert cells(made(HARVEST, share=["产量"]), "产量占比") == ["100.0", "28.1", "—", "18.8"]
    summed = made(HARVEST, where={"地区": {"not": "全省"}}, share=["产量"])
    assert cells(summed, "产量占比") == ["28.1", "—", "18.8"]
    alone = table("地区 产量\n长春 30\n吉林 10")
    assert cells(made(alone, share=["产量"]), "产量占比") == ["75.0", "25.0"]
    stated = made(alone, share=[{"of": "产量", "whole": 80, "decimals": 2}])
    assert cells(stated, "产量占比") == ["37.50", "12.50"]
    row = made(alone, share=[{"of": "产量", "whole": "长春"}])
    assert cells(row, "产量占比") == ["100.0", "33.3"]
    lacking = made(table("地区 产量\n长春 30\n吉林 —"), share=["产量"])
    assert said(lacking) == ["data-adds/missing"]


def test_what_does_not_add_up_has_no_share() -> None:
    assert wrong(HARVEST, share=["单产"]) == ["data-adds/share"]
    assert wrong(table("地区 利润\n甲 -1\n乙 -2"), share=["利润"]) == ["data-adds/no-whole"]


@FEW
@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(0, 6))
def test_rounding_is_half_up_and_off_by_no_more_than_half(value: Fraction, places: int) -> None:
    made_value = rounded(value, places)
    off = abs(Fraction(made_value) - value)
    assert off <= Fraction(1, 2 * 10**places) and -made_value.as_tuple().exponent == places  # type: ignore[operator]
    if off == Fraction(1, 2 * 10**places):
        assert abs(Fraction(made_value)) > abs(value)


@FEW
@given(st.decimals(allow_nan=False, allow_infinity=False, places=5, min_value=-(10**9),
                   max_value=10**9), st.integers(0, 5))  # fmt: skip
def test_a_cut_number_is_the_rounded_one(value: Decimal, places: int) -> None:
    assert cut(value, places) == rounded(Fraction(value), places)
    assert str(cut(value, places)).lstrip("-0.") or not str(cut(value, places)).startswith("-")


def test_a_row_without_its_time_grows_by_nothing_and_is_no_base() -> None:
    timed = table("年份 产量\n2022年 100\n— 105\n2023年 110\n2024年 121")
    assert timed.columns[0].kind == "period"
    assert cells(made(timed, growth=["产量"]), "产量同比") == ["—", "—", "10.0", "10.0"]

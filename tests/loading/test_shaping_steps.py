"""Rows, columns, forms and units: what a desk does with a table before it is drawn."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_tables import cells, made, said, spec_of, table
from steps import steps

from infographic.foundation.diagnostics import Severity, SpecError
from infographic.foundation.table import Table
from infographic.loading.tables.shaping.shape import columns_asked

COUNTIES = table(
    """
县市 粮食产量(吨) 单产(公斤/亩) 产值(万元)
全市 1500000 500 3000000
榆树 367200 620.5 800123.4
农安 301400 600.25 700000
德惠 约280,000余 590 650000
九台 150000* 480 —
双阳 — 450 210000
""",
    totals=(0,),
)


def refused(given_table: Table, **asked: object) -> tuple[str, str, str]:
    """The key of what is said, the mend and the pointer."""
    with pytest.raises(SpecError) as caught:
        made(given_table, **asked)
    (one,) = caught.value.diagnostics
    return one.saying.key, one.hint, one.origin.pointer


def test_columns_are_taken_in_order_and_renamed() -> None:
    taken = made(COUNTIES, columns=[{"from": "产值", "as": "GDP"}, "县市"])
    assert [one.name for one in taken.columns] == ["GDP", "县市"]
    assert taken.places.of(1, 0) == COUNTIES.places.of(1, 3)
    assert refused(COUNTIES, columns=["县市", "粮食产"]) == (
        "data-column", "did you mean “粮食产量”?", "/columns/1",
    )  # fmt: skip
    assert refused(COUNTIES, columns=["产值", {"from": "单产", "as": "产值"}])[0] == (
        "data-column/taken"
    )


@pytest.mark.parametrize(("where", "rows"), [
    ({"县市": "农安"}, ["农安"]),
    ({"县市": ["榆树", "德惠"]}, ["榆树", "德惠"]),
    ({"县市": {"not": ["全市", "双阳"]}}, ["榆树", "农安", "德惠", "九台"]),
    ({"县市": {"contains": "安"}}, ["农安"]),
    ({"粮食产量": {"above": 280000, "below": "1,000,000"}}, ["榆树", "农安"]),
    ({"粮食产量": {"from": 280000, "to": 301400}}, ["农安", "德惠"]),
    ({"粮食产量": {"missing": True}}, ["双阳"]),
    ({"产值": {"missing": False}, "单产": {"below": 600}}, ["全市", "德惠", "双阳"]),
])  # fmt: skip
def test_rows_are_taken_that_meet_every_condition(where: object, rows: list[str]) -> None:
    taken = made(COUNTIES, where=where)
    assert cells(taken, "县市") == rows
    first = COUNTIES.columns[0].texts.index(rows[0])
    assert taken.places.of(0, 1) == COUNTIES.places.of(first, 1)


def test_a_condition_that_nothing_meets_is_an_error_with_what_is_near() -> None:
    assert refused(COUNTIES, where={"县市": "榆树市"})[:2] == (
        "data-rows/no-value", "did you mean “榆树”?",
    )  # fmt: skip
    assert refused(COUNTIES, where={"粮食产量": {"above": 10**9}})[0] == "data-rows"
    assert refused(COUNTIES, where={"县": "榆树"})[0] == "data-column"
    assert refused(COUNTIES, where={"县市": {"above": 3}})[0] == "data-rows/no-order"
    assert refused(COUNTIES, where={"产值": {"above": "多"}})[0] == "data-rows/no-number"


MONTHS = table("时间 产值\n2023年11月 1\n2023年12月 2\n2024年1—2月 3\n2024年3月 4\n2025年 5")


@pytest.mark.parametrize(("condition", "values"), [
    ("2024-03", ["4"]),
    ({"from": 2024}, ["3", "4", "5"]),
    ({"from": "2023年12月", "to": "2024年3月"}, ["2", "3", "4"]),
    ({"to": 2023}, ["1", "2"]),
    ({"above": 2023, "below": 2025}, ["3", "4"]),
])  # fmt: skip
def test_times_are_taken_by_what_they_are_and_not_how_they_are_written(
    condition: object, values: list[str]
) -> None:
    assert cells(made(MONTHS, where={"时间": condition}), "产值") == values


def test_rows_are_sorted_ties_kept_missing_and_totals_last() -> None:
    falling = made(COUNTIES, sort="粮食产量")
    assert cells(falling, "县市") == ["榆树", "农安", "德惠", "九台", "双阳", "全市"]
    rising = made(COUNTIES, sort={"by": "产值", "order": "rising"})
    assert cells(rising, "县市")[:2] == ["双阳", "德惠"]
    stated = made(COUNTIES, sort={"by": "县市", "order": ["双阳", "德惠"]})
    assert cells(stated, "县市") == ["双阳", "德惠", "榆树", "农安", "九台", "全市"]
    read_aloud = made(COUNTIES, sort={"by": "县市", "order": "rising"})
    assert cells(read_aloud, "县市")[:3] == ["德惠", "九台", "农安"]
    assert falling.columns[1].marks == {3: "*"}


def test_the_first_rows_leave_totals_out_and_may_sum_the_rest() -> None:
    first = made(COUNTIES, sort="粮食产量", top={"count": 2, "rest": True})
    assert cells(first, "县市") == ["榆树", "农安", "其余3项"]
    assert cells(first, "粮食产量") == ["367200", "301400", "430000"]
    assert cells(first, "单产") == ["620.5", "600.25", "—"]
    keys = said(first)
    assert {"data-step/totals", "data-adds/rest-missing", "data-adds/rest-lacks"} == set(keys)
    assert first.places.of(2, 1) == COUNTIES.places.of(3, 1)
    assert cells(made(COUNTIES, top=1, sort="单产"), "县市") == ["榆树"]
    assert refused(COUNTIES, top={"count": 2, "by": "单产", "rest": True})[0] == "data-adds/rest"


def test_a_tie_at_the_end_of_the_first_rows_is_said() -> None:
    tied = made(table("县 产量\n甲 3\n乙 2\n丙 2"), top=2)
    assert said(tied) == ["data-step/tie"] and tied.said[0].severity is Severity.WARNING


def test_a_unit_is_changed_exactly_in_every_column_of_its_kind() -> None:
    changed = made(COUNTIES, unit="万吨")
    assert cells(changed, "粮食产量")[1:3] == ["36.72", "30.14"]
    assert changed.columns[1].unit == "万吨" and changed.columns[1].decimals == 2
    assert changed.columns[1].texts[3] == "约28余" and changed.columns[1].marks == {4: "*"}
    assert cells(changed, "产值") == cells(COUNTIES, "产值")
    each = made(COUNTIES, unit={"产值": "亿元", "粮食产量": "公斤"})
    assert cells(each, "产值")[1] == "80.01234" and cells(each, "粮食产量")[1] == "367200000"
    assert said(each) == ["data-step/unit", "data-step/unit"]


def test_units_of_other_kinds_and_units_without_an_end_are_refused() -> None:
    assert refused(COUNTIES, unit={"产值": "万美元"})[0] == "data-unit"
    assert refused(COUNTIES, unit="万人")[0] == "data-unit/no-column"
    assert refused(table("县 人口\n甲 3"), unit={"人口": "万人"})[0] == "data-unit/none"
    land = table("县 面积(亩)\n甲 100\n乙 15")
    assert refused(land, unit="公顷")[0] == "data-unit/endless"
    assert cells(made(land, unit="公顷", decimals=2), "面积") == ["6.67", "1.00"]
    assert cells(made(land, unit="万亩"), "面积") == ["0.01", "0.0015"]


def test_a_unit_that_the_data_do_not_say_is_said_once_and_never_another() -> None:
    bare = table("县 面积 产值(万元)\n甲 100 5\n乙 15 6")
    told = made(bare, unit_of={"面积": "亩"}, unit={"面积": "万亩"})
    assert cells(told, "面积") == ["0.01", "0.0015"] and told.columns[1].unit == "万亩"
    assert refused(bare, unit_of={"产值": "亿元"})[0] == "data-unit/said"


def test_numbers_are_rounded_half_up_only_when_asked_and_it_is_said() -> None:
    cut = made(COUNTIES, decimals={"单产": 1})
    assert cells(cut, "单产")[1:4] == ["620.5", "600.3", "590"] and said(cut) == [
        "data-step/rounded"
    ]
    assert cells(made(COUNTIES, decimals=0), "产值")[1] == "800123"
    assert said(made(COUNTIES, decimals={"产值": 3})) == []


WIDE = table("地区 2022年(万吨) 2023年(万吨) 2024年(万吨)\n长春 1① 2 3\n吉林 4 — 6")


def test_columns_become_rows_and_rows_columns_again() -> None:
    long = made(WIDE, long={"names": "年份", "values": "产量"})
    assert [(one.name, one.kind) for one in long.columns] == [
        ("地区", "text"), ("年份", "period"), ("产量", "number"),
    ]  # fmt: skip
    assert cells(long, "产量") == ["1", "2", "3", "4", "—", "6"]
    assert long.columns[2].unit == "万吨" and long.columns[2].marks == {0: "①"}
    assert long.places.of(4, 2) == WIDE.places.of(1, 2)
    back = made(
        WIDE, long={"names": "年", "values": "产量"}, wide={"names": "年", "values": "产量"}
    )
    assert [one.values for one in back.columns] == [one.values for one in WIDE.columns]
    assert back.columns[1].marks == {0: "①"} and back.places.of(1, 3) == WIDE.places.of(1, 3)
    odd = table("地区 产量(万吨) 面积(亩)\n长春 1 2")
    assert refused(odd, long={})[0] == "data-unit/unlike"


def test_two_values_for_one_cell_name_both_places() -> None:
    twice = table("地区 年份 产量\n长春 2023年 1\n长春 2023年 2")
    key, _, _ = refused(twice, wide={"names": "年份", "values": "产量"})
    assert key == "data-form-twice"
    with pytest.raises(SpecError, match=r"stats\.csv:2:3 and stats\.csv:3:3"):
        made(twice, wide={"names": "年份", "values": "产量"})


TOTALS = table("""
时间 投资(亿元) 增速(%)
2024年1—2月 50847 4.2
2024年1—3月 100042 4.5
2024年1—4月 143401① 4.2
2024年1—6月 245391 3.9
""")


def test_months_come_out_of_totals_only_as_far_as_they_were_published() -> None:
    parts = made(TOTALS, undo_totals=["投资"])
    assert cells(parts, "时间") == ["2024年1—2月", "2024年3月", "2024年4月", "2024年5—6月"]
    assert cells(parts, "投资") == ["50847", "49195", "43359", "101990"]
    assert parts.columns[1].marks == {2: "①", 3: "①"}
    assert [one.name for one in parts.columns] == ["时间", "投资"]
    assert said(parts) == ["data-totals/merged", "data-step/not-of-months"]
    assert refused(TOTALS, undo_totals=["增速"])[0] == "data-adds/totals"
    assert refused(MONTHS, undo_totals=["产值"])[0] == "data-totals"
    fell = made(table("时间 额\n2024年1—3月 9\n2024年1—4月 8"), undo_totals=["额"])
    assert said(fell) == ["data-totals/fell"]


def test_times_get_the_year_that_another_column_or_the_desk_knows() -> None:
    split = table("年 月份 产值\n2023 11月 1\n— 12月 2\n2024 1月 3")
    read = made(split, periods={"column": "月份", "year": "年"}, columns=["月份", "产值"])
    assert cells(read, "月份") == ["2023年11月", "2023年12月", "2024年1月"]
    stated = made(table("月份 产值\n1月 1\n2月 2"), periods={"year": 2024})
    assert cells(stated, "月份") == ["2024年1月", "2024年2月"]
    fiscal = made(table("财年 收入\nFY2023 1\nFY2024 2"), periods={"fiscal": 4}, growth=["收入"])
    assert str(fiscal.columns[0].values[0][0]) == "2022-04-01"  # type: ignore[index]
    assert cells(fiscal, "收入同比") == ["—", "100.0"]
    assert refused(split, periods={"column": "产值"})[0] == "data-column/no-time"


def test_what_comes_then_is_done_after_the_rest() -> None:
    half = made(
        COUNTIES, where={"县市": {"not": "全市"}}, then=[{"share": ["粮食产量"]}, {"top": 1}]
    )  # fmt: skip
    assert cells(half, "粮食产量占比") == ["33.4"]


def test_equal_steps_come_to_equal_tables_and_others_do_not() -> None:
    one, two = (made(COUNTIES, sort="产值", decimals=0) for _ in range(2))
    assert one == two and one != made(COUNTIES, sort="产值", decimals=1)
    assert made(COUNTIES, sort="产值") != made(COUNTIES, sort="粮食产量")


def test_only_the_columns_that_are_asked_for_need_be_right() -> None:
    assert columns_asked(spec_of(sort="产值")) is None
    asked = spec_of(columns=["县市", "产值"], where={"单产": {"above": 1}}, growth=["粮食产量"])
    assert columns_asked(asked) == {"县市", "产值", "单产", "粮食产量"}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-(10**6), 10**9), min_size=1, max_size=30), st.integers(1, 12))
def test_the_first_rows_and_their_rest_add_up_to_all(values: list[int], count: int) -> None:
    text = "名 产量\n" + "\n".join(f"甲{n} {value}" for n, value in enumerate(values))
    first = made(table(text), top={"count": count, "rest": True})
    kept = first.columns[1].numbers
    assert sum(value or Decimal(0) for value in kept) == sum(values)
    assert list(kept[: min(count, len(values))]) == sorted(values, reverse=True)[:count]


def long_table(count: int) -> Table:
    rows = (f"县{n // 20} {2000 + n % 20}年 {n % 97 + 1}" for n in range(count))
    return table("县 年份 产量(万吨)\n" + "\n".join(rows))


def test_the_work_grows_with_the_rows_and_no_faster() -> None:
    asked = {
        "unit": "吨", "growth": ["产量"], "share": ["产量"], "where": {"年份": {"from": 2002}},
        "sort": "产量", "top": {"count": 20, "rest": True}, "decimals": 1,
    }  # fmt: skip
    few, many = long_table(200), long_table(800)
    assert made(few, **asked).count == 21
    # So many of the rows are of one time that each whole is worked out once.
    assert steps(lambda: made(many, **asked)) < 4.5 * steps(lambda: made(few, **asked))


def test_long_rows_have_columns_of_different_names() -> None:
    for names, values in (("县市", "值"), ("年", "县市"), ("值", "值")):
        made_long = refused(COUNTIES, long={"names": names, "values": values,
                                            "columns": ["粮食产量"]})  # fmt: skip
        assert made_long[0] == "data-column/taken"

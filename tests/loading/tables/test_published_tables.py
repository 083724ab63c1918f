"""Tables as statistics offices publish them: titles, units, headers of two rows, totals, notes."""

from __future__ import annotations

from datetime import date

import pytest
from reading_tables import fault, numbers, said, table
from workbooks import Sheet, xlsx

from infographic.foundation.table import Period, Table
from infographic.loading.tables.options import ReadOptions


def heads(found: Table) -> list[tuple[str, str]]:
    return [(one.name, one.unit) for one in found.columns]


COMMUNIQUE = """\
表3　2024年全省主要农产品产量,,,
,,,单位：万吨
指　标,产　量,比上年增长（%）,备注
粮食总计,"4,186.1",3.2,—
　其中：小麦,…,0.0,
　　　　玉米,"3,321.8",−4.1,①
#优质,12.5,(2.0),
猪牛羊禽肉,297.6,5.4,
合　计,"8,123.4",—,
注：1.本表数据为初步统计数。,,,
2.部分数据因四舍五入，存在总计与分项合计不等的情况。,,,
数据来源：省统计局、国家统计局调查总队。,,,
"""


def test_a_communiques_table_is_told_apart_from_the_words_round_it() -> None:
    found = table(COMMUNIQUE, encoding="gb18030")
    assert heads(found) == [("指标", ""), ("产量", "万吨"), ("比上年增长", "%"), ("备注", "")]
    assert found.title == "表3　2024年全省主要农产品产量"
    assert found.source == "省统计局、国家统计局调查总队"
    assert found.notes == (
        "注：1.本表数据为初步统计数。",
        "2.部分数据因四舍五入，存在总计与分项合计不等的情况。",
    )
    assert numbers(found.columns[1]) == ["4186.1", None, "3321.8", "12.5", "297.6", "8123.4"]
    assert numbers(found.columns[2]) == ["3.2", "0.0", "-4.1", "-2.0", "5.4", None]
    assert found.columns[0].values == ("粮食总计", "小麦", "玉米", "优质", "猪牛羊禽肉", "合计")


def test_totals_and_parts_are_known_and_said() -> None:
    found = table(COMMUNIQUE)
    assert (found.totals, found.parts) == ({0, 5}, {1, 3})
    forms = {one.saying.form for one in said(found, "data-left-out")}
    assert forms == {"totals", "parts"}


def test_what_a_table_keeps_of_its_rows_goes_with_them() -> None:
    found = table(COMMUNIQUE).taken([5, 2, 1])
    assert found.columns[0].values == ("合计", "玉米", "小麦")
    assert (found.totals, found.parts) == ({0}, {2})
    assert str(found.places.of(1, 1)) == "data.csv:6:8"


TWO_ROWS = [
    ["2024年各市粮食生产情况", None, None, None, None],
    [None, None, None, None, "单位：万公顷、万吨"],
    ["市", "面积", None, "产量", None],
    [None, "2023年", "2024年", "2023年", "2024年"],
    ["全省", 10.5, 11, 100, 110.5],
    ["长春", 5.5, 6, 50, 60.5],
    ["吉林", 5, 5, 50, 50],
    ["注：2024年为初步数。"],
]
MERGED = ["A1:E1", "A3:A4", "B3:C3", "D3:E3"]


def test_a_header_of_two_rows_names_each_column_by_both() -> None:
    found = table(xlsx(Sheet("表1", TWO_ROWS, merged=MERGED)))
    names = ["市", "面积 2023年", "面积 2024年", "产量 2023年", "产量 2024年"]
    assert [one.name for one in found.columns] == names
    assert numbers(found.columns[4]) == ["110.5", "60.5", "50"]
    assert found.totals == {0}
    assert found.notes == ("注：2024年为初步数。",)
    # Several units in one line: which is whose is not guessed.
    assert {one.unit for one in found.columns} == {""}
    (one,) = said(found, "data-table-unit")
    assert (one.saying.form, len(one.saying.values["names"])) == ("several", 4)


def test_a_text_file_that_lost_its_merged_cells_is_read_alike() -> None:
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in TWO_ROWS]
    found = table("\n".join(lines))
    names = ["市", "面积 2023年", "面积 2024年", "产量 2023年", "产量 2024年"]
    assert [one.name for one in found.columns] == names
    assert numbers(found.columns[4]) == ["110.5", "60.5", "50"]


def test_years_alone_are_a_second_row_below_merged_cells() -> None:
    rows = [["市", "产量（万吨）", None], [None, 2023, 2024], ["长春", 50.5, 60]]
    found = table(xlsx(Sheet("表1", rows, merged=["A1:A2", "B1:C1"])))
    assert heads(found) == [("市", ""), ("产量 2023", "万吨"), ("产量 2024", "万吨")]


def test_three_rows_of_a_header_are_joined() -> None:
    text = "市,全年,,,\n,产量,,面积,\n,2023年,2024年,2023年,2024年\n长春,1.5,2,3,4\n"
    found = table(text, ReadOptions(header=3))
    assert found.columns[1].name == "全年 产量 2023年"
    assert table(text).columns[4].name == "全年 面积 2024年"


def test_a_row_of_units_gives_the_columns_theirs() -> None:
    found = table("地区,产量,增速,人均\n,万吨,%,公斤/人\n长春,1.5,2,3\n")
    assert heads(found)[1:] == [("产量", "万吨"), ("增速", "%"), ("人均", "公斤/人")]


@pytest.mark.parametrize(
    ("header", "name", "unit"),
    [
        ("产量（万吨）", "产量", "万吨"), ("产量(万吨)", "产量", "万吨"),
        ("产量/万吨", "产量", "万吨"),
        ("产量 [万吨]", "产量", "万吨"), ("产量（单位：万吨）", "产量", "万吨"),
        ("增速%", "增速", "%"),
        ("人均收入（元/人）", "人均收入", "元/人"), ("单产（公斤/亩）", "单产", "公斤/亩"),
        ("产量（初步）", "产量（初步）", ""), ("城镇/农村", "城镇/农村", ""),
        ("吞吐量（万标箱）", "吞吐量", "万标箱"), ("产量①（万吨）", "产量①", "万吨"),
        ("Output (million tonnes)", "Output", "million tonnes"), ("人口（万人）②", "人口②", "万人"),
        ("提高（个百分点）", "提高", "个百分点"), ("发电量（亿千瓦时）", "发电量", "亿千瓦时"),
    ],
)  # fmt: skip
def test_a_unit_in_a_header_is_the_columns(header: str, name: str, unit: str) -> None:
    assert heads(table(f'县,"{header}"\na,1.5\nb,2.5\n'))[1] == (name, unit)


@pytest.mark.parametrize(
    "line", ["单位：亿元", "（单位：亿元）", "计量单位: 亿元", "单 位：亿元", "（亿元）"]
)
def test_a_unit_above_the_table_holds_for_columns_without_one(line: str) -> None:
    found = table(f"各县地区生产总值,,\n,,{line}\n县,总值,人口（万人）\na,1.5,2\nb,2.5,3\n")
    assert heads(found) == [("县", ""), ("总值", "亿元"), ("人口", "万人")]
    assert found.title == "各县地区生产总值"


def test_a_unit_may_be_all_that_heads_the_values() -> None:
    found = table("指标,单位：亿元\n总值,1.5\n增加值,2.5\n")
    assert (found.columns[1].unit, numbers(found.columns[1])) == ("亿元", ["1.5", "2.5"])


def test_a_unit_behind_the_title_is_taken_from_it() -> None:
    found = table("各县总值（单位：亿元）,\n县,总值\na,1.5\nb,2.5\n")
    assert (found.title, found.columns[1].unit) == ("各县总值", "亿元")


def test_a_quantity_and_per_cent_in_one_line_are_told_apart_by_the_columns_names() -> None:
    found = table("单位：亿元、%,,\n指标,总值,同比增长\n工业,1.5,2\n农业,2.5,3\n")
    assert heads(found)[1:] == [("总值", "亿元"), ("同比增长", "%")]


def test_what_a_database_says_above_a_blank_row_is_no_header() -> None:
    text = (
        '"Data Source","World Development Indicators",\n\n"Last Updated Date","2024-06-28",\n\n'
        '"Country Name","Country Code","Indicator Name","1960","1961",\n'
        '"Aruba","ABW","Population, total","54608","55811",\n'
        '"Angola","AGO","Population, total","","5441333",\n'
    )
    found = table(text)
    assert [one.name for one in found.columns][-2:] == ["1960", "1961"]
    assert numbers(found.columns[-1]) == ["55811", "5441333"]
    assert found.source == "World Development Indicators"
    assert found.notes == ("Last Updated Date: 2024-06-28",)


def test_a_rate_does_not_take_the_tables_unit_and_that_is_said() -> None:
    found = table("单位：亿元,,\n县,总值,增长率\na,1.5,2\nb,2.5,3\n")
    assert heads(found)[1:] == [("总值", "亿元"), ("增长率", "")]
    (one,) = said(found, "data-table-unit")
    assert (one.saying.form, str(one.severity)) == ("rate", "warning")


INDICATORS = """\
数据库：年度数据,,,
指标,2024年,2023年,2022年
国内生产总值(亿元),1349083.5,1294271.7,1234029.4
人均国内生产总值(元),95749,91746,
数据来源：国家统计局,,,
"""


def test_rows_of_several_units_are_doubted_and_turned_into_columns() -> None:
    (one,) = said(table(INDICATORS), "data-table-unit")
    assert (one.saying.form, str(one.severity)) == ("rows", "warning")
    found = table(INDICATORS, ReadOptions(turned=True))
    assert heads(found) == [("指标", ""), ("国内生产总值", "亿元"), ("人均国内生产总值", "元")]
    assert found.columns[0].values[0] == Period(date(2024, 1, 1), date(2024, 12, 31))
    assert numbers(found.columns[2]) == ["95749", "91746", None]
    assert str(found.places.of(1, 2)) == "data.csv:4:19"
    assert (found.source, said(found, "data-table-unit")) == ("国家统计局", [])


def test_a_unit_that_all_rows_name_is_that_of_their_columns() -> None:
    found = table("作物,2023年,2024年\n小麦（万吨）,1.5,2\n玉米（万吨）,3,4\n合计,4.5,6\n")
    assert heads(found) == [("作物", ""), ("2023年", "万吨"), ("2024年", "万吨")]
    assert said(found, "data-table-unit") == []


def test_years_and_months_may_be_headings() -> None:
    found = table("城市,2022,2023,2024\n长春,1.5,2,3\n吉林,4,5,6\n")
    assert [one.name for one in found.columns] == ["城市", "2022", "2023", "2024"]
    months = ",".join(str(month) for month in range(1, 13))
    values = ",".join(f"{month}.5" for month in range(1, 13))
    found = table(f"城市,{months}\n长春,{values}\n")
    assert len(found.columns) == 13


def test_a_column_of_years_is_one_of_periods() -> None:
    found = table("年份,产量\n2022,1.5\n2023,2\n2024年,3\n")
    assert found.columns[0].kind == "period"
    assert found.columns[0].values[0] == Period(date(2022, 1, 1), date(2022, 12, 31))
    found = table("时间,产量\n1—2月,1.5\n1—3月,2\n合计,3\n")
    assert (found.columns[0].kind, found.columns[0].values[2], found.totals) == (
        "period", None, {2},
    )  # fmt: skip


def test_a_row_that_numbers_the_columns_is_left_out_and_said() -> None:
    found = table("指标名称,代码,本年,上年\n甲,乙,1,2\n产值,01,5.5,4\n利润,02,1.5,1\n")
    assert found.count == 2
    assert [one.saying.form for one in said(found, "data-left-out")] == ["numbered"]
    assert found.columns[1].values == ("01", "02")


def test_a_header_that_stands_on_every_page_is_left_out_and_said() -> None:
    found = table("县,产量\na,1.5\nb,2\n县,产量\nc,3\n")
    assert numbers(found.columns[1]) == ["1.5", "2", "3"]
    assert [one.saying.form for one in said(found, "data-left-out")] == ["header"]


def test_a_further_table_below_is_left_out_and_said() -> None:
    text = "县,产量\na,1.5\nb,2\n\n表2 面积,\n县,面积\na,3\nb,4\n"
    found = table(text)
    assert (found.count, [one.name for one in found.columns]) == (2, ["县", "产量"])
    (one,) = said(found, "data-further")
    assert (str(one.severity), str(one.origin)) == ("warning", "data.csv:5:1")
    assert table(text.replace("表2 面积,\n", "")).count == 2
    assert numbers(table(text, ReadOptions(range="A6:B8")).columns[1]) == ["3", "4"]


def test_a_table_that_goes_on_below_a_blank_row_is_one() -> None:
    assert table("县,产量\na,1.5\nb,2\n\n县,产量\nc,3\nd,4\n").count == 4
    assert table("县,产量\na,1.5\nb,2\n\nc,3\nd,4\n").count == 4


def test_a_column_that_counts_the_rows_is_one_of_words() -> None:
    found = table("排名,城市,总值\n1,甲,3.5\n2,乙,2.5\n")
    assert [one.kind for one in found.columns] == ["text", "text", "number"]


def test_a_row_of_which_all_values_are_missing_is_no_note() -> None:
    found = table("县,产量\na,1.5\nb,2\nc,\n")
    assert (numbers(found.columns[1]), found.notes) == (["1.5", "2", None], ())


def test_the_foot_of_a_form_is_no_row() -> None:
    found = table("县,产量,面积\na,1.5,2\nb,2,3\n单位负责人：张三,审核人：李四,2024年1月5日\n")
    assert found.count == 2


def test_a_title_may_stand_in_the_middle() -> None:
    rows = [[None, "表1 各市粮食产量", None], ["市", "产量", "面积"], ["长春", 1.5, 2]]
    found = table(xlsx(Sheet("表1", rows)))
    assert (found.title, found.columns[0].name) == ("表1 各市粮食产量", "市")


def test_words_that_head_some_columns_are_no_title() -> None:
    rows = [[None, "产量", None], ["市", "2023年", "2024年"], ["长春", 1.5, 2]]
    found = table(xlsx(Sheet("表1", rows, merged=["B1:C1"])))
    assert [one.name for one in found.columns] == ["市", "产量 2023年", "产量 2024年"]


def test_a_file_without_a_header_is_asked_about() -> None:
    text = "长春,852.3,1.5\n吉林,401.2,2.5\n"
    one = fault(text)
    assert (one.code, str(one.origin)) == ("data-header", "data.csv:1:4")
    found = table(text, ReadOptions(header=0))
    assert heads(found) == [("A", ""), ("B", ""), ("C", "")]
    assert found.count == 2
    assert fault(text, ReadOptions(header=5)).saying.key == "data-header/more"


def test_two_columns_of_one_name_are_told_apart_and_said() -> None:
    found = table("县,产量,增长,面积,增长\na,1.5,2,3,4\n")
    assert [one.name for one in found.columns] == ["县", "产量", "增长", "面积", "增长 2"]
    (one,) = said(found, "data-name-twice")
    assert (str(one.severity), str(one.origin)) == ("warning", "data.csv:1:12")
    assert one.saying.values["first"] == "data.csv:1:6"


def test_a_column_without_a_name_is_left_out_and_said() -> None:
    rows = [["县", "产量", None, "面积"], ["a", 1.5, 9, 2]]
    found = table(xlsx(Sheet("表1", rows)), name="harvest.xlsx")
    assert [one.name for one in found.columns] == ["县", "产量", "面积"]
    (one,) = said(found, "data-unnamed")
    assert (str(one.severity), str(one.origin)) == ("warning", "harvest.xlsx 表1!C1")


def test_the_corner_of_a_header_may_be_empty() -> None:
    found = table(",2023年,2024年\n长春,1.5,2\n")
    assert [one.name for one in found.columns] == ["", "2023年", "2024年"]


def test_header_cells_of_several_lines_are_one_name() -> None:
    rows = [["县", "粮食\n产量\n（万吨）", "Total\noutput"], ["a", 1.5, 2]]
    assert heads(table(xlsx(Sheet("表1", rows))))[1:] == [
        ("粮食产量", "万吨"),
        ("Total output", ""),
    ]


@pytest.mark.parametrize("word", ["合计", "总　计", "全国", "全 省", "全市", "小计", "Total"])
def test_rows_that_others_add_up_to_are_known_wherever_they_stand(word: str) -> None:
    assert table(f"县,产量\n{word},3.5\na,1.5\nb,2\n").totals == {0}
    assert table(f"县,产量\na,1.5\nb,2\n{word},3.5\n").totals == {2}


def test_names_that_are_spaced_out_are_names() -> None:
    found = table(
        "地  区,人口（万人）\n全    国,141260\n北    京,2189\n内 蒙 古,2404\nNew York,1\n"
    )
    assert found.columns[0].texts == ("全国", "北京", "内蒙古", "New York")


def test_a_ratio_does_not_take_the_unit_of_its_neighbours() -> None:
    text = "单位：人,,,\n地区,男,女,性别比(女=100)\n甲,105,100,105.0\n乙,99,100,99.0\n"
    assert [one.unit for one in table(text).columns] == ["", "人", "人", ""]


def test_a_year_over_its_months_is_that_of_each() -> None:
    rows = [["年份", "月份", "客运量"], [2024, "1月", 100.5], [None, "2月", 101]]
    found = table(xlsx(Sheet("表1", rows, merged=["A2:A3"])))
    assert [getattr(one, "start", None) for one in found.columns[0].values] == [
        date(2024, 1, 1), date(2024, 1, 1),
    ]  # fmt: skip


def test_years_that_are_expected_are_years() -> None:
    found = table("年份,规模（亿户）\n2023A,10.3\n2024E,10.9\n2025F,11.4\n")
    assert found.columns[0].kind == "period"
    assert found.columns[0].texts == ("2023A", "2024E", "2025F")

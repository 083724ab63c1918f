"""Numbers as tables have them, their marks, gaps and units; what is none is told."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_tables import fault, faults, numbers, said, table

from infographic.foundation.table import Column
from infographic.loading.tables.making.numbers import unmarked
from infographic.loading.tables.options import ReadOptions


def rows_of(cells: list[str], header: str = "值") -> str:
    return f'名,"{header}"\n' + "".join(f'n{n},"{cell}"\n' for n, cell in enumerate(cells))


def column(cells: list[str], header: str = "值", decimal: str = "") -> Column:
    return table(rows_of(cells, header), ReadOptions(decimal=decimal)).columns[1]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1,234.5", "1234.5"), ("−3", "-3"), ("-3", "-3"), ("(35.0)", "-35.0"),
        ("（35.0）", "-35.0"),
        ("３４５．６", "345.6"), ("１，２３４．５", "1234.5"), ("12 345.5", "12345.5"),
        ("12\u202f345.5", "12345.5"), ("1'234.5", "1234.5"), ("+4.5", "4.5"), ("1.2E+05", "120000"),
        ("约1.2", "1.2"), ("852.3①", "852.3"), ("852.3*", "852.3"), ("12.5(r)", "12.5"),
        ("12.5r", "12.5"), ("852.3¹", "852.3"), ("852.3[1]", "852.3"), ("*852.3", "852.3"),
        ("2300余", "2300"), (".5", "0.5"), ("0.50", "0.50"), ("10.1 b", "10.1"),
        ("↓2.0", "-2.0"),
        ("19,98,12,341", "199812341"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written(cell: str, value: str) -> None:
    found = column([cell, "7.5", "8.5"])
    assert numbers(found)[0] == value
    assert found.texts[0] == cell


def test_numbers_are_exact_and_decimals_counted() -> None:
    found = column(["12.50", "0.1", "1e3", "79.40000000000001"])
    assert found.values[:2] == (Decimal("12.50"), Decimal("0.1"))
    assert found.decimals == 14


def test_footnote_marks_and_revised_figures_are_kept_by_row() -> None:
    found = column(["852.3①", "12.5(r)", "3", "4*"])
    assert dict(found.marks) == {0: "①", 1: "(r)", 3: "*"}
    labels = table("县,值\n榆树①,1\n农安,2\n九台*,3\n").columns[0]
    assert labels.values == ("榆树", "农安", "九台")
    assert dict(labels.marks) == {0: "①", 2: "*"}


def test_what_qualifies_a_number_stays_in_its_text() -> None:
    found = column(["约1.2亿", "3500万", "8000余"])
    assert numbers(found) == ["120000000", "35000000", "8000"]
    assert found.texts == ("约1.2亿", "3500万", "8000余")


def test_a_unit_that_all_cells_have_is_the_columns() -> None:
    found = column(["12.5%", "3%", "—"])
    assert (found.unit, numbers(found)) == ("%", ["12.5", "3", None])
    found = column(["1.2亿元", "0.8亿元"])
    assert (found.unit, numbers(found)) == ("亿元", ["1.2", "0.8"])
    found = column(["1.2万吨", "3"], "产量（万吨）")
    assert (found.unit, numbers(found)) == ("万吨", ["1.2", "3"])
    found = column(["￥1,200.5", "￥300"])
    assert (found.unit, numbers(found)) == ("元", ["1200.5", "300"])


def test_what_a_column_counts_in_is_not_counted_twice() -> None:
    found = column(["12", "约12亿", "3亿"], "产值（亿元）")
    assert (found.unit, numbers(found)) == ("亿元", ["12", "12", "3"])
    assert numbers(column(["14万", "2万"], "销量（万台）")) == ["14", "2"]
    assert numbers(column(["14万", "2"], "重量（千克）")) == ["140000", "2"]
    one = fault(rows_of(["12", "3000万"], "产值（亿元）"))
    assert (one.code, str(one.origin)) == ("data-units", "data.csv:3:4")
    assert "two readings" in one.message


def test_units_that_differ_are_an_error_at_the_first_cell_that_does() -> None:
    one = fault(rows_of(["12人", "13人", "3户"]))
    assert (one.code, str(one.origin)) == ("data-units", "data.csv:4:4")
    one = fault(rows_of(["12.5%", "13%", "7"]))
    assert (one.code, str(one.origin)) == ("data-units", "data.csv:4:4")
    assert "3户" in fault(rows_of(["12人", "13人", "3户"], "值（人）")).message


@pytest.mark.parametrize(
    "word",
    ["", "—", "-", "–", "——", "－", "NA", "n/a", "无", "暂无", "/", "..", "#N/A", ": c"],
)
def test_a_missing_value_is_missing_and_never_nought(word: str) -> None:
    found = table(rows_of(["1", word, "3"]))
    assert numbers(found.columns[1]) == ["1", None, "3"]
    (one,) = said(found, "data-gap")
    assert (one.saying.form, one.saying.values["count"]) == ("", 1)


@pytest.mark.parametrize("word", ["…", "...", "……"])
def test_what_is_below_the_least_unit_is_kept_apart_from_what_is_missing(word: str) -> None:
    found = table(rows_of(["1", word, "—"]))
    assert numbers(found.columns[1]) == ["1", None, None]
    assert found.columns[1].texts == ("1", word, "—")
    assert {one.saying.form for one in said(found, "data-gap")} == {"", "below"}


def test_a_word_that_is_no_known_gap_is_an_error_with_its_place() -> None:
    one = fault(rows_of(["1", "未统计", "3", "4"]))
    assert (one.code, str(one.origin)) == ("data-number", "data.csv:3:4")
    assert "“未统计”" in one.message
    assert "“值”" in one.message


def test_many_of_them_are_counted() -> None:
    found = faults(rows_of(["1"] * 20 + ["未统计"] * 12))
    assert len(found) == 9
    assert found[-1].saying.values["count"] == 4


def test_a_column_is_text_where_the_story_says_so() -> None:
    text = rows_of(["1", "未统计", "3"], "备注")
    assert table(text, ReadOptions(text=("备注",))).columns[1].kind == "text"
    assert "备注" in fault(text, ReadOptions(text=("备驻",))).hint


def test_a_unit_in_the_header_makes_a_column_one_of_numbers() -> None:
    found = faults(rows_of(["很多", "少许", "3"], "产量（万吨）"))
    assert [one.code for one in found] == ["data-number", "data-number"]


def test_a_change_that_is_none_is_nought_and_says_its_word() -> None:
    found = column(["↑3.1%", "↓2.0%", "持平"])
    assert (numbers(found), found.texts[2]) == (["3.1", "-2.0", "0"], "持平")


def test_identifiers_keep_their_leading_noughts() -> None:
    found = column(["000001", "600519", "002594"], "证券")
    assert (found.kind, found.values) == ("text", ("000001", "600519", "002594"))
    assert column(["220182", "220183"], "行政区划代码").kind == "text"


def test_errors_that_a_workbook_left_in_a_text_are_told() -> None:
    one = fault(rows_of(["1", "#DIV/0!", "3"]))
    assert (one.saying.key, str(one.origin)) == ("data-cell/error", "data.csv:3:4")


# The decimal mark


def test_a_comma_that_could_be_either_is_asked_about() -> None:
    census = rows_of(["59,435", "113,368", "78,001"], "人口")
    one = fault(census)
    assert (one.saying.key, str(one.origin)) == ("data-decimal", "data.csv:2:4")
    assert (one.saying.values["whole"], one.saying.values["part"]) == ("59435", "59.435")
    assert "“decimal”: “.”" in one.hint
    whole = table(census, ReadOptions(decimal=".")).columns[1]
    assert numbers(whole) == ["59435", "113368", "78001"]
    part = table(census, ReadOptions(decimal=",")).columns[1]
    assert numbers(part) == ["59.435", "113.368", "78.001"]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["59,435", "12,34"], ["59.435", "12.34"]),
        (["59,435", "1,113,368"], ["59435", "1113368"]),
        (["59,435", "12.5"], ["59435", "12.5"]),
        (["59,435", "0,512"], ["59.435", "0.512"]),
        (["1.234,5", "2.345"], ["1234.5", "2345"]),
        (["1.234.567", "2.345"], ["1234567", "2345"]),
        (["12 345,5", "59,435"], ["12345.5", "59.435"]),
        (["8.125", "12.375"], ["8.125", "12.375"]),
    ],
)
def test_a_columns_mark_is_settled_by_all_its_cells(cells: list[str], values: list[str]) -> None:
    assert numbers(column(cells)) == values


def test_a_point_is_asked_about_where_cells_are_parted_by_semicolons() -> None:
    text = "Ort;Zahl\nA;1.234\nB;12.345\n"
    one = fault(text)
    assert (one.saying.key, str(one.origin)) == ("data-decimal/point", "data.csv:2:3")
    assert numbers(table(text, ReadOptions(decimal=",")).columns[1]) == ["1234", "12345"]
    assert numbers(table(text, ReadOptions(decimal=".")).columns[1]) == ["1.234", "12.345"]
    found = table("Ort;Zahl;Anteil\nA;1.234;3,5\nB;12.345;4,5\n")
    assert (numbers(found.columns[1]), found.columns[1].decimals) == (["1234", "12345"], 0)


def test_another_column_of_the_file_may_settle_it() -> None:
    found = table('县,人口,增速\na,"59,435",1.5\nb,"113,368",2.5\n')
    assert numbers(found.columns[1]) == ["59435", "113368"]


def test_both_marks_in_one_column_are_an_error_that_names_both_places() -> None:
    one = fault(rows_of(["12,34", "12.5"]))
    assert (one.saying.key, str(one.origin)) == ("data-decimal/both", "data.csv:3:4")
    assert "data.csv:2:4" in one.message


def test_a_column_against_the_asked_mark_is_an_error() -> None:
    one = fault(rows_of(["12.5", "13.5"]), ReadOptions(decimal=","))
    assert one.saying.key == "data-decimal/other"
    one = fault(rows_of(["12,5", "13,5"]), ReadOptions(decimal="."))
    assert one.saying.key == "data-decimal/other"


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=20))
@settings(max_examples=40)
def test_numbers_written_with_thousands_parted_come_back_as_they_were(
    values: list[Decimal],
) -> None:
    found = column([f"{value:,.2f}" for value in values])
    assert list(found.values) == values
    swapped = [f"{value:,.2f}".translate(str.maketrans(",.", ".,")) for value in values]
    assert list(column(swapped).values) == values


@given(st.lists(st.text(max_size=12), min_size=1, max_size=8))
@settings(max_examples=60)
def test_no_cell_makes_the_reader_fail_but_by_saying_so(cells: list[str]) -> None:
    import contextlib

    from infographic.foundation.diagnostics import SpecError

    text = "a,b\n" + "".join(f'x,"{cell.replace(chr(34), "")}"\n' for cell in cells)
    with contextlib.suppress(SpecError):
        found = table(text.encode("utf-8", "replace"))
        assert all(len(one.values) == found.count for one in found.columns)


def test_marks_by_the_thousand_are_looked_through_once() -> None:
    """To try them in every grouping would not end."""
    for mark in "*①⁴":
        assert unmarked(f"a{mark * 30_000}b") == (f"a{mark * 30_000}b", "")
    assert unmarked("长" * 500 + "①") == ("长" * 500, "①")
    assert unmarked("*" + "长" * 500) == ("长" * 500, "*")

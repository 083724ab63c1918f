"""ODS: cells as they are shown, repeated and covered cells, errors, hidden rows and sheets."""

from __future__ import annotations

from datetime import date

import pytest
from reading_tables import fault, numbers, said, table
from workbooks import ods

from infographic.foundation.table import Period
from infographic.loading.tables.options import ReadOptions


def text(words: str, more: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string" {more}><text:p>{words}</text:p>'
        "</table:table-cell>"
    )


def figure(value: str, shown: str, kind: str = "float", more: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{value}" {more}>'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def sheet(*rows: str, name: str = "表1", more: str = "", columns: str = "") -> str:
    return f'<table:table table:name="{name}" {more}>{columns}{"".join(rows)}</table:table>'


HEAD = row(text("县"), text("产量（万吨）"))


def test_cells_are_read_as_they_are_shown_with_their_places() -> None:
    data = ods(
        sheet(
            row("<table:table-cell table:number-columns-repeated='2'/>"),
            row("<table:table-cell/>", text("县"), text("产量（万吨）"), text("占比")),
            row("<table:table-cell/>", text("榆树"), figure("1234.56", "1,234.6"),
                figure("0.805", "80.5%", "percentage")),
            row("<table:table-cell/>", text("农安"), figure("79.40000000000001", "79.40"),
                figure("0.1", "10.0%", "percentage")),
        )
    )  # fmt: skip
    found = table(data, name="harvest.ods")
    assert numbers(found.columns[1]) == ["1234.6", "79.40"]
    assert (found.columns[2].unit, numbers(found.columns[2])) == ("%", ["80.5", "10.0"])
    assert str(found.places.of(1, 1)) == "harvest.ods 表1!C4"


def test_the_marks_of_another_locale_do_no_harm() -> None:
    data = ods(sheet(HEAD, row(text("a"), figure("1234.5", "1.234,50")),
                     row(text("b"), figure("59.435", "59,435"))))  # fmt: skip
    assert numbers(table(data).columns[1]) == ["1234.50", "59.435"]


def test_repeated_cells_and_rows_are_repeated() -> None:
    data = ods(sheet(HEAD, row(text("a"), figure("5", "5"), more='table:number-rows-repeated="3"'),
                     row(text("b", 'table:number-columns-repeated="1"'), figure("7", "7")),
                     row("<table:table-cell table:number-columns-repeated='1024'/>",
                         more='table:number-rows-repeated="1048570"')))  # fmt: skip
    found = table(data)
    assert numbers(found.columns[1]) == ["5", "5", "5", "7"]
    assert found.places.of(3, 1).cell == "B5"


def test_a_repetition_without_end_is_refused() -> None:
    wide = figure("5", "5", more='table:number-columns-repeated="99999999"')
    assert fault(ods(sheet(HEAD, row(wide)))).saying.key == "data-large/cells"
    rows = row(text("a"), figure("5", "5"), more='table:number-rows-repeated="9999999"')
    assert fault(ods(sheet(HEAD, rows))).saying.key == "data-large/rows"


def test_days_come_by_what_is_shown_of_them() -> None:
    def day(stored: str, shown: str) -> str:
        return (
            f'<table:table-cell office:value-type="date" office:date-value="{stored}">'
            f"<text:p>{shown}</text:p></table:table-cell>"
        )

    head = row(text("月份"), text("值"))
    rows = [row(day("2024-06-01", "2024年6月"), figure("1", "1")),
            row(day("2024-07-01T08:30:00", "2024-07-01"), figure("2", "2"))]  # fmt: skip
    column = table(ods(sheet(head, *rows))).columns[0]
    assert column.values == (
        Period(date(2024, 6, 1), date(2024, 6, 30)),
        Period(date(2024, 7, 1), date(2024, 7, 1)),
    )


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        (figure("0", "#DIV/0!", more='table:formula="of:=1/0" calcext:value-type="error"'),
         "data-cell/error"),
        ('<table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>Err:502'
         "</text:p></table:table-cell>", "data-cell/error"),
        ('<table:table-cell table:formula="of:=A1"/>', "data-cell/formula"),
    ],
)  # fmt: skip
def test_errors_and_formulas_without_a_value_are_told_with_their_cell(cell: str, key: str) -> None:
    data = ods(sheet(HEAD, row(text("a"), figure("5", "5")), row(text("b"), cell)))
    one = fault(data, name="harvest.ods")
    assert (one.saying.key, str(one.origin)) == (key, "harvest.ods 表1!B3")


def test_merged_headers_hidden_rows_and_comments() -> None:
    note = "<office:annotation><text:p>查过</text:p></office:annotation>"
    head = row(
        text("县", 'table:number-rows-spanned="2"'),
        text("产量", 'table:number-columns-spanned="2"'),
        "<table:covered-table-cell/>",
    )
    second = row("<table:covered-table-cell/>", figure("2023", "2023"), figure("2024", "2024"))
    noted = (
        f'<table:table-cell office:value-type="string">{note}<text:p>a</text:p></table:table-cell>'
    )
    hidden = row(text("b"), figure("3", "3"), figure("4", "4"), more='table:visibility="filter"')
    data = ods(sheet(head, second, row(noted, figure("1", "1"), figure("2", "2")), hidden))
    found = table(data)
    assert [one.name for one in found.columns] == ["县", "产量 2023", "产量 2024"]
    assert found.columns[0].values == ("a",)
    assert said(found, "data-hidden")[0].saying.key == "data-hidden/rows"


def test_a_hidden_column_is_left_out() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    columns += "<table:table-column/>"
    rows = [
        row(text("县"), text("甲"), text("乙")),
        row(text("a"), figure("1", "1"), figure("2", "2")),
    ]
    found = table(ods(sheet(*rows, columns=columns)))
    assert [one.name for one in found.columns] == ["县", "乙"]


def test_the_first_sheet_with_cells_that_is_not_hidden_is_read() -> None:
    style = (
        '<style:style style:name="ta2" style:family="table"><style:table-properties '
        'table:display="false"/></style:style>'
    )
    tables = sheet(HEAD, row(text("x"), figure("9", "9")), name="藏", more='table:style-name="ta2"')
    tables += sheet(name="空") + sheet(HEAD, row(text("a"), figure("5", "5")), name="数")
    found = table(ods(tables, style))
    assert found.origin.source.sheet == "数"
    assert {one.saying.key for one in found.said} == {"data-hidden/sheets", "data-sheet/first"}
    assert numbers(table(ods(tables, style), ReadOptions(sheet="藏")).columns[1]) == ["9"]

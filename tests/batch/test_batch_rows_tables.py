"""Editions of files with the habits of a desk's spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from infographic.batch.rows import Row, Rows
from infographic.batch.rows.options import RowOptions
from infographic.batch.rows.read import read_rows
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.limits import using_limits


def plain(row: Row) -> dict[str, object]:
    return {name: node.plain() for name, node in row.cells.items()}


def said(rows: Rows) -> list[str]:
    return [one.saying.key for one in rows.said]


def kinds(rows: Rows) -> dict[str, str]:
    return {one.name: one.kind for one in rows.columns}


def csv(folder: Path, text: str, encoding: str = "utf-8") -> str:
    path = folder / "rows.csv"
    path.write_bytes(text.encode(encoding))
    return str(path)


def xlsx(folder: Path, cells: Sequence[Sequence[Any]], book: Workbook | None = None) -> str:
    book = book or Workbook()
    sheet = book.worksheets[0]
    for row in cells:
        sheet.append(row)
    path = folder / "rows.xlsx"
    book.save(path)
    return str(path)


def test_a_number_is_a_number_and_each_cell_knows_its_place(tmp_path: Path) -> None:
    rows = read_rows(csv(tmp_path, "id,县,产量（万吨）\na1,榆树,367.20\na2,农安,\n"))
    assert [plain(row) for row in rows.rows] == [
        {"id": "a1", "县": "榆树", "产量": Decimal("367.20")},
        {"id": "a2", "县": "农安", "产量": None},
    ]
    assert str(rows.rows[1].cells["县"].origin).endswith("rows.csv:3:4")
    assert [row.number for row in rows.rows] == [1, 2]
    assert kinds(rows) == {"id": "text", "县": "text", "产量": "number"}
    assert rows.columns[2].unit == "万吨"
    assert rows.files == (tmp_path / "rows.csv",)


CODES = {
    "a nought before": ("编", ["00123", "45678"], "text"),
    "a heading that names a code": ("区划代码", ["22010", "22011"], "text"),
    "a postal code": ("邮编", ["130000", "130000"], "text"),
    "an English one": ("county_code", ["7", "7"], "text"),
    "a phone": ("电话", ["0431-8888 1234", "13800001111"], "text"),
    "more digits than a number holds": ("号", ["1234567890123456", "2"], "text"),
    "a quantity": ("人口", ["22010", "22011"], "number"),
    "a quantity whose heading has the letters": ("width", ["22", "23"], "number"),
}


@pytest.mark.parametrize("case", CODES)
def test_digits_that_name_things_stay_words(case: str, tmp_path: Path) -> None:
    heading, cells, kind = CODES[case]
    text = "\n".join([f"县,{heading}", *(f"县{n},{cell}" for n, cell in enumerate(cells))])
    rows = read_rows(csv(tmp_path, text))
    assert kinds(rows)[heading] == kind
    wanted = cells if kind == "text" else [Decimal(one) for one in cells]
    assert [row.cells[heading].value for row in rows.rows] == wanted


def test_a_first_column_of_whole_numbers_that_differ_names_the_rows(tmp_path: Path) -> None:
    rows = read_rows(csv(tmp_path, "县号,产量\n110101,5\n110102,6\n合计,11\n"))
    assert [row.cells["县号"].value for row in rows.rows] == ["110101", "110102"]
    again = read_rows(csv(tmp_path, "产量,县\n5,榆树\n5,农安\n"))
    assert kinds(again)["产量"] == "number"


def test_what_the_user_calls_words_is_words(tmp_path: Path) -> None:
    path = csv(tmp_path, "县,版次\n榆树,01\n农安,2\n")
    assert kinds(read_rows(path, RowOptions(texts=("版次",)))) == {"县": "text", "版次": "text"}
    with pytest.raises(SpecError, match="版次") as error:
        read_rows(path, RowOptions(texts=("版式",)))
    assert error.value.diagnostics[0].code == "data-option"


def test_rows_of_totals_are_left_out_and_said_or_kept_if_asked(tmp_path: Path) -> None:
    path = csv(tmp_path, "代码,县,产量\n01,榆树,5\n02,农安,6\n,合　计,见注\n")
    rows = read_rows(path)
    assert [row.cells["县"].value for row in rows.rows] == ["榆树", "农安"]
    assert rows.wrong == ()
    (left_out,) = [one for one in rows.said if one.code == "rows-left-out"]
    assert "合计" in left_out.message
    assert left_out.origin.line == 4
    kept = read_rows(
        csv(tmp_path, "代码,县,产量\n01,榆树,5\n,合　计,11\n"), RowOptions(totals=True)
    )
    assert kept.rows[1].cells["县"].value == "合计"


def test_a_csv_of_a_chinese_excel_is_read(tmp_path: Path) -> None:
    text = "县,产量,备注,,\r\n榆树,３６７．２,“好”,,\r\n农安,—,二，三,,\r\n"
    rows = read_rows(csv(tmp_path, text, "gb18030"))
    assert [plain(row) for row in rows.rows] == [
        {"县": "榆树", "产量": Decimal("367.2"), "备注": "“好”"},
        {"县": "农安", "产量": None, "备注": "二，三"},
    ]
    assert rows.rows[0].shown == {"产量": "３６７．２"}
    assert rows.rows[1].shown == {"产量": "—"}
    assert "data-encoding" in said(rows)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("sep=;\n县;产量\n榆树;367,25\n", RowOptions()),
        ("县;产量\n榆树;367,25\n农安;1,5\n", RowOptions()),
        ("县\t产量\n榆树\t367.25\n", RowOptions()),
        ("县|产量\n榆树|367,25\n", RowOptions(delimiter="|", decimal=",")),
    ],
)
def test_other_marks_part_cells_and_decimals(
    text: str, options: RowOptions, tmp_path: Path
) -> None:
    rows = read_rows(csv(tmp_path, text), options)
    assert rows.rows[0].cells["产量"].value == Decimal("367.25")


def test_a_workbook_with_a_title_merged_headings_notes_and_hidden_parts(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    cells = [
        ["砚江省各县产量", None, None, None, None],
        [None, None, None, None, "单位：万吨"],
        ["代码", "县", "产量", None, "备注"],
        [None, None, "2025年", "2026年", None],
        ["000101", "榆树", 367.2, "380.1", "一"],
        ["000102", "农安", 301.4, "299.0", "二"],
        ["000103", "德惠", 1, "2", "藏"],
        ["合计", None, 668.6, 679.1, None],
        ["注：初步数", None, None, None, None],
    ]
    for place in ("A1:E1", "A3:A4", "B3:B4", "C3:D3", "E3:E4"):
        sheet.merge_cells(place)
    for number, row in enumerate(cells, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, column).value = value
    sheet.row_dimensions[7].hidden = True
    hidden = book.create_sheet("底稿")
    hidden.sheet_state = "hidden"
    hidden.append(["别的"])
    path = xlsx(tmp_path, [], book)
    rows = read_rows(path)
    assert [plain(row) for row in rows.rows] == [
        {"代码": "000101", "县": "榆树", "产量 2025年": Decimal("367.2"),
         "产量 2026年": Decimal("380.1"), "备注": "一"},
        {"代码": "000102", "县": "农安", "产量 2025年": Decimal("301.4"),
         "产量 2026年": Decimal("299.0"), "备注": "二"},
    ]  # fmt: skip
    assert str(rows.rows[1].cells["产量 2026年"].origin).endswith("Sheet!D6")
    assert {"data-hidden/rows", "data-hidden/sheets", "rows-left-out"} <= {*said(rows)}


def test_what_a_cell_shows_is_kept_beside_its_value(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    formats = {2: "0.0%", 3: '"¥"#,##0.00', 4: "000000", 5: 'yyyy"年"m"月"', 6: "#,##0", 7: "0.00"}
    sheet.append(["县", "增速", "投资", "编", "月份", "人口", "比"])
    sheet.append(["榆树", 0.123, 1234.5, 123, date(2026, 11, 1), 1234567, -0.5])
    for column, code in formats.items():
        sheet.cell(2, column).number_format = code
    rows = read_rows(xlsx(tmp_path, [], book))
    (row,) = rows.rows
    assert plain(row) == {
        "县": "榆树",
        "增速": Decimal("12.3"),
        "投资": Decimal("1234.50"),
        "编": "000123",
        "月份": "2026年11月",
        "人口": Decimal(1234567),
        "比": Decimal("-0.50"),
    }
    assert row.shown == {"增速": "12.3%", "投资": "¥1,234.50", "人口": "1,234,567"}
    assert [one.unit for one in rows.columns if one.name == "增速"] == ["%"]
    assert kinds(rows)["月份"] == "date"


def test_days_of_a_workbook_that_counts_from_1904_are_right(tmp_path: Path) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.worksheets[0].append(["县", "日期"])
    book.worksheets[0].append(["榆树", date(2026, 11, 30)])
    book.worksheets[0].cell(2, 2).number_format = "yyyy/m/d"
    rows = read_rows(xlsx(tmp_path, [], book))
    assert rows.rows[0].cells["日期"].value == "2026/11/30"


def test_a_column_of_words_is_called_by_its_whole_heading(tmp_path: Path) -> None:
    path = csv(
        tmp_path,
        "县（市）,码（个）,产量（万吨）,日期/日\n榆树,1,5,2026-11-30\n农安,2,6,2026-12-01\n",
    )
    rows = read_rows(path, RowOptions(texts=("码（个）",)))
    assert kinds(rows) == {
        "县（市）": "text",
        "码（个）": "text",
        "产量": "number",
        "日期/日": "date",
    }
    assert [one.unit for one in rows.columns] == ["", "", "万吨", ""]
    assert rows.rows[1].cells["县（市）"].value == "农安"


def test_words_that_a_program_marks_for_excel_are_words(tmp_path: Path) -> None:
    rows = read_rows(csv(tmp_path, '县,乡\n榆树,="0012"\n农安,="7"\n德惠,\t8\n'))
    assert [row.cells["乡"].value for row in rows.rows] == ["0012", "7", "8"]


def test_a_code_that_was_cut_is_said(tmp_path: Path) -> None:
    rows = read_rows(csv(tmp_path, "县,身份证号\n榆树,220182199001011234\n农安,2.20182E+17\n"))
    (cut,) = [one for one in rows.said if one.code == "rows-code"]
    assert (cut.origin.line, cut.origin.column) == (3, 4)


def test_a_code_of_more_digits_than_a_workbook_holds_is_said(tmp_path: Path) -> None:
    rows = read_rows(xlsx(tmp_path, [["县", "身份证号"], ["榆树", 110101199003074000]]))
    (cut,) = [one for one in rows.said if one.code == "rows-code"]
    assert (cut.origin.line, cut.origin.column) == (2, 2)
    words = read_rows(xlsx(tmp_path, [["县", "身份证号"], ["榆树", "110101199003074514"]]))
    assert "rows-code" not in said(words)


def test_a_row_that_is_taken_for_a_note_is_said(tmp_path: Path) -> None:
    rows = read_rows(csv(tmp_path, "县,产量,增速\n榆树,5,6\n以上海为例,7,8\n注：初步数,,\n"))
    assert len(rows.rows) == 1
    (note,) = [one for one in rows.said if one.code == "rows-note"]
    assert ("以上海为例" in note.message, note.origin.line) == (True, 3)
    wide = "县,产量,增速,位次,面积,人口\n榆树,5,6,1,2,3\n填表人：甲,,审核人：乙,,日期：10月,\n"
    assert "rows-note" not in said(read_rows(csv(tmp_path, wide)))


def test_lines_of_a_cell_and_spaces_of_copy_stay(tmp_path: Path) -> None:
    copy = "第一段　还有 空格\n第二段"
    rows = read_rows(xlsx(tmp_path, [["县", "正文"], ["北　京", copy]]))
    assert plain(rows.rows[0]) == {"县": "北京", "正文": copy}


def test_a_heading_that_stands_twice_is_named_and_said_with_its_cell(tmp_path: Path) -> None:
    rows = read_rows(csv(tmp_path, "县,产量,产量,\n榆树,1,2,3\n"))
    assert [one.name for one in rows.columns] == ["县", "产量", "产量 2"]
    assert {"data-name-twice", "data-unnamed"} <= {*said(rows)}


def test_a_cell_that_is_wrong_does_harm_to_its_column_alone(tmp_path: Path) -> None:
    cells = [["县", "产量", "值"], ["榆树", 5, "=1/0"], ["农安", "多", 2], ["德惠", 6, 3]]
    rows = read_rows(xlsx(tmp_path, cells))
    assert {name for name, _ in rows.wrong} == {"产量", "值"}
    assert [str(one.origin).rpartition("!")[2] for _, one in rows.wrong] == ["B3", "C2"]
    assert rows.rows[1].cells["产量"].value is None
    assert rows.rows[1].shown["产量"] == "多"


def test_as_many_rows_are_read_as_are_asked_for_and_allowed(tmp_path: Path) -> None:
    path = csv(tmp_path, "县,产量\n" + "".join(f"县{n},{n}\n" for n in range(50)))
    rows = read_rows(path, RowOptions(limit=3))
    assert [row.number for row in rows.rows] == [1, 2, 3]
    for name, least in (("batch-rows", 49), ("batch-cells", 90), ("batch-bytes", 100)):
        bounds = {"data-rows": 9, "data-cells": 9, "data-bytes": 9, name: least}
        with using_limits(bounds), pytest.raises(SpecError) as error:
            read_rows(path)
        assert [one.limit for one in error.value.diagnostics] == [name]
    with using_limits({"batch-rows": 50}):
        assert len(read_rows(path).rows) == 50


def test_a_table_of_editions_may_be_longer_than_a_charts(tmp_path: Path) -> None:
    path = csv(tmp_path, "县,产量\n" + "".join(f"县{n},{n}\n" for n in range(60)))
    with using_limits({"data-rows": 10, "data-cells": 20}):
        assert len(read_rows(path).rows) == 60


def test_rows_are_made_when_they_are_asked_for(tmp_path: Path) -> None:
    rows = read_rows(csv(tmp_path, "县,产量\n" + "".join(f"县{n},{n}\n" for n in range(9)))).rows
    assert [row.number for row in rows[3:5]] == [4, 5]
    assert rows[-1].number == 9
    with pytest.raises(IndexError):
        rows[9]


def test_a_folder_and_a_file_that_is_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError) as error:
        read_rows(str(tmp_path))
    assert error.value.diagnostics[0].code == "rows-folder"
    with pytest.raises(SpecError) as error:
        read_rows(str(tmp_path / "none.xlsx"))
    assert error.value.diagnostics[0].code == "file-missing"


def test_rows_by_url_are_called_by_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from infographic.batch.stores import store_of

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    store_of("memory://rows/a").put_all([("counties.csv", "县,产量\n榆树,1\n".encode())])
    rows = read_rows("memory://rows/a/counties.csv")
    assert (rows.name, len(rows.rows)) == ("memory://rows/a/counties.csv", 1)
    assert str(rows.rows[0].cells["产量"].origin) == "memory://rows/a/counties.csv:2:4"


def test_a_query_of_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="--query"):
        read_rows(csv(tmp_path, "县,产量\n榆树,1\n"), RowOptions(query="SELECT 1"))

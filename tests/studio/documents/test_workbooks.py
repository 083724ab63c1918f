"""Workbooks are shown with what is hidden in them, and never written; what is pasted is rows."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from infographic.foundation.diagnostics import SpecError
from infographic.foundation.limits import using_limits
from infographic.studio.documents import SheetDocument, pasted

PARTS = {
    "_rels/.rels": '<Relationships><Relationship Type="x/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Type="x/worksheet" '
    'Target="worksheets/1.xml"/><Relationship Id="r2" Type="x/worksheet" '
    'Target="worksheets/2.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook><sheets><sheet name="旧" r:id="r1" state="hidden"/>'
    '<sheet name="新" r:id="r2"/></sheets></workbook>',
    "xl/worksheets/1.xml": "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData>"
    "</worksheet>",
    "xl/worksheets/2.xml": '<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData>'
    '<row r="2"><c r="A2" t="str"><v>县</v></c><c r="B2" t="str"><v>产量</v></c></row>'
    '<row r="3" hidden="1"><c r="A3" t="str"><v>榆树</v></c><c r="B3"><v>367</v></c></row>'
    '<row r="5"><c r="B5"><f>B3*2</f></c></row></sheetData></worksheet>',
}


def workbook(file: Path, parts: Mapping[str, str] = PARTS) -> Path:
    with zipfile.ZipFile(file, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return file


def test_a_sheet_is_shown_with_what_is_hidden_in_it(tmp_path: Path) -> None:
    document = SheetDocument.open(workbook(tmp_path / "a.xlsx"))
    assert [tuple(one) for one in document.sheets()] == [("旧", True), ("新", False)]
    view = document.cells()
    assert view.name == "新"
    assert [tuple(row) for row in view.rows] == [
        (2, False, ("县", "产量")), (3, True, ("榆树", "367")), (4, False, ()), (5, False, ("", ""))
    ]  # fmt: skip
    assert view.hidden_columns == (1,)
    assert [fault[:2] for fault in view.faults] == [(3, 1)]
    assert document.cells("旧").rows[0].cells == ("1",)
    with pytest.raises(SpecError, match="data-sheet"):
        document.cells("无")


def test_a_workbook_is_not_written_and_says_where_it_is_changed(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx")
    before = file.read_bytes()
    document = SheetDocument.open(file)
    with pytest.raises(SpecError, match="workbook-read-only"):
        document.apply({"op": "cells", "cells": [{"row": 0, "column": 0, "text": "x"}]})
    assert file.read_bytes() == before


def test_a_workbook_that_was_saved_elsewhere_is_read_again(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx")
    document = SheetDocument.open(file)
    sheet = PARTS["xl/worksheets/2.xml"].replace("367", "368")
    workbook(file, {**PARTS, "xl/worksheets/2.xml": sheet})
    assert (document.disk_changed().kind, document.version) == ("reloaded", 1)
    assert document.cells().rows[1].cells[1] == "368"
    file.write_bytes(b"PK\x03\x04")
    with pytest.raises(SpecError):
        document.disk_changed()
    assert document.cells().rows[1].cells[1] == "368"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("县\t产量\r\n榆树\t367\r\n", [["县", "产量"], ["榆树", "367"]]),
        ('a\t"b\nc"\td\n', [["a", "b\nc", "d"]]),
        ('"a\t""b"""\r\n\r\n', [['a\t"b"']]),
        ("１２３\t1,234\n 5 \t", [["１２３", "1,234"], [" 5 ", ""]]),
        ("a\n\nb\n\n", [["a"], [""], ["b"]]),
        ("a\rb", [["a"], ["b"]]),
        ('"open\tb', [['"open', "b"]]),
        ("", []),
        ("2300", [["2300"]]),
    ],
)
def test_what_a_spreadsheet_copies_is_rows_of_texts(text: str, rows: list[list[str]]) -> None:
    assert pasted(text) == rows


@pytest.mark.parametrize("limit", ["data-rows", "data-columns", "data-cells"])
def test_more_than_a_table_may_have_is_not_pasted(limit: str) -> None:
    with using_limits({limit: 2}), pytest.raises(SpecError, match="over-limit") as caught:
        pasted("1\t2\t3\n" * 3)
    assert caught.value.diagnostics[0].limit == limit

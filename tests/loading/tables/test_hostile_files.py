"""Files that were made to take the machine, or were cut off on their way."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading_tables import fault, table
from workbooks import Sheet, ods, packed, xlsx

from infographic.foundation import limits
from infographic.foundation.diagnostics import SpecError

ROWS = [["县", "产量（万吨）"], ["榆树", 367.2], ["农安", 301.4]]
WHOLE = xlsx(Sheet("表1", ROWS))
KIND = "application/vnd.oasis.opendocument.spreadsheet"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>'
    "<worksheet><sheetData><row><c t='str'><v>&lol2;</v></c></row></sheetData></worksheet>"
)


def with_sheet(sheet: str) -> bytes:
    with zipfile.ZipFile(BytesIO(WHOLE)) as old:
        own = {name: old.read(name).decode() for name in old.namelist()}
    return packed({**own, "xl/worksheets/sheet1.xml": sheet})


def test_a_bomb_is_refused_when_it_has_unpacked_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_DATA_UNPACKED", 1_000_000)
    bomb = with_sheet("<worksheet>" + " " * 5_000_000 + "</worksheet>")
    assert len(bomb) < 20_000
    one = fault(bomb)
    assert one.saying.key == "data-large/unpacked"
    assert "sheet1.xml" in one.message


def test_a_sheet_of_too_many_cells_is_refused_while_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "MAX_DATA_CELLS", 1000)
    rows = "".join(f"<row>{'<c><v>1</v></c>' * 100}</row>" for _ in range(2000))
    one = fault(with_sheet(f"<worksheet><sheetData>{rows}</sheetData></worksheet>"))
    assert one.saying.key == "data-large/cells"


def test_entities_are_refused() -> None:
    assert fault(with_sheet(LAUGHS)).saying.key == "data-damaged/entities"
    content = LAUGHS.replace("worksheet", "office:document-content")
    data = packed({"mimetype": KIND, "content.xml": content},
                  zipfile.ZIP_STORED)  # fmt: skip
    assert fault(data).saying.key == "data-damaged/entities"


@pytest.mark.parametrize(
    "sheet",
    [
        "<worksheet><sheetData><row>",
        "no xml",
        "<worksheet><sheetData><row r='x'><c r='??' s='zz' t='s'><v>nan</v></c></row></sheetData>"
        "</worksheet>",
        "<worksheet><sheetData><row r='99999999999'><c r='ZZZZ9'><v>1e999</v></c></row></sheetData>"
        "</worksheet>",
        "<worksheet><cols><col min='a' max='b' hidden='1'/></cols><sheetData/></worksheet>",
        "<worksheet><sheetData/><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"
        "</worksheet>",
    ],
)
def test_a_broken_sheet_is_an_error_and_no_crash(sheet: str) -> None:
    assert fault(with_sheet(sheet)).code in (
        "data-damaged",
        "data-cell",
        "data-empty",
        "data-header",
    )


def test_parts_that_are_missing_are_named() -> None:
    with zipfile.ZipFile(BytesIO(WHOLE)) as old:
        own = {name: old.read(name).decode() for name in old.namelist()}
    del own["xl/workbook.xml"]
    own["xl/workbook.bak"] = ""
    assert fault(packed(own)).code in ("data-damaged", "data-format")


@given(cut=st.integers(4, len(WHOLE) - 1))
@settings(max_examples=40)
def test_a_workbook_cut_off_anywhere_is_an_error(cut: int) -> None:
    with pytest.raises(SpecError):
        table(WHOLE[:cut])


@given(place=st.integers(0, len(WHOLE) - 1), value=st.integers(0, 255))
@example(place=2278, value=1)
@settings(max_examples=150)
def test_a_workbook_with_a_changed_byte_is_read_or_refused(place: int, value: int) -> None:
    import contextlib

    data = bytearray(WHOLE)
    data[place] = value
    with contextlib.suppress(SpecError):
        table(bytes(data))


@given(st.binary(max_size=300))
@settings(max_examples=100)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    import contextlib

    with contextlib.suppress(SpecError):
        table(data)


def test_many_merged_ranges_over_whole_sheets_cost_nothing() -> None:
    merged = ["A1:XFD1048576"] * 3
    assert table(xlsx(Sheet("表1", ROWS, merged=merged))).count >= 1


def test_an_empty_ods_is_an_error() -> None:
    assert fault(ods("")).saying.key == "data-empty/sheets"

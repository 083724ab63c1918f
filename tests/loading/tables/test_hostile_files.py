"""Files that were made to take the machine, or were cut off on their way."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO

import pytest
from conftest import Limited
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading_tables import fault, table
from workbooks import Sheet, ods, packed, xlsx

from infographic.foundation.diagnostics import SpecError
from infographic.loading.tables.grid import Merged
from infographic.loading.tables.options import ReadOptions
from infographic.loading.tables.reading import sheets
from infographic.loading.tables.reading.sheets import merged_in

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


def test_a_bomb_is_refused_when_it_has_unpacked_too_much(limited: Limited) -> None:
    limited({"data-unpacked": 1_000_000})
    bomb = with_sheet("<worksheet>" + " " * 5_000_000 + "</worksheet>")
    assert len(bomb) < 20_000
    one = fault(bomb)
    assert one.saying.key == "data-large/unpacked"
    assert "sheet1.xml" in one.message


def test_a_sheet_of_too_many_cells_is_refused_while_it_is_read(
    limited: Limited,
) -> None:
    limited({"data-cells": 1000})
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


@pytest.mark.parametrize("digits", ["9" * 5000, "1" * 4301])
def test_digits_beyond_what_python_counts_are_told_at_their_cell(digits: str) -> None:
    one = fault(f"县,产量\n榆树,{digits}\n农安,1\n")
    assert (one.saying.key, one.origin.line) == ("data-number/places", 2)
    header = table(f"县,{digits},{digits}\n榆树,1,2\n", ReadOptions(header=1))
    assert header.count == 1


@pytest.mark.parametrize("name", ["idna", "undefined", "punycode", "\0", "base64"])
def test_a_codec_that_is_of_no_texts_is_no_encoding(name: str) -> None:
    one = fault("县,产量\n榆树,1\n", ReadOptions(encoding=name))
    assert one.saying.key == "data-option/encoding"


def test_numbers_of_a_workbook_without_end_are_none() -> None:
    long = "9" * 5000
    merged = f"<mergeCells><mergeCell ref='A1:B{long}'/></mergeCells>"
    row = "<row><c t='str'><v>县</v></c><c t='str'><v>产量</v></c></row><row><c t='str'><v>榆树</v>"
    cells = f"<sheetData>{row}</c><c s='0'><v>1</v></c></row></sheetData>"
    data = with_sheet(f"<worksheet>{cells}{merged}</worksheet>")
    assert table(data).count == 1
    for name in (long, "²"):
        form = f"<numFmts><numFmt numFmtId='{name}' formatCode='0.0'/></numFmts>"
        styles = f"<styleSheet>{form}<cellXfs><xf numFmtId='{name}'/></cellXfs></styleSheet>"
        with zipfile.ZipFile(BytesIO(data)) as old:
            own = {part: old.read(part).decode() for part in old.namelist()}
        assert table(packed({**own, "xl/styles.xml": styles})).count == 1


class Numbers(Sequence[int]):
    """The numbers of a sheet's rows, which count how often one is looked at."""

    looks = 0

    def __init__(self, numbers: Sequence[int]) -> None:
        self.numbers = numbers

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        self.looks += 1
        return self.numbers[at]


def test_ranges_that_reach_over_a_sheet_are_looked_up_and_not_walked() -> None:
    rows = Numbers([one for one in range(1, 5001) if one % 100])
    found = merged_in([(100, 1, 1_048_576, 2)] * 50, rows, [1, 2, 5])
    assert found[0] == Merged(99, 0, len(rows) - 99, 2)
    assert rows.looks < 50 * 40
    assert merged_in([(1, 3, 9, 4), (2, 1, 2, 1)], rows, [1, 2, 5]) == ()


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_part_that_no_spreadsheet_program_packs_so_is_not_unpacked(
    method: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(BytesIO(WHOLE)) as old:
        own = {name: old.read(name) for name in old.namelist()}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as new:
        for name, part in own.items():
            new.writestr(name, part)
    monkeypatch.setattr(zipfile.ZipFile, "open", None)
    one = fault(out.getvalue())
    assert one.saying.key == "data-damaged"
    assert f"compression method {method}" in one.message


def test_rows_without_a_cell_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[int] = []
    once = sheets.grid_of
    monkeypatch.setattr(
        sheets,
        "grid_of",
        lambda found, *more: kept.append(len(found.cells)) or once(found, *more),
    )
    cells = '<row><c t="str"><v>县</v></c></row><row r="9"><c t="str"><v>甲</v></c></row>'
    table(with_sheet(f"<worksheet><sheetData>{cells}{'<row/>' * 5000}</sheetData></worksheet>"))
    assert kept == [2]

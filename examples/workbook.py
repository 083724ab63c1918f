"""A small workbook (XLSX), the same bytes each time: what make_data.py writes tables with."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

Cell = str | int | float | None
Rows = Sequence[Sequence[Cell]]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write_workbook(
    file: Path, sheets: Mapping[str, Rows], merged: Mapping[str, Sequence[str]] | None = None
) -> None:
    """Write sheets of cells; `merged` names the ranges that are one cell: {"GDP": ["A1:C1"]}."""
    merged = merged or {}
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": _types(numbers),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _book(tuple(sheets)),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
        ),
    }
    for number, (name, rows) in enumerate(sheets.items(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(rows, merged.get(name, ()))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            # A stated time: else the bytes would change with the clock.
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            book.writestr(info, text)


def _types(numbers: range) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{KIND}.worksheet+xml"/>'
        for n in numbers
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
        f"{sheets}</Types>"
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _book(names: Sequence[str]) -> str:
    inside = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(names, 1)
    )
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{inside}</sheets></workbook>'


def _sheet(rows: Rows, merged: Sequence[str]) -> str:
    lines = [
        f'<row r="{r}">{"".join(_cell(cell, r, c) for c, cell in enumerate(row))}</row>'
        for r, row in enumerate(rows, 1)
    ]
    ranges = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged)
    joined = f'<mergeCells count="{len(merged)}">{ranges}</mergeCells>' if merged else ""
    data = "".join(lines)
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{joined}</worksheet>'


def _cell(cell: Cell, row: int, column: int) -> str:
    ref = f"{chr(ord('A') + column)}{row}"
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f'<c r="{ref}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    return f'<c r="{ref}"><v>{cell!r}</v></c>'

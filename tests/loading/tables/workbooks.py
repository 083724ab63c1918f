"""Workbooks written by hand, cell by cell, as the programs of statistics offices write them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from infographic.foundation.datum import letters_of


class Cell(NamedTuple):
    """A cell of an XLSX sheet as its XML has it."""

    stored: str | None = None
    kind: str = "n"
    format: str = "General"
    formula: str = ""


def number(stored: str, format: str = "General") -> Cell:  # noqa: A002
    return Cell(stored, format=format)


class Sheet(NamedTuple):
    name: str
    rows: Sequence[Sequence[Cell | str | float | None]]
    merged: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    state: str = "visible"
    start: int = 1
    """The number of its first row."""
    left: int = 1
    """The number of its first column."""


def _xml(body: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{body}'


def xlsx(
    *sheets: Sheet,
    date1904: bool = False,
    stale: bool = False,
    more: Mapping[str, str] | None = None,
) -> bytes:
    """The bytes of a workbook; `more` are further parts, or others in place of its own."""
    formats: list[str] = ["General"]
    strings: list[str] = []
    parts: dict[str, str] = {}
    for number_, sheet in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number_}.xml"] = _sheet(sheet, formats, strings)
    listed = "".join(
        f'<sheet name={quoteattr(one.name)} sheetId="{n}" state="{one.state}" r:id="rId{n}"/>'
        for n, one in enumerate(sheets, 1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts["xl/workbook.xml"] = _xml(
        f'<workbook xmlns="{main}" xmlns:r="{rel}"><workbookPr date1904="{int(date1904)}"/>'
        f'<sheets>{listed}</sheets><calcPr fullCalcOnLoad="{int(stale)}"/></workbook>'
    )
    count = len(sheets)
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{rel}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, count + 1)
    )
    parts["xl/_rels/workbook.xml.rels"] = _xml(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relations}"
        f'<Relationship Id="rId{count + 1}" Type="{rel}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId{count + 2}" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>"
    )
    parts["_rels/.rels"] = _xml(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>"
    )
    codes = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode={quoteattr(code)}/>'
        for n, code in enumerate(formats)
    )
    xfs = "".join(f'<xf numFmtId="{164 + n}"/>' for n in range(len(formats)))
    parts["xl/styles.xml"] = _xml(
        f'<styleSheet xmlns="{main}"><numFmts>{codes}</numFmts><cellStyleXfs><xf numFmtId="9"/>'
        f"</cellStyleXfs><cellXfs>{xfs}</cellXfs></styleSheet>"
    )
    parts["xl/sharedStrings.xml"] = _xml(
        f'<sst xmlns="{main}">'
        + "".join(
            f"<si>{one}</si>" if one.startswith("<") else f"<si><t>{escape(one)}</t></si>"
            for one in strings
        )
        + "</sst>"
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    parts["[Content_Types].xml"] = _xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>'
    )
    return packed({**parts, **(more or {})})


def _sheet(sheet: Sheet, formats: list[str], strings: list[str]) -> str:
    columns = "".join(f'<col min="{n}" max="{n}" hidden="1"/>' for n in sheet.hidden_columns)
    rows = []
    for number_, row in enumerate(sheet.rows, sheet.start):
        cells = "".join(
            _cell(one, f"{letters_of(column)}{number_}", formats, strings)
            for column, one in enumerate(row, sheet.left)
        )
        hidden = ' hidden="1"' if number_ in sheet.hidden_rows else ""
        rows.append(f'<row r="{number_}"{hidden}>{cells}</row>')
    merged = "".join(f'<mergeCell ref="{one}"/>' for one in sheet.merged)
    return _xml(
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData>"
        f"<mergeCells>{merged}</mergeCells></worksheet>"
    )


def _cell(
    value: Cell | str | float | None, place: str, formats: list[str], strings: list[str]
) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        if value not in strings:
            strings.append(value)
        value = Cell(str(strings.index(value)), "s")
    elif isinstance(value, int | float):
        value = Cell(repr(value))
    if value.format not in formats:
        formats.append(value.format)
    formula = f"<f>{escape(value.formula)}</f>" if value.formula else ""
    stored = "" if value.stored is None else f"<v>{escape(value.stored)}</v>"
    if value.kind == "inlineStr":
        stored = f"<is><t>{escape(value.stored or '')}</t></is>"
    style = formats.index(value.format)
    return f'<c r="{place}" s="{style}" t="{value.kind}">{formula}{stored}</c>'


def ods(tables: str, styles: str = "") -> bytes:
    """The bytes of an OpenDocument workbook whose tables are this XML."""
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
        for prefix in ("office", "table", "text", "style")
    )
    content = (
        f'<office:document-content {names} xmlns:calcext="urn:org:documentfoundation:calcext">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": _xml(content)}, zipfile.ZIP_STORED)


def packed(parts: Mapping[str, str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()

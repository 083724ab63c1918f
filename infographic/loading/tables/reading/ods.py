"""ODS: one sheet of an OpenDocument workbook."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal

from infographic.foundation import limits
from infographic.foundation.datum import Origin
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.loading.tables.grid import GridCell
from infographic.loading.tables.options import ReadOptions
from infographic.loading.tables.reading.archive import Archive, Attributes, whole
from infographic.loading.tables.reading.bounds import too_many_cells, too_many_rows
from infographic.loading.tables.reading.number_formats import exact, plain
from infographic.loading.tables.reading.sheets import (
    OpenSheet,
    Sheet,
    SheetCells,
    chosen,
    sheet_origin,
)

PART = "content.xml"
_ERROR = late(r"#[A-Z/0]+[!?]?|Err:[0-9]+")
_SKIPPED = ("annotation", "frame", "shapes", "custom-shape", "forms")
"""What may hold paragraphs of its own inside a cell or a table."""
CELLS = ("table-cell", "covered-table-cell")


def ods_sheet(data: bytes, file: Origin, options: ReadOptions, at: Origin) -> OpenSheet:
    """One sheet of a workbook. Raises `SpecError`."""
    archive = Archive(data, file)
    if PART not in archive.names:
        raise archive.fault(say("data-damaged", reason=f"no {PART}"))
    found = _Sheets()
    archive.parse(PART, found.start, found.end)
    sheets = found.found()
    sheet, said = chosen(sheets, options, file, at)
    reader = _SheetReader(sheet_origin(file, sheet.name), int(sheet.part))
    # Each reading counts against what may be unpacked.
    archive.parse(PART, reader.start, reader.end, reader.text)
    return OpenSheet(reader.found, sheet, sheets, reader.sheet, said)


def _local(attributes: Attributes) -> Attributes:
    """Attributes without prefixes, but for those of LibreOffice's own."""
    return {
        name if name.startswith("calcext:") else name.rpartition(":")[2]: value
        for name, value in attributes.items()
    }


class _Sheets:
    """The names of all sheets, and which are hidden or empty."""

    def __init__(self) -> None:
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.tables: list[tuple[str, str]] = []
        self.filled: set[int] = set()
        self.depth = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            own = _local(attributes)
            self.depth += 1
            if self.depth == 1:
                self.tables.append((own.get("name", ""), own.get("style-name", "")))
        elif name == "table-cell":
            if len(attributes) > 1 and "value-type" in _local(attributes):
                self.filled.add(len(self.tables) - 1)
        elif name == "style":
            self.style = _local(attributes).get("name", "")
        elif name == "table-properties" and _local(attributes).get("display") == "false":
            self.hidden_styles.add(self.style)

    def end(self, name: str) -> None:
        if name == "table":
            self.depth -= 1

    def found(self) -> list[Sheet]:
        return [
            Sheet(name, str(number), style in self.hidden_styles, number not in self.filled)
            for number, (name, style) in enumerate(self.tables)
        ]


class _SheetReader:
    def __init__(self, sheet: Origin, number: int) -> None:
        self.sheet, self.number = sheet, number
        self.table = -1
        self.depth = self.skipping = 0
        self.found = SheetCells()
        self.row = self.column = self.column_number = self.count = 0
        self.rows_repeated = 1
        self.cells: dict[int, GridCell] = {}
        self.attributes: Attributes = {}
        self.parts: list[str] = []
        self.in_paragraph = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            self.depth += 1
            self.table += self.depth == 1
        elif self.table != self.number or self.depth != 1:
            return
        elif self.skipping or name in _SKIPPED:
            self.skipping += 1
        elif name == "p":
            if self.parts:
                self.parts.append("\n")
            self.in_paragraph += 1
        elif name in ("s", "tab"):
            self.parts.append(" ")
        elif name == "line-break":
            self.parts.append("\n")
        elif name in CELLS:
            self.attributes, self.parts = _local(attributes), []
        elif name == "table-row":
            own = _local(attributes)
            self.rows_repeated = _times(own, "number-rows-repeated")
            if own.get("visibility", "visible") != "visible":
                last = min(self.rows_repeated, limits.most("data-rows"))
                self.found.hidden_rows |= {*range(self.row + 1, self.row + 1 + last)}
            self.column, self.cells = 0, {}
        elif name == "table-column":
            own = _local(attributes)
            times = _times(own, "number-columns-repeated")
            if own.get("visibility", "visible") != "visible":
                first = self.column_number + 1
                last = min(times, limits.most("data-columns") * 4)
                self.found.hidden_columns |= {*range(first, first + last)}
            self.column_number += times

    def text(self, words: str) -> None:
        if self.in_paragraph and not self.skipping:
            self.parts.append(words)

    def end(self, name: str) -> None:
        if name == "table":
            self.depth -= 1
        elif self.table != self.number or self.depth != 1:
            return
        elif self.skipping:
            self.skipping -= 1
        elif name == "p":
            self.in_paragraph -= 1
        elif name in CELLS:
            self.end_cell(name)
        elif name == "table-row":
            self.end_row()

    def end_cell(self, name: str) -> None:
        own = self.attributes
        times = _times(own, "number-columns-repeated")
        cell = _cell(own, "".join(self.parts)) if name == "table-cell" else None
        if cell is not None and (cell.text or cell.fault):
            self.count += times
            if self.count > limits.most("data-cells"):
                too_many_cells(self.sheet)
            for place in range(self.column + 1, self.column + 1 + times):
                self.cells[place] = cell
            wide, high = _times(own, "number-columns-spanned"), _times(own, "number-rows-spanned")
            if wide * high > 1:
                top, left = self.row + 1, self.column + 1
                self.found.merged.append((top, left, top + high - 1, left + wide - 1))
        self.column += times

    def end_row(self) -> None:
        if self.cells:
            if self.rows_repeated > limits.most("data-rows"):
                too_many_rows(self.sheet)
            self.count += len(self.cells) * (self.rows_repeated - 1)
            if self.count > limits.most("data-cells"):
                too_many_cells(self.sheet)
            for place in range(self.row + 1, self.row + 1 + self.rows_repeated):
                self.found.cells[place] = self.cells
        self.row += self.rows_repeated


def _times(own: Attributes, name: str) -> int:
    return max(whole(own.get(name)), 1)


def _cell(own: Attributes, text: str) -> GridCell:
    text = text.strip()
    kind = own.get("value-type", "")
    if own.get("calcext:value-type") == "error" or ("formula" in own and _ERROR.fullmatch(text)):
        return GridCell(text, fault=say("data-cell/error", error=text or "?"))
    if not kind:
        return GridCell(text, fault=say("data-cell/formula") if "formula" in own else None)
    if kind == "boolean":
        return GridCell(text, own.get("boolean-value") == "true")
    if kind == "date":
        return _day(own.get("date-value", ""), text)
    if kind in ("float", "percentage", "currency"):
        return _number(own.get("value", ""), text, is_percent=kind == "percentage")
    return GridCell(text, text if kind == "string" else None)


def _day(stored: str, text: str) -> GridCell:
    try:
        moment = datetime.fromisoformat(stored)
    except ValueError:
        return GridCell(text, text)
    numbers = re.findall(r"[0-9]+", text)
    is_month = len(numbers) == 2 and (len(numbers[0]) == 4 or len(numbers[1]) == 4)
    form = "yyyy" if len(numbers) == 1 and len(numbers[0]) == 4 else "yyyy/m" if is_month else (
        "yyyy/m/d"
    )  # fmt: skip
    return GridCell(text or stored, moment.date(), form)


def _number(stored: str, text: str, *, is_percent: bool) -> GridCell:
    """A number as its cell shows it, whatever marks its locale writes: “1.234,50” is 1234.50."""
    try:
        value = exact(stored)
    except ArithmeticError:
        return GridCell(text, text)
    if not value.is_finite():
        return GridCell(text, fault=say("data-cell/error", error=stored))
    number = plain(value * 100 if is_percent else value)
    digits = "".join(re.findall(r"[0-9]", text)).lstrip("0")
    shown = number
    for decimals in range(16):
        rounded = (
            number.quantize(Decimal(1).scaleb(-decimals)) if number.adjusted() < 12 else number
        )
        if f"{abs(rounded):f}".replace(".", "").lstrip("0") == digits and digits:
            shown = rounded
            break
    return GridCell(f"{shown:f}{'%' * is_percent}", value)

"""The cells of one sheet of an XLSX workbook, read as its XML goes by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from infographic.foundation import limits
from infographic.foundation.datum import Origin
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.loading.tables.grid import GridCell
from infographic.loading.tables.reading.archive import Attributes, whole
from infographic.loading.tables.reading.bounds import too_many_cells
from infographic.loading.tables.reading.number_formats import (
    NumberFormat,
    day_of,
    exact,
    shown_day,
    shown_number,
)
from infographic.loading.tables.reading.ranges import column_number
from infographic.loading.tables.reading.sheets import SheetCells

GENERAL = NumberFormat("general")
_RANGE = late(r"([A-Z]+)([0-9]+)(?::([A-Z]+)([0-9]+))?")
_PLAIN = late(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
EXACTLY_SHOWN = 11
"""Shorter numbers are shown as they are stored."""
LAST_COLUMN = 16_384
DIGITS = "0123456789"


class Workbook(NamedTuple):
    """What the cells of all sheets share."""

    strings: Sequence[str]
    formats: Sequence[NumberFormat]
    is_1904: bool
    is_stale: bool
    """Its formulas are to be worked out when it is opened: who wrote it did not."""


class SheetReader:
    """Gathers cells from the elements of a sheet."""

    def __init__(self, book: Workbook, sheet: Origin) -> None:
        self.book, self.sheet = book, sheet
        self.found = SheetCells()
        self.row: dict[int, GridCell] | None = None
        self.row_number = self.column = self.count = 0
        self.letters: dict[str, int] = {}
        self.kind, self.style, self.has_formula = "n", "0", False
        self.parts: list[str] = []
        self.reading = self.is_phonetic = False
        self.known: dict[tuple[str, str, str], GridCell] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            if self.parts or self.has_formula:
                self.end_cell()
            self.reading = self.is_phonetic = False
            place = attributes.get("r", "")
            column = self.letters.get(place.rstrip(DIGITS))
            self.column = self.column_of(place) if column is None else column
            self.kind = attributes.get("t", "n")
            self.style = attributes.get("s", "0")
        elif name == "v":
            self.reading = True
        elif name == "t":
            self.reading = not self.is_phonetic
        elif name == "f":
            self.has_formula = True
            self.reading = False
        elif name == "row":
            self.end_cell()
            self.row_number = whole(attributes.get("r")) or self.row_number + 1
            self.column = 0
            self.row = None
            if attributes.get("hidden") in ("1", "true"):
                self.found.hidden_rows.add(self.row_number)
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = whole(attributes.get("min")), whole(attributes.get("max"))
            self.found.hidden_columns |= {*range(first, min(last, LAST_COLUMN) + 1)}
        elif name == "mergeCell":
            match = _RANGE.fullmatch(attributes.get("ref", ""))
            if match and match[3]:
                left, right = column_number(match[1]), column_number(match[3])
                self.found.merged.append((whole(match[2]), left, whole(match[4]), right))
        elif name == "r":
            self.is_phonetic = False
        elif name == "rPh":
            self.is_phonetic, self.reading = True, False
        else:
            # Behind the cells: a footer's words are no cell's.
            self.reading = False

    def column_of(self, place: str) -> int:
        """The column of a cell's place, the next where it has none."""
        letters = place.rstrip(DIGITS)
        if not letters:
            return self.column + 1
        column = self.letters[letters] = column_number(letters)
        return column

    def text(self, words: str) -> None:
        if self.reading:
            self.parts.append(words)

    def end_cell(self) -> None:
        """Take the cell before the element that begins: a handler of ends would double the time."""
        if not (self.parts or self.has_formula):
            return
        parts = self.parts
        stored = parts[0] if len(parts) == 1 else "".join(parts)
        parts.clear()
        if self.has_formula:
            cell = self.of_formula(stored)
        else:
            key = (self.kind, self.style, stored)
            known = self.known.get(key)
            if known is None:
                known = self.known[key] = self.cell(stored)
            cell = known
        self.has_formula = False
        if cell.text or cell.fault:
            if self.row is None:
                self.row = self.found.cells.setdefault(self.row_number, {})
            self.row[self.column] = cell
            self.count += 1
            if self.count > limits.most("data-cells"):
                too_many_cells(self.sheet)

    def of_formula(self, stored: str) -> GridCell:
        is_unknown = stored == "" and self.kind != "str"
        # Who writes a workbook without working it out leaves nothing, or a nought.
        if is_unknown or (self.book.is_stale and stored == "0"):
            return GridCell("", fault=say("data-cell/formula"))
        return self.cell(stored)

    def cell(self, stored: str) -> GridCell:
        kind = self.kind
        if kind == "s":
            stored = stored.strip()
            number = whole(stored) if stored.isdigit() else -1
            if not 0 <= number < len(self.book.strings):
                return GridCell("", fault=say("data-cell/string", number=stored))
            return _words(self.book.strings[number])
        if kind in ("str", "inlineStr"):
            return _words(stored)
        if kind == "b":
            truth = stored.strip() in ("1", "true")
            return GridCell("TRUE" if truth else "FALSE", truth)
        if kind == "e":
            return GridCell(stored, fault=say("data-cell/error", error=stored))
        formats = self.book.formats
        style = whole(self.style)
        form = formats[style] if style < len(formats) else GENERAL
        if kind == "d":
            try:
                moment = datetime.fromisoformat(stored)
            except ValueError:
                return _words(stored)
            return GridCell(shown_day(moment, form.code), moment.date(), form.code)
        return self.number(stored.strip(), form)

    def number(self, stored: str, form: NumberFormat) -> GridCell:
        if form.kind == "general" and len(stored) < EXACTLY_SHOWN and _PLAIN.fullmatch(stored):
            return GridCell(stored, Decimal(stored), form.code)
        try:
            value = exact(stored)
        except ArithmeticError:
            return _words(stored)
        if not value.is_finite():
            return GridCell(stored, fault=say("data-cell/error", error=stored))
        if form.kind in ("date", "time"):
            moment = day_of(value, self.book.is_1904)
            if moment is None:
                return GridCell(stored, fault=say("data-cell/date", number=stored))
            if form.kind == "date":
                return GridCell(shown_day(moment, form.code), moment.date(), form.code)
            return GridCell(_duration(value, form.code), format=form.code)
        return GridCell(shown_number(value, form), value, form.code)

    def cells(self) -> SheetCells:
        """All cells, when all of the sheet went by."""
        self.end_cell()
        return self.found


def _words(text: str) -> GridCell:
    text = text.strip()
    return GridCell(text, text)


def _duration(days: Decimal, code: str) -> str:
    """A time of day, or a length of time, as its format shows it: “2:05:00”, “7:05.32”.

    >>> [_duration(Decimal("0.0875"), code) for code in ("h:mm", "[h]:mm:ss", "mm:ss.0")]
    ['2:06', '2:06:00', '126:00.0']
    """
    low = code.lower()
    fraction = re.search(r"s\.(0+)", low)
    # A spreadsheet program shows thousandths at most.
    places = min(len(fraction[1]), 3) if fraction else 0
    parts = round(days * 86400 * 10**places)
    seconds, rest = divmod(parts, 10**places)
    tail = f":{seconds % 60:02}" if "s" in low else ""
    if places:
        tail += f".{rest:0{places}}"
    if "h" not in low:
        return f"{seconds // 60}{tail}"
    return f"{seconds // 3600}:{seconds // 60 % 60:02}{tail}"

"""A CSV or TSV text as it is written: its cells, and where each of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.late_pattern import late
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.loading.tables.reading.bounds import must_be_within
from infographic.loading.tables.reading.delimited import DELIMITERS, SEP, delimiter_of, rows_of

_ENDS = late(r"\r\n|\r")
_FIRST_END = late(r"\r\n|\r|\n")
NEIGHBOURS = 20
"""Rows above and below that a cell's column is looked at in, for whether they are quoted."""


class Line(NamedTuple):
    """A row. Places count characters of the text."""

    start: int
    end: int
    """Where its line end begins."""
    stop: int
    """Where the next row begins."""
    cells: Sequence[tuple[int, int]]
    """From where to where each cell stands, its quotes with it; () of an empty line."""


@record(eq=False)
class CsvText:
    """One reading of a text. While it cannot be read, `lines` is () and `faults` say why."""

    text: str
    delimiter: str
    lines: tuple[Line, ...] = ()
    """Without a first line that names the delimiter (“sep=;”)."""
    faults: tuple[Diagnostic, ...] = ()
    rivals: str = ""
    """Marks that would be taken for the delimiter if they stood in most rows without quotes."""

    def cell(self, row: int, column: int) -> str:
        """A cell's text, without its quotes; "" where the row is shorter.

        What stands in it is left as it is: blanks, line ends.
        """
        cells = self.lines[row].cells
        if column >= len(cells):
            return ""
        start, end = cells[column]
        return unquoted(self.text[start:end])

    def row(self, row: int) -> list[str]:
        return [unquoted(self.text[start:end]) for start, end in self.lines[row].cells]

    @property
    def width(self) -> int:
        """How many cells the longest row has."""
        return max((len(line.cells) for line in self.lines), default=0)

    @property
    def newline(self) -> str:
        """What ends most lines, so far as the first tells."""
        for line in self.lines:
            if line.stop > line.end:
                return self.text[line.end : line.stop]
        found = _FIRST_END.search(self.text)
        return found[0] if found else "\n"

    @property
    def ends_with_newline(self) -> bool:
        """Whether the last line has an end; so of a text without lines."""
        return not self.text or self.text[-1] in "\r\n"

    def is_quoted(self, row: int, column: int) -> bool:
        cells = self.lines[row].cells
        if column >= len(cells):
            return False
        start, end = cells[column]
        return self.text[start:end].lstrip(" ").startswith('"')

    def written(self, text: str, row: int, column: int) -> str:
        """How a text is written in a cell: quoted where it must be, or where all cells above and
        below are; one alone in its column as it was."""
        if self.must_be_quoted(text, row, column):
            return _quoted(text)
        near = [
            one
            for one in range(row - NEIGHBOURS, row + NEIGHBOURS + 1)
            if one != row and 0 <= one < len(self.lines) and column < len(self.lines[one].cells)
        ]
        if near:
            asks = all(self.is_quoted(one, column) for one in near)
        else:
            asks = row < len(self.lines) and self.is_quoted(row, column)
        return _quoted(text) if asks else text

    def must_be_quoted(self, text: str, row: int, column: int) -> bool:
        """Whether a text would be read otherwise without quotes."""
        return (
            any(mark in text for mark in (self.delimiter, *self.rivals, '"', "\r", "\n"))
            or text.startswith(" ")
            or (row == column == 0 and text[:4].lower() == "sep=")
            or (not text and not column and self.is_single(row))
        )

    def is_single(self, row: int) -> bool:
        """Whether a row has one cell, or would have: an empty one would be no row at all."""
        if row < len(self.lines) and self.lines[row].cells:
            return len(self.lines[row].cells) == 1
        return self.width <= 1


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def unquoted(words: str) -> str:
    """A cell's text.

    >>> unquoted('"a ""b"" c"'), unquoted(" a")
    ('a "b" c', ' a')
    """
    bare = words.lstrip(" ")
    return bare[1:-1].replace('""', '"') if bare.startswith('"') else words


def read_csv(source: Source, asked: str = "", known: str = "") -> CsvText:
    """A text with the places of its cells.

    `asked` is the delimiter where the story names it, `known` where it is what it was before.
    """
    text = source.text
    whole = Origin(source, "", 1, 1)
    plain = _ENDS.sub("\n", text)
    delimiter = known or delimiter_of(plain, asked, whole)
    shown = Origin(Source(source.name, plain, source.folder, source.path), "", 1, 1)
    try:
        if "\0" in plain:
            raise SpecError([Diagnostic(say("data-nul"), shown)])
        rows, _ = rows_of(plain, delimiter, shown)
        must_be_within(rows, shown)
    except SpecError as error:
        return CsvText(text, delimiter, (), error.diagnostics)
    lines = tuple(_lines(text, delimiter))
    if [len(row) for row in rows] != [len(line.cells) for line in lines]:
        # Cells parted by blanks, of which several are one.
        odd = Diagnostic(say("csv-inexact/cells"), shown)
        return CsvText(text, delimiter, (), (odd,))
    is_named = SEP.match(plain) is not None
    # Those that are tried before it (`found_delimiter`).
    rivals = "" if asked or is_named else DELIMITERS.partition(delimiter)[0]
    return CsvText(text, delimiter, lines[1:] if is_named else lines, (), rivals)


@lru_cache(maxsize=16)
def _cell_of(delimiter: str) -> re.Pattern[str]:
    """A cell, and what parts it from the next."""
    mark = re.escape(delimiter)
    return re.compile(rf'( *+"(?:[^"]|"")*+"|[^{mark}\r\n]*+)({mark}|\r\n|\n|\r|\Z)')


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    match_cell = _cell_of(delimiter).match
    at, start = 0, 0
    cells: list[tuple[int, int]] = []
    while at < len(text) or cells:
        match = match_cell(text, at)
        assert match is not None
        cells.append(match.span(1))
        at = match.end()
        if match[2] == delimiter:
            continue
        if len(cells) == 1 and cells[0][0] == cells[0][1]:
            cells = []
        yield Line(start, match.start(2), at, tuple(cells))
        start, cells = at, []

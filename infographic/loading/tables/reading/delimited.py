"""CSV and TSV: text whose lines are rows, its cells parted by “,”, “;”, “|” or a tab."""

from __future__ import annotations

import csv
import re
from array import array
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from infographic.foundation import limits
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.loading.tables.grid import Grid, GridCell
from infographic.loading.tables.options import ReadOptions
from infographic.loading.tables.reading.bounds import must_be_within, row_limit
from infographic.loading.tables.reading.ranges import range_of

DELIMITERS = "\t;|,"
"""In this order where a file could be read by several: a comma may be a decimal mark."""
SEEN = 200
"""Lines that the delimiter is looked for in."""
SEP = late(r"sep=(.)\n", re.IGNORECASE)
"""What Excel writes into a first line."""


class LinePlaces(NamedTuple):
    """Places in a text: each row's line and where it begins in the text."""

    source: Source
    pointer: str
    delimiter: str
    rows: tuple[tuple[int, int], ...]
    first: int
    """The column that the first cell of the grid's rows is in the file, from 0."""
    known: dict[int, array[int]]
    """Where the cells of a row begin, once it was asked: a wide row is not walked for each."""

    def of(self, row: int, column: int) -> Origin:
        line, at = self.rows[row]
        starts = self.known.get(row)
        if starts is None:
            starts = array("I", _starts(self.source.text, at, self.delimiter))
            self.known[row] = starts
        if self.first + column < len(starts):
            start = starts[self.first + column]
        else:
            # A row that is too short: where it ends.
            start = self.source.text.find("\n", at)
            start = len(self.source.text) if start < 0 else start
        line += self.source.text.count("\n", at, start)
        begin = self.source.text.rfind("\n", 0, start) + 1
        return Origin(self.source, self.pointer, line, start - begin + 1)


def delimited_grid(text: str, file: Origin, options: ReadOptions, at: Origin) -> Grid:
    """The grid of a text. `file` is the whole file, `at` where the story asks for it.

    Raises `SpecError` where quotes or sizes make it unreadable.
    """
    source = Source(file.file, text, file.source.folder, file.source.path)
    whole = Origin(source, file.pointer, 1, 1)
    if "\0" in text:
        raise SpecError([Diagnostic(say("data-nul"), _place(text.index("\0"), whole))])
    named = SEP.match(text)
    skipped = 1 if named else 0
    delimiter = delimiter_of(text, options.delimiter, at)
    rows, lines = rows_of(text, delimiter, whole)
    asked = range_of(options.range, at)
    top = max(asked.top - 1, skipped)
    right = min(asked.right, max(map(len, rows), default=0))
    rows = [row[asked.left - 1 : right] for row in rows[top : asked.bottom]]
    known: dict[str, GridCell] = {}
    cells = tuple([tuple([known.get(text) or _cell(text, known) for text in row]) for row in rows])
    must_be_within(cells, whole)
    offsets = _offsets(text)
    places = LinePlaces(
        source,
        file.pointer,
        delimiter,
        tuple([(line, offsets[line - 1]) for line in lines[top : asked.bottom]]),
        asked.left - 1,
        {},
    )
    said = []
    if not options.delimiter and delimiter != ",":
        saying = say("data-delimiter", mark="tab" if delimiter == "\t" else f"“{delimiter}”")
        said.append(Diagnostic(saying, whole, severity=Severity.NOTE))
    if not options.delimiter and right == 1 and len(rows) > 1:
        said += _other_marks(rows, whole)
    return Grid(cells, places, whole, points_may_part=delimiter == ";", said=tuple(said))


def delimiter_of(text: str, asked: str, at: Origin) -> str:
    """What parts the cells: what the story asks for, what the first line names, what is found."""
    named = SEP.match(text)
    return _asked(asked, at) or (named[1] if named else found_delimiter(text))


def _asked(name: str, at: Origin) -> str:
    """The delimiter that the story names; a tab is hard to type."""
    mark = "\t" if name in ("\\t", "tab") else name
    if len(mark) > 1 or mark in ('"', "\n", "\r"):
        raise SpecError([Diagnostic(say("data-option/delimiter", name=name), at)])
    return mark


OTHERS = "，；、^~ "
"""What might part cells, and is not tried."""


def _other_marks(rows: list[list[str]], whole: Origin) -> list[Diagnostic]:
    """That cells of one column have a mark in common that parted them somewhere else."""
    texts = [" ".join(row[0].split()) for row in rows if row and row[0].strip()]
    for mark in OTHERS:
        counts = {text.count(mark) for text in texts}
        if len(counts) == 1 and 0 not in counts:
            name = "space" if mark == " " else f"“{mark}”"
            saying = say("data-delimiter/other", mark=name, character=mark)
            return [Diagnostic(saying, whole, severity=Severity.WARNING)]
    return []


def _cell(text: str, known: dict[str, GridCell]) -> GridCell:
    known[text] = cell = GridCell(text.strip())
    return cell


def found_delimiter(text: str) -> str:
    """What parts the cells of most lines evenly.

    >>> found_delimiter("县;产量\\n榆树;367,2\\n农安;301,4\\n")
    ';'
    """
    lines = [line for line in islice(StringIO(text), SEEN) if line.strip()]
    best, most = ",", 0.0
    for mark in DELIMITERS:
        try:
            counts = Counter(len(row) for row in csv.reader(lines, delimiter=mark) if len(row) > 1)
        except csv.Error:
            # A cell without end, which is told where the rows are read.
            continue
        if not counts:
            continue
        even = counts.most_common(1)[0][1]
        if even > most and even >= len(lines) * 0.5:
            return mark
        if even > most:
            best, most = mark, even
    return best


def rows_of(text: str, delimiter: str, whole: Origin) -> tuple[list[list[str]], list[int]]:
    """All rows, and the line that each begins in. Raises `SpecError`."""
    reader = csv.reader(StringIO(text), delimiter=delimiter, strict=True, skipinitialspace=True)
    rows, lines, line = [], [], 1
    most = limits.most("cell-characters")
    try:
        for row in islice(reader, row_limit()):
            rows.append(row)
            lines.append(line)
            line = reader.line_num + 1
            # One that csv itself has no room for ends up below.
            if any(len(cell) > most for cell in row):
                raise csv.Error
    except csv.Error as error:
        raise SpecError([_fault(text, delimiter, whole)]) from error
    return rows, lines


def _offsets(text: str) -> list[int]:
    """Where each line of a text begins."""
    offsets, at = [0], text.find("\n")
    while at >= 0:
        offsets.append(at + 1)
        at = text.find("\n", at + 1)
    return offsets


_QUOTED = late(r'"(?:[^"]|"")*+"')


def _starts(text: str, at: int, delimiter: str) -> Iterator[int]:
    """Where the cells of a row begin; the row begins at `at`."""
    length = len(text)
    while True:
        while at < length and text[at] == " ":
            at += 1
        yield at
        quoted = _QUOTED.match(text, at)
        at = quoted.end() if quoted else at
        end = text.find("\n", at)
        end = length if end < 0 else end
        at = text.find(delimiter, at, end)
        if at < 0:
            return
        at += 1


def _fault(text: str, delimiter: str, whole: Origin) -> Diagnostic:
    """What the csv module stumbled over: a quote without its other, or words behind one."""
    at, length = 0, len(text)
    while at < length:
        begin = at
        for start in _starts(text, at, delimiter):
            if start - begin > limits.most("cell-characters"):
                break
            begin = at = start
            if not text.startswith('"', start):
                continue
            quoted = _QUOTED.match(text, start)
            if quoted is None:
                return Diagnostic(say("data-quote/open"), _place(start, whole))
            at = quoted.end()
            behind = text[at : at + 1]
            if behind not in ("", "\n", delimiter):
                # One that ends lines below was meant to end before.
                key = "\n" in quoted[0]
                saying = say("data-quote/open") if key else say("data-quote/behind", found=behind)
                return Diagnostic(saying, _place(start, whole))
        end = text.find("\n", at) + 1 or length
        if end - begin > limits.most("cell-characters"):
            at = begin
            break
        at = end
    return Diagnostic(
        say("data-cell-long", most=limits.most("cell-characters"), limit="cell-characters"),
        _place(at, whole),
    )


def _place(at: int, whole: Origin) -> Origin:
    text = whole.source.text
    line = text.count("\n", 0, at) + 1
    return Origin(whole.source, whole.pointer, line, at - text.rfind("\n", 0, at))

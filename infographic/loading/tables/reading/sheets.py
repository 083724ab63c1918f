"""Which sheet of a workbook is read, and its cells as a grid without what is hidden."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from infographic.foundation.datum import Origin, Source, letters_of
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError, nearest
from infographic.foundation.record import field, record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.loading.tables.grid import EMPTY, Grid, GridCell, Merged, SheetPlaces
from infographic.loading.tables.options import ReadOptions
from infographic.loading.tables.reading.bounds import must_be_within
from infographic.loading.tables.reading.ranges import range_of


class Sheet(NamedTuple):
    name: str
    part: str
    """Where the workbook has it."""
    is_hidden: bool
    is_empty: bool = False


def chosen(
    sheets: Sequence[Sheet], options: ReadOptions, file: Origin, at: Origin
) -> tuple[Sheet, tuple[Diagnostic, ...]]:
    """The sheet that is asked for, else the first that is not hidden, and what is said of the
    others. Raises `SpecError`."""
    if not sheets:
        raise SpecError([Diagnostic(say("data-empty/sheets"), file)])
    asked = options.sheet
    if isinstance(asked, int):
        if not 0 < asked <= len(sheets):
            saying = say("data-sheet/number", number=asked, count=len(sheets), file=file.file)
            raise SpecError([Diagnostic(saying, at)])
        return sheets[asked - 1], ()
    if asked:
        found = next((sheet for sheet in sheets if sheet.name == asked), None)
        if found is None:
            saying = say("data-sheet", name=asked, file=file.file)
            raise SpecError([Diagnostic(saying, at, nearest(asked, [one.name for one in sheets]))])
        return found, ()
    shown = [sheet for sheet in sheets if not sheet.is_hidden]
    if not shown:
        raise SpecError([Diagnostic(say("data-sheet/hidden", count=len(sheets)), file)])
    sheet = next((one for one in shown if not one.is_empty), shown[0])
    said = []
    others = [say("phrase/quoted", words=one.name) for one in shown if one is not sheet]
    if others:
        saying = say("data-sheet/first", name=sheet.name, others=others)
        said.append(Diagnostic(saying, file, severity=Severity.NOTE))
    hidden = [say("phrase/quoted", words=one.name) for one in sheets if one.is_hidden]
    if hidden:
        saying = say("data-hidden/sheets", count=len(hidden), names=hidden)
        said.append(Diagnostic(saying, file, severity=Severity.NOTE))
    return sheet, tuple(said)


def names_shown(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """The names of the sheets that are not hidden."""
    return tuple(sheet.name for sheet in sheets if not sheet.is_hidden)


def sheet_origin(file: Origin, name: str) -> Origin:
    """A sheet as a whole."""
    source = Source(file.file, "", file.source.folder, file.source.path, name)
    return Origin(source, file.pointer)


@record(frozen=False)
class SheetCells:
    """What was read of a sheet, all numbers from 1."""

    cells: dict[int, dict[int, GridCell]] = field(default_factory=dict)
    """Those that hold something, by row and column."""
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row and column, last row and column."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


class OpenSheet(NamedTuple):
    """A sheet as it is in its workbook, before what is hidden is left out."""

    cells: SheetCells
    sheet: Sheet
    sheets: Sequence[Sheet]
    """All of the workbook."""
    at: Origin
    """The sheet as a whole."""
    said: tuple[Diagnostic, ...]
    """Which of the sheets it is."""


def grid_of(
    found: SheetCells,
    sheet: Origin,
    options: ReadOptions,
    at: Origin,
    said: tuple[Diagnostic, ...] = (),
) -> Grid:
    """The grid of a sheet's cells; what is hidden is left out, and said where it holds something.

    Raises `SpecError` for more than a table may have.
    """
    asked = range_of(options.range, at)
    rows_used = sorted(
        number for number, row in found.cells.items() if row and asked.top <= number <= asked.bottom
    )
    columns_used = {
        number
        for row in rows_used
        for number in found.cells[row]
        if asked.left <= number <= asked.right
    }
    if not rows_used or not columns_used:
        return Grid((), SheetPlaces(sheet.source, sheet.pointer, (), ()), sheet, said=said)
    hidden = _hidden(found, rows_used, columns_used, sheet)
    # Blank rows stay: where one stands may tell a title from its table.
    rows = [
        number
        for number in range(rows_used[0], rows_used[-1] + 1)
        if number not in found.hidden_rows
    ]
    columns = [
        number
        for number in range(min(columns_used), max(columns_used) + 1)
        if number not in found.hidden_columns
    ]
    nothing: dict[int, GridCell] = {}
    cells = []
    for number in rows:
        row = found.cells.get(number, nothing)
        cells.append(tuple([row.get(column, EMPTY) for column in columns]) if row else ())
    must_be_within(cells, sheet)
    places = SheetPlaces(sheet.source, sheet.pointer, tuple(rows), tuple(columns))
    merged = merged_in(found.merged, rows, columns)
    return Grid(tuple(cells), places, sheet, merged, said=(*said, *hidden))


def _hidden(
    found: SheetCells, rows: Sequence[int], columns: Collection[int], sheet: Origin
) -> list[Diagnostic]:
    said = []
    gone = [number for number in rows if number in found.hidden_rows]
    if gone:
        saying = say("data-hidden/rows", count=len(gone), rows=[f"{one}" for one in gone[:8]])
        at = Origin(sheet.source, sheet.pointer, gone[0], 0)
        said.append(Diagnostic(saying, at, severity=Severity.WARNING))
    lost = [number for number in sorted(columns) if number in found.hidden_columns]
    if lost:
        names = [letters_of(one) for one in lost[:8]]
        saying = say("data-hidden/columns", count=len(lost), columns=names)
        said.append(Diagnostic(saying, sheet, severity=Severity.WARNING))
    return said


def merged_in(
    merged: Sequence[tuple[int, int, int, int]], rows: Sequence[int], columns: Sequence[int]
) -> tuple[Merged, ...]:
    """Merged ranges by their places in the grid."""
    found = []
    for top, left, bottom, right in merged:
        # A range may reach over a million rows, and there may be as many ranges.
        row, column = bisect_left(rows, top), bisect_left(columns, left)
        down, across = bisect_right(rows, bottom) - row, bisect_right(columns, right) - column
        if down > 0 and across > 0 and down * across > 1:
            found.append(Merged(row, column, down, across))
    return tuple(found)

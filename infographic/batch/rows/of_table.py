"""Editions of a grid of cells: CSV, a workbook, JSON of columns and rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from typing import overload

from infographic.batch.rows import Column, ColumnKind, Row, Rows
from infographic.batch.rows.codes import are_words, cut_code, narrow
from infographic.batch.rows.options import RowOptions
from infographic.batch.rows.shown import shown_in_full, with_codes
from infographic.foundation import table as tables
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, SpecError, nearest, warned
from infographic.foundation.late_pattern import late
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.loading.tables.grid import Grid, GridCell
from infographic.loading.tables.making.around import parts_of
from infographic.loading.tables.making.header import Heading, squeezed
from infographic.loading.tables.making.labels import is_total
from infographic.loading.tables.making.numbers import MISSING
from infographic.loading.tables.making.units import name_and_unit
from infographic.loading.tables.table_of import GridPlaces, TableRead, table_of

KINDS: dict[tables.ColumnKind, ColumnKind] = {"number": "number", "text": "text", "period": "date"}
OF_COMPARISONS = ("data-left-out/totals", "data-left-out/parts")
"""What is said to who draws a chart."""
SHOWN = 8
_SPACED = late(r"[一-鿿](?:[ \u3000]+[一-鿿])+")


def table_rows(grid: Grid, options: RowOptions) -> Rows:
    """The editions of a grid. Raises `SpecError` where it has no table, or not the columns that the
    options name."""
    grid = with_codes(grid)
    if options.turned:
        grid = grid.turned(parts_of(grid).rows)
    read = table_of(
        grid,
        options.of_tables()._replace(turned=False),
        lambda place, heading, cells: (
            not _names_of(heading).isdisjoint(options.texts) or _are_words(place, heading, cells)
        ),
    )
    table, names = _with_whole_names(grid, read.table)
    _must_be_columns(options.texts, table, grid)
    kept, said = _editions(table, options)
    said = [*(one for one in table.said if one.saying.key not in OF_COMPARISONS), *said]
    said += [*_cut_codes(grid, table), *_below(grid, table)]
    columns = tuple(
        Column(one.name, one.origin, KINDS[one.kind], one.unit if one.kind == "number" else "")
        for one in table.columns
    )
    kept = kept[: options.limit]
    rows = TableRows(grid, table, tuple(kept), range(1, len(kept) + 1))
    files = () if grid.origin.source.path is None else (grid.origin.source.path,)
    wrong = _wrong_of(read, {*kept}, names) if read.wrong else ()
    return Rows(grid.origin.file, columns, rows, tuple(said), files, wrong)


def _wrong_of(
    read: TableRead, kept: Set[int], names: Mapping[str, str]
) -> tuple[tuple[str, Diagnostic], ...]:
    """What is wrong in the columns, but for what stands in a row that is no edition."""
    table = read.table
    gone = {
        table.places.of(row, place)
        for row in range(table.count)
        if row not in kept
        for place in range(len(table.columns))
    }
    return tuple((names[name], _of_rows(one)) for name, one in read.wrong if one.origin not in gone)


def _of_rows(fault: Diagnostic) -> Diagnostic:
    """A fault of a table as one of a table of editions, which has no “text” of a chart's data."""
    if fault.saying.key != "data-number":
        return fault
    text, name = (str(fault.saying.values[one]) for one in ("text", "name"))
    return replaced(fault, saying=say("data-number/row", text=text, name=name))


def _are_words(place: int, heading: Heading, cells: Sequence[GridCell]) -> bool:
    return are_words(place, heading, [cell for cell in cells if not is_total(cell.text)])


def _names_of(heading: Heading) -> set[str]:
    """What a user may call a column: with its unit, and without."""
    name, unit = heading.name, heading.unit
    return {name, f"{name}（{unit}）", f"{name}({unit})", f"{name}/{unit}"} if unit else {name}


def _with_whole_names(grid: Grid, table: tables.Table) -> tuple[tables.Table, Mapping[str, str]]:
    """The table with columns of words and days named by their whole headings, and what each column
    was called: what looked like the unit of numbers is none of 县（市）."""
    taken = {one.name for one in table.columns}
    names: dict[str, str] = {}
    columns = []
    for place, column in enumerate(table.columns):
        name = column.name
        if column.unit and column.kind != "number":
            whole = _whole_name(grid, table, place)
            name = name if whole in taken else whole
        names[column.name] = name
        columns.append(replaced(column, name=name) if name != column.name else column)
    return replaced(table, columns=tuple(columns)), names


def _whole_name(grid: Grid, table: tables.Table, place: int) -> str:
    """A column's name with what stands behind it in the lowest cell of its heading."""
    assert isinstance(table.places, GridPlaces)
    column, at = table.columns[place], table.places.columns[place]
    for row in range(table.places.rows[0] if table.places.rows else 0):
        if grid.place(row, at) == column.origin:
            words = squeezed(grid.cell(row, at).text)
            own, unit = name_and_unit(words)
            if unit == column.unit and column.name.endswith(own):
                return column.name.removesuffix(own) + words
    return column.name


def _must_be_columns(names: Sequence[str], table: tables.Table, grid: Grid) -> None:
    known = [
        name for one in table.columns for name in _names_of(Heading(one.name, one.unit, one.origin))
    ]
    unknown = [name for name in names if name not in known]
    if unknown:
        plain = [one.name for one in table.columns]
        raise SpecError(
            Diagnostic(say("data-option/text", name=name), grid.origin, nearest(name, plain))
            for name in unknown
        )


def _editions(table: tables.Table, options: RowOptions) -> tuple[list[int], list[Diagnostic]]:
    """The rows that are editions, and what is said of the others."""
    labels = [_label(table, row) for row in range(table.count)]
    totals = {row for row, label in enumerate(labels) if is_total(label)}
    if options.totals or not totals or len(totals) == len(labels):
        return [*range(table.count)], []
    first = min(totals)
    names = [say("phrase/quoted", words=squeezed(labels[row])) for row in sorted(totals)]
    saying = say("rows-left-out", count=len(totals), rows=names[:SHOWN])
    at = table.places.of(first, 0)
    return [row for row in range(table.count) if row not in totals], [warned(saying, at)]


def _cut_codes(grid: Grid, table: tables.Table) -> Iterator[Diagnostic]:
    at = table.places
    assert isinstance(at, GridPlaces)
    for place, column in enumerate(table.columns):
        # JSON keeps all digits of a number, a sheet of a workbook does not.
        is_sheet = bool(grid.origin.source.sheet)
        stored = [grid.cell(row, at.columns[place]).value for row in at.rows] if is_sheet else []
        row = cut_code(column.name, column.texts, stored)
        if row is not None:
            saying = say("rows-code", name=column.name, text=column.texts[row])
            yield warned(saying, table.places.of(row, place))


def _below(grid: Grid, table: tables.Table) -> Iterator[Diagnostic]:
    """What stands below the table and is taken for its notes, where it has many cells: an edition
    may begin with the word for a note, as 以上海为例 does."""
    assert isinstance(table.places, GridPlaces)
    if any(one.saying.key == "data-further" for one in table.said):
        return
    last = table.places.rows[-1] if table.places.rows else len(grid.rows)
    for row in range(last + 1, len(grid.rows)):
        words = [cell.text for cell in grid.rows[row] if cell.text]
        if len(words) > max(NOTE, len(table.columns) / 2):
            yield warned(say("rows-note", text=words[0]), grid.place(row, 0))


NOTE = 2
"""Cells of a note at most, “注：” and its words; in a wide table, as many as half of its columns:
填表人：…, 审核人：… and 日期：… stand side by side."""


def _label(table: tables.Table, row: int) -> str:
    """The first words of a row: of a foot without a code they stand in a later column."""
    return next((one.texts[row] for one in table.columns if one.texts[row]), "")


@record(eq=False)
class TableRows(Sequence[Row]):
    """The rows of a table, each made when it is asked for."""

    grid: Grid
    table: tables.Table
    kept: tuple[int, ...]
    """Which of the table's rows they are."""
    numbers: range
    """What they are counted as."""

    def __len__(self) -> int:
        return len(self.kept)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return replaced(self, kept=self.kept[index], numbers=self.numbers[index])
        return self._row(self.numbers[index], self.kept[index])

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self.numbers, self.kept)

    def _row(self, number: int, row: int) -> Row:
        places = self.table.places
        assert isinstance(places, GridPlaces)
        cells: dict[str, Node] = {}
        shown: dict[str, str] = {}
        for place, column in enumerate(self.table.columns):
            cell = self.grid.cell(places.rows[row], places.columns[place])
            if not cell.text and cell.fault is None and column.texts[row]:
                # One of several that were made one.
                cell = GridCell(column.texts[row])
            value = _value(cell, column, row)
            cells[column.name] = Node(value, places.of(row, place))
            words = shown_in_full(cell)
            if words and words != value and words != _plain(value):
                shown[column.name] = words
        at = places.of(row, 0)
        return Row(number, cells, at, shown)


def _value(cell: GridCell, column: tables.Column, row: int) -> Decimal | str | None:
    """A number is a number; all else is the words that its cell shows."""
    value = column.values[row]
    if isinstance(value, Decimal):
        return value
    words = cell.text
    if words in MISSING or (value is None and column.kind == "number" and not cell.text):
        return None
    if column.kind == "number":
        # “…”, 不详, or what is no number: `Rows.wrong` says which is wrong.
        return None
    return narrow("".join(words.split()) if _SPACED.fullmatch(words) else words)


def _plain(value: Decimal | str | None) -> str | None:
    return f"{value:f}" if isinstance(value, Decimal) else value

"""The data of a chart or table as a grid of cells, and what is read of them.

What a person sees in the file (all rows, words above and below the table, too), which rows are the
header, what kind each column is of, which cells are doubted, and which devices can draw it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from infographic.foundation.datum import BUILT_IN, Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.reach import within
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.foundation.table import Table
from infographic.loading.decoding.decode import decode
from infographic.loading.reading.pointer import NotFound, follow
from infographic.loading.tables.beside import allowed
from infographic.loading.tables.data import options_of, table_at
from infographic.loading.tables.files import read_grid
from infographic.loading.tables.grid import Grid
from infographic.loading.tables.making.around import parts_of
from infographic.loading.tables.making.header import header_rows
from infographic.loading.tables.options import ReadOptions
from infographic.loading.tables.reading.json_grid import json_grid
from infographic.loading.tables.spec import DataSpec
from infographic.loading.tables.table_of import TableRead, table_of
from infographic.options import reach_for
from infographic.studio.worker.desk import Desk, Given, Tell
from infographic.table_told import snippet, told


class _Found(NamedTuple):
    """Where the data are."""

    shown: Grid
    """All that the file or sheet has."""
    grid: Grid
    """What of it is read."""
    options: ReadOptions
    kind: str
    file: str = ""


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: story, text, and `pointer` of a chart or table; or `file`, of data in the folder;
    `part`, whether of a range only its cells are wanted; `devices`, false where what can draw it
    is not asked: of thousands of rows that takes longer than all else.

    Answers {"kind", "file", "sheet", "sheets", "pointer", "form", "rows", "lines", "head", "body",
    "columns", "doubts", "told", "faults", "snippet"}: `kind` is “csv”, “workbook”, “json” or
    “inline”; rows are lists of texts, `lines` where each begins in its file; `head` and `body` are
    numbers of rows, from 0. Raises `SpecError` where there is no grid at all.
    """
    with within(reach_for(given["story"], (), {"root": desk.root})):
        found = _found(desk, given)
        if given.get("part"):
            found = found._replace(shown=found.grid)
        answer = {
            **_source(found, given),
            "rows": [[cell.text for cell in row] for row in found.shown.rows],
            "lines": _Cells(found.shown).lines(),
        }
        try:
            read = table_of(found.grid, found.options)
        except SpecError as error:
            nothing: dict[str, Any] = {
                "head": [],
                "body": [],
                "columns": [],
                "told": None,
                "snippet": None,
            }
            doubts = list(_doubts(found.shown, error.diagnostics))
            return {**answer, **nothing, "doubts": doubts}
        answer |= _read(found, read)
        if given.get("devices", True):
            answer["told"] = told(found.file, _drawn(desk, given, read), 0).as_dict()
    return answer


def _drawn(desk: Desk, given: Given, read: TableRead) -> Table:
    """The table as its chart draws it: of the columns and rows that it chooses."""
    if given.get("file"):
        return read.table
    data = follow(desk.story(given), f"{given['pointer']}/data")
    assert isinstance(data, Node)
    try:
        return table_at(data)
    except SpecError:
        # What is wrong in it is said by the page; the whole is told instead.
        return read.table


def _found(desk: Desk, given: Given) -> _Found:
    """The grid that is asked for. Raises `SpecError`."""
    story = desk.story(given)
    if given.get("file"):
        return _of_file(desk, given["file"], ReadOptions(given.get("sheet", "")), BUILT_IN)
    data = follow(story, f"{given['pointer']}/data")
    if isinstance(data, NotFound):
        raise SpecError([Diagnostic(say("data-none"), data.node.origin)])
    fields = data.value
    if isinstance(fields, str):
        return _of_file(desk, fields, ReadOptions(), data.origin)
    if isinstance(fields, dict) and "file" in fields:
        said = {key: part for key, part in fields.items() if key != "rows"}
        spec = decode(Node(said, data.origin, data.keys), DataSpec)
        return _of_file(desk, spec.file, options_of(spec), spec.file_origin)
    options = ReadOptions()
    if isinstance(fields, dict) and "rows" in fields:
        said = {key: part for key, part in fields.items() if key not in ("rows", "columns")}
        options = options_of(decode(Node(said, data.origin, data.keys), DataSpec))
        fields = {key: part for key, part in fields.items() if key in ("columns", "rows")}
        data = Node(fields, data.origin, data.keys)
    grid = json_grid(data, data.origin)
    return _Found(grid, grid, options, "inline")


def _of_file(desk: Desk, name: str, options: ReadOptions, at: Origin) -> _Found:
    path = Path(at.source.folder, name)
    try:
        real = allowed(path, name, at, is_bound=True)
    except (OSError, ValueError) as error:
        saying = say("data-file/unreadable", name=name, reason=str(error))
        raise SpecError([Diagnostic(saying, at)]) from error
    grid = read_grid(path, options, at=at, real=real)
    shown = grid
    if options.range:
        shown = read_grid(path, options._replace(range=""), at=at, real=real)
    kind = "csv" if grid.is_plain else "json"
    if grid.origin.source.sheet:
        kind = "workbook"
    # As the browser names it: without the steps up that a story may need to it.
    inside = real.relative_to(desk.root) if real.is_relative_to(desk.root) else path
    return _Found(shown, grid, options, kind, inside.as_posix())


def _source(found: _Found, given: Given) -> dict[str, Any]:
    """Where the data come from, for who would change them."""
    return {
        "kind": found.kind,
        "file": found.file,
        "sheet": found.grid.origin.source.sheet,
        "sheets": list(found.shown.sheets),
        "pointer": given.get("pointer", ""),
        "turned": found.options.turned,
        "range": found.options.range,
        "how": {"encoding": found.options.encoding, "delimiter": found.options.delimiter},
    }


def _read(found: _Found, read: TableRead) -> dict[str, Any]:
    """What is read of a grid."""
    table, grid = read.table, found.grid
    wrong = [fault for _, fault in read.wrong]
    head: list[int] = []
    body: list[int] = []
    if not found.options.turned:
        rows = parts_of(grid).rows
        count = header_rows(grid, rows, found.options.header)
        head, body = list(rows[:count]), list(rows[count:])
    cells = _Cells(found.shown)
    columns = [
        {
            "name": column.name, "unit": column.unit, "kind": column.kind,
            "place": (cells.at(column.origin) or (0, number))[1],
        }
        for number, column in enumerate(table.columns)
    ]  # fmt: skip
    return {
        "head": cells.rows_of(grid, head),
        "body": cells.rows_of(grid, body),
        "columns": columns,
        "doubts": list(_doubts(found.shown, [*wrong, *table.said])),
        "told": None,
        "snippet": snippet(table, found.file, found.options) if found.file else None,
    }


class _Cells:
    """Which cell of a grid a place is of."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.rows: dict[object, int] = {}
        for row, cells in enumerate(grid.rows):
            if cells:
                self.rows.setdefault(self.key(grid.place(row, 0)), row)

    def key(self, place: Origin) -> object:
        """What all cells of a row have in common: in JSON of a story the pointer of what holds
        them, else the line."""
        is_inline = not self.grid.is_plain and place.pointer
        return place.pointer.rpartition("/")[0] if is_inline else place.line

    def lines(self) -> list[int]:
        """Where each row begins in its file: the line, or its number in the sheet; 0 for none."""
        return [
            self.grid.place(row, 0).line if cells else 0 for row, cells in enumerate(self.grid.rows)
        ]

    def rows_of(self, part: Grid, rows: Sequence[int]) -> list[int]:
        """The numbers here of rows of a part of the grid."""
        known = (self.rows.get(self.key(part.place(row, 0))) for row in rows)
        return [row for row in known if row is not None]

    def at(self, place: Origin) -> tuple[int, int] | None:
        """Row and column, from 0; column -1 for a whole row; None where it is no cell."""
        row = self.rows.get(self.key(place))
        if row is None:
            return None
        for column in range(len(self.grid.rows[row])):
            if self.grid.place(row, column) == place:
                return row, column
        return row, -1


def _doubts(grid: Grid, found: Sequence[Diagnostic]) -> Iterator[dict[str, Any]]:
    """Diagnostics, each with its cell: “row” and “cell” are -1 where it is of none."""
    cells = _Cells(grid)
    for one in dict.fromkeys(found):
        row, column = cells.at(one.origin) or (-1, -1)
        yield {**one.as_dict(), "at": [row, column]}

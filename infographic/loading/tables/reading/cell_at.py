"""From a place in a file of data to its cell: for an editor's cursor in a CSV or TSV."""

from __future__ import annotations

from bisect import bisect_right

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import SpecError
from infographic.loading.tables.options import ReadOptions
from infographic.loading.tables.reading.delimited import LinePlaces, delimited_grid


def cell_at(text: str, line: int, column: int, delimiter: str = "") -> tuple[int, int] | None:
    """Row and column, from 1, of the cell at a place in a text of data, its header the first row.

    Line and column count from 1, columns in code points. A cell that has several lines is found at
    all of them. None where the text cannot be read.

    >>> cell_at("县,产量\\n榆树,367\\n", 2, 4)
    (2, 2)
    """
    places = _places(text, delimiter)
    if places is None:
        return None
    row = max(bisect_right(places.rows, line, key=_line) - 1, 0)
    begin = places.of(row, 0)
    cells = [begin, *(places.of(row, cell) for cell in range(1, len(places.known[row])))]
    at = bisect_right([(cell.line, cell.column) for cell in cells], (line, column))
    return row + 1, max(at, 1)


def _line(row: tuple[int, int]) -> int:
    return row[0]


def place_of_cell(text: str, row: int, column: int, delimiter: str = "") -> tuple[int, int] | None:
    """Line and column of a cell, row and column from 1; None where there is none.

    >>> place_of_cell("县,产量\\n榆树,367\\n", 2, 2)
    (2, 4)
    """
    places = _places(text, delimiter)
    if places is None or not 0 < row <= len(places.rows) or column < 1:
        return None
    origin = places.of(row - 1, column - 1)
    return origin.line, origin.column


def _places(text: str, delimiter: str) -> LinePlaces | None:
    whole = Origin(Source("<data>", text), "", 1, 1)
    try:
        grid = delimited_grid(text, whole, ReadOptions(delimiter=delimiter), whole)
    except SpecError:
        return None
    assert isinstance(grid.places, LinePlaces)
    return grid.places if grid.places.rows else None

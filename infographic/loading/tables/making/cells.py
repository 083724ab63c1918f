"""The cells of a table's body by column; merged ones all say what the first of them does."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.loading.tables.grid import EMPTY, Grid, GridCell
from infographic.loading.tables.making.header import Heading
from infographic.loading.tables.periods import names_time


def cells_of(grid: Grid, body: Sequence[int], found: Sequence[Heading]) -> list[list[GridCell]]:
    """The body's cells by column; merged ones all say what the first of them does."""
    width = len(found)
    rows = [grid.rows[row] for row in body]
    if all(len(row) == width for row in rows) and not grid.merged:
        return [list(cells) for cells in zip(*rows, strict=True)]
    columns = [[row[c] if c < len(row) else EMPTY for row in rows] for c in range(width)]
    at = {row: number for number, row in enumerate(body)}
    for one in grid.merged:
        first = at.get(one.row)
        if first is None or one.column >= width:
            continue
        cell = columns[one.column][first]
        for row in range(one.row, one.row + one.rows):
            for column in range(one.column, min(one.column + one.columns, width)):
                # A number that fills several cells is one number still, but a year is a name.
                is_name = not _is_value(cell) or names_time(found[one.column].name)
                if row in at and column == one.column and is_name:
                    columns[column][at[row]] = cell
    return columns


def _is_value(cell: GridCell) -> bool:
    return not isinstance(cell.value, str)

"""The cells of a table's body by column; merged ones all say what the first of them does."""

from __future__ import annotations

from bisect import bisect_left
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
    unfilled: dict[int, list[int]] = {}
    # The last first: where ranges lie on one another, each cell is filled once.
    for one in reversed(grid.merged):
        first = at.get(one.row)
        if first is None or one.column >= width:
            continue
        cell = columns[one.column][first]
        # A number that fills several cells is one number still, but a year is a name.
        if not _is_value(cell) or names_time(found[one.column].name):
            after = unfilled.setdefault(one.column, [*range(len(body) + 1)])
            last = bisect_left(body, one.row + one.rows)
            row = _next_of(after, first)
            while row < last:
                columns[one.column][row] = cell
                after[row] = row + 1
                row = _next_of(after, row)
    return columns


def _next_of(after: list[int], row: int) -> int:
    """The first row from `row` on that is not filled; the way there is made short."""
    end = row
    while after[end] != end:
        end = after[end]
    while after[row] != end and row != end:
        after[row], row = end, after[row]
    return end


def _is_value(cell: GridCell) -> bool:
    return not isinstance(cell.value, str)

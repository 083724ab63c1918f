"""What a file of data comes to before it is a table: rows of cells, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from infographic.foundation.datum import BUILT_IN, Origin, Source
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.record import field, record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying
from infographic.foundation.table import Places


class GridCell(NamedTuple):
    """A cell as its file has it."""

    text: str
    """As it is shown there, trimmed: “80.5%”, “2024年6月”."""
    value: Decimal | str | date | bool | None = None
    """What a workbook or JSON stores for it, no matter how it is shown: 0.805. None where the file
    has nothing but its text, as a CSV file."""
    format: str = ""
    """Its number format, of a workbook: “0.0%”."""
    fault: Saying | None = None
    """Why it has no value: an error, a formula that was never worked out."""


EMPTY = GridCell("")


class Merged(NamedTuple):
    """Cells that were made one; its words stand in the first."""

    row: int
    column: int
    rows: int
    columns: int


class SheetPlaces(NamedTuple):
    """Places in a sheet of a workbook, of the rows and columns that are not hidden."""

    source: Source
    pointer: str
    rows: Sequence[int]
    """Their numbers in the sheet, from 1."""
    columns: Sequence[int]

    def of(self, row: int, column: int) -> Origin:
        return Origin(self.source, self.pointer, self.rows[row], self.columns[column])


class TurnedPlaces(NamedTuple):
    """Places of rows that were columns; `rows` are those that became columns."""

    grid: Places
    rows: Sequence[int]

    def of(self, row: int, column: int) -> Origin:
        return self.grid.of(self.rows[column], row)


@record
class Grid:
    """The cells of a file or sheet. Rows may be of different lengths, as in the file."""

    rows: tuple[tuple[GridCell, ...], ...]
    places: Places = field(repr=False)
    origin: Origin = BUILT_IN
    """The file or sheet as a whole; in the story, where it is asked for."""
    merged: tuple[Merged, ...] = ()
    header: int | None = None
    """How many of its first rows are the header; None where that is to be found."""
    is_plain: bool = True
    """It may have words above and below the table, as files have; data in JSON have none."""
    points_may_part: bool = False
    """It may be of a program that parts thousands by points: its cells are parted by “;”."""
    said: tuple[Diagnostic, ...] = ()
    """How it was read: encoding, hidden rows left out. Notes and warnings."""
    sheets: tuple[str, ...] = ()
    """Of a workbook, the names of its sheets that are not hidden."""

    def place(self, row: int, column: int) -> Origin:
        """Where a cell stands in its file; both are counted from 0 in `rows`."""
        return self.places.of(row, column)

    @property
    def width(self) -> int:
        """How many columns the longest row has."""
        return max(map(len, self.rows), default=0)

    def turned(self, rows: Sequence[int]) -> Grid:
        """These of its rows as columns, its columns as rows."""
        cells = tuple(tuple(self.cell(row, column) for row in rows) for column in range(self.width))
        at = {row: place for place, row in enumerate(rows)}
        merged = tuple(
            Merged(one.column, at[one.row], one.columns, one.rows)
            for one in self.merged
            if one.row in at
        )
        return replaced(
            self, rows=cells, places=TurnedPlaces(self.places, tuple(rows)), merged=merged
        )

    def cell(self, row: int, column: int) -> GridCell:
        """A cell, an empty one where the row is shorter."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else EMPTY

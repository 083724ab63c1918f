"""How a table of editions is to be read, where its user says it."""

from __future__ import annotations

from infographic.foundation.record.tuples import NamedTuple
from infographic.loading.tables.options import ReadOptions


class RowOptions(NamedTuple):
    """Each is "", or None, where it is to be found in the file."""

    sheet: str | int = ""
    """Of a workbook, its name or its number from 1; else the first that is not hidden."""
    range: str = ""
    """“A3:F20”, “A3:F”, “B:D”: the cells that are read; else all that hold something."""
    encoding: str = ""
    """“gb18030”, “big5”."""
    delimiter: str = ""
    """“,”, “;”, “|” or a tab: what stands between the cells of a line."""
    decimal: str = ""
    """“.” or “,”: what stands before the decimals of every number."""
    header: int | None = None
    """How many rows the header has; 0 where the file has none."""
    texts: tuple[str, ...] = ()
    """Columns whose cells are words, though they may look like numbers."""
    turned: bool = False
    """Its rows become columns, and its columns rows."""
    query: str = ""
    """Of a database: one SELECT."""
    totals: bool = False
    """Rows of totals (合计, 全省) are editions too."""
    limit: int | None = None
    """As many rows are read, the first."""

    def of_tables(self) -> ReadOptions:
        """What of them a file of data is read by, its columns of words left out."""
        return ReadOptions(
            self.sheet, self.range, self.encoding, self.decimal, self.delimiter, self.header, (),
            self.turned,
        )  # fmt: skip


AS_FOUND = RowOptions()

"""How a file of data is to be read, where its author says it: the sheet, the range, the marks."""

from __future__ import annotations

from infographic.foundation.record.tuples import NamedTuple

KEYS = ("file", "sheet", "range", "encoding", "decimal", "delimiter", "header", "text", "turned")
"""What the object of a chart's `data` may say of reading; the rest of it is of choosing."""


class ReadOptions(NamedTuple):
    """Each is "", or None, where it is to be found in the file."""

    sheet: str | int = ""
    """Of a workbook, its name or its number from 1; else the first that is not hidden."""
    range: str = ""
    """“A3:F20”, “A3:F”, “B:D”: the cells that are read; else all that hold something."""
    encoding: str = ""
    """“gb18030”, “big5”."""
    decimal: str = ""
    """“.” or “,”: what stands before the decimals of every number."""
    delimiter: str = ""
    """“,”, “;”, “|” or a tab: what stands between the cells of a line."""
    header: int | None = None
    """How many rows the header has; 0 where the file has none."""
    text: tuple[str, ...] = ()
    """Columns whose cells are words, though they may look like numbers."""
    turned: bool = False
    """Its rows become columns, and its columns rows."""


AS_FOUND = ReadOptions()

"""A table of editions: what every reader of rows gives, whatever it reads.

`read.read_rows` reads one: a table of a file (`of_table`), JSON (`of_json`), an answer to a query
(`of_query`, `sqlite`, `postgres`). `stories` finds the stories of a folder.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.record import field, record

ColumnKind = Literal["text", "number", "date", "mixed"]


@record
class Column:
    """One column, as its heading has it."""

    name: str
    """The heading, whole; of several rows of headings, as `infographic data` joins them."""
    origin: Origin
    kind: ColumnKind = "text"
    unit: str = ""
    """What its heading says its numbers are in: “亿元”."""


@record
class Row:
    """One edition."""

    number: int
    """Counted from 1, headings not counted."""
    cells: Mapping[str, Node]
    """By the column's name. A number is a number, an empty cell None; each knows its place: file
    and line, or sheet and cell. Of JSON lines a cell may be a list or an object."""
    origin: Origin
    shown: Mapping[str, str] = field(default_factory=dict)
    """What the file shows of a cell where that is more than its value: “12.3%”, “¥1,234.50”, “—” of
    an empty one. By the column's name."""


@record
class Rows:
    """A table of editions, whole."""

    name: str
    """What messages call it."""
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    said: tuple[Diagnostic, ...] = ()
    """How it was read, and what is doubtful."""
    files: tuple[Path, ...] = ()
    """Every file it was read from."""
    wrong: tuple[tuple[str, Diagnostic], ...] = ()
    """Errors, each with the name of its column: what of them is not used does no harm. A cell that
    is wrong is None."""

"""A table of editions: what every reader of rows gives, whatever it reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.record import record

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

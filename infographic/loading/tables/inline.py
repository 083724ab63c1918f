"""A table that stands in the story itself: {"columns": ["年份", "产量"], "rows": [[2024, 852]]}."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.foundation.datum import Node
from infographic.foundation.memo import Memo
from infographic.foundation.table import Table
from infographic.loading.tables.options import AS_FOUND, ReadOptions
from infographic.loading.tables.reading.json_grid import json_grid
from infographic.loading.tables.table_of import TableRead, table_of

_READ: Memo[TableRead] = Memo("inline tables", 64)
"""By all values and their places, so that a page made again reads none."""


def inline_table(node: Node, options: ReadOptions = AS_FOUND) -> Table:
    """A table of nodes: columns and rows, a list of objects, an object of lists, or a list of
    rows the first of which is the header.

    Its cells go by the rules of files: “12.5%” is a number. Raises `SpecError` where it is none,
    or something is wrong in it.
    """
    return inline_read(node, options).of()


def inline_read(node: Node, options: ReadOptions = AS_FOUND) -> TableRead:
    """The same with what is wrong in its columns. Raises `SpecError` where it is no table."""
    source = node.origin.source
    key = (source.name, source.path, options, tuple(content_of(node)))
    known = _READ.get(key)
    if known is None:
        known = _READ.put(key, table_of(json_grid(node, node.origin), options))
    return known


def content_of(node: Node) -> Iterator[object]:
    """All that a table is made of. 1 and 1.0 and true are equal, and not the same."""
    for part in node.walk():
        value, at = part.value, part.origin
        yield at.line, at.column, at.pointer
        if isinstance(value, dict):
            yield tuple(value)
        elif isinstance(value, tuple):
            yield len(value)
        else:
            yield type(value), value

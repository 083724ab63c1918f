"""A template and a table of editions, for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from infographic.batch.rows import Column, Row, Rows
from infographic.batch.template.bound import BoundStory, TemplateText
from infographic.batch.template.reading import Template
from infographic.foundation.datum import Node, Origin, Source

TABLE = Source("counties.csv", "the whole table\n" * 1000)


def node(value: Any, line: int = 1, column: int = 1) -> Node:
    """A cell, with lists and objects in it."""
    at = Origin(TABLE, "", line, column)
    if isinstance(value, list):
        return Node(tuple(node(one, line, column) for one in value), at)
    if isinstance(value, dict):
        return Node({key: node(one, line, column) for key, one in value.items()}, at)
    return Node(value, at)


def row(cells: Mapping[str, Any], number: int = 1) -> Row:
    line = number + 1
    made = {name: node(cell, line, at) for at, (name, cell) in enumerate(cells.items(), 1)}
    return Row(number, made, Origin(TABLE, "", line, 1))


def rows(*cells: Mapping[str, Any]) -> Rows:
    """A table with the columns of its first row."""
    columns = tuple(Column(name, Origin(TABLE, "", 1, 1)) for name in (cells[0] if cells else ()))
    return Rows("counties.csv", columns, [row(one, n) for n, one in enumerate(cells, 1)])


def template(text: str, copy: Sequence[str] = ()) -> Template:
    """A template of a text that stands in no file."""
    made = TemplateText("county.json", text, ".", "", tuple(copy))
    return Template(made, made.read(), "", ())


def told(made: BoundStory) -> Any:
    """A row's story, as JSON has it."""
    return made.story().plain()

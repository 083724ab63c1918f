"""The columns that a template names anywhere, in branches too that no row takes."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.batch.template.binding import SETTINGS
from infographic.batch.template.words import places_in
from infographic.foundation.datum import Node, Origin

Named = tuple[str, Origin]
"""A column's name, and the place that `Scope.cell` is asked for it from."""


def columns_named(template: Node) -> Iterator[Named]:
    """Every one, in the order of the file; not the parts of a `$each`'s items."""
    for name, at in _named(template):
        if name != "." and not name.startswith("./"):
            yield name, at


def _named(node: Node) -> Iterator[Named]:
    value = node.value
    if isinstance(value, str):
        if "{{" in value:
            yield from ((place["column"], node.origin) for place in places_in(value))
    elif isinstance(value, tuple):
        for one in value:
            yield from _named(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            match key:
                case "$row" | "$each":
                    yield from _column(one, one.origin)
                case "$columns":
                    parts = one.value if isinstance(one.value, tuple) else ()
                    for part in parts:
                        yield from _column(part, node.origin)
                case "$if":
                    yield from _of_condition(one)
                case _ if key != SETTINGS and not key.startswith("//"):
                    yield from _named(one)


def _of_condition(node: Node) -> Iterator[Named]:
    value = node.value
    if isinstance(value, str):
        yield value, node.origin
    elif isinstance(value, tuple):
        for one in value:
            yield from _of_condition(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key == "column":
                yield from _column(one, one.origin)
            elif key in ("not", "any", "all"):
                yield from _of_condition(one)


def _column(node: Node, at: Origin) -> Iterator[Named]:
    if isinstance(node.value, str):
        yield node.value, at

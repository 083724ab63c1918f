"""JSON data as a grid: columns and rows, a list of objects, an object of lists, a list of rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal

from infographic.foundation.datum import ASIDE, Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.sayings import say
from infographic.foundation.table import NodePlaces
from infographic.loading.tables.grid import EMPTY, Grid, GridCell
from infographic.loading.tables.reading.bounds import must_be_small, must_be_within

_EXACT = Context(prec=400)
SURE = 15
"""Digits that a float holds for sure."""
Row = tuple[Node, ...]


def json_grid(node: Node, at: Origin, *, is_file: bool = False) -> Grid:
    """The grid of a tree; its first row is the header, whatever the form.

    `is_file`: it is a file's, and its places are told as of `at` in the story. Raises `SpecError`
    for what has no columns and rows.
    """
    names, rows = _names_and_rows(node)
    must_be_within((names, *rows), node.origin)
    cells = [tuple(map(_name, names)), *(tuple(map(_cell, row)) for row in rows)]
    pointer = at.pointer if is_file else None
    if pointer is None:
        places = tuple([tuple([one.origin for one in row]) for row in (names, *rows)])
    else:
        places = tuple(tuple(_place(one, pointer) for one in row) for row in (names, *rows))
    whole = _place(node, pointer)
    return Grid(tuple(cells), _JsonPlaces(places), whole, header=1, is_plain=False)


class _JsonPlaces(NodePlaces):
    """Where a row is too short, its last cell's place."""

    def of(self, row: int, column: int) -> Origin:
        cells = self.rows[row]
        return cells[min(column, len(cells) - 1)] if cells else self.rows[0][0]


def _place(node: Node, pointer: str | None) -> Origin:
    at = node.origin
    return at if pointer is None else Origin(at.source, pointer, at.line, at.column)


def _names_and_rows(node: Node) -> tuple[Row, Sequence[Row]]:
    value = node.value
    if isinstance(value, dict):
        fields = {key: part for key, part in value.items() if not key.startswith(ASIDE)}
        if "rows" in fields:
            return _columns_and_rows(fields, node)
        if len(fields) == 1 and _holds_rows(only := next(iter(fields.values()))):
            # An object round the data: {"data": […]}.
            return _names_and_rows(only)
        if fields and all(isinstance(part.value, tuple) for part in fields.values()):
            return _lists(fields, node)
    elif isinstance(value, tuple) and value:
        if all(isinstance(row.value, dict) for row in value):
            return _objects(value)
        if all(isinstance(row.value, tuple) for row in value):
            return _items(value[0]), [_items(row) for row in value[1:]]
    elif isinstance(value, tuple):
        raise SpecError([Diagnostic(say("data-empty"), node.origin)])
    raise _formless(node)


def _holds_rows(node: Node) -> bool:
    first = node.value[0].value if isinstance(node.value, tuple) and node.value else node.value
    return isinstance(first, dict | tuple)


def _formless(node: Node) -> SpecError:
    return SpecError([Diagnostic(say("data-form", found=node.kind), node.origin)])


def _items(node: Node) -> Row:
    if not isinstance(node.value, tuple):
        raise _formless(node)
    return node.value


def _columns_and_rows(fields: dict[str, Node], node: Node) -> tuple[Row, Sequence[Row]]:
    listed = _items(fields["rows"])
    if "columns" not in fields:
        return _names_and_rows(fields["rows"])
    names = _items(fields["columns"])
    if listed and not names:
        raise SpecError([Diagnostic(say("data-empty/columns"), fields["columns"].origin)])
    if listed and all(isinstance(row.value, dict) for row in listed):
        known = [str(name.value) for name in names]
        return names, [_picked(row, known) for row in listed]
    return names, [_items(row) for row in listed]


def _picked(row: Node, names: Iterable[str]) -> Row:
    assert isinstance(row.value, dict)
    return tuple(row.value.get(name) or Node(None, row.origin) for name in names)


def _objects(rows: Row) -> tuple[Row, Sequence[Row]]:
    """Rows of objects; a column for each key that any of them has, in the order they are met."""
    names: dict[str, Origin] = {}
    for row in rows:
        assert isinstance(row.value, dict)
        for key, part in row.value.items():
            if not key.startswith(ASIDE):
                names.setdefault(key, row.keys.get(key, part.origin))
    # Before they are laid out: where each has keys of its own, every row would have all.
    must_be_small(len(rows), len(names), rows[0].origin)
    header = tuple(Node(name, at) for name, at in names.items())
    return header, [_picked(row, names) for row in rows]


def _lists(fields: dict[str, Node], node: Node) -> tuple[Row, Sequence[Row]]:
    lists = {key: _items(part) for key, part in fields.items()}
    lengths = {key: len(items) for key, items in lists.items()}
    first, count = next(iter(lengths.items()))
    uneven = [
        Diagnostic(
            say("data-lists", name=key, count=length, first=first, first_count=count),
            fields[key].origin,
        )
        for key, length in lengths.items()
        if length != count
    ]
    if uneven:
        raise SpecError(uneven)
    header = tuple(Node(key, node.keys.get(key, part.origin)) for key, part in fields.items())
    return header, list(zip(*lists.values(), strict=True))


def _name(node: Node) -> GridCell:
    value = node.value
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise SpecError([Diagnostic(say("data-name", found=node.kind), node.origin)])
    return GridCell(value.strip() if isinstance(value, str) else _digits(value))


def _cell(node: Node) -> GridCell:
    value = node.value
    if type(value) is str:
        return GridCell(value.strip())
    if type(value) is float:
        return GridCell(text := _digits(value), Decimal(text))
    match value:
        case None:
            return EMPTY
        case bool():
            return GridCell("true" if value else "false", value)
        case str():
            return GridCell(value.strip())
        case int() | float() | Decimal():
            text = _digits(value)
            return GridCell(text, Decimal(text))
        case _:
            return GridCell("…", fault=say("data-cell/nested", found=node.kind))


def _digits(number: int | float | Decimal) -> str:
    """All the digits of a number, without a power; of a float without the noise of its binary form
    and the nought that a program puts behind a whole number.

    >>> _digits(1e-7), _digits(2024), _digits(12.5), _digits(5.0), _digits(0.1 + 0.2)
    ('0.0000001', '2024', '12.5', '5', '0.3')
    """
    if isinstance(number, Decimal):
        return f"{number:f}"
    if isinstance(number, int):
        return str(number)
    text = repr(float(number)).removesuffix(".0")
    if len(text) <= SURE and "e" not in text:
        return text
    value = Decimal(text)
    places = max(SURE - 1 - value.adjusted(), 0)
    if -int(value.as_tuple().exponent) > places:
        value = value.quantize(Decimal(1).scaleb(-places), context=_EXACT)
        text = f"{value:f}"
        return text.rstrip("0").removesuffix(".") if "." in text else text
    return f"{value:f}"

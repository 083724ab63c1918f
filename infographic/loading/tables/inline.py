"""A table that stands in the story itself: {"columns": ["年份", "产量"], "rows": [[2024, 852]]}."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.sayings import say
from infographic.foundation.table import Column, NodePlaces, Table, Value
from infographic.text.amounts import amount_of


def inline_table(node: Node) -> Table:
    """A table of nodes. Raises `SpecError` where it is none."""
    fields = node.value
    if not isinstance(fields, dict) or not {"columns", "rows"} <= fields.keys():
        raise SpecError([Diagnostic(say("data-form", found=node.kind), node.origin)])
    names = fields["columns"].value
    rows = fields["rows"].value
    assert isinstance(names, tuple) and isinstance(rows, tuple)
    places: list[tuple[Origin, ...]] = []
    cells: list[list[Value]] = [[] for _ in names]
    texts: list[list[str]] = [[] for _ in names]
    for row in rows:
        assert isinstance(row.value, tuple)
        places.append(tuple(cell.origin for cell in row.value))
        for number, cell in enumerate(row.value):
            value = cell.value
            text = "" if value is None else str(value)
            texts[number].append(text)
            cells[number].append(_value_of(value))
    columns = []
    for name, values, said in zip(names, cells, texts, strict=True):
        is_number = number_column(values)
        columns.append(
            Column(
                str(name.value),
                tuple(v if isinstance(v, Decimal) or not is_number else None for v in values),
                "number" if is_number else "text",
                decimals=max((_places(v) for v in values), default=0) if is_number else 0,
                texts=tuple(said),
                origin=name.origin,
            )
        )
    digest = hashlib.sha256(repr(node.plain()).encode()).hexdigest()
    return Table(tuple(columns), digest, NodePlaces(tuple(places)), node.origin)


def number_column(values: list[Value]) -> bool:
    return all(isinstance(v, Decimal) or v is None for v in values)


def _places(value: Value) -> int:
    if not isinstance(value, Decimal):
        return 0
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _value_of(value: object) -> Value:
    if value is None or value in ("", "—"):
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(repr(value))
    if isinstance(value, Decimal):
        return value
    amount = amount_of(str(value))
    if amount is not None and amount.value is not None and amount.words == value:
        return Decimal(amount.value)
    return str(value)

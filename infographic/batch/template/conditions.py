"""Conditions over a row: a column that is filled, or one whose cell is so and so."""

from __future__ import annotations

from decimal import Decimal

from infographic.batch.template.scope import Scope
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import nearest
from infographic.foundation.sayings import say
from infographic.loading.reading.pointer import is_filled

COMPARES = ("is", "above", "below", "least", "most")
FIELDS = ("column", *COMPARES)
KINDS = ("column", "not", "any", "all")


def holds(scope: Scope, condition: Node, item: Node | None) -> bool:
    """Whether a condition holds. What is wrong with it is said, and it does not.

    “gdp”: the cell is filled; {"column": "gdp", "above": 0, "most": 100}; {"column": "city", "is":
    "榆树"} or one of a list; {"not": C}, {"any": [C…]}, {"all": [C…]}.
    """
    value = condition.value
    if isinstance(value, str):
        cell = scope.cell(value, item, condition.origin)
        return cell is not None and is_filled(cell)
    if isinstance(value, dict):
        kind = next((one for one in ("not", "any", "all") if one in value), "")
        for key, node in value.items():
            if kind and key != kind and not key.startswith("//"):
                scope.fault(say("row-condition/field", key=key), node.origin)
                return False
        if "not" in value:
            return not holds(scope, value["not"], item)
        for name, joined in (("any", any), ("all", all)):
            parts = value[name].value if name in value else None
            if isinstance(parts, tuple):
                # All are looked at: what is wrong in one is said whatever the others are.
                held = [holds(scope, one, item) for one in parts]
                return joined(held)
        if "column" in value and isinstance(value["column"].value, str):
            return _compared(scope, value, item)
    scope.fault(say("row-condition", found=condition.kind), condition.origin)
    return False


def _compared(scope: Scope, fields: dict[str, Node], item: Node | None) -> bool:
    name = str(fields["column"].value)
    cell = scope.cell(name, item, fields["column"].origin)
    for key, node in fields.items():
        if key not in FIELDS and not key.startswith("//"):
            scope.fault(say("row-condition/field", key=key), node.origin, nearest(key, FIELDS))
            return False
    if cell is None:
        return False
    asked = [(key, fields[key]) for key in COMPARES if key in fields]
    if not asked:
        return is_filled(cell)
    held = [_is_so(scope, cell, key, node, name) for key, node in asked]
    return all(held)


def _is_so(scope: Scope, cell: Node, key: str, asked: Node, name: str) -> bool:
    if key == "is":
        among = asked.value if isinstance(asked.value, tuple) else (asked,)
        return any(_is_same(cell, one) for one in among)
    least = asked.value
    if isinstance(least, bool) or not isinstance(least, int | float | Decimal):
        scope.fault(say("row-condition/number", key=key, found=asked.kind), asked.origin)
        return False
    value = cell.value
    if value is None:
        # Of an empty cell nothing is above or below anything.
        return False
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        scope.fault(say("row-number", name=name, found=cell.kind), cell.origin)
        return False
    number, other = Decimal(str(value)), Decimal(str(least))
    match key:
        case "above":
            return number > other
        case "below":
            return number < other
        case "least":
            return number >= other
        case _:
            return number <= other


def _is_same(cell: Node, asked: Node) -> bool:
    """Whether a cell is what the template says: 5 and “5” are the same, for a CSV has no types."""
    value, wanted = cell.value, asked.value
    if isinstance(value, bool) or isinstance(wanted, bool) or value is None or wanted is None:
        return value is wanted
    if isinstance(value, int | float | Decimal) and isinstance(wanted, int | float | Decimal):
        return Decimal(str(value)) == Decimal(str(wanted))
    return str(value).strip() == str(wanted).strip()

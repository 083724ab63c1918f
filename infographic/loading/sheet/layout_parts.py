"""A layout's named parts: what several of its pages have alike, written once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError, nearest
from infographic.foundation.sayings import say

PART = "$part"


def check_taken(parts: Node, own: Origin, trees: Iterable[Node]) -> None:
    """Raise `SpecError` with the parts that a layout's own file has and nothing takes.

    `own` is that file's: what it inherits may have more parts than it takes. Keys that begin with
    “x-” are the desk's own.
    """
    if not isinstance(parts.value, dict):
        return
    taken: set[str] = set()
    for tree in (*trees, *parts.value.values()):
        _take(tree, taken)
    faults = [
        Diagnostic(
            say("layout-part/unused", name=name),
            parts.keys.get(name, part.origin),
            nearest(name, taken),
        )
        for name, part in parts.value.items()
        if part.origin.source == own.source and name not in taken and not name.startswith("x-")
    ]
    if faults:
        raise SpecError(faults)


def _take(node: Node, taken: set[str]) -> None:
    value = node.value
    if isinstance(value, tuple):
        for part in value:
            _take(part, taken)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key == PART and isinstance(part.value, str):
                taken.add(part.value)
            else:
                _take(part, taken)


def with_parts(tree: Node, parts: Mapping[str, Node]) -> Node:
    """A tree with each {"$part": name} replaced by that part, and those in parts too.

    Raises `SpecError` with the names that are of no part, or lead round in a circle.
    """
    faults: list[Diagnostic] = []
    made = _replaced(tree, parts, (), faults)
    if faults:
        raise SpecError(dict.fromkeys(faults))
    return made


def _replaced(
    node: Node, parts: Mapping[str, Node], inside: tuple[str, ...], faults: list[Diagnostic]
) -> Node:
    value = node.value
    if isinstance(value, tuple):
        items = tuple(_replaced(part, parts, inside, faults) for part in value)
        return node if all(map(_is_same, items, value)) else Node(items, node.origin, node.keys)
    if not isinstance(value, dict):
        return node
    if PART in value:
        return _part(node, value, parts, inside, faults)
    fields = {key: _replaced(part, parts, inside, faults) for key, part in value.items()}
    if all(map(_is_same, fields.values(), value.values())):
        return node
    return Node(fields, node.origin, node.keys)


def _is_same(one: Node, other: Node) -> bool:
    return one is other


def _part(
    node: Node,
    fields: Mapping[str, Node],
    parts: Mapping[str, Node],
    inside: tuple[str, ...],
    faults: list[Diagnostic],
) -> Node:
    name = fields[PART].value
    at = fields[PART].origin
    beside = next((key for key in fields if key != PART), None)
    if beside is not None:
        saying = say("bind-directive/beside", key=beside, name=PART)
        faults.append(Diagnostic(saying, node.keys.get(beside, node.origin)))
    elif not isinstance(name, str):
        faults.append(Diagnostic(say("layout-part/name", kind=fields[PART].kind), at))
    elif name not in parts:
        faults.append(Diagnostic(say("layout-part", name=name), at, nearest(name, parts)))
    elif name in inside:
        faults.append(Diagnostic(say("layout-part/circle", name=name), at))
    else:
        return _replaced(parts[name], parts, (*inside, name), faults)
    return node

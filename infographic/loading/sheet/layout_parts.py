"""A layout's named parts: what several of its pages have alike, written once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from infographic.foundation import limits
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

    Each part is made once, however many take it: two that take one twice each are no more work.
    Raises `SpecError` with the names that are of no part, lead round in a circle, or too deep.
    """
    making = _Making(parts)
    made, _ = making.replaced(tree, 0)
    if making.faults:
        raise SpecError(dict.fromkeys(making.faults))
    return made


class _Making:
    """Parts, those that are made already, and what is wrong with them."""

    def __init__(self, parts: Mapping[str, Node]) -> None:
        self.parts = parts
        self.done: dict[str, tuple[Node, int]] = {}
        self.inside: dict[str, None] = {}
        """The parts that are being made, one in another."""
        self.faults: list[Diagnostic] = []
        self.deepest = limits.most("nesting")

    def replaced(self, node: Node, depth: int) -> tuple[Node, int]:
        """A node with its parts, and how many brackets lie in one another in it; `depth` lie round
        it."""
        value = node.value
        if not isinstance(value, dict | tuple):
            return node, 0
        if depth > self.deepest:
            return self.too_deep(node, node.origin)
        if isinstance(value, tuple):
            made = [self.replaced(part, depth + 1) for part in value]
            height = 1 + max((high for _, high in made), default=0)
            items = tuple(part for part, _ in made)
            same = all(map(_is_same, items, value))
            return node if same else Node(items, node.origin, node.keys), height
        if PART in value:
            return self.part(node, value, depth)
        fields = {key: self.replaced(part, depth + 1) for key, part in value.items()}
        height = 1 + max((high for _, high in fields.values()), default=0)
        own = {key: part for key, (part, _) in fields.items()}
        same = all(map(_is_same, own.values(), value.values()))
        return node if same else Node(own, node.origin, node.keys), height

    def too_deep(self, node: Node, at: Origin) -> tuple[Node, int]:
        saying = say("layout-part/deep", most=self.deepest, limit="nesting")
        self.faults.append(Diagnostic(saying, at))
        return node, 0

    def part(self, node: Node, fields: Mapping[str, Node], depth: int) -> tuple[Node, int]:
        name, at = fields[PART].value, fields[PART].origin
        beside = next((key for key in fields if key != PART), None)
        if beside is not None:
            saying = say("bind-directive/beside", key=beside, name=PART)
            self.faults.append(Diagnostic(saying, node.keys.get(beside, node.origin)))
        elif not isinstance(name, str):
            self.faults.append(Diagnostic(say("layout-part/name", kind=fields[PART].kind), at))
        elif name not in self.parts:
            mend = nearest(name, self.parts)
            self.faults.append(Diagnostic(say("layout-part", name=name), at, mend))
        elif name in self.inside:
            self.faults.append(Diagnostic(say("layout-part/circle", name=name), at))
        elif len(self.inside) >= self.deepest:
            return self.too_deep(node, at)
        else:
            made = self.made(name, depth)
            return self.too_deep(node, at) if depth + made[1] > self.deepest else made
        return node, 0

    def made(self, name: str, depth: int) -> tuple[Node, int]:
        known = self.done.get(name)
        if known is not None:
            return known
        self.inside[name] = None
        made = self.done[name] = self.replaced(self.parts[name], depth)
        del self.inside[name]
        return made


def _is_same(one: Node, other: Node) -> bool:
    return one is other

"""Equal parts of a story are one object from page to page, wherever they stand in their file.

What is made of a part (a block, its frame, a line's operators) is then known by the part's
identity. A part keeps the places of the story that it was first read from; `Places` puts right what
is said of them, and what stands on the page.
"""

from __future__ import annotations

from collections.abc import Hashable
from decimal import Decimal
from typing import cast

from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.memo import Memo, forget
from infographic.foundation.places import Places

MOST = 4_000
"""Nodes: about forty stories of a page. One of more nodes is read anew each time."""

MOST_HELD = 100_000_000
"""Bytes, about, that the kept nodes hold beside themselves: tables, and the text of each story that
one of them was read from. A changed number in a story of 100 kB makes five nodes, a changed row of
a table as few, and 4,000 of them would hold a gigabyte."""
CELL = 450
"""Bytes of a table's cell, as it is read and as it is shaped."""

_NODES: Memo[Node] = Memo("story nodes", MOST)
_held = 0


def alike(story: Node) -> tuple[Node, Places]:
    """A story of the nodes that its equals were of, and the way back to its own places."""
    global _held
    joiner = _Joiner(story.origin.source)
    same = joiner.node(story)
    if joiner.held:
        if _held and _held + joiner.held > MOST_HELD:
            # All that is made of the nodes holds them too.
            forget()
            _held = 0
        else:
            _held += joiner.held
    return same, joiner.places()


# A page has 30, and one takes 1.5 kB.
_BOUND: Memo[Node] = Memo("bound nodes", MOST // 4)


def alike_list(template: Node, parts: tuple[Node, ...], origin: Origin) -> Node:
    """A list that a node of a layout became, the same object for the same parts."""
    key = id(template), *map(id, parts)
    return _BOUND.made(key, lambda: Node(parts, origin), (template, parts))


def alike_object(template: Node, parts: dict[str, Node]) -> Node:
    """An object that one became; its place and its keys' places are the layout's."""
    key = id(template), *parts, *map(id, parts.values())
    return _BOUND.made(
        key, lambda: Node(parts, template.origin, template.keys), (template, *parts.values())
    )


def alike_value(template: Node, value: str | int, origin: Origin) -> Node:
    """A text or number that one became."""
    key = id(template), value, id(origin)
    return _BOUND.made(key, lambda: Node(value, origin), (template, origin))


class _Joiner:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.file = source.name, source.path, source.folder, source.sheet
        self.moved: list[tuple[Origin, Origin]] = []
        """Places that differ: as they were first, and as they are."""
        self.held = 0
        """Bytes that the nodes hold which were not known."""

    def node(self, node: Node) -> Node:
        if node.origin.source is not self.source:
            # Laid over the story by the caller, or read from another file.
            return node
        value = node.value
        of: object = None
        content: Hashable
        if isinstance(value, dict):
            parts = {name: self.node(part) for name, part in value.items()}
            content, of = (*parts, *map(id, parts.values())), parts
            node = Node(parts, node.origin, node.keys)
        elif isinstance(value, tuple):
            items = tuple([self.node(part) for part in value])
            content, of = tuple(map(id, items)), items
            node = Node(items, node.origin)
        elif isinstance(value, bytes):
            return node
        elif isinstance(value, float | Decimal):
            # As it is written: 0.0 is not -0.0, 1.5 not 1.50.
            content = str(value)
        elif getattr(value, "files", ()):
            # A table of a file of its own, whose places are that file's.
            content, of = id(value), value
        else:
            # A table by its digest: all else is hashable itself.
            content = cast("Hashable", getattr(value, "digest", None) or value)
        key = self.file, node.origin.pointer, type(value), content
        known = _NODES.get(key)
        if known is None:
            # The first holds the story's text.
            self.held += _held_by(value) + (0 if self.held else 1 + _held_by(self.source.text))
            return _NODES.put(key, node, of)
        self.see(known, node)
        return known

    def see(self, known: Node, node: Node) -> None:
        """Remember where the parts of a known node stand now."""
        was, now = known.origin, node.origin
        is_there = was.line == now.line and was.column == now.column
        if was.source is now.source or (is_there and was.source.text == now.source.text):
            return
        self.moved.append((was, now))
        self.moved += [(at, node.keys[key]) for key, at in known.keys.items() if key in node.keys]

    def places(self) -> Places:
        return Places(self.moved)


def _held_by(value: object) -> int:
    if isinstance(value, str):
        return 2 * len(value)
    return CELL * getattr(value, "cells", 0)

"""What nodes came to, kept: a layout's from one page to the next, a story's while one is made."""

from __future__ import annotations

from pathlib import Path

from infographic.foundation.datum import Node


class Known:
    """What the nodes of one tree came to, for the next time that they are decoded.

    A node is kept by its identity, and only what was read without a word and does not depend on
    other files. The readers, the catalogue and the block must be the same each time.
    """

    def __init__(self, tree: Node, volatile: frozenset[object]) -> None:
        self.nodes = {id(node): node for node in tree.walk()}
        self.volatile = volatile
        """Annotations whose readers look at other files."""
        self.values: dict[int, tuple[object, object]] = {}
        """For a node: the annotation it was last read for, and its value."""
        self.passing: set[int] = set()
        """Nodes that are never kept: something was said of them, or another file looked at. Read
        a second time while the same page is made, neither happens, since `Once` has the value."""

    def __reduce__(self) -> tuple[object, ...]:
        # In a copy no node is the same: its tree begins anew.
        tree = next(iter(self.nodes.values()))
        return Known, (tree, self.volatile)


class Once:
    """What nodes came to while one page is made, so that each is decoded, and doubted, once.

    However many blocks show a text, a number or a picture of the story, its value is one. Only of
    `kinds`: types that are read alike everywhere. Nodes are compared by identity; what could not
    be read is not kept, so that every block that shows it says so.
    """

    def __init__(self, kinds: frozenset[type]) -> None:
        self.kinds = kinds
        self.values: dict[tuple[int, type], tuple[Node, object]] = {}
        """The node is held, so that no other takes its identity."""
        self.files: list[Path] = []
        """Files that were read for them, beside the pictures."""

    def forget(self, count: int) -> None:
        """Forget all but the first `count` values: they were read on trial."""
        while len(self.values) > count:
            self.values.popitem()

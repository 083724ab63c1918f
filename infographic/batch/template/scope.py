"""What a template may name: the columns of a row, and inside a `$each` the parts of an item."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, nearest
from infographic.foundation.record import field, record
from infographic.foundation.sayings import Saying, say


@record(frozen=False, eq=False)
class Scope:
    """One row, and what was found wrong while it is put into the template."""

    cells: Mapping[str, Node]
    """By the column's name; each with its place in the table."""
    shown: Mapping[str, str]
    copy: Collection[str]
    """Columns that are copy: their marks are marks."""
    row: Origin
    faults: list[Diagnostic] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    """Columns that the template has asked for."""

    left: dict[str, tuple[str, Origin]] = field(default_factory=dict)
    """The column and place of an empty cell, by the pointer of what is left without it."""

    def fault(self, saying: Saying, at: Origin, mend: Saying | None = None) -> None:
        self.faults.append(Diagnostic(saying, at, mend))

    def cell(self, name: str, item: Node | None, at: Origin) -> Node | None:
        """The cell of a column, or inside a `$each` the part of its item: “.”, “./name”; None (and
        said) where there is no such column."""
        if name == "." or name.startswith("./"):
            if item is None:
                self.fault(say("row-item", name=name), at)
                return None
            if name == ".":
                return item
            parts = item.value if isinstance(item.value, dict) else {}
            return parts.get(name[2:], Node(None, item.origin))
        self.used.add(name)
        if name in self.cells:
            return self.cells[name]
        self.fault(say("row-column", name=name), at, nearest(name, self.cells))
        return None

"""Editions of objects: what JSON, JSON lines and queries have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import overload

from infographic.batch.rows import Column, ColumnKind, Row
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError, nearest
from infographic.foundation.record import record
from infographic.foundation.sayings import say


def kind_of(value: object) -> ColumnKind | None:
    """The kind of a cell; None of an empty one."""
    if value is None:
        return None
    if isinstance(value, str):
        return "text"
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return "number"
    return "mixed"


@record(frozen=False)
class ColumnsSeen:
    """The columns of rows, in the order that they are met: what each cell adds to them."""

    kinds: dict[str, ColumnKind | None]
    origins: dict[str, Origin]
    texts: frozenset[str]
    """Those that are words, whatever their cells are."""

    def see(self, name: str, value: object, at: Origin) -> None:
        """A cell of a column."""
        found = "text" if name in self.texts and value is not None else kind_of(value)
        known = self.kinds.setdefault(name, found)
        self.origins.setdefault(name, at)
        if known is None:
            self.kinds[name] = found
        elif found is not None and found != known:
            self.kinds[name] = "mixed"

    def columns(self, at: Origin) -> tuple[Column, ...]:
        """All of them. Raises `SpecError` where a column is to be words that is none."""
        unknown = sorted(self.texts - self.kinds.keys())
        if unknown:
            raise SpecError(
                Diagnostic(say("data-option/text", name=name), at, nearest(name, self.kinds))
                for name in unknown
            )
        return tuple(
            Column(name, self.origins[name], kind or "text") for name, kind in self.kinds.items()
        )


def as_words(node: Node) -> Node:
    """A number as the words for it: 7 as “7”, and 7.50 of a database as “7.50”."""
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return node
    words = f"{value:f}" if isinstance(value, Decimal) else repr(value).removesuffix(".0")
    return Node(words, node.origin)


def row_of(
    number: int,
    fields: Mapping[str, Node],
    names: Sequence[str],
    texts: frozenset[str],
    at: Origin,
) -> Row:
    """A row of an object: a cell for each column of the table, None where the object has none."""
    cells = {}
    for name in names:
        node = fields.get(name)
        if node is None:
            node = Node(None, at / name)
        cells[name] = as_words(node) if name in texts else node
    return Row(number, cells, at)


@record(eq=False)
class RowsMade(Sequence[Row]):
    """Rows that are made when they are asked for."""

    length: int
    make: Callable[[int], Row]
    """The row of a place, from 0."""

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self.make(place) for place in range(self.length)[index]]
        return self.make(range(self.length)[index])

    def __iter__(self) -> Iterator[Row]:
        return map(self.make, range(self.length))

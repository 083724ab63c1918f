"""A table of values as a newsroom gets it: named columns of one kind each, all cells with places.

The story's charts and tables hold one, whether it stood in the story or in a file beside it.
`loading/tables` makes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal, Protocol

from infographic.foundation.datum import BUILT_IN, Node, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.files import blake2b
from infographic.foundation.memo import Memo
from infographic.foundation.record import field, record, replaced
from infographic.foundation.record.tuples import NamedTuple


class Period(NamedTuple):
    """A stretch of time as statistics have it: a day, 1—2月, 一季度, 上半年, 2024年, 财年."""

    start: date
    """Its first day."""
    end: date
    """Its last day."""
    is_cumulative: bool = False
    """It runs from the year's beginning (1—10月累计, 上半年, 前三季度)."""


Value = Decimal | str | Period | None
"""A cell: a number, words, a stretch of time; None where it is missing."""

ColumnKind = Literal["number", "text", "period"]


@record
class Column:
    """One column of a table, a value a row."""

    name: str
    """As its header has it, or as it was renamed, without the unit."""
    values: tuple[Value, ...]
    """Of one kind, or None: numbers are exact, with no digit that the file does not show."""
    kind: ColumnKind = "text"
    unit: str = ""
    """“%”, “亿元”, “万人”; "" for bare numbers."""
    decimals: int = 0
    """The most places that its numbers are written with: 12.50 has two."""
    texts: tuple[str, ...] = ()
    """What each cell says, trimmed: “约1.2亿”, “—”, “…”, “2024年一季度”."""
    marks: Mapping[int, str] = field(default_factory=dict)
    """Marks behind a value, by row: “①”, “*”, “(r)”; what they mean is in the table's notes."""
    origin: Origin = BUILT_IN
    """The header's place."""

    @property
    def numbers(self) -> tuple[Decimal | None, ...]:
        """Its values, words and periods left out."""
        return tuple([value if isinstance(value, Decimal) else None for value in self.values])


class Places(Protocol):
    """Where the cells of a table stand in the author's files."""

    def of(self, row: int, column: int) -> Origin:
        """The place of a cell; both are counted from 0 as the table has them now."""
        ...


class NodePlaces(NamedTuple):
    """Of a table that stands in the story itself."""

    rows: tuple[tuple[Origin, ...], ...]

    def of(self, row: int, column: int) -> Origin:
        return self.rows[row][column]


class TakenPlaces(NamedTuple):
    """Of a table that has some rows of another."""

    whole: Places
    rows: tuple[int, ...]

    def of(self, row: int, column: int) -> Origin:
        return self.whole.of(self.rows[row], column)


@record(eq=False)
class Table:
    """Columns of equal length. Two of the same digest are the same."""

    columns: tuple[Column, ...]
    digest: str
    """Of all that it holds: the key of every cache of it."""
    places: Places = field(repr=False)
    origin: Origin = BUILT_IN
    """Where the story asks for it."""
    title: str = ""
    """What its file says above it."""
    notes: tuple[str, ...] = ()
    """What its file says below it: “注：…”."""
    source: str = ""
    """Where the file says that it is from: “数据来源：…”."""
    said: tuple[Diagnostic, ...] = field(default=(), repr=False)
    """How it was read: encoding, rows left out and why. Notes and warnings."""
    totals: frozenset[int] = frozenset()
    """Rows that others add up to (合计, 全省, 总计): no row of a comparison."""
    parts: frozenset[int] = frozenset()
    """Rows that are part of a row above them (“其中：…”, “#…”): not to be added to it."""
    files: tuple[Path, ...] = ()
    """The files that it was read from."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @property
    def count(self) -> int:
        """How many rows it has."""
        return len(self.columns[0].values) if self.columns else 0

    @property
    def cells(self) -> int:
        """How many cells it has, its header's left out."""
        return self.count * len(self.columns)

    def column(self, name: str) -> Column | None:
        """The column of a name."""
        return next((one for one in self.columns if one.name == name), None)

    def taken(self, rows: Sequence[int]) -> Table:
        """The table of some of its rows, in this order."""
        new = {old: number for number, old in enumerate(rows)}
        columns = tuple(
            replaced(
                column,
                values=tuple([column.values[row] for row in rows]),
                texts=tuple([column.texts[row] for row in rows]) if column.texts else (),
                marks={new[row]: mark for row, mark in column.marks.items() if row in new},
            )
            for column in self.columns
        )
        named = f"{self.digest} {','.join(map(str, rows))}"
        return replaced(
            self,
            columns=columns,
            digest=blake2b(named.encode()).hexdigest(),
            places=TakenPlaces(self.places, tuple(rows)),
            totals=frozenset(new[row] for row in self.totals if row in new),
            parts=frozenset(new[row] for row in self.parts if row in new),
        )

    def opened(self) -> Node:
        """As a story would write it: {"columns": […], "rows": [[…]…]}, for `$each` and pointers."""
        known = _OPENED.get(id(self))
        if known is None or known[0] is not self:
            known = _OPENED.put(id(self), (self, self._opened()))
        return known[1]

    def _opened(self) -> Node:
        names = tuple(Node(column.name, column.origin) for column in self.columns)
        rows = tuple(self._row(number) for number in range(self.count))
        at = self.origin
        return Node({"columns": Node(names, at / "columns"), "rows": Node(rows, at / "rows")}, at)

    def _row(self, number: int) -> Node:
        places = [self.places.of(number, place) for place in range(len(self.columns))]
        cells = (_plain(column, number) for column in self.columns)
        nodes = tuple(Node(cell, at) for cell, at in zip(cells, places, strict=True))
        return Node(nodes, places[0] if places else self.origin)


_OPENED: Memo[tuple[Table, Node]] = Memo("opened tables", 4)
"""Tables that pointers led into: a layout may have one for each cell that it shows."""


def _plain(column: Column, row: int) -> Decimal | str | None:
    value = column.values[row]
    if isinstance(value, Period):
        return column.texts[row]
    return value


def texts_of(values: Sequence[Value]) -> tuple[str, ...]:
    """What cells say where no file wrote them: numbers with all their digits, “—” for None.

    >>> texts_of([Decimal("1.50"), None, "长春"])
    ('1.50', '—', '长春')
    """
    return tuple(
        "—" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)
        for value in values
    )

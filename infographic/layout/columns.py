"""Running text through equal columns on one line grid.

Copy is reduced to entries of whole grid lines (占行), so that filling columns is counting. All
is pure: the same entries and rooms give the same columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infographic.foundation.datum import Origin
from infographic.text.paragraph import SetLine


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of type, or a heading of several, occupying whole lines of the grid."""

    lines: tuple[SetLine, ...]
    origin: Origin
    rows: int = 1
    """Grid lines it takes, its own air included."""
    rows_at_top: int = 1
    """Grid lines it takes at the head of a column, where the air above it goes."""
    keep: int = 0
    """So many entries after it must stand in the same column (a heading's; a first line's)."""
    is_last: bool = False
    """A paragraph's last line, of several: it must not head a column (孤行)."""
    paragraph: int = 0
    kind: str = "body"


@dataclass(frozen=True, slots=True)
class Column:
    """The entries of one column and the grid lines they take."""

    entries: tuple[Entry, ...]
    rows: int


def fill(entries: Sequence[Entry], rooms: Sequence[int]) -> tuple[list[Column], int]:
    """Fill columns of `rooms` grid lines in turn; also how many entries were left over."""
    columns: list[Column] = []
    at = 0
    for room in rooms:
        end, rows = _take(entries, at, room)
        columns.append(Column(tuple(entries[at:end]), rows))
        at = end
    return columns, len(entries) - at


def _take(entries: Sequence[Entry], start: int, room: int) -> tuple[int, int]:
    """Where a column that begins at `start` ends, and the grid lines it takes.

    A heading never ends a column; a paragraph's last line never heads the next one.
    """
    rows = 0
    taken = [0]
    at = start
    while at < len(entries):
        entry = entries[at]
        need = entry.rows_at_top if at == start else entry.rows
        if rows + need > room:
            break
        rows += need
        at += 1
        taken.append(rows)
    end = at
    while start < end < len(entries) and not _may_break(entries, end):
        end -= 1
    if end == start:
        end = at  # No good break in the whole column: a full column is better than an empty one.
    return end, taken[end - start]


def _may_break(entries: Sequence[Entry], at: int) -> bool:
    if entries[at].is_last:
        return False
    return not any(entries[at - back].keep >= back for back in range(1, min(at, 3) + 1))


SLACK = 3
"""So many grid lines a column may end above the lowest one, when breaks allow no better."""


def level(entries: Sequence[Entry], count: int, taken: Sequence[int]) -> list[Column]:
    """Columns as level as can be, with about as few grid lines as hold everything.

    `taken` is how many grid lines each column has lost to insets. Ends differ by at most a line,
    but where a heading or a paragraph's last line forbids it.
    """
    if not entries:
        return [Column((), 0)] * count
    total = sum(entry.rows for entry in entries) + sum(taken)
    least = max(-(-total // count) - 1, max(taken) + 1)
    best: tuple[int, list[Column]] | None = None
    for height in range(least, least + 4):
        found = _leveled(entries, [max(height - t, 0) for t in taken])
        if found is not None and (best is None or found[0] < best[0]):
            best = found
    if best is not None:
        return best[1]
    for height in range(least, total + 2):
        columns, left = fill(entries, [max(height - t, 0) for t in taken])
        if not left:
            return columns
    raise AssertionError("a column of all lines holds all lines")


def _leveled(entries: Sequence[Entry], rooms: Sequence[int]) -> tuple[int, list[Column]] | None:
    """The most level columns in these rooms and how ragged they are; None where none will do."""
    known: dict[tuple[int, int], tuple[int, tuple[int, ...]] | None] = {}

    def from_column(column: int, start: int) -> tuple[int, tuple[int, ...]] | None:
        """The least sum of squared shortfalls from a column on, and where its columns end."""
        if column == len(rooms):
            return (0, ()) if start == len(entries) else None
        if (column, start) not in known:
            best = None
            for end, rows in _ends(entries, start, rooms[column]):
                rest = from_column(column + 1, end)
                if rest is not None:
                    cost = rest[0] + (rooms[column] - rows) ** 2
                    if best is None or cost < best[0]:
                        best = (cost, (end, *rest[1]))
            known[column, start] = best
        return known[column, start]

    found = from_column(0, 0)
    if found is None:
        return None
    columns, start = [], 0
    for end in found[1]:
        rows = sum(
            e.rows_at_top if i == start else e.rows for i, e in enumerate(entries[start:end], start)
        )
        columns.append(Column(tuple(entries[start:end]), rows))
        start = end
    short = [room - column.rows for room, column in zip(rooms, columns, strict=True)]
    return (max(short) - min(short)) * 100 + sum(short), columns


def _ends(entries: Sequence[Entry], start: int, room: int) -> list[tuple[int, int]]:
    """Where a column may end, a few lines above its foot at the most, and the rows it takes."""
    rows, found = 0, []
    for at in range(start, len(entries) + 1):
        if room - SLACK <= rows and (at == len(entries) or _may_break(entries, at)):
            found.append((at, rows))
        if at == len(entries):
            break
        rows += entries[at].rows_at_top if at == start else entries[at].rows
        if rows > room:
            break
    return found

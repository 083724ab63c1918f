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


def level(entries: Sequence[Entry], count: int, taken: Sequence[int]) -> list[Column]:
    """Columns as level as can be, with as few grid lines as hold everything.

    `taken` is how many grid lines each column has lost to insets. Ends differ by at most a line,
    but where a heading or a paragraph's last line forbids it.
    """
    if not entries:
        return [Column((), 0)] * count
    total = sum(entry.rows for entry in entries) + sum(taken)
    least = -(-total // count)
    low = max(least - 2, max(taken) + 1)
    for height in range(low, total + 2):
        columns, left = fill(entries, [max(height - t, 0) for t in taken])
        if not left:
            return _evened(entries, columns, height, taken)
    raise AssertionError("a column of all lines holds all lines")


def _evened(
    entries: Sequence[Entry], columns: list[Column], height: int, taken: Sequence[int]
) -> list[Column]:
    """Give earlier columns a line less where the last one would end short."""
    best, best_score = columns, _raggedness(columns, taken)
    count = len(columns)
    short = sum(height - t - c.rows for c, t in zip(columns, taken, strict=True))
    for fewer in range(1, min(count, short + 1)):
        rooms = [
            height - t - (1 if i >= count - fewer else 0) for i, t in enumerate(taken)
        ]
        candidate, left = fill(entries, rooms)
        if not left and _raggedness(candidate, taken) < best_score:
            best, best_score = candidate, _raggedness(candidate, taken)
    return best


def _raggedness(columns: Sequence[Column], taken: Sequence[int]) -> int:
    ends = [column.rows + t for column, t in zip(columns, taken, strict=True)]
    return (max(ends) - min(ends)) * 100 + sum(max(ends) - end for end in ends)

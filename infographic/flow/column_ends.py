"""Running text through equal columns on one line grid.

Copy is reduced to entries of whole grid lines (占行), so that filling columns is counting. All
is pure: the same entries and rooms give the same columns.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from infographic.display.frame import Frame
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.set_lines import SetLine


class Taking(NamedTuple):
    """What an entry takes of a column, and where it may part, whatever its words."""

    rows: int
    rows_at_top: int
    keep: int
    follows: bool
    at_need: bool
    breaks: bool


@record
class Fragment:
    """One line of type, or a heading of several, occupying whole lines of the grid."""

    lines: tuple[SetLine, ...]
    rows: int = 1
    """Grid lines it takes, its own air included."""
    rows_at_top: int = 1
    """Grid lines it takes at the head of a column, where the air above it goes."""
    air: int = 0
    """Of its grid lines so many stand empty above it."""
    keep: int = 0
    """So many entries after it must stand in the same column (a heading's)."""
    follows: bool = False
    """It must not head a column: a paragraph's second line, or its last (孤行)."""
    at_need: bool = False
    """Though it `follows`, it may head a column where columns would not end level otherwise."""
    breaks: bool = False
    """It heads a column, whatever room the one before has."""
    paragraph: int = 0
    """Its passage's number. Where that stands in the author's file only the passage knows: equal
    words have equal entries, and those are kept."""
    kind: str = "body"
    frame: Frame | None = None
    """In place of lines, what comes of a block."""

    @property
    def taking(self) -> Taking:
        return Taking(
            self.rows, self.rows_at_top, self.keep, self.follows, self.at_need, self.breaks
        )


@record
class Column:
    """The entries of one column and the grid lines they take."""

    entries: tuple[Fragment, ...]
    rows: int


def filled_columns(entries: Sequence[Fragment], rooms: Sequence[int]) -> tuple[list[Column], int]:
    """Fill columns of `rooms` grid lines in turn; also how many entries were left over."""
    columns: list[Column] = []
    may_break, at = _may_break(entries), 0
    for room in rooms:
        end, rows = _take(entries, may_break, at, room)
        columns.append(Column(tuple(entries[at:end]), rows))
        at = end
    return columns, len(entries) - at


def _take(
    entries: Sequence[Fragment], may_break: Sequence[bool], start: int, room: int
) -> tuple[int, int]:
    """Where a column that begins at `start` ends, and the grid lines it takes.

    A heading never ends a column; a paragraph's last line never heads the next one.
    """
    rows = 0
    taken = [0]
    at = start
    while at < len(entries):
        entry = entries[at]
        if entry.breaks and at > start:
            return at, rows
        need = entry.rows_at_top if at == start else entry.rows
        if rows + need > room:
            break
        rows += need
        at += 1
        taken.append(rows)
    end = at
    while start < end < len(entries) and not may_break[end]:
        end -= 1
    if end == start:
        end = at  # No good break in the whole column: a full column is better than an empty one.
    return end, taken[end - start]


def _may_break(entries: Sequence[Fragment | Taking], at_need: bool = False) -> list[bool]:
    """Of each entry, whether a column may end before it."""
    may = [not entry.follows or (at_need and entry.at_need) for entry in entries]
    for at, entry in enumerate(entries):
        if entry.keep:
            kept = range(at + 1, min(at + min(entry.keep, 3), len(entries) - 1) + 1)
            for behind in kept:
                may[behind] = False
    return may


SLACKS = (3, 8)
"""So many grid lines a column may end above the lowest one, when breaks allow no better: at the
first attempt and at the second."""


def leveled_columns(
    entries: Sequence[Fragment], rooms_of: Callable[[int], Sequence[int]], most: int | None = None
) -> tuple[int, list[Column]]:
    """Columns as level as can be, in about as few grid lines as hold everything, and how many.

    `rooms_of` says what each column has for type where the frame is so many lines tall. Ends
    differ by at most a line, but where a heading or a paragraph's last line forbids it. Taller
    than `most` it never is: what then finds no room is in no column.
    """
    total = sum(entry.rows for entry in entries)
    tallest = most if most is not None else 4 * total + max(_lost(rooms_of, total), 1) + 8
    least = least_height(rooms_of, max(total - 1, 1), tallest)
    best = _most_level(entries, rooms_of, least, tallest)
    if best is None or best.ragged > 1:
        at_need = _most_level(entries, rooms_of, least, tallest, at_need=True)
        if at_need is not None and (best is None or at_need.ragged < best.ragged):
            best = at_need
    elif not best.is_longest_first:
        at_need = _most_level(entries, rooms_of, least, tallest, at_need=True, ordered=True)
        if at_need is not None and at_need.is_longest_first and at_need[:2] <= best[:2]:
            best = at_need
    if best is not None:
        return best.height, best.columns
    for height in range(least, tallest + 1):
        columns, left = filled_columns(entries, rooms_of(height))
        if not left:
            return height, columns
    return tallest, filled_columns(entries, rooms_of(tallest))[0]


class _Level(NamedTuple):
    """Columns in a frame of so many grid lines; the least is the best."""

    ragged: int
    """By how many lines their ends differ."""
    left: int
    """Lines that stand empty."""
    height: int
    columns: list[Column]
    is_longest_first: bool
    """Whether no column ends above one that is further on."""


def _most_level(
    entries: Sequence[Fragment], rooms_of: Callable[[int], Sequence[int]], least: int, tallest: int,
    at_need: bool = False, ordered: bool = False,
) -> _Level | None:  # fmt: skip
    """The most level columns in a frame of about the least height."""
    best: _Level | None = None
    breaks = _breaks_of(tuple([one.taking for one in entries]), at_need)
    for slack in SLACKS:
        for height in range(max(least - 1, 1), min(least + 3, tallest) + 1):
            rooms = rooms_of(height)
            ends = _leveled(breaks, tuple(rooms), slack, ordered)
            if ends is None:
                continue
            columns = [
                Column(tuple(entries[start:end]), breaks.rows(start, end))
                for start, end in pairwise((0, *ends))
            ]
            # A column that a block covers whole ends nowhere.
            short = [
                room - column.rows for room, column in zip(rooms, columns, strict=True) if room
            ]
            ragged = max(short, default=0) - min(short, default=0)
            found = _Level(ragged, sum(short), height, columns, short == sorted(short))
            if best is None or found[:2] < best[:2]:
                best = found
        if best is not None:
            break
    return best


def least_height(rooms_of: Callable[[int], Sequence[int]], lines: int, most: int) -> int:
    """The lowest frame whose columns have so many lines together; `most` where none has."""
    # From below: to see what stands in frames far too tall takes longer than all else.
    low, high = 0, 1
    while high < most and sum(rooms_of(high)) < lines:
        low, high = high, high * 2
    high = min(high, most)
    while high - low > 1:
        middle = (low + high) // 2
        if sum(rooms_of(middle)) >= lines:
            high = middle
        else:
            low = middle
    return high


def _lost(rooms_of: Callable[[int], Sequence[int]], height: int) -> int:
    """The most lines that a column of so tall a frame loses to what stands in it."""
    return height - min(rooms_of(height), default=height)


class _Ending(NamedTuple):
    """How the columns from one on end; the least is the best."""

    cost: int
    """The sum of their squared shortfalls, and of the lines parted at need if these count."""
    rises: int
    """How many end above the one after them."""
    short: tuple[int, ...]
    """By how many lines each ends above its foot."""
    parted: int
    """How many begin with a line that does so at need."""
    ends: tuple[int, ...]
    """The entry after the last of each."""


# A page is laid out several times, mostly with the columns as they were.
@lru_cache(maxsize=256)
def _leveled(
    breaks: _Breaks, rooms: tuple[int, ...], slack: int, ordered: bool
) -> tuple[int, ...] | None:
    """Where the most level columns in these rooms end, of equal ones those that are longest first
    (CLREQ: missing lines stand at the end of the last column), or where neighbours are; None where
    none will do.

    `ordered`: lines parted at need count for less than which columns are the longest.
    """
    known: dict[tuple[int, int, int], _Ending | None] = {}
    ends_from: dict[tuple[int, int], list[tuple[int, int]]] = {}
    count = len(rooms)

    def from_column(column: int, start: int, above: int) -> _Ending | None:
        """`above`: by how many lines the column before ends above its foot."""
        if column == count:
            return _NOTHING_LEFT if start == breaks.end else None
        if (column, start, above) in known:
            return known[column, start, above]
        best: _Ending | None = None
        if (column, start) not in ends_from:
            ends_from[column, start] = breaks.ends(start, rooms[column], slack)
        for end, short in ends_from[column, start]:
            rest = from_column(column + 1, end, short)
            if rest is not None:
                parted = breaks.parts[end]
                ending = _Ending(
                    rest.cost + short**2 + (parted and not ordered),
                    rest.rises + (above > short),
                    (short, *rest.short),
                    rest.parted + parted,
                    (end, *rest.ends),
                )
                if best is None or ending < best:
                    best = ending
        known[column, start, above] = best
        return best

    found = from_column(0, 0, 0)
    return None if found is None else found.ends


_NOTHING_LEFT = _Ending(0, 0, (), 0, ())


class _Breaks:
    """Where columns of some entries may end, and what they take: each looked at once."""

    def __init__(self, entries: Sequence[Taking], at_need: bool) -> None:
        self.end = len(entries)
        self.taken = list(accumulate([entry.rows for entry in entries], initial=0))
        """The grid lines of all entries before each."""
        self.at_top = [entry.rows_at_top - entry.rows for entry in entries]
        """What each takes less at a column's head, below 0."""
        self.parts = [*[entry.at_need for entry in entries], False]
        """Which begin a column at need only."""
        self.may = [*_may_break(entries, at_need), True]
        """Before which a column may end."""
        self.heads = [at for at, entry in enumerate(entries) if entry.breaks]

    def rows(self, start: int, end: int) -> int:
        """The grid lines that a column from one entry to another takes."""
        return self.taken[end] - self.taken[start] + self.at_top[start] if end > start else 0

    def ends(self, start: int, room: int, slack: int) -> list[tuple[int, int]]:
        """Where a column may end, and by how many lines that is above its foot: a few at most."""
        found = [(start, room)] if room <= slack and self.may[start] else []
        if start == self.end:
            return found
        head = bisect_right(self.heads, start)
        last = self.heads[head] if head < len(self.heads) else self.end
        taken, foot = self.taken, room + self.taken[start] - self.at_top[start]
        low = bisect_left(taken, foot - slack, start + 1, last + 1)
        high = bisect_right(taken, foot, low, last + 1)
        return found + [(end, foot - taken[end]) for end in range(low, high) if self.may[end]]


@lru_cache(maxsize=64)
def _breaks_of(entries: tuple[Taking, ...], at_need: bool) -> _Breaks:
    return _Breaks(entries, at_need)

"""Columns that end level: the lowest frame that holds the words, its columns' ends together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import inf
from typing import Literal

from infographic.flow.column_ends import Fragment, filled_columns, least_height, leveled_columns
from infographic.flow.line_rooms import ColumnRoom, LineRoom
from infographic.flow.passages import Passage, entries_of
from infographic.flow.pour import Poured, Standing, pour, standing_in, stood
from infographic.foundation.record import record, replaced

Rooms = tuple[ColumnRoom, ...]
Balance = Literal["none", "level", "fill"]
"""“none”: each column is filled before the next. “level”: their ends are level. “fill”: level, and
lines left empty go above what begins, so that all reach the foot."""
TALLEST = 4000
"""Grid lines: no page is so tall."""


@record
class Leveled:
    """The words in a frame of so many grid lines."""

    height: int
    rooms: Rooms
    poured: Poured


def filled_in_turn(passages: tuple[Passage, ...], rooms: Rooms, leading: float) -> Poured:
    """Room after room filled in turn; the last ends where the words do."""
    measure = plain_measure(rooms)
    if measure is None:
        return pour(passages, rooms, leading)
    entries = _entries(passages, measure, leading)
    columns, left = filled_columns(entries, list(map(lines_in, rooms)))
    poured = stood(columns, rooms)
    return Poured(poured.stands, tuple(entries[len(entries) - left :])) if left else poured


def leveled(
    passages: tuple[Passage, ...],
    rooms_of: Callable[[int], Rooms],
    leading: float,
    most: int | None = None,
    before: Rooms = (),
) -> Leveled:
    """The words level in the lowest frame that holds them, of at most `most` grid lines.

    `rooms_of` gives the columns of a frame of so many lines; `before` are rooms of earlier frames,
    filled first. Ends differ by at most a line where headings and last lines allow it.
    """
    count = len(rooms_of(most or 1))
    if most is None and 1 + sum(passage.breaks for passage in passages) > count:
        # No height gives what begins a column one of its own: only the first ones stand.
        first = leveled(_before_break(passages, count), rooms_of, leading)
        return replaced(first, poured=filled_in_turn(passages, first.rooms, leading))
    tallest = most if most is not None else TALLEST
    measure = plain_measure(rooms_of(tallest if most is not None else 200)) if not before else None
    if measure is not None:
        entries = _entries(passages, measure, leading)
        height, columns = leveled_columns(
            entries, lambda h: [lines_in(r) for r in rooms_of(h)], most
        )
        rooms = rooms_of(height)
        # A taller frame than was looked at may hold a block further down.
        if plain_measure(rooms) is not None:
            if sum(len(column.entries) for column in columns) < len(entries):
                return Leveled(height, rooms, filled_in_turn(passages, rooms, leading))
            return Leveled(height, rooms, stood(columns, rooms))
    least = _least(passages, rooms_of, leading, tallest, before)

    def holds(height: int) -> bool:
        return not pour(passages, (*before, *rooms_of(height)), leading).left

    height = lowest(holds, least, tallest)
    rooms = rooms_of(height)
    poured = pour(passages, (*before, *rooms), leading)
    if poured.left:
        return Leveled(height, rooms, poured)
    found = _leveled_by_cutting(Leveled(height, rooms, poured), passages, leading, before)
    if raggedness(found, len(before)) <= LEVEL:
        return found
    poured = pour(passages, (*before, *rooms), leading, at_need=True)
    at_need = _leveled_by_cutting(
        Leveled(height, rooms, poured), passages, leading, before, at_need=True
    )
    is_better = raggedness(at_need, len(before)) < raggedness(found, len(before))
    return at_need if is_better and not at_need.poured.left else found


NEARBY = 8
"""So many grid lines are tried one by one: the lowest frame of nearly all texts is among them."""


def lowest(holds: Callable[[int], bool], least: int, most: int) -> int:
    """The lowest height from `least` on that holds the words; `most` where none does.

    >>> tried = []
    >>> lowest(lambda height: tried.append(height) or height >= 130, 100, 200)
    130
    >>> tried[:9], len(tried)
    ([100, 101, 102, 103, 104, 105, 106, 107, 108], 17)
    """
    low, height, step = least - 1, least, 1
    while height < most and not holds(height):
        # The guess is so much of the text off: further on in ever longer steps.
        step = step * 2 if height >= least + NEARBY else 1
        low, height = height, min(height + step, most)
    while height - low > 1:
        middle = (low + height) // 2
        low, height = (low, middle) if holds(middle) else (middle, height)
    return height


def _before_break(passages: tuple[Passage, ...], number: int) -> tuple[Passage, ...]:
    """What stands before the break of this number, from 1."""
    breaks = [at for at, passage in enumerate(passages) if passage.breaks]
    return passages[: breaks[number - 1]]


def _least(
    passages: tuple[Passage, ...], rooms_of: Callable[[int], Rooms], leading: float, most: int,
    before: Rooms,
) -> int:  # fmt: skip
    """A height that surely does not hold the words, or only just: where the search begins."""
    widths = [row.width for room in (*before, *rooms_of(min(most, 60))) for row in room if row]
    if not widths:
        return most
    measure = sum(widths) / len(widths)
    entries = _entries(passages, measure, leading)
    area = 0.97 * measure * (sum(entry.rows for entry in entries) - 2)
    area -= sum(row.width for room in before for row in room if row)

    def lines_of(height: int) -> list[int]:
        return [int(sum(row.width for row in room if row)) for room in rooms_of(height)]

    least = least_height(lines_of, max(int(area), 1), most)
    # The estimate may be too high where the words happen to fit well.
    while least > 1 and not pour(passages, (*before, *rooms_of(least - 1)), leading).left:
        least -= 1
    return least


def _leveled_by_cutting(
    found: Leveled, passages: tuple[Passage, ...], leading: float, before: Rooms,
    at_need: bool = False,
) -> Leveled:  # fmt: skip
    """The spare lines of the last column shared with those before it."""
    count, first = len(found.rooms), len(before)
    best = found
    # First all columns from one on end a line higher, then the fullest, one after the other.
    cuts = [[int(n >= start) for n in range(count)] for start in range(1, count)]
    for cut in cuts:
        if raggedness(best, first) <= LEVEL:
            return best
        best = _less_ragged(best, _cut(found, cut, passages, leading, before, at_need), first)
    cut, tried = [0] * count, found
    for _ in range(MOST_CUTS):
        if raggedness(best, first) <= LEVEL or tried.poured.left:
            break
        spare = lines_left(found.rooms, tried.poured, first)
        fullest = min((n for n, room in zip(spare[:-1], found.rooms, strict=False) if any(room)),
                      default=0)  # fmt: skip
        cut = [lines + (n < count - 1 and spare[n] == fullest) for n, lines in enumerate(cut)]
        tried = _cut(found, cut, passages, leading, before, at_need)
        best = _less_ragged(best, tried, first)
    return best


MOST_CUTS = 6


def _cut(
    found: Leveled, cut: Sequence[int], passages: tuple[Passage, ...], leading: float,
    before: Rooms, at_need: bool,
) -> Leveled:  # fmt: skip
    """The words in the same rooms, each without so many of its last lines."""
    rooms = tuple(
        room[: max(found.height - lines, 0)] if lines else room
        for room, lines in zip(found.rooms, cut, strict=True)
    )
    poured = pour(passages, (*before, *rooms), leading, at_need)
    return Leveled(found.height, found.rooms, poured)


def _less_ragged(one: Leveled, other: Leveled, first: int) -> Leveled:
    """The other where it holds all words and its ends differ less."""
    if other.poured.left or raggedness(other, first) >= raggedness(one, first):
        return one
    return other


LEVEL = (1, False, inf)
"""Columns no more ragged than this are level."""


def raggedness(found: Leveled, first: int = 0) -> tuple[int, bool, int]:
    """By how many lines the ends of columns differ, whether one ends above another further on, and
    the empty lines at all ends together.

    A column's end is counted from the last line that it has room for.
    """
    short = []
    for number, room in enumerate(found.rooms):
        last = max((i + 1 for i, row in enumerate(room) if row is not None), default=0)
        if last:
            short.append(max(last - found.poured.rows_in(first + number), 0))
    if not short:
        return 0, False, 0
    return max(short) - min(short), short != sorted(short), sum(short)


def filled_with_air(poured: Poured, rooms: Rooms, first: int = 0) -> Poured | None:
    """The words with the empty lines of a taller frame put above what begins in each column.

    At most one line each, above headings and leads first, below them last. None where a column
    would still end more than a line above its foot, or has a gap in it: then no column is spread,
    for they would no longer be level. Where one ends a line above its foot, so do those after it.
    `first` is the number of the first of the rooms.
    """
    moved, is_short = list(poured.stands), False
    for number, room in enumerate(rooms, first):
        inside, spare = _inside(moved, room, number)
        begins = _begins(moved, inside)
        if not inside or plain_measure((room,)) is None or spare > len(begins) + 1:
            return None
        _let_down(moved, inside, begins[: max(spare - is_short, 0)])
        is_short = is_short or spare > len(begins)
    return Poured(tuple(moved), poured.left)


def leveled_with_air(poured: Poured, rooms: Rooms, first: int = 0) -> Poured:
    """The words with empty lines above what begins in the columns that end too high.

    Where keeps part columns badly their ends differ by more than a line: the higher ones come
    down as far as it takes, a line above each heading, lead or paragraph at most: as far as the
    longest where that stands further on, else to a line above its end.
    """
    moved = list(poured.stands)
    columns = [(room, *_inside(moved, room, number)) for number, room in enumerate(rooms, first)]
    least = min((spare for _, inside, spare in columns if inside), default=0)
    last = max((at for at, (_, own, spare) in enumerate(columns) if own and spare == least),
               default=0)  # fmt: skip
    for at, (room, inside, spare) in enumerate(columns):
        if spare > least + 1:
            # Lines move down only where all below them are as wide.
            begins = [i for i in _begins(moved, inside) if _is_even(room[moved[i].row :])]
            _let_down(moved, inside, begins[: spare - least - (at > last)])
    return Poured(tuple(moved), poured.left)


def _inside(stands: Sequence[Standing], room: ColumnRoom, number: int) -> tuple[list[int], int]:
    """What stands in a room, and the lines left empty at its foot."""
    inside = [*standing_in(stands, range(number, number + 1))]
    last = max((row for row, place in enumerate(room) if place is not None), default=-1)
    return inside, last + 1 - max((stands[i].row + stands[i].rows for i in inside), default=0)


def _begins(stands: Sequence[Standing], inside: Sequence[int]) -> list[int]:
    """What begins below a column's head, in the order in which empty lines go above it.

    Nothing under a heading or lead: what it heads stands close to it.
    """
    begins = [
        i
        for i in inside[1:]
        if stands[i].entry.paragraph != stands[i - 1].entry.paragraph
        and stands[i - 1].entry.kind == "body"
    ]
    return sorted(begins, key=lambda i: (stands[i].entry.kind == "body", i))


def _is_even(rows: Sequence[LineRoom | None]) -> bool:
    """Whether lines may move down in these rows: no gap before the last, all as wide."""
    last = max((i for i, row in enumerate(rows) if row is not None), default=-1)
    return len(set(rows[: last + 1])) == 1


def _let_down(moved: list[Standing], inside: Sequence[int], below: Sequence[int]) -> None:
    """An empty line above each of `below`; what follows it in its column moves along."""
    down = 0
    for i in inside:
        down += i in below
        moved[i] = moved[i]._replace(row=moved[i].row + down)


def plain_measure(rooms: Sequence[ColumnRoom]) -> float | None:
    """The one measure of rooms that have no gap inside and are as wide throughout; else None."""
    widths = {round(row.width, 6) for room in rooms for row in room if row is not None}
    if len(widths) != 1:
        return None
    for room in rooms:
        places = [i for i, row in enumerate(room) if row is not None]
        if places and places[-1] - places[0] + 1 != len(places):
            return None
    return next(row.width for room in rooms for row in room if row is not None)


def lines_in(room: ColumnRoom) -> int:
    return len(room) - room.count(None)


def lines_left(rooms: Rooms, poured: Poured, first: int = 0) -> tuple[int, ...]:
    """The lines that stand empty at each room's foot."""
    return tuple(
        lines_in(room[poured.rows_in(number) :]) for number, room in enumerate(rooms, first)
    )


def empty_at_feet(rooms: Rooms, poured: Poured, below: int, first: int = 0) -> tuple[int, ...]:
    """The lines that stand empty in each column that has room for words, where its frame has so
    many more lines `below` those rooms."""
    left = lines_left(rooms, poured, first)
    return tuple(lines + below for lines, room in zip(left, rooms, strict=True) if lines_in(room))


def lines_held(rooms: Rooms, below: int) -> int:
    """The lines that columns have room for, where their frame has so many more below them."""
    return sum(lines_in(room) + below for room in rooms if lines_in(room))


# Asked again while one body is levelled: a dozen bodies' lines are 5 MB.
@lru_cache(maxsize=12)
def _entries(passages: tuple[Passage, ...], measure: float, leading: float) -> tuple[Fragment, ...]:
    return tuple(entries_of(passages, measure, leading))

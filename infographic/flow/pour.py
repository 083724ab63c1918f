"""Running words through rooms of any width and place.

    passages ─ set into the rooms' grid lines in turn ─ look at each room's end ─► Poured

A room that ends badly (a heading at its foot, a paragraph's last line over its edge) is shortened
and the words are poured again, until every end is good or cannot be better. All is pure: the same
passages and rooms give the same lines.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import dropwhile, takewhile
from operator import attrgetter

from infographic.flow.column_ends import Column, Fragment
from infographic.flow.line_rooms import HAIR, ColumnRoom
from infographic.flow.passages import Passage, lines_of, solid
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.keeping import count_work
from infographic.text.paragraph import set_paragraph
from infographic.text.runaround import set_runaround
from infographic.text.set_lines import SetLine


class Standing(NamedTuple):
    """Where an entry stands: its room, its first grid line there, how many it takes, its left
    edge."""

    entry: Fragment
    room: int
    row: int
    rows: int
    x: float


@record
class Poured:
    """What stands where, in the words' order; `left` did not find room."""

    stands: tuple[Standing, ...]
    left: tuple[Fragment, ...]

    def rows_in(self, room: int) -> int:
        """The grid line after the last one that is taken in a room, 0 for none."""
        return max((s.row + s.rows for s in self.in_rooms(range(room, room + 1))), default=0)

    def in_rooms(self, rooms: range) -> tuple[Standing, ...]:
        """What stands in some rooms, one after the other."""
        inside = standing_in(self.stands, rooms)
        return self.stands[inside.start : inside.stop]

    def last_row(self, rooms: Sequence[int], top: int, foot: int) -> int:
        """The grid line after the last one between `top` and `foot` that is taken in these rooms;
        `top` where none is."""
        ends = (s.row + s.rows for s in self.stands if s.room in rooms and top <= s.row < foot)
        return min(max(ends, default=top), foot)

    @property
    def last_room(self) -> int:
        return self.stands[-1].room if self.stands else 0


def standing_in(stands: Sequence[Standing], rooms: range) -> range:
    """Which of the stands are in some rooms: found by halves, for a thread may have rooms by the
    thousand, each asked for its own."""
    begins = bisect_left(stands, rooms.start, key=_room_of)
    return range(begins, bisect_left(stands, rooms.stop, begins, key=_room_of))


_room_of = attrgetter("room")


class _Slot(NamedTuple):
    """One grid line where type may stand."""

    room: int
    row: int
    x: float
    width: float
    is_head: bool
    """The first of its room, or below a gap."""


@lru_cache(maxsize=256)
def pour(
    passages: tuple[Passage, ...],
    rooms: tuple[ColumnRoom, ...],
    leading: float,
    at_need: bool = False,
) -> Poured:
    """Set the passages into the rooms; `at_need` a paragraph's first line may end one.

    A room's end is looked at as soon as what goes on after it is set, so that a bad one costs the
    paragraph before it, and not all that follow.
    Raises `SpecError` where a page has tried too much of it.
    """
    limits = [len(room) for room in rooms]
    settled: set[int] = set()
    run = _Run(passages, rooms, leading)
    by_number = {passage.number: passage for passage in passages}
    bound = 1
    count_poured(len(rooms), passages)
    while run.sets_next():
        count_poured(1 + max(len(run.stands) - bound, 0), passages)
        end = _better_ends(run.stands, bound, by_number, settled, at_need)
        bound = max(len(run.stands), 1)
        if end is None:
            continue
        room, limit = end
        count_poured(len(rooms) // 8, passages)
        before = limits[room]
        if limit <= min(stand.row for stand in run.in_room(room)):
            # Nothing would be left in the room: a bad end is better than an empty column.
            settled.add(room)
            limits[room] = len(rooms[room])
        else:
            limits[room] = limit
        run.back_to(room, min(before, limits[room]))
        run.limit(room, limits[room])
        # What is kept has been looked at, each paragraph to its end.
        bound = max(len(run.stands), 1)
    return Poured(tuple(run.stands), tuple(run.left))


def count_poured(lines: int, passages: Sequence[Passage]) -> None:
    """Count lines that a page in the making pours, tried or to stand."""
    if passages:
        count_work("poured-lines", lines, passages[0].origin)


class _Run:
    """Passages set into the rooms' grid lines in turn; it can be taken up in the middle again."""

    def __init__(
        self, passages: Sequence[Passage], rooms: Sequence[ColumnRoom], leading: float
    ) -> None:
        self.passages, self.rooms, self.leading = passages, rooms, leading
        self.stands: list[Standing] = []
        self.left: list[Fragment] = []
        self._by_room: dict[tuple[int, int], list[_Slot]] = {}
        by_room = [self._slots_of(number, len(room)) for number, room in enumerate(rooms)]
        self._counts = [len(slots) for slots in by_room]
        self._slots = [slot for slots in by_room for slot in slots]
        # For each passage that is set: the slot it began at, and the stands before it.
        self._begun: list[tuple[int, int]] = []
        self._at = 0

    def in_room(self, room: int) -> Iterator[Standing]:
        """What stands in a room, of those near the end; from the last."""
        inside = dropwhile(lambda stand: stand.room > room, reversed(self.stands))
        return takewhile(lambda stand: stand.room == room, inside)

    def back_to(self, room: int, row: int) -> None:
        """Forget the passages that stand at a grid line or further on, or end right before it."""
        begins = sum(self._counts[:room])
        inside = self._slots[begins : begins + self._counts[room]]
        changed = begins + sum(slot.row < row for slot in inside)
        # A passage sees one slot more than it takes: how wide that is.
        while self._begun and self._at >= changed:
            self._at, stands = self._begun.pop()
            del self.stands[stands:]
            self.left.clear()

    def limit(self, room: int, rows: int) -> None:
        """From now on a room has so many grid lines."""
        begins, slots = sum(self._counts[:room]), self._slots_of(room, rows)
        self._slots[begins : begins + self._counts[room]] = slots
        self._counts[room] = len(slots)

    def sets_next(self) -> bool:
        """Set one more passage; whether there was one."""
        if len(self._begun) == len(self.passages):
            return False
        passage, slots, leading = self.passages[len(self._begun)], self._slots, self.leading
        self._begun.append((self._at, len(self.stands)))
        at = self._at
        if passage.breaks and at:
            room = slots[at - 1].room
            while at < len(slots) and slots[at].room == room:
                at += 1
        stand = _stand_solid if passage.is_solid(leading) else _stand_lines
        self._at = stand(passage, slots, at, leading, self.stands, self.left)
        return True

    def _slots_of(self, number: int, limit: int) -> list[_Slot]:
        key = number, limit
        if key not in self._by_room:
            found, before = [], False
            for row, place in enumerate(self.rooms[number][:limit]):
                if place is not None:
                    found.append(_Slot(number, row, place.x, place.width, not before))
                before = place is not None
            self._by_room[key] = found
        return self._by_room[key]


def _stand_lines(
    passage: Passage, slots: list[_Slot], at: int, leading: float,
    stands: list[Standing], left: list[Fragment],
) -> int:  # fmt: skip
    """A paragraph, line by line; the next free slot."""
    if at < len(slots) and not slots[at].is_head:
        room = slots[at].room
        for _ in range(passage.rows_above(leading)):
            if at < len(slots) and slots[at].room == room:
                at += 1
    for entry in lines_of(passage, lines_at(passage, slots, at), leading):
        if at < len(slots) and not left:
            slot = slots[at]
            stands.append(Standing(entry, slot.room, slot.row, 1, slot.x))
            at += 1
        else:
            left.append(entry)
            at = len(slots)
    return at


def lines_at(passage: Passage, slots: Sequence[_Slot], at: int) -> tuple[SetLine, ...]:
    """A paragraph set into the slots from `at` on."""
    if not slots:
        return set_paragraph(passage.copy, passage.style, 20 * passage.style.size).lines
    if passage.style.initial is not None and not _are_beneath(
        slots[at : at + passage.style.initial.lines]
    ):
        passage = replaced(passage, style=replaced(passage.style, initial=None))
    first = slots[min(at, len(slots) - 1)].width
    plain = set_paragraph(passage.copy, passage.style, first)
    reached = [slot.width for slot in slots[at : at + len(plain.lines) + 1]]
    if all(abs(width - first) < HAIR for width in reached):
        return plain.lines
    least = min(slot.width for slot in slots[at:])
    most = math.ceil((len(plain.lines) + 1) * first / least * 1.2) + 2
    widths = tuple(slot.width for slot in slots[at : at + most])
    return set_runaround(passage.copy, passage.style, widths).lines


def _are_beneath(slots: Sequence[_Slot]) -> bool:
    """Whether they are grid lines one below the other, from one left edge: so a drop cap wants."""
    return all(
        (slot.room, slot.row, slot.x) == (slots[0].room, slots[0].row + down, slots[0].x)
        for down, slot in enumerate(slots)
    )


def _stand_solid(
    passage: Passage, slots: list[_Slot], at: int, leading: float,
    stands: list[Standing], left: list[Fragment],
) -> int:  # fmt: skip
    """A heading, at the first place from `at` on where its grid lines lie one below the other."""
    for start in range(at, 0 if left else len(slots)):
        found = _solid_at(passage, slots, start, leading)
        if found is not None:
            stands.append(found)
            return start + found.rows
    width = slots[-1].width if slots else 20 * passage.style.size
    left.append(solid(passage, width, leading))
    return len(slots)


def _solid_at(passage: Passage, slots: list[_Slot], start: int, leading: float) -> Standing | None:
    """A heading at a slot; None where it finds no room there."""
    slot, width = slots[start], slots[start].width
    while width > 0:
        entry = solid(passage, width, leading)
        rows = entry.rows_at_top if slot.is_head else entry.rows
        taken = slots[start : start + rows]
        below = all(s.room == slot.room and s.row == slot.row + i for i, s in enumerate(taken))
        if len(taken) < rows or not below:
            return None
        # As wide as what all the lines it takes have in common.
        x = max(s.x for s in taken)
        free = min(s.x + s.width for s in taken) - x
        if free >= width - HAIR:
            return Standing(entry, slot.room, slot.row, rows, x)
        width = free
    return None


def stood(columns: Sequence[Column], rooms: Sequence[ColumnRoom]) -> Poured:
    """Columns that were counted, as they stand in their rooms, each without a gap."""
    stands = []
    for number, (column, room) in enumerate(zip(columns, rooms, strict=True)):
        row = next((i for i, place in enumerate(room) if place is not None), 0)
        for i, entry in enumerate(column.entries):
            rows = entry.rows if i else entry.rows_at_top
            place = room[row]
            assert place is not None
            taken = entry.rows - entry.air if i else rows
            stands.append(Standing(entry, number, row + rows - taken, taken, place.x))
            row += rows
    return Poured(tuple(stands), ())


# Where rooms end


def _better_ends(
    stands: Sequence[Standing],
    since: int,
    passages: dict[int, Passage],
    settled: set[int],
    at_need: bool,
) -> tuple[int, int] | None:
    """The first room whose end is bad, of those before stand `since` or a later one, and the grid
    line it should end before."""
    for bound in range(since, len(stands)):
        room = stands[bound - 1].room
        if room != stands[bound].room and room not in settled:
            limit = _better_end(stands, bound, passages, at_need)
            if limit is not None:
                return room, limit
    return None


def _better_end(
    stands: Sequence[Standing], bound: int, passages: dict[int, Passage], at_need: bool
) -> int | None:
    """The grid line before which a room should end that ends before stand `bound`."""
    last, first = stands[bound - 1], stands[bound]
    passage = passages[last.entry.paragraph]
    here = _lines_back(stands, bound)
    heading = _heading_before(stands, bound - here, last.room, passages)
    if first.entry.paragraph != last.entry.paragraph:
        if first.entry.breaks:
            return None
        if last.entry.keep:
            return last.row
        return (
            stands[heading].row
            if heading is not None and here < stands[heading].entry.keep
            else None
        )
    before, total = _counted(stands, bound)
    # The most lines that may stay; the room may begin with the paragraph's middle.
    kept = next(
        (n for n in range(here, 0, -1) if passage.may_part(before - here + n, total, at_need)), 0
    )
    if before == here and heading is not None and kept < stands[heading].entry.keep:
        return stands[heading].row
    return None if kept == here else stands[bound - here + kept].row


def _lines_back(stands: Sequence[Standing], bound: int) -> int:
    """How many stands before `bound` are of one paragraph and in one room."""
    last, count = stands[bound - 1], 0
    while count < bound:
        stand = stands[bound - 1 - count]
        if stand.room != last.room or stand.entry.paragraph != last.entry.paragraph:
            break
        count += 1
    return count


def _counted(stands: Sequence[Standing], bound: int) -> tuple[int, int]:
    """Of the paragraph that goes on at `bound`: its lines before, and all that found room."""
    number = stands[bound].entry.paragraph
    start, end = bound, bound
    while start and stands[start - 1].entry.paragraph == number:
        start -= 1
    while end < len(stands) and stands[end].entry.paragraph == number:
        end += 1
    return bound - start, end - start


def _heading_before(
    stands: Sequence[Standing], at: int, room: int, passages: dict[int, Passage]
) -> int | None:
    """The heading right before a stand, in its room."""
    if at < 1 or stands[at - 1].room != room:
        return None
    is_heading = passages[stands[at - 1].entry.paragraph].kind == "subhead"
    return at - 1 if is_heading else None

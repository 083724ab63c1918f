"""The columns of a thread: their rooms, the lines kept for jumps, and their ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise

from infographic.flow.frame_columns import ColumnSet, first_above
from infographic.flow.leveling import (
    Balance,
    Leveled,
    Rooms,
    empty_at_feet,
    filled_with_air,
    leveled,
    leveled_with_air,
    lines_left,
)
from infographic.flow.line_rooms import ColumnRoom, LineRoom
from infographic.flow.pour import Poured, pour
from infographic.flow.threads.slots import Found, ThreadText
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.layout.setting import TOLERANCE
from infographic.layout.stacking import too_tall
from infographic.text.style import TextStyle


class Jump(NamedTuple):
    """A line that leads from one page to another, in the grid line kept for it.

    What leads on stands at its line's end, what leads back at its beginning.
    """

    room: int
    row: int
    place: LineRoom
    text: str
    leads_on: bool


@record
class ThreadFrame:
    """A slot with its columns settled."""

    found: Found
    region: Region
    columns: ColumnSet
    shift: float
    most: int
    extra: tuple[int, ...] = ()
    """By how many lines its blocks are taller than they like."""
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with it whatever the words."""

    @property
    def balance(self) -> Balance:
        return self.found.slot.columns.balance

    def rooms(self, height: int) -> Rooms:
        return self.columns.rooms(height, self.extra)


def settled(found: Found, style: TextStyle) -> ThreadFrame:
    # Where it stands is known only now.
    region, leading = replaced(found.slot.region, y=found.top), style.leading
    columns = found.slot.columns.column_set(region, style, leading)
    shift = 0.0
    if region.grid and abs(leading - region.grid) <= TOLERANCE:
        shift = -(found.top + first_above(style)) % region.grid
    height = region.height or 0.0
    most = max(int((height - shift + TOLERANCE) / leading), 0)
    wanted, origin = found.slot.columns, found.origin
    faults = wanted.wrong_insets()
    narrow = wanted.too_narrow(region.width, style.size, origin)
    if narrow is not None:
        faults.append(narrow)
        most = 0
    elif not most:
        faults.append(_without_lines(height, origin))
    elif columns.lines_down(most) > most:
        faults.append(
            too_tall(say("phrase/insets"), columns.lines_down(most) * leading, height, origin)
        )
    extra = (0,) * len(columns.places)
    return ThreadFrame(found, region, columns, shift, most, extra, tuple(faults))


def _without_lines(height: float, origin: Origin) -> Diagnostic:
    return Diagnostic(say("thread-room", height=height), origin, severity=Severity.WARNING)


def all_rooms(
    frames: Sequence[ThreadFrame], text: ThreadText, labels: Sequence[str], reached: int
) -> tuple[Rooms, list[Jump]]:
    """The rooms of all frames up to page `reached`, less the lines kept for jumps there."""
    rooms = [
        list(room if frame.found.page <= reached else (None,) * len(room))
        for frame in frames
        for room in frame.rooms(frame.most)
    ]
    pages = [frame.found.page for frame in frames for _ in range(frame.columns.count)]
    jumps: list[Jump] = []
    if text.jump_style is None:
        return tuple(map(tuple, rooms)), jumps
    used = _pages_with_jumps(rooms, pages)
    for number, page in enumerate(pages):
        if used and page not in used:
            rooms[number] = [None] * len(rooms[number])
    for here, there in pairwise(used):
        foot = max(r for r, page in enumerate(pages) if page == here and any(rooms[r]))
        head = min(r for r, page in enumerate(pages) if page == there and any(rooms[r]))
        for room, at_foot, words in (
            (foot, True, text.jump_to.replace("{page}", labels[there])),
            (head, False, text.jump_from.replace("{page}", labels[here])),
        ):
            rows = [i for i, place in enumerate(rooms[room]) if place is not None]
            row = rows[-1] if at_foot else rows[0]
            place = rooms[room][row]
            assert place is not None
            jumps.append(Jump(room, row, place, words, at_foot))
            rooms[room][row] = None
    return tuple(map(tuple, rooms)), jumps


def _pages_with_jumps(
    rooms: Sequence[Sequence[LineRoom | None]], pages: Sequence[int]
) -> list[int]:
    """The pages that words come to and leave, in their order; [] where they stay on one.

    Each has a line for words beside those of its jumps; those with less room are passed by.
    """
    lines: Counter[int] = Counter()
    for room, page in zip(rooms, pages, strict=True):
        lines[page] += sum(place is not None for place in room)
    some = [page for page in sorted(lines) if lines[page] >= 2]
    used = [page for page in some if page in (some[0], some[-1]) or lines[page] >= 3]
    return used if len(used) > 1 else []


def ends_in(frames: Sequence[ThreadFrame], poured: Poured) -> tuple[int, int]:
    """The frame that the words end in, and its first room."""
    number = first = 0
    while poured.last_room >= first + frames[number].columns.count:
        first += frames[number].columns.count
        number += 1
    return number, first


def with_free_heights(
    frames: Sequence[ThreadFrame],
    poured: Poured,
    text: ThreadText,
    labels: Sequence[str],
    reached: int,
) -> list[ThreadFrame]:
    """The frames with the blocks in the one that the words end in as tall as fills it."""
    number, _ = ends_in(frames, poured)
    frame = frames[number]

    def with_lines(extra: tuple[int, ...]) -> list[ThreadFrame]:
        return [*frames[:number], replaced(frame, extra=extra), *frames[number + 1 :]]

    def fits(extra: tuple[int, ...]) -> bool:
        rooms, _ = all_rooms(with_lines(extra), text, labels, reached)
        tried = pour(text.passages, rooms, text.style.leading)
        return not tried.left and ends_in(frames, tried)[0] == number

    lines = frame.columns.free_lines(frame.most, fits, overset=bool(poured.left))
    return with_lines(lines)


def leveled_by_cutting(frames: Sequence[ThreadFrame], rooms: Rooms, text: ThreadText) -> Rooms:
    """The rooms with the columns of each frame that the words run on from made as short as its
    last, where a heading leaves that one short."""
    first, stood = 0, pour(text.passages, rooms, text.style.leading)
    for frame in frames:
        own = range(first, first + frame.columns.count)
        first = own.stop
        if frame.balance == "none":
            continue
        best, found, least = rooms, stood, None
        for cut in range(_MOST_CUT + 1):
            # Made anew only where one is cut: a thread may have rooms by the thousand.
            tried, poured = rooms, stood
            if cut:
                cut_rooms = [_shortened(rooms[number], cut) for number in own[:-1]]
                tried = (*rooms[: own.start], *cut_rooms, *rooms[own.stop - 1 :])
                poured = pour(text.passages, tried, text.style.leading)
            if poured.left or poured.last_room < own.stop:
                break
            inside = rooms[own.start : own.stop]
            spare = lines_left(inside, poured, own.start)
            left = [lines for lines, room in zip(spare, inside, strict=True) if any(room)]
            ragged = max(left, default=0) - min(left, default=0)
            if least is None or ragged < least:
                best, found, least = tried, poured, ragged
            if ragged <= 1:
                break
        rooms, stood = best, found
    return rooms


_MOST_CUT = 4
"""Grid lines: more than a lead and the lines that it is kept with leave no column short by."""


def _shortened(room: ColumnRoom, lines: int) -> ColumnRoom:
    """A column without its last lines for type."""
    rows = [i for i, place in enumerate(room) if place is not None]
    gone = set(rows[len(rows) - lines :]) if lines else set()
    return tuple(None if i in gone else place for i, place in enumerate(room))


def leveled_last(
    frames: Sequence[ThreadFrame],
    rooms: Rooms,
    poured: Poured,
    text: ThreadText,
    jumps: Sequence[Jump],
) -> tuple[Poured, list[int]]:
    """The words with the frame they end in levelled, and each frame's grid lines."""
    heights = [frame.most for frame in frames]
    if poured.left or not poured.stands:
        return poured, heights
    number, first = ends_in(frames, poured)
    frame = frames[number]
    if frame.balance == "none" or frame.columns.count == 1:
        return poured, heights
    taken = {(jump.room, jump.row) for jump in jumps}

    def rooms_of(height: int) -> Rooms:
        return free(frame.rooms(height), taken, first)

    found: Leveled = leveled(text.passages, rooms_of, text.style.leading, frame.most, rooms[:first])
    if found.poured.left:
        return poured, heights
    heights[number] = max(found.height, frame.columns.lines_down(found.height, frame.extra))
    return found.poured, heights


def most_ragged(
    frames: Sequence[ThreadFrame], poured: Poured, heights: Sequence[int], jumps: Sequence[Jump]
) -> int:
    """By how many lines the columns of a frame end apart, of the one where they differ most."""
    taken, most, first = {(jump.room, jump.row) for jump in jumps}, 0, 0
    for frame, height in zip(frames, heights, strict=True):
        inside = free(frame.rooms(height), taken, first)
        spare = lines_left(inside, poured, first)
        left = [lines for lines, room in zip(spare, inside, strict=True) if any(room)]
        if poured.last_room >= first and frame.balance != "none" and left:
            most = max(most, max(left) - min(left))
        first += frame.columns.count
    return most


def free(rooms: Rooms, taken: Container[tuple[int, int]], first: int) -> Rooms:
    """The rooms, numbered from `first`, without the lines that are taken."""
    return tuple(
        tuple(None if (room, row) in taken else place for row, place in enumerate(places))
        for room, places in enumerate(rooms, first)
    )


def ended(
    frame: ThreadFrame, height: int, poured: Poured, first: int, taken: Container[tuple[int, int]]
) -> tuple[Poured, int]:
    """The words with empty lines in a frame's columns as its balance asks, and its grid lines."""
    balance, givens = frame.balance, frame.region.givens
    if poured.left or balance == "none":
        return poured, height
    if balance == "fill" or givens.spread:
        full = filled_with_air(poured, free(frame.rooms(frame.most), taken, first), first)
        if full is not None:
            return full, frame.most
    if givens.trial or frame.columns.count == 1:
        return poured, height
    return leveled_with_air(poured, free(frame.rooms(height), taken, first), first), height


class FrameStood(NamedTuple):
    """A frame of a thread when its words stand in it."""

    frame: ThreadFrame
    own: range
    """The numbers of its rooms among those of all frames."""
    height: int
    """Its grid lines."""
    rooms: Rooms
    spare: int
    """The lines that it leaves empty."""
    empty: tuple[int, ...]
    """Those at the foot of each column which words could fill."""


def stood_in(
    frames: Sequence[ThreadFrame], poured: Poured, heights: Sequence[int], jumps: Sequence[Jump]
) -> tuple[Poured, list[FrameStood]]:
    """The words with empty lines as each frame's balance asks, and the frames with them."""
    taken = {(jump.room, jump.row) for jump in jumps}
    found, first = list[FrameStood](), 0
    for number, frame in enumerate(frames):
        own = range(first, first + frame.columns.count)
        first = own.stop
        spare = sum(lines_left(free(frame.rooms(frame.most), taken, own.start), poured, own.start))
        poured, height = ended(frame, heights[number], poured, own.start, taken)
        inside = free(frame.rooms(height), taken, own.start)
        empty = empty_at_feet(inside, poured, frame.most - height, own.start)
        if poured.last_room >= own.stop:
            # The words run on: what all its columns leave empty no words can fill.
            empty = tuple(lines - min(empty) for lines in empty)
        found.append(FrameStood(frame, own, height, inside, spare, empty))
    return poured, found

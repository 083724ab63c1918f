"""Threads: one text through frames anywhere on a page, and from page to page.

A frame of a thread cannot be filled where it is laid out: its words come from frames elsewhere.
It leaves an `Opening` in its place, an empty group that says what may stand there. When the pages
are laid out, all openings of a thread are gathered in their order, the words are poured through
them, and each opening is replaced by what stands in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from infographic.display.items import Frame, Group, Placed, Role, TextFrame
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, did_you_mean
from infographic.foundation.geometry import Point, Size
from infographic.layout.block import Region
from infographic.layout.body_tally import Body
from infographic.layout.column_set import ColumnSet, Setting, first_above
from infographic.layout.insets import Set
from infographic.layout.leveling import Leveled, Rooms, leveled
from infographic.layout.passages import Passage
from infographic.layout.pour import Poured, pour
from infographic.layout.rooms import Row
from infographic.layout.setting import TOLERANCE, stack_lines
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Alignment, TextStyle


@dataclass(frozen=True, slots=True)
class Text:
    """What runs through a thread."""

    passages: tuple[Passage, ...]
    style: TextStyle
    jump_style: TextStyle | None = None
    """For the lines where it leaves a page and comes to the next; None: none are set."""
    jump_to: str = "（下转第{page}版）"
    jump_from: str = "（上接第{page}版）"


class Framed(Protocol):
    """A block that is a frame of a thread."""

    @property
    def balance(self) -> str: ...
    def column_set(self, region: Region, style: TextStyle, leading: float) -> ColumnSet: ...
    def stand_insets(
        self, region: Region, insets: tuple[Set, ...], down: float
    ) -> tuple[list[Placed], list[Diagnostic]]: ...
    def rules(
        self, columns: ColumnSet, height: int, extra: tuple[int, ...], down: float
    ) -> list[Placed]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening(Group):
    """A place kept for a thread's words."""

    thread: str
    order: int
    block: Framed
    region: Region
    text: Text | None = None
    """Where the thread begins."""


def opening(
    thread: str, block: Framed, region: Region, origin: Origin, order: int, text: Text | None = None
) -> Frame:
    """The frame of a block that is one frame of a thread."""
    # Asked how tall it likes to be it takes nothing: only the room it is given says so.
    region = replace(region, height=region.height or 0.0)
    place = Opening(
        (), name="thread", thread=thread, order=order, block=block, region=region, text=text
    )
    size = Size(region.width, region.height or 0.0)
    return Frame(size, (Placed(Point(0, 0), place, origin),))


class _Found(NamedTuple):
    """An opening, its page, and its top below the type area's."""

    page: int
    number: int
    top: float
    opening: Opening
    origin: Origin


class Jump(NamedTuple):
    """A line that leads from one page to another, in the grid line kept for it.

    What leads on stands at its line's end, what leads back at its beginning.
    """

    room: int
    row: int
    place: Row
    text: str
    leads_on: bool


Page = tuple[Placed, ...]


def run_threads(
    pages: Sequence[Page], labels: Sequence[str]
) -> tuple[list[Page], list[Diagnostic]]:
    """Fill the openings of all pages; `labels` are the pages' printed numbers."""
    threads: dict[str, list[_Found]] = {}
    for page, items in enumerate(pages):
        for one in _openings(items, 0.0, page):
            threads.setdefault(one.opening.thread, []).append(one)
    if not threads:
        return list(pages), []
    filled: dict[int, Placed] = {}
    faults: list[Diagnostic] = []
    heads = {n: [f for f in found if f.opening.text is not None] for n, found in threads.items()}
    for name, found in threads.items():
        if len(heads[name]) != 1:
            faults.append(_without_head(name, found, heads))
            continue
        made, wrong = _run(_in_order(found), labels)
        filled.update(made)
        faults += wrong
    return [_replaced(items, filled) for items in pages], faults


def _openings(items: Page, y: float, page: int) -> Iterator[_Found]:
    for at, item, origin in items:
        if isinstance(item, Opening):
            yield _Found(page, id(item), y + at.y, item, origin)
        elif isinstance(item, Group):
            yield from _openings(item.items, y + at.y, page)


def _in_order(found: Sequence[_Found]) -> list[_Found]:
    """The head first, then page by page, by their order and as they are read."""
    return sorted(found, key=lambda f: (f.opening.text is None, f.page, f.opening.order))


def _replaced(items: Page, filled: dict[int, Placed]) -> Page:
    new = []
    for placed in items:
        item = placed.item
        if isinstance(item, Opening):
            made = filled.get(id(item))
            new.append(placed._replace(item=made.item, origin=made.origin) if made else placed)
        elif isinstance(item, Group) and item.items:
            inside = _replaced(item.items, filled)
            changed = any(a is not b for a, b in zip(inside, item.items, strict=True))
            new.append(placed._replace(item=replace(item, items=inside)) if changed else placed)
        else:
            new.append(placed)
    return tuple(new)


def _without_head(name: str, found: Sequence[_Found], heads: dict[str, list[_Found]]) -> Diagnostic:
    if heads[name]:
        message = f"{len(heads[name])} articles begin the thread “{name}”"
        return Diagnostic("thread-head", message, heads[name][1].origin, "give one another name")
    known = [other for other, own in heads.items() if own]
    return Diagnostic(
        "thread-head",
        f"no article begins the thread “{name}”",
        found[0].origin,
        did_you_mean(name, known) or f'give the article that begins it "thread": "{name}"',
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """An opening with its columns settled."""

    found: _Found
    region: Region
    columns: ColumnSet
    shift: float
    most: int
    extra: tuple[int, ...] = ()
    """By how many lines its blocks are taller than they like."""

    def rooms(self, height: int) -> Rooms:
        return self.columns.rooms(height, self.extra)


def _settled(found: _Found, style: TextStyle) -> _Frame:
    # Where it stands is known only now.
    region, leading = replace(found.opening.region, y=found.top), style.leading
    columns = found.opening.block.column_set(region, style, leading)
    shift = 0.0
    if region.grid and abs(leading - region.grid) <= TOLERANCE:
        shift = -(found.top + first_above(style)) % region.grid
    height = region.height or 0.0
    most = max(int((height - shift + TOLERANCE) / leading), 0)
    return _Frame(found, region, columns, shift, most, (0,) * len(columns.places))


def _run(
    found: Sequence[_Found], labels: Sequence[str]
) -> tuple[dict[int, Placed], list[Diagnostic]]:
    text = found[0].opening.text
    assert text is not None
    frames = [_settled(one, text.style) for one in found]
    leading = text.style.leading
    last = max(frame.found.page for frame in frames)
    # As few pages as hold it: each page that it leaves gives up a line for the jump.
    for reached in range(frames[0].found.page, last + 1):
        rooms, jumps = _all_rooms(frames, text, labels, reached)
        poured = pour(text.passages, rooms, leading)
        if not poured.left:
            break
    frames = _with_free_heights(frames, poured, text, labels, reached)
    rooms, jumps = _all_rooms(frames, text, labels, reached)
    poured = pour(text.passages, rooms, leading)
    poured, heights = _leveled(frames, rooms, poured, text, jumps)
    tally = Body(
        text.passages,
        lambda passages: not pour(passages, rooms, leading).left,
        sum(row is not None for room in rooms for row in room),
    )
    faults = _faults(frames, poured, tally)
    made, first = {}, 0
    for number, frame in enumerate(frames):
        own = range(first, first + frame.columns.count)
        first = own.stop
        placed, wrong = _filled(
            frame, heights[number], poured, own, text,
            [jump for jump in jumps if jump.room in own], tally, number == len(frames) - 1,
        )  # fmt: skip
        made[frame.found.number] = placed
        faults += wrong
    return made, faults


def _all_rooms(
    frames: Sequence[_Frame], text: Text, labels: Sequence[str], reached: int
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
    for before in range(1, len(rooms)):
        here, there = pages[before - 1], pages[before]
        if here == there or there > reached:
            continue
        foot = next((r for r in range(before - 1, -1, -1) if any(rooms[r])), None)
        head = next((r for r in range(before, len(rooms)) if any(rooms[r])), None)
        if foot is None or head is None:
            continue
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


def _last(frames: Sequence[_Frame], poured: Poured) -> tuple[int, int]:
    """The frame that the words end in, and its first room."""
    number = first = 0
    while poured.last_room >= first + frames[number].columns.count:
        first += frames[number].columns.count
        number += 1
    return number, first


def _with_free_heights(
    frames: Sequence[_Frame], poured: Poured, text: Text, labels: Sequence[str], reached: int
) -> list[_Frame]:
    """The frames with the blocks in the one that the words end in as tall as fills it."""
    number, _ = _last(frames, poured)
    frame = frames[number]

    def with_lines(extra: tuple[int, ...]) -> list[_Frame]:
        return [*frames[:number], replace(frame, extra=extra), *frames[number + 1 :]]

    def fits(extra: tuple[int, ...]) -> bool:
        rooms, _ = _all_rooms(with_lines(extra), text, labels, reached)
        tried = pour(text.passages, rooms, text.style.leading)
        return not tried.left and _last(frames, tried)[0] == number

    return with_lines(frame.columns.free_lines(frame.most, fits))


def _leveled(
    frames: Sequence[_Frame], rooms: Rooms, poured: Poured, text: Text, jumps: Sequence[Jump]
) -> tuple[Poured, list[int]]:
    """The words with the frame they end in levelled, and each frame's grid lines."""
    heights = [frame.most for frame in frames]
    if poured.left or not poured.stands:
        return poured, heights
    number, first = _last(frames, poured)
    frame = frames[number]
    if frame.found.opening.block.balance == "none" or frame.columns.count == 1:
        return poured, heights
    taken = {(jump.room, jump.row) for jump in jumps}

    def rooms_of(height: int) -> Rooms:
        return tuple(
            tuple(None if (room, row) in taken else place for row, place in enumerate(places))
            for room, places in enumerate(frame.rooms(height), first)
        )

    found: Leveled = leveled(text.passages, rooms_of, text.style.leading, frame.most, rooms[:first])
    if found.poured.left:
        return poured, heights
    heights[number] = max(found.height, frame.columns.lines_down(found.height, frame.extra))
    return found.poured, heights


def _filled(
    frame: _Frame, height: int, poured: Poured, own: range, text: Text, jumps: Sequence[Jump],
    body: Body, is_last: bool,
) -> tuple[Placed, list[Diagnostic]]:  # fmt: skip
    block, region = frame.found.opening.block, frame.region
    shift, columns = frame.shift, frame.columns
    insets, faults = block.stand_insets(region, columns.insets(height, frame.extra), shift)
    setting = Setting(text.style, text.passages, text.style.leading)
    items = [*insets, *setting.paragraphs(poured, own, shift)]
    for jump in jumps:
        items += _jump(jump, text, shift)
    items += block.rules(columns, height, frame.extra, shift)
    size = Size(region.width, region.height or 0.0)
    used = {stand.room: poured.rows_in(stand.room) for stand in poured.stands if stand.room in own}
    spare = sum(
        sum(place is not None for place in room[used.get(own.start + i, 0) :])
        for i, room in enumerate(frame.rooms(frame.most))
    ) - len(jumps)
    tally = body.tally_of_frame(bool(poured.left) and is_last, max(spare, 0), is_last)
    origins = [stand.entry.origin for stand in poured.stands if stand.room in own]
    group = Group(tuple(items), role=Role.ARTICLE, name="thread", frame=TextFrame(size, tally))
    origin = origins[0] if origins else frame.found.origin
    return Placed(Point(0, 0), group, origin), faults


def _jump(jump: Jump, text: Text, shift: float) -> tuple[Placed, ...]:
    assert text.jump_style is not None
    side = Alignment.RIGHT if jump.leads_on else Alignment.LEFT
    style = replace(text.jump_style, alignment=side, indent=0.0)
    copy = Copy((Span(jump.text),), BUILT_IN)
    paragraph = set_paragraph(copy, style, jump.place.width)
    top = shift + jump.row * text.style.leading
    baseline = top + first_above(text.style)
    first = paragraph.lines[0]
    at = Point(jump.place.x, baseline - first.above)
    group = Group(
        stack_lines(paragraph.lines, copy.origin, at).items, role=Role.PARAGRAPH, name="jump"
    )
    return (Placed(Point(0, 0), group, copy.origin),)


def _faults(frames: Sequence[_Frame], poured: Poured, body: Body) -> list[Diagnostic]:
    if not poured.left:
        return []
    over = body.over()
    rows = sum(entry.rows for entry in poured.left)
    return [
        Diagnostic(
            "overset",
            f"the body is {over} characters ({rows} lines) too long for the {len(frames)} frames "
            "of its thread",
            poured.left[0].origin,
            f"cut {over} characters, give a frame more room, or add one to the thread",
        )
    ]

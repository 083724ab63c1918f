"""Places kept for the words of a thread, which come from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from infographic.display.frame import Frame
from infographic.display.items import Group, Placed
from infographic.display.notes import BlockNote, ItemPath, Note, PlacedNote, along, every_note
from infographic.flow.frame_columns import ColumnSet
from infographic.flow.insets import SetInset
from infographic.flow.passages import Passage
from infographic.flow.pour import Poured
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Size
from infographic.layout.block import Region
from infographic.layout.tally import without_last
from infographic.text.copy import Copy
from infographic.text.style import TextStyle


@dataclass(frozen=True, slots=True)
class ThreadText:
    """What runs through a thread."""

    passages: tuple[Passage, ...]
    style: TextStyle
    jump_style: TextStyle | None = None
    """For the lines where it leaves a page and comes to the next; None: none are set."""
    jump_to: str = "（下转第{page}版）"
    jump_from: str = "（上接第{page}版）"
    origin: Origin = BUILT_IN
    """The article's."""
    copies: tuple[Copy, ...] = ()
    """The words of the passages, as copyfitting takes them."""
    in_style: Callable[[Sequence[Copy], TextStyle], ThreadText] | None = None
    """The text with other words in another style, where its style says “fit”."""
    name: str = ""
    """The thread's."""

    def cut(self, count: int) -> ThreadText:
        """The text without so many characters at its end."""
        assert self.in_style is not None
        return self.in_style(without_last(self.copies, count), self.style)


class Framed(Protocol):
    """A block that is a frame of a thread."""

    @property
    def balance(self) -> str: ...
    def column_set(self, region: Region, style: TextStyle, leading: float) -> ColumnSet: ...
    def too_narrow(self, room: float, size: float, origin: Origin) -> Diagnostic | None: ...
    def wrong_insets(self) -> list[Diagnostic]: ...
    def stand_insets(self, region: Region, insets: tuple[SetInset, ...], down: float) -> Frame: ...
    def rules(
        self, columns: ColumnSet, poured: Poured, rooms: range, height: int,
        extra: tuple[int, ...], down: float,
    ) -> list[Placed]: ...  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening(Note):
    """A place kept for a thread's words: of an empty group."""

    thread: str
    order: int
    block: Framed
    region: Region
    text: ThreadText | None = None
    """Where the thread begins."""


def opening(
    thread: str,
    block: Framed,
    region: Region,
    origin: Origin,
    order: int,
    text: ThreadText | None = None,
) -> Frame:
    """The frame of a block that is one frame of a thread."""
    # Asked how tall it likes to be it takes nothing: only the room it is given says so.
    region = replace(region, height=region.height or 0.0)
    size = Size(region.width, region.height or 0.0)
    kept = Opening(thread=thread, order=order, block=block, region=region, text=text)
    return Frame(size).grouped(origin, name="thread").noted(kept, origin)


class Found(NamedTuple):
    """An opening: its page, the way to its group, and its top below the type area's."""

    page: int
    path: ItemPath
    top: float
    opening: Opening
    origin: Origin


def openings(page: int, frame: Frame) -> Iterator[Found]:
    """The openings of a page, in the order they are painted in."""
    for placed in every_note(frame.notes):
        if isinstance(placed.note, Opening):
            top = _top(frame.items, placed.path)
            yield Found(page, placed.path, top, placed.note, placed.origin)


def _top(items: Sequence[Placed], path: ItemPath) -> float:
    y = 0.0
    for number in path:
        at, item, _ = items[number]
        y, items = y + at.y, item.items if isinstance(item, Group) else ()
    return y


def filled_in(frame: Frame, made: Mapping[ItemPath, Frame]) -> Frame:
    """A page's frame with what stands in its openings, each a group, and what is noted there."""
    if not made:
        return frame
    items = tuple(_items(frame.items, (), made))
    return replace(frame, items=items, notes=tuple(_notes(frame.notes, (0,), made)))


def _items(
    items: Sequence[Placed], way: ItemPath, made: Mapping[ItemPath, Frame]
) -> Iterator[Placed]:
    for number, placed in enumerate(items):
        path, item = (*way, number), placed.item
        if path in made:
            ((_, group, origin),) = made[path].items
            yield placed._replace(item=group, origin=origin)
        elif isinstance(item, Group) and any(one[: len(path)] == path for one in made):
            inside = tuple(_items(item.items, path, made))
            yield placed._replace(item=replace(item, items=inside))
        else:
            yield placed


def _notes(
    notes: Sequence[PlacedNote], way: ItemPath, made: Mapping[ItemPath, Frame]
) -> Iterator[PlacedNote]:
    for placed in notes:
        path, note = along(way, placed.path), placed.note
        if isinstance(note, Opening) and path in made:
            for one in made[path].notes:
                yield one.moved(*placed.at)._replace(path=along(placed.path, one.path))
        elif isinstance(note, BlockNote):
            inside = tuple(_notes(note.notes, path, made))
            yield placed._replace(note=replace(note, notes=inside))
        else:
            yield placed

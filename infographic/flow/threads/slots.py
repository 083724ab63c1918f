"""Places kept for the words of a thread, which come from elsewhere."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from infographic.display.frame import Frame
from infographic.display.items import Group, Placed
from infographic.display.notes import BlockNote, ItemPath, PlacedNote, along, every_note
from infographic.flow.columns_wanted import ColumnsWanted
from infographic.flow.passages import Passage
from infographic.flow.running_text import RunningText
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Size
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.layout.notes import Reserved
from infographic.text.style import TextStyle


@record
class ThreadText:
    """What runs through a thread."""

    name: str
    """The thread's."""
    text: RunningText
    passages: tuple[Passage, ...]
    """The text's, or others that are tried in their stead."""
    jump_style: TextStyle | None = None
    """For the lines where it leaves a page and comes to the next; None: none are set."""
    jump_to: str = "（下转第{page}版）"
    jump_from: str = "（上接第{page}版）"

    @property
    def style(self) -> TextStyle:
        return self.text.style

    @property
    def origin(self) -> Origin:
        return self.text.origin

    def of(self, text: RunningText) -> ThreadText:
        """The same with another text."""
        return replaced(self, text=text, passages=text.passages)

    def cut(self, count: int) -> ThreadText:
        """The text without so many characters at its end."""
        return self.of(self.text.cut(count))


@record(kw_only=True)
class Slot(Reserved):
    """A place kept for a thread's words: of an empty group."""

    thread: str
    order: int
    columns: ColumnsWanted
    region: Region
    text: ThreadText | None = None
    """Where the thread begins."""


def slot(
    thread: str,
    columns: ColumnsWanted,
    region: Region,
    origin: Origin,
    order: int,
    text: ThreadText | None = None,
) -> Frame:
    """The frame of a block that is one frame of a thread."""
    # Asked how tall it likes to be it takes nothing: only the room it is given says so.
    region = replaced(region, height=region.height or 0.0)
    size = Size(region.width, region.height or 0.0)
    kept = Slot(thread=thread, order=order, columns=columns, region=region, text=text)
    return Frame(size).grouped(origin, name="thread").noted(kept, origin)


def begin_thread(text: ThreadText, columns: ColumnsWanted, region: Region) -> Frame:
    """The frame of the block that a thread begins in."""
    style, origin = text.style, text.origin
    # What is too wide is known when it stands in its frames.
    faults = text.text.wrong_words(math.inf)
    if style.fit is not None and style.fit.group:
        faults.append(
            Diagnostic(
                say("copyfit/thread-group", style=style.name, group=style.fit.group),
                origin, severity=Severity.WARNING,
            )
        )  # fmt: skip
    return replaced(slot(text.name, columns, region, origin, 0, text), faults=tuple(faults))


class Found(NamedTuple):
    """A slot: its page, the way to its group, and its top below the type area's."""

    page: int
    path: ItemPath
    top: float
    slot: Slot
    origin: Origin


def slots_of(page: int, frame: Frame) -> Iterator[Found]:
    """The slots of a page, in the order they are painted in."""
    for placed in every_note(frame.notes):
        if isinstance(placed.note, Slot):
            top = _top(frame.items, placed.path)
            yield Found(page, placed.path, top, placed.note, placed.origin)


def _top(items: Sequence[Placed], path: ItemPath) -> float:
    y = 0.0
    for number in path:
        at, item, _ = items[number]
        y, items = y + at.y, item.items if isinstance(item, Group) else ()
    return y


def filled_in(frame: Frame, made: Mapping[ItemPath, Frame]) -> Frame:
    """A page's frame with what stands in its slots, each a group, and what is noted there."""
    if not made:
        return frame
    items = tuple(_items(frame.items, (), made))
    return replaced(frame, items=items, notes=tuple(_notes(frame.notes, (0,), made)))


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
            yield placed._replace(item=replaced(item, items=inside))
        else:
            yield placed


def _notes(
    notes: Sequence[PlacedNote], way: ItemPath, made: Mapping[ItemPath, Frame]
) -> Iterator[PlacedNote]:
    for placed in notes:
        path, note = along(way, placed.path), placed.note
        if isinstance(note, Slot) and path in made:
            for one in made[path].notes:
                yield one.moved(*placed.at)._replace(path=along(placed.path, one.path))
        elif isinstance(note, BlockNote):
            inside = tuple(_notes(note.notes, path, made))
            yield placed._replace(note=replaced(note, notes=inside))
        else:
            yield placed

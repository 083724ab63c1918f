"""What layout remembers of a page beside its ink.

A note speaks of items of its frame and bubbles up as faults do: it is moved with the frame as that
is placed, and never reaches an item. What readers of the page need is here; `layout/notes` and
`flow/threads/slots` have what only layout needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import field, record
from infographic.foundation.record.tuples import NamedTuple

ItemPath = tuple[int, ...]
"""The way to an item: its group's number among a frame's items, and so on down; its own last."""


class Note:
    """What is remembered of some items of a frame."""

    __slots__ = ()


class PageNote(Note):
    """A note that the page keeps; it travels with it to other processes."""

    __slots__ = ()


N = TypeVar("N", bound=Note)


class PlacedNote(NamedTuple):
    """A note, where what it speaks of stands in its frame, and which of the frame's items it is."""

    at: Point
    """From the frame's top left corner; on a page, from the page's."""
    note: Note
    origin: Origin
    """The datum that caused what it speaks of."""
    path: ItemPath = (0,)
    """The way to the first of its items."""
    span: int = 1
    """It speaks of so many items, one after the other; 0 where nothing is drawn for it."""

    def moved(self, dx: float, dy: float) -> PlacedNote:
        at, note, origin, path, span = self
        return PlacedNote(Point(at.x + dx, at.y + dy), note, origin, path, span)

    def behind(self, items: int) -> PlacedNote:
        """The same in a frame that has so many items before those it had."""
        at, note, origin, path, span = self
        return PlacedNote(at, note, origin, (path[0] + items, *path[1:]), span)

    def in_group(self, number: int = 0) -> PlacedNote:
        """The same where its frame's items are those of a group, which is item `number`."""
        at, note, origin, path, span = self
        return PlacedNote(at, note, origin, (number, *path), span)


def along(way: ItemPath, path: ItemPath) -> ItemPath:
    """A path that starts at the item `way` leads to, from where that starts.

    >>> along((2, 5), (0, 1)), along((2, 5), (3,))
    ((2, 5, 1), (2, 8))
    """
    *groups, first = way
    return (*groups, first + path[0], *path[1:])


@record
class BlockNote(Note):
    """A block stands here: its kind, its size, and all notes in it, from its own corner and its
    first item."""

    kind: str
    size: Size
    notes: tuple[PlacedNote, ...] = ()


@record
class Tally:
    """How full a frame of words is, in an editor's units."""

    characters: int
    """The words that are to stand in it: the author's characters, marks and spaces counted."""
    over: int = 0
    """So many characters, from the end, do not fit: without them all the rest does."""
    over_lines: int = 0
    lines: int = 0
    """Lines that it has room for."""
    spare_lines: int = 0
    """Lines that stand empty."""
    spare: int = 0
    """So many Han could be added at the end, in the smallest size that the words may be set in."""
    remedy: str = ""
    """What would mend it, in words; "" where nothing is to be mended."""
    to_fill: int = 0
    """So many Han would fill the empty lines, in the size that the words are set in now."""

    @property
    def said(self) -> str:
        """In an editor's words.

        >>> Tally(100, over=37).said, Tally(100, spare_lines=2).said, Tally(100).said
        ('超37字', '欠2行', '满')
        """
        if self.over:
            return f"超{self.over}字"
        return f"欠{self.spare_lines}行" if self.spare_lines else "满"


class Counted(Protocol):
    """Words whose tally can be asked for: a frozen value, so that it travels with its page."""

    def tally(self) -> Tally:
        """How full their frame is. It sets the words anew: ask once."""
        ...


@record
class Reckoned(Counted):
    """A tally that is known, in place of what reckons it."""

    found: Tally

    def tally(self) -> Tally:
        return self.found


@record
class TextFrame(PageNote):
    """A frame of a given size that words are to fill."""

    size: Size
    words: Counted = field(compare=False)

    def __reduce__(self) -> tuple[object, ...]:
        # What reckons it holds blocks and rooms; a copy in another process has the figures alone.
        return TextFrame, (self.size, Reckoned(self.words.tally()))


@record
class RunningWords(PageNote):
    """Lines of one paragraph of a running text: with them a writer of another format finds the
    story behind the broken lines."""

    paragraph: int
    """Its number in the body, from 0."""
    style: str
    """Its paragraph style's name."""
    thread: str = ""
    """The thread that its text runs through; "" where it stands in one frame."""
    order: int = 0
    """The frame's place in the thread, from 0."""


@record
class EmptyFeet(PageNote):
    """Columns of words: the lines that stand empty at the foot of each."""

    lines: tuple[int, ...]
    held: int = 0
    """The lines that all of them have room for."""


@record
class FreePicture(PageNote):
    """A picture that takes the height that is left, and the height that it likes. In points."""

    height: float
    wanted: float


@record
class EmptyRoom(PageNote):
    """A set of numbers in a given height, and what of it is filled: its rows with the gaps that
    they like. In points."""

    height: float
    filled: float

    @property
    def share(self) -> float:
        """Of its height, what is empty."""
        return max(1 - self.filled / self.height, 0.0) if self.height > 0 else 0.0


@record
class Taken(PageNote):
    """Of several trees that a layout offers for one place, the one that stands there."""

    number: int
    """From 0."""


@record
class MeasuredGround(PageNote):
    """Words stand on a picture here, which was measured under them: they can be read on screens."""

    size: Size
    spread: float
    """The standard deviation of its lightness, 0…1."""
    contrast: float
    """Of the words to it (WCAG 2)."""


def every_note(
    notes: Sequence[PlacedNote], at: Point = Point(0, 0), way: ItemPath = (0,)
) -> Iterator[PlacedNote]:
    """All notes, those of blocks before those in them, each with its place and path from `at` and
    `way`."""
    for placed in notes:
        own, note, origin, path, span = placed
        here, path = Point(own.x + at.x, own.y + at.y), along(way, path)
        yield PlacedNote(here, note, origin, path, span)
        if isinstance(note, BlockNote):
            yield from every_note(note.notes, here, path)


def notes_of(kind: type[N], notes: Sequence[PlacedNote]) -> list[N]:
    """All notes of a kind, in the order of `every_note`; where they stand is not reckoned."""
    found: list[N] = []
    for placed in notes:
        note = placed.note
        if isinstance(note, kind):
            found.append(note)
        if isinstance(note, BlockNote) and note.notes:
            found += notes_of(kind, note.notes)
    return found

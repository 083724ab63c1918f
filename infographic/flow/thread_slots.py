"""Places kept for the words of a thread, which come from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from infographic.display.items import Frame, Group, Placed
from infographic.flow.frame_columns import ColumnSet
from infographic.flow.insets import SetInset
from infographic.flow.passages import Passage
from infographic.flow.pour import Poured
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
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
    def stand_insets(
        self, region: Region, insets: tuple[SetInset, ...], down: float
    ) -> tuple[list[Placed], list[Diagnostic]]: ...
    def rules(
        self, columns: ColumnSet, poured: Poured, rooms: range, height: int,
        extra: tuple[int, ...], down: float,
    ) -> list[Placed]: ...  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening(Group):
    """A place kept for a thread's words."""

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
    place = Opening(
        (), name="thread", thread=thread, order=order, block=block, region=region, text=text
    )
    size = Size(region.width, region.height or 0.0)
    return Frame(size, (Placed(Point(0, 0), place, origin),))


class Found(NamedTuple):
    """An opening, its page, and its top below the type area's."""

    page: int
    number: int
    top: float
    opening: Opening
    origin: Origin

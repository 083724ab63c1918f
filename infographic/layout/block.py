"""The one promise a block makes: given room, it answers with a frame."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from infographic.display.frame import Frame
from infographic.display.items import Group, Placed
from infographic.foundation import memo
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.geometry import Point
from infographic.foundation.memo import Memo
from infographic.foundation.record import field, record
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.copy import Copy

if TYPE_CHECKING:
    from infographic.text.style import TextStyle


@record
class SmallestType:
    """The smallest type that the press prints, in points; 0 for no limit."""

    positive: float = 0.0
    """In one ink on paper."""
    reversed: float = 0.0
    """White, or nearly: on a ground."""
    multi_ink: float = 0.0
    """In more than one ink."""
    tinted: float = 0.0
    """In tints alone: no solid ink draws its edges."""

    def of(self, color: Color) -> float:
        """The smallest size of type in a colour."""
        inks = [ink for ink in color.cmyk if ink > 0.004]
        if not inks:
            return max(self.positive, self.reversed)
        least = self.positive if len(inks) == 1 else max(self.positive, self.multi_ink)
        return least if max(inks) >= 0.85 else max(least, self.tinted)


class PageTokens(NamedTuple):
    """A layout's own styles and colours, for blocks that set words which no style was named for."""

    styles: Mapping[str, TextStyle]
    colors: Mapping[str, Color]
    unit: str
    """“px” on a canvas, else “pt”."""
    width: float
    """The page's, in points."""
    paper: Color | None = None
    """The page's ground."""


@record
class Givens:
    """What holds at every place of one page."""

    grid: float = 0.0
    """The page's baseline grid: a baseline every so many points below the type area's top; 0 for
    none."""
    smallest: SmallestType = SmallestType()
    shared: Mapping[str, float] = field(default_factory=dict)
    """The factor at which each group of blocks that fit themselves is set, by the group's name,
    where an earlier pass has found it."""
    yielding: float = 0.0
    """How far headlines give way to the rest of the page: from 0, not at all, to 1, each is set no
    larger than its smallest; above 1, as their first character alone."""
    cut: Copy | None = None
    """The words of the one headline that is laid out as its first character alone."""
    colors: Mapping[str, Color] = field(default_factory=dict)
    """The layout's colours by name, for what a story names: a drawing's."""
    figures: float = 1.0
    """The heights of pictures, of what the layout says (page fill)."""
    spacing: float = 1.0
    """Gaps between blocks, likewise."""
    numbers: float = 1.0
    """How far sets of numbers may grow to fill their height, likewise."""
    spread: bool = False
    """Every text in columns is balanced as “fill” has it."""
    trial: bool = False
    """Only whether all fits as its tuning has it is asked: no block gives way, no empty line is
    moved, and nothing is counted."""
    tokens: PageTokens | None = None
    """The layout's styles and colours by name."""
    language: str = "zh-Hans"
    """The story's, for words that are ours."""
    dateline: str = ""
    """The day of publication as the story prints it."""
    counted: bool = True
    """What is too long is counted to the character."""
    on_screen: bool = False
    """It is seen on screens alone, after its press profile: words may stand on pictures."""

    @property
    def key(self) -> tuple[Hashable, ...]:
        """What it has in common with others that are equal; a layout's tokens by identity."""
        tokens = self.tokens
        return (
            self.grid, self.smallest, tuple(self.shared.items()), self.yielding, self.cut,
            id(self.colors), self.figures, self.spacing, self.numbers, self.spread, self.trial,
            tokens and (id(tokens.styles), id(tokens.colors), *tokens[2:]),
            self.language, self.dateline, self.counted, self.on_screen,
        )  # fmt: skip

    @property
    def counts(self) -> bool:
        """Whether somebody reads by how many characters something is too long."""
        return self.counted and not self.trial


@record
class Region:
    """The room a block is given, in points.

    Without a height the block answers as tall as its content is. With one it fills exactly that:
    what can stretch does, and what does not fit is a fault of the frame, never clipped.
    """

    width: float
    height: float | None = None
    y: float = 0.0
    """How far its top lies below the type area's, as far as is known yet."""
    givens: Givens = Givens()
    contour: tuple[Point, ...] = ()
    """The outline that words run along, from the room's top left: they stand outside it."""

    def part(self, width: float, height: float | None = None, down: float = 0.0) -> Region:
        """Room inside this one, its top `down` points below this one's."""
        return Region(width, height, self.y + down, self.givens)

    def along(self, style: TextStyle) -> tuple[float, float | None]:
        """The measure of a style's lines in it, and the room for them one beside the other."""
        if style.column is None:
            return self.width, self.height
        return (inf if self.height is None else self.height), self.width

    @property
    def grid(self) -> float:
        return self.givens.grid

    @property
    def free(self) -> Region:
        """The same width, as tall as need be."""
        return self.part(self.width) if self.height is not None else self


def is_running_text(block: object) -> bool:
    """Whether a block's words are counted where they find no room, as an article's are."""
    return bool(getattr(block, "is_running_text", False))


@runtime_checkable
class Block(Protocol):
    """What is wanted at one place of the page, whole and frozen."""

    def lay_out(self, region: Region) -> Frame: ...


MOST_ITEMS = 4_500
"""In all frames that are kept: those of about five broadsheets. What counts the words of a frame
holds their galleys, half a megabyte a page."""
_FRAMES: Memo[Frame] = Memo("frames", MOST_ITEMS, lambda frame: 1 + _items_in(frame.items))
_GIVENS: Memo[Givens] = Memo("givens", 256)


def lay_out(block: Block, region: Region) -> Frame:
    """A block's frame in a region, noted as a block of its kind.

    Whatever holds blocks lays them out by this, so that `Page.blocks` misses none. A frame follows
    from the block, which is the same object as long as its content is (`loading/alike`), and from
    its region: it is kept by these.
    """
    givens = _same(region.givens)
    key = id(block), id(givens), region.width, region.height, region.y, region.contour
    known = _FRAMES.get(key)
    if known is not None:
        return known
    if memo.counting is not None:
        memo.counting.lay_outs[kind_of(type(block))] += 1
    frame = block.lay_out(region)
    frame = frame.as_block(kind_of(type(block)), getattr(block, "origin", BUILT_IN))
    return _FRAMES.put(key, frame, (block, givens))


def _same(givens: Givens) -> Givens:
    """The first of the givens that are equal."""
    return _GIVENS.made(id(givens), lambda: _GIVENS.made(givens.key, lambda: givens), givens)


def _items_in(items: tuple[Placed, ...]) -> int:
    groups = [placed.item.items for placed in items if isinstance(placed.item, Group)]
    return len(items) + sum(map(_items_in, groups))


@lru_cache(maxsize=256)
def kind_of(block: type) -> str:
    """The catalogue's name of a class of blocks: the class's own.

    >>> class PullQuote: ...
    >>> kind_of(PullQuote)
    'pull_quote'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", block.__name__).lower()


def is_picture(block: object) -> bool:
    """Whether a block may be a line of type taller or lower without harm, as a picture may."""
    return bool(getattr(block, "is_picture", False))

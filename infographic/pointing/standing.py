"""What stands on a page, item by item: each with its place, the blocks round it and its clip."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.display.blocks import PlacedBlock
from infographic.display.items import Group, Placed, Role
from infographic.display.notes import ItemPath
from infographic.display.page import Page, whole
from infographic.display.painted import common, outline_box
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record.tuples import NamedTuple

Chain = tuple[PlacedBlock, ...]
"""Blocks that stand in each other, the innermost last."""


class Standing(NamedTuple):
    """A line of type, a path or a picture, with its place on the page."""

    placed: Placed
    chain: Chain
    clip: Rect | None = None
    """What is seen of the page here; None for all of it."""
    is_reading: bool = False
    """It stands over other words."""
    is_figure: bool = False
    """It is of a drawing with a meaning: a chart, a map, a picture."""


class _Inside(NamedTuple):
    """What items stand in."""

    chain: Chain = ()
    way: ItemPath = ()
    """To their group, from the innermost block's first item."""
    clip: Rect | None = None
    is_seen: bool = True
    is_reading: bool = False
    is_figure: bool = False


def standing_on(page: Page) -> list[Standing]:
    """Everything that shows on a page, first what is painted first."""
    found: list[Standing] = []
    blocks = _Blocks(page)
    _look(page.items, Point(0, 0), _Inside(), found, blocks)
    return found


class _Blocks:
    """The blocks in a block, by the ways of their items."""

    def __init__(self, page: Page) -> None:
        self.page = whole(page)
        self.known: dict[int, dict[ItemPath, PlacedBlock]] = {}

    def into(self, inside: _Inside, number: int) -> tuple[Chain, ItemPath]:
        """The blocks that an item is in, and the way to it in the innermost."""
        chain, way = inside.chain, (*inside.way, number)
        while True:
            block = chain[-1] if chain else self.page
            inner = self.known.get(id(block))
            if inner is None:
                inner = self.known[id(block)] = block.inner()
            child = inner.get(way)
            if child is None:
                return chain, way
            chain, way = (*chain, child), (way[-1] - child.path[-1],)


def _look(
    items: Sequence[Placed], at: Point, inside: _Inside, found: list[Standing], blocks: _Blocks
) -> None:  # fmt: skip
    for number, (place, item, origin) in enumerate(items):
        here = Point(at.x + place.x, at.y + place.y)
        chain, way = blocks.into(inside, number)
        if isinstance(item, Group):
            within = _within(item, here, inside)._replace(chain=chain, way=way)
            if within.is_seen:
                _look(item.items, here, within, found, blocks)
            continue
        placed = Placed(here, item, origin)
        found.append(Standing(placed, chain, inside.clip, inside.is_reading, inside.is_figure))


def _within(group: Group, here: Point, outside: _Inside) -> _Inside:
    clip, is_seen = outside.clip, True
    if group.clip is not None:
        clip = common(Rect(*here, *group.clip), clip)
        is_seen = clip is not None
    if group.outline is not None and is_seen:
        clip = common(outline_box(group.outline, here), clip)
        is_seen = clip is not None
    return outside._replace(
        clip=clip,
        is_seen=is_seen,
        is_reading=outside.is_reading or group.role is Role.RUBY_TEXT,
        is_figure=outside.is_figure or group.role is Role.FIGURE,
    )

"""The blocks on a page: what each is, where it stands, and what stands in it.

Overlay, alt text, ledger and collisions go by these, so that no kind of block can be missing
from one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from infographic.display.items import Group, Placed
from infographic.display.notes import BlockNote, ItemPath, PageNote, PlacedNote
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record import record, replaced


@record
class PlacedBlock:
    """A block as it stands on a page. All places and lengths are the page's, in points."""

    kind: str
    """Its name in the catalogue."""
    box: Rect
    """The room it was laid out in; ink may reach out of it."""
    origin: Origin
    """Where the layout asks for it; of a stat in a set of them, the stat."""
    items: tuple[Placed, ...] = ()
    """What stands in it, the blocks in it included."""
    children: tuple[PlacedBlock, ...] = ()
    """The blocks in it, in the order they are painted in."""
    notes: tuple[PlacedNote, ...] = ()
    """Its own, with their places on the page; their paths start from its items."""
    path: ItemPath = (0,)
    """The way to its first item from the items of the block it stands in, or the page's."""

    def walk(self) -> Iterator[PlacedBlock]:
        """This block and every one in it, outer ones first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def own(self) -> Iterator[Placed]:
        """Every item that is not of a block in it, with its place; groups before what they hold."""
        return _own(self.items, Point(0, 0), (), self.inner())

    def inner(self) -> dict[ItemPath, PlacedBlock]:
        """The blocks in it, by the path of each of their items from its own first one."""
        return {
            (*child.path[:-1], child.path[-1] + number): child
            for child in self.children
            for number in range(len(child.items))
        }

    def moved(self, dx: float, dy: float) -> PlacedBlock:
        return replaced(
            self,
            box=Rect(self.box.x + dx, self.box.y + dy, *self.box.size),
            items=tuple(Placed(p.at.moved(dx, dy), p.item, p.origin) for p in self.items),
            children=tuple(child.moved(dx, dy) for child in self.children),
            notes=tuple(note.moved(dx, dy) for note in self.notes),
        )


def blocks_of(items: Sequence[Placed], notes: Sequence[PlacedNote]) -> tuple[PlacedBlock, ...]:
    """The blocks that notes speak of; `items` and the notes have their places on the page."""
    return tuple(
        _placed(placed, placed.note, items)
        for placed in notes
        if isinstance(placed.note, BlockNote)
    )


def _placed(at: PlacedNote, block: BlockNote, items: Sequence[Placed]) -> PlacedBlock:
    inside = tuple(_items_at(items, at.path, at.span))
    notes = [note.moved(*at.at) for note in block.notes]
    return PlacedBlock(
        block.kind,
        Rect(*at.at, *block.size),
        at.origin,
        inside,
        blocks_of(inside, notes),
        tuple(note for note in notes if isinstance(note.note, PageNote)),
        at.path,
    )


def _items_at(items: Sequence[Placed], path: ItemPath, count: int) -> Iterator[Placed]:
    left, top = 0.0, 0.0
    *groups, first = path
    for number in groups:
        (x, y), group, _ = items[number]
        assert isinstance(group, Group)
        left, top, items = left + x, top + y, group.items
    if not left and not top:
        yield from items[first : first + count]
        return
    for placed in items[first : first + count]:
        (x, y), item, origin = placed
        yield Placed(Point(x + left, y + top), item, origin)


def _own(
    items: Sequence[Placed], at: Point, way: ItemPath, inner: Mapping[ItemPath, PlacedBlock]
) -> Iterator[Placed]:
    for number, (place, item, origin) in enumerate(items):
        here = (*way, number)
        if here in inner:
            continue
        placed = Placed(place.moved(*at), item, origin)
        yield placed
        if isinstance(item, Group):
            yield from _own(item.items, placed.at, here, inner)


def innermost(
    block: PlacedBlock,
    inner_of: Callable[[PlacedBlock], Mapping[ItemPath, PlacedBlock]],
    path: ItemPath,
) -> tuple[PlacedBlock, ItemPath]:
    """The block that an item of another is of in the end, and the way to it from that block's
    first item; `inner_of` gives the blocks in one."""
    while (found := inner_of(block).get(path)) is not None:
        block, path = found, (path[-1] - found.path[-1],)
    return block, path

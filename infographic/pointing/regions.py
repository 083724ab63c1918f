"""Every datum on a page with its rectangles: for hovering in a browser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from infographic.display.blocks import PlacedBlock
from infographic.display.items import Path, TextLine
from infographic.display.page import Page
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.pointing.boxes import box_of, joined
from infographic.pointing.pointed import Owner, Pointed, pointed, seen
from infographic.pointing.standing import Standing

MOST_MARKS = 60
"""Regions of a chart's marks; of a chart with more only the chart is one, and `hit` tells them."""


class Region(NamedTuple):
    """A rectangle of a page that shows a datum. Its values are JSON's."""

    file: str
    """As messages name it; "" where no file has it."""
    pointer: str
    line: int
    """From 1; 0 where the file has no text. Of a sheet, the row."""
    column: int
    kind: str
    """The innermost block's, by its name in the catalogue."""
    owner: Owner
    x: float
    """Points from the trim's top left corner; so are the other lengths."""
    y: float
    width: float
    height: float
    depth: int
    """How many blocks it stands in."""


def regions(page: Page) -> tuple[Region, ...]:
    """Every datum that a page shows, with its rectangles: blocks before what stands in them, so
    that of those round a point the last is the innermost."""
    all_ = pointed(page)
    found: dict[tuple[object, ...], Region] = {}
    for one in _of_blocks(all_, page.blocks, 1):
        found.setdefault((one.file, one.pointer, *_rounded(one)), one)
    for one in _of_items(all_):
        # What stands in a block of its own size is told once, as itself.
        found.pop((one.file, one.pointer, *_rounded(one)), None)
        found[(one.file, one.pointer, *_rounded(one))] = one
    return tuple(sorted(found.values(), key=lambda one: one.depth))


def _rounded(one: Region) -> tuple[float, ...]:
    return tuple(round(length, 1) for length in (one.x, one.y, one.width, one.height))


def _region(all_: Pointed, origin: Origin, kind: str, box: Rect, depth: int) -> Region:
    owner = all_.owner(origin)
    file = "" if owner == "none" else origin.file
    x, y, width, height = (round(length, 2) for length in box)
    place = origin.pointer, origin.line, origin.column
    return Region(file, *place, kind, owner, x, y, width, height, depth)


def _of_blocks(all_: Pointed, blocks: Sequence[PlacedBlock], depth: int) -> Iterator[Region]:
    for block in blocks:
        if not seen((block,)):
            yield from _of_blocks(all_, block.children, depth)
            continue
        origin = all_.datum(block)
        if origin is None and not block.children:
            # A rule, an icon: it is of the layout.
            origin = block.origin
        if origin is not None and block.box.width > 0 and block.box.height > 0:
            yield _region(all_, origin, block.kind, block.box, depth)
        yield from _of_blocks(all_, block.children, depth + 1)


def _of_items(all_: Pointed) -> Iterator[Region]:
    """The words, pictures and marks, those of one datum in one block together."""
    groups: dict[tuple[int, str, int, int, int], list[Standing]] = {}
    for one in all_.standing:
        origin, item = one.placed.origin, one.placed.item
        owner = all_.owner(origin)
        if owner == "none" or (owner == "layout" and not isinstance(item, TextLine)):
            continue
        if isinstance(item, Path) and not one.is_figure:
            continue
        block = id(one.chain[-1]) if one.chain else 0
        key = block, origin.pointer, origin.line, origin.column, id(origin.source)
        groups.setdefault(key, []).append(one)
    counts = Counter(key[0] for key in groups)
    for key, group in groups.items():
        first = group[0]
        chain, origin = seen(first.chain), first.placed.origin
        own = all_.datum(chain[-1]) if chain and counts[key[0]] == 1 else None
        if own is not None and (own.pointer, own.source) == (origin.pointer, origin.source):
            # What a block shows alone is the block.
            continue
        if counts[key[0]] > MOST_MARKS and all_.owner(origin) == "data":
            continue
        kind = chain[-1].kind if chain else ""
        for box in joined(box_of(one) for one in group):
            yield _region(all_, origin, kind, box, len(chain) + 1)

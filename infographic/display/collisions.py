"""Lines of type that stand on one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from infographic.display.blocks import innermost
from infographic.display.items import GlyphRun, Group, Placed, Role, TextLine
from infographic.display.notes import ItemPath
from infographic.display.page import Page, whole
from infographic.display.painted import common, outline_box
from infographic.foundation.geometry import Point, Rect

HAN_ABOVE, LATIN_ABOVE, BELOW = 0.86, 0.74, 0.08
"""How far ink reaches above and below a baseline, in em; of Latin and figures the capitals."""
FIRST_HAN = 0x2E00
BESIDE = 0.43
"""How far ink reaches to either side of a vertical line's centre, in em."""
TOUCH = 0.05
"""Boxes may share so much of the smaller type's em, both ways: a blank in the cell, an overhang."""
UNREAD = (Role.ARTIFACT, Role.RUBY_TEXT)
"""Decoration, and readings that stand close to their base by right."""


class Collision(NamedTuple):
    """Two lines whose inks overlap, the one that begins higher on the page first."""

    first: Placed
    second: Placed
    box: Rect
    """What they share."""
    kinds: tuple[str, str] = ("", "")
    """The kinds of the blocks that they stand in."""


class _Ink(NamedTuple):
    box: Rect
    size: float
    line: Placed
    path: ItemPath
    """The way to its line from the page's items."""


def collisions(page: Page) -> tuple[Collision, ...]:
    """The pairs of lines whose inks overlap, each pair once, down the page."""
    inks = sorted(_inks(page.items, Point(0, 0), (), None), key=lambda ink: ink.box.y)
    found: dict[tuple[int, int], Collision] = {}
    open_: list[_Ink] = []
    for ink in inks:
        open_ = [other for other in open_ if other.box.bottom > ink.box.y]
        for other in open_:
            shared = common(ink.box, other.box)
            touch = TOUCH * min(ink.size, other.size)
            if other.line is ink.line or shared is None or min(shared.size) <= touch:
                continue
            key = (id(other.line), id(ink.line))
            if key not in found:
                kinds = _kind_at(page, other.path), _kind_at(page, ink.path)
                found[key] = Collision(other.line, ink.line, shared, kinds)
        open_.append(ink)
    return tuple(found.values())


def _kind_at(page: Page, path: ItemPath) -> str:
    """The kind of the innermost block that an item stands in."""
    block, way = whole(page), tuple[int, ...]()
    for number in path:
        block, way = innermost(block, block.inner(), (*way, number))
    return block.kind


def _inks(
    items: Sequence[Placed], at: Point, way: ItemPath, clip: Rect | None
) -> Iterator[_Ink]:  # fmt: skip
    for number, placed in enumerate(items):
        item, here = placed.item, placed.at.moved(*at)
        if isinstance(item, Group):
            if item.role in UNREAD:
                continue
            inside = clip
            if item.clip is not None:
                inside = common(Rect(*here, *item.clip), clip)
                if inside is None:
                    continue
            if item.outline is not None:
                inside = common(outline_box(item.outline, here), inside)
                if inside is None:
                    continue
            yield from _inks(item.items, here, (*way, number), inside)
        elif isinstance(item, TextLine):
            line = Placed(here, item, placed.origin)
            # An empty paragraph is a line without a run: its width ends nothing.
            ends = [*(start for start, _ in item.runs[1:]), item.width]
            for (start, run), end in zip(item.runs, ends, strict=False):
                box = common(_box(here, run, start, end, item.vertical), clip)
                if box is not None and "".join(run.texts).strip():
                    yield _Ink(box, run.size, line, (*way, number))


def _box(at: Point, run: GlyphRun, start: float, end: float, vertical: bool) -> Rect:
    size = run.size
    if vertical:
        return Rect(at.x - size * BESIDE, at.y + start, 2 * size * BESIDE, end - start)
    is_han = any(ord(character) >= FIRST_HAN for text in run.texts for character in text)
    above = size * (HAN_ABOVE if is_han else LATIN_ABOVE)
    # A drop cap stands lines below its own line's baseline.
    rise = size * min(run.ys) if run.ys and max(run.ys) < 0 else 0.0
    return Rect(at.x + start, at.y - rise - above, end - start, above + size * BELOW)

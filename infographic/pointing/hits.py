"""What stands at a point of a page, and the datum and character behind it."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from infographic.display.blocks import PlacedBlock
from infographic.display.items import Path, Picture, TextLine
from infographic.display.page import Page
from infographic.display.painted import bounds_of, is_inside
from infographic.display.strokes import tracks_of
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.pointing.characters import line_box, stretch_of
from infographic.pointing.pointed import Owner, Pointed, cell_of, pointed, seen
from infographic.pointing.standing import Chain, Standing
from infographic.pointing.words import Words

NEAR = 4.0
"""Points: so near to a line of type or a mark it is meant."""
CARET = 0.75
"""Points: how wide the cursor's rectangle is."""
HitKind = Literal["words", "picture", "mark", "block"]


class BlockHere(NamedTuple):
    """A block round a point."""

    kind: str
    """Its name in the catalogue."""
    box: Rect
    origin: Origin
    """Where the layout asks for it; of a stat in a set of them, the stat."""
    datum: Origin | None
    """The place in the story that its words have in common; None where it shows none of it."""


@record
class Hit:
    """What stands at a point. All lengths are in points, places those of the page."""

    kind: HitKind
    """What was hit; “mark” is what a chart, a map or an icon is drawn of."""
    blocks: tuple[BlockHere, ...]
    """The blocks there, the innermost last."""
    origin: Origin
    """The datum: the innermost that is known. Of words its pointer is that of the text value that
    the character is of, which may be another field than that of the words beside it."""
    owner: Owner
    """Whose the datum is; “none” for what no file has, as a figure's number."""
    box: Rect
    """Of the line, picture, mark or block that was hit."""
    offset: int | None = None
    """In a text: the character before which a cursor here stands, in code points of the value; of a
    CSV in its cell."""
    caret: Rect | None = None
    """Where that cursor would be drawn."""
    cell: str = ""
    """Of data in a workbook or CSV, the cell: “B7”."""


def hit(page: Page, point: Point, near: float = NEAR) -> Hit | None:
    """What stands at a point of a page; None outside all of it.

    Words are taken before what they stand on, what is small before what is large, and what is
    within `near` points for what is hit.
    """
    all_ = pointed(page)
    words = _nearest_words(all_.words, point, near)
    if words is not None:
        return _at_words(all_, words, point)
    blocks = _blocks_at(page.blocks, point)
    mark = _mark_at(all_, point, near)
    # A ground or a rule says less than the block that it is drawn for.
    if mark is not None and not (mark.is_figure or isinstance(mark.placed.item, Picture)):
        mark = None
    words = _short_line(all_, point, math.inf if mark is None else _area(bounds_of(mark.placed)))
    if words is not None:
        return _at_words(all_, words, point)
    if mark is not None:
        return _at_mark(all_, mark)
    return _at_blocks(all_, blocks) if seen(blocks) else None


# Words


def _nearest_words(lines: Sequence[Words], point: Point, near: float) -> Words | None:
    best: tuple[float, float] = near, math.inf
    found = None
    for words in lines:
        box = line_box(words.line, words.standing.placed.at)
        far = distance(box, point)
        if (far, box.height * box.width) < best and _shows(words.standing, point, near):
            best, found = (far, box.height * box.width), words
    return found


def _short_line(all_: Pointed, point: Point, smaller_than: float) -> Words | None:
    """The line that is meant in the empty part of a paragraph: beside its last, in its indent."""
    inside = [
        (_area(box), number)
        for number, (box, _) in enumerate(all_.paragraphs)
        if distance(box, point) == 0 and _area(box) < smaller_than
    ]
    if not inside:
        return None
    _, lines = all_.paragraphs[min(inside)[1]]
    return min(
        lines, key=lambda words: distance(line_box(words.line, words.standing.placed.at), point)
    )


def _area(box: Rect) -> float:
    return box.width * box.height


def _shows(standing: Standing, point: Point, near: float) -> bool:
    return standing.clip is None or distance(standing.clip, point) <= near


def distance(box: Rect, point: Point) -> float:
    """How far a point is from a box, in points; 0 in it."""
    across = max(box.x - point.x, point.x - box.right, 0.0)
    down = max(box.y - point.y, point.y - box.bottom, 0.0)
    return math.hypot(across, down)


def _at_words(all_: Pointed, words: Words, point: Point) -> Hit:
    placed, line = words.standing.placed, words.line
    along = point.y - placed.at.y if line.vertical else point.x - placed.at.x
    blocks, origin = _blocks(all_, words.standing.chain), placed.origin
    number = _character_at(all_, words, along)
    spot = words.spots[number] if number is not None else None
    offset, caret = None, None
    if number is not None and spot is not None:
        one = words.characters[number]
        is_behind = along > (one.start + one.end) / 2
        offset = spot.offset + is_behind
        origin = Origin(origin.source, spot.pointer, origin.line, origin.column)
        caret = _caret(line, placed.at, one.end if is_behind else one.start)
    elif all_.owner(origin) == "none":
        # A word of ours, such as “now” of a change, is its stat's.
        origin = _innermost(blocks, origin)
    return Hit(
        "words",
        blocks,
        all_.in_place(origin),
        all_.owner(origin),
        line_box(line, placed.at),
        offset,
        caret,
        cell_of(origin),
    )


def _character_at(all_: Pointed, words: Words, along: float) -> int | None:
    """The character at a place along its line; the nearest that was written, where the house added
    that one to a text. None in a number that is no text."""
    if not words.characters:
        return None
    starts = [one.start for one in words.characters]
    here = max(bisect_right(starts, along) - 1, 0)
    if words.spots[here] is None and not all_.is_text(words.standing.placed.origin):
        return None
    written = [number for number, spot in enumerate(words.spots) if spot is not None]
    return min(written, key=lambda number: abs(number - here), default=None)


def _caret(line: TextLine, at: Point, along: float) -> Rect:
    half = CARET / 2
    return stretch_of(line, at, along - half, along + half)


# Pictures and marks


def _mark_at(all_: Pointed, point: Point, near: float) -> Standing | None:
    """The picture or mark at a point: one that covers it before one that is near, one of a datum
    of its own before what its chart has for all, small before large."""
    best: tuple[float, ...] = (math.inf,)
    found = None
    # What is painted later lies over what is as small.
    for one in reversed(all_.standing):
        if isinstance(one.placed.item, TextLine):
            continue
        box = bounds_of(one.placed)
        if distance(box, point) > near or not _shows(one, point, near):
            continue
        far = _far_from(one, box, point)
        if far > near:
            continue
        is_shared = _is_shared(all_, one.placed.origin)
        key = far, is_shared, max(box.width, 1) * max(box.height, 1)
        if key < best:
            best, found = key, one
    return found


OF_A_CHART = 2
"""Steps of the pointer of a chart or a figure: “/charts/0”."""


def _is_shared(all_: Pointed, origin: Origin) -> bool:
    """Whether a mark is none of its chart's data: an axis, a grid line, a ground."""
    owner = all_.owner(origin)
    return owner != "data" and (owner != "story" or origin.pointer.count("/") <= OF_A_CHART)


EXACT = 0.5
"""Points from a line that is hit exactly."""


def _far_from(one: Standing, box: Rect, point: Point) -> float:
    """How far a point is from a picture or mark, in points; 0 where it is covered."""
    item, at = one.placed.item, one.placed.at
    if not isinstance(item, Path):
        return distance(box, point)
    if item.fill is not None and is_inside(item, at, point):
        return 0.0
    here = point.x - at.x, point.y - at.y
    half = item.stroke.width / 2 if item.stroke else 0.0
    lines = (
        _from_line(here, start, end)
        for track in tracks_of(item.segments, pieces=8)
        for start, end in pairwise(track)
    )
    far = min(lines, default=math.inf) - half
    return far if far > EXACT else 0.0


def _from_line(
    point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]
) -> float:
    """How far a point is from a straight line between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    long = dx * dx + dy * dy
    share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / long if long else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.hypot(point[0] - start[0] - share * dx, point[1] - start[1] - share * dy)


def _at_mark(all_: Pointed, mark: Standing) -> Hit:
    placed = mark.placed
    blocks = _blocks(all_, mark.chain)
    origin = placed.origin
    if all_.owner(origin) in ("none", "layout"):
        origin = _innermost(blocks, origin)
    kind: HitKind = "picture" if isinstance(placed.item, Picture) else "mark"
    box, owner = bounds_of(placed), all_.owner(origin)
    return Hit(kind, blocks, origin, owner, box, cell=cell_of(origin))


# Blocks


def _blocks_at(blocks: Sequence[PlacedBlock], point: Point) -> Chain:
    """The blocks round a point; of several beside each other the smallest."""
    chain: Chain = ()
    while here := [block for block in blocks if distance(block.box, point) == 0]:
        inner = min(here, key=lambda block: block.box.width * block.box.height)
        chain, blocks = (*chain, inner), inner.children
    return chain


def _blocks(all_: Pointed, chain: Chain) -> tuple[BlockHere, ...]:
    return tuple(
        BlockHere(block.kind, block.box, block.origin, all_.datum(block)) for block in seen(chain)
    )


def _at_blocks(all_: Pointed, chain: Chain) -> Hit:
    blocks = _blocks(all_, chain)
    last = blocks[-1]
    origin = last.datum or _innermost(blocks[-1:], last.origin)
    return Hit("block", blocks, origin, all_.owner(origin), last.box, cell=cell_of(origin))


def _innermost(blocks: Sequence[BlockHere], origin: Origin) -> Origin:
    """The innermost datum of blocks in each other; the one given where they show none."""
    for block in reversed(blocks):
        if block.datum is not None:
            return block.datum
    return origin

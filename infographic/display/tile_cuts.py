"""Where a long page is cut into tiles: between its lines, before a heading, into even heights."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from infographic.display.extents import extent
from infographic.display.items import Group, Path, Placed, Role, TextLine
from infographic.display.page import Page
from infographic.foundation.geometry import Point
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple

HEADINGS = frozenset({Role.HEADING_1, Role.HEADING_2, Role.HEADING_3})
WHOLE = frozenset({*HEADINGS, Role.LIST_ITEM, Role.PARAGRAPH, Role.CAPTION})
"""Groups that are better not cut, though they may be."""
LEAST = 1 / 3
"""A tile is at least so high, of the most that it may be."""

# What a cut or a tile costs, the first dearer than any number of those behind it.
THROUGH_LINE = 1e9
NO_WORDS = 1e7
SLIVER = 1e7
THROUGH_PICTURE = 1e6
AFTER_HEADING = 1e5
IN_BLOCK = {"figure": 1e3, "stat": 1e2}
"""Through a block of a kind: between a picture and its caption, a number and its label."""
TILE = 1e2
IN_GROUP = 8.0
UNEVEN = 40.0
"""Of a tile of no height; it grows with the square of what is missing."""
OFF_MIDDLE = 1.0
STEPS = 8
"""Places to a tile's height where nothing is to be seen of a gap."""


class Mark(NamedTuple):
    """A line, a picture or a small drawing: from where to where it reaches down the page."""

    top: float
    foot: float
    is_line: bool
    groups: tuple[tuple[int, Role], ...]
    """The groups with a role that it stands in, outermost first, each with a number of its own."""

    @property
    def is_heading(self) -> bool:
        return any(role in HEADINGS for _, role in self.groups)


@record
class Cut:
    """A place where a tile may end, and what that costs."""

    at: float
    cost: float


def cuts(page: Page, most: float) -> list[float]:
    """Where the tiles of at most `most` points end, the page's foot last.

    As few as can be, of even heights, each on whole pixels of the page and none under a third of
    `most`. A cut goes through no line of type and stands before a heading, not behind it; it goes
    through a picture only where that is taller than a tile, or a tile would be too low without.
    Where tiles are hardly higher than a line, one may be lower than a third all the same.
    """
    whole = page.trim.height
    if whole <= most + 0.01:
        return [whole]
    marks = sorted(_marks(page, most), key=lambda mark: mark.top)
    blocks = [
        (block.box.y, block.box.bottom, IN_BLOCK[block.kind])
        for placed in page.blocks for block in placed.walk() if block.kind in IN_BLOCK
    ]  # fmt: skip
    pixel = 72 / page.ppi
    # Down to a whole pixel, so that no tile begins inside one.
    wanted = {(at + 0.001) // pixel * pixel: off for at, off in _places(marks, whole, most)}
    found = [
        Cut(at, off + _through(marks, at) + _in_block(blocks, at))
        for at, off in sorted(wanted.items())
        if 0 < at < whole
    ]
    return [*_cheapest([Cut(0, 0), *found, Cut(whole, 0)], marks, most), whole]


def _cheapest(cuts: Sequence[Cut], marks: Sequence[Mark], most: float) -> list[float]:
    """The cheapest row of cuts from the first to the last, these two left out.

    The time goes with the cuts and with those in a tile's height.
    """
    tops = [mark.top for mark in marks]
    feet = list(accumulate((mark.foot for mark in marks), max))
    heights = [cut.at for cut in cuts]
    best = [0.0] + [float("inf")] * (len(cuts) - 1)
    before = [0] * len(cuts)
    for number in range(1, len(cuts)):
        foot = heights[number]
        for sooner in range(bisect_left(heights, foot - most - 0.01), number):
            top = heights[sooner]
            cost = best[sooner] + TILE + cuts[number].cost
            height = (foot - top) / most
            cost += UNEVEN * (1 - height) ** 2
            if height < LEAST - 0.001:
                cost += SLIVER
            begun = bisect_left(tops, foot)
            if not begun or feet[begun - 1] <= top:
                cost += NO_WORDS
            if cost < best[number]:
                best[number], before[number] = cost, sooner
    found, number = [], before[-1]
    while number:
        found.append(heights[number])
        number = before[number]
    return found[::-1]


def _places(marks: Sequence[Mark], whole: float, most: float) -> Iterator[tuple[float, float]]:
    """Where a tile may end, with how far from the best place of its gap that is, in cost.

    A later one of the same height counts: the middle of each gap behind its foot, and before them
    places at equal steps, for what has no gap in a tile's height.
    """
    steps = int(whole / most * STEPS)
    yield from ((whole * step / steps, OFF_MIDDLE) for step in range(1, steps))
    feet = list(accumulate((mark.foot for mark in marks), max))
    gaps = [(foot, mark.top) for foot, mark in zip([0.0, *feet], marks, strict=False)]
    yield from ((top, OFF_MIDDLE) for foot, top in gaps if top >= foot)
    yield from (((foot + top) / 2, 0.0) for foot, top in gaps if top >= foot)


def _parting(above: Mark, below: Mark) -> float:
    """What it costs to part two neighbours."""
    if above.is_heading and not below.is_heading:
        return AFTER_HEADING
    common = set(above.groups).intersection(below.groups)
    return IN_GROUP if any(role in WHOLE for _, role in common) else 0.0


def _in_block(blocks: Sequence[tuple[float, float, float]], at: float) -> float:
    return sum(cost for top, foot, cost in blocks if top + 0.01 < at < foot - 0.01)


def _through(marks: Sequence[Mark], at: float) -> float:
    """What it costs to cut through what stands at a height, or to part what stands round it."""
    first = bisect_right(marks, at - 0.01, key=lambda mark: mark.top)
    cost = 0.0
    above: Mark | None = None
    for mark in marks[:first]:
        if mark.foot > at + 0.01:
            cost += THROUGH_LINE if mark.is_line else THROUGH_PICTURE
        elif above is None or mark.foot >= above.foot:
            above = mark
    if above is not None and first < len(marks):
        cost += _parting(above, marks[first])
    return cost


def _marks(page: Page, most: float) -> Iterator[Mark]:
    numbers = iter(range(10**9))

    def inside(
        items: Iterable[Placed], at: Point, groups: tuple[tuple[int, Role], ...]
    ) -> Iterator[Mark]:
        for placed in items:
            here, item = placed.at.moved(*at), placed.item
            if isinstance(item, Group):
                own = groups if item.role is None else (*groups, (next(numbers), item.role))
                yield from inside(item.items, here, own)
                continue
            box = extent(Placed(here, item, placed.origin))
            # A large path is a ground, which may be cut, but for the place kept for a picture.
            is_ground = isinstance(item, Path) and box is not None and box.height > most / 4
            if box is None or (is_ground and all(role != Role.FIGURE for _, role in groups)):
                continue
            yield Mark(box.y, box.bottom, isinstance(item, TextLine), groups)

    yield from inside(page.items, Point(0, 0), ())

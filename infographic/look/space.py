"""Space: masses that are seen at the size of a stamp, and no hole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from infographic.display.emptiness import NOTHING, hole_on, matter
from infographic.display.items import Path, Picture
from infographic.display.page import Page
from infographic.display.painted import Painted, painted
from infographic.foundation.color import WHITE, Color
from infographic.foundation.geometry import Rect
from infographic.foundation.sayings import say
from infographic.look.measure import Measure, at_least, at_most, is_canvas, origin_at, view_of
from infographic.press.preflight.rules import luminance

HOLE = BAND = 0.2
"""Of what is seen at a time, and of its height."""
MASSES, PRINTED_MASSES = 0.2, 0.1
"""Of the page: pictures, grounds and marks. In print a page is seen larger, and has more type."""
SEEN_GROUND = 1.2
"""Contrast to white from which a ground is one: a 3 % wash on newsprint has 1.1."""
THIN = 4.0
"""Points: a rule or the line of a frame is no mass, and fills no band."""
CELLS = 64


def space(page: Page) -> Iterator[Measure]:
    view, shown = view_of(page), list(painted(page))
    area = view.width * view.height
    cells = max(round(CELLS * page.trim.height / view.height), CELLS)
    hole = hole_on(page, cells, view.height)
    share = hole.width * hole.height / area
    saying = say("look-hole", share=share, most=HOLE, width=hole.width, height=hole.height)
    yield at_most("hole", share, HOLE, saying, origin_at(page, hole), hole)
    band = deepest_band(page, shown)
    share = band.height / view.height
    saying = say("look-band", share=share, most=BAND, height=band.height)
    yield at_most("band", share, BAND, saying, origin_at(page, band), band)
    share = share_in_masses(page, shown)
    least = MASSES if is_canvas(page) else PRINTED_MASSES
    saying = say("look-masses", share=share, least=least)
    yield at_least("masses", share, least, saying, origin_at(page, Rect(0, 0, 0, 0)))


def deepest_band(page: Page, shown: Iterable[Painted]) -> Rect:
    """The deepest band from side to side that holds nothing but rules, down the visible page."""
    seen = Rect(0, 0, *page.trim).inset(page.safe_area)
    boxes = sorted(
        (box for box in matter(shown, page.trim) if min(box.size) > THIN and box.meets(seen)),
        key=lambda box: box.y,
    )
    reached, band = seen.y, NOTHING
    for top, foot in [*((box.y, box.bottom) for box in boxes), (seen.bottom, seen.bottom)]:
        if top - reached > band.height:
            band = Rect(seen.x, reached, seen.width, top - reached)
        reached = max(reached, foot)
    return band


def share_in_masses(page: Page, shown: Iterable[Painted]) -> float:
    """The share of the page that pictures, grounds and marks cover, each place once."""
    if page.paper is not None and _is_seen(page.paper):
        return 1.0
    columns = rows = CELLS
    filled = [0] * rows
    for box in _masses(shown):
        # By the cells' middles: what covers half of one covers it.
        left, right = _cells(box.x, box.right, page.trim.width)
        top, foot = _cells(box.y, box.bottom, page.trim.height)
        for row in range(top, foot) if right > left else ():
            filled[row] |= (1 << right) - (1 << left)
    return sum(bits.bit_count() for bits in filled) / (columns * rows)


def _cells(start: float, end: float, whole: float) -> tuple[int, int]:
    first, last = round(start / whole * CELLS), round(end / whole * CELLS)
    return min(max(first, 0), CELLS), min(max(last, 0), CELLS)


def _masses(shown: Iterable[Painted]) -> Iterator[Rect]:
    for one in shown:
        item = one.placed.item
        if isinstance(item, Picture):
            yield one.bounds
        elif isinstance(item, Path) and item.fill is not None and min(one.bounds.size) > THIN:
            # What stands for a picture is one, however pale it is.
            shows = _is_seen(item.fill) or one.block == "picture"
            yield from [one.bounds] if shows else []


def _is_seen(ground: Color) -> bool:
    low, high = sorted((luminance(ground), luminance(WHITE)))
    return (high + 0.05) / (low + 0.05) >= SEEN_GROUND

"""Pictures: not cut to pieces, in their order, and none a postage stamp beside another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from infographic.display.items import Group, Picture, Role
from infographic.display.page import Page
from infographic.display.painted import painted
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.look.measure import Measure, at_least, at_most

CROP = 0.55
"""Of a picture's area that is kept."""
STAMP = 1 / 6
"""Of the largest picture's area."""
TOUCH = 1.0
"""Points that places may share and still lie one above the other."""


class FigurePlace(NamedTuple):
    """A figure of the story, or the place kept for its picture."""

    number: int
    """In the story, from 0."""
    box: Rect
    origin: Origin


def pictures(page: Page) -> Iterator[Measure]:
    yield from _crop(page)
    places = figures_of(page)
    if len(places) > 1:
        yield from _order(places)
        largest, least = max(places, key=_area), min(places, key=_area)
        share = _area(least) / _area(largest) if _area(largest) else 0.0
        saying = say("look-stamp", share=share, least=STAMP, number=least.number + 1)
        yield at_least("stamps", share, STAMP, saying, least.origin, least.box, largest.box)


def figures_of(page: Page) -> tuple[FigurePlace, ...]:
    """The story's figures on a page, in the order that it is read aloud in."""
    found = []
    for placed in page.walk():
        group = placed.item
        top, _, number = placed.origin.pointer[1:].partition("/")
        if not isinstance(group, Group) or group.name != "picture" or group.clip is None:
            continue
        first = number.partition("/")[0]
        if group.role is Role.FIGURE and top == "figures" and first.isdecimal():
            found.append(FigurePlace(int(first), Rect(*placed.at, *group.clip), placed.origin))
    return tuple(found)


def _area(one: FigurePlace) -> float:
    return one.box.width * one.box.height


def _crop(page: Page) -> Iterator[Measure]:
    kept = list[tuple[float, Rect, Origin, str]]()
    for one in painted(page):
        item = one.placed.item
        if isinstance(item, Picture):
            seen = one.bounds.width * one.bounds.height / (item.size.width * item.size.height)
            window = item.window.width * item.window.height
            name = item.image.path.name
            kept.append((window * min(seen, 1.0), one.bounds, one.placed.origin, name))
    if kept:
        share, box, origin, name = min(kept, key=lambda one: one[0])
        saying = say("look-crop", share=share, least=CROP, picture=name)
        yield at_least("crop", share, CROP, saying, origin, box)


def _order(places: Sequence[FigurePlace]) -> Iterator[Measure]:
    """Pairs of which the later stands before the earlier: wholly above it, or left in one row."""
    wrong = [
        (earlier, later)
        for earlier, later in combinations(sorted(places, key=lambda one: one.number), 2)
        if earlier.number < later.number and _stands_before(later.box, earlier.box)
    ]
    earlier, later = wrong[0] if wrong else (places[0], places[1])
    saying = say("look-order", count=len(wrong), earlier=earlier.number + 1, later=later.number + 1)
    yield at_most("order", len(wrong), 0, saying, later.origin, earlier.box, later.box)


def _stands_before(one: Rect, other: Rect) -> bool:
    if one.bottom <= other.y + TOUCH:
        return True
    shared = min(one.bottom, other.bottom) - max(one.y, other.y)
    in_a_row = shared > min(one.height, other.height) / 2
    return in_a_row and one.right <= other.x + TOUCH

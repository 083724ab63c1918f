"""What shows through a transparent picture in print: the flat tint it stands on, or the paper.

Print has no transparency, so a picture's clear parts are given the inks of what lies below. Where
that is no single tint (a picture, type, the edge of a panel), they are given the page's ground.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from infographic.backends.pictures.develop import Inks
from infographic.display.items import Path, Picture
from infographic.display.page import Page
from infographic.display.painted import Painted, box_of, common, edges_of, is_inside, painted
from infographic.foundation.color import WHITE, Cmyk
from infographic.foundation.geometry import Point, Rect

if TYPE_CHECKING:
    from infographic.backends.pictures.color_management import PrintingCondition

NEAR = 0.05
"""Points; closer edges are the same edge."""


def inks_of(page: Page, press: PrintingCondition | None = None) -> Callable[[Picture, Point], Inks]:
    """For a picture and its place: what it is made for."""
    # Late: littlecms takes 15 ms to import.
    from infographic.backends.pictures import color_management

    condition = press or color_management.newsprint()
    bare = page.paper.cmyk if page.paper is not None else WHITE.cmyk
    grounds = dict(_grounds(page, bare))
    return lambda picture, at: Inks(condition, grounds.get((picture, at), bare))


def _grounds(page: Page, bare: Cmyk) -> Iterator[tuple[tuple[Picture, Point], Cmyk]]:
    below: list[Painted] = []
    for one in painted(page):
        item = one.placed.item
        if isinstance(item, Picture):
            yield (item, one.placed.at), _ground_of(one.bounds, below, bare)
        below.append(one)


def _ground_of(place: Rect, below: list[Painted], bare: Cmyk) -> Cmyk:
    inner = place.grown(-min(NEAR, place.width / 3, place.height / 3))
    middle = Point(inner.x + inner.width / 2, inner.y + inner.height / 2)
    for one in reversed(below):
        if common(inner, one.bounds) is None:
            continue
        path, at = one.placed.item, one.placed.at
        if not isinstance(path, Path) or _edges_meet(path, at, inner):
            return bare
        if path.opacity < 1 or one.outlines:
            return bare
        if path.fill is not None and is_inside(path, at, middle):
            # Where its bounds end before the picture does, a clip cuts the tint off.
            return path.fill.cmyk if _within(inner, one.bounds) else bare
    return bare


def _within(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x
        and inner.y >= outer.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def _edges_meet(path: Path, at: Point, rect: Rect) -> bool:
    """Whether an edge of the outline may cross the rectangle, by each edge's own box."""
    half = path.stroke.width / 2 if path.stroke else 0.0
    return any(common(box_of(edge).grown(half), rect) is not None for edge in edges_of(path, at))

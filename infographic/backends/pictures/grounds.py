"""What shows through a transparent picture in print: the flat tint it stands on, or the paper.

Print has no transparency, so a picture's clear parts are given the inks of what lies below: a flat
tint, or upright rectangles of several, as where a cut-out stands out of its panel. Where that is
anything else (a picture, type, a round corner), they are given the page's ground.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from infographic.backends.pictures.develop import Field, Inks
from infographic.display.items import Cap, Path, Picture
from infographic.display.page import Page
from infographic.display.painted import (
    Painted,
    box_in,
    box_of,
    common,
    edges_of,
    is_inside,
    painted,
)
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
    none = bare, tuple[Field, ...]()
    return lambda picture, at: Inks(condition, *grounds.get((picture, at), none))


Ground = tuple[Cmyk, tuple[Field, ...]]
"""A tint, and what lies on parts of it."""


def _grounds(page: Page, bare: Cmyk) -> Iterator[tuple[tuple[Picture, Point], Ground]]:
    below: list[Painted] = []
    for one in painted(page):
        item = one.placed.item
        if isinstance(item, Picture):
            yield (item, one.placed.at), _ground_of(one.bounds, below, bare)
        below.append(one)


def _ground_of(place: Rect, below: list[Painted], bare: Cmyk) -> Ground:
    found = _tint_of(place, below, bare)
    if found is not None:
        return found, ()
    return bare, _fields_of(place, below)


def _fields_of(place: Rect, below: list[Painted]) -> tuple[Field, ...]:
    """The upright rectangles of flat tints below a picture, in its shares, the lowest first; () if
    anything else lies there."""
    fields: list[Field] = []
    for one in reversed(below):
        seen = common(place, one.bounds)
        if seen is None:
            continue
        path = one.placed.item
        if not isinstance(path, Path) or path.opacity < 1 or one.outlines:
            return ()
        flat = _flat_of(path, one.placed.at)
        if flat is None:
            return ()
        box, tint = flat
        inside = common(box, seen)
        if inside is None:
            continue
        shares = Rect(
            (inside.x - place.x) / place.width, (inside.y - place.y) / place.height,
            inside.width / place.width, inside.height / place.height,
        )  # fmt: skip
        fields.append((Rect(*(round(share, 6) for share in shares)), tint))
        if _within(place.grown(-NEAR), inside):
            break
    return tuple(reversed(fields))


def _flat_of(path: Path, at: Point) -> tuple[Rect, Cmyk] | None:
    """The one upright rectangle that a path fills, or a line along an axis covers."""
    if path.fill is not None and path.stroke is None:
        box = box_in(path.segments)
        return None if box is None else (_moved(box, at), path.fill.cmyk)
    points = [point for _, point in path.segments]
    stroke = path.stroke
    if stroke is None or path.fill is not None or len(points) != 2 or stroke.dash:
        return None
    (x0, y0), (x1, y1) = points
    if stroke.cap is not Cap.BUTT or (x0 != x1 and y0 != y1):
        return None
    half = stroke.width / 2
    across, down = (half, 0.0) if x0 == x1 else (0.0, half)
    corner = Point(min(x0, x1) - across, min(y0, y1) - down)
    box = Rect(*corner, abs(x1 - x0) + 2 * across, abs(y1 - y0) + 2 * down)
    return _moved(box, at), stroke.color.cmyk


def _moved(box: Rect, at: Point) -> Rect:
    return Rect(box.x + at.x, box.y + at.y, box.width, box.height)


def _tint_of(place: Rect, below: list[Painted], bare: Cmyk) -> Cmyk | None:
    """The single tint below a picture; None where there is more than one thing."""
    inner = place.grown(-min(NEAR, place.width / 3, place.height / 3))
    middle = Point(inner.x + inner.width / 2, inner.y + inner.height / 2)
    for one in reversed(below):
        if common(inner, one.bounds) is None:
            continue
        path, at = one.placed.item, one.placed.at
        if not isinstance(path, Path) or _edges_meet(path, at, inner):
            return None
        if path.opacity < 1 or one.outlines:
            return None
        if path.fill is not None and is_inside(path, at, middle):
            # Where its bounds end before the picture does, a clip cuts the tint off.
            return path.fill.cmyk if _within(inner, one.bounds) else None
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

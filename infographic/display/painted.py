"""A page's ink in the order it is painted: what reaches where, and what lies over what."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, assert_never

from infographic.display.items import Group, Path, Picture, Placed, Segment, TextLine
from infographic.display.page import Page
from infographic.foundation.geometry import Point, Rect

HAIRLINE = 2.0
"""Points; a black line no thicker than this overprints, so that no paper shows on either side."""


class Painted(NamedTuple):
    """A line of type, a path or a picture, with its place on the page."""

    placed: Placed
    bounds: Rect
    """What holds all its ink (of type, the height of its lines), inside every clip."""
    block: str
    """The name of the block it belongs to."""


def painted(page: Page) -> Iterator[Painted]:
    """Everything that shows, first what is painted first; groups are opened."""
    return _painted(page.items, Point(0, 0), None, "")


def _painted(
    items: tuple[Placed, ...], at: Point, clip: Rect | None, block: str
) -> Iterator[Painted]:
    for placed in items:
        here = Point(at.x + placed.at.x, at.y + placed.at.y)
        item = placed.item
        if isinstance(item, Group):
            inside = clip
            if item.clip is not None:
                inside = common(Rect(*here, *item.clip), clip)
                if inside is None:
                    continue
            yield from _painted(item.items, here, inside, item.name or block)
            continue
        moved = Placed(here, item, placed.origin)
        bounds = common(bounds_of(moved), clip)
        if bounds is not None:
            yield Painted(moved, bounds, block)


def bounds_of(placed: Placed) -> Rect:
    """The rectangle that holds an item's ink; of a group, its place alone."""
    at, item = placed.at, placed.item
    match item:
        case Picture():
            return Rect(*at, *item.size)
        case TextLine():
            size = max((run.size for _, run in item.runs), default=0.0)
            if item.vertical:
                return Rect(at.x - size * 0.6, at.y, size * 1.2, item.width)
            return Rect(at.x, at.y - size, item.width, size * 1.3)
        case Path():
            extent = _extent_of(item)
            return Rect(at.x + extent.x, at.y + extent.y, extent.width, extent.height)
        case Group():
            return Rect(*at, 0, 0)
        case unknown:
            assert_never(unknown)


@lru_cache(maxsize=2048)
def _extent_of(path: Path) -> Rect:
    """What holds a path's ink, from its place."""
    points = [point for edge in edges_of(path, Point(0, 0)) for point in edge]
    grown = path.stroke.width / 2 if path.stroke else 0.0
    return box_of(points or [Point(0, 0)]).grown(grown)


def edges_of(path: Path, at: Point) -> Iterator[tuple[Point, ...]]:
    """Each side of an outline with its control points; what is open is closed, as filling does."""
    first = last = at
    for operator, values in path.segments:
        points = tuple(
            Point(at.x + x, at.y + y) for x, y in zip(values[0::2], values[1::2], strict=True)
        )
        if operator in "MZ":
            if last != first:
                yield last, first
            first = last = points[0] if points else first
        else:
            yield last, *points
            last = points[-1]
    if last != first:
        yield last, first


def is_inside(path: Path, at: Point, point: Point) -> bool:
    """Whether a point lies inside an outline, by the edges crossed on the way to its right.

    Curves count as the lines between their ends.
    """
    crossings = 0
    for edge in edges_of(path, at):
        (x1, y1), (x2, y2) = edge[0], edge[-1]
        if (y1 > point.y) != (y2 > point.y):
            crossings += point.x < x1 + (point.y - y1) / (y2 - y1) * (x2 - x1)
    return crossings % 2 == 1


def box_of(points: list[Point] | tuple[Point, ...]) -> Rect:
    xs, ys = [point.x for point in points], [point.y for point in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def common(one: Rect, other: Rect | None) -> Rect | None:
    """What two rectangles share; all of the one where there is no other.

    >>> common(Rect(0, 0, 9, 9), Rect(5, 5, 9, 9))
    Rect(x=5, y=5, width=4, height=4)
    """
    if other is None:
        return one
    x, y = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Rect(x, y, right - x, bottom - y) if right >= x and bottom >= y else None


def is_black_hairline(path: Path) -> bool:
    """A thin rule in black ink alone, drawn as a line or as a narrow shape."""
    if path.stroke is not None:
        thin = path.fill is None and path.stroke.width <= HAIRLINE
        return thin and path.stroke.color.is_black_alone
    if path.fill is None or not path.fill.is_black_alone:
        return False
    xs = [x for _, values in path.segments for x in values[0::2]]
    ys = [y for _, values in path.segments for y in values[1::2]]
    return bool(xs) and min(max(xs) - min(xs), max(ys) - min(ys)) <= HAIRLINE


def box_in(segments: Sequence[Segment]) -> Rect | None:
    """The upright rectangle that an outline is; None where it is another shape.

    >>> box_in((("M", (1, 2)), ("L", (4, 2)), ("L", (4, 6)), ("L", (1, 6)), ("Z", ())))
    Rect(x=1, y=2, width=3, height=4)
    """
    kinds = "".join(kind for kind, _ in segments)
    if kinds.rstrip("Z") not in ("MLLL", "MLLLL"):
        return None
    points = [point for _, point in segments if point]
    if len(points) == 5 and math.dist(points[0], points[4]) > 1e-6:
        return None
    for (x0, y0), (x1, y1) in zip(points[:4], (*points[1:4], points[0]), strict=True):
        if abs(x0 - x1) > 1e-4 and abs(y0 - y1) > 1e-4:
            return None
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

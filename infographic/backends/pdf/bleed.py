"""Ink past the trim: what touches the page's edge reaches on to the edge of the bleed.

A cut is never exact; without this, paper would show beside a ground that ends at the trim. Only
plain shapes move (rectangles and straight rules), clips and pictures; type stays where it is.
"""

from __future__ import annotations

from itertools import pairwise

from infographic.display.items import Group, Path, Picture, Placed, Segment
from infographic.display.page import Page
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record import replaced

NEAR = 0.05
"""An edge so near the trim, in points, is meant to lie on it."""


def bled(page: Page, bleed: float) -> Page:
    """The page with this bleed, its grounds and pictures at the trim's edge drawn on to it."""
    if bleed <= 0:
        return replaced(page, bleed=0.0)
    reach = _Reach(page.trim, bleed)
    return replaced(page, items=reach.items(page.items, Point(0, 0)), bleed=bleed)


class _Reach:
    def __init__(self, trim: Size, bleed: float) -> None:
        self.trim, self.bleed = trim, bleed

    def items(self, items: tuple[Placed, ...], at: Point) -> tuple[Placed, ...]:
        moved = tuple([self.placed(one, at) for one in items])
        # The very same where nothing touches an edge: lines of type are looked up by identity.
        same = all(new is old for new, old in zip(moved, items, strict=True))
        return items if same else moved

    def placed(self, placed: Placed, at: Point) -> Placed:
        here = placed.at.moved(*at)
        match placed.item:
            case Group() as group:
                return self.group(placed, group, here)
            case Path() as path if _is_straight(path):
                moved = self.path(path, here)
                return placed if moved is path else placed._replace(item=moved)
            case Picture() as picture:
                area = self.area(Rect(*here, *picture.size))
                if area.size == picture.size:
                    return placed
                return Placed(
                    Point(area.x - at.x, area.y - at.y),
                    _widened(picture, Rect(*here, *picture.size), area),
                    placed.origin,
                )
        return placed

    def group(self, placed: Placed, group: Group, here: Point) -> Placed:
        items, outline = self.items(group.items, here), group.outline
        if outline is not None and _is_straight(outline):
            outline = self.path(outline, here)
        area = self.area(Rect(*here, *group.clip)) if group.clip else None
        if area is None or area.size == group.clip:
            if items is group.items and outline is group.outline:
                return placed
            return placed._replace(item=replaced(group, items=items, outline=outline))
        # A clip is measured from the group's place: the group moves, and all in it back.
        dx, dy = area.x - here.x, area.y - here.y
        back = tuple([one._replace(at=one.at.moved(-dx, -dy)) for one in items])
        if outline is not None:
            outline = replaced(outline, segments=_moved(outline.segments, -dx, -dy))
        return placed._replace(
            at=placed.at.moved(dx, dy),
            item=replaced(group, items=back, clip=area.size, outline=outline),
        )

    def path(self, path: Path, at: Point) -> Path:
        segments = tuple([self.segment(one, at) for one in path.segments])
        return path if segments == path.segments else replaced(path, segments=segments)

    def segment(self, segment: Segment, at: Point) -> Segment:
        kind, values = segment
        if not values:
            return segment
        x, y = self.x(at.x + values[0]) - at.x, self.y(at.y + values[1]) - at.y
        # Only what lies at the edge changes: no rounding for the rest.
        near = abs(x - values[0]) < NEAR, abs(y - values[1]) < NEAR
        return kind, (values[0] if near[0] else x, values[1] if near[1] else y)

    def area(self, rect: Rect) -> Rect:
        left, top = self.x(rect.x), self.y(rect.y)
        return Rect(left, top, self.x(rect.right) - left, self.y(rect.bottom) - top)

    def x(self, x: float) -> float:
        return _out(x, self.trim.width, self.bleed)

    def y(self, y: float) -> float:
        return _out(y, self.trim.height, self.bleed)


def _out(value: float, side: float, bleed: float) -> float:
    """A place on one axis, moved out to the bleed where it lies at the trim or between the two.

    >>> _out(0.0, 100, 9), _out(103.0, 100, 9), _out(50.0, 100, 9), _out(-12.0, 100, 9)
    (-9, 109, 50.0, -12.0)
    """
    if -bleed < value < NEAR:
        return -bleed
    if side - NEAR < value < side + bleed:
        return side + bleed
    return value


def _moved(segments: tuple[Segment, ...], dx: float, dy: float) -> tuple[Segment, ...]:
    return tuple(
        (kind, tuple([value + (dy if i % 2 else dx) for i, value in enumerate(values)]))
        for kind, values in segments
    )


def _is_straight(path: Path) -> bool:
    """A rectangle upright on the page, or one straight line across or down it."""
    points = [values for kind, values in path.segments if kind != "Z"]
    if any(kind not in "MLZ" for kind, _ in path.segments) or not 2 <= len(points) <= 5:
        return False
    return all(abs(a[0] - b[0]) < 1e-6 or abs(a[1] - b[1]) < 1e-6 for a, b in pairwise(points))


def _widened(picture: Picture, before: Rect, after: Rect) -> Picture:
    """The picture filling `after`: more of the image where there is more, else a little larger."""
    window = picture.window
    across, down = window.width / before.width, window.height / before.height
    wanted = Rect(
        window.x - (before.x - after.x) * across,
        window.y - (before.y - after.y) * down,
        after.width * across,
        after.height * down,
    )
    # Where the image ends, the window keeps its form and is made smaller.
    share = min(1.0, 1 / wanted.width, 1 / wanted.height)
    width, height = wanted.width * share, wanted.height * share
    x = min(max(wanted.x + (wanted.width - width) / 2, 0.0), 1 - width)
    y = min(max(wanted.y + (wanted.height - height) / 2, 0.0), 1 - height)
    return replaced(picture, window=Rect(x, y, width, height), size=after.size)

"""A page's ink in the order it is painted: what reaches where, and what lies over what."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import assert_never

from infographic.display.items import (
    Cap,
    Group,
    Join,
    LineStyle,
    Path,
    Picture,
    Placed,
    Role,
    Segment,
    TextLine,
)
from infographic.display.notes import ItemPath
from infographic.display.page import Page
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record.tuples import NamedTuple

HAIRLINE = 2.0
"""Points; a black line no thicker than this overprints, so that no paper shows on either side."""


PlacedOutline = tuple[Path, Point]
"""What clips, and where it stands."""


class Painted(NamedTuple):
    """A line of type, a path or a picture, with its place on the page."""

    placed: Placed
    bounds: Rect
    """What holds all its ink (of type, the height of its lines), inside every clip."""
    block: str
    """The name of the block it belongs to."""
    outlines: tuple[PlacedOutline, ...] = ()
    """Those that cut it off, beside the rectangles that its bounds lie in."""
    is_whole: bool = True
    """No clip's rectangle cuts its bounds."""


class StandingLine(NamedTuple):
    """A line of type where it stands on the page."""

    placed: Placed
    clip: Rect | None
    """What is seen of the page here."""
    way: ItemPath
    """To its group, from the page's items; () for the page itself."""
    number: int
    """Among that group's items."""
    is_read: bool
    """It is seen, and neither decoration nor a reading, which stands close to its base by right."""


class Shown(NamedTuple):
    """All that stands on a page, found in one walk."""

    painted: list[Painted]
    """What shows, first what is painted first."""
    lines: list[StandingLine]
    """All of them, those too that a clip cuts off whole."""
    figures: list[Placed]
    """The groups that are figures, with their places."""


def shown_on(page: Page) -> Shown:
    """Everything on a page; groups are opened."""
    return shown_in(page.items)


def shown_in(items: Sequence[Placed], first: int = 0) -> Shown:
    """The same of some of a page's items, the first of which has that number among them."""
    shown = Shown([], [], [])
    _look(items, Point(0, 0), NOWHERE, shown, first)
    return shown


def painted(page: Page) -> Iterator[Painted]:
    """Everything that shows, first what is painted first; groups are opened."""
    return painted_in(page.items)


def painted_in(items: Sequence[Placed], at: Point = Point(0, 0)) -> Iterator[Painted]:
    """The same of items that stand at a place, such as a frame's."""
    shown = Shown([], [], [])
    _look(items, at, NOWHERE, shown)
    return iter(shown.painted)


class _Inside(NamedTuple):
    """What items stand in."""

    clip: Rect | None = None
    outlines: tuple[PlacedOutline, ...] = ()
    block: str = ""
    way: ItemPath = ()
    is_read: bool = True
    is_seen: bool = True


NOWHERE = _Inside()
UNREAD = (Role.ARTIFACT, Role.RUBY_TEXT)


# Into lists: generators inside each other would hand every item up through all groups round it.
def _look(
    items: Sequence[Placed], at: Point, inside: _Inside, shown: Shown, first: int = 0
) -> None:  # fmt: skip
    left, top = at
    clip, outlines, block, way, is_read, is_seen = inside
    for number, (place, item, origin) in enumerate(items, first):
        here = Point(left + place[0], top + place[1])
        placed = Placed(here, item, origin)
        if isinstance(item, Group):
            if item.role is Role.FIGURE:
                shown.figures.append(placed)
            _look(item.items, here, _within(item, here, (*way, number), inside), shown)
            continue
        if isinstance(item, TextLine):
            shown.lines.append(StandingLine(placed, clip, way, number, is_read and is_seen))
        if not is_seen:
            continue
        bounds = whole = bounds_of(placed)
        if clip is not None:
            cut = common(whole, clip)
            if cut is None:
                continue
            bounds = cut
        shown.painted.append(Painted(placed, bounds, block, outlines, bounds == whole))


def _within(group: Group, here: Point, way: ItemPath, outside: _Inside) -> _Inside:
    """What the items of a group stand in."""
    clip, outlines, block, _, is_read, is_seen = outside
    if group.clip is not None and is_seen:
        clip = common(Rect(*here, *group.clip), clip)
        is_seen = clip is not None
    if group.outline is not None and is_seen:
        clip = common(outline_box(group.outline, here), clip)
        is_seen = clip is not None
        outlines = (*outlines, (group.outline, here))
    is_read = is_read and group.role not in UNREAD
    return _Inside(clip, outlines, group.name or block, way, is_read, is_seen)


def outline_box(outline: Path, at: Point) -> Rect:
    """What holds the area of a path that clips."""
    points = [point for edge in edges_of(outline, at) for point in edge]
    return box_of(points or [at])


def bounds_of(placed: Placed) -> Rect:
    """The rectangle that holds an item's ink; of a group, its place alone."""
    at, item = placed.at, placed.item
    match item:
        case TextLine():
            size = _size_of(item)
            if item.vertical:
                return Rect(at.x - size * 0.6, at.y, size * 1.2, item.width)
            return Rect(at.x, at.y - size, item.width, size * 1.3)
        case Picture():
            return Rect(*at, *item.size)
        case Path():
            extent = item.reckoned(_extent_of)
            return Rect(at.x + extent.x, at.y + extent.y, extent.width, extent.height)
        case Group():
            return Rect(*at, 0, 0)
        case unknown:
            assert_never(unknown)


def _size_of(line: TextLine) -> float:
    """The largest size on a line."""
    runs = line.runs
    # Most lines are one run.
    return runs[0][1].size if len(runs) == 1 else max((run.size for _, run in runs), default=0.0)


def _extent_of(path: Path) -> Rect:
    """What holds a path's ink, from its place."""
    box, stroke = _box_round(path.segments), path.stroke
    return box if stroke is None else drawn_box(path.segments, box, stroke.width, stroke.style)


def _box_round(segments: Sequence[Segment]) -> Rect:
    """What holds an outline and its control points; a start that nothing is drawn from is none."""
    following = (*(kind for kind, _ in segments[1:]), "Z")
    used = [
        values for (kind, values), after in zip(segments, following, strict=False)
        if kind != "M" or after not in "MZ"
    ]  # fmt: skip
    xs, ys = [x for one in used for x in one[0::2]], [y for one in used for y in one[1::2]]
    if not segments or segments[0][0] != "M":
        # What is drawn without a start begins at the item's place.
        xs, ys = [0.0, *xs], [0.0, *ys]
    if not xs:
        return Rect(0.0, 0.0, 0.0, 0.0)
    left, top = min(xs), min(ys)
    return Rect(left, top, max(xs) - left, max(ys) - top)


def drawn_box(segments: Sequence[Segment], box: Rect, width: float, style: LineStyle) -> Rect:
    """What holds all ink of a line along an outline whose points lie in `box`."""
    half = width / 2
    grown = box.grown(half)
    # The corners of a square end; those of a line across or down lie in the box already.
    tips = [Point(*tip) for tip in _square_ends(segments, half)] if style.cap is Cap.SQUARE else []
    if style.join is Join.MITER:
        tips += [
            Point(corner.x + out.x * half * reach, corner.y + out.y * half * reach)
            for corner, out, reach in _corners(segments)
            if reach <= style.miter_limit
        ]
    outside = [tip for tip in tips if not grown.holds(Rect(*tip, 0, 0), 1e-6)]
    if not outside:
        return grown
    return box_of([grown.corner, Point(grown.right, grown.bottom), *outside])


def _corners(segments: Sequence[Segment]) -> Iterator[tuple[Point, Point, float]]:
    """Where a line turns: the corner, the way out of it (of length 1), and how far from it, in
    halves of the line's width, its mitred point lies."""
    for pieces, is_closed in _subpaths(segments):
        turns = list(pairwise(pieces))
        if is_closed and pieces:
            turns.append((pieces[-1], pieces[0]))
        for before, after in turns:
            (ax, ay), (bx, by) = _way(before[-2::-1], before[-1]), _way(after[1:], after[0])
            # One looks back and one ahead: out lies between their opposites.
            dx, dy = -ax - bx, -ay - by
            length = math.hypot(dx, dy)
            # Half of it is the cosine of half the turn; what turns back has no point.
            cosine = math.sqrt(max(1 - length * length / 4, 0.0))
            if length > 1e-9 and cosine > 1e-6 and (ax or ay) and (bx or by):
                yield before[-1], Point(dx / length, dy / length), 1 / cosine


def _square_ends(segments: Sequence[Segment], half: float) -> Iterator[tuple[float, float]]:
    for pieces, is_closed in _subpaths(segments):
        if is_closed or not pieces:
            continue
        ends = (pieces[0][0], pieces[0][1:]), (pieces[-1][-1], pieces[-1][-2::-1])
        for end, others in ends:
            dx, dy = _way(others, end)
            for side in (1, -1):
                yield end.x + (-dx - dy * side) * half, end.y + (-dy + dx * side) * half


def _way(points: Sequence[Point], start: Point) -> tuple[float, float]:
    """The direction, of length 1, to the first of the points that is not the start itself."""
    for x, y in points:
        length = math.hypot(x - start.x, y - start.y)
        if length > 1e-9:
            return (x - start.x) / length, (y - start.y) / length
    return 0.0, 0.0


def _subpaths(segments: Sequence[Segment]) -> Iterator[tuple[list[tuple[Point, ...]], bool]]:
    """Each part of an outline as its sides with their control points, and whether it is closed."""
    pieces: list[tuple[Point, ...]] = []
    first = last = Point(0, 0)
    for operator, values in segments:
        points = [Point(*pair) for pair in zip(values[0::2], values[1::2], strict=True)]
        if operator == "M":
            yield pieces, False
            pieces, first, last = [], points[0], points[0]
        elif operator == "Z":
            if last != first:
                pieces.append((last, first))
            yield pieces, True
            pieces, last = [], first
        else:
            if points[-1] != last or len(points) > 1:
                pieces.append((last, *points))
            last = points[-1]
    yield pieces, False


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
    px, py = point.x - at.x, point.y - at.y
    crossings = turns = 0
    first = last = (0.0, 0.0)
    # Not by `edges_of`: a map's outline has thousands of sides, and is asked for every word on it.
    for operator, values in (*path.segments, ("Z", ())):
        (x1, y1), (x2, y2) = last, first if operator in "MZ" else values[-2:]
        if (y1 > py) != (y2 > py) and px < x1 + (py - y1) / (y2 - y1) * (x2 - x1):
            crossings += 1
            turns += 1 if y2 > y1 else -1
        last = (x2, y2)
        if operator == "M":
            first = last = (values[0], values[1])
    return crossings % 2 == 1 if path.even_odd else turns != 0


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
    if path.opacity < 1:
        return False
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

"""The largest hole in a page or frame: the rectangle without anything that an eye rests on.

Matter is type, pictures and the places kept for them, and the marks of graphics; a rule is as
thin as it is drawn. Flat grounds are none, whatever their colour: an empty band is as empty in
red as in white.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from math import ceil, inf

from infographic.display.extents import ABOVE, BELOW
from infographic.display.frame import Frame
from infographic.display.items import Path, Placed, TextLine
from infographic.display.page import Page
from infographic.display.painted import Painted, box_in, box_of, painted_in
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple

CELLS = 64
"""On the longer side of the grid that matter is entered in."""
FEWEST_CELLS = 24
"""On the shorter side: a column a page high is looked at as closely across as down."""
GROUNDS = ("ground", "band")
"""The groups of a block's fill and border, and of a cover's flat; rules are groups of their own."""
LARGEST_MARK = 0.9
"""Of the area: a filled rectangle that covers more of it is a ground, whoever drew it."""
STRAIGHT = 1e-6
NOTHING = Rect(0, 0, 0, 0)


class Cells(NamedTuple):
    """A grid over an area from its top left corner: what lies in each of its cells, a bit a cell,
    a number a row, the first column lowest."""

    area: Size
    columns: int
    rows: tuple[int, ...]

    @property
    def cell(self) -> Size:
        return Size(self.area.width / self.columns, self.area.height / len(self.rows))


def emptiest(
    items: Sequence[Placed],
    size: Size,
    cells: int = CELLS,
    at: Point = Point(0, 0),
    tallest: float = inf,
) -> Rect:
    """The largest rectangle between `at` and `at + size` that holds no matter, in points.

    It is made of whole cells of a grid, and no taller than `tallest`; of two that are equally large
    the one that ends higher. Of no size where every cell holds something.
    """
    if min(size) <= 0:
        return NOTHING
    boxes = matter(painted_in(items, Point(-at.x, -at.y)), size)
    hole = hole_among(entered(boxes, size, cells), tallest)
    return Rect(hole.x + at.x, hole.y + at.y, *hole.size)


def hole_in(frame: Frame, size: Size | None = None, cells: int = CELLS) -> Rect:
    """Of a frame, or of a room of another size that it is placed in from its top left."""
    return emptiest(frame.items, size or frame.size, cells)


def hole_on(page: Page, cells: int = CELLS, tallest: float = inf) -> Rect:
    """Of a page inside its trim, its margins with it; not where a platform covers it."""
    seen = Rect(0, 0, *page.trim).inset(page.safe_area)
    return emptiest(page.items, seen.size, cells, seen.corner, tallest)


def share_of(hole: Rect, size: Size) -> float:
    """A hole as a share of what it was looked for in.

    >>> share_of(Rect(0, 0, 50, 20), Size(100, 100))
    0.1
    """
    area = size.width * size.height
    return hole.width * hole.height / area if area > 0 else 0.0


def matter(shown: Iterable[Painted], size: Size) -> Iterator[Rect]:
    """The boxes of what stands in an area of that size and is no ground."""
    for one in shown:
        item = one.placed.item
        if isinstance(item, TextLine):
            yield from em_boxes(one.placed)
        elif isinstance(item, Path):
            if not is_ground(one, size):
                yield from _inked(one, item, max(size) / CELLS)
        else:
            yield one.bounds


def em_boxes(placed: Placed) -> Iterator[Rect]:
    """Of each run of a line the em box, drop caps and raised figures where they stand."""
    (x, y), line = placed.at, placed.item
    assert isinstance(line, TextLine), "boxes are asked of lines"
    ends = [*(start for start, _ in line.runs[1:]), line.width]
    # An empty paragraph is a line without a run: its width ends nothing.
    for (start, run), end in zip(line.runs, ends, strict=False):
        if not "".join(run.texts).strip():
            continue
        size = run.size
        if line.vertical:
            yield Rect(x - size / 2, y + start, size, end - start)
            continue
        low, high = (min(run.ys), max(run.ys)) if run.ys else (0.0, 0.0)
        top = y - (high + ABOVE) * size
        yield Rect(x + start, top, end - start, (high - low + ABOVE + BELOW) * size)


def is_ground(one: Painted, size: Size) -> bool:
    """Whether a path is what others stand on: a block's fill, or a flat over all of the area."""
    path = one.placed.item
    if not isinstance(path, Path) or path.fill is None:
        return False
    if one.block in GROUNDS:
        return True
    large = one.bounds.width * one.bounds.height > LARGEST_MARK * size.width * size.height
    return large and box_in(path.segments) is not None and one.block != "picture"


def _inked(one: Painted, path: Path, step: float) -> Iterator[Rect]:
    """A mark's box; of a closed line without a fill, such as a frame, boxes along the line, those
    of an oblique side no larger than the step."""
    # What is no wider than two steps has no inside to speak of.
    if path.fill is not None or path.stroke is None or min(one.bounds.size) <= 2 * step:
        yield one.bounds
        return
    # Late: few pages have a frame, or a line of data.
    from infographic.display.strokes import tracks_of

    x, y = one.placed.at
    half = path.stroke.width / 2
    for track in tracks_of(path.segments):
        # A line that ends elsewhere is data, or has no area: its box is what it takes up.
        parts = _sides(track, step) if track[0] == track[-1] else [track]
        for part in parts:
            box = box_of([Point(px + x, py + y) for px, py in part])
            yield box.grown(half)


def _sides(
    track: Sequence[tuple[float, float]], step: float
) -> Iterator[list[tuple[float, float]]]:
    for (x0, y0), (x1, y1) in pairwise(track):
        across, down = x1 - x0, y1 - y0
        pieces = max(ceil(min(abs(across), abs(down)) / step), 1)
        places = [(x0 + across * n / pieces, y0 + down * n / pieces) for n in range(pieces + 1)]
        yield from map(list, pairwise(places))


def entered(
    boxes: Iterable[tuple[float, float, float, float]], area: Size, cells: int = CELLS
) -> Cells:
    """The cells that boxes (x, y, width, height) reach into, be it by a hair: what is left is empty
    for certain."""
    columns, count = (
        max(round(cells * side / max(area)), min(cells, FEWEST_CELLS)) for side in area
    )
    rows = [0] * count
    wide, high = area.width / columns, area.height / count
    for x, y, width, height in boxes:
        # What only touches a cell's edge does not reach into it.
        left = max(int(x / wide + STRAIGHT), 0)
        right = min(ceil((x + width) / wide - STRAIGHT), columns)
        top = max(int(y / high + STRAIGHT), 0)
        foot = min(ceil((y + height) / high - STRAIGHT), count)
        if right > left:
            bits = (1 << right) - (1 << left)
            for row in range(top, foot):
                rows[row] |= bits
    return Cells(area, columns, tuple(rows))


def hole_among(cells: Cells, tallest: float = inf) -> Rect:
    """The largest rectangle of empty cells: of each row, that under the histogram of how many
    rows each column has been empty for, by a stack of the columns that still rise."""
    if tallest == inf:
        # A rectangle that is the largest ends with the last of rows that are alike.
        most, rows = len(cells.rows), [(bits, len([*same])) for bits, same in groupby(cells.rows)]
    else:
        most, rows = max(int(tallest / cells.cell.height), 1), [(bits, 1) for bits in cells.rows]
    heights, end = [0] * cells.columns, 0
    best, found = 0, (0, 0, 0, 0)
    for bits, count in rows:
        end += count
        heights = [
            0 if bits >> column & 1 else height + count for column, height in enumerate(heights)
        ]
        if tallest < inf:
            heights = [min(height, most) for height in heights]
        # No rectangle under the histogram is larger than all of it.
        if sum(heights) <= best:
            continue
        open_ = [(0, 0)]
        for column, height in enumerate((*heights, 0)):
            start, tall = open_[-1]
            if height == tall:
                continue
            start = column
            while open_[-1][1] > height:
                start, tall = open_.pop()
                if (column - start) * tall > best:
                    best = (column - start) * tall
                    found = start, end - tall, column - start, tall
            if open_[-1][1] < height:
                open_.append((start, height))
    (x, y, width, height), (wide, high) = found, cells.cell
    return Rect(x * wide, y * high, width * wide, height * high)

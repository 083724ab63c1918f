"""How much of each cell of a grid an outline covers: exactly, with no samples.

Each edge notes, row by row, how much of the cells it passes lies to its right; the sums along a row
are the areas (as font rasterisers do it). A cell's share is 255 where it is covered whole.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from infographic.display.painted import box_in, drawn_box
from infographic.display.strokes import Xy, covered_by
from infographic.foundation.geometry import Rect
from infographic.foundation.limits import Budget
from infographic.foundation.record.tuples import NamedTuple
from infographic.press.stacks.layers import Segments, Shape

if TYPE_CHECKING:
    from PIL import Image

PIECES = 6
"""A curve is drawn as at most so many lines, one for each two cells that it may reach over."""
ROUND_SIDES = 8
"""Of the ends and corners of a line: cells are coarse."""


class AreaGrid(NamedTuple):
    """Cells of `grain` points, the first one's corner at x and y."""

    x: float
    y: float
    grain: float
    width: int
    height: int

    @property
    def area(self) -> Rect:
        return Rect(self.x, self.y, self.width * self.grain, self.height * self.grain)

    def cut(self, box: Rect) -> tuple[AreaGrid, tuple[int, int]] | None:
        """The part of it that a box meets, and its place in cells; None where it meets none."""
        left = max(math.floor((box.x - self.x) / self.grain), 0)
        top = max(math.floor((box.y - self.y) / self.grain), 0)
        right = min(math.ceil((box.right - self.x) / self.grain), self.width)
        bottom = min(math.ceil((box.bottom - self.y) / self.grain), self.height)
        if right <= left or bottom <= top:
            return None
        x, y = self.x + left * self.grain, self.y + top * self.grain
        return AreaGrid(x, y, self.grain, right - left, bottom - top), (left, top)


def covered(shape: Shape, grid: AreaGrid, work: Budget | None = None) -> Image.Image:
    """What a shape covers of each cell: grey, 255 for all of it. Raises `OverLimitError`."""
    from PIL import Image, ImageChops

    work = work or Budget("ink-edges")
    whole = Image.new("L", (grid.width, grid.height))
    for outline in (shape.outlines,) if shape.stroke else ((one,) for one in shape.outlines):
        box = _around(outline, shape)
        cut = grid.cut(box) if box is not None else None
        if cut is None:
            continue
        part, (left, top) = cut
        size = part.width, part.height
        filled = None if shape.stroke else box_in(outline[0])
        if filled is not None:
            data = _box_filled(filled, part)
        else:
            edges = _edges(outline, part, shape)
            data = _filled(edges, *size, work, even_odd=shape.even_odd)
        one = Image.frombytes("L", size, data)
        # Two glyphs that touch in a cell cover it together.
        there = whole.crop((left, top, left + part.width, top + part.height))
        whole.paste(ImageChops.add(there, one), (left, top))
    return whole


def _around(outlines: tuple[Segments, ...], shape: Shape) -> Rect | None:
    """What holds outlines and their control points; None where there are none."""
    xs = [x for outline in outlines for _, values in outline for x in values[0::2]]
    ys = [y for outline in outlines for _, values in outline for y in values[1::2]]
    if not xs:
        return None
    box = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    if not shape.stroke:
        return box
    boxes = [drawn_box(outline, box, shape.stroke, shape.style) for outline in outlines]
    x, y = min(one.x for one in boxes), min(one.y for one in boxes)
    right, bottom = max(one.right for one in boxes), max(one.bottom for one in boxes)
    return Rect(x, y, right - x, bottom - y)


def _box_filled(box: Rect, grid: AreaGrid) -> bytes:
    def shares(start: float, end: float, origin: float, count: int) -> list[float]:
        low, high = (start - origin) / grid.grain, (end - origin) / grid.grain
        return [max(min(high, i + 1) - max(low, i), 0.0) for i in range(count)]

    across = shares(box.x, box.right, grid.x, grid.width)
    rows: dict[float, bytes] = {}
    parts = []
    for share in shares(box.y, box.bottom, grid.y, grid.height):
        if share not in rows:
            rows[share] = bytes(round(255 * share * one) for one in across)
        parts.append(rows[share])
    return b"".join(parts)


def _edges(
    outlines: tuple[Segments, ...], grid: AreaGrid, shape: Shape
) -> Iterator[tuple[Xy, Xy]]:  # fmt: skip
    """Straight edges in cells; of a line those round all that it covers, turning one way."""
    scale = 1 / grid.grain
    style = shape.style.scaled(scale)
    for outline in outlines:
        moved = tuple(
            (kind, tuple((v - (grid.y if i % 2 else grid.x)) * scale for i, v in enumerate(values)))
            for kind, values in outline
        )
        for points in contours(moved, closed=not shape.stroke):
            polygons = (
                covered_by(points, shape.stroke * scale, style, ROUND_SIDES)
                if shape.stroke
                else (points,)
            )
            for polygon in polygons:
                yield from zip(polygon, (*polygon[1:], polygon[0]), strict=True)


def contours(outline: Segments, *, closed: bool = True) -> Iterator[list[Xy]]:
    """Its parts as points, in cells; curves as lines."""
    points: list[Xy] = []
    for kind, values in outline:
        if kind == "M":
            if len(points) > 1:
                yield points
            points = [(values[0], values[1])]
        elif kind == "L":
            points.append((values[0], values[1]))
        elif kind == "C":
            points += _curve(points[-1] if points else (values[0], values[1]), values)
        elif points:
            if not closed:
                points.append(points[0])
            if len(points) > 1:
                yield points
            points = [points[0]]
    if len(points) > 1:
        yield points


def _curve(start: Xy, values: tuple[float, ...]) -> Iterator[Xy]:
    (x0, y0), (x1, y1, x2, y2, x3, y3) = start, values
    reach = abs(x1 - x0) + abs(y1 - y0) + abs(x3 - x1) + abs(y3 - y1)
    pieces = min(PIECES, 1 + int(reach / 2))
    for i in range(1, pieces):
        t = i / pieces
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
    yield x3, y3


def _filled(
    edges: Iterator[tuple[Xy, Xy]], width: int, height: int, work: Budget, *, even_odd: bool
) -> bytes:  # fmt: skip
    rows = [[0.0] * (width + 2) for _ in range(height)]
    for (x0, y0), (x1, y1) in edges:
        if y0 == y1:
            continue
        turn = 1.0
        if y0 > y1:
            x0, y0, x1, y1, turn = x1, y1, x0, y0, -1.0
        slope = (x1 - x0) / (y1 - y0)
        first, last = max(math.floor(y0), 0), min(math.ceil(y1), height)
        work.spend(max(last - first, 1))
        # Conditions rather than min and max: this is where all the time goes.
        for y in range(first, last):
            top, bottom = y0 if y0 > y else y, y1 if y1 < y + 1 else y + 1
            left, right = x0 + (top - y0) * slope, x0 + (bottom - y0) * slope
            if left > right:
                left, right = right, left
            left = 0.0 if left < 0 else width if left > width else left
            right = 0.0 if right < 0 else width if right > width else right
            _note(rows[y], left, right, (bottom - top) * turn)
    share = _parity if even_odd else _winding
    return b"".join(bytes(map(share, accumulate(row[:width]))) for row in rows)


def _note(row: list[float], left: float, right: float, amount: float) -> None:
    """An edge passes a row from `left` to `right`: what lies to its right, cell by cell."""
    first, last = int(left), math.ceil(right)
    if last <= first + 1:
        inside = (left + right) / 2 - first
        row[first] += amount * (1 - inside)
        row[first + 1] += amount * inside
        return
    before, width = 0.0, right - left
    for cell in range(first, last):
        # Where the edge has passed the cell it covers it whole; inside, the part to its right.
        start, end = max(left, cell), min(right, cell + 1)
        area = (start - left + (end - start) * (cell + 1 - (start + end) / 2)) / width
        row[cell] += amount * (area - before)
        before = area
    row[last] += amount * (1 - before)


def _winding(area: float) -> int:
    share = int(abs(area) * 255 + 0.5)
    return share if share < 255 else 255


def _parity(area: float) -> int:
    rest = abs(area) % 2
    return round((rest if rest <= 1 else 2 - rest) * 255)

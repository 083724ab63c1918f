"""What is in a label's way: boxes and lines, found by the columns of the field that they lie in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from infographic.foundation.geometry import Point, Rect

Line = tuple[Point, Point]
TOUCH = 1e-6
"""Points by which two shapes may overlap and still only touch."""
COLUMNS = 64


def meets_line(box: Rect, line: Line) -> bool:
    """Whether a part of the line lies inside the box (Liang and Barsky 1984).

    >>> meets_line(Rect(0, 0, 10, 10), (Point(-5, 5), Point(15, 5)))
    True
    >>> meets_line(Rect(0, 0, 10, 10), (Point(0, -5), Point(0, 15)))
    False
    """
    (x, y), (x2, y2) = line
    left, right = box.x + TOUCH, box.right - TOUCH
    top, bottom = box.y + TOUCH, box.bottom - TOUCH
    if left >= right or top >= bottom:
        return False
    dx, dy = x2 - x, y2 - y
    begin, end = 0.0, 1.0
    for way, room in ((-dx, x - left), (dx, right - x), (-dy, y - top), (dy, bottom - y)):
        if way == 0:
            if room < 0:
                return False
        elif way < 0:
            begin = max(begin, room / way)
        else:
            end = min(end, room / way)
        if begin > end:
            return False
    return True


def lines_cross(one: Line, other: Line) -> bool:
    """Whether two lines cross or touch in a point that is an end of at most one of them."""
    (a, b), (c, d) = one, other
    if a in other or b in other:
        return False
    sides = _side(a, b, c) * _side(a, b, d), _side(c, d, a) * _side(c, d, b)
    if sides == (0, 0):
        return _are_on_each_other(one, other)
    return sides[0] <= 0 and sides[1] <= 0


def _side(a: Point, b: Point, c: Point) -> int:
    turn = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    return (turn > 0) - (turn < 0)


def _are_on_each_other(one: Line, other: Line) -> bool:
    (a, b), (c, d) = one, other
    if _side(a, b, c) or _side(a, b, d):
        # Each touches the other with an end.
        return True
    return (
        max(min(a.x, b.x), min(c.x, d.x)) <= min(max(a.x, b.x), max(c.x, d.x))
        and max(min(a.y, b.y), min(c.y, d.y)) <= min(max(a.y, b.y), max(c.y, d.y))
    )  # fmt: skip


class Obstacles:
    """Boxes and lines in a field. Only grows; to be made and dropped within one placement."""

    def __init__(self, field: Rect, boxes: Iterable[Rect] = (), lines: Iterable[Line] = ()) -> None:
        self.looked = 0
        """So many boxes were held against others, at the most."""
        self._left = field.x
        self._width = max(field.width, TOUCH) / COLUMNS
        self._boxes: list[list[tuple[Rect, int]]] = [[] for _ in range(COLUMNS)]
        self._lines: list[list[tuple[Line, int]]] = [[] for _ in range(COLUMNS)]
        for box in boxes:
            self.add_box(box)
        for line in lines:
            self.add_line(line)

    def add_box(self, box: Rect, owner: int = -1) -> None:
        for column in self._columns(box.x, box.right):
            self._boxes[column].append((box, owner))

    def add_line(self, line: Line, owner: int = -1) -> None:
        for column in self._columns(line[0].x, line[1].x):
            self._lines[column].append((line, owner))

    def _columns(self, one: float, other: float) -> range:
        first = int((one - self._left) / self._width)
        last = int((other - self._left) / self._width)
        if first > last:
            first, last = last, first
        # What lies outside the field is kept with its first and last column.
        if first < 0 or last >= COLUMNS:
            first, last = min(max(first, 0), COLUMNS - 1), min(max(last, 0), COLUMNS - 1)
        return range(first, last + 1)

    def meets(self, box: Rect, owner: int = -1) -> bool:
        """Whether anything but what is its owner's lies in the box."""
        top, bottom = box.y, box.bottom
        for column in self._columns(box.x, box.right):
            self.looked += len(self._boxes[column])
            for other, whose in self._boxes[column]:
                if (whose < 0 or whose != owner) and box.meets(other, TOUCH):
                    return True
            for line, _ in self._lines[column]:
                (_, y), (_, y2) = line
                if (y > top or y2 > top) and (y < bottom or y2 < bottom) and meets_line(box, line):
                    return True
        return False

    def cut(self, line: Line, owner: int = -1) -> bool:
        """Whether the line runs through a box that is not its owner's, or across a line."""
        return any(
            (whose < 0 or whose != owner) and meets_line(box, line) for box, whose in self._in(line)
        ) or any(lines_cross(line, other) for other in self._lines_in(line))

    def _in(self, line: Line) -> Iterator[tuple[Rect, int]]:
        for column in self._columns(line[0].x, line[1].x):
            self.looked += len(self._boxes[column])
            yield from self._boxes[column]

    def _lines_in(self, line: Line) -> Iterator[Line]:
        for column in self._columns(line[0].x, line[1].x):
            yield from (other for other, _ in self._lines[column])

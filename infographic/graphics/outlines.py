"""Outlines of marks, as path segments: sectors, ribbons, areas, the signs of a series.

All in points, y down. A share of a turn runs clockwise from twelve o'clock: 0.25 is three o'clock.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar

from infographic.display.items import Segment
from infographic.foundation.geometry import Point
from infographic.graphics.values import Value, quotient

T = TypeVar("T")
Outline = tuple[Segment, ...]
CLOSED: Segment = ("Z", ())
ARC = 1 / 8
"""The longest arc, as a share of a turn, drawn by one cubic: off by 4e-6 of its radius."""

Sign = Literal["dot", "square", "diamond", "up", "down"]
"""The mark of a series; `up` and `down` are triangles."""


def open_line(points: Iterable[Point]) -> Outline:
    """A line through points, in their order."""
    return tuple([("L" if number else "M", (x, y)) for number, (x, y) in enumerate(points)])


def closed_line(points: Iterable[Point]) -> Outline:
    """The outline of a polygon."""
    return (*open_line(points), CLOSED)


def box(left: float, top: float, right: float, bottom: float) -> Outline:
    """A rectangle by its edges."""
    return closed_line(
        (Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom))
    )


def disc(center: Point, radius: float) -> Outline:
    """A whole circle."""
    start = _on_circle(center, radius, 0.0)
    return (("M", start), *_arc(center, radius, 0.0, 1.0), CLOSED)


def ring_sector(center: Point, inner: float, outer: float, begin: float, end: float) -> Outline:
    """A part of a ring between two shares of a turn, begin ≤ end; of a disc where `inner` is 0.

    Its area is π (outer² - inner²) (end - begin), exact to 0.001 %. A whole turn or more is a ring
    without a seam.
    """
    if end - begin >= 1:
        if not inner:
            return disc(center, outer)
        hole = _on_circle(center, inner, 1.0)
        # The hole runs the other way round: outlines are filled by non-zero winding.
        return (*disc(center, outer), ("M", hole), *_arc(center, inner, 1.0, 0.0), CLOSED)
    out = _arc(center, outer, begin, end)
    if not inner:
        first = _on_circle(center, outer, begin)
        return (("M", tuple(center)), ("L", first), *out, CLOSED)
    back = _on_circle(center, inner, end)
    return (
        ("M", _on_circle(center, outer, begin)), *out,
        ("L", back), *_arc(center, inner, end, begin), CLOSED,
    )  # fmt: skip


def _on_circle(center: Point, radius: float, turn: float) -> tuple[float, float]:
    angle = 2 * math.pi * turn
    return center.x + radius * math.sin(angle), center.y - radius * math.cos(angle)


def _arc(center: Point, radius: float, begin: float, end: float) -> list[Segment]:
    """Cubics from one share of a turn to another, either way."""
    pieces = max(1, math.ceil(abs(end - begin) / ARC - 1e-9))
    each = (end - begin) / pieces
    pull = radius * 4 / 3 * math.tan(2 * math.pi * each / 4)
    found: list[Segment] = []
    for piece in range(pieces):
        first, last = (2 * math.pi * (begin + each * (piece + at)) for at in (0, 1))
        x1 = center.x + radius * math.sin(first) + pull * math.cos(first)
        y1 = center.y - radius * math.cos(first) + pull * math.sin(first)
        x2 = center.x + radius * math.sin(last) - pull * math.cos(last)
        y2 = center.y - radius * math.cos(last) - pull * math.sin(last)
        x, y = center.x + radius * math.sin(last), center.y - radius * math.cos(last)
        found.append(("C", (x1, y1, x2, y2, x, y)))
    return found


def sign(kind: Sign, center: Point, radius: float) -> Outline:
    """The mark of one value: every kind has the area of a dot of that radius.

    So that no series looks greater than another by its sign alone; a triangle's centroid, not the
    middle of its box, stands at the centre.
    """
    x, y = center
    match kind:
        case "dot":
            return disc(center, radius)
        case "square":
            half = radius * math.sqrt(math.pi) / 2
            return box(x - half, y - half, x + half, y + half)
        case "diamond":
            reach = radius * math.sqrt(math.pi / 2)
            return closed_line(
                (Point(x, y - reach), Point(x + reach, y),
                 Point(x, y + reach), Point(x - reach, y))
            )  # fmt: skip
        case "up" | "down":
            side = radius * math.sqrt(math.pi * 4 / math.sqrt(3))
            height = side * math.sqrt(3) / 2 * (1 if kind == "up" else -1)
            foot = y + height / 3
            return closed_line(
                (Point(x, y - height * 2 / 3), Point(x + side / 2, foot), Point(x - side / 2, foot))
            )


def radius_of(value: Value, full: Value, full_radius: float) -> float:
    """The radius of a circle whose area is to the full one's as its value is to the full value.

    Raises ValueError for a negative value, which has no area.

    >>> radius_of(25, 100, full_radius=18)
    9.0
    """
    if value < 0:
        raise ValueError(f"no circle has the area {value}")
    return full_radius * math.sqrt(quotient(value, full)) if value else 0.0


def arrowhead(tip: Point, toward: Point, length: float, width: float) -> Outline:
    """A filled head whose tip stands at a point; `toward` is the way it points, of any length."""
    reach = math.hypot(*toward) or 1.0
    dx, dy = toward.x / reach, toward.y / reach
    back = tip.moved(-dx * length, -dy * length)
    half = width / 2
    return closed_line((tip, back.moved(-dy * half, dx * half), back.moved(dy * half, -dx * half)))


def bracket(start: float, end: float, at: float, depth: float, *, upright: bool = False) -> Outline:
    """An open bracket over a span: its back at `at`, its two ends `depth` away (either sign).

    Upright it runs down the page from `start` to `end`, with its back at x = `at`.
    """
    corners = (start, at + depth), (start, at), (end, at), (end, at + depth)
    return open_line(Point(y, x) if upright else Point(x, y) for x, y in corners)


def ribbon(
    left: float, from_top: float, from_bottom: float, right: float, to_top: float, to_bottom: float
) -> Outline:
    """A band that flows from an upright span at x = `left` to another at x = `right`.

    It leaves and arrives level. Cut upright anywhere it is as thick as its ends, or between them:
    of ends of one thickness its area is thickness times length, exactly.
    """
    half = (left + right) / 2
    return (
        ("M", (left, from_top)), ("C", (half, from_top, half, to_top, right, to_top)),
        ("L", (right, to_bottom)), ("C", (half, to_bottom, half, from_bottom, left, from_bottom)),
        CLOSED,
    )  # fmt: skip


def runs(row: Sequence[T | None]) -> list[list[T]]:
    """What follows each other without a gap, in rows of one or more.

    >>> runs([1, 2, None, None, 5])
    [[1, 2], [5]]
    """
    found: list[list[T]] = [[]]
    for one in row:
        if one is not None:
            found[-1].append(one)
        elif found[-1]:
            found.append([])
    return found if found[-1] else found[:-1]


def area(tops: Sequence[Point | None], bottoms: float | Sequence[Point | None]) -> Outline:
    """The area under a line, down to a level y or to another line over the same places.

    Each run without a gap is a shape of its own. A value alone between two gaps has no area: draw
    a dot for it.
    """
    lower = [bottoms] * len(tops) if isinstance(bottoms, int | float) else bottoms
    pairs: list[tuple[Point, Point] | None] = []
    for top, bottom in zip(tops, lower, strict=True):
        if top is None or bottom is None:
            pairs.append(None)
        else:
            foot = bottom if isinstance(bottom, Point) else Point(top.x, bottom)
            pairs.append((top, foot))
    found: list[Segment] = []
    for run in runs(pairs):
        if len(run) > 1:
            found += closed_line([*(top for top, _ in run), *(foot for _, foot in reversed(run))])
    return tuple(found)

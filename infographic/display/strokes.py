"""A line with a width as an area: what of the page it covers.

The area is a set of polygons that all turn one way, so that filled together by non-zero winding
they cover exactly what the line covers, however they overlap.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from infographic.display.items import Cap, Join, LineStyle, Segment
from infographic.foundation import limits

Xy = tuple[float, float]
STRAIGHT = 0.98
"""Cosine of a turn between pieces of one curve, whose outer side goes on without a corner."""


def covered_by(
    points: Sequence[Xy], width: float, style: LineStyle, sides: int = 16
) -> Iterator[list[Xy]]:
    """The polygons of a line along `points`; it is closed where it ends at its first.

    A round end or corner has so many sides.
    """
    track = _parted(points)
    is_closed = len(track) > 2 and math.dist(track[0], track[-1]) < 1e-9
    if style.dash and sum(style.dash) > 0:
        dashes = [(_parted(dash), closed) for dash, closed in _dashes(track, style, is_closed)]
    else:
        dashes = [(track, is_closed)]
    for dash, closed in dashes:
        yield from _drawn(dash, width / 2, style, sides, closed)


def _parted(points: Sequence[Xy]) -> list[Xy]:
    """Without points that lie on the one before."""
    return [points[0], *(b for a, b in pairwise(points) if math.dist(a, b) > 1e-9)]


def _dot(at: Xy, half: float, style: LineStyle, sides: int) -> Iterator[list[Xy]]:
    """A line of no length: its two ends alone."""
    x, y = at
    if style.cap is Cap.ROUND:
        yield _disc(at, half, sides)
    elif style.cap is Cap.SQUARE:
        left, right, top, foot = x - half, x + half, y - half, y + half
        yield [(left, top), (right, top), (right, foot), (left, foot)]


def _drawn(
    track: Sequence[Xy], half: float, style: LineStyle, sides: int, closed: bool
) -> Iterator[list[Xy]]:
    if len(track) == 1:
        yield from _dot(track[0], half, style, sides)
        return
    last = len(track) - 2
    extra = half if style.cap is Cap.SQUARE and not closed else 0.0
    for number, (start, end) in enumerate(pairwise(track)):
        yield _bar(start, end, half, extra * (number == 0), extra * (number == last))
    corners = list(zip(track, track[1:], track[2:], strict=False))
    if closed:
        corners.append((track[-2], track[-1], track[1]))
    elif style.cap is Cap.ROUND:
        yield _disc(track[0], half, sides)
        yield _disc(track[-1], half, sides)
    for before, corner, after in corners:
        yield from _joined(before, corner, after, half, style, sides)


def _bar(start: Xy, end: Xy, half: float, before: float, after: float) -> list[Xy]:
    """One straight piece, drawn out at its ends by so much."""
    (x0, y0), (x1, y1) = start, end
    length = math.dist(start, end)
    ax, ay = (x1 - x0) / length, (y1 - y0) / length
    x0, y0, x1, y1 = x0 - ax * before, y0 - ay * before, x1 + ax * after, y1 + ay * after
    dx, dy = -ay * half, ax * half
    return [(x0 + dx, y0 + dy), (x0 - dx, y0 - dy), (x1 - dx, y1 - dy), (x1 + dx, y1 + dy)]


def _joined(
    before: Xy, corner: Xy, after: Xy, half: float, style: LineStyle, sides: int
) -> Iterator[list[Xy]]:
    """What a corner has beside the pieces that meet there."""
    first, second = math.dist(before, corner), math.dist(corner, after)
    ax, ay = (corner[0] - before[0]) / first, (corner[1] - before[1]) / first
    bx, by = (after[0] - corner[0]) / second, (after[1] - corner[1]) / second
    cosine = ax * bx + ay * by
    if cosine > 1 - 1e-12:
        return
    is_smooth = cosine > STRAIGHT
    if style.join is Join.ROUND and not is_smooth:
        yield _disc(corner, half, sides)
        return
    # The outer side is left of a turn to the right, and right of one to the left.
    side = -half if ax * by - ay * bx > 0 else half
    x, y = corner
    one, other = (x - ay * side, y + ax * side), (x - by * side, y + bx * side)
    polygon = [corner, one, other]
    reach = math.sqrt(max((1 + cosine) / 2, 0.0))
    is_pointed = style.join is Join.MITER and reach > 1e-6 and 1 / reach <= style.miter_limit
    if is_pointed or is_smooth:
        along = side / (1 + cosine)
        tip = (x + (-ay - by) * along, y + (ax + bx) * along)
        polygon = [corner, one, tip, other]
    yield _turned(polygon)


def _disc(at: Xy, half: float, sides: int) -> list[Xy]:
    turn = math.tau / sides
    # As much area as the circle has: half of its sides lie outside.
    radius = half * math.sqrt(turn / math.sin(turn))
    return [
        (at[0] + radius * math.cos(turn * i), at[1] + radius * math.sin(turn * i))
        for i in range(sides)
    ]


def _turned(polygon: list[Xy]) -> list[Xy]:
    """The polygon, turning as bars and discs do."""
    area = sum(
        a[0] * b[1] - b[0] * a[1] for a, b in zip(polygon, [*polygon[1:], polygon[0]], strict=True)
    )
    return polygon if area >= 0 else polygon[::-1]


def _dashes(track: Sequence[Xy], style: LineStyle, closed: bool) -> Iterator[tuple[list[Xy], bool]]:
    """The drawn parts of a dashed line."""
    # Of an odd number of lengths the pattern is said twice (ISO 32000-1, 8.4.3.6).
    pattern = style.dash * (2 if len(style.dash) % 2 else 1)
    whole = sum(pattern)
    length = sum(math.dist(a, b) for a, b in pairwise(track))
    if length / whole * len(pattern) > limits.most("dashes"):
        # What cannot be told apart at any size covers as a whole line does.
        yield list(track), closed
        return
    number, left = _at_phase(pattern, style.dash_phase % whole)
    dash: list[Xy] = [track[0]] if number % 2 == 0 else []
    for start, end in pairwise(track):
        far = math.dist(start, end)
        gone = 0.0
        while far - gone > left:
            gone += left
            share = gone / far
            at = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
            if number % 2 == 0:
                yield [*dash, at], False
            number = (number + 1) % len(pattern)
            left = pattern[number]
            dash = [at] if number % 2 == 0 else []
        left -= far - gone
        if number % 2 == 0:
            dash.append(end)
    if len(dash) > 1:
        yield dash, False


def _at_phase(pattern: Sequence[float], phase: float) -> tuple[int, float]:
    """Which of the lengths a line begins in, and what is left of it."""
    for number, length in enumerate(pattern):
        # A length of nothing is a dot where its ends are round.
        if phase < length or phase == length == 0:
            return number, length - phase
        phase -= length
    return 0, pattern[0]


def tracks_of(segments: Sequence[Segment], pieces: int = 24) -> Iterator[list[Xy]]:
    """Each part of an outline as points along it, a curve as so many lines; what is closed ends at
    its first point."""
    points: list[Xy] = []
    for kind, values in segments:
        if kind == "M" or (kind != "Z" and not points):
            if points:
                yield points
            points = [(values[-2], values[-1])]
        elif kind == "L":
            points.append((values[0], values[1]))
        elif kind == "C":
            points += _along(points[-1], values, pieces)
        elif points:
            yield [*points, points[0]]
            # What follows begins where this did.
            points = [points[0]] if len(points) > 1 else []
    if len(points) > 1:
        yield points


def _along(start: Xy, values: Sequence[float], pieces: int) -> Iterator[Xy]:
    (x0, y0), (x1, y1, x2, y2, x3, y3) = start, values
    for i in range(1, pieces):
        t = i / pieces
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
    yield x3, y3

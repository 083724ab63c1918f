"""Lines with fewer points, none of which a reader would miss (Douglas and Peucker 1973)."""

from __future__ import annotations

from collections.abc import Sequence

Xy = tuple[float, float]
DEEPEST = 30
"""Times that a line is gone through; one of a map is parted evenly, and takes a dozen."""


def simplified(line: Sequence[Xy], tolerance: float) -> list[Xy]:
    """The line with no point of the old one farther than `tolerance` from it; its ends stay.

    One that ends where it began keeps at least three points that differ.

    >>> simplified([(0, 0), (1, 0.05), (2, 0), (3, 1)], 0.1)
    [(0, 0), (2, 0), (3, 1)]
    """
    if len(line) < 3:
        return list(line)
    if line[0] == line[-1]:
        return _closed(line, tolerance)
    keep = bytearray(len(line))
    keep[0] = keep[-1] = 1
    _mark(line, 0, len(line) - 1, tolerance, keep)
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def _closed(line: Sequence[Xy], tolerance: float) -> list[Xy]:
    x0, y0 = line[0]
    far = max(range(len(line)), key=lambda i: (line[i][0] - x0) ** 2 + (line[i][1] - y0) ** 2)
    last = len(line) - 1
    keep = bytearray(len(line))
    keep[0] = keep[far] = keep[last] = 1
    _mark(line, 0, far, tolerance, keep)
    _mark(line, far, last, tolerance, keep)
    if sum(keep) < 4:
        keep[_farthest(line, 0, far)[0] or _farthest(line, far, last)[0]] = 1
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def _mark(line: Sequence[Xy], first: int, last: int, tolerance: float, keep: bytearray) -> None:
    limit = tolerance * tolerance
    waiting = [(first, last)]
    left = (last - first) * DEEPEST
    while waiting:
        start, end = waiting.pop()
        left -= end - start
        if left < 0:
            # Noise is parted at its ends, a point at a time: what is left of it goes by steps.
            _mark_by_steps(line, start, end, limit, keep)
            continue
        at, away = _farthest(line, start, end)
        if away > limit:
            keep[at] = 1
            waiting += ((start, at), (at, end))


def _mark_by_steps(line: Sequence[Xy], start: int, end: int, limit: float, keep: bytearray) -> None:
    """Keep every point that lies so far from the one kept before."""
    x, y = line[start]
    for number in range(start + 1, end):
        px, py = line[number]
        if (px - x) ** 2 + (py - y) ** 2 > limit:
            keep[number] = 1
            x, y = px, py


def _farthest(line: Sequence[Xy], start: int, end: int) -> tuple[int, float]:
    """The point between two that lies farthest from the straight line between them, and the
    square of how far; (0, 0.0) where there is none."""
    if end - start < 2:
        return 0, 0.0
    x, y = line[start]
    dx, dy = line[end][0] - x, line[end][1] - y
    long = dx * dx + dy * dy
    at, most = start + 1, -1.0
    for number in range(start + 1, end):
        px, py = line[number]
        px, py = px - x, py - y
        along = px * dx + py * dy
        # Past an end the distance is that to the end: a spit that doubles back is kept.
        if along <= 0:
            away = px * px + py * py
        elif along >= long:
            away = (px - dx) ** 2 + (py - dy) ** 2
        else:
            away = (px * dy - py * dx) ** 2 / long
        if away > most:
            at, most = number, away
    return at, most

"""The largest rectangle of a frame that no ink stands in, counted on a coarse grid."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from infographic.foundation.geometry import Rect

GRAIN = 24
"""Cells across and down: enough to weigh arrangements against each other."""


def emptiest_share(boxes: Sequence[Rect], width: float, height: float, grain: int = GRAIN) -> float:
    """Of a frame's area, the largest empty rectangle, in whole cells of the grid.

    >>> emptiest_share([Rect(0, 0, 50, 100)], 100, 100, 4)
    0.5
    """
    if width <= 0 or height <= 0:
        return 0.0
    # A row of the grid as a number, a bit for each cell that has ink.
    rows = [0] * grain
    for box in boxes:
        first = max(floor(box.x / width * grain + 0.2), 0)
        last = min(ceil(box.right / width * grain - 0.2), grain)
        if last <= first:
            continue
        bits = ((1 << (last - first)) - 1) << first
        top = max(floor(box.y / height * grain + 0.2), 0)
        for y in range(top, min(ceil(box.bottom / height * grain - 0.2), grain)):
            rows[y] |= bits
    best, above = 0, [0] * grain
    for row in rows:
        above = [0 if row >> x & 1 else high + 1 for x, high in enumerate(above)]
        best = max(best, _largest_under(above))
    return best / grain**2


def _largest_under(heights: list[int]) -> int:
    """The largest rectangle under a row of columns."""
    best, open_ = 0, list[tuple[int, int]]()
    for x, high in enumerate([*heights, 0]):
        start = x
        while open_ and open_[-1][1] >= high:
            start, tall = open_.pop()
            best = max(best, tall * (x - start))
        open_.append((start, high))
    return best

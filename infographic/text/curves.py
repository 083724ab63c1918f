"""The curves of what stands between the lines: waves and dots, from their own start."""

from __future__ import annotations

from collections.abc import Iterator
from math import pi

from infographic.display.items import Segment
from infographic.foundation.geometry import Point

WAVE_HEIGHT, WAVE_LENGTH = 0.045, 0.25
"""A wavy line's swing to one side, and how long a wave is about, in em."""


def wave(length: float, size: float) -> list[Segment]:
    """Whole waves from end to end, so that both ends stand on the middle."""
    halves = 2 * max(round(length / (WAVE_LENGTH * size)), 1)
    half = length / halves
    # The cubic that touches a sine at its ends and its peak.
    reach, peak = half * 4 / (3 * pi), WAVE_HEIGHT * size * 4 / 3
    segments: list[Segment] = [("M", (0.0, 0.0))]
    for number in range(halves):
        x, y = number * half, peak if number % 2 else -peak
        segments.append(("C", (x + reach, y, x + half - reach, y, x + half, 0.0)))
    return segments


def turned(values: tuple[float, ...], vertical: bool) -> tuple[float, ...]:
    if not vertical:
        return values
    return tuple(value for x, y in zip(values[::2], values[1::2], strict=True) for value in (y, x))


_ROUND = 0.5523
"""How far a quarter circle's control points lie from its ends, in radii."""


def circle(middle: Point, radius: float) -> Iterator[Segment]:
    x, y, r, c = middle.x, middle.y, radius, radius * _ROUND
    yield "M", (x + r, y)
    yield "C", (x + r, y + c, x + c, y + r, x, y + r)
    yield "C", (x - c, y + r, x - r, y + c, x - r, y)
    yield "C", (x - r, y - c, x - c, y - r, x, y - r)
    yield "C", (x + c, y - r, x + r, y - c, x + r, y)
    yield "Z", ()

"""Whether words can be read on a part of a picture: how even it is, and how they stand out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from infographic.display.toning import screen_curves
from infographic.foundation.color import Color, contrast, on_screen
from infographic.foundation.geometry import Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.contrast import WORDS
from infographic.graphics.photographs.thumbnail import Thumbnail

SPREAD = 0.12
"""The most that the lightness of a ground may spread, of 1 (standard deviation)."""
WORST = 0.05
"""Of a ground's pixels so many may have less contrast than is said of it."""
_LINEAR = tuple(
    light / 12.92 if (light := value / 255) <= 0.04045 else ((light + 0.055) / 1.055) ** 2.4
    for value in range(256)
)


class Calm(NamedTuple):
    """A part of a picture as a ground for words."""

    spread: float
    """The standard deviation of its lightness (sRGB's luma, 0…1)."""
    contrast: float
    """Of the words to all but the worst twentieth of it (WCAG 2, 1…21)."""

    @property
    def can_be_read(self) -> bool:
        return self.spread <= SPREAD and self.contrast >= WORDS


NO_GROUND = Calm(1.0, 1.0)
"""Of what cannot be measured."""


def roughness_of(picture: Thumbnail, part: Rect, inks: tuple[Color, ...] = ()) -> float:
    """How unevenly light the worst square is of a line's ground: as wide as the line is tall.

    In a whole line a mast or a wire is little; under one character it is much. `inks` are those
    that the picture is shown in, in place of its colours.
    """
    left, top, right, bottom = _pixels(picture, part)
    curve = _lumas(inks)
    columns: list[tuple[float, float]] = []
    for x in range(left, right):
        values = [
            curve[_luma(picture.rgb, 3 * (y * picture.width + x))] for y in range(top, bottom)
        ]
        columns.append((sum(values), sum(value * value for value in values)))
    across, tall, worst = min(max(bottom - top, 2), len(columns)), bottom - top, 0.0
    for start in range(0, max(len(columns) - across, 0) + 1, max(across // 2, 1)):
        square = columns[start : start + across]
        count = len(square) * tall
        mean = sum(one for one, _ in square) / count
        worst = max(worst, sum(two for _, two in square) / count - mean * mean)
    return math.sqrt(worst)


def _luma(rgb: bytes, at: int) -> int:
    return (299 * rgb[at] + 587 * rgb[at + 1] + 114 * rgb[at + 2] + 500) // 1000


@lru_cache(maxsize=16)
def _lumas(inks: tuple[Color, ...]) -> tuple[float, ...]:
    """The lightness that each of 256 greys is shown with, 0…1."""
    if not inks:
        return tuple(value / 255 for value in range(256))
    red, green, blue = screen_curves(inks)
    return tuple(
        (0.299 * r + 0.587 * g + 0.114 * b) / 255 for r, g, b in zip(red, green, blue, strict=True)
    )


def _pixels(picture: Thumbnail, part: Rect) -> tuple[int, int, int, int]:
    """The pixels that a part of a picture, in its shares, lies on: left, top, right, bottom."""
    left = max(min(math.floor(part.x * picture.width), picture.width - 1), 0)
    right = min(max(math.ceil(part.right * picture.width - 1e-6), left + 1), picture.width)
    top = max(min(math.floor(part.y * picture.height), picture.height - 1), 0)
    bottom = min(max(math.ceil(part.bottom * picture.height - 1e-6), top + 1), picture.height)
    return left, top, right, bottom


def calm_of(picture: Thumbnail, part: Rect, inks: Sequence[Color]) -> Calm:
    """How words in some colours are read on a part of a picture, in shares of it."""
    left, top, right, bottom = _pixels(picture, part)
    lumas, lights = [], []
    for y in range(top, bottom):
        row = picture.rgb[3 * y * picture.width : 3 * (y + 1) * picture.width]
        for x in range(left, right):
            red, green, blue = row[3 * x : 3 * x + 3]
            lumas.append((0.299 * red + 0.587 * green + 0.114 * blue) / 255)
            lights.append(0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue])
    mean = sum(lumas) / len(lumas)
    spread = math.sqrt(sum((luma - mean) ** 2 for luma in lumas) / len(lumas))
    return Calm(spread, min((_seen(on_screen(ink), lights) for ink in inks), default=21.0))


def _seen(ink: float, lights: Sequence[float]) -> float:
    found = sorted(contrast(ink, light) for light in lights)
    return found[int(len(found) * WORST)]

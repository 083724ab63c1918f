"""Whether words can be read on a part of a picture: how even it is, and how they stand out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from infographic.foundation.color import Color, contrast, on_screen
from infographic.foundation.geometry import Rect
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


def calm_of(picture: Thumbnail, part: Rect, inks: Sequence[Color]) -> Calm:
    """How words in some colours are read on a part of a picture, in shares of it."""
    left = min(math.floor(part.x * picture.width), picture.width - 1)
    right = max(math.ceil(part.right * picture.width - 1e-6), left + 1)
    top = min(math.floor(part.y * picture.height), picture.height - 1)
    bottom = max(math.ceil(part.bottom * picture.height - 1e-6), top + 1)
    lumas, lights = [], []
    for y in range(max(top, 0), min(bottom, picture.height)):
        row = picture.rgb[3 * y * picture.width : 3 * (y + 1) * picture.width]
        for x in range(max(left, 0), min(right, picture.width)):
            red, green, blue = row[3 * x : 3 * x + 3]
            lumas.append((0.299 * red + 0.587 * green + 0.114 * blue) / 255)
            lights.append(0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue])
    mean = sum(lumas) / len(lumas)
    spread = math.sqrt(sum((luma - mean) ** 2 for luma in lumas) / len(lumas))
    return Calm(spread, min((_seen(on_screen(ink), lights) for ink in inks), default=21.0))


def _seen(ink: float, lights: Sequence[float]) -> float:
    found = sorted(contrast(ink, light) for light in lights)
    return found[int(len(found) * WORST)]

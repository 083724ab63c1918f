"""How well a mark is seen: contrast on a screen and on a press's paper, and the words' colour.

Contrast is WCAG 2's, 1 to 21: (lighter + 0.05) / (darker + 0.05) of relative luminances. On paper
the luminances are what the paper and its inks reflect; the caller has them from a press profile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from infographic.foundation.color import Color

FLARE = 0.05
WORDS, LARGE_WORDS, MARKS = 4.5, 3.0, 3.0
"""The least contrasts of WCAG 2.2 (1.4.3, 1.4.11) on screens."""

Luminance = Callable[[Color], float]
"""How much light a colour gives back, 0…1."""


def contrast(one: float, other: float) -> float:
    """The contrast of two luminances, whichever is lighter.

    >>> contrast(1.0, 0.0)
    21.0
    """
    low, high = sorted((one, other))
    return (high + FLARE) / (low + FLARE)


def on_screen(color: Color) -> float:
    """Relative luminance of its sRGB (IEC 61966-2-1).

    >>> round(on_screen(Color("red", (0, 1, 1, 0), (1.0, 0.0, 0.0))), 4)
    0.2126
    """
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in color.srgb
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True, slots=True)
class PaperLight:
    """What a paper and its solid inks reflect: luminance Y of each, 0…1, under one light."""

    paper: float
    cyan: float
    magenta: float
    yellow: float
    black: float
    darkest: float = 0.0
    """What all inks together still reflect; the black's where it is 0."""
    gain: float = 0.0
    """By how much a tint of 50 % prints darker, as a share of the area: 0.26 on newsprint
    (ISO 12647-3)."""

    def of(self, color: Color) -> float:
        """How much light a colour gives back in print.

        Each ink covers its share of the paper and of the inks under it at random (Demichel 1924),
        and lets through what its solid does; a spot ink counts as its process inks.

        Within 0.2 of what the shipped profiles say of the contrasts of newsprint, 0.5 of coated.

        >>> black = Color("black", (0, 0, 0, 1), (0, 0, 0))
        >>> round(contrast(NEWSPRINT.of(black), NEWSPRINT.paper), 2)
        4.91
        """
        solids = (self.cyan, self.magenta, self.yellow, self.black)
        inks, strength = (color.spot.cmyk, color.strength) if color.spot else (color.cmyk, 1.0)
        light = self.paper
        for share, solid in zip(inks, solids, strict=True):
            covered = self._printed(share * strength)
            light *= 1 - covered + covered * solid / self.paper
        return max(light, self.darkest or min(solids))

    def _printed(self, share: float) -> float:
        """A tint with its dot gain, greatest at 50 %."""
        return min(share + 4 * self.gain * share * (1 - share), 1.0)


NEWSPRINT = PaperLight(0.662, 0.273, 0.232, 0.574, 0.095, darkest=0.083, gain=0.26)
"""As the shipped profile IFRA26S_2004 has them, absolute colorimetric."""
COATED = PaperLight(0.874, 0.228, 0.170, 0.742, 0.021, darkest=0.013, gain=0.15)
"""As FOGRA39L_coated has them."""


def ink_on(
    ground: Color, candidates: Sequence[Color], luminance: Luminance, least: float = WORDS
) -> tuple[Color, float]:
    """The colour of words on a mark, and its contrast: the first that has enough, else the best.

    Raises ValueError where there are no candidates.
    """
    if not candidates:
        raise ValueError("no colours to choose from")
    under = luminance(ground)
    rated = [(color, contrast(luminance(color), under)) for color in candidates]
    for color, found in rated:
        if found >= least:
            return color, found
    return max(rated, key=lambda pair: pair[1])


def alike(
    colors: Sequence[Color], luminance: Luminance, least: float
) -> tuple[tuple[int, int], ...]:
    """The pairs of marks, by index, that are told apart by less than a contrast: by hue alone."""
    lights = [luminance(color) for color in colors]
    return tuple(
        (one, other)
        for one in range(len(colors))
        for other in range(one + 1, len(colors))
        if contrast(lights[one], lights[other]) < least
    )

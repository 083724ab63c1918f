"""How well a mark is seen: the words' colour on it, and marks that are told apart by hue alone."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.foundation.color import Color, Luminance, contrast

WORDS, LARGE_WORDS, MARKS = 4.5, 3.0, 3.0
"""The least contrasts of WCAG 2.2 (1.4.3, 1.4.11) on screens."""


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

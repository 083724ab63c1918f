"""Making type smaller until it fits, by whole steps, never below what the layout allows."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from infographic.foundation.record import replaced
from infographic.text.style import CharStyle, Part, TextStyle


@lru_cache(maxsize=512)
def scaled(style: TextStyle, factor: float) -> TextStyle:
    """The style with every size and leading in it multiplied; units go by the new digits' size."""
    if factor == 1:
        return style

    def smaller(part: CharStyle) -> CharStyle:
        size = part.size * factor
        if part.share is not None:
            size = digits * part.share.beside(digits)
        return replaced(part, size=size, leading=part.leading * factor, rise=part.rise * factor)

    digits = style.of(Part.DIGITS).size * factor

    return replaced(
        style,
        plain=smaller(style.plain),
        parts=tuple((name, smaller(part)) for name, part in style.parts),
    )


def with_digits_of(style: TextStyle, size: float) -> TextStyle:
    """The style with digits of a size, in points, and all else in step: a figure at a mark."""
    return scaled(style, size / style.of(Part.DIGITS).size)


def largest(fits: Callable[[float], bool], smallest: float, steps: int = 64) -> float:
    """The largest of `steps` even factors from 1 down to `smallest` that fits, else `smallest`.

    `fits` must not turn false again as the factor shrinks; it is asked about log2(steps) times.

    >>> largest(lambda factor: factor <= 0.8, smallest=0.5, steps=10)
    0.8
    """
    if smallest >= 1 or fits(1.0):
        return 1.0
    low, high = 0, steps
    while high - low > 1:
        middle = (low + high) // 2
        if fits(_factor(middle, smallest, steps)):
            high = middle
        else:
            low = middle
    return _factor(high, smallest, steps)


def _factor(step: int, smallest: float, steps: int) -> float:
    return round(1 - (1 - smallest) * step / steps, 6)

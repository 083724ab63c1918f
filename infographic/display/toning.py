"""How much of each of one or two inks a picture has that is printed in them, by its greys.

A grey says how dark a place is, 0…1. In one ink that is its share. In two the first draws the
shadows (darkness to the power 2.2), the second all tones: 1.35 times the darkness up to 0.9, and
less again where the first is full, so that both together dry.
"""

from __future__ import annotations

from functools import lru_cache

from infographic.foundation.color import Color

SHADOWS = 2.2
"""The power by which the first of two inks falls off."""
RISE, FULL, LEFT = 1.35, 0.9, 0.6
"""Of the second: how fast it rises, to what, and what is left of it where the picture is black."""


def shares_at(darkness: float, count: int) -> tuple[float, ...]:
    """The share of each of `count` inks.

    >>> shares_at(0.5, 1), [round(share, 3) for share in shares_at(0.5, 2)]
    ((0.5,), [0.218, 0.675])
    """
    if count == 1:
        return (darkness,)
    top = FULL / RISE
    if darkness <= top:
        second = RISE * darkness
    else:
        second = FULL - (FULL - LEFT) * (darkness - top) / (1 - top)
    return darkness**SHADOWS, second


@lru_cache(maxsize=32)
def screen_curves(inks: tuple[Color, ...]) -> tuple[tuple[int, ...], ...]:
    """What sRGB's red, green and blue are for each of 256 greys: each ink takes its light from what
    those before it leave."""
    made = []
    for channel in range(3):
        curve = []
        for value in range(256):
            light = 1.0
            for ink, share in zip(inks, shares_at(1 - value / 255, len(inks)), strict=True):
                light *= 1 - share * (1 - ink.srgb[channel])
            curve.append(round(255 * light))
        made.append(tuple(curve))
    return tuple(made)

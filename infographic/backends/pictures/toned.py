"""Pictures in one or two inks in place of their colours: black alone, a duotone.

`display/toning` has how much of each is where. The shares are made such that the press gives back
as much light as a screen does (`color_management.shares_of_ink`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from infographic.backends.pictures import color_management
from infographic.display.toning import screen_curves, shares_at
from infographic.foundation.color import PROCESS_INKS, Color, Spot

if TYPE_CHECKING:
    from PIL import Image

    from infographic.backends.pictures.color_management import PrintingCondition

Inks = tuple[Color, ...]
"""One or two; the first draws the shadows."""


def for_screen(grey: Image.Image, inks: Inks) -> Image.Image:
    """L as sRGB, each ink taking its light from what those before it leave; grey inks stay L."""
    from PIL import Image

    curves = screen_curves(inks)
    planes = [grey.point(curve) for curve in dict.fromkeys(curves)]
    return planes[0] if len(planes) == 1 else Image.merge("RGB", [grey.point(c) for c in curves])


def colorants_of(inks: Inks) -> tuple[Spot, ...]:
    """The plates that colours need, process inks first, these as spots of their own name."""
    solids = ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1))
    process = [
        Spot(name, solids[number])
        for number, name in enumerate(PROCESS_INKS)
        if any(ink.spot is None and ink.cmyk[number] for ink in inks)
    ]
    spots = dict.fromkeys(ink.spot for ink in inks if ink.spot is not None)
    return (*process, *spots)


def needs_planes(inks: Inks) -> bool:
    """Whether a spot prints it, and with it no more inks than process printing has.

    Else a spot is printed as it looks; so is one of a cut-out, whose ground is in process inks.
    """
    has_spot = any(ink.spot is not None for ink in inks)
    return has_spot and len(colorants_of(inks)) <= len(PROCESS_INKS)


def for_press(grey: Image.Image, inks: Inks, press: PrintingCondition) -> Image.Image:
    """L (sRGB greys) in process inks: L where black is all, else CMYK within the press's limit.

    Spots are printed as they look.
    """
    from PIL import Image

    if all(not any(ink.cmyk[:3]) for ink in inks) and len(inks) == 1 and inks[0].cmyk[3] == 1:
        return color_management.to_press(grey, None, press)
    planes = [grey.point(curve) for curve in _press_curves(inks, PROCESS_INKS, press)]
    return color_management.within_limit(Image.merge("CMYK", planes), press.limit)


def planes_for_press(
    grey: Image.Image, inks: Inks, press: PrintingCondition
) -> tuple[Image.Image, ...]:
    """L (sRGB greys) as the shares of each of `colorants_of`, 255 for a solid."""
    names = tuple(one.name for one in colorants_of(inks))
    return tuple(grey.point(curve) for curve in _press_curves(inks, names, press))


@lru_cache(maxsize=32)
def _press_curves(
    inks: Inks, names: tuple[str, ...], press: PrintingCondition
) -> tuple[tuple[int, ...], ...]:
    """For each colorant, its share for each grey, 255 for a solid."""
    printed = color_management.shares_of_ink(press)
    by_spots = names != PROCESS_INKS
    curves = [[0.0] * 256 for _ in names]
    for value in range(256):
        for ink, share in zip(inks, shares_at(1 - value / 255, len(inks)), strict=True):
            laid = printed[round(255 * share)]
            amounts = dict(zip(PROCESS_INKS, ink.cmyk, strict=True))
            if by_spots and ink.spot is not None:
                amounts = {ink.spot.name: ink.strength}
            for number, name in enumerate(names):
                curves[number][value] += laid * amounts.get(name, 0.0)
    tones = [
        _within(dict(zip(names, tone, strict=True)), press.limit)
        for tone in zip(*curves, strict=True)
    ]
    # Rounded down: several inks rounded up would be over the limit again.
    return tuple(tuple(int(255 * tone[name] + 0.001) for tone in tones) for name in names)


def _within(tone: dict[str, float], limit: float) -> dict[str, float]:
    """The shares of inks at a place, no more than a solid each; where they sum up to more than the
    limit all but black give way alike."""
    shares = {name: min(share, 1.0) for name, share in tone.items()}
    black, whole = shares.get("Black", 0.0), sum(shares.values())
    if whole <= limit or whole == black:
        return shares
    left = max(limit - black, 0.0) / (whole - black)
    return {name: share if name == "Black" else share * left for name, share in shares.items()}

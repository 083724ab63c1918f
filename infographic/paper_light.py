"""How much light colours give back on a press's paper, or on a screen: what contrast is made of."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from infographic.foundation.color import NEWSPRINT, Luminance, PaperLight
from infographic.press.profile import PressProfile

DARKEST = (1.0, 1.0, 1.0, 1.0)
HALF = 0.5


def light_of(press: PressProfile) -> Luminance:
    """The luminance of colours as this profile's paper or screen shows them, 0…1."""
    known = press.known_light
    if known is not None:
        return known
    assert press.icc_path is not None
    return _measured(press.icc_path).of


@lru_cache(maxsize=8)
def _measured(icc: Path) -> PaperLight:
    """A paper and its solid inks, through the profile that a house has of them.

    Newsprint's for one that cannot be read: that it is wrong is said where it is used.
    """
    # Late: it brings Pillow, and few houses have a profile of their own.
    from PIL import Image

    from infographic.backends.pictures.color_management import as_printed, condition

    solids = [tuple(float(at == ink) for at in range(4)) for ink in range(4)]
    wanted = [(0.0, 0.0, 0.0, 0.0), *solids, DARKEST, (0.0, 0.0, 0.0, HALF)]
    picture = Image.new("CMYK", (len(wanted), 1))
    for at, inks in enumerate(wanted):
        picture.putpixel((at, 0), tuple(round(255 * share) for share in inks))
    try:
        seen = as_printed(picture, condition(icc.read_bytes(), 4.0), paper=True)
    except (OSError, ValueError):
        return NEWSPRINT
    paper, cyan, magenta, yellow, black, darkest, half = (
        _luminance(seen.getpixel((at, 0))) for at in range(len(wanted))
    )
    # A tint of 50 % covers as much as it is darker than the paper (Murray and Davies 1936).
    covered = (paper - half) / (paper - black) if paper > black else HALF
    return PaperLight(
        paper, cyan, magenta, yellow, black, min(darkest, black), max(covered - HALF, 0.0)
    )


def _luminance(pixel: object) -> float:
    assert isinstance(pixel, tuple)
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in pixel[:3])
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)

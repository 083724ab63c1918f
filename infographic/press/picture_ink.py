"""How much ink a picture lays, as the mean of small squares."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from infographic.display.items import Picture
from infographic.foundation.diagnostics import MachineError

if TYPE_CHECKING:
    from PIL import Image

FORMATS = ("JPEG", "PNG", "GIF", "BMP", "WEBP", "TIFF")
ROUNDING = 2.0
"""Per cent by which a JPEG in inks differs from what it was converted to."""
FINE = 3
"""Pixels across a square that are enough to tell its mean."""


def heaviest(image: Image.Image, cells: tuple[float, float]) -> tuple[float, float, float]:
    """The highest mean of the four inks' sum in per cent, and its cell's middle in shares.

    `image` is CMYK, 255 for full ink; `cells` how many squares lie across and down.
    """
    from PIL import Image as Images

    across, down = (max(1, math.ceil(count)) for count in cells)
    size = min(across, image.width), min(down, image.height)
    small = image.resize(size, Images.Resampling.BOX)
    data = small.tobytes()
    sums = [sum(data[i : i + 4]) for i in range(0, len(data), 4)]
    most = max(sums)
    at = sums.index(most)
    middle = (at % size[0] + 0.5) / size[0], (at // size[0] + 0.5) / size[1]
    return most / 2.55, *middle


@lru_cache(maxsize=256)
def heaviest_square(picture: Picture, side: float) -> tuple[float, float, float] | None:
    """As `heaviest`, of a picture in squares of `side` points; None where it is not in inks.

    Raises `MachineError` where the file cannot be read.
    """
    if mode_of(picture.image.path, picture.image.digest) != "CMYK":
        return None
    from PIL import Image as Images
    from PIL import ImageChops

    window, cells = picture.window, (picture.size.width / side, picture.size.height / side)
    need = (
        math.ceil(cells[0] / window.width * FINE),
        math.ceil(cells[1] / window.height * FINE),
    )
    try:
        with Images.open(picture.image.path, formats=FORMATS) as image:
            # The decoder itself makes a large photograph small, in a fraction of the time.
            image.draft(None, need)
            is_bare = image.format in ("JPEG", "MPO") and "adobe" not in image.info
            image.load()
            # Pillow takes every CMYK JPEG for Adobe's, which are turned; this one is not.
            inks = ImageChops.invert(image) if is_bare else image.copy()
    except (OSError, SyntaxError, ValueError) as error:
        raise MachineError(f"{picture.image.path}: {error}") from error
    left, top = int(window.x * inks.width), int(window.y * inks.height)
    right = max(math.ceil((window.x + window.width) * inks.width), left + 1)
    bottom = max(math.ceil((window.y + window.height) * inks.height), top + 1)
    cut = inks.crop((left, top, min(right, inks.width), min(bottom, inks.height)))
    return heaviest(cut, cells)


@lru_cache(maxsize=256)
def mode_of(path: Path, digest: str) -> str:
    """A picture file's kind of pixels: “1”, “L”, “RGB”, “CMYK”; "" where it cannot be read."""
    from PIL import Image as Images

    try:
        with Images.open(path, formats=FORMATS) as image:
            return image.mode
    except (OSError, SyntaxError, ValueError):
        return ""

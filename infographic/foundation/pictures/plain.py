"""Pixels of whatever kind a file has, in one of the few that the house works with."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image
    from PIL.Image import Resampling

PLAIN = ("1", "L", "LA", "RGB", "RGBA", "CMYK")
LARGE = 24_000_000
"""Pixels of a picture up to which room is no matter."""
BAND = 1 << 20
"""Pixels that are converted at a time, where the way there takes more room than the result."""
COST = {
    "1": 2, "L": 1, "LA": 4, "La": 8, "RGB": 4, "RGBA": 4, "RGBa": 8, "CMYK": 4, "P": 5, "PA": 8,
    "I;16": 3, "I;16B": 3, "I;16L": 3, "YCbCr": 8, "LAB": 8,
}  # fmt: skip
"""Bytes a pixel, by Pillow's modes, of a picture that is decoded and made plain: Pillow holds
colours in four."""
WITH_CLEAR = 4
"""More, where one colour of a picture counts as clear."""


def plain(image: Image.Image) -> Image.Image:
    """In one of the modes 1, L, LA, RGB, RGBA, CMYK."""
    if image.mode.startswith("I;16"):
        # Pillow's own conversion would cut off rather than scale.
        return in_bands(image, "L", _eight_bits)
    if image.mode in ("P", "PA", "L", "RGB") and "transparency" in image.info:
        made = image.convert("RGBA")
        return made.convert("LA") if image.mode == "L" else made
    if image.mode in PLAIN:
        return image
    if image.mode == "LAB":
        return in_bands(image, "RGB", _from_lab)
    if image.mode == "La":
        return image.convert("LA")
    return image.convert("RGBA" if image.mode in ("PA", "RGBa") else "RGB")


def in_bands(
    image: Image.Image, mode: str, made: Callable[[Image.Image], Image.Image]
) -> Image.Image:
    """What is made of each pixel alone, a band of rows at a time."""
    from PIL import Image as Images

    boxes = bands_of(image)
    if len(boxes) == 1:
        return made(image)
    whole = Images.new(mode, image.size)
    for box in boxes:
        whole.paste(made(cut(image, box)), box[:2])
    return whole


def bands_of(image: Image.Image) -> list[tuple[int, int, int, int]]:
    """The sides of bands of rows that together are the picture."""
    width, height = image.size
    rows = max(1, BAND // width)
    return [(0, top, width, min(top + rows, height)) for top in range(0, height, rows)]


def shrunk(
    image: Image.Image,
    size: tuple[int, int],
    sides: tuple[float, float, float, float],
    way: Resampling,
    mode: str,
) -> Image.Image:
    """The pixels between left, top, right and bottom as so many of another mode, which are fewer.

    Of a large picture a band at a time: Pillow would hold it twice and thrice over.
    """
    from PIL import Image as Images

    if image.width * image.height <= LARGE:
        made = image if image.mode == mode else image.convert(mode)
        return made.resize(size, way, sides, 3.0 if way is Images.Resampling.LANCZOS else None)
    left, top, right, bottom = sides
    step, whole = (bottom - top) / size[1], Images.new(mode, size)
    # Of the rows around, a filter looks at three for each of its own at most.
    margin = math.ceil(3 * step) + 1
    rows = max(1, int(BAND / step / image.width))
    for start in range(0, size[1], rows):
        end = min(start + rows, size[1])
        above, below = top + start * step, min(top + end * step, image.height)
        first = max(math.floor(above) - margin, 0)
        last = min(math.ceil(below) + margin, image.height)
        band = cut(image, (0, first, image.width, last))
        made = band if band.mode == mode else band.convert(mode)
        part = made.resize((size[0], end - start), way, (left, above - first, right, below - first))
        whole.paste(part, (0, start))
    return whole


def cut(image: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    """The pixels from left and top up to right and bottom; the picture itself, where that is all.

    As Pillow's `crop`, which takes what is large for an attack.
    """
    if box == (0, 0, *image.size):
        return image
    from PIL import Image as Images

    left, top, right, bottom = box
    return image.resize((right - left, bottom - top), Images.Resampling.NEAREST, box)


def _eight_bits(image: Image.Image) -> Image.Image:
    return image.convert("I").point(lambda value: value / 257).convert("L")


def _from_lab(image: Image.Image) -> Image.Image:
    # Late: littlecms takes 15 ms to import, and few pictures are in CIELAB.
    from PIL import ImageCms

    lab, srgb = (
        ImageCms.ImageCmsProfile(ImageCms.createProfile(space)) for space in ("LAB", "sRGB")
    )
    found = ImageCms.applyTransform(image, ImageCms.buildTransform(lab, srgb, "LAB", "RGB"))
    assert found is not None, "only a transform in place returns nothing"
    return found

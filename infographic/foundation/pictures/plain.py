"""Pixels of whatever kind a file has, in one of the few that the house works with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

PLAIN = ("1", "L", "LA", "RGB", "RGBA", "CMYK")
BAND = 1 << 20
"""Pixels that are converted at a time, where the way there takes more room than the result."""
COST = {
    "1": 1, "L": 1, "LA": 8, "La": 8, "RGB": 4, "RGBA": 8, "RGBa": 8, "CMYK": 4, "P": 5, "PA": 12,
    "I;16": 3, "I;16B": 3, "I;16L": 3, "YCbCr": 8, "LAB": 8,
}  # fmt: skip
"""Bytes a pixel, by Pillow's modes, of a picture that is decoded, made plain and reduced: Pillow
holds colours in four, and alpha is multiplied in a copy."""
WITH_CLEAR = 8
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

    rows = max(1, BAND // image.width)
    if rows >= image.height:
        return made(image)
    whole = Images.new(mode, image.size)
    for top in range(0, image.height, rows):
        bottom = min(top + rows, image.height)
        whole.paste(made(cut(image, (0, top, image.width, bottom))), (0, top))
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

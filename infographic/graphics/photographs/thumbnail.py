"""A picture as a few thousand pixels, upright and in sRGB: enough to judge it by.

Every pixel is the plain mean of those it stands for, so that all machines see the same.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import TYPE_CHECKING

from infographic.display.items import ImageFile
from infographic.display.toning import screen_curves
from infographic.foundation.color import Color
from infographic.foundation.memo import Memo
from infographic.foundation.record import field, record, replaced

if TYPE_CHECKING:
    from PIL import Image

SIDE, FINE = 128, 384
"""Pixels of the longer side: to judge a picture by, and to see a mast or a wire in it."""
FORMATS = ("JPEG", "PNG", "GIF", "BMP", "WEBP", "TIFF")
ORIENTATION = 0x0112


@record
class Thumbnail:
    """Rows from the top, nothing between them."""

    width: int
    height: int
    rgb: bytes = field(repr=False)
    """Three bytes a pixel, on white where the picture is transparent."""
    alpha: bytes = field(default=b"", repr=False)
    """A byte a pixel; empty where nothing is transparent."""


_SEEN: Memo[Thumbnail | None] = Memo("thumbnails", 64)
_UNREAD = Thumbnail(0, 0, b"")


def thumbnail_of(image: ImageFile, side: int = SIDE) -> Thumbnail | None:
    """The picture at most `side` pixels wide and high; None where its file cannot be read.

    Why it cannot is said by who writes the page.
    """
    key = image.digest or str(image.path), side
    known = _SEEN.get(key) or _SEEN.put(key, _look_at(image, side) or _UNREAD)
    return known if known is not None and known.width else None


@lru_cache(maxsize=16)
def toned(picture: Thumbnail, inks: tuple[Color, ...]) -> Thumbnail:
    """The same as a screen shows it in one or two inks in place of its colours."""
    if not inks:
        return picture
    curves, rgb, made = screen_curves(inks), picture.rgb, bytearray()
    for i in range(0, len(rgb), 3):
        grey = round(0.299 * rgb[i] + 0.587 * rgb[i + 1] + 0.114 * rgb[i + 2])
        made += bytes(curve[grey] for curve in curves)
    return replaced(picture, rgb=bytes(made))


def _look_at(image: ImageFile, side: int) -> Thumbnail | None:
    # Late: Pillow takes 50 ms to import.
    from PIL import Image, ImageOps

    # Pillow's own limit is lower than that of our loader, which has looked at the size.
    kept, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        with image.opened() as file, Image.open(file, formats=FORMATS) as opened:
            # The decoder halves a photograph itself; it still has more than is wanted.
            opened.draft(None, (4 * side, 4 * side))
            is_turned = opened.format != "TIFF" and opened.getexif().get(ORIENTATION, 1) != 1
            opened.load()
            upright = ImageOps.exif_transpose(opened) if is_turned else opened
            return _small(_plain(upright), side)
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError, struct.error):
        return None
    finally:
        Image.MAX_IMAGE_PIXELS = kept


def _plain(image: Image.Image) -> Image.Image:
    """In RGB, or in RGBA where something of it is transparent."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 257).convert("L").convert("RGB")
    if image.mode == "CMYK" and image.format in ("JPEG", "MPO") and "adobe" not in image.info:
        # Late, as Pillow itself: few pictures are such.
        from PIL import ImageChops

        # Pillow takes every CMYK JPEG for Adobe's, which are turned; this one is not.
        return ImageChops.invert(image).convert("RGB")
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _small(image: Image.Image, side: int) -> Thumbnail:
    from PIL import Image as Images

    scale = min(side / max(image.size), 1.0)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    # Pillow weighs colours by their alpha here.
    small = image.resize(size, Images.Resampling.BOX)
    if small.mode == "RGB":
        return Thumbnail(*size, small.tobytes())
    mask = small.getchannel("A")
    ground = Images.new("RGB", size, (255, 255, 255))
    ground.paste(small.convert("RGB"), mask=mask)
    return Thumbnail(*size, ground.tobytes(), mask.tobytes())

"""A picture as a few thousand pixels, upright and in sRGB: enough to judge it by.

Every pixel is the plain mean of those it stands for, so that all machines see the same.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from infographic.display.items import ImageFile
from infographic.display.toning import screen_curves
from infographic.foundation.color import Color
from infographic.foundation.diagnostics import PictureError
from infographic.foundation.memo import Memo
from infographic.foundation.pictures.door import opened
from infographic.foundation.pictures.plain import plain, shrunk
from infographic.foundation.record import field, record, replaced

if TYPE_CHECKING:
    from PIL import Image

SIDE, FINE = 128, 384
"""Pixels of the longer side: to judge a picture by, and to see a mast or a wire in it."""


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
    try:
        with opened(image) as one:
            # The decoder halves a photograph itself; it still has more than is wanted.
            bare = plain(one.pixels((4 * side, 4 * side)))
    except PictureError:
        return None
    return _small(bare, side)


def _small(image: Image.Image, side: int) -> Thumbnail:
    from PIL import Image as Images

    scale = min(side / max(image.size), 1.0)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    # Pillow weighs colours by their alpha here.
    mode = "RGBA" if image.has_transparency_data else "RGB"
    small = shrunk(image, size, (0, 0, *image.size), Images.Resampling.BOX, mode)
    if small.mode == "RGB":
        return Thumbnail(*size, small.tobytes())
    mask = small.getchannel("A")
    ground = Images.new("RGB", size, (255, 255, 255))
    ground.paste(small.convert("RGB"), mask=mask)
    return Thumbnail(*size, ground.tobytes(), mask.tobytes())

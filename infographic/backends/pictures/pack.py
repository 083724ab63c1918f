"""Pictures as a PDF holds them: packed, a photograph as JPEG, all else without loss."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from infographic.backends.pictures.develop import Developed, Inks, developed
from infographic.display.items import Picture
from infographic.foundation.color import Spot
from infographic.foundation.geometry import Rect
from infographic.foundation.memo import Memo
from infographic.foundation.record import record

if TYPE_CHECKING:
    from PIL import Image

JPEG_QUALITY = 90
SPACES = {"RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
"""By Pillow's modes; all others are grey."""


@record
class Pixels:
    """One image as a PDF stream: its pixels packed by `filter`, or bare where that is ""."""

    key: str
    """The same pixels have the same key."""
    width: int
    height: int
    space: str
    bits: int
    data: bytes
    filter: str
    inverted: bool = False
    """0 is full ink, as Adobe's CMYK JPEGs have it."""
    alpha: Pixels | None = None
    colorants: tuple[Spot, ...] = ()
    """Of the space “DeviceN”: its inks, in the order of the samples; a process ink by its name."""


@record
class Prepared:
    pixels: Pixels
    place: Rect
    """Where the pixels lie, from the picture's corner; what lies outside its size is clipped."""


_kept: Memo[Prepared] = Memo(
    "packed pictures",
    128_000_000,
    lambda made: len(made.pixels.data) + (len(made.pixels.alpha.data) if made.pixels.alpha else 0),
)


def prepared(picture: Picture, *, inks: Inks | None, ppi: float, packed: bool = True) -> Prepared:
    """The picture in inks, or without them in sRGB, with at most `ppi` pixels an inch.

    `packed`: small for a file; otherwise bare and without loss, for our own rasteriser.
    """
    key = (
        *(picture.image.digest, inks and inks.key, picture.window, picture.size),
        *(picture.inks, ppi, packed),
    )
    return _kept.made(key, lambda: _prepare(picture, inks, ppi, packed))


def _prepare(picture: Picture, inks: Inks | None, ppi: float, packed: bool) -> Prepared:
    made = developed(picture, inks=inks, ppi=ppi)
    key = f"{picture.image.digest} {inks and inks.key} {packed} {made.made}"
    if picture.inks:
        key += f" in {picture.inks}"
    return Prepared(_packed(made, key, packed), made.place)


def _packed(made: Developed, key: str, packed: bool) -> Pixels:
    if made.planes:
        count = len(made.planes)
        samples = bytearray(count * made.size[0] * made.size[1])
        for number, plane in enumerate(made.planes):
            samples[number::count] = plane.tobytes()
        data = zlib.compress(bytes(samples), 6)
        return Pixels(*(key, *made.size, "DeviceN", 8, data, "FlateDecode"),
                      colorants=made.colorants)  # fmt: skip
    if made.image is not None:
        return _pixels(made.image, key, made.is_photograph, packed)
    space = SPACES.get(made.jpeg_mode, "DeviceGray")
    return Pixels(*(key, *made.size, space, 8, made.jpeg, "DCTDecode"), inverted=made.inverted)


def _pixels(image: Image.Image, key: str, is_photograph: bool, packed: bool) -> Pixels:
    alpha = None
    if image.mode in ("LA", "RGBA"):
        mask = image.getchannel("A")
        image = image.convert("L" if image.mode == "LA" else "RGB")
        is_photograph = False
        if mask.getextrema() != (255, 255):
            alpha = _pixels(mask, f"{key} alpha", False, packed)
    space = SPACES.get(image.mode, "DeviceGray")
    bits = 1 if image.mode == "1" else 8
    inverted = False
    if not packed:
        data, filter_name = image.tobytes(), ""
    elif is_photograph:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=JPEG_QUALITY, subsampling=0)
        # Pillow writes CMYK as Adobe does.
        data, filter_name, inverted = buffer.getvalue(), "DCTDecode", image.mode == "CMYK"
    else:
        data, filter_name = zlib.compress(image.tobytes(), 6), "FlateDecode"
    return Pixels(key, *image.size, space, bits, data, filter_name, inverted, alpha)

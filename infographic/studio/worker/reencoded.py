"""A picture's pixels written anew: what else its file held, a place and a camera's number, stays
behind, and so does whatever its pixels were not needed for."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from infographic.foundation.pictures.door import Opened, open_in
from infographic.foundation.pictures.source import Source

if TYPE_CHECKING:
    from PIL import Image

QUALITY = 95
OPTIONS: Mapping[str, Mapping[str, object]] = {
    "PNG": {}, "WEBP": {"quality": QUALITY}, "TIFF": {"compression": "tiff_lzw"},
}  # fmt: skip
SHARP = 0
"""No colours are shared by neighbours (4:4:4)."""


def decoded(data: bytes) -> Image.Image:
    """The pixels of a picture's file, upright. Raises `PictureError`."""
    return open_in(Source(len(data), data), "picture").pixels()


def reencoded(one: Opened) -> tuple[bytes, str, tuple[int, int]]:
    """An open picture as a file of its own kind (of a GIF or BMP, a PNG), its kind as Pillow names
    it, and its size. Its inks and its colour profile stay. Raises `PictureError`."""
    pixels = one.pixels()
    clear = pixels.info.get("transparency")
    pixels.info = {} if clear is None else {"transparency": clear}
    kind = {"MPO": "JPEG", "GIF": "PNG", "BMP": "PNG"}.get(one.header.kind, one.header.kind)
    if kind == "JPEG":
        return _as_jpeg(pixels, one), kind, pixels.size
    # A copy is none of the plug-in's own, which would write the fields that it has read.
    return _saved(pixels.copy(), kind, one.profile, **OPTIONS[kind]), kind, pixels.size


def _as_jpeg(pixels: Image.Image, one: Opened) -> bytes:
    from PIL.JpegImagePlugin import JpegImageFile

    if isinstance(pixels, JpegImageFile) and pixels.mode in ("L", "RGB", "CMYK"):
        # The tables that it was made with: nothing is lost that was not lost before.
        return _saved(pixels, "JPEG", one.profile, quality="keep")
    return _saved(pixels, "JPEG", one.profile, quality=QUALITY, subsampling=SHARP)


def jpeg_bytes(pixels: Image.Image, quality: int) -> bytes:
    return _saved(pixels, "JPEG", None, quality=quality)


def png_bytes(pixels: Image.Image) -> bytes:
    return _saved(pixels, "PNG", None, compress_level=4)


def _saved(pixels: Image.Image, kind: str, profile: bytes | None, **options: object) -> bytes:
    file = io.BytesIO()
    pixels.save(file, kind, icc_profile=profile, **options)
    return file.getvalue()

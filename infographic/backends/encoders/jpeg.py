"""A raster as a JPEG: every pixel its own colour, sRGB said, nothing else."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from infographic.backends.encoders.sides import JPEG_LONGEST, must_fit
from infographic.backends.encoders.srgb import srgb_profile
from infographic.backends.raster import Raster

QUALITIES = range(20, 96)
"""What a search tries: below 20 type cannot be read, above 95 nothing more is seen."""


def jpeg(raster: Raster, quality: int, *, progressive: bool = False) -> bytes:
    """Colour is not halved (4:4:4): red type on white would have a grey fringe.

    Raises `ValueError` for a transparent raster, and `SpecError` for one too long.
    """
    if raster.mode != "RGB":
        raise ValueError("a JPEG has no transparent pixels")
    must_fit(raster, "JPEG", JPEG_LONGEST)
    file = io.BytesIO()
    with _room_for(raster):
        raster.image().save(
            file,
            "JPEG",
            quality=quality,
            subsampling=0,
            optimize=True,
            progressive=progressive,
            dpi=(round(raster.ppi), round(raster.ppi)),
            icc_profile=srgb_profile(),
        )
    return file.getvalue()


_making_room = threading.Lock()


@contextmanager
def _room_for(raster: Raster) -> Iterator[None]:
    """Pillow's buffer for a file made in two passes must hold all of it, and is too small by its
    own reckoning (one or two bytes a pixel) for colour that is not halved and hard to pack.
    """
    from PIL import ImageFile

    with _making_room:
        before = ImageFile.MAXBLOCK
        ImageFile.MAXBLOCK = max(before, 5 * raster.width * raster.height + 65_536)
        try:
            yield
        finally:
            ImageFile.MAXBLOCK = before

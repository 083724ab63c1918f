"""A raster as a WebP. It says no colour space: without a profile a WebP is sRGB by its standard."""

from __future__ import annotations

import io

from infographic.backends.encoders.sides import WEBP_LONGEST, must_fit
from infographic.backends.raster import Raster

QUALITIES = range(20, 101)
"""What a search tries; 100 is without loss."""
LOSSLESS = 100


def webp(raster: Raster, quality: int) -> bytes:
    """At `quality`; 100 keeps every pixel. Raises `SpecError` for a raster too long.

    The lossy kind halves colour always (4:2:0); its sharp conversion keeps the edges of coloured
    type.
    """
    must_fit(raster, "WebP", WEBP_LONGEST)
    file = io.BytesIO()
    image = raster.image()
    if quality >= LOSSLESS:
        # `exact`: the colour below a clear pixel stays, as in the PNG.
        image.save(file, "WEBP", lossless=True, quality=60, method=4, exact=True)
    else:
        image.save(file, "WEBP", quality=quality, method=4, use_sharp_yuv=True)
    return file.getvalue()

"""`.webp`: smaller than JPEG and PNG, for the web; without loss at quality 100."""

from __future__ import annotations

from infographic.outputs.format import Format, Writable
from infographic.outputs.pixels import MAX_BYTES, PPI, QUALITY, SCALE, TRANSPARENT


def write(
    page: Writable,
    *,
    scale: float = 1.0,
    ppi: float | None = None,
    transparent: bool = False,
    quality: int | None = None,
    max_bytes: int | None = None,
) -> bytes:
    from infographic.backends.encoders.webp import QUALITIES, webp
    from infographic.backends.raster import raster
    from infographic.outputs.byte_limit import within_limit

    pixels = raster(page.page, scale=scale, ppi=ppi, transparent=transparent)
    return within_limit(
        lambda level: webp(pixels, level), QUALITIES, (page, "WebP"), quality, max_bytes
    )


FORMAT = Format(
    "WebP",
    (".webp",),
    "small, for the web; quality 100 loses nothing",
    write,
    (SCALE, PPI, TRANSPARENT, QUALITY, MAX_BYTES),
    is_picture=True,
)

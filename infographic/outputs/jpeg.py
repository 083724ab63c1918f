"""`.jpg`: small where a page is mostly photographs, and taken everywhere."""

from __future__ import annotations

from infographic.foundation.sayings import say
from infographic.outputs.format import Format, Option, Writable
from infographic.outputs.pixels import MAX_BYTES, PPI, QUALITY, SCALE

PROGRESSIVE = Option("progressive", "flag", "shown coarse first, while it loads")


def write(
    page: Writable,
    *,
    scale: float = 1.0,
    ppi: float | None = None,
    quality: int | None = None,
    max_bytes: int | None = None,
    progressive: bool = False,
) -> bytes:
    from infographic.backends.encoders.jpeg import QUALITIES, jpeg
    from infographic.backends.raster import raster
    from infographic.outputs.byte_limit import within_limit

    pixels = raster(page.page, scale=scale, ppi=ppi)
    return within_limit(
        lambda level: jpeg(pixels, level, progressive=progressive),
        QUALITIES,
        (page, "JPEG"),
        quality,
        max_bytes,
    )


FORMAT = Format(
    "JPEG",
    (".jpg", ".jpeg"),
    "small photographs",
    write,
    (SCALE, PPI, QUALITY, MAX_BYTES, PROGRESSIVE),
    refused=(("transparent", say("mend/no-transparency")),),
    is_picture=True,
)

"""`.png`: exact pixels, without loss."""

from __future__ import annotations

from infographic.outputs.format import Format, Writable
from infographic.outputs.pixels import PPI, SCALE, TRANSPARENT


def write(
    page: Writable, *, scale: float = 1.0, ppi: float | None = None, transparent: bool = False
) -> bytes:
    from infographic.backends.encoders.png import png
    from infographic.backends.raster import raster

    return png(raster(page.page, scale=scale, ppi=ppi, transparent=transparent))


FORMAT = Format(
    "PNG",
    (".png",),
    "exact pixels",
    write,
    (SCALE, PPI, TRANSPARENT),
    is_picture=True,
    by_default=frozenset({"print", "screen"}),
)

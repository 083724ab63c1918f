"""A raster as a PNG in sRGB, with its fineness and nothing else."""

from __future__ import annotations

import struct
import zlib

from infographic.backends.encoders.packing import packed
from infographic.backends.raster import Raster, raster
from infographic.display.page import Page


def png_bytes(
    page: Page, *, scale: float = 1.0, ppi: float | None = None, transparent: bool = False
) -> bytes:
    """The page as a PNG; see `raster` for its pixels."""
    return png(raster(page, scale=scale, ppi=ppi, transparent=transparent))


def png(drawn: Raster) -> bytes:
    """The raster as it is, every pixel kept."""
    color = 6 if drawn.mode == "RGBA" else 2
    metre = round(drawn.ppi / 0.0254)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", drawn.width, drawn.height, 8, color, 0, 0, 0)),
            _chunk(b"sRGB", b"\x00"),
            _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1)),
            _chunk(b"IDAT", packed(drawn.rows, len(drawn.rows) // drawn.height)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

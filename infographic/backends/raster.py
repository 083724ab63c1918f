"""A page as a PNG: the screen's own PDF, rasterised, so that what is posted is what is printed."""

from __future__ import annotations

import ctypes
import io
import struct
import zlib
from functools import cache
from types import ModuleType

from infographic.backends.pdf.write import pdf_for_raster
from infographic.display.items import Page, Picture
from infographic.foundation import limits
from infographic.foundation.diagnostics import MachineError

# On a 1080 × 1080 card of flat colours and type, filter 0 and level 1 take 8 ms and 98 kB,
# level 6 20 ms and 84 kB; Pillow's level 6, which tries filters, 29 ms and 125 kB. Pictures do
# need the filters: a broadsheet of seven megapixels with six of them takes 222 ms and 3.4 MB by
# Pillow's level 1, 590 ms for 3 % less by its level 6, and 3.9 MB without filters.
# Another zlib may pack otherwise: the same bytes on one installation, the same pixels on all.
PACKING_LEVEL = 1

# Pictures keep two pixels for each of the raster's, so that resampling twice costs no sharpness.
PICTURE_FINENESS = 2


def png_bytes(
    page: Page, *, scale: float = 1.0, ppi: float | None = None, transparent: bool = False
) -> bytes:
    """The trim at `ppi` × `scale` pixels an inch, `ppi` being the page's own where not said.

    Exactly round(trim × ppi / 72 × scale) pixels; the bleed is outside. Raises `MachineError`
    where that is more than `limits.MAX_PNG_PIXELS`.
    """
    fineness = (page.ppi if ppi is None else ppi) * scale
    width, height = (max(1, round(side * fineness / 72)) for side in page.trim)
    if width * height > limits.MAX_PNG_PIXELS:
        raise MachineError(
            f"a PNG of {width} × {height} pixels is more than {limits.MAX_PNG_PIXELS:,};"
            " ask for a smaller scale"
        )
    pdf = pdf_for_raster(page, fineness * PICTURE_FINENESS, ground=not transparent)
    rows = _rows(pdf, width, height, transparent)
    if any(isinstance(placed.item, Picture) for placed in page.walk()):
        packed = _filtered(rows, width, height, transparent)
    else:
        packed = zlib.compress(rows, PACKING_LEVEL)
    return _file(packed, width, height, fineness, transparent)


@cache
def _pdfium() -> ModuleType:
    """PDFium's functions. pypdfium2's own classes would take as long again to import (30 ms)."""
    import pypdfium2_raw

    pdfium: ModuleType = pypdfium2_raw
    # It does nothing where pypdfium2 has done it.
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))
    return pdfium


def _rows(pdf: bytes, width: int, height: int, transparent: bool) -> bytes:
    """The page's pixels, each row after a zero byte, as PNG's filter 0 wants them."""
    pdfium = _pdfium()
    # PDFium takes rows of three-byte pixels at any distance, so they are drawn where the PNG
    # wants them, a byte apart. Four-byte pixels must lie on fours; those are moved afterwards.
    channels, gap = (4, 0) if transparent else (3, 1)
    stride = width * channels + gap
    buffer = ctypes.create_string_buffer(stride * height + gap)
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    page = pdfium.FPDF_LoadPage(document, 0)
    assert page, "PDFium cannot read what we wrote"
    try:
        bitmap = pdfium.FPDFBitmap_CreateEx(
            width,
            height,
            pdfium.FPDFBitmap_BGRA if transparent else pdfium.FPDFBitmap_BGR,
            ctypes.byref(buffer, gap),
            stride,
        )
        try:
            ground = 0x00000000 if transparent else 0xFFFFFFFF
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, ground)
            flags = pdfium.FPDF_REVERSE_BYTE_ORDER
            pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
    finally:
        pdfium.FPDF_ClosePage(page)
        pdfium.FPDF_CloseDocument(document)
    drawn = buffer.raw[: stride * height]
    if gap:
        return drawn
    return b"".join(b"\0" + drawn[i : i + stride] for i in range(0, len(drawn), stride))


def _filtered(rows: bytes, width: int, height: int, transparent: bool) -> bytes:
    """The rows as Pillow packs them, with the filter that fits each best."""
    from PIL import Image

    mode, channels = ("RGBA", 4) if transparent else ("RGB", 3)
    image = Image.frombytes(
        mode, (width, height), memoryview(rows)[1:], "raw", mode, width * channels + 1, 1
    )
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=PACKING_LEVEL)
    data = file.getvalue()
    # Pillow writes IDAT in pieces; what it says besides, we say ourselves.
    packed, at = [], 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] == b"IDAT":
            packed.append(data[at + 8 : at + 8 + length])
        at += length + 12
    return b"".join(packed)


def _file(packed: bytes, width: int, height: int, ppi: float, transparent: bool) -> bytes:
    """A PNG of eight bits a channel in sRGB, with its fineness and nothing else."""
    color = 6 if transparent else 2
    metre = round(ppi / 0.0254)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, color, 0, 0, 0)),
            _chunk(b"sRGB", b"\x00"),
            _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1)),
            _chunk(b"IDAT", packed),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

"""A page as pixels: the screen's own PDF, rasterised, so that what is posted is what is printed.

Drawn once, they may be written in several ways (`backends/encoders`).
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from infographic.backends.pdf.write import pdf_for_raster
from infographic.backends.pdfium import functions
from infographic.display.items import Picture
from infographic.display.page import Page
from infographic.foundation import limits
from infographic.foundation.calls import positive
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    from PIL import Image

# Pictures keep two pixels for each of the raster's, so that resampling twice costs no sharpness.
PICTURE_FINENESS = 2

# More than any side may have, so that no number is too large to be rounded.
MOST = 1e9


Mode = Literal["RGB", "RGBA"]


@dataclass(frozen=True, slots=True)
class Raster:
    """Pixels of eight bits a channel in sRGB; RGBA where the page has no ground."""

    width: int
    height: int
    mode: Mode
    ppi: float
    """Pixels an inch."""
    rows: bytes = field(repr=False)
    """Row after row from the top, a zero byte before each: as PNG takes them."""
    has_pictures: bool = False
    """Not of type and flat colours alone."""

    @property
    def pixels(self) -> bytes:
        """Row after row, nothing between."""
        stride = len(self.mode) * self.width + 1
        return b"".join(self.rows[i + 1 : i + stride] for i in range(0, len(self.rows), stride))

    def image(self) -> Image.Image:
        """The same as Pillow has it."""
        from PIL import Image

        size, stride = (self.width, self.height), len(self.mode) * self.width + 1
        data = memoryview(self.rows)[1:]
        return Image.frombytes(self.mode, size, data, "raw", self.mode, stride, 1)


def raster(
    page: Page, *, scale: float = 1.0, ppi: float | None = None, transparent: bool = False
) -> Raster:
    """The trim at `ppi` × `scale` pixels an inch, `ppi` being the page's own where not said.

    Exactly round(trim × ppi / 72 × scale) pixels; the bleed is outside. Raises `CallError` where
    one of them is no number above 0, and `MachineError` where that is more than
    `limits.MAX_PNG_PIXELS`.
    """
    fineness = positive(page.ppi if ppi is None else ppi, "ppi") * positive(scale, "scale")
    width, height = (max(1, round(min(side * fineness / 72, MOST))) for side in page.trim)
    if width * height > limits.MAX_PNG_PIXELS:
        most = limits.MAX_PNG_PIXELS
        raise MachineError(say("machine/picture-pixels", width=width, height=height, most=most))
    pdf = pdf_for_raster(page, fineness * PICTURE_FINENESS, ground=not transparent)
    return Raster(
        width,
        height,
        "RGBA" if transparent else "RGB",
        fineness,
        _rows(pdf, width, height, transparent),
        any(isinstance(placed.item, Picture) for placed in page.walk()),
    )


def _rows(pdf: bytes, width: int, height: int, transparent: bool) -> bytes:
    """The page's pixels, each row after a zero byte, as PNG's filter 0 wants them."""
    # PDFium takes rows of three-byte pixels at any distance, so they are drawn where the PNG
    # wants them, a byte apart. Four-byte pixels must lie on fours; those are moved afterwards.
    channels, gap = (4, 0) if transparent else (3, 1)
    stride = width * channels + gap
    buffer = ctypes.create_string_buffer(stride * height + gap)
    with functions() as pdfium:
        kind = pdfium.FPDFBitmap_BGRA if transparent else pdfium.FPDFBitmap_BGR
        document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
        page = pdfium.FPDF_LoadPage(document, 0)
        assert page, "PDFium cannot read what we wrote"
        try:
            start = ctypes.byref(buffer, gap)
            bitmap = pdfium.FPDFBitmap_CreateEx(width, height, kind, start, stride)
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

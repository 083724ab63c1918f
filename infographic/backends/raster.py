"""A page as pixels: the screen's own PDF, rasterised, so that what is posted is what is printed.

Drawn once, they may be written in several ways (`backends/encoders`).
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Literal

from infographic.backends.pdf.write import pdf_for_raster
from infographic.backends.pdfium import functions
from infographic.display.page import Page
from infographic.foundation import limits
from infographic.foundation.calls import positive
from infographic.foundation.color import WHITE, Color
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.record import field, record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    from PIL import Image

# Pictures keep two pixels for each of the raster's, so that resampling twice costs no sharpness.
PICTURE_FINENESS = 2

# More than any side may have, so that no number is too large to be rounded.
MOST = 1e9


Mode = Literal["RGB", "RGBA"]


@record
class Raster:
    """Pixels of eight bits a channel in sRGB; RGBA where the page has no ground."""

    width: int
    height: int
    mode: Mode
    ppi: float
    """Pixels an inch."""
    rows: bytes | bytearray = field(repr=False)
    """Row after row from the top, a zero byte before each: as PNG takes them."""

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
    the limit “png-pixels”.
    """
    fineness = positive(page.ppi if ppi is None else ppi, "ppi") * positive(scale, "scale")
    width, height = pixel_size(page, fineness)
    # Rows of a clear ground are held twice.
    most = limits.most("png-pixels") // (2 if transparent else 1)
    if width * height > most:
        raise MachineError(
            say("machine/picture-pixels", width=width, height=height, most=most, limit="png-pixels")
        )
    pdf = pdf_for_raster(page, fineness * PICTURE_FINENESS)
    ground = page.paper or WHITE
    if not transparent:
        return part_of_pdf(pdf, PixelBox(0, 0, width, height), (width, height), fineness, ground)
    return Raster(width, height, "RGBA", fineness, _clear_rows(pdf, width, height))


def pixel_size(page: Page, ppi: float) -> tuple[int, int]:
    """How many pixels wide and high a page is."""
    width, height = (max(1, round(min(side * ppi / 72, MOST))) for side in page.trim)
    return width, height


class PixelBox(NamedTuple):
    """A part of a page, in pixels from its top left."""

    x: int
    y: int
    width: int
    height: int


def part_of_pdf(
    pdf: bytes, box: PixelBox, whole: tuple[int, int], ppi: float, ground: Color
) -> Raster:
    """A part of what `pdf_for_raster` made, on its ground, as it is of a page `whole` pixels wide
    and high."""
    # PDFium takes rows of three-byte pixels at any distance, so they are drawn where the PNG
    # wants them, a byte apart. Rows of ground are repeated in a fifth of the time that it takes to
    # fill a bitmap with white and that with the ground (1.2 ms of a card).
    rows = bytearray(b"\0" + pixel(ground) * box.width) * box.height
    _draw(pdf, rows, 1, box, whole, 3)
    return Raster(box.width, box.height, "RGB", ppi, rows)


def _clear_rows(pdf: bytes, width: int, height: int) -> bytearray:
    """A whole page's pixels without its ground, each row after a zero byte."""
    # Four-byte pixels must lie on fours; the rows are moved afterwards.
    drawn, stride = bytearray(4 * width * height), 4 * width
    _draw(pdf, drawn, 0, PixelBox(0, 0, width, height), (width, height), 4)
    rows, held = bytearray((stride + 1) * height), memoryview(drawn)
    for row in range(height):
        # One by one: all slices of a large page together would be as large as it again.
        at = row * (stride + 1) + 1
        rows[at : at + stride] = held[row * stride : (row + 1) * stride]
    return rows


def pixel(color: Color) -> bytes:
    """A colour as PDFium draws it: to three decimals, and then to the nearest of 255.

    >>> pixel(Color("half", (0, 0, 0, 0), (0.7, 0.1, 1.0))).hex()
    'b31aff'
    """
    thousandths = (round(round(light, 3) * 1000) for light in color.srgb)
    return bytes((each * 255 + 500) // 1000 for each in thousandths)


def _draw(
    pdf: bytes, pixels: bytearray, first: int, box: PixelBox, whole: tuple[int, int], channels: int
) -> None:
    """Draw a part of a PDF's page onto pixels, `first` bytes before each row."""
    start = ctypes.byref(ctypes.c_char.from_buffer(pixels), first)
    with functions() as pdfium:
        kind = pdfium.FPDFBitmap_BGR if channels == 3 else pdfium.FPDFBitmap_BGRA
        document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
        page = pdfium.FPDF_LoadPage(document, 0)
        assert page, "PDFium cannot read what we wrote"
        try:
            stride = first + box.width * channels
            bitmap = pdfium.FPDFBitmap_CreateEx(box.width, box.height, kind, start, stride)
            try:
                flags = pdfium.FPDF_REVERSE_BYTE_ORDER
                pdfium.FPDF_RenderPageBitmap(bitmap, page, -box.x, -box.y, *whole, 0, flags)
            finally:
                pdfium.FPDFBitmap_Destroy(bitmap)
        finally:
            pdfium.FPDF_ClosePage(page)
            pdfium.FPDF_CloseDocument(document)

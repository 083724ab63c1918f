"""A page of a view as pixels, whole or in part."""

from __future__ import annotations

from infographic.backends.pdf.write import pdf_for_raster
from infographic.backends.raster import (
    PICTURE_FINENESS,
    PixelBox,
    Raster,
    part_of_pdf,
    pixel_size,
)
from infographic.composed import ComposedPage
from infographic.foundation import limits
from infographic.foundation.color import WHITE
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.sayings import say
from infographic.studio.worker.desk import Shown


def pdf_of(shown: Shown, number: int, scale: float) -> bytes:
    """What PDFium draws a page from at a scale (pixels a point); kept as long as the revision."""
    key = "pdf", number, scale
    if key not in shown.drawn:
        one = shown.page.pages[number]
        shown.drawn[key] = pdf_for_raster(one.page, 72 * scale * PICTURE_FINENESS)
    pdf: bytes = shown.drawn[key]
    return pdf


def page_raster(shown: Shown, number: int, scale: float) -> Raster:
    """The whole page. Raises `MachineError` for more pixels than allowed."""
    one = shown.page.pages[number]
    size = size_of(one, scale)
    pdf = pdf_of(shown, number, scale)
    return part_of_pdf(pdf, PixelBox(0, 0, *size), size, 72 * scale, one.page.paper or WHITE)


def page_part(shown: Shown, number: int, scale: float, box: PixelBox) -> Raster:
    """A part of the page, however large that would be."""
    page = shown.page.pages[number].page
    # Pictures need be no finer than the next power of two, which many scales share.
    pdf = pdf_of(shown, number, _finer(scale))
    whole = pixel_size(page, 72 * scale)
    return part_of_pdf(pdf, box, whole, 72 * scale, page.paper or WHITE)


def _finer(scale: float) -> float:
    """The next power of two.

    >>> _finer(0.3), _finer(1), _finer(3.1)
    (0.5, 1.0, 4.0)
    """
    finer = 2.0**-4
    while finer < scale:
        finer *= 2
    return finer


def size_of(one: ComposedPage, scale: float) -> tuple[int, int]:
    """A page's pixels at a scale. Raises `MachineError` for more than allowed."""
    width, height = pixel_size(one.page, 72 * scale)
    most = limits.most("png-pixels")
    if width * height > most:
        raise MachineError(
            say("machine/picture-pixels", width=width, height=height, most=most, limit="png-pixels")
        )
    return width, height

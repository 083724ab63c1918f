"""A page of a view as pixels, and what of them its browser has not seen yet."""

from __future__ import annotations

from typing import Any

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
from infographic.studio.worker.desk import Desk, Given, Shown
from infographic.studio.worker.differing import differing
from infographic.studio.worker.sent import Sent
from infographic.studio.worker.tiles import photographs, tiles_of

MOST = 0.6
"""Of a page that is another in more than this share, the whole is sent: one picture is made sooner
than many."""


def draw_page(desk: Desk, given: Given, number: int) -> dict[str, Any]:
    """The part of a job's answer with what is new of a page, for the browser: no tiles where
    nothing is. given: view, layout, scale, mode, plate, press, whole."""
    shown, scale = desk.views[given["view"]], float(given["scale"])
    one = shown.page.pages[number]
    how = tuple(given.get(name) for name in ("story", "layout", "scale", "mode", "plate", "press"))
    before = desk.sent.of(given["view"], number)
    is_whole = before is None or before.how != how
    source, draw = source_of(shown, number, given)
    if before is not None and not is_whole and before.source == source:
        return _part(number, scale, False, [])
    drawn = draw()
    is_whole = is_whole or before is None or (before.drawn.width, before.drawn.height) != (
        drawn.width, drawn.height,
    )  # fmt: skip
    boxes = [PixelBox(0, 0, drawn.width, drawn.height)]
    if before is not None and not is_whole:
        changed = differing(before.drawn, drawn)
        if sum(box.width * box.height for box in changed) < MOST * drawn.width * drawn.height:
            boxes = changed
    photos = photographs(one.page, scale) if boxes and given.get("mode", "page") == "page" else ()
    made = tiles_of(drawn, boxes, photos)
    desk.sent.keep(given["view"], number, Sent(how, source, drawn))
    return _part(number, scale, is_whole, made)


def _part(number: int, scale: float, is_whole: bool, made: list[Any]) -> dict[str, Any]:
    return {
        "kind": "tiles", "page": number, "whole": is_whole, "scale": scale,
        "tiles": [tile.head for tile in made], "pictures": [tile.data for tile in made],
    }  # fmt: skip


def source_of(shown: Shown, number: int, given: Given) -> tuple[bytes, Any]:
    """What a page is drawn from, and how it is drawn from that."""
    one, scale = shown.page.pages[number], float(given["scale"])
    pdf = pdf_of(shown, number, scale)
    return pdf, lambda: whole_of(one, pdf, scale)


def pdf_of(shown: Shown, number: int, scale: float) -> bytes:
    """What PDFium draws a page from at a scale (pixels a point); kept as long as the revision."""
    key = "pdf", number, scale
    if key not in shown.drawn:
        one = shown.page.pages[number]
        shown.drawn[key] = pdf_for_raster(one.page, 72 * scale * PICTURE_FINENESS)
    pdf: bytes = shown.drawn[key]
    return pdf


def whole_of(one: ComposedPage, pdf: bytes, scale: float) -> Raster:
    """Raises `MachineError` for more pixels than allowed."""
    size = size_of(one, scale)
    return part_of_pdf(pdf, PixelBox(0, 0, *size), size, 72 * scale, one.page.paper or WHITE)


def size_of(one: ComposedPage, scale: float) -> tuple[int, int]:
    """A page's pixels at a scale. Raises `MachineError` for more than allowed."""
    width, height = pixel_size(one.page, 72 * scale)
    most = limits.most("png-pixels")
    if width * height > most:
        raise MachineError(
            say("machine/picture-pixels", width=width, height=height, most=most, limit="png-pixels")
        )
    return width, height

"""A part of a page at another scale than the view's, sharp."""

from __future__ import annotations

from typing import Any

from infographic.backends.raster import PixelBox, part_of_pdf, pixel_size
from infographic.foundation.color import WHITE
from infographic.studio.worker.desk import Desk, Given, Tell
from infographic.studio.worker.drawing import pdf_of
from infographic.studio.worker.tiles import photographs, tiles_of

MOST_SIDE = 4096
"""Pixels of a part; a larger one is cut to it."""
FINEST = 32.0
"""Pixels a point."""


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: view, revision, page, scale, x, y, width, height. Tells of one part with tiles, or of
    none where the revision is gone or the part lies outside the page."""
    shown = desk.views.get(given["view"])
    number, scale = int(given["page"]), float(given["scale"])
    if shown is None or shown.revision != given["revision"] or not 0 < scale <= FINEST:
        return {}
    if not 0 <= number < len(shown.page.pages):
        return {}
    page = shown.page.pages[number].page
    whole = pixel_size(page, 72 * scale)
    box = _on_page(given, whole)
    if box is None:
        return {}
    # Pictures need be no finer than the next power of two, which many scales share.
    pdf = pdf_of(shown, number, _finer(scale))
    drawn = part_of_pdf(pdf, box, whole, 72 * scale, page.paper or WHITE)
    photos = photographs(page, scale)
    made = tiles_of(drawn, [PixelBox(0, 0, box.width, box.height)], photos, (box.x, box.y))
    tell({
        "page": number, "scale": scale, "whole": False,
        "tiles": [{**one.head, "x": one.box.x + box.x, "y": one.box.y + box.y} for one in made],
        "pictures": [one.data for one in made],
    })  # fmt: skip
    return {}


def _on_page(given: Given, whole: tuple[int, int]) -> PixelBox | None:
    left, top = max(int(given["x"]), 0), max(int(given["y"]), 0)
    right = min(int(given["x"]) + int(given["width"]), whole[0], left + MOST_SIDE)
    bottom = min(int(given["y"]) + int(given["height"]), whole[1], top + MOST_SIDE)
    return (
        PixelBox(left, top, right - left, bottom - top) if right > left and bottom > top else None
    )


def _finer(scale: float) -> float:
    """The next power of two.

    >>> _finer(0.3), _finer(1), _finer(3.1)
    (0.5, 1.0, 4.0)
    """
    finer = 2.0**-4
    while finer < scale:
        finer *= 2
    return finer

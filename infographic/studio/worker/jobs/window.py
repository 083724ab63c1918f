"""A part of a page at another scale than the view's, sharp."""

from __future__ import annotations

from typing import Any

from infographic.backends.raster import PixelBox, Raster, pixel_size
from infographic.studio.worker.desk import Desk, Given, Shown, Tell
from infographic.studio.worker.differing import cropped
from infographic.studio.worker.modes import source_of
from infographic.studio.worker.rasters import page_part
from infographic.studio.worker.tiles import photographs, tiles_of

MOST_SIDE = 4096
"""Pixels of a part; a larger one is cut to it."""
FINEST = 32.0
"""Pixels a point."""
MOST_WHOLE = 12_000_000
"""Pixels of a page that is drawn whole, since its mode has no parts: plates, a proof, frames."""


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: view, revision, page, scale, x, y, width, height; mode and plate as of `draw`.

    Tells of one part with tiles, or of none where the revision is gone or the part lies outside the
    page."""
    shown = desk.views.get(given["view"])
    number, scale = int(given["page"]), float(given["scale"])
    if shown is None or shown.revision != given["revision"] or not 0 < scale <= FINEST:
        return {}
    if not 0 <= number < len(shown.page.pages):
        return {}
    page, is_page = shown.page.pages[number].page, given.get("mode", "page") == "page"
    whole = pixel_size(page, 72 * scale)
    box = _on_page(given, whole)
    if box is None or (not is_page and whole[0] * whole[1] > MOST_WHOLE):
        return {}
    if is_page:
        drawn, photos = page_part(shown, number, scale, box), photographs(page, scale)
    else:
        drawn, photos = cropped(_whole(shown, number, given), box), ()
    made = tiles_of(drawn, [PixelBox(0, 0, box.width, box.height)], photos, (box.x, box.y))
    tell({
        "page": number, "scale": scale, "whole": False,
        "tiles": [{**one.head, "x": one.box.x + box.x, "y": one.box.y + box.y} for one in made],
        "pictures": [one.data for one in made],
    })  # fmt: skip
    return {}


def _whole(shown: Shown, number: int, given: Given) -> Raster:
    """The last of them is kept: parts are asked for one after the other."""
    key = "whole", number, given["scale"], given.get("mode"), given.get("plate")
    if key not in shown.drawn:
        for old in [old for old in shown.drawn if old[0] == "whole"]:
            del shown.drawn[old]
        shown.drawn[key] = source_of(shown, number, given)[1]()
    drawn: Raster = shown.drawn[key]
    return drawn


def _on_page(given: Given, whole: tuple[int, int]) -> PixelBox | None:
    left, top = max(int(given["x"]), 0), max(int(given["y"]), 0)
    right = min(int(given["x"]) + int(given["width"]), whole[0], left + MOST_SIDE)
    bottom = min(int(given["y"]) + int(given["height"]), whole[1], top + MOST_SIDE)
    return (
        PixelBox(left, top, right - left, bottom - top) if right > left and bottom > top else None
    )

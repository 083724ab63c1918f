"""What of a view's page its browser has not seen yet."""

from __future__ import annotations

from typing import Any

from infographic.backends.raster import PixelBox
from infographic.studio.worker.desk import Desk, Given
from infographic.studio.worker.differing import differing
from infographic.studio.worker.modes import source_of
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
    # Plates have the sharpest of edges, and proofs tones that a JPEG would shift.
    is_page = given.get("mode", "page") == "page"
    made = tiles_of(drawn, boxes, photographs(one.page, scale) if boxes and is_page else ())
    desk.sent.keep(given["view"], number, Sent(how, source, drawn))
    return _part(number, scale, is_whole, made)


def _part(number: int, scale: float, is_whole: bool, made: list[Any]) -> dict[str, Any]:
    return {
        "kind": "tiles", "page": number, "whole": is_whole, "scale": scale,
        "tiles": [tile.head for tile in made], "pictures": [tile.data for tile in made],
    }  # fmt: skip

"""A view's pages set and drawn: first what stands where, then the pixels that are new."""

from __future__ import annotations

import os
from time import perf_counter
from typing import Any

from infographic.backends.raster import pixel_size
from infographic.composed import ComposedPage
from infographic.display.ledger import ledger
from infographic.foundation.datum import Node
from infographic.pointing import regions
from infographic.studio.worker.desk import Desk, Given, Shown, Tell
from infographic.studio.worker.drawing import draw_page
from infographic.studio.worker.saying import as_told


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: view, revision, story, text, layout, scale (pixels a point), mode, plate, press;
    `visible`, the pages that are on screen, all unless given; `whole`, that the browser has none
    of it. Answers {"took", "later": the pages that are not drawn yet}."""
    begun = perf_counter()
    if given.get("whole"):
        desk.sent.forget(given["view"])
    story, made = desk.drafted(given)
    desk.views[given["view"]] = Shown(given["revision"], made, story)
    tell({"kind": "page", **told(story, made, given), "took": since(begun)})
    every, seen = range(len(made.pages)), given.get("visible")
    now = every if seen is None else [number for number in every if number in seen]
    for number in now:
        tell(draw_page(desk, given, number))
    later = [number for number in every if number not in now]
    return {"took": since(begun), "later": later}


def since(begun: float) -> float:
    """Milliseconds."""
    return round((perf_counter() - begun) * 1000, 1)


def files_of(made: ComposedPage) -> list[str]:
    """All that pages are made from: links as they stand, and where they lead."""
    found = {os.fspath(path) for path in made.inputs}
    return sorted(found | {os.path.realpath(path) for path in found})


def told(story: Node, made: ComposedPage, given: Given) -> dict[str, Any]:
    """What the browser is told of the pages before their pixels, and what they are made from."""
    return {
        "pages": [
            {
                "number": one.number,
                "width": one.page.trim.width,
                "height": one.page.trim.height,
                "unit": one.page.unit,
                "ppi": one.page.ppi,
                "px": pixel_size(one.page, 72 * given["scale"]),
                "safe": one.page.safe_area,
            }
            for one in made.pages
        ],
        "regions": [
            {**region._asdict(), "page": number}
            for number, one in enumerate(made.pages)
            for region in regions(one.page)
        ],
        "ledger": [
            {**entry.as_dict(), "page": number}
            for number, one in enumerate(made.pages)
            for entry in ledger(one.page)
        ],
        "diagnostics": as_told(made.diagnostics, made.pages, story.origin.file),
        "inputs": files_of(made),
    }

"""A view's pages set and drawn: first what stands where, then its pixels."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from infographic.backends.encoders.png import png
from infographic.backends.raster import raster
from infographic.composed import ComposedPage
from infographic.display.ledger import ledger
from infographic.studio.worker.desk import Desk, Given, Shown, Tell


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: view, revision, story, text, layout, scale (pixels a point), mode."""
    begun = perf_counter()
    story, made = desk.drafted(given)
    desk.views[given["view"]] = Shown(given["revision"], made, story)
    tell({"kind": "page", **told(made, given, (perf_counter() - begun) * 1000)})
    for number, each in enumerate(made.pages):
        drawn = raster(each.page, ppi=72 * given["scale"])
        tile = {"x": 0, "y": 0, "width": drawn.width, "height": drawn.height, "kind": "image/png"}
        tell({
            "kind": "tiles", "page": number, "whole": True, "scale": given["scale"],
            "tiles": [tile], "pictures": [png(drawn)],
        })  # fmt: skip
    return {"took": (perf_counter() - begun) * 1000}


def told(made: ComposedPage, given: Given, took: float) -> dict[str, Any]:
    """What the browser is told of the pages before their pixels."""
    scale = given["scale"]
    return {
        "pages": [
            {
                "number": one.number,
                "width": one.page.trim.width,
                "height": one.page.trim.height,
                "unit": one.page.unit,
                "ppi": one.page.ppi,
                "px": [round(one.page.trim.width * scale), round(one.page.trim.height * scale)],
            }
            for one in made.pages
        ],
        "regions": [],
        "ledger": [
            {**entry.as_dict(), "page": number}
            for number, one in enumerate(made.pages)
            for entry in ledger(one.page)
        ],
        "diagnostics": [one.as_dict() for one in made.diagnostics],
        "took": took,
    }

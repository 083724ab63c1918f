"""What is said of a view's pages, with the places on them that it is said of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Rect
from infographic.pointing import shown
from infographic.press.report import Finding

MOST_PLACED = 40
"""Diagnostics of one answer whose places are looked for; of one after these only the file's."""
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods")
MOST_PLACES = 20
"""Of one diagnostic."""


def as_told(
    found: Sequence[Diagnostic], pages: Sequence[ComposedPage], story: str
) -> list[dict[str, Any]]:
    """Diagnostics as `messages` has them. `story` is the name of the story's file."""
    return [
        {
            **one.as_dict(),
            "places": list(places_of(one, pages, story)) if number < MOST_PLACED else [],
        }
        for number, one in enumerate(found)
    ]


def places_of(
    one: Diagnostic, pages: Sequence[ComposedPage], story: str
) -> Iterator[dict[str, Any]]:
    """Where on the pages what it speaks of stands."""
    if isinstance(one, Finding) and one.places:
        for place in one.places[:MOST_PLACES]:
            yield on_page(place.page - 1, place.box)
        return
    file = "" if one.origin.file == story else one.origin.file
    # Of a table's file the marks made of it; of a story as a whole, no place.
    if not one.origin.pointer and not file.lower().endswith(TABLES):
        return
    # What a layout's own words are said of has no pointer into the story.
    boxes = (
        on_page(number, box)
        for number, page in enumerate(pages)
        for box in shown(page.page, one.origin.pointer, None, file)
    )
    for _, box in zip(range(MOST_PLACES), boxes, strict=False):
        yield box


def on_page(page: int, box: Rect) -> dict[str, Any]:
    x, y, width, height = (round(side, 2) for side in box)
    return {"page": page, "x": x, "y": y, "width": width, "height": height}

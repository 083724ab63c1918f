"""What stands at a place of a page."""

from __future__ import annotations

from typing import Any

from infographic.foundation.geometry import Point, Rect
from infographic.pointing import hit
from infographic.studio.worker.desk import Desk, Given, Tell


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any] | None:
    """given: view, page (its number from 0), x, y in points. None where nothing is there."""
    shown = desk.views.get(given["view"])
    if shown is None or not 0 <= given["page"] < len(shown.page.pages):
        return None
    page = shown.page.pages[given["page"]].page
    found = hit(page, Point(float(given["x"]), float(given["y"])))
    if found is None:
        return None
    origin = found.origin
    return {
        "kind": found.kind,
        "owner": found.owner,
        "file": origin.file,
        "pointer": origin.pointer,
        "line": origin.line,
        "column": origin.column,
        "offset": found.offset,
        "cell": found.cell,
        "box": box(found.box),
        "caret": None if found.caret is None else box(found.caret),
        "blocks": [
            {
                "kind": one.kind,
                "box": box(one.box),
                "file": "" if one.datum is None else one.datum.file,
                "pointer": None if one.datum is None else one.datum.pointer,
                "layout": {
                    "file": one.origin.file,
                    "pointer": one.origin.pointer,
                    "line": one.origin.line,
                    "column": one.origin.column,
                },
            }
            for one in found.blocks
        ],
    }


def box(rect: Rect) -> dict[str, float]:
    return {
        name: round(value, 2)
        for name, value in zip(
            ("x", "y", "width", "height"), (rect.x, rect.y, rect.width, rect.height), strict=True
        )
    }

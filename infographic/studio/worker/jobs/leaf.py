"""A page of a view that was not on screen when the view was drawn."""

from __future__ import annotations

from typing import Any

from infographic.studio.worker.desk import Desk, Given, Tell
from infographic.studio.worker.drawing import draw_page


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: as of `draw`, and page. Tells nothing where the revision is gone."""
    shown = desk.views.get(given["view"])
    if shown is not None and shown.revision == given["revision"]:
        tell(draw_page(desk, given, given["page"]))
    return {}

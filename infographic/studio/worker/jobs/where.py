"""Where a datum stands on the pages of a view."""

from __future__ import annotations

from typing import Any

from infographic.pointing import shown as places_of
from infographic.studio.worker.desk import Desk, Given, Tell
from infographic.studio.worker.jobs.point import box


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: view, file, pointer, perhaps offset. Answers {"places": [OnPage …]}."""
    shown = desk.views.get(given["view"])
    if shown is None:
        return {"places": []}
    story = shown.story.origin.file
    file = "" if given.get("file", story) in ("", story) else given["file"]
    return {
        "places": [
            {"page": number, **box(rect)}
            for number, one in enumerate(shown.page.pages)
            for rect in places_of(one.page, given["pointer"], given.get("offset"), file)
        ]
    }

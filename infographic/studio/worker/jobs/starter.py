"""A story to begin from, as a small picture of its page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from infographic.backends.encoders.jpeg import jpeg
from infographic.backends.raster import raster
from infographic.options import DraftOptions
from infographic.pipeline import draft
from infographic.studio.worker.desk import Desk, Given, Tell

QUALITY = 85


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: text, folder (of the files that it names; "" for none), layout, width in pixels.
    Answers {"data", "kind"}. Raises `SpecError`."""
    options: DraftOptions = {}
    story: Any = json.loads(given["text"])
    if given["folder"]:
        folder = Path(given["folder"])
        options["root"] = folder
        story = folder / "story.json"
    page = draft(story, given["layout"], **options).pages[0].page
    scale = given["width"] / (page.trim.width * page.ppi / 72)
    return {"data": jpeg(raster(page, scale=scale), QUALITY), "kind": "image/jpeg"}

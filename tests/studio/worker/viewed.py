"""A view of a small page, and a browser that paints what it is sent."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from PIL import Image
from small_pages import SQUARE

from infographic.studio.worker.desk import Desk
from infographic.studio.worker.jobs import draw

Part = dict[str, Any]

LAYOUT: dict[str, Any] = {
    "page": {"width": "200pt", "height": "160pt", "ppi": 72},
    "fonts": {"f": SQUARE},
    "styles": {
        "s": {"font": "f", "size": "10pt", "leading": "12pt"},
        "caption": {"based_on": "s"},
    },
    "body": {
        "type": "stack",
        "children": [
            {"type": "text", "text": {"$data": "/headline"}, "style": "s"},
            {"type": "text", "text": {"$data": "/deck"}, "style": "s"},
        ],
    },
}
STORY = {"headline": "大事发生", "deck": "今天 明天"}


def write(name: str, tree: object) -> None:
    Path(name).write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")


class Browser:
    """What a browser paints of a view."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.revision = desk, 0
        self.canvases: dict[int, Image.Image] = {}
        self.pages: list[Part] = []
        self.heads: list[Part] = []

    def look(self, scale: float = 1.0, **more: Any) -> Any:
        self.revision += 1
        self.heads, self.pages = [], []
        return draw.run(self.desk, self.given(scale=scale, **more), self.hear)

    def given(self, **more: Any) -> Part:
        more = {"story": "story.json", "layout": "small.json", **more}
        return {"view": "v", "revision": self.revision, **more}

    def hear(self, part: Any) -> None:
        if part["kind"] == "page":
            self.pages = part["pages"]
            return
        self.heads.append(part)
        number = part["page"]
        if part["whole"]:
            self.canvases[number] = Image.new("RGB", tuple(self.pages[number]["px"]), "#00ff00")
        for tile, data in zip(part["tiles"], part["pictures"], strict=True):
            self.canvases[number].paste(opened(data), (tile["x"], tile["y"]))

    @property
    def area(self) -> int:
        """Pixels that were sent."""
        tiles = (tile for head in self.heads for tile in head["tiles"])
        return sum(tile["width"] * tile["height"] for tile in tiles)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")

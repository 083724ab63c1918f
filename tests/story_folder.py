"""A folder for the command line to work in: a story, a layout that it fits and one it does not."""

from __future__ import annotations

import json
from pathlib import Path

from small_pages import SQUARE

STORY = {"headline": "大事发生", "panels": [{"stats": ["国**2**个", "人**3**个"]}]}
SMALL = {
    "page": {"width": "100px", "height": "50px"},
    "fonts": {"f": SQUARE},
    "styles": {"s": {"font": "f", "size": "10px", "leading": "12px"}},
    "body": {"type": "text", "text": {"$data": "/headline"}, "style": "s"},
}
LOW = {**SMALL, "page": {"width": "30px", "height": "12px"}}
"""A page too low for any headline."""


def make(folder: Path) -> Path:
    """Put story.json, small.json and low.json into `folder`."""
    write(folder / "story.json", STORY)
    write(folder / "small.json", SMALL)
    write(folder / "low.json", LOW)
    return folder


def write(path: Path, tree: object) -> None:
    path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")


def files(folder: Path) -> list[str]:
    """What a command made: everything but what was there before."""
    before = {"story.json", "small.json", "low.json"}
    found = (p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return sorted(set(found) - before)

"""The stories and layouts that a studio offers."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from infographic.foundation.limits import most
from infographic.foundation.reach import OutOfReachError, real_file
from infographic.studio.session.paths import path_in

MOST_FILES = 500


def stories_in(root: Path) -> list[dict[str, Any]]:
    """{"file", "title"} of the JSON files that are stories, at most two folders down."""
    found = []
    for path in sorted(
        one for deep in ("*.json", "*/*.json", "*/*/*.json") for one in root.glob(deep)
    )[:MOST_FILES]:
        file = path.relative_to(root).as_posix()
        try:
            # A link may lead out of the folder.
            real = real_file(path_in(root, file))
            if real.stat().st_size > most("file-bytes"):
                continue
            value = json.loads(real.read_bytes())
        except (OSError, ValueError, RecursionError, OutOfReachError):
            continue
        if isinstance(value, dict) and isinstance(value.get("headline"), str):
            found.append({"file": file, "title": value["headline"]})
    return found


@cache
def shipped_layouts() -> tuple[dict[str, Any], ...]:
    """As `messages.Hello` has them."""
    from infographic.layout_list import layouts

    return tuple(
        {
            "name": one.name, "title": one.title, "description": one.description,
            "family": one.name.rpartition("/")[0] or "daily", "canvas": one.name.rpartition("/")[2],
            "kind": one.kind, "width": one.width, "height": one.height, "pages": one.pages,
            "size": one.size, "own": False,
        }
        for one in layouts()
    )  # fmt: skip

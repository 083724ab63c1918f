"""The stories and layouts that a studio offers."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from infographic.foundation.limits import most
from infographic.foundation.reach import OutOfReachError, real_file
from infographic.studio.session.paths import path_in

MOST_FILES = 500


def stories_in(root: Path) -> list[dict[str, Any]]:
    """{"file", "title"} of the JSON files that are stories, at most two folders down; those that
    lie higher first. One that is reached by links too stands there once, by its own name, which
    is that of all messages."""
    found: dict[str, str] = {}
    every = [
        one for deep in ("*.json", "*/*.json", "*/*/*.json") for one in sorted(root.glob(deep))
    ]
    for path in every[:MOST_FILES]:
        file = path.relative_to(root).as_posix()
        try:
            # A link may lead out of the folder.
            real = real_file(path_in(root, file))
            stamp = real.stat()
            if stamp.st_size > most("file-bytes"):
                continue
            title = _title(real, stamp.st_mtime_ns, stamp.st_size)
            file = real.relative_to(root).as_posix()
        except (OSError, ValueError, RecursionError, OutOfReachError):
            continue
        if title is not None:
            found.setdefault(file, title)
    return [{"file": file, "title": title} for file, title in found.items()]


@lru_cache(maxsize=2 * MOST_FILES)
def _title(path: Path, changed: int, size: int) -> str | None:
    """A story's headline; None of another file. They are listed again at each change of one."""
    value = json.loads(path.read_bytes())
    headline = value.get("headline") if isinstance(value, dict) else None
    return headline if isinstance(headline, str) else None


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

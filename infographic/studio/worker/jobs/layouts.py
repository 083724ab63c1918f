"""The layouts that lie in the studio's folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import MachineError, SayingError, SpecError
from infographic.foundation.reach import Reach, real_path, within
from infographic.layout_list import is_of_screen, size_in_words
from infographic.loading.reading.source import read_file
from infographic.loading.sheet.layouts import read_layout
from infographic.pipeline import settled_layout
from infographic.studio.worker.desk import Desk, Given, Tell

MOST_FILES = 500
OWN = "own"
"""The family of them all."""


def run(desk: Desk, given: Given, tell: Tell) -> list[dict[str, Any]]:
    """As `messages.Hello` has layouts; their names are their paths from the folder."""
    with within(Reach((desk.root,))):
        return [told for file in _files() if (told := _told(file)) is not None]


def _files() -> Iterator[str]:
    """JSON files at most two folders down, none of a hidden folder."""
    deep = ("*.json", "*/*.json", "*/*/*.json")
    found = sorted(path for each in deep for path in Path().glob(each))[:MOST_FILES]
    return (path.as_posix() for path in found if not any(one[0] == "." for one in path.parts))


def _told(file: str) -> dict[str, Any] | None:
    """None for what is no layout; one that is broken has no size."""
    try:
        real_path(Path(file))
        fields = read_file(file, relaxed=True).value
        if not isinstance(fields, dict) or "headline" in fields or not _is_layout(file, fields):
            return None
    except (SpecError, SayingError, MachineError, OSError, ValueError):
        return None
    told = {
        "name": file, "title": Path(file).stem, "description": "", "family": OWN,
        "canvas": Path(file).stem, "kind": "screen", "width": 0, "height": None, "pages": 0,
        "size": "", "own": True,
    }  # fmt: skip
    try:
        layout = settled_layout(read_layout(file))
    except (SpecError, CallError, MachineError):
        return told
    sheet, on_screen = layout.sheet, is_of_screen(layout.sheet)
    return {
        **told, "title": layout.title or told["title"], "description": layout.description,
        "kind": "screen" if on_screen else "print", "width": sheet.width, "height": sheet.height,
        "pages": max(layout.page_counts, default=len(layout.pages)),
        "size": size_in_words(sheet.width, sheet.height, on_screen),
    }  # fmt: skip


def _is_layout(file: str, fields: dict[str, Any]) -> bool:
    """A press profile extends others, too."""
    if {"body", "pages", "page"} & {*fields}:
        return True
    return "extends" in fields and ("tune" in fields or Path(file).parent.name == "layouts")

"""Pages of small stories that lie in files, and where their words were written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from infographic.display.page import Page
from infographic.pipeline import draft
from infographic.pointing.standing import standing_on
from infographic.pointing.words import Words, words_of
from tests.small_pages import layout_of

TEXT = {"type": "text", "text": {"$data": "/headline"}, "style": "s"}


def page_of(
    folder: Path, story: Mapping[str, Any], body: Mapping[str, Any] = TEXT, width: float = 100,
    height: float | None = None, **more: Any,
) -> Page:  # fmt: skip
    file = folder / "story.json"
    file.write_text(json.dumps(story, ensure_ascii=False, indent=1), encoding="utf-8")
    return draft(file, layout_of(body, width, height, **more)).page


def lines_of(page: Page) -> list[Words]:
    return words_of(standing_on(page))


def told(page: Page) -> list[list[tuple[str, str, int | None]]]:
    """Each line's characters with ink: what each says, and where it was written."""
    return [
        [
            (one.text, spot.pointer if spot else "", spot.offset if spot else None)
            for one, spot in zip(words.characters, words.spots, strict=True)
            if not one.text.isspace()
        ]
        for words in lines_of(page)
    ]


def offsets(page: Page) -> list[int | None]:
    return [offset for line in told(page) for _, _, offset in line]

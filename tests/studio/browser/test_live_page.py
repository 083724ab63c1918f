"""The page in the browser follows its files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from studio.browser.conftest import PAINTED, until


def change(file: Path, headline: str) -> None:
    story = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**story, "headline": headline}, ensure_ascii=False), "utf-8")


@pytest.mark.full
def test_a_story_that_is_saved_elsewhere_is_painted_anew(
    open_page: Callable[..., Any], folder: Path
) -> None:
    page = open_page()
    before = page.evaluate(PAINTED)
    change(folder / "story.json", "另一个标题")
    until(page, f"{PAINTED} > {before}")

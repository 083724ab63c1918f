"""The focus of a picture is dragged on the page."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from studio.browser.conftest import point_on_page, until
from studio.served import REPOSITORY

BASE = "document.querySelector('#desk canvas.base')"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story with pictures."""
    folder = tmp_path / "desk"
    shutil.copytree(REPOSITORY / "examples" / "mountain-trail", folder)
    story = json.loads((REPOSITORY / "data.json").read_text(encoding="utf-8"))
    pictures = json.loads((folder / "story.json").read_text(encoding="utf-8"))["figures"]
    story["figures"] = pictures
    (folder / "story.json").write_text(json.dumps(story, ensure_ascii=False, indent=2), "utf-8")
    return folder


@pytest.mark.full
def test_a_picture_is_cropped_by_dragging_its_focus_and_that_is_one_step_back(
    open_page: Callable[..., Any], folder: Path
) -> None:
    page, file = open_page(), folder / "story.json"
    page.goto(page.url.split("#")[0] + "#layout=broadsheet")
    until(page, f"{BASE}.height > {BASE}.width * 1.2")
    before = json.loads(file.read_text(encoding="utf-8"))["figures"][0]["focus"]
    page.mouse.click(*point_on_page(page, 0.3, 0.28))
    handle = page.locator("button.focus-handle").first
    handle.wait_for()
    box = handle.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(6):
        page.mouse.move(x - 8 * step, y)
    page.mouse.up()
    page.locator("button.plain:has-text('撤销'):not(:disabled)").wait_for()
    until(page, "document.querySelector('.status-saved').textContent === '已存'")
    after = json.loads(file.read_text(encoding="utf-8"))["figures"][0]["focus"]
    assert after[0] < before[0] - 0.02
    page.locator("button.plain:has-text('撤销')").click()
    until(page, "document.querySelector('.status-said').textContent.includes('焦点')")
    until(page, "document.querySelector('.status-saved').textContent === '已存'")
    assert json.loads(file.read_text(encoding="utf-8"))["figures"][0]["focus"] == before

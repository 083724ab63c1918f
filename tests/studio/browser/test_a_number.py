"""A number is clicked on the page, changed in its form, painted and saved; all else stays."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from studio.browser.conftest import PAINTED, point_on_page, until


def test_a_number_that_is_clicked_and_changed_is_painted_and_saved_and_nothing_else(
    open_page: Callable[..., Any], folder: Path
) -> None:
    """The sample of the browser's tests that every change is held against."""
    page, file = open_page(), folder / "story.json"
    before = file.read_text(encoding="utf-8")
    # “2300余个”, at the right of the first row of the square.
    page.mouse.click(*point_on_page(page, 0.79, 0.48))
    field = page.locator("#side textarea:focus, #side input:focus")
    field.wait_for()
    assert "**2300**余个" in field.input_value()
    painted = page.evaluate(PAINTED)
    field.fill(field.input_value().replace("2300", "2317"))
    until(page, f"{PAINTED} > {painted}")
    wanted = before.replace("**2300**余个", "**2317**余个")
    until_saved(file, before)
    assert file.read_text(encoding="utf-8") == wanted
    page.keyboard.press("Escape")
    page.keyboard.press("Control+z")
    until_saved(file, wanted)
    assert file.read_text(encoding="utf-8") == before


def until_saved(file: Path, before: str) -> None:
    for _ in range(400):
        if file.read_text(encoding="utf-8") != before:
            return
        time.sleep(0.02)
    raise AssertionError("it was not saved")

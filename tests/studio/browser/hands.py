"""What a desk's hands do in the studio's window, for the tests that walk its evening."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from studio.browser.conftest import PAINTED, until
from studio.served import REPOSITORY

Open = Callable[..., Any]
LONG = 20.0
"""Seconds that a test waits at most: a machine that is shared is slow, and nothing is measured."""


def example(folder: Path, name: str) -> Path:
    """A copy of a story of examples/ in the studio's folder, with its data and pictures."""
    return Path(shutil.copytree(REPOSITORY / "examples" / name, folder / name)) / "story.json"


def story_in(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def comes_true(page: Any, told: Callable[[], object], seconds: float = LONG) -> None:
    """Wait for something outside of the page, a file for example, while the page goes on."""
    end = time.monotonic() + seconds
    while not told():
        assert time.monotonic() < end, "it never came true"
        page.wait_for_timeout(20)


def select(page: Any, pointer: str) -> None:
    """Choose a row of the outline, and go to its form."""
    page.click("#tab-outline")
    page.click(f"[data-pointer='{pointer}']")
    page.keyboard.press("Enter")
    until(page, "!document.querySelector('#panel-edit').hidden && "
          "document.querySelector('#panel-edit').contains(document.activeElement)")  # fmt: skip


def save(file: Path, text: str) -> None:
    """As editors save: a new file takes the place of the old one."""
    beside = file.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, file)


def painted(page: Any) -> int:
    count: int = page.evaluate(PAINTED)
    return count


def repainted(page: Any, before: int) -> None:
    until(page, f"{PAINTED} > {before}")


def text_of(page: Any, selector: str) -> str:
    said: str = page.evaluate(
        "one => [...document.querySelectorAll(one)].map(each => each.textContent).join('\\n')",
        selector,
    )
    return said


def says(page: Any, selector: str, pattern: str) -> None:
    """Wait until an element that is shown has a text."""
    until(
        page,
        "([one, pattern]) => [...document.querySelectorAll(one)].some("
        "each => each.checkVisibility() && new RegExp(pattern).test(each.textContent))",
        [selector, pattern],
    )

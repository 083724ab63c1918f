"""A studio with a story of its own, and Chromium to look at it; skipped where there is none."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from studio.served import REPOSITORY, Served, served

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--no-first-run", "--font-render-hinting=none",
]  # fmt: skip


def until(page: Any, expression: str, given: object = None, seconds: float = 20) -> Any:
    """Wait for an expression to be true in the page, and give its value. Playwright's own waiting
    evaluates texts in the page, which our Content-Security-Policy forbids."""
    end = time.monotonic() + seconds
    while not (value := page.evaluate(expression, given)):
        assert time.monotonic() < end, f"never came true: {expression}"
        page.wait_for_timeout(20)
    return value


PAINTED = "performance.getEntriesByName('painted').length"


def point_on_page(page: Any, across: float, down: float, sheet: int = 0) -> tuple[float, float]:
    """A place of a page that is shown, in shares of its width and height, for the mouse."""
    box = page.locator("#desk canvas").nth(sheet).bounding_box()
    return box["x"] + box["width"] * across, box["y"] + box["height"] * down


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Playwright's browser: the system's Chromium, else the one that Playwright installed. While it
    is open an event loop runs in this thread, where tests after it may want one of their own."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    found = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    with sync_api.sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        except sync_api.Error as error:
            pytest.skip(f"there is no Chromium here: {str(error).splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The studio's folder: the story of the README and the pictures of an example."""
    folder = tmp_path / "desk"
    folder.mkdir()
    shutil.copy(REPOSITORY / "data.json", folder / "story.json")
    return folder


@pytest.fixture
def studio(folder: Path, tmp_path: Path) -> Iterator[Served]:
    with served(folder, log=tmp_path / "studio.log") as running:
        yield running


@pytest.fixture
def open_page(
    chromium: Any, studio: Served, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Any]]:
    """Opens the studio in a window of its own; what the console says is an error in the test.
    Where STUDIO_SHOTS names a folder, a picture of each window as the test left it is put there."""
    contexts, said = [], list[str]()
    shots = os.environ.get("STUDIO_SHOTS", "")

    def opened(
        width: int = 1366, height: int = 768, language: str = "zh-CN", *, place: str = "",
        touch: bool = False,
    ) -> Any:  # fmt: skip
        """`place` is what stands after “#”: which story, which layout."""
        context = chromium.new_context(
            viewport={"width": width, "height": height}, locale=language, accept_downloads=True,
            has_touch=touch,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{studio.address}{'#' + place if place else ''}")
        until(page, "performance.getEntriesByName('painted').length > 0")
        return page

    yield opened
    for number, context in enumerate(contexts):
        if shots:
            for page in context.pages:
                page.screenshot(path=f"{shots}/{request.node.name}-{number}.png")
        context.close()
    assert said == []

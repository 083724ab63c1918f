"""What is seen at first sight: where one is, what can be done, and nothing that is not so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from studio.browser.conftest import until
from studio.browser.hands import Open, example, says, select
from studio.served import served

pytestmark = pytest.mark.full
THUMBS = "document.querySelectorAll('.thumb-frame.drawn').length > 3"


def test_the_layout_that_is_shown_is_in_sight_in_the_strip(open_page: Open) -> None:
    page = open_page(place="layout=tabloid")
    until(page, THUMBS)
    until(page, """(() => {
      const box = document.querySelector(".thumb[aria-current=true]").getBoundingClientRect();
      const head = document.querySelector(".strip-head").getBoundingClientRect();
      const strip = document.querySelector(".strip").getBoundingClientRect();
      return box.top >= head.bottom && box.bottom <= strip.bottom;
    })()""")  # fmt: skip


def test_an_empty_folder_offers_a_new_story_and_nothing_else(chromium: Any, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    with served(folder, log=tmp_path / "studio.log") as studio:
        context = chromium.new_context(locale="zh-CN")
        page = context.new_page()
        page.goto(studio.address)
        says(page, "#panel-edit", "^还没有打开稿件。$")
        assert page.locator(".bar button.primary").is_disabled()
        page.keyboard.press("Control+e")
        page.wait_for_timeout(100)
        assert page.locator("dialog[open]").count() == 0
        context.close()


def test_the_side_is_wide_for_a_table_only(open_page: Open, folder: Path) -> None:
    example(folder, "twelve-stats")
    page = open_page(place="story=twelve-stats/story.json&layout=square")
    wide = "document.querySelector('.side').getBoundingClientRect().width"
    narrow = page.evaluate(wide)
    page.click("#tab-data")
    says(page, "#panel-data", "CSV")
    assert page.evaluate(wide) == narrow


def test_what_is_selected_is_ringed_from_outside(open_page: Open, folder: Path) -> None:
    example(folder, "twelve-stats")
    page = open_page(place="story=twelve-stats/story.json&layout=square")
    select(page, "/panels/0/stats/0")
    until(page, "document.querySelector('.mark.selected')")
    ring = "getComputedStyle(document.querySelector('.mark.selected'))"
    assert page.evaluate(f"{ring}.borderTopWidth") == "0px"
    assert page.evaluate(f"parseFloat({ring}.outlineOffset)") > 0


def test_on_a_tablet_no_button_lies_on_a_thumbnail(open_page: Open) -> None:
    page = open_page(768, 1024, place="layout=square", touch=True)
    page.evaluate("document.querySelector('.for-strip').click()")
    until(page, THUMBS)
    assert page.evaluate("matchMedia('(pointer: coarse)').matches")
    assert not page.evaluate("""[...document.querySelectorAll(".thumb-item")].some((one) =>
      one.querySelector(".thumb-beside").getBoundingClientRect().top <
      one.querySelector(".thumb-frame").getBoundingClientRect().bottom)""")

"""The page on the desk: zoom, pointing, keyboard, layouts, what stays while a file is broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from studio.browser.conftest import PAINTED, point_on_page, until

pytestmark = pytest.mark.full

BASE = "document.querySelector('#desk canvas.base')"
SHARP = """() => {
  const seen = [...document.querySelectorAll('.sharp canvas')].filter((one) => {
    const pixels = one.getContext('2d').getImageData(0, 0, one.width, one.height).data;
    return pixels.some((value, at) => at % 4 === 3 && value === 255);
  });
  return seen.length;
}"""


def test_a_zoomed_page_is_sharp_in_its_window_and_whole_again(
    open_page: Callable[..., Any],
) -> None:
    page = open_page()
    before = page.evaluate(f"{BASE}.width")
    page.keyboard.press("4")
    until(page, SHARP)
    assert page.locator(".zoom-select").input_value() == "now"
    assert page.locator(".zoom-select option").first.inner_text() == "400%"
    # A square is shown pixel for pixel.
    assert page.evaluate("""() => { const one = document.querySelector('.sharp canvas');
      return Math.abs(one.getBoundingClientRect().width * devicePixelRatio - one.width) < 0.1; }""")
    assert page.evaluate("document.querySelectorAll('.sharp canvas').length") <= 12
    page.keyboard.press("0")
    until(page, "document.querySelectorAll('.sharp canvas').length === 0")
    until(page, f"Math.abs({BASE}.width - {before}) <= 1")


def test_what_is_pointed_at_is_outlined_and_named_and_levels_go_out(
    open_page: Callable[..., Any],
) -> None:
    page = open_page()
    place = point_on_page(page, 0.79, 0.48)
    page.mouse.move(*place)
    page.locator(".mark.hover .tag").wait_for()
    assert page.locator(".mark.hover .tag").inner_text().startswith("专栏 1 › 数字 1")
    page.mouse.click(*place)
    page.locator(".mark.selected").first.wait_for()
    page.keyboard.down("Alt")
    page.mouse.click(*place)
    page.keyboard.up("Alt")
    until(page, "!document.querySelector('#side').textContent.includes('数字 1')")


def test_the_keyboard_goes_from_part_to_part_and_selects(open_page: Callable[..., Any]) -> None:
    page = open_page()
    until(page, "document.querySelectorAll('.options [role=option]').length > 5")
    page.locator(".options").focus()
    page.keyboard.press("ArrowUp")
    names = []
    for _ in range(4):
        names.append(
            page.evaluate("""() => document.getElementById(
          document.activeElement.getAttribute('aria-activedescendant')).ariaLabel""")
        )
        page.keyboard.press("ArrowDown")
    assert len(set(names)) == 4
    assert any(name.startswith("主题") for name in names), names
    page.keyboard.press("Enter")
    page.locator(".mark.selected").first.wait_for()


def test_another_family_keeps_the_canvas_and_two_views_stand_side_by_side(
    open_page: Callable[..., Any],
) -> None:
    page = open_page()
    page.locator(".strip button.thumb").first.wait_for()
    page.locator("body").press("]")
    until(page, "location.hash.includes('layout=modern/square')")
    page.locator(".strip button.thumb").nth(1).click(modifiers=["Shift"])
    until(page, "location.hash.includes('second=')")
    until(page, f"{PAINTED} && performance.getEntriesByName('painted')"
                ".some((one) => one.detail.view === 'second')")  # fmt: skip
    page.locator(".pane-head button").click()
    until(page, "!location.hash.includes('second=')")


def test_the_last_good_page_stays_while_a_file_is_broken(
    open_page: Callable[..., Any], folder: Path
) -> None:
    page, file = open_page(), folder / "story.json"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole[:300], encoding="utf-8")
    page.locator(".notice:not([hidden])").wait_for()
    assert "story.json 第" in page.locator(".notice:not([hidden])").inner_text()
    assert page.evaluate(f"{BASE}.getContext('2d').getImageData(20, 20, 1, 1).data[3]") == 255
    file.write_text(whole, encoding="utf-8")
    page.locator(".notice:not([hidden])").wait_for(state="detached")


def test_the_keyboard_goes_from_area_to_area_and_what_is_left_out_is_said_at_the_foot(
    open_page: Callable[..., Any], folder: Path
) -> None:
    story = '{"headline": "秋粮入库", "body": ["一段。"], "panels": [{"stats": ["网点**217**个"]}]}'
    (folder / "story.json").write_text(story, encoding="utf-8")
    page = open_page()
    where = "document.activeElement.closest('#bar, #strip, #desk, #side')?.id"
    seen = []
    for _ in range(4):
        page.keyboard.press("F6")
        seen.append(page.evaluate(where))
    assert seen == ["bar", "strip", "desk", "side"]
    page.keyboard.press("Shift+F6")
    assert page.evaluate(where) == "desk"
    assert page.locator(".thumb-beside").first.get_attribute("tabindex") == "-1"
    until(page, "document.querySelector('.status-faults .left-out') !== null")
    page.locator(".status-faults").click()
    page.get_by_text("这一版没有用到：正文", exact=True).wait_for(timeout=9000)

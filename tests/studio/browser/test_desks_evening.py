"""A desk's evening at the page: too long a text, steps back, other layouts, two pages, families."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from studio.browser.conftest import point_on_page, until
from studio.browser.hands import (
    Open,
    comes_true,
    example,
    painted,
    repainted,
    says,
    select,
    story_in,
    text_of,
)  # fmt: skip

pytestmark = pytest.mark.full
ZH_OVER = "超(\\d+)字"


def write(page: Any, text: str) -> None:
    """At the end of the field that has the keyboard."""
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(text)


def test_what_is_too_long_is_said_at_its_field_in_the_status_and_the_strip_until_it_is_mended(
    open_page: Open, folder: Path
) -> None:
    page = open_page(place="layout=tabloid")
    select(page, "/body/0")
    before = story_in(folder / "story.json")["body"][0]
    write(page, "城市党建引领基层治理" * 110)
    says(page, "#panel-edit .aside", ZH_OVER)
    says(page, "#status", ZH_OVER)
    says(page, "[data-layout=tabloid] .thumb-said", ZH_OVER)
    over = int(re.findall(ZH_OVER, text_of(page, "#panel-edit .aside"))[0])
    assert 200 < over < 1100
    # Where a line ends early, a few characters more must go than it is too long by.
    for _ in range(over + 60):
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Delete")
    until(page, f"!/{ZH_OVER}/.test(document.querySelector('#status').innerText)")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    comes_true(page, lambda: story_in(folder / "story.json")["body"][0] == before)
    until(page, "!document.querySelector('[data-layout=tabloid] .over')")


def test_steps_back_and_forth_go_over_all_edits_to_the_same_bytes(
    open_page: Open, folder: Path
) -> None:
    page, file = open_page(), folder / "story.json"
    versions = [file.read_bytes()]
    for pointer, text in (("/deck", "甲"), ("/headline", "乙"), ("/lead", "丙"), ("/deck", "丁")):
        select(page, pointer)
        write(page, text)
        comes_true(page, lambda: file.read_bytes() != versions[-1])
        versions.append(file.read_bytes())
    page.keyboard.press("Escape")
    for version in reversed(versions[:-1]):
        page.keyboard.press("Control+z")
        comes_true(page, lambda version=version: file.read_bytes() == version)
    until(page, "document.querySelector('.history button').disabled")
    for version in versions[1:]:
        page.keyboard.press("Control+Shift+z")
        comes_true(page, lambda version=version: file.read_bytes() == version)


def test_a_layout_is_swapped_by_a_click_by_the_keyboard_and_with_its_family(
    open_page: Open,
) -> None:
    page = open_page(place="layout=square")
    shown = "location.hash.match(/layout=([^&]*)/)?.[1]"
    before = painted(page)
    page.click("[data-layout=story] .thumb")
    until(page, f"{shown} === 'story'")
    repainted(page, before)
    page.focus("[data-layout=square] .thumb")
    page.keyboard.press("Enter")
    until(page, f"{shown} === 'square'")
    assert page.get_attribute("[data-layout=square] .thumb", "aria-current") == "true"
    page.keyboard.press("Escape")
    for way, layout in (("]", "modern/square"), ("[", "square")):
        before = painted(page)
        page.keyboard.press(way)
        until(page, f"{shown} === {layout!r}")
        repainted(page, before)
    page.select_option("#strip select", "gala")
    until(page, f"{shown} === 'gala/square'")


def test_print_and_phone_stand_side_by_side_and_both_follow_what_is_written(
    open_page: Open,
) -> None:
    page = open_page(place="layout=broadsheet&second=story")
    count = (
        "view => performance.getEntriesByName('painted').filter("
        "one => one.detail.view === view).length"
    )
    until(page, f"({count})('second') > 0 && ({count})('main') > 0")
    select(page, "/headline")
    before = {view: page.evaluate(count, view) for view in ("main", "second")}
    write(page, "新")
    for view, painted_before in before.items():
        until(page, f"({count})('{view}') > {painted_before}")
    page.click(".pane-head button")
    until(page, "document.querySelectorAll('.pane').length === 1")
    assert "second" not in page.evaluate("location.hash")


def test_the_studio_speaks_english_and_changes_its_language_where_one_stands(
    open_page: Open,
) -> None:
    page = open_page(language="en-GB", place="layout=tabloid")
    assert page.evaluate("document.documentElement.lang") == "en"
    select(page, "/body/0")
    write(page, "城市党建引领基层治理" * 110)
    says(page, "#panel-edit .aside", "all: \\d+ over")
    says(page, "#tab-messages", "Messages")
    page.click("#bar button.plain:has-text('中文')")
    says(page, "#panel-edit .aside", ZH_OVER)
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    words = text_of(page, "#bar button, .tab, #panel-edit label").replace("English", "")
    assert not re.search("[A-Za-z]{4}", words)


def test_a_story_of_an_example_is_chosen_and_its_place_outlives_a_reload(
    open_page: Open, folder: Path
) -> None:
    example(folder, "mountain-trail")
    page = open_page(place="layout=square")
    page.select_option("#bar select.story", "mountain-trail/story.json")
    until(page, "location.hash.includes('story=mountain-trail/story.json')")
    says(page, "#panel-edit", ".")
    until(page, "document.querySelector('#panel-edit textarea')")
    page.reload()
    until(page, "performance.getEntriesByName('painted').length > 0")
    assert page.input_value("#bar select.story") == "mountain-trail/story.json"


def test_one_goes_from_opening_to_export_by_the_keyboard_alone(
    open_page: Open, folder: Path
) -> None:
    page = open_page(place="layout=square")
    focus = "document.activeElement"
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(f"{focus}.matches('.options')"):
            break
    assert page.evaluate(f"{focus}.getAttribute('aria-activedescendant') !== null")
    said = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
    for _ in range(30):
        if "2300" in page.evaluate(f"{said}.getAttribute('aria-label')"):
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    until(page, f"{focus}.tagName === 'TEXTAREA'")
    page.keyboard.press("Control+End")
    page.keyboard.type("左右")
    changed = "建立城市党建联盟**2300**余个左右"
    comes_true(page, lambda: story_in(folder / "story.json")["panels"][0]["stats"][0] == changed)
    page.keyboard.press("Escape")
    for _ in range(120):
        page.keyboard.press("Shift+Tab")
        if page.evaluate(f"{focus}.matches('#bar .primary')"):
            break
    page.keyboard.press("Enter")
    until(page, "document.querySelector('dialog[open]')?.contains(document.activeElement)")
    with page.expect_download() as got:
        page.keyboard.press("Enter")
    assert got.value.suggested_filename.endswith(".png")
    page.keyboard.press("Escape")
    until(
        page, "!document.querySelector('dialog') && document.activeElement.matches('#bar .primary')"
    )


def test_the_outline_under_a_resting_mouse_goes_when_one_writes(open_page: Open) -> None:
    page = open_page(place="layout=square")
    page.mouse.click(*point_on_page(page, 0.3, 0.15))
    until(page, "document.activeElement.matches('#panel-edit textarea')")
    until(page, "document.querySelector('.mark.hover')")
    page.keyboard.type("新")
    until(page, "!document.querySelector('.mark.hover')")

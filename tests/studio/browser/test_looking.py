"""How the page is looked at: sharp at any zoom, in plates and proofs, on a small screen, by all."""

from __future__ import annotations

import io
import itertools
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat
from studio.browser.conftest import point_on_page, until
from studio.browser.hands import Open, comes_true, example, painted, repainted, says, select
from studio.served import REPOSITORY

pytestmark = pytest.mark.full
WEB = REPOSITORY / "infographic" / "studio" / "web"


NAMELESS = """() => [...document.querySelectorAll(
    "button, input, select, textarea, [role=listbox], [role=grid], dialog, nav, aside")]
  .filter((one) => one.checkVisibility())
  .filter((one) => {
    const labels = [...(one.labels ?? [])].map((each) => each.textContent).join("");
    const by = (one.getAttribute("aria-labelledby") ?? "").split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "").join("");
    const own = one.matches("button") ? one.textContent : "";
    return ![one.getAttribute("aria-label"), labels, by, own, one.title]
      .some((each) => each?.trim());
  })
  .filter((one) => !(one.matches("input[type=file]") && one.tabIndex < 0))
  .map((one) => one.outerHTML.slice(0, 120))"""
"""Controls that a reader of the screen could only call “button” or “field”."""


def seen(page: Any) -> Image.Image:
    """The desk as it is on the screen."""
    return Image.open(io.BytesIO(page.locator("#desk").screenshot())).convert("RGB")


def edges(picture: Image.Image) -> float:
    """How steep its steps are: the mean of the greatest differences of neighbours, line by line."""
    grey = picture.convert("L")
    apart = ImageChops.difference(grey, ImageChops.offset(grey, 1, 0)).crop((1, 0, *grey.size))
    return max(ImageStat.Stat(apart.crop((0, y, apart.width, y + 1))).extrema[0][1]
               for y in range(apart.height))  # fmt: skip


@pytest.mark.parametrize("key", ["1", "4"])
def test_a_zoomed_page_is_drawn_at_the_pixels_of_the_screen(open_page: Open, key: str) -> None:
    page = open_page(place="layout=square")
    page.mouse.click(*point_on_page(page, 0.02, 0.5))
    page.keyboard.press("Escape")
    page.keyboard.press(key)
    # One square of the page that is in sight is on the screen as `window` drew it.
    until(page, "document.querySelectorAll('.sharp canvas').length > 0 || "
          "document.querySelector('#desk canvas').width >= "
          "document.querySelector('#desk canvas').getBoundingClientRect().width")  # fmt: skip
    comes_true(page, lambda: edges(seen(page)) > 150)
    for box in page.evaluate(
        "[...document.querySelectorAll('.sharp canvas')].map(one => "
        "[one.width / one.getBoundingClientRect().width])"
    ):
        assert abs(box[0] - 1) < 0.02


def test_plates_proof_and_frames_are_shown_and_the_ink_under_the_pointer_is_told(
    open_page: Open,
) -> None:
    page = open_page(place="layout=broadsheet")
    shown = [seen(page)]
    for number in (2, 3, 4):
        before = painted(page)
        page.click(f".modes label:nth-of-type({number})")
        repainted(page, before)
        page.mouse.move(*point_on_page(page, 0.3, 0.21))
        if number > 2:
            says(page, "#status", "总 ?\\d+")
        page.mouse.move(700, 10)
        shown.append(seen(page))
    for one, other in itertools.pairwise(shown):
        assert ImageChops.difference(one, other).getbbox()
    page.click(".modes label:nth-of-type(3)")
    page.select_option(".modes select", index=2)
    comes_true(page, lambda: ImageChops.difference(seen(page), shown[2]).getbbox())


def test_what_fit_would_make_is_shown_before_and_after_and_taken_as_a_layout_of_ones_own(
    open_page: Open, folder: Path
) -> None:
    page = open_page(place="layout=tabloid")
    select(page, "/body/0")
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("城市党建引领基层治理" * 108)
    says(page, "#status", "超\\d+字")
    page.click("#tab-messages")
    page.click(".fit-box button")
    until(
        page, "document.querySelectorAll('.fit-pictures img').length === 2 || "
          "document.querySelector('.fit-result p')?.textContent.length > 12", seconds=60,
    )  # fmt: skip
    if page.query_selector(".fit-result .primary"):
        page.click(".fit-result .primary")
        comes_true(page, lambda: list((folder / "layouts").glob("*.json")))
        until(page, "!/超\\d+字/.test(document.querySelector('#status').innerText)")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 768), (768, 1024)])
def test_nothing_is_cut_and_targets_are_large_enough_for_a_finger(
    open_page: Open, width: int, height: int
) -> None:
    touch = width < 1366
    page = open_page(width, height, place="layout=square", touch=touch)
    assert page.evaluate("[document.documentElement.scrollWidth, document.body.scrollHeight]") == [
        width, height,
    ]  # fmt: skip
    outside = page.evaluate(
        """() => [...document.querySelectorAll("#bar button, #bar select, #bar label, .tab")]
          .filter((one) => one.checkVisibility())
          .map((one) => [one.textContent.slice(0, 20), one.getBoundingClientRect()])
          .filter(([, box]) => box.right > innerWidth || box.left < 0 || box.bottom > innerHeight)
          .map(([words]) => words)"""
    )
    assert outside == []
    if touch:
        small = page.evaluate(
            """() => [...document.querySelectorAll("#bar button, #bar select, #bar label, .tab, "
              + "#panel-edit button, .thumb")]
              .filter((one) => one.checkVisibility())
              .map((one) => [one.className, one.textContent.slice(0, 12),
                Math.round(one.getBoundingClientRect().height)])
              .filter(([, , high]) => high < 40)"""
        )
        assert small == []


def test_every_control_has_a_name_and_a_role_that_readers_of_the_screen_know(
    open_page: Open, folder: Path
) -> None:
    example(folder, "communique")
    page = open_page(place="story=communique/story.json&layout=broadsheet")
    until(page, "document.querySelector('#panel-edit textarea')")
    nameless = []
    for tab in ("outline", "messages", "data", "edit"):
        page.click(f"#tab-{tab}")
        page.wait_for_timeout(300)
        nameless += page.evaluate(NAMELESS)
    page.click("#bar button.primary")
    until(page, "document.querySelector('dialog[open] input')")
    nameless += page.evaluate(NAMELESS)
    assert nameless == [], "\n".join(nameless)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    unknown = page.evaluate(
        """() => [...document.querySelectorAll("[aria-controls], [aria-describedby]")]
          .flatMap((one) => ["controls", "describedby"].map((of) => one.getAttribute(`aria-${of}`)))
          .filter((one) => one && !document.getElementById(one))"""
    )
    assert unknown == []


def test_focus_is_seen_wherever_the_keyboard_goes(open_page: Open) -> None:
    page = open_page(place="layout=square")
    until(page, "document.querySelector('#panel-edit textarea')")
    unseen, been = [], []
    for _ in range(60):
        page.keyboard.press("Tab")
        name, mark = page.evaluate(
            """() => {
              const one = document.activeElement;
              const seen = [one, one.closest("label"), one.parentElement].filter(Boolean)
                .map((each) => getComputedStyle(each))
                .some((style) => style.outlineStyle !== "none" && style.outlineWidth !== "0px");
              return [one.outerHTML.slice(0, 90), seen || one.matches(".options, body")];
            }"""
        )
        been.append(name)
        if not mark:
            unseen.append(name)
    assert unseen == []
    # No trap: it goes on and on.
    assert len(set(been)) > 25


def test_the_colours_of_words_stand_out_from_their_ground_by_four_and_a_half_to_one() -> None:
    css = (WEB / "css" / "base.css").read_text(encoding="utf-8")
    named = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", css))

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [
            one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one: str, other: str) -> float:
        low, high = sorted((light(one), light(other)))
        return (high + 0.05) / (low + 0.05)

    for words in ("ink", "ink-2", "ink-3", "accent", "error", "warning", "note"):
        for ground in ("paper", "ground"):
            assert contrast(named[words], named[ground]) >= 4.5, (words, ground)


def test_languages_have_the_same_words() -> None:
    files = {one: sorted(one_file.name for one_file in (WEB / "words" / one).iterdir())
             for one in ("zh", "en")}  # fmt: skip
    assert files["zh"] == files["en"]
    for name in files["zh"]:
        keys = [
            re.findall(r'^  "([^"]+)":', (WEB / "words" / one / name).read_text("utf-8"), re.M)
            for one in ("zh", "en")
        ]
        assert set(keys[1]) <= set(keys[0]), name

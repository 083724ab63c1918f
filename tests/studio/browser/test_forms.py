"""The side of the studio: a datum is clicked, its form opens, what is typed is in the file."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from studio.browser.conftest import until
from studio.browser.hands import select

pytestmark = pytest.mark.full
Open = Callable[..., Any]


def story(folder: Path) -> Any:
    return json.loads((folder / "story.json").read_text(encoding="utf-8"))


def holds(page: Any, folder: Path, told: Callable[[Any], bool], seconds: float = 10) -> None:
    """Wait until the story's file is so: a stroke is saved when it is over."""
    end = time.monotonic() + seconds
    while not told(story(folder)):
        assert time.monotonic() < end, json.dumps(story(folder), ensure_ascii=False)[-900:]
        page.wait_for_timeout(20)


def test_a_number_is_clicked_on_the_page_and_changed(open_page: Open, folder: Path) -> None:
    page = open_page()
    words = "[document.activeElement.tagName, document.activeElement.value]"
    until(page, "document.querySelector('.field')")
    # The number 2300 of the card.
    page.mouse.click(770, 382)
    until(page, "document.activeElement.tagName === 'TEXTAREA'")
    assert page.evaluate(words) == ["TEXTAREA", "建立城市党建联盟**2300**余个"]
    # A worker that is slow to say which character was meant is not waited for for ever.
    page.keyboard.press("Home")
    for _ in range(11):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("End")
    page.keyboard.type("。", delay=5)
    changed = "建立城市党建联盟**2301**余个。"
    holds(page, folder, lambda told: told["panels"][0]["stats"][0] == changed)
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    first = "建立城市党建联盟**2300**余个"
    holds(page, folder, lambda told: told["panels"][0]["stats"][0] == first)
    until(page, f"document.querySelector('#panel-edit textarea').value === {json.dumps(first)}")


def test_a_sentence_is_spelled_out_and_keeps_the_digits_that_are_typed(
    open_page: Open, folder: Path
) -> None:
    page = open_page()
    select(page, "/panels/0/stats/0")
    page.click(".form-tools > button")
    until(page, "document.querySelector('.kind-value input')")
    page.fill(".kind-value input", "2,300.50")
    text = '{"label": "建立城市党建联盟", "value": 2300.50, "qualifier": "余", "unit": "个"}'
    end = time.monotonic() + 10
    while text not in (folder / "story.json").read_text(encoding="utf-8"):
        assert time.monotonic() < end, (folder / "story.json").read_text(encoding="utf-8")
        page.wait_for_timeout(20)


def test_what_another_wrote_meanwhile_is_shown_beside_ours(open_page: Open, folder: Path) -> None:
    page = open_page()
    select(page, "/deck")
    page.evaluate("document.activeElement.dispatchEvent(new CompositionEvent('compositionstart'))")
    page.keyboard.type("甲")
    other = {**story(folder), "deck": "别人的副题"}
    (folder / "story.json").write_text(json.dumps(other, ensure_ascii=False), encoding="utf-8")
    page.wait_for_timeout(300)
    page.evaluate("document.activeElement.dispatchEvent(new CompositionEvent('compositionend'))")
    until(page, "document.querySelector('.conflict blockquote')?.textContent === '别人的副题'")
    assert story(folder)["deck"] == "别人的副题"
    page.click(".conflict button:last-child")
    holds(page, folder, lambda told: told["deck"] == "——我省全面加强党的建设十年回眸甲")
    until(page, "!document.querySelector('.conflict')")


def test_the_outline_moves_copies_deletes_and_adds_by_keys(open_page: Open, folder: Path) -> None:
    page = open_page()
    page.click("#tab-outline")
    page.click("[data-pointer='/panels/0/stats/1']")
    begin = story(folder)["panels"][0]["stats"]
    page.keyboard.press("Alt+ArrowUp")
    moved = [begin[1], begin[0], *begin[2:]]
    holds(page, folder, lambda told: told["panels"][0]["stats"] == moved)
    until(page, "document.activeElement.dataset.pointer === '/panels/0/stats/0'")
    page.keyboard.press("Control+d")
    holds(page, folder, lambda told: told["panels"][0]["stats"] == [begin[1], *moved])
    until(page, "document.activeElement.dataset.pointer === '/panels/0/stats/1'")
    page.keyboard.press("Delete")
    holds(page, folder, lambda told: told["panels"][0]["stats"] == moved)
    page.select_option(".adder", "item-subhead")
    holds(page, folder, lambda told: told["body"][-1] == {"subhead": "小标题"})


def test_a_message_rings_its_place_and_leads_to_the_character(
    open_page: Open, folder: Path
) -> None:
    told = story(folder)
    told["panels"][0]["stats"][3] = "覆盖率由100万增加到200万,增长**50%**"
    (folder / "story.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    page = open_page()
    page.click("#tab-messages")
    until(page, "[...document.querySelectorAll('.message')].some(one => /50%/.test(one.textContent)"
          " && one.querySelectorAll('.other').length === 2)")  # fmt: skip
    page.click(".message:has(.other) .message-said")
    until(page, "document.querySelector('.ring')")
    page.click(".message:has(.other) .links button")
    until(page, "document.activeElement.tagName === 'TEXTAREA'")
    assert page.evaluate("document.activeElement.selectionStart") == 20
    # The lint stands at the field, with its mend.
    until(page, "document.querySelector('.find.mend')")
    page.click(".find.mend")
    mended = "覆盖率由100万增加到200万，增长**50%**"
    holds(page, folder, lambda told: told["panels"][0]["stats"][3] == mended)


def test_a_field_that_is_added_takes_every_stroke(open_page: Open, folder: Path) -> None:
    page = open_page()
    select(page, "/panels/0/stats/0")
    page.click(".adding button:nth-child(1)")
    until(page, "document.activeElement.tagName === 'TEXTAREA'"
          " && document.activeElement.value === ''")  # fmt: skip
    # The first makes an object of the sentence; those behind it come while that is on its way.
    page.keyboard.type("同比增长5%以上，而且很快", delay=0)
    stat = {"text": "建立城市党建联盟**2300**余个", "note": "同比增长5%以上，而且很快"}
    holds(page, folder, lambda told: told["panels"][0]["stats"][0] == stat)


def test_what_is_typed_without_a_line_is_sent_when_it_is_back(
    open_page: Open, folder: Path
) -> None:
    page = open_page()
    lines, is_broken = [], [False]

    def line(socket: Any) -> None:
        if is_broken[0]:
            socket.close()
            return
        socket.connect_to_server()
        lines.append(socket)

    page.route_web_socket("**/live", line)
    page.reload()
    until(page, "document.querySelector('.field')")
    select(page, "/headline")
    is_broken[0] = True
    for one in lines:
        one.close()
    until(page, "!document.querySelector('#status').textContent.includes('已连接')")
    page.keyboard.press("End")
    page.keyboard.type("断线")
    until(page, "document.querySelector('.standing')")
    # Another form is opened meanwhile: the text is not lost with its field.
    select(page, "/body/0")
    assert story(folder)["headline"] == "激扬红色力量　书写时代荣光"
    is_broken[0] = False
    holds(page, folder, lambda told: told["headline"] == "激扬红色力量　书写时代荣光断线", 20)

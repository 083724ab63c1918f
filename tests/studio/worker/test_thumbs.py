"""A story small in many layouts, and the one that `fit` changed."""

from __future__ import annotations

import asyncio
import base64
import json
from pathlib import Path
from typing import Any

import pytest
from viewed import LAYOUT, STORY, Browser, opened, write

from infographic.foundation.diagnostics import errors
from infographic.studio.session import browser as session
from infographic.studio.session.thumbnails import Pictures, Thumbnails
from infographic.studio.worker.desk import Desk
from infographic.studio.worker.jobs import fit, thumb
from infographic.studio.worker.process import JobFailedError
from infographic.studio.worker.tuned import told_tuning, tuning_of

GIVEN = {"story": "story.json", "layout": "small.json", "width": 100}


def test_a_thumbnail_is_the_page_so_wide_and_no_higher_than_it_may_be(desk: Desk) -> None:
    made = thumb.run(desk, GIVEN, print)
    assert made["fits"] and made["why"] == "" and made["pages"] == 1
    assert (made["width"], made["height"]) == (100, 80)
    assert opened(made["pictures"][0]).size == (100, 80)
    assert str(Path("story.json").resolve()) in made["inputs"]
    write("small.json", {**LAYOUT, "page": {**LAYOUT["page"], "height": "900pt"}})
    assert thumb.run(desk, GIVEN, print)["height"] == 160


def test_what_does_not_fit_says_why_and_by_how_many_characters(desk: Desk) -> None:
    write("story.json", {"headline": "大事", "body": ["大" * 300]})
    article = {"type": "article", "body": {"$data": "/body"}, "style": "s", "columns": 1}
    write("small.json", {**LAYOUT, "body": article})
    long = thumb.run(desk, GIVEN, print)
    # 13 lines of 20 characters.
    assert (long["fits"], long["code"], long["over"]) == (False, "overset", 40)
    assert long["pictures"]
    write("small.json", {**LAYOUT, "needs": {"/panels": {"min": 1}}})
    lacking = thumb.run(desk, GIVEN, print)
    assert lacking["code"] == "layout-needs" and "panels" in lacking["why"]
    assert not lacking["pictures"] and lacking["pages"] == 0
    write("small.json", {**LAYOUT, "body": {"type": "txet"}})
    assert not thumb.run(desk, GIVEN, print)["fits"]


class Worker:
    """Draws at once, and counts."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.asked = desk, list[str]()
        self.busy, self.last, self.jobs = False, -10.0, asyncio.Queue[Any]()

    async def ask(self, name: str, given: dict[str, Any]) -> Any:
        self.asked.append(given["layout"])
        try:
            return thumb.run(self.desk, given, print)
        except Exception as error:
            raise JobFailedError("input", []) from error


async def settled(browser: session.Browser) -> list[dict[str, Any]]:
    """What it was told, once nothing more comes."""
    told = []
    for _ in range(20):
        await asyncio.sleep(0)
        while not browser.outgoing.empty():
            message = browser.outgoing.get_nowait()
            assert isinstance(message, bytes)
            told.append(json.loads(message[4 : 4 + int.from_bytes(message[:4], "big")]))
    return told


def test_each_is_drawn_once_for_a_state_of_its_files_and_sent_again_only_if_new(desk: Desk) -> None:
    write("other.json", {**LAYOUT, "page": {**LAYOUT["page"], "height": "50pt"}})

    async def steps() -> None:
        front, back, browser = Worker(desk), Worker(desk), session.Browser()
        pictures = Pictures()
        given = lambda look: {**look, "text": None}  # noqa: E731
        both: Any = (front, back)
        one = Thumbnails(desk.root, browser, *both, pictures, given)
        one.want("story.json", ["other.json", "small.json"], 100)
        assert [told["layout"] for told in await settled(browser)] == ["other.json", "small.json"]
        one.again()
        assert await settled(browser) == [] and len(back.asked) == 2
        other = Thumbnails(desk.root, session.Browser(), *both, pictures, given)
        other.want("story.json", ["small.json"], 100)
        assert len(await settled(other.browser)) == 1 and len(back.asked) == 2
        write("small.json", {**LAYOUT, "page": {**LAYOUT["page"], "height": "90pt"}})
        one.again()
        (told,) = await settled(browser)
        assert (told["layout"], told["height"], told["type"]) == ("small.json", 45, "thumb")
        write("story.json", STORY | {"headline": "小"})
        Path("story.json").with_name("broken.json").write_text("{", encoding="utf-8")
        one.again()
        assert {told["layout"] for told in await settled(browser)} == {"other.json", "small.json"}
        one.want("broken.json", ["other.json", "small.json"], 100)
        asked = len(back.asked)
        assert await settled(browser) == [] and len(back.asked) == asked + 1
        for each in (one, other):
            each.close()

    asyncio.run(steps())


def test_none_is_drawn_while_somebody_waits_for_the_page(desk: Desk) -> None:
    async def steps() -> None:
        front, back, browser = Worker(desk), Worker(desk), session.Browser()
        both: Any = (front, back)
        front.busy = True
        one = Thumbnails(desk.root, browser, *both, Pictures(), lambda look: {**look, "text": None})
        one.want("story.json", ["small.json"], 100)
        await settled(browser)
        assert not back.asked
        front.busy = False
        one.again()
        assert len(await settled(browser)) == 1
        one.close()

    asyncio.run(steps())


@pytest.fixture
def fitted(desk: Desk) -> dict[str, Any]:
    """A headline too long for its page, in a layout that lets its size give way."""
    write("story.json", {"headline": "大" * 300, "deck": ""})
    write("small.json", {
        **LAYOUT, "body": LAYOUT["body"]["children"][0],
        "fit": {"styles": {"s": {"size": ["5pt", "10pt"]}}},
    })  # fmt: skip
    return fit.run(desk, GIVEN, lambda part: None)


def test_fit_answers_what_it_changed_with_a_picture_before_and_after(fitted: Any) -> None:
    assert fitted["fits"] and fitted["allowed"] and fitted["changed"]
    (change,) = fitted["changes"]
    assert (change["what"], change["name"], change["from"]) == ("style", "s", 10)
    assert change["to"] < 10 and "s 10 →" in fitted["sentence"]
    before, after = (base64.b64decode(fitted[when][0]["png"]) for when in ("before", "after"))
    assert opened(before).size == opened(after).size and before != after


def test_a_view_shows_the_page_as_fit_changed_it(desk: Desk, fitted: Any) -> None:
    browser = Browser(desk)
    browser.look()
    plain = browser.canvases[0].tobytes()
    browser.look(tuning=fitted["tuning"])
    assert browser.canvases[0].tobytes() != plain
    assert not errors(desk.views["v"].page.diagnostics)


def test_a_tuning_from_a_browser_is_held_within_bounds() -> None:
    told = {
        "styles": [["s", 1e9, float("nan")], ["gone", 9, 12]], "figures": 1e308,
        "spacing": "0.5", "spread": 1,
    }  # fmt: skip
    made = tuning_of(told, {"s": None})
    assert made.styles == ((made.styles[0]),) and made.styles[0].size == 2000
    assert (made.figures, made.spacing, made.numbers, made.spread) == (4, 0.5, 1, True)
    assert tuning_of(told_tuning(made), {"s": None}) == made

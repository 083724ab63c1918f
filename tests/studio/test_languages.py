"""Each browser reads what is wrong in its own language."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from infographic.foundation.reach import real_path
from infographic.foundation.running.answering import language_in
from infographic.foundation.sayings import say, spoken
from infographic.studio.server.languages import Speaking
from infographic.studio.session.browser import Browser
from infographic.studio.session.handlers import begin
from infographic.studio.session.studio import Studio
from infographic.studio.worker.desk import Desk
from infographic.studio.worker.main import outcome
from infographic.studio.worker.process import Worker


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.json").write_text('{"headline": "题" "deck": ""}', encoding="utf-8")
    return real_path(tmp_path)


@pytest.mark.parametrize(("language", "said"), [("zh", "这里缺逗号"), ("en", "a comma is missing")])
def test_a_worker_says_what_is_wrong_in_the_language_of_its_job(
    folder: Path, language: str, said: str
) -> None:
    look = {"view": "main", "revision": 1, "layout": "square", "scale": 1.0, "text": None}
    given = {**look, "story": str(folder / "story.json"), "language": language}
    how, told = outcome(Desk(folder), "draw", given, lambda part: None)
    assert how == "failed"
    assert isinstance(told, dict)
    assert told["diagnostics"][0]["message"].startswith(said)
    assert spoken() == "en"


class Languages(Worker):
    """A worker that does nothing and keeps in what language it was asked."""

    async def ask(self, name: str, given: dict[str, Any], *more: Any, **how: Any) -> Any:
        KEPT.append(given.get("language", spoken()))
        return {"later": [], "diagnostics": []}


KEPT: list[str] = []


def told_to(browser: Browser) -> list[dict[str, Any]]:
    said = []
    while not browser.outgoing.empty():
        said.append(json.loads(browser.outgoing.get_nowait()))
    return said


def after(messages: list[dict[str, Any]], studio: Studio, browser: Browser) -> None:
    """What comes of messages, one after the other."""

    async def all_of_them() -> None:
        for message in messages:
            begin(studio, browser, message)
            for _ in range(20):
                await asyncio.sleep(0)
        browser.close()
        for _ in range(5):
            await asyncio.sleep(0)

    asyncio.run(all_of_them())


@pytest.fixture
def studio(folder: Path) -> Studio:
    KEPT.clear()
    studio = Studio(folder)
    studio.front = Languages(folder)
    return studio


def look(language: str, scale: float) -> dict[str, Any]:
    return {
        "type": "look", "view": "main", "story": "story.json", "layout": "square", "scale": scale,
        "language": language,
    }  # fmt: skip


def test_a_view_is_drawn_in_the_language_of_its_last_look(
    studio: Studio,
) -> None:
    browser = Browser("zh")
    after([look("en", 1.0), look("zh", 1.0), look("en", 2.0)], studio, browser)
    assert KEPT[:3] == ["en", "zh", "en"]


OUTSIDE = {
    "type": "ask", "id": 1, "job": "table", "given": {"story": "../story.json", "layout": "square"},
}  # fmt: skip
"""What is refused before any worker is asked."""


def test_what_is_asked_after_it_is_answered_in_it_too(studio: Studio) -> None:
    browser = Browser("zh")
    after([OUTSIDE, {**OUTSIDE, "id": 2, "language": "en"}, {**OUTSIDE, "id": 3}], studio, browser)
    said = [json.dumps(one, ensure_ascii=False) for one in told_to(browser)]
    assert len(said) == 3
    assert "工作台文件夹" in said[0]
    assert "studio's folder" in said[1]
    assert "studio's folder" in said[2]


def test_a_language_that_nobody_speaks_changes_nothing(studio: Studio) -> None:
    browser = Browser("zh")
    after([{**OUTSIDE, "language": "tlh"}], studio, browser)
    assert "工作台文件夹" in json.dumps(told_to(browser), ensure_ascii=False)
    assert browser.language == "zh"


def test_two_browsers_read_each_its_own(studio: Studio) -> None:
    one, other = Browser("zh"), Browser("en")

    async def both() -> None:
        for browser in (one, other):
            begin(studio, browser, OUTSIDE)
        for _ in range(20):
            await asyncio.sleep(0)

    asyncio.run(both())
    assert "工作台文件夹" in json.dumps(told_to(one), ensure_ascii=False)
    assert "studio's folder" in json.dumps(told_to(other))


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "zh"),
        ("en-US,en;q=0.9,zh-CN;q=0.8", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("fr-FR, en;q=0.3, zh-TW;q=0.7", "zh"),
        ("zh;q=0, en;q=0.1", "en"),
        ("*;q=x, en;q=nonsense", "zh"),
        ("en;q=nan," * 1000, "zh"),
    ],
)
def test_a_browser_reads_the_language_that_it_likes_best(header: str, language: str) -> None:
    assert language_in(header, "zh") == language


def test_what_is_refused_by_a_route_is_said_in_the_language_of_the_request() -> None:
    said = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        said.append(str(say("upload-folder", folder="a")))

    async def both() -> None:
        for header in (b"en-GB", b"zh-Hans"):
            scope = {"type": "http", "headers": [(b"accept-language", header)]}
            await Speaking(app)(scope, asyncio.sleep, asyncio.sleep)

    asyncio.run(both())
    assert said == ["“a” is no folder of the studio's", "“a”不是工作台的文件夹"]
    assert spoken() == "en"

"""Files that are edited in a studio: told to every browser, saved, taken back."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from infographic.foundation.diagnostics import SpecError
from infographic.studio.session.texts import Texts

STORY = '{\r\n  "headline" : "旧题", // no\r\n}\r\n'.replace(", // no", "")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.json"
    path.write_bytes(STORY.encode())
    return path


class Desk:
    """What a studio is told and asked to draw."""

    def __init__(self, root: Path) -> None:
        self.told: list[dict[str, Any]] = []
        self.drawn: list[str] = []
        self.texts = Texts(root, self.tell, lambda path: self.drawn.append(path.name))

    def tell(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self.told.append(dict(make()))


def headline(words: str, was: str) -> list[dict[str, Any]]:
    return [{"op": "set", "pointer": "/headline", "value": words, "was": was}]


def test_an_edit_is_drawn_and_told_at_once_and_on_the_disk_when_it_is_saved(story: Path) -> None:
    async def work() -> None:
        desk = Desk(story.parent)
        desk.texts.edit(story, headline("新题", "旧题"), None)
        assert desk.drawn == ["story.json"]
        assert desk.told[-1]["value"] == {"headline": "新题"}
        assert (desk.told[-1]["saved"], desk.told[-1]["undo"]) == (False, "change /headline")
        assert desk.texts.unsaved_text(story) == STORY.replace("旧题", "新题")
        desk.texts.save_all()
        assert story.read_bytes() == STORY.replace("旧题", "新题").encode()
        assert desk.told[-1]["saved"] and desk.texts.unsaved_text(story) is None

    asyncio.run(work())


def test_what_is_undone_has_the_bytes_of_before_and_can_be_done_again(story: Path) -> None:
    async def work() -> None:
        desk = Desk(story.parent)
        for number, words in enumerate(("新", "新题", "新题目")):
            was = ("旧题", "新", "新题")[number]
            desk.texts.edit(story, headline(words, was), "one stroke")
        assert desk.texts.undo() == {"file": "story.json", "pointer": "/headline"}
        desk.texts.save_all()
        assert story.read_bytes() == STORY.encode()
        assert (desk.told[-1]["undo"], desk.told[-1]["redo"]) == ("", "change /headline")
        desk.texts.redo()
        assert desk.told[-1]["value"] == {"headline": "新题目"}
        assert desk.texts.redo() == {}

    asyncio.run(work())


def test_an_edit_of_a_value_that_another_browser_has_changed_is_refused(story: Path) -> None:
    async def work() -> None:
        desk = Desk(story.parent)
        desk.texts.edit(story, headline("一", "旧题"), "a")
        with pytest.raises(SpecError) as refused:
            desk.texts.edit(story, headline("二", "旧题"), "b")
        assert refused.value.diagnostics[0].code == "edit-overtaken"
        assert desk.texts.open(story).document.value() == {"headline": "一"}

    asyncio.run(work())


def test_what_is_saved_is_no_news_and_what_others_write_is(story: Path) -> None:
    async def work() -> None:
        desk = Desk(story.parent)
        desk.texts.edit(story, headline("新题", "旧题"), None)
        desk.texts.save_all()
        assert desk.texts.disk_changed(frozenset({story})) == frozenset()
        story.write_text('{"headline": "别人的", "deck": "副题"}', "utf-8")
        assert desk.texts.disk_changed(frozenset({story})) == {story}
        assert desk.told[-1]["value"] == {"headline": "别人的", "deck": "副题"}

    asyncio.run(work())


def test_what_others_write_elsewhere_is_merged_and_in_the_same_value_waits_for_a_choice(
    story: Path,
) -> None:
    async def work() -> None:
        desk = Desk(story.parent)
        desk.texts.edit(story, headline("我的", "旧题"), None)
        story.write_text('{"headline": "旧题", "deck": "副题"}', "utf-8")
        desk.texts.disk_changed(frozenset({story}))
        assert desk.told[-1]["value"] == {"headline": "我的", "deck": "副题"}
        story.write_text('{"headline": "他的", "deck": "副题"}', "utf-8")
        desk.texts.save_all()
        (conflict,) = desk.told[-1]["conflicts"]
        assert (conflict["pointer"], conflict["ours"], conflict["theirs"]) == (
            "/headline", "我的", "他的",
        )  # fmt: skip
        assert json.loads(story.read_bytes())["headline"] == "他的"
        desk.texts.settle(story, "/headline", "ours")
        desk.texts.save_all()
        assert json.loads(story.read_bytes())["headline"] == "我的"
        assert desk.told[-1]["saved"] and desk.told[-1]["conflicts"] == []

    asyncio.run(work())


def test_a_story_that_the_disk_does_not_take_is_kept_and_tried_again(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        desk = Desk(story.parent)
        desk.texts.edit(story, headline("新题", "旧题"), None)

        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", full)
            desk.texts.save_all()
        assert story.read_bytes() == STORY.encode()
        assert [one["code"] for one in desk.told[-1]["faults"]] == ["machine"]
        assert desk.texts.open(story).saving is not None
        desk.texts.save_all()
        assert desk.told[-1]["saved"] and desk.told[-1]["faults"] == []

    asyncio.run(work())


def test_a_deleted_story_comes_back_only_where_it_was_changed_here(story: Path) -> None:
    async def work() -> None:
        desk = Desk(story.parent)
        desk.texts.open(story)
        story.unlink()
        desk.texts.disk_changed(frozenset({story}))
        desk.texts.save_all()
        assert not story.exists() and desk.texts.unsaved == []
        desk.texts.edit(story, headline("新题", "旧题"), None)
        assert desk.texts.unsaved == ["story.json"]
        desk.texts.save_all()
        assert story.read_bytes() == STORY.replace("旧题", "新题").encode()

    asyncio.run(work())


def test_half_a_character_is_refused_since_no_file_can_hold_it(story: Path) -> None:
    async def work() -> None:
        desk = Desk(story.parent)
        with pytest.raises(SpecError) as refused:
            desk.texts.edit(story, headline("秋\ud83c", "旧题"), None)
        assert refused.value.diagnostics[0].code == "json-surrogate"
        assert desk.texts.open(story).document.saved

    asyncio.run(work())


def test_of_files_that_nobody_looks_at_nothing_is_told_while_another_is_written(
    story: Path,
) -> None:
    async def work() -> None:
        desk = Desk(story.parent)
        for name in ("seen", "unseen"):
            other = story.with_name(f"{name}.json")
            other.write_bytes(story.read_bytes())
            desk.texts.open(other)
        desk.texts.is_looked_at = lambda path: path.stem != "unseen"
        desk.texts.edit(story, headline("新题", "旧题"), None)
        assert [one["file"] for one in desk.told] == ["story.json", "seen.json"]

    asyncio.run(work())


def test_digits_that_a_browser_would_lose_are_told_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_text('{"headline": "数", "panels": [2300.50, 12, 12345678901234567890]}', "utf-8")

    async def work() -> None:
        desk = Desk(tmp_path)
        message = desk.texts.message(desk.texts.open(path))
        assert message["numbers"] == {"/panels/0": "2300.50", "/panels/2": "12345678901234567890"}

    asyncio.run(work())


def test_a_cell_of_a_table_is_on_the_disk_at_once_in_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "harvest.csv"
    path.write_bytes("县;产量\r\n榆树;367,2\r\n农安;301,4\r\n".encode("gb18030"))

    async def work() -> None:
        desk = Desk(tmp_path)
        cell = {"row": 1, "column": 1, "text": "368,0", "was": "367,2"}
        desk.texts.edit(path, [{"op": "cells", "cells": [cell]}], None, {"encoding": "gb18030"})
        after = "县;产量\r\n榆树;368,0\r\n农安;301,4\r\n".encode("gb18030")
        assert path.read_bytes() == after
        assert desk.drawn == ["harvest.csv"] and desk.told[-1]["saved"]
        desk.texts.undo()
        assert path.read_bytes() == after.replace(b"368,0", b"367,2")

    asyncio.run(work())

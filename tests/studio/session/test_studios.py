"""A studio between its browsers and its files."""

from __future__ import annotations

import asyncio
import json
import threading
from pathlib import Path
from typing import Any

import pytest

from infographic.studio.session import studio as sessions
from infographic.studio.session.browser import Browser
from infographic.studio.session.handlers import begin
from infographic.studio.session.studio import Studio
from infographic.studio.session.texts import Texts


def test_the_files_are_listed_beside_the_loop_and_once_for_all_that_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[threading.Thread] = []

    def stories_in(root: Path) -> list[dict[str, Any]]:
        listed.append(threading.current_thread())
        return [{"file": "a.json", "title": str(len(listed))}]

    async def find_layouts(self: Studio) -> None:
        """Of its workers none is begun."""

    monkeypatch.setattr(sessions, "stories_in", stories_in)
    monkeypatch.setattr(Studio, "_find_layouts", find_layouts)

    async def work() -> None:
        studio, browser = Studio(tmp_path), Browser()
        studio.browsers.add(browser)
        for _ in range(20):
            studio.files_changed({tmp_path / "a.json"})
        async with asyncio.timeout(20):
            told = await browser.outgoing.get()
        assert '"stories"' in told and len(listed) == 1
        assert listed[0] is not threading.main_thread()
        studio.files_changed({tmp_path / "a.json"})
        async with asyncio.timeout(20):
            await browser.outgoing.get()
        assert len(listed) == 2

    asyncio.run(work())


def test_a_fault_with_one_file_leaves_the_others_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def watched(root: Path, *, polling: bool) -> Any:
        yield frozenset({root / "bad"})
        yield frozenset({root / "good"})

    seen: list[str] = []

    def files_changed(self: Studio, paths: frozenset[Path]) -> None:
        (path,) = paths
        seen.append(path.name)
        if path.name == "bad":
            raise ValueError(path)

    monkeypatch.setattr(sessions, "watched", watched)
    monkeypatch.setattr(Studio, "files_changed", files_changed)
    asyncio.run(Studio(tmp_path)._watch())
    assert seen == ["bad", "good"]


def test_only_what_a_browser_shows_is_looked_at(tmp_path: Path) -> None:
    async def work() -> None:
        studio, browser = Studio(tmp_path), Browser()
        studio.front = None  # nothing is drawn
        studio.browsers.add(browser)
        studio.view_of(browser, "main").look = {"story": "a.json"}
        studio.view_of(browser, "other").look = {"story": "../a.json"}
        assert studio._is_looked_at(tmp_path / "a.json")
        assert not studio._is_looked_at(tmp_path / "b.json")

    asyncio.run(work())


def test_changes_that_no_disk_took_are_named_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named: list[str] = []
    story = tmp_path / "story.json"
    story.write_text('{"headline": "旧题"}', encoding="utf-8")

    async def work() -> None:
        studio = Studio(tmp_path, on_unsaved=named.append)
        edit = {"op": "set", "pointer": "/headline", "value": "新题", "was": "旧题"}
        studio.texts.edit(story, [edit], None)
        monkeypatch.setattr(Texts, "save", lambda self, one: None)

        class Nothing:
            async def stop(self) -> None: ...
            async def close(self) -> None: ...

        studio.front = studio.back = studio.spares = Nothing()
        await studio.end()

    asyncio.run(work())
    assert named == ["story.json"]


def test_edits_of_one_browser_are_done_in_the_order_they_came(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"headline": "0"}', encoding="utf-8")

    async def work() -> None:
        studio, browser = Studio(tmp_path), Browser()
        for number in range(50):
            edit = {
                "op": "set",
                "pointer": "/headline",
                "value": f"{number + 1}",
                "was": f"{number}",
            }
            begin(
                studio, browser, {"type": "edit", "id": number, "file": "a.json", "edits": [edit]}
            )
        asked = list(browser.asked.values())
        async with asyncio.timeout(20):
            await asyncio.gather(*asked)
        told = [json.loads(browser.outgoing.get_nowait()) for _ in range(50)]
        assert [(one["type"], one["id"]) for one in told] == [("answer", n) for n in range(50)]
        studio.texts.save_all()

    asyncio.run(work())
    assert json.loads((tmp_path / "a.json").read_bytes()) == {"headline": "50"}

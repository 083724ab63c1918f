"""Whatever file a message names, nothing outside the folder is opened, given on or told."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from infographic.studio.session.browser import Browser
from infographic.studio.session.handlers import HANDLERS, begin
from infographic.studio.session.intake import Intake
from infographic.studio.session.studio import Studio
from infographic.studio.worker.process import JobFailedError

SECRET = "kept from everybody"
OUT = ["../secret.json", "link.json", "below/secret.json", ".hidden.json", "..\\secret.json",
       "C:/secret.json", "a/../../secret.json", "secret.json\x00"]  # fmt: skip
HOLES: list[dict[str, Any]] = [
    {"type": "look", "view": "main", "story": "!", "layout": "square", "scale": 1},
    {"type": "look", "view": "main", "story": "story.json", "layout": "!", "scale": 1},
    {"type": "look", "view": "main", "story": "story.json", "layout": "square", "scale": 1,
     "press": "!"},
    {"type": "look", "view": "main", "story": "story.json", "layout": "square", "scale": 1,
     "allow": ["!"], "font_path": ["!"]},
    {"type": "edit", "file": "!", "edits": [{"op": "set", "pointer": "", "value": 1}]},
    {"type": "settle", "file": "!", "pointer": "", "take": "ours"},
    {"type": "thumbs", "story": "!", "layouts": ["square"], "width": 100},
    {"type": "thumbs", "story": "story.json", "layouts": ["!"], "width": 100},
    {"type": "save_layout", "layout": "!", "tuning": {}},
    {"type": "ask", "job": "table", "given": {"story": "!", "pointer": "/charts/0"}},
    {"type": "ask", "job": "fit", "given": {"story": "story.json", "layout": "!"}},
    {"type": "ask", "job": "lint", "given": {"story": "story.json", "layout": "square",
     "press": "!", "allow": ["!"], "font_path": ["!"]}},
    {"type": "ask", "job": "picture", "given": {"file": "!", "width": 9}},
    {"type": "ask", "job": "starter", "given": {"folder": "!", "text": "{}", "layout": "square"}},
    {"type": "ask", "job": "take_in", "given": {"name": "!", "data": ""}},
    {"type": "ask", "job": "draw", "given": {"story": "story.json", "layout": "!"}},
    {"type": "values_at", "file": "!", "places": [[1, 1]]},
    {"type": "place_of", "file": "!", "pointer": "/headline"},
    {"type": "export", "story": "!", "layouts": ["square"], "formats": [{"ending": ".png"}]},
    {"type": "export", "story": "story.json", "layouts": ["!"], "formats": [{"ending": ".png"}]},
    {"type": "table_copy", "story": "!", "pointer": "/charts/0"},
    {"type": "new", "starter": "!"}, {"type": "new", "starter": "starter", "folder": "!"},
    {"type": "copy", "file": "!"}, {"type": "editor_link", "file": "!", "line": 1, "column": 1},
]  # fmt: skip
NAMES_NO_FILE = {
    "leave", "window", "point", "where", "undo", "redo", "cancel", "fields", "explain", "icons",
    "devices", "formats", "starters",
}  # fmt: skip
"""Messages of views that are open, and of what ships."""


def filled(value: Any, name: str) -> Any:
    match value:
        case "!":
            return name
        case list():
            return [filled(one, name) for one in value]
        case dict():
            return {key: filled(one, name) for key, one in value.items()}
    return value


class Asked:
    """A worker that does nothing: what it was given."""

    def __init__(self) -> None:
        self.given: list[Any] = []

    async def ask(self, name: str, given: dict[str, Any], *_: Any, **__: Any) -> Any:
        self.given.append(given)
        raise JobFailedError("input", [])


@pytest.fixture
def secrets(folder: Path) -> Path:
    outside = folder.parent
    (outside / "secret.json").write_text(f'{{"headline": "{SECRET}"}}', "utf-8")
    (folder / ".hidden.json").write_text(f'{{"headline": "{SECRET}"}}', "utf-8")
    (folder / "link.json").symlink_to(outside / "secret.json")
    (folder / "below").symlink_to(outside)
    return folder


async def told(studio: Studio, message: dict[str, Any]) -> list[str]:
    """What a browser hears of a message that names a file outside."""
    browser, heard = Browser(), list[str]()
    begin(studio, browser, {**message, "id": 1})
    for _ in range(40):
        await asyncio.sleep(0.005)
        while not browser.outgoing.empty():
            heard.append(str(browser.outgoing.get_nowait()))
        if any('"id": 1' in one for one in heard):
            break
    await asyncio.sleep(0.01)
    browser.close()
    return heard


@pytest.mark.parametrize("number", range(len(HOLES)))
def test_no_message_leads_out_of_the_folder(
    studio: Studio, secrets: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = Asked()
    monkeypatch.setattr(Intake, "ask", lambda _, *given: worker.ask(*given))
    studio.front = studio.back = worker
    before = sorted(secrets.iterdir())

    async def all_told() -> list[list[str]]:
        return await asyncio.gather(*(told(studio, filled(HOLES[number], name)) for name in OUT))

    for heard in asyncio.run(all_told()):
        assert any('"id": 1' in one for one in heard), "who asks is answered"
        assert SECRET not in "".join(heard)
    for given in worker.given:
        assert "secret" not in json.dumps(given, default=str)
        assert "hidden" not in json.dumps(given, default=str)
    assert sorted(secrets.iterdir()) == before
    assert SECRET in (secrets.parent / "secret.json").read_text("utf-8")


def test_every_message_that_may_name_a_file_is_among_them() -> None:
    assert {one["type"] for one in HOLES} | NAMES_NO_FILE == set(HANDLERS)

"""Export: the files that `render` would write, kept for the browser, none in the user's folder."""

from __future__ import annotations

import asyncio
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from infographic import compose
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.limits import using_limits
from infographic.studio.server.downloads import exported
from infographic.studio.session.browser import Browser
from infographic.studio.session.exported import Exports, free_name
from infographic.studio.session.handlers import begin
from infographic.studio.session.handlers.exporting import export, formats
from infographic.studio.session.studio import Studio
from infographic.studio.worker.desk import Desk
from infographic.studio.worker.main import outcome
from infographic.studio.worker.process import JobFailedError

STORY = Path("data.json").resolve()


class AtOnce:
    """A worker that does its jobs in this process."""

    def __init__(self, root: Path) -> None:
        self.desk = Desk(root)

    async def ask(
        self, name: str, given: dict[str, Any], on_part: Callable[[Any], None], seconds: float
    ) -> Any:
        kind, payload = outcome(self.desk, name, given, on_part)
        if kind == "failed":
            raise JobFailedError(payload["why"], payload["diagnostics"], payload.get("message", ""))
        return payload


def studio_of(root: Path) -> Studio:
    studio = Studio(root)
    studio.back = AtOnce(root)
    return studio


def exporting(studio: Studio, layouts: list[str], *kinds: dict[str, Any], **more: Any) -> Any:
    browser = Browser()
    message = {"type": "export", "id": 1, "story": "data.json", "layouts": layouts,
               "formats": list(kinds), **more}  # fmt: skip
    answer = asyncio.run(export(studio, browser, message))
    answer["said"] = [browser.outgoing.get_nowait() for _ in range(browser.outgoing.qsize())]
    return answer


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data.json").write_bytes(STORY.read_bytes())
    # As the worker does, so that files are named from there.
    monkeypatch.chdir(tmp_path)
    return tmp_path.resolve()


def test_a_set_of_cards_is_numbered_and_packed_as_render_names_it(folder: Path) -> None:
    studio = studio_of(folder)
    made = exporting(studio, ["square"], {"ending": ".png"}, {"ending": ".txt"})
    assert [one["name"] for one in made["files"]] == ["square.png", "square.txt"]
    assert made["zip"] == "data.zip"
    assert '"done": 2, "of": 2, "what": "square.txt"' in made["said"][-1]
    packed = studio.exports.file(made["key"], "data.zip")
    assert packed is not None
    with zipfile.ZipFile(packed) as files:
        page = compose("data.json", "square")
        assert files.read("square.png") == page.png()
        assert files.read("square.txt") == page.dump().encode()
    assert [one.name for one in folder.iterdir()] == ["data.json"]
    studio.exports.close()
    assert not packed.exists()


def test_tiles_bring_their_words_and_a_layout_that_does_not_fit_keeps_no_other_back(
    folder: Path,
) -> None:
    wanted = {"ending": ".png", "tiles": 800, "alt_text": True}
    made = exporting(studio_of(folder), ["nowhere", "square"], wanted)
    names = [one["name"] for one in made["files"]]
    assert names[:2] == ["square-1.png", "square-1.alt.txt"] and len(names) == 4
    (refused,) = made["refused"]
    assert refused["layout"] == "nowhere" and refused["diagnostics"]


def test_what_no_dialog_asks_for_makes_no_file(folder: Path) -> None:
    odd = [{"ending": "/../x.png"}, {"ending": ".exe"}, {"ending": ".png", "tiles": 1}]
    made = exporting(studio_of(folder), ["square"], *odd)
    (refused,) = made["refused"]
    assert made["files"] == [] and "from 100 to" in refused["diagnostics"][0]["message"]


def test_what_the_press_forbids_is_exported_with_its_stamp_only_when_that_is_asked(
    folder: Path,
) -> None:
    heavy = {"cmyk": [1, 1, 1, 1], "srgb": "#000000"}
    own = {"extends": "square", "press": "newsprint", "colors": {"ink": heavy}}
    (folder / "heavy.json").write_text(json.dumps(own), encoding="utf-8")
    studio = studio_of(folder)
    made = exporting(studio, ["heavy.json"], {"ending": ".pdf"})
    forced = exporting(studio, ["heavy.json"], {"ending": ".pdf", "options": {"force": True}})
    assert [one["why"] for one in made["refused"]] == ["press"] and not made["files"]
    assert [one["name"] for one in forced["files"]] == ["heavy.pdf"] and not forced["refused"]


def test_the_oldest_exports_go_where_all_are_too_many_and_one_too_large_is_refused() -> None:
    exports = Exports()
    with using_limits({"export-bytes": 100}):
        first = exports.begin()
        first.add("a.png", bytes(60))
        exports.make_room(first)
        second = exports.begin()
        second.add("a.png", bytes(60))
        exports.make_room(second)
        assert exports.file(first.key, "a.png") is None
        assert exports.file(second.key, "a.png") is not None
        second.add("b.png", bytes(60))
        with pytest.raises(MachineError, match="more than"):
            exports.make_room(second)
    exports.close()


def test_two_files_of_one_name_are_told_apart() -> None:
    assert free_name("a.png", {"A.png", "a (2).png"}) == "a (3).png"


def test_only_exported_files_are_sent_and_always_as_downloads(folder: Path) -> None:
    studio = studio_of(folder)
    one = studio.exports.begin()
    one.add("版面.svg", b"<svg/>", layout="版面")
    app = Starlette(routes=[Route("/export/{key}/{name}", exported)])
    app.state.studio = studio

    def got(key: str, name: str) -> Any:
        scope = {"type": "http", "app": app, "headers": [], "method": "GET",
                 "path_params": {"key": key, "name": name}}  # fmt: skip
        return asyncio.run(exported(Request(scope)))

    answer = got(one.key, "版面.svg")
    assert answer.status_code == 200 and answer.headers["content-security-policy"] == "sandbox"
    assert answer.headers["content-disposition"].startswith("attachment")
    tricks = ("../data.json", "..", "data.json", "")
    assert [got(one.key, name).status_code for name in tricks] == [404] * 4
    assert got("another", "版面.svg").status_code == 404
    studio.exports.close()


def test_the_browser_is_told_every_format_with_its_options(folder: Path) -> None:
    told = asyncio.run(formats(studio_of(folder), Browser(), {}))
    kinds = {one["ending"]: one for one in told["formats"]}
    assert list(kinds) == [".pdf", ".screen.pdf", ".png", ".jpg", ".webp", ".svg", ".txt"]
    assert {"name": "scale", "kind": "number", "low": 0.05, "high": 20} in kinds[".png"]["options"]
    assert "newsprint" in told["profiles"]


def test_an_export_that_is_called_off_leaves_no_file(folder: Path) -> None:
    class Slow(AtOnce):
        async def ask(self, *given: Any) -> Any:
            await super().ask(*given)
            await asyncio.Event().wait()

    async def called_off() -> Path:
        studio, browser = studio_of(folder), Browser()
        studio.back = Slow(folder)
        message = {"type": "export", "id": 7, "story": "data.json", "layouts": ["square"]}
        begin(studio, browser, {**message, "formats": [{"ending": ".txt"}]})
        while not any(one.files for one in studio.exports.kept.values()):
            await asyncio.sleep(0)
        (made,) = studio.exports.kept.values()
        begin(studio, browser, {"type": "cancel", "id": 7})
        for _ in range(1000):
            await asyncio.sleep(0)
        assert not studio.exports.kept
        return made.folder

    assert not asyncio.run(called_off()).exists()

"""`infographic show`: from an editor's cursor to all browsers of the studio of its folder."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from infographic.cli import run
from infographic.commands import show as command
from infographic.commands.shared.exit_codes import BAD_INPUT, MACHINE, MADE
from infographic.foundation.record import replaced
from infographic.studio import running
from infographic.studio.running import Running, all_running, announced, of_file
from infographic.studio.server.guards import Door
from infographic.studio.session.browser import Browser
from infographic.studio.session.studio import Studio
from infographic.studio.session.view import View
from infographic.studio.session.watching import as_compared
from infographic.studio.worker.process import Worker


def note(folder: Path, port: int = 8420, token: str = "t") -> Running:
    return Running(folder, "127.0.0.1", port, token, os.getpid())


@pytest.fixture
def studio_of_desk(client: Any, studio: Studio, door: Door, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The studio of the folder, found and asked by the command without a network."""

    def answered(to: Running, asked: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        client.cookies.clear()
        answer = client.post("/show", json=asked, headers={"x-infographic-token": to.token})
        return answer.status_code, json.loads(answer.text) if answer.status_code == 200 else {}

    monkeypatch.setattr(command, "answered", answered)
    with announced(note(studio.root, door.port, door.keys.token)) as why:
        assert why == ""
        yield studio


def heard(browser: Browser) -> list[dict[str, Any]]:
    messages = []
    while not browser.outgoing.empty():
        messages.append(json.loads(browser.outgoing.get_nowait()))
    return messages


def test_two_browsers_are_shown_the_place_of_the_cursor(
    studio_of_desk: Studio, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "new.json").write_text('{\n  "headline": "😀一粒米",\n  "deck": "x"\n}', "utf-8")
    browsers = [Browser(), Browser()]
    studio_of_desk.browsers |= set(browsers)
    assert run(["show", f"{folder / 'new.json'}:2:19", "--utf-16"]) == MADE
    assert capsys.readouterr().out == "new.json /headline\n"
    place = {"file": "new.json", "pointer": "/headline", "line": 2, "column": 18, "offset": 2}
    for browser in browsers:
        assert heard(browser) == [{"type": "show", "place": place, "story": "new.json"}]


def test_a_cell_of_a_table_is_shown_whatever_its_encoding(
    studio_of_desk: Studio, folder: Path
) -> None:
    (folder / "harvest.csv").write_bytes("县,产量\n榆树,367\n".encode("gb18030"))
    browser = Browser()
    studio_of_desk.browsers.add(browser)
    assert run(["show", f"{folder / 'harvest.csv'}:2:4"]) == MADE
    (told,) = heard(browser)
    assert (told["place"]["pointer"], told["story"]) == ("/2/2", "")


def test_what_a_story_is_made_of_is_shown_in_the_story(
    studio_of_desk: Studio, folder: Path
) -> None:
    """A table, a picture, a layout: its page is that of the story that is open and has it."""
    (folder / "photo.jpg").write_bytes(b"\xff\xd8{}")
    browser = Browser()
    view = View("", "main", Worker(folder), dict, browser.say, browser.say_pictures)
    view.look = {"story": "2026/story.json"}
    view.inputs = frozenset({as_compared(folder.resolve() / "photo.jpg")})
    browser.views["main"] = view
    studio_of_desk.browsers.add(browser)
    assert run(["show", f"{folder / 'photo.jpg'}"]) == MADE
    (told,) = heard(browser)
    assert (told["place"]["pointer"], told["story"]) == ("", "2026/story.json")


def test_where_no_browser_looks_the_address_is_told(
    studio_of_desk: Studio, folder: Path, door: Door, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", f"{folder / 'story.json'}:2:3"]) == MACHINE
    assert f"http://127.0.0.1:8420/?token={door.keys.token}" in capsys.readouterr().err


def test_where_no_studio_runs_it_is_said_how_to_open_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", f"{folder / 'story.json'}:2:3"]) == MACHINE
    said = capsys.readouterr().err
    assert f"infographic studio {folder}" in said


def test_a_file_that_is_not_there_is_bad_input(folder: Path) -> None:
    assert run(["show", f"{folder / 'nowhere.json'}:2:3"]) == BAD_INPUT


@pytest.mark.parametrize(
    ("place", "cursor"),
    [
        ("a.json", ("a.json", 1, 1)), ("a.json:7", ("a.json", 7, 1)),
        ("a.json:7:9", ("a.json", 7, 9)), ("a.json:7:9:", ("a.json", 7, 9)),
        ("C:\\稿\\a.json:7:9", ("C:\\稿\\a.json", 7, 9)),
        ("C:\\稿\\a.json", ("C:\\稿\\a.json", 1, 1)),
        ("/2026:11/a.json:7:9", ("/2026:11/a.json", 7, 9)), ("a.json:0:0", ("a.json", 1, 1)),
        ("\\\\desk\\稿\\a.json:3:2", ("\\\\desk\\稿\\a.json", 3, 2)),
    ],
)  # fmt: skip
def test_line_and_column_stand_behind_a_name(place: str, cursor: tuple[str, int, int]) -> None:
    assert command.cursor_in(place) == cursor


def test_a_name_that_ends_in_numbers_is_taken_whole_where_it_is_a_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "a:3").write_text("", "utf-8")
    assert command.cursor_in("a:3") == ("a:3", 1, 1)
    assert command.cursor_in("a:3:7:2") == ("a:3", 7, 2)


# What the server is told


def post(client: Any, door: Door, body: Any, **headers: str) -> Any:
    client.cookies.clear()
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(
        "/show", content=content, headers={"x-infographic-token": door.keys.token, **headers}
    )


def test_nonsense_is_refused(client: Any, door: Door, folder: Path) -> None:
    story = str(folder / "story.json")
    (folder.parent / "secret.json").write_text("{}", "utf-8")
    (folder / "link.json").symlink_to(folder.parent / "secret.json")
    wrong: list[tuple[Any, int]] = [
        (b"", 400), (b"[]", 400), (b"{", 400), (b"[" * 100_000, 400), ({"file": story}, 400),
        ({"file": story, "line": "x", "column": 1}, 400),
        ({"file": story, "line": 1, "column": 1, "text": 7}, 400),
        ({"file": "/etc/passwd", "line": 1, "column": 1}, 404),
        ({"file": str(folder / "../secret.json"), "line": 1, "column": 1}, 404),
        ({"file": str(folder / "link.json"), "line": 1, "column": 1}, 404),
        ({"file": str(folder / "nowhere.json"), "line": 1, "column": 1}, 404),
        ({"file": str(folder), "line": 1, "column": 1}, 404),
        ({"file": "story.json", "line": 1, "column": 1}, 404),
    ]  # fmt: skip
    assert [post(client, door, body).status_code for body, _ in wrong] == [one for _, one in wrong]


def test_what_an_editor_has_not_saved_can_be_told(client: Any, door: Door, folder: Path) -> None:
    body = {
        "file": str(folder / "story.json"), "line": 1, "column": 5,
        "text": '{"charts": [1, 2]}',
    }  # fmt: skip
    assert post(client, door, body).json()["place"]["pointer"] == "/charts"


# Which studios run


def test_a_note_is_read_by_its_user_alone_and_is_gone_at_the_end(folder: Path) -> None:
    with announced(note(folder)):
        (found,) = all_running()
        assert found.note is not None
        assert stat.S_IMODE(found.note.stat().st_mode) == 0o600
        assert stat.S_IMODE(found.note.parent.stat().st_mode) == 0o700
        assert (found.folder, found.port, found.token) == (folder, 8420, "t")
    assert all_running() == []


def test_the_nearest_folder_is_asked_first(folder: Path) -> None:
    inner = folder / "2026"
    with announced(note(folder)), announced(note(inner, 8421)), announced(note(folder / "b", 8422)):
        ports = [one.port for one in of_file(inner / "story.json")]
        assert ports == [8421, 8420]


def test_a_studio_that_ended_without_a_word_is_passed_over_and_swept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Any) -> Any:
        raise ConnectionRefusedError

    monkeypatch.setattr(command, "answered", refused)
    with announced(note(folder)):
        assert run(["show", f"{folder / 'story.json'}:1:1"]) == MACHINE
        assert all_running() == []


def test_notes_of_processes_that_were_killed_are_swept_by_the_next_studio(folder: Path) -> None:
    with announced(replaced(note(folder), process=2**22 + 1)), announced(note(folder, 8421)):
        assert [one.port for one in all_running()] == [8421]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"port": 0}', "x" * 20_000, '{"folder": 1, "host": 2, "port": "x"}']
)
def test_what_is_no_note_is_passed_over(text: str) -> None:
    folder = running.notes_folder()
    folder.mkdir(mode=0o700, parents=True)
    (folder / "studio-1-2.json").write_text(text, "utf-8")
    assert all_running() == []


def test_notes_in_a_folder_that_others_may_write_into_are_not_believed(folder: Path) -> None:
    with announced(note(folder)):
        running.notes_folder().chmod(0o777)
        assert all_running() == []


def test_the_running_studio_stands_in_the_list(
    client_of: Callable[..., Any], studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(self: Studio) -> None: ...

    monkeypatch.setattr(Studio, "begin", nothing)
    monkeypatch.setattr(Studio, "end", nothing)
    with client_of():
        assert [one.folder for one in all_running()] == [studio.root]
    assert all_running() == []

"""What every command ends with: a wrong call is 2, bad input 3, the machine 4."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from story_folder import SMALL, files, make, write

from infographic.cli import run
from infographic.commands import COMMANDS
from infographic.commands.shared.exit_codes import BAD_INPUT, MACHINE, WRONG_CALL
from infographic.foundation.codes import CODES

LAYOUT = ["-l", "small.json"]
STORY_COMMANDS = ("render", "check", "plates", "fit")

WRONG_CALLS = [
    ["batch", "story.json"],
    ["check"],
    ["check", "story.json", "--press"],
    ["data", "story.json", "--sheet", "1"],
    ["explain", "no-such-code"],
    ["fit", "story.json"],
    ["fonts", "--nope"],
    ["icons", "no-such-sign"],
    ["init", "a", "b"],
    ["layouts", "--diagnostics", "xml"],
    ["plates", "story.json"],
    ["press", "--colors"],
    ["render", "story.json", *LAYOUT, "-o", "page.doc"],
    ["schema"],
    ["serve", "--port", "x"],
    ["show"],
    ["studio", "nowhere"],
    ["watch", "-", *LAYOUT],
    *([name, "story.json", *LAYOUT, "--set", "/deck"] for name in STORY_COMMANDS),
    *([name, "story.json", *LAYOUT, "--set", "deck=a"] for name in STORY_COMMANDS),
    *([name, "story.json", *LAYOUT, "--data", "/charts/0"] for name in STORY_COMMANDS),
]
BAD_INPUTS = [
    (["check", "nowhere.pdf"], "file-missing"),
    (["check", "folder.pdf"], "file-unreadable"),
    (["data", "story.json"], "data-none"),
    (["data", "nowhere.json"], "file-missing"),
    (["fonts", "nowhere.ttf"], "font-missing"),
    (["fonts", "story.json"], "font-broken"),
    (["init", "new", "--layout", "sqare"], "layout-unknown"),
    (["layouts", "nowhere.json"], "layout-unknown"),
    (["layouts", "folder.json"], "layout-unknown"),
    (["layouts", "square", "--font-path", "nowhere"], "font-folder"),
    (["show", "nowhere.json:3:2"], "file-missing"),
    (["press", "newsprnt"], "press-unknown"),
    (["press", "nowhere.json"], "press-unknown"),
    (["press", "--colors", "-l", "nowhere.json"], "layout-unknown"),
    *(
        ([name, *call], code)
        for name in STORY_COMMANDS
        for call, code in (
            (["stroy.json", *LAYOUT], "file-missing"),
            (["folder.json", *LAYOUT], "file-unreadable"),
            (["story.json", "-l", "nowhere.json"], "layout-unknown"),
            (["story.json", *LAYOUT, "--data", "/charts/0=new.csv"], "data-swap"),
            (["story.json", "-l", "folder.json"], "layout-unknown"),
            (["story.json", "-l", "orphan.json"], "layout-unknown"),
            (["story.json", *LAYOUT, "--font-path", "nowhere"], "font-folder"),
            (["story.json", *LAYOUT, "--font-path", "story.json"], "font-folder"),
            (["story.json", *LAYOUT, "--press", "nowhere.json"], "press-unknown"),
            (["story.json", "-l", "faceless.json"], "font-missing"),
        )
    ),
]
MACHINES = [
    ["check", "story.json", *LAYOUT, "--overlay", "story.json/a.png"],
    ["check", "story.json", *LAYOUT, "--proof-png", "story.json/a.png"],
    ["fit", "story.json", *LAYOUT, "-o", "story.json/a.png"],
    ["fit", "story.json", *LAYOUT, "--save", "story.json/a.json"],
    ["init", "story.json"],
    ["plates", "story.json", *LAYOUT, "-o", "story.json/"],
    ["plates", "story.json", *LAYOUT, "--soft-proof", "story.json/a.png"],
    ["render", "story.json", *LAYOUT, "-o", "story.json/a.png"],
    ["schema", "-o", "story.json"],
    ["show", "story.json:1:1"],
]
"""None for `explain`, `fonts`, `layouts` and `press`: they write nothing."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    make(tmp_path)
    for name in ("folder.json", "folder.pdf"):
        (tmp_path / name).mkdir()
    write(tmp_path / "orphan.json", {"extends": "./nowhere.json"})
    write(tmp_path / "faceless.json", {**SMALL, "fonts": {"f": "nowhere.ttf"}})
    return tmp_path


def made(folder: Path) -> list[str]:
    return [name for name in files(folder) if name not in ("orphan.json", "faceless.json")]


@pytest.mark.parametrize("call", WRONG_CALLS, ids=" ".join)
def test_a_wrong_call_is_2(folder: Path, call: list[str]) -> None:
    assert run(call) == WRONG_CALL
    assert made(folder) == []


@pytest.mark.parametrize(("call", "code"), BAD_INPUTS, ids=lambda part: repr(part))
def test_bad_input_is_3_with_a_code_and_a_place(
    folder: Path, capsys: pytest.CaptureFixture[str], call: list[str], code: str
) -> None:
    assert run(call) == BAD_INPUT
    said = capsys.readouterr().err.splitlines()
    place, _, rest = said[0].removeprefix("[small] ").partition(f": error[{code}]: ")
    assert place and rest, said
    assert any(line.startswith("  hint: ") for line in said), said
    assert code in CODES
    assert made(folder) == []


@pytest.mark.parametrize("call", MACHINES, ids=" ".join)
def test_what_the_machine_will_not_do_is_4(folder: Path, call: list[str]) -> None:
    assert run(call) == MACHINE
    assert made(folder) == []


def test_every_command_is_among_them() -> None:
    assert {call[0] for call in WRONG_CALLS} == set(COMMANDS)


@pytest.mark.parametrize("name", STORY_COMMANDS)
def test_a_part_of_the_story_is_not_emptied_by_a_missing_equals_sign(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run([name, "story.json", *LAYOUT, "--set", "/deck"]) == WRONG_CALL
    assert "--set wants /pointer=value, not “/deck”" in capsys.readouterr().err


@pytest.mark.parametrize("call", [*([name, "story.json"] for name in STORY_COMMANDS),
                                  ["data", "story.json"], ["check", "story.pdf"]])  # fmt: skip
def test_a_file_that_may_not_be_read_is_bad_input_as_one_that_is_not_there(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    call: list[str],
) -> None:
    opened = Path.open

    def locked(path: Path, *how: str) -> object:
        if path.stem == "story":
            raise PermissionError(13, "Permission denied")
        return opened(path, *how)

    write(folder / "story.pdf", "")
    monkeypatch.setattr("os.access", lambda path, _: "story" not in str(path))
    monkeypatch.setattr(Path, "open", locked)
    call = [*call, *(["-o", "a.png", "-l", "square"] if call[0] in ("fit", "plates") else [])]
    assert run(call) == BAD_INPUT
    assert "error[file-unreadable]: the file cannot be read (Permission denied)" in (
        capsys.readouterr().err
    )


def test_a_bad_input_said_as_json_has_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "stroy.json", "--diagnostics", "json"]) == BAD_INPUT
    (found,) = json.loads(capsys.readouterr().out)["diagnostics"]
    assert (found["code"], found["file"]) == ("file-missing", "stroy.json")


def test_a_full_disk_behind_standard_output_is_the_machine_s(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object, **how: object) -> None:
        if not how.get("err"):
            raise OSError(28, "No space left on device")
        print("said", *_, file=sys.stderr)

    monkeypatch.setattr("click.echo", full)
    assert run(["explain", "overset"]) == MACHINE
    assert "standard output cannot be written" in capsys.readouterr().err

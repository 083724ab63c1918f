"""Names of files on the command line: placeholders, braces, two things under one name."""

from __future__ import annotations

from pathlib import Path

import pytest
from story_folder import files, make

from infographic.cli import run
from infographic.commands.shared.exit_codes import MADE, WRONG_CALL

SMALL = ["story.json", "-l", "small.json"]
NAMED = [
    (["render", *SMALL], "-o", ".png"),
    (["render", *SMALL], "-o", "/"),
    (["check", *SMALL], "--proof-png", ".png"),
    (["check", *SMALL], "--overlay", ".png"),
    (["check", "page.pdf"], "--proof-png", ".png"),
    (["plates", *SMALL], "-o", "/"),
    (["plates", *SMALL], "--soft-proof", ".png"),
    (["fit", *SMALL], "-o", ".png"),
    (["fit", *SMALL], "--save", ".json"),
]
each_name = pytest.mark.parametrize(
    ("call", "option", "ending"), NAMED, ids=[f"{call[0]} {option}" for call, option, _ in NAMED]
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make(tmp_path)


@each_name
def test_a_placeholder_that_is_unknown_is_a_wrong_call(
    folder: Path, capsys: pytest.CaptureFixture[str], call: list[str], option: str, ending: str
) -> None:
    assert run([*call, option, f"out/{{layout}}-{{date}}{ending}"]) == WRONG_CALL
    assert files(folder) == []
    said = " ".join(capsys.readouterr().err.split())
    assert "there is no placeholder {date}; known is {layout}" in said


@each_name
def test_a_placeholder_misspelt_gets_the_nearest(
    capsys: pytest.CaptureFixture[str], call: list[str], option: str, ending: str
) -> None:
    assert run([*call, option, f"{{layuot}}{ending}"]) == WRONG_CALL
    assert "{layuot}; did you mean “{layout}”?" in " ".join(capsys.readouterr().err.split())


@each_name
def test_a_name_that_is_empty_is_a_wrong_call(
    folder: Path, call: list[str], option: str, ending: str
) -> None:
    assert run([*call, option, ""]) == WRONG_CALL
    assert files(folder) == []


@pytest.mark.parametrize("name", ["a{b.png", "a}.png", "{layout.png", "{{a}.png"])
def test_a_brace_alone_is_a_wrong_call(folder: Path, name: str) -> None:
    assert run(["render", *SMALL, "-o", name]) == WRONG_CALL
    assert files(folder) == []


@each_name
def test_braces_doubled_stand_for_braces_and_the_layouts_name_for_its_placeholder(
    folder: Path, call: list[str], option: str, ending: str
) -> None:
    if call[1] == "page.pdf":
        assert run(["render", *SMALL, "-o", "page.pdf"]) == MADE
    run([*call, option, f"x/{{{{date}}}}-{{layout}}{ending}"])
    stem = "page" if call[1] == "page.pdf" else "small"
    (made,) = (folder / "x").iterdir()
    assert made.name == f"{{date}}-{stem}{ending.strip('/')}"


def test_a_folder_may_be_named_for_the_layout(folder: Path) -> None:
    assert run(["render", *SMALL, "-l", "low.json", "-o", "o/{layout}/"]) == 1
    assert files(folder) == ["o/small/small.png"]


def test_doubled_braces_are_no_placeholder_for_several_layouts(folder: Path) -> None:
    two = [*SMALL, "-l", "low.json"]
    assert run(["render", *two, "-o", "{{layout}}.png"]) == WRONG_CALL
    assert run(["check", *two, "--overlay", "{{layout}}.png"]) == WRONG_CALL
    assert files(folder) == []

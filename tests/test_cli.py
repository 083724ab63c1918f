"""The command line: what it writes, and the number it ends with."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from PIL import Image
from small_pages import SQUARE
from story_folder import SMALL, STORY, files, make, write

from infographic.cli import run
from infographic.commands.shared.exit_codes import (
    BAD_INPUT,
    BUG,
    INTERRUPTED,
    MACHINE,
    MADE,
    SOME_FAILED,
    WRONG_CALL,
)
from infographic.loading.sheet.layouts import shipped_layouts

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a story, a layout it fits and one it does not."""
    monkeypatch.chdir(tmp_path)
    return make(tmp_path)


def render(*arguments: str) -> int:
    return run(["render", "story.json", *arguments])


# What is written


def test_one_layout_and_one_file_make_that_file(folder: Path) -> None:
    assert render("-l", "small.json", "-o", "page.png") == MADE
    assert files(folder) == ["page.png"]
    assert Image.open(folder / "page.png").size == (100, 50)


def test_every_kind_follows_from_the_files_name(folder: Path) -> None:
    outputs = ["a.pdf", "a.screen.pdf", "a.png", "a.txt"]
    assert render("-l", "small.json", *(part for o in outputs for part in ("-o", o))) == MADE
    heads = {name: (folder / name).read_bytes()[:5] for name in outputs}
    assert heads == {
        "a.pdf": b"%PDF-", "a.screen.pdf": b"%PDF-", "a.png": b"\x89PNG\r", "a.txt": b"page ",
    }  # fmt: skip
    assert (folder / "a.pdf").read_bytes() != (folder / "a.screen.pdf").read_bytes()


def test_a_folder_gets_a_file_for_each_layout(folder: Path) -> None:
    assert render("-l", "small.json", "-l", "square", "-o", "made/") == MADE
    assert files(folder) == ["made/small.png", "made/square.png"]


def test_a_layout_in_mm_makes_pdfs_and_a_picture(folder: Path) -> None:
    assert render("-l", "panel") == MADE
    assert files(folder) == ["out/panel.pdf", "out/panel.png", "out/panel.screen.pdf"]


def test_without_layout_every_fitting_one_is_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render("--scale", "0.1") == MADE
    made = {name.split("/")[1].split(".")[0] for name in files(folder)}
    # The cards of a set are numbered.
    made = {re.sub(r"-\d+$", "", name) for name in made}
    left_out = {
        line.split(":")[0] for line in capsys.readouterr().err.splitlines() if "left out" in line
    }
    assert made | left_out == set(shipped_layouts())
    assert made and left_out and not made & left_out


def test_the_layouts_name_stands_in_for_its_pattern(folder: Path) -> None:
    assert render("-l", "small.json", "-l", "modern/square", "-o", "x-{layout}.png") == MADE
    assert files(folder) == ["x-modern-square.png", "x-small.png"]


def test_files_are_given_to_layouts_in_turn(folder: Path) -> None:
    assert render("-l", "small.json", "-l", "square", "-o", "a.png", "-o", "b.png") == MADE
    assert Image.open(folder / "a.png").size == (100, 50)
    assert Image.open(folder / "b.png").size == (1080, 1080)


def test_scale_and_ppi_make_larger_pictures(folder: Path) -> None:
    assert render("-l", "small.json", "-o", "a.png", "--scale", "3") == MADE
    assert render("-l", "small.json", "-o", "b.png", "--ppi", "48") == MADE
    assert Image.open(folder / "a.png").size == (300, 150)
    assert Image.open(folder / "b.png").size == (50, 25)


def test_a_story_comes_from_standard_input_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = io.TextIOWrapper(io.BytesIO(json.dumps(STORY).encode()))
    monkeypatch.setattr(sys, "stdin", told)
    assert run(["render", "-", "-l", "small.json", "-o", "a.txt"]) == MADE
    assert "大事发生" in (folder / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("pair", "expected"),
    [("/headline=小事", "小事"), ('/headline="小事"', "小事"), ("/headline=a=b", "a=b")],
)
def test_set_replaces_a_part_of_the_story(folder: Path, pair: str, expected: str) -> None:
    assert render("-l", "small.json", "-o", "a.txt", "--set", pair) == MADE
    assert f"'{expected}'" in (folder / "a.txt").read_text(encoding="utf-8")


def test_a_face_of_the_papers_own_is_found_by_name(folder: Path) -> None:
    write(folder / "own.json", {**SMALL, "fonts": {"f": "square"}})
    fonts = str(Path(SQUARE).parent)
    assert render("-l", "own.json", "-o", "a.png") == BAD_INPUT
    assert render("-l", "own.json", "-o", "a.png", "--font-path", fonts) == MADE
    assert render("-l", "own.json", "-o", "out/", "--font-path", fonts) == MADE


# The number it ends with


def test_bad_input_is_3_and_writes_nothing(folder: Path) -> None:
    write(folder / "story.json", {"headlin": "大事"})
    assert render("-l", "small.json", "-o", "a.png") == BAD_INPUT
    assert files(folder) == []


def test_text_that_does_not_fit_is_an_error_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render("-l", "low.json", "-o", "a.png", "-o", "a.pdf") == BAD_INPUT
    assert files(folder) == []
    assert "error[overset]" in capsys.readouterr().err


def test_some_of_several_failed_is_1_and_the_others_are_made(folder: Path) -> None:
    assert render("-l", "low.json", "-l", "small.json", "-o", "out/") == SOME_FAILED
    assert files(folder) == ["out/small.png"]


def test_a_layout_that_cannot_be_read_does_not_stop_the_others(folder: Path) -> None:
    (folder / "broken.json").write_text("{")
    assert render("-l", "broken.json", "-l", "small.json", "-o", "out/") == SOME_FAILED
    assert files(folder) == ["broken.json", "out/small.png"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["render"],
        ["render", "story.json", "--nope"],
        ["render", "story.json", "-l", "small.json", "-o", "page.doc"],
        ["render", "story.json", "-l", "small.json", "--scale", "0"],
        ["render", "story.json", "-l", "small.json", "--scale", "nan"],
        ["render", "story.json", "-l", "small.json", "--ppi", "nan"],
        ["render", "story.json", "-l", "small.json", "--ppi", "inf"],
        ["plates", "story.json", "-l", "small.json", "--ppi", "nan"],
        ["render", "story.json", "--set", "headline=1"],
        ["render", "story.json", "-l", "small.json", "-l", "low.json", "-l", "square",
         "-o", "a.png", "-o", "b.png"],
        ["render", "story.json", "-l", "small.json", "-l", "./small.json", "-o", "out/"],
        ["explain", "no-such-code"],
        ["schema"],
        ["nonsense"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_wrong_call_is_2_and_writes_nothing(folder: Path, arguments: list[str]) -> None:
    assert run(arguments) == WRONG_CALL
    assert files(folder) == []


def test_a_story_that_is_not_there_is_3_with_the_nearest_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["render", "stroy.json", "-l", "small.json"]) == BAD_INPUT
    said = capsys.readouterr().err
    assert said.startswith("stroy.json: error[file-missing]: there is no such file")
    assert "did you mean “story.json”?" in said


def test_a_layout_that_is_not_there_is_3_with_the_nearest_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert render("-l", "sqare") == BAD_INPUT
    assert "did you mean “square”?" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_4(folder: Path) -> None:
    (folder / "file").write_text("")
    assert render("-l", "small.json", "-o", "file/a.png") == MACHINE
    assert files(folder) == ["file"]


def test_a_picture_longer_than_its_format_is_3_and_its_tiles_are_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "long.json", {**SMALL, "page": {"width": "100px", "height": "16500px"}})
    call = ["-l", "long.json", "-o", "made/a.webp"]
    assert render(*call) == BAD_INPUT
    assert "error[picture-too-long]" in capsys.readouterr().err
    assert not (folder / "made").exists()
    assert render(*call, "--tiles", "9000") == MADE
    assert render("-l", "long.json", "-o", "made/a.jpg") == MADE


def raises(error: BaseException) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_or_none(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    step: str,
) -> None:
    (folder / "old.png").write_bytes(b"old")
    monkeypatch.setattr(os, step, raises(OSError(errno.ENOSPC, "No space left on device")))
    assert render("-l", "small.json", "-o", "old.png") == MACHINE
    assert render("-l", "small.json", "-o", "new.png") == MACHINE
    assert files(folder) == ["old.png"]
    assert (folder / "old.png").read_bytes() == b"old"
    assert capsys.readouterr().err.endswith(
        "new.png: cannot be written (No space left on device)\n"
        "  hint: make room on the disk, or write to another one\n"
    )


LATE = {
    **SMALL,
    "page": {"width": "100px", "height": "600px"},
    "body": {
        "type": "stack",
        "children": [
            {"type": "spacer", "height": "400px"},
            {"type": "text", "text": "大 事" * 40, "style": "s"},
        ],
    },
}
"""Words on the second tile only."""


def test_all_tiles_of_a_page_are_written_or_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "late.json", LATE)
    call = ["-l", "late.json", "--tiles", "300", "-o", "made/a.jpg"]
    # The first is small enough, the second is not.
    assert render(*call, "--max-bytes", "1600") == BAD_INPUT
    assert "error[picture-over-limit]" in capsys.readouterr().err
    assert not (folder / "made").exists()
    (folder / "made/a-2.jpg").mkdir(parents=True)
    assert render(*call) == MACHINE
    assert "a folder has this name" in capsys.readouterr().err
    assert files(folder / "made") == []
    (folder / "made/a-2.jpg").rmdir()
    is_full = iter([False, True])
    full, sync = raises(OSError(errno.ENOSPC, "No space left on device")), os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: full() if next(is_full) else sync(file))
    assert render(*call) == MACHINE
    assert files(folder / "made") == []


def test_a_bug_of_ours_is_5_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("infographic.pipeline.draft", raises(RuntimeError("oh")))
    assert render("-l", "small.json", "-o", "a.png") == BUG
    assert "a bug of ours" in capsys.readouterr().err


def test_interrupted_is_130(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infographic.pipeline.draft", raises(KeyboardInterrupt()))
    assert render("-l", "small.json", "-o", "a.png") == INTERRUPTED
    assert files(folder) == []


# check, layouts, fonts, schema, init, explain


def test_check_writes_nothing_and_says_which_layouts_fit(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "story.json", "--diagnostics", "json"]) == MADE
    fits = json.loads(capsys.readouterr().out)["fits"]
    assert set(fits) < set(shipped_layouts())
    assert "square" in fits
    assert files(folder) == []


def test_check_of_a_named_layout_that_does_not_fit_is_3() -> None:
    assert run(["check", "story.json", "-l", "small.json"]) == MADE
    assert run(["check", "story.json", "-l", "small.json", "-l", "low.json"]) == BAD_INPUT


def test_check_notes_what_a_layout_leaves_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "story.json", "-l", "small.json"]) == MADE
    assert "note[story-unused]: /panels does not appear" in capsys.readouterr().err

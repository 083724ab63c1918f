"""What is said reaches an eye and no terminal's controls; what the system refuses is no bug."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT
from story_folder import SMALL, STORY, files, make, write

from infographic.cli import run
from infographic.commands.shared.exit_codes import BAD_INPUT, MACHINE, MADE, WRONG_CALL
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.sayings import say

HOSTILE = "a\x1b[31m\x07\x9b2J\u202eb\nerror: c"
PLAIN = "a\\x1b[31m\\x07\\x9b2J\\u202eb\\nerror: c"
CONTROLS = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u202e", "\u2028"} - {"\n", "\t"}
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
FONTS = str(ROOT / "tests" / "fonts")
SMALL_CALL = ["story.json", "-l", "small.json"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make(tmp_path)


def test_a_diagnostic_shows_what_no_eye_sees_and_keeps_its_lines() -> None:
    origin = Origin(Source(HOSTILE, f'{{"{HOSTILE[:12]}": 1}}'), f"/{HOSTILE}", 1, 3)
    shown = str(Diagnostic(say("field-unknown", key=HOSTILE, type=HOSTILE), origin))
    assert not CONTROLS & set(shown)
    assert shown.startswith(f"{PLAIN}:1:3: error[field-unknown]: “{PLAIN}”")
    # The sentence, the author's line, the caret.
    assert [line[:5] for line in shown.splitlines()[1:]] == ["    1", "     "]


HEADLINE = json.dumps({**STORY, "headline": HOSTILE})
NAME = "n\x1b[31m\u202e.json"
CALLS: list[tuple[list[str], int]] = [
    (["render", NAME, "-l", "small.json"], BAD_INPUT),
    (["render", "story.json", "-l", NAME], BAD_INPUT),
    (["render", "story.json", "-l", NAME[:-5]], BAD_INPUT),
    (["render", *SMALL_CALL, "-o", f"{NAME}.png"], MADE),
    (["render", *SMALL_CALL, "-o", f"{NAME}\nb.png"], MADE),
    (["render", "hostile.json", "-l", "small.json"], BAD_INPUT),
    (["check", "hostile.json", "-l", "small.json"], BAD_INPUT),
    (["check", *SMALL_CALL, "--overlay", f"{NAME}.png"], MADE),
    (["check", "story.json", "-l", "titled.json"], MADE),
    (["layouts", "titled.json"], MADE),
    (["press", "profile.json"], MADE),
    (["data", "rows.csv"], MADE),
    (["data", "rows.csv", "--json"], MADE),
    (["explain", NAME], WRONG_CALL),
    (["icons", NAME], WRONG_CALL),
    (["render", *SMALL_CALL, "--set", f"{NAME}=1"], WRONG_CALL),
    (["render", *SMALL_CALL, "--set", f"/{NAME}=1"], BAD_INPUT),
    (["fonts", NAME], BAD_INPUT),
    (["press", NAME], BAD_INPUT),
    ([NAME], WRONG_CALL),
]


@pytest.mark.parametrize(("call", "code"), CALLS, ids=lambda one: repr(one)[:60])
def test_no_word_of_a_file_or_a_name_moves_a_terminals_pen(
    folder: Path, capsys: pytest.CaptureFixture[str], call: list[str], code: int
) -> None:
    (folder / "hostile.json").write_text(HEADLINE, "utf-8")
    write(folder / "titled.json", {**SMALL, "title": HOSTILE, "description": HOSTILE})
    write(folder / "profile.json", {"extends": "newsprint", "title": HOSTILE})
    (folder / "rows.csv").write_text("县\x1b[31m,值\u202e\n甲\x07,1\n乙,2\n", "utf-8")
    assert run(call) == code
    said = "".join(capsys.readouterr())
    assert said and not CONTROLS & set(said)
    assert not [line for line in said.splitlines() if line.startswith(("error: c", "b.png"))]


def test_json_has_every_character_as_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "hostile.json").write_text(HEADLINE, "utf-8")
    assert run(["render", f"x{NAME}", "-l", "small.json", "--diagnostics", "json"]) == BAD_INPUT
    out = capsys.readouterr().out
    assert not CONTROLS & set(out)
    assert json.loads(out)["diagnostics"][0]["file"] == f"x{NAME}"


# What the system refuses


def infographic(*call: str, before: str = "", **streams: Any) -> subprocess.CompletedProcess[str]:
    """A run of its own; `before`: what is done in its process first."""
    script = f"{before}\nfrom infographic.__main__ import main\nmain()"
    command = [sys.executable, "-c", script, *call]
    streams = {"capture_output": True, **streams}
    return subprocess.run(command, env=ENVIRONMENT, text=True, check=False, **streams)


def test_a_working_folder_that_is_deleted_is_no_bug(folder: Path) -> None:
    gone = "import os; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')"
    story, layout = str(folder / "story.json"), str(folder / "small.json")
    whole = ("render", story, "-l", layout, "--allow", FONTS, "-o")
    assert infographic(*whole, str(folder / "a.png"), before=gone).returncode == MADE
    for call, code in (
        ((*whole, "a.png"), MACHINE),
        (("check", story, "--mend", "-o", "a.json"), MACHINE),
        (("plates", story, "-l", layout, "--allow", FONTS, "-o", "a"), MACHINE),
        (("init",), MACHINE),
        (("render", "story.json"), BAD_INPUT),
        (("layouts",), MADE),
        (("layouts", "square"), MADE),
    ):
        done = infographic(*call, before=gone)
        assert (done.returncode, "Traceback" in done.stderr) == (code, False), (call, done.stderr)
    assert files(folder) == ["a.png"]


@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1, 2)], ids=str)
def test_a_closed_stream_gives_its_number_to_no_file(folder: Path, closed: tuple[int, ...]) -> None:
    close = "import os\n" + "".join(f"os.close({number})\n" for number in closed)
    python = sys.executable
    again = f"{close}import sys\nos.execv({python!r}, [{python!r}, '-c', {RUN!r}, *sys.argv[1:]])"
    call = ["render", *SMALL_CALL, "--allow", FONTS, "-o", "a.png"]
    done = subprocess.run([sys.executable, "-c", again, *call], env=ENVIRONMENT, check=False)
    assert done.returncode == MADE
    assert (folder / "a.png").read_bytes().endswith(b"IEND\xaeB`\x82")
    assert files(folder) == ["a.png"]


RUN = """
import os, sys
own = os.fsync
def said(number):
    # As a library of C does it, past Python's streams.
    os.write(1, b"noise"); os.write(2, b"noise")
    own(number)
os.fsync = said
from infographic.__main__ import main
main()
"""


def test_too_little_memory_and_too_deep_files_are_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for error, code, words in (
        (MemoryError(), MACHINE, "there is not enough memory"),
        (ImportError("libx.so: failed to map segment from shared object"), MACHINE, "memory"),
        (RecursionError("maximum recursion depth exceeded"), BAD_INPUT, "error[too-deep]"),
        (OSError(5, "Input/output error", "story.json"), MACHINE, "story.json: Input/output error"),
    ):

        def fail(*_: object, error: Exception = error, **__: object) -> None:
            raise error

        monkeypatch.setattr("infographic.pipeline.draft", fail)
        assert run(["render", *SMALL_CALL, "-o", "a.png"]) == code
        said = capsys.readouterr().err
        assert words in said and "Traceback" not in said and "  hint: " in said
    assert files(folder) == []


def test_too_little_memory_to_say_so_is_said_all_the_same(folder: Path) -> None:
    before = """
import sys
class NoRoom:
    def find_spec(self, name, *_):
        if name == "infographic.cli":
            raise MemoryError
sys.meta_path.insert(0, NoRoom())
"""
    done = infographic("render", *SMALL_CALL, before=before)
    assert (done.returncode, done.stderr) == (MACHINE, "infographic: there is not enough memory\n")


LIMITED = "import resource; resource.setrlimit(resource.{}, ({}, {}))"


def test_a_file_larger_than_the_user_may_write_leaves_none(folder: Path) -> None:
    call = ("render", *SMALL_CALL, "--allow", FONTS, "-o", "made/a.png")
    done = infographic(*call, before=LIMITED.format("RLIMIT_FSIZE", 64, 64))
    assert done.returncode == MACHINE
    assert "made/a.png: cannot be written (File too large)" in done.stderr
    assert files(folder) == []


def test_few_open_files_are_enough(folder: Path) -> None:
    call = ("render", *SMALL_CALL, "--allow", FONTS, "-o", "a.png", "-o", "a.pdf", "--force")
    assert infographic(*call, before=LIMITED.format("RLIMIT_NOFILE", 8, 8)).returncode == MADE


@pytest.mark.full
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root mounts")
@pytest.mark.parametrize("options", ["size=4k", "ro"])
def test_a_small_or_read_only_disk_is_said_and_keeps_nothing(folder: Path, options: str) -> None:
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], check=True)
    try:
        done = infographic("render", str(ROOT / "data.json"), "-l", "square", "-o", "disk/a.png")
        assert done.returncode == MACHINE
        assert "disk/a.png: cannot be written" in done.stderr
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)

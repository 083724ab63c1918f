"""A set is written whole: its pages or tiles with their words, by one run after the other."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pages import ROOT
from story_folder import STORY, files, make, write
from writing.test_faults import TWO

from infographic.cli import run
from infographic.commands.shared.exit_codes import BAD_INPUT, MACHINE, MADE, WRONG_CALL
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.files import Unfinished, _names_begun, write_whole
from infographic.foundation.writing import folder_lock

SET = ["render", "story.json", "-l", "two.json", "-o", "made/a.png", "--alt-text"]
PARTS = ["made/a-1.alt.txt", "made/a-1.png", "made/a-2.alt.txt", "made/a-2.png"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "two.json", TWO)
    return make(tmp_path)


def made(folder: Path) -> list[str]:
    return [name for name in files(folder) if name not in ("two.json", "other.json")]


RUN = """
import os, sys, time
own = os.replace
def slow(*names):
    own(*names)
    time.sleep(0.05)
os.replace = slow
from infographic.cli import main
main(sys.argv[1:])
"""


def started(folder: Path, *call: str, script: str = RUN) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", script, *call]
    return subprocess.Popen(command, cwd=folder, env=environment, text=True, stderr=subprocess.PIPE)


def test_two_runs_at_once_do_not_mix_their_sets(folder: Path) -> None:
    write(folder / "other.json", {**STORY, "headline": "别的"})
    whole = []
    for story in ("story.json", "other.json"):
        assert run([SET[0], story, *SET[2:]]) == MADE
        whole.append({name: Path(name).read_bytes() for name in PARTS})
    assert not set(whole[0].values()) & set(whole[1].values())
    # In a process of its own the fonts of the tests are not in reach.
    rest = (*SET[2:], "--allow", str(ROOT / "tests" / "fonts"))
    runs = [started(folder, SET[0], story, *rest) for story in ("story.json", "other.json") * 2]
    assert [one.wait() for one in runs] == [MADE] * 4
    assert {name: Path(name).read_bytes() for name in PARTS} in whole
    assert made(folder) == PARTS


HOLD = """
import sys, time
from pathlib import Path
from infographic.foundation.writing.folder_lock import locked
with locked([Path("made")]):
    print("held", file=sys.stderr, flush=True)
    time.sleep(600)
"""


def test_who_holds_a_folder_for_too_long_is_named_and_is_waited_for_no_longer(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "made").mkdir()
    holder = started(folder, script=HOLD)
    assert holder.stderr is not None and holder.stderr.readline() == "held\n"
    monkeypatch.setattr(folder_lock, "PATIENCE", 0.0)
    try:
        assert run(SET) == MACHINE
    finally:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    said = capsys.readouterr().err
    assert "made: another run" in said and "has been writing here for too long" in said
    if Path("/proc/locks").exists():
        assert f"(process {holder.pid})" in said
    assert made(folder) == []
    # The lock is gone with its holder, whatever became of that.
    assert run(SET) == MADE
    assert made(folder) == PARTS


def test_one_file_waits_for_nobody(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "made").mkdir()
    monkeypatch.setattr(folder_lock, "PATIENCE", 0.0)
    with folder_lock.locked([Path("made")]):
        assert run(["render", "story.json", "-l", "small.json", "-o", "made/a.png"]) == MADE


def test_a_page_of_an_earlier_longer_set_stays_and_is_warned_of(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "made").mkdir()
    for name in ("a-3.png", "a-07.png", "a-3.alt.txt", "b-3.png", "a-x.png", "a-3.jpg", "a.png"):
        (folder / "made" / name).write_bytes(b"")
    assert run([*SET, "--diagnostics", "json"]) == MADE
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    (warning,) = [one for one in found if one["code"] == "set-left"]
    assert warning["severity"] == "warning"
    assert warning["values"]["files"] == ["a-07.png", "a-3.alt.txt", "a-3.png"]
    assert (folder / "made" / "a-3.png").exists()


def test_a_layout_that_cannot_be_written_keeps_no_other_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = os.replace

    def full(source: object, target: object) -> None:
        if str(target).endswith("small.png"):
            raise OSError(28, "No space left on device")
        own(str(source), str(target))

    monkeypatch.setattr(os, "replace", full)
    call = ["render", "story.json", "-l", "small.json", "-l", "two.json", "-o", "made/"]
    assert run(call) == MACHINE
    assert made(folder) == ["made/two-1.png", "made/two-2.png"]
    assert "small.png: cannot be written (No space left on device)" in capsys.readouterr().err


def found(folder: Path) -> dict[str, bytes]:
    paths = (folder / "made").iterdir()
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_name_that_cannot_be_had_leaves_the_old_set_or_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    own, count = os.replace, 0

    def refused(source: object, target: object) -> None:
        nonlocal count
        count += 1
        if count == number:
            raise PermissionError(1, "Operation not permitted")
        own(str(source), str(target))

    monkeypatch.setattr(os, "replace", refused)
    assert run(SET) == MACHINE
    assert not (folder / "made").exists()
    (folder / "made").mkdir()
    for name in PARTS[1:]:
        (folder / name).write_bytes(b"old")
    count = 0
    assert run(SET) == MACHINE
    assert found(folder) == dict.fromkeys(PARTS[1:], b"old")


def test_a_disk_without_links_takes_a_set_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", without)
    assert run(SET) == run(SET) == MADE
    assert sorted(found(folder)) == PARTS


# What is known before


NAMED = [
    (["render", "story.json", "-l", "small.json", "-o"], "a.png"),
    (["check", "story.json", "-l", "small.json", "--overlay"], "a.png"),
    (["check", "story.json", "-l", "small.json", "--proof-png"], "a.png"),
    (["check", "story.json", "--mend", "-o"], "a.json"),
    (["plates", "story.json", "-l", "small.json", "--soft-proof"], "a.png"),
    (["fit", "story.json", "-l", "small.json", "-o"], "a.png"),
    (["fit", "story.json", "-l", "small.json", "--save"], "a.json"),
    (["icons", "-o"], "a.png"),
    (["layouts", "--story", "story.json", "--layout", "small.json", "--sheet"], "a.png"),
]


@pytest.mark.parametrize(("call", "name"), NAMED, ids=lambda one: " ".join(one))
def test_a_folder_that_is_called_as_a_file_is_a_wrong_call(
    folder: Path, capsys: pytest.CaptureFixture[str], call: list[str], name: str
) -> None:
    (folder / name).mkdir()
    assert run([*call, name]) == WRONG_CALL
    assert f"{name} is a folder" in capsys.readouterr().err
    assert made(folder) == []


def test_a_folder_is_written_into_by_its_plain_name_or_with_a_stroke(folder: Path) -> None:
    (folder / "a.png").mkdir()
    (folder / "v1.2").mkdir()
    for out in ("a.png/", "v1.2", "new"):
        assert run(["render", "story.json", "-l", "small.json", "-o", out]) == MADE
    assert made(folder) == ["a.png/small.png", "new/small.png", "v1.2/small.png"]


LATE = [
    (["render", "story.json", "-l", "small.json", "-o"], "infographic.pipeline.draft"),
    (["fit", "story.json", "-l", "small.json", "-o"], "infographic.page_fill.fit"),
    (["fit", "story.json", "-l", "small.json", "--save"], "infographic.page_fill.fit"),
    (["plates", "story.json", "-l", "small.json", "--soft-proof"],
     "infographic.composed.ComposedPage.plates"),
    (["layouts", "--story", "story.json", "--layout", "small.json", "--sheet"],
     "infographic.commands.layout_sheet.compose"),
    (["icons", "-o"], "infographic.commands.icon_sheet.compose"),
]  # fmt: skip


@pytest.mark.parametrize("place", ["story.json/a", "a" * 300, "b" * 300 + "/a"], ids=len)
@pytest.mark.parametrize(("call", "work"), LATE, ids=lambda one: one[0] if one else None)
def test_what_cannot_be_written_is_said_before_the_work(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    call: list[str],
    work: str,
    place: str,
) -> None:
    def begun(*_: object, **__: object) -> None:
        raise AssertionError("the work was begun")

    monkeypatch.setattr(work, begun)
    name = f"{place}{'.json' if '--save' in call else '.png'}"
    assert run([*call, name]) == MACHINE
    said = capsys.readouterr().err
    assert f"{name}: cannot be written" in said and "  hint: " in said
    assert made(folder) == []


def test_what_a_run_of_another_machine_left_is_swept_when_it_is_old(folder: Path) -> None:
    old, new = (f".infographic-00000000-1-{one * 12}.tmp" for one in "ab")
    users = [".infographic-notes.tmp", ".infographic", ".a.png.4a21aabbccdd", "old.tmp"]
    (folder / "made").mkdir()
    for name in (old, new, *users):
        (folder / "made" / name).write_bytes(b"")
        os.utime(folder / "made" / name, (0, 0) if name != new else (time.time(),) * 2)
    assert run(SET) == MADE
    assert {path.name for path in (folder / "made").iterdir()} == {
        new, *users, *(name.removeprefix("made/") for name in PARTS),
    }  # fmt: skip


def test_a_link_to_a_story_is_mended_and_stays_a_link(folder: Path) -> None:
    write(folder / "wrong.json", {**STORY, "headline": 'He said "no" twice 他说"不"'})
    Path("link.json").symlink_to("wrong.json")
    assert run(["check", "link.json", "--mend", "-l", "small.json"]) in (MADE, BAD_INPUT)
    assert Path("link.json").is_symlink()
    assert json.loads(Path("wrong.json").read_text("utf-8"))["headline"] != 'He said "no" twice'


def test_a_file_that_nobody_else_may_read_stays_one(folder: Path) -> None:
    page = folder / "page.txt"
    write_whole(page, b"old")
    page.chmod(0o600)
    write_whole(page, b"new")
    assert (page.read_bytes(), page.stat().st_mode & 0o777) == (b"new", 0o600)


def test_what_a_thread_writes_is_not_swept_though_another_ends_meanwhile() -> None:
    first, second = Unfinished(), Unfinished()

    class Ending(list[Path]):
        def __iter__(self) -> Iterator[Path]:
            first.kept = []
            first.end()
            return super().__iter__()

    first.kept = Ending()
    second.staged.append((Path("a.tmp"), Path("a")))
    try:
        assert "a.tmp" in _names_begun()
    finally:
        second.staged.clear()
        second.end()


def test_a_file_that_its_user_has_protected_is_not_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, may = folder / "page.txt", os.access
    page.write_bytes(b"old")
    page.chmod(0o444)
    # Root may write all files.
    monkeypatch.setattr(os, "access", lambda one, how: one != page and may(one, how))
    with pytest.raises(MachineError, match="Permission denied"):
        write_whole(page, b"new")
    assert page.read_bytes() == b"old"

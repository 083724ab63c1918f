"""Every step of writing fails once: whole files stand, the old or the new, and nothing besides."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from story_folder import SMALL, STORY, write
from writing.faults import KILL, End, end_of

from infographic.cli import run
from infographic.commands.shared.exit_codes import BAD_INPUT, MACHINE, MADE

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR, errno.EDQUOT)
TWO = {**{key: SMALL[key] for key in SMALL if key != "body"}, "pages": [
    {"number": "1", "body": SMALL["body"]}, {"number": "2", "body": SMALL["body"]},
]}  # fmt: skip
CALLS = {
    "a picture": ["render", "story.json", "-l", "small.json", "-o", "made/deep/a.png"],
    "a set with its words": [
        "render", "story.json", "-l", "two.json", "-o", "old/a.png", "--alt-text",
    ],
    "a PDF": ["render", "story.json", "-l", "small.json", "-o", "old/a.pdf", "--force"],
    "a proof": ["check", "story.json", "-l", "small.json", "--proof-png", "old/a.png"],
    "a schema": ["schema", "press", "-o", "old"],
}  # fmt: skip
OLD = b"old"
OF_FOLDERS = ("open old", "open deep", "fsync old", "fsync deep")
"""Bringing a folder's names to the disk, when all files stand."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return renewed(folder)


def renewed(folder: Path) -> Path:
    """The folder as it is before a run: with files of an earlier one."""
    for name in ("old", "made"):
        shutil.rmtree(folder / name, ignore_errors=True)
    write(folder / "story.json", STORY)
    write(folder / "small.json", SMALL)
    write(folder / "two.json", TWO)
    (folder / "old").mkdir()
    for name in ("a.png", "a-1.png", "a-2.png", "a-1.alt.txt", "a-2.alt.txt", "a.pdf"):
        (folder / "old" / name).write_bytes(OLD)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def failed(folder: Path, call: list[str], number: int, sample: slice) -> Iterator[tuple[str, End]]:
    """Each step of a call fails in turn; which, and what became of it, with the folder as it is."""
    count = len(end_of(lambda: run(call), renewed(folder)).steps)
    assert count > 5
    for at in range(count)[sample]:
        end = end_of(lambda: run(call), renewed(folder), at, number)
        yield end.steps[at], end


def is_of_writing(step: str) -> bool:
    return not step.startswith(("open to read", "read ", "scandir"))


def must_be_whole(found: dict[str, bytes], whole: dict[str, bytes], step: str) -> None:
    for name, data in found.items():
        if not name.rpartition("/")[2].startswith(".infographic-"):
            assert data in (OLD, whole[name]), (step, name)


each_call = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
each_error = pytest.mark.parametrize(
    ("number", "sample"),
    [(errno.ENOSPC, slice(None)), (errno.EIO, slice(1, None, 3))]
    + [pytest.param(one, slice(None), marks=pytest.mark.full) for one in ERRORS[1:]],
    ids=lambda one: errno.errorcode[one] if isinstance(one, int) else f"{one.start}, {one.step}",
)


@each_call
@each_error
def test_an_error_at_any_step_leaves_whole_files_and_is_said(
    folder: Path, call: list[str], number: int, sample: slice
) -> None:
    assert run(call) == MADE
    whole = files(folder)
    for step, end in failed(folder, call, number, sample):
        found = files(folder)
        must_be_whole(found, whole, step)
        assert "Traceback" not in end.said, (step, end.said)
        assert not [name for name in found if "/.infographic-" in name], (step, end.said)
        if end.code == MADE:
            # A layout is read again where it could not be read; that a folder may not be looked
            # into, to sweep it or to bring its names to the disk, stops nobody who writes into it;
            # nor that what had a name cannot be kept, for should a later file not have its own.
            assert not is_of_writing(step) or step.startswith((*OF_FOLDERS, "link ", "unlink "))
            continue
        if not step.startswith(OF_FOLDERS):
            # A set is not half the new one either.
            old = [data for name, data in found.items() if name.startswith("old/")]
            assert set(old) == {OLD} and not [name for name in found if name.startswith("made/")]
        right = (MACHINE,) if is_of_writing(step) else (MACHINE, BAD_INPUT)
        assert end.code in right, (step, end)
        assert any(name in end.said for name in (*call, "a-1", "a-2", ".schema.json")), (step, end)


@each_call
def test_a_kill_at_any_step_leaves_whole_files_and_what_the_next_run_sweeps(
    folder: Path, call: list[str]
) -> None:
    assert run(call) == MADE
    whole = files(folder)
    for step, end in failed(folder, call, KILL, slice(None)):
        assert end.code == 137
        must_be_whole(files(folder), whole, step)
        assert end_of(lambda: run(call), folder).code == MADE
        assert files(folder) == whole, step


def test_a_step_that_fails_is_one_that_the_run_takes(folder: Path) -> None:
    """The shim sees what is done: else all of the above would hold of nothing."""
    steps = end_of(lambda: run(CALLS["a set with its words"]), folder).steps
    kinds = [step.partition(" ")[0] for step in steps]
    assert kinds.count("create") == kinds.count("write") == kinds.count("replace") == 4
    # Each file, and the folder.
    assert kinds.count("fsync") == 5

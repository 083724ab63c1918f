"""Whoever ends a run early finds whole files, the old or the new, and nothing else of the run."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pages import ROOT
from story_folder import make, write
from writing.test_faults import TWO

FONTS = str(ROOT / "tests" / "fonts")
SET = ["render", "story.json", "-l", "two.json", "-o", "made/a.png", "--alt-text", "--allow", FONTS]
PARTS = ["a-1.alt.txt", "a-1.png", "a-2.alt.txt", "a-2.png"]
AT_A_STEP = """
import os, sys
step, number, sent = sys.argv[1], int(sys.argv[2]), sys.argv[3].split(",")
own, count = getattr(os, step), 0
def counted(*given):
    global count
    count += 1
    if count == number:
        for each in sent:
            os.kill(os.getpid(), int(each))
    return own(*given)
setattr(os, step, counted)
sys.argv[1:] = sys.argv[4:]
from infographic.__main__ import main
main()
"""
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "two.json", TWO)
    (tmp_path / "made").mkdir()
    for name in PARTS:
        (tmp_path / "made" / name).write_bytes(b"old")
    return make(tmp_path)


def at_a_step(step: str, number: int, *sent: int) -> subprocess.CompletedProcess[str]:
    """A run that gets signals when it does `step` for the `number`th time."""
    command = [sys.executable, "-c", AT_A_STEP, step, str(number), ",".join(map(str, sent)), *SET]
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def found() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path("made").iterdir()}


ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.mark.parametrize("number", ENDING, ids=lambda one: one.name)
def test_who_is_ended_while_writing_leaves_the_old_files_and_nothing_else(number: int) -> None:
    done = at_a_step("fsync", 3, number)
    assert done.returncode == 128 + number
    assert done.stderr.splitlines()[-1] == "interrupted"
    assert found() == dict.fromkeys(PARTS, b"old")


def test_who_is_ended_while_files_take_their_names_gives_all_of_them_theirs() -> None:
    done = at_a_step("replace", 2, signal.SIGTERM, signal.SIGINT)
    assert done.returncode == 128 + signal.SIGTERM
    assert sorted(found()) == PARTS
    assert b"old" not in found().values()


def test_a_folder_that_was_made_for_the_files_goes_with_them() -> None:
    for name in PARTS:
        Path("made", name).unlink()
    Path("made").rmdir()
    assert at_a_step("fsync", 1, signal.SIGTERM).returncode == 128 + signal.SIGTERM
    assert not Path("made").exists()


def test_what_a_kill_leaves_is_swept_by_the_next_run() -> None:
    assert at_a_step("fsync", 3, signal.SIGKILL).returncode == -signal.SIGKILL
    left = found()
    assert {name: left[name] for name in PARTS} == dict.fromkeys(PARTS, b"old")
    assert len(left) == len(PARTS) + 3
    assert at_a_step("fsync", 0, 0).returncode == 0
    assert sorted(found()) == PARTS


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="other systems tell no zombies")
def test_what_a_killed_run_left_is_swept_though_its_parent_has_not_asked_for_its_end() -> None:
    command = [sys.executable, "-c", AT_A_STEP, "fsync", "3", str(int(signal.SIGKILL)), *SET]
    with subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE) as killed:
        assert killed.stderr is not None
        # Ended, and not yet asked: a zombie, as in a container whose first process is no init.
        killed.stderr.read()
        while b") Z " not in Path(f"/proc/{killed.pid}/stat").read_bytes():
            time.sleep(0.01)
        assert len(found()) > len(PARTS)
        assert at_a_step("fsync", 0, 0).returncode == 0
        assert sorted(found()) == PARTS


NOHUP = """
import os, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
os.execv(sys.argv[1], sys.argv[1:])
"""


def test_a_signal_that_who_started_us_ignores_is_ignored() -> None:
    command = [sys.executable, "-c", AT_A_STEP, "fsync", "3", str(int(signal.SIGHUP)), *SET]
    done = subprocess.run([sys.executable, "-c", NOHUP, *command], env=ENVIRONMENT, check=False)
    assert done.returncode == 0
    assert b"old" not in found().values()


IMPORTING = """
import os, signal, sys
class Interrupter:
    def find_spec(self, name, *_):
        if name == "infographic.foundation.sayings":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupter())
from infographic.__main__ import main
main()
"""


def test_an_interrupt_while_the_program_is_still_imported_makes_no_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTING, *SET],
        env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (130, "")


@pytest.mark.parametrize("seed", [
    0, *(pytest.param(one, marks=pytest.mark.full) for one in range(1, 20))
])  # fmt: skip
def test_runs_that_are_ended_at_any_moment_leave_whole_files(seed: int) -> None:
    command = [sys.executable, "-m", "infographic", *SET]
    started = time.monotonic()
    assert subprocess.run(command, env=ENVIRONMENT, check=False).returncode == 0
    length, whole = time.monotonic() - started, found()
    for name in PARTS:
        Path("made", name).write_bytes(b"old")
    chance = random.Random(seed)
    for _ in range(3):
        number = chance.choice((*ENDING, signal.SIGKILL))
        run = subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
        # The moment is chance's; what must be true is true of all.
        time.sleep(chance.uniform(0, length))
        run.send_signal(number)
        run.wait()
        for name, data in found().items():
            if name in whole:
                assert data in (b"old", whole[name]), (seed, name)
            else:
                assert number == signal.SIGKILL and name.startswith(".infographic-")
        assert subprocess.run(command, env=ENVIRONMENT, check=False).returncode == 0
        assert found() == whole

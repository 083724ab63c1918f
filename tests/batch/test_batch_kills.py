"""A batch that is killed at any moment: every file that stands is whole, the manifest claims only
what is there, and the next run makes the bytes of one clean run."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Collection
from pathlib import Path

import pytest
from batch_processes import Evening, children_of, kill, wait_until_gone
from pages import ROOT

from infographic.cli import run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


def must_be_whole(evening: Evening, clean: dict[str, str], taken: Collection[str] = ()) -> None:
    """`taken`: files that the test itself took away, which no run may have looked for yet."""
    standing, claimed = evening.files(), evening.claimed()
    assert standing.items() <= clean.items()
    for name in set(taken) - set(standing):
        claimed.pop(name, None)
    assert claimed.items() <= standing.items()


def test_what_was_made_before_a_kill_is_whole_and_the_next_run_makes_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening = Evening(tmp_path, 2)
    monkeypatch.chdir(tmp_path)
    begun = evening.begun("--workers", "0", "--events")
    assert begun.stdout is not None
    events = [json.loads(begun.stdout.readline()) for _ in range(2)]
    begun.kill()
    begun.communicate()
    assert [one["event"] for one in events] == ["begin", "job"]
    before = evening.claimed()
    assert before
    assert run(evening.arguments("--workers", "0", "--resume", "-q")) == 0
    assert run(evening.arguments("--workers", "0", "-q", out="clean")) == 0
    assert evening.files() == evening.files("clean") == evening.claimed()
    assert before.items() <= evening.files().items()


@pytest.mark.full
def test_twenty_kills_at_any_moment_leave_whole_files_and_end_in_the_bytes_of_a_clean_run(
    tmp_path: Path,
) -> None:
    chance = random.Random(1919)
    evening = Evening(tmp_path, 24)
    evening.made("--workers", "2", out="clean")
    clean = evening.files("clean")
    assert len(clean) == 24
    taken: list[str] = []
    for number in range(20):
        whom = ("parent", "worker", "both")[number % 3]
        begun = evening.begun("--workers", "2", "--resume")
        time.sleep(chance.uniform(0.2, 2.6))
        children = children_of(begun.pid)
        victims = {"parent": [begun.pid], "worker": children[-1:],
                   "both": [begun.pid, *children]}[whom]  # fmt: skip
        kill(victims)
        _, said = begun.communicate(timeout=60)
        if whom == "worker":
            # It is begun anew, and its job with it.
            assert begun.returncode == 0, said
        wait_until_gone(children)
        must_be_whole(evening, clean, taken)
        if len(evening.files()) == len(clean):
            # All is made: some of it is taken away, so that there is something to kill.
            taken = chance.sample(sorted(clean), 16)
            for name in taken:
                (evening.out / name).unlink()
    evening.made("--workers", "2", "--resume")
    assert evening.files() == clean == evening.claimed()
    # What a killed run had begun to write is swept away, or is at least no output.
    assert all(one.name[0] == "." for one in evening.out.iterdir() if one.name not in clean)


@pytest.mark.full
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_who_stops_a_batch_is_told_what_was_made_and_how_to_go_on(
    tmp_path: Path, number: int, code: int
) -> None:
    evening = Evening(tmp_path, 12)
    begun = evening.begun("--workers", "2", "--events")
    assert begun.stdout is not None
    while json.loads(begun.stdout.readline())["event"] != "job":
        pass
    children = children_of(begun.pid)
    os.kill(begun.pid, number)
    told, said = begun.communicate(timeout=60)
    assert begun.returncode == code
    assert "--resume" in said
    assert "made" in said
    last = json.loads(told.splitlines()[-1])
    assert (last["event"], last["interrupted"], last["complete"]) == ("end", True, False)
    wait_until_gone(children)
    evening.made("--workers", "2", out="clean")
    must_be_whole(evening, evening.files("clean"))
    evening.made("--workers", "2", "--resume")
    assert evening.files() == evening.files("clean")


@pytest.mark.full
def test_a_full_disk_leaves_whole_files_and_the_next_run_goes_on(tmp_path: Path) -> None:
    """A small disk in memory, of a name space of its own."""
    if shutil.which("unshare") is None:
        pytest.skip("there is no unshare here")
    evening = Evening(tmp_path, 40)
    evening.made("--workers", "2", out="clean")
    clean = evening.files("clean")
    evening.out.mkdir()
    script = tmp_path / "full.sh"
    script.write_text(
        "mount -t tmpfs -o size=200k none out || exit 77\n"
        '"$@" --manifest made.sqlite; code=$?\ncp -a out/. kept/; exit $code\n'
    )
    (tmp_path / "kept").mkdir()
    command = [sys.executable, "-m", "infographic", *evening.arguments("--workers", "2")]
    full = subprocess.run(
        ["unshare", "-rm", "sh", str(script), *command], cwd=tmp_path, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=120, env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )  # fmt: skip
    if full.returncode == 77 or "unshare" in full.stderr:
        pytest.skip("no disk can be made here")
    assert full.returncode == 4, full.stderr
    assert "--resume" in full.stderr
    shutil.copytree(tmp_path / "kept", evening.out, dirs_exist_ok=True)
    evening.manifest = tmp_path / "made.sqlite"
    assert 0 < len(evening.files()) < len(clean)
    must_be_whole(evening, clean)
    evening.made("--workers", "2", "--resume", "--manifest", "made.sqlite")
    assert evening.files() == clean == evening.claimed()

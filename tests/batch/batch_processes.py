"""`infographic batch` as a process of its own that is ended at some moment, and what it leaves."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from pages import ROOT

from infographic.batch.digests import digest_of

STORY: dict[str, Any] = {"panels": [{"stats": ["今年通车**3**座"]}]}
PATIENCE = 60.0


class Evening:
    """A folder of stories, and the batch that is made of it in `out`."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder, self.stories, self.out = folder, folder / "stories", folder / "out"
        self.manifest = self.out / ".infographic-batch.sqlite"
        self.stories.mkdir()
        for number in range(count):
            story = {"headline": f"第{number}号桥通了", **STORY}
            path = self.stories / f"{number}.json"
            path.write_text(json.dumps(story, ensure_ascii=False), encoding="utf-8")

    def arguments(self, *more: str, out: str = "out") -> list[str]:
        return ["batch", "stories", "-l", "square", "-o", f"{out}/{{id}}.png", "--scale", "0.5",
                *more]  # fmt: skip

    def begun(self, *more: str, out: str = "out") -> subprocess.Popen[str]:
        """In a group of its own, so that all of it can be ended."""
        return subprocess.Popen(
            [sys.executable, "-m", "infographic", *self.arguments(*more, out=out)],
            cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, start_new_session=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    def made(self, *more: str, out: str = "out") -> str:
        """A run to its end; what it said."""
        run = self.begun(*more, out=out)
        _, said = run.communicate(timeout=PATIENCE)
        assert run.returncode == 0, said
        return said

    def files(self, out: str = "out") -> dict[str, str]:
        """Digests of what stands, without what is hidden."""
        folder = self.folder / out
        found = sorted(folder.glob("*")) if folder.is_dir() else []
        return {one.name: digest_of(one.read_bytes()) for one in found if one.name[0] != "."}

    def claimed(self) -> dict[str, str]:
        """Digests of what the manifest says was made; its file opens and is sound."""
        if not self.manifest.exists():
            return {}
        base = sqlite3.connect(self.manifest)
        try:
            assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            if not base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                return {}
            rows = base.execute("SELECT name, digest FROM output").fetchall()
        finally:
            base.close()
        return {Path(name).name: digest for name, digest in rows}


def children_of(process: int) -> list[int]:
    """All processes that it has begun, and theirs (Linux)."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ValueError, IndexError):
            number, _, rest = path.read_text().partition(" ")
            parents.setdefault(int(rest.rpartition(")")[2].split()[1]), []).append(int(number))
    found, left = [], [process]
    while left:
        mine = parents.get(left.pop(), [])
        found += mine
        left += mine
    return found


def kill(processes: Sequence[int]) -> None:
    for one in processes:
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)


def wait_until_gone(processes: Sequence[int]) -> None:
    """Raises `TimeoutError` where one lives on."""
    until = time.monotonic() + PATIENCE
    while any(_lives(one) for one in processes):
        if time.monotonic() > until:
            raise TimeoutError(str([one for one in processes if _lives(one)]))
        time.sleep(0.02)


def _lives(process: int) -> bool:
    with suppress(OSError):
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        return state not in "ZX"
    return False

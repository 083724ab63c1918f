"""Running processes and adding up what they took."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
DISTURBING = ("PYTHON", "COVERAGE", "COV_", "INFOGRAPHIC_")
"""Beginnings of what changes a process's time: no byte code written, profiling, tracing, counts."""
SETTINGS = {
    **{key: value for key, value in os.environ.items() if not key.startswith(DISTURBING)},
    "PYTHONPATH": os.pathsep.join(
        filter(None, [str(REPOSITORY), os.environ.get("PYTHONPATH", "")])
    ),
}


@dataclass(frozen=True, slots=True)
class Spread:
    """Some measurements, as their median and their extremes."""

    median: float
    least: float
    most: float
    count: int

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        return cls(statistics.median(values), min(values), max(values), len(values))


@dataclass(frozen=True, slots=True)
class Run:
    """A whole process."""

    wall: float
    cpu: float
    """Of all threads, user and system."""
    peak: float
    """MB."""
    output: str


def run(command: Sequence[str]) -> Run:
    """Run a process to its end. Raises `CalledProcessError`."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=REPOSITORY, env=SETTINGS, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    output = process.stdout.read()
    # A child's peak begins at its parent's size when it is born: this process imports little.
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000, output)


@dataclass(frozen=True, slots=True)
class Reply:
    """What one page took in a warm worker. Seconds; MB."""

    seconds: float
    cpu: float
    bytes: int
    rss: float
    peak: float


class Worker:
    """A tool kept warm in a process of its own."""

    def __init__(self, python: str, engine: str, kind: str, workspace: Path) -> None:
        self.process = subprocess.Popen(
            [python, str(HERE / "worker.py"), engine, kind, str(workspace)],
            cwd=REPOSITORY,
            env=SETTINGS,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def paint(self, story: dict[str, Any]) -> Reply:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(story) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"worker ended: {self.process.args!r}")
        return Reply(**json.loads(line))

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()

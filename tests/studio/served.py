"""A studio in a process of its own, as its users start it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infographic.foundation.record.tuples import NamedTuple

REPOSITORY = Path(__file__).resolve().parent.parent.parent


class Served(NamedTuple):
    address: str
    """With its token."""
    process: subprocess.Popen[str]
    log: Path
    """What it says to the terminal beside its address."""


@contextmanager
def served(place: Path, *options: str, log: Path) -> Iterator[Served]:
    """A studio of a folder or story until the end of the block; `log` lies outside the folder."""
    command = [sys.executable, "-m", "infographic", "studio", str(place), "--no-browser", *options]
    if "--port" not in options:
        command += ["--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with (
        log.open("w", encoding="utf-8") as said,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=said, text=True, env=environment
        ) as process,
    ):
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http"), log.read_text(encoding="utf-8")
        try:
            yield Served(address, process, log)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                raise

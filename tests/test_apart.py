"""Tests that look through all that lives, many times: each in a process that has little."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pages import ROOT


@pytest.mark.parametrize(
    ("file", "count"),
    [("backends/test_eight_threads.py", 1), ("loading/test_alike.py", 2), ("test_counts.py", 2)],
)
def test_what_looks_through_all_that_lives_passes_in_a_process_of_its_own(
    file: str, count: int
) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "-m", "apart", f"tests/{file}"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert f"{count} passed" in done.stdout

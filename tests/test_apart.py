"""Tests that look through all that lives, many times: each in a process that has little."""

from __future__ import annotations

import subprocess
import sys

from pages import ROOT

FILES = {
    "backends/test_eight_threads.py": 1,
    "foundation/test_collector.py": 14,
    "loading/test_alike.py": 2,
    "test_counts.py": 2,
}
"""Which have such tests, and how many."""


def test_what_looks_through_all_that_lives_passes_in_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "-m", "apart", *(f"tests/{file}" for file in FILES)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert f"{sum(FILES.values())} passed" in done.stdout


def test_every_file_with_such_tests_is_run() -> None:
    tests = ROOT / "tests"
    marked = {
        path.relative_to(tests).as_posix()
        for path in tests.rglob("test_*.py")
        if path.name != "test_apart.py" and "mark.apart" in path.read_text("utf-8")
    }
    assert marked == set(FILES)

"""Every reader of somebody's file takes any bytes, or says what is wrong with them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from hostile.case import TESTS
from hostile.fuzz.chance import changed
from hostile.fuzz.findings import FOUND
from hostile.fuzz.seeds import WORDS
from hostile.fuzz.targets import TARGETS

TIMES = {"font": 12, "story": 25, "layout": 25, "text": 15, "pdf": 40}
SECONDS = 60


@pytest.mark.parametrize("name", TARGETS)
def test_a_reader_takes_its_seeds_and_what_chance_makes_of_them(name: str) -> None:
    target = TARGETS[name]
    seeds = list(target.seeds())
    assert seeds
    for number in range(TIMES.get(name, 60)):
        dice = Random(f"{name} {number}")
        target.run(changed(dice.choice(seeds), dice, WORDS[name], seeds))


@pytest.mark.parametrize(("name", "data"), FOUND)
def test_what_once_went_wrong_does_so_no_more(name: str, data: bytes) -> None:
    TARGETS[name].run(data)


def test_chance_makes_the_same_of_the_same() -> None:
    made = [changed(b"abc", Random(7), [b"x"], [b"def"]) for _ in range(2)]
    assert made[0] == made[1]
    assert len({changed(b"abc", Random(n), [b"x"], [b"def"]) for n in range(50)}) > 30


@pytest.mark.full
@pytest.mark.parametrize("name", TARGETS)
def test_a_reader_is_fuzzed_for_a_minute(name: str, tmp_path: Path) -> None:
    """By atheris where it is installed; by chance without it."""
    command = [sys.executable, "-m", "hostile.fuzz", name, "--seconds", str(SECONDS)]
    paths = f"{TESTS}:{TESTS.parent}"
    ended = subprocess.run(
        command,
        cwd=tmp_path,
        env={"PYTHONPATH": paths, "PATH": ""},
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr.decode(errors="replace")[-3000:]

"""Hostile files end as they should: a sample of them here, all with `-m full`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest

from hostile.case import SECRET, STORY, Case, take_down
from hostile.cases import CASES
from hostile.judge import tried
from hostile.launch import Launcher

if sys.platform == "win32":  # pragma: no cover
    pytest.skip("forks and resource limits are POSIX's", allow_module_level=True)

SAMPLE = 19
SAMPLED = [case for case in CASES if not case.heavy and crc32(case.name.encode()) % SAMPLE == 0]


@pytest.fixture(scope="module")
def launcher() -> Iterator[Launcher]:
    with Launcher() as started:
        yield started


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "case"
    place.mkdir()
    yield place
    take_down(place)


@pytest.mark.parametrize("case", SAMPLED, ids=lambda case: case.name)
def test_a_hostile_file_ends_as_it_should(case: Case, folder: Path, launcher: Launcher) -> None:
    assert tried(case, folder, launcher) == []


@pytest.mark.full
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_hostile_file_ends_as_it_should_started_anew(
    case: Case, folder: Path, launcher: Launcher
) -> None:
    assert tried(case, folder, launcher, alone=True) == []


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case.name for case in CASES]
    assert sorted(set(names)) == sorted(names)


# The judge itself: what it is to find, it finds.


def test_what_is_said_of_a_secret_is_found(folder: Path, launcher: Launcher) -> None:
    case = Case("said", {"story.json": {**STORY, SECRET: 1}})
    assert "the secret is said" in tried(case, folder, launcher)


def test_what_is_read_outside_is_found(folder: Path, launcher: Launcher) -> None:
    secret = folder / "outside" / "secret.json"
    case = Case("read", call=("check", str(secret), "-l", "small.json"))
    assert f"outside: open {secret}" in tried(case, folder, launcher)


def test_what_is_left_behind_is_found(folder: Path, launcher: Launcher) -> None:
    call = ("render", "story.json", "-l", "small.json", "-o", "page.png")
    case = Case("left", call=call, ends=0, makes=("other.png",))
    found = tried(case, folder, launcher)
    assert found == ["left behind: project/page.png", "did not write project/other.png"]


def test_another_end_than_the_table_s_is_found(folder: Path, launcher: Launcher) -> None:
    (found,) = tried(Case("ends", ends=4), folder, launcher)
    assert found.startswith("ended in 0, not 4")

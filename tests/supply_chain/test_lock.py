"""The lock: every package that CI installs, at one version, by hash, from wherever it is served."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.utils import canonicalize_name
from pages import ROOT
from supply_chain.tools import CI, PROJECT, pins, wanted

LOCKS = ["requirements.txt", "serve.txt", "build.txt", "tools.txt"]
FIRST, *OTHERS = LOCKS
RENEW = "run .ci/lock"


def asked() -> dict[str, list[str]]:
    """What each lock is made of."""
    extras: dict[str, list[str]] = PROJECT["optional-dependencies"]
    own = [*PROJECT["dependencies"], *(one for each in extras.values() for one in each)]
    lines = (CI / "tools.in").read_text(encoding="utf-8").splitlines()
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return {
        "requirements.txt": own,
        "serve.txt": [*PROJECT["dependencies"], *extras["serve"]],
        "build.txt": tomllib.loads(text)["build-system"]["requires"],
        "tools.txt": [one for one in lines if one[0] != "#"],
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_and_extra_is_locked_at_a_version_that_is_allowed(lock: str) -> None:
    locked = pins(CI / lock)
    for one in wanted(asked()[lock]):
        versions = [version for version, _ in locked.get(canonicalize_name(one.name), [])]
        assert versions, f"{one.name} is in no line of {lock}: {RENEW}"
        assert all(one.specifier.contains(each) for each in versions), f"{one}: {RENEW}"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_has_the_hashes_of_its_files(lock: str) -> None:
    locked = pins(CI / lock)
    bare = [name for name, held in locked.items() if any(hashes == 0 for _, hashes in held)]
    assert bare == []
    assert len(locked) >= (4 if lock == "build.txt" else 17)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_where_packages_are_served(lock: str) -> None:
    text = (CI / lock).read_text(encoding="utf-8")
    assert re.findall(r"^--.*|.*://.*| @ .*", text, re.M) == []


@pytest.mark.parametrize("other", OTHERS)
def test_packages_of_two_locks_have_one_version(other: str) -> None:
    first, second = pins(CI / FIRST), pins(CI / other)
    both = first.keys() & second.keys()
    assert both
    assert [name for name in both if dict(first[name]).keys() != dict(second[name]).keys()] == []


def test_what_is_served_is_what_was_tested() -> None:
    tested = pins(CI / FIRST).keys()
    for lock in ("serve.txt", "build.txt"):
        assert pins(CI / lock).keys() <= tested, lock


def test_ci_runs_the_readme_s_second_line_as_it_stands() -> None:
    line = next(
        line
        for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("python3 -m venv") and "pytest" in line
    )
    assert line in (CI / "run").read_text(encoding="utf-8").splitlines()

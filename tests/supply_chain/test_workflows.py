"""What runs on GitHub: actions by commit, no rights but those needed, nothing unpinned."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pages import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
CALLED = re.compile(r"uses:\s*(\S+)(.*)")


def names(path: Path) -> str:
    return path.name


def test_there_are_workflows_to_look_at() -> None:
    assert {path.name for path in WORKFLOWS} == {"audit.yml", "ci.yml", "release.yml"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=names)
def test_an_action_is_pinned_by_commit_and_its_version_stands_beside_it(path: Path) -> None:
    called = CALLED.findall(path.read_text(encoding="utf-8"))
    assert called
    for action, rest in called:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", rest), action


def test_an_action_has_one_commit_in_all_workflows() -> None:
    called = {one for path in WORKFLOWS for one in CALLED.findall(path.read_text("utf-8"))}
    assert len({action.split("@")[0] for action, _ in called}) == len(called)


@pytest.mark.parametrize("path", WORKFLOWS, ids=names)
def test_a_workflow_begins_with_no_right_but_to_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    top = re.search(r"^permissions:(?: (\{\})|\n  (contents: read))$", text, re.M)
    assert top, "say `permissions:` for the whole workflow"
    assert "pull_request_target" not in text


@pytest.mark.parametrize("path", WORKFLOWS, ids=names)
def test_no_step_has_what_a_stranger_wrote_in_its_shell(path: Path) -> None:
    """`${{ github.event.… }}` in a script is a title of a pull request run as a command."""
    scripts = re.findall(r"run: (?:\|\n((?: {10}.*\n)+)|(.*))", path.read_text(encoding="utf-8"))
    assert scripts
    assert [one for both in scripts for one in both if "${{" in one] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=names)
def test_every_package_that_a_step_installs_is_in_a_lock(path: Path) -> None:
    installs = re.findall(r".*pip install.*", path.read_text(encoding="utf-8"))
    assert [line for line in installs if "--require-hashes -r .ci/" not in line] == []


def test_only_what_is_signed_and_released_has_rights_to_write() -> None:
    for path in WORKFLOWS:
        rights = re.findall(r"^ +([a-z-]+): write", path.read_text(encoding="utf-8"), re.M)
        wanted = {"id-token", "attestations", "contents"} if path.stem == "release" else set()
        assert {*rights} == wanted, path.name


def test_ci_takes_the_lock_or_nothing_and_tries_every_python_that_is_supported() -> None:
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    assert "bash .ci/run" in text
    assert 'LOCKED: "1"' in text
    assert 'python: ["3.11", "3.12", "3.13", "3.14"]' in text

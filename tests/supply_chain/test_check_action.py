"""The action and the hook: what a change's stories get wrong is said at their lines."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from pages import ROOT

HOME = ROOT / ".github" / "actions" / "check"
ACTION: dict[str, Any] = yaml.safe_load((HOME / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
RIGHT = {"headline": "秋粮入库", "panels": [{"title": "账", "stats": ["打下**2300**万吨"]}]}
WRONG = {"headline": "秋粮入库", "panels": [{"title": "账", "stats": [{"valu": 1}]}]}


@pytest.fixture(scope="module")
def annotate() -> ModuleType:
    sys.path.insert(0, str(HOME))
    try:
        return import_module("annotate")
    finally:
        sys.path.remove(str(HOME))


def git(folder: Path, *arguments: str) -> str:
    ran = subprocess.run(
        ["git", "-c", "user.name=n", "-c", "user.email=n@example.com", *arguments],
        cwd=folder, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return ran.stdout.strip()


def write(folder: Path, name: str, story: object) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(json.dumps(story, ensure_ascii=False), encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two stories, of which the last commit changes one and adds one whose name is no option."""
    folder = tmp_path / "paper"
    folder.mkdir()
    git(folder, "init", "-q")
    write(folder, "old/story.json", WRONG)
    write(folder, "new/story.json", RIGHT)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "before")
    write(folder, "new/story.json", WRONG)
    write(folder, "-o 社/story.json", RIGHT)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "after")
    monkeypatch.chdir(folder)
    return folder


def given(folder: Path, **more: str) -> dict[str, str]:
    event = folder.parent / "event.json"
    base = git(folder, "rev-parse", "HEAD^")
    event.write_text(json.dumps({"pull_request": {"base": {"sha": base}}}), encoding="utf-8")
    return {"STORIES": ":(glob)**/story.json", "GITHUB_EVENT_PATH": str(event), **more}


def test_what_a_change_touches_is_checked_and_said_at_its_line(
    repository: Path, capsys: pytest.CaptureFixture[str], annotate: ModuleType, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    summary = tmp_path / "summary.md"
    told = given(repository, LAYOUTS="square\n", GITHUB_STEP_SUMMARY=str(summary))
    assert annotate.main(told) == 1
    lines = capsys.readouterr().out.splitlines()
    errors = [line for line in lines if line.startswith("::error ")]
    assert errors[0].startswith("::error file=new/story.json,line=1,col=")
    assert ",title=field-unknown::" in errors[0]
    assert "old/story.json" not in "".join(lines)
    assert "2 stories, wrong" in summary.read_text(encoding="utf-8")


def test_all_are_checked_where_that_is_asked_for_or_nothing_was_before(
    repository: Path, annotate: ModuleType
) -> None:
    some = ["-o 社/story.json", "new/story.json"]
    assert annotate.changed(given(repository)) == some
    every = [*some, "old/story.json"]
    assert annotate.changed(given(repository, ALL="true")) == every
    push = {"before": annotate.NO_COMMIT}
    told = given(repository)
    Path(told["GITHUB_EVENT_PATH"]).write_text(json.dumps(push), encoding="utf-8")
    assert annotate.changed(told) == every
    Path(told["GITHUB_EVENT_PATH"]).write_text(json.dumps({"before": "--output=x"}))
    assert annotate.changed(told) == every


def test_a_change_that_touches_no_story_is_right(
    repository: Path, annotate: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert annotate.main(given(repository, STORIES="none/*.json")) == 0
    assert capsys.readouterr().out == "No story was touched.\n"


def found(**more: object) -> dict[str, object]:
    place = {"file": "./a.json", "line": 2, "column": 3, "severity": "error", "code": "overset"}
    return {**place, "message": "too long", "hint": "", **more}


def test_words_of_a_story_begin_no_command_of_the_runner(annotate: ModuleType) -> None:
    evil = "x\n::set-output name=a::b\r%0A::error::"
    (line,) = annotate.annotations([found(message=evil, file="./a,line=9:b\n::c.json")])
    assert line.splitlines() == [line]
    assert line == (
        "::error file=a%2Cline=9%3Ab%0A%3A%3Ac.json,line=2,col=3,title=overset::"
        "x%0A::set-output name=a::b%0D%250A::error::"
    )


def test_words_of_a_story_are_words_in_the_summary(annotate: ModuleType) -> None:
    evil = "![a](http://x/y)|<img src=x>\n# @all `c` **b**"
    text = "\n".join(annotate.summed(["a"], [found(message=evil)], 1))
    assert len(text.splitlines()) == 5
    assert not re.search(r"[<>`*]|\]\(|@all|https?:", text.splitlines()[-1])


def test_so_many_are_said_as_github_shows_and_the_others_are_summed(annotate: ModuleType) -> None:
    many = [found(severity="note"), *(found(line=n) for n in range(1, 300))]
    assert len(list(annotate.annotations(many))) == annotate.MOST
    summed = "\n".join(annotate.summed(["a"], many, 3))
    assert summed.count("overset") == 0
    assert summed.count("| error |") == annotate.MOST_SUMMED
    assert summed.endswith("… 99 more")


def test_the_action_takes_others_words_by_the_environment_alone() -> None:
    for step in STEPS:
        assert "${{" not in step.get("run", "")
        if "uses" in step:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"])
    asked = {value for step in STEPS for value in step.get("env", {}).values()}
    asked |= {str(value) for step in STEPS for value in step.get("with", {}).values()}
    inputs = set(re.findall(r"inputs\.(\w+)", " ".join(asked)))
    assert inputs == ACTION["inputs"].keys()


def test_the_action_calls_what_the_workflows_call() -> None:
    text = "".join(p.read_text("utf-8") for p in (ROOT / ".github" / "workflows").glob("*.yml"))
    called = [step["uses"] for step in STEPS if "uses" in step]
    assert [one for one in called if one not in text] == []


def test_the_action_installs_the_lock_and_its_own_commit_and_nothing_else() -> None:
    installs = re.findall(r".*pip\" install.*", "\n".join(step.get("run", "") for step in STEPS))
    assert len(installs) == 2
    assert all("--require-hashes -r" in line or "--no-index --no-deps" in line for line in installs)


def test_what_the_action_sets_is_read_and_what_is_read_is_set() -> None:
    source = (HOME / "annotate.py").read_text(encoding="utf-8")
    read = set(re.findall(r'given(?:\.get\(|\[)"(\w+)"', source))
    (env,) = (step["env"] for step in STEPS if "annotate.py" in step.get("run", ""))
    runners = {"GITHUB_EVENT_PATH", "GITHUB_STEP_SUMMARY"}
    assert read - runners == env.keys() - {"INFOGRAPHIC_LANGUAGE"}


def test_the_hook_is_a_command_that_takes_the_stories_of_a_commit() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    hook, of_batches = hooks
    assert of_batches["entry"] == "infographic batch --check"
    assert of_batches["pass_filenames"] is False
    assert (hook["id"], hook["entry"]) == ("infographic-check", "infographic check")
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is True
    for name, is_one in (("story.json", True), ("a/b/story.json", True), ("mystory.json", False),
                         ("layouts/card.json", False)):  # fmt: skip
        assert bool(re.search(hook["files"], name)) is is_one

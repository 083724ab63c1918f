"""`infographic check` takes several stories, as a hook or an action names them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from infographic.cli import run

RIGHT = {"headline": "秋粮入库", "panels": [{"title": "账", "stats": ["打下**2300**万吨"]}]}
WRONG = {"headline": "秋粮入库", "panels": [{"title": "账", "stats": [{"valu": 1}]}]}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, story in (("right", RIGHT), ("also", RIGHT), ("wrong", WRONG)):
        (tmp_path / f"{name}.json").write_text(json.dumps(story), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["right.json", "also.json"], 0),
        (["right.json", "wrong.json"], 1),
        (["right.json", "missing.json"], 1),
        (["wrong.json", "missing.json"], 3),
    ],
)
def test_each_is_checked_whatever_is_wrong_with_the_others(
    here: Path, capsys: pytest.CaptureFixture[str], names: list[str], code: int
) -> None:
    assert run(["check", *names, "-l", "square", "--diagnostics", "json"]) == code
    told = json.loads(capsys.readouterr().out)
    alone = {}
    for name in names:
        alone[name] = run(["check", name, "-l", "square", "--diagnostics", "json"])
        found = json.loads(capsys.readouterr().out)["diagnostics"]
        assert [one for one in told["diagnostics"] if one["file"] == name] == found
    assert {name: one["code"] for name, one in told["stories"].items()} == alone


def test_each_is_named_before_what_is_said_of_it(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "right.json", "also.json", "right.json", "-l", "square"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if ".json" in line] == ["right.json:", "also.json:"]


def test_each_may_read_its_own_folder_and_not_the_other_s(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder, beside in (("one", "pair.csv"), ("two", "../one/pair.csv")):
        chart = {"title": "产量", "data": beside}
        (here / folder).mkdir()
        story = json.dumps({"headline": "秋粮", "charts": [chart]})
        (here / folder / "story.json").write_text(story, encoding="utf-8")
    (here / "one" / "pair.csv").write_text("县,万吨\n榆树,3\n农安,2\n", encoding="utf-8")
    names = ["one/story.json", "two/story.json"]
    assert run(["check", *names, "-l", "square", "--diagnostics", "json"]) == 1
    stories = json.loads(capsys.readouterr().out)["stories"]
    assert [stories[name]["code"] for name in names] == [0, 3]


@pytest.mark.parametrize("option", ["--overlay", "--proof-png", "--output"])
def test_a_picture_of_several_is_refused(here: Path, option: str) -> None:
    ending = "json" if option == "--output" else "png"
    names = ["right.json", "also.json"]
    assert run(["check", *names, "--mend", option, f"out.{ending}"]) == 2
    assert not (here / f"out.{ending}").exists()


def test_each_is_mended_in_its_own_file(here: Path) -> None:
    quoted = json.dumps(RIGHT | {"headline": '他说"秋粮入库"'}, ensure_ascii=False)
    for name in ("right.json", "also.json"):
        (here / name).write_text(quoted, encoding="utf-8")
    assert run(["check", "right.json", "also.json", "-l", "square", "--mend", "-q"]) == 0
    for name in ("right.json", "also.json"):
        assert json.loads((here / name).read_text("utf-8"))["headline"] == "他说“秋粮入库”"

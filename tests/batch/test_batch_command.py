"""`infographic batch`: what is made, what it says, and what it ends with."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT
from story_folder import SMALL

from infographic.batch.job import Job, Result
from infographic.batch.run import events
from infographic.batch.run.progress import Bar, Line, Silent, progress_of
from infographic.batch.run.running import Plan, Summary
from infographic.cli import run
from infographic.commands.batch.making import code_of

TEMPLATE = {"headline": "{{县}}", "panels": [{"stats": [{"value": {"$row": "数"}, "label": "座"}]}]}
STORY = {"headline": "桥通了", "panels": [{"stats": ["今年通车**3**座"]}]}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "small.json").write_text(json.dumps(SMALL), encoding="utf-8")
    (tmp_path / "t.json").write_text(json.dumps(TEMPLATE, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "rows.csv").write_text("id,县,数\n01,甲,1\n02,乙,2\n", encoding="utf-8")
    return tmp_path


ROWS = ["batch", "rows.csv", "-t", "t.json", "-l", "small.json", "-o", "out/{id}.txt", "--workers",
        "0"]  # fmt: skip


def made(folder: Path) -> list[str]:
    out = folder / "out"
    return sorted(one.name for one in out.iterdir() if one.name[0] != ".") if out.exists() else []


def test_each_row_is_made_and_only_what_changed_is_made_again(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(ROWS) == 0
    assert made(desk) == ["01.txt", "02.txt"]
    assert "甲" in (desk / "out" / "01.txt").read_text(encoding="utf-8")
    assert "2 made, 0 up to date, 0 failed" in capsys.readouterr().err
    (desk / "rows.csv").write_text("id,县,数\n00,丙,9\n01,甲,1\n02,乙,5\n", encoding="utf-8")
    assert run([*ROWS, "--resume", "--events"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    outcomes = {one["id"]: one["outcome"] for one in told if one["event"] == "job"}
    assert outcomes == {"00": "made", "01": "current", "02": "made"}
    assert [one["event"] for one in told] == ["begin", "job", "job", "job", "end"]
    assert told[-1]["complete"]


def test_a_wrong_row_is_said_at_its_cell_and_nothing_is_begun(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "rows.csv").write_text("id,县,数\n01,甲,1\n02,,2\n03,丙,3\n", encoding="utf-8")
    assert run(ROWS) == 3
    said = capsys.readouterr().err
    assert "rows.csv:3:" in said
    assert "县" in said
    assert "1 of 3 rows wrong\nnothing was begun" in said
    assert made(desk) == []
    assert not (desk / "out").exists()
    assert run([*ROWS, "--skip-faulty"]) == 1
    assert made(desk) == ["01.txt", "03.txt"]


def test_a_check_draws_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*ROWS, "--check"]) == 0
    assert "2 rows are right" in capsys.readouterr().out
    assert made(desk) == []


def test_rows_are_chosen_by_id_and_by_number_and_what_was_not_asked_for_is_not_left_over(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*ROWS, "--only", "02"]) == 0
    assert made(desk) == ["02.txt"]
    assert run([*ROWS, "--limit", "1"]) == 0
    assert made(desk) == ["01.txt", "02.txt"]
    assert "batch-left" not in capsys.readouterr().err
    assert run([*ROWS, "--only", "03"]) == 2
    assert "“03”" in capsys.readouterr().err
    (desk / "rows.csv").write_text("id,县,数\n01,甲,1\n", encoding="utf-8")
    assert run([*ROWS, "--resume"]) == 0
    assert "02.txt" in capsys.readouterr().err
    assert made(desk) == ["01.txt", "02.txt"]


def test_a_folder_of_stories_needs_no_template_and_a_table_needs_one(desk: Path) -> None:
    (desk / "stories").mkdir()
    for name in "ab":
        (desk / "stories" / f"{name}.json").write_text(json.dumps(STORY), encoding="utf-8")
    stories = ["batch", "stories", *ROWS[4:]]
    assert run(stories) == 0
    assert made(desk) == ["a.txt", "b.txt"]
    assert run([*stories, "-t", "t.json"]) == 2
    assert run([*ROWS[:2], *ROWS[4:]]) == 2


def test_all_stories_of_a_folder_are_looked_over_before_the_first_is_made(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "stories").mkdir()
    for name, story in (("a", STORY), ("b", {**STORY, "headlne": "x"})):
        (desk / "stories" / f"{name}.json").write_text(json.dumps(story), encoding="utf-8")
    stories = ["batch", "stories", *ROWS[4:]]
    assert run(stories) == 3
    assert "b.json:1:" in capsys.readouterr().err
    assert made(desk) == []
    assert run([*stories, "--skip-faulty"]) == 1
    assert made(desk) == ["a.txt"]


@pytest.mark.parametrize(
    "more", [["-o", "s3://paper/{id}.txt"], ["--events", "--diagnostics", "json"], ["--nope"],
             ["--dpi", "300"]],
)  # fmt: skip
def test_a_wrong_call_is_said_before_anything_is_made(desk: Path, more: list[str]) -> None:
    assert run([*ROWS, *more]) == 2
    assert not (desk / "out").exists()


def test_a_report_is_written_and_a_file_called_report_can_be_made(desk: Path) -> None:
    assert run([*ROWS, "-q"]) == 0
    report = ["batch", "report", "out/.infographic-batch.sqlite", "-o", "r.csv", "-q"]
    assert run(report) == 0
    assert (desk / "r.csv").read_text("utf-8-sig").count("small.json") == 2
    assert run([*report, "--language", "zh"]) == 0
    assert run(["batch", "report", "rows.csv", "-o", "r.csv"]) == 3
    (desk / "rows.csv").rename(desk / "report")
    assert run(["batch", "./report", *ROWS[2:], "-q"]) == 0


@pytest.mark.parametrize(
    "words",
    [["report", "m.sqlite", "-o", "s3://paper/r.html"],
     ["rows.csv", "-l", "square", "--pages", "s3://paper/a.pdf"],
     ["rows.csv", "-l", "square", "--manifest", "s3://paper/m.sqlite"]],
)  # fmt: skip
def test_what_is_written_to_a_disk_alone_is_not_written_to_a_folder_called_s3(
    desk: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["batch", *words]) == 2
    assert "is written to a disk, and not by URL" in capsys.readouterr().err
    assert not (desk / "s3:").exists()


def test_a_report_takes_the_folder_for_the_manifest_in_it(desk: Path) -> None:
    assert run([*ROWS, "-q"]) == 0
    assert run(["batch", "report", "out", "-o", "r.csv", "-q"]) == 0


def test_a_warning_of_many_rows_is_said_of_the_first_and_counted(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = {**TEMPLATE, "charts": [{"title": "图", "data": {"columns": ["年", "数"], "rows": []}}]}
    story["charts"][0]["data"]["rows"] = [["2024年", 1], ["2025年", 2]]
    (desk / "t.json").write_text(json.dumps(story, ensure_ascii=False), encoding="utf-8")
    assert run(ROWS) == 0
    said = capsys.readouterr().err
    assert said.count("warning[charts-left-out]") == 1
    assert "01 · small.json\n" in said
    assert "charts-left-out 2\n" in said


def test_who_asks_for_an_id_that_is_not_there_is_told_that_there_are_more_than_are_named(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "".join(f"{number:03},甲,1\n" for number in range(1, 9))
    (desk / "rows.csv").write_text(f"id,县,数\n{lines}", encoding="utf-8")
    assert run([*ROWS, "--only", "x"]) == 2
    assert "001, 002, 003, 004, 005, … (8)" in capsys.readouterr().err


def test_why_a_page_was_not_made_is_said_in_words(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    layout = {**SMALL, "body": {"type": "text", "text": {"$data": "/kicker"}, "style": "headline"}}
    (desk / "small.json").write_text(json.dumps(layout), encoding="utf-8")
    assert run([*ROWS, "--limit", "1"]) == 3
    said = capsys.readouterr().err
    assert "01 · small.json: story or layout wrong" in said
    assert "1 failed: story or layout wrong" in said


def test_the_machines_fault_and_the_authors_end_a_batch_otherwise() -> None:
    def of(**given: Any) -> int:
        failed = Counter(given.pop("failed", {}))
        return code_of(Summary(3, failed=failed, **given))

    assert of(made=3) == 0
    assert of(made=2, failed={"input": 1}) == 1
    assert of(failed={"input": 3}) == 3
    assert of(failed={"time": 3}) == 4
    assert of(made=2, failed={"machine": 1}, is_stopped=True) == 4


# Events


def test_events_have_the_keys_that_are_documented_in_their_order() -> None:
    text = (ROOT / "docs" / "batch-events.md").read_text(encoding="utf-8")
    parts = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", text, re.M | re.S))
    told = {
        "begin": events.begin(Plan((), 0)),
        "job": events.job(Result(Job("s.json", "square", ())), "made"),
        "end": events.end(Summary(0)),
    }
    assert list(parts) == list(told)
    for name, event in told.items():
        assert event["event"] == name
        assert re.findall(r"^\| `(\w+)`", parts[name], re.M) == list(event)


def test_an_event_is_one_line_without_a_password_or_a_mark_that_turns_the_line() -> None:
    line = events.line({"event": "job", "id": "a\n\u202eb", "message": "x://u:hunter2@h"})
    assert len(line.splitlines()) == 1
    assert "hunter2" not in line
    assert "\u202e" not in line
    assert json.loads(line)["id"] == "a\n\u202eb"


# Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def halfway() -> Summary:
    return Summary(120, made=59, failed=Counter({"input": 1}), seconds=10.0)


def test_a_terminal_is_shown_how_far_a_batch_is_and_nothing_else_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert isinstance(progress_of(120, io.StringIO()), Silent)
    assert isinstance(progress_of(120, Terminal(), quiet=True), Silent)
    assert isinstance(progress_of(0, Terminal()), Silent)
    monkeypatch.setattr("infographic.batch.run.progress.find_spec", lambda name: None)
    terminal = Terminal()
    shown = progress_of(120, terminal)
    assert isinstance(shown, Line)
    shown.show(halfway())
    shown.end()
    assert terminal.getvalue() == "\r60 of 120 · 6.0 a second · 0:10 left · 1 failed\n"


def test_richs_bar_says_the_same() -> None:
    pytest.importorskip("rich")
    terminal = Terminal()
    shown = Bar(120, terminal)
    shown.show(halfway())
    shown.end()
    assert "60 of 120" in terminal.getvalue()

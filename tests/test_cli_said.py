"""The command line: what it says, to people and as JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from story_folder import files, make, write

from infographic.cli import run
from infographic.commands.shared.exit_codes import (
    BAD_INPUT,
    MACHINE,
    MADE,
    WRONG_CALL,
)
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.sayings import say
from infographic.press.report import Finding, fault
from infographic.text.copy import Copy, Span

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a story, a layout it fits and one it does not."""
    monkeypatch.chdir(tmp_path)
    return make(tmp_path)


def render(*arguments: str) -> int:
    return run(["render", "story.json", *arguments])


def said_as_json(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return said


def test_diagnostics_as_json_have_their_words_and_their_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "story.json").write_text('{\n  "headline": "大事",\n  "dekc": ""\n}')
    assert render("-l", "small.json", "-o", "a.png", "--diagnostics", "json") == BAD_INPUT
    (found,) = said_as_json(capsys)["diagnostics"]
    assert {name: found[name] for name in found if name not in ("form", "values")} == {
        "code": "field-unknown",
        "severity": "error",
        "message": "“dekc” is not a field of Story",
        "file": "story.json",
        "pointer": "/dekc",
        "line": 3,
        "column": 3,
        "hint": "did you mean “deck”?",
        "layout": "",
    }


def test_what_was_written_is_said_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert render("-l", "small.json", "-o", "a.png", "--diagnostics", "json") == MADE
    said = said_as_json(capsys)
    assert said["written"] == ["a.png"]
    assert all(found["severity"] == "note" for found in said["diagnostics"])


def test_an_unreadable_story_is_said_as_json_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "story.json").write_text("{")
    assert render("--diagnostics=json") == BAD_INPUT
    assert said_as_json(capsys)["diagnostics"][0]["code"] == "json-cut-off"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["render", "story.json", "-l", "small.json", "-o", "story.json/a.png"], "machine"),
        (["render", "story.json", "--set", "headline=1"], "wrong-call"),
    ],
)
def test_a_wrong_call_and_what_the_machine_will_not_do_are_said_as_json_too(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: str
) -> None:
    assert run([*arguments, "--diagnostics", "json"]) in (MACHINE, WRONG_CALL)
    (found,) = said_as_json(capsys)["diagnostics"]
    assert found["code"] == code
    assert found["message"]


def test_a_terminal_that_lacks_a_character_gets_its_number() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "infographic", "explain", "stat-form"],
        env={**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, b"\\u5efa" in done.stdout) == (MADE, True)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e400"])
def test_set_refuses_a_number_that_no_file_may_hold(
    capsys: pytest.CaptureFixture[str], number: str
) -> None:
    assert render("-l", "small.json", "--set", f"/headline={number}") == BAD_INPUT
    assert "error[json-" in capsys.readouterr().err


@pytest.mark.parametrize("headline", ["", " \u3000"])
def test_a_headline_that_is_empty_is_an_error_at_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str], headline: str
) -> None:
    write(folder / "story.json", {"headline": headline})
    assert render("-l", "small.json") == BAD_INPUT
    assert "story.json:1:14: error[story-empty]" in capsys.readouterr().err


def test_under_strict_a_page_that_the_press_doubts_is_not_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def doubts(*_: object) -> tuple[Finding, ...]:
        return (fault(say("page-empty"), Origin(Source("")), severity=Severity.WARNING),)

    monkeypatch.setattr("infographic.press.preflight.run.preflight", doubts)
    assert render("-l", "small.json", "-o", "a.png", "--strict") == BAD_INPUT
    assert files(folder) == []
    assert render("-l", "small.json", "-o", "a.png") == MADE


def test_stdout_carries_only_what_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert render("-l", "small.json", "-o", "a.png") == MADE
    assert capsys.readouterr().out == ""


def test_quiet_says_nothing_of_what_went_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert render("-l", "small.json", "-o", "a.png", "-q") == MADE
    assert capsys.readouterr() == ("", "")


def test_a_warning_is_said_and_under_strict_an_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "story.json", {"headline": "{.大.}\n事"})
    assert render("-l", "small.json", "-o", "a.png", "--strict") == BAD_INPUT
    assert files(folder) == []
    assert render("-l", "small.json", "-o", "a.png") == MADE
    assert capsys.readouterr().err.count("warning[interlinear-tight]") == 2


def test_a_warning_is_said_of_a_part_that_the_layout_leaves_out_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def doubtful(text: str, origin: Origin) -> tuple[Copy, tuple[Diagnostic, ...]]:
        doubt = Diagnostic(
            say("markup-stray", mark="*", last="*"), origin, severity=Severity.WARNING
        )
        return Copy((Span(text),), origin), (doubt,) if text == "小事" else ()

    monkeypatch.setattr("infographic.loading.decoding.readers.read_markup", doubtful)
    write(folder / "story.json", {"headline": "大事", "deck": "小事"})
    assert render("-l", "small.json", "-o", "a.png") == MADE
    assert "warning[markup-stray]: “*” is no mark here (at /deck)" in capsys.readouterr().err


def test_an_error_is_shown_with_its_line_and_a_caret_under_the_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "story.json").write_text('{\n  "headline": 2300\n}')
    assert render("-l", "small.json") == BAD_INPUT
    place, line, caret, hint = capsys.readouterr().err.splitlines()
    assert place.startswith("story.json:2:15: error[value-kind]: expected a text")
    assert line[caret.index("^") :] == "2300"
    assert hint == '  hint: put it in quotes: "2300"'


def test_twenty_errors_are_shown_and_the_rest_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "story.json", {"headline": "大", **{f"q{n}": n for n in range(30)}})
    assert render("-l", "small.json") == BAD_INPUT
    said = capsys.readouterr().err
    assert said.count("error[") == 20
    assert said.rstrip().endswith("… and 10 more")


FITTING = {
    "page": {"width": "100mm", "height": "60mm", "margins": "5mm", "columns": 2, "gutter": "5mm"},
    "fonts": {"f": "serif-regular"},
    "styles": {"body": {"font": "f", "size": "9pt", "leading": "14pt"}},
    "fit": {"styles": {"body": {"size": ["7pt", "9pt"], "leading": [1.4, 1.6]}}},
    "body": {"type": "article", "body": {"$data": "/body"}, "style": "body", "columns": 2},
}


def test_what_has_too_many_lines_is_not_told_of_fit(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = {"type": "text", "text": {"$data": "/headline"}, "style": "short"}
    short = {"font": "f", "size": "9pt", "leading": "14pt", "max_lines": 1}
    styles = {**FITTING["styles"], "short": short}
    write(folder / "page.json", {**FITTING, "styles": styles, "body": text})
    write(folder / "full.json", {"headline": "人" * 90})
    assert run(["check", "full.json", "-l", "page.json"]) == BAD_INPUT
    said = capsys.readouterr().err
    assert "error[overset]" in said
    assert "--fit" not in said


@pytest.mark.parametrize("has_fit", [True, False])
def test_a_page_too_full_says_what_would_change_it_and_fit_does(
    folder: Path, capsys: pytest.CaptureFixture[str], has_fit: bool
) -> None:
    layout = FITTING if has_fit else {k: v for k, v in FITTING.items() if k != "fit"}
    write(folder / "full.json", {"headline": "大事", "body": ["人" * 340]})
    write(folder / "page.json", layout)
    arguments = ["render", "full.json", "-l", "page.json", "-o", "page.txt"]
    assert run(arguments) == BAD_INPUT
    said = capsys.readouterr().err
    assert ("or `infographic render --fit`" in said) is has_fit
    assert not Path("page.txt").exists()
    assert run(["check", *arguments[1:4]]) == BAD_INPUT
    assert ("or `infographic render --fit`" in capsys.readouterr().err) is has_fit
    assert run([*arguments, "--fit"]) == (MADE if has_fit else BAD_INPUT)
    said = capsys.readouterr().err
    assert "--fit" not in said
    assert ("page: body 9 → 7.5 pt" in said) is has_fit

"""`check --look` and `check(…, look=True)`: notes on a page's look, and all its measures."""

from __future__ import annotations

import json

import pytest
from pages import ROOT

from infographic import check
from infographic.cli import run
from infographic.foundation.diagnostics import Severity

STORY = str(ROOT / "data.json")
MADE, WRONG_CALL = 0, 2
CROWDED = {
    "headline": "数字",
    "panels": [{"stats": [{"value": 10 * n, "label": "项目"} for n in range(1, 7)]}],
}


def test_a_look_is_said_in_notes_and_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", STORY, "-l", "broadsheet", "--look", "--diagnostics", "json"]) == MADE
    told = json.loads(capsys.readouterr().out)
    (look,) = told["look"]
    assert look["layout"] == "broadsheet"
    measures = {one["measure"]: one for one in look["measures"]}
    assert set(measures["hole"]) == {"measure", "found", "bound", "at", "passes"}
    failing = [one for one in look["measures"] if not one["passes"]]
    notes = [one for one in told["diagnostics"] if one["code"].startswith("look-")]
    assert len(notes) == len(failing)
    assert {one["severity"] for one in notes} <= {"note"}
    assert {one["layout"] for one in notes} <= {"broadsheet"}


def test_nothing_is_said_of_the_look_where_it_is_not_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["check", STORY, "-l", "square", "--diagnostics", "json"]) == MADE
    told = json.loads(capsys.readouterr().out)
    assert "look" not in told
    assert not [one for one in told["diagnostics"] if one["code"].startswith("look-")]


def test_the_look_is_counted_in_a_line_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    pages = str(ROOT / "examples" / "two-pages" / "layout.json")
    assert run(["check", STORY, "-l", pages, "--look"]) == MADE
    said = [one for one in capsys.readouterr().out.splitlines() if "measures of its look" in one]
    assert [one.partition(":")[0] for one in said] == ["layout page 1", "layout page 4"]


def test_a_pdf_has_no_look(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "page.pdf", "--look"]) == WRONG_CALL
    assert "--look wants a story" in capsys.readouterr().err


def test_the_library_gives_the_measures_and_their_notes() -> None:
    bare = {
        "page": {"width": "1080px", "height": "1080px", "margins": "0px"},
        "press": "screen",
        "colors": {"accent": {"cmyk": [0, 100, 90, 0], "srgb": "#cc0000"}},
        "fonts": {"f": "sans-bold"},
        "styles": {
            "value": {"font": "f", "size": "40px", "leading": 1.2, "color": "accent"},
            "label": {"font": "f", "size": "20px", "leading": 1.2},
        },
        "body": {"type": "stats", "stats": {"$data": "/panels/0/stats"}, "form": "stacked",
                 "columns": 6, "style": "label", "value_style": "value"},
    }  # fmt: skip
    found = check(CROWDED, bare, look=True)
    (look,) = found.looks
    wrong = {one.name for one in look.measures if not one.passes}
    assert wrong == {"rank", "accents", "hole", "band", "masses", "type"}
    notes = [one for one in found.diagnostics if one.code.startswith("look-")]
    assert notes == list(look.notes)
    assert all(one.severity is Severity.NOTE for one in notes)
    assert found.passes
    assert check(CROWDED, bare).looks == ()
    # The news, the first stat, leads; the others have its size and its accent.
    assert {one.code: one.origin.pointer for one in notes}["look-rank"] == "/panels/0/stats/0/value"

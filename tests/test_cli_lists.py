"""The commands that list and explain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from infographic.cli import run
from infographic.foundation.codes import CODES
from infographic.loading.layouts import all_layouts

MADE, WRONG_CALL, BAD_INPUT = 0, 2, 3


def test_layouts_lists_them_all_with_their_sizes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["layouts", "--diagnostics", "json"]) == MADE
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows] == list(all_layouts())
    assert {row["name"]: row["size"] for row in rows}["square"] == "1080 × 1080 px"
    assert all(row["title"] and row["description"] for row in rows)


def test_fonts_lists_the_shipped_faces(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fonts"]) == MADE
    assert "serif-regular" in capsys.readouterr().out


def test_explain_tells_every_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == MADE
    assert len(capsys.readouterr().out.splitlines()) == len(CODES)
    assert run(["explain", "overset"]) == MADE
    assert capsys.readouterr().out.startswith("overset\n")


def test_a_code_misspelt_is_a_wrong_call_with_the_nearest_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["explain", "json-coma"]) == WRONG_CALL
    assert "did you mean “json-comma”?" in capsys.readouterr().err


def test_version_and_help_are_made() -> None:
    assert run(["--version"]) == MADE
    assert run(["--help"]) == MADE


def test_doubtful_numbers_are_said_and_under_strict_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story.json"
    stats = ["城市党建联盟**2300**余个", "城市党建联盟**2030**余个"]
    told = {"headline": "核数", "panels": [{"stats": stats}]}
    story.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    assert run(["check", str(story), "-l", "link-preview"]) == MADE
    assert "figure-differs" in capsys.readouterr().err
    assert run(["check", str(story), "-l", "link-preview", "--strict"]) == BAD_INPUT

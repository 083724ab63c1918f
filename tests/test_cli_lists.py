"""The commands that list and explain."""

from __future__ import annotations

import json

import pytest

from infographic.cli import run
from infographic.foundation.codes import CODES
from infographic.loading.layouts import all_layouts

MADE, WRONG_CALL = 0, 2


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

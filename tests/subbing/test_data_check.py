"""核数 of charts and tables, on the corpora that docs/figure-check.md states its figures of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from infographic.foundation.diagnostics import Diagnostic
from infographic.options import read_story
from infographic.subbing.rules import doubtful_figures

FOLDER = Path(__file__).parent


def read(name: str) -> list[dict[str, Any]]:
    stories: list[dict[str, Any]] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return stories


SEEDED, CLEAN = read("data_seeded.json"), read("data_clean.json")


def doubts(story: dict[str, Any]) -> list[Diagnostic]:
    return doubtful_figures(read_story({"headline": "统计公报", **story}))


def found(story: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one.code, one.origin.pointer) for one in doubts(story)]


@pytest.mark.parametrize("one", SEEDED, ids=lambda one: ascii(json.dumps(one))[:40])
def test_a_number_that_goes_against_the_data_is_doubted_once(one: dict[str, Any]) -> None:
    assert found(one["story"]) == [(one["code"], one["at"])]


@pytest.mark.parametrize("story", CLEAN, ids=lambda one: ascii(json.dumps(one))[:40])
def test_numbers_that_agree_with_the_data_are_not_doubted(story: dict[str, Any]) -> None:
    assert [str(doubt) for doubt in doubts(story)] == []

"""The charts that chart lint is measured on: clean ones, and ones with one planted fault each.

They are written in the manner of statistics offices, with invented numbers.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from infographic.chart_lint.rules import doubtful_charts
from infographic.foundation.diagnostics import Diagnostic
from infographic.loading.decoded_story import decode_story
from infographic.options import read_story
from infographic.story.model import Story

FOLDER = Path(__file__).parent


class Seeded(NamedTuple):
    """A story with one fault in its charts."""

    code: str
    at: str
    """The pointer that is to be named."""
    story: dict[str, Any]


def seeded() -> list[Seeded]:
    text = (FOLDER / "seeded.json").read_text(encoding="utf-8")
    return [Seeded(**one) for one in json.loads(text)]


def clean() -> list[dict[str, Any]]:
    stories: list[dict[str, Any]] = json.loads((FOLDER / "clean.json").read_text(encoding="utf-8"))
    return stories


def story_of(parts: dict[str, Any]) -> Story:
    return decode_story(read_story({"headline": "统计公报", **parts})).story


def doubts(parts: dict[str, Any]) -> list[Diagnostic]:
    return doubtful_charts(story_of(parts))


def score() -> str:
    """As docs/chart-check.md states it."""
    planted = seeded()
    right = [one for one in planted if [d.code for d in doubts(one.story)] == [one.code]]
    false = sum(len(doubts(one)) for one in clean())
    return f"found {len(right)} of {len(planted)}; false {false} on {len(clean())} clean stories"

"""What the nodes of earlier stories hold alive is bounded: their texts, and their tables."""

from __future__ import annotations

import gc
import json
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT

from infographic.foundation import memo
from infographic.foundation.datum import Source
from infographic.foundation.table import Table
from infographic.loading import alike
from infographic.pipeline import draft

STORY = json.loads((ROOT / "data.json").read_text(encoding="utf-8"))
LAYOUT = {
    "extends": "families/daily",
    "page": {"width": "300mm", "height": "auto"},
    "body": {"type": "graphic", "chart": {"$data": "/charts/0"}},
}


@pytest.fixture(autouse=True)
def _nothing_held(monkeypatch: pytest.MonkeyPatch) -> None:
    memo.forget()
    monkeypatch.setattr(alike, "_held", 0)


def alive(kind: type) -> int:
    gc.collect()
    return sum(type(one) is kind for one in gc.get_objects())


def write(path: Path, story: dict[str, Any]) -> Path:
    path.write_text(json.dumps(story, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.apart
def test_texts_of_earlier_stories_are_held_up_to_so_many_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alike, "MOST_HELD", 10 * 60_000)
    before = alive(Source)
    for number in range(40):
        story = STORY | {"x-notes": "国" * 20_000, "headline": f"人口{number}"}
        draft(write(tmp_path / "story.json", story), "square")
    assert alive(Source) - before < 25


@pytest.mark.apart
def test_tables_of_earlier_stories_are_held_up_to_so_many_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alike, "MOST_HELD", 10 * 2 * 1000 * alike.CELL)
    before = alive(Table)
    story = write(tmp_path / "story.json", {"headline": "产量", "charts": [{"data": "a.csv"}]})
    for number in range(40):
        rows = "".join(f"地区{row},{row * 7 + number}\n" for row in range(1000))
        (tmp_path / "a.csv").write_text(f"地区,产量\n{rows}", encoding="utf-8")
        draft(story, LAYOUT)
    assert alive(Table) - before < 30


def test_a_story_that_is_larger_than_all_that_is_held_is_known_when_it_comes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alike, "MOST_HELD", 10)
    story = write(tmp_path / "story.json", STORY)
    draft(story, "square")
    misses = alike._NODES.misses
    draft(story, "square")
    assert alike._NODES.misses == misses

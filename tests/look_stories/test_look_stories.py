"""Stories that no layout was made with: they are sound, as different as they say, and laid out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from infographic import check
from infographic.loading.sheet.layouts import all_layouts
from look_stories.make import FACTS, STORIES, written
from look_stories.sweep import sweep

SAMPLE = ("short-three-numbers", "facts-5", "six-pictures", "charts-only", "english")
LAYOUTS = ("square", "story", "panel")
NEUTRAL = {
    "extends": "families/daily",
    "page": {"width": "400mm", "height": "auto", "margins": "10mm"},
    "body": {"type": "stack", "children": [
        *(
            {"$if": f"/{part}",
             "then": {"type": "text", "text": {"$data": f"/{part}"}, "style": "body"}}
            for part in ("headline", "deck", "lead")
        ),
        {"$if": "/body",
         "then": {"type": "article", "body": {"$data": "/body"}, "style": "body", "columns": 4,
                  "lead_style": "lead", "subhead_style": "subhead"}},
        {"$each": "/panels", "default": [], "do": {
            "type": "stats", "stats": {"$data": "./stats"}, "style": "statement",
            "value_style": "value", "note_style": "note"}},
        {"$each": "/charts", "default": [], "do": {
            "type": "graphic", "chart": {"$data": "."}}},
    ]},
}  # fmt: skip
"""A layout that shows all that is to be read, and gives nothing away for want of room."""
NOT_OF_THE_STORY = {"story-unused", "graphic-kind", "underset", "contrast-low"}


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return written(tmp_path_factory.mktemp("stories"))


def characters(story: dict[str, Any]) -> int:
    return sum(
        len(part if isinstance(part, str) else "".join(part.values()))
        for part in story.get("body", [])
    )


def stats(story: dict[str, Any]) -> list[Any]:
    return [stat for panel in story.get("panels", []) for stat in panel["stats"]]


def test_they_are_of_the_lengths_and_have_the_facts_that_their_names_say() -> None:
    assert {n: len(stats(STORIES[f"facts-{n}"])) for n in FACTS} == {n: n + 1 for n in FACTS}
    assert len(stats(STORIES["thirty-numbers"])) == 30
    assert len(STORIES["thirty-numbers"]["panels"]) == 3
    assert len(stats(STORIES["one-number"])) == 1
    assert len(stats(STORIES["nine-sentences"])) == 9
    assert len(STORIES["headline-of-6"]["headline"]) == 6
    assert len(STORIES["headline-of-30"]["headline"]) == 30
    assert abs(characters(STORIES["long-2800"]) - 2800) < 50
    assert abs(characters(STORIES["one-panel-900"]) - 900) < 50
    assert "body" not in STORIES["short-three-numbers"]


def test_their_pictures_have_the_shapes_that_they_are_named_for(
    stories: dict[str, Path],
) -> None:
    folder = stories["six-pictures"].parent
    ratios = []
    for figure in STORIES["six-pictures"]["figures"]:
        with Image.open(folder / figure["image"]) as made:
            ratios.append(made.width / made.height)
    assert ratios == pytest.approx([3 / 2, 2 / 3, 3 / 4, 1, 16 / 9, 3])


def test_they_are_the_same_each_time(tmp_path: Path, stories: dict[str, Path]) -> None:
    again = written(tmp_path)
    for name, path in stories.items():
        assert json.loads(path.read_text(encoding="utf-8")) == STORIES[name]
        assert again[name].read_bytes() == path.read_bytes()
    for made in sorted((tmp_path / "pictures").iterdir()):
        assert (
            made.read_bytes() == (stories["english"].parent / "pictures" / made.name).read_bytes()
        )


@pytest.mark.parametrize("name", STORIES)
def test_nothing_is_wrong_with_their_words_and_figures(name: str, stories: dict[str, Path]) -> None:
    said = check(stories[name], NEUTRAL).diagnostics
    doubts = [one for one in said if one.code not in NOT_OF_THE_STORY]
    assert doubts == [], "\n".join(map(str, doubts))


def test_a_sample_of_them_is_laid_out_and_measured(stories: dict[str, Path]) -> None:
    found = list(sweep(LAYOUTS, {name: stories[name] for name in SAMPLE}))
    assert len(found) == len(LAYOUTS) * len(SAMPLE)
    for one in found:
        assert 0 <= one.measures["hole"].found < 1
        assert one.story == "charts-only" or one.measures["rank"].found > 0
        assert f"hole {one.measures['hole'].found:.2f}" in str(one)
    assert not any(one.refused for one in found)


@pytest.mark.full
def test_every_layout_is_measured_with_every_one_of_them(
    stories: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """`-s`, or `python -m look_stories.sweep`, shows what is measured."""
    with capsys.disabled():
        for one in sweep(all_layouts(), stories):
            print(one)
            refusals = {why.partition(":")[0] for why in one.refused}
            assert refusals <= {"layout-needs", "overset", "overset-width", "overfull"}, one

"""The data desk's own anatomy: the proof stands above the claim, or beside it, on a field."""

from __future__ import annotations

import pytest
from pages import ROOT

from infographic import draft
from infographic.composed import ComposedPage
from infographic.display.blocks import PlacedBlock

MARATHON = ROOT / "examples" / "marathon" / "story.json"
DATA = ROOT / "data.json"


def blocks(made: ComposedPage, kind: str) -> list[PlacedBlock]:
    every = (one for top in made.page.blocks for one in top.walk())
    return [one for one in every if one.kind == kind]


@pytest.mark.parametrize("canvas", ["square", "card-3x4", "story", "long-image", "panel", "poster"])
def test_the_news_stands_above_the_claim(canvas: str) -> None:
    made = draft(DATA, f"desk/{canvas}")
    assert blocks(made, "numbers")[0].box.y < blocks(made, "headline")[0].box.y
    daily = draft(DATA, canvas)
    assert blocks(daily, "numbers")[0].box.y > blocks(daily, "headline")[0].box.y


@pytest.mark.parametrize("canvas", ["square", "card-3x4", "story", "long-image"])
def test_the_first_chart_stands_on_the_field_below_the_news(canvas: str) -> None:
    made = draft(MARATHON, f"desk/{canvas}")
    news, chart = blocks(made, "numbers")[0], blocks(made, "graphics")[0]
    assert news.box.bottom <= chart.box.y + 0.01
    assert chart.box.bottom <= blocks(made, "headline")[0].box.y


@pytest.mark.parametrize("canvas", ["broadsheet", "tabloid"])
def test_a_rail_of_data_stands_beside_the_words_from_head_to_foot(canvas: str) -> None:
    made = draft(DATA, f"desk/{canvas}")
    page = made.page.trim
    (article,) = blocks(made, "article")
    for numbers in blocks(made, "numbers"):
        assert numbers.box.x > article.box.right
    tops = [one.box.y for one in blocks(made, "numbers")]
    assert min(tops) < 0.15 * page.height
    assert max(one.box.bottom for one in blocks(made, "numbers")) > 0.8 * page.height

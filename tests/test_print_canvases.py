"""Columns, half pages and posters: as wide as they say, led by the news, in both families."""

from __future__ import annotations

import pytest
from pages import ROOT

from infographic import draft
from infographic.foundation.geometry import Size

DATA = ROOT / "data.json"
MM = 72 / 25.4
FAMILIES = ("", "modern/")


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize(
    ("canvas", "story", "size"),
    [
        ("column", DATA, Size(180, 0)),
        ("half-page", ROOT / "examples/summer/story.json", Size(350 * MM, 240 * MM)),
        ("poster", DATA, Size(297 * MM, 420 * MM)),
    ],
)
def test_a_print_canvas_has_its_size_and_takes_the_story(
    family: str, canvas: str, story: object, size: Size
) -> None:
    page = draft(str(story), family + canvas).page
    assert page.trim.width == pytest.approx(size.width, abs=0.1)
    if size.height:
        assert page.trim.height == pytest.approx(size.height, abs=0.1)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("canvas", ["panel", "column"])
def test_a_block_of_one_number_is_lower_than_one_of_many(family: str, canvas: str) -> None:
    def height(*stats: str) -> float:
        story = {"headline": "粮满仓", "panels": [{"title": "收成", "stats": list(stats)}]}
        page = draft(story, family + canvas)
        assert not [one for one in page.diagnostics if one.code == "overset"]
        return page.page.trim.height

    many = [f"第{number}类**{number * 37}**家" for number in range(2, 31)]
    assert height("收粮**37**万吨") < height("收粮**37**万吨", *many[:5]) < height(
        "收粮**37**万吨", *many
    )  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES)
def test_a_poster_bleeds_three_millimetres(family: str) -> None:
    assert draft(str(DATA), family + "poster").page.bleed == pytest.approx(3 * MM, abs=0.01)

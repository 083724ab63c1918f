"""The shipped sets: nine squares for Weibo, and the cards for 小红书, made of one story each."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from look_stories.make import STORIES, story
from pages import ROOT, SETS, inks_of
from pages import STORIES as SHIPPED

from infographic import compose
from infographic.cli import run
from infographic.composed import ComposedPage
from infographic.display.emptiness import hole_on, share_of
from infographic.display.items import TextLine
from infographic.foundation.diagnostics import SpecError, errors
from infographic.pipeline import draft

WEIBO = [name for name in SETS if name.endswith("weibo")]
SHARED = [name for name in SETS if name.removeprefix("modern/") in ("weibo", "carousel")]
"""Of the two families whose sets differ in their trees, not in what stands where."""
CARDS = [name for name in SETS if name.endswith("carousel")]
WORDS = [name for name, told in STORIES.items() if not told.get("figures")]
URL = "https://news.example.cn/2026/11/22/cards.html"
LARGEST_HOLE = 0.4
"""Of a card. One fact alone, or one bar, leaves as much on a few; most are under a fifth."""


@cache
def made(layout: str, name: str) -> ComposedPage:
    path = SHIPPED.get(name)
    return draft(story(name) if path is None else path, layout)


def said(page: ComposedPage) -> list[str]:
    return [placed.item.text for placed in page.page.walk() if isinstance(placed.item, TextLine)]


def figures(page: ComposedPage) -> list[tuple[float, str]]:
    return sorted(
        (
            (run.size, placed.origin.pointer)
            for placed in page.page.walk()
            if isinstance(placed.item, TextLine)
            for _, run in placed.item.runs
            if "/stats/" in placed.origin.pointer
        ),
        reverse=True,
    )


FEW = ["data", "english", "one-number", "charts-only"]
MORE = [name for name in (*WORDS, *SHIPPED) if name not in FEW]


@pytest.mark.parametrize("layout", SETS)
@pytest.mark.parametrize(
    "name",
    [
        *FEW,
        *(
            pytest.param(name, marks=pytest.mark.full)
            for name in (*WORDS, *SHIPPED)
            if name not in FEW
        ),
    ],
)
def test_any_story_is_a_set_without_a_fault(layout: str, name: str) -> None:
    pages = made(layout, name).pages
    assert not errors(made(layout, name).diagnostics)
    # Three squares make a row; fewer than five cards only a story that has no more.
    assert len(pages) in ((3, 6, 9) if layout in WEIBO else range(3, 11))
    holes = [share_of(hole_on(page.page), page.page.trim) for page in pages]
    assert max(holes) < LARGEST_HOLE
    assert sum(hole > 0.25 for hole in holes) <= 2


@pytest.mark.parametrize("layout", SETS)
@pytest.mark.parametrize("name", ["data", pytest.param("communique", marks=pytest.mark.full)])
def test_no_lines_of_a_card_touch_and_none_leaves_it(layout: str, name: str) -> None:
    for page in made(layout, name).pages:
        width, height = page.page.trim
        every = list(inks_of(page.page))
        for number, ink in enumerate(every):
            assert ink.left >= 0 and ink.top >= 0 and ink.right <= width and ink.bottom <= height
            others = (other for other in every[:number] if other.line != ink.line)
            assert [o.words for o in others if ink.overlaps(o[:4])] == [], ink.words


@pytest.mark.parametrize("layout", SHARED)
def test_every_card_but_the_cover_says_which_it_is_and_all_but_the_last_lead_on(
    layout: str,
) -> None:
    cover, *cards = made(layout, "data").pages
    count = len(cards) + 1
    assert "激扬红色力量" in "".join(said(cover))
    for number, card in enumerate(cards, 2):
        assert f"{number}/{count}" in said(card)
        assert ("→" in said(card)) == (number < count)
    assert "示例日报" in said(cards[-1])


@pytest.mark.parametrize("layout", SHARED)
def test_the_news_leads_the_cover_and_its_card_and_stands_on_no_other(layout: str) -> None:
    news = "/panels/1/stats/0"
    on = [
        any(at.startswith(news) for _, at in figures(page)) for page in made(layout, "data").pages
    ]
    assert on == [True, True] + [False] * (len(on) - 2)
    facts = max(size for page in made(layout, "data").pages[2:] for size, _ in figures(page))
    assert figures(made(layout, "data").pages[1])[0][0] > facts


@pytest.mark.parametrize("layout", SETS)
def test_only_a_story_with_an_address_has_a_code_and_it_stands_on_the_last_card(
    layout: str,
) -> None:
    def codes(told: dict[str, Any]) -> list[bool]:
        return [
            any(block.kind == "qr" for root in page.page.blocks for block in root.walk())
            for page in draft(told, layout).pages
        ]

    without = codes(story("facts-3") | {"figures": []})
    assert not any(without)
    assert codes(story("facts-3") | {"figures": [], "url": URL}) == [False] * (len(without) - 1) + [
        True
    ]


@pytest.mark.parametrize("layout", WEIBO)
def test_nine_squares_hold_thirty_numbers(layout: str) -> None:
    told = story("thirty-numbers") | {"figures": []}
    pages = draft(told, layout).pages
    assert len(pages) == 9
    shown = {at.split("/")[2] + at.split("/")[4] for page in pages for _, at in figures(page)}
    assert len(shown) == 30


def test_a_story_of_charts_has_a_card_for_each_and_one_that_lists_their_claims() -> None:
    pages = made("weibo", "charts-only").pages
    claims = [chart["title"] for chart in STORIES["charts-only"]["charts"]]
    assert [claim for claim in claims if claim in "".join(said(pages[1]))] == claims
    for claim, page in zip(claims, pages[2:5], strict=True):
        assert claim in "".join(said(page))


def test_one_command_makes_a_set_whose_files_stand_in_their_order(tmp_path: Path) -> None:
    files = str(tmp_path / "set.png")
    assert run(["render", str(ROOT / "data.json"), "-l", "weibo", "-o", files, "-q"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"set-{number}.png" for number in range(1, 7)
    ]


def test_a_story_without_numbers_charts_or_pictures_still_has_a_headline_to_begin_with() -> None:
    with pytest.raises(SpecError, match="headline"):
        compose({"deck": "无题"}, "weibo")

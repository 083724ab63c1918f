"""Sets of cards: pages made for each item of a story, how many, and what each knows of the rest."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_pages import COLORS, SQUARE, STYLES

from infographic import compose
from infographic.cli import run
from infographic.composed import ComposedPage
from infographic.display.items import TextLine
from infographic.foundation.diagnostics import SpecError
from infographic.loading.story_pages import even

NEWS = {"label": "新", "value": 9, "lead": True}


def stats(count: int) -> list[Any]:
    return [{"label": f"甲{number}", "value": number} for number in range(count)]


STORY: dict[str, Any] = {
    "headline": "题",
    "panels": [
        {"title": "一", "stats": [*stats(2), NEWS, *stats(3)]},
        {"title": "二", "stats": stats(1)},
    ],
}
PLACE = {"$join": [{"$data": "page/number"}, {"$data": "page/count"}], "with": "/"}
PARTS = [
    {"of": "/panels", "as": "panel"},
    {"of": "panel/stats", "but": "news", "by": 3, "as": "part"},
]


def words(text: Any) -> dict[str, Any]:
    return {"type": "text", "style": "s", "text": text}


def layout(*pages: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "page": {"width": "200pt", "height": "48pt", "ppi": 72},
        "colors": COLORS,
        "fonts": {"f": SQUARE},
        "styles": STYLES,
        "pages": list(pages),
        **more,
    }


def said(page: ComposedPage) -> str:
    return " ".join(p.item.text for p in page.page.walk() if isinstance(p.item, TextLine))


def told(story: dict[str, Any], *pages: dict[str, Any], **more: Any) -> list[str]:
    return [said(page) for page in compose(story, layout(*pages, **more)).pages]


def test_each_page_says_which_it_is_how_many_there_are_and_which_is_next() -> None:
    page = {"body": words({"$join": [PLACE, {"$data": "page/left"}, {"$data": "page/next"}],
                           "with": " "})}  # fmt: skip
    assert told(STORY, page, page, page) == ["1/3 2 2", "2/3 1 3", "3/3 0"]
    single = {**layout(), "body": words(PLACE)}
    del single["pages"]
    assert said(compose(STORY, single)) == "1/1"


def test_a_page_is_made_for_each_item_in_the_order_of_the_story() -> None:
    title = {"each": [{"of": "/panels"}], "body": words({"$data": "./title"})}
    assert told(STORY, {"body": words("甲")}, title, {"body": words("乙")}) == [
        "甲",
        "一",
        "二",
        "乙",
    ]
    second = {**title, "each": [{"of": "/panels", "skip": 1, "take": 1}]}
    assert told(STORY, second) == ["二"]
    filled = {**title, "if": "./stats/1"}
    assert told(STORY, filled) == ["一"]


def test_a_list_that_a_story_does_not_have_makes_no_page() -> None:
    chart = {"each": [{"of": "/charts"}], "body": words({"$data": "./title"})}
    assert told(STORY, {"body": words("甲")}, chart) == ["甲"]
    with pytest.raises(SpecError, match="makes no page"):
        compose(STORY, layout(chart))


def test_items_stand_several_on_a_page_as_even_as_can_be_and_without_the_news() -> None:
    page = {"each": PARTS, "body": words(
        {"$join": [{"$data": "panel/title"}, {"$data": "part/0/label"},
                   {"$if": {"count": "part", "min": 3}, "then": "三"}], "with": " "})}  # fmt: skip
    made = compose(STORY, layout(page))
    assert [said(one) for one in made.pages] == ["一 甲0 三", "一 甲1", "二 甲0"]


@given(st.integers(0, 60), st.integers(1, 12))
def test_stretches_hold_all_and_differ_by_one_at_most(count: int, most: int) -> None:
    sizes = even(count, most)
    assert sum(sizes) == count
    assert not sizes or max(sizes) <= most
    assert not sizes or max(sizes) - min(sizes) <= 1
    assert len(sizes) == -(-count // most)


@pytest.mark.parametrize(
    ("counts", "kept"),
    [
        ((), "甲乙丙丁"),
        ((1, 3, 4), "甲丙丁"),
        ((4, 2), "甲乙丙丁"),
        ((2, 9), "甲丁"),
        ((9,), "甲乙丙丁"),
        ((1,), "甲"),
    ],
    ids=[
        "all",
        "no may is needed",
        "may fills it up",
        "should goes where it must",
        "fewer than the least",
        "of musts the last",
    ],
)
def test_a_set_has_as_many_pages_as_it_may(counts: Sequence[int], kept: str) -> None:
    pages = [
        {"priority": rank, "body": words(name)}
        for name, rank in zip("甲乙丙丁", ("must", "may", "should", "must"), strict=True)
    ]
    assert "".join(told(STORY, *pages, page_counts=list(counts))) == kept


def test_what_stands_on_a_page_that_a_set_leaves_out_is_said() -> None:
    page = {"each": [{"of": "/panels"}], "body": words({"$data": "./title"})}
    made = compose(STORY, layout(page, page_counts=[1]))
    (left,) = [one for one in made.diagnostics if one.code == "items-left-out"]
    assert "“二”" in left.message
    assert left.origin.pointer == "/panels/1"


def test_wrong_lists_of_pages_are_errors_with_their_place() -> None:
    body = words("甲")
    for each, pointer, code in (
        ([{"of": "/headline"}], "/pages/0/each/0/of", "bind-form"),
        ([{"of": "panels"}], "/pages/0/each/0/of", "bind-pointer"),
        ([{"of": "/panels", "all": 1}], "/pages/0/each/0/all", "field-unknown"),
    ):
        with pytest.raises(SpecError) as caught:
            compose(STORY, layout({"each": each, "body": body}))
        (fault,) = caught.value.diagnostics
        assert (fault.code, fault.origin.pointer) == (code, pointer)
    many = {"headline": "题", "body": ["一"] * 101}
    with pytest.raises(SpecError, match="101 pages"):
        compose(many, layout({"each": [{"of": "/body"}], "body": body}))
    with pytest.raises(SpecError, match="two pages have the number"):
        compose(STORY, layout({"number": "4", "each": [{"of": "/panels"}], "body": body}))


def test_a_crowded_card_makes_no_headline_of_another_smaller() -> None:
    def card(height: str) -> dict[str, Any]:
        head = {"type": "headline", "text": {"$data": "/headline"}, "style": "s", "smallest": 0.5}
        return {"body": {"type": "stack", "children": [head, {"type": "spacer", "height": height}]}}

    def sizes(*pages: dict[str, Any]) -> list[float]:
        return [
            line.item.runs[0][1].size
            for page in compose(STORY, layout(*pages)).pages
            for line in page.page.walk()
            if isinstance(line.item, TextLine)
        ]

    alone, crowded = sizes(card("20pt"), card("40pt"))
    assert alone == 10
    assert crowded < 9
    assert sizes(card("40pt")) == [crowded]


def test_files_of_ten_pages_are_listed_in_their_order(tmp_path: Path) -> None:
    story, cards = tmp_path / "story.json", tmp_path / "cards.json"
    story.write_text(json.dumps({**STORY, "body": [*"一二三四五六七八九十"]}), encoding="utf-8")
    page = {"each": [{"of": "/body"}], "body": words({"$data": "."})}
    cards.write_text(json.dumps(layout(page)), encoding="utf-8")
    assert run(["render", str(story), "-l", str(cards), "-o", str(tmp_path / "set.txt")]) == 0
    made = sorted(tmp_path.glob("set*"))
    assert [path.name for path in made] == [f"set-{number:02}.txt" for number in range(1, 11)]
    assert "'十'" in made[-1].read_text(encoding="utf-8")


# Parts


HEAD = {"type": "text", "style": "s", "text": PLACE}


def test_pages_take_what_they_have_alike_by_its_name() -> None:
    page = {"body": {"type": "stack", "children": [{"$part": "top"}, words("甲")]}}
    made = told(STORY, page, page, parts={"head": HEAD, "top": {"$part": "head"}})
    assert made == ["1/2 甲", "2/2 甲"]
    single = {**layout(), "parts": {"head": HEAD}, "body": {"$part": "head"}}
    del single["pages"]
    assert said(compose(STORY, single)) == "1/1"


def test_a_layout_over_another_replaces_single_parts_whole(tmp_path: Path) -> None:
    page = {"body": {"type": "stack", "children": [{"$part": "a"}, {"$part": "b"}]}}
    below = layout(page, parts={"a": {**words("甲"), "vertical": "bottom"}, "b": words("乙")})
    (tmp_path / "below.json").write_text(json.dumps(below), encoding="utf-8")
    above = {"extends": "below", "parts": {"a": {"type": "list", "style": "s", "items": ["丙"],
                                                 "marker": ""}}}  # fmt: skip
    (tmp_path / "above.json").write_text(json.dumps(above), encoding="utf-8")
    assert said(compose(STORY, tmp_path / "above.json")) == "丙 乙"


@pytest.mark.parametrize(
    ("body", "pointer", "message"),
    [
        ({"$part": "haed"}, "/pages/0/body/$part", "no part “haed”"),
        ({"$part": "round"}, "/parts/round/children/0/$part", "stands in itself"),
        ({"$part": 1}, "/pages/0/body/$part", "wants a part's name"),
        ({"$part": "head", "style": "s"}, "/pages/0/body/style", "“style”"),
    ],
)
def test_a_part_that_is_not_there_or_in_itself_is_an_error(
    body: dict[str, Any], pointer: str, message: str
) -> None:
    ring = {"type": "stack", "children": [{"$part": "round"}]}
    with pytest.raises(SpecError, match=message) as caught:
        compose(STORY, layout({"body": body}, parts={"head": HEAD, "round": ring}))
    (fault,) = caught.value.diagnostics
    assert fault.origin.pointer == pointer
    with pytest.raises(SpecError, match="no “parts”"):
        compose(STORY, layout({"body": {"$part": "head"}}))


def test_a_part_that_nothing_takes_is_an_error_but_for_those_taken_over(tmp_path: Path) -> None:
    page = {"body": {"type": "stack", "children": [{"$part": "head"}]}}
    with pytest.raises(SpecError, match="nothing in the layout takes the part “haed”") as caught:
        compose(STORY, layout(page, parts={"head": HEAD, "haed": HEAD, "x-old": HEAD}))
    (fault,) = caught.value.diagnostics
    assert (fault.origin.pointer, str(fault.hint)) == ("/parts/haed", "did you mean “head”?")
    (tmp_path / "below.json").write_text(json.dumps({"parts": {"other": HEAD, "head": HEAD}}))
    above = {"extends": "below", **layout(page)}
    (tmp_path / "above.json").write_text(json.dumps(above), encoding="utf-8")
    assert said(compose(STORY, tmp_path / "above.json")) == "1/1"


def test_what_a_tree_that_stands_on_one_card_shows_is_not_missed_for_another() -> None:
    """Pages made for items have one block that offers trees, and each its own of them."""
    tall = {"type": "stack", "children": [words({"$data": "./title"})] * 3}
    short = words({"$data": "./title"})
    offers = {"type": "alternatives", "emptiest": 1, "of": [
        {"$if": "./stats/1", "then": tall}, short]}  # fmt: skip
    made = compose(STORY, layout({"each": [{"of": "/panels"}], "body": offers}))
    assert [said(page) for page in made.pages] == ["一 一 一", "二"]
    assert not [one for one in made.diagnostics if one.code == "items-left-out"]

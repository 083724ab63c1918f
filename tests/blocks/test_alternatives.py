"""alternatives: of several trees the one stands that the story fills."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import codes, composed, faults, lines

from infographic.composed import ComposedPage
from infographic.display.items import TextLine
from infographic.foundation.diagnostics import SpecError


def text(words: str, style: str = "s") -> dict[str, Any]:
    return {"type": "text", "text": words, "style": style}


def high(words: str, height: float) -> dict[str, Any]:
    """A line of words over room that no one fills."""
    return {"type": "stack", "children": [text(words), {"type": "spacer", "height": f"{height}pt"}]}


def filled(words: str, count: int) -> dict[str, Any]:
    return {"type": "stack", "children": [text(words) for _ in range(count)]}


def choice(*trees: Any, **fields: Any) -> dict[str, Any]:
    return {"type": "alternatives", "of": list(trees), **fields}


def inside(body: dict[str, Any]) -> dict[str, Any]:
    """As a block among others, where it is no page's whole body."""
    return {"type": "panel", "content": body}


def words_of(page: ComposedPage) -> list[str]:
    return [p.item.text for p in page.page.walk() if isinstance(p.item, TextLine)]


@pytest.fixture(params=[lambda body: body, inside], ids=["a page", "a block"])
def placed(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_the_first_tree_without_a_hole_stands(placed: Any) -> None:
    # Lines of 40 pt width fill a page of 40 by 60.
    body = placed(choice(high("国人国人", 40), filled("人人人人", 5), filled("大大大大", 5)))
    assert words_of(composed(body, 40, 60)) == ["人人人人"] * 5


def test_a_tree_that_does_not_fit_is_passed_by(placed: Any) -> None:
    body = placed(choice(filled("国人国人", 6), filled("人人人人", 5)))
    assert words_of(composed(body, 40, 60)) == ["人人人人"] * 5


def test_of_trees_with_holes_the_one_with_the_smallest_stands(placed: Any) -> None:
    body = placed(choice(filled("国国国国", 1), filled("人人人人", 3), filled("大大大大", 2)))
    assert words_of(composed(body, 40, 60)) == ["人人人人"] * 3


def test_how_large_a_hole_may_be_is_the_layouts_to_say(placed: Any) -> None:
    body = placed(choice(filled("国国国国", 3), filled("人人人人", 5), emptiest=0.5))
    assert words_of(composed(body, 40, 60)) == ["国国国国"] * 3


def test_without_a_height_the_first_that_fits_stands(placed: Any) -> None:
    body = placed(choice(filled("国国国国", 2), filled("人人人人", 5)))
    assert words_of(composed(body, 40, None)) == ["国国国国"] * 2


def test_where_none_fits_the_first_ones_fault_is_said() -> None:
    body = choice(filled("国人国人", 7), filled("人人人人", 6))
    (fault, *_) = faults(body, 40, 60)
    assert (fault.code, "84" in fault.message) == ("overfull", True)


def test_where_no_tree_is_left_the_layout_is_told() -> None:
    body = choice({"$if": "/figures/0", "then": text("国")})
    assert "alternatives-none" in codes(body, 40, 60)


def test_what_only_a_tree_that_does_not_stand_shows_is_left_out() -> None:
    story = {
        "headline": "大事",
        "lead": "国",
        "panels": [{"title": "人人人人", "stats": ["甲**1**"]}],
    }
    shown = {"type": "text", "text": {"$data": "/panels/0/title"}, "style": "s"}
    one = {"type": "stack", "children": [shown] * 5}
    head = {"type": "text", "text": {"$data": "/headline"}, "style": "s"}
    other = {"type": "stack", "children": [head, filled("国国国国", 4)]}
    said = {
        "one": composed(choice(one, other), 40, 60, story=story).diagnostics,
        "other": composed(choice(other, one), 40, 60, story=story).diagnostics,
    }
    unused = {
        name: {d.origin.pointer for d in found if d.code == "story-unused"}
        for name, found in said.items()
    }
    assert unused["other"] - unused["one"] == {"/panels"}


def test_slots_of_trees_that_exclude_each_other_are_not_added_up() -> None:
    stats = [
        {"label": label, "value": 1, "priority": priority}
        for label, priority in (("甲甲甲甲", "may"), ("乙乙乙乙", "should"), ("丙丙丙丙", "must"))
    ]
    story = {"headline": "大事", "panels": [{"stats": stats}]}

    def labels(take: int) -> dict[str, Any]:
        do = {"type": "text", "text": {"$data": "./label"}, "style": "s"}
        return {"type": "stack", "children": [{"$each": "/panels/0/stats", "take": take, "do": do}]}

    # In the place of three none is left out, in that of one the “must” stands.
    assert words_of(composed(choice(labels(1), labels(3)), 40, 12, story=story)) == ["丙丙丙丙"]
    full = composed(choice(labels(3), labels(1)), 40, 36, story=story)
    assert words_of(full) == ["甲甲甲甲", "乙乙乙乙", "丙丙丙丙"]


def test_a_headline_gives_way_before_its_tree_is_given_up() -> None:
    head = {"type": "headline", "text": "国人", "style": "big", "smallest": 0.5}
    tight = {"type": "stack", "children": [head, *(text("人人人人") for _ in range(4))]}
    page = composed(choice(tight, filled("大大大大", 5)), 40, 60)
    assert words_of(page)[0] == "国人"
    assert lines(page)[1].y < 30


def test_the_pages_of_a_layout_may_hang_on_what_the_story_has() -> None:
    def paged(condition: Any, words: str) -> dict[str, Any]:
        return {"if": condition, "body": text(words)}

    pages = [
        {"body": text("国")},
        paged("/figures/0", "人"),
        paged({"count": "facts", "min": 1}, "大"),
    ]
    story = {"headline": "大事", "panels": [{"stats": ["甲**1**", "乙**2**"]}]}
    page = composed(None, 40, 60, story=story, pages=pages)  # type: ignore[arg-type]
    assert [lines(one)[0].text for one in (page, *page.further)] == ["国", "大"]
    assert [one.number for one in (page, *page.further)] == ["1", "2"]
    only = composed(None, 40, 60, pages=pages[:2])  # type: ignore[arg-type]
    assert [lines(one)[0].text for one in (only, *only.further)] == ["国"]
    with pytest.raises(SpecError, match="makes no page"):
        composed(None, 40, 60, pages=pages[1:])  # type: ignore[arg-type]

"""A layout asks for a story's news and its facts, wherever the story has them."""

from __future__ import annotations

from typing import Any

import pytest

from infographic.foundation.diagnostics import SpecError
from infographic.loading.binding.bind import bind
from infographic.loading.reading.values import node_of


def bound(layout: Any, story: Any) -> Any:
    return bind(node_of(layout, "layout"), node_of(story, "story")).node.plain()


def used(layout: Any, story: Any) -> set[str]:
    return set(bind(node_of(layout, "layout"), node_of(story, "story")).used)


PLAIN = {"label": "甲", "value": 1}
CHANGE = {"label": "乙", "from": "由**1**人", "to": "到**2**人"}
NEWS = {"label": "丙", "value": 3, "lead": True}


def story(*panels: Any, priorities: tuple[str, ...] = ()) -> Any:
    made: list[dict[str, Any]] = [{"stats": list(stats)} for stats in panels]
    for panel, priority in zip(made, priorities, strict=False):
        panel["priority"] = priority
    return {"headline": "题", "panels": made}


@pytest.mark.parametrize(
    ("told", "news"),
    [
        (story([PLAIN], [CHANGE, NEWS]), NEWS),
        (story([PLAIN], [PLAIN, CHANGE]), CHANGE),
        (story(["一**1**"], [PLAIN]), "一**1**"),
        (story([PLAIN], ["二**2**"], priorities=("may", "must")), "二**2**"),
        (story([{**NEWS, "lead": False}], [CHANGE]), CHANGE),
    ],
    ids=["lead", "change", "first", "first of the most important panel", "lead false is none"],
)
def test_the_news_is_the_lead_then_a_change_then_the_first(told: Any, news: Any) -> None:
    assert bound({"n": {"$data": "news"}}, told) == {"n": news}


def test_facts_are_all_other_stats_the_most_important_panel_first() -> None:
    told = story([PLAIN, NEWS], ["二**2**", "三**3**"], priorities=("should", "must"))
    layout = {"f": [{"$each": "facts", "do": {"$data": "."}}], "third": {"$data": "facts/2/label"}}
    assert bound(layout, told) == {"f": ["二**2**", "三**3**", PLAIN], "third": "甲"}
    assert used(layout, told) == {
        "/panels/1/stats/0", "/panels/1/stats/1", "/panels/0/stats/0", "/panels/0/stats/0/label",
    }  # fmt: skip


def test_slots_of_facts_share_one_ranking() -> None:
    must = {**PLAIN, "label": "必", "priority": "must"}
    told = story([NEWS, PLAIN, PLAIN, must])
    layout = [
        {"$each": "facts", "take": 1, "do": {"$data": "./label"}},
        {"$each": "facts", "skip": 1, "take": 1, "do": {"$data": "./label"}},
    ]
    assert bound(layout, told) == ["甲", "必"]


def test_conditions_ask_for_parts_and_numbers_of_them() -> None:
    layout = {
        "change": {"$if": "news/from", "then": True, "else": False},
        "many": {"$if": {"count": "facts", "min": 2}, "then": True, "else": False},
    }
    assert bound(layout, story([PLAIN, CHANGE, PLAIN])) == {"change": True, "many": True}
    assert bound(layout, story([NEWS])) == {"change": False, "many": False}
    assert bound(layout, {"headline": "题"}) == {"change": False, "many": False}


def test_a_panels_list_may_leave_the_news_out() -> None:
    layout = [
        {"$each": "/panels", "do": {
            "of": [{"$each": "./stats", "but": "news", "do": {"$data": "."}}],
            "numbers": [{"$each": "./stats", "but": "news", "do": {"$index": 1}}],
        }},
    ]  # fmt: skip
    told = story([PLAIN, NEWS, "二**2**"], ["三**3**"])
    assert bound(layout, told) == [
        {"of": [PLAIN, "二**2**"], "numbers": [1, 2]},
        {"of": ["三**3**"], "numbers": [1]},
    ]
    assert "/panels/0/stats/1" not in used(layout, told)
    assert "/panels/0/stats/2" in used(layout, told)


def test_news_of_a_story_without_stats_is_missing_with_its_place() -> None:
    with pytest.raises(SpecError, match="“news” finds nothing"):
        bound({"n": {"$data": "news"}}, {"headline": "题"})
    assert bound({"n": {"$data": "news", "default": 0}}, {"headline": "题"}) == {"n": 0}
    with pytest.raises(SpecError, match="facts/7"):
        bound({"n": {"$data": "facts/7"}}, story([PLAIN, NEWS]))


def test_a_name_that_a_layout_gave_itself_comes_first() -> None:
    layout = [{"$each": "/panels", "as": "news", "do": {"$data": "news/stats/0"}}]
    assert bound(layout, story([PLAIN], [NEWS])) == [PLAIN, NEWS]


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({"count": "/panels/0/stats", "but": "news", "min": 1}, False),
        ({"count": "/panels/0/stats", "but": "news", "max": 0}, True),
        ({"count": "/panels/1/stats", "but": "news", "min": 2}, True),
        ({"count": "facts", "but": "news", "min": 2, "max": 2}, True),
        ({"count": "facts", "but": "/panels/1/stats/1", "max": 1}, True),
    ],
)
def test_a_list_is_counted_without_the_news(condition: Any, holds: bool) -> None:
    told = story([NEWS], [PLAIN, CHANGE])
    assert bound([{"$if": condition, "then": "yes", "else": "no"}], told) == [
        "yes" if holds else "no"
    ]


@pytest.mark.parametrize(
    ("most", "holds"), [(8, False), (9, True)], ids=["one more than that", "so many"]
)
def test_texts_are_counted_by_their_characters_without_marks(most: int, holds: bool) -> None:
    told = {"headline": "题", "body": ["一**23**四 五", {"lead": "六七八九"}]}
    condition = {"characters": "/body", "min": 9, "max": most}
    assert bound([{"$if": condition, "then": "yes", "else": "no"}], told) == [
        "yes" if holds else "no"
    ]


def test_a_body_that_a_story_has_not_is_of_no_characters() -> None:
    condition = {"characters": "/body", "max": 0}
    assert bound([{"$if": condition, "then": "yes"}], {"headline": "题"}) == ["yes"]


def test_the_news_panel_is_the_one_that_holds_the_news() -> None:
    told = story([PLAIN], [PLAIN, CHANGE], [PLAIN])
    told["panels"][1]["title"] = "二"
    layout = {
        "title": {"$data": "news-panel/title"},
        "facts": [{"$each": "news-panel/stats", "but": "news", "do": {"$data": "."}}],
        "others": [{"$each": "/panels", "but": "news-panel", "do": {"$data": "./stats/0/value"}}],
    }
    assert bound(layout, told) == {"title": "二", "facts": [PLAIN], "others": [1, 1]}
    several = {"$if": {"count": "/panels", "but": "news-panel", "min": 2}, "then": {"a": 1}}
    assert bound(several, told) == {"a": 1}


def test_a_story_without_stats_has_no_news_panel() -> None:
    assert bound([{"$if": "news-panel", "then": 1, "else": 2}], {"headline": "题"}) == [2]
    assert bound({"p": {"$data": "news-panel/title", "default": ""}}, {"headline": "题"}) == {
        "p": ""
    }

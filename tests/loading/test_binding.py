"""Layout and story become one: directives, --set and extends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infographic.foundation import limits
from infographic.foundation.datum import Node, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.loading.binding.bind import Bound, bind
from infographic.loading.binding.left_out import unused
from infographic.loading.binding.merge import extend, set_value
from infographic.loading.reading.pointer import escaped, follow
from infographic.loading.reading.source import read_json
from infographic.loading.reading.values import node_of

STORY = read_json(
    Source(
        "story.json",
        """{
 "headline": "两千人",
 "deck": "", "kicker": null, "draft": false,
 "panels": [
  {"title": "甲", "stats": [{"value": 1}, {"value": 2}, {"value": 3}]},
  {"title": "乙", "stats": [{"value": 4, "note": "n"}]}
 ],
 "body": ["一 二", "**三**"],
 "a/b": {"~": 0}
}""",
    ),
    relaxed=False,
)


def layout(text: str) -> Node:
    return read_json(Source("layout.json", text), relaxed=True)


def bound(text: str) -> Bound:
    return bind(layout(text), STORY)


def plain(text: str) -> object:
    return bound(text).node.plain()


def faults(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(SpecError) as caught:
        bound(text)
    return caught.value.diagnostics


def said(text: str) -> list[str]:
    return [f"{d.code} {d.origin.line}:{d.origin.column}" for d in faults(text)]


# $data


def test_a_bound_value_keeps_its_own_place() -> None:
    node = bound('{"text": {"$data": "/panels/1/stats/0/value"}}').node
    assert isinstance(node.value, dict)
    assert str(node.value["text"].origin) == "story.json:6:38"
    assert node.value["text"].origin.pointer == "/panels/1/stats/0/value"
    assert str(node.origin) == "layout.json:1:1"


def test_pointers_are_those_of_rfc_6901() -> None:
    assert plain('[{"$data": "/a~1b/~0"}]') == [0]
    assert plain('[{"$data": ""}]') == [STORY.plain()]


@given(
    st.recursive(st.integers(), lambda v: st.lists(v) | st.dictionaries(st.text("aé汉/~0$ ."), v))
)
def test_every_value_is_found_at_its_own_pointer(value: object) -> None:
    story = node_of(value, "story")
    for node in story.walk():
        assert follow(story, node.origin.pointer) is node


def test_a_default_stands_in_for_what_is_missing() -> None:
    assert plain('[{"$data": "/byline", "default": {"$data": "/headline"}}]') == ["两千人"]
    assert plain('[{"$data": "/byline", "default": null}]') == [None]
    assert plain('[{"$data": "/headline", "default": "x"}]') == ["两千人"]


def test_a_pointer_that_finds_nothing_says_what_the_story_has() -> None:
    (fault,) = faults('{"text":\n {"$data": "/headlin"}}')
    assert (fault.origin.line, fault.origin.column) == (2, 12)
    assert fault.message.startswith("“/headlin” finds nothing: the story has no “headlin”")
    assert fault.hint == "did you mean “headline”?"


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/panels/7", "“/panels” has 2 items, counted from 0"),
        ("/panels/00", "“/panels” has 2 items"),
        ("/panels/0/titel", "“/panels/0” has no “titel”"),
        ("/headline/0", "“/headline” is a text and has no parts"),
        ("/panels/1/stats/1", "“/panels/1/stats” has 1 item,"),
    ],
)
def test_the_message_says_how_far_the_pointer_led(pointer: str, words: str) -> None:
    assert words in faults(f'[{{"$data": "{pointer}"}}]')[0].message


def test_a_pointer_without_its_slash_is_mended() -> None:
    (fault,) = faults('[{"$data": "headline"}]')
    assert (fault.code, fault.hint) == ("bind-pointer", "did you mean “/headline”?")


def test_nothing_in_a_story_is_a_directive() -> None:
    story = node_of({"text": {"$data": "/secret"}}, "story")
    assert bind(layout('[{"$data": "/text"}]'), story).node.plain() == [{"$data": "/secret"}]


def test_all_mistakes_are_told_at_once() -> None:
    text = '{"a": {"$dta": "/x"},\n "b": {"$data": 3},\n "c": {"$data": "/x", "deflt": 1}}'
    assert said(text) == [
        "bind-directive 1:8",
        "bind-form 2:17",
        "bind-directive 3:23",
        "bind-missing 3:17",
    ]
    assert "did you mean “default”?" in [fault.hint for fault in faults(text)]


def test_a_schema_at_the_top_is_no_directive() -> None:
    assert plain('{"$schema": "s", "a": 1}') == {"$schema": "s", "a": 1}
    assert said('{"a": {"$schema": "s"}}') == ["bind-directive 1:8"]


def test_a_comment_key_may_stand_beside_a_directive() -> None:
    assert plain('[{"//": "the top", "$data": "/headline"}]') == ["两千人"]


# $each


def test_each_sets_one_copy_an_item() -> None:
    text = '["before", {"$each": "/panels", "do": {"t": {"$data": "./title"}}}, "after"]'
    assert plain(text) == ["before", {"t": "甲"}, {"t": "乙"}, "after"]


def test_each_inside_each_points_into_the_inner_item() -> None:
    text = """[{"$each": "/panels", "as": "panel", "do":
        {"$each": "./stats", "do":
            {"of": {"$data": "panel/title"}, "v": {"$data": "./value"}, "i": {"$index": 1}}}}]"""
    assert plain(text) == [
        {"of": "甲", "v": 1, "i": 1},
        {"of": "甲", "v": 2, "i": 2},
        {"of": "甲", "v": 3, "i": 3},
        {"of": "乙", "v": 4, "i": 1},
    ]


def test_an_item_keeps_its_place_and_is_used() -> None:
    result = bound('[{"$each": "/body", "do": {"$data": "."}}]')
    assert [str(n.origin) for n in result.node.walk()][1:] == ["story.json:8:11", "story.json:8:18"]
    assert result.used == {"/body/0", "/body/1"}


def test_skip_and_take_choose_and_the_numbers_go_on() -> None:
    text = '[{"$each": "/panels/0/stats", "skip": 1, "take": 1, "do": {"$index": 1}}]'
    assert plain(text) == [2]


def test_a_separator_stands_between_items_only() -> None:
    text = '[{"$each": "/panels/0/stats", "separator": "—", "do": {"$data": "./value"}}]'
    assert plain(text) == [1, "—", 2, "—", 3]


def test_no_separator_stands_beside_an_item_left_out() -> None:
    text = """[{"$each": "/panels", "separator": "—", "do":
        {"$each": "./stats", "do": {"$if": "./note", "then": {"$data": "./value"}}}}]"""
    assert plain(text) == [4]


def test_each_in_place_of_a_list_is_a_list() -> None:
    assert plain('{"all": {"$each": "/body", "do": 1}}') == {"all": [1, 1]}


def test_each_over_a_list_that_is_missing_needs_a_default() -> None:
    assert plain('[{"$each": "/figures", "default": [], "do": 1}]') == []
    assert said('[{"$each": "/figures", "do": 1}]') == ["bind-missing 1:12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[{"$each": "/body"}]', "bind-form 1:2"),
        ('[{"$each": "/headline", "do": 1}]', "bind-form 1:12"),
        ('[{"$each": "/body", "do": 1, "take": -1}]', "bind-form 1:38"),
        ('[{"$each": "/body", "do": 1, "as": "a/b"}]', "bind-form 1:36"),
        ('[{"$index": 1}]', "bind-pointer 1:2"),
        ('[{"$each": "/body", "do": {"$index": "1"}}]', "bind-form 1:27"),
        ('[{"$data": "./title"}]', "bind-pointer 1:12"),
        ('{"$if": "/deck", "then": 1}', "bind-form 1:1"),
    ],
)
def test_a_directive_used_wrongly_is_told_at_its_place(text: str, expected: str) -> None:
    assert said(text) == [expected]


def test_lists_that_multiply_are_bounded() -> None:
    story = node_of({"many": [[0] * 200] * 200}, "story")
    text = '[{"$each": "/many", "do": {"$each": ".", "do": {"type": "rule"}}}]'
    with pytest.raises(SpecError, match=str(limits.most("blocks"))):
        bind(layout(text), story)


# $if


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ('"/headline"', True),
        ('"/deck"', False),
        ('"/kicker"', False),
        ('"/draft"', False),
        ('"/figures"', False),
        ('"/a~1b/~0"', True),
        ('{"not": "/deck"}', True),
        ('{"any": ["/deck", "/headline"]}', True),
        ('{"all": ["/deck", "/headline"]}', False),
        ('{"all": ["/body", {"not": {"any": ["/deck"]}}]}', True),
        ('{"count": "/panels", "min": 2}', True),
        ('{"count": "/panels", "min": 1, "max": 1}', False),
        ('{"count": "/figures", "max": 0}', True),
    ],
)
def test_a_condition_holds_for_a_value_that_is_filled(condition: str, holds: bool) -> None:
    assert plain(f'[{{"$if": {condition}, "then": "yes", "else": "no"}}]') == [
        "yes" if holds else "no"
    ]


def test_without_an_else_nothing_is_put() -> None:
    assert plain('[1, {"$if": "/deck", "then": 2}, 3]') == [1, 3]
    assert plain('{"a": {"$if": "/deck", "then": 2}, "b": 3}') == {"b": 3}


def test_the_branch_not_taken_is_not_bound() -> None:
    assert plain('[{"$if": "/byline", "then": {"$data": "/byline"}}]') == []


@pytest.mark.parametrize(
    "condition", ["3", "{}", '{"nor": ["/a"]}', '{"not": "/a", "min": 1}', '{"any": "/a"}']
)
def test_what_is_no_condition_is_told(condition: str) -> None:
    assert {d.code for d in faults(f'[{{"$if": {condition}, "then": 1}}]')} == {"bind-form"}


# $join


def test_a_join_skips_what_is_missing_or_empty() -> None:
    parts = '["文", {"$data": "/byline"}, {"$data": "/deck"}, {"$data": "/headline"}, 3]'
    assert plain(f'[{{"$join": {parts}, "with": "　"}}]') == ["文　两千人　3"]


def test_a_join_stands_where_its_first_part_of_the_story_does() -> None:
    result = bound('[{"$join": ["文/", {"$data": "/headline"}]}]')
    assert str(next(iter(result.node.value)).origin) == "story.json:2:14"  # type: ignore[arg-type,union-attr]
    assert result.used == {"/headline"}


def test_a_join_of_lists_is_told() -> None:
    assert said('[{"$join": [{"$data": "/body"}]}]') == ["bind-form 1:13"]


# What was left out


def test_what_no_block_asked_for_is_unused() -> None:
    result = bound('[{"$data": "/headline"}, {"$data": "/panels/0/stats/1"}, {"$data": "/body/0"}]')
    assert [node.origin.pointer for node in unused(STORY, result.used)] == [
        "/deck",
        "/kicker",
        "/draft",
        "/panels/0/title",
        "/panels/0/stats/0",
        "/panels/0/stats/2",
        "/panels/1",
        "/body/1",
        "/a~1b",
    ]


def test_a_whole_that_is_used_leaves_nothing_out() -> None:
    assert unused(STORY, bound('[{"$data": ""}]').used) == ()


def test_a_condition_uses_nothing() -> None:
    assert bound('[{"$if": "/headline", "then": 1}]').used == frozenset()


# extends and --set


def test_a_child_layout_wins_key_by_key() -> None:
    base = layout('{"page": {"size": "四开", "margins": ["1mm", "2mm"]}, "press": "a"}')
    child = layout('{"page": {"margins": ["3mm"], "bleed": "3mm"}}')
    merged = extend(base, child)
    page = {"size": "四开", "margins": ["3mm"], "bleed": "3mm"}
    assert merged.plain() == {"page": page, "press": "a"}
    assert set(merged.keys) == {"page", "press"}


@given(
    st.dictionaries(
        st.text("aé汉/~0$ ."), st.integers() | st.dictionaries(st.text("aé汉/~0$ ."), st.integers())
    )
)
def test_a_layout_laid_over_itself_is_itself(value: dict[str, object]) -> None:
    node = node_of(value, "layout")
    assert extend(node, node).plain() == value
    assert extend(node_of({}, "base"), node).plain() == value


def test_a_directive_is_replaced_whole() -> None:
    base, child = layout('{"t": {"$data": "/a"}}'), layout('{"t": {"k": 1}}')
    assert extend(base, child).plain() == {"t": {"k": 1}}
    assert extend(child, base).plain() == {"t": {"$data": "/a"}}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2300", 2300),
        ("true", True),
        ("两千人", "两千人"),
        ("[1, 2]", [1, 2]),
        ('"7"', "7"),
        ("", ""),
    ],
)
def test_a_set_value_is_json_where_it_can_be(text: str, value: object) -> None:
    changed = set_value(STORY, "/headline", text)
    assert isinstance(changed.value, dict)
    node = changed.value["headline"]
    assert node.plain() == value
    assert str(node.origin) == "--set:1:11"
    assert node.origin.pointer == "/headline"


def test_a_set_value_may_be_new_or_stand_at_a_lists_end() -> None:
    assert follow(set_value(STORY, "/byline", "x"), "/byline").value == "x"  # type: ignore[union-attr]
    assert follow(set_value(STORY, "/body/-", "x"), "/body/2").value == "x"  # type: ignore[union-attr]
    assert follow(set_value(STORY, "/body/1", "x"), "/body").plain() == ["一 二", "x"]  # type: ignore[union-attr]


@pytest.mark.parametrize("pointer", ["headline", "/panles/0/title", "/body/9", "/headline/x"])
def test_a_place_that_cannot_be_set_is_told(pointer: str) -> None:
    with pytest.raises(SpecError, match="set-pointer"):
        set_value(STORY, pointer, "x")


def test_escaping_a_step_makes_it_one_step() -> None:
    assert escaped("a/~b") == "a~1~0b"

"""What is said of an earlier reading is said where the same stands now."""

from __future__ import annotations

import pytest

from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.places import Places, place_in, place_of
from infographic.foundation.sayings import say
from infographic.loading.alike import alike
from infographic.loading.reading.source import read_json

FIRST = '{"headline": "一", "panels": [{"title": "二", "stats": [3, 4]}], "odd": 1}'
LATER = '{\n "odd": 1,\n "panels": [{"stats": [3, 4],\n   "title": "二"}],\n "headline": "一"}'


def read(text: str) -> Node:
    return read_json(Source("story of places", text), relaxed=False)


def follow(node: Node, *steps: str | int) -> Node:
    for step in steps:
        node = node.value[step]  # type: ignore[index,call-overload]
    return node


def test_equal_parts_are_the_same_objects_and_the_way_back_leads_to_their_places() -> None:
    first, _ = alike(read(FIRST))
    later = read(LATER)
    same, places = alike(later)
    for steps in (("headline",), ("panels", 0, "title"), ("panels", 0, "stats", 1), ("odd",)):
        assert follow(same, *steps) is follow(first, *steps)
        own = follow(later, *steps).origin
        found = places.of(follow(same, *steps).origin)
        assert (found.line, found.column, found.source) == (own.line, own.column, own.source)
    # A key has the pointer of its value, and a place of its own.
    assert places.of(first.keys["odd"]) == later.keys["odd"]


def test_a_part_that_changed_is_another_and_its_equal_neighbours_are_not() -> None:
    first, _ = alike(read(FIRST))
    other, _ = alike(read(FIRST.replace("二", "三")))
    assert follow(other, "panels", 0, "stats") is follow(first, "panels", 0, "stats")
    assert follow(other, "panels") is not follow(first, "panels")
    assert other is not first


@pytest.mark.parametrize(("one", "other"), [("1.5", "1.50"), ("0", "-0.0"), ("1", "true")])
def test_values_that_are_written_differently_are_no_equals(one: str, other: str) -> None:
    first, _ = alike(read(f'{{"value": {one}}}'))
    later, _ = alike(read(f'{{"value": {other}}}'))
    assert first.plain() == {"value": follow(first, "value").value}
    assert repr(later.plain()) == repr(read(f'{{"value": {other}}}').plain())


def test_a_place_inside_a_text_moves_with_the_text() -> None:
    was, now = Source("a", "old"), Source("a", "new")
    places = Places([(Origin(was, "/body/0", 3, 5), Origin(now, "/body/0", 7, 9))])
    inside = places.of(Origin(was, "/body/0", 3, 11))
    assert (inside.line, inside.column, inside.source) == (7, 15, now)
    below = places.of(Origin(was, "/body/0/1", 4, 2))
    assert (below.pointer, below.line, below.column) == ("/body/0/1", 8, 2)
    elsewhere = Origin(Source("b"), "/body/0", 3, 5)
    assert places.of(elsewhere) is elsewhere


def test_places_in_a_sentence_and_in_what_stops_the_work_are_put_right() -> None:
    was, now = Source("a", "old"), Source("a", "new")
    old, new = Origin(was, "/x", 1, 1), Origin(now, "/x", 2, 2)
    places = Places([(old, new)])
    saying = say("bind-form/joined", kind=say("phrase/list"), place=old)
    with pytest.raises(SpecError) as caught, places.told():
        raise SpecError([Diagnostic(saying, old)])
    (said,) = caught.value.diagnostics
    assert said.origin == new
    assert said.message.endswith("found a list (a:2:2)")


@pytest.mark.parametrize("is_escaped_first", [False, True])
def test_a_place_inside_a_text_is_its_own_however_the_text_is_escaped(
    is_escaped_first: bool,
) -> None:
    plain, escaped = '{"headline": "中文 ฿ab"}', '{ "headline": "\\u4e2d文\\u0020\\u0e3fab"}'
    texts = [escaped, plain] if is_escaped_first else [plain, escaped]
    (first, _), (_, places) = (alike(read(text)) for text in texts)
    inside = places.of(place_in(follow(first, "headline").origin, 4))
    assert inside.source.line(1)[inside.column - 1 :] == 'ab"}'


def test_a_character_is_found_where_it_is_written_as_an_escape() -> None:
    origin = follow(read('{"headline": "\\u4e2d\\n\\u0e3f", "next": "฿"}'), "headline").origin
    assert place_of("฿", origin).column == 23
    assert place_of("国", origin) is origin

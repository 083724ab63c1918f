"""An item of a story stands in one place of a page whatever its priority, or it is said."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from pages import PAIRS, meets_needs, told

from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Severity
from infographic.loading.binding.bind import bind, bind_all
from infographic.loading.binding.left_out import left_out, left_out_musts, unused
from infographic.loading.binding.slots import Slot, chosen
from infographic.loading.reading.values import node_of
from infographic.loading.sheet.layouts import read_layout
from infographic.pipeline import settled_layout

PRIORITIES = ("must", "should", "may")


@cache
def bodies(layout: str) -> tuple[Node, ...]:
    return tuple(page.body for page in settled_layout(read_layout(layout)).pages)


def items_of(story: Node) -> Iterator[Node]:
    """The panels, stats and figures of a story."""
    fields = story.value
    assert isinstance(fields, dict)
    for panel in _listed(fields, "panels"):
        yield panel
        assert isinstance(panel.value, dict)
        yield from _listed(panel.value, "stats")
    yield from _listed(fields, "figures")


def _listed(fields: dict[str, Node], name: str) -> tuple[Node, ...]:
    found = fields[name].value if name in fields else ()
    assert isinstance(found, tuple)
    return found


def ranked(story: Node, priorities: Iterator[str]) -> Node:
    """The story with a priority for each of its items, from those given."""
    ranks = {item.origin.pointer: next(priorities) for item in items_of(story)}

    def with_ranks(node: Node) -> Node:
        if isinstance(node.value, tuple):
            return Node(tuple(with_ranks(part) for part in node.value), node.origin)
        if not isinstance(node.value, dict):
            return node
        fields = {key: with_ranks(part) for key, part in node.value.items()}
        if node.origin.pointer in ranks:
            fields["priority"] = Node(ranks[node.origin.pointer], node.origin / "priority")
        return Node(fields, node.origin, node.keys)

    return with_ranks(story)


SEEN = {("cover", "figure"), ("graphic", "stats")}


def shown(page: Node) -> Counter[str]:
    """How often each text of the story's panels and figures is bound into a page."""
    return _shown(page, page.origin.source.name)


def _shown(node: Node, layout: str) -> Counter[str]:
    if isinstance(node.value, str):
        is_told = node.origin.pointer.startswith(("/panels/", "/figures/"))
        return Counter({node.origin.pointer: int(is_told and node.origin.source.name != layout)})
    found: Counter[str] = Counter()
    if isinstance(node.value, tuple):
        parts = node.value
    elif isinstance(node.value, dict):
        kind = node.value["type"].value if "type" in node.value else ""
        # A cover's figure is seen, and its caption set by nothing; a graphic draws what is told.
        parts = tuple(part for key, part in node.value.items() if (kind, key) not in SEEN)
        if kind == "alternatives" and "of" in node.value:
            # Of its trees one stands.
            trees = [_shown(tree, layout) for tree in _listed(node.value, "of")]
            return Counter({at: max(tree[at] for tree in trees) for tree in trees for at in tree})
    else:
        parts = ()
    for part in parts:
        found += _shown(part, layout)
    return found


def assert_each_once(layout: str, story: Node) -> None:
    pages = bind_all(bodies(layout), story)
    for page in pages:
        twice = {at: n for at, n in shown(page.node).items() if n > 1}
        assert not twice, f"{layout} sets {twice}"


@pytest.mark.parametrize(("layout", "story"), [pair for pair in PAIRS if meets_needs(*pair)])
def test_no_item_stands_twice_on_a_shipped_page(layout: str, story: str) -> None:
    assert_each_once(layout, told(story))
    for seed in range(3):
        priorities = random.Random(f"{layout} {story} {seed}").choices(PRIORITIES, k=999)
        assert_each_once(layout, ranked(told(story), iter(priorities)))


def counted(names: str, *priorities: str) -> Node:
    items = [{"label": name} for name in names]
    for item, priority in zip(items, priorities, strict=False):
        if priority:
            item["priority"] = priority
    return node_of({"list": items}, "story")


def layout_of(*slots: dict[str, int]) -> Node:
    parts = [{"$each": "/list", **slot, "do": {"$data": "./label"}} for slot in slots]
    return node_of({"parts": [[part] for part in parts]}, "layout")


def labels(story: Node, *slots: dict[str, int]) -> list[list[str]]:
    bound = bind(layout_of(*slots), story).node.plain()
    assert isinstance(bound, dict)
    return bound["parts"]


def test_slots_of_one_list_share_one_ranking() -> None:
    one, two, rest = {"take": 1}, {"skip": 1, "take": 1}, {"skip": 2}
    assert labels(counted("甲乙丙", "", "", "must"), one, two, rest) == [["甲"], ["乙"], ["丙"]]
    assert labels(counted("甲乙丙", "", "", "must"), one, two) == [["甲"], ["丙"]]
    assert labels(counted("甲乙丙", "may"), one, two) == [["乙"], ["丙"]]
    assert labels(counted("甲乙丙", "may", "may", "must"), two, one) == [["丙"], ["甲"]]


def test_a_place_that_no_slot_has_keeps_its_item() -> None:
    """The first is shown by its own pointer; a slot that skips it never shows it again."""
    assert labels(counted("甲乙丙丁", "", "", "", "must"), {"skip": 1, "take": 2}) == [["乙", "丁"]]


def test_lists_in_items_that_are_chosen_share_theirs_too() -> None:
    stats = [{"n": "一"}, {"n": "二"}, {"n": "三", "priority": "must"}]
    story = node_of({"list": [{"stats": []}, {"stats": stats, "priority": "must"}]}, "story")
    inner = [
        {"$each": "./stats", "skip": skip, "take": 1, "do": {"$data": "./n"}} for skip in (0, 1)
    ]
    layout = node_of([{"$each": "/list", "take": 1, "do": {"in": inner}}], "layout")
    assert bind(layout, story).node.plain() == [{"in": ["一", "三"]}]


def test_pages_of_one_layout_share_their_slots() -> None:
    pages = [layout_of({"take": 1}), layout_of({"skip": 1, "take": 1})]
    story = counted("甲乙丙", "", "", "must")
    bound = [page.node.plain() for page in bind_all(pages, story)]
    assert bound == [{"parts": [["甲"]]}, {"parts": [["丙"]]}]


def test_a_must_is_left_out_only_where_there_are_more_of_them_than_places() -> None:
    story = counted("甲乙丙丁", "must", "may", "must", "must")
    bound = bind(layout_of({"take": 1}, {"skip": 1, "take": 2}), story)
    assert left_out_musts(unused(story, bound.used)) == ()
    fewer = bind(layout_of({"take": 1}, {"skip": 1, "take": 1}), story)
    assert [node.origin.pointer for node in left_out_musts(unused(story, fewer.used))] == [
        "/list/3"
    ]


def test_what_has_no_room_in_a_list_that_is_shown_is_a_warning_but_what_may_give_way() -> None:
    story = counted("甲乙丙丁", "", "", "", "may")
    bound = bind(layout_of({"take": 1}), story)
    doubt, note = sorted(
        left_out(unused(story, bound.used), bound.lists, "x"), key=lambda d: d.code
    )
    assert (doubt.code, doubt.severity, doubt.origin.pointer) == (
        "items-left-out",
        "warning",
        "/list/1",
    )
    assert doubt.message == "“x” has no room for 2 items of /list: “乙”, “丙”"
    assert (note.code, note.severity) == ("story-unused", Severity.NOTE)
    assert note.origin.pointer == "/list/3"


def test_a_chart_or_table_without_a_place_is_a_warning_whatever_the_layout_goes_through() -> None:
    story = node_of(
        {
            "headline": "甲",
            "charts": [{"title": "产量**再增**"}, {"title": "可略", "priority": "may"}],
            "tables": [{"title": "一"}, {"title": "二"}],
        },
        "story",
    )
    layout = node_of([{"$data": "/headline"}, {"$data": "/tables/1/title"}], "layout")
    bound = bind(layout, story)
    said = left_out(unused(story, bound.used), bound.lists, "x")
    assert [(d.code, d.severity, d.origin.pointer) for d in said] == [
        ("story-unused", Severity.NOTE, "/charts/1"),
        ("charts-left-out", Severity.WARNING, "/charts/0"),
        ("charts-left-out", Severity.WARNING, "/tables/0"),
    ]
    assert said[1].message == "“x” has no place for 1 item of /charts: “产量再增”"


def test_what_is_left_out_is_called_by_its_words() -> None:
    story = node_of(
        {"list": ["一", "建立城市党建联盟**2300**余个，小区实行“红心物业”治理"]}, "story"
    )
    layout = node_of({"parts": [{"$each": "/list", "take": 1, "do": {"$data": "."}}]}, "layout")
    bound = bind(layout, story)
    (doubt,) = left_out(unused(story, bound.used), bound.lists, "x")
    assert doubt.message == "“x” has no room for 1 item of /list: “建立城市党建联盟2300余个，…”"
    story = node_of({"list": ["一", {"label": "物流成本\nCost"}]}, "story")
    bound = bind(layout, story)
    (doubt,) = left_out(unused(story, bound.used), bound.lists, "x")
    assert doubt.message.endswith("/list: “物流成本 Cost”")


def test_items_are_chosen_in_the_order_of_the_file() -> None:
    at = Origin(Source("story"))
    five = [Node({}, at) for _ in range(4)] + [Node({"priority": Node("must", at)}, at)]
    slots = [Slot(0, 1), Slot(1, 1)]
    assert [[n for n, _ in chosen(five, slots, own)] for own in slots] == [[0], [4]]

"""What a layout asks for is bounded: parts of parts, lists in lists, tracks, areas, insets."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from small_pages import codes, faults, layout_of
from steps import steps

from infographic import compose
from infographic.foundation.datum import Node, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.record import replaced
from infographic.layout.areas import AreaError, read_areas
from infographic.layout.tracks import Track, resolve
from infographic.loading.binding.bind import bind
from infographic.loading.reading.source import read_json
from infographic.loading.reading.values import node_of
from infographic.loading.sheet.layout_parts import with_parts
from infographic.loading.sheet.layouts import LayoutSource

Limited = Callable[[Mapping[str, int]], None]
WORD = {"type": "text", "text": "字", "style": "s"}


def story_of(**fields: object) -> Node:
    text = json.dumps({"headline": "大", **fields}, ensure_ascii=False)
    return read_json(Source("story.json", text), relaxed=False)


def stopped(work: Callable[[], object]) -> Diagnostic:
    with pytest.raises(SpecError) as caught:
        work()
    (fault,) = caught.value.diagnostics
    return fault


# Parts


def parts_of(count: int, each: Callable[[str], object], last: object) -> dict[str, Node]:
    own = {f"p{n}": each(f"p{n + 1}") for n in range(count)}
    tree = node_of({**own, f"p{count}": last}, "layout.json").value
    assert isinstance(tree, dict)
    return tree


def whole(parts: dict[str, Node]) -> Node:
    return with_parts(node_of({"$part": "p0"}, "layout.json"), parts)


def test_parts_that_double_are_made_once_each() -> None:
    parts = parts_of(40, lambda name: [{"$part": name}] * 2, "字")
    made = whole(parts)
    assert steps(lambda: whole(parts)) < 20_000
    node, depth = made, 0
    while isinstance(node.value, tuple):
        first, second = node.value
        assert first is second
        node, depth = first, depth + 1
    assert (node.value, depth) == ("字", 40)


def test_parts_that_double_and_end_in_nothing_are_told_once() -> None:
    parts = parts_of(40, lambda name: [{"$part": name}] * 2, {"$part": "gone"})
    assert stopped(lambda: whole(parts)).code == "layout-part"


@pytest.mark.parametrize("each", [lambda name: {"$part": name}, lambda name: [{"$part": name}]])
def test_parts_in_parts_are_as_deep_as_brackets_may_be(each: Callable[[str], object]) -> None:
    assert whole(parts_of(40, each, "字"))
    fault = stopped(lambda: whole(parts_of(3000, each, "字")))
    assert (fault.saying.key, fault.limit) == ("layout-part/deep", "nesting")


def test_known_parts_count_with_what_is_round_them() -> None:
    parts = parts_of(60, lambda name: [{"$part": name}], "字")
    tree: object = {"$part": "p0"}
    for _ in range(60):
        tree = [tree]
    both = node_of([{"$part": "p0"}, tree], "layout.json")
    assert stopped(lambda: with_parts(both, parts)).saying.key == "layout-part/deep"


def test_a_page_of_parts_that_double_has_so_many_blocks_and_no_more(limited: Limited) -> None:
    limited({"blocks": 500})
    doubled = {f"p{n}": {"type": "stack", "children": [{"$part": f"p{n + 1}"}] * 2}
               for n in range(30)}  # fmt: skip
    (fault,) = faults({"$part": "p0"}, parts={**doubled, "p30": WORD})
    assert (fault.code, fault.limit) == ("bind-too-many", "blocks")


def test_conditions_that_double_are_counted_as_objects_are(limited: Limited) -> None:
    limited({"blocks": 500})
    parts = parts_of(30, lambda name: {"all": [{"$part": name}] * 2}, "/headline")
    layout = node_of({"type": "stack", "children": [{"$if": 0, "then": "字"}]}, "layout.json")
    assert isinstance(layout.value, dict)
    condition = Node({"$if": whole(parts), "then": node_of("字", "l")}, layout.origin)
    fault = stopped(lambda: bind(Node((condition,), layout.origin), story_of()))
    assert (fault.code, fault.limit) == ("bind-too-many", "blocks")


# Lists


def test_lists_are_gone_through_so_far(limited: Limited) -> None:
    """A $each that takes nothing, ten thousand times of a long list: no block comes of it."""
    limited({"listed-items": 1000})
    story = story_of(body=["字"] * 100)
    each: dict[str, Any] = {"$each": "/body", "take": 0, "do": "x"}
    assert bind(node_of([each] * 9, "layout.json"), story).node.value == ()
    fault = stopped(lambda: bind(node_of([each] * 10, "layout.json"), story))
    assert (fault.limit, fault.origin.pointer) == ("listed-items", "/9")


def test_what_words_name_is_looked_for_once_for_all_that_ask() -> None:
    story = story_of(body=["见图1，" * 20] * 20, figures=[{"image": None}] * 3)

    def asked(count: int) -> int:
        ask = {"$if": {"named": "/figures/0"}, "then": "字"}
        layout = node_of([ask] * count, "layout.json")
        return steps(lambda: bind(layout, story))

    asked(1)
    assert asked(40) < 40 * 200


@pytest.mark.parametrize(
    ("block", "limit", "pointer"),
    [
        ({"type": "grid", "areas": ["a"], "rows": ["1pt"] * 11, "children": {"a": WORD}},
         "tracks", "/body/rows"),
        ({"type": "stack", "rows": ["auto"] * 11, "children": [WORD]}, "tracks", "/body/rows"),
        ({"type": "article", "body": ["字"], "style": "s", "columns": 2,
          "insets": [{"block": WORD}] * 11}, "insets", "/body/insets"),
        ({"type": "article", "body": ["字"], "style": "s", "columns": 2,
          "insets": [{"block": WORD, "contour": [[0, 0]] * 11}]}, "corners",
         "/body/insets/0/contour"),
        ({"type": "stack", "children": [WORD] * 31}, "list-items", "/body/children"),
    ],
)  # fmt: skip
def test_lists_of_a_block_are_refused_where_they_are_too_long(
    block: dict[str, Any], limit: str, pointer: str, limited: Limited
) -> None:
    limited({"tracks": 10, "insets": 10, "corners": 10, "list-items": 30})
    (fault,) = faults(block)
    assert (fault.code, fault.limit, fault.origin.pointer) == ("list-long", limit, pointer)


# Grids


def test_cells_of_areas_are_counted_before_they_are_made_out(limited: Limited) -> None:
    limited({"grid-cells": 100})
    with pytest.raises(AreaError) as caught:
        read_areas([" ".join(["a"] * 101)])
    assert caught.value.saying.values["limit"] == "grid-cells"
    assert read_areas([" ".join(["a"] * 50)] * 2)
    block = {"type": "grid", "areas": ["a " * 60] * 2, "children": {"a": WORD}}
    assert codes(block) == ["over-limit"]


def test_tracks_are_resolved_in_linear_time() -> None:
    def work(count: int) -> int:
        tracks = [Track(1.0, "fr"), Track(5.0, "pt")] * count
        return steps(lambda: resolve(tracks, [1.0] * len(tracks), 1e6, 0))

    assert work(800) < 2.2 * work(400)


def test_pages_of_a_layout_are_counted(limited: Limited) -> None:
    limited({"pages": 3})
    with pytest.raises(SpecError) as caught:
        compose({"headline": "大"}, layout_of_pages(4))
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.limit, fault.origin.pointer) == ("over-limit", "pages", "/pages")
    assert compose({"headline": "大"}, layout_of_pages(3)).pages


def layout_of_pages(count: int) -> LayoutSource:
    layout = layout_of({}, 100, 100)
    assert isinstance(layout.node.value, dict)
    fields = {key: part for key, part in layout.node.value.items() if key != "body"}
    pages = node_of([{"body": WORD}] * count, "small.json")
    moved = {"pages": replaced(pages, origin=layout.node.origin / "pages")}
    node = replaced(layout.node, value={**fields, **moved})
    return LayoutSource("small", node, ((Path(f"{count} pages"), 0, 0),))


# Odd blocks


def test_data_in_a_block_are_no_bug() -> None:
    (fault,) = faults({"type": "graphics", "charts": [{"data": {}}]})
    assert (fault.code, fault.origin.pointer) == ("value-kind", "/body/charts/0/data")
    assert fault.message.startswith("expected data of the story")


@pytest.mark.parametrize(
    "block",
    [{"type": "text", "text": [], "style": "s"}, {"type": "list", "items": [], "style": "s"},
     {"type": "article", "body": [], "style": "s"}, {"type": "stack", "children": []},
     {"type": "grid", "areas": [], "children": {}}],
)  # fmt: skip
def test_a_block_of_nothing_is_nothing(block: dict[str, Any]) -> None:
    assert codes(block) == []

"""Data on pages: rows bound by $each, what is wrong said where it stands."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import SQUARE
from steps import steps

from infographic import compose
from infographic.copy_lint.texts import parts_of
from infographic.display.items import TextLine
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.table import Table
from infographic.loading.binding.bind import bind
from infographic.loading.binding.left_out import unused
from infographic.loading.reading.pointer import count, follow, is_filled
from infographic.loading.reading.values import node_of
from infographic.options import read_story, said_of_data
from infographic.pipeline import draft

HARVEST = {
    "columns": ["县", "产量"],
    "rows": [["榆树", 367.2], ["农安", 301.4], ["德惠", None]],
}
STORY = {"headline": "收成", "charts": [{"title": "榆树居首", "data": HARVEST}]}


def page_of(*children: Any) -> dict[str, Any]:
    return {
        "page": {"width": "400px", "height": "auto"},
        "fonts": {"f": SQUARE},
        "styles": {"s": {"font": "f", "size": "10px", "leading": "12px"}},
        "body": {"type": "stack", "gap": "0", "children": list(children)},
    }


def text(*parts: Any) -> dict[str, Any]:
    return {"type": "text", "text": {"$join": list(parts)}, "style": "s"}


ROWS = {"$each": "/charts/0/data/rows", "do": text({"$data": "./0"}, "：", {"$data": "./1"})}


def words(story: Any, layout: Any, **options: Any) -> list[str]:
    page = draft(story, layout, **options).page
    return [one.item.text for one in page.walk() if isinstance(one.item, TextLine)]


def faults(story: Any, layout: Any, **options: Any) -> list[tuple[str, str]]:
    with pytest.raises(SpecError) as caught:
        compose(story, layout, **options)
    return [(one.saying.key, one.origin.pointer) for one in caught.value.diagnostics]


def bound(layout: Any, story: Node) -> Any:
    return bind(node_of(layout, "layout"), story)


def test_each_goes_through_rows_and_pointers_lead_to_cells() -> None:
    story = read_story(STORY)
    rows = bound({"all": {"$each": "/charts/0/data/rows", "do": {"$data": "./0"}},
                  "one": {"$data": "/charts/0/data/rows/1/1"},
                  "head": {"$data": "/charts/0/data/columns/1"},
                  "few": {"$each": "/charts/0/data/rows", "take": 1, "do": {"$index": 1}}},
                 story)  # fmt: skip
    plain = rows.node.plain()
    assert plain["all"] == ["榆树", "农安", "德惠"] and plain["few"] == [1]
    assert str(plain["one"]) == "301.4" and plain["head"] == "产量"
    cell = rows.node.value["one"]
    assert cell.origin.pointer == "/charts/0/data/rows/1/1"


def test_a_chart_whose_rows_are_shown_is_used() -> None:
    story = read_story(STORY)
    used = bound({"all": {"$each": "/charts/0/data/rows", "do": {"$data": "."}}}, story).used
    pointers = [node.origin.pointer for node in unused(story, used)]
    assert pointers == ["/headline", "/charts/0/title"]
    untouched = [node.origin.pointer for node in unused(story, frozenset(["/headline"]))]
    assert untouched == ["/charts"]


def test_rows_are_counted_and_a_chart_is_there_for_conditions() -> None:
    story = read_story(STORY)
    assert count(follow(story, "/charts/0/data/rows")) == 3
    assert is_filled(follow(story, "/charts/0/data"))
    asked = {"$if": {"count": "/charts/0/data/rows", "min": 3}, "then": "many", "else": "few"}
    assert bound({"a": asked}, story).node.plain() == {"a": "many"}


def test_cells_are_set_as_words_and_missing_ones_are_left_out() -> None:
    assert words(STORY, page_of(ROWS)) == ["榆树：367.2", "农安：301.4", "德惠："]
    stat = {"value": {"$data": "/charts/0/data/rows/0/1"}, "unit": "万吨", "label": "榆树"}
    value = {"type": "stats", "style": "s", "value_style": "s", "sentence_style": "s",
             "stats": [stat]}  # fmt: skip
    assert "367.2" in "".join(words(STORY, page_of(value)))


def test_a_number_where_words_are_wanted_says_how_it_becomes_some() -> None:
    bare = {"type": "text", "text": {"$data": "/charts/0/data/rows/0/1"}, "style": "s"}
    with pytest.raises(SpecError, match="becomes words in the layout"):
        compose(STORY, page_of(bare))


def test_a_table_is_no_text_for_copy_lint_and_a_thousand_rows_cost_a_page_nothing() -> None:
    rows = [[f"县“{n}", n] for n in range(2000)]
    large = {**STORY, "charts": [{"data": {"columns": ["县", "产量"], "rows": rows}}]}
    read = read_story(large)
    assert len(parts_of(read).texts) == 1
    plain = page_of({"type": "text", "text": {"$data": "/headline"}, "style": "s"})
    without = {**STORY, "charts": [{"data": {**HARVEST}}]}
    small = read_story(without)
    for story in (read, small):
        draft(story, plain)
    assert steps(lambda: draft(read, plain)) == steps(lambda: draft(small, plain))


def test_a_table_that_pointers_lead_into_is_opened_once() -> None:
    table = follow(read_story(STORY), "/charts/0/data")
    assert isinstance(table, Node) and isinstance(table.value, Table)
    assert table.opened is table.opened


def test_what_is_wrong_in_data_stops_only_the_pages_that_show_them() -> None:
    broken = {**STORY, "charts": [{"data": {**HARVEST, "sort": "产"}}]}
    assert faults(broken, page_of(ROWS)) == [("data-column", "/charts/0/data/sort")]
    title = page_of({"type": "text", "text": {"$data": "/headline"}, "style": "s"})
    made = draft(broken, title)
    assert ("data-column", "warning") in {(d.code, str(d.severity)) for d in made.diagnostics}


def test_what_was_done_with_data_is_said_where_they_are_shown() -> None:
    cut = {**STORY, "charts": [{"data": {**HARVEST, "decimals": 0}}]}
    assert [one.code for one in draft(cut, page_of(ROWS)).diagnostics].count("data-step") == 1
    story = read_story(cut)
    assert said_of_data(story, unused(story, frozenset(["/headline"]))) == []


def test_data_that_are_asked_for_again_are_shaped_once_and_others_anew() -> None:
    def table_in(**asked: Any) -> Table:
        node = follow(
            read_story({**STORY, "charts": [{"data": {**HARVEST, **asked}}]}), "/charts/0"
        )
        assert isinstance(node, Node) and isinstance(node.value, dict)
        made = node.value["data"].value
        assert isinstance(made, Table)
        return made

    assert table_in(sort="产量") is table_in(sort="产量")
    assert table_in(sort="产量") != table_in(sort="产量", decimals=0)
    assert table_in(rows=[["榆树", 1]], sort="产量").count == 1

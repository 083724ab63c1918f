"""The block `graphics`: charts in rows, as many as there are."""

from __future__ import annotations

from typing import Any

import pytest
from drawing import marks_on, words_on
from small_pages import composed, words

from infographic.composed import ComposedPage
from infographic.display.items import Path as Outline
from infographic.display.items import TextLine
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.geometry import Point


def page_of(
    count: int, *, rows: int = 3, height: float | None = None, **block: Any
) -> ComposedPage:
    data = {"columns": ["县", "产量"], "rows": [[f"县{n}", 10 + n] for n in range(rows)]}
    story = {
        "headline": "大事",
        "charts": [{"title": f"图{n}", "data": data} for n in range(count)],
    }
    charts = [{"$each": "/charts", "do": {"$data": "."}}]
    body = {"type": "graphics", "charts": charts, "column_gap": "20pt", "row_gap": "10pt", **block}
    return composed(body, 320, height, story=story)


def titles(page: ComposedPage) -> list[Point]:
    return [
        one.at
        for one in words_on(page.page)
        if isinstance(one.item, TextLine) and one.item.text.startswith("图")
    ]


@pytest.mark.parametrize(
    ("count", "lefts"),
    [(1, [0]), (2, [0, 170]), (3, [0, 170, 0]), (4, [0, 170, 0, 170])],
)
def test_charts_stand_in_columns_and_a_last_row_shares_its_width(
    count: int, lefts: list[float]
) -> None:
    found = titles(page_of(count, columns=2))
    assert [at.x for at in found] == pytest.approx(lefts)


def test_the_first_may_have_a_row_of_its_own() -> None:
    found = titles(page_of(3, columns=2, wide="first"))
    assert [at.x for at in found] == pytest.approx([0, 0, 170])
    assert found[0].y < found[1].y == pytest.approx(found[2].y)


def test_rows_share_a_given_height_by_what_each_likes() -> None:
    free = titles(page_of(2))
    low, high = titles(page_of(2, height=300)), titles(page_of(2, height=420))
    assert free[1].y - free[0].y == pytest.approx(page_of(1).page.trim.height + 10, abs=1)
    assert low[1].y - low[0].y == pytest.approx(155)
    assert high[1].y - high[0].y == pytest.approx(215)


def test_one_is_no_higher_than_it_may_be_unless_it_would_show_less() -> None:
    free = page_of(1).page.trim.height
    lower = page_of(1, highest=f"{free - 5}pt").page.trim.height
    assert lower == pytest.approx(free - 5)
    assert page_of(1, highest="40pt").page.trim.height == free


def test_a_rule_stands_above_each_as_wide_as_its_column() -> None:
    page = page_of(2, columns=2, rule_above={"color": "ink", "weight": "4pt"}, gap="6pt")
    rules = [m.box for m in marks_on(page.page) if m.path.stroke and m.path.stroke.width == 4]
    assert [box.x for box in rules] == pytest.approx([0, 170])
    assert [box.width for box in rules] == pytest.approx([150, 150])
    without = titles(page_of(2, columns=2))
    assert titles(page)[0].y == pytest.approx(without[0].y + 10)


def test_no_charts_take_no_room() -> None:
    assert page_of(0).page.trim.height == pytest.approx(0, abs=1)


def test_a_chart_without_room_even_for_its_figures_is_left_out_and_said() -> None:
    short, long = [
        {"title": f"图{count}", "data": {"columns": ["县", "产量"],
         "rows": [[f"县{n}", 10 + n] for n in range(count)]}}
        for count in (3, 40)
    ]  # fmt: skip
    long["kind"] = "figures"
    body = {"type": "graphics", "charts": {"$data": "/charts"}, "columns": 2, "column_gap": "20pt"}
    page = composed(body, 320, 140, story={"headline": "大事", "charts": [short, long]})
    assert [at.x for at in titles(page)] == [0]
    (said,) = [one for one in page.diagnostics if one.saying.key == "graphic-left-out/chart"]
    assert said.origin.pointer == "/charts/1"
    other = {"otherwise": {"type": "text", "text": "别的", "style": "s"}}
    alone = composed({**body, **other}, 320, 140, story={"headline": "大事", "charts": [long]})
    assert words(alone) == "别的"
    long["priority"] = "must"
    with pytest.raises(SpecError, match="too much"):
        composed(body, 320, 140, story={"headline": "大事", "charts": [short, long]})


def test_charts_take_their_accents_in_turn_with_the_rules_above_them() -> None:
    rule = {"color": "grey", "weight": "2pt"}
    made = page_of(3, columns=3, rule_above=rule, accents=["red", "grey"])
    inks = [
        (item.stroke.color.name, item.stroke.width)
        for _, item, _ in made.page.walk()
        if isinstance(item, Outline) and item.stroke is not None and item.stroke.width == 2
    ]
    assert inks == [("red", 2), ("grey", 2), ("red", 2)]

"""What a small layout leaves out, and what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from infographic import SpecError, compose
from infographic.display.items import TextLine
from infographic.loading.binding.slots import Slot, chosen
from infographic.loading.reading.values import node_of

ROOT = Path(__file__).parents[2]


def story(priorities: list[str]) -> dict[str, object]:
    stats = [
        {"value": n + 1, "unit": "个", "label": f"第{n + 1}项", "priority": priority}
        for n, priority in enumerate(priorities)
    ]
    return {"headline": "优先级", "panels": [{"title": "数", "stats": stats}]}


def words(told: dict[str, object], layout: str) -> str:
    page = compose(told, layout).page
    return "".join(p.item.text for p in page.walk() if isinstance(p.item, TextLine))


def test_what_may_be_left_out_gives_way_to_what_must_not() -> None:
    shown = words(story(["should", "may", "should", "must"]), "wechat-cover")
    assert [f"第{n}项" in shown for n in (1, 2, 3, 4)] == [True, False, True, True]


def test_without_priorities_the_first_are_taken() -> None:
    shown = words(story(["should"] * 4), "wechat-cover")
    assert [f"第{n}项" in shown for n in (1, 2, 3, 4)] == [True, True, True, False]


def test_a_must_that_has_no_place_stops_the_work() -> None:
    with pytest.raises(SpecError) as caught:
        compose(story(["must"] * 4), "wechat-cover")
    (fault,) = caught.value.diagnostics
    assert fault.code == "must-left-out"
    assert fault.origin.pointer == "/panels/0/stats/3"


def test_what_is_kept_stays_in_its_order() -> None:
    items = [node_of({"priority": p}, "x") for p in ("may", "must", "should", "must")]
    assert [n for n, _ in chosen(items, [Slot(0, 3)], Slot(0, 3))] == [1, 2, 3]
    assert [n for n, _ in chosen(items, [Slot(0, 9)], Slot(0, 9))] == [0, 1, 2, 3]

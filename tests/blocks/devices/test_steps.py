"""Steps of a process: their numbers, their rows, their arrows."""

from __future__ import annotations

from typing import Any

import pytest
from checks import word_boxes, words_are_apart
from drawing import marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import composed, groups, words

from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import SpecError


def steps(
    *named: str, width: float = 500, height: float | None = None, detail: str = "", **block: Any
) -> ComposedPage:
    told = [{"what": one, **({"detail": detail} if detail else {})} for one in named]
    body = {"type": "graphic", "events": {"$data": "/events"}, "kind": "steps", **block}
    return composed(body, width, height, story={"headline": "大事", "events": told})


def at(made: ComposedPage, text: str) -> tuple[float, float]:
    box = next(box for said, box in word_boxes(made) if said == text)
    return round(box.x, 4), round(box.y, 4)


def test_steps_stand_in_a_row_with_an_arrow_from_each_to_the_next() -> None:
    made = steps("甲", "乙", "丙")
    places = [at(made, one) for one in ("01", "02", "03")]
    assert len({y for _, y in places}) == 1
    assert [x for x, _ in places] == sorted(x for x, _ in places)
    heads = [mark for mark in marks_on(made.page) if mark.path.fill is not None]
    assert [mark.pointer for mark in heads] == ["/events/0", "/events/1"]
    assert places[0][0] < heads[0].box.right < places[1][0]


def test_in_less_width_they_wrap_into_rows_as_full_as_each_other() -> None:
    made = steps("甲", "乙", "丙", "丁", width=280)
    assert at(made, "01")[1] == at(made, "02")[1] < at(made, "03")[1] == at(made, "04")[1]
    assert at(made, "01")[0] == at(made, "03")[0]


def test_in_little_width_they_stand_one_below_the_other() -> None:
    made = steps("甲", "乙", width=140)
    assert at(made, "01")[0] == at(made, "02")[0]
    assert at(made, "甲")[0] > at(made, "01")[0]
    assert at(made, "甲")[0] == at(made, "乙")[0]


@pytest.mark.parametrize(("numeral", "third"), [("壹", "叁"), ("1", "3"), ("一", "三")])
def test_they_are_numbered_as_the_layout_likes(numeral: str, third: str) -> None:
    assert third in words(steps("甲", "乙", "丙", numeral=numeral))


def test_a_table_of_words_is_steps_too_and_events_without_dates_are_by_themselves() -> None:
    table = {"columns": ["步骤", "说明"], "rows": [["甲", "子"], ["乙", "丑"]]}
    story = {"headline": "大事", "charts": [{"data": table, "kind": "steps"}]}
    made = composed({"type": "graphic", "chart": {"$data": "/charts/0"}}, 400, story=story)
    assert "01甲子" in words(made).replace("02", "") or "子" in words(made)
    assert "graphic-kind" in [
        one.saying.key
        for one in steps("甲", "乙", kind="auto").diagnostics
        if one.saying.values.get("kind") == "steps"
    ]


def test_without_room_details_give_way_and_are_said_and_steps_never_do() -> None:
    made = steps("甲", "乙", width=300, height=60, detail="详情" * 30)
    assert "graphic-left-out/details" in [one.saying.key for one in made.diagnostics]
    assert "详情" not in words(made)
    with pytest.raises(SpecError, match="height"):
        steps(*"甲乙丙丁戊己", width=120, height=60)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.text("甲乙丙", min_size=1, max_size=24), min_size=2, max_size=13),
    st.sampled_from(["", "详情", "详情" * 15]),
    st.sampled_from([130, 200, 330, 560]),
)
def test_words_never_meet(named: list[str], detail: str, width: float) -> None:
    words_are_apart(steps(*named, width=width, detail=detail), width)


def test_icons_are_shown_where_all_steps_have_one_and_said_where_some_have() -> None:
    def made(*icons: str) -> ComposedPage:
        told = [{"what": "甲", **({"icon": one} if one else {})} for one in icons]
        body = {"type": "graphic", "events": {"$data": "/events"}}
        return composed(body, 400, story={"headline": "大事", "events": told})

    both, some = made("学校", "医院"), made("学校", "")
    assert len(groups(both, "icon")) == 2 and not groups(some, "icon")
    (fault,) = [one for one in some.diagnostics if one.code == "icon-some"]
    assert fault.origin.pointer == "/events/1"


def test_who_cannot_see_them_reads_them_as_a_table() -> None:
    (_, _, figure), *_ = groups(steps("甲", "乙", detail="详情"), "steps")
    assert figure.data is not None
    assert figure.data.header == ("事件", "说明")
    assert figure.data.rows == (("甲", "详情"), ("乙", "详情"))

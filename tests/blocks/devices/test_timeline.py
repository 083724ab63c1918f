"""Timelines: true distances, what is still to come, what gives way and is said."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from checks import word_boxes, words_are_apart
from drawing import Mark, marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import composed, words

from infographic.composed import ComposedPage


def timeline(
    *events: tuple[str, ...], width: float = 500, height: float | None = None, printed: str = "",
    kind: str = "timeline", **block: Any,
) -> ComposedPage:  # fmt: skip
    names = ("when", "what", "until", "detail", "priority")
    told = [{n: v for n, v in zip(names, one, strict=False) if v or n == "what"} for one in events]
    story: dict[str, Any] = {"headline": "大事", "events": told}
    if printed:
        story["publication"] = {"name": "报", "date": printed}
    body = {"type": "graphic", "events": {"$data": "/events"}, "kind": kind, **block}
    return composed(body, width, height, story=story)


def dots(made: ComposedPage) -> list[Mark]:
    """The dot or bar of each event; the paper round them is left out."""
    found: dict[str, Mark] = {}
    for mark in marks_on(made.page):
        if "/events/" in mark.pointer:
            found[mark.pointer] = mark
    return [found[pointer] for pointer in sorted(found)]


def middle(mark: Mark) -> float:
    return mark.box.x + mark.box.width / 2


def codes(made: ComposedPage) -> list[str]:
    return [one.saying.key for one in made.diagnostics]


def test_distances_are_as_the_times_between() -> None:
    made = timeline(("2000", "甲"), ("2005", "乙"), ("2020", "丙"))
    first, second, third = (middle(one) for one in dots(made))
    assert (second - first) / (third - first) == pytest.approx(0.25, abs=1e-9)
    assert "非等比" not in words(made)


def test_days_are_as_long_as_each_other() -> None:
    made = timeline(("2026-01-01", "甲"), ("2026-02-01", "乙"), ("2026-03-01", "丙"))
    first, second, third = (middle(one) for one in dots(made))
    assert (second - first) / (third - first) == pytest.approx(31 / 59, abs=1e-9)


def test_events_stand_in_the_order_of_time() -> None:
    made = timeline(("2020", "丙"), ("2000", "甲"))
    first, second = dots(made)
    assert middle(second) < middle(first)


def test_what_takes_a_while_is_a_bar_from_its_first_day_to_the_end_of_its_last() -> None:
    made = timeline(("2000", "甲", "2009"), ("2019", "乙", "2019"))
    first, second = dots(made)
    assert first.box.width / second.box.width == pytest.approx(10, abs=1e-9)
    assert second.box.right - first.box.x == pytest.approx(first.box.width * 2, abs=1e-9)


def test_a_date_said_vaguely_is_a_bar_of_its_quarter_and_no_dot() -> None:
    made = timeline(("2025年初", "甲"), ("2025年12月", "乙"))
    bar, _ = dots(made)
    dot = timeline(("2025年2月", "甲"), ("2025年12月", "乙"))
    assert bar.box.width > bar.box.height > 0
    assert dots(dot)[0].box.width == pytest.approx(dots(dot)[0].box.height)
    assert "年初" in words(made)


def test_what_is_later_than_the_day_of_publication_is_hollow() -> None:
    made = timeline(("2026-05-01", "甲"), ("2026-07-01", "乙"), printed="2026年6月18日 星期四")
    past, ahead = dots(made)
    assert past.path.stroke is None
    assert ahead.path.stroke is not None
    assert [one for one in marks_on(made.page) if one.path.stroke and one.path.stroke.dash]
    unknown = timeline(("2026-05-01", "甲"), ("2099-07-01", "乙"))
    assert all(one.path.stroke is None for one in dots(unknown))


def test_labels_that_would_meet_stand_above_and_below_in_turn() -> None:
    few = timeline(("2000", "甲乙丙丁"), ("2010", "甲乙丙丁"), ("2020", "甲乙丙丁"), width=400)
    many = [(str(2000 + 3 * n), "甲乙丙丁戊") for n in range(8)]
    made = timeline(*many, width=400)
    for page in (few, made):
        words_are_apart(page, 400)
    heights = {round(box.y) for text, box in word_boxes(few) if text.startswith("甲")}
    assert len(heights) == 1
    heights = {round(box.y) for text, box in word_boxes(made) if text.startswith("甲")}
    assert len(heights) == 2


def test_where_no_true_place_has_room_distances_are_even_and_it_is_said() -> None:
    close = [("2026-01-01", "甲"), ("2026-01-02", "乙"), ("2026-01-03", "丙"), ("2026-12-01", "丁")]
    made = timeline(*close)
    places = [middle(one) for one in dots(made)]
    steps = {round(b - a, 6) for a, b in pairwise(places)}
    assert len(steps) == 1
    assert "时间间隔非等比" in words(made)


@pytest.mark.parametrize(("count", "width"), [(10, 700), (3, 200)])
def test_many_events_or_little_width_run_down(count: int, width: float) -> None:
    made = timeline(*[(str(2000 + n), "甲") for n in range(count)], width=width)
    assert len({round(middle(one), 6) for one in dots(made)}) == 1
    words_are_apart(made, width)


def test_the_year_that_all_are_of_is_said_once() -> None:
    made = timeline(("2026-05-01", "甲"), ("2026-07-01", "乙"))
    assert words(made).count("2026") == 1
    assert "5月1日" in words(made) and "7月1日" in words(made)


@pytest.mark.parametrize("when", ["", "待定", "2026-02-30"])
def test_an_event_without_a_date_is_no_timeline(when: str) -> None:
    made = timeline(("2026-05-01", "甲"), (when, "乙"))
    assert "graphic-simpler" in codes(made)
    assert "甲" in words(made) and "乙" in words(made)


def test_a_date_that_cannot_be_read_is_said_at_its_place() -> None:
    made = timeline(("2026-05-01", "甲"), ("2026-02-30", "乙"), kind="auto")
    (fault,) = [one for one in made.diagnostics if one.code == "event-date"]
    assert fault.origin.pointer == "/events/1/when"
    assert "2026年5月1日" in words(made) and "2026-02-30" in words(made)


def test_in_too_little_height_words_give_way_and_are_said() -> None:
    rows = [(str(2000 + n), f"甲{n}", "", "详情", "may" if n == 1 else "should") for n in range(4)]
    made = timeline(*rows, width=150, height=130)
    assert "graphic-left-out/details" in codes(made)
    assert "详情" not in words(made)
    made = timeline(*rows, width=150, height=90)
    assert "graphic-left-out/events" in codes(made)
    assert "甲1" not in words(made) and "甲0" in words(made)


def test_events_of_themselves_are_a_timeline() -> None:
    made = timeline(("2000", "甲"), ("2005", "乙"), kind="auto")
    assert any(one.saying.key == "graphic-kind" for one in made.diagnostics)
    assert dots(made)


def test_a_table_of_times_and_words_is_one_too() -> None:
    table = {"columns": ["时间", "事件", "雨量"], "rows": [["2000", "甲", 12], ["2010", "乙", 30]]}
    story = {"headline": "大事", "charts": [{"data": table, "kind": "timeline"}]}
    body = {"type": "graphic", "chart": {"$data": "/charts/0"}}
    made = composed(body, 500, story=story)
    assert "雨量:12" in words(made).replace("：", ":")


def test_what_the_title_is_about_has_the_accent() -> None:
    table = {"columns": ["时间", "事件"], "rows": [["2000", "甲"], ["2010", "乙"], ["2015", "丙"]]}
    chart = {"data": table, "kind": "timeline", "highlight": ["乙"]}
    body = {"type": "graphic", "chart": {"$data": "/charts/0"}}
    made = composed(body, 500, story={"headline": "大事", "charts": [chart]})
    fills = {mark.pointer.split("/")[-2]: mark.path.fill for mark in marks_on(made.page)}
    assert fills["1"] != fills["2"]


DATES = st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(str)
WORDS = st.text("甲乙丙丁", min_size=1, max_size=20)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(DATES, WORDS), min_size=2, max_size=14),
    st.sampled_from([150, 260, 400, 560]),
    st.sampled_from([None, 120, 400]),
)
def test_words_never_meet_and_never_leave_the_frame(
    events: list[tuple[str, str]], width: float, height: float | None
) -> None:
    made = timeline(*events, width=width, height=height)
    words_are_apart(made, width)
    if height is not None:
        assert all(box.bottom <= height + 0.1 for _, box in word_boxes(made))

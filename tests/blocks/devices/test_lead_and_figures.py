"""The lead figure and plain figures: what is the news, what stands beside it, what fits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from checks import word_boxes, words_are_apart
from drawing import drawn, marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import composed, sizes, words

from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import SpecError

CHANGE = {
    "from": "从十年前的**158.89**万名", "to": "增至**176.98**万名", "label": "党员总数",
    "when": ["2012年", "2022年"],
}  # fmt: skip


def lead(
    *stats: Any, width: float = 600, height: float | None = None, kind: str = "lead"
) -> ComposedPage:
    story = {"headline": "大事", "panels": [{"title": "数", "stats": list(stats)}]}
    body = {"type": "graphic", "stats": {"$data": "/panels/0/stats"}, "kind": kind}
    return composed(body, width, height, story=story)


def codes(page: ComposedPage) -> list[str]:
    return [d.code for d in page.diagnostics]


def box_of(page: ComposedPage, text: str) -> Any:
    return next(box for said, box in word_boxes(page) if text in said)


def test_a_change_is_its_later_value_its_difference_its_times_and_its_bars() -> None:
    page = lead(CHANGE, width=900)
    assert {"党员总数", "176.98万名", "+18.09万名", "+11.4%", "2012年—2022年"} <= {
        said for said, _ in word_boxes(page)
    }
    bars = [m for m in marks_on(page.page) if m.path.fill]
    assert bars[0].box.width / bars[1].box.width == pytest.approx(158.89 / 176.98)


@pytest.mark.parametrize(
    ("stats", "first"),
    [
        (("甲**10**座", {"text": "乙**20**座", "lead": True}), "20座"),
        (("甲**10**座", CHANGE), "176.98万名"),
        (("甲**10**座", "乙**20**座"), "10座"),
    ],
)
def test_the_news_is_the_stat_that_says_so_else_a_change_else_the_first(
    stats: tuple[Any, ...], first: str
) -> None:
    page = lead(*stats)
    assert first in [said for said, _ in word_boxes(page)]
    assert "graphic-left-out" in codes(page)


def test_the_figure_is_more_than_twice_the_next_one() -> None:
    heights = {said: box.height for said, box in reversed(word_boxes(lead(CHANGE, width=900)))}
    largest = heights.pop("176.98万名")
    assert largest >= 2.2 * max(heights.values())


def test_the_change_stands_at_the_right_and_beside_a_wide_figure_below() -> None:
    beside, below = lead(CHANGE, width=1400), lead(CHANGE, width=500)
    assert box_of(beside, "+18.09").bottom <= box_of(beside, "176.98").bottom + 0.01
    assert box_of(beside, "+18.09").right == pytest.approx(1400)
    assert box_of(below, "+18.09").y >= box_of(below, "176.98").bottom


def test_a_long_number_is_said_in_ten_thousands_where_that_is_all_of_it() -> None:
    assert "176.98万名" in words(lead({"value": 1769800, "unit": "名", "label": "党员"}))
    whole = words(lead({"value": 1769812, "unit": "名", "label": "党员"}))
    assert "1769812" in whole and "单位：名" in whole


def test_a_negative_number_has_a_true_minus() -> None:
    assert "−3.5℃" in words(lead({"value": -3.5, "unit": "℃", "label": "气温"}))


def test_what_a_sentence_says_beyond_its_first_number_is_kept() -> None:
    page = lead("建成农田**2300**余万亩，惠及**38**万户")
    assert "2300余万亩" in words(page) and "惠及38万户" in words(page)


def test_the_foot_gives_way_before_the_figure_is_small() -> None:
    tall, low = lead(CHANGE, width=900, height=300), lead(CHANGE, width=900, height=120)
    assert len([m for m in marks_on(tall.page) if m.path.fill]) == 2
    assert not [m for m in marks_on(low.page) if m.path.fill]
    assert not [d for d in low.diagnostics if d.severity == "error"]


def test_one_number_alone_leads_by_itself() -> None:
    page = lead({"value": 10, "unit": "座", "label": "水库"}, kind="auto")
    assert "“lead”" in next(d.message for d in page.diagnostics if d.code == "graphic-kind")


def test_different_things_are_on_no_common_scale() -> None:
    page = lead("建成**12**座", "惠及**38**户", kind="bars")
    (said,) = [d.message for d in page.diagnostics if d.code == "graphic-simpler"]
    assert "as “figures”" in said and "count different things: 座 and 户" in said
    page = lead("建成**12**座", "惠及**38**户", kind="auto")
    assert "graphic-simpler" not in codes(page) and "12座" in words(page)


def test_stats_of_one_unit_are_bars() -> None:
    page = lead("甲县**12**座", "乙县**38**座", kind="auto")
    bars = [m for m in marks_on(page.page) if m.path.fill]
    assert bars[1].box.width / bars[0].box.width == pytest.approx(12 / 38)


# Plain figures

ROWS = [[f"项目{n}", 1000 + n] for n in range(6)]


def figures(rows: list[list[object]], **more: Any) -> ComposedPage:
    return drawn(["名", "数"], rows, kind="figures", **more)


def test_all_figures_have_one_size_and_each_its_name_below() -> None:
    page = figures([*ROWS], width=700)
    found = sizes(page)
    assert len({found[str(1000 + n)] for n in range(6)}) == 1
    assert box_of(page, "项目0").y >= box_of(page, "1000").bottom


def test_rows_of_figures_are_balanced() -> None:
    page = figures([*ROWS], width=900)
    tops = sorted(round(box_of(page, str(1000 + n)).y, 3) for n in range(6))
    assert tops[0] == tops[2] < tops[3] == tops[5]


def test_many_figures_are_a_little_smaller_rather_than_one_column() -> None:
    page = figures([*ROWS], width=270)
    assert box_of(page, "1000").y == box_of(page, "1001").y
    assert 0.6 * 44 < sizes(page)["1000"] < 44


def test_in_less_height_figures_step_down_and_never_below_one_at_a_mark() -> None:
    heights: Mapping[int, float] = {
        height: sizes(figures([*ROWS], width=400, height=height))["1000"] for height in (400, 150)
    }
    assert heights[400] > heights[150] >= 14


def test_figures_without_room_are_said() -> None:
    with pytest.raises(Exception, match="too"):
        figures([*ROWS], width=100, height=60)


def test_a_missing_value_is_a_dash_and_what_is_claimed_stands_out() -> None:
    page = figures([["甲", None], ["乙", 5]], highlight=["乙"])
    assert "—" in words(page) and "0" not in words(page)


@settings(max_examples=20, deadline=None)
@given(
    values=st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=9),
    width=st.integers(200, 700), name=st.text("甲乙丙", min_size=1, max_size=30),
)  # fmt: skip
def test_whatever_the_figures_none_stands_on_another_or_outside(
    values: list[int], width: int, name: str
) -> None:
    page = figures([[name, value] for value in values], width=width)
    # A minus hangs by its bearing, so that its ink is flush.
    words_are_apart(page, width, slack=1.5)


@settings(max_examples=20, deadline=None)
@given(
    value=st.integers(0, 10**9), width=st.integers(200, 900),
    height=st.none() | st.integers(120, 400), note=st.text("甲乙丙", max_size=40),
)  # fmt: skip
def test_whatever_leads_stays_inside_and_apart(
    value: int, width: int, height: int | None, note: str
) -> None:
    stat = {"value": value, "unit": "名", "label": "党员总数"}
    page = lead({**stat, "note": note} if note else stat, width=width, height=height)
    # A minus hangs by its bearing, so that its ink is flush.
    words_are_apart(page, width, slack=1.5)


def test_of_very_many_figures_the_first_and_the_claimed_stand_and_it_is_said() -> None:
    rows = [[f"县{n}", n] for n in range(3000)]
    page = drawn(["县", "产量"], rows, kind="figures", highlight=["县2999"])
    assert "县2999" in words(page) and "县118" in words(page) and "县119" not in words(page)
    assert "其余2880项未列出" in words(page)
    assert "graphic-left-out" in [one.code for one in page.diagnostics]


def test_figures_too_many_for_their_height_are_not_set_over_and_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from infographic.blocks.devices.words import figures

    made: list[int] = []
    one_set = figures._set
    monkeypatch.setattr(figures, "_set", lambda *args: made.append(1) or one_set(*args))
    with pytest.raises(SpecError):
        drawn(["县", "产量"], [[f"县{n}", n] for n in range(100)], kind="figures", height=60)
    assert len(made) <= 3


PAIR: dict[str, Any] = {"columns": ["项目", "去年", "今年"], "rows": [["产量", 69541, 70650]]}


def test_the_lead_figure_of_a_chart_has_its_unit_and_a_name_that_is_measured_stands_once() -> None:
    measure = {"what": "产量", "unit": "万吨"}
    for width in (290, 330, 600):
        page = drawn(**PAIR, kind="lead", width=width, measure=measure)
        said = words(page)
        assert "70650万吨" in said
        assert said.count("产量") == 1
        for text, box in word_boxes(page):
            assert box.x >= -0.05 and box.right <= width + 0.05, text


@pytest.mark.parametrize("kind", ["change", "share-bar", "unit-grid"])
def test_what_the_line_of_measure_says_is_not_said_again(kind: str) -> None:
    columns, rows = ["项目", "比重（%）"], [["绿地率", 60]]
    if kind == "change":
        columns, rows = ["项目", "去年", "今年"], [["绿地率", 50, 60]]
    for what in ("绿地率", "全市"):
        page = drawn(columns, rows, kind=kind, measure={"what": what, "unit": "%"})
        assert words(page).count("绿地率") == 1, what


def test_rows_with_units_of_their_own_have_them_and_no_decimals_of_the_others() -> None:
    rows = [["就业", 1256, "万人"], ["失业率", 5.1, "%"], ["调蓄池", 2, "处"]]
    said = words(drawn(["指标", "数值", "单位"], rows, kind="figures"))
    assert "1256万人" in said and "5.1%" in said and "2处" in said


def test_a_column_of_bodies_is_none_of_units() -> None:
    rows = [["就业", 12, "市人社局"], ["入学", 5, "市教育局"]]
    said = words(drawn(["指标", "数值", "单位"], rows, kind="figures"))
    assert "12" in said and "局" not in said

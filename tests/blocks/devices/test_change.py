"""Changes: two bars from one zero line, a slope in little width, and slopes of several things."""

from __future__ import annotations

from typing import Any

import pytest
from checks import word_boxes, words_are_apart
from drawing import Mark, drawn, marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import composed, sizes, words
from sweeps import drawn_unless_simpler

from infographic.composed import ComposedPage


def change_of(one: Any, other: Any, width: float = 300, **chart: Any) -> ComposedPage:
    rows = [["2015年", one], ["2024年", other]]
    return drawn(["年份", chart.pop("column", "量")], rows, kind="change", width=width, **chart)


def bars(page: ComposedPage) -> list[Mark]:
    return [m for m in marks_on(page.page) if m.path.fill and not m.path.stroke]


def codes(page: ComposedPage) -> list[str]:
    return [d.code for d in page.diagnostics]


def test_two_bars_begin_at_one_line_and_are_as_long_as_their_values() -> None:
    first, second = bars(change_of(150, 200))
    assert first.box.x == second.box.x
    assert first.box.width / second.box.width == pytest.approx(0.75)
    assert first.path.fill != second.path.fill


def test_both_numbers_have_one_size_and_the_change_is_said() -> None:
    page = change_of(150, 200)
    found = sizes(page)
    assert found["150"] == found["200"]
    assert "+50" in words(page) and "+33.3%" in words(page)


def test_a_fall_is_drawn_as_a_fall() -> None:
    first, second = bars(change_of(48, 19))
    assert second.box.width / first.box.width == pytest.approx(19 / 48)
    assert "−29" in words(change_of(48, 19))


def test_percentages_change_by_points_and_equals_stay() -> None:
    page = change_of(41.3, 92.5, column="覆盖率（%）")
    assert "+51.2个百分点" in words(page)
    assert "持平" in words(change_of(7, 7))


def test_many_times_as_much_is_said_so_and_keeps_its_true_length() -> None:
    page = change_of(10, 745)
    first, second = bars(page)
    assert second.box.width / first.box.width == pytest.approx(74.5)
    assert "为原来的74.5倍" in words(page)
    box = next(box for text, box in word_boxes(page) if text == "10")
    assert box.x > first.box.right


def test_below_zero_the_bars_stand_on_both_sides_of_the_line() -> None:
    first, second = bars(change_of(-30, 60))
    assert first.box.right == pytest.approx(second.box.x)
    assert second.box.width / first.box.width == pytest.approx(2)
    words_are_apart(change_of(-30, 60), 300)


def test_little_width_is_a_slope_from_zero_unless_nearly_level() -> None:
    page = change_of(10, 40, 140)
    lines = [m for m in marks_on(page.page) if m.path.stroke and m.box.width > 10
             and m.box.height > 1]  # fmt: skip
    (slope,) = [m for m in lines if not m.path.fill]
    base = next(m for m in marks_on(page.page) if m.path.stroke and m.box.height == 0)
    ends = [n for _, numbers in slope.path.segments for n in numbers[1:]]
    assert (base.box.y - ends[0]) / (base.box.y - ends[1]) == pytest.approx(0.25)
    assert len(bars(change_of(90, 100, 170))) == 2
    words_are_apart(page, 140)


def test_a_row_of_two_columns_and_a_stat_of_two_states_are_changes() -> None:
    row = drawn(["项目", "2015年", "2024年"], [["自来水", 20, 80]], kind="change", width=300)
    first, second = bars(row)
    assert second.box.width / first.box.width == pytest.approx(4)
    assert "自来水" in words(row)
    stat = {"from": "由**41.3%**", "to": "升至**92.5%**", "label": "农村自来水",
            "when": ["2015年", "2024年"]}  # fmt: skip
    story = {"headline": "大事", "panels": [{"title": "一", "stats": [stat]}]}
    body = {"type": "graphic", "stats": {"$data": "/panels/0/stats"}, "kind": "change"}
    page = composed(body, 300, None, story=story)
    first, second = bars(page)
    assert second.box.width / first.box.width == pytest.approx(92.5 / 41.3)
    for text in ("2015年", "2024年", "41.3%", "92.5%", "农村自来水", "+51.2个百分点"):
        assert text in words(page)


def test_the_unit_stands_with_the_figures_and_not_alone_above_them() -> None:
    stat = {"from": "2021年**1862**家", "to": "2025年**2174**家", "label": "规上企业"}
    story = {"headline": "大事", "panels": [{"title": "一", "stats": [stat]}]}
    body = {"type": "graphic", "stats": {"$data": "/panels/0/stats"}, "kind": "change"}
    assert words(composed(body, 300, None, story=story)).count("家") == 3
    page = drawn(
        ["年", "出生（万人）"], [["2023年", 902], ["2024年", 954]], kind="change", width=300
    )
    assert "902万人" in words(page)
    assert words(page).count("万人") == 3


def test_a_stat_in_ten_thousands_changes_in_ten_thousands() -> None:
    stat = {"from": "去年**158.89**万名", "to": "今年**约176.98**万名", "label": "党员"}
    story = {"headline": "大事", "panels": [{"title": "一", "stats": [stat]}]}
    body = {"type": "graphic", "stats": {"$data": "/panels/0/stats"}, "kind": "change"}
    text = words(composed(body, 300, None, story=story))
    assert "约+18.09万名" in text and "约+11.4%" in text and "去年" in text


def test_one_value_and_two_units_are_no_change() -> None:
    assert "graphic-simpler" in codes(change_of(None, 5))
    two = drawn(["项目", "产量（吨）", "人数（人）"], [["自来水", 1, 2]], kind="change", width=300)
    assert "graphic-simpler" in codes(two)


NUMBERS = st.one_of(st.just(0), st.integers(-(10**9), 10**9),
                    st.floats(-1e6, 1e6).map(lambda x: round(x, 6)))  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(NUMBERS, NUMBERS, st.integers(100, 900))
def test_any_change_fits_and_no_words_touch(one: float, other: float, width: int) -> None:
    rows = [["2015年", one], ["2024年", other]]
    page = drawn_unless_simpler(["年份", "量"], rows, kind="change", width=width)
    if page is not None:
        words_are_apart(page, width)
        assert all(m.box.right <= width + 0.01 and m.box.x >= -0.01 for m in marks_on(page.page))


ROWS = [["长春", 58.0, 68.0], ["吉林", 48.0, 58.0], ["白山", 66.0, 74.0]]


def slope_of(rows: Any, width: float = 400, **chart: Any) -> ComposedPage:
    return drawn(["市", "2015年", "2024年"], rows, kind="slope", width=width, **chart)


def test_slopes_stand_at_their_values_and_one_has_the_accent() -> None:
    page = slope_of(ROWS, highlight=["长春"])
    lines = {m.pointer: m for m in marks_on(page.page)
             if m.path.stroke and not m.path.fill and m.box.width > 10}  # fmt: skip
    ends = {pointer.split("/")[-2]: [numbers[1] for _, numbers in m.path.segments]
            for pointer, m in lines.items()}  # fmt: skip
    assert (ends["1"][0] - ends["0"][0]) / (ends["0"][0] - ends["2"][0]) == pytest.approx(10 / 8)
    widths = {p.split("/")[-2]: m.path.stroke.width for p, m in lines.items() if m.path.stroke}
    assert widths["0"] > widths["1"] == widths["2"]
    words_are_apart(page, 400)


def test_a_slope_without_both_values_is_named_and_not_drawn() -> None:
    page = slope_of([*ROWS, ["松原", None, 3.0]])
    assert "松原缺一期数据" in words(page)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=12),
    st.integers(150, 600),
    st.one_of(st.none(), st.integers(250, 500)),
)
def test_any_slopes_fit_and_no_words_touch(
    pairs: list[tuple[float, float]], width: int, height: float | None
) -> None:
    rows = [[f"第{n}市", *pair] for n, pair in enumerate(pairs)]
    page = drawn_unless_simpler(["市", "2015年", "2024年"], rows, kind="slope", width=width,
                                height=height)  # fmt: skip
    if page is not None:
        words_are_apart(page, width)


def kind_of(page: ComposedPage) -> str:
    (said,) = [d for d in page.diagnostics if d.code == "graphic-kind"]
    return str(said.saying.values["kind"])


def test_a_stat_of_two_states_and_two_times_ask_for_a_change_and_several_things_for_slopes() -> (
    None
):
    story = {"headline": "大事", "panels": [{"title": "一", "stats": [
        {"from": "由**98**万标箱", "to": "增至**120**万标箱", "label": "吞吐量"}
    ]}]}  # fmt: skip
    body = {"type": "graphic", "stats": {"$data": "/panels/0/stats"}}
    assert kind_of(composed(body, 300, None, story=story)) == "change"
    years = ("2015年", "2024年")
    one = drawn(["年份", "量"], [[year, n] for n, year in enumerate(years, 1)], width=300)
    several = drawn(["年份", "甲", "乙"], [[year, n, 2 * n] for n, year in enumerate(years, 1)],
                    width=300)  # fmt: skip
    assert (kind_of(one), kind_of(several)) == ("change", "slope")


@pytest.mark.parametrize(
    ("words_before", "name"),
    [("发展壮大到如今的", "如今"), ("增加到2024年底的", "2024年底"), ("今年", "今年")],
)
def test_a_state_is_named_by_its_time_alone(words_before: str, name: str) -> None:
    stat = {"from": "十年前**20**个", "to": f"{words_before}**40**个"}
    body = {"type": "graphic", "stats": [stat], "kind": "change"}
    assert f"{name}40个" in words(composed(body, 300))

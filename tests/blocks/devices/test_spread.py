"""How values lie: histograms, strips of dots, and two measures of the same things."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from checks import word_boxes, words_are_apart
from drawing import Mark, drawn, marks_on, table_of
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import words

from infographic.blocks.devices.spread.trend import trend_of
from infographic.blocks.devices.suiting import suiting
from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import SpecError
from infographic.graphics.subject import subject_of
from infographic.story.chart import Chart

SCORES = [[value] for value in (*range(41, 60, 2), *range(60, 80), *range(80, 100, 2))]
"""Ten below 60, twenty below 80, ten below 100."""
PAIRS = [[f"县{n}", n, 2 * n] for n in range(1, 21)]


def codes(page: ComposedPage) -> list[str]:
    return [one.code for one in page.diagnostics]


def filled(page: ComposedPage) -> list[Mark]:
    return [m for m in marks_on(page.page) if m.path.fill and "/rows/" in m.pointer]


def baseline(page: ComposedPage) -> Mark:
    level = [m for m in marks_on(page.page) if m.path.stroke and m.box.height == 0]
    return max(level, key=lambda mark: mark.box.width)


# Histogram


def histogram(width: float = 400, rows: object = SCORES, **more: object) -> ComposedPage:
    return drawn(["成绩（分）"], rows, kind="histogram", width=width, **more)  # type: ignore[arg-type]


def test_bars_of_bins_stand_on_nothing_and_are_as_high_as_their_counts() -> None:
    page = histogram()
    bars = filled(page)
    counts = [int(text) for text, box in word_boxes(page) if text.isdigit()
              and any(abs(box.bottom - (bar.box.y - 2)) < 0.01 for bar in bars)]  # fmt: skip
    assert sum(counts) == 40 and len(counts) == len(bars)
    unit = bars[0].box.height / counts[0]
    assert [bar.box.height / unit for bar in bars] == [pytest.approx(n) for n in counts]
    foot = baseline(page).box.y
    assert [bar.box.bottom for bar in bars] == [pytest.approx(foot)] * len(bars)


def test_bins_are_equal_and_said_with_the_number_of_values() -> None:
    rows = [[f"生{n}", value] for n, (value,) in enumerate(SCORES)]
    page = drawn(["名", "成绩（分）"], [*rows, ["缺考", None]], kind="histogram", width=400)
    lefts = [bar.box.x for bar in filled(page)]
    steps = [other - one for one, other in pairwise(lefts)]
    assert steps == [pytest.approx(steps[0])] * len(steps)
    found = words(page)
    assert "每组宽10分，含左端，不含右端" in found and "共40个" in found and "1个值缺失" in found


def test_the_bin_of_what_the_title_is_about_has_the_accent_and_its_name_is_said() -> None:
    rows = [[f"生{n}", value] for n, (value,) in enumerate(SCORES)]
    page = drawn(["名", "成绩"], rows, kind="histogram", width=400, highlight=["生39"])
    fills = [bar.path.fill for bar in filled(page)]
    assert fills[-1] != fills[0] and len(set(fills)) == 2
    assert "深色组内有生39" in words(page)


def test_a_value_to_compare_with_stands_at_its_place_and_one_outside_is_said() -> None:
    page = histogram(references=[{"value": 60, "label": "及格"}])
    (line,) = {m.box.x for m in marks_on(page.page) if m.pointer.startswith("/charts/0/refer")}
    third = filled(page)[2].box.x
    assert line == pytest.approx(third, abs=0.5)
    assert "及格 60" in words(page) and "graphic-left-out" not in codes(page)
    assert "graphic-left-out" in codes(histogram(references=[{"value": 600}]))


@pytest.mark.parametrize("rows", [SCORES[:19], [[5]] * 30])
def test_what_has_no_shape_is_no_histogram(rows: list[list[int]]) -> None:
    assert "graphic-simpler" in codes(histogram(rows=rows))


# Strip


def strip(rows: object, width: float = 400, **more: object) -> ComposedPage:
    return drawn(["县", "值"], rows, kind="strip", width=width, **more)  # type: ignore[arg-type]


def test_dots_stand_at_their_values_and_equal_ones_on_one_another() -> None:
    page = strip([["甲", 0], ["乙", 10], ["丙", 5], ["丁", 5], ["戊", 5]])
    dots = {m.pointer[-3]: m.box for m in filled(page)}
    middles = {row: box.x + box.width / 2 for row, box in dots.items()}
    assert middles["2"] == pytest.approx((middles["0"] + middles["1"]) / 2)
    assert middles["2"] == middles["3"] == middles["4"]
    assert dots["0"].y == dots["1"].y == dots["2"].y > dots["3"].y > dots["4"].y
    for one, other in combinations(dots.values(), 2):
        assert not one.meets(other, 0.01)
    assert "中位数 5" in words(page) and "每点为一个值，共5个" in words(page)


def test_the_ends_and_what_the_title_is_about_are_named() -> None:
    page = strip([[f"县{n}", n * n] for n in range(12)], highlight=["县5"])
    found = words(page)
    assert "县0 0" in found and "县11 121" in found and "县5 25" in found and "县6" not in found
    fills = {m.pointer: m.path.fill for m in filled(page)}
    assert fills["/charts/0/data/rows/5/1"] != fills["/charts/0/data/rows/4/1"]


def test_an_axis_that_does_not_begin_at_nothing_is_said() -> None:
    assert "横轴从100起" in words(strip([["甲", 101], ["乙", 110], ["丙", 104]]))
    assert "横轴从" not in words(strip([["甲", 1], ["乙", 110], ["丙", 104]]))


# Scatter


def scatter(rows: object = PAIRS, width: float = 400, **more: object) -> ComposedPage:
    columns = ["县", "收入（万元）", "支出（亿元）"]
    return drawn(columns, rows, kind="scatter", width=width, **more)  # type: ignore[arg-type]


def middles(page: ComposedPage) -> dict[int, tuple[float, float]]:
    dots = [m for m in marks_on(page.page) if m.pointer.endswith("/2")]
    return {
        int(m.pointer.split("/")[-2]): (m.box.x + m.box.width / 2, m.box.y + m.box.height / 2)
        for m in dots
    }


def test_a_dot_stands_where_both_its_values_are() -> None:
    found = middles(scatter([["甲", 0, 0], ["乙", 10, 100], ["丙", 5, 25]]))
    (x, y), (x2, y2), (x3, y3) = found[0], found[1], found[2]
    assert x3 == pytest.approx((x + x2) / 2) and y3 == pytest.approx(y + (y2 - y) / 4)
    assert x2 > x and y2 < y


def test_axes_are_named_with_their_units_and_a_cut_one_is_said() -> None:
    page = scatter([[f"县{n}", 1000 + n, n] for n in range(20)])
    found = words(page)
    assert "收入（万元）" in found and "支出（亿元）" in found
    assert "横轴从1000万元起" in found and "纵轴从" not in found


def test_what_lies_far_off_and_what_the_title_is_about_is_named_and_no_other() -> None:
    rows = [[f"县{n}", 50 + n % 7, 50 + n % 5] for n in range(40)]
    rows[11] = ["远县", 95, 52]
    found = words(scatter(rows, highlight=["县3"]))
    assert "远县" in found and "县3" in found and "县4" not in found


def test_a_straight_line_is_drawn_where_it_is_asked_for_and_said() -> None:
    page = scatter(trend=True)
    dashes = [m for m in marks_on(page.page) if m.path.stroke and m.path.stroke.dash]
    found = middles(page)
    (line,) = dashes
    assert line.box.x == pytest.approx(found[0][0]) and line.box.right == pytest.approx(
        found[19][0]
    )
    assert line.box.bottom == pytest.approx(found[0][1])
    assert "虚线为最小二乘直线，不表示因果" in words(page)
    without = marks_on(scatter().page)
    assert not [m for m in without if m.path.stroke and m.path.stroke.dash]


def test_the_line_of_least_squares_is_exact_and_none_where_all_stand_above_one_another() -> None:
    def of(*pairs: tuple[int, int]) -> tuple[Decimal, Decimal] | None:
        subject = subject_of(Chart(table_of(["名", "a", "b"], [["x", *pair] for pair in pairs])))
        made = trend_of(subject, range(len(pairs)))
        return None if made is None else (made.slope, made.start[1])

    assert of((0, 1), (1, 3), (2, 2)) == (Decimal("0.5"), Decimal("1.5"))
    assert of((1, 1), (1, 3)) is None


def test_rows_without_both_values_are_not_drawn_and_said() -> None:
    page = scatter([*PAIRS, ["缺", None, 3]])
    assert len(middles(page)) == 20 and "1项缺少数据，未画" in words(page)
    assert len(middles(scatter([*PAIRS, ["合计", 210, 420]]))) == 20


def test_many_dots_are_thin_rings() -> None:
    many = [[f"县{n}", n % 31, n % 17] for n in range(100)]
    dots = [m for m in marks_on(scatter(many).page) if m.pointer.endswith("/2")]
    assert all(m.path.fill is None and m.path.stroke for m in dots)


def test_in_a_flat_field_fewer_values_are_named_on_the_upright_axis() -> None:
    page = scatter(PAIRS, width=390, height=130, ticks=[*range(0, 41, 2)])
    assert "graphic-simpler" not in codes(page)
    words_are_apart(page, 390)


def test_grid_lines_part_round_names() -> None:
    page = scatter([["甲", 5, 10], ["乙", 1, 1], ["丙", 9, 20]], width=300)
    names = [box for text, box in word_boxes(page) if text in "甲乙丙"]
    level = [m.box for m in marks_on(page.page) if m.path.stroke and m.box.height == 0
             and m.pointer == "/charts/0" and m.path.stroke.width < 0.5]  # fmt: skip
    for box in names:
        assert not any(
            box.y < line.y < box.bottom and line.x < box.right and box.x < line.right
            for line in level
        )


@pytest.mark.parametrize(
    ("columns", "rows", "first"),
    [
        (["成绩"], SCORES, "histogram"),
        (["县", "收入（元）", "人口（万人）"], [[f"县{n}", n, n] for n in range(12)], "scatter"),
        (["县", "收入（元）", "人口（万人）", "面积（亩）"], [["甲", 3, 4, 5]], "table"),
    ],
)
def test_the_shape_of_the_data_asks_for_them(
    columns: list[str], rows: list[list[object]], first: str
) -> None:
    assert suiting(subject_of(Chart(table_of(columns, rows))))[0].name == first


VALUES = st.one_of(
    st.none(), st.integers(-(10**9), 10**12), st.floats(1e-6, 1e4).map(lambda x: round(x, 6))
)


@settings(max_examples=25, deadline=None)
@given(
    kind=st.sampled_from(["histogram", "strip", "scatter"]),
    rows=st.lists(st.tuples(VALUES, VALUES), min_size=3, max_size=40),
    width=st.integers(120, 600),
    height=st.one_of(st.none(), st.integers(120, 400)),
)
def test_any_values_fit_their_room_and_no_words_touch(
    kind: str, rows: list[tuple[object, object]], width: int, height: int | None
) -> None:
    data = [[f"县{n}", *pair[: 2 if kind == "scatter" else 1]] for n, pair in enumerate(rows)]
    columns = ["县", "甲数", "乙数"][: len(data[0])]
    try:
        page = drawn(columns, data, kind=kind, width=width, height=height)
    except SpecError as error:
        # Plain figures may need more height than there is.
        assert "graphic-simpler" in [one.code for one in error.diagnostics]
        return
    if "graphic-simpler" in codes(page):
        return
    words_are_apart(page, width)
    bottom = page.page.trim.height if height is None else height
    for mark in marks_on(page.page):
        assert mark.box.x >= -0.01 and mark.box.right <= width + 0.01
        assert mark.box.y >= -0.01 and mark.box.bottom <= bottom + 0.01


@pytest.mark.parametrize(("least", "is_cut"), [(30, False), (45, True)])
def test_dots_leave_no_third_of_their_axis_white(least: int, is_cut: bool) -> None:
    values = [least + (100 - least) * at / 9 for at in range(10)]
    rows = [[f"县{at}", at, value] for at, value in enumerate(values)]
    page = drawn(["县", "里程", "分"], rows, kind="scatter", width=300)
    assert ("纵轴从" in words(page)) is is_cut
    page = drawn(["县", "分"], [[row[0], row[2]] for row in rows], kind="strip", width=300)
    assert ("横轴从" in words(page)) is is_cut


def test_values_that_are_all_the_same_make_no_strip() -> None:
    page = drawn(["县", "分"], [[f"县{n}", 7] for n in range(12)], kind="strip", width=400)
    assert "graphic-simpler" in codes(page)

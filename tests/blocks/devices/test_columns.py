"""Columns over time and over names: heights from 0, figures, forecasts, what gives way."""

from __future__ import annotations

from typing import Any

import pytest
from checks import word_boxes, words_are_apart
from drawing import Mark, drawn, marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import words
from sweeps import drawn_unless_simpler

from infographic.composed import ComposedPage

YEARS = [["2020年", 10], ["2021年", 40], ["2022年", 20]]


def columns_of(rows: Any, width: float = 300, **chart: Any) -> ComposedPage:
    return drawn(["年份", "产量"], rows, kind="columns", width=width, **chart)


def bars(page: ComposedPage) -> list[Mark]:
    return [m for m in marks_on(page.page) if m.path.fill and "/rows/" in m.pointer]


def codes(page: ComposedPage) -> list[str]:
    return [d.code for d in page.diagnostics]


def test_columns_are_as_high_as_their_values_and_stand_on_one_line() -> None:
    first, second, third = bars(columns_of(YEARS))
    assert first.box.height / second.box.height == pytest.approx(0.25)
    assert third.box.height / second.box.height == pytest.approx(0.5)
    assert first.box.bottom == pytest.approx(second.box.bottom) == pytest.approx(third.box.bottom)


def test_a_column_takes_seven_tenths_of_its_pitch() -> None:
    rows = [[f"{2000 + n}年", n + 1] for n in range(20)]
    first, second, *_ = bars(columns_of(rows, 400))
    assert first.box.width / (second.box.x - first.box.x) == pytest.approx(0.7)


def test_values_below_zero_hang_and_their_figures_stand_below() -> None:
    page = columns_of([["2020年", -10], ["2021年", 30]])
    low, high = bars(page)
    assert low.box.y == pytest.approx(high.box.bottom)
    assert low.box.height / high.box.height == pytest.approx(1 / 3)
    box = next(box for text, box in word_boxes(page) if text == "−10")
    assert box.y > low.box.bottom


def test_a_missing_value_is_a_dash_and_no_column() -> None:
    page = columns_of([*YEARS, ["2023年", None], ["2024年", 0]])
    assert len(bars(page)) == 3
    assert "—" in words(page) and "0" in words(page)


def test_a_year_without_a_row_leaves_its_place_empty() -> None:
    first, second, third, fourth = bars(
        columns_of([["2018年", 1], ["2019年", 1], ["2020年", 1], ["2022年", 1]])
    )
    pitch = second.box.x - first.box.x
    assert third.box.x - second.box.x == pytest.approx(pitch)
    assert fourth.box.x - third.box.x == pytest.approx(2 * pitch)


def test_what_is_claimed_has_the_accent_and_forecasts_are_hatched() -> None:
    claimed = bars(columns_of(YEARS, highlight=["2021年"]))
    assert claimed[0].path.fill == claimed[2].path.fill != claimed[1].path.fill
    page = columns_of(YEARS, forecast="2022年")
    hatched = [m for m in marks_on(page.page) if m.pointer.endswith("rows/2/1") and m.path.stroke]
    assert hatched and all(m.box.x >= bars(page)[2].box.x - 0.01 for m in hatched)
    assert "斜线为预计" in words(page)


def test_many_columns_name_the_first_the_highest_and_the_last_and_have_a_grid() -> None:
    rows = [[f"{1990 + n}年", 100 + (n * 37) % 50] for n in range(35)]
    page = columns_of(rows, 300, highlight=["2000年"])
    text = words(page)
    assert "1990年" in text and "2024年" in text
    most = max(value for _, value in rows)
    assert str(most) in text
    words_are_apart(page, 300)


def test_names_that_are_no_times_stand_in_lines_below_and_more_than_twelve_are_refused() -> None:
    page = drawn(["类型", "数"], [["集聚提升类村庄", 3], ["城郊融合类村庄", 2]], kind="columns",
                 width=120)  # fmt: skip
    assert len(bars(page)) == 2 and "集聚" in words(page)
    words_are_apart(page, 120)
    many = drawn(["县", "数"], [[f"县{n}", n + 1] for n in range(13)], kind="columns", width=400)
    assert "graphic-simpler" in codes(many)


def test_amounts_of_unequal_periods_are_doubted_and_rates_are_not() -> None:
    rows = [["2024年1—2月", 20], ["2024年3月", 11], ["2024年4月", 12]]
    assert "graphic-unequal-periods" in codes(columns_of(rows))
    rate = drawn(["月份", "增速（%）"], rows, kind="columns", width=300)
    assert "graphic-unequal-periods" not in codes(rate)


def test_a_note_stands_over_its_column_and_a_line_at_its_value() -> None:
    page = columns_of(YEARS, notes=[{"at": "2020年", "text": "旱"}],
                      references=[{"value": 20, "label": "均"}])  # fmt: skip
    first, _, third = bars(page)
    note = next(box for text, box in word_boxes(page) if text == "旱")
    assert note.bottom <= first.box.y
    level = next(m for m in marks_on(page.page) if "/references/" in m.pointer)
    assert level.box.y == pytest.approx(third.box.y)
    words_are_apart(page, 300)


VALUES = st.one_of(st.none(), st.just(0), st.integers(-(10**12), 10**12),
                   st.floats(-1e6, 1e6).map(lambda x: round(x, 6)))  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(
    values=st.lists(VALUES, min_size=1, max_size=40),
    width=st.integers(150, 1000),
    height=st.one_of(st.none(), st.integers(120, 400)),
    names=st.sampled_from(["{0}年", "类型{0}", "二十个字的名字也要有地方放得下才行{0}"]),
)
def test_any_columns_are_true_fit_and_no_words_touch(
    values: list[float | None], width: int, height: float | None, names: str
) -> None:
    rows = [[names.format(1980 + at), value] for at, value in enumerate(values)]
    page = drawn_unless_simpler(["年份", "产量"], rows, kind="columns", width=width, height=height)
    if page is None:
        return
    words_are_apart(page, width)
    for mark in marks_on(page.page):
        assert mark.box.x >= -0.01 and mark.box.right <= width + 0.01
    found = {int(m.pointer.split("/")[-2]): m.box.height for m in bars(page)}
    if found:
        scale = max(found[row] / abs(values[row] or 1) for row in found)
        for row, length in found.items():
            assert length == pytest.approx(abs(values[row] or 0) * scale, abs=1e-6)


def test_of_many_columns_a_first_or_last_that_is_nothing_has_no_figure() -> None:
    rows = [[f"2026-07-{day:02}", 0 if day in (1, 31) else day] for day in range(1, 32)]
    said = [text for text, _ in word_boxes(drawn(["日期", "雨"], rows, kind="columns", width=200))]
    assert "30" in said
    assert said.count("0") == 1, "on the grid alone"


def test_columns_of_uneven_times_say_that_they_are_not_to_scale() -> None:
    uneven = [["1988年", 410], ["1998年", 365], ["1999年", 342], ["2002年", 338]]
    even = [[f"{year}年", 400 - year % 7] for year in range(2019, 2024)]
    assert "时间间隔非等比" in words(drawn(["年份", "秒"], uneven, kind="columns"))
    assert "时间间隔非等比" not in words(drawn(["年份", "秒"], even, kind="columns"))
    # A year without a row has its place.
    assert "时间间隔非等比" not in words(drawn(["年份", "秒"], even[:2] + even[3:], kind="columns"))

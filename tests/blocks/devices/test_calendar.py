"""Calendars of days: cells in their weeks, five steps, a key with counts, empty days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from checks import words_are_apart
from drawing import Mark, drawn, marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import words
from sweeps import drawn_unless_simpler

from infographic.composed import ComposedPage

MONDAY = date(2024, 1, 1)


def rows_of(values: list[Any], first: date = MONDAY) -> list[list[Any]]:
    return [[(first + timedelta(n)).isoformat(), value] for n, value in enumerate(values)]


def calendar_of(values: list[Any], width: float = 500, **chart: Any) -> ComposedPage:
    return drawn(["日期", "客流"], rows_of(values), kind="calendar", width=width, **chart)


def cells(page: ComposedPage) -> dict[int, Mark]:
    """The filled cells by their rows."""
    return {
        int(m.pointer.split("/")[-2]): m
        for m in marks_on(page.page)
        if m.path.fill and "/rows/" in m.pointer
    }


def test_days_stand_in_weeks_that_begin_on_monday() -> None:
    found = cells(calendar_of(list(range(100))))
    pitch = found[1].box.y - found[0].box.y
    for day, mark in found.items():
        assert mark.box.x - found[0].box.x == pytest.approx(day // 7 * pitch)
        assert mark.box.y - found[0].box.y == pytest.approx(day % 7 * pitch)
        assert mark.box.width == pytest.approx(mark.box.height)


def test_a_month_has_its_weeks_one_under_the_other() -> None:
    found = cells(calendar_of(list(range(31))))
    assert found[1].box.y == found[0].box.y and found[7].box.x == found[0].box.x


def test_higher_values_are_darker_in_five_steps_at_most() -> None:
    found = cells(calendar_of(list(range(100))))
    tints = [found[day].path.fill.cmyk[3] for day in range(100) if found[day].path.fill]  # type: ignore[union-attr]
    assert tints == sorted(tints)
    assert len(set(tints)) == 5


def test_the_key_counts_the_days_of_each_step_and_says_how_it_was_made() -> None:
    text = words(calendar_of(list(range(100))))
    assert text.count("20天") == 5 and "0—19" in text and "分位数分级" in text


def test_a_day_without_a_value_is_an_empty_frame_and_said() -> None:
    values: list[Any] = list(range(100))
    values[40] = None
    rows = rows_of(values)
    del rows[50]
    page = drawn(["日期", "客流"], rows, kind="calendar", width=500)
    assert 40 not in cells(page)
    frames = [m for m in marks_on(page.page) if m.path.stroke and m.pointer.endswith("rows/40/1")]
    assert len(frames) == 1
    assert "空格2天无数据" in words(page)


def test_a_year_stands_in_several_rows_where_one_is_too_wide() -> None:
    wide = cells(calendar_of(list(range(366)), 900))
    narrow = cells(calendar_of(list(range(366)), 250))
    assert len({round(m.box.y, 3) for m in wide.values()}) == 7
    assert len({round(m.box.y, 3) for m in narrow.values()}) > 7


def test_few_days_and_other_times_are_refused() -> None:
    few = calendar_of(list(range(20)))
    months = drawn(["月份", "客流"], [[f"2024年{n}月", n] for n in range(1, 13)], kind="calendar",
                   width=500)  # fmt: skip
    for page in (few, months):
        assert "graphic-simpler" in [d.code for d in page.diagnostics]


def test_a_claimed_day_has_a_frame() -> None:
    page = calendar_of(list(range(40)), highlight=["2024-01-05"])
    assert [m.pointer for m in marks_on(page.page) if m.path.stroke and "/rows/" in m.pointer] == [
        "/charts/0/data/rows/4/1"
    ]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.one_of(st.none(), st.integers(0, 10**6)), min_size=28, max_size=400),
    st.integers(250, 900),
    st.integers(0, 400),
    st.one_of(st.none(), st.integers(150, 500)),
)
def test_any_calendar_fits_and_no_words_touch(
    values: list[Any], width: int, later: int, height: float | None
) -> None:
    rows = rows_of(values, MONDAY + timedelta(later))
    page = drawn_unless_simpler(["日期", "量"], rows, kind="calendar", width=width, height=height)
    if page is None:
        return
    words_are_apart(page, width)
    for mark in marks_on(page.page):
        assert mark.box.x >= -0.01 and mark.box.right <= width + 0.01
        assert height is None or mark.box.bottom <= height + 0.01


def test_a_month_that_begins_in_the_last_week_is_parted_from_what_is_above_it_alone() -> None:
    # 1 May 2024 is the Wednesday of the last week of 123 days.
    page = drawn(["日期", "量"], rows_of(list(range(123)), MONDAY), kind="calendar", width=251)
    assert all(m.box.right <= 251 + 0.01 for m in marks_on(page.page))

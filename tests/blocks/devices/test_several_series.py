"""Grouped and stacked bars: one scale, one unit, and no series told apart by hue alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from checks import word_boxes, words_are_apart
from drawing import Mark, drawn, marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import words

from infographic.blocks.devices.ranking import grouped, stacked
from infographic.composed import ComposedPage
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.table import Column, NodePlaces, Table
from infographic.graphics.subject import subject_of
from infographic.story.chart import Chart

PAIR = ["县", "2020年", "2025年"]
PARTS = ["县", "玉米", "水稻", "大豆"]


def cell(mark: Mark) -> str:
    return "/".join(mark.pointer.split("/")[-2:])


def bars(page: ComposedPage) -> dict[str, Mark]:
    """The first filled mark of every value, by row and column."""
    found: dict[str, Mark] = {}
    for mark in marks_on(page.page):
        if mark.path.fill and "/rows/" in mark.pointer:
            found.setdefault(cell(mark), mark)
    return found


def refusal(page: ComposedPage) -> str:
    return next(d.message for d in page.diagnostics if d.code == "graphic-simpler")


def test_bars_of_a_group_touch_one_post_and_one_scale() -> None:
    found = bars(drawn(PAIR, [["甲", 10, 20], ["乙", 5, 40]], kind="grouped-bars"))
    assert len({mark.box.x for mark in found.values()}) == 1
    assert found["0/1"].box.width * 4 == pytest.approx(found["1/2"].box.width)
    # Ranked by the later: 乙 stands above 甲.
    assert found["1/1"].box.y < found["1/2"].box.y < found["0/1"].box.y


def test_series_are_named_behind_the_first_rows_values_or_in_a_key() -> None:
    wide = drawn(PAIR, [["甲", 10, 20]], kind="grouped-bars", width=400)
    boxes = dict(word_boxes(wide))
    assert boxes["2025年"].x > boxes["20"].right
    narrow = drawn(PAIR, [["甲", 10, 20]], kind="grouped-bars", width=180)
    boxes = dict(word_boxes(narrow))
    assert boxes["2025年"].y < boxes["10"].y


def test_bars_below_nothing_run_left_of_the_post() -> None:
    found = bars(drawn(PAIR, [["甲", -10, 20]], kind="grouped-bars"))
    assert found["0/1"].box.right == pytest.approx(found["0/2"].box.x)


def test_unequal_units_are_refused() -> None:
    numbers = [
        Column(name, (Decimal(10),), "number", unit, texts=("10",))
        for name, unit in (("产量", "万吨"), ("面积", "万亩"))
    ]
    names = Column("县", ("甲",), texts=("甲",))
    table = Table((names, *numbers), "x", NodePlaces(((BUILT_IN,) * 3,)))
    assert "万吨 and 万亩" in str(grouped.refuses(subject_of(Chart(table))))
    assert "万吨 and 万亩" in str(stacked.refuses(subject_of(Chart(table))))


def test_parts_lie_end_to_end_from_the_post_and_their_sum_stands_behind() -> None:
    page = drawn(PARTS, [["甲", 20, 10, 5], ["乙", 7, 0, 0]], kind="stacked-bars", width=400)
    found = bars(page)
    assert found["0/1"].box.right == pytest.approx(found["0/2"].box.x)
    assert found["0/2"].box.right == pytest.approx(found["0/3"].box.x)
    assert found["0/1"].box.width == pytest.approx(4 * found["0/3"].box.width)
    assert {"35", "7"} <= set(dict(word_boxes(page)))


def test_a_row_with_a_missing_part_has_no_bar() -> None:
    page = drawn(PARTS, [["甲", 20, 10, 5], ["乙", 7, None, 3]], kind="stacked-bars", width=400)
    assert not [key for key in bars(page) if key.startswith("1/")]
    assert "—" in words(page)


def test_small_parts_have_their_figures_below_on_leaders() -> None:
    page = drawn(PARTS, [["甲", 200, 100, 1]], kind="stacked-bars", width=300)
    boxes = dict(word_boxes(page))
    assert boxes["1"].y > boxes["200"].bottom


def test_shares_that_do_not_make_100_are_refused_with_their_sum() -> None:
    rows = [["甲", 50, 30, 20], ["乙", 50, 30, 25]]
    page = drawn(PARTS, rows, kind="stacked-100", measure={"unit": "%"}, width=400)
    assert "“乙” make 105 %" in refusal(page)


def test_rounded_shares_may_miss_100_by_their_rounding() -> None:
    rows = [["甲", 33, 33, 33]]
    page = drawn(PARTS, rows, kind="stacked-100", measure={"unit": "%"}, width=400)
    assert len(bars(page)) == 3


def test_every_row_of_a_whole_is_as_long_and_amounts_are_said_as_shares() -> None:
    page = drawn(PARTS, [["甲", 20, 10, 10], ["乙", 1, 1, 2]], kind="stacked-100", width=400)
    found = bars(page)
    first = found["0/3"].box.right - found["0/1"].box.x
    assert found["1/3"].box.right - found["1/1"].box.x == pytest.approx(first)
    assert "50%" in words(page) and "条长为占本行合计的比重" in words(page)


def test_parts_below_nothing_and_rates_are_never_stacked() -> None:
    page = drawn(PARTS, [["甲", 20, -10, 10]], kind="stacked-bars", width=400)
    assert "never below 0" in refusal(page)
    rates = drawn(PARTS, [["甲", 20, 10, 10]], kind="stacked-bars", width=400,
                  measure={"what": "增速", "unit": "%"})  # fmt: skip
    assert "not to be added" in refusal(rates)


def test_five_series_differ_in_black_alone() -> None:
    columns = ["县", "甲", "乙", "丙", "丁", "戊"]
    page = drawn(columns, [["一", 9, 9, 9, 9, 9]], kind="stacked-bars", width=600)
    looks = set()
    for n in range(1, 6):
        own = [m for m in marks_on(page.page) if cell(m) == f"0/{n}"]
        fills = tuple(round(ink(m.path.fill), 2) for m in own if m.path.fill)
        looks.add((fills, len([m for m in own if m.path.stroke])))
    assert len(looks) == 5


def ink(color: Color) -> float:
    return sum(color.cmyk) / 4 if any(color.cmyk[:3]) else color.cmyk[3]


VALUES = st.one_of(st.none(), st.just(0), st.integers(0, 99999))


@settings(max_examples=20, deadline=None)
@given(
    rows=st.lists(st.tuples(st.text("甲乙丙", min_size=1, max_size=14), VALUES, VALUES, VALUES),
                  min_size=1, max_size=14),
    width=st.integers(400, 800),
    kind=st.sampled_from(["grouped-bars", "stacked-bars", "stacked-100"]),
)  # fmt: skip
def test_any_values_fit_their_width_and_no_words_touch(
    rows: list[tuple[str, float | None]], width: int, kind: str
) -> None:
    page = drawn(PARTS, rows, kind=kind, width=width)
    if any(d.code == "graphic-simpler" for d in page.diagnostics):
        return
    words_are_apart(page, width)


def test_stacked_rows_are_as_far_apart_whether_figures_stand_under_them_or_not() -> None:
    rows = [["甲", 60, 40], ["乙", 90, 2], ["丙", 50, 30]]
    page = drawn(["县", "一", "二"], rows, kind="stacked-bars", width=300)
    tops = sorted({round(m.box.y, 3) for m in marks_on(page.page)
                   if m.path.fill and m.pointer.endswith("/1")})  # fmt: skip
    assert len(tops) == 3
    assert tops[1] - tops[0] == pytest.approx(tops[2] - tops[1])


@pytest.mark.parametrize(
    ("kind", "heights"), [("grouped-bars", (180, 210, 290)), ("stacked-bars", (135, 150, 180))]
)
def test_as_many_ranked_rows_stand_as_the_height_holds(kind: str, heights: tuple[int, ...]) -> None:
    rows = [[f"县{n}", 90 - n, 40 - n] for n in range(9)]
    counts = []
    for height in heights:
        page = drawn(["县", "粮", "油"], rows, kind=kind, width=300, height=height, order="falling")
        seen = {m.pointer.split("/rows/")[1].split("/")[0] for m in marks_on(page.page)
                if "/rows/" in m.pointer}  # fmt: skip
        counts.append(len(seen))
    assert 1 < counts[0] < counts[1] < counts[2] == len(rows)

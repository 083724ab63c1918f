"""Small multiples: equal fields on one scale, or each from zero and said."""

from __future__ import annotations

from typing import Any

import pytest
from checks import word_boxes, words_are_apart
from drawing import Mark, drawn, marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import sizes, words
from sweeps import drawn_unless_simpler

from infographic.composed import ComposedPage

YEARS = range(2018, 2024)


def multiples_of(columns: list[str], table: list[list[Any]], width: float = 600, kind: str = "",
                 **chart: Any) -> ComposedPage:  # fmt: skip
    kind = f"small-multiples{kind and '-'}{kind}"
    return drawn(columns, table, kind=kind, width=width, **chart)


def growing(*factors: float) -> list[list[Any]]:
    """A row a year; a column grows by each factor."""
    return [[f"{year}年", *(factor * (year - 2017) for factor in factors)] for year in YEARS]


def lines(page: ComposedPage) -> list[Mark]:
    return [m for m in marks_on(page.page)
            if m.path.stroke and not m.path.fill and "/rows/" in m.pointer]  # fmt: skip


def codes(page: ComposedPage) -> list[str]:
    return [d.code for d in page.diagnostics]


def test_fields_are_equal_and_on_one_scale_where_units_agree() -> None:
    one, two, three = lines(multiples_of(["年份", "甲", "乙", "丙"], growing(1, 2, 4)))
    assert one.box.width == two.box.width == three.box.width
    assert one.box.height / three.box.height == pytest.approx(1 / 4)
    assert one.box.bottom - three.box.bottom == pytest.approx(three.box.height * 0.15)
    assert two.box.x - one.box.x == pytest.approx(three.box.x - two.box.x)


def test_fields_of_several_units_have_their_own_scale_from_zero_and_it_is_said() -> None:
    page = multiples_of(["年份", "产量（吨）", "人数（人）"], growing(10, 1000))
    one, two = lines(page)
    assert one.box.height == pytest.approx(two.box.height)
    assert "各图刻度不同，均从0起" in words(page)
    assert "吨" in words(page) and "人" in words(page)


def test_all_last_figures_have_one_size_by_the_widest() -> None:
    page = multiples_of(["年份", "甲", "乙"], growing(1, 123456.5))
    found = sizes(page)
    assert found["6"] == found["740739.0"]


def test_six_fields_stand_in_rows_of_three_or_two_and_under_each_other() -> None:
    columns, table = ["年份", *"甲乙丙丁戊己"], growing(1, 2, 3, 4, 5, 6)
    for width, across in ((700, 3), (300, 2), (190, 1)):
        lefts = {round(m.box.x, 2) for m in lines(multiples_of(columns, table, width))}
        assert len(lefts) == across


def test_what_the_title_claims_has_the_accent_and_black_figures_are_the_others() -> None:
    page = multiples_of(["年份", "甲", "乙"], growing(1, 2), highlight=["乙"])
    one, two = lines(page)
    assert one.path.stroke and two.path.stroke
    assert one.path.stroke.color != two.path.stroke.color


def test_bars_have_one_order_and_one_scale() -> None:
    page = multiples_of(["市", "甲", "乙"], [["长春", 10, 40], ["吉林", 20, 5]])
    bars = {m.pointer: m for m in marks_on(page.page) if m.path.fill and "/rows/" in m.pointer}
    at = "/charts/0/data/rows/{}/{}"
    length = {(row, col): bars[at.format(row, col)].box.width for row in (0, 1) for col in (1, 2)}
    assert length[0, 1] / length[0, 2] == pytest.approx(0.25)
    assert length[1, 1] / length[1, 2] == pytest.approx(4)
    assert bars[at.format(1, 1)].box.y < bars[at.format(0, 1)].box.y
    assert bars[at.format(1, 2)].box.y < bars[at.format(0, 2)].box.y


@pytest.mark.parametrize("kind", ["columns", "area", "line"])
def test_each_kind_keeps_its_scale(kind: str) -> None:
    page = multiples_of(["年份", "甲", "乙"], growing(1, 3), kind=kind)
    tall: dict[str, float] = {}
    for mark in marks_on(page.page):
        if "/rows/" in mark.pointer and mark.box.height > 10:
            column = mark.pointer.split("/")[-1]
            tall[column] = max(tall.get(column, 0), mark.box.height)
    assert tall["1"] / tall["2"] == pytest.approx(1 / 3)


def test_mixed_kinds_and_too_many_fields_are_refused() -> None:
    table = growing(1, 2)
    for row in table[:3]:
        row[2] = None
    assert "graphic-simpler" in codes(multiples_of(["年份", "甲", "乙"], table))
    many = multiples_of(["年份", *"甲乙丙丁戊己庚"], growing(1, 2, 3, 4, 5, 6, 7))
    assert "graphic-simpler" in codes(many)


def test_notes_have_no_place_in_small_fields_and_that_is_said() -> None:
    page = multiples_of(["年份", "甲", "乙"], growing(1, 2), notes=[{"at": "2020年", "text": "转"}])
    assert "graphic-left-out" in codes(page)


VALUES = st.one_of(st.just(0), st.integers(-(10**9), 10**9),
                   st.floats(-1e6, 1e6).map(lambda x: round(x, 6)))  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(
    table=st.integers(2, 6).flatmap(
        lambda n: st.lists(st.lists(VALUES, min_size=n, max_size=n), min_size=2, max_size=12)
    ),
    width=st.integers(250, 1200),
    names=st.sampled_from(["{0}年", "第{0}市"]),
    kind=st.sampled_from(["", "-line", "-columns", "-area", "-bars"]),
    height=st.one_of(st.none(), st.integers(200, 700)),
)
def test_any_fields_fit_and_no_words_touch(
    table: list[list[float]], width: int, names: str, kind: str, height: float | None
) -> None:
    rows = [[names.format(2000 + at), *values] for at, values in enumerate(table)]
    columns = ["名称", *(f"第{n}项" for n in range(len(table[0])))]
    page = drawn_unless_simpler(columns, rows, kind=f"small-multiples{kind}", width=width,
                                height=height)  # fmt: skip
    if page is None:
        return
    words_are_apart(page, width)
    for mark in marks_on(page.page):
        assert mark.box.x >= -0.01 and mark.box.right <= width + 0.01
        assert height is None or mark.box.bottom <= height + 0.01


@pytest.mark.parametrize("width", [150, 340, 420, 800])
def test_bars_below_nought_on_a_scale_of_their_own_leave_room_for_their_figures(width: int) -> None:
    columns = ["县", "人口（万人）", "增速（%）"]
    rows = [["榆树", 72.6, -8.68942281520], ["农安", 316.4, 2.781362810883], ["德惠", 9, -0.07001]]
    page = drawn(columns, rows, kind="small-multiples-bars", width=width)
    assert all(box.x >= -0.1 and box.right <= width + 0.1 for _, box in word_boxes(page))

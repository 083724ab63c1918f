"""Flows: ribbons as thick as their values, sums at both ends, what is claimed on top."""

from __future__ import annotations

from decimal import Decimal

import pytest
from checks import words_are_apart
from drawing import drawn, marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import lines, words

from infographic.composed import ComposedPage

COLUMNS = ["来源地", "去向", "人数"]
ROWS = [["甲", "丙", 40], ["甲", "丁", 10], ["乙", "丙", 20], ["乙", "丁", 30]]


def ribbons(made: ComposedPage) -> dict[str, tuple[float, float]]:
    """How thick each is at its left and its right end, by its row; rims come before them."""
    found = {}
    for mark in marks_on(made.page):
        if len(mark.path.segments) == 5 and mark.path.segments[1][0] == "C":
            (_, start), (_, first), (_, corner), (_, back), _ = mark.path.segments
            found[mark.pointer.split("/")[-2]] = (back[5] - start[1], corner[1] - first[5])
    return found


def test_ribbons_are_as_thick_as_their_values_at_both_ends() -> None:
    found = ribbons(drawn(COLUMNS, ROWS, kind="flow", width=400))
    for row, value in (("0", 40), ("1", 10), ("2", 20), ("3", 30)):
        for end in found[row]:
            assert end / found["0"][0] == pytest.approx(value / 40, abs=1e-9)


def test_both_sides_say_their_sums() -> None:
    said = words(drawn(COLUMNS, ROWS, kind="flow", width=400))
    for total in ("50", "60", "40"):
        assert total in said


def test_a_matrix_is_a_flow_and_its_totals_are_left_out() -> None:
    columns = ["产地", "丙港", "丁港", "合计"]
    rows = [["甲", 40, 10, 50], ["乙", 20, None, 20], ["合计", 60, 10, 70]]
    made = drawn(columns, rows, kind="flow", width=400)
    assert set(ribbons(made)) == {"0", "1"}
    assert "合计" not in words(made) and "1项无数据" in words(made)


def test_columns_of_from_and_to_are_a_flow_by_themselves() -> None:
    made = drawn(COLUMNS, ROWS, width=400)
    kinds = [one.saying.values.get("kind") for one in made.diagnostics]
    assert "flow" in kinds


def test_what_the_title_claims_is_painted_last_in_the_accent() -> None:
    made = drawn(COLUMNS, ROWS, kind="flow", width=400, highlight=["丁"])
    bands = [m for m in marks_on(made.page) if len(m.path.segments) == 5
             and m.path.segments[1][0] == "C"][1::2]  # fmt: skip
    assert {mark.pointer.split("/")[-2] for mark in bands[2:]} == {"1", "3"}
    assert bands[0].path.fill != bands[3].path.fill


def test_rows_of_totals_flow_nowhere() -> None:
    made = drawn(COLUMNS, [*ROWS, ["合计", "", 100]], kind="flow", width=400)
    assert set(ribbons(made)) == {"0", "1", "2", "3"}
    assert "合计" not in words(made)


def test_a_figure_stands_on_its_own_ribbon_or_not_at_all() -> None:
    rows = [["甲", "丙", 500], ["甲", "丁", 3], ["乙", "丙", 4], ["乙", "丁", 500]]
    made = drawn(COLUMNS, rows, kind="flow", width=400)
    assert "3" not in [line.text for line in lines(made)]
    assert "graphic-left-out/figures" in [one.saying.key for one in made.diagnostics]


def test_no_figure_stands_where_a_later_ribbon_crosses_its_own() -> None:
    rows = [
        ["甲", "二", 5], ["甲", "三", 60], ["乙", "一", 100], ["乙", "二", 300], ["乙", "三", 60],
        ["丙", "一", 300], ["丙", "二", 60], ["丙", "三", 5],
    ]  # fmt: skip
    made = drawn(COLUMNS, rows, kind="flow", width=200, height=300, highlight=["二"])
    assert "60" not in [line.text for line in lines(made)]
    apart = drawn(COLUMNS, rows, kind="flow", width=500, height=300, highlight=["二"])
    assert "60" in [line.text for line in lines(apart)]


@pytest.mark.parametrize("rows", [
    [["甲", "丙", -4], ["乙", "丙", 2]],
    [["甲", "丙", 0], ["乙", "丙", 0]],
    [[f"甲{n}", "丙", 1] for n in range(13)],
])  # fmt: skip
def test_what_flows_nowhere_is_refused(rows: list[list[object]]) -> None:
    made = drawn(COLUMNS, rows, kind="flow", width=400)
    assert "graphic-simpler" in [one.saying.key for one in made.diagnostics]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["甲", "乙乙乙", "丙丙丙丙丙丙"]), st.sampled_from("一二三四五六"),
            st.none() | st.integers(0, 10**6) | st.just(Decimal("0.000001")),
        ),
        min_size=1, max_size=14,
    ),
    st.sampled_from([200, 300, 500]),
    st.sampled_from([None, 220]),
)  # fmt: skip
def test_words_never_meet(
    rows: list[tuple[str, str, object]], width: float, height: float | None
) -> None:
    if not any(value for _, _, value in rows):
        return
    told = [(a, b, None if v is None else float(str(v))) for a, b, v in rows]
    # So narrow they may come to be figures, of which 14 have no room in that height.
    height = None if width == 200 else height
    words_are_apart(drawn(COLUMNS, told, kind="flow", width=width, height=height), width)


def test_the_rim_of_a_ribbon_ends_with_the_graphic() -> None:
    rows = [["甲", "戊", 40], ["甲", "己", 20], ["乙", "戊", 10], ["乙", "己", 30]]
    page = drawn(["从", "到", "人数"], rows, kind="flow", width=400, height=200)
    assert all(mark.box.bottom <= 200.01 for mark in marks_on(page.page))

"""Two sides compared: bars of one scale, figures of one size, words."""

from __future__ import annotations

import pytest
from checks import word_boxes, words_are_apart
from drawing import drawn, marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import sizes, words

from infographic.composed import ComposedPage

COLUMNS = ["时段", "北线", "南线"]
ROWS = [["早", 40, 20], ["晚", 10, None], ["夜", 0, 5]]
UNIT = {"unit": "万人"}


def bars(made: ComposedPage) -> dict[str, tuple[float, float]]:
    """Left edge and width of every bar, by its cell."""
    return {
        mark.pointer.partition("/rows/")[2]: (mark.box.x, mark.box.width)
        for mark in marks_on(made.page)
        if mark.path.fill is not None
    }


def test_values_of_one_unit_have_bars_from_the_middle_on_one_scale() -> None:
    found = bars(drawn(COLUMNS, ROWS, kind="comparison", measure=UNIT, width=400))
    assert set(found) == {"0/1", "0/2", "1/1", "2/2"}
    assert found["0/2"][1] / found["0/1"][1] == pytest.approx(0.5, abs=1e-9)
    assert found["1/1"][1] / found["0/1"][1] == pytest.approx(0.25, abs=1e-9)
    assert found["2/2"][1] / found["0/1"][1] == pytest.approx(0.125, abs=1e-9)
    ends = {round(found[cell][0] + found[cell][1], 6) for cell in ("0/1", "1/1")}
    assert len(ends) == 1 and len({round(found[cell][0], 6) for cell in ("0/2", "2/2")}) == 1


def test_a_missing_value_is_said_and_has_no_bar() -> None:
    assert "—" in words(drawn(COLUMNS, ROWS, kind="comparison", measure=UNIT, width=400))


@pytest.mark.parametrize("rows", [
    [["GDP", "亿元", 76.5, 90], ["人口", "万人", 910, 924.8]],
    [["GDP", "亿元", 1, -2]],
])  # fmt: skip
def test_rows_of_units_of_their_own_have_no_axis_and_figures_of_one_size(
    rows: list[list[object]],
) -> None:
    made = drawn(["指标", "单位", "甲", "乙"], rows, kind="comparison", width=400)
    assert not bars(made)
    assert len({size for text, size in sizes(made).items() if text.strip("−.").isdigit()}) == 1
    assert "76.5亿元" in words(made) or "−2亿元" in words(made)


def test_without_a_unit_there_is_no_common_scale() -> None:
    assert not bars(drawn(["", "甲", "乙"], [["a", 1, 2]], kind="comparison", width=400))


def test_names_stand_between_the_sides_and_over_them_in_little_width() -> None:
    for width, beside in ((400, True), (130, False)):
        made = drawn(COLUMNS, ROWS[:1], kind="comparison", measure=UNIT, width=width)
        boxes = dict(word_boxes(made))
        middle = boxes["早"].x + boxes["早"].width / 2
        assert middle == pytest.approx(width / 2, abs=0.1)
        assert boxes["早"].meets(boxes["40"]._replace(x=boxes["早"].x)) is beside


def test_columns_of_words_are_compared_as_words() -> None:
    rows = [["何时缴费", "每年九月至十二月一次缴清", "按月缴纳"]]
    made = drawn(["", "居民", "职工"], rows, kind="comparison", width=300)
    assert "按月缴纳" in words(made) and "十二月" in words(made)
    words_are_apart(made, 300)


def test_what_has_not_two_sides_gives_way() -> None:
    made = drawn(["", "甲", "乙", "丙"], [["a", 1, 2, 3]], kind="comparison", width=400)
    assert "graphic-simpler" in [one.saying.key for one in made.diagnostics]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text("甲乙丙", min_size=1, max_size=14),
            st.none() | st.integers(0, 10**9) | st.just(0.000001),
            st.none() | st.integers(0, 10**6),
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from([180, 260, 480]),
    st.booleans(),
)
def test_words_never_meet(
    rows: list[tuple[str, float | None, float | None]], width: float, has_unit: bool
) -> None:
    if all(one is None for _, one, _ in rows) or all(one is None for _, _, one in rows):
        return
    measure = UNIT if has_unit else {}
    made = drawn(COLUMNS, rows, kind="comparison", measure=measure, width=width)
    words_are_apart(made, width)

"""Diverging bars, lollipops, dot plots: one series on a scale whose 0 stands where it is."""

from __future__ import annotations

import pytest
from checks import word_boxes, words_are_apart
from drawing import Mark, drawn, marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import words

from infographic.composed import ComposedPage

COLUMNS = ["业", "增长"]


def bars(page: ComposedPage) -> dict[str, Mark]:
    """Filled marks by their row."""
    found = (m for m in marks_on(page.page) if m.path.fill and "/rows/" in m.pointer)
    return {mark.pointer.split("/")[-2]: mark for mark in found}


def box_of(page: ComposedPage, text: str):  # type: ignore[no-untyped-def]
    return next(box for words_, box in word_boxes(page) if words_ == text)


def test_gains_run_right_and_losses_left_of_one_post_on_one_scale() -> None:
    found = bars(drawn(COLUMNS, [["甲", 20], ["乙", -10]], kind="diverging-bars"))
    gain, loss = found["0"].box, found["1"].box
    assert gain.x == pytest.approx(loss.right)
    assert gain.width == pytest.approx(2 * loss.width)


def test_a_name_stands_on_the_side_that_its_bar_leaves_free() -> None:
    page = drawn(COLUMNS, [["甲", 20], ["乙", -10]], kind="diverging-bars")
    zero = bars(page)["0"].box.x
    assert box_of(page, "甲").right < zero < box_of(page, "乙").x


def test_every_figure_but_nothing_has_its_sign() -> None:
    rows = [["甲", 20.5], ["乙", -10], ["丙", 0], ["丁", None]]
    said = words(drawn(COLUMNS, rows, kind="diverging-bars"))
    assert "+20.5" in said
    assert "−10.0" in said
    assert "+0" not in said


def test_a_fall_is_in_the_accent_where_less_is_better() -> None:
    rows = [["甲", 20], ["乙", -10]]
    up = bars(drawn(COLUMNS, rows, kind="diverging-bars", better="up"))
    down = bars(drawn(COLUMNS, rows, kind="diverging-bars", better="down"))
    assert up["0"].path.fill == down["1"].path.fill
    assert up["1"].path.fill == down["0"].path.fill
    assert up["0"].path.fill != up["1"].path.fill


def test_of_many_rows_both_ends_stand() -> None:
    rows = [[f"业{n}", 10 - n] for n in range(20)]
    page = drawn(COLUMNS, rows, kind="diverging-bars", width=400)
    assert {"0", "19"} <= set(bars(page))
    assert "其余10项未列出" in words(page)


def test_negative_bars_give_way_to_diverging_ones() -> None:
    page = drawn(COLUMNS, [["甲", -20], ["乙", 10]], kind="bars")
    assert len(bars(page)) == 2
    found = [d for d in page.diagnostics if d.code == "graphic-simpler"]
    assert "diverging-bars" in found[0].message


def test_a_lollipop_is_as_long_as_its_value_and_its_dot_stands_there() -> None:
    page = drawn(COLUMNS, [["甲", 20], ["乙", 10]], kind="lollipop")
    stems = [m for m in marks_on(page.page) if m.path.stroke and "/rows/" in m.pointer]
    assert stems[0].box.width == pytest.approx(2 * stems[1].box.width)
    dot = bars(page)["1"].box
    assert dot.x + dot.width / 2 == pytest.approx(stems[1].box.right)


def test_an_axis_of_dots_that_is_cut_says_so() -> None:
    page = drawn(COLUMNS, [["甲", 82], ["乙", 78]], kind="dot-plot", measure={"unit": "岁"})
    assert "横轴从76岁起" in words(page)
    assert bars(page)["1"].box.x > 40
    assert "横轴" not in words(drawn(COLUMNS, [["甲", 82], ["乙", 8]], kind="dot-plot"))


VALUES = st.one_of(st.none(), st.just(0), st.integers(-(10**7), 10**7))


@settings(max_examples=20, deadline=None)
@given(
    rows=st.lists(st.tuples(st.text("甲乙丙丁", min_size=1, max_size=14), VALUES), min_size=1,
                  max_size=16),
    width=st.integers(300, 600),
    kind=st.sampled_from(["diverging-bars", "lollipop", "dot-plot"]),
)  # fmt: skip
def test_any_values_fit_their_width_and_no_words_touch(
    rows: list[tuple[str, float | None]], width: int, kind: str
) -> None:
    page = drawn(COLUMNS, rows, kind=kind, width=width)
    if any("“figures”" in d.message for d in page.diagnostics if d.code == "graphic-simpler"):
        return
    words_are_apart(page, width)


def test_the_name_of_a_loss_has_its_room_right_of_the_post() -> None:
    rows = [["甲", 1], ["一二三四五六七八九十"[:9], -200]]
    page = drawn(COLUMNS, rows, kind="diverging-bars", width=300)
    words_are_apart(page, 300)
    name = max((box for _, box in word_boxes(page)), key=lambda box: box.width)
    assert name.width == pytest.approx(81)
    assert name.x > bars(page)["1"].box.right

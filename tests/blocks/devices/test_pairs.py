"""Dumbbells, range bars, the pyramid and the waterfall: two ends a mark, on one scale."""

from __future__ import annotations

import pytest
from checks import word_boxes, words_are_apart
from drawing import Mark, drawn, marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import words

from infographic.composed import ComposedPage
from infographic.foundation.color import WHITE

PAIR = ["县", "2020年", "2025年"]
LOWS = ["日", "最低", "最高"]
AGES = ["年龄", "男", "女"]
STEPS = ["项", "额"]


def marks(page: ComposedPage) -> dict[str, list[Mark]]:
    """Marks by the row and column of their datum."""
    found: dict[str, list[Mark]] = {}
    for mark in marks_on(page.page):
        if "/rows/" in mark.pointer:
            found.setdefault("/".join(mark.pointer.split("/")[-2:]), []).append(mark)
    return found


def refusal(page: ComposedPage) -> str:
    return next(d.message for d in page.diagnostics if d.code == "graphic-simpler")


def middle(mark: Mark) -> float:
    return mark.box.x + mark.box.width / 2


def test_the_earlier_dot_is_hollow_the_later_solid_and_the_way_between_is_a_line() -> None:
    found = marks(drawn(PAIR, [["甲", 30, 50], ["乙", 40, 20]], kind="dumbbells"))
    (hollow,), (way, solid) = found["0/1"], found["0/2"]
    assert hollow.path.stroke is not None and hollow.path.fill == WHITE
    assert solid.path.fill is not None and solid.path.stroke is None
    assert middle(hollow) == pytest.approx(way.box.x)
    assert middle(solid) == pytest.approx(way.box.right)
    # 20 down is as far as 20 up.
    assert found["1/2"][0].box.width == pytest.approx(way.box.width)


def test_the_lesser_figure_stands_left_and_the_greater_right() -> None:
    boxes = dict(word_boxes(drawn(PAIR, [["甲", 30, 50], ["乙", 41, 20]], kind="dumbbells")))
    assert boxes["30"].x < boxes["50"].x
    assert boxes["20"].x < boxes["41"].x


def test_a_pair_with_one_value_is_one_dot_and_a_dash() -> None:
    page = drawn(PAIR, [["甲", 30, 50], ["乙", 40, None]], kind="dumbbells")
    assert "1/2" not in marks(page)
    assert "—" in words(page)


def test_an_axis_that_is_cut_is_said_of_pairs_too() -> None:
    assert "横轴从" in words(drawn(PAIR, [["甲", 80, 82], ["乙", 81, 85]], kind="dumbbells"))


@pytest.mark.parametrize(("width", "is_said"), [(300, False), (700, True)])
def test_a_line_at_0_that_a_figure_hides_is_said_at_the_foot(width: float, is_said: bool) -> None:
    page = drawn(["县", "低", "高"], [["市", 40000, 4530000]], kind="range-bars", width=width)
    assert ("横轴从0起" in words(page)) is is_said


def test_a_range_runs_from_its_low_to_its_high() -> None:
    found = marks(drawn(LOWS, [["一", -10, 5], ["二", 0, 30]], kind="range-bars", order="file"))
    (first,), (second,) = found["0/2"], found["1/2"]
    assert second.box.width == pytest.approx(2 * first.box.width)
    assert second.box.x == pytest.approx(first.box.x + first.box.width * 10 / 15)


def test_a_low_above_its_high_is_refused_by_name() -> None:
    assert "“二” goes from 9 to 3" in refusal(drawn(LOWS, [["一", 1, 5], ["二", 9, 3]],
                                                 kind="range-bars"))  # fmt: skip


def test_both_sides_of_a_pyramid_have_one_scale_and_the_youngest_stands_at_the_foot() -> None:
    rows = [["0—9岁", 10, 20], ["10—19岁", 40, 5], ["20—29岁", 8, 8]]
    found = marks(drawn(AGES, rows, kind="pyramid", width=400))
    left, right = found["1/1"][0].box, found["0/2"][0].box
    assert left.width == pytest.approx(2 * right.width)
    assert left.right < right.x
    assert found["0/1"][0].box.y > found["1/1"][0].box.y > found["2/1"][0].box.y
    old_first = marks(drawn(AGES, rows[::-1], kind="pyramid", width=400))
    assert old_first["2/1"][0].box.y > old_first["0/1"][0].box.y


def test_a_pyramid_of_many_ages_has_an_axis_in_place_of_figures() -> None:
    rows = [[f"{5 * n}—{5 * n + 4}", 10 + n, 12 + n] for n in range(18)]
    page = drawn(AGES, rows, kind="pyramid", width=400)
    assert "18" not in dict(word_boxes(page))
    assert {"27", "29", "0", "20"} <= set(dict(word_boxes(page)))


def test_steps_begin_where_the_one_before_ended_and_totals_at_nothing() -> None:
    rows = [["年初余额", 100], ["收入", 50], ["支出", -70], ["年末余额", 80]]
    page = drawn(STEPS, rows, kind="waterfall")
    first, gain, loss, last = (marks(page)[f"{n}/1"][0].box for n in range(4))
    assert gain.x == pytest.approx(first.right)
    assert loss.right == pytest.approx(gain.right)
    assert last.right == pytest.approx(loss.x)
    assert last.x == pytest.approx(first.x)
    assert gain.width * 2 == pytest.approx(first.width)
    assert "+50" in words(page) and "−70" in words(page) and "斜线为减少" in words(page)


def test_a_stated_total_that_the_steps_do_not_make_is_refused_with_both_numbers() -> None:
    rows = [["年初余额", 100], ["收入", 50], ["年末余额", 180]]
    assert "says 180, and the steps before it make 150" in refusal(
        drawn(STEPS, rows, kind="waterfall")
    )


def test_a_waterfall_without_a_total_has_one_reckoned() -> None:
    page = drawn(STEPS, [["出生", 10], ["死亡", -4], ["迁入", 3]], kind="waterfall")
    assert "合计" in words(page)
    assert {"+10", "9"} <= set(dict(word_boxes(page)))


def test_a_missing_step_is_refused() -> None:
    rows = [["出生", 10], ["死亡", None], ["迁入", 3]]
    assert "“死亡” is missing" in refusal(drawn(STEPS, rows, kind="waterfall"))


def test_low_and_high_columns_and_running_totals_find_their_devices() -> None:
    notes = [d.message for d in drawn(LOWS, [["一", 1, 5], ["二", 2, 3]]).diagnostics]
    assert any("range-bars" in note for note in notes)
    rows = [["年初余额", 100], ["收入", 50], ["支出", -70], ["年末余额", 80]]
    notes = [d.message for d in drawn(STEPS, rows).diagnostics]
    assert any("waterfall" in note for note in notes)


VALUES = st.one_of(st.none(), st.just(0), st.integers(-9999, 9999))


@settings(max_examples=20, deadline=None)
@given(
    rows=st.lists(st.tuples(st.text("甲乙丙", min_size=1, max_size=13), VALUES, VALUES),
                  min_size=1, max_size=20),
    width=st.integers(300, 700),
    kind=st.sampled_from(["dumbbells", "range-bars", "pyramid"]),
)  # fmt: skip
def test_any_pairs_fit_their_width_and_no_words_touch(
    rows: list[tuple[str, float | None]], width: int, kind: str
) -> None:
    page = drawn(PAIR, rows, kind=kind, width=width)
    if any(d.code == "graphic-simpler" for d in page.diagnostics):
        return
    words_are_apart(page, width)


@settings(max_examples=20, deadline=None)
@given(
    rows=st.lists(st.tuples(st.text("甲乙丙", min_size=1, max_size=13), st.integers(-999, 999)),
                  min_size=1, max_size=16),
    width=st.integers(300, 700),
)  # fmt: skip
def test_any_steps_fit_their_width_and_no_words_touch(
    rows: list[tuple[str, float]], width: int
) -> None:
    page = drawn(STEPS, rows, kind="waterfall", width=width)
    if not any(d.code == "graphic-simpler" for d in page.diagnostics):
        words_are_apart(page, width)


def guides(page: ComposedPage) -> list[Mark]:
    return [m for m in marks_on(page.page)
            if m.path.stroke and m.path.stroke.width == 0.25 and not m.box.height]  # fmt: skip


def test_a_hairline_leads_from_names_to_figures_that_are_far_from_them_and_to_no_others() -> None:
    rows = [["甲", 60, 90], ["乙", 55, 80], ["丙", 2, 9]]
    far = guides(drawn(["县", "前", "后"], rows, kind="dumbbells", width=500))
    assert len(far) == 2
    assert len({round(m.box.x, 3) for m in far}) == 1
    near = guides(drawn(["县", "前", "后"], rows, kind="dumbbells", width=170))
    assert not near


def test_days_in_digits_are_named_as_they_are_said_and_the_year_once() -> None:
    rows = [[f"2026-07-{day}", day, day + 9] for day in (21, 22, 23)]
    for period, first in (("", "2026年7月21日"), ("2026年夏", "7月21日")):
        measure = {"what": "气温", "unit": "℃", **({"period": period} if period else {})}
        page = drawn(["日期", "最低", "最高"], rows, kind="range-bars", width=400, measure=measure)
        said = [text for text, _ in word_boxes(page)]
        assert {first, "7月22日", "7月23日"} <= set(said), said
    rows = [["2025-07-21", 1, 2], ["2026-07-21", 3, 4]]
    page = drawn(["日期", "最低", "最高"], rows, kind="range-bars", width=400)
    assert {"2025年7月21日", "2026年7月21日"} <= {text for text, _ in word_boxes(page)}

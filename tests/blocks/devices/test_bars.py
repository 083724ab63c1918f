"""Ranked bars: lengths from 0, the order, what is claimed, what gives way."""

from __future__ import annotations

from typing import Any

import pytest
from checks import word_boxes, words_are_apart
from drawing import drawn, marks_on, words_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import words

from infographic.composed import ComposedPage
from infographic.display.items import TextLine

COLUMNS = ["县", "产量"]


def bars_of(*rows: tuple[str, float | None], **chart: object) -> list[tuple[str, float]]:
    """Each bar's datum and length, in the order they are painted."""
    page = drawn(COLUMNS, rows, kind="bars", **chart).page  # type: ignore[arg-type]
    return [(m.pointer, m.box.width) for m in marks_on(page) if m.path.fill is not None]


def baseline_of(page: ComposedPage, text: str) -> float:
    found = [p for p in words_on(page.page) if isinstance(p.item, TextLine) and p.item.text == text]
    return found[0].at.y


def codes(page: ComposedPage) -> list[str]:
    return [d.code for d in page.diagnostics]


def test_bars_are_as_long_as_their_values_are_large() -> None:
    (_, first), (_, second), (_, third) = bars_of(("甲", 400), ("乙", 300), ("丙", 1))
    assert second / first == pytest.approx(0.75, abs=1e-9)
    assert third / first == pytest.approx(1 / 400, abs=1e-9)


def test_the_longest_bar_stands_first_and_ties_keep_the_order_of_the_file() -> None:
    pointers = [pointer for pointer, _ in bars_of(("甲", 2), ("乙", 3), ("丙", 2))]
    assert [pointer.split("/")[-2] for pointer in pointers] == ["1", "0", "2"]


def test_the_order_of_the_chart_is_kept() -> None:
    rows = (("甲", 2), ("乙", 3), ("丙", 1))
    for order, expected in (("file", "012"), ("rising", "201")):
        pointers = [pointer.split("/")[-2] for pointer, _ in bars_of(*rows, order=order)]
        assert "".join(pointers) == expected


def test_a_missing_value_has_no_bar_stands_last_and_is_said() -> None:
    page = drawn(COLUMNS, [["乙", None], ["甲", 2], ["丙", 0]], kind="bars")
    assert len([m for m in marks_on(page.page) if m.path.fill]) == 1
    assert "—" in words(page)
    assert baseline_of(page, "甲") < baseline_of(page, "丙") < baseline_of(page, "乙")


def test_what_the_title_claims_has_the_accent() -> None:
    page = drawn(COLUMNS, [["甲", 2], ["乙", 1]], kind="bars", highlight=["乙"]).page
    fills = {mark.pointer: mark.path.fill for mark in marks_on(page) if mark.path.fill}
    claimed, other = fills["/charts/0/data/rows/1/1"], fills["/charts/0/data/rows/0/1"]
    assert claimed != other


def test_bars_below_nothing_are_refused_and_said() -> None:
    page = drawn(COLUMNS, [["甲", -2], ["乙", 1]], kind="bars")
    warned = [d.code for d in page.diagnostics if d.severity == "warning"]
    # The font of squares has no minus: another face stands in, and that is said.
    assert warned == ["graphic-simpler", "copy-face", "chart-source"]
    assert "−2" in words(page)


def test_a_name_of_ten_characters_stands_left_and_a_longer_one_over_its_bar() -> None:
    beside = drawn(COLUMNS, [["一" * 10, 2], ["乙", 1]], kind="bars")
    over = drawn(COLUMNS, [["一" * 11, 2], ["乙", 1]], kind="bars")
    left = {True: beside, False: over}
    for is_beside, page in left.items():
        first = next(m for m in marks_on(page.page) if m.path.fill)
        assert (baseline_of(page, "乙") > first.box.y) is True
        assert (first.box.x > 90) is is_beside


def test_more_than_twelve_rows_are_ten_and_the_rest_as_one_bar() -> None:
    rows = [[f"县{n}", 100 - n] for n in range(12)]
    assert len(bars_of(*rows)) == 12  # type: ignore[arg-type]
    small = [["大", 100.0], *([f"县{n}", 5] for n in range(12))]
    page = drawn(COLUMNS, small, kind="bars")
    bars = [m for m in marks_on(page.page) if m.path.fill]
    assert len(bars) == 11
    assert "其余3项" in words(page)
    assert bars[-1].box.width / bars[0].box.width == pytest.approx(0.15)


def test_the_rest_of_rates_is_named_as_left_out_and_never_added() -> None:
    rows = [[f"县{n}", 50 - n] for n in range(14)]
    page = drawn(COLUMNS, rows, kind="bars", measure={"what": "入学率", "unit": "%"})
    assert "其余4项未列出" in words(page)
    assert len([m for m in marks_on(page.page) if m.path.fill]) == 10


def test_a_rest_longer_than_the_longest_bar_is_said_in_words() -> None:
    rows = [[f"县{n}", 100 - n] for n in range(14)]
    assert "其余4项合计354" in words(drawn(COLUMNS, rows, kind="bars"))


def test_a_row_that_the_title_claims_is_never_among_the_rest() -> None:
    rows = [[f"县{n}", 50 - n] for n in range(20)]
    page = drawn(COLUMNS, rows, kind="bars", highlight=["县19"])
    assert "县19" in words(page)
    assert len([m for m in marks_on(page.page) if m.path.fill]) == 10


def test_rows_that_have_no_height_give_way_from_the_last_and_are_said() -> None:
    rows = [[f"县{n}", 50 - n] for n in range(8)]
    page = drawn(COLUMNS, rows, kind="bars", height=100)
    assert "graphic-left-out" in codes(page)
    assert "县0" in words(page)
    assert "县7" not in words(page)
    assert "其余" in words(page)


@pytest.mark.parametrize("height", range(98, 200, 4))
def test_rows_that_are_said_to_be_left_out_are_those_without_a_bar(height: int) -> None:
    rows = [(f"县{number}", 100 - number) for number in range(9)]
    page = drawn(COLUMNS, rows, kind="bars", height=height, measure={"what": "产量"})
    bars = [m for m in marks_on(page.page) if m.path.fill is not None]
    said = "".join(p.item.text for p in words_on(page.page) if isinstance(p.item, TextLine))
    assert f"其余{9 - len(bars)}项" in said or len(bars) == 9


def test_a_bar_twelve_times_the_second_keeps_its_scale_and_is_said() -> None:
    page = drawn(COLUMNS, [["甲", 121], ["乙", 10], ["丙", 1]], kind="bars")
    first, second, third = (m.box.width for m in marks_on(page.page) if m.path.fill)
    assert first / second == pytest.approx(12.1)
    assert first / third == pytest.approx(121)
    assert "graphic-dwarfed" in codes(page)
    assert "graphic-dwarfed" not in codes(drawn(COLUMNS, [["甲", 120], ["乙", 10]], kind="bars"))


def test_a_line_to_compare_with_stands_at_its_value_and_parts_round_words() -> None:
    rows = [["甲", 100], ["乙", 48]]
    page = drawn(COLUMNS, rows, kind="bars", references=[{"value": 50, "label": "平均"}])
    bars = [m for m in marks_on(page.page) if m.path.fill]
    lines = [m for m in marks_on(page.page) if m.pointer.startswith("/charts/0/references")]
    half = bars[0].box.x + bars[0].box.width / 2
    assert [m.box.x for m in lines] == [pytest.approx(half)] * len(lines)
    assert "平均" in words(page)
    # 48 stands just behind its bar, on the line's way.
    value = next(box for text, box in word_boxes(page) if text == "48")
    assert value.x < half < value.right
    assert not any(m.box.y < value.bottom and value.y < m.box.bottom for m in lines)


def test_a_reference_beyond_all_bars_has_room() -> None:
    page = drawn(COLUMNS, [["甲", 10]], kind="bars", references=[{"value": 40}])
    bar = next(m for m in marks_on(page.page) if m.path.fill)
    line = next(m for m in marks_on(page.page) if m.pointer.startswith("/charts/0/references"))
    assert line.box.x == pytest.approx(bar.box.x + 4 * bar.box.width)
    assert line.box.x <= 300


def test_a_span_is_shaded_between_its_values_and_bounded_by_lines() -> None:
    spans = [{"from": 10, "to": 30, "label": "合理"}]
    page = drawn(COLUMNS, [["甲", 40], ["乙", 20]], kind="bars", spans=spans)
    bars = [m for m in marks_on(page.page) if m.path.fill and "/rows/" in m.pointer]
    shade, *edges = (m for m in marks_on(page.page) if m.pointer.startswith("/charts/0/spans"))
    assert shade.box.width == pytest.approx(bars[0].box.width / 2)
    assert len(edges) == 2


def test_ticks_asked_for_are_lines_with_their_values() -> None:
    page = drawn(COLUMNS, [["甲", 40]], kind="bars", ticks=[0, 20, 40])
    bar = next(m for m in marks_on(page.page) if m.path.fill)
    lines = [m.box.x for m in marks_on(page.page) if m.path.stroke and m.pointer == "/charts/0"]
    assert bar.box.x + bar.box.width / 2 in [pytest.approx(x) for x in lines]
    assert "20" in words(page)


def test_a_note_stands_behind_its_value_or_under_its_bar() -> None:
    rows = [["甲", 100], ["乙", 10]]
    notes = [{"at": "甲", "text": "第一"}, {"at": "乙", "text": "末位"}]
    page = drawn(COLUMNS, rows, kind="bars", notes=notes)
    assert baseline_of(page, "末位") == pytest.approx(baseline_of(page, "乙"))
    assert baseline_of(page, "第一") > baseline_of(page, "甲")
    words_are_apart(page, 300)


def test_forecasts_are_hatched_and_said() -> None:
    page = drawn(
        COLUMNS, [["2023年", 10], ["2024年", 12]], kind="bars", forecast="2024年", order="file"
    )
    hatched = [m for m in marks_on(page.page) if m.pointer.endswith("rows/1/1") and m.path.stroke]
    assert hatched
    assert "斜线为预计" in words(page)


NAMES = st.text(alphabet="广西壮族自治区农安公主岭", min_size=1, max_size=30)
VALUES = st.one_of(
    st.none(), st.just(0), st.integers(0, 10**12), st.floats(1e-6, 1e6).map(lambda x: round(x, 6))
)


@settings(max_examples=20, deadline=None)
@given(
    rows=st.lists(st.tuples(NAMES, VALUES), min_size=1, max_size=20),
    width=st.integers(300, 700),
)
def test_any_bars_fit_their_width_and_no_words_touch(
    rows: list[tuple[str, float | None]], width: int
) -> None:
    page = drawn(COLUMNS, rows, kind="bars", width=width)
    if "graphic-simpler" in codes(page):
        return  # narrower than the least
    words_are_apart(page, width)
    assert all(m.box.right <= width + 1e-6 for m in marks_on(page.page))


@pytest.mark.parametrize(
    "aid",
    [
        {"references": [{"value": 50, "label": "目标" * 20}]},
        {"spans": [{"from": 10, "to": 20, "label": "目标" * 20}]},
        {"references": [{"value": 10**29, "label": "全国"}]},
    ],
)
def test_a_label_wider_than_the_graphic_is_left_out_and_said(aid: dict[str, Any]) -> None:
    page = drawn(COLUMNS, [["榆树", 60], ["农安", 30]], kind="bars", width=200, **aid)
    words_are_apart(page, 200)
    assert "graphic-words-left-out" in codes(page)


def test_ticks_wider_than_the_graphic_are_left_out() -> None:
    page = drawn(COLUMNS, [["榆树", 60], ["农安", 30]], kind="bars", width=200, ticks=[10**29])
    words_are_apart(page, 200)


def test_a_span_of_rows_is_not_shaded_on_an_axis_of_values_and_that_is_said() -> None:
    for span in ({"from": "榆树", "to": "农安"}, {"from": "NaN", "to": "Infinity"}):
        page = drawn(COLUMNS, [["榆树", 60], ["农安", 30]], kind="bars", spans=[span])
        assert "graphic-left-out" in codes(page)

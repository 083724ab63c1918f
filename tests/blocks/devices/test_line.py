"""Lines over time: true places, gaps, forecasts, words that stand on nothing."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from checks import word_boxes, words_are_apart
from drawing import Mark, drawn, marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import composed, words
from sweeps import drawn_unless_simpler

from infographic.composed import ComposedPage

YEARS = [["2018年", 10], ["2019年", 30], ["2020年", 20], ["2021年", 25], ["2022年", 40]]


def line_of(
    rows: Any, columns: Any = ("年份", "量"), width: float = 400, **chart: Any
) -> ComposedPage:
    return drawn(columns, rows, kind=chart.pop("kind", "line"), width=width, **chart)


def strokes(page: ComposedPage, pointer: str = "/rows/") -> list[Mark]:
    """The stroked paths of data, without hollow dots."""
    return [
        m for m in marks_on(page.page)
        if m.path.stroke and not m.path.fill and pointer in m.pointer
    ]  # fmt: skip


def points(mark: Mark) -> list[tuple[float, float]]:
    return [(numbers[0], numbers[1]) for _, numbers in mark.path.segments]


def codes(page: ComposedPage) -> list[str]:
    return [d.code for d in page.diagnostics]


def test_points_stand_at_their_values_and_times() -> None:
    (line,) = strokes(line_of(YEARS))
    places = points(line)
    steps = [b[0] - a[0] for a, b in pairwise(places)]
    assert steps == pytest.approx([steps[0]] * 4)
    low, high = places[0][1], places[4][1]
    assert [(low - y) / (low - high) for _, y in places] == pytest.approx(
        [0, 20 / 30, 10 / 30, 15 / 30, 1]
    )


def test_the_field_is_between_16_to_9_and_2_to_1() -> None:
    for width in (150, 600):
        (line,) = strokes(line_of(YEARS, width=width, ticks=[0, 40]))
        zero, top = (
            m.box.y for m in marks_on(line_of(YEARS, width=width, ticks=[0, 40]).page)
            if m.path.stroke and m.pointer == "/charts/0" and m.box.height == 0
        )  # fmt: skip
        assert 16 / 9 - 0.01 <= line.box.width / abs(zero - top) <= 2.01


def test_on_a_canvas_a_field_fills_its_card_as_tall_as_4_to_3_and_in_print_is_flatter() -> None:
    def ratio(**page: str) -> float:
        data = {"columns": ["年份", "量"], "rows": YEARS}
        body = {"type": "graphic", "chart": {"$data": "/charts/0"}, "kind": "line"}
        story = {"headline": "大事", "charts": [{"data": data, "ticks": [10, 40]}]}
        (line,) = strokes(composed(body, story=story, page=page))
        return line.box.width / line.box.height

    # The line is three quarters of its field, from 0 to 40, and the field a little wider than it.
    canvas = ratio(width="1080px", height="1440px")
    assert canvas == pytest.approx(4 / 3 / 0.75, rel=0.12)
    assert ratio(width="600pt", height="800pt") == pytest.approx(16 / 9 / 0.75, rel=0.12)


def test_a_value_below_zero_has_the_zero_line_at_its_place() -> None:
    page = line_of([["2018年", -10], ["2019年", 30], ["2020年", 20], ["2021年", 25]])
    (line,) = strokes(page)
    ys = [y for _, y in points(line)]
    (base,) = [m.box.y for m in marks_on(page.page) if m.path.stroke and m.path.stroke.width == 1
               and m.box.height == 0]  # fmt: skip
    assert base == pytest.approx(min(ys) + (max(ys) - min(ys)) * 30 / 40)


def test_a_scale_that_does_not_begin_at_zero_is_said() -> None:
    rows = [[f"{2015 + at}年", value] for at, value in enumerate((158, 160, 165, 170, 176))]
    assert "纵轴从150起" in words(line_of(rows))
    assert "纵轴从" not in words(line_of(YEARS))


def test_a_logarithmic_scale_is_used_where_it_is_asked_for_and_said() -> None:
    rows = [["2018年", 1], ["2019年", 10], ["2020年", 1], ["2021年", 100], ["2022年", 10]]
    page = line_of(rows, scale="log")
    ys = [y for _, y in points(strokes(page)[0])]
    assert (ys[0] - ys[1]) * 2 == pytest.approx(ys[2] - ys[3])
    assert "对数" in words(page)
    assert "对数" not in words(line_of(rows))


def test_a_missing_value_is_a_gap_with_thin_dashes_and_a_lone_one_a_dot() -> None:
    rows = [["2018年", 10], ["2019年", None], ["2020年", 20], ["2021年", None], ["2022年", 40],
            ["2023年", 30]]  # fmt: skip
    page = line_of(rows)
    bridge, line = strokes(page)
    assert bridge.path.stroke and bridge.path.stroke.dash
    assert line.path.stroke and bridge.path.stroke.width < line.path.stroke.width
    assert len(points(line)) == 2
    dots = [m for m in marks_on(page.page) if m.path.fill and not m.path.stroke]
    assert len(dots) == 3, "two values alone, and the end"
    assert "细虚线处无数据" in words(page)


def days(*numbers: int) -> list[list[Any]]:
    first = date(2024, 6, 3)
    return [[(first + timedelta(n)).isoformat(), 10 + n] for n in numbers]


def test_a_day_without_a_row_is_a_gap_at_its_true_place() -> None:
    page = line_of(days(0, 1, 2, 5, 6, 7), ("日期", "量"))
    _, line = strokes(page)
    xs = [x for x, _ in points(line)]
    assert [kind for kind, _ in line.path.segments].count("M") == 2
    runs = (xs[-1] - xs[-2], xs[1] - xs[0], (xs[2] - xs[1]) / 3)
    assert max(runs) > 0
    assert (xs[2] - xs[1]) / (xs[-1] - xs[0]) == pytest.approx(3 / 7)


def test_times_are_put_in_order_however_the_file_has_them() -> None:
    (line,) = strokes(line_of(YEARS[::-1]))
    xs = [x for x, _ in points(line)]
    assert xs == sorted(xs)
    assert points(line)[0][1] > points(line)[-1][1]


def test_a_forecast_is_dashed_from_the_last_measured_value_on_and_said() -> None:
    page = line_of(YEARS, forecast="2021年")
    known, ahead = strokes(page)
    assert ahead.path.stroke and ahead.path.stroke.dash and not known.path.stroke.dash  # type: ignore[union-attr]
    assert points(known)[-1] == points(ahead)[0]
    assert "虚线为预计" in words(page)


def test_the_first_and_the_last_value_and_those_claimed_have_figures() -> None:
    page = line_of(YEARS, highlight=["2019年"])
    for text in ("10", "40", "30"):
        assert text in words(page)
    ends = [m.pointer for m in marks_on(page.page) if m.path.fill and "/rows/" in m.pointer]
    assert {pointer.split("/")[-2] for pointer in ends} == {"0", "1", "4"}


def test_several_lines_are_named_at_their_ends_and_one_has_the_accent() -> None:
    rows = [[year, value, value + 1, value * 2] for year, value in YEARS]
    page = line_of(rows, ("年份", "甲", "乙", "丙"), highlight=["乙"])
    widths = {m.pointer.split("/")[-1]: m.path.stroke.width for m in strokes(page) if m.path.stroke}
    assert widths["2"] > widths["1"] == widths["3"]
    assert all(name in words(page) for name in ("甲 40", "乙 41", "丙 80"))
    words_are_apart(page, 400)


def test_more_than_four_lines_several_units_and_few_points_are_refused() -> None:
    rows = [[year, *[value] * 5] for year, value in YEARS]
    many = line_of(rows, ("年份", *"甲乙丙丁戊"))
    units = line_of([[y, v, v] for y, v in YEARS], ("年份", "产量（吨）", "人数（人）"))
    few = line_of(YEARS[:3])
    for page in (many, units, few):
        assert "graphic-simpler" in codes(page)


def test_notes_stand_on_nothing_and_the_fourth_gives_way() -> None:
    notes = [{"at": f"{year}年", "text": f"第{year}号事件"} for year in range(2018, 2022)]
    page = line_of(YEARS, notes=notes)
    assert all(f"第{year}号" in words(page) for year in (2018, 2019, 2020))
    assert "第2021号" not in words(page)
    assert "graphic-note" in codes(page)
    words_are_apart(page, 400)


def test_a_note_at_no_value_is_said() -> None:
    assert "graphic-note" in codes(line_of(YEARS, notes=[{"at": "1999年", "text": "没有"}]))


def test_a_spike_is_noted() -> None:
    rows = [[f"{year}年", 10 if year != 2018 else 90] for year in range(2014, 2022)]
    assert "2018年 90" in words(line_of(rows))
    assert "2018年 39" not in words(line_of([[y, v if v == 10 else 39] for y, v in rows]))


def test_a_line_to_compare_with_and_a_shaded_span_stand_at_their_places() -> None:
    page = line_of(YEARS, references=[{"value": 25, "label": "平均"}],
                   spans=[{"from": "2019年", "to": "2020年", "label": "疫情"}])  # fmt: skip
    (line,) = strokes(page)
    levels = [m for m in marks_on(page.page) if "/references/" in m.pointer]
    assert {round(m.box.y, 6) for m in levels} == {round(points(line)[3][1], 6)}
    shade = next(m for m in marks_on(page.page) if "/spans/" in m.pointer and m.path.fill)
    pitch = points(line)[1][0] - points(line)[0][0]
    assert shade.box.x == pytest.approx(points(line)[1][0] - pitch / 2)
    assert shade.box.width == pytest.approx(2 * pitch)
    assert "平均 25" in words(page) and "疫情" in words(page)
    words_are_apart(page, 400)


def test_a_span_of_unknown_times_is_said() -> None:
    page = line_of(YEARS, spans=[{"from": "甲", "to": "乙"}])
    assert "graphic-no-such-time" in codes(page)


def test_an_area_begins_at_zero_and_refuses_what_is_below() -> None:
    page = line_of(YEARS, kind="area")
    shape = next(m for m in marks_on(page.page) if m.path.fill and m.box.width > 50)
    line = max(strokes(page), key=lambda mark: mark.box.width)
    bottom = shape.box.y + shape.box.height
    heights = [bottom - y for _, y in points(line)]
    assert [one / heights[-1] for one in heights] == pytest.approx([0.25, 0.75, 0.5, 0.625, 1])
    assert "graphic-simpler" in codes(line_of([["2018年", -1], *YEARS[1:]], kind="area"))


def test_a_first_figure_that_stands_far_over_its_point_has_a_leader() -> None:
    rows = [["2018年", 10], ["2019年", 100], ["2020年", 20], ["2021年", 30]]
    near = [["2018年", 10], ["2019年", 12], ["2020年", 20], ["2021年", 30]]
    assert len(strokes(line_of(rows, kind="area", width=200))) == 2
    assert len(strokes(line_of(near, kind="area", width=200))) == 1


def test_two_thousand_days_are_named_by_round_dates() -> None:
    first = date(2019, 1, 1)
    rows = [[(first + timedelta(n)).isoformat(), (n * 7919) % 500] for n in range(2000)]
    page = line_of(rows, ("日期", "量"))
    assert "2019年1月1日" in words(page) and "2022年" in words(page)
    words_are_apart(page, 400)


VALUES = st.one_of(
    st.none(), st.just(0), st.integers(-(10**12), 10**12),
    st.floats(-1e6, 1e6).map(lambda x: round(x, 6)),
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(
    table=st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(VALUES, min_size=n, max_size=n), min_size=4, max_size=25)
    ),
    width=st.integers(250, 900),
    height=st.one_of(st.none(), st.integers(120, 500)),
    kind=st.sampled_from(["line", "area"]),
)
def test_any_lines_fit_and_no_words_touch(
    table: list[list[float | None]], width: int, height: float | None, kind: str
) -> None:
    rows = [[f"{2000 + at}年", *values] for at, values in enumerate(table)]
    columns = ["年份", *"甲乙丙丁"[: len(table[0])]]
    notes = [{"at": "2002年", "text": "这里有一条说明"}]
    page = drawn_unless_simpler(columns, rows, kind=kind, width=width, height=height, notes=notes)
    if page is None:
        return
    words_are_apart(page, width)
    for mark in marks_on(page.page):
        assert mark.box.x >= -0.01 and mark.box.right <= width + 0.01
        assert height is None or mark.box.bottom <= height + 0.01


def test_a_name_wider_than_the_graphic_is_not_set_below_it() -> None:
    rows = [["长" * 60 + str(n), n + 1] for n in range(5)]
    page = drawn(["阶段", "产量"], rows, kind="line", width=300)
    assert not any(box.right > 300.1 for _, box in word_boxes(page))


def test_a_note_near_zero_keeps_off_the_base_line_which_is_whole() -> None:
    rows = [
        [year, value] for year, value in zip(range(2010, 2020), range(400, 0, -40), strict=True)
    ]
    notes = [{"at": 2019, "text": "最少一年"}, {"at": 2017, "text": "次少"}]
    for height in (90, 120, 160, 220):
        page = drawn(["年份", "数"], rows, kind="line", width=300, height=height, notes=notes)
        base = max((m for m in marks_on(page.page) if m.path.stroke and m.box.height == 0
                    and m.path.stroke.width == 1), key=lambda m: m.box.y)  # fmt: skip
        bases = [m for m in marks_on(page.page)
                 if m.path.stroke and m.box.height == 0 and m.box.y == base.box.y]  # fmt: skip
        assert len(bases) == 1, height
        assert base.box.width > 200


@pytest.mark.parametrize(
    "aid",
    [{"references": [{"value": -50, "label": "底线"}]}, {"spans": [{"from": -5, "to": 0}]}],
)
def test_a_line_below_nought_has_no_logarithmic_axis(aid: dict[str, Any]) -> None:
    rows = [[f"{2019 + n}年", 10**n] for n in range(6)]
    page = drawn(
        ["年份", "产量"], rows, kind="line", width=400, scale="log", chart_kind="line", **aid
    )
    assert "chart-zero" in [one.code for one in page.diagnostics]

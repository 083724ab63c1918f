"""Tables: figures on the decimal, which columns and rows stand, bars and small lines in cells."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest
from checks import word_boxes, words_are_apart
from drawing import drawn, marks_on, words_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import composed, words

from infographic.blocks.devices.table.cells import point_in
from infographic.composed import ComposedPage
from infographic.display.items import TextLine
from infographic.pipeline import compose

COLUMNS = ["县", "面积（公顷）", "产量（万吨）"]
ROWS = [["甲", 12.5, 1234], ["乙", 3, 56], ["丙", 100.25, 7]]


def lines(page: ComposedPage) -> dict[str, tuple[float, float, TextLine]]:
    """Every line of type by its words: x, baseline, itself."""
    found = {}
    for at, item, _ in words_on(page.page):
        assert isinstance(item, TextLine)
        found[item.text] = (at.x, at.y, item)
    return found


def points(page: ComposedPage, *texts: str) -> list[float]:
    found = lines(page)
    return [found[text][0] + point_in(found[text][2]) for text in texts]


def codes(page: ComposedPage) -> list[str]:
    return [one.code for one in page.diagnostics]


def column(page: ComposedPage, *texts: str) -> list[str]:
    """These words in the order they stand down the page."""
    found = lines(page)
    return sorted(texts, key=lambda text: found[text][1])


def test_decimal_points_stand_under_one_another_with_marks_behind_them() -> None:
    rows = [["甲", "12.5①", 1], ["乙", "3", 2], ["丙", "100.25", 3], ["丁", "−8.1", 4]]
    page = drawn(["县", "面积", "数"], rows, kind="table")
    places = points(page, "12.50①", "3.00", "100.25", "−8.10")
    assert places == [pytest.approx(places[0], abs=1e-6)] * 4


def test_what_is_missing_or_too_small_stands_where_whole_digits_end() -> None:
    rows = [["甲", 12.5], ["乙", None], ["丙", "…"]]
    page = drawn(["县", "面积"], rows, kind="table")
    first, dash, dots = points(page, "12.5", "—", "…")
    assert dash == pytest.approx(first) and dots == pytest.approx(first)


def test_figures_end_at_the_right_edge_and_words_begin_at_the_left() -> None:
    page = drawn(COLUMNS, ROWS, kind="table", bars=[])
    found = lines(page)
    ends = [found[text][0] + found[text][2].width for text in ("1234", "56", "7", "产量")]
    assert ends == [pytest.approx(300, abs=0.05)] * 4
    assert [found[text][0] for text in ("县", "甲", "乙")] == [0, 0, 0]


def test_units_stand_in_the_header_where_columns_differ_and_once_above_where_not() -> None:
    assert {"公顷", "万吨"} <= set(lines(drawn(COLUMNS, ROWS, kind="table")))
    page = drawn(["县", "夏粮（万吨）", "秋粮（万吨）"], ROWS, kind="table", measure="粮食")
    assert "粮食 · 万吨" in words(page) and "万吨" not in lines(page)


def test_brackets_behind_a_name_of_words_are_no_unit() -> None:
    page = drawn(["县（市）", "产量"], [["甲", 4]], kind="table")
    assert "县（市）" in words(page)


def test_the_order_is_the_files_and_a_total_stands_last_between_heavier_rules() -> None:
    page = drawn(["县", "产量"], [["合计", 9], ["甲", 4], ["乙", 5]], kind="table")
    assert column(page, "合计", "甲", "乙") == ["甲", "乙", "合计"]
    rules = [m for m in marks_on(page.page) if m.box.width == 300 and m.path.stroke]
    widths = [m.path.stroke.width for m in rules if m.path.stroke]
    assert len(rules) == 4 and widths[2] == widths[3] > widths[1]
    ordered = drawn(
        ["县", "产量"], [["合计", 9], ["甲", 4], ["乙", 5]], kind="table", order="falling"
    )
    assert column(ordered, "合计", "甲", "乙") == ["乙", "甲", "合计"]


def test_parts_follow_what_they_are_parts_of_and_are_set_in() -> None:
    rows = [["甲", 4], ["#城区", 1], ["乙", 5]]
    page = drawn(["县", "产量"], rows, kind="table", order="falling")
    assert column(page, "甲", "#城区", "乙") == ["乙", "甲", "#城区"]
    assert lines(page)["#城区"][0] > lines(page)["甲"][0] == 0


def test_what_the_title_claims_is_marked_and_begins_where_the_others_do() -> None:
    page = drawn(COLUMNS, ROWS, kind="table", highlight=["乙"])
    marks = [m for m in marks_on(page.page) if m.pointer == "/charts/0/data/rows/1/0"]
    assert len(marks) == 1 and marks[0].box.x == 0
    found = lines(page)
    assert found["甲"][0] == found["乙"][0] > marks[0].box.right
    assert marks[0].box.y < found["乙"][1] < marks[0].box.bottom


def test_bars_in_cells_are_as_long_as_their_values_and_take_a_quarter_of_the_width() -> None:
    page = drawn(["县", "产量"], [["甲", 40], ["乙", 10], ["丙", 0]], kind="table", width=400)
    bars = [m for m in marks_on(page.page) if m.pointer.endswith("/1") and m.path.fill]
    first, second = bars
    assert first.box.width == pytest.approx(0.26 * 400)
    assert second.box.width / first.box.width == pytest.approx(0.25, abs=1e-9)
    assert first.box.x == second.box.x and first.box.right == pytest.approx(400)


def test_a_post_stands_at_nothing_in_every_row_that_has_a_bar() -> None:
    page = drawn(["县", "产量"], [["甲", 40], ["乙", 10], ["丙", 5], ["合计", 55]], kind="table")
    bars = [m for m in marks_on(page.page) if m.pointer.endswith("/1") and m.path.fill]
    posts = [m for m in marks_on(page.page) if m.path.stroke and m.box.width == 0]
    assert [post.box.x for post in posts] == [pytest.approx(bars[0].box.x)] * 3
    assert all(p.box.y < b.box.y < p.box.bottom for p, b in zip(posts, bars, strict=True))


def test_bars_of_losses_run_left_of_one_zero() -> None:
    page = drawn(["县", "增减"], [["甲", 30], ["乙", -10], ["丙", 5]], kind="table")
    gain, loss, _ = [m for m in marks_on(page.page) if m.pointer.endswith("/1") and m.path.fill]
    assert loss.box.right == pytest.approx(gain.box.x)
    assert loss.box.width / gain.box.width == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("rows", "more", "count"),
    [
        ([["甲", 40], ["乙", 39], ["丙", 38]], {}, 0),  # all alike
        ([["甲", 40], ["乙", 10], ["丙", 5]], {"bars": []}, 0),
        ([["甲", 40], ["乙", 39], ["丙", 38]], {"bars": ["产量"]}, 3),
        ([["合计", 55], ["甲", 40], ["乙", 10], ["丙", 5]], {}, 3),  # a sum is no row
    ],
)
def test_which_rows_have_bars(
    rows: list[list[object]], more: dict[str, object], count: int
) -> None:
    page = drawn(["县", "产量"], rows, kind="table", **more)
    bars = [m for m in marks_on(page.page) if m.pointer.endswith("/1") and m.path.fill]
    assert len(bars) == count


YEARS = ["县", *(f"{year}年" for year in range(2019, 2025))]
SERIES = [["甲", 1, 2, 3, 2, 5, 6], ["乙", 3, 2, None, 2, 1, 0]]


def test_years_as_columns_have_a_small_line_a_row_which_is_said_to_be_on_its_own_scale() -> None:
    page = drawn(YEARS, SERIES, kind="table", width=500)
    dots = [m for m in marks_on(page.page) if m.pointer.endswith("/6") and m.path.fill]
    assert len(dots) == 2
    assert "2019—2024年" in words(page) and "小线图各行自成尺度" in words(page)
    without = drawn(YEARS, SERIES, kind="table", width=500, trend=False)
    assert "小线图" not in words(without)


def test_years_that_have_no_room_give_way_from_the_middle_and_are_said() -> None:
    page = drawn(YEARS, SERIES, kind="table", width=200)
    found = words(page)
    assert "graphic-left-out" in codes(page)
    _, _, foot = found.partition("未列出：")
    assert foot and "2019年" not in foot and "2024年" not in foot and "2021年" in foot
    words_are_apart(page, 200)


def test_nine_columns_are_eight_and_those_of_highlight_stay() -> None:
    names = ["县", *(f"项{n}" for n in range(9))]
    page = drawn(names, [["甲", *range(5, 14)]], kind="table", width=900, highlight=["项8"])
    assert "未列出：项6、项7" in words(page)
    (warning,) = [one for one in page.diagnostics if one.code == "graphic-left-out"]
    assert "8 columns" in warning.message


def test_names_that_columns_share_stand_once_over_them() -> None:
    names = ["县", "产量 2023年", "产量 2024年", "面积 2023年", "面积 2024年"]
    page = drawn(names, [["甲", 4, 2, 3, 4]], kind="table", width=400)
    found = lines(page)
    assert "产量" in found and "产量 2023年" not in found
    rules = [m for m in marks_on(page.page) if m.path.stroke and m.box.width < 399]
    first, second = rules
    assert first.box.right < second.box.x
    x, _, head = found["产量"]
    assert x + head.width / 2 == pytest.approx(first.box.x + first.box.width / 2, abs=0.1)


def test_a_long_name_is_set_in_lines_and_its_row_is_higher() -> None:
    name = "前郭尔罗斯蒙古族自治县人民政府"
    page = drawn(
        ["县", "产量"], [[name, 1], ["乙", 2], ["丙", 3]], kind="table", width=160, bars=[]
    )
    found = lines(page)
    first = next(y for text, (_, y, _) in found.items() if name.startswith(text))
    assert found["1"][1] == pytest.approx(first)
    assert found["丙"][1] - found["乙"][1] == pytest.approx(20)
    assert found["乙"][1] - first > 20
    words_are_apart(page, 160)


def test_more_than_sixteen_rows_stand_in_two_stacks_of_one_scale() -> None:
    rows = [[f"县{n}", 100 - 5 * n] for n in range(17)]
    page = drawn(["县", "产量"], rows, kind="table", width=400)
    found = lines(page)
    assert found["县0"][1] == found["县9"][1] and found["县9"][0] > 200
    bars = {m.pointer: m.box.width for m in marks_on(page.page) if m.path.fill}
    first, tenth = (bars[f"/charts/0/data/rows/{row}/1"] for row in (0, 10))
    assert tenth / first == pytest.approx(0.5)
    narrow = lines(drawn(["县", "产量"], rows, kind="table", width=130))
    assert narrow["县9"][0] == 0
    one = lines(drawn(["县", "产量"], rows[:16], kind="table", width=400))
    assert one["县9"][0] == 0


def test_in_too_little_height_rows_come_closer_and_then_the_last_are_left_out_and_said() -> None:
    rows = [[f"县{n}", n] for n in range(10)]
    closer = drawn(["县", "产量"], rows, kind="table", height=175, width=120)
    assert "graphic-left-out" not in codes(closer) and "县9" in words(closer)
    fewer = drawn(["县", "产量"], rows, kind="table", height=120, width=120, highlight=["县9"])
    said = next(text for text in words(fewer).split("\n") if "行未列出" in text)
    shown = sum(f"县{n}" in lines(fewer) for n in range(10))
    assert f"另有{10 - shown}行未列出" in said and "县9" in lines(fewer) and shown > 2
    assert "graphic-left-out" in codes(fewer)
    assert not [one for one in fewer.diagnostics if one.severity == "error"]


def test_a_total_stays_where_rows_are_left_out() -> None:
    rows = [["合计", 45], *([f"县{n}", n] for n in range(10))]
    page = drawn(["县", "产量"], rows, kind="table", height=120, width=120)
    assert "graphic-left-out" in codes(page) and "合计" in lines(page)


def on_a_canvas(columns: list[str], rows: list[list[object]], height: str) -> ComposedPage:
    story = {"headline": "x", "charts": [{"data": {"columns": columns, "rows": rows}}]}
    body = {"type": "graphic", "chart": {"$data": "/charts/0"}, "kind": "table"}
    return composed(body, story=story, page={"width": "1080px", "height": height})


def test_on_a_screen_three_columns_stand_beside_the_names() -> None:
    page = on_a_canvas(["县", *(f"项{n}" for n in range(5))], [["子", *range(5)]], "auto")
    found = lines(page)
    assert {"县", "项0", "项1", "项2"} <= set(found) and "项3" not in found
    assert "未列出：项3、项4" in words(page)


def test_a_long_picture_goes_on_and_a_card_has_two_stacks() -> None:
    rows: list[list[object]] = [[f"县{n}", n] for n in range(17)]
    long = lines(on_a_canvas(["县", "产量"], rows, "auto"))
    assert long["县16"][0] == long["县0"][0]
    card = lines(on_a_canvas(["县", "产量"], rows, "1080px"))
    assert card["县16"][0] > card["县0"][0]


def test_notes_become_marks_and_stand_below_and_what_has_no_place_is_said() -> None:
    notes = [{"at": "乙", "series": "产量", "text": "含农场"}, {"at": "甲", "text": "试点"}]
    page = drawn(COLUMNS, ROWS, kind="table", notes=notes, references=[{"value": 3}])
    assert {"56①", "甲②"} <= set(lines(page)) and "①含农场；②试点" in words(page)
    assert "graphic-left-out" in codes(page)
    lost = drawn(COLUMNS, ROWS, kind="table", notes=[{"at": "戊", "text": "无此行"}])
    assert "graphic-note" in codes(lost)


def test_forecasts_are_named_as_such() -> None:
    page = drawn(["年份", "产量"], [["2024年", 1], ["2025年", 2]], kind="table", forecast="2025年")
    assert "2025年（预计）" in lines(page) and "2024年" in lines(page)


def test_a_table_of_words_alone_is_a_table() -> None:
    page = drawn(["事项", "窗口"], [["落户", "三号"], ["居住证", ""]], kind="table")
    assert "graphic-simpler" not in codes(page) and "—" in lines(page)


def with_shipped_faces(folder: Path, rows: list[list[object]], **more: object) -> ComposedPage:
    chart = {"data": {"columns": ["县", "产量（吨）", "面积（亩）"], "rows": rows}}
    layout = {
        "extends": "families/daily",
        "page": {"width": "100mm", "height": "auto", "margins": "4mm"},
        "body": {"type": "graphic", "chart": {"$data": "/charts/0"}, "kind": "table"},
        **more,
    }
    (folder / "s.json").write_text(json.dumps({"headline": "x", "charts": [chart]}), "utf-8")
    (folder / "l.json").write_text(json.dumps(layout), "utf-8")
    return compose(folder / "s.json", folder / "l.json")


def test_in_the_pdf_decimal_points_stand_under_one_another(tmp_path: Path) -> None:
    rows = [["甲", "1234.5", 111.1], ["乙", "7.08①", 98.7], ["丙", "−36.91", 40.6], ["丁", "—", 1]]
    pdf = with_shipped_faces(tmp_path, rows).pdf("print", force=True)
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    signs = text.get_text_range()
    points = [text.get_charbox(at)[0] for at, sign in enumerate(signs) if sign == "."]
    first = [x for x in points if abs(x - points[0]) < 20]
    second = [x for x in points if abs(x - points[0]) >= 20]
    assert len(first) == 3 and len(second) == 4
    for column in (first, second):
        assert max(column) - min(column) < 0.05


def test_digits_have_even_widths_in_a_face_that_has_others_by_nature(tmp_path: Path) -> None:
    style = {"font": "figure", "size": "9pt", "leading": "12pt", "align": "left"}
    rows: list[list[object]] = [["甲", 1111.1, 2], ["乙", 8888.8, 3]]
    page = with_shipped_faces(tmp_path, rows, styles={"graphic-label": style})
    ones, eights = (point_in(lines(page)[text][2]) for text in ("1111.1", "8888.8"))
    assert ones == pytest.approx(eights, abs=0.01)


NAMES = st.text(alphabet="广西壮族自治区农安公主岭", min_size=1, max_size=30)
VALUES = st.one_of(st.none(), st.integers(-(10**12), 10**12), st.floats(-1e3, 1e6).map(
    lambda x: round(x, 3)))  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(
    names=st.lists(NAMES, min_size=1, max_size=20),
    count=st.integers(1, 9),
    width=st.integers(120, 700),
    data=st.data(),
)
def test_any_table_fits_its_width_and_no_words_touch(
    names: list[str], count: int, width: int, data: st.DataObject
) -> None:
    rows = [[name, *(data.draw(VALUES) for _ in range(count))] for name in names]
    heads = [f"{data.draw(NAMES)[:8]}{n}" for n in range(count)]
    page = drawn(["县", *heads], rows, kind="table", width=width)
    if "graphic-simpler" in codes(page):
        return  # narrower than the least
    words_are_apart(page, width)
    assert all(m.box.right <= width + 0.01 for m in marks_on(page.page))


@pytest.mark.parametrize("width", [60, 90, 100, 120])
def test_one_column_stands_twice_only_where_it_has_room_twice(width: int) -> None:
    page = drawn(["产量（万吨）"], [[100.5 + n] for n in range(20)], kind="table", width=width)
    assert all(box.right <= width + 0.1 for _, box in word_boxes(page))
    assert all(mark.box.right <= width + 0.6 for mark in marks_on(page.page))

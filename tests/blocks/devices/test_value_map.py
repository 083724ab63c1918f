"""Maps of values: rates in steps of a hue, totals as circles, and what is refused."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from drawing import marks_on, words_on
from mapping import (
    PROVINCE,
    RATE,
    TOTAL,
    area_of,
    base_in,
    errors_of,
    fills_at,
    mapped,
    squares,
)
from small_pages import words

from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import Severity

NAMES = ("甲县", "乙县", "丙县", "丁县", "戊县", "己县")
ROWS = [["甲县", 1], ["乙县", 3], ["丙县", 5], ["丁县", 7], ["戊县", 9]]


def rate_map(folder: Path, rows: list[list[object]] = ROWS, **chart: object) -> ComposedPage:
    return mapped(base_in(folder, squares(*NAMES)), rows, root=folder, **chart)  # type: ignore[arg-type]


def inks(page: ComposedPage, count: int) -> list[tuple[float, ...]]:
    """The ink of each row's shape."""
    found = []
    for row in range(count):
        (mark,) = fills_at(page, f"/charts/0/data/rows/{row}/1")
        assert mark.path.fill is not None
        found.append(mark.path.fill.cmyk)
    return found


def test_a_higher_rate_has_more_of_one_hue(tmp_path: Path) -> None:
    # Equal steps of 2: one place in each.
    strengths = [sum(ink) for ink in inks(rate_map(tmp_path), 5)]
    assert strengths == sorted(strengths)
    assert len(set(strengths)) == 5


def test_the_key_counts_the_places_of_every_step_and_says_how_they_were_parted(
    tmp_path: Path,
) -> None:
    page = rate_map(tmp_path)
    assert "<2（1）" in words(page)
    assert "2—4（1）" in words(page)
    assert "≥8（1）" in words(page)
    assert "无数据（1）" in words(page)
    assert "等距分级" in words(page)


AROUND = [["甲县", -3], ["乙县", -1], ["丙县", 1], ["丁县", 3]]


def test_rates_above_and_below_nothing_have_two_hues(tmp_path: Path) -> None:
    page = rate_map(tmp_path, AROUND, accent=True)
    far_below, below, above, far_above = inks(page, 4)
    assert far_below[:3] == below[:3] == (0, 0, 0)
    assert far_below[3] > below[3]
    assert far_above[1] > above[1] > 0
    assert "−3" in words(page), "a fall is told by its sign too"


def falling_lines(page: ComposedPage) -> int:
    """Lines at 45° that fall to the right, as what is below 0 has them."""
    count = 0
    for mark in marks_on(page.page):
        if mark.path.stroke and mark.path.stroke.width == 0.5 and not mark.path.fill:
            points = [numbers for _, numbers in mark.path.segments if numbers]
            for (x, y), (x2, y2) in zip(points[::2], points[1::2], strict=False):
                count += abs((x2 - x) - (y2 - y)) < 1e-6 and abs(x2 - x) > 1
    return count


def test_where_black_alone_prints_what_is_below_nothing_has_lines(tmp_path: Path) -> None:
    assert falling_lines(rate_map(tmp_path, AROUND)) > 10
    assert falling_lines(rate_map(tmp_path, AROUND, accent=True)) == 0


def test_what_has_no_value_is_hatched_and_white(tmp_path: Path) -> None:
    rows = [*ROWS[:4], ["戊县", None]]
    page = rate_map(tmp_path, rows)
    assert fills_at(page, "/charts/0/data/rows/4/1") == []
    hatches = [m for m in marks_on(page.page) if m.path.stroke and m.path.stroke.width == 0.5]
    assert any(len(m.path.segments) > 8 for m in hatches)
    assert "无数据（2）" in words(page)


def test_most_places_in_one_step_are_parted_by_their_number_instead(tmp_path: Path) -> None:
    page = rate_map(tmp_path, [*ROWS[:4], ["戊县", 900]])
    assert "按地区数均分级" in words(page)


def test_breaks_of_the_desks_own_are_kept_and_said(tmp_path: Path) -> None:
    page = rate_map(tmp_path, ticks=[4, 8])
    assert "4—8（2）" in words(page)
    assert "按所列界限分级" in words(page)


@pytest.mark.parametrize(
    ("measure", "kind", "drawn"),
    [
        (TOTAL, "value-map", "circle-map"),
        (RATE, "circle-map", "bars"),
        ({"what": "人均可支配收入", "unit": "元"}, "value-map", "value-map"),
        ({"what": "人口密度", "unit": "人/平方公里"}, "value-map", "value-map"),
    ],
)
def test_totals_are_never_colours_and_rates_never_circles(
    tmp_path: Path, measure: dict[str, str], kind: str, drawn: str
) -> None:
    base = base_in(tmp_path, squares(*NAMES))
    page = mapped(base, ROWS, kind=kind, measure=measure, root=tmp_path)
    said = [d for d in page.diagnostics if d.code == "graphic-simpler"]
    assert [d.saying.values["instead"] for d in said] == ([] if kind == drawn else [drawn])


def test_the_story_may_say_that_a_column_is_of_rates(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares(*NAMES))
    page = mapped(base, ROWS, measure=TOTAL, root=tmp_path, values="rate")
    assert "graphic-simpler" not in [d.code for d in page.diagnostics]


def test_the_areas_of_circles_are_as_the_totals(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares(*NAMES))
    rows = [["甲县", 100], ["乙县", 25], ["丙县", 1], ["丁县", 0]]
    page = mapped(base, rows, kind="circle-map", measure=TOTAL, root=tmp_path)
    circles = [fills_at(page, f"/charts/0/data/rows/{row}/1") for row in range(4)]
    assert circles[3] == []
    whole, quarter, least = (area_of(found[0]) for found in circles[:3])
    assert whole == pytest.approx(math.pi * 18**2, rel=1e-4)
    assert quarter / whole == pytest.approx(0.25, rel=1e-6)
    assert least / whole == pytest.approx(0.01, rel=1e-6)


def test_counties_areas_on_the_page_are_those_on_the_globe(tmp_path: Path) -> None:
    # A degree north of another, of the same width in degrees, is smaller by the cosine.
    whole = squares("甲县")
    north = [[10, 60], [11, 60], [11, 61], [10, 61], [10, 60]]
    geometry = {"type": "Polygon", "coordinates": [north]}
    whole["features"].append(
        {"type": "Feature", "properties": {"name": "乙县"}, "geometry": geometry}
    )
    page = mapped(base_in(tmp_path, whole), ROWS[:2], root=tmp_path)
    (south,), (far,) = (fills_at(page, f"/charts/0/data/rows/{row}/1") for row in (0, 1))
    true = (math.sin(math.radians(61)) - math.sin(math.radians(60))) / math.sin(math.radians(1))
    assert area_of(far) / area_of(south) == pytest.approx(true, rel=1e-3)


def test_borders_are_a_quarter_point_of_black_and_land_is_a_fifth(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares(*NAMES))
    page = mapped(base, [["甲县", 2]], kind="circle-map", measure=TOTAL, root=tmp_path)
    land = fills_at(page, "/charts/0/base")[0].path.fill
    assert land is not None
    assert land.cmyk == (0, 0, 0, 0.2)
    strokes = [m.path.stroke for m in marks_on(page.page) if m.pointer == "/charts/0/base"]
    border = next(stroke for stroke in strokes if stroke is not None)
    assert (border.width, border.color.cmyk) == (0.25, (0, 0, 0, 1))


def test_a_map_without_its_number_is_not_drawn(tmp_path: Path) -> None:
    base = {**base_in(tmp_path, squares(*NAMES)), "approval": ""}
    page = mapped(base, ROWS, root=tmp_path)
    (said,) = [d for d in page.diagnostics if d.code == "graphic-simpler"]
    assert "审图号" in said.message
    assert said.saying.values["instead"] == "bars"
    assert mapped(None, ROWS, root=tmp_path).diagnostics[0].saying.values["instead"] == "bars"


def test_the_number_is_printed_and_one_for_the_changed_map_asked_for(tmp_path: Path) -> None:
    page = rate_map(tmp_path)
    assert "底图审图号：虚S(2026)001号" in words(page)
    assert [d.severity for d in page.diagnostics if d.code == "map-approval"] == [Severity.WARNING]
    own = base_in(tmp_path, squares(*NAMES), own_approval="虚S(2026)002号")
    page = mapped(own, ROWS, root=tmp_path)
    assert "审图号：虚S(2026)002号" in words(page)
    assert "001" not in words(page)
    assert [d for d in page.diagnostics if d.code == "map-approval"] == []


def test_a_number_that_is_none_is_doubted(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares(*NAMES), own_approval="2026-17")
    page = mapped(base, ROWS, root=tmp_path)
    assert [d.saying.key for d in page.diagnostics if d.code == "map-approval"] == [
        "map-approval/form"
    ]


def test_a_name_that_is_on_no_map_is_an_error_at_its_cell(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares("青河县", "乙县"))
    told = errors_of(lambda: mapped(base, [["清河县", 1], ["乙县", 2]], root=tmp_path))
    assert [(d.saying.key, d.origin.pointer) for d in told] == [
        ("map-place/unknown", "/charts/0/data/rows/0/0")
    ]
    assert "青河县" in told[0].hint


def test_two_rows_of_one_place_are_an_error(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares("青河县", "乙县"))
    told = errors_of(lambda: mapped(base, [["青河县", 1], ["青河", 2]], root=tmp_path))
    assert [d.saying.key for d in told] == ["map-place/twice"]


def test_a_place_of_several_shapes_is_coloured_whole_and_said(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares("甲县", "乙县", "甲县"))
    page = mapped(base, [["甲县", 1], ["乙县", 2]], root=tmp_path)
    (mark,) = fills_at(page, "/charts/0/data/rows/0/1")
    assert sum(kind == "M" for kind, _ in mark.path.segments) == 2
    assert [d.saying.key for d in page.diagnostics if d.code == "map-place"] == ["map-place/parts"]


def test_names_stand_inside_their_own_shapes_and_the_enclaves_on_a_leader() -> None:
    base = {"file": str(PROVINCE / "lanchuan.geojson"), "approval": "虚S(2026)001号"}
    rows = [[name, n] for n, name in enumerate(("霁山县", "岚阳市", "青屿县", "枫塘县"), 1)]
    styles = {
        f"graphic-{role}": {"based_on": "s", "size": "9pt", "leading": "12pt"}
        for role in ("label", "strong")
    }
    page = mapped(base, rows, root=PROVINCE, width=300, styles=styles)
    lines = {placed.item.text: placed.at for placed in words_on(page.page)}  # type: ignore[union-attr]
    leaders = [m for m in marks_on(page.page) if m.pointer == "" and m.path.stroke is not None]
    assert {"霁山县", "岚阳市", "青屿县", "枫塘县"} <= lines.keys()
    assert len(leaders) == 2, "of the enclave and of the island, which have no room"


def test_what_finds_no_room_is_said(tmp_path: Path) -> None:
    rows = [[f"很长很长很长很长的名字{n}" * 3, n] for n in range(1, 7)]
    base = base_in(tmp_path, squares(*(str(name) for name, _ in rows)))
    page = mapped(base, rows, root=tmp_path, width=200, height=150)
    (note,) = [d for d in page.diagnostics if d.code == "map-labels"]
    assert (note.severity, note.saying.values["count"]) == (Severity.NOTE, 6)


def test_names_without_room_stand_in_a_list_with_numbers_on_the_map(tmp_path: Path) -> None:
    styles = {
        f"graphic-{role}": {"based_on": "s", "size": "9pt", "leading": "12pt"}
        for role in ("label", "strong")
    }
    rows = [[f"很长的名字{n}", n] for n in range(1, 7)]
    base = base_in(tmp_path, squares(*(str(name) for name, _ in rows)))
    for size in ({"width": 200}, {"width": 600, "height": 150}):
        page = mapped(base, rows, root=tmp_path, styles=styles, **size)  # type: ignore[arg-type]
        assert "map-labels" not in [d.code for d in page.diagnostics]
        texts = [placed.item.text for placed in words_on(page.page)]  # type: ignore[union-attr]
        for rank, (name, _) in enumerate(reversed(rows), 1):
            assert texts.count(str(name)) == 1
            assert str(rank) in texts


def test_a_row_that_the_title_is_about_has_a_heavy_border(tmp_path: Path) -> None:
    page = rate_map(tmp_path, highlight=["丙县"])
    heavy = [m for m in marks_on(page.page) if m.path.stroke and m.path.stroke.width == 1.2]
    assert [m.pointer for m in heavy] == ["/charts/0/data/rows/2/1"]

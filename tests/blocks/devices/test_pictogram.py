"""Pictogram arrays: whole signs on one scale, the key, what is refused."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from checks import words_are_apart
from drawing import Mark, Rows, drawn, marks_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import composed, words

from infographic.composed import ComposedPage

COLUMNS = ["类", "人数"]


def signs(rows: Rows, unit: str = "人", width: float = 420, **chart: Any) -> ComposedPage:
    chart = {"measure": {"what": "人数", "unit": unit}, "kind": "pictogram", **chart}
    kind = chart.pop("kind")
    return drawn(COLUMNS, rows, kind=kind, width=width, **chart)


def by_row(page: ComposedPage) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark in marks_on(page.page):
        if "/rows/" in mark.pointer and mark.path.fill is not None:
            found.setdefault(mark.pointer.split("/")[-2], []).append(mark)
    return found


def said(page: ComposedPage) -> str:
    return next(d.message for d in page.diagnostics if d.code == "graphic-simpler")


def test_a_number_is_so_many_signs_and_the_key_says_of_what() -> None:
    page = signs([["志愿者", 2300]])
    assert len(by_row(page)["0"]) == 23
    assert "每个圆点＝100人" in words(page)


def test_an_icon_is_asked_for_by_the_chart_and_draws_the_chart_as_signs() -> None:
    page = drawn(COLUMNS, [["志愿者", 2300]], icon="人", measure={"unit": "人"}, width=420)
    assert "每个图标＝100人" in words(page)
    assert len(by_row(page)["0"]) == 23


def test_signs_have_one_size_and_two_quantities_one_scale() -> None:
    found = by_row(signs([["男", 3000], ["女", 1500]]))
    assert len(found["0"]) == 2 * len(found["1"])
    sizes = {round(mark.box.width, 6) for row in found.values() for mark in row}
    assert len(sizes) == 1
    assert found["0"][0].path.fill != found["1"][0].path.fill


def test_a_magnitude_is_counted_out() -> None:
    page = signs([["城镇", 160], ["乡村", 42]], unit="万户")
    found = by_row(page)
    assert (len(found["0"]), len(found["1"])) == (80, 21)
    assert "每个圆点＝2万户" in words(page)


def test_rounding_is_said_and_only_where_there_is_any() -> None:
    assert "图标数四舍五入" in words(signs([["男", 5210], ["女", 4873]]))
    assert "图标数四舍五入" not in words(signs([["男", 5200], ["女", 4800]]))


def test_what_there_is_has_a_sign_and_too_many_are_dots() -> None:
    found = by_row(signs([["参赛", 9000], ["受伤", 30]]))
    assert len(found["1"]) == 1
    assert len(found["0"]) == 180
    assert found["0"][0].box.width < 5


def test_few_are_large_signs() -> None:
    (few,) = by_row(signs([["医院", 3]], unit="所")).values()
    (more,) = by_row(signs([["医院", 30]], unit="所")).values()
    assert few[0].box.width > 2 * more[0].box.width


def test_signs_stand_in_groups_of_five_with_a_wider_gap() -> None:
    (row,) = by_row(signs([["医院", 20]], unit="所")).values()
    steps = [b.box.x - a.box.right for a, b in pairwise(row[:10])]
    assert steps[4] == pytest.approx(1.4 * steps[3])


@pytest.mark.parametrize(
    ("value", "unit", "why"),
    [
        (-3, "人", "below 0"),
        (2.5, "人", "counts whole things, and 2.5 is none"),
        (95.0, "%", "are not counted"),
    ],
)
def test_what_cannot_be_counted_out_is_refused(value: float, unit: str, why: str) -> None:
    assert why in said(signs([["甲", value]], unit=unit))


def test_units_that_differ_are_refused_and_stand_as_figures() -> None:
    stats = ["建成**12**座", "惠及**38**户"]
    story = {"headline": "大事", "panels": [{"title": "数", "stats": stats}]}
    body = {"type": "graphic", "stats": {"$data": "/panels/0/stats"}, "kind": "pictogram"}
    page = composed(body, 300, story=story)
    assert "as “figures”" in said(page)
    assert "12座" in words(page) and "38户" in words(page)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><path d="M0 0H10V20H0Z"/></svg>'


def test_the_desks_own_drawing_is_the_sign(tmp_path: Path) -> None:
    (tmp_path / "tree.svg").write_text(SVG, encoding="utf-8")
    chart = {
        "data": {"columns": COLUMNS, "rows": [["植树", 23]]}, "sign": str(tmp_path / "tree.svg"),
        "kind": "pictogram", "measure": {"unit": "棵"},
    }  # fmt: skip
    body = {"type": "graphic", "chart": {"$data": "/charts/0"}}
    page = composed(body, 420, story={"headline": "大事", "charts": [chart]}, root=tmp_path)
    trees = [m for m in marks_on(page.page) if m.path.fill]
    assert len(trees) == 23
    assert trees[0].box.height == pytest.approx(2 * trees[0].box.width)
    assert "每个图标＝1棵" in words(page)


@settings(max_examples=20, deadline=None)
@given(
    values=st.lists(st.integers(0, 10**9), min_size=1, max_size=5),
    width=st.integers(120, 420), name=st.text("甲乙丙", min_size=1, max_size=30),
)  # fmt: skip
def test_whatever_is_counted_stays_inside_and_apart(
    values: list[int], width: int, name: str
) -> None:
    page = signs([[f"{name}{at}", value] for at, value in enumerate(values)], width=width)
    words_are_apart(page, width)
    assert all(m.box.x >= -0.01 and m.box.right <= width + 0.01 for m in marks_on(page.page))

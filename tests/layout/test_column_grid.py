"""Columns of a page: whole characters, the remainder in the gutters; what has no room is told."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis.strategies import booleans, floats, integers
from pages import LAYOUTS, STORIES
from small_pages import Line, composed, faults, layout_of, lines, near, paths

from infographic.display.items import TextLine
from infographic.layout.column_grid import FEWEST, ROUNDING, ColumnGrid, solve_columns
from infographic.loading.sheet.layouts import read_layout
from infographic.pipeline import compose, settled_layout

HAN = "一二三四五六七八九十"
WIDTHS, COUNTS = floats(20, 3000), integers(1, 12)
GUTTERS, SIZES = floats(0, 60), floats(4, 40)


def page_of(**fields: Any) -> dict[str, Any]:
    return {"columns": 3, "gutter": "10pt", "measure": "whole", **fields}


def columns_of(width: float, height: float | None, **fields: Any) -> ColumnGrid:
    layout = layout_of({"type": "text", "text": "国", "style": "s"}, width, height,
                       page=page_of(**fields))  # fmt: skip
    grid = settled_layout(layout).sheet.columns
    assert grid is not None
    return grid


@given(width=WIDTHS, count=COUNTS, gutter=GUTTERS, size=SIZES, whole=booleans())
def test_columns_and_gutters_fill_the_width_exactly(
    width: float, count: int, gutter: float, size: float, whole: bool
) -> None:
    grid = solve_columns(width, count, gutter, size, whole)
    filled = grid.count * grid.measure + (count - 1) * grid.gutter
    if count > 1 or not whole:
        assert filled == pytest.approx(width, abs=1e-9)
    else:
        assert filled <= width + size * ROUNDING
    assert grid.measure == pytest.approx(grid.characters * size, abs=1e-9)


@given(width=WIDTHS, count=COUNTS, gutter=GUTTERS, size=SIZES)
def test_a_whole_measure_is_the_most_characters_that_leave_the_gutter_wanted(
    width: float, count: int, gutter: float, size: float
) -> None:
    grid = solve_columns(width, count, gutter, size, whole=True)
    assert grid.characters == int(grid.characters)
    spread = count / max(count - 1, 1)
    assert grid.gutter >= gutter - spread * size * ROUNDING - 1e-9
    one_more = count * (grid.measure + size) + (count - 1) * gutter
    assert one_more > width - 1e-9


def test_a_width_that_is_whole_already_loses_no_character_to_rounding() -> None:
    # 3 × 20 × 3.5 mm and two gutters of 5 mm, each rounded to a millionth of a point.
    grid = solve_columns(623.622047, 3, 14.173228, 9.92126, whole=True)
    assert grid.characters == 20


def test_a_single_column_leaves_the_remainder_empty() -> None:
    assert solve_columns(98, 1, 10, 9, whole=True) == ColumnGrid(1, 90, 10, 10, 9)


def test_a_page_solves_its_columns_from_its_type_area_and_its_style() -> None:
    # 240 less margins of 15: three columns of 6 characters of 10 pt, 15 pt apart.
    grid = columns_of(240, 115, margins=["5pt", "15pt"], measure_style="s")
    assert grid == ColumnGrid(3, 60, 15, 6, 10, leading=12, lines=8)
    assert columns_of(290, 115, measure_style="big", gutter="20pt").characters == 4
    assert columns_of(230, None).lines is None


def test_an_even_measure_is_the_page_divided() -> None:
    assert columns_of(215, 100, measure="even") == ColumnGrid(3, 65, 10, 6.5, 10, 12, 8)


@pytest.mark.parametrize(
    ("fields", "code", "pointer", "says"),
    [
        ({"measure_style": "bdoy"}, "style-unknown", "/page/measure_style", "“body”?"),
        ({"columns": 12}, "columns-narrow", "/page/columns", "fewer columns"),
        ({"gutter": "60pt"}, "columns-narrow", "/page/columns", "4 characters"),
        ({"columns": 13}, "value-range", "/page/columns", ""),
        ({"measure": "wole"}, "value-choice", "/page/measure", "“whole”?"),
    ],
)
def test_columns_that_cannot_be_are_told_at_their_field(
    fields: dict[str, Any], code: str, pointer: str, says: str
) -> None:
    (fault,) = faults({"type": "text", "text": "国", "style": "s"}, 200, page=page_of(**fields))
    assert (fault.code, fault.origin.pointer) == (code, pointer)
    assert says in fault.hint


def test_a_broken_style_is_told_and_not_called_unknown_as_well() -> None:
    text = {"type": "text", "text": "国", "style": "s"}
    (fault,) = faults(text, 200, page=page_of(measure_style="own"),
                      styles={"own": {"font": "f", "size": "0pt"}})  # fmt: skip
    assert fault.code == "value-range"


# Blocks on the page's columns

STARTS = [0, 75, 150]
"""Of three columns of 6 characters of 10 pt in 210 pt, 15 pt apart."""


def test_an_article_stands_on_the_pages_columns() -> None:
    body = {"type": "article", "body": [HAN[:6] * 6], "style": "body",
            "columns": "page", "gutter": "page"}  # fmt: skip
    page = composed(body, 210, page=page_of())
    assert lines(page) == [
        Line(x, y, HAN[:6]) for x in STARTS for y in (9.8, 21.8)
    ]  # fmt: skip


def test_a_grids_tracks_and_a_sets_numbers_stand_on_the_pages_columns() -> None:
    text = {"type": "text", "text": "国", "style": "s"}
    stats = {"type": "stats", "stats": ["国", "国", "国"], "style": "s", "columns": 3,
             "column_gap": "page"}  # fmt: skip
    grid = {"type": "grid", "areas": ["a b c", "d d d"], "columns": "page", "gutter": "page",
            "children": {"a": text, "b": text, "c": text, "d": stats}}  # fmt: skip
    found = lines(composed(grid, 210, page=page_of()))
    assert [line.x for line in found] == STARTS * 2


def test_tracks_of_the_page_are_as_many_as_its_columns() -> None:
    # Three equal tracks are named; the fourth column of the areas takes a share as ever.
    grid = {"type": "grid", "areas": ["a b c d"], "columns": "page",
            "children": {"d": {"type": "text", "text": "国", "style": "s"}}}  # fmt: skip
    assert [line.x for line in lines(composed(grid, 200, page=page_of()))] == [150]


@pytest.mark.parametrize(
    "fields", [{"gutter": "page"}, {"columns": "page"}], ids=["gutter", "columns"]
)
@pytest.mark.parametrize("kind", ["article", "grid"])
def test_page_in_a_block_wants_columns_of_the_page(kind: str, fields: dict[str, Any]) -> None:
    own: dict[str, Any] = {
        "article": {"body": [HAN], "style": "body"},
        "grid": {"areas": ["a"], "children": {}},
    }
    (fault,) = faults({"type": kind, **own[kind], **fields}, 200)
    assert (fault.code, fault.origin.pointer) == ("columns-missing", f"/body/{next(iter(fields))}")
    assert '"page": {"columns"' in fault.hint


def test_page_misspelt_is_known() -> None:
    (fault,) = faults({"type": "article", "body": [], "style": "body", "gutter": "pgae"}, 200,
                      page=page_of())  # fmt: skip
    assert "or “page”, found “pgae”" in fault.message
    assert fault.hint == "did you mean “page”?"


# An article's own whole measure


def article(**fields: Any) -> dict[str, Any]:
    return {"type": "article", "body": [HAN[:6] * 6], "style": "body", "gutter": "8pt",
            "measure": "whole", **fields}  # fmt: skip


def test_an_articles_own_columns_are_whole_characters() -> None:
    page = composed(article(columns=3, column_rule={"color": "grey", "weight": "1pt"}), 210)
    assert [near(box.x + box.width / 2) for box in paths(page)] == [67.5, 142.5]
    assert [line.x for line in lines(page)] == [x for x in STARTS for _ in range(2)]
    even = lines(composed(article(columns=3, measure="even"), 210))
    assert [line.x for line in even] != [line.x for line in lines(page)]


def test_an_inset_over_two_columns_reaches_over_the_widened_gutter() -> None:
    inset = {"span": 2, "gap": "0pt", "block": {"type": "text", "text": HAN * 2, "style": "s"}}
    page = composed(article(columns=3, insets=[inset]), 210)
    # 60 + 15 + 60: thirteen characters to its line.
    assert lines(page)[0].text == (HAN * 2)[:13]


def test_a_single_column_of_whole_characters_leaves_the_rest_empty() -> None:
    page = composed(article(columns=1), 65)
    assert [line.text for line in lines(page)] == [HAN[:6]] * 6
    (even,) = {len(line.text) for line in lines(composed(article(columns=1), 60))}
    assert even == 6
    widths = {near(p.item.width) for p in page.page.walk() if isinstance(p.item, TextLine)}
    assert widths == {60}


def test_an_article_without_room_for_whole_characters_says_so() -> None:
    (fault,) = faults(article(columns=3), 100)
    assert fault.code == "columns-narrow"
    assert f"{FEWEST} characters of 10 pt" in fault.message


@pytest.mark.parametrize(("height", "length"), [(115, None), (None, "57pt")])
def test_tiers_that_run_down_are_whole_characters_too(
    height: float | None, length: str | None
) -> None:
    down = {"down": {"based_on": "body", "writing": "vertical"}}
    fields = {"columns": 2, "style": "down", "length": length}
    body = article(**{key: value for key, value in fields.items() if value})
    page = composed(body, 100, height, styles=down)
    texts = [p.item for p in page.page.walk() if isinstance(p.item, TextLine)]
    assert {len(line.text) for line in texts[:-1]} == {5}


# The shipped layouts

WHOLE = [
    name
    for name in LAYOUTS
    if getattr(settled_layout(read_layout(name)).sheet.columns, "characters", 0.5) % 1 == 0
]


def test_the_full_pages_have_columns_of_whole_characters() -> None:
    assert {"broadsheet", "tabloid", "modern/broadsheet", "modern/tabloid"} <= set(WHOLE)


BESIDE_A_RAIL = {
    "desk/broadsheet": (18, {0, 1, 2}),
    "desk/tabloid": (15, {0, 1, 2}),
    "modern/half-page": (10, {2, 3, 4}),
}
"""Pages that keep columns for their data or their head: the paragraphs of a body, and the columns
it has."""


@pytest.mark.parametrize("name", WHOLE)
def test_lines_of_pure_han_fill_a_shipped_pages_columns_exactly(name: str) -> None:
    sheet = settled_layout(read_layout(name)).sheet
    grid = sheet.columns
    assert grid is not None
    paragraph = '"' + HAN * 14 + '"'
    words, columns = BESIDE_A_RAIL.get(name, (15, set(range(grid.count))))
    body = f"[{', '.join([paragraph] * words)}]"
    page = compose(STORIES["data"], name, values=[("/body", body)])
    left, count = sheet.type_area.x, int(grid.characters)
    starts = [left + n * (grid.measure + grid.gutter) for n in range(grid.count)]
    filled: set[int] = set()
    for placed in page.page.walk():
        line = placed.item
        if not (isinstance(line, TextLine) and placed.origin.pointer.startswith("/body/")):
            continue
        column = max(n for n in range(grid.count) if starts[n] < placed.at.x + 1)
        indent = (placed.at.x - starts[column]) / grid.size
        if line.text in paragraph[-count:-1] and indent < 1 and len(line.text) < count:
            # A paragraph's last line.
            continue
        ((_, run),) = line.runs
        assert indent == pytest.approx(2 if len(line.text) < count else 0, abs=1e-6)
        assert len(line.text) + round(indent) == count
        assert indent * grid.size + line.width == pytest.approx(grid.measure, abs=1e-6)
        steps = [after - before for before, after in pairwise(run.xs)]
        assert steps == pytest.approx([1.0] * len(steps), abs=1e-6)
        filled.add(column)
    assert filled == columns

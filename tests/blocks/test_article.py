"""article: paragraphs, leads and subheads through columns, past insets, on one line grid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis.strategies import booleans, integers, lists, tuples
from small_pages import (
    Line,
    composed,
    faults,
    groups,
    layout_of,
    lines,
    near,
    paths,
    roles,
    words,
)

from infographic.display.items import Role
from infographic.pipeline import draft

HAN = "一二三四五六七八九十"


def article(*body: Any, **fields: Any) -> dict[str, Any]:
    return {"type": "article", "body": list(body), "style": "body", "gutter": "10pt", **fields}


def inset(height: float, **fields: Any) -> dict[str, Any]:
    """A grey block so many points high."""
    block = {"type": "panel", "background": "grey",
             "content": {"type": "spacer", "height": f"{height}pt"}}  # fmt: skip
    return {"block": block, "gap": "0pt", **fields}


def test_lines_divide_evenly_between_columns() -> None:
    page = composed(article(HAN * 2, columns=2), 110)
    assert lines(page) == [
        Line(0, 9.8, "一二三四五"), Line(0, 21.8, "六七八九十"),
        Line(60, 9.8, "一二三四五"), Line(60, 21.8, "六七八九十"),
    ]  # fmt: skip
    assert page.page.trim.height == 24


def test_a_paragraph_across_two_columns_is_one_paragraph_to_a_reader() -> None:
    page = composed(article(HAN * 2, columns=2), 110)
    assert roles(page) == [Role.ARTICLE, Role.PARAGRAPH]


def test_a_paragraphs_last_line_is_never_alone_at_the_head_of_a_column() -> None:
    # Five lines: 3 and 2, or 2 and 3, not 4 and 1.
    page = composed(article(HAN * 2 + "一", columns=2), 110)
    heads = [line for line in lines(page) if line.x == 60]
    assert len(heads) >= 2


def test_a_subhead_stands_with_two_lines_of_its_text() -> None:
    page = composed(article(HAN * 3, {"subhead": "国人"}, HAN * 3, columns=2), 110)
    found = lines(page)
    at = next(i for i, line in enumerate(found) if line.text == "国人")
    assert [line.x for line in found[at : at + 3]] == [found[at].x] * 3


def test_a_subhead_takes_whole_lines_of_the_grid() -> None:
    page = composed(article(HAN, {"subhead": "国人"}, HAN, subhead_style="head"), 50)
    ys = [line.y for line in lines(page) if line.text != "国人"]
    assert [near((y - 9.8) % 12) for y in ys] == [0] * 4
    assert page.page.trim.height % 12 == 0


def test_a_subheads_air_goes_at_the_head_of_a_column() -> None:
    page = composed(article({"subhead": "国人"}, HAN, subhead_style="head"), 50)
    assert lines(page)[0].y == 9.8


def test_a_lead_is_set_in_its_style_and_without_one_as_the_body() -> None:
    body = article({"lead": "国人"}, HAN)
    assert lines(composed(body, 50))[0] == Line(0, 9.8, "国人")
    taller = {"lead": {"based_on": "s", "size": "20pt", "leading": "24pt"}}
    page = composed({**body, "lead_style": "lead"}, 50, styles=taller)
    assert lines(page)[0] == Line(0, 19.6, "国人")
    assert lines(page)[1].y == 33.8


def test_text_runs_past_an_inset_and_ends_level() -> None:
    # Twelve lines; two of them lost in each of columns 1 and 2: 16 places, so 5½ a column.
    body = article(HAN * 6, columns=3, insets=[inset(24, first=1, span=2)])
    page = composed(body, 170)
    firsts = {line.x: line.y for line in reversed(lines(page))}
    assert firsts == {0: 33.8, 60: 33.8, 120: 9.8}
    lowest = {x: max(line.y for line in lines(page) if line.x == x) for x in firsts}
    assert max(lowest.values()) - min(lowest.values()) <= 12
    assert [(box.x, box.y, box.width, box.height) for box in paths(page)] == [(0, 0, 110, 24)]


def test_an_inset_at_the_foot_ends_with_the_columns() -> None:
    body = article(HAN * 4, columns=2, insets=[inset(20, first=2, at="bottom")])
    page = composed(body, 110)
    (box,) = paths(page)
    assert (box.x, box.y + box.height) == (60, page.page.trim.height)
    assert max(line.y for line in lines(page) if line.x == 60) + 2.2 <= box.y


@pytest.mark.parametrize("at", ["top", "bottom"])
def test_insets_in_one_column_stand_one_above_the_other(at: str) -> None:
    both = [inset(24, at=at), inset(12, at=at)]
    page = composed(article(HAN * 8, columns=2, insets=both), 110)
    first, second = sorted(paths(page), key=lambda box: box.y)
    assert first.y + first.height == second.y
    column = [line.y for line in lines(page) if line.x == 0]
    assert all(y < first.y or y > second.y + second.height for y in column)


@pytest.mark.parametrize("at", ["top", "bottom"])
def test_an_inset_beyond_another_keeps_all_its_columns_on_the_page(at: str) -> None:
    # The wide one stands beyond the narrow one, also in the column the narrow one leaves free.
    both = [inset(24, at=at), inset(12, span=2, at=at)]
    page = composed(article(HAN * 8, columns=2, insets=both), 110)
    assert all(2 <= line.y <= page.page.trim.height for line in lines(page))
    for box in paths(page):
        for line in lines(page):
            beside = line.x + 50 <= box.x or line.x >= box.x + box.width
            assert beside or line.y + 1.2 <= box.y or line.y - 8.8 >= box.y + box.height


@pytest.mark.parametrize(("first", "span"), [(2, 2), (3, 1), (1, 3)])
def test_an_inset_past_the_last_column_is_a_fault(first: int, span: int) -> None:
    found = faults(article(HAN * 4, columns=2, insets=[inset(24, first=first, span=span)]), 110)
    assert "frame-outside" in [fault.code for fault in found]
    assert found[0].origin.pointer == "/body/insets/0"


def test_a_column_rule_stands_in_the_middle_of_each_gutter() -> None:
    body = article(HAN * 3, columns=3, column_rule={"color": "grey", "weight": "1pt"})
    page = composed(body, 170)
    assert [(box.x, box.y, box.height) for box in paths(page)] == [(55, 0, 24), (115, 0, 24)]


def test_a_column_rule_ends_with_the_words_beside_it() -> None:
    rule = {"color": "grey", "weight": "1pt"}
    body = article(HAN * 3, columns=3, column_rule=rule, balance="none")
    # Four lines, two, none.
    assert [(box.x, box.height) for box in paths(composed(body, 170, 48))] == [(55, 48), (115, 24)]


def test_a_text_too_long_says_how_many_characters_and_lines() -> None:
    (fault,) = faults(article(HAN * 3, columns=2), 110, 24)
    assert fault.code == "overset"
    assert fault.message.startswith("the body is 10 characters (2 lines) too long")
    assert fault.hint.startswith("cut 10 characters")


def test_a_text_that_fits_when_filled_is_not_called_too_long() -> None:
    # Every division of these entries into columns of so many lines, level or not.
    body = [*(HAN[:5] for _ in range(4)), {"subhead": "国人"}, *(HAN[:5] for _ in range(3))]
    for rows in range(1, 12):
        for fault in faults(article(*body, columns=3), 170, rows * 12):
            assert "the body is 0 characters" not in fault.message


def test_insets_taller_than_their_frame_are_a_fault() -> None:
    found = faults(article(HAN[:5], columns=2, insets=[inset(60)]), 110, 24)
    assert [fault.code for fault in found] == ["overfull"]


@pytest.mark.parametrize("height", [None, 60])
def test_no_text_is_no_fault(height: float | None) -> None:
    assert lines(composed(article(columns=2), 110, height)) == []


def test_leading_grows_to_fill_a_taller_frame_as_far_as_it_may() -> None:
    body = article(HAN * 2, stretch=1.5)
    assert [line.y for line in lines(composed(body, 50, 60))] == [12.8, 27.8, 42.8, 57.8]
    assert [line.y for line in lines(composed({**body, "stretch": 1}, 50, 60))][-1] == 45.8


BODIES = lists(tuples(integers(1, 40), booleans()), min_size=1, max_size=8)


@settings(max_examples=40)
@given(BODIES, integers(1, 4), integers(0, 3))
def test_every_word_stands_on_the_page_once_and_in_order(
    paragraphs: list[tuple[int, bool]], columns: int, rows: int
) -> None:
    parts: list[Any] = []
    for length, is_headed in paragraphs:
        parts += [{"subhead": "国人"}] if is_headed else []
        parts.append((HAN * 4)[:length])
    told = "".join(part if isinstance(part, str) else part["subhead"] for part in parts)
    body = article(*parts, columns=columns, subhead_style="head", insets=[inset(rows * 12)])
    page = composed(body, 60 * columns - 10)
    assert words(page) == told
    assert len({(line.x, line.y) for line in lines(page)}) == len(lines(page))
    assert all(line.y <= page.page.trim.height - 2 for line in lines(page))
    assert len(groups(page, "paragraph")) == len(parts)


@pytest.mark.parametrize("turned", ["head", "body"])
def test_a_subhead_whose_lines_run_another_way_than_the_bodys_is_a_fault(turned: str) -> None:
    plain = {"font": "f", "size": "10pt", "leading": "12pt", "autospace": 0}
    styles = {"body": plain, "head": plain, turned: {**plain, "writing": "vertical"}}
    body = article(HAN, {"subhead": "人民"}, subhead_style="head")
    (fault,) = faults(body, 100, 100, styles=styles)
    assert (fault.code, fault.origin.pointer) == ("style-vertical", "/body/subhead_style")
    # A style that nothing is set in is none.
    assert faults(article(HAN, subhead_style="head"), 100, 100, styles=styles) == []


def test_more_column_breaks_than_columns_are_said_at_once() -> None:
    body = article(*["国" * 20] * 400, columns=2, breaks=[2, 3], insets=[inset(30, at="middle")])
    (fault,) = faults(body, 110, page={"max_height": "14000pt"})
    assert fault.code == "overset"
    assert "more columns than its 2: 7960 characters" in fault.message


def test_what_is_wrong_is_said_at_the_place_of_these_words_and_not_of_the_same_elsewhere(
    tmp_path: Path,
) -> None:
    body = {**article(), "body": {"$data": "/body"}, "columns": 2}
    places = []
    for name, blank in (("a", "\n"), ("b", "\n\n\n\n")):
        path = tmp_path / f"{name}.json"
        path.write_text(f'{{"headline": "大事",{blank}"body": ["{"国" * 90}"]}}', encoding="utf-8")
        (fault,) = draft(path, layout_of(body, 110, 48)).page.faults
        places.append((Path(fault.origin.file).name, fault.origin.line))
    assert places == [("a.json", 2), ("b.json", 5)]


def test_a_column_rule_too_thin_is_said_at_its_place() -> None:
    thin = {"weight": "0.05pt", "color": "red"}
    page = composed(article("国" * 40, columns=2, column_rule=thin), 110, 48)
    assert "/body/column_rule" in [finding.origin.pointer for finding in page.preflight()]

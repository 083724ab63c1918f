"""text, headline, list, folio: words on their own."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import Line, codes, composed, faults, lines, paths, roles, sizes, words

from infographic.display.items import Role


def text(words: str | list[str] = "国人国人", style: str = "s", **fields: Any) -> dict[str, Any]:
    return {"type": "text", "text": words, "style": style, **fields}


def headline(words: str, style: str = "s", **fields: Any) -> dict[str, Any]:
    return {"type": "headline", "text": words, "style": style, **fields}


# text


def test_a_text_breaks_where_its_measure_ends() -> None:
    page = composed(text("一二三四五六七八九十"), 50)
    assert lines(page) == [Line(0, 9.8, "一二三四五"), Line(0, 21.8, "六七八九十")]
    assert page.page.trim == (50, 24)


@pytest.mark.parametrize(("vertical", "y"), [("top", 9.8), ("middle", 21.8), ("bottom", 33.8)])
def test_a_text_stands_in_a_taller_frame_where_it_is_told_to(vertical: str, y: float) -> None:
    assert lines(composed(text(vertical=vertical), 100, 36)) == [Line(0, y, "国人国人")]


def test_several_texts_are_paragraphs_with_the_styles_space_between() -> None:
    styles = {"s": {"font": "f", "size": "10pt", "leading": "12pt", "space_before": "6pt"}}
    page = composed(text(["国人", "人国"]), 50, styles=styles)
    assert [(line.y, line.text) for line in lines(page)] == [(9.8, "国人"), (27.8, "人国")]


def test_a_text_too_long_for_its_frame_says_how_many_characters_to_cut() -> None:
    (fault,) = faults(text("一二三四五六七八九十一二"), 50, 24)
    assert fault.code == "overset"
    assert fault.hint.startswith("cut 2 characters")
    assert "needs 36.0 pt, the frame has 24.0 pt" in fault.message
    assert fault.origin.pointer == "/body/text"


def test_paragraphs_too_tall_for_their_frame_are_a_fault() -> None:
    assert codes(text(["一", "二", "三"]), 50, 30) == ["overfull"]


def test_a_style_with_a_bound_of_lines_is_overset_past_it() -> None:
    styles = {"one": {"based_on": "s", "max_lines": 1}}
    (fault,) = faults(text("一二三四五六七", "one"), 50, styles=styles)
    assert (fault.code, "2 characters too many" in fault.message) == ("overset", True)


def test_a_character_that_no_face_has_is_an_error_that_names_it() -> None:
    (fault,) = faults(text("国\ue123人"))
    assert fault.code == "glyph-missing"
    assert "\ue123" in fault.message
    assert "U+E123" in fault.message


def test_what_cannot_be_broken_and_is_too_wide_says_by_how_much() -> None:
    (fault,) = faults(text("{~一二三四五六~}"), 50)
    assert fault.code == "overset-width"
    assert "10.0 pt wider than its measure of 50.0 pt" in fault.message


def test_the_role_of_a_text_is_what_a_reader_hears() -> None:
    assert roles(composed(text())) == [Role.PARAGRAPH]
    assert roles(composed(text(role="heading"))) == [Role.HEADING_2]
    assert roles(composed(text(role="caption"))) == [Role.CAPTION]


def test_a_lists_mark_that_no_face_has_is_an_error_at_the_mark() -> None:
    body = {"type": "list", "items": ["国", "人"], "style": "s", "marker": "\ue123"}
    (fault,) = faults(body)
    assert (fault.code, fault.origin.pointer) == ("glyph-missing", "/body/marker")


# headline


def test_a_headline_shrinks_until_it_has_no_more_lines_than_it_may() -> None:
    page = composed(headline("国人国人国人国人", "big", max_lines=1, smallest=0.5))
    assert sizes(page) == {"国人国人国人国人": 12.5}
    assert lines(page)[0].text == "国人国人国人国人"


def test_a_headline_grows_to_fill_its_line_and_makes_no_other() -> None:
    page = composed(headline("国人国人", max_lines=2, largest=3))
    assert sizes(page) == {"国人国人": 25}


def test_a_headline_grows_no_further_than_it_may() -> None:
    assert sizes(composed(headline("国人", largest=2))) == {"国人": 20}


def test_a_headline_is_as_large_as_its_frame_is_high() -> None:
    page = composed(headline("国人", "big", smallest=0.25), 100, 12)
    (size,) = sizes(page).values()
    assert 9.7 < size <= 10


def test_a_headline_too_long_at_its_smallest_is_overset() -> None:
    found = faults(headline("国人国人国人国人国人国人国人", "big", max_lines=1, smallest=0.75))
    assert [fault.code for fault in found] == ["overset"]
    assert "at 15 pt and may have 1" in found[0].message


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_headlines_level_is_its_role(level: int) -> None:
    assert roles(composed(headline("国人", level=level))) == [Role(f"H{level}")]


# list


def bullets(*items: str, **fields: Any) -> dict[str, Any]:
    return {"type": "list", "items": list(items), "style": "s", "hang": "20pt", **fields}


def test_a_marker_hangs_to_the_left_of_all_lines_of_its_item() -> None:
    page = composed(bullets("一二三四五", marker="●"), 50)
    assert lines(page) == [Line(0, 9.8, "●"), Line(20, 9.8, "一二三"), Line(20, 21.8, "四五")]


@pytest.mark.parametrize(
    ("marker", "expected"), [("1", ["1", "2", "3"]), ("①", ["①", "②", "③"]), ("★", ["★"] * 3)]
)
def test_markers_count_or_repeat(marker: str, expected: list[str]) -> None:
    page = composed(bullets("一", "二", "三", marker=marker))
    assert [line.text for line in lines(page) if line.x == 0] == expected


def test_the_twenty_first_item_is_not_numbered_1_again() -> None:
    page = composed(bullets(*["国"] * 21, marker="①", gap="0pt"))
    assert [line.text for line in lines(page) if line.x < 20][20] == "㉑"


def test_a_list_without_marker_does_not_hang() -> None:
    assert lines(composed(bullets("国人", marker=""))) == [Line(0, 9.8, "国人")]


def test_a_rule_stands_in_the_middle_of_each_gap() -> None:
    page = composed(bullets("一", "二", gap="6pt", rule={"color": "grey"}))
    assert [(box.y, box.width, box.height) for box in paths(page)] == [(15, 100, 0)]
    assert [line.y for line in lines(page) if line.x == 20] == [9.8, 27.8]


def test_a_list_is_a_list_of_items_to_a_reader() -> None:
    found = roles(composed(bullets("一", "二")))
    assert found[0] is Role.LIST
    assert found.count(Role.LIST_ITEM) == 2


def test_a_list_too_tall_for_its_frame_is_a_fault() -> None:
    assert codes(bullets("一", "二", "三", gap="0pt"), 100, 30) == ["overfull"]


# folio


def folio(**fields: Any) -> dict[str, Any]:
    return {"type": "folio", "style": "s", **fields}


def test_a_folio_sets_left_centre_and_right_on_one_baseline() -> None:
    page = composed(folio(left="国人", center="大", right="月日"), 110)
    assert lines(page) == [Line(0, 9.8, "国人"), Line(50, 9.8, "大"), Line(90, 9.8, "月日")]


def test_a_logotype_and_a_date_share_the_larger_ones_baseline() -> None:
    page = composed(folio(left="国", right="月日", left_style="big"))
    assert [line.y for line in lines(page)] == [19.6, 19.6]
    assert page.page.trim.height == 24


def test_a_folios_rules_stand_a_gap_away_from_its_words() -> None:
    rule = {"color": "red", "weight": "2pt"}
    page = composed(folio(left="国", rule_above=rule, rule_below=rule, gap="3pt"))
    assert [box.y for box in paths(page)] == [1, 21]
    assert lines(page) == [Line(0, 14.8, "国")]
    assert page.page.trim.height == 22


def test_texts_of_a_folio_that_would_touch_stand_one_below_the_other() -> None:
    page = composed(folio(left="国人国人国人", right="月日月日"), 100)
    assert lines(page) == [Line(0, 9.8, "国人国人国人"), Line(0, 25.8, "月日月日")]


def test_a_folio_text_longer_than_its_line_loses_nothing() -> None:
    page = composed(folio(left="一二三四五六七八九十一二三", right="月日"), 100)
    assert words(page) == "一二三四五六七八九十一二三月日"


def test_an_empty_folio_is_no_words_and_no_fault() -> None:
    assert lines(composed(folio(left="", right=""))) == []

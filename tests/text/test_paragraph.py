"""Where glyphs stand, in the square font: 10 pt on 12 pt, every glyph one em wide."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import inf

import pytest
from small_pages import composed, lines
from square_style import (
    PLAIN,
    SQUARE,
    STACK,
    copy,
    copy_of,
    inked,
    set_words,
    square,
    words,
)

from infographic.foundation.color import grey
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Alignment, CharStyle, Part

LEFT = Alignment.LEFT


def places(text: str, measure: float = inf, line: int = 0, **fields: object) -> list[float]:
    return [x for _, x in inked(set_words(text, measure, **fields), line)]


# Lines and their height


def test_half_the_spare_leading_stands_above_the_line() -> None:
    line = set_words("中国", 100).lines[0]
    assert (line.above, line.below) == (pytest.approx(9.8), pytest.approx(2.2))


def test_lines_of_one_style_stand_one_leading_apart() -> None:
    paragraph = set_words("中国人民日报中国人民日报中国人民日报", 50)
    pitches = [a.below + b.above for a, b in pairwise(paragraph.lines)]
    assert pitches == pytest.approx([12, 12, 12])
    assert paragraph.height == pytest.approx(48)


def test_a_large_number_without_leading_of_its_own_pushes_its_line_down() -> None:
    style = square(parts=((Part.DIGITS, CharStyle(STACK, size=30)),))
    line = set_paragraph(copy_of(("中", Part.PLAIN), ("2", Part.DIGITS, 1)), style, inf).lines[0]
    assert line.above == pytest.approx(30 * 0.88)
    assert line.below == pytest.approx(30 * 0.12)


def test_a_small_number_leaves_the_leading_alone() -> None:
    style = square(parts=((Part.DIGITS, CharStyle(STACK, size=6)),))
    line = set_paragraph(copy_of(("中", Part.PLAIN), ("2", Part.DIGITS, 1)), style, inf).lines[0]
    assert line.above + line.below == pytest.approx(12)


def test_a_hard_break_starts_a_line_and_an_empty_one_keeps_its_height() -> None:
    paragraph = set_words("中国\n\n人民", 100)
    assert words(paragraph) == ["中国", "", "人民"]
    assert paragraph.height == pytest.approx(36)


def test_an_infinite_measure_breaks_at_hard_breaks_only() -> None:
    paragraph = set_words("中国人民日报\n中国", inf)
    assert words(paragraph) == ["中国人民日报", "中国"]
    assert paragraph.natural_width == 60


def test_no_words_make_one_empty_line() -> None:
    paragraph = set_words("", 100)
    assert words(paragraph) == [""]
    assert paragraph.lines[0].text.runs == ()


# Marks and their blanks


def test_a_mark_loses_its_blank_at_the_end_of_a_line() -> None:
    assert set_words("中国。", inf).lines[0].text.width == 25


def test_an_opening_mark_loses_its_blank_at_the_start_of_a_line() -> None:
    assert places("“中国") == [-5, 5, 15]


def test_an_opening_mark_is_flush_with_the_indent_too() -> None:
    assert places("“中国", 100, indent=2) == [15, 25, 35]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中。”国", [0, 10, 15, 25]),
        ("中，“国", [0, 10, 15, 30 - 5]),
        ("中》（国", [0, 10, 15, 25]),
        ("（《中", [-5, 0, 10]),
        ("中：“《国", [0, 10, 15, 20, 30]),
    ],
)
def test_two_marks_with_a_blank_between_them_take_an_em_and_a_half(
    text: str, expected: list[float]
) -> None:
    assert places(text) == expected


def test_an_opening_mark_before_its_closing_one_has_no_blank_to_lose() -> None:
    assert places("中（）国") == [0, 10, 20, 30]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中？！国", [0, 10, 15, 20]),
        ("中！！！国", [0, 10, 15, 20, 30]),
        ("中？国", [0, 10, 20]),
    ],
)
def test_two_marks_of_question_or_exclamation_share_a_cell(
    text: str, expected: list[float]
) -> None:
    assert places(text) == expected


def test_kaiming_gives_a_whole_cell_to_sentence_ends_alone() -> None:
    assert places("“中”，国。中", punctuation="kaiming") == [-5, 5, 15, 20, 25, 35, 45]


def test_banjiao_gives_every_mark_half_a_cell() -> None:
    assert places("中，国。中", punctuation="banjiao") == [0, 10, 15, 25, 30]


def test_a_middle_dot_is_centred_in_half_a_cell() -> None:
    # The ink of the square font's dot is half an em wide, a quarter in from the left.
    assert places("中·国") == [0, 7.5, 15]


def test_dashes_and_dots_fill_two_cells() -> None:
    assert places("中——国……日") == [0, 10, 20, 30, 40, 50, 60]


# Spaces


def test_han_and_latin_keep_a_quarter_em_apart() -> None:
    assert places("中2国") == [0, 12.5, 25]


def test_a_typed_space_between_han_and_latin_is_replaced_not_added_to() -> None:
    paragraph = set_words("中 2 国", inf)
    assert [x for _, x in inked(paragraph)] == [0, 12.5, 25]
    assert words(paragraph) == ["中 2 国"]


def test_no_gap_stands_beside_chinese_marks_or_at_the_edges() -> None:
    assert places("2，3中") == [0, 10, 20, 32.5]


def test_autospace_can_be_switched_off() -> None:
    assert places("中2国", autospace=0.0) == [0, 10, 20]


def test_a_space_at_which_a_line_broke_stays_at_its_end() -> None:
    paragraph = set_words("aaa bbb", 50, alignment=LEFT)
    assert words(paragraph) == ["aaa ", "bbb"]
    assert [line.text.width for line in paragraph.lines] == [30, 30]


def test_a_typed_indent_gives_way_to_the_styles() -> None:
    paragraph = set_words("\u3000\u3000中国", 100, indent=2)
    assert words(paragraph) == ["中国"]
    assert inked(paragraph)[0] == ("中", 20)


def test_a_typed_indent_is_kept_where_the_style_has_none() -> None:
    assert inked(set_words("\u3000\u3000中国", 100))[0] == ("中", 20)


def test_a_wide_space_is_an_em_and_vanishes_where_a_line_breaks_at_it() -> None:
    assert places("中国\u3000人民", 50, alignment=LEFT) == [0, 10, 30, 40]
    assert words(set_words("中国\u3000人民", 40, alignment=LEFT)) == ["中国\u3000", "人民"]


def test_an_emphasised_number_has_its_own_gap() -> None:
    style = square(parts=((Part.DIGITS, CharStyle(STACK, size=20)),), number_gap=0.4)
    spans = copy_of(
        ("中", Part.PLAIN), ("2", Part.DIGITS, 1), ("个", Part.UNIT, 1), ("国", Part.PLAIN)
    )
    assert [x for _, x in inked(set_paragraph(spans, style, inf))] == [0, 14, 34, 48]


@pytest.mark.parametrize("punctuation", ["quanjiao", "kaiming", "banjiao"])
@pytest.mark.parametrize("mark", "，。：）”…·～:,)")
def test_an_emphasised_number_stands_close_to_a_mark(mark: str, punctuation: str) -> None:
    big = ((Part.DIGITS, CharStyle(STACK, size=20)),)
    spans = copy_of(("2", Part.DIGITS, 1), ("个", Part.UNIT, 1), (mark + "国", Part.PLAIN))
    gaps = [
        inked(set_paragraph(spans, square(parts=big, number_gap=gap, punctuation=punctuation), inf))
        for gap in (0.0, 0.4)
    ]
    assert gaps[0] == gaps[1]


def test_tracking_is_added_between_glyphs_and_not_after_the_last() -> None:
    style = replace(square(), plain=replace(PLAIN, tracking=0.1))
    line = set_paragraph(copy("中国人"), style, inf).lines[0].text
    assert line.runs[0][1].xs == pytest.approx((0, 1.1, 2.2))
    assert line.width == pytest.approx(32)


# Alignment


@pytest.mark.parametrize(
    ("alignment", "x"), [(Alignment.LEFT, 0), (Alignment.CENTER, 15), (Alignment.RIGHT, 30)]
)
def test_a_short_line_stands_where_its_alignment_says(alignment: Alignment, x: float) -> None:
    assert set_words("中国", 50, alignment=alignment).lines[0].x == x


def test_a_mark_is_squeezed_in_before_a_character_is_pushed_out() -> None:
    # Five ems, of which the last does not fit unless the comma gives its half.
    paragraph = set_words("中，国人民日报在有", 45)
    assert words(paragraph)[0] == "中，国人民"
    assert inked(paragraph) == [("中", 0), ("，", 10), ("国", 15), ("人", 25), ("民", 35)]


def test_closing_marks_give_before_sentence_ends() -> None:
    # One of “）” and “。” must give half an em; CLREQ names brackets first.
    paragraph = set_words("中）国。人民日报在有", 55)
    assert inked(paragraph) == [
        ("中", 0),
        ("）", 10),
        ("国", 15),
        ("。", 25),
        ("人", 35),
        ("民", 45),
    ]


def test_a_line_is_spread_evenly_when_nothing_else_can_give() -> None:
    paragraph = set_words("中国人民日报在有", 46)
    assert [x for _, x in inked(paragraph)] == [0, 12, 24, 36]
    assert paragraph.lines[0].text.width == 46


def test_gaps_round_latin_open_before_the_others() -> None:
    assert places("中2国人民日报在有", 46) == [0, 13, 26, 36]


def test_no_gap_opens_inside_dashes_numbers_and_words() -> None:
    places_ = dict.fromkeys(inked(set_words("中——12ab国人民日报在有的了", 95)))
    xs = [x for _, x in places_]
    assert xs[2] - xs[1] == pytest.approx(10)
    assert xs[4] - xs[3] == xs[5] - xs[4] == xs[6] - xs[5] == pytest.approx(10)


def test_the_space_between_large_digits_and_a_smaller_unit_is_narrow() -> None:
    # 0.16 em of the digits; a word space of this face is a whole em.
    style = square(parts=((Part.DIGITS, CharStyle(STACK, size=20)),))
    spans = copy_of(("3", Part.DIGITS, 1), (" km", Part.UNIT, 1))
    paragraph = set_paragraph(spans, style, inf)
    assert [x for _, x in inked(paragraph)] == [0, 23.2, 33.2]


def test_two_loose_lines_do_not_stand_in_a_row_where_a_full_one_can_stand_between() -> None:
    # The same lines are as loose, and as many, whichever of them is full; only their order differs.
    assert [len(line) for line in words(set_words("1111" + 14 * "的", 60))] == [5, 6, 5, 2]


def test_the_last_line_is_left_natural() -> None:
    assert set_words("中国人民日报", 40).lines[-1].text.width == 20


def test_a_last_line_holds_at_least_two_characters() -> None:
    assert [len(line) for line in words(set_words("中国人民日报在有", 70))] == [6, 2]
    assert [len(line) for line in words(set_words("中国人民日报在有。", 70))] == [6, 3]


# What does not fit, and what is not there


def test_a_number_wider_than_the_measure_is_broken_and_said() -> None:
    paragraph = set_words("中12345678的", 50)
    assert paragraph.overrun == 30
    assert "".join(words(paragraph)) == "中12345678的"
    assert all(line.text.width <= 50 for line in paragraph.lines)


def test_an_address_wider_than_the_measure_is_broken_after_its_signs() -> None:
    paragraph = set_words("www.news.cn/abc/def", 100, alignment=LEFT)
    assert words(paragraph) == ["www.news.", "cn/abc/def"]
    assert paragraph.overrun == 0


def test_an_address_is_broken_inside_its_brackets() -> None:
    paragraph = set_words("见（www.news.cn/abc）看", 120, alignment=LEFT)
    assert words(paragraph) == ["见（www.news.", "cn/abc）看"]
    assert paragraph.overrun == 0


def test_an_address_with_a_part_wider_than_the_measure_is_said() -> None:
    paragraph = set_words("www.example.cn", 70, alignment=LEFT)
    assert paragraph.overrun == 10
    assert "".join(words(paragraph)) == "www.example.cn"


@pytest.mark.parametrize("measure", [0.0, 3.0, 10.0])
def test_a_measure_narrower_than_a_character_loses_nothing(measure: float) -> None:
    paragraph = set_words("“中国”12ab，——人。", measure)
    assert "".join(words(paragraph)) == "“中国”12ab，——人。"
    assert paragraph.overrun > 0


def test_a_character_no_face_has_is_named_and_not_drawn() -> None:
    paragraph = set_words("中鿕国a→Ж", inf)
    assert paragraph.missing == ("鿕", "Ж")
    assert words(paragraph) == ["中鿕国a→Ж"]
    glyphs = [g for _, run in paragraph.lines[0].text.runs for g in run.glyphs]
    assert 0 not in glyphs
    assert len(glyphs) == 4


def test_a_missing_character_of_one_paragraph_is_not_held_against_another() -> None:
    set_words("鿕", inf)
    assert set_words("中", inf).missing == ()


# Runs


def test_a_run_holds_glyphs_of_one_colour_and_size() -> None:
    red = replace(PLAIN, color=grey(0.5))
    style = square(parts=((Part.STRONG, red),))
    spans = copy_of(("中国", Part.PLAIN), ("人民", Part.STRONG), ("日报", Part.PLAIN))
    runs = set_paragraph(spans, style, inf).lines[0].text.runs
    assert [(x, "".join(run.texts)) for x, run in runs] == [(0, "中国"), (20, "人民"), (40, "日报")]
    assert [run.color for _, run in runs] == [PLAIN.color, red.color, PLAIN.color]
    assert all(run.face is SQUARE and run.xs == (0, 1) for _, run in runs)


def test_parts_set_alike_make_one_run() -> None:
    spans = copy_of(("中国", Part.PLAIN), ("人民", Part.STRONG))
    assert len(set_paragraph(spans, square(), inf).lines[0].text.runs) == 1


def test_a_raised_part_stands_above_the_baseline_and_makes_room() -> None:
    style = square(parts=((Part.STRONG, replace(PLAIN, rise=4.0)),))
    line = set_paragraph(copy_of(("中", Part.PLAIN), ("国", Part.STRONG)), style, inf).lines[0]
    assert line.text.runs[1][1].ys == (0.4,)
    assert line.above == pytest.approx(13.8)


def test_the_same_words_in_the_same_style_are_set_once() -> None:
    first = set_paragraph(copy("中国人民"), square(), 30)
    assert set_paragraph(copy("中国人民"), square(), 30) is first


def test_another_leading_moves_lines_and_sets_nothing_again() -> None:
    told = copy_of(("中国人民日报在有" * 3, Part.PLAIN), ("12", Part.DIGITS, 1))
    digits = replace(PLAIN, size=20, leading=24)
    close = square(parts=((Part.DIGITS, digits),))
    wide = replace(close, plain=replace(PLAIN, leading=15))
    first = set_paragraph(told, close, 100)
    second = set_paragraph(told, wide, 100)
    assert [line.above + line.below for line in first.lines] == [12, 12, 24]
    assert [line.above + line.below for line in second.lines] == [15, 15, 24]
    for one, other in zip(first.lines, second.lines, strict=True):
        assert one.text is other.text and one.x == other.x


def test_a_hyphen_before_a_number_of_another_mark_is_a_word_of_its_own() -> None:
    found = composed({"type": "text", "text": "**-****佫-**0", "style": "s"}, 200, None)
    assert "".join(line.text for line in lines(found)) == "-佫-0"

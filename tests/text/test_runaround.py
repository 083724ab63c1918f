"""Paragraphs whose lines have measures of their own, in the square font: 10 pt on 12 pt."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from square_style import copy, copy_of, in_face, inked, square, words
from test_paragraph_properties import ALIGNMENTS, HAN, HOUSE, MEASURES, WORDS

from infographic.foundation.font import open_face
from infographic.text.interned import interned_style
from infographic.text.lines import FAR, NEAR_EMS, _total_fit
from infographic.text.paragraph import Paragraph, galleys_of, set_paragraph
from infographic.text.runaround import _set_runaround, characters_of, set_runaround
from infographic.text.runaround_lines import fit_runaround
from infographic.text.style import Alignment, ColumnRules, Part

LEFT = Alignment.LEFT
STYLES = st.builds(
    square,
    alignment=ALIGNMENTS,
    indent=st.sampled_from([0.0, 2.0]),
    kinsoku=st.sampled_from(["gb", "strict"]),
    line_end=st.sampled_from(["half", "needed", "full"]),
    hanging=st.booleans(),
    orphan_control=st.booleans(),
    whole_ems=st.booleans(),
    balance=st.booleans(),
    column=st.sampled_from([None, ColumnRules()]),
)
SHAPES = st.lists(st.integers(6, 40).map(lambda ems: ems * 10.0), min_size=1, max_size=6)
NARROW = st.lists(st.sampled_from([30.0, 35.0, 50.0, 120.0]), min_size=1, max_size=6)
SERIF = open_face(Path(__file__).resolve().parents[2] / "fonts" / "noto-serif-sc-regular.ttf")


def shaped(text: str, *measures: float, **fields: object) -> Paragraph:
    return set_runaround(copy(text), square(**fields), measures)


def measure_at(measures: list[float], number: int) -> float:
    return measures[min(number, len(measures) - 1)]


# Round a picture


def test_each_line_fills_its_own_measure_and_the_last_holds_for_the_rest() -> None:
    paragraph = shaped("中国人民日报在有个万亿元十年月日的了中国", 50, 30, 30, 50)
    assert words(paragraph) == ["中国人民日", "报在有", "个万亿", "元十年月日", "的了中国"]
    assert inked(paragraph, 1) == [("报", 0), ("在", 10), ("有", 20)]
    assert inked(paragraph, 3) == [("元", 0), ("十", 10), ("年", 20), ("月", 30), ("日", 40)]
    assert (paragraph.measure, paragraph.height) == (50, pytest.approx(60))


def test_a_line_is_spread_to_its_own_measure() -> None:
    paragraph = shaped("中国人民日报在有个万亿元十年月日的了", 56, 33, 50)
    assert inked(paragraph, 0) == [("中", 0), ("国", 11.5), ("人", 23), ("民", 34.5), ("日", 46)]
    assert inked(paragraph, 1) == [("报", 0), ("在", 11.5), ("有", 23)]


def test_a_mark_is_closed_up_in_the_line_that_needs_it() -> None:
    paragraph = shaped("中国人民日报，在有个万亿元十", 50, 35, 50)
    assert words(paragraph)[1] == "报，在有"
    assert inked(paragraph, 1) == [("报", 0), ("，", 10), ("在", 15), ("有", 25)]


def test_right_and_centred_lines_stand_in_their_own_measures() -> None:
    right = shaped("中国人民日报在有", 50, 35, 50, alignment=Alignment.RIGHT)
    assert [line.x for line in right.lines] == [0, 5]
    centred = shaped("中国人民日报在有", 50, 35, 50, alignment=Alignment.CENTER)
    assert [line.x for line in centred.lines] == [0, 2.5]


def test_the_indent_is_taken_from_the_first_lines_measure() -> None:
    paragraph = shaped("中国人民日报在有", 50, 30, indent=2)
    assert words(paragraph) == ["中国人", "民日报", "在有"]
    assert inked(paragraph, 0)[0] == ("中", 20)


def test_lines_are_counted_on_over_hard_breaks() -> None:
    paragraph = shaped("中国\n人民日报在有个万\n亿元十年", 50, 30, 30, 60)
    assert words(paragraph) == ["中国", "人民日", "报在有", "个万", "亿元十年"]


def test_twelve_dots_on_a_line_of_their_own_are_counted_too() -> None:
    paragraph = shaped("中国…………人民日报在有个万", 60, 60, 30, 50, indent=0)
    assert words(paragraph) == ["中国", "…………", "人民日", "报在有个万"]


def test_a_mark_that_may_hang_hangs_past_its_own_line() -> None:
    paragraph = shaped("中国人民日。报在有。个万亿", 50, 30, 50, hanging=True, line_end="full")
    assert words(paragraph)[:2] == ["中国人民日。", "报在有。"]
    assert inked(paragraph, 1)[-1] == ("。", 30)


def test_whole_ems_floor_each_measure() -> None:
    paragraph = shaped("中国人民日报在有个万亿元", 56, 39, 48, whole_ems=True)
    assert [line.text.width for line in paragraph.lines] == [50, 30, 40]
    assert paragraph.measure == 50


def test_a_balanced_style_is_set_as_one_that_is_not() -> None:
    text = "中国人民日报在有个万亿元十"
    assert shaped(text, 50, 80, balance=True) == shaped(text, 50, 80)
    assert shaped(text, 80, balance=True) == shaped(text, 80)


def test_columns_run_down_to_their_own_lengths() -> None:
    paragraph = shaped("中国人民日报在有个万亿元十", 50, 30, 50, column=ColumnRules())
    assert words(paragraph) == ["中国人民日", "报在有", "个万亿元十"]
    assert all(line.text.vertical for line in paragraph.lines)


def test_a_last_line_holds_two_characters_where_an_earlier_line_can_give_one() -> None:
    text = "中国人民日报，在有个万亿元十年"
    assert words(shaped(text, 50, 35, 50, orphan_control=False))[1:] == [
        "报，在有",
        "个万亿元十",
        "年",
    ]
    spread = shaped(text, 50, 35, 50, marks_keep_close=False)
    assert words(spread)[1:] == ["报，在", "有个万亿元", "十年"]


def test_the_last_measure_may_have_no_end() -> None:
    assert words(shaped("中国人民日报在有个", 30, inf)) == ["中国人", "民日报在有个"]


# Pieces too wide


def test_a_word_is_broken_where_its_own_line_is_too_short_for_it() -> None:
    paragraph = shaped("abcdefgh", 50, 30, 50)
    alone = set_paragraph(copy("abcdefgh"), square(), 50)
    assert words(paragraph) == ["abcde", "fgh"]
    assert paragraph.overrun == alone.overrun == 30


def test_a_word_that_finds_a_line_wide_enough_is_whole_and_nothing_overruns() -> None:
    paragraph = shaped("中国人abcdefgh中国人", 30, 80, 30)
    assert words(paragraph) == ["中国人", "abcdefgh", "中国人"]
    assert paragraph.overrun == 0


def test_what_is_too_wide_is_told_for_the_line_it_stood_in() -> None:
    paragraph = shaped("中国人民日abcdefgh中国人", 50, 30, 60)
    assert paragraph.overrun == 50
    assert "".join(words(paragraph)) == "中国人民日abcdefgh中国人"


def test_an_address_is_broken_after_its_signs_without_an_overrun() -> None:
    paragraph = shaped("www.news.cn/ab", 100, 60, 50)
    assert paragraph.overrun == 0
    assert words(paragraph) == ["www.news.", "cn/ab"]


def test_one_character_wider_than_its_line_stands_out_and_is_told() -> None:
    paragraph = shaped("中国人", 20, 8)
    assert words(paragraph) == ["中国", "人"]
    assert paragraph.overrun == 2


# English


ENGLISH = "The extraordinary municipality published transportation figures of containers last year"


def english(measures: tuple[float, ...], text: str = ENGLISH) -> Paragraph:
    style = replace(in_face(SERIF), language="en", hyphenate=True)
    return set_runaround(copy(text), style, measures)


@pytest.mark.parametrize("measures", [(90, 60, 60, 120), (60, 90), (45, 45, 45, 150)])
def test_english_words_are_divided_in_the_lines_that_need_it(measures: tuple[float, ...]) -> None:
    paragraph = english(measures)
    assert "".join(words(paragraph)) == ENGLISH
    divided = [line.text for line in paragraph.lines[:-1] if line.text.text[-1] != " "]
    assert divided
    assert all(line.runs[-1][1].texts[-1] == "" for line in divided)
    for number, line in enumerate(paragraph.lines):
        assert line.text.width <= measure_at([*measures], number) + 0.01


def test_a_hyphen_is_none_of_the_authors_characters() -> None:
    paragraph = english((60, 90))
    assert sum(map(characters_of, paragraph.lines)) == len(ENGLISH)


@pytest.mark.parametrize("measures", [(40,), (40, 50)])
def test_an_english_word_too_wide_for_its_line_is_divided_before_it_stands_out(
    measures: tuple[float, ...],
) -> None:
    paragraph = english(measures, "transportation")
    assert len(paragraph.lines) > 1
    assert all(line.text.width <= 50 for line in paragraph.lines)


# What holds of all


@given(
    text=WORDS, style=STYLES, measure=st.one_of(MEASURES, st.just(30.0)), count=st.integers(1, 5)
)
def test_equal_measures_set_a_paragraph_as_one_measure_does(text, style, measure, count) -> None:
    plain = set_paragraph(copy(text), replace(style, balance=False), measure)
    assert set_runaround(copy(text), style, (measure,) * count) == plain


@given(text=WORDS, style=STYLES, measure=st.one_of(MEASURES, st.just(30.0)))
def test_a_measure_that_no_line_comes_to_changes_no_ragged_paragraph(text, style, measure) -> None:
    style = replace(style, alignment=LEFT, balance=False)
    plain = set_paragraph(copy(text), style, measure)
    assert set_runaround(copy(text), style, (measure,) * 300 + (measure + 50,)) == plain


@given(text=WORDS, style=STYLES, measure=st.one_of(MEASURES, st.just(30.0)), forced=st.booleans())
def test_shaped_lines_are_chosen_by_the_demerits_of_plain_ones(
    text, style, measure, forced
) -> None:
    justified, orphans = style.alignment is Alignment.JUSTIFY, style.orphan_control
    far = FAR * measure
    for galley in galleys_of(copy(text), interned_style(style))[0]:
        if galley.advances:
            ends = galley.legal_ends()
            assert fit_runaround(
                galley, ends, (measure,), (far,), 0.0, justified, orphans, 9.0, forced=forced
            ) == _total_fit(galley, ends, measure, 0.0, far, justified, orphans, 9.0, forced=forced)


@given(text=WORDS, style=STYLES, measures=st.one_of(SHAPES, NARROW))
def test_every_character_is_in_one_line_and_in_order(text, style, measures) -> None:
    written = (text.lstrip("\u3000") if style.indent else text).replace("\n", "")
    paragraph = set_runaround(copy(text), style, tuple(measures))
    assert "".join(words(paragraph)) == written
    assert sum(map(characters_of, paragraph.lines)) == len(written)


@given(
    before=st.text(HAN + " \u00a0\u2060\u3000，。\n", max_size=20),
    after=st.text("ab \u00a0\u2060\t-", max_size=20),
    measures=SHAPES,
)
def test_spaces_are_counted_where_they_stand_and_joiners_are_not(before, after, measures) -> None:
    spans = copy_of((before, Part.PLAIN), (after, Part.STRONG))
    paragraph = set_runaround(spans, square(), tuple(measures))
    written = spans.text.replace("\n", "").replace("\u2060", "")
    assert sum(map(characters_of, paragraph.lines)) == len(written)


@given(text=WORDS, style=STYLES, measures=SHAPES)
def test_no_line_is_wider_than_its_measure_unless_said(text, style, measures) -> None:
    style = replace(style, hanging=False)
    paragraph = set_runaround(copy(text), style, tuple(measures))
    if not paragraph.overrun:
        for number, line in enumerate(paragraph.lines):
            assert line.x + line.text.width <= measure_at(measures, number) + 0.01


@given(text=WORDS, style=STYLES, measures=SHAPES)
def test_shaped_lines_start_and_end_with_no_prohibited_mark(text, style, measures) -> None:
    text = text.replace("\n", "").replace("…………", "")
    paragraph = set_runaround(copy(text), style, tuple(measures))
    if paragraph.overrun:
        return
    for before, after in pairwise(words(paragraph)):
        if "…………" in before + after or not before.strip() or not after.strip():
            continue
        first, last = HOUSE.classes[ord(after.lstrip()[0])], HOUSE.classes[ord(before.rstrip()[-1])]
        assert first not in HOUSE.not_at_start["gb"] - {"y", "s", "n", "m", "a"}
        assert last not in HOUSE.not_at_end["gb"] - {"s", "b"}


@given(count=st.integers(1, 60), measures=st.lists(st.integers(3, 12), min_size=1, max_size=8))
def test_han_alone_fills_whole_ems_line_by_line(count, measures) -> None:
    paragraph = shaped("中" * count, *(ems * 10.0 for ems in measures), orphan_control=False)
    left, expected = count, []
    while left:
        expected.append(min(left, measure_at(measures, len(expected))))
        left -= expected[-1]
    assert [len(line) for line in words(paragraph)] == expected


@given(text=st.lists(st.integers(1, 6), min_size=2, max_size=12), measures=NARROW)
def test_ragged_lines_are_the_best_of_all_ways(text, measures) -> None:
    """Words of Latin letters, all ways to break them tried one by one."""
    measures = [measure + 40 for measure in measures]
    style = square(alignment=LEFT, orphan_control=False)
    copy_ = copy(" ".join("a" * length for length in text))
    galley = galleys_of(copy_, interned_style(style))[0][0]
    shortfalls = [line.text.width for line in set_runaround(copy_, style, tuple(measures)).lines]

    def width(start: int, end: int) -> float:
        return galley.rights[end] - galley.lefts[start]

    def best(start: int, number: int) -> float:
        room, count = measure_at(measures, number), len(galley.advances)
        ways = [inf]
        for end in range(start + 1, count + 1):
            short = room - width(start, end)
            if short < -0.005:
                break
            if short > NEAR_EMS * 10 and end != count:
                continue
            own = 0.02 + (0.0 if end == count else short * short / 1000)
            ways.append(own + (best(end, number + 1) if end < count else 0.0))
        return min(ways)

    total = 0.02 * len(shortfalls)
    for number, wide in enumerate(shortfalls[:-1]):
        total += (measure_at(measures, number) - wide) ** 2 / 1000
    near = all(
        measure_at(measures, number) - wide <= NEAR_EMS * 10
        for number, wide in enumerate(shortfalls[:-1])
    )
    # Lines farther off than the first attempt looks are chosen by the second or by force.
    if near:
        assert total == pytest.approx(best(0, 0))


def test_equal_shapes_are_set_once() -> None:
    _set_runaround.cache_clear()
    style = square()
    first = set_runaround(copy("中国人民日报"), style, (50, 30))
    assert set_runaround(copy("中国人民日报"), style, (50, 30, 30, 30)) is first
    assert _set_runaround.cache_info().misses == 1

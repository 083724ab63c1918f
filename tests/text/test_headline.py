"""Balanced lines."""

from __future__ import annotations

import pytest
from square_style import set_words, words

from infographic.text.style import Alignment


def lines(text: str, ems: float) -> list[str]:
    paragraph = set_words(
        text, ems * 10, balance=True, alignment=Alignment.LEFT, punctuation="kaiming"
    )
    return words(paragraph)


@pytest.mark.parametrize("ems", [8, 10, 14])
def test_a_headline_breaks_at_its_wide_space(ems: float) -> None:
    headline = "党建引领聚合力\u3000红色网格利民生"
    assert lines(headline, ems) == ["党建引领聚合力\u3000", "红色网格利民生"]


def test_lines_are_about_equal() -> None:
    assert [len(line) for line in lines("中国人民日报在有个年月日", 8)] == [6, 6]


def test_a_break_falls_after_a_mark_rather_than_between_words() -> None:
    assert lines("中国人民日，报在有个年月", 9) == ["中国人民日，", "报在有个年月"]


def test_a_title_is_not_broken_where_another_break_will_do() -> None:
    assert lines("中《国人民日报》在有个年", 9) == ["中《国人民日报》", "在有个年"]


def test_a_line_never_holds_one_character() -> None:
    assert min(len(line) for line in lines("中国人民日报在有。", 7)) > 2


def test_a_line_does_not_start_with_a_particle() -> None:
    assert not any(line.startswith("的") for line in lines("中国人民日的报在有个", 9))


def test_no_more_lines_are_used_than_must_be() -> None:
    assert len(lines("中国人民日报在有个年月日", 12)) == 1


def test_a_balanced_line_is_not_spread() -> None:
    paragraph = set_words("中国人民日报在有个年月日", 90, balance=True)
    assert [line.text.width for line in paragraph.lines] == [60, 60]

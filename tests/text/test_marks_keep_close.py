"""Where a line is spread, nothing opens between a mark's ink and what it belongs to."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from square_style import copy, inked, set_words, square

from infographic.foundation.font import Box
from infographic.text.breaks import joints_of
from infographic.text.classes import load_house
from infographic.text.paragraph import set_paragraph
from infographic.text.shaping import Shaped, placed, stands_aside
from infographic.text.style import ColumnRules


def gaps(text: str, measure: float, **fields: object) -> dict[str, float]:
    """What a line's neighbours are moved apart by, against the same line at its natural width."""
    own = {"keep_number_unit": "forbid", **fields}
    at = inked(set_words(text, measure, **own))
    line = "".join(character for character, _ in at)
    natural = inked(set_words(line, float("inf"), **own))
    moved = [x - plain for (_, x), (_, plain) in zip(at, natural, strict=True)]
    return {line[i : i + 2]: round(moved[i + 1] - moved[i], 3) for i in range(len(line) - 1)}


LOOSE = "国（国国），国国。国国1234567890人民日"
"""Its first line ends before the number, 15 em wide less two marks' blanks."""


def test_no_gap_opens_after_an_opening_mark_or_before_a_closing_one() -> None:
    found = gaps(LOOSE, 130)
    assert found["（国"] == found["国）"] == found["国。"] == found["），"] == 0
    assert found["国国"] > 0
    assert found["国国"] == found["国（"] == found["，国"] == found["。国"]


def test_a_house_may_have_them_open_as_all_others_do() -> None:
    found = gaps(LOOSE, 130, marks_keep_close=False)
    assert len({found[pair] for pair in ("国国", "（国", "国）", "国。", "，国")}) == 1


def test_they_open_where_nothing_else_can() -> None:
    found = gaps("“国”1234的", 40)
    assert found["“国"] == found["国”"] > 0


@pytest.mark.parametrize("pair", ["oh", "Oh", "bh", "hc", "hC", "hi", "hI", "he", "hE", "ha"])
def test_the_joints_at_a_marks_ink_open_last(pair: str) -> None:
    assert joints_of("newspaper", "gb")[pair].is_close
    assert not joints_of("newspaper", "gb")[pair].is_even
    assert joints_of("newspaper", "gb", 1.5, True, False)[pair].is_even


@pytest.mark.parametrize("pair", ["hh", "ho", "ch", "ih", "eh", "hd", "dh"])
def test_the_others_open_as_they_did(pair: str) -> None:
    assert joints_of("newspaper", "gb")[pair].is_even


def test_columns_keep_them_close_too() -> None:
    plain = square(column=ColumnRules(), keep_number_unit="forbid")
    close, apart = (
        inked(set_paragraph(copy(LOOSE), replace(plain, marks_keep_close=keep), 130))
        for keep in (True, False)
    )
    assert close != apart


# A mark in the middle of its cell


def test_a_mark_inked_in_the_middle_of_its_cell_leaves_no_half_blank() -> None:
    assert not stands_aside(0.44, 0.56, "right")
    assert not stands_aside(0.44, 0.56, "left")
    assert stands_aside(0.17, 0.29, "right")
    assert stands_aside(0.7, 0.94, "left")
    assert not stands_aside(0.2, 0.6, "right")


@pytest.mark.parametrize(
    ("ink", "letter"), [((0.44, 0.56), "I"), ((0.17, 0.29), "i"), ((0.3, 0.7), "I")]
)
def test_what_is_set_in_the_middle_of_a_whole_cell_is_trimmed_on_no_side(
    ink: tuple[float, float], letter: str
) -> None:
    """A capital's class has no blank: none for its line's end, its pair, or closing up."""
    face: Any = SimpleNamespace(box_of=lambda glyph: Box(ink[0], 0, ink[1], 0.5))
    shaped = Shaped(face, (1,), (0.0,), (), ("：",), 1.0)
    assert placed(shaped, "i", 1.0, load_house("newspaper")) == (0.0, 1.0, letter)
    assert joints_of("newspaper", "gb")["Ih"].shrink_before is None
    assert joints_of("newspaper", "gb")["Io"].cut_before == 0

"""Where the lines of a paragraph begin."""

from __future__ import annotations

from square_style import copy, set_words, square, words

from infographic.text.last_resort import Torn
from infographic.text.runaround import set_runaround
from infographic.text.style import ColumnRules


def test_a_hanging_indent_moves_all_lines_but_the_first() -> None:
    paragraph = set_words("一国人民日报社中国人民", 50, hanging_indent=1)
    assert words(paragraph) == ["一国人民日", "报社中国", "人民"]
    assert [line.x for line in paragraph.lines] == [0, 10, 10]
    both = set_words("一国人民日报社中国人民", 50, indent=2, hanging_indent=1)
    assert [line.x for line in both.lines] == [20, 10, 10]
    broken = set_words("一国\n人民", 50, hanging_indent=1)
    assert [line.x for line in broken.lines] == [0, 10]


def test_a_hanging_indent_holds_round_a_picture_and_in_columns() -> None:
    style = square(hanging_indent=1)
    shaped = set_runaround(copy("一国人民日报社中国人民"), style, (50, 40, 60))
    assert words(shaped) == ["一国人民日", "报社中", "国人民"]
    assert [line.x for line in shaped.lines] == [0, 10, 10]
    column = set_words("一国人民日报社中国人民", 50, hanging_indent=1, column=ColumnRules())
    assert [line.x for line in column.lines] == [0, 10, 10]


def test_a_date_wider_than_its_indented_line_alone_is_broken_after_a_sign() -> None:
    paragraph = set_words("2026-11-22国人", 110, indent=2)
    assert paragraph.torn is Torn.AT_SIGN
    assert words(paragraph)[0] == "2026-11-"

"""Emphasis dots, name lines and wavy title lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marks import dots, on_paper, set_marked, strokes, style

from infographic.flow.running_text import RunningText
from infographic.foundation.datum import BUILT_IN
from infographic.text.interlinear_reach import leading_wanted
from infographic.text.markup import read_markup
from infographic.text.style import ColumnRules


def test_a_dot_stands_under_the_middle_of_each_han() -> None:
    (line,) = set_marked("中{.国人.}民").lines
    assert [dot.middle for dot in dots(line)] == [15, 25]
    assert all(dot.top > 1.2 for dot in dots(line))  # below the em box, which ends at 1.2


def test_marks_spaces_and_latin_have_no_dot() -> None:
    (line,) = set_marked("{.中，国AB 5人。.}").lines
    assert [dot.middle for dot in dots(line)] == [5, 25, 75]


def test_dots_stay_in_the_middle_when_the_line_is_spread() -> None:
    text = "{.中国人民日报在有个.}"
    stretched = on_paper(text, 46, align="justify")
    glyphs = [box for words, box in stretched.characters if words.strip()]
    middles = sorted((round(b.middle, 2), round(b.top)) for b in glyphs)
    assert len(stretched.dots) == len(glyphs) == 9
    for dot in stretched.dots:
        assert min(abs(dot.middle - x) for x, _ in middles) < 0.02


def test_no_mark_changes_the_line_pitch() -> None:
    plain = set_marked("中国人民日报" * 4, 60)
    marked = set_marked("{.中国.}人民{_日报_}" * 4, 60)
    assert [(a.above, a.below) for a in plain.lines] == [(a.above, a.below) for a in marked.lines]


def test_the_lines_of_two_names_in_a_row_are_apart() -> None:
    (line,) = set_marked("{_中国_}{_人民_}").lines
    (first, _), (second, _) = strokes(line)
    assert (first.left, second.right) == (0.8, 39.2)
    assert second.left - first.right == pytest.approx(1.6)


def test_a_name_is_not_broken() -> None:
    paragraph = set_marked("中国{_人民日_}报", 40)
    assert any("人民日" in line.text.text for line in paragraph.lines)


def test_a_title_has_a_wavy_line_and_may_go_on_in_the_next_line() -> None:
    paragraph = set_marked("中{=国人民日报=}在", 40)
    assert [[wavy for _, wavy in strokes(line)] for line in paragraph.lines] == [[True], [True]]


def test_a_wavy_line_ends_where_it_began_between_its_peaks() -> None:
    (line,) = set_marked("{=中国=}").lines
    ((box, _),) = strokes(line)
    assert (box.left, box.right) == (0.8, 19.2)
    *_, (_, wave) = line.drawn
    assert wave.segments[0][1] == (0, 0)
    assert wave.segments[-1][1][-1] == 0


def test_with_a_line_the_dot_stands_below_it() -> None:
    (line,) = set_marked("{_{.中.}_}{.国.}").lines
    ((box, _),) = strokes(line)
    under, beside = dots(line)
    assert under.top > box.bottom + 0.25
    assert under.top > beside.top


@pytest.mark.parametrize("mark", ["{.中国.}人", "{_中国_}人", "{=中国=}人"])
def test_a_mark_leaves_no_trace_in_the_words(mark: str) -> None:
    (line,) = set_marked(mark).lines
    assert line.text.text == "中国人"
    assert line.drawn[0][1] == line.text


@given(
    st.lists(st.sampled_from(["中", "国A", "，", "{.人民.}", "{.日，A报.}"]), max_size=12),
    st.integers(3, 9),
)
def test_every_dot_is_inside_its_line_and_they_run_on(parts: list[str], ems: int) -> None:
    for line in set_marked("".join(parts), ems * 10).lines:
        found = dots(line)
        assert all(dot.left >= 0 and dot.right <= line.text.width + 1e-6 for dot in found)
        assert all(b.middle - a.middle > 9.99 for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("中国人民日报", 0), ("{.中国.}人民日报", 1.5), ("中国{人民|a b}日报", 1.6),
        # A dot's foot 0.375 em below the baseline, a reading's top 1.48 above the next one.
        ("{.中国.}{人民|a b}日报", 1.9), ("{_中国_}{人民|a b}日报", 1.75),
        ("{_{.中国.}_}{人民|a b}日报", 2.05), ("{人|a}民{.中国.}日报", 1.5), ("{.中国.}", 0),
    ],
)  # fmt: skip
def test_marks_want_the_leading_at_which_they_touch_no_line(text: str, wanted: float) -> None:
    assert leading_wanted(set_marked(text, 20).lines, 10) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{.中国.}人民", 0), ("中国{.人民.}", 1.5), ("中国{人民|a b}", 1.6),
        # A line 0.625 em left of a column's middle, a dot and a reading 0.755 and 1 right of it.
        ("{_中国_}{人民|a b}", 1.65), ("{_中国_}{.人民.}", 1.5),
        ("中国{.{人民|a}.}", 1.8),
    ],
)  # fmt: skip
def test_columns_want_theirs(text: str, wanted: float) -> None:
    lines = set_marked(text, 20, column=ColumnRules()).lines
    assert leading_wanted(lines, 10) == wanted


def test_dots_over_the_next_paragraph_s_readings_are_doubted() -> None:
    def faults(*texts: str) -> list[str]:
        copies = tuple(read_markup(text, BUILT_IN)[0] for text in texts)
        text = RunningText(copies, style())
        return [fault.code for fault in text.wrong_words(40)]

    assert faults("中国{.人民.}", "{日报|a b}") == ["interlinear-tight"]
    assert faults("{.人民.}", "日报", "{日报|a b}") == []


def test_in_a_column_a_dot_stands_outside_the_reading() -> None:
    (line,) = set_marked("{.{国|a}人.}", column=ColumnRules()).lines
    beside, plain = dots(line)
    assert (plain.left + plain.right) / 2 == pytest.approx(6.7)
    assert (beside.left + beside.right) / 2 == pytest.approx(11.7)


def test_in_a_column_dots_stand_right_and_lines_left() -> None:
    (line,) = set_marked("{.中.}{_国_}", column=ColumnRules()).lines
    (dot,), ((box, _),) = dots(line), strokes(line)
    assert dot.left > 5 and (dot.top + dot.bottom) / 2 == 5
    assert box.right < -5 and (box.top, box.bottom) == (10.8, 19.2)

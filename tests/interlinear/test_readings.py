"""Readings over their bases."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marks import Reading, bases, on_paper, readings, set_marked

from infographic.display.items import Group, Role, TextLine
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.geometry import Point
from infographic.layout.setting import placed_line
from infographic.text.interlinear import Ruby
from infographic.text.set_lines import SetLine
from infographic.text.style import Alignment


def test_a_reading_is_half_as_large_and_stands_over_the_middle_of_its_base() -> None:
    (line,) = set_marked("中{国人|abc}民").lines
    (reading,) = readings(line)
    assert (reading.left, reading.right) == (12.5, 27.5)
    assert reading.baseline < -8.8  # above the em box


def test_as_many_syllables_as_han_stand_one_over_each() -> None:
    (line,) = set_marked("{国人|a b}民").lines
    assert [(r.base, r.text, r.left) for r in readings(line)] == [
        ("国", "a", 2.5),
        ("人", "b", 12.5),
    ]


def test_a_wide_reading_stands_a_little_over_its_neighbours_before_they_move() -> None:
    (line,) = set_marked("中{国|abc}民").lines  # 15 pt over 10
    assert bases(line) == {"中": 0, "国": 10, "民": 20}
    (line,) = set_marked("中{国|abcd}民").lines  # 20 pt over 10: 2.5 pt more on either side
    assert bases(line) == {"中": 0, "国": 12.5, "民": 25}


def test_two_wide_readings_keep_a_quarter_of_their_size_apart() -> None:
    (line,) = set_marked("中{国人|abcd abcd}民").lines
    first, second = readings(line)
    assert second.left - first.right == pytest.approx(1.25)


def test_a_reading_is_flush_with_the_line_s_edges() -> None:
    (line,) = set_marked("{国|abcd}中人{民|abcd}").lines
    first, last = readings(line)
    assert first.left == 0
    assert last.right == pytest.approx(line.text.width)


def test_at_a_line_s_edge_the_base_is_flush_with_its_reading() -> None:
    # 20 pt over 10: 5 pt that would stand out on either side, of which 2.5 may be over 中 and 人.
    (line,) = set_marked("{国|abcd}中人{民|abcd}", 55, alignment=Alignment.JUSTIFY).lines
    assert bases(line) == {"国": 0, "中人": 17.5, "民": 45}
    first, *_ = set_marked("{国|abcd}中人{民|abcd}在有个", 55, alignment=Alignment.JUSTIFY).lines
    assert bases(first)["民"] == 45
    assert [(one.left, one.right) for one in readings(first)] == [(0, 20), (35, 55)]


def test_a_base_alone_in_its_line_stands_under_the_middle_of_its_reading() -> None:
    (line,) = set_marked("{国|abcd}", 20).lines
    assert (bases(line), readings(line)[0].left, line.text.width) == ({"国": 5}, 0, 20)


def test_a_line_that_is_not_full_ends_with_the_reading_and_its_base_stands_under_it() -> None:
    (line,) = set_marked("中{国|abcd}", 100).lines
    assert bases(line) == {"中": 0, "国": 12.5}
    assert readings(line)[0].right == line.text.width == 27.5


def test_a_reading_wider_than_the_measure_is_too_wide_for_it() -> None:
    assert set_marked("{国|abcd}", 20).overset == 0
    assert set_marked("{国|abcd}", 18).overset == pytest.approx(2)


def test_a_reading_stands_a_quarter_of_an_em_over_a_base_with_a_reading_too() -> None:
    (line,) = set_marked("{国|abcdef}{人民日|a}").lines  # 30 over 10, and 5 over 30
    assert bases(line)["人民日"] == readings(line)[0].right - 2.5


@pytest.mark.parametrize("alignment", [Alignment.LEFT, Alignment.RIGHT, Alignment.CENTER])
def test_a_reading_stays_in_the_measure_however_its_line_is_aligned(alignment: Alignment) -> None:
    for text in ("{国|abcd}", "中{国|abcd}", "{国|abcd}中"):
        (line,) = set_marked(text, 30, alignment=alignment).lines
        (reading,) = readings(line)
        assert line.x + reading.left >= 0
        assert line.x + reading.right <= 30


def test_a_base_with_one_reading_is_never_broken() -> None:
    paragraph = set_marked("中国{人民日|abc}报", 40)
    assert any("人民日" in line.text.text for line in paragraph.lines)


def test_a_base_with_a_reading_for_each_may_be_broken() -> None:
    paragraph = set_marked("中国人{民日|a b}报", 40)
    assert [line.text.text for line in paragraph.lines] == ["中国人民", "日报"]
    assert [[r.text for r in readings(line)] for line in paragraph.lines] == [["a"], ["b"]]


def test_a_character_that_no_face_has_is_missing_in_a_reading_too() -> None:
    assert set_marked("{中|ǚ}").missing == ("ǚ",)


def test_a_reader_is_told_the_base_and_then_its_reading() -> None:
    (line,) = set_marked("中{国|a}民").lines
    placed = placed_line(line, Point(0, 0), BUILT_IN)
    ruby = placed[1].item
    assert isinstance(ruby, Group) and ruby.role is Role.RUBY
    roles = [(part.item.role, part.item.items[0].item.text) for part in ruby.items]
    assert roles == [(Role.RUBY_BASE, "国"), (Role.RUBY_TEXT, "a")]


def test_readings_stand_in_the_pdf_where_they_were_set() -> None:
    paper = on_paper("中{国|ab}民", 60)
    places = {words: (round(box.left, 1), round(box.right, 1)) for words, box in paper.characters}
    assert places["国"] == (10, 20)
    assert (places["a"], places["b"]) == ((10, 15), (15, 20))


BASES = st.sampled_from(
    ["中", "国，", "{人|a}", "{民|abcd}", "{日报|ab abc}", "{在有|abcdef}", "X"]
)


@given(st.lists(BASES, max_size=10), st.integers(6, 16))
def test_readings_never_touch_and_stay_inside_the_line(parts: list[str], ems: int) -> None:
    for line in set_marked("".join(parts), ems * 10).lines:
        found = readings(line)
        assert all(b.left - a.right > 1.24 for a, b in pairwise(found))
        assert all(r.left > -1e-3 and r.right < ems * 10 + 1e-3 for r in found)
        for reading in found:
            for left, right in words_beside(line, reading):
                covered = min(reading.right, right) - max(reading.left, left)
                assert covered <= 2.5 + 1e-3


def words_beside(line: SetLine, reading: Reading) -> list[tuple[float, float]]:
    """Where the words before and after a base stand, from the line's start."""
    places = []
    for at, item in line.drawn:
        words = item.base if isinstance(item, Ruby) else item
        if isinstance(words, TextLine):
            places.append((at.x, at.x + words.width, isinstance(item, Ruby) and item))
    own = next(
        number for number, (left, _, item) in enumerate(places)
        if item and abs(left + item.at.x - reading.left) < 1e-3
    )  # fmt: skip
    return [places[n][:2] for n in (own - 1, own + 1) if 0 <= n < len(places)]

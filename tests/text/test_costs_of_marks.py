"""Marks by the thousand, closed, unclosed or inside one another, cost as they grow and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from small_pages import faults
from square_style import square
from steps import steps

from infographic.foundation import memo
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.limits import most
from infographic.text import last_resort
from infographic.text.copy import Copy
from infographic.text.markup import read_markup
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Alignment, ColumnRules

Limited = Callable[[Mapping[str, int]], None]
GROWTH = 2.3
"""Of the work, where the text is twice as long; a square would be 4."""
UNCLOSED = [
    "{~", "{.", "{_", "{=", "{?", "{??", "{!", "**字", "{^", "{字|", "{", "~}", ".}", "}", "{|",
    "\\*", "{~{.", "{~字{.字{_字{=字{?字{!字", "\t", "\x01", "１２", "{~ ", "**1**", "**",
]  # fmt: skip
NESTED = [("{~", "~}"), ("{.", ".}"), ("{_{=", "=}_}"), ("{~字", "~}"), ("{? ", "?}"),
          ("{~**1**", "~}"), ("{!{~", "~}!}")]  # fmt: skip
CLOSED = [
    "{字|zì}", "{国内|GDP}", "{_字字_}，", "{=字字=}", "{.字.}", "**字**字", "**23**余个",
    "{?字?}字", "{!字!}字", "m{^2}", "字{^字}", "{~字字~}字", "{_{.字.}_}字", "{={字|zì}=}字",
]  # fmt: skip


def grown(work: Callable[[int], object], count: int) -> float:
    """How many times as much is done for twice as much."""
    found = []
    for number in (count, 2 * count):
        memo.forget()
        found.append(steps(lambda number=number: work(number)))
    return found[1] / found[0]


def read(text: str) -> Copy:
    return read_markup(text, BUILT_IN)[0]


@pytest.mark.parametrize("mark", UNCLOSED)
def test_marks_that_are_not_closed_are_read_in_linear_time(mark: str, limited: Limited) -> None:
    limited({"faults": 10})
    assert grown(lambda count: read(mark * count), 500) < GROWTH


@pytest.mark.parametrize(("mark", "end"), NESTED)
def test_marks_inside_one_another_are_read_in_linear_time(
    mark: str, end: str, limited: Limited
) -> None:
    limited({"faults": 10})
    assert grown(lambda count: read(mark * count + "字" + end * count), 500) < GROWTH


@pytest.mark.parametrize("words", CLOSED)
@pytest.mark.parametrize("column", [None, ColumnRules()], ids=["lines", "columns"])
def test_marks_by_the_thousand_are_set_in_linear_time(
    words: str, column: ColumnRules | None
) -> None:
    style = square(column=column)

    def work(count: int) -> object:
        return set_paragraph(read(words * count), style, 300)

    work(40)
    assert grown(work, 400) < GROWTH


@pytest.mark.parametrize("words", ["字\n", "{.字.}\n", "{字|zì}\n", "**字**\n", "a\u00ada\n"])
def test_hard_lines_by_the_thousand_are_set_in_linear_time(words: str) -> None:
    def work(count: int) -> object:
        return set_paragraph(read(words * count), square(alignment=Alignment.LEFT), 300)

    work(40)
    assert grown(work, 300) < GROWTH


def test_so_many_faults_of_a_text_are_told_and_no_more() -> None:
    faults = read_markup("{~" * 5000, BUILT_IN)[1]
    assert len(faults) == most("faults")


def test_a_text_that_is_too_long_is_refused_unread(limited: Limited) -> None:
    limited({"text-characters": 20})
    copy, (fault,) = read_markup("{~" * 11, BUILT_IN)
    assert (fault.code, fault.limit, copy.spans) == ("over-limit", "text-characters", ())
    assert not read_markup("字" * 20, BUILT_IN)[1]


def test_marks_that_overlap_stand_as_they_did() -> None:
    """A title's line is the second where a name runs along some of its words in the line."""
    paragraph = set_paragraph(read("{=江{_河_}志=}{_名_}" * 3 + "{=书=}"), square(), 1000)
    drawn = paragraph.lines[0].drawn
    kinds = [(round(at.x, 1), round(at.y, 2)) for at, item in drawn if hasattr(item, "segments")]
    assert len({y for _, y in kinds}) == 2
    second = [x for x, y in kinds if y == max(one for _, one in kinds)]
    assert len(second) == 3 and max(second) < max(x for x, _ in kinds)


def test_a_page_sets_so_many_characters_and_no_more(limited: Limited) -> None:
    """Optional words dropped one by one set a text anew each time; so do sizes that are tried."""
    limited({"set-characters": 5000})
    fit = {"mode": "shrink", "floor": "9pt", "remedies": ["words", "size"]}
    block = {"type": "text", "text": "{?大字?}新" * 100, "style": "fitted"}
    fitted = {"fitted": {"based_on": "s", "fit": fit}}
    (fault,) = faults(block, 100, 30, styles=fitted)
    assert (fault.code, fault.limit, fault.origin.pointer) == (
        "over-limit", "set-characters", "/body/text",
    )  # fmt: skip
    assert not faults({"type": "text", "text": "{?大字?}新" * 4, "style": "fitted"}, 100, 30,
                      styles=fitted)  # fmt: skip


def test_what_is_set_again_from_what_is_kept_is_not_counted(limited: Limited) -> None:
    limited({"set-characters": 300})
    block = {"type": "text", "text": "字" * 40, "style": "s"}
    assert not faults({"type": "stack", "children": [block] * 20}, 100, 3000)


def test_a_number_of_thousands_of_digits_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[str] = []
    number = last_resort._NUMBER

    class Counted:
        def match(self, word: str) -> object:
            looks.append(word)
            return number.match(word)

    monkeypatch.setattr(last_resort, "_NUMBER", Counted())
    set_paragraph(read("7" * 3001), square(), 300)
    assert 0 < len(looks) <= 4

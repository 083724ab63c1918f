"""Rows of a set of numbers: neighbours level, changes in one way, sentences as their siblings."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import Line, composed, faults, lines, near, paths, sizes, text_lines, words

from infographic.pipeline import ComposedPage

ARROW = {"length": "20pt", "gap": "5pt", "weight": "2pt"}
DOWN = {**ARROW, "direction": "down"}
CHANGE = {"from": "从**23**", "to": "到**45**个"}


def stats(*data: Any, **fields: Any) -> dict[str, Any]:
    return {
        "type": "stats", "stats": list(data), "style": "s", "value_style": "value",
        "form": "stacked", "gap": "5pt", "column_gap": "20pt", "columns": len(data),
        "arrow": ARROW, **fields,
    }  # fmt: skip


def with_digits(page: ComposedPage) -> list[Line]:
    return [line for line in lines(page) if any(c.isdigit() for c in line.text)]


def baselines(page: ComposedPage) -> set[float]:
    return {line.y for line in with_digits(page)}


# A row


def test_labels_of_one_line_and_of_two_stand_on_numbers_of_one_baseline() -> None:
    page = composed(stats("国**1**", "国人国人国人国**2**"), 120)
    # A cell is 50 wide: two lines of label, 5 apart, digits 17.6 high.
    assert lines(page) == [
        Line(0, 21.8, "国"), Line(0, 46.6, "1"),
        Line(70, 9.8, "国人国人国"), Line(70, 21.8, "人国"), Line(70, 46.6, "2"),
    ]  # fmt: skip


def test_a_number_without_a_label_stands_on_its_neighbours_baseline() -> None:
    assert baselines(composed(stats("**1**", "国**2**"), 120)) == {34.6}


def test_what_is_below_the_numbers_of_a_row_begins_on_one_line() -> None:
    page = composed(stats("国**1**月日月日月", "国**2**个月日月日月"), 120)
    assert len({line.y for line in lines(page) if line.text == "月日月日月"}) == 1


def test_a_row_is_no_higher_than_its_numbers_and_words_need() -> None:
    page = composed(stats("国**1**", "国**2**个月日月日月"), 120)
    # 12 of label, 17.6 of digits, their unit on their foot, 12 of label, twice 5 between: 51.6.
    assert page.page.trim.height == 52
    alone = composed(stats("国**2**个月日月日月"), 50)
    assert alone.page.trim.height == 52


def test_a_change_gives_its_first_number_to_the_rows_baseline() -> None:
    page = composed(stats(CHANGE, "国人**8**", arrow=DOWN), 220)
    found = {line.text: line.y for line in with_digits(page)}
    assert found["23"] == found["8"] < found["45个"]


def test_a_change_side_by_side_stands_on_the_rows_baseline() -> None:
    page = composed(stats({**CHANGE, "label": "人口"}, "国人**8**"), 320)
    assert len(baselines(page)) == 1


def test_rows_that_are_levelled_still_shrink_to_a_lower_frame() -> None:
    body = stats("国**1**", "国人国人国人国**2**", "国**3**", "国**4**", columns=2, shrink=0.5)
    page = composed(body, 120, 80)
    assert max(line.y for line in lines(page)) <= 80
    assert faults(body, 120, 80) == []


# Changes of one set


def test_numbers_of_changes_one_below_the_other_begin_at_one_x() -> None:
    page = composed(stats(CHANGE, {"from": "自**1**", "to": "增至**2**"}, arrow=DOWN), 260)
    starts = {line.text: line.x for line in with_digits(page)}
    # The arrow is 12 long (0.6 of the digits), 5 from the words: 20 wide, and 3 from their number.
    assert starts == {"23": 40, "45个": 40, "1": 180, "2": 180}
    # The words of both states end there.
    assert [line.x for line in lines(page) if line.text in ("从", "到")] == [27, 27]


def test_arrows_hang_left_of_all_words_and_numbers() -> None:
    page = composed(stats(CHANGE, arrow=DOWN), 100)
    (arrow,) = paths(page)
    (words_of_it,) = [line for line in lines(page) if line.text == "到"]
    assert arrow.x + arrow.width <= words_of_it.x


def test_changes_of_a_set_have_their_words_above_where_one_must() -> None:
    wide = {"from": "从国人国人**1**", "to": "到国人国人**2**"}
    page = composed(stats(CHANGE, wide, arrow=DOWN), 180)
    assert {line.x for line in with_digits(page)} == {0, 100}
    for text in ("从", "从国人国人"):
        (label,) = [line for line in lines(page) if line.text == text]
        assert all(label.y < line.y for line in with_digits(page))
    assert words(page) == "从23到45个从国人国人1到国人国人2"


def test_the_arrow_to_a_number_without_words_stands_behind_the_first() -> None:
    wide = {"from": "从国人国人**1**", "to": "到国人国人**2**"}
    page = composed(stats(wide, {"from": "**2**", "to": "**3**"}, arrow=DOWN), 180)
    assert {line.x for line in with_digits(page)} == {0, 100}
    # 20 of digits, 5 apart, and the arrow is 12 long.
    arrow = max(paths(page), key=lambda box: box.x)
    assert arrow.x == 125
    two, three = (line.y for line in lines(page) if line.text in ("2", "3") and line.x == 100)
    assert arrow.y < two < three


def test_later_states_side_by_side_begin_at_one_x() -> None:
    page = composed(stats(CHANGE, {"from": "从**2**", "to": "到**5**"}, columns=1), 150)
    (first, second) = (line.x for line in lines(page) if line.text in ("45个", "5"))
    assert first == second


def test_what_follows_two_numbers_side_by_side_is_on_one_line() -> None:
    change = {"from": "**23** in 2023", "to": "**45** in 2026"}
    page = composed(stats(change, arrow={**ARROW, "earlier": 0.5}), 300)
    assert len({line.y for line in lines(page) if line.text.startswith("in")}) == 1


# A sentence with several numbers among stacks

SENTENCE = "国人**12**个，国人月**34**户"


def test_a_sentence_parts_into_stacks_that_look_like_its_siblings() -> None:
    page = composed(stats(SENTENCE, "国**8**", sentence_style="big"), 160)
    # A cell is 70 wide: the clauses stand one below the other.
    assert [(line.x, line.text) for line in lines(page)] == [
        (0, "国人"), (0, "12个"), (0, "国人月"), (0, "34户"), (90, "国"), (90, "8"),
    ]  # fmt: skip
    found = sizes(page)
    assert found["12"] == found["34"] == found["8"] == 20
    assert found["国人"] == found["国"] == 10
    (eight, twelve) = (line.y for line in lines(page) if line.text in ("12个", "8"))
    assert eight == twelve


def test_clauses_stand_side_by_side_where_they_fit() -> None:
    page = composed(stats(SENTENCE, "国**8**"), 400)
    assert len(baselines(page)) == 1
    assert words(page) == "国人12个国人月34户国8"


def test_a_sentence_runs_on_where_its_frame_is_too_low_for_stacks() -> None:
    body = stats(SENTENCE, "国**8**", sentence_style="value")
    page = composed(body, 180, 60)
    assert [line.text for line in lines(page)][:2] == ["国人12个，", "国人月34户"]
    # In stacks it is 80.8 high.
    assert len(lines(composed(body, 180, 82))) == 6


def test_clauses_stand_one_below_the_other_where_changes_do() -> None:
    page = composed(stats(SENTENCE, CHANGE, arrow=DOWN), 400)
    found = {line.text: line.y for line in with_digits(page)}
    assert found["12个"] == found["23"] < found["34户"]


def test_a_sentence_that_does_not_part_wraps_before_it_shrinks() -> None:
    styles = {"small": {"based_on": "s", "size": "5pt", "leading": "6pt", "digits": {"size": 2.4}}}
    page = composed(
        stats("国**12**人国国国人国**34**国", "国**8**", sentence_style="small"), 120, styles=styles
    )
    # 12 pt of its own would be 0.6 of its sibling; its words stay as they are.
    assert sizes(page)["国"] == 10
    assert sizes(page)["12"] == sizes(page)["34"] == 15
    assert len({line.y for line in with_digits(page)}) == 2


def test_a_sentence_without_a_style_of_its_own_has_its_siblings_numbers() -> None:
    found = sizes(composed(stats("国**12**人国国人国**34**国", "国**8**"), 220))
    assert (found["12"], found["34"], found["8"]) == (20, 20, 20)
    assert found["国国人国"] == 10


def test_a_sentence_gives_the_line_of_its_first_number_to_the_rows_baseline() -> None:
    page = composed(
        stats("国人国人国人国**12**人国**34**国", "国**8**", sentence_style="value"), 220
    )
    (eight,) = [line.y for line in lines(page) if line.text == "8"]
    (first,) = [line.y for line in lines(page) if "12" in line.text]
    assert eight == first


# Marks and spaces about a number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国人（**24**），国人", ["国人", "（24）", "国人"]),
        ("国人**24**！", ["国人", "24！"]),
        ("国人“**24**”国人月日月", ["国人", "“24”", "国人月日月"]),
        ("国人US$**24**个月日月日月", ["国人", "US$24个", "月日月日月"]),
    ],
)
def test_marks_stay_with_the_number_they_stand_at(text: str, expected: list[str]) -> None:
    page = composed(stats(text), 100)
    assert [line.text for line in lines(page)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**24**，国人月日月", ["24", "国人月日月"]),
        ("国人，**24**。", ["国人", "24"]),
        ("国人：**24**个；", ["国人", "24个"]),
        ("国人**24**个国，国月日。", ["国人", "24个", "国，国月日"]),
    ],
)
def test_a_stack_has_none_of_its_sentences_pauses_at_a_lines_end(
    text: str, expected: list[str]
) -> None:
    assert [line.text for line in lines(composed(stats(text), 100))] == expected


def test_the_space_between_large_digits_and_their_unit_is_narrow() -> None:
    ((_, _, line),) = text_lines(composed(stats("**3** billion"), 200))
    (_, _), (start, _) = line.runs
    assert near(start) == 23.2

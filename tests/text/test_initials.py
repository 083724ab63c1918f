"""Drop caps: their height, what stands beside them, where they give way."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import composed, faults, lines, near, text_lines

from infographic.composed import ComposedPage

HAN = "一二三四五六七八九十"
TEXT = HAN * 3


def article(*body: str, **fields: Any) -> dict[str, Any]:
    return {"type": "article", "body": list(body), "style": "body", "gutter": "10pt",
            "drop_cap": 3, **fields}  # fmt: skip


def cap(made: ComposedPage) -> tuple[float, float, float]:
    """The large character's left edge, its size, and how far below its line's baseline it stands."""  # noqa: E501
    for x, _, line in text_lines(made):
        start, run = line.runs[0]
        if run.size > 11:
            return near(x + start + run.xs[0] * run.size), run.size, -run.ys[0] * run.size
    raise AssertionError("no drop cap")


def test_it_is_as_high_as_its_lines_and_stands_on_the_last_of_them() -> None:
    _, size, drop = cap(composed(article(TEXT), 100))
    # From 0.86 em above the first baseline to 0.08 em below the third, 24 pt further down.
    assert size * 0.94 == pytest.approx(24 + 9.4)
    assert drop + size * 0.08 == pytest.approx(24 + 0.8)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_the_lines_beside_it_are_as_much_shorter_and_the_others_are_not(count: int) -> None:
    found = text_lines(composed(article(HAN * 5, drop_cap=count), 150))
    starts = [near(x + line.runs[-1][0]) for x, _, line in found]
    beside = starts[0]
    assert beside > 0 and beside % 10 == 0
    assert starts[:count] == [beside] * count
    assert set(starts[count:]) == {0}
    assert {near(x + line.width) for x, _, line in found[:-1]} == {150}


def test_its_line_is_read_from_its_first_character_on() -> None:
    made = lines(composed(article(TEXT), 100))
    assert made[0].text.startswith("一二三")
    assert "".join(line.text for line in made) == TEXT


def test_a_number_stands_whole_and_an_opening_mark_goes_with_its_character() -> None:
    for words, large in (("26年" + TEXT, "26"), ("“一二" + TEXT, "“一"), ("Ab" + TEXT, "A")):
        made = composed(article(words, drop_cap=2), 200)
        runs = [run for _, _, line in text_lines(made) for _, run in line.runs if run.size > 11]
        assert "".join(text for run in runs for text in run.texts) == large


def test_only_the_first_paragraph_has_one() -> None:
    made = composed(article(TEXT, TEXT), 100)
    large = [run for _, _, line in text_lines(made) for _, run in line.runs if run.size > 11]
    assert len(large) == 1


def test_it_is_no_higher_than_its_paragraph() -> None:
    made = composed(article(HAN + "一二三四五六", TEXT), 150)
    _, size, _ = cap(made)
    assert size * 0.94 == pytest.approx(12 + 9.4)


@pytest.mark.parametrize(("text", "width"), [("一二", 150), (TEXT, 60)])
def test_without_room_or_words_beside_it_there_is_none_and_it_is_said(
    text: str, width: float
) -> None:
    assert [one.code for one in faults(article(text), width)] == ["drop-cap"]


def test_a_text_has_one_too_and_columns_that_run_down_have_none() -> None:
    block = {"type": "text", "text": TEXT, "style": "body", "drop_cap": 3}
    assert cap(composed(block, 100))[1] > 30
    down = {"down": {"based_on": "body", "writing": "vertical"}}
    block = {"type": "text", "text": TEXT, "style": "down", "drop_cap": 3}
    assert "style-vertical" in [one.code for one in faults(block, 100, 100, styles=down)]


def test_it_goes_with_the_leading_that_fills_a_taller_frame() -> None:
    made = composed(article(HAN * 5, stretch=1.5), 150, 90)
    found = text_lines(made)
    step = found[1][1] - found[0][1]
    assert step > 12
    _, size, drop = cap(made)
    assert drop + size * 0.08 == pytest.approx(2 * step + 0.8)


def test_an_inset_beside_it_leaves_it_its_lines() -> None:
    block = {"type": "panel", "background": "grey",
             "content": {"type": "spacer", "height": "24pt"}}  # fmt: skip
    inset = {"block": block, "gap": "0pt", "first": 2, "span": 1}
    made = composed(article(HAN * 8, columns=2, insets=[inset]), 310)
    _, size, _ = cap(made)
    assert size * 0.94 == pytest.approx(24 + 9.4)


def test_its_lines_stay_in_one_column() -> None:
    # Four lines, which would be two and two.
    made = composed(article((HAN * 3)[:25], columns=2), 210)
    assert [line.x < 100 for line in lines(made)] == [True] * 4


def test_it_stands_on_no_line_above_it() -> None:
    above = {"type": "text", "text": HAN, "style": "body"}
    made = composed({"type": "stack", "children": [above, article(HAN * 8)]}, 150)
    assert not [one for one in made.preflight() if one.code == "text-over-text"]

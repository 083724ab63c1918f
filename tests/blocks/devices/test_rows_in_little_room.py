"""Devices of rows from their least room up: what they promise to draw fits, and stands clear."""

from __future__ import annotations

import pytest
from checks import words_are_apart
from drawing import drawn, marks_on

from infographic.foundation.diagnostics import SpecError

ROWS = [
    ["公主岭", 30, 52.5], ["农安", 25, 41], ["榆树市五棵树镇以及周边乡村", 12, 18],
    ["德惠", 0, 9], ["扶余", 3, 8], ["前郭尔罗斯", None, 7], ["梨树", 2, 6],
]  # fmt: skip
KINDS = {
    "bars": 1, "lollipop": 1, "dot-plot": 1, "diverging-bars": 1, "grouped-bars": 2,
    "stacked-bars": 2, "stacked-100": 2, "dumbbells": 2, "range-bars": 2, "pyramid": 2,
}  # fmt: skip
NOTES = [{"at": "农安", "text": "增产最多"}]
LINES = [{"value": 20, "label": "平均"}]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [170, 260, 480])
def test_in_any_height_that_it_accepts_all_is_inside_and_no_words_touch(
    kind: str, width: int
) -> None:
    count = KINDS[kind]
    rows = [row[: count + 1] for row in ROWS]
    columns = ["县", "2020年", "2025年"][: count + 1]
    chosen = 0
    for height in range(60, 420, 30):
        try:
            made = drawn(columns, rows, kind=kind, width=width, height=height, notes=NOTES,
                         references=LINES)  # fmt: skip
        except SpecError as error:
            # Plain figures, at the foot of the ladder, want more room.
            assert "drawn as “figures”" in str(error)
            continue
        if any("“figures” and" in d.message for d in made.diagnostics):
            continue
        chosen += 1
        words_are_apart(made, width)
        assert all(mark.box.x >= -0.01 for mark in marks_on(made.page))
        assert all(mark.box.right <= width + 0.6 for mark in marks_on(made.page))
        assert all(mark.box.bottom <= height + 0.01 for mark in marks_on(made.page))
    assert chosen or width < 480

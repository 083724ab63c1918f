"""Blocks on the page's baseline grid, on halves and thirds of it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from small_pages import composed, lines, paths

HAN = "一二三四五六七八九十"
STYLES = {
    "on": {"based_on": "s", "grid": 1},
    "half": {"based_on": "s", "size": "5pt", "leading": "5.5pt", "grid": 2},
}
FIRST = 9.8
"""Where a line of 10 on 12 stands below its frame's top."""


def page(*children: Any, height: float | None = 200, **fields: Any):
    body = {"type": "stack", "children": list(children), **fields}
    return composed(body, 50, height, styles=STYLES, page={"baseline": "12pt"})


def spacer(height: float) -> dict[str, Any]:
    return {"type": "spacer", "height": f"{height}pt"}


@pytest.mark.parametrize("height", [3, 7.5, 12, 13.1])
@pytest.mark.parametrize("whole", [None, 200])
def test_lines_of_a_style_on_the_grid_stand_on_it(height: float, whole: float | None) -> None:
    made = page(
        spacer(height), {"type": "text", "text": HAN, "style": "on"}, spacer(5.3),
        {"type": "text", "text": HAN, "style": "on"}, height=whole,
    )  # fmt: skip
    assert len(lines(made)) == 4
    assert all(line.y % 12 == pytest.approx(0, abs=0.01) or line.y % 12 == pytest.approx(12)
               for line in lines(made))  # fmt: skip


def test_without_it_they_stand_where_they_come() -> None:
    made = page(spacer(3), {"type": "text", "text": HAN, "style": "s"})
    assert lines(made)[0].y == 3 + FIRST


def test_a_caption_stands_on_half_lines_and_its_leading_is_made_of_them() -> None:
    figure = {
        "type": "figure", "figure": {"caption": HAN * 3}, "caption_style": "half", "ratio": "5:3",
        "tint": "grey",
    }  # fmt: skip
    for whole in (None, 90):
        made = composed(
            {"type": "stack", "children": [spacer(2.3), figure], "rows": ["auto", "1fr"]}, 50,
            whole, styles=STYLES, page={"baseline": "12pt"},
        )  # fmt: skip
        ys = [line.y for line in lines(made)]
        assert len(ys) == 3
        assert all(min(y % 6, 6 - y % 6) < 0.01 for y in ys)
        assert [b - a for a, b in pairwise(ys)] == pytest.approx([6, 6])


def test_blocks_of_a_stack_that_snaps_begin_on_grid_lines() -> None:
    tint = {"type": "panel", "background": "grey", "content": spacer(7)}
    made = page(tint, tint, tint, snap=True, gap="2pt")
    assert [box.y for box in paths(made)] == [0, 12, 24]
    made = page(tint, tint, tint, gap="2pt")
    assert [box.y for box in paths(made)] == [0, 9, 18]

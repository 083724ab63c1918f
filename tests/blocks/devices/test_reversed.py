"""Devices reversed out of a band: greys are shares of the light ink, words on marks can be read."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from drawing import marks_on, words_on
from small_pages import composed

from infographic.composed import ComposedPage
from infographic.display.items import TextLine
from infographic.foundation.color import Color, contrast, on_screen

COLORS: dict[str, Any] = {
    "band": {"cmyk": [0, 100, 92, 8], "srgb": "#b5121b"},
    "light": {"cmyk": [0, 0, 0, 0], "srgb": "#ffffff"},
}
RED = (181 / 255, 18 / 255, 27 / 255)


def on_band(kind: str, columns: list[str], rows: list[list[Any]], **chart: Any) -> ComposedPage:
    story = {"headline": "大事", "charts": [{"data": {"columns": columns, "rows": rows}, **chart}]}
    block = {
        "type": "graphic", "kind": kind, "chart": {"$data": "/charts/0"},
        "ink": "light", "accent": "light",
    }  # fmt: skip
    page = {"background": "band"}
    return composed(block, 300, story=story, colors=COLORS, page=page)


def fills(made: ComposedPage, pointer: str = "/rows/") -> list[Color]:
    return [m.path.fill for m in marks_on(made.page) if m.path.fill and pointer in m.pointer]


def grounds(made: ComposedPage) -> list[tuple[str, float]]:
    """Every line of words, and its contrast to the topmost mark below its middle, or the band."""
    found = []
    marks = [m for m in marks_on(made.page) if m.path.fill]
    for at, item, _ in words_on(made.page):
        assert isinstance(item, TextLine)
        run, glyphs = item.runs[0][1], item.runs[0][1].xs
        x, y = at.x + item.runs[0][0] + glyphs[0] + 1, at.y - 2
        under = [m.path.fill for m in marks
                 if m.box.x < x < m.box.right and m.box.y < y < m.box.bottom]  # fmt: skip
        ground = under[-1] if under else Color("band", (0, 1, 0.92, 0.08), RED)
        assert ground is not None
        found.append((item.text, contrast(on_screen(run.color), on_screen(ground))))
    return found


@pytest.mark.parametrize("kind", ["change", "stacked-bars", "stacked-100", "share-bar"])
def test_words_on_the_marks_of_a_band_are_told_from_them(kind: str) -> None:
    columns, rows = ["项目", "甲", "乙", "丙"], [["一", 50, 20, 30], ["二", 40, 40, 20]]
    more: dict[str, Any] = {}
    if kind == "change":
        columns, rows = ["项目", "去年", "今年"], [["产量", 80, 90]]
    if kind == "share-bar":
        columns, rows, more = ["项目", "比重（%）"], [["绿地", 60]], {}
    read = grounds(on_band(kind, columns, rows, **more))
    assert read
    assert min(seen for _, seen in read) > 2.5, read


def test_what_is_not_claimed_lies_between_the_band_and_its_ink() -> None:
    made = on_band("bars", ["县", "产量"], [["甲", 9], ["乙", 6], ["丙", 3]], highlight=["甲"])
    claimed, *rest = fills(made)
    assert claimed.srgb == (1.0, 1.0, 1.0)
    for color in rest:
        assert contrast(on_screen(color), on_screen(claimed)) > 2
        assert all(low < own < 1 for low, own in zip(RED, color.srgb, strict=True))
        # A tint of the band's own inks, not black on red.
        assert color.cmyk[3] <= 0.08


def test_steps_on_a_band_rise_from_its_colour_to_the_accent() -> None:
    days = [[f"2026-06-{day:02}", day] for day in range(1, 31)]
    made = on_band("calendar", ["日期", "气温"], days)
    lights = [on_screen(color) for color in fills(made)]
    assert lights == sorted(lights) and len(set(lights)) >= 3
    assert all(after >= before for before, after in pairwise(lights))


@pytest.mark.parametrize("kind", ["share-bar", "line"])
def test_no_line_on_a_band_is_thinner_than_half_a_point(kind: str) -> None:
    columns, rows = ["项目", "比重（%）"], [["绿地", 60]]
    if kind == "line":
        columns, rows = (
            ["年份", "产量"],
            [[f"{year}年", year % 7 + 3] for year in range(2015, 2026)],
        )
    made = on_band(kind, columns, rows)
    lines = [m.path.stroke.width for m in marks_on(made.page) if m.path.stroke]
    assert lines
    assert min(lines) >= 0.5

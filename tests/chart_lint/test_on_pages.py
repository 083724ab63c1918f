"""Charts as they are drawn: contrast on the press, names, colour alone, cut axes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from small_pages import COLORS, layout_of

from infographic.chart_lint.drawn import drawn_charts
from infographic.chart_lint.rules import doubtful_drawings
from infographic.composed import ComposedPage
from infographic.display.items import Group, Placed, TextLine
from infographic.display.page import Page
from infographic.foundation.color import COATED, NEWSPRINT, contrast
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point
from infographic.loading.decoded_story import decode_story
from infographic.options import read_story
from infographic.paper_light import _measured, light_of
from infographic.pipeline import draft
from infographic.profiles import press_profile

YEARS = [["2020年", 900], ["2021年", 909], ["2022年", 921], ["2023年", 930], ["2024年", 936]]
ROWS = [["甲", 30, 41], ["乙", 20, 32]]


def story(columns: list[str], rows: list[list[Any]], kind: str, **chart: Any) -> dict[str, Any]:
    data = {"columns": columns, "rows": rows}
    return {"headline": "大", "source": "局", "charts": [{"data": data, "kind": kind, **chart}]}


BARS = story(["县", "产量（吨）"], [["甲", 30], ["乙", 20]], "bars", highlight=["甲"])
GROUPED = story(["县", "麦（吨）", "豆（吨）"], ROWS, "grouped-bars")
LINE = story(["年", "产量（吨）"], YEARS, "line")


def page(
    told: dict[str, Any], press: str = "newsprint", colors: dict[str, Any] | None = None
) -> ComposedPage:
    body = {"type": "graphic", "chart": {"$data": "/charts/0"}}
    layout = layout_of(body, 300, None, colors={**COLORS, **(colors or {})}, press=press)
    return draft(told, layout)


def found(
    told: dict[str, Any], press: str = "newsprint", colors: dict[str, Any] | None = None
) -> list[str]:
    said = page(told, press, colors).diagnostics
    return [one.code for one in said if one.code.startswith("chart-")]


def doubts_on(told: dict[str, Any], changed: Callable[[Page], Page]) -> list[Diagnostic]:
    """What is doubtful about a page that was changed after it was made."""
    made = page(told)
    read = decode_story(read_story(told)).story
    return doubtful_drawings(read, [changed(made.page)], NEWSPRINT.of)


def without(page: Page, words: str) -> Page:
    """The page without the lines of type that have these words."""

    def kept(items: tuple[Placed, ...]) -> tuple[Placed, ...]:
        left = [one for one in items
                if not (isinstance(one.item, TextLine) and words in one.item.text)]  # fmt: skip
        return tuple(
            one._replace(item=replace(one.item, items=kept(one.item.items)))
            if isinstance(one.item, Group) else one
            for one in left
        )  # fmt: skip

    return replace(page, items=kept(page.items))


def test_a_wash_does_not_print_on_newsprint_and_a_grey_of_28_does() -> None:
    assert found(BARS) == []
    assert found(BARS, colors={"graphic-rest": {"k": 3}}) == ["chart-contrast"]


def test_what_cannot_be_seen_is_a_matter_of_the_ground() -> None:
    wash = {"graphic-rest": {"k": 28}, "wash": {"k": 25}}
    body = {"type": "graphic", "chart": {"$data": "/charts/0"}}
    layout = layout_of(body, 300, None, colors={**COLORS, **wash}, page={"background": "wash"})
    said = draft(BARS, layout).diagnostics
    pale = [one for one in said if one.code == "chart-contrast"]
    assert [one.origin.pointer for one in pale] == ["/charts/0/data/rows/1/1"]
    assert pale[0].saying.values["contrast"] == pytest.approx(1.06, abs=0.02)


def test_small_words_in_a_colour_are_doubted_in_print() -> None:
    red = {"graphic-label": {"based_on": "s", "color": "red"}}
    body = {"type": "graphic", "chart": {"$data": "/charts/0"}}
    said = draft(BARS, layout_of(body, 300, None, red)).diagnostics
    # The font of squares lacks a letter of the figures: that another stands in is said.
    assert {one.code for one in said if one.severity == "warning"} <= {"copy-face"}
    doubts = draft(BARS, layout_of(body, 300, None, red)).preflight()
    assert {one.code for one in doubts} == {"text-color", "contrast-low"}


def test_neighbours_that_only_a_hue_tells_apart_are_doubted() -> None:
    alike = {
        "accent": {"cmyk": [0, 100, 100, 0], "srgb": "#e01010"},
        "graphic-rest": {"cmyk": [75, 35, 0, 0], "srgb": "#3b7dd8"},
    }
    assert found(GROUPED) == []
    light = light_of(press_profile("newsprint"))
    made = drawn_charts(page(GROUPED, colors=alike).page)
    fills = {mark.path.fill for mark in made[0].of_data() if mark.path.fill}
    one, other = (light(fill) for fill in fills)
    assert contrast(one, other) < 1.15
    assert found(GROUPED, colors=alike) == ["chart-colour"]


def test_a_cut_axis_is_noted_and_one_that_does_not_say_so_is_doubted() -> None:
    said = [one for one in page(LINE).diagnostics if one.code == "chart-cut"]
    assert [(one.saying.form, str(one.severity)) for one in said] == [("said", "note")]
    assert said[0].saying.values["change"] == pytest.approx(36 / 936)
    doubts = doubts_on(LINE, lambda page: without(page, "轴从"))
    assert [(one.saying.key, str(one.severity)) for one in doubts] == [
        ("chart-cut/not-said", "warning")
    ]
    assert found(story(["年", "产量（吨）"], [[y, v - 880] for y, v in YEARS], "line")) == []


def test_an_axis_upside_down_is_doubted() -> None:
    def turned(page: Page) -> Page:
        def moved(items: tuple[Placed, ...]) -> tuple[Placed, ...]:
            return tuple(_turned(one, moved) for one in items)

        return replace(page, items=moved(page.items))

    assert [one.saying.key for one in doubts_on(LINE, turned)] == ["chart-direction/reversed"]


def _turned(one: Placed, moved: Callable[[tuple[Placed, ...]], tuple[Placed, ...]]) -> Placed:
    """An item upside down, about y = 0 of its group."""
    if isinstance(one.item, Group):
        return one._replace(item=replace(one.item, items=moved(one.item.items)))
    if isinstance(one.item, TextLine):
        return one
    segments = tuple(
        (step, tuple(-value if at % 2 else value for at, value in enumerate(numbers)))
        for step, numbers in one.item.segments  # type: ignore[union-attr]
    )
    at = Point(one.at.x, -one.at.y)
    return one._replace(at=at, item=replace(one.item, segments=segments))  # type: ignore[call-arg]


@pytest.mark.parametrize("told", [BARS, GROUPED])
def test_a_mark_whose_name_is_not_to_be_read_is_doubted(told: dict[str, Any]) -> None:
    assert doubts_on(told, lambda page: page) == []
    doubts = doubts_on(told, lambda page: without(page, "乙"))
    assert [(one.code, one.origin.pointer) for one in doubts] == [
        ("chart-labels", "/charts/0/data/rows/1/0")
    ]


def test_a_series_whose_name_is_not_to_be_read_is_doubted() -> None:
    doubts = doubts_on(GROUPED, lambda page: without(page, "豆"))
    assert [(one.code, one.origin.pointer) for one in doubts] == [
        ("chart-labels", "/charts/0/data/columns/2")
    ]


@pytest.mark.parametrize(("press", "light"), [("newsprint", NEWSPRINT), ("insert", COATED)])
def test_a_houses_own_profile_is_measured_as_the_shipped_ones_are(press: str, light: Any) -> None:
    icc = press_profile(press).icc_path
    assert icc is not None
    measured = _measured(icc)
    for name in ("paper", "cyan", "magenta", "yellow", "black"):
        assert getattr(measured, name) == pytest.approx(getattr(light, name), abs=0.05), name
    assert measured.gain == pytest.approx(light.gain, abs=0.1)


def test_a_per_cent_sign_is_as_large_as_the_figure_it_stands_behind() -> None:
    styles = {
        "graphic-end": {"based_on": "s", "size": "28pt", "leading": "34pt", "sign": {"size": 0.72}}
    }
    told = story(
        ["年", "增速（%）"], [[f"{year}年", year - 2010] for year in range(2015, 2025)], "line"
    )
    body = {"type": "graphic", "chart": {"$data": "/charts/0"}}
    colors = {**COLORS, "accent": COLORS["red"]}
    said = draft(told, layout_of(body, 300, None, styles, colors=colors)).diagnostics
    assert not [one for one in said if one.code in ("text-color", "contrast-low")]

"""The block `graphic`: what stands in the place of a chart that has no room."""

from __future__ import annotations

import pytest
from drawing import drawn, marks_on
from small_pages import words

from infographic.foundation.diagnostics import Severity, SpecError

ROWS = [(f"县{number}", 10 + number) for number in range(6)]
OTHER = {"otherwise": {"type": "text", "text": "别的", "style": "s"}}


def test_in_the_place_of_a_chart_that_only_figures_show_stands_what_the_layout_has() -> None:
    page = drawn(["县", "产量"], ROWS, height=40, block=OTHER)
    assert marks_on(page.page) == []
    assert words(page) == "别的"
    (said,) = [one for one in page.diagnostics if one.code == "graphic-otherwise"]
    assert said.severity is Severity.WARNING
    assert said.origin.pointer == "/charts/0"


def test_a_chart_with_room_stands_in_its_place_whatever_else_the_layout_has() -> None:
    page = drawn(["县", "产量"], ROWS, height=300, block=OTHER)
    assert len([one for one in marks_on(page.page) if one.path.fill is not None]) == len(ROWS)
    assert "别的" not in words(page)


def test_a_chart_that_must_be_shown_gives_way_to_nothing() -> None:
    with pytest.raises(SpecError, match="overfull"):
        drawn(["县", "产量"], ROWS, height=40, block=OTHER, priority="must")


def test_a_device_that_is_none_names_all_that_there_are() -> None:
    with pytest.raises(SpecError) as caught:
        drawn(["县", "产量"], [["榆树", 60], ["农安", 30]], kind="pie")
    (one,) = caught.value.diagnostics
    assert one.code == "graphic-kind-unknown" and "donut" in one.hint


def test_a_growth_of_billions_per_cent_is_not_said() -> None:
    rows = [["2020年", "0.000001"], ["2021年", "2"], ["2022年", "3"], ["2023年", 10**24]]
    page = drawn(["年份", "产量"], rows, kind="line")
    assert "%" not in page.alt_text()

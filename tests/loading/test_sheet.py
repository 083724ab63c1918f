"""Styles that cannot be set, and fields misspelt or without a unit: each told as what it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small_pages import faults

from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.loading.reading.values import node_of
from infographic.loading.sheet.layouts import find_layout
from infographic.loading.sheet.tokens import color_of

TEXT = {"type": "text", "text": "国", "style": "s"}


@pytest.mark.parametrize(
    ("fields", "code", "pointer"),
    [
        ({"size": "0pt"}, "value-range", "/styles/own/size"),
        ({"size": "-1pt"}, "value-range", "/styles/own/size"),
        ({"size": 9}, "length-unit", "/styles/own/size"),
        ({"leading": 0}, "value-range", "/styles/own/leading"),
        ({"leading": "-3pt"}, "value-range", "/styles/own/leading"),
        ({"leading": 0.4}, "value-range", "/styles/own/leading"),
        ({"tracking": -0.6}, "value-range", "/styles/own/tracking"),
        ({"digits": {"size": 0}}, "value-range", "/styles/own/digits/size"),
        ({"digits": {"size": "-2pt"}}, "value-range", "/styles/own/digits/size"),
        ({"digits": {"leading": -1}}, "value-range", "/styles/own/digits/leading"),
        ({"unit": {"tracking": -3}}, "value-range", "/styles/own/unit/tracking"),
    ],
)
def test_a_style_that_cannot_be_set_is_told_at_its_field_alone(
    fields: dict[str, Any], code: str, pointer: str
) -> None:
    style = {"font": "f", "size": "10pt", "leading": "12pt", **fields}
    found = faults(TEXT, styles={"own": style})
    assert [(fault.code, fault.origin.pointer) for fault in found] == [(code, pointer)]


def test_a_page_measured_without_a_unit_is_told_to_add_it() -> None:
    (fault,) = faults(TEXT, page={"width": 100})
    assert (fault.code, fault.origin.pointer) == ("length-unit", "/page/width")
    assert fault.hint == 'add its unit: "100mm", "100pt" or "100px"'


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ({"width": "100px", "height": "50px", "margins": ["30px", "1px"]},
         "the margins at head and foot take 60 px, and the page is 50 px tall"),
        ({"width": "100pt", "height": "50pt", "margins": ["1pt", "60pt"]},
         "the margins at left and right take 120 pt, and the page is 100 pt wide"),
        ({"width": "100px", "height": None}, "the page has a width alone"),
        ({"width": "9px", "height": "90000px"}, "the page's height of 90000 px cannot be made"),
    ],
)  # fmt: skip
def test_a_page_that_cannot_be_is_said_in_its_own_unit(page: dict[str, Any], message: str) -> None:
    (fault,) = faults(TEXT, page=page)
    assert fault.message == message


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"keep_dates": "never"}, "expected true or false or “forbid”, found “never”"),
        ({"hanging_indent": "2em"}, "write it without quotes: 2"),
        ({"hanging_indent": "20em"}, "expected a number from 0 to 10, found “20em”"),
    ],
)
def test_an_option_of_a_style_says_all_that_it_may_be(fields: dict[str, Any], said: str) -> None:
    style = {"font": "f", "size": "10pt", "leading": "12pt", **fields}
    (fault,) = faults(TEXT, styles={"own": style})
    assert said in (fault.message, fault.hint)


def test_lint_that_is_no_object_is_told_how_it_is_written() -> None:
    (fault,) = faults(TEXT, lint=["copy-html"])
    assert fault.hint.startswith('write {"off": ["copy-emoji"]}')


def test_what_has_no_such_field_is_named_as_the_manual_names_it() -> None:
    (fault,) = faults(TEXT, colors={"c": {"k": 50, "rgb": "#b3121d"}})
    assert fault.message == "“rgb” is not a field of Color"


def test_a_field_misspelt_beside_the_right_one_is_known_too() -> None:
    (fault,) = faults({**TEXT, "stlye": "s"})
    assert fault.hint == "did you mean “style”?"


def test_a_family_misspelt_is_known() -> None:
    at = node_of({"extends": "famlies/daily"}, "layout.json").origin
    with pytest.raises(SpecError) as caught:
        find_layout("famlies/daily", Path(), at)
    assert caught.value.diagnostics[0].hint == "did you mean “families/daily”?"


def test_a_mistake_in_a_style_is_told_once_whatever_is_based_on_it() -> None:
    styles = {"own": {"font": "f", "size": 9}, "other": {"based_on": "own"}}
    (fault,) = faults(TEXT, styles=styles)
    assert fault.code == "length-unit"


def test_a_change_with_an_empty_side_is_no_crash() -> None:
    change = {"from": "", "to": "**3**个"}
    assert faults({"type": "stat", "stat": change, "style": "value"}) == []


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("acent", "color-unknown", "did you mean “accent”?"),
        ("accent 12", "color-value", 'write a share of the colour: "accent 12%"'),
        ("accent 120%", "color-value", 'write a share of the colour: "accent 12%"'),
        ("accent much%", "color-value", 'write a share of the colour: "accent 12%"'),
    ],
)
def test_what_is_no_colour_is_answered_with_the_reason(text: str, code: str, hint: str) -> None:
    accent = Color("accent", (0.0, 1.0, 1.0, 0.0), (1.0, 0.0, 0.0))
    fault = color_of({"accent": accent}, text, BUILT_IN)
    assert isinstance(fault, Diagnostic)
    assert (fault.code, fault.hint) == (code, hint)
    tint = color_of({"accent": accent}, "accent 50 %", BUILT_IN)
    assert isinstance(tint, Color)
    assert tint.cmyk == (0.0, 0.5, 0.5, 0.0)

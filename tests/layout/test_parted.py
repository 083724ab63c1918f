"""A page is not refused for a line that a date or a number, parted, can save."""

from __future__ import annotations

from dataclasses import replace

import pytest

from infographic.layout.block import Region
from infographic.layout.setting import set_copy
from infographic.layout.vertical import set_columns
from infographic.text.style import Alignment, ColumnRules, TextStyle
from tests.text.square_style import copy, square

TEXT = copy("中国人1234亿人社会主义")
STYLES = [
    square(alignment=Alignment.LEFT),
    square(balance=True),
    square(),
]


def forbidding(style: TextStyle) -> TextStyle:
    return replace(style, keep_number_unit="forbid")


@pytest.mark.parametrize("style", STYLES, ids=["ragged", "headline", "justified"])
def test_lines_are_saved_before_too_many_are_refused(style: TextStyle) -> None:
    assert set_copy(TEXT, style, 80, max_lines=2).faults == ()
    refused = set_copy(TEXT, forbidding(style), 80, max_lines=2).faults
    assert [fault.code for fault in refused] == ["overset"]


@pytest.mark.parametrize("style", STYLES, ids=["ragged", "headline", "justified"])
def test_lines_are_saved_before_they_are_too_high(style: TextStyle) -> None:
    assert set_copy(TEXT, style, 80, height=24).faults == ()
    assert set_copy(TEXT, forbidding(style), 80, height=24).faults


def test_columns_are_saved_before_too_many_are_refused() -> None:
    style = square(alignment=Alignment.LEFT, column=ColumnRules())
    text, region = copy("中国人12345万人民日报"), Region(24, 90)
    assert set_columns((text,), style, region, max_lines=2).faults == ()
    assert set_columns((text,), forbidding(style), region, max_lines=2).faults

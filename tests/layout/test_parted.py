"""A page is not refused for a line that a date or a number, parted, can save."""

from __future__ import annotations

from dataclasses import replace

import pytest

from infographic.blocks.headline import Headline
from infographic.display.items import TextLine, walk
from infographic.foundation.geometry import Point
from infographic.layout.block import Givens, Region
from infographic.layout.framed import WordFrame
from infographic.layout.setting import set_copy
from infographic.layout.vertical import set_columns
from infographic.text.style import Alignment, ColumnRules, Fit, TextStyle
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


def lines_of(headline: Headline, width: float) -> list[tuple[str, float]]:
    """The lines of a headline, and their size."""
    frame = headline.lay_out(Region(width))
    assert frame.faults == ()
    lines = [one.item for one in walk(frame.items, Point(0, 0)) if isinstance(one.item, TextLine)]
    return [(line.text, line.runs[0][1].size) for line in lines]


def test_a_headline_is_set_smaller_before_its_number_is_parted() -> None:
    style = square(alignment=Alignment.LEFT)
    headline = Headline(copy("中国人12345万人民日报"), style, max_lines=3, smallest=0.8)
    (_, size), (second, _), _ = lines_of(headline, 60)
    assert second == "12345万"
    assert 8 <= size < 10


def test_a_headline_that_no_size_keeps_whole_is_parted_rather_than_refused() -> None:
    style = square(alignment=Alignment.LEFT)
    headline = Headline(copy("中国人12345万人民日报"), style, max_lines=2, smallest=0.8)
    assert [text for text, _ in lines_of(headline, 75)] == ["中国人12345", "万人民日报"]


def test_words_that_no_size_keeps_whole_are_parted_in_the_size_they_have() -> None:
    fit = Fit(shrinks=True, grows=False, floor=9, ceiling=10)
    style = square(alignment=Alignment.LEFT, fit=fit)
    text = copy("中国人民12345万人民日报")
    narrow, wide = WordFrame(52, None), WordFrame(60, None)
    assert narrow.fitted((text,), style, Givens()).style.size == 10
    assert 9 <= wide.fitted((text,), style, Givens()).style.size < 10


def test_the_ledger_counts_a_parted_number_as_set() -> None:
    frame = WordFrame(80, 24)
    assert frame.fits((TEXT,), square())
    assert not frame.fits((TEXT,), forbidding(square()))

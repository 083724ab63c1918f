"""No pattern of ours goes back and forth in a long text: each is timed by what it never does.

The engine has no counter, so these are strings on which the pattern that stood here before would
not have come to an end; a quadratic one takes minutes for so many characters.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from infographic.blocks.devices.time import pair
from infographic.copy_lint import html, letters
from infographic.display.vectors import path_data
from infographic.graphics import moments, row_units
from infographic.loading.reading import as_json, foreign
from infographic.loading.tables.making import units
from infographic.story import stat
from infographic.subbing import english, subjects
from infographic.text import periods, vertical_compositor

LONG = 1_000_000


@pytest.mark.parametrize(
    ("read", "text", "found"),
    [
        (periods._HAN.search, "万" * LONG, False),
        (letters._WIDE.search, "０" * LONG, False),
        (letters._WIDE.fullmatch, "０" * LONG + "Ａ０", True),
        (html._TAG.search, "<td" + " " * LONG, False),
        (html._TAG.fullmatch, "<td" + " " * LONG + "/>", True),
        (moments._YEAR.search, " " * LONG, False),
        (moments._YEAR.fullmatch, "," + " " * LONG + "2024", True),
        (foreign._ROW.fullmatch, "a字" * LONG + "[", False),
        (foreign._ROW.fullmatch, "  a字" * LONG, True),
        (vertical_compositor._ACRONYM.fullmatch, "A" * LONG + "a", False),
        (vertical_compositor._ACRONYM.fullmatch, "0" * LONG + "A0", True),
        (stat.LEAD.fullmatch, "（" * LONG + "US$", True),
        (as_json._PLAIN.fullmatch, "9" * LONG + "x", False),
        (as_json._PLAIN.fullmatch, "9" * LONG + ".5e3", True),
        (path_data._ONE.match, " " * LONG + "x", False),
        (path_data._ONE.match, " " * LONG + " , 1", True),
        (subjects._NAMED.search, "Z" * LONG, False),
        (subjects._NAMED.search, "Z" * LONG + "组", True),
        (pair.LEADS.search, "降" + "的" * LONG + "x", False),
        (row_units.IN_BRACKETS.search, "（" + " " * LONG + "a", False),
        (row_units.IN_BRACKETS.search, "产量（" + " " * LONG + "吨 ）", True),
    ],
)
def test_a_million_characters_are_gone_through_once(
    read: Callable[[str], object], text: str, found: bool
) -> None:
    assert (read(text) is not None) is found


def test_what_leads_a_number_is_found_at_the_end_of_a_text() -> None:
    match = stat.LEAD.search("（" * LONG + "字（$")
    assert match is not None and match[0] == "（$"


def test_hedges_before_a_share_are_so_many() -> None:
    of = "@1@ of its @2@, "
    assert english._OUT_OF.search(of + "or about an annual rate of @3@") is not None
    assert english._OUT_OF.search(of + "a share of " * LONG) is None


def test_words_longer_than_a_header_have_no_unit() -> None:
    header = "产量（" + " " * LONG + "吨）"
    assert units.name_and_unit(header) == (header, "")
    assert units.unit_line("单位：" + " " * LONG + "吨") == ""
    assert units.name_and_unit("产量（ 万吨 ）") == ("产量", "万吨")


def test_periods_stand_in_words_that_are_no_longer_than_one() -> None:
    assert subjects._PERIOD.search("1" * LONG + "x") is None

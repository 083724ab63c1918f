"""Sections, fact boxes, pull-quotes and QR codes."""

from __future__ import annotations

import io
from itertools import product
from typing import Any

import pytest
import segno
import zxingcpp
from PIL import Image
from small_pages import codes, composed, faults, groups, lines, paths, words

from infographic.blocks.qr import QUIET, outline_of
from infographic.display.items import Path as Outline

TEXT = {"type": "text", "text": "国人", "style": "s"}


def section(**fields: Any) -> dict[str, Any]:
    return {
        "type": "section",
        "content": TEXT,
        "color": "red",
        "rule": "6pt",
        "gap": "4pt",
        **fields,
    }


def test_a_section_stands_its_tab_on_its_rule_and_its_title_below() -> None:
    page = composed(section(tab="数", tab_style="s", title="题", title_style="s"), 100)
    tab, rule = paths(page)
    # A line of 12, 2 above and below, 6 on either side of a character of 10.
    assert tab == (0, 0, 22, 16)
    assert rule == (0, 16, 100, 6)
    assert [(line.y, line.text) for line in lines(page)] == [
        (11.8, "数"), (35.8, "题"), (51.8, "国人"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("numeral", "said"), [("01", "03"), ("1", "3"), ("一", "三"), ("壹", "叁")]
)
def test_a_section_writes_its_number_as_its_numeral_has_it(numeral: str, said: str) -> None:
    page = composed(section(number=3, numeral=numeral, number_style="s"), 100)
    assert lines(page)[0].text == said


def test_a_section_with_a_ground_is_a_box_from_its_rule_on() -> None:
    boxed = {"background": "grey", "border": {"color": "red", "weight": "1pt"},
             "padding": ["3pt", "5pt", "7pt", "5pt"]}  # fmt: skip
    page = composed(
        section(tab="数", tab_style="s", title="题", title_style="s", foot="脚", foot_style="s",
                **boxed), 100,
    )  # fmt: skip
    # Rule 6, gap 4, padding 3; title 12, gap 4, text 12, gap 4, foot 12; padding 7.
    assert page.page.trim.height == 16 + 6 + 4 + 3 + 12 + 4 + 12 + 4 + 12 + 7
    tab, ground, border, rule = paths(page)
    assert tab == (0, 0, 22, 16)
    assert ground == (0, 16, 100, 64)
    assert border == (0.5, 16.5, 99, 63)
    assert rule == (0, 16, 100, 6)
    assert [(line.x, line.text) for line in lines(page)] == [
        (6, "数"), (5, "题"), (5, "国人"), (5, "脚"),
    ]  # fmt: skip
    tall = composed(section(**boxed), 100, 200)
    assert paths(tall)[0] == (0, 0, 100, 200)


def test_sections_take_their_colours_in_turn() -> None:
    inks = [
        outlines(composed(section(color=None, colors=["red", "grey"], number=number)))[0]
        for number in (0, 1, 2, 3)
    ]
    assert inks == ["red", "red", "grey", "red"]
    assert codes(section(color=None)) == ["section-color"]


def outlines(page: Any) -> list[str]:
    """The colours of the filled outlines."""
    return [
        placed.item.fill.name
        for placed in page.page.walk() if isinstance(placed.item, Outline) and placed.item.fill
    ]  # fmt: skip


def test_a_section_on_its_axis_has_its_mark_between_the_halves_of_its_rule() -> None:
    page = composed(section(number=1, numeral="壹", tab_style="s", align="center"), 100)
    # The tab is 22 by 16; 0.3 of its height beside it; the rule of 6 runs at half its height.
    tab, left, right = paths(page)
    assert tab == (39, 0, 22, 16)
    assert left == pytest.approx((0, 5, 39 - 4.8, 6))
    assert right == pytest.approx((61 + 4.8, 5, 39 - 4.8, 6))
    assert lines(page)[0].text == "壹"


def test_a_section_may_have_a_rule_of_its_own_kind() -> None:
    pair = {"color": "red", "weight": "2pt", "kind": "thick-thin"}
    page = composed(section(line=pair, tab="数", tab_style="s", title="题", title_style="s"), 100)
    # Of 2, 1.2 between and a fifth of 2; then the gap of 4 and the line.
    _, thick, thin = paths(page)
    assert (thick, thin) == ((0, 17, 100, 0), (0, pytest.approx(19.4), 100, 0))
    assert lines(page)[1].y == pytest.approx(16 + 3.6 + 4 + 9.8)


def test_words_of_a_section_without_a_style_are_an_error() -> None:
    assert codes(section(tab="数", title="题")) == ["style-incomplete", "style-incomplete"]


def test_a_section_too_tall_for_its_frame_says_so() -> None:
    assert codes(section(title="题", title_style="s"), 100, 20) == ["overfull", "overset"]


def test_a_fact_box_has_its_tab_in_the_middle_of_its_frames_edge() -> None:
    box = {
        "type": "fact_box", "color": "red", "title": "数", "title_style": "s", "style": "s",
        "facts": ["国人", "国"], "padding": "8pt", "weight": "1pt", "gap": "4pt",
    }  # fmt: skip
    page = composed(box, 100)
    frame, tab = paths(page)
    assert (tab.y, tab.height) == (0, 16)
    assert frame.y == 8 + 0.5
    assert [line.text for line in lines(page)] == ["国人", "国", "数"]


def test_a_fact_box_with_nothing_in_it_is_an_error() -> None:
    assert codes({"type": "fact_box", "color": "red"}) == ["fact-box-empty"]


def test_a_pull_quote_has_one_mark_and_loses_its_own() -> None:
    quote = {"type": "pull_quote", "quote": "“国人”", "style": "s", "by": "甲", "by_style": "s"}
    assert words(composed(quote, 100)) == "“国人”甲"
    marked = composed({**quote, "mark_style": "big"}, 100)
    assert words(marked) == "“国人甲"
    ((_, _, mark),) = groups(marked, "mark")
    assert str(mark.role) == "Artifact"


# QR codes

ADDRESS = "https://example.com/新闻/2026"


def qr(**fields: Any) -> dict[str, Any]:
    return {"type": "qr", "text": ADDRESS, "size": "80pt", **fields}


@pytest.mark.parametrize("error", ["l", "m", "q", "h"])
def test_a_code_is_read_by_another_reader(error: str) -> None:
    page = composed(qr(error=error), 80)
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(page.png(scale=4))))
    assert [one.text for one in found] == [ADDRESS]


def test_a_code_is_one_outline_of_all_its_dark_modules() -> None:
    code = segno.make(ADDRESS, error="m", boost_error=False, micro=False)
    modules = tuple(tuple(bool(one) for one in row) for row in code.matrix)
    segments = outline_of(modules, 1.0)
    for y, x in product(range(len(modules)), repeat=2):
        assert winding(segments, x + 0.5, y + 0.5) == modules[y][x]


def winding(segments: Any, x: float, y: float) -> bool:
    """Whether a point is inside, by the even-odd and the non-zero rule alike."""
    crossings, turns, start, at = 0, 0, (0.0, 0.0), (0.0, 0.0)
    for kind, values in segments:
        to = start if kind == "Z" else values
        if kind == "M":
            start = to
        elif (at[1] > y) != (to[1] > y) and at[0] > x:
            crossings += 1
            turns += 1 if to[1] > at[1] else -1
        at = to
    assert bool(crossings % 2) == bool(turns)
    return bool(turns)


def test_its_quiet_zone_is_four_modules_of_ground() -> None:
    page = composed(qr(), 80)
    ground, code = paths(page)
    assert ground == (0, 0, 80, 80)
    assert code.x == code.y == pytest.approx(QUIET * 80 / (len_of(page) + 2 * QUIET), abs=0.01)


def len_of(page: Any) -> int:
    del page
    return len(segno.make(ADDRESS, error="m", boost_error=False, micro=False).matrix)


def test_modules_that_newsprint_does_not_keep_apart_are_refused_with_the_arithmetic() -> None:
    (fault,) = faults(qr(size="20pt"), 80)
    assert fault.code == "qr-small"
    assert "37 × 0.4 mm, 14.8 mm, and has 7.1 mm" in fault.message


@pytest.mark.parametrize("text", ["", "  ", "国" * 2000])
def test_nothing_or_too_much_is_an_error(text: str) -> None:
    assert codes(qr(text=text), 80) == ["qr-text"]


def test_a_pale_or_reversed_code_is_refused() -> None:
    assert codes(qr(color="grey", ground="red"), 80) == ["qr-pale"]

"""Blocks with a vertical style, and what is read out of the PDF of a page that mixes both."""

from __future__ import annotations

import io
import math
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from reading import SIZE, copy, page_of, read, style

from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.blocks.article import Article
from infographic.blocks.figure import Figure
from infographic.blocks.headline import Headline
from infographic.blocks.rule import Rule
from infographic.blocks.text import Text
from infographic.display.dump import dump
from infographic.display.frame import Frame
from infographic.display.items import Group, Placed, TextLine, walk
from infographic.display.page import Page
from infographic.foundation.color import BLACK
from infographic.foundation.geometry import Point, Size
from infographic.layout.block import Region
from infographic.layout.setting import set_copy, set_trimmed
from infographic.loading.sheet.layout_file import StyleSpec
from infographic.loading.sheet.sheet import Settling
from infographic.pipeline import compose
from infographic.story.model import Figure as FigureData
from infographic.text.style import Alignment, ColumnRules, Fit

ROOT = Path(__file__).resolve().parents[2]
HAN = "国家天地人和生年月日的来一二三四五六七八"


def columns(frame: Frame) -> list[tuple[float, float, str]]:
    """Each column's centre line, head and words."""
    return [
        (placed.at.x, placed.at.y, placed.item.text)
        for placed in walk(frame.items, Point(0, 0))
        if isinstance(placed.item, TextLine)
    ]


# Text


def test_a_text_fills_its_frame_from_the_right() -> None:
    frame = Text(copy(HAN), style()).lay_out(Region(100, 50))
    assert columns(frame) == [
        (92, 0, HAN[:5]), (76, 0, HAN[5:10]), (60, 0, HAN[10:15]), (44, 0, HAN[15:]),
    ]  # fmt: skip
    assert frame.size == Size(100, 50) and not frame.faults


def test_columns_as_long_as_the_layout_says() -> None:
    frame = Text(copy(HAN), style(), length=70).lay_out(Region(100))
    assert [words for _, _, words in columns(frame)] == [HAN[:7], HAN[7:14], HAN[14:]]
    assert frame.size == Size(100, 70)


def test_without_a_height_columns_are_as_short_as_the_width_allows() -> None:
    frame = Text(copy(HAN), style()).lay_out(Region(3 * 16))
    assert [len(words) for _, _, words in columns(frame)] == [7, 7, 6]
    assert frame.size.height == 7 * SIZE


def test_columns_too_many_for_the_width_say_by_how_much() -> None:
    (fault,) = Text(copy(HAN), style()).lay_out(Region(40, 50)).faults
    assert fault.code == "overset"
    assert "needs 64.0 pt of width, the frame has 40.0 pt" in fault.message
    assert "10 characters in 2 of 4 columns do not fit" in fault.message
    assert "24.0 pt more width" in fault.hint


def test_columns_longer_than_the_frame_say_by_how_much() -> None:
    (fault,) = Text(copy(HAN), style(), length=70).lay_out(Region(100, 50)).faults
    assert fault.code == "overset" and "20.0 pt too much" in fault.message


def test_paragraphs_follow_each_other_with_their_indents() -> None:
    block = Text((copy(HAN[:6]), copy(HAN[6:9])), style(indent=2))
    frame = block.lay_out(Region(100, 50))
    assert columns(frame) == [(92, 20, HAN[:3]), (76, 0, HAN[3:6]), (60, 20, HAN[6:9])]


def test_a_bottom_aligned_column_ends_at_the_foot() -> None:
    block = Text(copy("国家"), style(alignment=Alignment.RIGHT))
    assert columns(block.lay_out(Region(20, 50))) == [(12, 30, "国家")]


# Headline


def test_a_headline_is_one_column_where_there_is_no_height() -> None:
    frame = Headline(copy(HAN), style()).lay_out(Region(40))
    assert columns(frame) == [(32, 0, HAN)]
    assert frame.size == Size(40, 200)


def test_a_headline_shrinks_to_its_columns() -> None:
    frame = Headline(copy(HAN), style(), max_lines=1, smallest=0.5).lay_out(Region(40, 150))
    ((_, _, words),) = columns(frame)
    assert words == HAN and not frame.faults


def test_a_two_part_headline_has_a_column_for_each_part() -> None:
    frame = Headline(copy("国家天地　人和生年"), style(), max_lines=2).lay_out(Region(40, 60))
    assert [words for _, _, words in columns(frame)] == ["国家天地", "人和生年"]


def test_a_headline_with_too_many_columns_is_overset() -> None:
    frame = Headline(copy(HAN), style(), max_lines=1).lay_out(Region(40, 60))
    assert {fault.code for fault in frame.faults} == {"overset"}


# Figure


def figure(**fields: object) -> Figure:
    data = FigureData(caption=copy(HAN), credit=copy("日月"), alt="国", aspect="1:1")
    return Figure(data, style(), numbered=False, caption_gap=4, **fields)  # type: ignore[arg-type]


def test_a_caption_stands_beside_its_picture() -> None:
    # 20 + 1 + 2 characters in columns of 8: three, 48 pt wide.
    frame = figure(caption_side="right").lay_out(Region(140, 80))
    assert [x for x, _, _ in columns(frame)] == [132, 116, 100]
    assert frame.size == Size(140, 80) and not frame.faults


def test_a_caption_may_stand_at_the_left() -> None:
    frame = figure(caption_side="left").lay_out(Region(140, 80))
    assert [x for x, _, _ in columns(frame)] == [40, 24, 8]


def test_room_is_kept_beside_a_picture_for_columns_that_a_shorter_caption_leaves() -> None:
    for side, right in (("right", 140 - 16), ("left", 4 * 16)):
        block = figure(caption_side=side, lines=4)
        frame = block.lay_out(Region(140, 80))
        # Three columns beside the picture of 140 - 64 - 4, the empty one away from it.
        assert [x + 8 for x, _, _ in columns(frame)] == [right, right - 16, right - 32]
        (picture,) = [p for p in walk(frame.items, Point(0, 0))
                      if isinstance(p.item, Group) and p.item.name == "picture"]  # fmt: skip
        assert (picture.at.x, picture.item.clip) == (0 if side == "right" else 68, Size(72, 80))


def test_a_caption_beside_is_made_to_fit_its_columns() -> None:
    small = replace(style(), fit=Fit(True, False, 5, 10, remedies=("size",)))
    frame = replace(figure(caption_side="right", lines=2), caption_style=small).lay_out(
        Region(140, 80)
    )
    assert len(columns(frame)) == 2
    assert "copyfit" in [fault.code for fault in frame.faults]


def test_without_a_height_the_picture_keeps_its_ratio_beside_the_caption() -> None:
    frame = figure(caption_side="right").lay_out(Region(140))
    rows = len(columns(frame))
    assert frame.size.height == pytest.approx(140 - 4 - rows * 16)
    assert not frame.faults


def test_a_caption_across_the_page_does_not_stand_beside() -> None:
    block = replace(figure(caption_side="right"), caption_style=replace(style(), column=None))
    assert [fault.code for fault in block.lay_out(Region(140, 80)).faults] == ["style-vertical"]


def test_blocks_that_set_lines_refuse_a_vertical_style() -> None:
    for frame in (set_copy(copy("国"), style(), 50), set_trimmed(copy("国"), style(), 50)):
        assert [fault.code for fault in frame.faults] == ["style-vertical"]


# Article


def test_an_article_runs_through_tiers() -> None:
    body = (copy(HAN[:16]), copy(HAN[:16]))
    article = Article(body=body, style=style(), columns=2, gutter=10, column_rule=Rule(BLACK))
    frame = article.lay_out(Region(4 * 16, 90))
    # Tiers of 40 pt hold four columns of four characters each.
    assert [(x, y) for x, y, _ in columns(frame)] == [
        (56, 0), (40, 0), (24, 0), (8, 0), (56, 50), (40, 50), (24, 50), (8, 50),
    ]  # fmt: skip
    assert "".join(words for _, _, words in columns(frame)) == HAN[:16] * 2
    assert not frame.faults


@pytest.mark.parametrize(
    ("balance", "taken"), [("level", [3, 3]), ("none", [5, 1]), ("fill", [5, 5])]
)
def test_tiers_end_level_or_are_filled_as_columns_are(balance: str, taken: list[int]) -> None:
    # 24 characters, four to a column: six columns in two tiers of room for five.
    body = tuple(copy(HAN[:4]) for _ in range(6))
    article = Article(body=body, style=style(), columns=2, gutter=10, balance=balance)  # type: ignore[arg-type]
    found = columns(article.lay_out(Region(5 * 16, 90)))
    for tier, reached in zip((0, 50), taken, strict=True):
        assert min(x for x, y, _ in found if y == tier) == 80 + 8 - 16 * reached
    assert "".join(words for *_, words in found) == HAN[:4] * 6


@pytest.mark.parametrize("balance", ["level", "fill", "none"])
def test_of_nine_columns_five_stand_in_the_upper_tier(balance: str) -> None:
    article = Article(
        body=(copy(HAN[:18] * 2),), style=style(), columns=2, gutter=10, balance=balance
    )  # type: ignore[arg-type]
    found = columns(article.lay_out(Region(5 * 16, 90)))
    assert [y for _, y, _ in found] == [0] * 5 + [50] * 4


def test_an_article_too_long_for_its_tiers_says_by_how_much() -> None:
    article = Article(body=(copy(HAN * 2),), style=style(), columns=2, gutter=10)
    (fault,) = article.lay_out(Region(4 * 16, 90)).faults
    assert fault.code == "overset"
    assert "8 characters (2 columns) too long for its 2 tiers" in fault.message


def test_an_article_without_a_height_is_as_low_as_its_width_allows() -> None:
    frame = Article(body=(copy(HAN),), style=style(), columns=2, gutter=10).lay_out(Region(48))
    assert frame.size.height == pytest.approx(2 * 40 + 10)


# The layout file


def test_a_style_in_json_becomes_column_rules() -> None:
    spec = StyleSpec(
        font="x", size="9pt", writing="vertical", upright_digits=2, long_numbers="upright",
        vertical_quotes="rotated", upright_acronyms=True,
    )  # fmt: skip
    assert _column(spec) == ColumnRules(2, "upright", "rotated", True)
    assert _column(StyleSpec(font="x", size="9pt", writing="vertical")) == ColumnRules()
    assert _column(StyleSpec(font="x", size="9pt", upright_digits=2)) is None


def _column(spec: StyleSpec) -> ColumnRules | None:
    settling = Settling.__new__(Settling)
    settling.diagnostics, settling.spots, settling.nodes = [], {}, {}
    settling.colors = {"ink": BLACK}
    settling.stacks = {"x": style().plain.fonts}
    made = settling.style("x", spec)
    assert made is not None, settling.diagnostics
    return made.column


# Reading


WORDS = (
    "他说：“十年来，增长25%，达2026年GDP的3.5%——真的？！”《国家报》（见图①）报道：3月15日，"
    "有200人、12.5万元……“你好”！A股→B股；结束·再见。"
)


@pytest.mark.parametrize("name", ["square", "serif", "sans", "kai"])
@pytest.mark.parametrize("ems", [5, 8, 14, 60])
def test_pdfium_copies_exactly_the_words(name: str, ems: float) -> None:
    words = WORDS if name != "square" else "".join(c for c in WORDS if c not in "《》你好见再束说")
    page = page_of(copy(words), style(name), ems)
    want = [placed.item.text for placed in page.items]  # type: ignore[union-attr]
    assert read(page) == want


def test_the_example_page_reads_as_written() -> None:
    """A page that mixes lines and columns, in three tiers: every column whole, in its order."""
    page = compose(ROOT / "data.json", ROOT / "examples/vertical/layout.json").page
    set_lines = [
        placed.item.text
        for placed in page.walk()
        # Numbers that stand across, side by side, are copied as one line.
        if isinstance(placed.item, TextLine)
        and placed.origin.pointer
        and not placed.origin.pointer.startswith("/panels/")
    ]
    want = [text for text in set_lines if text]
    found = PdfDocument(io.BytesIO(pdf_bytes(page, Intent.SCREEN)))[0].get_textpage()
    lines = found.get_text_range().split("\r\n")
    at = [lines.index(text) for text in want if text in lines]
    assert len(at) >= len(want) - 3, [text for text in want if text not in lines]
    assert at == sorted(at)


def test_column_text_is_tagged_as_its_paragraph() -> None:
    page = compose(ROOT / "data.json", ROOT / "examples/vertical/layout.json").page
    data = pdf_bytes(page, Intent.SCREEN)
    assert b"/StructTreeRoot" in data and b"/Identity-V" in data
    flat = compose(ROOT / "data.json", "tabloid").page
    assert b"/Identity-V" not in pdf_bytes(flat, Intent.SCREEN)


def test_the_dump_says_what_stands_and_what_lies() -> None:
    page: Page = page_of(copy("国25家2026"), style(), 30)
    text = dump(page)
    assert "column " in text and " at 48%" in text and " lying] '2026'" in text
    assert all(isinstance(placed, Placed) for placed in page.items)
    assert math.isfinite(page.trim.width)

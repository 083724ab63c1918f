"""How words are set that have what no editor meant: as if it were not there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pypdfium2 as pdfium
import pytest

from infographic.composed import ComposedPage
from infographic.display.items import TextLine
from infographic.foundation.datum import BUILT_IN
from infographic.pipeline import compose, draft
from infographic.story.model import Stat
from infographic.story.stat import value_of
from infographic.text.copy import Copy, Span
from infographic.text.emoji import name_of
from infographic.text.markup import read_markup
from infographic.text.strays import as_set, is_plain

FACES = ("serif-regular", "sans-regular", "kai-regular", "barlow-condensed-medium")
STRAYS = (
    "\u00ad\u034f\u061c\u115f\u180e\u200b\u200d\u200e\u202b\u2060\u2064\u2066\u3164\ufe0f\ufeff"
    "\U000e0041"
)


def layout(face: str = "serif-regular", measure: int = 400, **style: Any) -> dict[str, Any]:
    own = {"font": "body", "size": "20pt", "leading": "30pt", "align": "justify", **style}
    return {
        "page": {"width": f"{measure + 40}pt", "height": "auto", "margins": "20pt"},
        "fonts": {"body": face},
        "styles": {"body": own},
        "body": {"type": "text", "text": {"$data": "/body"}, "style": "body"},
    }


def page_of(*body: str, **given: Any) -> ComposedPage:
    return compose({"headline": "校样", "body": list(body)}, layout(**given))


def lines_of(page: ComposedPage) -> list[tuple[str, float, float]]:
    """Each line's words, its baseline and its width."""
    return [
        (placed.item.text, round(placed.at.y, 2), round(placed.item.width, 3))
        for placed in page.page.walk()
        if isinstance(placed.item, TextLine)
    ]


def glyphs_of(page: ComposedPage) -> list[tuple[float, tuple[int, ...], tuple[float, ...]]]:
    return [
        (x, run.glyphs, run.xs)
        for placed in page.page.walk()
        if isinstance(placed.item, TextLine)
        for x, run in placed.item.runs
    ]


def copied(page: ComposedPage) -> str:
    return pdfium.PdfDocument(page.pdf()).get_page(0).get_textpage().get_text_range()


@pytest.mark.parametrize("face", FACES)
def test_what_has_no_ink_neither_shows_nor_moves_its_neighbours(face: str) -> None:
    plain = "县域数据，中心（5G）用户3.2万户。"
    strewn = "".join(character + STRAYS for character in plain)
    assert glyphs_of(page_of(strewn, face=face)) == glyphs_of(page_of(plain, face=face))
    assert copied(page_of(strewn, face=face)) == plain


def test_a_soft_hyphen_divides_a_latin_word_at_a_lines_end_and_nowhere_else() -> None:
    text = "一二三四info\u00adgraphic平台"
    assert [words for words, _, _ in lines_of(page_of(text, measure=400))] == [
        "一二三四infographic平台"
    ]
    narrow = page_of(text, measure=135)
    assert [words for words, _, _ in lines_of(narrow)] == ["一二三四info", "graphic平台"]
    assert copied(narrow).replace("\r\n", "") == "一二三四infographic平台"
    hyphen = narrow.page.faults
    assert hyphen == ()
    (first, *_) = [
        placed.item for placed in narrow.page.walk() if isinstance(placed.item, TextLine)
    ]
    _, run = first.runs[-1]
    assert run.glyphs[-1] == run.face.glyph_of("-")
    # Never in a line that is not spread, nor between Han.
    ragged = page_of(text, measure=135, align="left")
    assert lines_of(ragged)[0][0] == "一二三四"
    assert lines_of(page_of("一二三四\u00ad五六", measure=80)) == lines_of(
        page_of("一二三四五六", measure=80)
    )


def test_radicals_are_set_copied_and_named_as_the_han_they_stand_for() -> None:
    page = page_of("⽂化⼤院建到⻔⼝，隆")
    assert glyphs_of(page) == glyphs_of(page_of("文化大院建到门口，隆"))
    assert copied(page) == "文化大院建到门口，隆"
    story = {"headline": "⽂化惠⺠⾛进⼭村", "body": ["一"]}
    assert compose(story, layout()).page.title == "文化惠民走进山村"


def test_line_breaks_at_a_texts_ends_set_nothing() -> None:
    kept = page_of("第一段。", "第二段。", "第三段。")
    assert lines_of(page_of("\n第一段。\r\n", "第二段。\n\n", "第三段。 \u2028")) == lines_of(kept)
    broken = page_of("甲\n\n乙")
    assert [words for words, _, _ in lines_of(broken)] == ["甲", "", "乙"]


def test_line_ends_of_other_programs_break_a_line() -> None:
    for end in ("\r", "\u2028", "\u2029", "\r\n"):
        assert [words for words, _, _ in lines_of(page_of(f"甲{end}乙"))] == ["甲", "乙"]


def test_what_does_something_stays() -> None:
    for text in (
        "葛\U000e0100城",
        "李\u2060抑",
        "a.com/\u200bb",
        "co\u00adop",
        "👨\u200d👩\u200d👧",
    ):
        assert as_set(text) == text
    assert is_plain("，。2300 café①—…“”")
    copy, _ = read_markup("{⽂\u200b|wén\ufeff}", BUILT_IN)
    assert [(span.text, span.ruby) for span in copy.spans] == [("文", "wén")]


def test_a_stats_bare_parts_are_cleaned_as_texts_are() -> None:
    stat = Stat(value=2300, unit="⼈\u00ad次\n", label=Copy((Span("党员"),)))
    assert value_of(stat).text == "2300人次"


# Emoji


WHOLE = [
    "👍",
    "👍🏽",
    "👨‍👩‍👧‍👦",
    "🇨🇳",
    "1️⃣",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "❤️",
    "⭐",
]


@pytest.mark.parametrize("column", [False, True])
@pytest.mark.parametrize("emoji", WHOLE)
def test_an_emoji_of_any_length_is_one_picture_in_a_cell_of_one_em(
    emoji: str, column: bool
) -> None:
    style: Mapping[str, Any] = {"writing": "vertical"} if column else {}
    page = draft({"headline": "校样", "body": [f"国{emoji}人"]}, layout(**style))
    (line,) = [placed.item for placed in page.page.walk() if isinstance(placed.item, TextLine)]
    assert line.text == f"国{emoji}人"
    assert line.width == pytest.approx(60)
    assert [run.texts for _, run in line.runs] == [("国",), (emoji,), ("人",)]
    (picture,) = line.runs[1][1].glyphs
    assert picture != 0


def test_no_line_ends_inside_an_emoji() -> None:
    family = "👨‍👩‍👧‍👦"
    lines = lines_of(page_of(f"一{family}{family}二", measure=40))
    assert [words for words, _, _ in lines] == [f"一{family}", f"{family}二"]


def test_a_sequence_that_no_face_has_as_one_picture_is_one_error_by_name() -> None:
    pair = "👍\u200d🚜"
    page = draft({"headline": "校样", "body": [f"好{pair}"]}, layout())
    (fault,) = page.page.faults
    assert (fault.code, fault.message.count("thumbs up sign + tractor")) == ("glyph-missing", 1)
    assert name_of(pair) == "thumbs up sign + tractor"


def test_emoji_are_doubted_on_a_page_for_a_press_only() -> None:
    story = {"headline": "点赞👍", "body": ["👍🏽好"]}

    def said(**given: Any) -> list[tuple[str, str]]:
        page = draft(story, layout(), **given)
        return [(one.code, one.origin.pointer) for one in page.diagnostics if "emoji" in one.code]

    assert said() == [("copy-emoji", "/headline"), ("copy-emoji", "/body/0")]
    assert said(press="screen") == []
    assert said(allow=("copy-emoji",)) == []


# The headline's face


def headline_layout(face: str) -> dict[str, Any]:
    made = layout(face)
    return {**made, "body": {"type": "text", "text": {"$data": "/headline"}, "style": "body"}}


def said_of_headline(headline: str, face: str = "serif-black") -> list[str]:
    page = draft({"headline": headline, "body": ["一"]}, headline_layout(face))
    return [one.message for one in page.diagnostics if one.code == "copy-face"]


def test_a_headline_that_falls_to_another_face_names_the_characters() -> None:
    assert said_of_headline("粮仓满囤") == []
    (said,) = said_of_headline("粮仓㵘满囤")
    assert "㵘 from NotoSansSC-Regular (character 3)" in said
    # It is set as 文, which the face has.
    assert said_of_headline("⽂化") == []

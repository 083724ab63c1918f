"""English paragraphs: divided words, word spaces, and scripts that are refused."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_pages import SQUARE, composed, faults

from infographic.foundation.font import open_face
from infographic.text.copy import Copy, Span
from infographic.text.hyphenation import MOST_IN_A_ROW, divisions
from infographic.text.paragraph import Paragraph, set_paragraph
from infographic.text.style import Alignment, CharStyle, FontStack, TextStyle

FACE = open_face(Path(SQUARE))
SERIF = open_face(Path(__file__).resolve().parents[2] / "fonts" / "noto-serif-sc-regular.ttf")
TEXT = (
    "The port handled three million containers last year, according to figures published by the "
    "municipal transportation administration of the extraordinary municipality."
)


def english(text: str, measure: float, face: object = SERIF, **fields: object) -> Paragraph:
    stack = FontStack((face,), (face,), (face,))  # type: ignore[arg-type]
    plain = CharStyle(stack, 10, leading=14)
    own = {"language": "en", "hyphenate": True, **fields}
    return set_paragraph(Copy((Span(text),)), TextStyle("en", plain, **own), measure)  # type: ignore[arg-type]


def ends_in_hyphen(paragraph: Paragraph) -> list[bool]:
    """Whether each line draws a glyph at its end that is none of its words."""
    return [line.text.runs[-1][1].texts[-1] == "" for line in paragraph.lines]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("hyphenation", "hy-phen-ation"),
        ("transportation", "trans-porta-tion"),
        ("table", "ta-ble"),
        ("one", "one"),
        ("associate", "as-so-ciate"),
        ("project", "project"),
    ],
)
def test_words_are_divided_as_the_patterns_say(word: str, parts: str) -> None:
    edges = [0, *divisions(word), len(word)]
    assert "-".join(word[a:b] for a, b in pairwise(edges)) == parts


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=24))
def test_two_letters_stay_before_a_hyphen_and_three_after_it(word: str) -> None:
    assert all(2 <= at <= len(word) - 3 for at in divisions(word))


def test_a_divided_word_draws_a_hyphen_that_is_none_of_the_words() -> None:
    paragraph = english(TEXT, 130)
    assert any(ends_in_hyphen(paragraph))
    assert "".join(line.text.text for line in paragraph.lines) == TEXT
    for line, hyphened in zip(paragraph.lines, ends_in_hyphen(paragraph), strict=True):
        assert hyphened == (line.text.text[-1:].isalpha() and line is not paragraph.lines[-1])


def test_a_line_with_a_hyphen_ends_at_the_measure() -> None:
    paragraph = english(TEXT, 130)
    for line, hyphened in zip(paragraph.lines, ends_in_hyphen(paragraph), strict=True):
        if hyphened and line.text.width > 129:
            start, run = line.text.runs[-1]
            end = start + (run.xs[-1] + run.face.advance_of(run.glyphs[-1])) * run.size
            assert end == pytest.approx(130, abs=0.01)


@pytest.mark.parametrize("measure", [80, 100, 120, 140, 160])
def test_no_more_than_two_lines_in_a_row_end_in_a_hyphen(measure: float) -> None:
    row = 0
    for hyphened in ends_in_hyphen(english(TEXT * 2, measure)):
        row = row + 1 if hyphened else 0
        assert row <= MOST_IN_A_ROW


@pytest.mark.parametrize(
    "fields",
    [
        {"hyphenate": False},
        {"alignment": Alignment.LEFT},
        {"balance": True},
    ],
)
def test_words_are_whole_in_headlines_and_ragged_text(fields: dict[str, object]) -> None:
    assert not any(ends_in_hyphen(english(TEXT, 130, **fields)))


@pytest.mark.parametrize(
    "word", ["TRANSPORTATION", "McLaughlintown", "transport-ation", "CR450abcdef"]
)
def test_capitals_and_compounds_are_not_divided(word: str) -> None:
    assert not any(ends_in_hyphen(english(f"the new {word} is {word} of", 90)))


def test_lines_that_fit_well_have_no_hyphen() -> None:
    paragraph = english("aa bb cc dd " * 8, 200, FACE)
    assert not any(ends_in_hyphen(paragraph))


def test_a_line_that_would_have_holes_is_left_ragged() -> None:
    paragraph = english("aa bbbbbbbbb cccccccccc", 130, FACE, hyphenate=False)
    assert paragraph.lines[0].text.width < 130 or len(paragraph.lines) == 1


def test_kerning_and_ligatures_are_on() -> None:
    (line,) = english("AVAT office", 1000).lines
    texts = [text for _, run in line.text.runs for text in run.texts]
    assert "ffi" in texts
    apart = sum(english(letter, 1000).lines[0].text.width for letter in "AVAT")
    assert english("AVAT", 1000).lines[0].text.width < apart - 0.3


def test_a_word_cut_in_two_keeps_the_kerning_of_the_whole() -> None:
    whole = english("transportation", 1000).lines[0].text.width
    first, *rest = english("transportation of", 60, hyphenate=True).lines
    assert rest
    assert first.text.width + rest[0].text.width < whole + 20


def test_an_apostrophe_is_part_of_its_word() -> None:
    (line,) = english("the region’s", 1000).lines
    widths = [english(text, 1000).lines[0].text.width for text in ("region", "s")]
    assert english("region’s", 1000).lines[0].text.width < sum(widths) + 4
    assert line.text.text == "the region’s"


STYLES = {"en": {"based_on": "body", "language": "en"}}


def test_english_that_is_justified_is_hyphenated_by_itself() -> None:
    body = {"type": "text", "text": "aaa transportation", "style": "en"}
    page = composed(body, 100, styles=STYLES)
    assert len([p for p in page.page.walk() if getattr(p.item, "text", "").endswith("trans")]) == 1


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("中国 الأمم", "Arabic"),
        ("中国שלום", "Hebrew"),
        ("中国བོད", "Tibetan"),
        ("中国हिन्दी", "Indic"),
        ("中国ไทย", "Thai or Lao"),
        ("中国ᠮᠣᠩ", "Mongolian"),
        ("{中|שלום}", "Hebrew"),
    ],
)
def test_a_script_that_cannot_be_set_is_refused(text: str, script: str) -> None:
    (fault,) = faults({"type": "text", "text": text, "style": "s"}, 200)
    assert fault.code == "script-unsupported"
    assert fault.message.startswith(f"{script} letters cannot be set")

"""Letters keep their case in a face that has capitals only."""

from __future__ import annotations

from math import inf

import pytest

from infographic.loading.assets.fontbook import FontBook
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.style import CharStyle, FontStack, Part, TextStyle


def faces(words: str) -> list[tuple[str, str]]:
    """The runs of a number set as shipped figures are: their words, each with its face."""
    book = FontBook(())
    capitals, han = book.face("bebas-neue"), book.face("sans-bold")
    style = TextStyle(
        "figure", CharStyle(FontStack((han,), (capitals,), (capitals,)), size=10, leading=12)
    )
    (line,) = set_paragraph(Copy((Span(words, Part.DIGITS),)), style, inf).lines
    return [("".join(run.texts), run.face.name) for _, run in line.text.runs]


@pytest.mark.parametrize(
    ("words", "letters"), [("2400MHz", "MHz"), ("90km", "km"), ("8GHz", "GHz")]
)
def test_a_unit_with_small_letters_is_set_in_a_face_that_has_them(words: str, letters: str) -> None:
    number = words.removesuffix(letters)
    assert faces(words) == [(number, "BebasNeue-Regular"), (letters, "NotoSansSC-Bold")]


@pytest.mark.parametrize("words", ["2400", "CR450", "5G", "12.4%"])
def test_capitals_and_figures_stay_in_their_face(words: str) -> None:
    assert [face for _, face in faces(words)] == ["BebasNeue-Regular"]

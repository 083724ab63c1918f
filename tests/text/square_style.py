"""What the text tests set with: the square font, whose glyphs are one em wide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from infographic.foundation.font import Face, open_face
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import Paragraph, set_paragraph
from infographic.text.style import CharStyle, FontStack, Part, TextStyle

FONTS = Path(__file__).resolve().parents[2] / "fonts"
SQUARE = open_face(Path(__file__).resolve().parents[1] / "fonts" / "square.ttf")
STACK = FontStack((SQUARE,), (SQUARE,), (SQUARE,))
PLAIN = CharStyle(STACK, size=10, leading=12)


def square(**fields: object) -> TextStyle:
    """A style in the square font, 10 pt on 12 pt."""
    return TextStyle("square", PLAIN, **fields)  # type: ignore[arg-type]


def in_face(face: Face, size: float = 10, **fields: object) -> TextStyle:
    stack = FontStack((face,), (face,), (face,))
    return TextStyle("face", CharStyle(stack, size, leading=size), **fields)  # type: ignore[arg-type]


def copy(words: str) -> Copy:
    return Copy((Span(words),))


def copy_of(*spans: tuple[str, Part] | tuple[str, Part, int]) -> Copy:
    return Copy(tuple(Span(*span) for span in spans))


def words(paragraph: Paragraph) -> list[str]:
    """The lines' texts."""
    return [line.text.text for line in paragraph.lines]


def inked(paragraph: Paragraph, number: int = 0) -> list[tuple[str, float]]:
    """Each character of a line that has a glyph, with its glyph's place in the measure."""
    return list(_inked(paragraph, number))


def _inked(paragraph: Paragraph, number: int) -> Iterator[tuple[str, float]]:
    line = paragraph.lines[number]
    for x, run in line.text.runs:
        for text, at in zip(run.texts, run.xs, strict=True):
            if text.strip():
                yield text, round(line.x + x + at * run.size, 4)


def set_words(words_: str, measure: float, **fields: object) -> Paragraph:
    return set_paragraph(copy(words_), square(**fields), measure)

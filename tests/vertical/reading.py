"""Columns set, written as a PDF and read back by pdfium: where each glyph's ink is on the page.

The PDF read for places is the one made for the rasteriser, whose text has no ActualText: pdfium
then tells every glyph's own ink.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pypdfium2

from infographic.backends.pdf.write import Intent, pdf_bytes, pdf_for_raster
from infographic.display.items import Placed
from infographic.display.page import Page
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.font import Face, open_face
from infographic.foundation.geometry import Point, Size
from infographic.layout.vertical import stand_columns
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Alignment, CharStyle, ColumnRules, FontStack, Part, TextStyle

ROOT = Path(__file__).resolve().parents[2]
FACES = {
    "square": ROOT / "tests/fonts/square.ttf",
    "serif": ROOT / "fonts/noto-serif-sc-regular.ttf",
    "sans": ROOT / "fonts/noto-sans-sc-regular.ttf",
    "kai": ROOT / "fonts/infographic-kai-regular.ttf",
}
SIZE, LEADING = 10.0, 16.0
SHEET = Size(400, 400)
HEAD = Point(380, 20)
"""The top right corner of the first column; its centre line is 8 pt further left."""


@dataclass(frozen=True)
class Ink:
    """A glyph's ink, in em: from its column's centre line to the right, from its head down."""

    words: str
    column: int
    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def across(self) -> float:
        """The middle of the ink, from the centre line."""
        return (self.left + self.right) / 2

    @property
    def down(self) -> float:
        return (self.top + self.bottom) / 2


def face(name: str) -> Face:
    return open_face(FACES[name])


def style(
    name: str = "square", *, column: ColumnRules | None = None, **fields: object
) -> TextStyle:
    """10 pt on 16 pt, ragged unless said otherwise."""
    stack = FontStack((face(name),), (face(name),), (face(name),))
    made = TextStyle(
        name,
        CharStyle(stack, SIZE, leading=LEADING),
        alignment=Alignment.LEFT,
        column=column or ColumnRules(),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def copy(words: str | tuple[tuple[str, Part], ...]) -> Copy:
    if isinstance(words, str):
        return Copy((Span(words),))
    return Copy(tuple(Span(text, part) for text, part in words))


def page_of(one: Copy, set_in: TextStyle, ems: float) -> Page:
    paragraph = set_paragraph(one, set_in, ems * SIZE)
    items = stand_columns(paragraph.lines, BUILT_IN, HEAD)
    return Page(SHEET, items, "columns", "zh-Hans")


def flat_page_of(one: Copy, set_in: TextStyle, ems: float) -> Page:
    """The same words across the page, for comparison."""
    paragraph = set_paragraph(one, replace(set_in, column=None), ems * SIZE)
    items = tuple(
        Placed(Point(20, 20 + LEADING * (i + 1)), line.text, BUILT_IN)
        for i, line in enumerate(paragraph.lines)
    )
    return Page(SHEET, items, "lines", "zh-Hans")


def inks(page: Page, size: float = SIZE) -> list[Ink]:
    """Every glyph that has ink, column by column from the right, from the top down."""
    found = []
    for words, (left, bottom, right, top) in _boxes(page):
        x, down = (left + right) / 2, SHEET.height - HEAD.y
        column = int((HEAD.x - x) / LEADING)
        centre = HEAD.x - LEADING * (column + 0.5)
        found.append(
            Ink(words, column, (left - centre) / size, (right - centre) / size,
                (down - top) / size, (down - bottom) / size)
        )  # fmt: skip
    return sorted(found, key=lambda ink: (ink.column, round(ink.top, 2), ink.left))


def _boxes(page: Page) -> list[tuple[str, tuple[float, float, float, float]]]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf_for_raster(page, 72)))
    text = document[0].get_textpage()
    boxes = []
    for i in range(text.count_chars()):
        words = text.get_text_range(i, 1)
        box = text.get_charbox(i)
        if words.strip() and box[2] - box[0] > 0.01 and box[3] - box[1] > 0.01:
            boxes.append((words, box))
    return boxes


@cache
def set_down(
    words: str | tuple[tuple[str, Part], ...],
    name: str = "square",
    ems: float = 30,
    rules: ColumnRules | None = None,
    **fields: object,
) -> tuple[Ink, ...]:
    return tuple(inks(page_of(copy(words), style(name, column=rules, **fields), ems)))


def ink_of(mark: str, *arguments: object, **fields: object) -> Ink:
    """The only glyph of these words that reads as `mark`."""
    (found,) = [ink for ink in set_down(*arguments, **fields) if ink.words == mark]  # type: ignore[arg-type]
    return found


def columns_of(one: Copy, set_in: TextStyle, ems: float) -> list[str]:
    """What stands in each column, as set."""
    return [line.text.text for line in set_paragraph(one, set_in, ems * SIZE).lines]


def read(page: Page) -> list[str]:
    """The lines that pdfium copies out of the PDF for screens."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf_bytes(page, Intent.SCREEN)))
    return document[0].get_textpage().get_text_range().split("\r\n")

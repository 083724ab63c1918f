"""The glyphs of a page with the boxes of their ink, read by pdfium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

Xy = tuple[float, float]


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> Xy:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def meets(self, other: Box, slack: float) -> bool:
        """Whether they share more than `slack` both across and down."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.bottom, other.bottom) - max(self.top, other.top) > slack
        )

    def within(self, other: Box) -> Box:
        """What of it lies in another."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        return Box(
            left, top, max(left, min(self.right, other.right)),
            max(top, min(self.bottom, other.bottom)),
        )  # fmt: skip


class Glyph(NamedTuple):
    """A character as it is printed."""

    text: str
    box: Box
    """Of its ink."""
    size: float
    foot: float
    """The baseline."""
    piece: int
    """Characters of one text object have one number."""


class Word(NamedTuple):
    """Glyphs that stand on one line, one close to the next."""

    text: str
    box: Box
    size: float
    foot: float


def glyphs_of(data: bytes, left: float, top: float) -> Iterator[Glyph]:
    document = pypdfium2.PdfDocument(data)
    try:
        text = document[0].get_textpage()
        pieces: dict[int, int] = {}
        for at in range(text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(text.raw, at)
            if pdfium.FPDFText_IsGenerated(text.raw, at) == 1 or chr(code).isspace():
                continue
            x1, y1, x2, y2 = text.get_charbox(at)
            x, y = ctypes.c_double(), ctypes.c_double()
            pdfium.FPDFText_GetCharOrigin(text.raw, at, x, y)
            made = pdfium.FPDFText_GetTextObject(text.raw, at)
            piece = pieces.setdefault(ctypes.addressof(made.contents), len(pieces))
            size = pdfium.FPDFText_GetFontSize(text.raw, at)
            box = Box(x1 - left, top - y2, x2 - left, top - y1)
            yield Glyph(chr(code), box, size, top - y.value, piece)
        text.close()
    finally:
        document.close()


CLOSE = 0.25
"""Glyphs no farther apart than this, in em of the lesser, are of one word."""


def words_of(glyphs: Sequence[Glyph]) -> Iterator[Word]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run[-1], glyph):
            yield _word(run)
            run = []
        run.append(glyph)
    if run:
        yield _word(run)


def _follows(one: Glyph, other: Glyph) -> bool:
    if abs(one.foot - other.foot) > 0.02:
        return False
    gap = other.box.left - one.box.right
    return abs(gap) <= CLOSE * min(one.size, other.size) or (one.piece == other.piece and gap >= 0)


def _word(run: Sequence[Glyph]) -> Word:
    box = Box(
        min(one.box.left for one in run),
        min(one.box.top for one in run),
        max(one.box.right for one in run),
        max(one.box.bottom for one in run),
    )
    return Word("".join(one.text for one in run), box, max(g.size for g in run), run[0].foot)

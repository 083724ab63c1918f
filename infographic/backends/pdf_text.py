"""Lines of type as PDF operators that show, and read, exactly as set.

Extractors take a gap for a space. Measured on a gap between two glyphs, in em: pdftotext writes a
space from 0.10 on, pdfminer and pdfium from 0.12 (Han–digit) to 0.20 (Han–Han). So every Han–Latin
gap and every loose justified line would be copied with spaces that nobody typed, and a typed space
that became a gap would be as often lost. ActualText (ISO 32000-1, 14.9.4) puts it right in pdfium,
poppler and Acrobat; pdfminer ignores it.

One ActualText for a whole line reads right, but pdfium then crowds all its characters into the box
of the first text object, and a search highlights the wrong place. So a line is cut into pieces
where type and gaps change, each with its own ActualText; pdfium spreads a piece's characters evenly
over it, which is where they are. A piece that a gap follows ends in a space glyph reaching up to
the next piece, lest that gap be read as another space. A line without such gaps has none of this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from infographic.backends.numbers import number
from infographic.backends.pdf_font import EmbeddedFont
from infographic.display.items import GlyphRun, TextLine
from infographic.foundation.font import Face

GAP_READ_AS_SPACE = 0.08
"""In em of the smaller type beside it; below this no extractor reads a space."""
WIDE = 900.0
"""A Han cell, in 1/1000 em; narrower glyphs are Latin and figures."""


def shown(run: GlyphRun, font: EmbeddedFont) -> str:
    """The operators that show a run's glyphs from the pen's place on."""
    if run.ys:
        return " ".join(_risen(run, font))
    return _moved_and_shown(run.glyphs, run.xs, run.size, font, 0.0)[0]


def _risen(run: GlyphRun, font: EmbeddedFont) -> Iterator[str]:
    """Stretches of one rise each; the pen goes on from one to the next."""
    pen, start, count = 0.0, 0, len(run.glyphs)
    for i in range(1, count + 1):
        if i == count or run.ys[i] != run.ys[start]:
            yield f"{number(run.ys[start] * run.size)} Ts"
            text, pen = _moved_and_shown(run.glyphs[start:i], run.xs[start:i], run.size, font, pen)
            yield text
            start = i
    yield "0 Ts"


def _moved_and_shown(
    glyphs: tuple[int, ...],
    xs: tuple[float, ...],
    size: float,
    font: EmbeddedFont,
    pen: float,
) -> tuple[str, float]:
    """A TJ, and where it leaves the pen, in 1/1000 em.

    TJ moves the pen by each glyph's /W; a number in between puts the next glyph where the run
    has it. What rounding leaves is carried on to the next glyph, so that it never adds up.
    """
    pens = font.pens
    # As many decimals as keep a glyph within 0.005 pt of its place.
    decimals = 0 if size <= 10 else 1 if size <= 100 else 2
    tolerance = 0.5 / 10**decimals
    parts = ["[<"]
    for glyph, x in zip(glyphs, xs, strict=True):
        shift = x * 1000 - pen
        if shift > tolerance or shift < -tolerance:
            shift = round(shift, decimals)
            parts.append(f">{number(-shift)}<")
            pen += shift
        code, width = pens[glyph]
        parts.append(code)
        pen += width
    parts.append(">]TJ")
    return "".join(parts).replace("[<>", "["), pen


def reads_otherwise(line: TextLine, fonts: Mapping[Face, EmbeddedFont]) -> bool:
    """Whether an extractor would read anything but the line's text from its glyphs."""
    read: list[str] = []
    end, before = None, 0.0
    for start, run in line.runs:
        if run.ys:
            return True
        font = fonts[run.face]
        pens, texts = font.pens, font.texts
        em = run.size / 1000
        limit = GAP_READ_AS_SPACE * (min(run.size, before) if before else run.size)
        for glyph, x in zip(run.glyphs, run.xs, strict=True):
            left = start + x * run.size
            if end is not None and left - end > limit:
                return True
            end = left + pens[glyph][1] * em
            read.append(texts.get(glyph, ""))
            limit = GAP_READ_AS_SPACE * run.size
        before = run.size
    # A space at the end is a line end to every extractor.
    return "".join(read) != line.text.rstrip()


@dataclass(slots=True)
class Piece:
    """Glyphs `start` to `end` of a run, and how they are to be read."""

    run: int
    start: int
    end: int
    text: str
    bridge: float | None = None
    """Where a space glyph ends that reaches up to the next piece, in em from the run's start."""
    is_replaced: bool = False
    """Its glyphs alone would be read otherwise."""


def pieces_of(line: TextLine, fonts: Mapping[Face, EmbeddedFont]) -> list[Piece] | None:
    """The line cut so that each piece reads as set; None where only the whole line can."""
    texts = _texts_of_glyphs(line)
    if texts is None or any(run.ys for _, run in line.runs):
        return None
    pieces: list[Piece] = []
    end, was_wide, at = 0.0, False, 0
    for number_of_run, (start, run) in enumerate(line.runs):
        font = fonts[run.face]
        space = run.face.glyph_of(" ")
        for i, (glyph, x) in enumerate(zip(run.glyphs, run.xs, strict=True)):
            left, width = start + x * run.size, font.pens[glyph][1]
            last = pieces[-1] if pieces else None
            size = run.size if last is None else min(run.size, line.runs[last.run][1].size)
            has_gap = last is not None and left - end > GAP_READ_AS_SPACE * size
            is_wide = width >= WIDE
            if last is None or i == 0 or (has_gap and is_wide != was_wide):
                if last is not None and has_gap:
                    before_start, before = line.runs[last.run]
                    if not before.face.glyph_of(" "):
                        return None
                    last.bridge = (left - before_start) / before.size
                last = Piece(number_of_run, i, i, "")
                pieces.append(last)
            elif has_gap:
                last.is_replaced = True
            last.end = i + 1
            last.text += texts[at]
            last.is_replaced |= font.texts.get(glyph, "") != texts[at]
            end, was_wide, at = left + width * run.size / 1000, is_wide, at + 1
        if not space and any(piece.bridge is not None for piece in pieces):
            return None
    # An extractor passes over an empty ActualText and reads the glyphs.
    return pieces if all(piece.text for piece in pieces) else None


def _texts_of_glyphs(line: TextLine) -> list[str] | None:
    """What each glyph stands for, with what the line has between them; None if they disagree."""
    texts: list[str] = []
    at = 0
    for _, run in line.runs:
        for text in run.texts:
            found = line.text.find(text, at)
            if found < 0 or not line.text[at:found].isspace() and found > at:
                return None
            if texts:
                texts[-1] += line.text[at:found]
            texts.append(text if texts else line.text[at:found] + text)
            at = found + len(text)
    return texts if not line.text[at:].strip() else None


def shown_in_pieces(
    run: GlyphRun, pieces: list[Piece], font: EmbeddedFont
) -> Iterator[str]:
    """The operators of one run, its pieces each with what they are to be read as."""
    pen = 0.0
    for piece in pieces:
        glyphs = run.glyphs[piece.start : piece.end]
        xs = run.xs[piece.start : piece.end]
        if piece.bridge is not None:
            space = run.face.glyph_of(" ")
            glyphs = (*glyphs, space)
            xs = (*xs, piece.bridge - font.pens[space][1] / 1000)
        text, pen = _moved_and_shown(glyphs, xs, run.size, font, pen)
        if piece.is_replaced or piece.bridge is not None:
            text = f"{span(piece.text)}\n{text}\nEMC"
        yield text


def span(text: str) -> str:
    """The start of marked content that reads as `text`."""
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>>> BDC"

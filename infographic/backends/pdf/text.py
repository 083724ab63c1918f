"""Lines of type as PDF operators that show, and read, exactly as set.

Extractors take a gap for a space. Measured on a gap between two glyphs, in em: pdftotext writes a
space from 0.10 on, pdfminer and pdfium from 0.12 (Han–digit) to 0.20 (Han–Han). So every Han–Latin
gap and every loose justified line would be copied with spaces that nobody typed, and a typed space
that became a gap would be as often lost. ActualText (ISO 32000-1, 14.9.4) puts it right in pdfium,
poppler and Acrobat; pdfminer ignores it.

One ActualText for a whole line reads right, but pdfium then spreads its characters evenly over the
first text object: a search highlights the wrong place, and who measures the page by pdfium's boxes
measures wrong. So only the glyph before a gap gets one: it is shown with a space glyph that reaches
up to the next glyph, and both together read as that one character. Every glyph begins where it
stands, in every extractor. A line without such gaps has none of this.

Risen type (m², 10⁻⁶) is a line of its own to pdfium, which holds the boxes of two objects in a row
against each other. In a span it only looks at the first object; so risen type stands in one with
the glyph before it, and that is shown with a space that reaches over it.

What stays: pdftotext's default mode takes type of 1.7 times the size for another block (“2300” in
60 pt apart from “余个” in 16 pt); in -raw it reads them together, but breaks at halved marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from infographic.backends.numbers import number
from infographic.backends.pdf.font import EmbeddedFont, utf16
from infographic.display.items import GlyphRun, TextLine
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple

SEEN_AS_RISEN = 0.1
"""In em: what is raised by less, as Han to the digits' foot, is of its line to all extractors."""
GAP_READ_AS_SPACE = 80.0
"""In 1/1000 em of the smaller type beside it; below this no extractor reads a space."""

Fonts = tuple[EmbeddedFont, ...]
"""One for each run of a line."""


class Shown(NamedTuple):
    """Glyphs as operators, where they leave the pen (1/1000 em), and which a gap precedes."""

    operators: str
    pen: float
    gaps: list[int]


class ShownLine(NamedTuple):
    runs: list[str]
    """Each run's operators, from its start on."""
    is_replaced: bool
    """The whole line must stand in a span of its own text."""


# A line costs 80 µs and is drawn again for the next kind of file and the next edition.
@lru_cache(maxsize=512)
def shown_line(line: TextLine, fonts: tuple[EmbeddedFont, ...], copyable: bool) -> ShownLine:
    """The line's runs as operators, each in its font; `copyable`: an extractor reads exactly
    `line.text`.
    """
    shown = [_shown_run(run, font) for (_, run), font in zip(line.runs, fonts, strict=True)]
    plain = ShownLine([each.operators for each in shown], False)
    if not copyable or _reads_as_set(line, shown, fonts):
        return plain
    pieces = _pieces(line, shown, fonts)
    if pieces is None:
        return ShownLine(plain.runs, True)
    return ShownLine(
        [
            "\n".join(_in_pieces(run, own, font))
            for (_, run), own, font in zip(line.runs, pieces, fonts, strict=True)
        ],
        False,
    )


def span(text: str) -> str:
    """The start of marked content that reads as `text`."""
    return f"/Span <</ActualText <FEFF{utf16(text)}>>> BDC"


# Showing


# Where only a number changed, the words beside it are drawn from here.
@lru_cache(maxsize=512)
def _shown_run(run: GlyphRun, font: EmbeddedFont) -> Shown:
    if run.ys:
        return _risen(run, font)
    return _moved_and_shown(run.glyphs, run.xs, run.size, font, 0.0)


def _risen(run: GlyphRun, font: EmbeddedFont) -> Shown:
    """Stretches of one rise each; the pen goes on from one to the next."""
    pen, operators, gaps = 0.0, list[str](), list[int]()
    for start, end in pairwise(_stretches(run)):
        glyphs, xs = run.glyphs[start:end], run.xs[start:end]
        shown = _moved_and_shown(glyphs, xs, run.size, font, pen)
        operators += [f"{number(run.ys[start] * run.size)} Ts", shown.operators]
        gaps += [start + gap for gap in shown.gaps]
        pen = shown.pen
    return Shown(" ".join([*operators, "0 Ts"]), pen, gaps)


def _stretches(run: GlyphRun) -> list[int]:
    """Where stretches of one rise begin in a run, and its end."""
    count = len(run.glyphs)
    return [0, *(i for i in range(1, count) if run.ys and run.ys[i] != run.ys[i - 1]), count]


def _moved_and_shown(
    glyphs: tuple[int, ...], xs: tuple[float, ...], size: float, font: EmbeddedFont, pen: float
) -> Shown:
    """A TJ. It moves the pen by each glyph's /W; a number in between puts the next glyph where
    the run has it. What rounding leaves is carried on to the next glyph, and never adds up.
    """
    pens = font.pens
    # As many decimals as keep a glyph within 0.005 pt of its place.
    decimals = 0 if size <= 10 else 1 if size <= 100 else 2
    tolerance = 0.5 / 10**decimals
    parts = ["[<"]
    gaps: list[int] = []
    for i, (glyph, x) in enumerate(zip(glyphs, xs, strict=True)):
        shift = x * 1000 - pen
        if shift > tolerance or shift < -tolerance:
            if shift > GAP_READ_AS_SPACE:
                gaps.append(i)
            shift = round(shift, decimals)
            parts.append(f">{number(-shift)}<")
            pen += shift
        code, width = pens[glyph]
        parts.append(code)
        pen += width
    parts.append(">]TJ")
    return Shown("".join(parts).replace("[<>", "["), pen, gaps)


# Reading


@record(frozen=False)
class ShownPiece:
    """Glyphs `start` to `end` of a run, and what they are to be read as."""

    start: int
    end: int
    text: str
    is_replaced: bool
    """Its glyphs alone would be read otherwise."""
    is_risen: bool
    """It stands off the baseline."""
    x: float
    """Where it begins in the line, and where its run does, in points."""
    run_start: float
    size: float
    opens: str | None = None
    """A span begins with it that is to be read so; `closes`: one ends with it."""
    closes: bool = False
    bridge: float | None = None
    """Where a space glyph ends that reaches up to the next piece, in em from the run's start."""


def _reads_as_set(line: TextLine, shown: list[Shown], fonts: Fonts) -> bool:
    """Whether an extractor reads exactly the line's text from its glyphs."""
    for (_, run), each in zip(line.runs, shown, strict=True):
        if each.gaps[-1:] > [0] or any(rise > SEEN_AS_RISEN for rise in map(abs, run.ys)):
            return False
    if any(_gap_before(line, shown, i) for i in range(1, len(line.runs))):
        return False
    read = "".join(_read(run.glyphs, font) for (_, run), font in zip(line.runs, fonts, strict=True))
    # A space at the end is a line end to every extractor.
    return read in (line.text, line.text.rstrip())


def _read(glyphs: tuple[int, ...], font: EmbeddedFont) -> str:
    texts = font.texts
    return "".join([texts.get(glyph, "") for glyph in glyphs])


def _gap_before(line: TextLine, shown: list[Shown], i: int) -> bool:
    """Whether run `i` begins so far behind the one before it that a space would be read."""
    (start, run), (start_before, before) = line.runs[i], line.runs[i - 1]
    if not run.glyphs:
        return False
    gap = start + run.xs[0] * run.size - start_before - shown[i - 1].pen / 1000 * before.size
    return gap * 1000 > GAP_READ_AS_SPACE * min(run.size, before.size)


def _pieces(line: TextLine, shown: list[Shown], fonts: Fonts) -> list[list[ShownPiece]] | None:
    """Each run cut so that its pieces read as set; None where only the whole line can."""
    cut: list[list[ShownPiece]] = []
    at = 0
    for i, ((start, run), each) in enumerate(zip(line.runs, shown, strict=True)):
        font = fonts[i]
        ahead = i + 1 < len(line.runs) and _gap_before(line, shown, i + 1)
        ends = {*each.gaps, len(run.glyphs)} if ahead else set(each.gaps)
        # The glyph before a gap stands alone, so that every other one keeps its own place.
        edges = {at for end in ends for at in (end - 1, end)} | {*_beside_risen(line, i)}
        cuts = sorted(at for at in edges if 0 < at < len(run.glyphs))
        own: list[ShownPiece] = []
        for first, last in zip([0, *cuts], [*cuts, len(run.glyphs)], strict=True):
            found = _found(line.text, run.texts[first:last], at, _next_text(line, i, last))
            if found is None:
                return None
            text, at = found
            is_replaced = _read(run.glyphs[first:last], font) != text
            is_risen = bool(run.ys) and abs(run.ys[first]) > SEEN_AS_RISEN
            x = start + run.xs[first] * run.size
            own.append(ShownPiece(first, last, text, is_replaced, is_risen, x, start, run.size))
        for piece in own[:-1]:
            if piece.end in each.gaps:
                piece.bridge = run.xs[piece.end]
        if ahead:
            next_start, following = line.runs[i + 1]
            own[-1].bridge = (next_start + following.xs[0] * following.size - start) / run.size
        cut.append(own)
    whole = [piece for own in cut for piece in own]
    _open_spans(whole)
    for (_, run), own in zip(line.runs, cut, strict=True):
        has_space = run.face.glyph_of(" ") != 0
        # An extractor passes over an empty ActualText and reads the glyphs.
        if any((each.bridge is not None and not has_space) or each.opens == "" for each in own):
            return None
    is_whole = not line.text[at:].strip() and not (whole and whole[0].is_risen)
    return cut if is_whole else None


def _beside_risen(line: TextLine, i: int) -> Iterator[int]:
    """Where run `i` is cut for risen type: round each stretch, and round the glyph before one."""
    run = line.runs[i][1]
    for edge in _stretches(run)[1:-1]:
        yield from (edge - 1, edge)
    if any(each.ys and abs(each.ys[0]) > SEEN_AS_RISEN for _, each in line.runs[i + 1 : i + 2]):
        yield len(run.glyphs) - 1


def _open_spans(pieces: list[ShownPiece]) -> None:
    """Settle where spans of another text begin and end.

    pdfium takes risen type for a line of its own. So it stands in one span with the glyph before
    it, which is shown with a space that reaches up to what comes after: pdfium holds that against
    the first object of the span, and spreads the span's characters over it.
    """
    first = 0
    for at, piece in enumerate(pieces, 1):
        after = pieces[at] if at < len(pieces) else None
        if after is not None and (after.is_risen or not after.text):
            continue
        begins, text = pieces[first], "".join(one.text for one in pieces[first:at])
        if at - first > 1 and after is not None:
            begins.bridge = (after.x - begins.run_start) / begins.size
        if at - first > 1 or piece.is_replaced or piece.bridge is not None:
            begins.opens, piece.closes = text, True
        first = at


def _next_text(line: TextLine, i: int, glyph: int) -> str:
    """What the glyph after run i's `glyph` stands for; "" at the line's end."""
    rest = (line.runs[i][1].texts[glyph:], *(run.texts for _, run in line.runs[i + 1 :]))
    return next((text for texts in rest for text in texts if text), "")


def _found(whole: str, texts: tuple[str, ...], at: int, following: str) -> tuple[str, int] | None:
    """The glyphs' texts in the line from `at` on, with the spaces typed between and after them
    that no glyph stands for; None where the line says something else.
    """
    start, together = at, "".join(texts)
    if whole.startswith(together, at):
        at += len(together)
    else:
        for text in texts:
            place = whole.find(text, at)
            if place < 0 or whole[at:place].strip():
                return None
            at = place + len(text)
    after = at
    while after < len(whole) and whole[after].isspace() and whole[after] != following[:1]:
        after += 1
    # The space at a line's end is not shown and not read.
    end = after if after < len(whole) else at
    return whole[start:end], end


def _in_pieces(run: GlyphRun, pieces: list[ShownPiece], font: EmbeddedFont) -> Iterator[str]:
    """The operators of one run, each piece with what it is to be read as."""
    pen = 0.0
    for piece in pieces:
        glyphs, xs = run.glyphs[piece.start : piece.end], run.xs[piece.start : piece.end]
        if piece.bridge is not None:
            space = run.face.glyph_of(" ")
            glyphs, xs = (*glyphs, space), (*xs, piece.bridge - font.pens[space][1] / 1000)
        shown = _moved_and_shown(glyphs, xs, run.size, font, pen)
        pen = shown.pen
        if run.ys:
            yield f"{number(run.ys[piece.start] * run.size)} Ts"
        if piece.opens is not None:
            yield span(piece.opens)
        yield shown.operators
        if piece.closes:
            yield "EMC"
    if run.ys:
        yield "0 Ts"

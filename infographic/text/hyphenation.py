"""Where an English word may be divided, and lines that divide words only where they must.

Liang's algorithm (“Word Hy-phen-a-tion by Com-put-er”, 1983) with the patterns of
data/hyphens-en.txt.gz, so that a page looks the same whatever else is installed. As TeX does, a
paragraph is first broken without: only where that leaves a line too loose may words be divided.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

from infographic.display.items import GlyphRun
from infographic.foundation.late_pattern import late
from infographic.foundation.record import replaced
from infographic.text.copy import Copy
from infographic.text.demerits import SLACK
from infographic.text.galley import Galley, Hyphen, Site
from infographic.text.keeping import count_again
from infographic.text.last_resort import first_glyphs, rebuilt, wide_pieces
from infographic.text.lines import measure_of
from infographic.text.runaround_lines import break_runaround
from infographic.text.strays import LATIN, SOFT_HYPHEN
from infographic.text.style import TextStyle

LEAST_BEFORE, LEAST_AFTER = 2, 3
"""Letters that must stand before and after the hyphen."""
MOST_IN_A_ROW = 2
"""Lines one below the other that may end in a hyphen."""
TOLL = 1.5
"""Demerits of a hyphen; as a line spread by 0.06 em a gap."""
WIDEST_SPACE = 1.0
"""A wider space between Latin words is a hole, in em; such a line is left ragged."""

SPACE_GIVES = 0.25
"""What a space between English words may lose, in shares of its width."""

_LETTERED = late(f"[{LATIN}]+")
_WORD = late(r"(?<![\w'’\-/@.])[A-Za-z][a-z]{4,}(?![\w'’\-/@]|\.\w)")


@lru_cache(maxsize=4096)
def divisions(word: str) -> tuple[int, ...]:
    """Where a word may be divided.

    >>> word = "hyphenation"
    >>> [word[:at] for at in divisions(word)]
    ['hy', 'hyphen']
    """
    padded = f".{word.lower()}."
    points = [0] * (len(padded) + 1)
    patterns = _patterns()
    for start in range(len(padded)):
        for end in range(start + 1, min(start + _LONGEST, len(padded)) + 1):
            values = patterns.get(padded[start:end])
            if values is not None:
                for at, value in enumerate(values, start):
                    points[at] = max(points[at], value)
    return tuple(
        at for at in range(LEAST_BEFORE, len(word) - LEAST_AFTER + 1) if points[at + 1] % 2
    )


_LONGEST = 16
_LETTERS = late("[a-z.]")


@cache
def _patterns() -> Mapping[str, tuple[int, ...]]:
    """The letters of each pattern, and the values before, between and after them."""
    packed = (Path(__file__).parent / "data" / "hyphens-en.txt.gz").read_bytes()
    return {
        re.sub("[0-9]", "", pattern): tuple(int(v or 0) for v in _LETTERS.split(pattern))
        # 31 says that it is a gzip file, which zlib reads without `gzip`.
        for pattern in zlib.decompress(packed, wbits=31).decode().split()
    }


def loosen_spaces(galley: Galley) -> None:
    """Let the word spaces of an English line give way a little, as its printers do; the house's
    table thinks of Latin words among Han."""
    spaces = [
        box
        for box in range(1, len(galley.gaps))
        if galley.gaps[box] > 0 and galley.text[galley.starts[box] - 1] == " "
    ]
    if spaces:
        own = set(spaces)
        kept = [site for site in galley.shrink if site.joint not in own]
        given = [Site(box, 0, SPACE_GIVES * galley.gaps[box]) for box in spaces]
        galley.shrink = sorted(kept + given)
        galley.sum_up()


def without_soft_hyphens(copy: Copy) -> tuple[Copy, tuple[int, ...]]:
    """The copy as it is set, and where a U+00AD stood in its text.

    >>> from infographic.text.copy import Span
    >>> copy, places = without_soft_hyphens(Copy((Span("info\u00adgraphic"),)))
    >>> copy.text, places
    ('infographic', (4,))
    """
    pieces = copy.text.split(SOFT_HYPHEN)
    places = tuple(accumulate(map(len, pieces[:-1])))
    spans = (replaced(span, text=span.text.replace(SOFT_HYPHEN, "")) for span in copy.spans)
    return replaced(copy, spans=tuple(span for span in spans if span.text)), places


def divided_galley(galley: Galley, style: TextStyle) -> Galley:
    """The galley with the words divided that the style lets be."""
    if style.may_hyphenate or (galley.softs and style.may_divide):
        return with_hyphens(galley, at_softs_alone=not style.hyphenate)
    return galley


def with_hyphens(galley: Galley, *, at_softs_alone: bool = False) -> Galley:
    """The galley with its words divided wherever they may be, or only where a U+00AD stood; a word
    that had one is divided there and nowhere else.

    Words are shaped whole and cut between glyphs, so that kerning stays as it is; where a ligature
    stands over a division there is none.
    """
    firsts = first_glyphs(galley)
    cuts: dict[int, list[int]] = {}
    offsets: list[int] = []
    for match in (_LETTERED if galley.softs else _WORD).finditer(galley.text):
        box = _box_at(galley.starts, match.start())
        if galley.letters[box] not in "lb" or match.end() > galley.starts[box + 1]:
            continue
        places = {at for at in galley.softs if match.start() < at < match.end()}
        if not places and not at_softs_alone and _WORD.match(galley.text, match.start()):
            places = {match.start() + at for at in divisions(match[0])}
        at = galley.starts[box]
        for glyph in range(firsts[box], firsts[box + 1]):
            if at in places and galley.words[glyph]:
                cuts.setdefault(box, []).append(glyph)
                offsets.append(at)
            at += len(galley.words[glyph])
    if not cuts:
        return galley
    divided = rebuilt(galley, set(), cuts)
    run = 0
    first = first_glyphs(divided)
    for offset in offsets:
        box = _box_at(divided.starts, offset)
        while run + 1 < len(divided.runs) and divided.runs[run + 1][0] <= first[box] - 1:
            run += 1
        _, face, case = divided.runs[run]
        glyph = face.glyph_of("-")
        width = face.advance_of(glyph) * case.size
        if glyph:
            divided.hyphens[box] = Hyphen(face, glyph, case)
            divided.tolls[box] = TOLL
            divided.tails[box - 1] = -width
        else:
            divided.may_break[box] = 0
    divided.sum_up()
    return divided


def with_hyphen(
    runs: list[tuple[float, GlyphRun]], galley: Galley, end: int, last: float
) -> list[tuple[float, GlyphRun]]:
    """A line's runs with the hyphen it ends in; `last` is where its last box stands."""
    face, glyph, case = galley.hyphens[end]
    x = last + galley.advances[end - 1]
    start, run = runs[-1]
    place = (x - start) / run.size
    if run.face is not face or run.size != case.size:
        own = GlyphRun(face, case.size, case.style.color, (glyph,), (0.0,), ("",))
        return [*runs, (x, own)]
    longer = replaced(
        run,
        glyphs=(*run.glyphs, glyph),
        xs=(*run.xs, place),
        texts=(*run.texts, ""),
        ys=(*run.ys, run.ys[-1]) if run.ys else (),
    )
    return [*runs[:-1], (start, longer)]


def _box_at(starts: Sequence[int], at: int) -> int:
    low, high = 0, len(starts) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if starts[middle] <= at:
            low = middle
        else:
            high = middle - 1
    return low


def break_with_hyphens(
    plain: Galley, divided: Galley, measures: Sequence[float], indent: float
) -> tuple[Galley, list[int]]:
    """Where justified lines end, and in which of the two galleys: with divided words only where
    a line would be too loose without, or a word too wide."""
    if plain is not divided:
        ends = break_runaround(plain, measures, indent, justified=True)
        is_loose = any_loose(plain, ends, measures, indent)
        if not is_loose and not wide_pieces(plain, measures, indent, ends):
            return plain, ends
    closed: set[int] = set()
    while True:
        ends = break_runaround(divided, measures, indent, justified=True)
        third = _too_many_in_a_row(divided, ends)
        if third is None:
            return divided, ends
        closed.add(third)
        count_again(len(divided.advances))
        divided = without(divided, closed)


def without(galley: Galley, closed: set[int]) -> Galley:
    """The galley with no break before these boxes."""
    new = rebuilt(galley, set(), {})
    for box in closed:
        new.may_break[box] = 0
        new.hyphens.pop(box, None)
    return new


def _too_many_in_a_row(galley: Galley, ends: Sequence[int]) -> int | None:
    """The first line end that makes one hyphen too many."""
    row = 0
    for end in ends:
        row = row + 1 if end in galley.hyphens else 0
        if row > MOST_IN_A_ROW:
            return end
    return None


def any_loose(
    galley: Galley, ends: Sequence[int], measures: Sequence[float], indent: float
) -> bool:
    """Whether a line, its last one aside, would need wider spaces than its spaces may be."""
    start = 0
    for number, end in enumerate(ends[:-1]):
        room = measure_of(measures, number) - (0.0 if start else indent)
        if _still_wanted(galley, start, end, room) > SLACK:
            return True
        start = end
    return False


def is_hole(galley: Galley, start: int, end: int, room: float) -> bool:
    """Whether spreading a line of Latin words would tear it apart."""
    still = _still_wanted(galley, start, end, room)
    gaps = galley.evens[end - 1] - galley.evens[start]
    most = (WIDEST_SPACE - 0.5) * galley.size
    return still > SLACK and (gaps <= 0 or still / gaps > most)


def _still_wanted(galley: Galley, start: int, end: int, room: float) -> float:
    """What a line lacks when all its spaces are as wide as they may be."""
    natural = galley.rights[end] - galley.lefts[start]
    return room - natural - (galley.stretchable[end - 1] - galley.stretchable[start])

"""Superior and inferior figures, fractions and the ratio sign, drawn from a face's own figures.

Few faces have ⁶, ₂ or ⅓. A row of them that none of a word's faces has whole is drawn from its
figures: as small and as high as its own ² where it has one, so that 10⁶ is like m². ∶ stands as
near to its figures as a colon does, not in a cell of an em; where no face has it, it is a colon at
the height of the figures' middle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from infographic.foundation.font import Face
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.numerals import WORDS
from infographic.text.shaping import Case, Shaped, first_covering

SUPERIOR: Mapping[str, str] = WORDS["raised"]
INFERIOR: Mapping[str, str] = WORDS["lowered"]
PARTS: Mapping[str, str] = WORDS["parts"]
ROWS = late(
    f"(?P<superior>[{''.join(SUPERIOR)}]+)|(?P<inferior>[{''.join(INFERIOR)}]+)"
    f"|(?P<part>[{''.join(PARTS)}])|(?P<ratio>∶)"
)

SIZE, SUPERIOR_RISE, INFERIOR_RISE = 0.6, 0.44, -0.13
"""Of the type, where the face has no ² or ₂ to go by; rises in em."""
SLASH_SIZE, SLASH_RISE, SLASH_KERN = 0.78, 0.14, -0.06
"""Of the fraction's stroke where the face has no ⁄: a / that stands on the figures' foot."""
EM_TOP = 0.88
"""Of the em box, over the baseline."""
BESIDE = 0.07
"""Either side of a ∶ between figures, in em. Chinese faces draw it in a cell of an em."""


class Stand(NamedTuple):
    """How small and how high figures stand, in em."""

    size: float
    rise: float


def stand_of(face: Face, sample: str) -> Stand:
    """How a face draws its own ² or ₂; the usual way where it has none."""
    usual = Stand(SIZE, SUPERIOR_RISE if sample in SUPERIOR else INFERIOR_RISE)
    if not (face.covers(sample) and face.covers("2")):
        return usual
    own, figure = face.box_of(face.glyph_of(sample)), face.box_of(face.glyph_of("2"))
    size = (own.top - own.bottom) / (figure.top - figure.bottom)
    return Stand(size, own.bottom - size * figure.bottom)


def case_of(case: Case, words: str, script: int) -> Case:
    """The case for words that are set small and raised (1) or lowered (-1)."""
    size, rise = stand_of(_figures_of(case.latin_chain), "²" if script > 0 else "₂")
    if any(character >= "\u2460" for character in words):
        # ① and Han fill their em box: its edge is flush with that of the words.
        rise = (1 - size) * (EM_TOP if script > 0 else EM_TOP - 1)
    return case.scaled(size, rise)


def rows_of(word: str, case: Case, *, is_figures: bool) -> Iterator[tuple[Case, Shaped]]:
    """A word's rows of glyphs, each with the case that sets it."""
    at = 0
    for match in ROWS.finditer(word):
        if match.start() > at:
            yield from _plain(word[at : match.start()], case, is_figures)
        yield from _special(match, case, is_figures)
        at = match.end()
    if at < len(word):
        yield from _plain(word[at:], case, is_figures)


def _plain(word: str, case: Case, is_figures: bool) -> Iterator[tuple[Case, Shaped]]:
    return ((case, shaped) for shaped in case.word(word, is_figures=is_figures))


def _special(match: re.Match[str], case: Case, is_figures: bool) -> Iterator[tuple[Case, Shaped]]:
    words, kind = match[0], match.lastgroup
    chain = case.figures_chain if is_figures else case.latin_chain
    has_own = first_covering(chain, words) is not None
    if kind == "ratio":
        colon = None if has_own else first_covering(chain, ":")
        if colon is not None:
            yield case, _colon(colon, case, is_figures)
        else:
            for row, shaped in _plain(words, case, is_figures):
                yield row, _narrowed(shaped)
    elif has_own or first_covering(chain, "0123456789") is None:
        yield from _plain(words, case, is_figures)
    elif kind == "part":
        yield from _fraction(words, case, is_figures)
    else:
        table, sample = (SUPERIOR, "²") if kind == "superior" else (INFERIOR, "₂")
        small = case.scaled(*stand_of(_figures_of(chain), sample))
        drawn = "".join(table[character] for character in words)
        yield from _as(words, drawn, small, is_figures)


def _figures_of(chain: tuple[Face, ...]) -> Face:
    return first_covering(chain, "0123456789") or chain[0]


def _as(words: str, drawn: str, case: Case, is_figures: bool) -> Iterator[tuple[Case, Shaped]]:
    """`drawn` set in a case, to be read as `words`; a character for each."""
    at = 0
    for shaped in case.word(drawn, is_figures=is_figures):
        texts = []
        for text in shaped.texts:
            texts.append(words[at : at + len(text)])
            at += len(text)
        yield case, shaped._replace(texts=tuple(texts))


def _fraction(words: str, case: Case, is_figures: bool) -> Iterator[tuple[Case, Shaped]]:
    """⅓: a small 1 as high as the figures, a stroke, a small 3 on the baseline."""
    above, below = PARTS[words].split("/")
    face = _figures_of(case.figures_chain if is_figures else case.latin_chain)
    size, _ = stand_of(face, "²")
    rows = case.word(above, is_figures=is_figures)
    top = max(row.face.box_of(glyph).top for row in rows for glyph in row.glyphs)
    yield from _as(words, above, case.scaled(size, top * (1 - size)), is_figures)
    has_stroke = face.covers("⁄")
    stroke = case if has_stroke else case.scaled(SLASH_SIZE, SLASH_RISE)
    kern = 0.0 if has_stroke else SLASH_KERN / SLASH_SIZE
    for _, shaped in _as("", "⁄" if has_stroke else "/", stroke, is_figures):
        moved = tuple(x + kern for x in shaped.xs)
        yield stroke, shaped._replace(xs=moved, advance=shaped.advance + 2 * kern)
    yield from _as("", below, case.scaled(size, 0.0), is_figures)


def _narrowed(ratio: Shaped) -> Shaped:
    """A ∶ without the blank of its cell."""
    box = ratio.face.box_of(ratio.glyphs[0])
    advance = box.right - box.left + 2 * BESIDE
    if len(ratio.glyphs) != 1 or ratio.advance <= advance:
        return ratio
    return ratio._replace(xs=(BESIDE - box.left,), advance=advance)


def _colon(face: Face, case: Case, is_figures: bool) -> Shaped:
    """∶ as the face's colon, in the middle of its figures' height."""
    (shaped,) = case.word(":", is_figures=is_figures)
    ink, figure = face.box_of(face.glyph_of(":")), face.box_of(face.glyph_of("0"))
    rise = (figure.top + figure.bottom - ink.top - ink.bottom) / 2
    return shaped._replace(texts=("∶",), ys=(rise,) * len(shaped.glyphs))

"""From characters to glyphs, in em, so that one shaping serves every size.

Han and Chinese marks do not depend on their neighbours once script and language are set, so
each face's are shaped once, a paragraph's new ones in one buffer, and looked up ever after. Latin
words are shaped whole, for kerning and ligatures.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from sys import intern

import uharfbuzz as hb

from infographic.foundation.font import Face
from infographic.foundation.record import field, record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.classes import House
from infographic.text.learnt import Words
from infographic.text.style import CharStyle, FontStack

MOST_CELLS = 8_000
"""A case forgets all its cells where it would have more."""
TOLERANCE = 0.06
"""Ink may stand this far over the half of its cell and still be trimmed to it, in em."""


class Shaped(NamedTuple):
    """Glyphs of one face in a row; places in em from the row's start."""

    face: Face
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    """() where all are 0."""
    texts: tuple[str, ...]
    """What each glyph stands for; "" where it belongs to the one before it."""
    advance: float


Features = tuple[tuple[str, bool], ...]


def read_features(names: Sequence[str], tracking: float) -> Features:
    """OpenType features as HarfBuzz takes them; “-kern” switches one off.

    >>> read_features(("tnum", "-kern"), 0)
    (('tnum', True), ('kern', False))
    """
    features = {name.removeprefix("-"): not name.startswith("-") for name in names}
    if tracking:
        # A ligature in tracked type would stand out as the only untracked pair (CSS Text 3, 7.2).
        features.setdefault("liga", False)
    return tuple(features.items())


@lru_cache(maxsize=3_000)
def shape(face: Face, text: str, features: Features, language: str, script: str) -> Shaped:
    """Shape text in one face, or raise `SpecError`; `script` is an ISO 15924 tag, "" to guess."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    if script:
        buffer.script = script
    buffer.language = language
    face.shape(text, buffer, dict(features))
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    if not infos:  # a variation selector alone
        return Shaped(face, (), (), (), (), 0.0)
    starts = [info.cluster for info in infos]
    ends = {a: b for a, b in zip(starts, [*starts[1:], len(text)], strict=True) if a != b}
    xs, ys, texts, pen, seen, upem = [], [], [], 0, -1, face.upem
    for start, position in zip(starts, positions, strict=True):
        xs.append((pen + position.x_offset) / upem)
        ys.append(position.y_offset / upem)
        texts.append(text[start : ends[start]] if start != seen else "")
        pen += position.x_advance
        seen = start
    glyphs = tuple(info.codepoint for info in infos)
    has_rise = any(ys)
    return Shaped(face, glyphs, tuple(xs), tuple(ys) if has_rise else (), tuple(texts), pen / upem)


class GlyphCell(NamedTuple):
    """A Chinese mark in its cell, in em."""

    face: Face | None
    """None where no face has the character; then there is no glyph."""
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    texts: tuple[str, ...]
    width: float
    letter: str
    """Its class as set: a capital where there is no blank to trim."""


@record(frozen=False, eq=False)
class Case:
    """A type case: everything needed to set one character style, found once."""

    style: CharStyle
    language: str
    house: House
    size: float = 0.0
    track: float = 0.0
    """Points after each glyph."""
    features: Features = ()
    han_chain: tuple[Face, ...] = ()
    latin_chain: tuple[Face, ...] = ()
    figures_chain: tuple[Face, ...] = ()
    han: dict[str, int] = field(default_factory=dict)
    """Glyphs of the full-em characters of the first Han face."""
    cells: dict[tuple[str, str], GlyphCell] = field(default_factory=dict)
    words: Words = field(default_factory=Words)
    missing: set[str] = field(default_factory=set)
    beside: float = 0.0
    """Of a case for raised or lowered type: the size of what it stands beside."""
    scripts: dict[tuple[float, float], Case] = field(default_factory=dict)

    def __post_init__(self) -> None:
        fonts: FontStack = self.style.fonts
        self.size = self.style.size
        self.track = self.style.tracking * self.style.size
        self.features = read_features(self.style.features, self.style.tracking)
        self.han_chain = _chain(fonts.han, fonts.latin)
        self.latin_chain = _chain(fonts.latin, fonts.han)
        self.figures_chain = _chain(fonts.figures, fonts.latin, fonts.han)

    def reach(self, *, is_figures: bool) -> tuple[float, float]:
        """How far a line of this style alone reaches above and below its baseline, in points."""
        face = (self.figures_chain if is_figures else self.han_chain)[0]
        ascender, descender = face.metrics.ascender, face.metrics.descender
        # Without a leading of its own the ink still has its em: lines never collide.
        leading = self.style.leading or self.size
        # Half the spare leading goes above the line, as compositors set it; CSS agrees.
        above = (leading - (ascender + descender) * self.size) / 2 + ascender * self.size
        return above + self.style.rise, leading - above - self.style.rise

    def scaled(self, size: float, rise: float) -> Case:
        """This case for type of `size` of its own, `rise` em of its own higher."""
        known = self.scripts.get((size, rise))
        if known is None:
            known = self.scripts[size, rise] = self._scaled(size * self.size, rise * self.size)
            known.missing, known.beside = self.missing, self.beside or self.size
        return known

    def _scaled(self, size: float, rise: float) -> Case:
        style = replaced(self.style, size=size, rise=self.style.rise + rise)
        return Case(style, self.language, self.house)

    def learn_han(self, characters: Iterable[str]) -> None:
        """Shape the Han not met before, all in one buffer."""
        face = self.han_chain[0]
        new = [c for c in characters if c not in self.han and face.covers(c)]
        if not new:
            return
        shaped = shape(face, "".join(new), self.features, self.language, "Hani")
        if shaped.texts != tuple(new):
            return  # a glyph for several characters: they go one by one through `cell`
        ends = (*shaped.xs[1:], shaped.advance)
        for character, glyph, x, end in zip(new, shaped.glyphs, shaped.xs, ends, strict=True):
            if abs(end - x - 1.0) < 0.002:
                self.han[intern(character)] = glyph

    def cell(self, text: str, letter: str) -> GlyphCell:
        """A mark, a symbol, an odd Han, or a pair of dashes or dots, in its cell."""
        known = self.cells.get((text, letter))
        if known is None:
            if len(self.cells) > MOST_CELLS:
                self.cells.clear()
            known = self.cells[text, letter] = self._make_cell(text, letter)
        return known

    def _make_cell(self, text: str, letter: str) -> GlyphCell:
        if letter == "u" and len(text) > 1:
            whole = self.as_one_glyph(text)
            if whole is None:
                return GlyphCell(None, (), (), (), 1.0, letter)
            return GlyphCell(whole.face, whole.glyphs, whole.xs, whole.texts, whole.advance, letter)
        drawn = _DRAWN.get(text[0], text[0]) * len(text) if letter in "ms" else text
        face = first_covering(self.han_chain, drawn)
        if face is None and drawn[0] in DRAWN_INSTEAD:
            drawn = "".join(DRAWN_INSTEAD[character] for character in drawn)
            face = first_covering(self.han_chain, drawn)
        if face is None:
            self.missing.update(c for c in text if not first_covering(self.han_chain, c))
            return GlyphCell(None, (), (), (), self.house.cell.get(letter.lower(), 1.0), letter)
        shaped = shape(face, drawn, self.features, self.language, "Hani")
        texts = shaped.texts if drawn == text else (text, *[""] * (len(shaped.glyphs) - 1))
        if letter in "jz":
            xs, width = joined(shaped, len(drawn) if drawn != "⸺" else 2, letter == "j")
        elif len(shaped.glyphs) == 1 and letter in PLACED:
            x, width, letter = placed(shaped, letter, self._cell_width(text, letter), self.house)
            xs = (x,)
        else:
            xs, width = shaped.xs, shaped.advance
        return GlyphCell(face, shaped.glyphs, xs, texts, width, letter)

    def as_one_glyph(self, text: str) -> Shaped | None:
        """An emoji of several characters in the first face that has one picture of it; None, and
        missing as a whole, where none has."""
        for face in self.han_chain:
            shaped = shape(face, text, self.features, self.language, "")
            if len(shaped.glyphs) == 1 and shaped.glyphs[0]:
                return shaped
        self.missing.add(text)
        return None

    def _cell_width(self, text: str, letter: str) -> float:
        if letter.isupper() or (letter == "n" and text in self.house.half_cell):
            return 0.5
        return self.house.cell.get(letter, 1.0)

    def word(self, text: str, *, is_figures: bool) -> tuple[Shaped, ...]:
        """A Latin word or number, in as many rows as it needs faces."""
        known = self.words.get((text, is_figures))
        if known is None:
            self.words.make_room()
            known = self.words[text, is_figures] = tuple(self._make_word(text, is_figures))
        return known

    def _make_word(self, text: str, is_figures: bool) -> Iterable[Shaped]:
        chain = self.figures_chain if is_figures else self.latin_chain
        for face, run in _runs_by_face(chain, text):
            if face is None:
                self.missing.update(run)
                continue
            if is_figures and run[0] == "-" and face.covers(MINUS):
                # A keyboard has no minus sign; the figures' own is as wide as their plus.
                signed = shape(face, MINUS + run[1:], self.features, "en", "Latn")
                yield signed._replace(texts=("-", *signed.texts[1:]))
            elif run.isascii():
                yield shape(face, run, self.features, "en", "Latn")
            else:
                # Chinese faces draw ’ “ ” a whole em wide, in Latin words too, without `pwid`.
                yield shape(face, run, (*self.features, ("pwid", True)), "en", "")


MINUS = "\u2212"
PLACED = frozenset("ociesmnpruOCIE")
FIXED = frozenset("ms")
"""Half a cell whatever their ink (GB/T 15834, 5.1.6 to 5.1.9)."""
_DRAWN = {"・": "·", "‧": "·", "•": "·", "／": "/"}
"""Other middle dots are the writer's keyboard, not a wish: drawn as U+00B7. A full-width solidus
has no room in half a cell."""
DRAWN_INSTEAD = {"⸺": "——", "⋯": "…", "℃": "°C", "℉": "°F"}


NARROW_SPACES = frozenset("\u2007\u2008\u2009\u202f\u00a0")
"""Between the thousands of a number."""


def _chain(*stacks: tuple[Face, ...]) -> tuple[Face, ...]:
    return tuple(dict.fromkeys(face for stack in stacks for face in stack))


def _is_silent(character: str) -> bool:
    """Joiners and variation selectors: a face that ignores them still sets the text."""
    code = ord(character)
    return 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF or 0x200B <= code <= 0x200F


def first_covering(chain: tuple[Face, ...], text: str) -> Face | None:
    for face in chain:
        if all(face.covers(c) or _is_silent(c) for c in text):
            return face
        # HarfBuzz makes narrow spaces of the face's own (hb-ot-shape-fallback).
        if text in NARROW_SPACES and face.covers(" "):
            return face
    return None


def _runs_by_face(chain: tuple[Face, ...], text: str) -> list[tuple[Face | None, str]]:
    whole = chain[0]
    if not whole.keeps_case and any(map(str.islower, text)):
        return _runs_in_case(chain, text)
    if all(map(whole.covers, text)):
        return [(whole, text)]
    return _joined((first_covering(chain, cluster), cluster) for cluster in _clusters(text))


def _runs_in_case(chain: tuple[Face, ...], text: str) -> list[tuple[Face | None, str]]:
    """The same where the first face has capitals only: they would stand for letters that are none,
    MHZ for MHz. Letters in a row are of one face."""
    with_case = tuple(face for face in chain if face.keeps_case)
    found: list[tuple[Face | None, str]] = []
    for is_word, clusters in groupby(_clusters(text), lambda cluster: cluster[0].isalpha()):
        parts = list(clusters)
        word = "".join(parts)
        face = first_covering(with_case, word) if is_word and word != word.upper() else None
        found += [(face, word)] if face else [(first_covering(chain, one), one) for one in parts]
    return _joined(found)


def _joined(parts: Iterable[tuple[Face | None, str]]) -> list[tuple[Face | None, str]]:
    """Neighbours of one face as one run."""
    runs: list[tuple[Face | None, str]] = []
    for face, text in parts:
        if runs and runs[-1][0] is face:
            runs[-1] = (face, runs[-1][1] + text)
        else:
            runs.append((face, text))
    return runs


def _clusters(text: str) -> list[str]:
    clusters: list[str] = []
    for character in text:
        if clusters and (unicodedata.category(character)[0] == "M" or _is_silent(character)):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def joined(shaped: Shaped, ems: int, must_touch: bool) -> tuple[tuple[float, ...], float]:
    """Places of dashes or dots in a row of `ems` cells, and its width."""
    if len(shaped.glyphs) == 1:
        return ((ems - shaped.advance) / 2,), float(ems)
    box = shaped.face.box_of(shaped.glyphs[0])
    advance = shaped.face.advance_of(shaped.glyphs[0])
    pitch = ems / len(shaped.glyphs)
    start = (pitch - advance) / 2
    if must_touch and box.right - box.left < pitch:
        # No ligature: the strokes overlap a little so that no hairline shows between them.
        pitch = box.right - box.left - 0.01
        start = (ems - pitch * len(shaped.glyphs)) / 2 - box.left
    return tuple(start + pitch * i for i in range(len(shaped.glyphs))), float(ems)


def placed(shaped: Shaped, letter: str, width: float, house: House) -> tuple[float, float, str]:
    """Where a mark's glyph stands in its cell, the cell's width, and its class as set.

    Goes by ink: a face need not have `halt`, and one whose marks are centred in the cell (the
    Taiwan way) must not be trimmed on one side (clreq#761).
    """
    box = shaped.face.box_of(shaped.glyphs[0])
    side, in_half = house.blank.get(letter.lower(), ""), letter.isupper()
    offset = shaped.xs[0]
    # In a whole cell the glyph stands where its designer put it; a narrow one is put to its side.
    spare = 1.0 - shaped.advance
    whole = offset + {"left": spare, "right": 0.0}.get(side, spare / 2)
    ink = box.right - box.left
    is_sided = stands_aside(box.left + whole, box.right + whole, side)
    if width == 1.0:
        if shaped.advance > 1.0:  # № of some faces: ink is never cut
            return offset, shaped.advance, letter
        return whole, 1.0, letter if is_sided or not side else letter.upper()
    if is_sided:
        at = whole - 0.5 if side == "left" else whole
        if in_half and shaped.texts[0] in CENTERED:
            at = width / 2 - (box.left + box.right) / 2
            return at, width, letter
        return (
            at + (_nearer(box.left + at, box.right + at, side) if in_half else 0.0),
            width,
            letter,
        )
    if ink <= width + TOLERANCE or letter in FIXED or letter == "n":
        return width / 2 - (box.left + box.right) / 2, width, letter
    # A wider mark than its cell keeps its own width: ink is never cut nor overprinted.
    return offset, max(shaped.advance, ink), letter


def stands_aside(start: float, end: float, side: str) -> bool:
    """Whether a mark inked from `start` to `end` of its cell leaves the half at that side blank.

    A mark in the middle of its cell does not, however narrow it is: the ：of a Japanese face.

    >>> stands_aside(0.1, 0.3, "right"), stands_aside(0.44, 0.56, "right")
    (True, False)
    """
    middle = (start + end) / 2
    if side == "left":
        return start >= 0.5 - TOLERANCE and middle >= 0.5 + OFF_THE_MIDDLE
    return side == "right" and end <= 0.5 + TOLERANCE and middle <= 0.5 - OFF_THE_MIDDLE


OFF_THE_MIDDLE = 0.1
"""In em: nearer to it, a mark stands in the middle of its cell. Those of the shipped faces are at
least 0.19 off."""
CENTERED = frozenset("：；！？")
"""Drawn in the middle of half a cell: they stand as near to the one side as to the other."""


def _nearer(left: float, right: float, side: str) -> float:
    """How far to move ink in half a cell so that it stands nearer to what it belongs to.

    The comma of a heavy sans is drawn right of its half cell's middle: set solid it would seem to
    belong to the next character.
    """
    before, after = left, 0.5 - right
    if side == "right":
        return min(max(after, 0.0) - before, 0.0)
    return max(after - max(before, 0.0), 0.0)

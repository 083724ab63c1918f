"""Facts measured once, so that arrangements are weighed by arithmetic and only the best are set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil, inf
from typing import NamedTuple

from infographic.blocks.cell import Widths
from infographic.blocks.number_grid.told import Fact
from infographic.blocks.number_grid.types import Ladder, Types
from infographic.display.frame import Frame
from infographic.foundation.geometry import Size
from infographic.foundation.late_pattern import late
from infographic.story.stat import Pieces
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Part, TextStyle

LINE_LOSS = 0.6
"""Em that a line loses where words are broken over several, as a rule."""
LEAST_MEASURE = 5.0
"""Em of words: narrower, every label would be a column of its own."""
WIDE_LATIN = 0.62
"""Em of a letter, about: words are measured only where they might be wider than a cell may be."""


class Foot(NamedTuple):
    """A device below a number: the least width it wants, and how high it is there."""

    width: float
    height: float


class Box(NamedTuple):
    """The ink of a cell at a size: what it takes above its number's foot, and below."""

    above: float
    below: float
    width: float
    lines: int
    """Of its words."""

    @property
    def height(self) -> float:
        return self.above + self.below


@dataclass(frozen=True, slots=True)
class Measured:
    """A fact, and how wide its parts are in em of their style."""

    fact: Fact
    figure: Widths | None
    """At the size that is liked."""
    liked: float
    words: float
    note: float
    word: float = 0.0
    """Its longest word of letters, which no cell may be narrower than; 0 of one that is short."""
    foot: Foot | None = None
    draw_foot: Callable[[float, float], Frame | None] | None = None
    """Its device in a width, so many times as thick as it likes to be."""

    @classmethod
    def of(
        cls, fact: Fact, types: Types, foot: Foot | None = None,
        draw_foot: Callable[[float, float], Frame | None] | None = None,
    ) -> Measured:  # fmt: skip
        figure = None
        if fact.figure is not None:
            figure = Widths.of(Pieces(None, fact.figure, None), types.words, types.value)
        style = types.words if fact.figure is not None else types.sentence
        words, note = em(fact.words, style), em(fact.note, types.note)
        word = longest_word(fact.words, style)
        return cls(fact, figure, types.size, words, note, word, foot, draw_foot)

    def without_note(self) -> Measured:
        return replace(self, fact=replace(self.fact, note=None), note=0.0)

    def number(self, size: float) -> float:
        """How wide its number is where digits have a size, in points."""
        return 0.0 if self.figure is None else self.figure.number_at(size / self.liked)

    def box(self, types: Types, width: float, *, above: bool, with_foot: bool) -> Box:
        """What it takes in a cell of a width, words above or below its number."""
        if self.figure is None:
            lines, wide = _lines(self.words, types.sentence, width)
            tall = lines * max(types.sentence.leading, types.sentence.of(Part.DIGITS).size)
            return Box(0.0, tall, wide, lines)
        lines, wide = _lines(self.words, types.words, width)
        tall = lines * types.words.leading + (types.gap if lines else 0.0)
        foot = self._foot(width) if with_foot else None
        more, wide_more = self._below(types, width, foot)
        across = max(self.number(types.size), wide, wide_more)
        if above:
            return Box(tall + types.cap, more, across, lines)
        return Box(types.cap, tall + more, across, lines)

    def beside(self, types: Types, column: float, width: float) -> Box:
        """What it takes where its words stand right of a column of numbers."""
        if self.figure is None:
            return self.box(types, width, above=False, with_foot=False)
        measure = width - column - beside_gap(types)
        lines, wide = _lines(self.words, types.beside, measure)
        notes, wide_note = _lines(self.note, types.note, measure)
        tall = max(lines * types.beside.leading + notes * types.note.leading, types.cap)
        return Box(types.cap, tall - types.cap, column + max(wide, wide_note), lines)

    def has_foot(self, width: float) -> bool:
        return self._foot(width) is not None

    def _foot(self, width: float) -> Foot | None:
        return self.foot if self.foot is not None and self.foot.width <= width else None

    def _below(self, types: Types, width: float, foot: Foot | None) -> tuple[float, float]:
        """What stands below number and words: the device, or the note in its stead."""
        if foot is not None:
            own = 0.0 if self.fact.is_change else self._note_height(types, width)
            return own + foot_gap(types) + foot.height, width
        _, wide = _lines(self.note, types.note, width)
        return self._note_height(types, width), wide

    def _note_height(self, types: Types, width: float) -> float:
        lines, _ = _lines(self.note, types.note, width)
        return lines * types.note.leading + types.gap if lines else 0.0


def beside_gap(types: Types) -> float:
    return 0.3 * types.size


def foot_gap(types: Types) -> float:
    return max(2 * types.gap, 0.14 * types.size)


def em(copy: Copy | None, style: TextStyle) -> float:
    """How wide words are in one line, in em of a style."""
    if copy is None or not copy.text:
        return 0.0
    lines = copy.text.count("\n") + 1
    wide = set_paragraph(copy, style, inf).natural_width
    return wide / style.size * (1.0 if lines == 1 else 1.1)


_LETTERS = late(r"[A-Za-z\u00c0-\u024f\u2019'-]+")


def longest_word(copy: Copy | None, style: TextStyle) -> float:
    """How wide its longest word of letters is, in em; 0 where that is less than any cell."""
    words = () if copy is None else _LETTERS.findall(copy.text)
    longest = max(words, key=len, default="")
    if len(longest) * WIDE_LATIN <= LEAST_MEASURE:
        return 0.0
    return em(Copy((Span(longest),)), style)


def _lines(em: float, style: TextStyle, width: float) -> tuple[int, float]:
    """So many lines words take in a width, and how wide they are."""
    wide = em * style.size
    if not wide:
        return 0, 0.0
    if wide <= width:
        return 1, wide
    usable = max(width - LINE_LOSS * style.size, style.size)
    lines = ceil(wide / usable)
    return lines, min(width, wide / lines + style.size)


def lines_of(em: float, style: TextStyle, width: float) -> Size:
    """What words of so many em take in a width."""
    lines, wide = _lines(em, style, width)
    return Size(wide, lines * style.leading)


def widest(facts: Sequence[Measured], size: float) -> float:
    return max((one.number(size) for one in facts), default=0.0)


def least_cell(facts: Sequence[Measured], ladder: Ladder) -> float:
    """The narrowest cell that holds every number at its smallest."""
    types = ladder.at(ladder.smallest)
    return max(widest(facts, types.size), LEAST_MEASURE * types.words.size)

"""Facts measured once, so that arrangements are weighed by arithmetic and only the best are set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, inf

from infographic.blocks.cell import Widths
from infographic.blocks.number_grid.told import Fact
from infographic.blocks.number_grid.types import Ladder, Sizes, Types
from infographic.display.frame import Frame
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.late_pattern import late
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.layout.setting import top_of
from infographic.story.stat import Pieces
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import natural_width, set_paragraph
from infographic.text.style import TextStyle

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


class Outline(NamedTuple):
    """The ink of the news: its parts one below the other, as they measure."""

    parts: tuple[Size, ...]
    gap: float
    axis: float = 0.0
    """The width that they stand in the middle of; 0: they are flush left."""

    @property
    def height(self) -> float:
        return sum(part.height + self.gap for part in self.parts) - self.gap

    def boxes(self, at: Point) -> list[Rect]:
        """Where its ink stands, from a corner."""
        found, y = [], at.y
        for part in self.parts:
            left = max(self.axis - part.width, 0.0) / 2
            found.append(Rect(at.x + left, y, *part))
            y += part.height + self.gap
        return found


@record(eq=False)
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
    top: float = 0.0
    """How high its digits stand, in em."""

    @classmethod
    def of(
        cls, fact: Fact, types: Types, foot: Foot | None = None,
        draw_foot: Callable[[float, float], Frame | None] | None = None,
    ) -> Measured:  # fmt: skip
        figure, top = None, 0.0
        if fact.figure is not None:
            top = top_em(fact.figure, types)
            figure = Widths.of(Pieces(None, fact.figure, None), types.words, types.value)
        style = types.words if fact.figure is not None else types.sentence
        words, note = em(fact.words, style), em(fact.note, types.note)
        word = longest_word(fact.words, style)
        return cls(fact, figure, types.size, words, note, word, foot, draw_foot, top)

    def without_note(self) -> Measured:
        return replaced(self, fact=replaced(self.fact, note=None), note=0.0)

    def number(self, size: float) -> float:
        """How wide its number is where digits have a size, in points."""
        return 0.0 if self.figure is None else self.figure.number_at(size / self.liked)

    def box(self, sizes: Sizes, width: float, *, above: bool, with_foot: bool) -> Box:
        """What it takes in a cell of a width, words above or below its number."""
        if self.figure is None:
            lines, wide = _lines(self.words, sizes.sentence, width)
            return Box(0.0, lines * sizes.sentence_leading, wide, lines)
        lines, wide = _lines(self.words, sizes.words, width)
        tall = lines * sizes.words_leading + (sizes.gap if lines else 0.0)
        foot = self.foot if with_foot and self.has_foot(width) else None
        more, wide_more = self._below(sizes, width, foot)
        across = max(self.number(sizes.digits), wide, wide_more)
        if above:
            return Box(tall + sizes.cap, more, across, lines)
        return Box(sizes.cap, tall + more, across, lines)

    def beside(self, sizes: Sizes, column: float, width: float) -> Box:
        """What it takes where its words stand right of a column of numbers."""
        if self.figure is None:
            return self.box(sizes, width, above=False, with_foot=False)
        measure = width - column - beside_gap(sizes.digits)
        lines, wide = _lines(self.words, sizes.beside, measure)
        notes, wide_note = _lines(self.note, sizes.note, measure)
        tall = max(lines * sizes.beside_leading + notes * sizes.note_leading, sizes.cap)
        return Box(sizes.cap, tall - sizes.cap, column + max(wide, wide_note), lines)

    def has_foot(self, width: float) -> bool:
        return self.foot is not None and self.foot.width <= width

    def _below(self, sizes: Sizes, width: float, foot: Foot | None) -> tuple[float, float]:
        """What stands below number and words: the device, or the note in its stead."""
        lines, wide = _lines(self.note, sizes.note, width)
        tall = lines * sizes.note_leading + sizes.gap if lines else 0.0
        if foot is None:
            return tall, wide
        own = 0.0 if self.fact.is_change else tall
        return own + foot_gap(sizes.gap, sizes.digits) + foot.height, width

    # Whether it has the width that it wants

    def stands_in(self, sizes: Sizes, width: float, whole: float) -> bool:
        """Whether a cell of a width holds its number, and gives its words a measure; its longest
        word need not stand whole where it would not in the grid's `whole` width either."""
        if self.number(sizes.digits) > width:
            return False
        if width < min(LEAST_MEASURE * sizes.words, self.words * sizes.words):
            return False
        style = sizes.sentence if self.figure is None else sizes.words
        return not self.word or width >= min(self.word * style, whole)

    def stands_beside(self, sizes: Sizes, column: float, width: float) -> bool:
        """Likewise, its words right of a column of numbers."""
        room = width - (column + beside_gap(sizes.digits))
        if room < 1.3 * LEAST_MEASURE * sizes.beside:
            return False
        return not self.word or room >= self.word * sizes.beside


def beside_gap(digits: float) -> float:
    """Between a number and the words right of it."""
    return 0.3 * digits


def foot_gap(gap: float, digits: float) -> float:
    """Between a number and its device; `gap`: between it and its words."""
    return max(2 * gap, 0.14 * digits)


def em(copy: Copy | None, style: TextStyle) -> float:
    """How wide words are in one line, in em of a style."""
    if copy is None or not copy.text:
        return 0.0
    lines = copy.text.count("\n") + 1
    wide = natural_width(copy, style)
    return wide / style.size * (1.0 if lines == 1 else 1.1)


def top_em(figure: Copy, types: Types) -> float:
    """How high the digits of a number stand, in em."""
    lines = set_paragraph(figure, types.value, inf).lines
    runs = [run for line in lines[:1] for _, run in line.text.runs if run.size == types.size]
    return top_of(runs) / types.size


_LETTERS = late(r"[A-Za-z\u00c0-\u024f\u2019'-]+")


def longest_word(copy: Copy | None, style: TextStyle) -> float:
    """How wide its longest word of letters is, in em; 0 where that is less than any cell."""
    words = () if copy is None else _LETTERS.findall(copy.text)
    longest = max(words, key=len, default="")
    if len(longest) * WIDE_LATIN <= LEAST_MEASURE:
        return 0.0
    return em(Copy((Span(longest),)), style)


def _lines(em: float, size: float, width: float) -> tuple[int, float]:
    """So many lines words of a size take in a width, and how wide they are."""
    wide = em * size
    if not wide:
        return 0, 0.0
    if wide <= width:
        return 1, wide
    usable = max(width - LINE_LOSS * size, size)
    lines = ceil(wide / usable)
    return lines, min(width, wide / lines + size)


def lines_of(em: float, size: float, leading: float, width: float) -> Size:
    """What words of so many em take in a width."""
    lines, wide = _lines(em, size, width)
    return Size(wide, lines * leading)


def widest(facts: Sequence[Measured], size: float) -> float:
    return max((one.number(size) for one in facts), default=0.0)


def least_cell(facts: Sequence[Measured], ladder: Ladder) -> float:
    """The narrowest cell that holds every number at its smallest."""
    sizes = ladder.measured_at(ladder.smallest)
    return max(widest(facts, sizes.digits), LEAST_MEASURE * sizes.words)

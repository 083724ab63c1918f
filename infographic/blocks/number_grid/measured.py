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
from infographic.foundation.record import field, record, replaced
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
TALL_LABEL = 2
"""Lines of a fact's words; more are a column of text."""
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
    axis: float
    """The width that they stand in the middle of; 0: they are flush left."""
    height: float

    @classmethod
    def of(cls, parts: tuple[Size, ...], gap: float, axis: float) -> Outline:
        return cls(parts, gap, axis, sum([part.height + gap for part in parts]) - gap)

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
    numbers: dict[float, float] = field(default_factory=dict)
    """How wide its number is, by the size of its digits: few sizes are asked for often."""

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
        wide = self.numbers.get(size)
        if wide is None:
            wide = 0.0 if self.figure is None else self.figure.number_at(size / self.liked)
            self.numbers[size] = wide
        return wide

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


def tall_of(lines: Sequence[int]) -> int:
    """How many lines of words there are above those that make no column of text of them."""
    return sum([one - TALL_LABEL for one in lines if one > TALL_LABEL])


def widest(facts: Sequence[Measured], size: float) -> float:
    return max((one.number(size) for one in facts), default=0.0)


def least_cell(facts: Sequence[Measured], ladder: Ladder) -> float:
    """The narrowest cell that holds every number at its smallest."""
    sizes = ladder.measured_at(ladder.smallest)
    return max(widest(facts, sizes.digits), LEAST_MEASURE * sizes.words)


# In a row of cells


@record(frozen=False, eq=False)
class Cell:
    """A fact and the width inside its cell, with what it takes there, at each size once."""

    fact: Measured
    width: float
    has_foot: bool
    """Whether its device has room."""
    least: tuple[float, float]
    """Above its number's foot and below, at the least in the smallest size, with its device or
    without; infinite where it is too narrow."""
    boxes: dict[tuple[float, bool], Box] = field(default_factory=dict)

    @classmethod
    def of(cls, fact: Measured, width: float, sizes: Sizes, whole: float, *, above: bool) -> Cell:
        """Its smallest sizes, and the width inside a cell as wide as the grid."""
        has_foot = fact.has_foot(width)
        if not fact.stands_in(sizes, width, whole):
            return cls(fact, width, has_foot, (inf, inf))
        box = fact.box(sizes, width, above=above, with_foot=False)
        boxes = {(sizes.digits, False): box}
        if not has_foot:
            return cls(fact, width, has_foot, (box.above, box.below), boxes)
        footed = boxes[sizes.digits, True] = fact.box(sizes, width, above=above, with_foot=True)
        return cls(fact, width, has_foot, (box.above, min(box.below, footed.below)), boxes)

    def box(self, sizes: Sizes, *, above: bool, with_foot: bool) -> Box:
        key = sizes.digits, with_foot and self.has_foot
        box = self.boxes.get(key)
        if box is None:
            box = self.fact.box(sizes, self.width, above=above, with_foot=key[1])
            self.boxes[key] = box
        return box


@record(frozen=False, eq=False)
class Column:
    """Of the numbers that have words beside them: as wide as the widest, at each size once."""

    facts: Sequence[Measured]
    known: dict[float, float] = field(default_factory=dict)

    def at(self, size: float) -> float:
        if size not in self.known:
            self.known[size] = widest(self.facts, size)
        return self.known[size]


class Row(NamedTuple):
    """What the cells of a line take at a size."""

    boxes: list[Box]
    height: float
    """Without the padding of its cells."""


@record(frozen=False, eq=False)
class Line:
    """A row of cells. Many arrangements have it: what it takes is found once for all of them."""

    cells: tuple[Cell, ...]
    column: Column | None
    """That words stand beside; None where they stand above or below their numbers."""
    with_foot: int
    """So many of its facts have room for their device."""
    least: float = 0.0
    """The least height without padding, in the smallest size; infinite where it is too narrow."""
    tall: int = 0
    """Of words above or below numbers, `tall_of` their lines in the smallest size."""
    known: dict[tuple[float, bool], Row] = field(default_factory=dict)
    known_wide: dict[float, bool] = field(default_factory=dict)

    @property
    def words_beside(self) -> bool:
        return self.column is not None

    def row(self, sizes: Sizes, *, above: bool, feet: bool) -> Row:
        key = sizes.digits, feet and self.with_foot > 0
        row = self.known.get(key)
        if row is None:
            if self.column is None:
                boxes = [one.box(sizes, above=above, with_foot=key[1]) for one in self.cells]
            else:
                column = self.column.at(sizes.digits)
                boxes = [one.fact.beside(sizes, column, one.width) for one in self.cells]
            height = max([box.above for box in boxes]) + max([box.below for box in boxes])
            row = self.known[key] = Row(boxes, height)
        return row

    def is_wide_enough(self, sizes: Sizes, whole: float) -> bool:
        """Whether every number has the width it wants, and its words a measure."""
        wide = self.known_wide.get(sizes.digits)
        if wide is None:
            if self.column is None:
                wide = all(one.fact.stands_in(sizes, one.width, whole) for one in self.cells)
            else:
                column = self.column.at(sizes.digits)
                wide = all(one.fact.stands_beside(sizes, column, one.width) for one in self.cells)
            self.known_wide[sizes.digits] = wide
        return wide

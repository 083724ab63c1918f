"""A plan: an arrangement with its facts in rows, its sizes and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from infographic.blocks.number_grid.arrangements import Arrangement
from infographic.blocks.number_grid.measured import (
    LEAST_MEASURE,
    Box,
    Measured,
    beside_gap,
    widest,
)
from infographic.blocks.number_grid.news import News, Outline, Set
from infographic.blocks.number_grid.spaces import Heights, Places, Spaces, beside_width, widths
from infographic.blocks.number_grid.types import Ladder, Types

MANY_WORDS = 17.0
"""Em: facts whose words are longer stand better as rows, words beside number, than in cells."""


class Plan(NamedTuple):
    """An arrangement with its sizes and places, and what is wrong with it."""

    arrangement: Arrangement
    size: float
    """Of the facts' digits."""
    news_size: float
    places: Places
    cost: float
    """The less the better; of one that does not fit, the height that it lacks."""
    fits: bool


class Cell(NamedTuple):
    """A fact and the width inside its cell."""

    fact: Measured
    width: float


class Line(NamedTuple):
    """A row of cells."""

    cells: tuple[Cell, ...]
    words_beside: bool


@dataclass(slots=True)
class Grid:
    """What is to be arranged, and in what."""

    facts: Sequence[Measured]
    news: News | None
    ladder: Ladder
    spaces: Spaces
    width: float
    above: bool
    """Words stand above their numbers."""
    known: dict[tuple[float, float, bool], Set] = field(default_factory=dict)
    """The news as it was set already: by size, width and whether it has its device."""
    outlines: dict[tuple[float, float, bool], Outline] = field(default_factory=dict)
    """As it measures, likewise."""
    lines_known: dict[Arrangement, list[Line]] = field(default_factory=dict)

    long_known: list[Measured] | None = None

    @property
    def long(self) -> list[Measured]:
        """Facts of many words."""
        if self.long_known is None:
            self.long_known = [one for one in self.facts if _is_long(one)]
        return self.long_known

    def ordered(self, arrangement: Arrangement) -> Sequence[Measured]:
        """The facts as they stand: those of many words last, where these have rows of their own."""
        if not arrangement.tail:
            return self.facts
        return [*(one for one in self.facts if not _is_long(one)), *self.long]

    def lines(self, arrangement: Arrangement) -> list[Line]:
        """Its rows: those beside the news, those below, and those for many words."""
        key = arrangement._replace(feet=False, news_foot=False)
        if key not in self.lines_known:
            self.lines_known[key] = self._lines(arrangement)
        return self.lines_known[key]

    def _lines(self, arrangement: Arrangement) -> list[Line]:
        _, side = beside_width(arrangement, self.spaces, self.width)
        gap, inside = self.spaces.column_gap, self.spaces.inside.across
        found, facts = [], iter(self.ordered(arrangement))
        for whole, rows, is_tail in (
            (side, arrangement.beside, False), (self.width, arrangement.below, False),
            (self.width, arrangement.tail, True),
        ):  # fmt: skip
            for row in rows:
                cells = zip(widths(row, whole, gap), facts, strict=False)
                line = tuple(Cell(fact, width - inside) for width, fact in cells)
                found.append(Line(line, is_tail or arrangement.words_beside))
        return [line for line in found if line.cells]

    def column(self, lines: Sequence[Line], size: float) -> float:
        """Of the numbers that have words beside them: as wide as the widest."""
        every = [cell.fact for line in lines if line.words_beside for cell in line.cells]
        return widest(every, size)

    def boxes(self, arrangement: Arrangement, types: Types) -> list[list[Box]]:
        """What every cell takes, row by row."""
        lines = self.lines(arrangement)
        column = self.column(lines, types.size)
        return [
            [
                one.beside(types, column, width) if line.words_beside
                else one.box(types, width, above=self.above, with_foot=arrangement.feet)
                for one, width in line.cells
            ]
            for line in lines
        ]  # fmt: skip

    def heights(
        self, arrangement: Arrangement, boxes: Sequence[Sequence[Box]], news: float
    ) -> Heights:
        pad = self.spaces.inside.down
        rows = [
            max(box.above for box in row) + max(box.below for box in row) + pad for row in boxes
        ]
        beside, top = len(arrangement.beside), 0.0
        if self.news is not None and arrangement.place != "none":
            top = (
                self.news_outline(arrangement, news).height + self.spaces.news_of(arrangement).down
            )
        return Heights(top, tuple(rows[:beside]), tuple(rows[beside:]))

    def set_news(self, arrangement: Arrangement, size: float) -> Set:
        assert self.news is not None
        key = self._news_key(arrangement, size)
        if key not in self.known:
            self.known[key] = self.news.set(size, key[1], with_foot=key[2])
        return self.known[key]

    def news_outline(self, arrangement: Arrangement, size: float) -> Outline:
        """The news as it measures."""
        assert self.news is not None
        key = self._news_key(arrangement, size)
        if key not in self.outlines:
            self.outlines[key] = self.news.measured(size, key[1], with_foot=key[2])
        return self.outlines[key]

    def _news_key(self, arrangement: Arrangement, size: float) -> tuple[float, float, bool]:
        width, _ = beside_width(arrangement, self.spaces, self.width)
        across = self.spaces.news_of(arrangement).across
        return size, width - across, arrangement.news_foot

    def is_wide_enough(self, arrangement: Arrangement, size: float) -> bool:
        """Whether every number has the width it wants, and its words a measure."""
        types, lines = self.ladder.at(size), self.lines(arrangement)
        column = self.column(lines, size) + beside_gap(types)
        least = LEAST_MEASURE * types.words.size
        for line in lines:
            for one, width in line.cells:
                if line.words_beside:
                    if width - column < 1.3 * LEAST_MEASURE * types.beside.size:
                        return False
                elif one.number(size) > width or width < min(least, one.words * types.words.size):
                    return False
                if one.word and not self._holds_word(one, types, line, width, column):
                    return False
        return True

    def _holds_word(
        self, one: Measured, types: Types, line: Line, width: float, column: float
    ) -> bool:
        """Whether its longest word stands whole, or would not in the grid's whole width either."""
        if line.words_beside:
            return width - column >= one.word * types.beside.size
        style = types.sentence if one.figure is None else types.words
        return width >= min(one.word * style.size, self.width - self.spaces.inside.across)

    def some_foot(self, arrangement: Arrangement) -> float:
        """Of the facts, the share that has its device."""
        cells = [cell for line in self.lines(arrangement) for cell in line.cells]
        have = sum(cell.fact.has_foot(cell.width) for cell in cells)
        return have / len(cells) if cells else 0.0


def _is_long(one: Measured) -> bool:
    return one.words > MANY_WORDS or one.figure is None

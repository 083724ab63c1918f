"""A plan: an arrangement with its facts in rows, its sizes and places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from infographic.blocks.number_grid.arrangements import Arrangement
from infographic.blocks.number_grid.arrangements import Row as RowShape
from infographic.blocks.number_grid.measured import Box, Measured, Outline, widest
from infographic.blocks.number_grid.news import News, Set
from infographic.blocks.number_grid.spaces import Heights, Places, Spaces, beside_width, widths
from infographic.blocks.number_grid.types import Ladder, Sizes
from infographic.foundation.record import field, record
from infographic.foundation.record.tuples import NamedTuple

NewsKey = tuple[float, float, bool]
"""Of the news: its size, its width, and whether it has its device."""
MANY_WORDS = 17.0
"""Em: facts whose words are longer stand better as rows, words beside number, than in cells."""


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
    boxes: dict[tuple[float, bool, bool], Box] = field(default_factory=dict)

    @classmethod
    def of(cls, fact: Measured, width: float, sizes: Sizes, whole: float, *, above: bool) -> Cell:
        """Its smallest sizes, and the width inside a cell as wide as the grid."""
        if not fact.stands_in(sizes, width, whole):
            return cls(fact, width, fact.has_foot(width), (inf, inf))
        box = fact.box(sizes, width, above=above, with_foot=False)
        if not fact.has_foot(width):
            return cls(fact, width, has_foot=False, least=(box.above, box.below))
        below = fact.box(sizes, width, above=above, with_foot=True).below
        return cls(fact, width, has_foot=True, least=(box.above, min(box.below, below)))

    def box(self, sizes: Sizes, *, above: bool, with_foot: bool) -> Box:
        key = sizes.digits, above, with_foot
        if key not in self.boxes:
            self.boxes[key] = self.fact.box(sizes, self.width, above=above, with_foot=with_foot)
        return self.boxes[key]


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
    known: dict[tuple[float, bool], Row] = field(default_factory=dict)
    known_wide: dict[float, bool] = field(default_factory=dict)

    @property
    def words_beside(self) -> bool:
        return self.column is not None

    def row(self, sizes: Sizes, *, above: bool, feet: bool) -> Row:
        key = sizes.digits, feet and self.with_foot > 0
        if key not in self.known:
            if self.column is None:
                boxes = [one.box(sizes, above=above, with_foot=key[1]) for one in self.cells]
            else:
                column = self.column.at(sizes.digits)
                boxes = [one.fact.beside(sizes, column, one.width) for one in self.cells]
            height = max([box.above for box in boxes]) + max([box.below for box in boxes])
            self.known[key] = Row(boxes, height)
        return self.known[key]

    def is_wide_enough(self, sizes: Sizes, whole: float) -> bool:
        """Whether every number has the width it wants, and its words a measure."""
        if sizes.digits not in self.known_wide:
            if self.column is None:
                wide = all(one.fact.stands_in(sizes, one.width, whole) for one in self.cells)
            else:
                column = self.column.at(sizes.digits)
                wide = all(one.fact.stands_beside(sizes, column, one.width) for one in self.cells)
            self.known_wide[sizes.digits] = wide
        return self.known_wide[sizes.digits]


@record(frozen=False, eq=False)
class Filled:
    """The rows of an arrangement with the facts in them."""

    lines: list[Line]
    news_room: float
    """The width inside the news."""
    feet: float
    """Of the facts, the share that has room for its device."""
    below: float
    """The least height of the rows that are not beside the news, without their paddings."""


class Option(NamedTuple):
    """An arrangement with its facts; several that differ in their devices share their rows."""

    arrangement: Arrangement
    filled: Filled

    @property
    def lines(self) -> list[Line]:
        return self.filled.lines


class Plan(NamedTuple):
    """An arrangement with its sizes and places, and what is wrong with it."""

    option: Option
    size: float
    """Of the facts' digits."""
    news_size: float
    places: Places
    cost: float
    """The less the better; of one that does not fit, the height that it lacks."""
    fits: bool

    @property
    def arrangement(self) -> Arrangement:
        return self.option.arrangement


@record(frozen=False, eq=False)
class Grid:
    """What is to be arranged, and in what."""

    facts: Sequence[Measured]
    news: News | None
    ladder: Ladder
    spaces: Spaces
    width: float
    above: bool
    """Words stand above their numbers."""
    cells: dict[tuple[Measured, float, bool], Cell] = field(default_factory=dict)
    """By fact, width, and where words stand; those that were made for other facts, too."""
    sets: dict[NewsKey, Set] = field(default_factory=dict)
    """The news as it was set already."""
    outlines: dict[NewsKey, Outline] = field(default_factory=dict)
    """As it measures, likewise."""
    options: list[Option] = field(default_factory=list)
    """The ways to arrange it, where they were asked for."""
    lines: dict[tuple[float, RowShape, int, bool, bool], Line] = field(default_factory=dict)
    """Its rows: by their width, shape and first fact."""
    long: list[Measured] = field(init=False)
    """Facts of many words."""
    column: Column = field(init=False)
    tail_column: Column = field(init=False)

    def __post_init__(self) -> None:
        self.long = [one for one in self.facts if _is_long(one)]
        self.column, self.tail_column = Column(self.facts), Column(self.long)

    def filled(self, arrangement: Arrangement) -> Filled:
        """An arrangement with its facts in rows: beside the news, below, those of many words."""
        lines = [*self._lines(arrangement)]
        count = sum([len(line.cells) for line in lines])
        feet = sum([line.with_foot for line in lines]) / count if count else 0.0
        whole, _ = beside_width(arrangement, self.spaces, self.width)
        room = whole - self.spaces.news_of(arrangement).across
        below = sum([line.least for line in lines[len(arrangement.beside) :]])
        return Filled(lines, room, feet, below)

    def _lines(self, arrangement: Arrangement) -> Iterator[Line]:
        _, side = beside_width(arrangement, self.spaces, self.width)
        is_tailed, start = bool(arrangement.tail), 0
        for whole, rows, is_tail in (
            (side, arrangement.beside, False), (self.width, arrangement.below, False),
            (self.width, arrangement.tail, True),
        ):  # fmt: skip
            for row in rows:
                if start >= len(self.facts):
                    return
                key = whole, row, start, is_tailed, is_tail or arrangement.words_beside
                if key not in self.lines:
                    column = self.tail_column if is_tailed else self.column
                    self.lines[key] = self._line(
                        row, whole, self.ordered(is_tailed)[start : start + len(row)],
                        column if key[-1] else None,
                    )  # fmt: skip
                yield self.lines[key]
                start += len(row)

    def _line(
        self, row: RowShape, whole: float, facts: Sequence[Measured], column: Column | None
    ) -> Line:
        inside, above, cells = self.spaces.inside.across, self.above, list[Cell]()
        sizes = self.ladder.measured_at(self.ladder.smallest)
        for fact, width in zip(facts, widths(row, whole, self.spaces.column_gap), strict=False):
            key = fact, width - inside, above
            if key not in self.cells:
                self.cells[key] = Cell.of(fact, key[1], sizes, self.width - inside, above=above)
            cells.append(self.cells[key])
        line = Line(tuple(cells), column, sum([cell.has_foot for cell in cells]))
        if column is None:
            every = [cell.least for cell in cells]
            line.least = max([above for above, _ in every]) + max([below for _, below in every])
        elif line.is_wide_enough(sizes, self.width - inside):
            line.least = line.row(sizes, above=above, feet=False).height
        else:
            line.least = inf
        return line

    def ordered(self, is_tailed: bool) -> Sequence[Measured]:
        """The facts as they stand: those of many words last, where these have rows of their own."""
        if not is_tailed:
            return self.facts
        return [*(one for one in self.facts if not _is_long(one)), *self.long]

    def is_wide_enough(self, option: Option, size: float) -> bool:
        """Whether every number has the width it wants, and its words a measure."""
        sizes, whole = self.ladder.measured_at(size), self.width - self.spaces.inside.across
        return all(line.is_wide_enough(sizes, whole) for line in option.lines)

    def rows(self, option: Option, size: float) -> list[Row]:
        """What every row takes."""
        sizes, feet = self.ladder.measured_at(size), option.arrangement.feet
        return [line.row(sizes, above=self.above, feet=feet) for line in option.lines]

    def heights(self, option: Option, rows: Sequence[Row], news: float) -> Heights:
        pad, beside, top = self.spaces.inside.down, len(option.arrangement.beside), 0.0
        if self.news is not None and option.arrangement.place != "none":
            outline = self.news_outline(option, news)
            top = outline.height + self.spaces.news_of(option.arrangement).down
        every = [row.height + pad for row in rows]
        return Heights(top, tuple(every[:beside]), tuple(every[beside:]))

    def lowest(self, option: Option, news: float) -> Heights:
        """What it takes at the least in the smallest sizes, with devices or without."""
        pad, beside, top = self.spaces.inside.down, len(option.arrangement.beside), 0.0
        every = [line.least + pad for line in option.lines]
        if self.news is not None and option.arrangement.place != "none":
            room = option.filled.news_room
            top = self._outline(news, room, with_foot=False).height
            if self.news.foot is not None:
                top = min(top, self._outline(news, room, with_foot=True).height)
            top += self.spaces.news_of(option.arrangement).down
        return Heights(top, tuple(every[:beside]), tuple(every[beside:]))

    def set_news(self, option: Option, size: float) -> Set:
        assert self.news is not None
        key = size, option.filled.news_room, option.arrangement.news_foot
        if key not in self.sets:
            self.sets[key] = self.news.set(size, key[1], with_foot=key[2])
        return self.sets[key]

    def news_outline(self, option: Option, size: float) -> Outline:
        """The news as it measures."""
        with_foot = option.arrangement.news_foot
        return self._outline(size, option.filled.news_room, with_foot=with_foot)

    def _outline(self, size: float, width: float, *, with_foot: bool) -> Outline:
        assert self.news is not None
        key = size, width, with_foot
        if key not in self.outlines:
            self.outlines[key] = self.news.measured(size, width, with_foot=with_foot)
        return self.outlines[key]


def _is_long(one: Measured) -> bool:
    return one.words > MANY_WORDS or one.figure is None

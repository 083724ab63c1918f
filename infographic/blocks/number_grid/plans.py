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
LineKey = tuple[float, RowShape, tuple[Measured, ...], bool, "Column | None"]
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

    news_room: float
    """The width inside the news."""
    news: float
    """How high it is at the least; 0: there is none."""
    beside: int
    """So many rows, the first ones, stand beside it."""
    lines: list[Line] = field(default_factory=list)
    side: float = 0.0
    """The least heights of the rows beside the news together, without paddings and gaps."""
    below: float = 0.0
    """Likewise of the others."""
    known: dict[tuple[float, bool], list[Row] | None] = field(default_factory=dict)
    """What they take where they are wide enough, by size and whether they have devices."""

    @property
    def feet(self) -> float:
        """Of the facts, the share that has room for its device."""
        count = sum([len(line.cells) for line in self.lines])
        return sum([line.with_foot for line in self.lines]) / count if count else 0.0

    def lowest(self, spaces: Spaces) -> float:
        """How high it is at the least, in the smallest sizes, with devices or without."""
        pad, gap, beside = spaces.inside.down, spaces.row_gap, min(self.beside, len(self.lines))
        below, top = len(self.lines) - beside, 0.0
        if self.news:
            top = self.news + (spaces.news_beside if self.beside else spaces.news).down
        top = max(top, self.side + beside * pad + max(beside - 1, 0) * gap)
        return top + self.below + below * pad + gap * max(below - (0 if top else 1), 0)


class Option(NamedTuple):
    """An arrangement with its facts; several that differ in their devices share their rows."""

    arrangement: Arrangement
    filled: Filled


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

    facts: tuple[Measured, ...]
    news: News | None
    ladder: Ladder
    spaces: Spaces
    closest: Spaces
    """Where room is short: only what is between and above rows differs."""
    width: float
    above: bool
    """Words stand above their numbers."""
    cells: dict[tuple[Measured, float, bool], Cell] = field(default_factory=dict)
    """By fact, width, and where words stand; those that were made for other facts, too."""
    lines: dict[LineKey, Line] = field(default_factory=dict)
    """Likewise rows: by width, shape, facts, where words stand, and the column that they are in."""
    sets: dict[NewsKey, Set] = field(default_factory=dict)
    """The news as it was set already."""
    outlines: dict[NewsKey, Outline] = field(default_factory=dict)
    """As it measures, likewise."""
    options: dict[float | None, list[Option]] = field(default_factory=dict)
    """The ways to arrange it that may fit a height at all, where they were asked for."""
    long: tuple[Measured, ...] = field(init=False)
    """Facts of many words."""
    tailed: tuple[Measured, ...] = field(init=False)
    """The facts, those of many words last, as they stand where these have rows of their own."""
    column: Column = field(init=False)
    tail_column: Column = field(init=False)

    def __post_init__(self) -> None:
        self.long = tuple([one for one in self.facts if _is_long(one)])
        self.tailed = (*[one for one in self.facts if not _is_long(one)], *self.long)
        self.column, self.tail_column = Column(self.facts), Column(self.long)

    def news_room(self, arrangement: Arrangement) -> float:
        """The width inside the news."""
        whole, _ = beside_width(arrangement, self.spaces, self.width)
        return whole - self.spaces.news_of(arrangement).across

    def filled(self, arrangement: Arrangement, most: float, news: float) -> Filled | None:
        """An arrangement with its facts in rows: beside the news, below, those of many words.

        None where its rows, as low and close as they can be, and the news are higher than `most`:
        most are, and no more of their rows is looked at.
        """
        room, beside = self.news_room(arrangement), len(arrangement.beside)
        filled = Filled(room, self._least_news(news, room, arrangement), beside)
        for line in self._lines(arrangement):
            if len(filled.lines) < beside:
                filled.side += line.least
            else:
                filled.below += line.least
            filled.lines.append(line)
            if filled.lowest(self.closest) > most:
                return None
        return filled

    def _lines(self, arrangement: Arrangement) -> Iterator[Line]:
        _, side = beside_width(arrangement, self.spaces, self.width)
        facts, start = self.tailed if arrangement.tail else self.facts, 0
        for whole, rows, is_beside in (
            (side, arrangement.beside, arrangement.words_beside),
            (self.width, arrangement.below, arrangement.words_beside),
            (self.width, arrangement.tail, True),
        ):
            for row in rows:
                own = facts[start : start + len(row)]
                if not own:
                    return
                column = (
                    None if not is_beside else self.tail_column if arrangement.tail else self.column
                )
                key = whole, row, own, self.above, column
                line = self.lines.get(key)
                if line is None:
                    line = self.lines[key] = self._line(*key)
                yield line
                start += len(row)

    def _line(
        self, whole: float, row: RowShape, facts: tuple[Measured, ...], above: bool,
        column: Column | None,
    ) -> Line:  # fmt: skip
        inside, cells = self.spaces.inside.across, list[Cell]()
        sizes = self.ladder.measured_at(self.ladder.smallest)
        for fact, width in zip(facts, widths(row, whole, self.spaces.column_gap), strict=False):
            key = fact, width - inside, above
            cell = self.cells.get(key)
            if cell is None:
                cell = Cell.of(fact, key[1], sizes, self.width - inside, above=above)
                self.cells[key] = cell
            cells.append(cell)
        line = Line(tuple(cells), column, sum([cell.has_foot for cell in cells]))
        if column is None:
            every = [cell.least for cell in cells]
            line.least = max([above for above, _ in every]) + max([below for _, below in every])
        elif line.is_wide_enough(sizes, self.width - inside):
            line.least = line.row(sizes, above=above, feet=False).height
        else:
            line.least = inf
        return line

    def is_wide_enough(self, option: Option, size: float) -> bool:
        """Whether every number has the width it wants, and its words a measure."""
        sizes, whole = self.ladder.measured_at(size), self.width - self.spaces.inside.across
        return all(line.is_wide_enough(sizes, whole) for line in option.filled.lines)

    def rows(self, option: Option, size: float) -> list[Row]:
        """What every row takes."""
        sizes, feet = self.ladder.measured_at(size), option.arrangement.feet
        return [line.row(sizes, above=self.above, feet=feet) for line in option.filled.lines]

    def rows_in_width(self, option: Option, size: float) -> list[Row] | None:
        """The same; None where they are too narrow."""
        key, known = (size, option.arrangement.feet), option.filled.known
        if key not in known:
            known[key] = self.rows(option, size) if self.is_wide_enough(option, size) else None
        return known[key]

    def heights(self, option: Option, rows: Sequence[Row], news: float) -> Heights:
        pad, beside, top = self.spaces.inside.down, len(option.arrangement.beside), 0.0
        if self.news is not None and option.arrangement.place != "none":
            outline = self.news_outline(option, news)
            top = outline.height + self.spaces.news_of(option.arrangement).down
        every = [row.height + pad for row in rows]
        return Heights(top, tuple(every[:beside]), tuple(every[beside:]))

    def _least_news(self, size: float, room: float, arrangement: Arrangement) -> float:
        """The height of the news with its device or without, whichever is less."""
        if self.news is None or arrangement.place == "none" or size <= 0:
            return 0.0
        height = self._outline(size, room, with_foot=False).height
        if self.news.foot is None:
            return height
        return min(height, self._outline(size, room, with_foot=True).height)

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

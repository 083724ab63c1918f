"""A plan: an arrangement with its facts in rows, its sizes and places."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from infographic.blocks.number_grid.arrangements import MOST_COLUMNS, Arrangement, Place, Wanted
from infographic.blocks.number_grid.arrangements import Row as RowShape
from infographic.blocks.number_grid.measured import (
    Cell,
    Column,
    Line,
    Measured,
    Outline,
    Row,
    least_cell,
    tall_of,
)
from infographic.blocks.number_grid.news import News, Set
from infographic.blocks.number_grid.spaces import Heights, Places, Spaces, beside_width, widths
from infographic.blocks.number_grid.types import Ladder, Sizes
from infographic.foundation.record import field, record
from infographic.foundation.record.tuples import NamedTuple
from infographic.layout.setting import TOLERANCE

NewsKey = tuple[float, float, bool]
"""Of the news: its size, its width, and whether it has its device."""
Floors = tuple[dict[Measured, float], float]
"""Of each fact, what no row that has it is lower than; and the least of these."""
LineKey = tuple[float, RowShape, tuple[Measured, ...], bool, "Column | None"]
MANY_WORDS = 17.0
"""Em: facts whose words are longer stand better as rows, words beside number, than in cells."""


class Side(NamedTuple):
    """What the place of the news comes to, of all arrangements that have it there."""

    room: float
    """The width inside the news."""
    beside: float
    """The width of the cells beside it."""
    news: float
    """How high it is at the least; 0: there is none."""
    top: float
    """With what pads it where room is short."""


class Filled(NamedTuple):
    """The rows of an arrangement with the facts in them."""

    news_room: float
    """The width inside the news."""
    news: float
    """How high it is at the least; 0: there is none."""
    beside: int
    """So many rows, the first ones, stand beside it."""
    lines: Sequence[Line]
    side: float
    """The least heights of the rows beside the news together, without paddings and gaps."""
    below: float
    """Likewise of the others."""
    feet: float
    """Of the facts, the share that has room for its device."""
    tall: float
    """`Line.tall` for each of them."""
    known: dict[tuple[float, bool], list[Row] | None]
    """What they take where they are wide enough, by size and whether they have devices."""

    def lowest(self, spaces: Spaces) -> float:
        """How high it is at the least, in the smallest sizes, with devices or without."""
        below = len(self.lines) - self.beside
        return lowest(self.news, self.beside, self.side, below, self.below, spaces)


def lowest(
    news: float, rows_beside: int, side: float, rows_below: int, below: float, spaces: Spaces
) -> float:
    """How high a news is with so many rows beside it and below, which are so high together."""
    pad, gap, top = spaces.inside.down, spaces.row_gap, 0.0
    if news:
        top = news + (spaces.news_beside if rows_beside else spaces.news).down
    if rows_beside:
        top = max(top, side + rows_beside * pad + (rows_beside - 1) * gap)
    return top + below + rows_below * pad + gap * max(rows_below - (0 if top else 1), 0)


class Option(NamedTuple):
    """An arrangement with its facts; several that differ in their devices share their rows."""

    arrangement: Arrangement
    filled: Filled


@record(frozen=False, eq=False)
class Arranged:
    """The arrangements of a grid without devices; and of some, by their numbers, those with their
    facts that may fit a height at all: each is filled once, where it is asked for."""

    plain: Sequence[Arrangement]
    options: dict[int, Sequence[Option]] = field(default_factory=dict)


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
    arranged: dict[float | None, Arranged] = field(default_factory=dict)
    """By the height that it is to fill."""
    floors: dict[tuple[float, Column | None], Floors] = field(default_factory=dict)
    """By a row's width and its column."""
    long: tuple[Measured, ...] = field(init=False)
    """Facts of many words."""
    tailed: tuple[Measured, ...] = field(init=False)
    """The facts, those of many words last, as they stand where these have rows of their own."""
    smallest: Sizes = field(init=False)
    """What is measured at the smallest size."""
    column: Column = field(init=False)
    tail_column: Column = field(init=False)

    def __post_init__(self) -> None:
        self.long = tuple([one for one in self.facts if _is_long(one)])
        self.tailed = (*[one for one in self.facts if not _is_long(one)], *self.long)
        self.smallest = self.ladder.measured_at(self.ladder.smallest)
        self.column, self.tail_column = Column(self.facts), Column(self.long)

    def wanted(self) -> Wanted:
        """What bounds the ways to arrange it."""
        look, units = self.ladder.look, self.ladder.units
        cell = least_cell(self.facts, self.ladder) + self.spaces.inside.across
        gap = self.spaces.column_gap
        most = int((self.width + gap + TOLERANCE) // (cell + gap))
        return Wanted(
            len(self.facts),
            self._places(),
            0 if look.columns == "auto" else look.columns,
            max(min(most, MOST_COLUMNS), 1),
            any(one.foot is not None for one in self.facts),
            self.news is not None and self.news.foot is not None,
            len(self.long),
            self.width >= units.of(330, 1300),
        )

    def _places(self) -> tuple[Place, ...]:
        look, units = self.ladder.look, self.ladder.units
        if self.news is None:
            return ("none",)
        if not self.facts:
            return ("top",)
        if look.news_at != "auto":
            return (look.news_at,)
        wide = self.width >= units.of(220, 620)
        return ("top", "left", "cell") if wide else ("top",)

    def side(self, arrangement: Arrangement, size: float) -> Side:
        """The place of an arrangement's news, whose digits have a size at the least."""
        room = self.news_room(arrangement)
        _, beside = beside_width(arrangement, self.spaces, self.width)
        height = self._least_news(size, room, arrangement)
        pad = self.closest.news_of(arrangement).down
        return Side(room, beside, height, height + pad if height else 0.0)

    def news_room(self, arrangement: Arrangement) -> float:
        """The width inside the news."""
        whole, _ = beside_width(arrangement, self.spaces, self.width)
        return whole - self.spaces.news_of(arrangement).across

    def filled(self, arrangement: Arrangement, most: float, side: Side) -> Filled | None:
        """An arrangement with its facts in rows: beside the news, below, those of many words.

        None where its rows, as low and close as they can be, and the news are higher than `most`:
        most are, by what their facts take in wider rows, so that few of their rows are made.
        """
        beside, closest = len(arrangement.beside), self.closest
        found = self._rows_of(arrangement, most, side)
        if found is None:
            return None
        keys, least = found
        lines, under = list[Line](), len(keys) - beside
        for number, key in enumerate(keys):
            line = self.lines.get(key)
            if line is None:
                line = self.lines[key] = self._line(key)
                least[number] = line.least
                high, low = sum(least[:beside]), sum(least[beside:])
                if lowest(side.news, beside, high, under, low, closest) > most:
                    return None
            lines.append(line)
        high, low = sum(least[:beside]), sum(least[beside:])
        count = sum([len(line.cells) for line in lines])
        feet = sum([line.with_foot for line in lines]) / count if count else 0.0
        tall = sum([line.tall for line in lines]) / count if count else 0.0
        return Filled(side.room, side.news, beside, lines, high, low, feet, tall, {})

    def _rows_of(
        self, arrangement: Arrangement, most: float, side: Side
    ) -> tuple[list[LineKey], list[float]] | None:
        """Its rows with the facts in them, and what they are not lower than, without padding;
        None where that is more than there is room for."""
        tail, above, known = arrangement.tail, self.above, self.lines
        column = None if not arrangement.words_beside else self.tail_column if tail else self.column
        facts, start = self.tailed if tail else self.facts, 0
        keys, least = list[LineKey](), list[float]()
        gap = self.closest.row_gap
        more, whole = self.closest.inside.down + gap, most + gap
        # Not a number where rows that are too narrow, infinite, are wanted all the same: never < 0.
        left = whole
        groups = (
            (side.beside, arrangement.beside, column),
            (self.width, arrangement.below, column),
            (self.width, tail, self.tail_column),
        )
        for group, (wide, rows, its_column) in enumerate(groups):
            if group == 1 and side.top:
                left = min(left, whole - side.top - gap)
            if not rows:
                continue
            floors, lowest_floor = self._floors(wide, its_column)
            if left < len(rows) * (lowest_floor + more):
                return None
            for row in rows:
                end = start + len(row)
                own = facts[start:end]
                key = wide, row, own, above, its_column
                line = known.get(key)
                low = max([floors[one] for one in own]) if line is None else line.least
                left -= low + more
                if left < 0:
                    return None
                keys.append(key)
                least.append(low)
                start = end
        return keys, least

    def _floors(self, whole: float, column: Column | None) -> Floors:
        """What no row that has a fact is lower than, without padding: what it takes in all its
        width; and the least of that."""
        known = self.floors.get((whole, column))
        if known is None:
            floors = dict[Measured, float]()
            sizes, width = self.smallest, whole - self.spaces.inside.across
            number = 0.0 if column is None else column.at(sizes.digits)
            for fact in self.facts if column is None else column.facts:
                if column is None:
                    floors[fact] = sum(self._cell(fact, width).least)
                elif fact.stands_beside(sizes, number, width):
                    floors[fact] = fact.beside(sizes, number, width).height
                else:
                    floors[fact] = inf
            known = self.floors[whole, column] = floors, min(floors.values(), default=0.0)
        return known

    def _cell(self, fact: Measured, width: float) -> Cell:
        key = fact, width, self.above
        cell = self.cells.get(key)
        if cell is None:
            whole = self.width - self.spaces.inside.across
            cell = self.cells[key] = Cell.of(fact, width, self.smallest, whole, above=self.above)
        return cell

    def _line(self, key: LineKey) -> Line:
        whole, row, facts, above, column = key
        inside = self.spaces.inside.across
        cells = tuple(
            [
                self._cell(fact, width - inside)
                for fact, width in zip(
                    facts, widths(row, whole, self.spaces.column_gap), strict=False
                )
            ]
        )
        line, sizes = Line(cells, column, sum([cell.has_foot for cell in cells])), self.smallest
        if column is None:
            every = [cell.least for cell in cells]
            line.least = max([above for above, _ in every]) + max([below for _, below in every])
            if line.least < inf:
                lines = [cell.boxes[sizes.digits, False].lines for cell in cells]
                line.tall = tall_of(lines)
        elif line.is_wide_enough(sizes, self.width - inside):
            line.least = line.row(sizes, above=above, feet=False).height
        else:
            line.least = inf
        return line

    def rows_in_width(self, option: Option, size: float) -> list[Row] | None:
        """What every row takes; None where they are too narrow."""
        key, known = (size, option.arrangement.feet), option.filled.known
        if key not in known:
            known[key] = self.rows(option, size) if self.is_wide_enough(option, size) else None
        return known[key]

    def is_wide_enough(self, option: Option, size: float) -> bool:
        """Whether every number has the width it wants, and its words a measure."""
        sizes, whole = self.ladder.measured_at(size), self.width - self.spaces.inside.across
        return all(line.is_wide_enough(sizes, whole) for line in option.filled.lines)

    def rows(self, option: Option, size: float) -> list[Row]:
        """What every row takes."""
        sizes, above = self.ladder.measured_at(size), self.above
        feet = option.arrangement.feet
        return [line.row(sizes, above=above, feet=feet) for line in option.filled.lines]

    def natural(self, option: Option, rows: Sequence[Row], news: float) -> float:
        """How high the rows are with the news in a size: `natural_height` of their `heights`."""
        spaces, arrangement = self.spaces, option.arrangement
        pad, gap, beside = spaces.inside.down, spaces.row_gap, option.filled.beside
        every = [row.height + pad for row in rows]
        if self.news is not None and arrangement.place != "none":
            outline = self.news_outline(option, news)
            top = outline.height + spaces.news_of(arrangement).down
            if beside:
                top = max(top, sum(every[:beside]) + gap * (beside - 1))
            if top or beside:
                every[:beside] = [top]
        return sum(every) + gap * max(len(every) - 1, 0)

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

"""Two sides compared (对比): names in the middle, figures of one size left and right of them.

Values of one unit have bars from the middle outwards, on one scale; where rows have units of their
own there is no axis. In little width names stand over their rows.
"""

from __future__ import annotations

from collections.abc import Iterator

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.story.labels import sizes_of
from infographic.blocks.devices.story.sides import (
    Sides,
    are_figures,
    at,
    have_one_scale,
    name_of,
    refuses,
    row_name,
    sides_of,
    words_of,
)
from infographic.display.frame import Frame, bare, together
from infographic.display.items import Placed, Stroke
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lettering import NOTHING, Lettering, lettered, lines_of
from infographic.graphics.look import Look
from infographic.graphics.marks import bar, straight
from infographic.graphics.scale import from_zero
from infographic.graphics.subject import Subject
from infographic.layout.scaling import scaled
from infographic.text.style import Alignment, TextStyle

NAMES = 0.3
"""Of the width that names in the middle may take at most."""
FIGURES = ((28, 60), (20, 48), (14, 38))
"""Sizes of figures, print and social; the largest for which all have room."""


AIR = 0.36
"""Above and below a figure, of its size."""


class Cell(NamedTuple):
    """What one side says in a row: a figure in one line, or words in several."""

    figure: Lettering
    words: Frame | None

    @property
    def height(self) -> float:
        return self.figure.height if self.words is None else self.words.size.height


class Grid(NamedTuple):
    """Where the columns stand, and all that stands in them. In points."""

    middle: float
    """The width of the column of names; 0 where they stand over their rows."""
    half: float
    """The width of a side."""
    gap: float
    cells: tuple[tuple[Cell, Cell], ...]
    names: tuple[Frame, ...]
    heads: tuple[Lettering, Lettering]
    has_bars: bool
    head: float
    """The height of the sides' names and their rule."""
    air: float
    """Above and below a row."""

    def height_of(self, row: int) -> float:
        tall = max(cell.height for cell in self.cells[row])
        name = self.names[row].size.height
        return max(tall, name) if self.middle or not name else tall + name + self.air * 0.5

    @property
    def height(self) -> float:
        rows = sum(self.height_of(row) for row in range(len(self.cells)))
        return self.head + rows + 2 * self.air * len(self.cells)


def least(subject: Subject, look: Look) -> Size:
    sides = sides_of(subject)
    assert sides is not None
    width = _narrowest(subject, sides, look)
    return Size(width, _grid(subject, sides, look, width).height)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    sides = sides_of(subject)
    assert sides is not None
    grid = _grid(subject, sides, look, room.width, room.height)
    if room.height is not None:
        # Air stands above and below each row, and half of it under a name over its row.
        over = sum(not grid.middle and name.size.height > 0 for name in grid.names)
        more = (room.height - grid.height) / (2 * len(grid.cells) + 0.5 * over)
        grid = grid._replace(air=grid.air + min(max(more, 0.0), grid.air * 1.5))
    parts = [*_head(grid, look, subject, sides, room.width)]
    y = grid.head
    for row in range(len(grid.cells)):
        parts += _row(grid, subject, sides, look, row, y, room.width)
        y += grid.height_of(row) + 2 * grid.air
    return Drawn(together(Size(room.width, y), parts))


def _narrowest(subject: Subject, sides: Sides, look: Look) -> float:
    """Names over their rows, figures in their smallest size."""
    gap = look.em
    heads = [lettered(name_of(subject, sides, side), sizes_of(look).what).width for side in (0, 1)]
    widest = max(*heads, look.em * 5)
    if are_figures(subject, sides):
        style = _style(look, FIGURES[-1])
        cells = _figures(subject, sides, style)
        bars = _least_bar(look) if have_one_scale(subject, sides) else 0.0
        widest = max(widest, *(one.width + bars for pair in cells for one in pair))
    return 2 * widest + gap + 0.01


def _least_bar(look: Look) -> float:
    """The least length of the longest bar, and the air before its figure."""
    return look.of(24, 72) + look.em * 0.4


def _style(look: Look, size: tuple[float, float]) -> TextStyle:
    return scaled(look.figure, look.of(*size) / look.figure.size)


def _figures(subject: Subject, sides: Sides, style: TextStyle) -> list[tuple[Lettering, Lettering]]:
    return [
        (lettered(words_of(subject, sides, row, 0, unit=False), style),
         lettered(words_of(subject, sides, row, 1, unit=False), style))
        for row in range(subject.count)
    ]  # fmt: skip


def _grid(
    subject: Subject, sides: Sides, look: Look, width: float, height: float | None = None
) -> Grid:
    """Names in the middle where figures have room beside them, in the largest size that fits."""
    has_bars = have_one_scale(subject, sides)
    tried = [
        _tried(subject, sides, look, width, size, has_bars, over=over)
        for over in (False, True)
        for size in (FIGURES if are_figures(subject, sides) and not has_bars else FIGURES[-1:])
    ]
    wide = [grid for grid in tried if grid is not None]
    fitting = [grid for grid in wide if height is None or grid.height <= height]
    return (fitting or wide[-1:])[0]


def _tried(
    subject: Subject, sides: Sides, look: Look, width: float, size: tuple[float, float],
    has_bars: bool, *, over: bool,
) -> Grid | None:  # fmt: skip
    gap, sizes = look.em, sizes_of(look)
    names = [row_name(subject, sides, row) for row in range(subject.count)]
    widest = max(lettered(name, sizes.what).width for name in names) if any(names) else 0.0
    middle = 0.0 if over or not widest else min(widest, width * NAMES) + 0.01
    half = (width - middle - gap * (2 if middle else 1)) / 2
    heads = tuple(lettered(name_of(subject, sides, side), sizes.what) for side in (0, 1))
    wanted = max(one.width for one in heads)
    if are_figures(subject, sides):
        figures = _figures(subject, sides, _style(look, size))
        widest_figure = max(one.width for pair in figures for one in pair)
        bars = _least_bar(look) if has_bars else 0.0
        wanted = max(wanted, widest_figure + bars)
        cells = tuple((Cell(a, None), Cell(b, None)) for a, b in figures)
    else:
        wanted = max(wanted, look.em * (5 if over else 8))
        cells = tuple(
            (_words(subject, sides, row, 0, look, half), _words(subject, sides, row, 1, look, half))
            for row in range(subject.count)
        )
    if wanted > half + 0.02 and not (over and size == FIGURES[-1]):
        return None
    set_names = tuple(
        lines_of(name, _centred(sizes.what if middle else look.label), middle or width,
                 origin=_name_at(subject, sides, row))
        for row, name in enumerate(names)
    )  # fmt: skip
    head = heads[0].height + look.of(4, 12) + look.of(2.2, 6)
    return Grid(middle, half, gap, cells, set_names, (heads[0], heads[1]), has_bars, head,
                max(look.of(5, 15), AIR * look.of(*size)))  # fmt: skip


def _name_at(subject: Subject, sides: Sides, row: int) -> Origin:
    return subject.table.places.of(row, sides.names if sides.names >= 0 else sides.left)


def _centred(style: TextStyle) -> TextStyle:
    return replaced(style, alignment=Alignment.CENTER)


def _words(subject: Subject, sides: Sides, row: int, side: int, look: Look, width: float) -> Cell:
    words = words_of(subject, sides, row, side, unit=False)
    plain = words.text
    return Cell(NOTHING, lines_of(plain, look.label, max(width, look.em), origin=words.origin))


# Drawn


def _edges(grid: Grid, side: int, width: float) -> tuple[float, float]:
    """A side's column: from its outer edge to its inner one."""
    return (0.0, grid.half) if side == 0 else (width, width - grid.half)


def _claimed(subject: Subject, sides: Sides) -> int:
    """The side that the title is about; else the first."""
    named = [name_of(subject, sides, side) for side in (0, 1)]
    keys = {str(key) for key in subject.chart.highlight}
    columns = [subject.table.columns[place].name for place in sides.both]
    return 1 if keys & {named[1], columns[1]} else 0


def _head(
    grid: Grid, look: Look, subject: Subject, sides: Sides, width: float
) -> Iterator[tuple[Point, Frame]]:
    """The sides' names, each over a rule in its colour."""
    thick = look.of(2.2, 6)
    for side in (0, 1):
        outer, inner = _edges(grid, side, width)
        one, items = grid.heads[side], list[Placed]()
        if grid.has_bars:
            items += one.at(inner, one.rise, 1.0 if side == 0 else 0.0)
        elif _is_centred(grid):
            items += one.at((outer + inner) / 2, one.rise, 0.5)
        else:
            items += one.at(min(outer, inner), one.rise)
        is_claimed = side == _claimed(subject, sides)
        y = grid.head - thick / 2
        items += straight(Point(min(outer, inner), y), Point(max(outer, inner), y),
                          Stroke(look.accent if is_claimed else look.context, thick),
                          subject.table.columns[sides.both[side]].origin)  # fmt: skip
        yield Point(0, 0), bare(items)


def _is_centred(grid: Grid) -> bool:
    return all(cell.words is None for pair in grid.cells for cell in pair)


def _row(
    grid: Grid, subject: Subject, sides: Sides, look: Look, row: int, y: float, width: float
) -> Iterator[tuple[Point, Frame]]:
    tall = grid.height_of(row)
    top = y + grid.air
    name = grid.names[row]
    if row:
        yield Point(0, 0), bare(straight(Point(0, y), Point(width, y), look.gridline,
                                         _name_at(subject, sides, row)))  # fmt: skip
    if grid.middle:
        left = grid.half + grid.gap
        yield Point(left, top + (tall - name.size.height) / 2), name
    elif name.size.height:
        yield Point(0, top), name
        top += name.size.height + grid.air * 0.5
        tall -= name.size.height + grid.air * 0.5
    for side in (0, 1):
        cell = grid.cells[row][side]
        outer, inner = _edges(grid, side, width)
        if cell.words is not None:
            yield Point(min(outer, inner), top + (tall - cell.height) / 2), cell.words
        elif grid.has_bars:
            items = _bar(grid, subject, sides, look, row, side, top + tall / 2, width)
            yield Point(0, 0), bare(items)
        else:
            items = list(cell.figure.middle((outer + inner) / 2, top + tall / 2, 0.5))
            yield Point(0, 0), bare(items)


def _bar(
    grid: Grid, subject: Subject, sides: Sides, look: Look, row: int, side: int, middle: float,
    width: float,
) -> list[Placed]:  # fmt: skip
    """From the names outwards, its figure behind it; one scale for both sides and all rows."""
    outer, inner = _edges(grid, side, width)
    gap = look.em * 0.4
    widest = max(cell.figure.width for pair in grid.cells for cell in pair)
    values = [value for one in subject.series for value in one.present]
    away = -1 if side == 0 else 1
    scale = from_zero(values, inner, outer - away * (widest + gap))
    value, items = subject.series[side].values[row], list[Placed]()
    thick = look.of(11, 34)
    end = inner if value is None else scale.at(value)
    if value is not None and abs(end - inner) >= look.thinnest:
        fill = look.accent if side == _claimed(subject, sides) else look.rest
        items += bar((inner, end), (middle - thick / 2, middle + thick / 2), fill,
                     at(subject, sides, row, side))  # fmt: skip
    figure = grid.cells[row][side].figure
    items += figure.middle(end + away * gap, middle, 1.0 if side == 0 else 0.0)
    reach = thick / 2 + look.of(2, 6)
    items += straight(Point(inner, middle - reach), Point(inner, middle + reach), look.base,
                      subject.origin)  # fmt: skip
    return items


DEVICE = Device("comparison", refuses, least, draw, ("table", "grouped-bars"))

"""A unit grid: a share as cells of a whole, from the lower left; a fraction as n of m cells."""

from __future__ import annotations

from fractions import Fraction

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.part.share import Share, share_of
from infographic.blocks.devices.part.told import Told, told
from infographic.display.frame import Frame, bare, together
from infographic.display.items import Path, Placed, Stroke
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.arrangements.grids import unit_cells
from infographic.graphics.lettering import NOTHING
from infographic.graphics.look import Look
from infographic.graphics.marks import bar, framed
from infographic.graphics.outlines import box
from infographic.graphics.subject import Subject
from infographic.graphics.words import word
from infographic.text.style import Part

WHOLE = Fraction(1)
ACROSS = 10
"""Cells a row."""
TIGHT = 2
"""Rows of a grid in little height: each cell is then 5 %."""


class Grid(NamedTuple):
    """Cells that stand for one whole."""

    columns: int
    rows: int
    parts: int
    """Cells that there are: all that fit but of a fraction."""
    wholes: int
    """Grids side by side: more than one for more than 100 %."""

    @property
    def value(self) -> Fraction:
        """Of the whole, what one cell is."""
        return Fraction(1, self.parts)


def refuses(subject: Subject) -> Saying | None:
    share = share_of(subject)
    if isinstance(share, Saying):
        return share
    if share.high > 2:
        return say("graphic-refuses/over-whole", share=f"{float(share.high) * 100:.0f} %")
    if 0 < share.high < Fraction(1, 100) and not share.parts:
        return say("graphic-refuses/under-a-cell")
    return None


def _grids(share: Share) -> tuple[Grid, ...]:
    """Ways to draw a share, the roomiest first."""
    if share.parts and share.high <= 1:
        rows = 1 if share.parts <= ACROSS else 2
        return (Grid(-(-share.parts // rows), rows, share.parts, 1),)
    wholes = 1 if share.high <= 1 else 2
    return (
        Grid(ACROSS, ACROSS, 100, wholes), Grid(ACROSS, TIGHT, ACROSS * TIGHT, wholes),
    )  # fmt: skip


class _Plan(NamedTuple):
    """A grid at its size, and its words beside or over it."""

    grid: Grid
    cell: float
    gap: float
    told: Told
    is_beside: bool
    between: float
    """From the grid to its words."""

    @property
    def one_width(self) -> float:
        return self.grid.columns * (self.cell + self.gap) - self.gap

    @property
    def width(self) -> float:
        """Of all its grids."""
        return self.grid.wholes * (self.one_width + self.cell) - self.cell

    @property
    def grid_height(self) -> float:
        return self.grid.rows * (self.cell + self.gap) - self.gap

    @property
    def height(self) -> float:
        words = self.told.frame.size.height
        if self.is_beside:
            return max(self.grid_height, words)
        return self.grid_height + self.between + words


def _bounds(share: Share, look: Look) -> tuple[float, float]:
    """The least and the greatest cell. Few cells of a fraction are larger."""
    if share.parts:
        return look.of(9, 34), look.of(26, 90)
    return look.of(7, 24), look.of(9, 34)


def _widths(grid: Grid, cell: float, ratio: float) -> float:
    one = grid.columns * cell * (1 + ratio) - cell * ratio
    return grid.wholes * (one + cell) - cell


def _plans(
    share: Share, look: Look, width: float, height: float | None, language: str
) -> list[_Plan]:
    """Every way in which it may be drawn in a width, the best first."""
    least, most = _bounds(share, look)
    ratio = look.of(1.6, 6) / look.of(8, 34)
    grids = _grids(share)
    # In little height the figure is no larger than one at a line's end.
    ways = [(grid, 0.0) for grid in grids] + [(grids[-1], look.end.of(Part.DIGITS).size)]
    found = []
    for grid, largest in ways if height is not None else ways[:1]:
        per_cell = _widths(grid, 1.0, ratio)
        for is_beside in (True, False):
            between = look.em * (1.3 if is_beside else 0.8)
            words = between + look.em * 7 if is_beside else 0.0
            cell = min(most, (width - words) / per_cell)
            if is_beside and cell < most * 0.85:
                continue
            cell = max(cell, least)
            room = width - between - cell * per_cell if is_beside else width
            said = told(share, look, room, language, largest)
            if is_beside and said.figure.width > room:
                continue
            plan = _Plan(grid, cell, cell * ratio, said, is_beside, between)
            found.append(_lowered(plan, least, ratio, height))
    return found


def _lowered(plan: _Plan, least: float, ratio: float, height: float | None) -> _Plan:
    """With cells so small that they fit a height, no smaller than the least."""
    if height is None or plan.height <= height:
        return plan
    room = height if plan.is_beside else height - plan.between - plan.told.frame.size.height
    cell = max(min(plan.cell, room / (plan.grid.rows * (1 + ratio) - ratio)), least)
    return plan._replace(cell=cell, gap=cell * ratio)


def least(subject: Subject, look: Look) -> Size:
    share = share_of(subject)
    assert isinstance(share, Share)
    smallest, _ = _bounds(share, look)
    ratio = look.of(1.6, 6) / look.of(8, 34)
    width = _widths(_grids(share)[-1], smallest, ratio)
    narrowest = told(share, look, width, subject.language)
    width = max(width, narrowest.figure.width)
    return Size(width, least_height(subject, look, width))


def least_height(subject: Subject, look: Look, width: float) -> float:
    share = share_of(subject)
    assert isinstance(share, Share)
    plans = _plans(share, look, width, 0.0, subject.language)
    return min(plan.height for plan in plans)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    share = share_of(subject)
    assert isinstance(share, Share)
    plans = _plans(share, look, room.width, room.height, subject.language)
    fitting = [one for one in plans if room.height is None or one.height <= room.height + 0.01]
    plan = fitting[0] if fitting else min(plans, key=lambda one: one.height)
    words = plan.told.frame
    top = 0.0 if plan.is_beside else words.size.height + plan.between
    items: list[Placed] = []
    for whole in range(plan.grid.wholes):
        left = whole * (plan.one_width + plan.cell)
        items += _cells(share, look, plan, whole, Point(left, top))
    beside = Point(plan.width + plan.between, 0) if plan.is_beside else Point(0, 0)
    frame = together(Size(room.width, plan.height), [(Point(0, 0), bare(items)), (beside, words)])
    return Drawn(frame, _said(share, plan, subject.language))


SHAPES = ((10, 10), (20, 5), (25, 4), (50, 2))
"""Columns and rows of a hundred cells."""
ALIKE = 0.75


def cells_alone(share: Share, look: Look, width: float, height: float) -> Frame | None:
    """The cells without a word, under a figure that says them: a hundred of them, or those of a
    fraction, as large as a room allows; None in too little, or for what a grid does not show."""
    if share.high > 1 or (share.high < Fraction(1, 100) and not share.parts):
        return None
    parts = share.parts
    shapes = [(-(-parts // rows), rows) for rows in (1, 2, 3)] if parts else [*SHAPES]
    ratio = look.of(1.6, 6) / look.of(8, 34)

    def cell_of(shape: tuple[int, int]) -> float:
        columns, rows = (count * (1 + ratio) - ratio for count in shape)
        return min(width / columns, height / rows)

    # Of those with about the largest cells, the one that is widest.
    largest = max(map(cell_of, shapes))
    likely = [shape for shape in shapes if cell_of(shape) >= ALIKE * largest]
    columns, rows = max(likely, key=lambda shape: shape[0] * cell_of(shape))
    cell = cell_of((columns, rows))
    if cell < _bounds(share, look)[0]:
        return None
    plan = _Plan(
        Grid(columns, rows, share.parts or 100, 1), cell, cell * ratio, Told(bare(()), NOTHING),
        is_beside=True, between=0.0,
    )  # fmt: skip
    items = _cells(share, look, plan, 0, Point(0, 0))
    return Frame(Size(width, plan.grid_height), tuple(items))


def _said(share: Share, plan: _Plan, language: str) -> tuple[str, ...]:
    said = []
    if plan.grid.parts == ACROSS * TIGHT and not share.parts:
        said.append(word("cell-is", language, share=100 // plan.grid.parts))
    if not share.is_exact:
        said.append(word("outlined-inexact", language))
    return tuple(said)


def _cells(share: Share, look: Look, plan: _Plan, whole: int, corner: Point) -> list[Placed]:
    """One whole's cells: filled, in part filled, outlined, and the rest of it."""
    grid, origin = plan.grid, share.origin
    every = unit_cells(grid.columns, grid.rows, plan.cell, plan.gap, corner.x, corner.y)
    filled, open_to = _marked(share, grid)
    first = whole * grid.parts
    full, rest = (
        Path(box(0, 0, plan.cell, plan.cell), fill=color) for color in (look.accent, look.land)
    )
    hairline = Stroke(look.ink, 0.25)
    items: list[Placed] = []
    for number, cell in enumerate(every[: grid.parts]):
        part = min(max(filled - first - number, Fraction(0)), WHOLE)
        if part < 1 and first + number < open_to:
            items += _open_cell(look, cell, float(part), origin)
            continue
        items.append(Placed(cell.corner, full if part >= 1 else rest, origin))
        if part < 1 and cell.width * float(part) >= look.thinnest:
            ends = (cell.x, cell.x + cell.width * float(part))
            items += bar(ends, (cell.y, cell.bottom), look.accent, origin)
        if part < 1 and look.is_print:
            items += framed((cell.x, cell.right), (cell.y, cell.bottom), hairline, origin)
    return items


def _marked(share: Share, grid: Grid) -> tuple[Fraction, Fraction]:
    """How many cells are filled, and up to which they are outlined: what is not known exactly."""
    filled, high = share.low / grid.value, share.high / grid.value
    if share.is_range:
        return Fraction(int(filled)), high
    last = -(-filled.numerator // filled.denominator)
    if share.sense == "at least":
        return filled, Fraction(int(filled) + 1) if filled < grid.parts * grid.wholes else Fraction(
            0
        )
    if share.sense != "exact" and last:
        return Fraction(last - 1), Fraction(last)
    return filled, Fraction(0)


def _open_cell(look: Look, cell: Rect, part: float, origin: Origin) -> list[Placed]:
    """A cell that is not known to be of the share: outlined, what is known of it filled."""
    along, across = (cell.x, cell.right), (cell.y, cell.bottom)
    items = [*bar(along, across, look.paper, origin)]
    if cell.width * part >= look.thinnest:
        items += bar((cell.x, cell.x + cell.width * part), across, look.accent, origin)
    return [*items, *framed(along, across, Stroke(look.accent, look.of(1.5, 4)), origin)]


DEVICE = Device("unit-grid", refuses, least, draw, ("share-bar", "figures"), says_unit=True)

"""Text through tiers (栏) of columns that run down: the upper tier first, from the right."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.display.items import Placed
from infographic.flow.column_ends import Fragment
from infographic.flow.leveling import (
    Balance,
    Rooms,
    filled_in_turn,
    filled_with_air,
    leveled,
    lines_left,
)
from infographic.flow.line_rooms import LineRoom
from infographic.flow.passages import Passage
from infographic.flow.pour import Poured
from infographic.foundation.geometry import Point
from infographic.foundation.record import record
from infographic.layout.block import Region
from infographic.layout.column_grid import solve_columns
from infographic.layout.setting import TOLERANCE, height_of
from infographic.layout.vertical import shortest, stand_columns
from infographic.text.style import TextStyle

Piece = tuple[int, Placed]
"""A line and the number of its paragraph."""


@record
class TierSet:
    """Equal tiers, settled. Lengths are in points."""

    count: int
    measure: float
    """The length of their columns."""
    gutter: float
    rows: int
    """Columns that each has room for."""
    leading: float
    balance: Balance = "none"

    @property
    def pitch(self) -> float:
        """From a tier's head to the next one's."""
        return self.measure + self.gutter

    @property
    def height(self) -> float:
        return self.count * self.pitch - self.gutter

    def rooms(self, rows: int) -> Rooms:
        """The tiers with room for so many columns each."""
        return ((LineRoom(0.0, self.measure),) * rows,) * self.count

    def stood(self, passages: tuple[Passage, ...]) -> Poured:
        """The words in the tiers, which end level if `balance` says so."""
        if self.balance == "none":
            return filled_in_turn(passages, self.rooms(self.rows), self.leading)
        found = leveled(passages, self.rooms, self.leading, self.rows)
        if found.poured.left:
            return found.poured
        if self.balance == "fill":
            full = filled_with_air(found.poured, self.rooms(self.rows))
            if full is not None:
                return full
        # Their ends stand in the white of a frame seldom full: a gap amid the columns is worse.
        return found.poured

    def fits(self, passages: tuple[Passage, ...]) -> bool:
        return not self.stood(passages).left

    def spare(self, poured: Poured) -> int:
        """The columns that stand empty."""
        return sum(lines_left(self.rooms(self.rows), poured))


def tier_set(
    passages: tuple[Passage, ...], style: TextStyle, region: Region, *, count: int, gutter: float,
    length: float | None, whole: bool, balance: Balance,
) -> TierSet:  # fmt: skip
    """The tiers of a region: as high as it is, else as `length` says, else as short as the words
    allow; `whole`: of whole characters."""
    size, leading = style.size, style.leading
    rows = int((region.width + TOLERANCE) / leading)
    if region.height is not None:
        grid = solve_columns(region.height, count, gutter, size, whole)
        return TierSet(count, grid.measure, grid.gutter, rows, leading, balance)
    if length is not None:
        measure = solve_columns(length, 1, 0.0, size, whole).measure
        return TierSet(count, measure, gutter, rows, leading, balance)
    measure = shortest(
        lambda tried: TierSet(count, tried, gutter, rows, leading, balance).fits(passages), size
    )
    return TierSet(count, measure, gutter, rows, leading, balance)


def stand_tiers(
    poured: Poured, passages: Sequence[Passage], set_: TierSet, width: float
) -> list[Piece]:
    """The entries of each tier as columns.

    A heading of several columns stands in the middle of those it takes.
    """
    pieces: list[Piece] = []
    for stand in poured.stands:
        entry, room = stand.entry, stand.rows * set_.leading
        right = width - stand.row * set_.leading
        at = Point(right - _before(entry, room), stand.room * set_.pitch)
        columns = stand_columns(entry.lines, passages[entry.paragraph].origin, at)
        pieces += [(entry.paragraph, placed) for placed in columns]
    return pieces


def _before(entry: Fragment, room: float) -> float:
    """Air right of an entry's lines: all of it for a line of text, half for a heading."""
    spare = room - height_of(entry.lines)
    return spare if len(entry.lines) == 1 and entry.kind == "body" else spare / 2

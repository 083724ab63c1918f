"""Text through tiers (栏) of columns that run down: the upper tier first, from the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from infographic.display.items import Placed
from infographic.foundation.geometry import Point
from infographic.layout.block import Region
from infographic.layout.column_grid import solve_columns
from infographic.layout.columns import Column, Entry, fill
from infographic.layout.passages import Passage, entries_of
from infographic.layout.setting import TOLERANCE, height_of
from infographic.layout.vertical import shortest, stand_columns
from infographic.text.style import TextStyle

Piece = tuple[int, Placed]
"""A line and the number of its paragraph."""


@dataclass(frozen=True, slots=True)
class TierSet:
    """Equal tiers, settled. Lengths are in points."""

    count: int
    measure: float
    """The length of their columns."""
    gutter: float
    rows: int
    """Columns that each has room for."""
    leading: float

    @property
    def pitch(self) -> float:
        """From a tier's head to the next one's."""
        return self.measure + self.gutter

    @property
    def height(self) -> float:
        return self.count * self.pitch - self.gutter

    def filled(self, passages: tuple[Passage, ...]) -> tuple[list[Column], list[Entry]]:
        """The tiers, and what found no room in them."""
        entries = entries_of(passages, self.measure, self.leading)
        tiers, left = fill(entries, [self.rows] * self.count)
        return tiers, entries[len(entries) - left :]

    def fits(self, passages: tuple[Passage, ...]) -> bool:
        return not self.filled(passages)[1]


def tier_set(
    passages: tuple[Passage, ...], style: TextStyle, region: Region, *, count: int, gutter: float,
    length: float | None, whole: bool,
) -> TierSet:  # fmt: skip
    """The tiers of a region: as high as it is, else as `length` says, else as short as the words
    allow; `whole`: of whole characters."""
    size, leading = style.size, style.leading
    rows = int((region.width + TOLERANCE) / leading)
    if region.height is not None:
        grid = solve_columns(region.height, count, gutter, size, whole)
        return TierSet(count, grid.measure, grid.gutter, rows, leading)
    if length is not None:
        measure = solve_columns(length, 1, 0.0, size, whole).measure
        return TierSet(count, measure, gutter, rows, leading)
    measure = shortest(
        lambda tried: TierSet(count, tried, gutter, rows, leading).fits(passages), size
    )
    return TierSet(count, measure, gutter, rows, leading)


def stand_tiers(
    tiers: Sequence[Column],
    passages: Sequence[Passage],
    *,
    width: float,
    pitch: float,
    leading: float,
) -> list[Piece]:
    """The entries of each tier as columns; tiers are `pitch` points apart from head to head.

    A heading of several columns stands in the middle of those it takes.
    """
    pieces: list[Piece] = []
    for number, tier in enumerate(tiers):
        right = width
        for place, entry in enumerate(tier.entries):
            room = (entry.rows if place else entry.rows_at_top) * leading
            at = Point(right - _before(entry, room), number * pitch)
            columns = stand_columns(entry.lines, passages[entry.paragraph].origin, at)
            pieces += [(entry.paragraph, placed) for placed in columns]
            right -= room
    return pieces


def _before(entry: Entry, room: float) -> float:
    """Air right of an entry's lines: all of it for a line of text, half for a heading."""
    spare = room - height_of(entry.lines)
    return spare if len(entry.lines) == 1 and entry.kind == "body" else spare / 2

"""Text through tiers (栏) of columns that run down: the upper tier first, from the right."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.display.items import Placed
from infographic.foundation.geometry import Point
from infographic.layout.columns import Column, Entry
from infographic.layout.setting import height_of
from infographic.layout.vertical import stand_columns

Piece = tuple[int, Placed]
"""A line and the number of its paragraph."""


def stand_tiers(
    tiers: Sequence[Column], *, width: float, pitch: float, leading: float
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
            columns = stand_columns(entry.lines, entry.origin, at)
            pieces += [(entry.paragraph, placed) for placed in columns]
            right -= room
    return pieces


def _before(entry: Entry, room: float) -> float:
    """Air right of an entry's lines: all of it for a line of text, half for a heading."""
    spare = room - height_of(entry.lines)
    return spare if len(entry.lines) == 1 and entry.kind == "body" else spare / 2

"""Where blocks stand among the columns of running words, in whole lines of their grid."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from infographic.foundation.geometry import Point, Rect
from infographic.layout.rooms import HAIR, Obstacle

At = Literal["top", "bottom", "middle", "row"]


@dataclass(frozen=True, slots=True)
class Place:
    """What a block wants among the columns. In points; columns counted from 0."""

    columns: range
    left: float
    """From the frame's left edge."""
    width: float
    height: float
    """As high as it likes to be."""
    gap: float
    """Between it and the words above or below, at least."""
    at: At = "top"
    row: int = 0
    """At “row”: the grid line it begins on, from 0."""
    beside: float = 0.0
    """Between it and words beside it."""
    outline: tuple[tuple[float, float], ...] = ()
    """A polygon that words run round, in shares of its width and height; () for its box."""

    def lines(self, leading: float, extra: int = 0) -> int:
        """The grid lines it takes, its gaps included."""
        return max(math.ceil((self.height + self._gaps) / leading - HAIR) + extra, 1)

    @property
    def _gaps(self) -> float:
        """At an edge only one side has words."""
        return self.gap if self.at in ("top", "bottom") else 2 * self.gap


@dataclass(frozen=True, slots=True)
class Set:
    """A block's box among the columns, and the grid lines it takes."""

    place: Place
    box: Rect
    """Whole grid lines less its gaps: a picture is made exactly so high."""
    first: int
    lines: int

    def obstacle(self, leading: float) -> Obstacle:
        place = self.place
        if place.outline:
            corners = tuple(
                Point(self.box.x + x * self.box.width, self.box.y + y * self.box.height)
                for x, y in place.outline
            )
            return Obstacle(self.box, corners, place.beside, place.gap, place.gap)
        box = Rect(self.box.x, self.first * leading, self.box.width, self.lines * leading)
        return Obstacle(box, (), place.beside)


def set_insets(
    places: Sequence[Place], count: int, height: int, leading: float, extra: Sequence[int] = ()
) -> tuple[Set, ...]:
    """Where each block stands in a frame of `height` grid lines and `count` columns.

    Those at the head stand one below the other from the head, those at the foot likewise upwards.
    `extra` lines make a block taller, or lower, than it likes to be.
    """
    heads, feet = [0] * count, [height] * count
    found = []
    for number, place in enumerate(places):
        lines = place.lines(leading, extra[number] if extra else 0)
        covered = place.columns
        match place.at:
            case "top":
                first = max(heads[c] for c in covered)
                for column in covered:
                    heads[column] = first + lines
            case "bottom":
                first = min(feet[c] for c in covered) - lines
                for column in covered:
                    feet[column] = first
            case "middle":
                first = max((height - lines) // 2, 0)
            case "row":
                first = place.row
        above = 0.0 if place.at == "top" else place.gap
        below = 0.0 if place.at == "bottom" else place.gap
        top = first * leading + above
        box = Rect(place.left, top, place.width, (first + lines) * leading - below - top)
        found.append(Set(place, box, first, lines))
    return tuple(found)

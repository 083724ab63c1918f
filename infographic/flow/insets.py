"""Where blocks stand among the columns of running words, in whole lines of their grid."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Literal

from infographic.flow.line_rooms import HAIR, Obstacle
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record import record

At = Literal["top", "bottom", "middle", "row"]


@record
class InsetPlace:
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
    lowest: float = 0.0
    """How low it may be made so that words fit; 0: no lower than it likes."""
    tallest: float = 0.0
    """How tall it may be made to fill its columns; 0: no taller."""
    is_picture: bool = False
    """A line more or less does it no harm; it fills its grid lines."""

    def lines(self, leading: float, extra: int = 0) -> int:
        """The grid lines it takes, its gaps included."""
        return max(math.ceil((self.height + self._gaps) / leading - HAIR) + extra, 1)

    def may_shrink(self, leading: float) -> int:
        """By how many lines."""
        return int((self.height - self.lowest) / leading + HAIR) if self.lowest else 0

    def may_grow(self, leading: float) -> int:
        """By how many lines."""
        return int((self.tallest - self.height) / leading + HAIR) if self.tallest else 0

    def is_fixed(self, leading: float) -> bool:
        """Whether its height is not for the words to find."""
        return self.may_grow(leading) < 1 and self.may_shrink(leading) < 1

    @property
    def _gaps(self) -> float:
        """At an edge only one side has words."""
        return self.gap if self.at in ("top", "bottom") else 2 * self.gap


@record
class SetInset:
    """A block's box among the columns, and the grid lines it takes."""

    place: InsetPlace
    box: Rect
    """Whole grid lines less its gaps, a picture is made exactly so high; less its air."""
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
    places: Sequence[InsetPlace], count: int, height: int, leading: float, extra: Sequence[int] = ()
) -> tuple[SetInset, ...]:
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
        free = (first + lines) * leading - below - top
        air = _air(place, free, leading)
        top += air if place.at == "bottom" else 0.0
        box = Rect(place.left, top, place.width, free - air)
        found.append(SetInset(place, box, first, lines))
    return tuple(found)


def _air(place: InsetPlace, free: float, leading: float) -> float:
    """Of the height it may have, what stays empty between a block that is no picture and words.

    One that hangs from the foot stands on it, and what fills its grid lines is air; others are
    made as high as those lines, and lines that it was given for the columns' sake are air.
    """
    if place.is_picture or not place.is_fixed(leading):
        return 0.0
    air = max(free - place.height, 0.0)
    return air if place.at == "bottom" else leading * int(air / leading + HAIR)


def overlaps(insets: Sequence[SetInset]) -> Iterator[tuple[int, int, int]]:
    """The pairs of blocks that stand on one another, and by how many grid lines.

    Two of which one has an outline may reach into each other's boxes.
    """
    for later, two in enumerate(insets):
        for sooner, one in enumerate(insets[:later]):
            across = min(one.box.right, two.box.right) - max(one.box.x, two.box.x)
            down = min(one.first + one.lines, two.first + two.lines) - max(one.first, two.first)
            if across > HAIR and down > 0 and not (one.place.outline or two.place.outline):
                yield sooner, later, down


def lines_needed(insets: Sequence[SetInset], height: int) -> int:
    """The grid lines that a frame of `height` of them needs for the blocks in it."""
    needed = 0
    for one in insets:
        needed = max(needed, one.first + one.lines, height - one.first if one.first < 0 else 0)
    for sooner, later, down in overlaps(insets):
        # In a taller frame what hangs from its foot or middle moves down.
        apart = abs(MOVES[insets[sooner].place.at] - MOVES[insets[later].place.at])
        if apart:
            needed = max(needed, height + math.ceil(down / apart))
    return needed


MOVES = {"top": 0.0, "row": 0.0, "middle": 0.5, "bottom": 1.0}
"""Of a line that its frame grows, so much a block moves down."""

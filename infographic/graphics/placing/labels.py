"""Labels at points of a plane: beside their mark, or on a leader, or giving way.

A label stands at one of eight places beside its mark, else farther off on a leader, else nowhere:
never outside the frame, on another label, on a mark or on what is in the way. The first wish is the
most important one: what comes later gives way. The same wishes give the same places, always.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from infographic.foundation.geometry import Point, Rect, Size
from infographic.graphics.placing.crossings import TOUCH, Line, Obstacles

Side = Literal[
    "right", "left", "above", "below", "above right", "below right", "above left", "below left"
]
SIDES: tuple[Side, ...] = (
    "right", "left", "above", "below", "above right", "below right", "above left", "below left",
)  # fmt: skip
"""In the order of liking: level with the mark, where the eye reads on (Imhof 1962, and the desk).
"""

WAYS: dict[Side, tuple[int, int]] = {
    "right": (1, 0), "left": (-1, 0), "above": (0, -1), "below": (0, 1),
    "above right": (1, -1), "below right": (1, 1), "above left": (-1, -1), "below left": (-1, 1),
}  # fmt: skip
REACHES = (10.0, 18.0, 28.0, 42.0)
"""How far from its mark a label on a leader begins, in points; the shortest that is free is taken.
"""


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that wants a place. Lengths are in points."""

    at: Point
    """The middle of its mark."""
    size: Size
    clear: float = 3.0
    """From the middle of the mark to its edge, and the label's air."""
    sides: tuple[Side, ...] = SIDES
    """Those it may stand at, the one it likes best first."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a label stands."""

    box: Rect
    side: Side
    leader: Line | None = None
    """From the mark's edge to the label, where it stands off."""


@dataclass(frozen=True, slots=True)
class Labelling:
    """What came of all wishes, in their order."""

    placements: tuple[Placement | None, ...]

    @property
    def given_way(self) -> tuple[int, ...]:
        """The indices of the labels for which there is no place: to be said."""
        return tuple(at for at, placement in enumerate(self.placements) if placement is None)


def placed_labels(
    wishes: Sequence[Wish],
    frame: Rect,
    *,
    boxes: Sequence[Rect] = (),
    lines: Sequence[Line] = (),
    gap: float = 1.0,
    reaches: Sequence[float] = REACHES,
) -> Labelling:
    """A place for each label that has one; the first wish chooses first.

    Of its free places beside the mark a label takes the one that takes the least from later labels,
    then the one it likes best. A leader cuts no box, mark or other leader; it crosses one of the
    `lines` (of data, of borders) only where it cannot do without. No label stands within `gap` of
    another. Without `reaches` no label stands on a leader.
    """
    firm = Obstacles(frame, boxes)
    drawn = Obstacles(frame, (), lines)
    for number, wish in enumerate(wishes):
        firm.add_box(_mark_of(wish), number)
    search = _Search(wishes, frame, firm, drawn, gap)
    beside = [search.free_beside(number) for number in range(len(wishes))]
    found: list[Placement | None] = []
    for number in range(len(wishes)):
        free = [one for one in beside[number] if search.is_free(one.box, number)]
        placement = _least_in_the_way(free, beside[number + 1 :], gap) if free else None
        placement = placement or search.on_leader(number, reaches)
        if placement is not None:
            firm.add_box(placement.box.grown(gap))
            if placement.leader is not None:
                firm.add_line(placement.leader)
        found.append(placement)
    return Labelling(tuple(found))


def _mark_of(wish: Wish) -> Rect:
    # The square inside the circle: a label may come close to it at a corner.
    half = wish.clear * math.sqrt(0.5)
    return Rect(wish.at.x - half, wish.at.y - half, 2 * half, 2 * half)


@dataclass(frozen=True, slots=True)
class _Search:
    wishes: Sequence[Wish]
    frame: Rect
    firm: Obstacles
    drawn: Obstacles
    gap: float

    def is_free(self, box: Rect, owner: int) -> bool:
        return not self.firm.meets(box, owner)

    def free_beside(self, number: int) -> list[Placement]:
        """The places beside a mark that are free before any label stands."""
        return [
            one for one in _beside(self.wishes[number])
            if self.frame.holds(one.box, TOUCH)
            and self.is_free(one.box, number) and not self.drawn.meets(one.box)
        ]  # fmt: skip

    def on_leader(self, number: int, reaches: Sequence[float]) -> Placement | None:
        crossing: Placement | None = None
        for one in _off(self.wishes[number], reaches):
            assert one.leader is not None
            if (
                not self.frame.holds(one.box, TOUCH)
                or self.firm.meets(one.box, number)
                or self.drawn.meets(one.box)
                or self.firm.cut(one.leader, number)
            ):
                continue
            if not self.drawn.cut(one.leader):
                return one
            crossing = crossing or one
        return crossing


def _beside(wish: Wish) -> Iterator[Placement]:
    for side in wish.sides:
        across, down = WAYS[side]
        # A corner comes as close to the round mark as a side does.
        clear = wish.clear * (math.sqrt(0.5) if across and down else 1.0)
        yield Placement(_box_at(wish.at.moved(across * clear, down * clear), wish.size, side), side)


def _box_at(at: Point, size: Size, side: Side) -> Rect:
    """The box that a point touches: with the middle of a side, or with a corner."""
    across, down = WAYS[side]
    x = at.x - size.width * (1 - across) / 2
    y = at.y - size.height * (1 - down) / 2
    return Rect(x, y, *size)


def _off(wish: Wish, reaches: Sequence[float]) -> Iterator[Placement]:
    for reach in reaches:
        for side in wish.sides:
            across, down = WAYS[side]
            length = math.hypot(across, down)
            begin, end = (
                wish.at.moved(across * far / length, down * far / length)
                for far in (wish.clear, wish.clear + reach)
            )
            # A leader that comes aslant ends at the middle of the side, where words begin or end.
            level: Side = side if not (across and down) else "right" if across > 0 else "left"
            yield Placement(_box_at(end, wish.size, level), side, (begin, end))


def _least_in_the_way(
    free: Sequence[Placement], later: Sequence[Sequence[Placement]], gap: float
) -> Placement:
    """The place that takes the least from later labels: their last place above all."""
    if len(free) == 1:
        return free[0]

    def harm(one: Placement) -> float:
        grown = one.box.grown(gap)
        taken = 0.0
        for places in later:
            lost = sum(grown.meets(other.box) for other in places)
            if lost:
                taken += 10.0 if lost == len(places) else lost / len(places)
        return taken

    # `min` keeps the first of equals, and they come in the order of liking.
    return min(free, key=harm)

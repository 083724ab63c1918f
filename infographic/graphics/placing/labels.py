"""Labels at points of a plane: beside their mark, or on a leader, or giving way.

A label stands at one of eight places beside its mark, else farther off on a leader, else nowhere:
never outside the frame, on another label, on a mark or on what is in the way. The first wish is the
most important one: what comes later gives way. The same wishes give the same places, always.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Literal

from infographic.foundation import limits
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record import record
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

MOST_LOOKED = 1_000_000
"""Boxes held against each other: a crowd has no place for more labels in any order.
"""
MORE_ORDERS = 5
"""So many other orders of choosing are tried while some label has no place."""
LIKING, AMBIGUOUS, LAST_PLACE = 0.3, 1.5, 10.0
"""What it costs to stand at the next side in the order of liking; as near to another mark as to its
own; where a later label has its last free place. A share of a later label's places costs its
square: one of eight is little."""


@record
class Wish:
    """A label that wants a place. Lengths are in points."""

    at: Point
    """The middle of its mark."""
    size: Size
    clear: float = 3.0
    """From the middle of the mark to its edge, and the label's air."""
    sides: tuple[Side, ...] = SIDES
    """Those it may stand at, the one it likes best first."""


@record
class Placement:
    """Where a label stands."""

    box: Rect
    side: Side
    leader: Line | None = None
    """From the mark's edge to the label, where it stands off."""


@record
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
    """A place for each label that has one; what gives way is as late in the wishes as can be.

    A label takes the place beside its mark that it likes best, unless it would stand as near to
    another mark, or take from a later label what that has left. A leader cuts no box, mark or other
    leader; it crosses one of the `lines` (of data, of borders) only where it cannot do without. No
    label stands within `gap` of another. Without `reaches` no label stands on a leader.
    """
    if not wishes:
        return Labelling(())
    most = limits.most("labels")
    if len(wishes) > most:
        # Each is held against all others: those past the limit give way at once.
        marks = [_mark_of(wish) for wish in wishes[most:]]
        nearest = placed_labels(
            wishes[:most], frame, boxes=[*boxes, *marks], lines=lines, gap=gap, reaches=reaches
        )
        return Labelling((*nearest.placements, *(None for _ in marks)))
    order = tuple(range(len(wishes)))
    drawn = Obstacles(frame, (), lines)
    best, looked = _tried(order, wishes, frame, boxes, drawn, gap, reaches)
    last = best
    # What found no place chooses before those that stood in its way: they may have another.
    for _ in range(MORE_ORDERS):
        first = last.given_way
        if not first or looked > MOST_LOOKED:
            break
        order = (*first, *(number for number in order if number not in first))
        last, more = _tried(order, wishes, frame, boxes, drawn, gap, reaches)
        looked += more
        best = max(best, last, key=_standing)
    return best


def _standing(labelling: Labelling) -> tuple[bool, ...]:
    """Whether each stands: the first counts more than all the others together."""
    return tuple(placement is not None for placement in labelling.placements)


def _tried(
    order: Sequence[int], wishes: Sequence[Wish], frame: Rect, boxes: Sequence[Rect],
    drawn: Obstacles, gap: float, reaches: Sequence[float],
) -> tuple[Labelling, int]:  # fmt: skip
    """What comes of it where they choose in this order, and how many boxes were looked at."""
    firm, marks = Obstacles(frame, boxes), Obstacles(frame)
    for number, wish in enumerate(wishes):
        firm.add_box(_mark_of(wish), number)
        marks.add_box(_mark_of(wish), number)
    search = _Search(wishes, frame, firm, drawn, marks, gap)
    beside = [search.free_beside(number) for number in order]
    found: list[Placement | None] = [None] * len(wishes)
    for turn, number in enumerate(order):
        free = [one for one in beside[turn] if search.is_free(one.box, number)]
        if free:
            placement: Placement | None = _best(free, beside[turn + 1 :], search, number)
        elif firm.looked > MOST_LOOKED:
            placement = None
        else:
            placement = search.on_leader(number, reaches)
        if placement is not None:
            firm.add_box(placement.box.grown(gap))
            if placement.leader is not None:
                firm.add_line(placement.leader)
        found[number] = placement
    return Labelling(tuple(found)), firm.looked


def _mark_of(wish: Wish) -> Rect:
    # The square inside the circle: a label may come close to it at a corner.
    half = wish.clear * math.sqrt(0.5)
    return Rect(wish.at.x - half, wish.at.y - half, 2 * half, 2 * half)


@record
class _Search:
    wishes: Sequence[Wish]
    frame: Rect
    firm: Obstacles
    drawn: Obstacles
    marks: Obstacles
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
            for across, down in _slants(*WAYS[side]):
                begin, end = (
                    wish.at.moved(across * far, down * far)
                    for far in (wish.clear, wish.clear + reach)
                )
                # A leader ends at the middle of a side: aslant where words begin or end.
                if abs(down) > 0.8:
                    touched: Side = "below" if down > 0 else "above"
                else:
                    touched = "right" if across > 0 else "left"
                yield Placement(_box_at(end, wish.size, touched), side, (begin, end))


def _slants(across: int, down: int) -> Iterator[tuple[float, float]]:
    """The direction of a side; of a corner three, 22.5° apart: sixteen in all. Each of length 1."""
    if not (across and down):
        yield across, down
        return
    for degrees in (45.0, 22.5, 67.5):
        angle = math.radians(degrees)
        yield across * math.cos(angle), down * math.sin(angle)


def _best(
    free: Sequence[Placement], later: Sequence[Sequence[Placement]], search: _Search, number: int
) -> Placement:
    """The place a reader takes for this mark's, that leaves later labels one, and that is liked."""

    def price(place: Placement) -> float:
        box = place.box.grown(search.gap)
        found = LIKING * search.wishes[number].sides.index(place.side)
        if search.marks.meets(place.box.grown(search.wishes[number].clear), number):
            found += AMBIGUOUS
        for places in later:
            lost = sum(box.meets(other.box) for other in places)
            if lost:
                found += LAST_PLACE if lost == len(places) else (lost / len(places)) ** 2
        return found

    return min(free, key=price)

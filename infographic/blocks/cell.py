"""A stat as a cell of a row: what stands down to its first number, and what stands below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from infographic.display.items import Frame, Placed
from infographic.foundation.geometry import Point, Size
from infographic.layout.setting import TOLERANCE


@dataclass(frozen=True, slots=True)
class StatCell:
    """One stat, cut where a row needs to fit it to its neighbours."""

    head: Frame
    """Down to its first number; all of it where it is a sentence."""
    number: float
    """The first number's baseline, from the head's top."""
    depth: float = 0.0
    """How far the number reaches below its baseline (Han units do)."""
    rest: Frame | None = None
    """What stands below the number, with the gap above it; its top is where the number ends."""

    @classmethod
    def of_number(cls, number: Frame) -> StatCell:
        """A number, set without the air about it, and nothing else."""
        return cls(number, number.baseline, number.size.height - number.baseline)

    @property
    def ends_at_number(self) -> bool:
        return abs(self.head.size.height - self.number - self.depth) <= TOLERANCE

    @property
    def alone(self) -> Frame:
        """The cell as it stands in no row."""
        return level([self])[0]

    def with_below(self, frame: Frame, gap: float) -> StatCell:
        """The cell with a frame below all that it has."""
        lower = replace(
            frame,
            size=Size(frame.size.width, frame.size.height + gap),
            items=frame.placed(Point(0, gap)),
        )
        if self.rest is None and not self.ends_at_number:
            return replace(self, head=_under(self.head, lower))
        return replace(self, rest=lower if self.rest is None else _under(self.rest, lower))

    def with_above(self, frame: Frame, gap: float) -> StatCell:
        """The cell with a frame above all that it has."""
        down = frame.size.height + gap
        head = replace(
            self.head,
            size=Size(self.head.size.width, self.head.size.height + down),
            items=(*frame.items, *self.head.placed(Point(0, down))),
            faults=frame.faults + self.head.faults,
            baseline=frame.baseline,
        )
        return replace(self, head=head, number=self.number + down)

    def below(self, depth: float) -> float:
        """Its height below the baseline where its row's numbers reach `depth` below it."""
        if self.rest is None:
            return self.head.size.height - self.number
        return depth + self.rest.size.height


def _under(upper: Frame, lower: Frame) -> Frame:
    down = upper.size.height
    return replace(
        upper,
        size=Size(max(upper.size.width, lower.size.width), down + lower.size.height),
        items=(*upper.items, *lower.placed(Point(0, down))),
        faults=upper.faults + lower.faults,
    )


def level(cells: Sequence[StatCell]) -> list[Frame]:
    """The cells of a row as frames of one height, their first numbers on one baseline.

    Labels stand on the numbers, so that the label of few lines hangs no higher than its number
    asks; what is below the numbers begins on one line.
    """
    number = max(cell.number for cell in cells)
    depth = max(cell.depth for cell in cells)
    height = number + max(cell.below(depth) for cell in cells)
    return [_standing(cell, number, depth, height) for cell in cells]


def _standing(cell: StatCell, number: float, depth: float, height: float) -> Frame:
    down = number - cell.number
    items: tuple[Placed, ...] = cell.head.placed(Point(0, down)) if down else cell.head.items
    faults = cell.head.faults
    if cell.rest is not None:
        items += cell.rest.placed(Point(0, number + depth))
        faults += cell.rest.faults
    width = cell.head.size.width
    return Frame(Size(width, height), items, faults, cell.head.baseline + down)


def abreast(cells: Sequence[StatCell], xs: Sequence[float], width: float) -> StatCell:
    """Cells side by side as one, their numbers on its baseline."""
    number = max(cell.number for cell in cells)
    depth = max(cell.depth for cell in cells)
    heads = [cell.head.placed(Point(x, number - cell.number))
             for cell, x in zip(cells, xs, strict=True)]  # fmt: skip
    head = Frame(
        Size(width, number + depth),
        tuple(item for items in heads for item in items),
        tuple(fault for cell in cells for fault in cell.head.faults),
        baseline=number,
    )
    rests = [(cell.rest, x) for cell, x in zip(cells, xs, strict=True) if cell.rest is not None]
    if not rests:
        return StatCell(head, number, depth)
    rest = Frame(
        Size(width, max(frame.size.height for frame, _ in rests)),
        tuple(item for frame, x in rests for item in frame.placed(Point(x, 0))),
        tuple(fault for frame, _ in rests for fault in frame.faults),
    )
    return StatCell(head, number, depth, rest)


def one_below_the_other(cells: Sequence[StatCell], gap: float) -> StatCell:
    """Cells as one, the first one's number its own."""
    first, *others = cells
    for cell in others:
        first = first.with_below(cell.alone, gap)
    return first

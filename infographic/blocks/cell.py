"""A stat as a cell of a row: what stands down to its first number, and what stands below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import Placed
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.layout.setting import TOLERANCE
from infographic.story.stat import Pieces
from infographic.text.paragraph import Paragraph, natural_width, set_paragraph
from infographic.text.style import Part, TextStyle, UnitShare


@record
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
        return aligned([self])[0]

    def with_below(self, frame: Frame, gap: float) -> StatCell:
        """The cell with a frame below all that it has."""
        lower = replaced(frame.moved(0, gap), size=Size(frame.size.width, frame.size.height + gap))
        if self.rest is None and not self.ends_at_number:
            return replaced(self, head=_under(self.head, lower))
        return replaced(self, rest=lower if self.rest is None else _under(self.rest, lower))

    def with_above(self, frame: Frame, gap: float) -> StatCell:
        """The cell with a frame above all that it has."""
        down = frame.size.height + gap
        width, height = self.head.size
        parts = [(HERE, frame), (Point(0, down), self.head)]
        head = together(Size(width, height + down), parts, baseline=frame.baseline)
        return replaced(self, head=head, number=self.number + down)

    def below(self, depth: float) -> float:
        """Its height below the baseline where its row's numbers reach `depth` below it."""
        if self.rest is None:
            return self.head.size.height - self.number
        return depth + self.rest.size.height


def _under(upper: Frame, lower: Frame) -> Frame:
    down = upper.size.height
    size = Size(max(upper.size.width, lower.size.width), down + lower.size.height)
    parts = [(HERE, upper), (Point(0, down), lower)]
    return together(size, parts, baseline=upper.baseline)


def aligned(cells: Sequence[StatCell]) -> list[Frame]:
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
    parts = [(Point(0, down), cell.head)]
    if cell.rest is not None:
        parts.append((Point(0, number + depth), cell.rest))
    size = Size(cell.head.size.width, height)
    return together(size, parts, baseline=cell.head.baseline + down)


def abreast(
    cells: Sequence[StatCell], xs: Sequence[float], width: float, between: Sequence[Placed] = ()
) -> StatCell:
    """Cells side by side as one, their numbers on its baseline; behind the first what stands
    `between` it and the next."""
    number = max(cell.number for cell in cells)
    depth = max(cell.depth for cell in cells)
    if all(cell.rest is None for cell in cells):
        height = number + depth
        parts = [(Point(x, number - cell.number), cell.head)
                 for cell, x in zip(cells, xs, strict=True)]  # fmt: skip
    else:
        # Each with what is below its number, as they are read.
        frames = aligned(cells)
        height = frames[0].size.height
        parts = [(Point(x, 0), frame) for frame, x in zip(frames, xs, strict=True)]
    parts.insert(1, (HERE, bare(between)))
    return StatCell(together(Size(width, height), parts, baseline=number), number, depth)


def one_below_the_other(cells: Sequence[StatCell], gap: float) -> StatCell:
    """Cells as one, the first one's number its own."""
    first, *others = cells
    for cell in others:
        first = first.with_below(cell.alone, gap)
    return first


class Widths(NamedTuple):
    """Of a state or clause, at full size: its words, its number, what follows it."""

    words: float
    number: float
    tail: float
    unit: float = 0.0
    """What of the number is of a unit that goes by the digits' size."""
    digits: float = 0.0
    """The size of its digits."""
    share: UnitShare | None = None

    @classmethod
    def of(cls, pieces: Pieces, style: TextStyle, value_style: TextStyle) -> Widths:
        before, after = (
            natural_width(copy, style) if copy is not None else 0.0
            for copy in (pieces.before, pieces.after)
        )
        value = set_paragraph(pieces.value, value_style, inf)
        unit, digits = value_style.of(Part.UNIT), value_style.of(Part.DIGITS).size
        if unit.share is None or digits <= unit.share.falls_from:
            return cls(before, value.natural_width, after)
        own = _width_in(unit.size, value)
        return cls(before, value.natural_width, after, own, digits, unit.share)

    def number_at(self, factor: float) -> float:
        """The number's width with digits of so much of their size: its unit shrinks less."""
        if self.share is None:
            return factor * self.number
        grown = self.share.beside(factor * self.digits) / self.share.beside(self.digits)
        return factor * (self.number + self.unit * (grown - 1))

    def stacked(self, factor: float) -> float:
        return max(self.words, self.number_at(factor), self.tail) + TOLERANCE


def _width_in(size: float, paragraph: Paragraph) -> float:
    """What of a paragraph's lines is set in one size of type."""
    return sum(
        end - start
        for line in paragraph.lines
        for (start, run), (end, _) in pairwise([*line.text.runs, (line.text.width, None)])
        if run is not None and run.size == size
    )

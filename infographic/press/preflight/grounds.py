"""What may lie under pieces of ink, found by where it lies: a drawing has thousands of parts."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from math import floor

from infographic.foundation.geometry import Rect
from infographic.foundation.limits import Budget
from infographic.foundation.record.tuples import NamedTuple
from infographic.press.preflight.rules import InkPiece

NEAR = 0.05
CELL = 24.0
"""Points: the side of the squares that grounds are looked up by."""
FEW = 48
"""So many are looked through one by one."""
WIDE = 64
"""Squares: what lies in more is looked at wherever it lies."""


class Ground(NamedTuple):
    """What may lie under pieces, with its sides."""

    left: float
    top: float
    right: float
    bottom: float
    piece: InkPiece
    is_plain: bool
    """It fills its box."""


class Grounds:
    """Grounds in the order of painting."""

    __slots__ = ("_cells", "_indexed", "_wide", "all")

    def __init__(self) -> None:
        self.all: list[Ground] = []
        self._cells: dict[tuple[int, int], list[int]] = {}
        self._wide: list[int] = []
        self._indexed = 0

    def under(self, box: Rect, work: Budget) -> Iterator[Ground]:
        """Those that reach under a box, the topmost first.

        Raises `OverLimitError` where too many are looked at.
        """
        left, top, width, height = box
        right, bottom = left + width - NEAR, top + height - NEAR
        few = len(self.all) <= FEW
        for ground in reversed(self.all) if few else self._about(left, top, right, bottom):
            if not few:
                work.spend()
            if (
                ground[0] < right and left < ground[2] - NEAR
                and ground[1] < bottom and top < ground[3] - NEAR
            ):  # fmt: skip
                yield ground

    def reach(self, box: Rect, work: Budget) -> bool:
        """Whether one lies in a box or beside it. Raises `OverLimitError`."""
        left, top, width, height = box
        right, bottom = left + width, top + height
        work.spend(len(self.all))
        return any(
            ground[0] <= right and left <= ground[2] and ground[1] <= bottom and top <= ground[3]
            for ground in self.all
        )

    def _about(self, left: float, top: float, right: float, bottom: float) -> Iterator[Ground]:
        """Those that may reach into a box, the topmost first."""
        self._index()
        squares = _squares(left, top, right, bottom)
        if squares is None:
            yield from reversed(self.all)
            return
        lists = [self._wide, *(self._cells[square] for square in squares if square in self._cells)]
        before = -1
        # Lazily: most pieces are covered whole by one of the first.
        for number in merge(*map(reversed, filter(None, lists)), reverse=True):
            if number != before:
                yield self.all[number]
            before = number

    def _index(self) -> None:
        for number in range(self._indexed, len(self.all)):
            squares = _squares(*self.all[number][:4])
            if squares is None:
                self._wide.append(number)
                continue
            for square in squares:
                self._cells.setdefault(square, []).append(number)
        self._indexed = len(self.all)


def _squares(left: float, top: float, right: float, bottom: float) -> list[tuple[int, int]] | None:
    """The squares that a box lies in; None where they are too many to be listed."""
    first, last = floor(left / CELL), floor(right / CELL)
    above, below = floor(top / CELL), floor(bottom / CELL)
    if (last - first + 1) * (below - above + 1) > WIDE:
        return None
    return [(x, y) for x in range(first, last + 1) for y in range(above, below + 1)]

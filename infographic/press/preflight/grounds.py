"""What may lie under pieces of ink, and over words, found by where it lies: a drawing has thousands
of parts."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from math import floor
from typing import Any, Generic, TypeVar

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


Sided = TypeVar("Sided", bound=tuple[Any, ...])


class Ground(NamedTuple):
    """What may lie under pieces, with its sides."""

    left: float
    top: float
    right: float
    bottom: float
    piece: InkPiece
    is_plain: bool
    """It fills its box."""


class _ByPlace(Generic[Sided]):
    """What has sides, its left, top, right and bottom first; in the order of painting."""

    __slots__ = ("_cells", "_indexed", "_wide", "all")

    def __init__(self) -> None:
        self.all: list[Sided] = []
        self._cells: dict[tuple[int, int], list[int]] = {}
        self._wide: list[int] = []
        self._indexed = 0

    def lists_about(
        self, left: float, top: float, right: float, bottom: float
    ) -> list[list[int]] | None:
        """The numbers of those that may reach into a box, each list in order; None for all."""
        for number in range(self._indexed, len(self.all)):
            squares = _squares(*self.all[number][:4])
            if squares is None:
                self._wide.append(number)
                continue
            for square in squares:
                self._cells.setdefault(square, []).append(number)
        self._indexed = len(self.all)
        squares = _squares(left, top, right, bottom)
        if squares is None:
            return None
        return [self._wide, *(self._cells[square] for square in squares if square in self._cells)]


Word = tuple[float, float, float, float, int]
"""The sides of a piece of type, and its number among all pieces."""


class Words(_ByPlace[Word]):
    """Pieces of type, of which some are hidden by what is painted over them."""

    __slots__ = ("hidden",)

    def __init__(self) -> None:
        super().__init__()
        self.hidden: set[int] = set()
        """Places in `all`."""

    def seen(self) -> Iterator[Word]:
        return (word for place, word in enumerate(self.all) if place not in self.hidden)

    def over(self, box: Rect, work: Budget) -> Iterator[tuple[int, Word]]:
        """Those that are seen so far and reach into a box, each with its place in `all`.

        Raises `OverLimitError` where too many are looked at.
        """
        left, top, right, bottom = box.x, box.y, box.x + box.width - NEAR, box.y + box.height - NEAR
        near = None if len(self.all) <= FEW else self.lists_about(left, top, right, bottom)
        places = range(len(self.all)) if near is None else sorted(set().union(*near))
        work.spend(len(places))
        for place in places:
            word = self.all[place]
            if (
                word[0] < right and left < word[2] - NEAR
                and word[1] < bottom and top < word[3] - NEAR and place not in self.hidden
            ):  # fmt: skip
                yield place, word


class Grounds(_ByPlace[Ground]):
    """What may lie under pieces."""

    __slots__ = ()

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
        few = len(self.all) <= FEW
        for ground in self.all if few else self._about(left, top, right, bottom):
            if not few:
                work.spend()
            if (
                ground[0] <= right and left <= ground[2]
                and ground[1] <= bottom and top <= ground[3]
            ):  # fmt: skip
                return True
        return False

    def _about(self, left: float, top: float, right: float, bottom: float) -> Iterator[Ground]:
        """Those that may reach into a box, the topmost first."""
        lists = self.lists_about(left, top, right, bottom)
        if lists is None:
            yield from reversed(self.all)
            return
        before = -1
        # Lazily: most pieces are covered whole by one of the first.
        for number in merge(*map(reversed, filter(None, lists)), reverse=True):
            if number != before:
                yield self.all[number]
            before = number


def _squares(left: float, top: float, right: float, bottom: float) -> list[tuple[int, int]] | None:
    """The squares that a box lies in; None where they are too many to be listed."""
    first, last = floor(left / CELL), floor(right / CELL)
    above, below = floor(top / CELL), floor(bottom / CELL)
    if (last - first + 1) * (below - above + 1) > WIDE:
        return None
    return [(x, y) for x in range(first, last + 1) for y in range(above, below + 1)]

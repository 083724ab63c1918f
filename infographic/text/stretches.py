"""Stretches of a text that something is said of, found by place.

Those of one kind lie in a row and share no character, so that a text of thousands of marks is gone
through once, and not once a line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar


class Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> Hashable: ...


S = TypeVar("S", bound=Stretch)


class Stretches(Generic[S]):
    """Stretches in the order of their starts; those of one kind do not overlap."""

    __slots__ = ("_by_kind", "all")

    def __init__(self, every: Sequence[S]) -> None:
        self.all = every
        self._by_kind: dict[Hashable, tuple[list[int], list[int], list[int]]] = {}
        for number, one in enumerate(every):
            starts, ends, numbers = self._by_kind.setdefault(one.kind, ([], [], []))
            starts.append(one.start)
            ends.append(one.end)
            numbers.append(number)

    def between(self, low: int, high: int) -> list[S]:
        """Those that have a character from `low` to before `high`, in their order."""
        numbers = [number for kind in self._by_kind for number in self._within(kind, low, high)]
        return [self.all[number] for number in sorted(numbers)]

    def of_kind(self, kind: Hashable, low: int, high: int) -> Iterator[S]:
        """The same of one kind."""
        return (self.all[number] for number in self._within(kind, low, high))

    def _within(self, kind: Hashable, low: int, high: int) -> list[int]:
        known = self._by_kind.get(kind)
        if known is None or low >= high:
            return []
        starts, ends, numbers = known
        return numbers[bisect_right(ends, low) : bisect_left(starts, high)]

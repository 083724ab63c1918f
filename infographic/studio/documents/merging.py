"""Three versions of a value: what ours adds to theirs, and where both changed the same.

Theirs is the text that stays, with its comments and its form: somebody typed it. Ours comes to
edits of it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any, Literal

from infographic.foundation.record.tuples import NamedTuple
from infographic.loading.reading.pointer import escaped
from infographic.studio.documents.pairing import paired
from infographic.studio.documents.same import is_same

LONGEST = 2_000
"""Items of lists that are looked through for what was put in; longer ones are gone through one by
one."""


class Row(list[Any]):
    """A list whose items have fixed places: the cells of a row."""


class Clash(NamedTuple):
    """One value that both changed. `pointer` is that of the merged file."""

    pointer: str
    ours: object
    theirs: object
    stands: Literal["ours", "theirs"] = "ours"
    """Which of them the merged text has: what is deleted on one side stands."""
    deleted: Literal["", "ours", "theirs"] = ""
    """Who deleted it; its value is None then."""


class Merge:
    """`edits`, to be made of theirs one after the other, and `clashes`, where ours is taken."""

    def __init__(self, base: object, ours: object, theirs: object) -> None:
        self.edits: list[dict[str, Any]] = []
        self.clashes: list[Clash] = []
        self._merge("", base, ours, theirs)

    def _merge(self, at: str, base: Any, ours: Any, theirs: Any) -> None:
        if is_same(ours, base, exactly=True) or is_same(ours, theirs, exactly=True):
            return
        if isinstance(base, dict) and isinstance(ours, dict) and isinstance(theirs, dict):
            self._objects(at, base, ours, theirs)
        elif isinstance(base, list) and isinstance(ours, list) and isinstance(theirs, list):
            self._lists(at, base, ours, theirs)
        else:
            if not is_same(theirs, base, exactly=True):
                self.clashes.append(Clash(at, ours, theirs))
            self.edits.append({"op": "set", "pointer": at, "value": ours})

    def _objects(
        self, at: str, base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]
    ) -> None:
        for key, value in ours.items():
            place = f"{at}/{escaped(key)}"
            if key in base and key in theirs:
                self._merge(place, base[key], value, theirs[key])
            elif key in base:
                if not is_same(value, base[key], exactly=True):
                    self.edits.append({"op": "create", "pointer": place, "value": value})
                    self.clashes.append(Clash(place, value, None, "ours", "theirs"))
            elif key not in theirs:
                self.edits.append({"op": "create", "pointer": place, "value": value})
            elif not is_same(value, theirs[key], exactly=True):
                self.edits.append({"op": "set", "pointer": place, "value": value})
                self.clashes.append(Clash(place, value, theirs[key]))
        for key in base:
            if key not in ours and key in theirs:
                self._deleted(f"{at}/{escaped(key)}", base[key], theirs[key])

    def _deleted(self, at: str, base: object, theirs: object) -> bool:
        """What ours deleted: gone, unless theirs changed it."""
        if is_same(theirs, base, exactly=True):
            self.edits.append({"op": "delete", "pointer": at})
            return True
        self.clashes.append(Clash(at, None, theirs, "theirs", "ours"))
        return False

    def _lists(self, at: str, base: list[Any], ours: list[Any], theirs: list[Any]) -> None:
        own, other = _aligned(base, ours), _aligned(base, theirs)
        place = 0
        for number in range(len(base) + 1):
            there = [theirs[one] for one in other.before[number]]
            place += len(there)
            for one in own.before[number]:
                # What both put in is there once.
                if not any(is_same(ours[one], each, exactly=True) for each in there):
                    self._insert(at, place, ours[one])
                    place += 1
            if number == len(base):
                return
            mine, its = own.at[number], other.at[number]
            here = f"{at}/{place}"
            if its is not None and mine is not None:
                self._merge(here, base[number], ours[mine], theirs[its])
                place += 1
            elif its is not None:
                place += not self._deleted(here, base[number], theirs[its])
            elif mine is not None and not is_same(ours[mine], base[number], exactly=True):
                self._insert(at, place, ours[mine])
                self.clashes.append(Clash(here, ours[mine], None, "ours", "theirs"))
                place += 1

    def _insert(self, at: str, place: int, value: object) -> None:
        self.edits.append({"op": "insert", "pointer": at, "index": place, "value": value})


class _Alignment(NamedTuple):
    at: Sequence[int | None]
    """By the number of an item in the old list, that of what became of it; None of one deleted."""
    before: Sequence[list[int]]
    """By that number, the new items before it; the last are those at the end."""


def _aligned(old: list[Any], new: list[Any]) -> _Alignment:
    """Which items of a list became which of another."""
    if isinstance(old, Row) and len(old) == len(new):
        return _Alignment(range(len(old)), [[] for _ in range(len(old) + 1)])
    at: list[int | None] = [None] * len(old)
    before: list[list[int]] = [[] for _ in range(len(old) + 1)]
    for low, high, first, last in _blocks(old, new):
        next_new = first
        for one, other in paired(old[low:high], new[first:last]):
            at[low + one] = first + other
            before[low + one] += range(next_new, first + other)
            next_new = first + other + 1
        before[high] += range(next_new, last)
    return _Alignment(at, before)


def _blocks(old: list[Any], new: list[Any]) -> list[tuple[int, int, int, int]]:
    """Which stretches of a list became which of another."""
    one, other = [_key(item) for item in old], [_key(item) for item in new]
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    low, high = len(one) - tail, len(other) - tail
    ends = [(0, head, 0, head)] if head else []
    if max(low, high) - head > LONGEST:
        middle = [(head, low, head, high)]
    else:
        matcher = SequenceMatcher(None, one[head:low], other[head:high], autojunk=False)
        middle = [
            (a + head, b + head, c + head, d + head) for _, a, b, c, d in matcher.get_opcodes()
        ]
    return [*ends, *middle, (low, len(one), high, len(other))]


def _key(value: object) -> str:
    """A value as a text: equal for equal values alone."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_number)


def _number(value: object) -> str:
    return f"{value}"

"""What was made once is not made again: one bounded store for everything that is kept by content.

Equal parts of a story and of a layout are the same objects from page to page (`loading/alike`), so
what is made of them (a block, its frame, a line's operators) is kept by their identity, for which
nothing is hashed or compared in depth. Where a value stands in its author's file is no part of any
key: places are put right at the end (`foundation/places`).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from infographic.foundation.record.tuples import NamedTuple

if TYPE_CHECKING:
    from collections import Counter
    from typing import Protocol

    class Counting(Protocol):
        """As `counts.Counts`, which imports this module."""

        lay_outs: Counter[str]
        searches: int
        weighed: int

        def breaks(self, paragraph: Hashable) -> None: ...

    class Cache(Protocol):
        """As `text/keeping.KeptForPage`, which imports this module."""

        def asked(self) -> tuple[int, int]: ...

        def clear(self) -> None: ...


Value = TypeVar("Value")


class Count(NamedTuple):
    """How often a store was asked, and what came of it."""

    hits: int
    misses: int
    kept: int


class Memo(Generic[Value]):
    """Values by their keys, at most so many, the last asked for, for all threads.

    What is kept must follow from its key alone: a store changes times, never bytes. Two threads
    may make the same value, and get equal ones.

    >>> squares = Memo[int]("", 2)
    >>> squares.get(3), squares.put(3, 9), squares.get(3), squares.count
    (None, 9, 9, Count(hits=1, misses=1, kept=1))
    >>> squares.put(4, 16), squares.get(3), squares.put(5, 25), squares.get(4), squares.get(3)
    (16, 9, 25, None, 9)
    """

    __slots__ = ("_lock", "_most", "_room", "_values", "_weigh", "hits", "misses", "name")

    def __init__(self, name: str, most: int, weigh: Callable[[Value], int] | None = None) -> None:
        """`most`: so many values, or so much as `weigh` says that one weighs. `name`: by which it
        is counted; "" for a store of its owner alone."""
        self.name, self._most, self._room, self._weigh = name, most, most, weigh
        self.hits = self.misses = 0
        # With a value stands what its key has the identities of: no other takes them.
        self._values: OrderedDict[Hashable, tuple[Value, object, int]] = OrderedDict()
        self._lock = Lock()
        if name:
            STORES[name] = self

    def get(self, key: Hashable) -> Value | None:
        found = self._values.get(key)
        if found is None:
            self.misses += 1
            return None
        self.hits += 1
        try:
            self._values.move_to_end(key)
        except KeyError:
            return found[0]  # another thread dropped it meanwhile
        return found[0]

    def put(self, key: Hashable, value: Value, of: object = None) -> Value:
        """`of`: the objects that stand in the key by their identity."""
        weight = 1 if self._weigh is None else self._weigh(value)
        with self._lock:
            was = self._values.pop(key, None)
            self._values[key] = value, of, weight
            self._room -= weight - (0 if was is None else was[2])
            while self._room < 0 and len(self._values) > 1:
                _, (_, _, gone) = self._values.popitem(last=False)
                self._room += gone
        return value

    def made(self, key: Hashable, make: Callable[[], Value], of: object = None) -> Value:
        """The value of a key, made where it is not known."""
        found = self.get(key)
        return self.put(key, make(), of) if found is None else found

    def clear(self) -> None:
        with self._lock:
            self._values.clear()
            self._room = self._most

    def __len__(self) -> int:
        return len(self._values)

    @property
    def count(self) -> Count:
        return Count(self.hits, self.misses, len(self))


STORES: dict[str, Memo[Any]] = {}
"""Every store by its name, for who counts (`INFOGRAPHIC_COUNT`) or forgets."""


CACHES: dict[str, Cache] = {}
"""What keeps in another way, by its name."""
counting: Counting | None = None
"""Who counts what is done, if anybody does (`counts.counting`): one look, where there is nobody."""


def forget() -> None:
    """Empty every store and cache that is counted."""
    for store in STORES.values():
        store.clear()
    for cache in CACHES.values():
        cache.clear()

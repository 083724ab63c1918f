"""Work kept for the next page: a cache bounded by the bytes it holds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """The values last asked for, as many as fit into `capacity` bytes.

    What is kept must be a pure function of its key: the cache changes times, never bytes.
    """

    def __init__(self, capacity: int, weigh: Callable[[Value], int]) -> None:
        self.capacity = capacity
        self._weigh = weigh
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        # Made outside the lock: two threads may make the same value, and get equal ones.
        value = make()
        with self._lock:
            if key not in self._values:
                self._values[key] = value
                self._weight += self._weigh(value)
            while self._weight > self.capacity and len(self._values) > 1:
                _, dropped = self._values.popitem(last=False)
                self._weight -= self._weigh(dropped)
        return value

    def clear(self) -> None:
        with self._lock:
            self._values.clear()
            self._weight = 0

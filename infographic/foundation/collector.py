"""Python's collector of reference cycles, paused while a page is made or written.

It looks through all that lives each time so many values have been made, and making a page makes
little else: a fifth of the time of a long one, for hardly a cycle.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_MOST_AT_ONCE = 64

_lock = Lock()
_working = 0
"""So many are at work, in this thread or others: the collector is one for all."""
_begun = 0
"""So many have begun since it was paused."""
_was_on = False
"""Whether the first of them found it on."""


@contextmanager
def collector_paused() -> Iterator[None]:
    """Nothing is collected until the end, nor, where several are at work, until the last's end.

    A collector that was off before stays off. Where threads take turns without an end, all is
    looked through each time that `_MOST_AT_ONCE` have begun.
    """
    global _working, _begun, _was_on
    with _lock:
        if not _working:
            _was_on, _begun = gc.isenabled(), 0
            gc.disable()
        _working += 1
        _begun += 1
        is_due = _was_on and not _begun % _MOST_AT_ONCE
    try:
        if is_due:
            gc.collect()
        yield
    finally:
        with _lock:
            _working -= 1
            if not _working and _was_on:
                gc.enable()

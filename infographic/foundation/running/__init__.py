"""Python's collector of reference cycles, paused while a page is made or written.

It looks through all that lives each time so many values have been made, and making a page makes
little else: a fifth of the time of a long one, for hardly a cycle. Nor does it look through what
was made at the end: that was a tenth of a warm page (5 of 48 ms; of a new text 14 of 104).

A program that uses us has rubbish of its own. It is looked for before a pause, while it is young:
at the end of the pause it is taken for old with all else.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_MOST_AT_ONCE = 64
_MOST_APART = 512
"""Pauses between two looks through all that lives. A page is two, and leaves 300 values in cycles,
30 kB."""

YOUNG = 1
"""The generation that holds what was made since a pause, with all younger."""

_lock = Lock()
_working = 0
"""So many are at work, in this thread or others: the collector is one for all."""
_begun = 0
"""So many have begun since it was paused."""
_was_on = False
"""Whether the first of them found it on."""
_ended = 0
"""So many pauses have ended since all was looked through."""


@contextmanager
def collector_paused() -> Iterator[None]:
    """Nothing is collected until the end, nor, where several are at work, until the last's end.

    A collector that was off before stays off. What was made is then taken for old, and not looked
    through before `_MOST_APART` pauses have ended; where threads take turns without an end, each
    time that `_MOST_AT_ONCE` have begun.
    """
    global _working, _begun, _was_on
    # All looks are outside the lock: what they free may run any code. Before the first pause only
    # modules are young.
    if _ended and gc.isenabled():
        gc.collect(YOUNG)
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
        is_time = False
        with _lock:
            _working -= 1
            if not _working and _was_on:
                is_time = _take_for_old()
                gc.enable()
        if is_time:
            gc.collect()


def _take_for_old() -> bool:
    """What has been made is old from now on; whether the time has come to look through it all."""
    global _ended
    _ended += 1
    if _ended >= _MOST_APART:
        _ended = 0
        return True
    if not gc.get_freeze_count():
        # Two lists joined twice, whatever their length. Who has frozen values keeps them so.
        gc.freeze()
        gc.unfreeze()
    return False

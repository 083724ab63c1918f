"""Doing something again whenever one of the files that it was made from is another.

Files are looked at, not listened to: a page is made from some thirty, which take a millisecond, and
this finds a change on a network's disk, in a container and on every system, however a program
saves.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

EVERY = 0.05
"""Seconds between two looks."""
SETTLING = 0.03
"""Seconds that files are to stay as they are before they are read: a save is several steps."""
MOST_SETTLING = 30
"""Looks; a file that changes without an end is read as it is."""
SHARE = 0.05
"""Of the time, at most, is spent with looking: of a slow disk less often."""

Stamp = tuple[int, int, int] | None
"""A file's time of change in ns, its size and its number on the disk; None where there is none."""
Look = Callable[[Iterable[Path]], Mapping[Path, Stamp]]


def stamps_of(files: Iterable[Path]) -> dict[Path, Stamp]:
    """How files are now, links followed."""
    return {path: _stamp_of(path) for path in files}


def _stamp_of(path: Path) -> Stamp:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def rounds(
    make: Callable[[], Iterable[Path]],
    first: Iterable[Path],
    *,
    every: float = EVERY,
    look: Look = stamps_of,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[int]:
    """Call `make`, which answers the files that it read, and again after each change of one of
    them; their numbers, from 1, without an end.

    `first` are files that it is known to read: what changes while they are read is seen.
    """
    known, number = dict(look(first)), 0
    while True:
        files = {*make()}
        number += 1
        yield number
        # Whoever was not known before is taken as it is now.
        seen = {**look(files - known.keys()), **{path: known[path] for path in files & {*known}}}
        known = _changed(seen, look, wait, every)


def _changed(
    seen: Mapping[Path, Stamp], look: Look, wait: Callable[[float], None], every: float
) -> dict[Path, Stamp]:
    """Wait until files are others than they were, and stay so; how they are then."""
    while True:
        begun = time.perf_counter()
        now = look(seen)
        took = time.perf_counter() - begun
        if now != seen:
            break
        wait(max(every, took / SHARE))
    for _ in range(MOST_SETTLING):
        wait(SETTLING)
        before, now = now, look(seen)
        if now == before:
            break
    return dict(now)

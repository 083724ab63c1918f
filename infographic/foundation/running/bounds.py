"""How much memory a worker may take."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

OUT_OF_MEMORY = 77
"""The exit code of a worker that took too much."""
EVERY = 0.05
"""Seconds between two looks at what is taken."""
SHARE = 0.9
"""Of what may be taken: from here on the process ends of itself, and says why. Behind it the system
refuses more, and whoever asked for it may die of that in any way."""


def _always() -> bool:
    return True


def bound(megabytes: int, is_wanted: Callable[[], bool] = _always) -> None:
    """Refuse this process more memory than that, and end it when it has nearly so much; and where
    nobody wants it any more."""
    try:
        import resource
    except ImportError:
        # Windows has no such bound; the time that a job may take is one everywhere.
        return
    most = megabytes * 1_000_000
    if sys.platform.startswith("linux"):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    threading.Thread(target=_watch, args=(most * SHARE, is_wanted), daemon=True).start()


def _watch(most: float, is_wanted: Callable[[], bool]) -> None:
    while resident() < most:
        if not is_wanted():
            os._exit(0)
        time.sleep(EVERY)
    os.write(2, b"out of memory\n")
    os._exit(OUT_OF_MEMORY)


def resident() -> int:
    """The bytes of memory that this process has now; where only the most that it ever had is known,
    those."""
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[1])
    except OSError:
        import resource

        # macOS counts in bytes; the BSDs, in kilobytes.
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    return pages * os.sysconf("SC_PAGE_SIZE")


def is_of_memory(code: int | None, said: str) -> bool:
    """Whether a process ended for want of memory: by its exit code and by what it said last.

    What allocates in C ends the process where it is refused memory, and says so at most.

    >>> is_of_memory(OUT_OF_MEMORY, ""), is_of_memory(-6, "std::bad_alloc"), is_of_memory(1, "")
    (True, True, False)
    """
    return code == OUT_OF_MEMORY or any(word in said for word in _WORDS)


_WORDS = ("MemoryError", "bad_alloc", "out of memory", "Out of memory")

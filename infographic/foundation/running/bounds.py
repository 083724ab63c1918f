"""How much memory a worker may take."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

OUT_OF_MEMORY = 77
"""The exit code of a worker that took too much."""
EVERY = 0.05
"""Seconds between two looks at what is taken."""
SHARE = 0.9
"""Of what may be taken: from here on the process ends of itself, and says why. Behind it the system
refuses more, and whoever asked for it may die of that in any way."""


def bound(megabytes: int) -> None:
    """Refuse this process more memory than that, and end it when it has nearly so much."""
    try:
        import resource
    except ImportError:
        # Windows has no such bound; the time that a job may take is one everywhere.
        return
    most = megabytes * 1_000_000
    if sys.platform.startswith("linux"):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    threading.Thread(target=_watch, args=(most * SHARE,), daemon=True).start()


def _watch(most: float) -> None:
    while resident() < most:
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

"""What a killed run has left in a folder: temporary files whose writer is dead."""

from __future__ import annotations

import os
import time
from pathlib import Path

HOUR = 3600.0
"""Seconds after which a file is left, though it is not known whether its writer lives."""


def is_left(entry: os.DirEntry[str], written: str, this_machine: str) -> bool:
    """Whether a file is a temporary one of ours whose writer is dead, or older than an hour.

    `written` is what of its name says who writes. Raises `OSError`.
    """
    parts = written.split("-")
    if [len(part) for part in parts[::2]] != [8, 12]:
        return False
    machine, process, _ = parts
    if not entry.is_file(follow_symlinks=False) or not process.isdecimal():
        return False
    is_here = machine == this_machine and os.name != "nt"
    if is_here and (int(process) == os.getpid() or not _is_alive(int(process))):
        return True
    return time.time() - entry.stat(follow_symlinks=False).st_mtime > HOUR


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    try:
        # Killed, and nobody has asked for its end yet, as in a container without an init.
        said = Path(f"/proc/{process}/stat").read_bytes()
    except OSError:
        return True
    return said.rpartition(b")")[2].split()[:1] not in ([b"Z"], [b"X"])

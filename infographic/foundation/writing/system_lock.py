"""The system's lock on an open file: it ends with its process, however that ends."""

from __future__ import annotations

import os
import sys

if sys.platform == "win32":
    import msvcrt

    def is_taken(opened: int, at: int = 0) -> bool:
        """Whether the lock is ours now. `at`: the byte that is locked, which nobody else reads."""
        os.lseek(opened, at, os.SEEK_SET)
        try:
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def is_taken(opened: int, at: int = 0) -> bool:
        """Whether the lock is ours now, or there is none to be had on this disk."""
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

"""One writer of a manifest: a lock of the system's, which ends with its process however that ends.

It is on a file beside the manifest: SQLite's own locks are lost when any handle of the same file is
closed in the same process.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.sayings import say


class Lock:
    """Held from when it is made until `free`. Raises `MachineError` where another run has it."""

    def __init__(self, manifest: Path) -> None:
        self.path = manifest.with_name(manifest.name + ".lock")
        try:
            self._opened = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            reason = error.strerror or str(error)
            raise MachineError(say("machine/manifest", file=manifest, reason=reason)) from error
        if not _is_taken(self._opened):
            holder = _text_of(self._opened)
            os.close(self._opened)
            raise MachineError(say("machine/manifest-busy", file=manifest, process=holder or "?"))
        with suppress(OSError):
            os.ftruncate(self._opened, 0)
            os.lseek(self._opened, 0, os.SEEK_SET)
            os.write(self._opened, str(os.getpid()).encode())

    def free(self) -> None:
        # The file stays: who deletes it may delete one that another run has just locked.
        os.close(self._opened)


def _text_of(opened: int) -> str:
    with suppress(OSError):
        os.lseek(opened, 0, os.SEEK_SET)
        return os.read(opened, 20).decode("ascii", "replace").strip("\0 ")
    return ""


if sys.platform == "win32":
    import msvcrt

    def _is_taken(opened: int) -> bool:
        os.lseek(opened, 100, os.SEEK_SET)
        try:
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _is_taken(opened: int) -> bool:
        """Whether the lock is ours now, or there is none to be had on this disk."""
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

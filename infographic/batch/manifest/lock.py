"""One writer of a manifest: a lock of the system's, which ends with its process however that ends.

It is on a file beside the manifest: SQLite's own locks are lost when any handle of the same file is
closed in the same process.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.sayings import say
from infographic.foundation.writing.system_lock import is_taken

_BEHIND = 100
"""The byte that Windows locks: behind the number of the process, which others read."""


class Lock:
    """Held from when it is made until `free`. Raises `MachineError` where another run has it."""

    def __init__(self, manifest: Path) -> None:
        self.path = manifest.with_name(manifest.name + ".lock")
        try:
            self._opened = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            reason = error.strerror or str(error)
            raise MachineError(say("machine/manifest", file=manifest, reason=reason)) from error
        if not is_taken(self._opened, _BEHIND):
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

"""A lock on a folder, so that of two runs one writes its set of pages after the other.

It is the system's own and ends with the process, however that ends: no file says that a run is
busy which is long dead. Disks that know no locks (some of a network) are written to without one.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.sayings import say
from infographic.foundation.writing.system_lock import is_taken

PATIENCE = 20.0
"""Seconds to wait for another run; the names of a set are given in a few milliseconds."""
PAUSE = 0.02


@contextmanager
def locked(folders: Iterable[Path]) -> Iterator[None]:
    """Keep other runs out of the folders. Raises `MachineError` where one stays in too long."""
    # In one order for all: two runs that wait for each other would wait for good.
    places = sorted({os.path.realpath(folder): folder for folder in folders}.items())
    with ExitStack() as until_end:
        for _, folder in places:
            until_end.enter_context(_locked(folder))
        yield


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    try:
        opened = _opened(folder)
    except OSError:
        # One that may be written into and not read, as a letter box.
        yield
        return
    try:
        _wait_for(opened, folder)
        yield
    finally:
        os.close(opened)


def _wait_for(opened: int, folder: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not is_taken(opened):
        if time.monotonic() > until:
            holder = _holder_of(opened)
            saying = (
                say("machine/folder-busy", folder=folder, process=holder)
                if holder
                else say("machine/folder-busy-by-another", folder=folder)
            )
            raise MachineError(saying)
        time.sleep(PAUSE)


if sys.platform == "win32":

    def _opened(folder: Path) -> int:
        # A folder cannot be opened here; the file is gone with who opened it last.
        return os.open(folder / ".infographic-lock", os.O_RDWR | os.O_CREAT | os.O_TEMPORARY)

else:

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)


def _holder_of(opened: int) -> int:
    """The process that holds the lock, where the system says so (Linux); else 0."""
    with suppress(OSError, ValueError, IndexError):
        inode = os.fstat(opened).st_ino
        for line in Path("/proc/locks").read_text("ascii", "replace").splitlines():
            fields = line.split()
            # 1: FLOCK ADVISORY WRITE 1234 08:01:131 0 EOF; “->” is one that waits.
            if fields[1] == "FLOCK" and fields[5].rpartition(":")[2] == str(inode):
                return int(fields[4])
    return 0

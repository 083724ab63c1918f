"""Which files of a folder were changed, as soon as they are."""

from __future__ import annotations

import asyncio
import os
import sys
from collections import deque
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import Change, awatch

DEBOUNCE, STEP = 50, 10
"""Milliseconds: a save by several writes is told once; it is looked for every ten."""
POLL = 300
"""Milliseconds between two looks at all files, where the system tells of no change."""
MOST_FOLDERS = 2000
"""Those nearest to the top; of a larger tree the rest is not watched."""
PASSED_OVER = frozenset({"node_modules", "__pycache__", "site-packages"})
"""Folders of programs, beside all hidden ones: no page names a file in them."""
NETWORKS = ("nfs", "cifs", "smb", "9p", "afs", "ceph", "gluster", "fuse", "vboxsf", "virtiofs",
            "drvfs", "lustre", "webdav", "davfs")  # fmt: skip
"""Beginnings of the names of file systems that others change without this one's knowledge."""
PAUSE = 1.0
"""Seconds before a folder is looked for again that is gone."""


async def watched(folder: Path, *, polling: bool = False) -> AsyncIterator[frozenset[Path]]:
    """The files that were changed, made or deleted, at each change; by the whole paths that they
    have from `folder`, a real path. Hidden ones are passed over.

    `polling`: the files are looked at again and again, as they are on a network's disk and where
    the system cannot watch so many.
    """
    polling = polling or is_on_network(folder)
    known: frozenset[Path] = frozenset()
    while True:
        folders = await asyncio.to_thread(folders_in, folder)
        new, known = frozenset(folders) - known if known else frozenset(), frozenset(folders)
        if new and (inside := _files_in(new)):
            # What was put into a folder before that was watched.
            yield inside
        try:
            async for changes in awatch(
                *folders, watch_filter=None, recursive=False, debounce=DEBOUNCE, step=STEP,
                force_polling=polling or None, poll_delay_ms=POLL,
            ):  # fmt: skip
                paths = frozenset(path for _, path in seen(changes, folder))
                if paths:
                    yield paths
                if any(
                    _is_of_folder(change, path, known) for change, path in seen(changes, folder)
                ):
                    break
        except (OSError, RuntimeError):
            # No such folder any more, or no more watches to be had.
            if polling or not folder.is_dir():
                await asyncio.sleep(PAUSE)
            polling = polling or folder.is_dir()
        known = known or frozenset({folder})


def seen(changes: set[tuple[Change, str]], folder: Path) -> list[tuple[Change, Path]]:
    """Those that a page may be made from, of all changes."""
    found = [(change, Path(path)) for change, path in changes]
    return [(change, path) for change, path in found if not _is_passed_over(path, folder)]


def _is_passed_over(path: Path, folder: Path) -> bool:
    if not path.is_relative_to(folder):
        return True
    parts = path.relative_to(folder).parts
    return any(part.startswith(".") or part in PASSED_OVER for part in parts)


def _is_of_folder(change: Change, path: Path, known: frozenset[Path]) -> bool:
    """Whether folders are others than before."""
    return path in known if change is Change.deleted else path not in known and path.is_dir()


def _files_in(folders: frozenset[Path]) -> frozenset[Path]:
    found: set[Path] = set()
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                found.update(Path(one.path) for one in entries if one.name[0] != ".")
        except OSError:
            continue
    return frozenset(found)


def folders_in(top: Path) -> list[Path]:
    """A folder and those in it that are watched, the nearest first. Links are not followed: where
    one leads in the folder is watched there."""
    found, waiting = [top], deque([top])
    while waiting and len(found) < MOST_FOLDERS:
        try:
            with os.scandir(waiting.popleft()) as entries:
                inner = sorted(
                    one.path
                    for one in entries
                    if one.is_dir(follow_symlinks=False)
                    and not one.name.startswith(".")
                    and one.name not in PASSED_OVER
                )
        except OSError:
            continue
        for path in map(Path, inner[: MOST_FOLDERS - len(found)]):
            found.append(path)
            waiting.append(path)
    return found


def is_on_network(folder: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Whether a folder lies on a disk that tells of no change made elsewhere, as far as the system
    says what it lies on."""
    if sys.platform == "win32":
        # A share's name, and a drive that stands for one.
        return str(folder).startswith("\\\\") or _is_remote_drive(folder)
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    held = [line.split() for line in lines]
    around = [
        (Path(_unescaped(point)), kind)
        for _, point, kind, *_ in held
        if folder.is_relative_to(_unescaped(point))
    ]
    # Of two mounts on one place the later lies over the earlier.
    kind = (
        max(enumerate(around), key=lambda one: (len(one[1][0].parts), one[0]))[1][1]
        if around
        else ""
    )
    return kind.lower().startswith(NETWORKS)


def _unescaped(point: str) -> str:
    """A place as /proc/mounts writes it: blanks by their numbers.

    >>> _unescaped("/mnt/our\\\\040share")
    '/mnt/our share'
    """
    for number in (r"\040", r"\011", r"\012", r"\134"):
        point = point.replace(number, chr(int(number[1:], 8)))
    return point


def _is_remote_drive(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    remote = 4
    return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\") == remote)


def as_compared(path: Path) -> Path:
    """A path as two are compared: on Windows whatever the case of its letters."""
    return Path(os.path.normcase(path))

"""Which files a run may read that its own files name: one rule for all of them.

A user names the story, the layouts, a press profile, other data; those files name others: pictures,
drawings, maps, tables of data, fonts, what a layout extends, house tables, ICC profiles. A file
that is named by a file is read from inside the project alone (`project_of`), links followed; from
the user's font folders; from what was allowed besides; and from what the program ships. A file that
is out of reach is neither opened nor looked for, so that nothing is said of it, not even whether
it is there. docs/security.md has the promise.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from infographic.foundation.diagnostics import SayingError
from infographic.foundation.files import PACKAGE, is_a_file, shipped
from infographic.foundation.limits import settle
from infographic.foundation.record import record
from infographic.foundation.sayings import Saying, say

MARKER = "infographic.toml"
"""Marks the topmost folder of a project; what is in it is not read."""


class OutOfReachError(SayingError):
    """A file names one that lies outside what may be read."""


@record
class Reach:
    """What may be read: folders with all that is in them, and single files; all real paths."""

    folders: tuple[Path, ...]
    """The project's first."""
    files: frozenset[Path] = frozenset()
    disks: tuple[Path, ...] = ()
    """Whole disks on which a story lies directly: of them what lies there, too."""

    @property
    def project(self) -> Path:
        return (*self.disks, *self.folders)[0]

    def has(self, real: Path) -> bool:
        """Whether a path without links may be read."""
        if real in self.files or any(map(real.is_relative_to, _own())):
            return True
        if real.parent in self.disks:
            return not _is_hidden(real, real.parent)
        return any(real.is_relative_to(one) and not _is_hidden(real, one) for one in self.folders)


def _is_hidden(real: Path, folder: Path) -> bool:
    """Whether a path leads through a name with a point before it: .env, .git, .ssh are no part of a
    newspaper's page."""
    return any(part.startswith(".") for part in real.relative_to(folder).parts)


@lru_cache(maxsize=1)
def _own() -> tuple[Path, ...]:
    """What travels with the program."""
    folders = (PACKAGE, shipped("fonts"), shipped("layouts"))
    return tuple(dict.fromkeys(folder.resolve() for folder in folders))


_NOW: ContextVar[Reach | None] = ContextVar("reach", default=None)
"""None where a program calls a part of ours itself, and names all that is read."""


def reach_now() -> Reach | None:
    """What may be read now; None for all. A key for what was made of files that others named."""
    return _NOW.get()


@contextmanager
def within(reach: Reach | None) -> Iterator[None]:
    """Nothing besides is read, for what is done inside; here pages are begun."""
    settle()
    token = _NOW.set(reach)
    try:
        yield
    finally:
        _NOW.reset(token)


BEFORE: list[Callable[[Path], None]] = []
"""What is told a file's real path before it is looked for, once it may be read: of a store's, the
copy is made then. What it raises goes to who asked."""


def real_path(path: Path, name: str = "") -> Path:
    """The real place of a file that another file names, by which it is to be opened.

    `name` is what that file calls it. Raises `OutOfReachError`, and `OSError` or `ValueError` for
    a circle of links or a name that no file can have.
    """
    # Not by `Path.resolve`, which looks for what it has found, and tells a circle from a file.
    real = Path(os.path.realpath(path))
    reach = _NOW.get()
    if reach is not None and not reach.has(real):
        named = name or path.as_posix()
        raise OutOfReachError(
            say("file-outside", name=named, folder=reach.project), _way_in(path, real, reach)
        )
    for before in BEFORE:
        before(real)
    if real.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return real


def _way_in(path: Path, real: Path, reach: Reach) -> Saying:
    """What allows a file that is out of reach, in words that a shell takes as they stand.

    Nothing of it is looked for: the path is the author's own, from the folder that it starts from.
    """
    # Late: few files name one that lies outside.
    from shlex import quote

    try:
        whole = Path.cwd() / path
    except OSError:
        # The working folder is gone.
        whole = path
    there = Path(os.path.normpath(whole))
    if not _is_known_way(whole, reach) or os.path.realpath(there) != os.fspath(real):
        # “..” behind a link leads out of where the link does.
        there = whole
    named = quote(os.fspath(there))
    if reach.has(there):
        return say("mend/allow-link", path=named)
    return say("mend/allow", path=named)


def _is_known_way(whole: Path, reach: Reach) -> bool:
    """Whether “..” stands in a path only behind folders in reach, or above such: of others it is
    not told whether they are links."""
    parts = whole.parts
    turns = [Path(os.path.realpath(Path(*parts[:n]))) for n, one in enumerate(parts) if one == ".."]
    return all(
        reach.has(turn) or any(folder.is_relative_to(turn) for folder in reach.folders)
        for turn in turns
    )


def real_file(path: Path, name: str = "") -> Path:
    """The same of a file that is there, and that ends: a pipe would be waited for.

    Raises `OSError` besides for what is no file.
    """
    real = real_path(path, name)
    if not stat.S_ISREG(real.stat().st_mode):
        raise OSError(errno.EISDIR, "it is a folder, a device or a pipe")
    return real


def is_there(path: Path) -> bool:
    """Whether there is a file in the real place of a name.

    By the name itself, a way through a folder elsewhere would tell whether that is there.
    """
    try:
        real = Path(os.path.realpath(path))
        reach = _NOW.get()
        if BEFORE and (reach is None or reach.has(real)):
            for before in BEFORE:
                before(real)
        return is_a_file(real)
    except (OSError, ValueError):
        # A working folder that is gone, a name that no file can have.
        return False


def real_places(paths: Iterable[Path]) -> frozenset[Path]:
    """Where files lie now: a link of them may lead elsewhere later."""
    return frozenset(Path(os.path.realpath(path)) for path in paths)


def holds(places: frozenset[Path]) -> bool:
    """Whether all of some files that were read before, under what rule ever, may be read now.

    `places` are those that they were read from (`real_places`).
    """
    reach = _NOW.get()
    return reach is None or _are_held(reach, places)


@lru_cache(maxsize=4096)
def _are_held(reach: Reach, places: frozenset[Path]) -> bool:
    return all(map(reach.has, places))


# The project


def reach_of(
    named: Iterable[Path],
    *,
    root: Path | None = None,
    font_path: Iterable[Path] = (),
    allow: Iterable[Path] = (),
) -> Reach:
    """What may be read of files that a user names: `named`, the story's first.

    With a `root`, what is inside it; without one, the project's folder. The user's folders of fonts
    and what he allows are read from besides.
    """
    first, *further = [_real(path) for path in named]
    # What travels with the program stands in no project.
    files = [first, *(path for path in further if not any(map(path.is_relative_to, _own())))]
    besides = [_real(path) for path in (*font_path, *allow)]
    if root is not None:
        return Reach(tuple(dict.fromkeys([_real(root), *besides])), frozenset(files))
    projects = _projects([one.parent for one in files])
    # A server's programs stand in “/”, as a rule: that makes nothing of the disk theirs.
    disks = tuple(folder for folder in projects if folder == folder.parent)
    folders = [folder for folder in projects if folder not in disks]
    return Reach(tuple(dict.fromkeys([*folders, *besides])), frozenset(files), disks)


def _real(path: Path) -> Path:
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        # From a working folder that is gone, or of a name that no file has: nothing lies in it.
        return path


def _projects(folders: list[Path]) -> list[Path]:
    """The project of the first folder, and of those that lie outside it their own.

    That is the nearest folder above that has the marker, or else the common folder of all that have
    none, unless that would be half of the disk.
    """
    marked = {folder: project_of(folder) for folder in folders}
    free = [folder for folder in folders if marked[folder] is None]
    common = Path(os.path.commonpath(free)) if free and _are_on_one_disk(free) else None
    found: list[Path] = []
    for folder in folders:
        own = marked[folder]
        if own is None:
            own = common if common is not None and not is_broad(common) else folder
        if not any(map(folder.is_relative_to, found)):
            found.append(own)
    return found


def _are_on_one_disk(folders: list[Path]) -> bool:
    return len({folder.anchor for folder in folders}) == 1


def project_of(folder: Path) -> Path | None:
    """The nearest of a folder and those above it that has the marker; None where none has.

    A marker in a folder that is `is_broad` marks none: whoever shares a machine may leave one in
    its folder of temporary files.
    """
    for one in (folder, *folder.parents):
        if is_broad(one):
            return None
        if is_a_file(one / MARKER):
            return one
    return None


def is_broad(folder: Path) -> bool:
    """Whether a folder holds the files of more than a project: a disk, what lies directly on it, a
    home and what is above it, one in which everybody may leave files (/var/tmp)."""
    if folder.parent == folder.parent.parent or _is_of_everybody(folder):
        return True
    try:
        return Path.home().resolve().is_relative_to(folder)
    except (OSError, RuntimeError):
        # Who has no home has nothing in it.
        return False


def _is_of_everybody(folder: Path) -> bool:
    """Whether all may write into a folder, and none may take away what is another's."""
    try:
        mode = folder.stat().st_mode
    except (OSError, ValueError):
        return False
    return bool(mode & stat.S_ISVTX and mode & stat.S_IWOTH)

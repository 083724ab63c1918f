"""Files of data beside a story: found and allowed as pictures are, and read once."""

from __future__ import annotations

from pathlib import Path

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError, nearest
from infographic.foundation.memo import Memo
from infographic.foundation.reach import OutOfReachError, real_path
from infographic.foundation.sayings import Saying, say
from infographic.loading.reading.source import names_beside
from infographic.loading.tables.files import read_grid
from infographic.loading.tables.options import AS_FOUND, ReadOptions
from infographic.loading.tables.table_of import TableRead, table_of

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".json")
_READ: Memo[TableRead] = Memo("data files", 32)
"""By file, its time of change and size, options, and where it is asked for."""


def read_beside(
    name: str, at: Origin, options: ReadOptions = AS_FOUND, *, is_bound: bool = True
) -> TableRead:
    """The table of the file that a story names at `at`; its path starts from the story's folder.

    If it `is_bound`, nothing out of reach is opened, not even through a link. A file that has not
    changed is not read again. Raises `SpecError`.
    """
    path = Path(at.source.folder, name)
    try:
        real = allowed(path, name, at, is_bound=is_bound)
        stamp = real.stat()
    except (OSError, ValueError, RuntimeError) as error:
        # A name that no system takes, a circle of links.
        reason = getattr(error, "strerror", None) or str(error)
        raise _refused(say("data-file/unreadable", name=name, reason=reason), at) from error
    key = (real, path, stamp.st_mtime_ns, stamp.st_size, stamp.st_ino, options, at.pointer)
    known = _READ.get(key)
    if known is None:
        known = _READ.put(key, table_of(read_grid(path, options, at=at, real=real), options))
    return known


def allowed(path: Path, name: str, at: Origin, *, is_bound: bool) -> Path:
    """The real place of a file that is there and may be opened. Raises `SpecError`, and `OSError`
    or `ValueError` for a name that no system takes."""
    if {"http:", "https:", "ftp:"}.intersection(path.parts) or name.startswith("data:"):
        raise _refused(say("data-file/address", name=name), at)
    try:
        real = real_path(path, name) if is_bound else path.resolve()
    except OutOfReachError as error:
        raise _refused(error.saying, at, error.mend) from None
    if not real.exists():
        raise _refused(say("data-file", name=name), at, _near(path, real))
    if not real.is_file():
        raise _refused(say("data-file/folder", name=name), at)
    return real


def _refused(saying: Saying, at: Origin, mend: Saying | None = None) -> SpecError:
    return SpecError([Diagnostic(saying, at, mend)])


def _near(file: Path, real: Path) -> Saying | None:
    if "\\" in file.name:
        return say("mend/slashes")
    beside = names_beside(real, ENDINGS)
    if beside is None:
        return say("mend/no-folder", folder=file.parent)
    return nearest(file.name, beside)

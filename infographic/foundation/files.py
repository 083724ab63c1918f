"""Files written whole or not at all, and the files that travel inside the wheel."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from functools import cache
from pathlib import Path

try:
    # hashlib loads OpenSSL for its other digests: 2 ms of every start.
    from _blake2 import blake2b as blake2b
except ImportError:
    from hashlib import blake2b as blake2b

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, MachineError, SpecError
from infographic.foundation.sayings import Saying, say

PACKAGE = Path(__file__).resolve().parent.parent


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader sees the old file or the new one, never a part.

    Raises `MachineError`.
    """
    write_all([(path, data)])


def write_all(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write several files, each as `write_whole` does; where one cannot be, none.

    Temporary files beside them, fsync, and when all stand there, renames. A device or a pipe, such
    as /dev/null, is written into: a rename would put a file in its place. Raises `MachineError`.
    """
    waiting: dict[Path, Path] = {}
    devices: list[tuple[Path, bytes]] = []
    path = Path()
    try:
        for path, data in files:
            if _is_device(path):
                devices.append((path, data))
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            # Not by tempfile, which takes 4 ms to import and makes files for their owner alone.
            temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}")
            with temporary.open("xb") as file:
                waiting[temporary] = path
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for path, data in devices:
            path.write_bytes(data)
        for temporary in [*waiting]:
            path = waiting[temporary]
            os.replace(temporary, path)
            del waiting[temporary]
    except SpecError:
        # Of who makes the files; a `CallError` is a `ValueError`.
        raise
    except (OSError, ValueError) as error:
        # A `ValueError` is of a name that no file can have.
        reason = getattr(error, "strerror", None) or str(error)
        saying = say("machine/not-written", file=path, reason=reason)
        raise MachineError(saying, _mend_of(error)) from error
    finally:
        for temporary in waiting:
            temporary.unlink(missing_ok=True)


def _is_device(path: Path) -> bool:
    """Whether a name stands for something that is neither a file nor a folder, links followed."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


_MENDS = {
    errno.ENOSPC: say("mend/disk-full"),
    errno.EDQUOT: say("mend/quota"),
    errno.EROFS: say("mend/read-only-disk"),
    errno.ENAMETOOLONG: say("mend/shorter-name"),
    errno.EISDIR: say("mend/name-of-a-folder"),
    errno.ENOTDIR: say("mend/file-in-path"),
    errno.EEXIST: say("mend/file-in-path"),
}


def _mend_of(error: OSError | ValueError) -> Saying | None:
    """What a user can do about a file that cannot be written; None for the usual mend."""
    if not isinstance(error, OSError):
        return say("mend/name-of-a-file")
    if isinstance(error, PermissionError):
        return say("mend/permissions")
    return _MENDS.get(error.errno or 0)


def spare(inputs: Iterable[Path], outputs: Iterable[Path]) -> None:
    """Raise `SpecError` where something would be written over a file that it is made from.

    Files are compared by what they are, not by their names: through links, and whatever the case
    of their letters where the disk does not mind it.
    """
    read = {_identity(path): path for path in inputs}
    read.pop(None, None)
    found = [(path, read[known]) for path in outputs if (known := _identity(path)) in read]
    if found:
        raise SpecError([_over(output, read_as) for output, read_as in dict(found).items()])


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from every other, links followed; None where there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def _over(output: Path, read_as: Path) -> Diagnostic:
    origin = Origin(Source(output.as_posix()))
    if output.absolute() == read_as.absolute():
        return Diagnostic(say("output-is-input/itself"), origin)
    return Diagnostic(say("output-is-input/another-name", read_as=read_as), origin)


@cache
def shipped(folder: str) -> Path:
    """A folder that travels with the program: “fonts”, “layouts”, “examples”.

    In a wheel they lie inside the package; in a checkout beside it.
    """
    inside = PACKAGE / "shipped" / folder
    return inside if inside.is_dir() else PACKAGE.parent / folder

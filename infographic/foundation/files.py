"""Files written whole or not at all, and the files that travel inside the wheel."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

try:
    # hashlib loads OpenSSL for its other digests: 2 ms of every start.
    from _blake2 import blake2b as blake2b
except ImportError:
    from hashlib import blake2b as blake2b

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.sayings import say

PACKAGE = Path(__file__).resolve().parent.parent


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader sees the old file or the new one, never a part.

    Raises `MachineError`.
    """
    write_all([(path, data)])


def write_all(
    files: Iterable[tuple[Path, bytes]], *, last_look: Callable[[], None] | None = None
) -> None:
    """Write several files, each as `write_whole` does; where one cannot be written, none.

    `last_look` is called when all are on the disk and none has its name yet: what it raises leaves
    everything as it was.

    Each goes into a temporary file of its folder and to the disk; when all stand there, they take
    their names in a row, several under a lock on the folder, so that two runs do not mix their
    pages. A device or a pipe, such as /dev/null, is written into: a rename would put a file in its
    place. Raises `MachineError`.
    """
    # Whoever makes them may fail, and then nothing is begun.
    wanted = list(files)
    work = Unfinished()
    try:
        _write(wanted, work, last_look)
    except (OSError, ValueError) as error:
        # Late: few runs meet one. A `ValueError` is of a name that no file can have.
        from infographic.foundation.writing.faults import not_written

        raise not_written(work.at, error) from error
    finally:
        work.end()


def _write(
    wanted: Sequence[tuple[Path, bytes]], work: Unfinished, last_look: Callable[[], None] | None
) -> None:
    devices, folders = [], dict[Path, Path]()
    for path, data in wanted:
        work.at = path
        if _is_device(path):
            devices.append((path, data))
        else:
            _stage(path, data, work)
            folders[path.parent] = path
    for path, data in devices:
        work.at = path
        path.write_bytes(data)
    if last_look is not None:
        last_look()
    if len(work.staged) < 2:
        work.commit()
    else:
        from infographic.foundation.writing.folder_lock import locked

        with locked(folders):
            work.commit()
    for folder, path in folders.items():
        work.at = path
        _bring_to_disk(folder)


def _stage(path: Path, data: bytes, work: Unfinished) -> None:
    """Write a file beside its place, under a name of ours."""
    why_not = _why_not(path)
    if why_not is not None:
        raise why_not
    work.make_folder(path.parent)
    _sweep_once(path.parent)
    temporary = path.with_name(_temporary_name())
    # Before it is there: an interrupt may come between any two steps.
    work.staged.append((temporary, path))
    # Not by tempfile, which takes 4 ms to import and makes files for their owner alone.
    with temporary.open("xb") as file:
        _keep_mode(path, temporary)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep_mode(path: Path, temporary: Path) -> None:
    """Who may read a file may read what takes its place, and nobody besides."""
    # Of a disk that knows no modes, or a file that is not there.
    with suppress(OSError):
        mode = path.stat().st_mode
        temporary.chmod(stat.S_IMODE(mode) & 0o777)


_NO_FOLDERS_THERE = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM}
"""How a disk says that it brings no folder to itself, or has done so already."""


def _bring_to_disk(folder: Path) -> None:
    """Make sure that the names in a folder outlive the power: Windows does so by itself."""
    if os.name == "nt":
        return
    try:
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
    except OSError as error:
        if error.errno not in _NO_FOLDERS_THERE:
            raise


def _is_device(path: Path) -> bool:
    """Whether a name stands for something that is neither a file nor a folder, links followed."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


# What is begun


class Unfinished:
    """What a writer has begun: temporary files, and folders that were not there.

    Whatever ends the process by our hand asks `clean_up`; what a `kill -9` leaves is swept by the
    next run.
    """

    def __init__(self) -> None:
        self.at = Path()
        """The file that is being written."""
        self.staged: list[tuple[Path, Path]] = []
        """Temporary files, each with the name that it is to have."""
        self.kept: list[Path] = []
        """Second names of old files, while new ones take theirs."""
        self._folders: list[Path] = []
        _UNFINISHED.append(self)

    def make_folder(self, folder: Path) -> None:
        missing = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
        self._folders += reversed(missing)
        if missing:
            folder.mkdir(parents=True, exist_ok=True)

    def begin(self, path: Path) -> None:
        self.at = path

    def commit(self) -> None:
        """Give each file its name. An interrupt waits until all have theirs."""
        _NAMING.append(self)
        try:
            if len(self.staged) > 1:
                # Late: most pages are one file.
                from infographic.foundation.writing.named import all_named

                self.kept = [path.with_name(_temporary_name()) for _, path in self.staged]
                all_named(self.staged, self.kept, self.begin)
            elif self.staged:
                ((temporary, self.at),) = self.staged
                os.replace(temporary, self.at)
            self.staged.clear()
            self._folders.clear()
        finally:
            _NAMING.remove(self)
            if _STOPS:
                stop(_STOPS[0])

    def undo(self) -> None:
        """Take away what has no name yet, or a second one."""
        for one in self.staged[::-1]:
            with suppress(OSError, ValueError):
                one[0].unlink(missing_ok=True)
                self.staged.remove(one)
        for kept in self.kept[::-1]:
            with suppress(OSError, ValueError):
                kept.unlink(missing_ok=True)
                self.kept.remove(kept)
        if not self.staged:
            for folder in self._folders[::-1]:
                # Not where another run has written into it.
                with suppress(OSError, ValueError):
                    folder.rmdir()

    def end(self) -> None:
        self.undo()
        if self.staged or self.kept:
            # What would not go may go now; else with the end of the process, or the next run.
            self.undo()
        if not self.staged and not self.kept:
            _UNFINISHED.remove(self)


_UNFINISHED: list[Unfinished] = []
_NAMING: list[Unfinished] = []
_STOPS: list[Callable[[], None]] = []


def clean_up() -> None:
    """Take away all that is begun and not finished, of all threads."""
    for work in _UNFINISHED[:]:
        work.undo()


def stop(end: Callable[[], None]) -> None:
    """Clean up and `end` the process; while files take their names, when all have theirs."""
    if _NAMING:
        _STOPS.append(end)
        return
    clean_up()
    end()


# What a killed run has left


_BEGIN, _END = ".infographic-", ".tmp"
HOUR = 3600.0
"""Between two sweeps of a folder, in seconds."""


def _temporary_name() -> str:
    """A name of ours alone, that says who writes: the machine, the process.

    It does not grow with the file's own name, which may be as long as the disk allows.
    """
    return f"{_BEGIN}{_machine()}-{os.getpid()}-{os.urandom(6).hex()}{_END}"


@cache
def _machine() -> str:
    """What tells this machine's processes from those of another that writes to the same disk."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    with suppress(OSError):
        # A container counts its processes from 1; two machines may be called alike.
        name += str(Path("/proc/self/ns/pid").readlink())
        name += Path("/proc/sys/kernel/random/boot_id").read_text("ascii")
    return blake2b(os.fsencode(name), digest_size=4).hexdigest()


_SWEPT: dict[str, float] = {}
"""Folders that were swept, and when."""


def _sweep_once(folder: Path) -> None:
    """Take away what killed runs have left in a folder, once an hour."""
    place, now = os.path.realpath(folder), time.time()
    if now - _SWEPT.get(place, 0) < HOUR:
        return
    if len(_SWEPT) > 1000:
        _SWEPT.clear()
    _SWEPT[place] = now
    # Where it may be written into and not read, nothing is swept.
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(_BEGIN) and entry.name.endswith(_END):
                # Late: few runs were killed.
                from infographic.foundation.writing.left import is_left

                written = entry.name.removeprefix(_BEGIN).removesuffix(_END)
                with suppress(OSError):
                    if entry.name not in _names_begun() and is_left(entry, written, _machine()):
                        Path(entry).unlink()


def _names_begun() -> set[str]:
    """The temporary files of this process that it is not done with."""
    # Of copies: other threads begin and end theirs meanwhile, and none may be passed over.
    return {path.name for work in _UNFINISHED[:]
            for path in (*work.kept, *(temporary for temporary, _ in work.staged[:]))}  # fmt: skip


# What is known before


def must_be_writable(files: Iterable[Path]) -> None:
    """Raise `MachineError` for the first of several files that cannot be written.

    As far as that is known before: a disk is full only when it is. For who works long before it
    writes.
    """
    for path in files:
        try:
            error: Exception | None = None if _is_device(path) else _why_not(path)
        except (OSError, ValueError) as raised:
            error = raised
        if isinstance(error, OSError | ValueError):
            from infographic.foundation.writing.faults import not_written

            raise not_written(path, error)


def _why_not(path: Path) -> OSError | None:
    """Why a file cannot be written. Raises `OSError` and `ValueError` for its name."""
    if path.is_dir():
        return _error(errno.EISDIR)
    folder = next((each for each in path.parents if os.path.lexists(each)), Path())
    missing = path.relative_to(folder).parts
    for part in missing[:-1]:
        with suppress(FileNotFoundError):
            (folder / part).lstat()
    with suppress(FileNotFoundError):
        (folder / missing[-1]).lstat()
    if not folder.is_dir():
        return _error(errno.ENOTDIR)
    if not os.access(folder, os.W_OK | os.X_OK):
        is_fixed = hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY
        return _error(errno.EROFS if is_fixed else errno.EACCES)
    # A folder lets its files be replaced, those too that their user has protected.
    if path.is_file() and not os.access(path, os.W_OK):
        return _error(errno.EACCES)
    return None


def _error(number: int) -> OSError:
    """As the system raises it: `OSError` makes the class that goes with the number."""
    return OSError(number, os.strerror(number))


def spare(inputs: Iterable[Path], outputs: Iterable[Path]) -> None:
    """Raise `SpecError` where something would be written over a file that it is made from.

    Files are compared by what they are, not by their names: through links, and whatever the case
    of their letters where the disk does not mind it.
    """
    there = {known: path for path in outputs if (known := _identity(path)) is not None}
    if not there:
        return
    read = {known: path for path in dict.fromkeys(inputs) if (known := _identity(path)) in there}
    if read:
        raise SpecError([_over(there[known], path) for known, path in read.items() if known])


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


def is_a_file(path: Path) -> bool:
    """Whether there is such a file; of a name that no file can have, not."""
    return os.path.isfile(path)  # noqa: PTH113 (which raises for a name too long)


def is_folder(path: Path | str) -> bool:
    """The same of a folder."""
    return os.path.isdir(path)  # noqa: PTH112 (as above)


def here() -> str:
    """The folder we stand in; "" where it has been deleted."""
    try:
        return os.getcwd()  # noqa: PTH109 (which is it, and imports no more)
    except OSError:
        return ""


@cache
def shipped(folder: str) -> Path:
    """A folder that travels with the program: “fonts”, “layouts”, “examples”.

    In a wheel they lie inside the package; in a checkout beside it.
    """
    inside = PACKAGE / "shipped" / folder
    return inside if inside.is_dir() else PACKAGE.parent / folder

"""Which studios run on this machine for this user, so that `infographic show` finds them.

Each leaves a file with its address and token in a folder that its user alone may read; nothing of
the web is imported here.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.files import write_whole
from infographic.foundation.record import record, replaced

LARGEST = 10_000
BEGIN, END = "studio-", ".json"


@record
class Running:
    folder: Path
    """The studio's, a real path."""
    host: str
    """By which it is reached from this machine."""
    port: int
    token: str
    process: int
    note: Path | None = None
    """The file that says so."""


def notes_folder() -> Path:
    """Where the system keeps what lasts as long as a user's programs. Raises `OSError`."""
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    if given and _is_private(Path(given)):
        return Path(given, "infographic")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local or Path.home() / "AppData" / "Local", "infographic", "running")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "infographic" / "running"
    state = os.environ.get("XDG_STATE_HOME", "")
    return Path(state or Path.home() / ".local" / "state", "infographic", "running")


def _is_private(folder: Path) -> bool:
    """Whether a folder is the user's own, and he alone reads and writes in it."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    return os.name == "nt" or (found.st_uid == os.getuid() and not found.st_mode & 0o077)


@contextmanager
def announced(running: Running) -> Iterator[str]:
    """A studio stands in the list for as long as the block lasts; "", or why it cannot."""
    note, why = None, ""
    try:
        note = _announce(running)
    except (OSError, MachineError, RuntimeError) as error:
        why = str(error)
    try:
        yield why
    finally:
        if note is not None:
            with suppress(OSError):
                note.unlink()


def _announce(running: Running) -> Path:
    folder = notes_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_private(folder):
        # One that an earlier version, or somebody else, has made open to others.
        folder.chmod(0o700)
        if not _is_private(folder):
            raise PermissionError(f"{folder} is not this user's alone")
    for one in all_running():
        if _has_ended(one.process):
            sweep(one)
    note = folder / f"{BEGIN}{running.process}-{running.port}{END}"
    note.unlink(missing_ok=True)
    # Empty and the user's alone first: what takes its place has its mode.
    os.close(os.open(note, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    fields = {
        "folder": str(running.folder), "host": running.host, "port": running.port,
        "token": running.token, "process": running.process,
    }  # fmt: skip
    write_whole(note, json.dumps(fields, ensure_ascii=False).encode())
    return note


def all_running() -> list[Running]:
    """Those that have said so, the last first; some may have ended without a word."""
    try:
        folder = notes_folder()
        names = sorted(folder.glob(f"{BEGIN}*{END}"), key=_changed, reverse=True)
    except (OSError, RuntimeError):
        return []
    if not _is_private(folder):
        return []
    return [one for name in names if (one := _read(name)) is not None]


def of_file(file: Path) -> list[Running]:
    """Those whose folder holds a file (a real path), the nearest folder first."""
    found = [one for one in all_running() if file.is_relative_to(one.folder)]
    return sorted(found, key=lambda one: -len(one.folder.parts))


def sweep(running: Running) -> None:
    """Take away the note of a studio that does not answer."""
    if running.note is not None:
        with suppress(OSError):
            running.note.unlink()


def _has_ended(process: int) -> bool:
    """Whether there is no such process any more; not, where that cannot be asked."""
    # On Windows the same call would interrupt it.
    if os.name == "nt" or process <= 0:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _changed(note: Path) -> float:
    try:
        return note.lstat().st_mtime
    except OSError:
        return 0.0


def _read(note: Path) -> Running | None:
    """None for what is no note of ours, or somebody else's."""
    try:
        found = note.lstat()
        own = os.name == "nt" or found.st_uid == os.getuid()
        if not stat.S_ISREG(found.st_mode) or not own or found.st_size > LARGEST:
            return None
        fields = json.loads(note.read_bytes())
        made = _running(fields)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return replaced(made, note=note)


def _running(fields: dict[str, Any]) -> Running:
    port = int(fields["port"])
    if not 0 < port < 65536:
        raise ValueError(port)
    host, token = str(fields["host"]), str(fields["token"])
    return Running(Path(str(fields["folder"])), host, port, token, int(fields["process"]))

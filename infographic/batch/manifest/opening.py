"""A manifest's file, opened: to write in it, or to read."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from infographic.batch.manifest.schema import APPLICATION, TABLES, VERSION
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, MachineError, SpecError
from infographic.foundation.sayings import Saying, say

WAIT = 30.0
"""Seconds to wait for a report that reads."""


def opened_to_write(path: Path) -> tuple[sqlite3.Connection, bool]:
    """The file, made where there is none, and whether it has a write-ahead log.

    Raises `SpecError` for a file that is no manifest, is broken, or is of another version: it is
    left as it is; `MachineError` where the disk will not.
    """
    if path.exists():
        _must_be_ours(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    except (sqlite3.Error, OSError) as error:
        raise failed(path, error) from error
    try:
        has_log = _with_log(base)
        base.execute("PRAGMA synchronous = NORMAL" if has_log else "PRAGMA synchronous = FULL")
        base.execute("PRAGMA foreign_keys = ON")
        if not base.execute("PRAGMA application_id").fetchone()[0]:
            # All in one transaction: a run killed here leaves no table.
            marks = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"
            base.executescript(f"BEGIN; {TABLES} {marks} COMMIT;")
    except sqlite3.Error as error:
        base.close()
        raise failed(path, error) from error
    return base, has_log


def _with_log(base: sqlite3.Connection) -> bool:
    """Whether it has a write-ahead log now: a disk of a network cannot have one."""
    with suppress(sqlite3.OperationalError):
        if base.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal":
            # What the log needs of the disk is asked for when it is first read.
            base.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return True
    base.execute("PRAGMA journal_mode = DELETE")
    return False


def opened_to_read(path: Path) -> sqlite3.Connection:
    """The file, to be read while a run may write in it. Raises as `opened_to_write`."""
    if not path.is_file():
        raise refused(path, say("manifest-file/none", file=path))
    _must_be_ours(path)
    try:
        base = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
        base.execute("PRAGMA query_only = ON")
    except sqlite3.Error as error:
        raise failed(path, error) from error
    return base


def _must_be_ours(path: Path) -> None:
    """Raise `SpecError` for a file that is no manifest of this version, or a broken one."""
    try:
        base = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    except sqlite3.Error as error:
        raise failed(path, error) from error
    try:
        application = base.execute("PRAGMA application_id").fetchone()[0]
        version = base.execute("PRAGMA user_version").fetchone()[0]
        tables = base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        found = base.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise failed(path, error) from error
        raise refused(path, say("manifest-file/broken", file=path, reason=str(error))) from error
    finally:
        base.close()
    if not tables and not application:
        # Empty: a run was killed before its tables were made.
        return
    if application != APPLICATION:
        raise refused(path, say("manifest-file/other", file=path))
    if version != VERSION:
        raise refused(path, say("manifest-file/version", file=path, found=version, known=VERSION))
    if found != "ok":
        raise refused(path, say("manifest-file/broken", file=path, reason=found))


def refused(path: Path, saying: Saying) -> SpecError:
    return SpecError([Diagnostic(saying, Origin(Source(path.as_posix())))])


def failed(path: Path, error: Exception) -> MachineError:
    return MachineError(say("machine/manifest", file=path, reason=str(error)))

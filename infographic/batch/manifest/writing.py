"""A manifest as a run writes it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from infographic import __version__
from infographic.batch.digests import digest_of
from infographic.batch.job import Input, Job, Output, Result
from infographic.batch.manifest.lock import Lock
from infographic.batch.manifest.opening import failed, opened_to_write
from infographic.batch.manifest.secrets import redacted, redacted_all
from infographic.foundation.record import record

MOST_DIAGNOSTICS = 100
"""That are kept of a job."""
LONGEST = 4_000
"""Characters of what a process said last that died."""


@record
class Kept:
    """What the manifest knows of a job that was made."""

    key: str
    inputs: tuple[Input, ...]
    outputs: tuple[Output, ...]


class Manifest:
    """The one writer of a file. A context. Raises `MachineError` where another run writes in it or
    the disk will not, `SpecError` for a file that is no manifest."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = Lock(path)
        try:
            self._base, self.has_log = opened_to_write(path)
        except BaseException:
            self._lock.free()
            raise
        self._run = 0
        self._batch = ""

    def begin(self, rows: str, store: str, mark: str, patterns: Iterable[str], jobs: int) -> None:
        """A run begins. `patterns` of the outputs' names tell which runs are of one batch."""
        self._batch = digest_of("\n".join(patterns).encode())
        # Who reads it stands elsewhere, perhaps.
        place = redacted(store) if "://" in store else str(Path(store).absolute())
        values = _now(), __version__, mark, redacted(rows), place, self._batch, jobs
        with _told(self.path):
            self._base.execute(
                "CREATE TEMP TABLE IF NOT EXISTS asked (files TEXT PRIMARY KEY, place INTEGER)"
            )
            self._base.execute("DELETE FROM asked")
            found = self._base.execute(
                "INSERT INTO run (begun, version, mark, rows, store, batch, jobs)"
                " VALUES (?,?,?,?,?,?,?)",
                values,
            )
            self._run = found.lastrowid or 0

    def kept(self, job: Job) -> Kept | None:
        """What is known of a job that was made before; None where it was not."""
        with _told(self.path):
            found = self._base.execute(
                "SELECT id, key FROM job WHERE files = ? AND failure = ''", (files_of(job),)
            ).fetchone()
            if found is None:
                return None
            number, key = found
            inputs = self._base.execute("SELECT path, digest FROM input WHERE job = ?", (number,))
            read = tuple(Input(*one) for one in inputs)
            outputs = self._base.execute(
                "SELECT name, size, digest FROM output WHERE job = ? ORDER BY position", (number,)
            )
            return Kept(key, read, tuple(Output(*one) for one in outputs))

    def asked(self, job: Job, place: int) -> None:
        """A job is one of this run, the one of that number, whether it is made again or not."""
        files = files_of(job)
        with _told(self.path):
            self._base.execute("INSERT OR IGNORE INTO asked VALUES (?,?)", (files, place))
            self._base.execute(
                "UPDATE job SET place = ? WHERE files = ? AND place IS NOT ?", (place, files, place)
            )

    def forget(self, job: Job) -> None:
        """What is known of a job, before its files are written anew."""
        with _told(self.path):
            self._base.execute("DELETE FROM job WHERE files = ?", (files_of(job),))

    def done(self, result: Result, key: str) -> None:
        """What came of a job, in one transaction; its files stand by now."""
        job = result.job
        row = (
            self._batch, files_of(job), redacted(job.id), layout_of(job), key, self._run,
            result.failure, redacted(result.message)[-LONGEST:], result.seconds, result.worker,
            result.tries,
        )  # fmt: skip
        with _told(self.path), self._whole():
            self._base.execute("DELETE FROM job WHERE files = ?", (files_of(job),))
            number = self._base.execute(
                "INSERT INTO job (batch, files, edition, layout, key, run, failure, message,"
                " seconds, worker, tries, place) VALUES (?,?,?,?,?,?,?,?,?,?,?,"
                "(SELECT place FROM asked WHERE asked.files = ?))",
                (*row, files_of(job)),
            ).lastrowid
            self._base.executemany(
                "INSERT OR REPLACE INTO input VALUES (?,?,?)",
                [(number, redacted(one.path), one.digest) for one in result.inputs],
            )
            self._base.executemany(
                "INSERT INTO output VALUES (?,?,?,?,?)",
                [(number, at, o.name, o.size, o.digest) for at, o in enumerate(result.outputs)],
            )
            told = [redacted_all(one.as_dict()) for one in result.diagnostics[:MOST_DIAGNOSTICS]]
            self._base.executemany(
                "INSERT INTO diagnostic VALUES (?,?,?)",
                [(number, at, json.dumps(one, ensure_ascii=False)) for at, one in enumerate(told)],
            )

    def is_whole(self) -> None:
        """All of the batch was asked for: what was not is asked for no more."""
        with _told(self.path):
            self._base.execute(
                "UPDATE job SET place = NULL"
                " WHERE batch = ? AND place IS NOT NULL AND files NOT IN (SELECT files FROM asked)",
                (self._batch,),
            )

    def left(self) -> Iterator[str]:
        """Names of files of this batch that stand and that nobody asked for any more."""
        with _told(self.path):
            yield from (
                name
                for (name,) in self._base.execute(
                    "SELECT output.name FROM job JOIN output ON output.job = job.id"
                    " WHERE job.batch = ? AND job.place IS NULL"
                    " ORDER BY output.name",
                    (self._batch,),
                )
            )

    def end(self) -> None:
        """The run ended by itself."""
        with _told(self.path):
            self._base.execute("UPDATE run SET ended = ? WHERE id = ?", (_now(), self._run))

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._base.close()
        self._lock.free()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """All of it or nothing."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._base.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._base.execute("ROLLBACK")
            raise


def files_of(job: Job) -> str:
    """What tells a job from the others of all runs: the names that its files have."""
    return json.dumps(job.files, ensure_ascii=False)


def layout_of(job: Job) -> str:
    """What a job's layout is called."""
    name = getattr(job.layout, "name", None) if not isinstance(job.layout, str) else job.layout
    return redacted(str(name)) if name else "{…}"


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise failed(path, error) from error


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

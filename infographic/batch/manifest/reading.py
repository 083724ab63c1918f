"""A manifest as a report reads it, while a run may write in it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from infographic.batch.job import Failure, Output
from infographic.batch.manifest.opening import failed, opened_to_read
from infographic.foundation.record import record


@record
class Run:
    """The last run, and what its batch comes to."""

    begun: str
    """UTC, ISO 8601."""
    ended: str
    """ "" while it runs, or where it was stopped."""
    version: str
    rows: str
    store: str
    asked: int
    """Jobs of the last run."""
    made: int
    """Of its batch, by all runs."""
    failed: int
    seconds: float
    """That the work took, in its processes."""
    size: int
    """In bytes."""


@record
class Kept:
    """A job of the batch, as the manifest has it."""

    id: str
    layout: str
    failure: Failure
    message: str
    seconds: float
    worker: str
    tries: int
    outputs: tuple[Output, ...]
    diagnostics: tuple[Mapping[str, Any], ...]
    """As `Diagnostic.as_dict` has them."""


class Record:
    """The last run's batch. Raises `SpecError` for a file that is no manifest."""

    def __init__(self, path: Path, base: sqlite3.Connection) -> None:
        self.path, self._base = path, base

    def run(self) -> Run | None:
        """None where no run has begun."""
        row = self._base.execute(
            "SELECT begun, ifnull(ended, ''), version, rows, store, jobs, batch FROM run"
            " ORDER BY id DESC LIMIT 1"
        ).fetchone()
        if row is None:
            return None
        begun, ended, version, rows, store, asked, batch = row
        sums = self._base.execute(
            "SELECT ifnull(sum(failure = ''), 0), ifnull(sum(failure != ''), 0),"
            " ifnull(sum(seconds), 0.0) FROM job WHERE batch = ? AND place IS NOT NULL",
            (batch,),
        ).fetchone()
        (size,) = self._base.execute(
            "SELECT ifnull(sum(size), 0) FROM output JOIN job ON job.id = output.job"
            " WHERE batch = ? AND place IS NOT NULL",
            (batch,),
        ).fetchone()
        made, wrong, seconds = sums
        return Run(
            begun, ended, version, rows, store, asked, made, wrong, seconds, size
        )  # fmt: skip

    def layouts(self) -> list[tuple[str, Failure, int]]:
        """How many jobs of each layout came to what, in the order of the table."""
        return self._base.execute(
            "SELECT layout, failure, count(*) FROM job WHERE place IS NOT NULL"
            " AND batch = (SELECT batch FROM run ORDER BY id DESC LIMIT 1)"
            " GROUP BY layout, failure ORDER BY min(place)"
        ).fetchall()

    def jobs(self, *, failed: bool | None = None) -> Iterator[Kept]:
        """The jobs in the order of the table; `failed`: those alone that did, or did not."""
        which = {None: "", True: " AND failure != ''", False: " AND failure = ''"}[failed]
        rows = self._base.execute(
            "SELECT id, edition, layout, failure, message, seconds, worker, tries FROM job"
            " WHERE place IS NOT NULL"
            " AND batch = (SELECT batch FROM run ORDER BY id DESC LIMIT 1)"
            f"{which} ORDER BY place"
        )
        for number, edition, layout, failure, message, seconds, worker, tries in rows:
            outputs = self._base.execute(
                "SELECT name, size, digest FROM output WHERE job = ? ORDER BY position", (number,)
            )
            said = self._base.execute(
                "SELECT told FROM diagnostic WHERE job = ? ORDER BY position", (number,)
            )
            yield Kept(
                edition, layout, failure, message, seconds, worker, tries,
                tuple(Output(*one) for one in outputs),
                tuple(json.loads(one) for (one,) in said),
            )  # fmt: skip


@contextmanager
def reading(path: Path) -> Iterator[Record]:
    """A manifest, read as it is at one moment though a run writes in it. Raises `SpecError` for
    what is none, `MachineError` where it cannot be read."""
    base = opened_to_read(path)
    try:
        base.execute("BEGIN")
        yield Record(path, base)
    except (sqlite3.Error, ValueError) as error:
        raise failed(path, error) from error
    finally:
        base.close()

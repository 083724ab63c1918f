"""Who does the work of a batch, as the command line asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from infographic.foundation.record.tuples import NamedTuple

if TYPE_CHECKING:
    from infographic.batch.engine import Engine
    from infographic.foundation.diagnostics import Diagnostic


class Work(NamedTuple):
    """What was asked for of the processes."""

    workers: int | None
    dask: str
    seconds: float
    megabytes: int
    certificates: tuple[str, str, str]
    """Files: who signed, our own, its key; "" as Dask's configuration has it."""


@contextmanager
def engine_of(work: Work, layouts: Sequence[str], fonts: Sequence[Path]) -> Iterator[Engine]:
    """The engine, closed at the end. Raises `CallError` and `MachineError`."""
    engine = _engine(work, layouts, fonts)
    try:
        yield engine
    finally:
        engine.close()


def _engine(work: Work, layouts: Sequence[str], fonts: Sequence[Path]) -> Engine:
    if work.dask:
        from infographic.batch.engine.cluster_worker import Bounds
        from infographic.batch.engine.connecting import Certificates, connected

        folders = tuple(map(str, fonts))
        bounds = Bounds(work.seconds, work.megabytes, (), tuple(layouts), folders)
        return connected(work.dask, bounds, Certificates(*work.certificates))
    if work.workers == 0:
        from infographic.batch.engine.here import InProcess

        return InProcess()
    from infographic.batch.engine.pool import Pool

    return Pool(work.workers, work.seconds, work.megabytes, preload=layouts, font_path=fonts)


def said_of(engine: Engine) -> tuple[Diagnostic, ...]:
    """What an engine says of itself: a cluster's workers that were refused."""
    return tuple(getattr(engine, "diagnostics", ()))

"""Jobs handed to an engine, results as they come: one path for this machine and a cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from functools import lru_cache
from traceback import format_exception

from infographic.batch.engine import Engine, LostError, Sharing
from infographic.batch.job import Job, Result
from infographic.batch.making import made
from infographic.batch.stores import Store, must_answer, must_be_shared, store_of
from infographic.batch.stores.urls import is_url, local_path
from infographic.foundation.diagnostics import MachineError, SpecError
from infographic.foundation.record import replaced

AHEAD = 2
"""Jobs in hand for each that is being done: so none waits, and rows are read as they are needed."""


def results(jobs: Iterable[Job], engine: Engine, store: str | None) -> Iterator[Result]:
    """What came of each job, as it comes; `store` is a URL or a folder, None for the bytes.

    Jobs are taken from their iterator as they are needed. Who stops listening stops the rest: what
    has not begun is not begun. Raises `CallError` and `MachineError` for a store into which nothing
    could be put.
    """
    if store is not None:
        _must_be_of_use(store, engine)
    waiting: dict[Future[Result], Job] = {}
    coming = iter(jobs)
    try:
        while True:
            while len(waiting) < AHEAD * engine.width and (job := next(coming, None)) is not None:
                waiting[engine.submit(work, job, store)] = job
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            # Those that are done at once, in the order that they were asked in.
            for future in [one for one in waiting if one in done]:
                yield _result(future, waiting.pop(future))
    finally:
        for future in waiting:
            future.cancel()


def _must_be_of_use(store: str, engine: Engine) -> None:
    if not engine.is_here:
        must_be_shared(store)
    folder = local_path(store) if is_url(store) else store
    if isinstance(engine, Sharing):
        # What a store says to us it need not say to a cluster, which has credentials of its own.
        if folder is not None:
            engine.share(folder)
    elif folder is None:
        must_answer(store)


def work(job: Job, store: str | None) -> Result:
    """A job done where it is called; the result travels without the job, which the caller has."""
    try:
        where = None if store is None else _store(store)
    except (SpecError, MachineError) as error:
        return Result(_GONE, (), error.diagnostics, "machine")
    return replaced(made(job, where), job=_GONE)


_GONE = Job("", "", ())


@lru_cache(8)
def _store(url: str) -> Store:
    return store_of(url)


def _result(future: Future[Result], job: Job) -> Result:
    try:
        # A pool's future knows how many processes it took.
        return replaced(future.result(), job=job, tries=getattr(future, "tries", 1))
    except LostError as error:
        return Result(job, failure=error.why, message=error.message, tries=error.tries)
    except MachineError as error:
        return Result(job, (), error.diagnostics, "machine")
    except CancelledError:
        return Result(job, failure="cancelled")
    except Exception as error:
        # A fault of ours costs its job, and is told of it; the others go on.
        return Result(job, failure="crash", message="".join(format_exception(error)).strip())

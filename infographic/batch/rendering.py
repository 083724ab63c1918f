"""render_many(): many pages made from a program, in processes of this machine or on a cluster."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from contextvars import copy_context
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING, Any, Self

from infographic.batch.engine import Engine
from infographic.batch.engine.flow import results
from infographic.batch.engine.pool import MEGABYTES, SECONDS, Pool
from infographic.batch.job import Job, Result
from infographic.foundation.calls import must_be, positive
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    from infographic.composed import PathLike


def render_many(
    jobs: Iterable[Job],
    *,
    workers: int | None = None,
    client: Any = None,
    store: PathLike | None = None,
    seconds: float = SECONDS,
    megabytes: int = MEGABYTES,
) -> Results:
    """Do jobs, and give back what came of each, as it comes; a result knows its job.

    The jobs are taken from their iterator as they are needed, two for each worker. `workers`: so
    many processes, as there are processors unless given; 0 does them in this process, where nothing
    bounds them. `client`: a client of Dask, whose workers do them in place of ours. `store`: the
    folder or the URL that files are written to; without one a result has their bytes in `data`.
    `seconds` and `megabytes`: what a job may take, and a worker have.

    What is wrong with a job is in its result (`failure`, `diagnostics`). Raises `CallError` for
    what cannot be asked, and whatever the iterator of jobs raises.
    """
    must_be(isinstance(jobs, Iterable), "jobs", say("phrase/jobs"), jobs)
    if workers is not None and workers != 0:
        workers = int(positive(workers, "workers", 1))
    is_client = client is None or callable(getattr(client, "scheduler_info", None))
    must_be(is_client, "client", say("phrase/dask-client"), client)
    is_place = store is None or isinstance(store, str | os.PathLike)
    must_be(is_place, "store", say("phrase/a-path"), store)
    seconds, megabytes = positive(seconds, "seconds"), int(positive(megabytes, "megabytes"))

    def engine(first: Job) -> Engine:
        fonts = first.options.get("font_path", ())
        if client is not None:
            # Late, an extra.
            from infographic.batch.engine.cluster import Cluster
            from infographic.batch.engine.cluster_worker import Bounds

            preload = (first.layout,) if isinstance(first.layout, str) else ()
            places = tuple(map(os.fspath, fonts))
            return Cluster(client, Bounds(seconds, megabytes, (), preload, places))
        if workers == 0:
            from infographic.batch.engine.here import InProcess

            return InProcess()
        return Pool(workers, seconds, megabytes, preload=(first.layout,), font_path=fonts)

    return Results(jobs, engine, None if store is None else os.fspath(store))


class Results(Iterator[Result], AsyncIterator[Result]):
    """What came of jobs, as it comes: `for` and `async for` go through it, one of them.

    Who stops listening stops the work: `close`, the end of a `with`, an `async for` that is
    cancelled, and the end of the last name for it. What has been written by then stays, each file
    whole.
    """

    def __init__(
        self, jobs: Iterable[Job], engine: Callable[[Job], Engine], store: str | None
    ) -> None:
        self._begin = engine
        self._engine: Engine | None = None
        self._is_closed = False
        self._lock = Lock()
        self._thread: ThreadPoolExecutor | None = None
        self._stream = _stream(jobs, self._begun, store)
        # Limits and language are those of whoever asked, in whatever thread it goes on.
        self._context = copy_context()

    def _begun(self, first: Job) -> Engine:
        self._engine = engine = self._begin(first)
        if self._is_closed:
            engine.close()
        return engine

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Result:
        found = self._step()
        if found is None:
            raise StopIteration
        return found

    def _step(self) -> Result | None:
        with self._lock:
            try:
                return None if self._is_closed else self._context.run(next, self._stream, None)
            finally:
                if self._is_closed:
                    self._stream.close()

    def close(self) -> None:
        """End the workers at once. What was being made is not made."""
        self._is_closed = True
        if self._engine is not None:
            self._engine.close()
        # Where a thread waits for a result, it gets one now, and closes the stream.
        if self._lock.acquire(blocking=False):
            try:
                self._stream.close()
            finally:
                self._lock.release()
        if self._thread is not None:
            self._thread.shutdown(wait=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        # Of one that was refused there is not all.
        with suppress(AttributeError):
            self.close()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Result:
        import asyncio

        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="render_many")
        try:
            found = await asyncio.get_running_loop().run_in_executor(self._thread, self._step)
        except asyncio.CancelledError:
            self.close()
            raise
        if found is None:
            raise StopAsyncIteration
        return found

    async def aclose(self) -> None:
        """As `close`."""
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()


def _stream(
    jobs: Iterable[Job], begin: Callable[[Job], Engine], store: str | None
) -> Generator[Result, None, None]:
    coming = _checked(jobs)
    first = next(coming, None)
    if first is not None:
        with closing(begin(first)) as engine:
            yield from results(chain((first,), coming), engine, store)


def _checked(jobs: Iterable[Job]) -> Iterator[Job]:
    for job in jobs:
        must_be(isinstance(job, Job), "jobs", say("phrase/jobs"), job)
        yield job

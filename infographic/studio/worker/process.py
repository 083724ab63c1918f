"""The server's side of a worker: jobs one at a time, bounded in time and memory.

A job that is no longer wanted is let go where it has not begun. One that runs is waited for; its
process is ended where it takes too long, or where it is no longer wanted, has run for a while, and
another process waits, warm.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from infographic.foundation.record import field, record
from infographic.foundation.sayings import spoken
from infographic.studio.worker.child import Child, Spares

MEGABYTES = 1000
SECONDS = 10.0
PATIENCE = 1.5
"""Seconds after which what is no longer wanted is not waited for."""
LOOK = 0.05
"""Seconds between two looks at a job that runs."""
LONGEST_PAUSE = 5.0
"""Seconds before a process is begun again that ends at once, whatever it is given."""

ORDER = {"hit": 0, "point": 0, "where": 0, "draw": 1, "window": 2, "leaf": 4, "check": 5}
"""Which of the jobs that wait is done first; the others are 3, thumbnails the last."""
LATER, LAST = 3, 6


class JobFailedError(Exception):
    """A job came to nothing; `why` is “input”, “time”, “memory”, “crash” or “cancelled”."""

    def __init__(self, why: str, diagnostics: list[dict[str, Any]], message: str = "") -> None:
        super().__init__(message or why)
        self.why, self.diagnostics, self.message = why, diagnostics, message


def _never() -> bool:
    return False


@record(frozen=False, eq=False)
class Job:
    name: str
    given: dict[str, Any]
    on_part: Callable[[dict[str, Any]], None]
    done: asyncio.Future[Any]
    seconds: float = SECONDS
    is_overtaken: Callable[[], bool] = _never
    """Whether something newer waits for its end."""
    is_again: bool = False
    """Whether it was begun in another process before."""

    @property
    def is_unwanted(self) -> bool:
        return self.done.done() or self.is_overtaken()


@record(frozen=False, eq=False)
class Worker:
    """`start` before anything else; `stop` at the end."""

    folder: Path
    megabytes: int = MEGABYTES
    spares: Spares | None = None
    on_restart: Callable[[], None] = lambda: None
    """Called when what the process knew of views is lost."""
    child: Child | None = None
    jobs: asyncio.PriorityQueue[tuple[int, int, Job]] = field(default_factory=asyncio.PriorityQueue)
    loop: asyncio.Task[None] | None = None
    restarts: int = 0
    numbers: itertools.count[int] = field(default_factory=itertools.count)
    ended_at_once: int = 0
    """How many processes have ended one after the other that answered nothing."""
    busy: bool = False
    last: float = 0.0
    """When it last had something to do, by the loop's clock."""

    async def start(self) -> None:
        if self.spares is None:
            self.spares = Spares(self.folder, self.megabytes)
        self.child = await self.spares.take()
        self.loop = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self.loop is not None:
            self.loop.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self.loop
        while not self.jobs.empty():
            self._fail(self.jobs.get_nowait()[2], "cancelled")
        if self.child is not None:
            await self.child.end()

    async def ask(
        self,
        name: str,
        given: dict[str, Any],
        on_part: Callable[[dict[str, Any]], None] = lambda part: None,
        seconds: float = SECONDS,
        is_overtaken: Callable[[], bool] = _never,
    ) -> Any:
        """What a job answers, in the language that is spoken here unless given["language"] is
        another. Raises `JobFailedError`."""
        done = asyncio.get_running_loop().create_future()
        job = Job(name, {"language": spoken(), **given}, on_part, done, seconds, is_overtaken)
        order = LAST if name in ("thumb", "warm") else ORDER.get(name, LATER)
        await self.jobs.put((order, next(self.numbers), job))
        return await done

    async def _run(self) -> None:
        while True:
            job = await self._next()
            if job.done.done():
                continue
            self.busy = True
            try:
                await self._do(job)
            finally:
                self.busy, self.last = False, asyncio.get_running_loop().time()

    async def _next(self) -> Job:
        """The next job; a process that ends meanwhile is replaced, before it costs anybody time."""
        getting = asyncio.ensure_future(self.jobs.get())
        try:
            while True:
                if self.child is None or not self.child.is_alive:
                    await self._again()
                ended = asyncio.ensure_future(_ended(self.child))
                await asyncio.wait({getting, ended}, return_when=asyncio.FIRST_COMPLETED)
                if ended.done():
                    continue
                ended.cancel()
                return getting.result()[2]
        finally:
            getting.cancel()

    async def _do(self, job: Job) -> None:
        if self.child is None:
            self._fail(job, "crash", (), "no process can be begun")
            return
        child, clock = self.child, asyncio.get_running_loop().time
        begun = clock()

        def on_part(part: dict[str, Any]) -> None:
            if job.done.done():
                return
            try:
                job.on_part(part)
            except Exception as error:
                # A fault of whoever asked is his; the next job is done all the same.
                job.done.set_exception(error)

        work = asyncio.create_task(child.work(job.name, job.given, on_part))
        try:
            while not work.done():
                await asyncio.wait({work}, timeout=LOOK)
                if work.done():
                    break
                if clock() - begun >= job.seconds:
                    await self._again()
                    self._fail(job, "time")
                    return
                if job.is_unwanted and clock() - begun >= PATIENCE and self._has_spare:
                    await self._again()
                    self._fail(job, "cancelled")
                    return
        finally:
            if not work.done():
                work.cancel()
            # Whatever it ended of is known here already.
            await asyncio.wait({work})
            if not work.cancelled():
                work.exception()
        await self._came_of(job, child, work)

    @property
    def _has_spare(self) -> bool:
        return self.spares is not None and self.spares.is_ready

    async def _came_of(self, job: Job, child: Child, work: asyncio.Task[tuple[str, Any]]) -> None:
        try:
            kind, payload = work.result()
        except (EOFError, OSError):
            why, last = await child.why_gone()
            await self._again()
            if not await self._once_more(job, child, why):
                self._fail(job, why, (), last)
            return
        except Exception as error:
            # What cannot be sent, or not be understood: the process waits for the next job.
            self._fail(job, "crash", (), f"{type(error).__name__}: {error}")
            return
        self.ended_at_once = 0
        if kind == "failed":
            if payload["why"] == "memory":
                # What it still holds is missing for whatever comes next.
                await self._again()
                if await self._once_more(job, child, "memory"):
                    return
            self._fail(job, payload["why"], payload["diagnostics"], payload.get("message", ""))
        elif not job.done.done():
            job.done.set_result(payload)

    async def _once_more(self, job: Job, child: Child, why: str) -> bool:
        """Begin a job anew in a process that holds nothing yet, where the memory of one that held
        much was not enough for it; whether that was done."""
        if why != "memory" or child.count == 1 or job.is_again or job.done.done():
            return False
        job.is_again = True
        await self.jobs.put((0, next(self.numbers), job))
        return True

    async def _again(self) -> None:
        """Another process in place of this one."""
        assert self.spares is not None
        old, self.child = self.child, None
        if old is not None:
            await old.end()
            if not old.count:
                self.ended_at_once += 1
                await asyncio.sleep(min(0.1 * 2**self.ended_at_once, LONGEST_PAUSE))
        self.restarts += 1
        try:
            self.child = await self.spares.take()
        except OSError:
            await asyncio.sleep(LONGEST_PAUSE / 10)
        self.spares.prepare()
        self.on_restart()

    @staticmethod
    def _fail(
        job: Job, why: str, diagnostics: Sequence[dict[str, Any]] = (), message: str = ""
    ) -> None:
        if not job.done.done():
            job.done.set_exception(JobFailedError(why, list(diagnostics), message))


async def _ended(child: Child | None) -> None:
    if child is not None:
        await child.process.wait()
    else:
        await asyncio.sleep(LONGEST_PAUSE / 10)

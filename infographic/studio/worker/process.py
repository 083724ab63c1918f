"""The server's side of a worker: one process, jobs one at a time, bounded in time and memory.

A job that is no longer wanted is let go where it has not begun; one that runs is waited for, and
the process is killed only where it takes too long.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from infographic.foundation.record import field, record
from infographic.studio.worker import frames

MEGABYTES = 1000
SECONDS = 10.0


class JobFailedError(Exception):
    """A job came to nothing; `why` is “input”, “time”, “memory”, “crash” or “cancelled”."""

    def __init__(self, why: str, diagnostics: list[dict[str, Any]], message: str = "") -> None:
        super().__init__(message or why)
        self.why, self.diagnostics, self.message = why, diagnostics, message


@record(frozen=False, eq=False)
class Job:
    name: str
    given: dict[str, Any]
    on_part: Callable[[dict[str, Any]], None]
    done: asyncio.Future[Any]
    seconds: float = SECONDS


@record(frozen=False, eq=False)
class Worker:
    """One process. `start` before anything else; `stop` at the end."""

    folder: Path
    megabytes: int = MEGABYTES
    jobs: asyncio.Queue[Job] = field(default_factory=asyncio.Queue)
    process: asyncio.subprocess.Process | None = None
    loop: asyncio.Task[None] | None = None
    count: int = 0
    restarts: int = 0

    async def start(self) -> None:
        await self._spawn()
        self.loop = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self.loop is not None:
            self.loop.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self.loop
        await self._kill()

    async def ask(
        self,
        name: str,
        given: dict[str, Any],
        on_part: Callable[[dict[str, Any]], None] = lambda part: None,
        seconds: float = SECONDS,
    ) -> Any:
        """What a job answers. Raises `JobFailedError`."""
        done = asyncio.get_running_loop().create_future()
        await self.jobs.put(Job(name, given, on_part, done, seconds))
        return await done

    async def _spawn(self) -> None:
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "infographic.studio.worker",
            str(self.folder), str(self.megabytes),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip

    async def _kill(self) -> None:
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

    async def _run(self) -> None:
        while True:
            job = await self.jobs.get()
            if job.done.done():
                continue
            try:
                async with asyncio.timeout(job.seconds):
                    kind, payload = await self._one(job)
            except TimeoutError:
                await self._again()
                self._fail(job, "time")
            except (EOFError, OSError, asyncio.IncompleteReadError):
                await self._again()
                self._fail(job, "crash")
            else:
                if job.done.done():
                    continue
                if kind == "done":
                    job.done.set_result(payload)
                else:
                    self._fail(
                        job, payload["why"], payload["diagnostics"], payload.get("message", "")
                    )

    async def _again(self) -> None:
        self.restarts += 1
        await self._kill()
        await self._spawn()

    @staticmethod
    def _fail(
        job: Job, why: str, diagnostics: Sequence[dict[str, Any]] = (), message: str = ""
    ) -> None:
        if not job.done.done():
            job.done.set_exception(JobFailedError(why, list(diagnostics), message))

    async def _one(self, job: Job) -> tuple[str, Any]:
        assert self.process is not None and self.process.stdin and self.process.stdout
        self.count += 1
        self.process.stdin.write(frames.packed((self.count, job.name, job.given)))
        await self.process.stdin.drain()
        while True:
            head = await self.process.stdout.readexactly(frames.HEAD)
            data = await self.process.stdout.readexactly(int.from_bytes(head, "big"))
            number, kind, payload = frames.unpacked(data)
            if number != self.count:
                continue
            if kind != "part":
                return kind, payload
            if not job.done.done():
                job.on_part(payload)

"""One process of a worker, as the server holds it: what it is asked, and what came of it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from infographic.foundation.files import PACKAGE
from infographic.foundation.record import field, record
from infographic.foundation.running import frames
from infographic.foundation.running.bounds import is_of_memory

LINES = 50
"""Of what it wrote to its stderr, the last."""


@record(frozen=False, eq=False)
class Child:
    process: asyncio.subprocess.Process
    said: deque[str] = field(default_factory=lambda: deque(maxlen=LINES))
    count: int = 0
    """How many jobs it was given."""
    listener: asyncio.Task[None] | None = None

    @property
    def is_alive(self) -> bool:
        return self.process.returncode is None

    async def work(
        self, name: str, given: dict[str, Any], on_part: Callable[[Any], None]
    ) -> tuple[str, Any]:
        """“done” and what a job answers, or “failed” and why. Raises `EOFError` or `OSError` where
        the process ends."""
        assert self.process.stdin and self.process.stdout
        self.count += 1
        self.process.stdin.write(frames.packed((self.count, name, given)))
        await self.process.stdin.drain()
        while True:
            head = await self.process.stdout.readexactly(frames.HEAD)
            data = await self.process.stdout.readexactly(int.from_bytes(head, "big"))
            number, kind, payload = frames.unpacked(data)
            if number == self.count:
                if kind != "part":
                    return kind, payload
                on_part(payload)

    async def why_gone(self) -> tuple[str, str]:
        """Why it ended by itself: “memory” or “crash”, and the last that it said."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.process.wait(), 1)
            if self.listener is not None:
                await asyncio.wait_for(self.listener, 1)
        last = "\n".join(self.said)
        code = self.process.returncode
        why = "memory" if is_of_memory(code, last) else "crash"
        return why, _last_line(last) or f"exit code {code}"

    async def end(self) -> None:
        if self.is_alive:
            with contextlib.suppress(ProcessLookupError):
                self.process.kill()
            await self.process.wait()
        if self.listener is not None:
            self.listener.cancel()

    async def _listen(self) -> None:
        assert self.process.stderr
        with contextlib.suppress(ValueError):
            async for line in self.process.stderr:
                self.said.append(line.decode(errors="replace").rstrip())


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2]


COMMAND = (sys.executable, "-P", "-m", "infographic.studio.worker")
"""Of the modules in the folder that the user stands in (-P) none is ours, whatever its name."""


async def spawned(folder: Path, megabytes: int, command: Sequence[str] = COMMAND) -> Child:
    """A new process. Raises `OSError` where the system has none to give."""
    paths = [str(PACKAGE.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    process = await asyncio.create_subprocess_exec(
        *command, str(folder), str(megabytes),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    child = Child(process)
    child.listener = asyncio.create_task(child._listen())
    return child


@record(frozen=False, eq=False)
class Spares:
    """One process that waits, warm, to take the place of one that ended."""

    folder: Path
    megabytes: int
    warmth: dict[str, Any] = field(default_factory=dict)
    """What the job `warm` is given."""
    command: Sequence[str] = COMMAND
    waiting: Child | None = None
    task: asyncio.Task[None] | None = None

    @property
    def is_ready(self) -> bool:
        return self.waiting is not None and self.waiting.is_alive

    def prepare(self) -> None:
        """Begin to make one ready, where there is none."""
        if self.task is None or self.task.done():
            self.task = asyncio.create_task(self._prepare())

    async def take(self) -> Child:
        """The one that waits, or a cold one. Raises `OSError`."""
        child, self.waiting = self.waiting, None
        if child is None or not child.is_alive:
            child = await spawned(self.folder, self.megabytes, self.command)
        return child

    async def close(self) -> None:
        if self.task is not None:
            self.task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self.task
        if self.waiting is not None:
            await self.waiting.end()

    async def _prepare(self) -> None:
        if self.is_ready:
            return
        with contextlib.suppress(EOFError, OSError):
            child = await spawned(self.folder, self.megabytes, self.command)
            try:
                async with asyncio.timeout(60):
                    await child.work("warm", self.warmth, lambda part: None)
            except (TimeoutError, EOFError, OSError, asyncio.CancelledError):
                await child.end()
                raise
            self.waiting = child

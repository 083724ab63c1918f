"""Where files that nobody has looked at yet are opened: a worker of its own, begun at its first
use, so that a picture which ends its reader ends nothing else."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from infographic.foundation.record import field, record
from infographic.studio.worker.process import SECONDS, Worker

UPLOADS = 2
"""At once: each is held in memory whole."""


@record(frozen=False, eq=False)
class Intake:
    root: Path
    """The studio's folder."""
    worker: Worker | None = None
    starting: asyncio.Lock = field(default_factory=asyncio.Lock)
    uploading: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(UPLOADS))
    naming: asyncio.Lock = field(default_factory=asyncio.Lock)
    """So that no two take the name that each has found free."""

    async def ask(self, name: str, given: dict[str, Any], seconds: float = SECONDS) -> Any:
        """What a job answers. Raises `JobFailedError`."""
        async with self.starting:
            if self.worker is None:
                worker = Worker(self.root)
                await worker.start()
                self.worker = worker
        return await self.worker.ask(name, given, seconds=seconds)

    async def stop(self) -> None:
        if self.worker is not None:
            await self.worker.stop()
            if self.worker.spares is not None:
                await self.worker.spares.close()

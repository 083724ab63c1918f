"""A service that runs: what all its requests share."""

from __future__ import annotations

import asyncio
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from infographic.batch.engine import Engine
from infographic.serve.calling.post import HANDS, Resolve, addresses
from infographic.serve.counts import Counts
from infographic.serve.desk import Desk
from infographic.serve.jobs import Jobs
from infographic.serve.kept import Store
from infographic.serve.keys import Keys
from infographic.serve.settings import Settings

Log = Callable[[Mapping[str, Any]], None]


def log_to_stderr(told: Mapping[str, Any]) -> None:
    """A line of JSON."""
    print(json.dumps(told, ensure_ascii=True), file=sys.stderr, flush=True)


class Service:
    def __init__(
        self,
        settings: Settings,
        engine: Engine,
        keys: Keys | None = None,
        *,
        log: Log = log_to_stderr,
        resolve: Resolve = addresses,
    ) -> None:
        self.settings, self.engine, self.keys = settings, engine, keys
        self.log, self.resolve = log, resolve
        self.desk = Desk(engine, settings.queue)
        self.kept, self.jobs = Store(), Jobs()
        self.callers: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(HANDS))
        """The places of call-backs, by the key's name."""
        self.counts = Counts({
            "running": lambda: self.desk.running,
            "waiting": lambda: self.desk.waiting,
            "workers": lambda: self.engine.width,
            "kept_bytes": lambda: self.kept.bytes,
            "jobs": lambda: len(self.jobs.jobs),
        })  # fmt: skip

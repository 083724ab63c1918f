"""Jobs: what is made while nobody waits on the line."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Any, Literal

from infographic.foundation.limits import most
from infographic.foundation.record import field, record
from infographic.foundation.sayings import say
from infographic.serve.problems import ProblemError

SECONDS = 3600.0
"""That the end of a job is remembered."""
Status = Literal["queued", "done", "failed", "cancelled"]


@record(frozen=False, eq=False)
class Doing:
    """A job, and what is known of it."""

    id: str
    owner: str
    """The name of the key that asked for it."""
    status: Status = "queued"
    told: dict[str, Any] = field(default_factory=dict)
    """What is answered of it beside its status: the page's digest, or the problem."""
    ended: float = 0.0
    task: asyncio.Task[None] | None = None
    callback: str = ""
    """What came of telling its end."""

    refusal: ProblemError | None = None
    """Why it was not begun."""

    @property
    def is_over(self) -> bool:
        """Whether it has ended, and its end was told: one whose call-back goes on is not
        forgotten, or call-backs to a slow receiver would pile up beside the bound."""
        return self.status != "queued" and (self.task is None or self.task.done())

    def as_dict(self) -> dict[str, Any]:
        more = {"callback": self.callback} if self.callback else {}
        return {"id": self.id, "status": self.status, **more, **self.told}


class Jobs:
    """Those that run and, for an hour, those that have ended; `serve-jobs` in all."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.jobs: OrderedDict[str, Doing] = OrderedDict()

    def begin(self, owner: str, work: Callable[[Doing], Coroutine[Any, Any, None]]) -> Doing:
        """Raises `ProblemError`, 503, where too many run."""
        self._forget()
        if len(self.jobs) >= most("serve-jobs"):
            raise ProblemError(
                503, say("serve-busy", waiting=len(self.jobs)), headers={"Retry-After": "60"}
            )
        doing = Doing(secrets.token_hex(16), owner)
        self.jobs[doing.id] = doing
        doing.task = asyncio.create_task(work(doing))
        return doing

    def get(self, name: str, owner: str) -> Doing | None:
        self._forget()
        doing = self.jobs.get(name)
        return doing if doing is not None and doing.owner == owner else None

    def end(self, doing: Doing, status: Status, told: dict[str, Any]) -> None:
        doing.status, doing.told, doing.ended = status, told, self.clock()

    def drop(self, doing: Doing) -> None:
        self.jobs.pop(doing.id, None)

    def _forget(self) -> None:
        now = self.clock()
        for name, doing in list(self.jobs.items()):
            if doing.is_over and doing.ended + SECONDS < now:
                del self.jobs[name]
        # Of those that have ended the oldest go first.
        for name, doing in list(self.jobs.items()):
            if len(self.jobs) < most("serve-jobs"):
                return
            if doing.is_over:
                del self.jobs[name]

    async def close(self, seconds: float) -> None:
        """Let what runs end within a bound, then end it."""
        tasks = {one.task for one in self.jobs.values() if one.task is not None}
        running = {task for task in tasks if not task.done()}
        if running:
            _, late = await asyncio.wait(running, timeout=seconds)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=1.0)

"""The desk: a request waits for a worker here, as many as may, and no more."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import Any, Protocol

from infographic.batch.engine import Engine, LostError
from infographic.foundation.sayings import say
from infographic.serve.problems import ProblemError


class Ending(Protocol):
    """An engine that can let a call go while it runs."""

    def end(self, future: Future[Any]) -> None: ...


Gone = Callable[[], Awaitable[object]]


class Desk:
    """Hands calls to an engine, one a worker, `queue` more waiting."""

    def __init__(self, engine: Engine, queue: int) -> None:
        self.engine, self.queue = engine, queue
        self.taken = 0
        """Calls that run or wait."""
        self.seconds = 1.0
        """That a call took, on a running mean."""
        self.is_closing = False

    @property
    def running(self) -> int:
        return min(self.taken, self.engine.width)

    @property
    def waiting(self) -> int:
        return self.taken - self.running

    def must_have_room(self) -> None:
        """Raises `ProblemError`, 503, with when to come again."""
        if self.is_closing:
            raise ProblemError(
                503, say("serve-ending"), headers={"Retry-After": "5", "Connection": "close"}
            )
        if self.taken >= self.engine.width + self.queue:
            again = max(1, round(self.seconds * (self.waiting + 1) / self.engine.width))
            headers = {"Retry-After": str(min(again, 60)), "Connection": "close"}
            raise ProblemError(503, say("serve-busy", waiting=self.waiting), headers=headers)

    async def call(
        self, function: Callable[..., Any], *arguments: Any, gone: Gone | None = None
    ) -> Any:
        """What a function gives, called in a worker.

        `gone` gives what ends when nobody waits any more: then the worker is ended, and
        `ClientGoneError` raised. It is asked when there is a place: what was never waited for
        would be printed among the lines of the log. Raises `ProblemError` where there is no room,
        and where the worker was lost.
        """
        self.must_have_room()
        self.taken += 1
        loop = asyncio.get_running_loop()
        begun = loop.time()
        try:
            future = self.engine.submit(function, *arguments)
            try:
                value = await self._answer(future, gone)
            except BaseException:
                self._end(future)
                raise
            self.seconds += 0.1 * (loop.time() - begun - self.seconds)
            return value
        except LostError as error:
            raise _lost(error) from error
        finally:
            self.taken -= 1

    async def _answer(self, future: Future[Any], gone: Gone | None) -> Any:
        answer = asyncio.wrap_future(future)
        # One that nobody waits for any more ends with an exception, and asyncio would print it.
        answer.add_done_callback(_heard)
        left = set() if gone is None else {asyncio.ensure_future(gone())}
        try:
            await asyncio.wait({answer, *left}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in left:
                one.cancel()
        if not answer.done():
            raise ClientGoneError
        if answer.cancelled():
            # By the engine, which ends: it is not we who are cancelled.
            raise LostError("cancelled")
        return answer.result()

    def _end(self, future: Future[Any]) -> None:
        if future.done():
            return
        end = getattr(self.engine, "end", None)
        if end is None:
            future.cancel()
        else:
            end(future)


def _heard(answer: asyncio.Future[Any]) -> None:
    if not answer.cancelled():
        answer.exception()


class ClientGoneError(Exception):
    """Nobody waits for the answer any more."""


def _lost(error: LostError) -> ProblemError:
    match error.why:
        case "time":
            return ProblemError(504, say("serve-too-much/time"))
        case "memory":
            return ProblemError(422, say("serve-too-much/memory"))
        case "cancelled":
            return ProblemError(503, say("serve-ending"), headers={"Retry-After": "5"})
        case _:
            return ProblemError(500, say("serve-fault"))

"""The pool as the program has it: calls that wait, and a thread for each worker."""

from __future__ import annotations

import os
import pickle
import sys
import time
import weakref
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Condition, Lock, Semaphore, Thread, current_thread
from typing import TYPE_CHECKING, Any, Self

from infographic.batch.engine import LostError
from infographic.batch.engine.pool.beginning import Beginner, Start, beginner, best_start
from infographic.batch.engine.pool.children import PATIENCE, Child
from infographic.batch.engine.pool.setup import setup_of
from infographic.foundation.calls import positive
from infographic.foundation.record import record

if TYPE_CHECKING:
    from infographic.composed import PathLike
    from infographic.options import LayoutLike

SECONDS = 60.0
"""That a call may take."""
MEGABYTES = 1500
"""That a worker may have."""
GROWN = 0.5
"""Of what a worker may have: one that has more when it has answered is replaced by a fresh one."""
TRIES = 2


class Call(Future[Any]):
    """A call's outcome, and how many processes it took."""

    tries = 1


class Pool:
    """An engine of processes. A context: `close` is called at its end, and at the program's.

    `workers`: how many at most, as many as there are processors unless given; they are begun as
    they are needed. They stand in the folder that the program stands in when the first is, and
    have the limits that hold where the pool is made. `preload`: layouts that are read once, for
    all of them. Raises `CallError` for a number that cannot be.
    """

    def __init__(
        self,
        workers: int | None = None,
        seconds: float = SECONDS,
        megabytes: int = MEGABYTES,
        preload: Sequence[LayoutLike] = (),
        font_path: Sequence[PathLike] = (),
        start: Start | None = None,
    ) -> None:
        self._width = processors() if workers is None else int(positive(workers, "workers", 1))
        setup = setup_of(
            int(positive(megabytes, "megabytes")), preload, [os.fspath(one) for one in font_path]
        )
        self._held = _Held(
            beginner(start or best_start(), setup), positive(seconds, "seconds"), setup.megabytes
        )
        # The threads hold what is held, not the pool: one that is dropped is closed.
        self._closing = weakref.finalize(self, self._held.close)

    is_here = False

    @property
    def width(self) -> int:
        return self._width

    def submit(
        self, function: Callable[..., Any], *arguments: Any, seconds: float | None = None
    ) -> Call:
        """As `Engine.submit`; `seconds`: that this call may take. Raises `RuntimeError` when the
        pool has been closed, and what pickling raises."""
        call = pickle.dumps((function, arguments), protocol=5)
        future = Call()
        self._held.take(Task(call, future, seconds), self._width)
        return future

    def end(self, future: Future[Any]) -> None:
        """Let a call go: one that waits is cancelled, of one that runs the worker is ended, and its
        future raises `LostError`, “cancelled”."""
        if not future.cancel():
            self._held.end(future)

    def close(self) -> None:
        self._closing()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def processors() -> int:
    """How many processors this process may use."""
    if sys.platform.startswith("linux"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@record(eq=False)
class Task:
    """A call that waits or is being done."""

    call: bytes
    future: Call
    seconds: float | None


@record(frozen=False, eq=False)
class Doing:
    """What a worker does, and until when, by the monotonic clock."""

    child: Child
    until: float
    future: Future[Any]


class _Held:
    """What the threads share."""

    def __init__(self, workers: Beginner, seconds: float, megabytes: int) -> None:
        self.workers, self.seconds = workers, seconds
        self.most = megabytes * 1_000_000 * GROWN
        self.tasks: SimpleQueue[Task | None] = SimpleQueue()
        self.lock = Lock()
        self.clock = Condition(self.lock)
        self.threads: list[Thread] = []
        self.idle = Semaphore(0)
        """Threads that wait for a call that nobody has given yet."""
        self.children: set[Child] = set()
        self.doing: dict[Thread, Doing] = {}
        self.is_closed = False

    def take(self, task: Task, width: int) -> None:
        with self.lock:
            if self.is_closed:
                raise RuntimeError("the pool has been closed")
            self.tasks.put(task)
            if not self.idle.acquire(blocking=False) and len(self.threads) < width:
                if not self.threads:
                    Thread(target=self._watch, name="batch-watch", daemon=True).start()
                thread = Thread(target=self._hold, name="batch-worker", daemon=True)
                self.threads.append(thread)
                thread.start()

    def end(self, future: Future[Any]) -> None:
        with self.lock:
            for one in self.doing.values():
                if one.future is future:
                    one.child.kill("cancelled")

    def close(self) -> None:
        with self.lock:
            self.is_closed = True
            children, threads = tuple(self.children), tuple(self.threads)
            self.clock.notify_all()
        with suppress(Empty):
            while True:
                task = self.tasks.get_nowait()
                if task is not None:
                    task.future.cancel()
                    # Whoever waits for it is told.
                    task.future.set_running_or_notify_cancel()
        for child in children:
            child.kill("cancelled")
        for _ in threads:
            self.tasks.put(None)
        self.workers.close()
        for thread in threads:
            # What is called when a future is done may close the pool.
            if thread is not current_thread():
                thread.join(PATIENCE)

    def _hold(self) -> None:
        """A thread's work: one worker, and its successors."""
        child: Child | None = None
        while (task := self._next()) is not None:
            if task.future.set_running_or_notify_cancel():
                child = self._do(task, child)
            # Nothing is held on to while it waits for the next.
            del task
        if child is not None:
            self._let_go(child)

    def _next(self) -> Task | None:
        try:
            return self.tasks.get_nowait()
        except Empty:
            self.idle.release()
            return self.tasks.get()

    def _do(self, task: Task, child: Child | None) -> Child | None:
        """Have a call done; the worker that goes on, if one does."""
        for tries in range(1, TRIES + 1):
            task.future.tries = tries
            try:
                if child is None or child.is_gone:
                    child = self._begin(child)
                kind, value = self._ask(child, task)
            except (EOFError, OSError) as error:
                lost, is_fresh = self._lost(child, error, tries), child is None or child.calls == 1
                if child is not None:
                    self._let_go(child)
                child = None
                if tries == TRIES or not _is_worth_another(lost, is_fresh=is_fresh):
                    task.future.set_exception(lost)
                    break
                continue
            except BaseException as error:
                # An answer that cannot be unpickled here.
                kind, value = "raised", error
            if child is not None and (child.is_gone or child.resident > self.most):
                self._let_go(child)
                child = None
            if kind == "done":
                task.future.set_result(value)
            else:
                task.future.set_exception(value)
            break
        return child

    def _ask(self, child: Child, task: Task) -> tuple[str, Any]:
        seconds = self.seconds if task.seconds is None else task.seconds
        thread = current_thread()
        with self.lock:
            self.doing[thread] = Doing(child, time.monotonic() + seconds, task.future)
        try:
            return child.ask(task.call)
        finally:
            with self.lock:
                del self.doing[thread]

    def _lost(self, child: Child | None, error: Exception, tries: int) -> LostError:
        if self.is_closed:
            return LostError("cancelled", "", tries)
        if child is None:
            return LostError("crash", f"no process can be begun: {error}", tries)
        why, message = child.why_gone()
        return LostError(why, message, tries)

    def _begin(self, old: Child | None) -> Child:
        if old is not None:
            self._let_go(old)
        child = self.workers.begin()
        with self.lock:
            self.children.add(child)
            if self.is_closed:
                child.kill("cancelled")
        return child

    def _let_go(self, child: Child) -> None:
        with self.lock:
            self.children.discard(child)
        child.close()

    def _watch(self) -> None:
        """A thread's work: end what takes too long."""
        with self.lock:
            while not self.is_closed:
                now = time.monotonic()
                for one in self.doing.values():
                    if one.until <= now:
                        one.child.kill("time")
                self.clock.wait(LOOK)


LOOK = 0.05
"""Seconds between two looks at the time."""


def _is_worth_another(lost: LostError, *, is_fresh: bool) -> bool:
    """Whether a call may come to something in a fresh worker.

    One that took too long would do so again, and one that had the memory of a whole process to
    itself.
    """
    return lost.why == "crash" or (lost.why == "memory" and not is_fresh)

"""What is done in a cluster's worker: a call, by a pool of processes of the worker's own.

The pool has the bounds of time and memory that a Dask worker has none of, or only for itself: a job
that dies takes its own process along and no worker, and costs only itself its second try.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread
from time import monotonic, sleep
from typing import Any

from infographic.batch.engine import LostError
from infographic.batch.engine.pool import MEGABYTES, SECONDS, Pool
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.limits import using_limits
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say


class Bounds(NamedTuple):
    """What a job may take, and what each worker's processes begin with."""

    seconds: float = SECONDS
    megabytes: int = MEGABYTES
    limits: tuple[tuple[str, int], ...] = ()
    """Those that hold where the jobs are from, where they are not the usual ones."""
    preload: tuple[str, ...] = ()
    """Layouts that are read once."""
    font_path: tuple[str, ...] = ()


class Standing(NamedTuple):
    """Where the caller stands, and what shows that a disk of its is seen here."""

    folder: str
    marker: str = ""
    """A file beside those that are written; "" where none are written to a disk."""

    def must_be_shared(self) -> None:
        """Raise `MachineError` where a file would be written that the caller never sees."""
        if self.marker and not os.path.exists(self.marker):  # noqa: PTH110 (some hundred a second)
            folder = os.path.dirname(self.marker)  # noqa: PTH120
            raise MachineError(say("machine/not-shared", folder=folder, worker=_worker().address))


class Kept(NamedTuple):
    """A pool of this worker's, and when it was last given something, by the monotonic clock."""

    pool: Pool
    at: float


_POOLS: dict[tuple[str, Bounds], Kept] = {}
_LOCK = Lock()
IDLE = 300.0
"""Seconds after which a pool is ended that nobody gives anything: its caller may have been killed.
"""


def done(call: bytes, bounds: Bounds, owner: str, standing: Standing) -> bytes:
    """A call's outcome, pickled: whether it gave something, and what it gave or raised.

    `call` is a function with its arguments, pickled, so that neither scheduler nor worker looks
    into it. `owner` is the cluster, as its client knows it.
    """
    try:
        standing.must_be_shared()
        return bytes(_pool(bounds, owner).submit(outcome, call, standing.folder).result())
    except LostError as error:
        # Which machine it was.
        where = f"{_worker().address}: {error.message}"
        return _pickled((False, LostError(error.why, where, error.tries)))
    except Exception as error:
        # Whatever it is, it is said where the call is from.
        return _pickled((False, error))


def outcome(call: bytes, folder: str) -> bytes:
    """The same in one of the pool's processes: names that are relative begin where the caller
    stands, if there is such a folder here."""
    function: Callable[..., Any]
    try:
        with suppress(OSError):
            os.chdir(folder)
        function, arguments = pickle.loads(call)
        return _pickled((True, function(*arguments)))
    except Exception as error:
        return _pickled((False, error))


def _pickled(found: tuple[bool, Any]) -> bytes:
    try:
        return pickle.dumps(found)
    except Exception as error:
        return pickle.dumps((False, TypeError(f"{type(found[1]).__name__}: {error}"[:500])))


def _pool(bounds: Bounds, owner: str) -> Pool:
    """This worker's processes for an owner, as many as it has threads."""
    with _LOCK:
        kept = _POOLS.get((owner, bounds))
        pool = _begun(bounds) if kept is None else kept.pool
        if not _POOLS:
            Thread(target=_end_idle, name="infographic-idle", daemon=True).start()
        _POOLS[owner, bounds] = Kept(pool, monotonic())
        return pool


def _begun(bounds: Bounds) -> Pool:
    width = _worker().state.nthreads
    with using_limits(dict(bounds.limits)):
        return Pool(
            width,
            bounds.seconds,
            bounds.megabytes,
            preload=bounds.preload,
            font_path=bounds.font_path,
        )


def _worker() -> Any:
    from distributed import get_worker

    return get_worker()


def _end_idle() -> None:
    while True:
        sleep(IDLE / 10)
        with _LOCK:
            # A call may take its whole time, twice.
            now = monotonic()
            old = [
                (key, kept.pool)
                for key, kept in _POOLS.items()
                if now - kept.at > IDLE + 2 * key[1].seconds
            ]
            for key, _ in old:
                del _POOLS[key]
            is_last = not _POOLS
        for _, pool in old:
            pool.close()
        if is_last:
            return


def close(owner: str) -> None:
    """End this worker's processes for an owner, and what they are doing."""
    with _LOCK:
        ended = [_POOLS.pop(key) for key in list(_POOLS) if key[0] == owner]
    for kept in ended:
        kept.pool.close()

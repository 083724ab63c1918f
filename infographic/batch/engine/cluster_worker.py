"""What is done in a cluster's worker: a call, by a pool of processes of the worker's own.

The pool has the bounds of time and memory that a Dask worker has none of, or only for itself: a job
that dies takes its own process along and no worker, and costs only itself its second try.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from threading import Lock
from typing import Any

from infographic.batch.engine.pool import MEGABYTES, SECONDS, Pool
from infographic.foundation.limits import using_limits
from infographic.foundation.record.tuples import NamedTuple


class Bounds(NamedTuple):
    """What a job may take, and what each worker's processes begin with."""

    seconds: float = SECONDS
    megabytes: int = MEGABYTES
    limits: tuple[tuple[str, int], ...] = ()
    """Those that hold where the jobs are from, where they are not the usual ones."""
    preload: tuple[str, ...] = ()
    """Layouts that are read once."""
    font_path: tuple[str, ...] = ()


_POOLS: dict[Bounds, Pool] = {}
_LOCK = Lock()


def done(call: bytes, bounds: Bounds) -> bytes:
    """A call's outcome, pickled: whether it gave something, and what it gave or raised.

    `call` is a function with its arguments, pickled, so that neither scheduler nor worker looks
    into it.
    """
    try:
        return bytes(_pool(bounds).submit(outcome, call).result())
    except Exception as error:
        # Whatever it is, it is said where the call is from.
        return _pickled((False, error))


def outcome(call: bytes) -> bytes:
    """The same in one of the pool's processes."""
    function: Callable[..., Any]
    try:
        function, arguments = pickle.loads(call)
        return _pickled((True, function(*arguments)))
    except Exception as error:
        return _pickled((False, error))


def _pickled(found: tuple[bool, Any]) -> bytes:
    try:
        return pickle.dumps(found)
    except Exception as error:
        return pickle.dumps((False, TypeError(f"{type(found[1]).__name__}: {error}"[:500])))


def _pool(bounds: Bounds) -> Pool:
    """This worker's processes, as many as it has threads."""
    with _LOCK:
        if bounds not in _POOLS:
            from distributed import get_worker

            with using_limits(dict(bounds.limits)):
                _POOLS[bounds] = Pool(
                    get_worker().state.nthreads,
                    bounds.seconds,
                    bounds.megabytes,
                    preload=bounds.preload,
                    font_path=bounds.font_path,
                )
        return _POOLS[bounds]


def close() -> None:
    """End this worker's processes."""
    with _LOCK:
        while _POOLS:
            _POOLS.popitem()[1].close()

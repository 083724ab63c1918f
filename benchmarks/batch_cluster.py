"""What a Dask cluster costs a job: calls that do nothing, through two real workers on this machine.

python benchmarks/batch_cluster.py [CALLS]
"""

from __future__ import annotations

import sys
from collections import deque
from concurrent.futures import Future
from contextlib import ExitStack
from operator import index
from statistics import median
from time import perf_counter
from typing import Any

from infographic.batch.engine.cluster import Cluster
from infographic.batch.engine.flow import AHEAD

BAR = 8.0
"""Milliseconds a job, of the issue that asked for it."""


def overhead(calls: int = 300, times: int = 5, workers: int = 2) -> list[float]:
    """Milliseconds a call, as many in hand as `flow` has; a figure for each time, the first ones
    (processes are begun) left out."""
    import distributed

    with ExitStack() as stack:
        make: Any = distributed.LocalCluster
        cluster = stack.enter_context(
            make(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address=None,
                silence_logs=50,
            )
        )
        make = distributed.Client
        client = stack.enter_context(make(cluster, set_as_default=False))
        engine = stack.enter_context(Cluster(client))
        return [_once(engine, calls) for _ in range(times + 1)][1:]


def _once(engine: Cluster, calls: int) -> float:
    waiting: deque[Future[int]] = deque()
    begun = perf_counter()
    for number in range(calls):
        waiting.append(engine.submit(index, number))
        if len(waiting) > AHEAD * engine.width:
            waiting.popleft().result()
    while waiting:
        waiting.popleft().result()
    return (perf_counter() - begun) / calls * 1000


if __name__ == "__main__":
    found = overhead(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
    told = ", ".join(f"{one:.1f}" for one in found)
    print(f"Dask, empty jobs: {median(found):.1f} ms a job ({told}); bar {BAR:g}")

"""An engine that draws nothing: a job's files have the bytes of its story. For tests of what is
written down of jobs, and when."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from infographic.batch.digests import digest_of, digest_of_file
from infographic.batch.job import Failure, Input, Job, Output, Result
from infographic.foundation.record import replaced


class Writing:
    """`fails`: by a job's id why it fails."""

    width = 1
    is_here = True

    def __init__(self, fails: dict[str, Failure] | None = None) -> None:
        self.made: list[str] = []
        self.fails = fails or {}
        self.most_waiting = 0

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        job, store = arguments
        self.made.append(job.id)
        future: Future[Any] = Future()
        future.set_running_or_notify_cancel()
        future.set_result(self._made(job, store))
        return future

    def _made(self, job: Job, store: str) -> Result:
        failure = self.fails.get(job.id, "")
        blank = Result(Job("", "", ()), seconds=0.25, worker="1")
        if failure:
            return replaced(blank, failure=failure, message=f"{job.id} failed")
        data = Path(str(job.story)).read_bytes()
        # Not by the store, which waits for the disk.
        Path(store).mkdir(exist_ok=True)
        for name in job.files:
            Path(store, name).write_bytes(data)
        outputs = tuple(Output(name, len(data), digest_of(data)) for name in job.files)
        read = (Input(str(job.story), digest_of_file(str(job.story))),)
        return replaced(blank, outputs=outputs, inputs=read)

    def close(self) -> None:
        """Nothing was begun."""

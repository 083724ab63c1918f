"""run_batch(): jobs done, and what came of them written down as it comes."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from infographic.batch.engine import Engine
from infographic.batch.engine.flow import results
from infographic.batch.job import Failure, Job, Result
from infographic.batch.manifest.writing import Manifest
from infographic.batch.run.current import is_current
from infographic.batch.run.keys import key_of
from infographic.batch.stores import Store
from infographic.foundation.diagnostics import Severity
from infographic.foundation.record import field, record

MOST_FAULTS = 20
"""Results of failed jobs that a summary keeps."""
MOST_REFUSED = 20
"""Jobs in a row for which the disk or the store will not: with a full disk the others need not be
tried."""
Outcome = Literal["made", "current", "failed"]


@record
class Plan:
    """What a run is to make."""

    jobs: Iterable[Job]
    """Taken one by one, as they are needed; each once."""
    count: int
    """How many they are."""
    store: str = ""
    """A folder or a URL; “” for where we stand."""
    mark: str = ""
    """What bytes depend on besides the jobs: `fingerprint().digest`."""
    rows: str = ""
    """What the table of editions is called: no password."""
    patterns: tuple[str, ...] = ()
    """Of the names of the files."""
    resumes: bool = False
    """Make only what is missing or changed."""
    is_whole: bool = True
    """All rows, and not some of them: what nobody asks for is told of."""


@record(frozen=False, eq=False)
class Summary:
    """What came of a run, as far as it is."""

    jobs: int
    made: int = 0
    current: int = 0
    """That were up to date."""
    failed: Counter[Failure] = field(default_factory=Counter)
    files: int = 0
    size: int = 0
    """Of what was written, in bytes."""
    seconds: float = 0.0
    work: float = 0.0
    """Seconds that the jobs took, each in its process."""
    warned: Counter[str] = field(default_factory=Counter)
    """By a warning's code, in how many jobs it was said."""
    faults: list[Result] = field(default_factory=list)
    """The first that failed."""
    left: tuple[str, ...] = ()
    """Files of earlier runs that nobody asked for any more: some of them, at most `MOST_LEFT`."""
    left_count: int = 0
    is_stopped: bool = False
    """The disk or the store would not, again and again: not all was tried."""

    @property
    def failures(self) -> int:
        return sum(self.failed.values())

    @property
    def done(self) -> int:
        return self.made + self.current + self.failures

    @property
    def rate(self) -> float:
        """Jobs made a second."""
        return self.made / self.seconds if self.seconds > 0 else 0.0


MOST_LEFT = 1_000
OnResult = Callable[[Result, Outcome, Summary], None]
"""Called for each job as it is done, those that were up to date too; the summary is as far as it
is."""


def run_batch(
    plan: Plan,
    engine: Engine,
    store: Store,
    manifest: Manifest | None,
    on_result: OnResult = lambda result, outcome, summary: None,
) -> Summary:
    """Do the jobs of a plan; what is wrong with one is in its result, and stops no other.

    `store` is that of the plan, as this process has it: it is asked what stands. Nothing is kept of
    a job but counts and the first faults, however many there are. Raises `MachineError` where the
    manifest cannot be written, `CallError` for a store that the engine cannot reach.
    """
    return _Run(plan, engine, store, manifest, on_result).all()


class _Run:
    def __init__(
        self, plan: Plan, engine: Engine, store: Store, manifest: Manifest | None, tell: OnResult
    ) -> None:
        self.plan, self.engine, self.store, self.manifest = plan, engine, store, manifest
        self.tell = tell
        self.summary = Summary(plan.count)
        self.begun = time.perf_counter()
        self._refused = 0

    def all(self) -> Summary:
        plan, manifest, summary = self.plan, self.manifest, self.summary
        if manifest is not None:
            manifest.begin(plan.rows, plan.store, plan.mark, plan.patterns, plan.count)
        coming = results(self._to_make(), self.engine, plan.store)
        for result in coming:
            self._done(result)
            if self._refused >= MOST_REFUSED:
                summary.is_stopped = True
                break
        # What was begun and is no more listened to ends with its engine.
        getattr(coming, "close", lambda: None)()
        if manifest is not None and plan.is_whole and not summary.is_stopped:
            manifest.is_whole()
            for name in manifest.left():
                summary.left_count += 1
                if len(summary.left) < MOST_LEFT:
                    summary.left += (name,)
        summary.seconds = time.perf_counter() - self.begun
        if manifest is not None:
            manifest.end()
        return summary

    def _to_make(self) -> Iterator[Job]:
        """The jobs that are not up to date."""
        for place, job in enumerate(self.plan.jobs, 1):
            if self.manifest is not None:
                self.manifest.asked(job, place)
                if self.plan.resumes and self._is_current(job):
                    self.summary.current += 1
                    self._tell(Result(job), "current")
                    continue
                self.manifest.forget(job)
            yield job

    def _is_current(self, job: Job) -> bool:
        assert self.manifest is not None
        return is_current(self.manifest.kept(job), self._key(job), self.store)

    def _key(self, job: Job) -> str:
        return key_of(job, self.store.url, self.plan.mark)

    def _done(self, result: Result) -> None:
        summary = self.summary
        if self.manifest is not None and result.failure != "cancelled":
            self.manifest.done(result, self._key(result.job))
        summary.work += result.seconds
        summary.files += len(result.outputs)
        summary.size += sum(one.size for one in result.outputs)
        warnings = (one for one in result.diagnostics if one.severity is Severity.WARNING)
        # Each once, in the order in which they are said: a set's order is another each time.
        summary.warned.update(dict.fromkeys(one.code for one in warnings).keys())
        if result.is_made:
            summary.made += 1
            self._refused = 0
        else:
            summary.failed[result.failure] += 1
            self._refused = self._refused + 1 if result.failure == "machine" else 0
            if len(summary.faults) < MOST_FAULTS:
                summary.faults.append(result)
        self._tell(result, "made" if result.is_made else "failed")

    def _tell(self, result: Result, outcome: Outcome) -> None:
        self.summary.seconds = time.perf_counter() - self.begun
        self.tell(result, outcome, self.summary)

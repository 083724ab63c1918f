"""What is said of a batch while it runs and at its end."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

import click

from infographic.batch.job import Result
from infographic.batch.manifest.writing import Manifest, layout_of
from infographic.batch.run import events
from infographic.batch.run.progress import progress_of
from infographic.batch.run.running import Outcome, Plan, Summary
from infographic.commands.shared.process import STOPPING, interrupted
from infographic.commands.shared.say import Say, aside
from infographic.foundation.calls import CALL
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity, one_line, warned
from infographic.foundation.files import stop
from infographic.foundation.sayings import label, say

SHOWN_FILES = 5
SHOWN_DOUBTS = 10


class Telling:
    """Says each result as it comes (events, a bar), and the sum at the end."""

    def __init__(self, plan: Plan, say: Say, as_events: bool) -> None:
        self.plan, self.say, self.as_events = plan, say, as_events
        self.summary = Summary(plan.count)
        # The first warning of each code, and whose it is: the others are counted.
        self._doubts: dict[str, tuple[Result, Diagnostic]] = {}
        self._progress = progress_of(plan.count, quiet=say.quiet or say.as_json)
        self._has_ended = False
        if as_events:
            self._event(events.begin(plan))

    def result(self, result: Result, outcome: Outcome, summary: Summary) -> None:
        self.summary = summary
        if not result.failure:
            for one in result.diagnostics:
                if one.severity is Severity.WARNING and len(self._doubts) < SHOWN_DOUBTS:
                    self._doubts.setdefault(one.code, (result, one))
        if self.as_events:
            self._event(events.job(result, outcome))
        self._progress.show(summary)

    def end(self, summary: Summary) -> None:
        self.summary = summary
        self._close()
        if self.as_events:
            self._event(events.end(summary))
        for result in summary.faults:
            self._fault(result)
        for result, doubt in self._doubts.values():
            self.say.progress(_named(result))
            self.say.diagnostics([doubt])
        self.say.diagnostics(of_the_run(summary))
        for line in told(summary):
            self.say.progress(line)
        if self.say.as_json:
            self.say.finish(**_object(summary))

    def _fault(self, result: Result) -> None:
        # On stderr with events too: stdout is for the machine.
        self.say.progress(f"{_named(result)}: {_reason(result.failure)}")
        self.say.diagnostics(result.diagnostics)
        if result.message:
            self.say.progress(result.message[-1_000:])

    def _event(self, event: dict[str, object]) -> None:
        click.echo(events.line(event))

    def _close(self) -> None:
        if not self._has_ended:
            self._has_ended = True
            self._progress.end()

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """Who stops the run from the keyboard is told what was done and how to go on."""
        before = {}
        for name in STOPPING:
            number = getattr(signal, name, None)
            # What its caller had ignored stays so; in another thread none can be set.
            if number is not None and signal.getsignal(number) is interrupted:
                with suppress(ValueError):
                    before[number] = signal.signal(number, self._stopped)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stopped(self, number: int, _: FrameType | None) -> None:
        stop(lambda: self._leave(number))

    def _leave(self, number: int) -> NoReturn:
        # What the engine had in hand is lost; its processes end with this one.
        with suppress(Exception):
            self._close()
            if self.as_events:
                self._event(events.end(self.summary, interrupted=True))
            aside(f"{label('interrupted')}: " + told(self.summary)[0])
            aside(label("batch-go-on"))
        os._exit(128 + number)


def _named(result: Result) -> str:
    return f"{result.job.id} · {layout_of(result.job)}"


def _reason(failure: str) -> str:
    """Why a page was not made, in the words of the report."""
    return label(f"batch-failed-{failure}")


def of_the_run(summary: Summary) -> list[Diagnostic]:
    """What is to be said of a run beside its jobs."""
    found: list[Diagnostic] = []
    if summary.is_stopped:
        from infographic.batch.run.running import MOST_REFUSED

        found.append(Diagnostic(say("batch-stopped", count=MOST_REFUSED), CALL))
    if summary.left_count:
        shown = list(summary.left[:SHOWN_FILES])
        more = ["…"] if summary.left_count > SHOWN_FILES else []
        saying = say("batch-left", count=summary.left_count, files=shown + more)
        found.append(Diagnostic(saying, CALL, severity=Severity.WARNING))
    return found


def of_the_manifest(manifest: Manifest) -> list[Diagnostic]:
    """What is to be said of the file that a run is written down in."""
    if manifest.has_log:
        return []
    name = manifest.path.as_posix()
    return [warned(say("manifest-slow", file=name), Origin(Source(name)))]


def told(summary: Summary) -> list[str]:
    """The sum, in lines."""
    from infographic.commands.render import size_of

    lines = [
        label(
            "batch-summary", summary.made, summary.current, summary.failures, summary.files,
            size_of(summary.size), summary.seconds, summary.rate,
        )
    ]  # fmt: skip
    for failure, count in summary.failed.most_common():
        lines.append(label("batch-failed", count, _reason(failure)))
    warned = [f"{code} {count}" for code, count in summary.warned.most_common(10)]
    if warned:
        lines.append(f"{label('warning')}: {label('comma').join(warned)}")
    return [one_line(line) for line in lines]


def _object(summary: Summary) -> dict[str, object]:
    ended = events.end(summary)
    del ended["event"]
    return {"batch": ended}

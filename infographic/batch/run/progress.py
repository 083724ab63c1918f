"""How far a batch is, on a terminal: a bar by rich where it is installed, or a plain line."""

from __future__ import annotations

import sys
import time
from importlib.util import find_spec
from typing import Any, Protocol, TextIO

from infographic.batch.run.running import Summary
from infographic.foundation.sayings import label

PAUSE = 0.2
"""Seconds between two lines."""


class Progress(Protocol):
    def show(self, summary: Summary) -> None: ...

    def end(self) -> None: ...


class Silent:
    """Nobody watches: a file, a pipe, a scheduled run."""

    def show(self, summary: Summary) -> None:
        """Nothing."""

    def end(self) -> None:
        """Nothing."""


def progress_of(total: int, stream: TextIO | None = None, quiet: bool = False) -> Progress:
    """Of a terminal a bar or a line, of anything else nothing."""
    to = stream or sys.stderr
    if quiet or not to.isatty() or not total:
        return Silent()
    return Bar(total, to) if find_spec("rich") else Line(to)


class Line:
    """One line, written over itself."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._shown, self._width = stream, -PAUSE, 0

    def show(self, summary: Summary) -> None:
        now = time.monotonic()
        if now - self._shown < PAUSE and summary.done < summary.jobs:
            return
        self._shown = now
        text = told(summary)
        self._stream.write("\r" + text.ljust(self._width))
        self._stream.flush()
        self._width = len(text)

    def end(self) -> None:
        if self._width:
            self._stream.write("\n")
            self._stream.flush()


class Bar:
    """rich's bar, with the same words behind it."""

    def __init__(self, total: int, stream: TextIO) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Rich

        self._rich: Any = Rich(
            BarColumn(),
            TextColumn("{task.fields[told]}", markup=False),
            console=Console(file=stream),
            transient=True,
            auto_refresh=False,
        )
        self._rich.start()
        self._task = self._rich.add_task("", total=total, told="")
        self._shown = -PAUSE

    def show(self, summary: Summary) -> None:
        now = time.monotonic()
        if now - self._shown < PAUSE and summary.done < summary.jobs:
            return
        self._shown = now
        self._rich.update(self._task, completed=summary.done, told=told(summary), refresh=True)

    def end(self) -> None:
        self._rich.stop()


def told(summary: Summary) -> str:
    """“120 of 6000 · 8.2 a second · 12:10 left · 1 failed”."""
    rate = (summary.made + summary.failures) / summary.seconds if summary.seconds > 0 else 0.0
    left = clock((summary.jobs - summary.done) / rate) if rate else "–"
    return label("batch-progress", summary.done, summary.jobs, rate, left, summary.failures)


def clock(seconds: float) -> str:
    """A time left, in hours where it has some.

    >>> clock(75), clock(7325)
    ('1:15', '2:02:05')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

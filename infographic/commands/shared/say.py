"""What a command says while it works: on stderr, or as one JSON object on stdout."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import click

from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.limits import SHOWN_DIAGNOSTICS


def aside(text: str) -> None:
    """A line on stderr. Where nobody reads it, or it is full, the work goes on."""
    with suppress(OSError, ValueError):
        click.echo(text, err=True)


class Say:
    """What is said while working, on stderr."""

    def __init__(self, quiet: bool, verbose: bool, as_json: bool) -> None:
        self.quiet, self.verbose, self.as_json = quiet, verbose, as_json
        self.kept: list[Diagnostic] = []
        self.of_the_story: set[tuple[str, Diagnostic]] = set()
        """What was said of the story by itself, which each layout would say again."""

    def progress(self, text: str) -> None:
        if not self.quiet and not self.as_json:
            aside(text)

    def diagnostics(self, found: Iterable[Diagnostic], notes: bool = False) -> None:
        shown = [d for d in found if notes or self.verbose or d.severity is not Severity.NOTE]
        shown = [d for d in shown if (d.origin.file, d) not in self.of_the_story]
        self.of_the_story.update((d.origin.file, d) for d in shown if not d.layout)
        if self.quiet:
            shown = [d for d in shown if d.severity is Severity.ERROR]
        self.kept += shown
        if self.as_json:
            return
        for diagnostic in shown[:SHOWN_DIAGNOSTICS]:
            head, _, rest = str(diagnostic).partition("\n")
            color = {"error": "red", "warning": "yellow"}.get(str(diagnostic.severity), "cyan")
            layout = f"[{diagnostic.layout}] " if diagnostic.layout else ""
            aside(click.style(layout + head, fg=color))
            if rest:
                aside(rest)
        if len(shown) > SHOWN_DIAGNOSTICS:
            aside(f"… and {len(shown) - SHOWN_DIAGNOSTICS} more")

    def finish(self, **result: Any) -> None:
        """With --diagnostics json: one object on stdout."""
        if self.as_json:
            found = [d.as_dict() for d in self.kept]
            click.echo(json.dumps({"diagnostics": found, **result}, ensure_ascii=False, indent=2))

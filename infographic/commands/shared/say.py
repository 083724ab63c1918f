"""What a command says while it works: on stderr, or as one JSON object on stdout."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import click

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, MachineError, Severity, one_line, visible
from infographic.foundation.limits import SHOWN_DIAGNOSTICS
from infographic.foundation.record import replaced
from infographic.foundation.sayings import label

NOWHERE = Origin(Source(""))
"""Of what has no place in a file."""
ORDER = tuple(Severity)
"""The gravest first."""


def tell(text: str) -> None:
    """A line of what was asked for, on stdout."""
    click.echo(one_line(text))


def tell_as_json(value: object) -> None:
    """A value on stdout, as JSON. It has every character as it is, those that no eye sees by their
    numbers, as JSON may."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo(text.translate(_IN_JSON))


_IN_JSON = {code: f"\\u{code:04x}" for code in (
    *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A),
)}  # fmt: skip


def aside(text: str, color: str | None = None) -> None:
    """A line on stderr. Where nobody reads it, or it is full, the work goes on."""
    with suppress(OSError, ValueError):
        click.echo(click.style(visible(text), fg=color) if color else visible(text), err=True)


class Say:
    """What is said while working, on stderr."""

    def __init__(self, quiet: bool, verbose: bool, as_json: bool) -> None:
        self.quiet, self.verbose, self.as_json = quiet, verbose, as_json
        self.kept: list[Diagnostic] = []
        self._said: dict[object, int] = {}
        """What was said of no one layout, and how gravely."""

    def progress(self, text: str) -> None:
        """A line of what is done."""
        if not self.quiet and not self.as_json:
            aside(one_line(text))

    def report(self, text: str, color: str | None = None) -> None:
        """A line of what was asked for, on stdout; with --diagnostics json the object has it."""
        if not self.quiet and not self.as_json:
            shown = one_line(text)
            click.echo(click.style(shown, fg=color) if color else shown)

    def diagnostics(self, found: Iterable[Diagnostic], notes: bool = False) -> bool:
        """Say what was not said before; whether anything was."""
        news = [d for d in found if notes or self.verbose or d.severity is not Severity.NOTE]
        if self.quiet:
            news = [d for d in news if d.severity is Severity.ERROR]
        news = [one for one in news if self._is_news(one)]
        self.kept += news
        if self.as_json:
            return bool(news)
        for diagnostic in news[:SHOWN_DIAGNOSTICS]:
            head, _, rest = str(diagnostic).partition("\n")
            color = {"error": "red", "warning": "yellow"}.get(str(diagnostic.severity), "cyan")
            layout = f"[{one_line(diagnostic.layout)}] " if diagnostic.layout else ""
            aside(layout + head, color)
            if rest:
                aside(rest)
        if len(news) > SHOWN_DIAGNOSTICS:
            aside(label("and-more", len(news) - SHOWN_DIAGNOSTICS))
        return bool(news)

    def machine(self, error: MachineError, layout: str) -> None:
        """Say what the machine will not do for a layout, where the others go on."""
        if self.as_json:
            self.kept.append(replaced(error.at(NOWHERE), layout=layout))
        else:
            aside(f"infographic: {error}")

    def _is_news(self, one: Diagnostic) -> bool:
        """Whether it was not said before: what is of no one layout, each would say again."""
        if one.layout:
            return True
        key = one.saying, one.mend, one.origin.file, one.origin
        gravity = -ORDER.index(one.severity)
        is_news = self._said.get(key, -len(ORDER)) < gravity
        if is_news:
            self._said[key] = gravity
        return is_news

    def finish(self, **result: Any) -> None:
        """With --diagnostics json: one object on stdout."""
        if self.as_json:
            found = [d.as_dict() for d in self.kept]
            tell_as_json({"diagnostics": found, **result})

"""What of a chart a device does not show, said by one word for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.sayings import say
from infographic.graphics.subject import Subject


def fields_left_out(subject: Subject, kind: str, *fields: str) -> Iterator[Diagnostic]:
    """A warning for each of these fields that the chart has and the device does not show."""
    for field in fields:
        if getattr(subject.chart, field):
            saying = say("graphic-left-out/field", field=field, kind=kind)
            yield Diagnostic(saying, subject.origin, severity=Severity.WARNING)


def rows_left_out(subject: Subject, left: int, rows: int) -> Diagnostic:
    """A warning that a height has no room for so many of the rows."""
    saying = say("graphic-left-out/rows", count=left, rows=rows)
    return Diagnostic(saying, subject.origin, severity=Severity.WARNING)

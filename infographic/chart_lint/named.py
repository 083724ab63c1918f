"""The rule on what a chart names: rows and columns that its data have."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, nearest
from infographic.foundation.sayings import say
from infographic.foundation.table import Period
from infographic.graphics.subject import Subject
from infographic.graphics.values import number_of
from infographic.story.chart import Chart, Key
from infographic.text.periods import period_of

SAID_BY_DEVICES = ("graphic-note", "graphic-no-such-time")
"""What a device says of a note or a span that it finds no place for."""


def names_are_in_the_data(subject: Subject) -> Iterator[Diagnostic]:
    """What `highlight`, `notes` and their like name is a row or a column."""
    chart = subject.chart
    named = list(_named(chart))
    if not named:
        return
    columns = {one.name for one in chart.data.columns}
    columns |= {chart.names[name] for name in columns if name in chart.names}
    rows = {text for one in chart.data.columns if one.kind != "number" for text in one.texts}
    known = {name for name in {*columns, *rows, *subject.names} if name}
    for field, key, at in named:
        if field in ("bars", "series"):
            if str(key) not in columns:
                yield _unknown(field, key, at, columns)
        elif str(key) not in known and not _is_time_of(subject, key):
            yield _unknown(field, key, at, known)


MAY_REPEAT = ("table", "flow", "steps", "timeline", "histogram", "strip", "scatter", "place-list")
"""Devices whose rows need no name of their own."""


def rows_are_told_apart(subject: Subject) -> Iterator[Diagnostic]:
    """Two rows of one name, that nothing else in the data tells apart: mostly one pasted twice."""
    words = [one for one in subject.table.columns if one.kind != "number"]
    if len(words) != 1 or words[0].kind != "text" or subject.chart.kind in MAY_REPEAT:
        return
    # All at once: most tables have no two, and some have thousands of rows.
    if len(set(words[0].texts)) == len(words[0].texts):
        return
    first: dict[str, int] = {}
    for row, name in enumerate(words[0].texts):
        if name and first.setdefault(name, row) != row:
            saying = say("chart-names/twice", name=name, first=str(subject.name_at(first[name])))
            yield Diagnostic(saying, subject.name_at(row), severity=Severity.WARNING)
            return


def _named(chart: Chart) -> Iterator[tuple[str, Key, Origin]]:
    """The field, what it names, and its place."""
    at = chart.origin
    yield from (("highlight", key, at) for key in chart.highlight)
    yield from (("names", name, at) for name in chart.names)
    yield from (("bars", name, at) for name in chart.bars or ())
    if chart.forecast is not None:
        yield "forecast", chart.forecast, at
    for note in chart.notes:
        yield "notes", note.at, note.origin
        if note.series:
            yield "series", note.series, note.origin
    for span in chart.spans:
        yield from (
            ("spans", key, span.origin) for key in (span.from_, span.to) if number_of(key) is None
        )


def _is_time_of(subject: Subject, key: Key) -> bool:
    """Whether a row is of that time, however it is written."""
    times = [
        one for column in subject.table.columns for one in column.values if isinstance(one, Period)
    ]
    period = period_of(str(key)) if times else None
    return period is not None and any(one[:2] == period[:2] for one in times)


def _unknown(field: str, key: Key, at: Origin, known: set[str]) -> Diagnostic:
    near = nearest(str(key), known - {""})
    saying = say("chart-names", key=str(key), field=field)
    return Diagnostic(saying, at, near, severity=Severity.WARNING)

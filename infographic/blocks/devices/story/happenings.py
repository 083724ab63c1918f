"""What stands on a timeline: the story's events, or the rows of a table of times and words."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.foundation.table import Period
from infographic.graphics.moments import Moment, When, day_in, moments_of
from infographic.graphics.subject import Subject
from infographic.graphics.words import word
from infographic.story.chart import Event
from infographic.text.copy import Copy, Span

FEWEST = 2
RANKS = {"must": 0, "should": 1, "may": 2}


class Happening(NamedTuple):
    """An event and its time."""

    event: Event
    moment: Moment
    is_ahead: bool
    """It has not begun at the day of publication."""
    is_claimed: bool = True
    """The title is about it, or about none of them more than others."""

    @property
    def is_stretch(self) -> bool:
        return self.moment.is_stretch


class Happenings(NamedTuple):
    """All of them in the order of time."""

    all: tuple[Happening, ...]
    today: Period | None
    """The day of publication; None where the story does not say it: then all of it is past."""

    @property
    def one_year(self) -> str:
        """The year that all of them are of, where it is one; "" else."""
        years = {one.moment.year for one in self.all}
        return years.pop() if len(years) == 1 and all(one.moment.rest for one in self.all) else ""


def events_of(subject: Subject) -> tuple[Event, ...]:
    """The story's events, else the rows of a table of words as such.

    The first column of times is when, the first of words what; all others are said below it.
    """
    return subject.given.events or tuple(_rows(subject))


def _rows(subject: Subject) -> Iterator[Event]:
    columns = subject.table.columns
    times = next((n for n, one in enumerate(columns) if one.kind == "period"), -1)
    words = next((n for n, one in enumerate(columns) if one.kind == "text"), -1)
    if words < 0:
        return
    colon = word("colon", subject.language)
    for row in range(subject.table.count):
        beside = []
        for place, column in enumerate(columns):
            text = column.texts[row] if row < len(column.texts) else ""
            if place in (times, words) or not text:
                continue
            named = f"{column.name}{colon}{text}{column.unit}"
            beside.append(named if column.kind == "number" else text)
        at = subject.table.places.of(row, words)
        detail = "，".join(beside) if subject.language.startswith("zh") else ", ".join(beside)
        time = columns[times].texts[row] if times >= 0 else ""
        yield Event(
            Copy((Span(columns[words].texts[row]),), at), time,
            detail=Copy((Span(detail),), at) if detail else None, origin=at,
            when_origin=subject.table.places.of(row, times) if times >= 0 else at,
        )  # fmt: skip


def moments(subject: Subject) -> list[Moment | None]:
    """The time of each event; None where it says none that can be read."""
    dates = [When(one.when, one.until) for one in events_of(subject)]
    return moments_of(dates, _today(subject), subject.language)


def _today(subject: Subject) -> Period | None:
    return day_in(subject.given.dateline)


def refuses(subject: Subject) -> Saying | None:
    """Why they are no timeline."""
    events = events_of(subject)
    if not events:
        return say("graphic-refuses/no-events")
    for event, moment in zip(events, moments(subject), strict=True):
        if moment is None:
            what, when = event.what.text, "—".join(filter(None, (event.when, event.until)))
            if not when:
                return say("graphic-refuses/undated", what=what)
            return say("graphic-refuses/no-date", what=what, when=when)
    if len(events) < FEWEST:
        return say("graphic-refuses/one-event")
    return None


def unread(subject: Subject) -> list[Diagnostic]:
    """Dates that are missing among others or cannot be read, each at its place, where no timeline
    says so."""
    found = []
    events = events_of(subject)
    has_dates = any(event.when for event in events)
    for event, moment in zip(events, moments(subject), strict=True):
        when = "—".join(filter(None, (event.when, event.until)))
        if moment is None and when:
            saying = say("event-date/unread", what=event.what.text, when=when)
            found.append(Diagnostic(saying, event.when_origin, severity=Severity.WARNING))
        elif has_dates and not when:
            saying = say("event-date/none", what=event.what.text)
            found.append(Diagnostic(saying, event.origin, severity=Severity.NOTE))
    return found


def happenings(subject: Subject) -> Happenings:
    """Of a subject that is not refused."""
    today = _today(subject)
    keys = {str(key) for key in subject.chart.highlight}
    forecast = str(subject.chart.forecast) if subject.chart.forecast is not None else None
    is_forecast, found = False, []
    for event, moment in zip(events_of(subject), moments(subject), strict=True):
        assert moment is not None
        is_forecast = is_forecast or event.when == forecast
        is_ahead = is_forecast or (today is not None and moment.period.start > today.end)
        is_claimed = not keys or bool(keys & {event.when, event.what.text})
        found.append(Happening(event, moment, is_ahead, is_claimed))
    found.sort(key=lambda one: (one.moment.period.start, one.moment.period.end))
    return Happenings(tuple(found), today)

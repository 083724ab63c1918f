"""The times below a field: the first, the last, those at notes, and as many more as have room."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from infographic.blocks.devices.time.course import Course
from infographic.display.items import Placed
from infographic.foundation.geometry import Point
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.table import Period
from infographic.graphics.dates import time_ticks
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.lines.times import short_time, time_name
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.subject import Subject
from infographic.graphics.ticks import kept_labels

MOST_NAMED = 60
"""Of more rows only the first, the last and round dates between are measured."""


class _Label(NamedTuple):
    x: float
    """The place that it is of."""
    left: float
    lettering: Lettering


class Foot(NamedTuple):
    """The labels of an axis of times, from the height of its line."""

    labels: tuple[_Label, ...]
    height: float
    left_out: int = 0
    """Names that are no times and found no room."""

    def items(self, subject: Subject, look: Look, y: float, *, ticks: bool = True) -> Iterator[Placed]:  # fmt: skip  # noqa: E501
        """Below y, with a tick for each."""
        down = _tick(look) if ticks else 0.0
        for label in self.labels:
            if ticks:
                yield from straight(Point(label.x, y), Point(label.x, y + down), look.leader,
                                    subject.origin)  # fmt: skip
            yield from label.lettering.at(label.left, y + _drop(look) + label.lettering.rise)


def _tick(look: Look) -> float:
    return look.of(3, 8)


def _drop(look: Look) -> float:
    return look.of(5, 14)


def foot_of(
    subject: Subject,
    course: Course,
    places: Sequence[float],
    look: Look,
    width: float,
    wanted: Collection[int] = (),
) -> Foot:
    """The labels of rows at their places, within a width. `wanted`: rows that are to be named."""
    rows = course.rows
    named = _named(subject, course, wanted)
    labels = [
        _label_at(places[at], lettered(text, look.tick, subject.name_at(rows[at])), width)
        for at, text in named.items()
        if text
    ]
    if len(rows) > MOST_NAMED and course.periods:
        labels += _between(subject, course, places, look, width)
    labels.sort(key=lambda label: label.x)
    spans = [(label.left, label.left + label.lettering.width) for label in labels]
    marked = [at for at, label in enumerate(labels)
              if any(places[rows.index(row)] == label.x for row in wanted)]  # fmt: skip
    kept = [
        at for at in kept_labels(spans, look.em * 0.8, _numbers(course, labels), marked)
        if labels[at].lettering.width <= width
    ]  # fmt: skip
    height = _drop(look) + max((label.lettering.height for label in labels), default=0.0)
    left_out = 0 if course.periods else len(labels) - len(kept)
    return Foot(tuple(labels[at] for at in kept), height if labels else 0.0, left_out)


def _label_at(x: float, lettering: Lettering, width: float) -> _Label:
    left = min(max(x - lettering.width / 2, 0.0), max(width - lettering.width, 0.0))
    return _Label(x, left, lettering)


def _named(subject: Subject, course: Course, wanted: Collection[int]) -> dict[int, str]:
    """The names of rows by their places in the course."""
    last = len(course.rows) - 1
    places: Collection[int] = range(last + 1)
    if last + 1 > MOST_NAMED:
        step = 1 if course.periods else last // MOST_NAMED + 1
        some = [] if course.periods else list(range(0, last + 1, step))
        places = sorted({0, last, *some, *(course.rows.index(row) for row in wanted)})
    years = {one.start.year for one in course.periods}
    found = {}
    for at in places:
        row = course.rows[at]
        period = course.periods[at] if course.periods else None
        is_apart = at == last or last + 1 > MOST_NAMED
        with_year = at == 0 or (is_apart and len(years) > 1) or _is_whole_year(period)
        found[at] = time_name(subject.names[row], period, subject.language, with_year=with_year)
    return found


def _is_whole_year(period: Period | None) -> bool:
    return period is not None and (period.end - period.start).days > 300


def _numbers(course: Course, labels: Sequence[_Label]) -> list[int] | None:
    """The years of labels that are nothing else, one each."""
    if len(labels) != len(course.periods) or not all(map(_is_whole_year, course.periods)):
        return None
    years = [one.end.year for one in course.periods]
    return years if len(set(years)) == len(years) else None


def _between(
    subject: Subject, course: Course, places: Sequence[float], look: Look, width: float
) -> Iterator[_Label]:
    """Round dates between the first and the last of many rows."""
    scale = course.time_scale(places[0], places[-1])
    assert scale is not None
    first, last = course.periods[0], course.periods[-1]
    most = max(int((places[-1] - places[0]) / (look.em * 6)), 1)
    for tick in time_ticks(first.end, last.start, most):
        x = scale.at(tick.at)
        if not places[0] < x < places[-1]:
            continue
        until = tick.at.replace(month=12, day=31) if tick.unit == "year" else tick.at
        period = Period(tick.at, until)
        text = short_time(period, subject.language, with_year=tick.unit == "year")
        if tick.unit == "month":
            text = text.removesuffix("1日").removeprefix("1 ")
        if text:
            yield _label_at(x, lettered(text, look.tick, subject.origin), width)

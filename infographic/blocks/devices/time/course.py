"""Rows as they follow each other in time: their places, what is missing between, what is ahead."""

from __future__ import annotations

from infographic.foundation.memo import Memo
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.table import Period
from infographic.graphics.dates import Grain, TimeScale, between_middles, places_between
from infographic.graphics.lines.gaps import gaps_before
from infographic.graphics.scale import Scale
from infographic.graphics.subject import Subject
from infographic.graphics.values import as_decimal
from infographic.story.chart import Key
from infographic.text.periods import period_of


class Course(NamedTuple):
    """The rows of a chart over time."""

    rows: tuple[int, ...]
    """In the order of their times."""
    periods: tuple[Period, ...]
    """Theirs, in that order; () where they are no times but only follow each other."""
    gaps: frozenset[int]
    """The places in `rows` before which times are missing."""
    ahead: int | None
    """The place from which on the values are forecast."""
    shares: tuple[float, ...]
    """Where each stands between the first and the last, from 0 to 1."""
    grain: Grain = "month"
    """What of their times is told apart."""

    def places(self, left: float, right: float) -> tuple[float, ...]:
        """Where each value stands: at its time, or evenly; the first at the left."""
        return tuple([left * (1 - share) + right * share for share in self.shares])

    def time_scale(self, left: float, right: float) -> TimeScale | None:
        """The scale of those places, where they are times."""
        if not self.periods:
            return None
        ends = [self.periods[self.shares.index(end(self.shares))] for end in (min, max)]
        return between_middles(ends, left, right, self.grain)

    def span(
        self, subject: Subject, one: Key, other: Key, left: float, right: float
    ) -> tuple[float, float] | None:
        """From where one time begins to where another ends, within these places; None where the
        keys are no times of the chart."""
        scale = self.time_scale(left, right)
        if scale is not None:
            first, last = period_of(str(one)), period_of(str(other))
            if first is not None and last is not None and first.start.year > 100:
                return _within(scale.span(first)[0], scale.span(last)[1], left, right)
        ends = place_of(subject, self, one), place_of(subject, self, other)
        if ends[0] is None or ends[1] is None:
            return None
        even = Scale(as_decimal(0), as_decimal(max(len(self.rows) - 1, 1)), left, right)
        low, high = sorted((ends[0], ends[1]))
        return _within(even.at(low - 0.5), even.at(high + 0.5), left, right)


def _within(one: float, other: float, left: float, right: float) -> tuple[float, float] | None:
    low, high = sorted((one, other))
    low, high = max(low, left), min(high, right)
    return (low, high) if low < high else None


def course_of(subject: Subject) -> Course:
    """The rows by their times where all have one and no two the same, else as the file has them."""
    # Asked for by every step from refusing to drawing; a thousand days take some milliseconds.
    key = (subject.table.digest, subject.names, subject.is_over_time, subject.chart.forecast)
    return _COURSES.get(key) or _COURSES.put(key, _course_of(subject))


_COURSES: Memo[Course] = Memo("courses", 32)


def _course_of(subject: Subject) -> Course:
    left_out = frozenset[int]() if subject.is_over_time else subject.table.totals
    rows = [row for row in range(subject.count) if row not in left_out]
    periods: tuple[Period, ...] = ()
    gaps: frozenset[int] = frozenset()
    if subject.is_over_time and len(set(subject.periods)) == len(subject.periods):
        known = {row: period for row, period in enumerate(subject.periods) if period is not None}
        rows.sort(key=lambda row: (known[row].end, known[row].start))
        periods = tuple(known[row] for row in rows)
        gaps = gaps_before(periods)
    shares, grain = _shares(len(rows), periods)
    found = Course(tuple(rows), periods, gaps, None, shares, grain)
    if subject.chart.forecast is None:
        return found
    return found._replace(ahead=place_of(subject, found, subject.chart.forecast))


def _shares(count: int, periods: tuple[Period, ...]) -> tuple[tuple[float, ...], Grain]:
    if periods:
        return places_between(periods, 0.0, 1.0)
    if count == 1:
        return (0.5,), "month"
    return tuple([at / (count - 1) for at in range(count)]), "month"


def row_of(subject: Subject, key: Key) -> int | None:
    """The row that the chart names by a key: by its words, or by its time however it is written."""
    named, place = str(key), subject.names_place
    texts = subject.table.columns[place].texts if place >= 0 else ()
    for row, name in enumerate(subject.names):
        if named == name or (row < len(texts) and named == texts[row]):
            return row
    period = period_of(named) if subject.periods else None
    if period is None:
        return None
    same = (row for row, one in enumerate(subject.periods) if one and one[:2] == period[:2])
    return next(same, None)


def place_of(subject: Subject, course: Course, key: Key) -> int | None:
    """The place in the course that the chart names by a key."""
    row = row_of(subject, key)
    return course.rows.index(row) if row is not None and row in course.rows else None

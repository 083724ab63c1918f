"""Rules on what a chart claims: its source, how much it shows, which way its values go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from infographic.chart_lint.words import is_read
from infographic.foundation.diagnostics import Diagnostic, warned
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.foundation.table import Period
from infographic.graphics.subject import Subject
from infographic.story.model import Stat, Story
from infographic.text.periods import period_of
from infographic.text.units_of_measure import may_be_added

MOST_SERIES = {
    "line": 4, "area": 1, "grouped-bars": 4, "stacked-bars": 5, "stacked-100": 5, "slope": 8,
    "small-multiples": 6, "columns": 3,
}  # fmt: skip
"""Columns of numbers that a reader still tells apart in one device."""
MOST_FIELDS, MOST_GROUPS = 6, 5
PAIRED = ("slope", "dumbbells", "change", "grouped-bars")
"""Devices that go from the first column to the next."""
RISES = late(
    r"增长|增加|上升|攀升|走高|上涨|增产|增收|提高|提升|翻番|翻了|猛增|激增|大增"
    r"|\b(?:rises?|rose|grows?|grew|up)\b",
    re.IGNORECASE,
)
FALLS = late(
    r"下降|减少|下滑|走低|下跌|减产|回落|降低|锐减|缩短|跌至|降至"
    r"|\b(?:falls?|fell|drops?|dropped|down)\b",
    re.IGNORECASE,
)
UNSURE = late(
    r"不|未|由|从|先|后|转|止|放缓|收窄|扩大|加快|减速|波动|虽|但|却|而|、|，|；|？|\?"
    r"|\b(?:but|not|then)\b",
    re.IGNORECASE,
)
"""Words that make a title more than one plain claim."""


def sources_are_named(subject: Subject, story: Story) -> Iterator[Diagnostic]:
    """A chart says where its data are from, or its file or story does."""
    known = subject.chart.source or story.source
    if not subject.table.source and (known is None or not known.text.strip()):
        yield warned(say("chart-source"), subject.origin)


def series_are_few(subject: Subject) -> Iterator[Diagnostic]:
    """No more lines or bars beside each other than a reader tells apart."""
    kind, count = subject.chart.kind, len(subject.series)
    most = MOST_SERIES.get(kind, 0)
    if not kind and len({unit for unit in subject.units if unit}) < 2:
        most = MOST_FIELDS if subject.is_over_time else MOST_GROUPS
    if most and count > most and not is_read(subject):
        yield warned(say("chart-series/many", count=count, most=most), subject.origin)
    marked = len(subject.highlighted)
    if subject.count > 2 and subject.count == marked and not is_read(subject):
        yield warned(say("chart-series/highlight", count=marked), subject.origin)


def changes_go_forward(subject: Subject) -> Iterator[Diagnostic]:
    """The earlier column stands before the later: else a fall is drawn as a rise."""
    if is_read(subject) or len(subject.series) < 2:
        return
    if subject.chart.kind not in ("", *PAIRED) or (
        not subject.chart.kind and len(subject.series) > 2
    ):
        return
    times = [period_of(one.column.name) for one in subject.series]
    starts = [one.start for one in times if isinstance(one, Period)]
    if len(starts) == len(times) and starts == sorted(set(starts), reverse=True):
        first, last = subject.series[0].column, subject.series[-1].column
        yield warned(say("chart-direction/columns", first=first.name, last=last.name), first.origin)


COUNTED = ("scatter", "strip", "histogram", "flow", "timeline", "steps", "comparison")
"""Devices that show no row after another."""


def times_stand_once(subject: Subject) -> Iterator[Diagnostic]:
    """Two rows of one time are no course: what is drawn from left to right is the file's order."""
    if not subject.series or not subject.is_over_time or is_read(subject):
        return
    if subject.chart.kind in COUNTED:
        return
    seen: dict[tuple[object, ...], int] = {}
    for row, period in enumerate(subject.periods):
        if period is None:
            continue
        first = seen.setdefault(period[:2], row)
        if first != row:
            name, at = subject.names[row], str(subject.name_at(first))
            yield warned(say("chart-direction/twice", name=name, first=at), subject.name_at(row))
            return


def title_goes_with_values(subject: Subject) -> Iterator[Diagnostic]:
    """A title that says up over values that go down, or the other way round."""
    title, series = subject.chart.title, subject.series
    if title is None or len(series) != 1 or not subject.is_over_time or subject.count < 2:
        return
    if UNSURE.search(title.text) or not may_be_added(series[0].column.name, series[0].unit):
        return
    rises, falls = RISES.search(title.text), FALLS.search(title.text)
    if (rises is None) == (falls is None):
        return
    by_time = sorted(range(subject.count), key=lambda row: _start(subject, row))
    known = [row for row in by_time if series[0].values[row] is not None]
    if len(known) < 2 or subject.highlighted - {known[-1]}:
        return
    # Some of a long row's values may be meant, not its ends: only what holds throughout is doubted.
    steps = [value for row in known if (value := series[0].values[row]) is not None]
    goes = {one < other for one, other in pairwise(steps) if one != other}
    if len(goes) != 1 or (rises is not None) in goes:
        return
    begins, ends = (series[0].column.texts[row] for row in (known[0], known[-1]))
    if rises is not None:
        saying = say("chart-direction/falls", word=rises[0], first=begins, last=ends)
    else:
        assert falls is not None
        saying = say("chart-direction/rises", word=falls[0], first=begins, last=ends)
    yield warned(saying, title.origin)


def _start(subject: Subject, row: int) -> tuple[int, int]:
    period = subject.periods[row]
    return (period.start.toordinal(), period.end.toordinal()) if period else (0, 0)


def stats_go_forward(stat: Stat) -> Iterator[Diagnostic]:
    """The earlier of a change's two times stands first."""
    if not isinstance(stat.when, tuple):
        return
    times = [period_of(when) for when in stat.when]
    if times[0] and times[1] and times[0].start > times[1].start:
        saying = say("chart-direction/when", first=stat.when[0], last=stat.when[1])
        yield warned(saying, stat.origin)

"""Honesty of charts: what their data or their pages would make a reader believe that is not so.

A rule on data is a small generator over a `Subject`; one on pages over the marks that stand there.
To add one: write it, name it here, give its sentences to `foundation/sayings/en/chart_lint`, its
code to `foundation/codes/graphics` and to `copy_lint.LintCode`, and tests/chart_lint a chart that
breaks it and one that only looks as if it did. docs/chart-check.md says what each finds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from infographic.chart_lint.claims import (
    changes_go_forward,
    series_are_few,
    sources_are_named,
    stats_go_forward,
    times_stand_once,
    title_goes_with_values,
)
from infographic.chart_lint.drawn import cells_of, drawn_charts
from infographic.chart_lint.named import SAID_BY_DEVICES, names_are_in_the_data, rows_are_told_apart
from infographic.chart_lint.on_pages import (
    axis_is_as_said,
    colour_is_not_alone,
    marks_can_be_seen,
    names_are_on_the_chart,
)
from infographic.chart_lint.units import bars_begin_at_zero, values_have_one_unit
from infographic.chart_lint.wholes import rates_are_no_totals, shares_make_hundred
from infographic.display.page import Page
from infographic.foundation.color import Luminance
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.memo import Memo
from infographic.foundation.sayings import Saying
from infographic.graphics.subject import Subject, subject_of
from infographic.story.chart import Chart
from infographic.story.model import Story

Rule = Callable[[Subject], Iterator[Diagnostic]]
ON_DATA: Sequence[Rule] = (
    values_have_one_unit,
    bars_begin_at_zero,
    shares_make_hundred,
    rates_are_no_totals,
    series_are_few,
    changes_go_forward,
    times_stand_once,
    title_goes_with_values,
    names_are_in_the_data,
    rows_are_told_apart,
)
REFUSED = frozenset(("chart-units", "chart-zero", "chart-shares", "chart-rates", "chart-series"))
"""What a device that gives way says, too."""
OF_SUMS = ("sum", "shares", "over-whole", "range", "running-total")
"""Why a device gives way that speaks of what shares make."""


def doubtful_charts(
    story: Story, off: Collection[str] = (), said: Collection[Diagnostic] = ()
) -> list[Diagnostic]:
    """What is doubtful about a story's charts and tables, by their data alone.

    `off`: codes that are not looked for. `said`: what the pages say already: of a chart that a
    device refused and drew as a simpler one, why is not said again.
    """
    refused = {one.origin: _form(one) for one in said if one.code == "graphic-simpler"}
    placeless = {one.origin for one in said if one.code in SAID_BY_DEVICES}
    found: list[Diagnostic] = []
    for chart in (*story.charts, *story.tables):
        own = _said_of(chart, story.language)
        if chart.origin in refused:
            told = REFUSED if refused[chart.origin] in OF_SUMS else REFUSED - {"chart-shares"}
            # Of rows that are unlike the cell is named besides.
            own = tuple(
                one for one in own if one.code not in told or one.saying.key == "chart-units/rows"
            )
        found += own
        found += sources_are_named(subject_of(chart, language=story.language), story)
    for panel in story.panels:
        for stat in panel.stats:
            found += stats_go_forward(stat)
    return [
        one for one in found
        if one.code not in off and not (one.code == "chart-names" and one.origin in placeless)
    ]  # fmt: skip


def _form(simpler: Diagnostic) -> str:
    """Which of a device's reasons to give way it was."""
    why = simpler.saying.values.get("why")
    return why.form if isinstance(why, Saying) else ""


def doubtful_drawings(
    story: Story, pages: Sequence[Page], light: Luminance, off: Collection[str] = ()
) -> list[Diagnostic]:
    """What of the charts on pages cannot be seen, told apart or read there.

    `light`: how much light a colour gives back on this press's paper, or on a screen.
    """
    charts = {chart.origin: chart for chart in (*story.charts, *story.tables)}
    found: list[Diagnostic] = []
    for drawn in (one for page in pages for one in drawn_charts(page)):
        chart = charts.get(drawn.origin)
        if chart is not None:
            subject = subject_of(chart, language=story.language)
            cells = cells_of(subject)
            found += marks_can_be_seen(drawn, cells, light)
            found += names_are_on_the_chart(drawn, subject, cells)
            found += colour_is_not_alone(drawn, subject, cells, light)
            found += axis_is_as_said(drawn, subject, cells)
    # A chart may stand on two pages.
    return [one for one in dict.fromkeys(found) if one.code not in off]


_KNOWN: Memo[tuple[Chart, tuple[Diagnostic, ...]]] = Memo("doubtful charts", 32)
"""By identity: of two equal charts each has its own places."""


def _said_of(chart: Chart, language: str) -> tuple[Diagnostic, ...]:
    known = _KNOWN.get(id(chart))
    if known is not None and known[0] is chart:
        return known[1]
    subject = subject_of(chart, language=language)
    found = tuple(one for rule in ON_DATA for one in rule(subject))
    return _KNOWN.put(id(chart), (chart, found))[1]

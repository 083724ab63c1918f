"""Rules on what stands on one axis: one unit, and bars from 0."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.chart_lint.words import is_read
from infographic.foundation.diagnostics import Diagnostic, warned
from infographic.foundation.sayings import say
from infographic.graphics.lines.logarithmic import without_logarithm
from infographic.graphics.row_units import UNIT_COLUMN, unlike_rows
from infographic.graphics.subject import Subject

FROM_ZERO = (
    "bars", "grouped-bars", "stacked-bars", "stacked-100", "diverging-bars", "columns", "area",
    "waterfall", "pyramid", "lollipop", "pictogram", "share-bar",
)  # fmt: skip
"""Devices whose marks are as long as their values, from 0."""


def values_have_one_unit(subject: Subject) -> Iterator[Diagnostic]:
    """Things that are counted in different units are not as long as each other."""
    if is_read(subject) or not subject.series or _is_compared(subject):
        return
    unlike = unlike_rows(subject)
    if unlike is not None:
        yield warned(say("chart-units/rows", unit=unlike.other, other=unlike.one), unlike.at)
    units = [unit for unit in subject.units if unit]
    if len(units) > 1 and subject.chart.kind in FROM_ZERO:
        at = subject.series[subject.units.index(units[1])].column.origin
        yield warned(say("chart-units/columns", units=units, kind=subject.chart.kind), at)


def _is_compared(subject: Subject) -> bool:
    """Two sides row by row, which have no axis where rows have units of their own."""
    if subject.chart.kind:
        return subject.chart.kind == "comparison"
    columns = subject.table.columns
    units = [one for one in columns if UNIT_COLUMN.search(one.name.strip())]
    return len(units) == 1 and len(subject.series) == 2 and len(columns) == 4


def bars_begin_at_zero(subject: Subject) -> Iterator[Diagnostic]:
    """Ticks of one's own do not make bars look as if they began elsewhere."""
    chart = subject.chart
    if chart.kind not in FROM_ZERO:
        value = without_logarithm(subject) if chart.scale == "log" else None
        if value is not None:
            yield warned(say("chart-zero/no-log", value=f"{value:f}"), chart.origin)
        return
    if chart.scale == "log":
        yield warned(say("chart-zero/log", kind=chart.kind), chart.origin)
    if chart.ticks and min(chart.ticks) > 0 and min(chart.ticks) * 2 > max(chart.ticks):
        first, last = (f"{value:f}" for value in (min(chart.ticks), max(chart.ticks)))
        saying = say("chart-zero/ticks", kind=chart.kind, first=first, last=last)
        yield warned(saying, chart.origin)

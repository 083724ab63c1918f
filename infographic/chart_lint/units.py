"""Rules on what stands on one axis: one unit, and bars from 0."""

from __future__ import annotations

import re
from collections.abc import Iterator

from infographic.chart_lint.words import compared, is_read, names_of
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import Saying, say
from infographic.graphics.subject import Subject
from infographic.text.units_of_measure import times

FROM_ZERO = (
    "bars", "grouped-bars", "stacked-bars", "stacked-100", "diverging-bars", "columns", "area",
    "waterfall", "pyramid", "lollipop", "pictogram", "share-bar",
)  # fmt: skip
"""Devices whose marks are as long as their values, from 0."""
UNIT_COLUMN = late(r"^(?:计量|数量|数据)?单\s*位$|^units?$", re.IGNORECASE)
IN_BRACKETS = late(r"[（(]\s*(?:单位[:：])?([^（）()\d]{1,8}?)\s*[）)]$")
COUNTED = late(
    r"(?:[千万亿]|百万|十万|千万)?"
    r"(?:[人户个家所座名位件台套辆架艘头只匹株棵张本册部篇项期次处条场届届间栋幢元吨斤克里米亩天日月年岁时分秒升度瓦]"
    r"|公里|千米|公顷|平方公里|平方米|立方米|千克|公斤|万元|亿元|美元|人次|小时|分钟|千瓦时|万千瓦|%|‰|％|℃)"
)
"""What may stand in brackets behind a name as its unit: （人）, （万元）, not （县）."""


def values_have_one_unit(subject: Subject) -> Iterator[Diagnostic]:
    """Things that are counted in different units are not as long as each other."""
    if is_read(subject) or not subject.series or _is_compared(subject):
        return
    yield from _said_in_a_column(subject)
    yield from _said_behind_names(subject)
    units = [unit for unit in subject.units if unit]
    if len(units) > 1 and subject.chart.kind in FROM_ZERO:
        at = subject.series[subject.units.index(units[1])].column.origin
        yield _warned(say("chart-units/columns", units=units, kind=subject.chart.kind), at)


def _is_compared(subject: Subject) -> bool:
    """Two sides row by row, which have no axis where rows have units of their own."""
    if subject.chart.kind:
        return subject.chart.kind == "comparison"
    columns = subject.table.columns
    units = [one for one in columns if UNIT_COLUMN.search(one.name.strip())]
    return len(units) == 1 and len(subject.series) == 2 and len(columns) == 4


def _said_in_a_column(subject: Subject) -> Iterator[Diagnostic]:
    """指标, 单位, 数值: a row each of another unit."""
    for place, column in enumerate(subject.table.columns):
        if column.kind != "text" or not UNIT_COLUMN.search(column.name.strip()):
            continue
        found = _unlike([(column.texts[row].strip(), row) for row in compared(subject)])
        if found:
            (one, _), (other, row) = found
            at = subject.table.places.of(row, place)
            yield _warned(say("chart-units/rows", unit=other, other=one), at)


def _said_behind_names(subject: Subject) -> Iterator[Diagnostic]:
    """党员（人） and 党支部（个）."""
    names, stated = names_of(subject), []
    for row in compared(subject):
        match = IN_BRACKETS.search(names[row].strip())
        if match is None or not COUNTED.fullmatch(match[1]):
            return
        stated.append((match[1], row))
    found = _unlike(stated)
    if found:
        (one, _), (other, row) = found
        yield _warned(say("chart-units/rows", unit=other, other=one), subject.name_at(row))


def _unlike(stated: list[tuple[str, int]]) -> tuple[tuple[str, int], tuple[str, int]] | None:
    """The first two that are not the same unit, though of one kind (万元 and 亿元)."""
    stated = [one for one in stated if one[0]]
    for one in stated[1:]:
        if one[0] != stated[0][0] and times(stated[0][0], one[0]) != 1:
            return stated[0], one
    return None


def bars_begin_at_zero(subject: Subject) -> Iterator[Diagnostic]:
    """Ticks of one's own do not make bars look as if they began elsewhere."""
    chart = subject.chart
    if chart.kind not in FROM_ZERO:
        return
    if chart.scale == "log":
        yield _warned(say("chart-zero/log", kind=chart.kind), chart.origin)
    if chart.ticks and min(chart.ticks) > 0 and min(chart.ticks) * 2 > max(chart.ticks):
        first, last = (f"{value:f}" for value in (min(chart.ticks), max(chart.ticks)))
        saying = say("chart-zero/ticks", kind=chart.kind, first=first, last=last)
        yield _warned(saying, chart.origin)


def _warned(saying: Saying, at: Origin) -> Diagnostic:
    return Diagnostic(saying, at, severity=Severity.WARNING)

"""Words by which a chart's own texts say what kind of values it has."""

from __future__ import annotations

import re

from infographic.foundation.late_pattern import late
from infographic.graphics.subject import Subject

SHARES = late(
    r"占比|比重|份额|构成|结构|占[^，。；]{0,8}的?(?:比例|百分比)"
    r"|\b(?:share|composition|breakdown|make-?up)\b",
    re.IGNORECASE,
)
"""What is told as parts of one whole."""
OVERLAP = late(r"多选|可选|不止一|重复计|multiple|more than one", re.IGNORECASE)
"""Shares of answers that may overlap make more than 100."""
REST = late(
    r"^(?:其[他它余]|余下|剩余|未知|不详|others?\b|the rest|rest\b|unknown\b)", re.IGNORECASE
)
"""The row of all that is not named: with it the rows are all there are."""
MEAN = late(r"均|平|average|mean|median", re.IGNORECASE)
"""A row that others do not add up to, though it stands for all of them."""
GROWTH = late(r"增速|增幅|增长|涨幅|降幅|同比|环比|比上年|growth|change", re.IGNORECASE)
POINTS = late(r"拉动|贡献|个?百分点|占比|比重|份额|构成|结构|contribution|share", re.IGNORECASE)
"""Percentages that do add up: of a whole, or of what makes it grow."""


def told_of(subject: Subject, series: int | None = None) -> str:
    """What the chart's title, measure and one column, or all, say of its values."""
    chart = subject.chart
    parts = [chart.title, chart.measure.what if chart.measure else None, chart.note]
    columns = subject.series if series is None else (subject.series[series],)
    return " ".join([
        *(part.text for part in parts if part is not None), *(one.column.name for one in columns),
        subject.table.title, *subject.table.notes,
    ])  # fmt: skip


def compared(subject: Subject) -> list[int]:
    """The rows that are compared: no totals, and no parts of others."""
    left_out = subject.table.totals | subject.table.parts
    if not left_out:
        return list(range(subject.count))
    return [row for row in range(subject.count) if row not in left_out]


def names_of(subject: Subject) -> tuple[str, ...]:
    """The rows as the data name them, not shortened."""
    if subject.names_place < 0:
        return subject.names
    return subject.table.columns[subject.names_place].texts


READ = ("table", "figures", "place-list")
"""Devices that are read and not measured."""


def is_read(subject: Subject) -> bool:
    """Whether it is shown as a table or as figures."""
    return subject.chart.kind in READ or subject.origin.pointer.startswith("/tables/")

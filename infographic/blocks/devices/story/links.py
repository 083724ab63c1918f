"""What flows from one side to the other: rows of from, to and how much, or a matrix of both."""

from __future__ import annotations

import re

from infographic.foundation.datum import Origin
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.arrangements.flowing import Link
from infographic.graphics.subject import Subject, short
from infographic.graphics.values import EXACT

MOST_NODES = 12
"""On a side: of more nobody finds where one goes."""
_TOTAL = late("(合|总|共)计|total", re.I)


class Sourced(NamedTuple):
    """A link, where its value stands, and whether the title is about it."""

    link: Link
    row: int
    series: int
    is_claimed: bool


class Links(NamedTuple):
    """All links of a subject, and what the two sides are called."""

    all: tuple[Sourced, ...]
    heads: tuple[str, str]
    """As the columns are headed; "" where nothing is."""


def links_of(subject: Subject) -> Links | None:
    """None where the table is neither three columns (from, to, how much) nor a matrix."""
    columns = subject.table.columns
    words = [n for n, one in enumerate(columns) if one.kind != "number"]
    rows = [row for row in range(subject.count) if row not in subject.table.totals]
    if len(words) == 2 and len(subject.series) == 1:
        pairs = [
            (row, 0, _text(subject, words[0], row), _text(subject, words[1], row)) for row in rows
        ]
        heads = columns[words[0]].name, columns[words[1]].name
    elif len(words) == 1 and len(subject.series) > 1:
        series = [
            (n, one) for n, one in enumerate(subject.series) if not _TOTAL.search(one.column.name)
        ]
        pairs = [
            (row, n, _text(subject, words[0], row), one.column.name)
            for row in rows
            for n, one in series
            if not _TOTAL.search(_text(subject, words[0], row))
        ]
        heads = columns[words[0]].name, ""
    else:
        return None
    keys = {str(key) for key in subject.chart.highlight}
    found = []
    for row, number, source, target in pairs:
        link = Link(
            short(subject.chart, source), short(subject.chart, target),
            subject.series[number].values[row],
        )  # fmt: skip
        found.append(Sourced(link, row, number, bool(keys & {source, target, *link[:2]})))
    return Links(_in_order(subject, found), heads)


def _in_order(subject: Subject, found: list[Sourced]) -> tuple[Sourced, ...]:
    """In the chart's order of what leaves the left side; else the file's."""
    if subject.chart.order not in ("falling", "rising"):
        return tuple(found)
    totals = dict.fromkeys((one.link.source for one in found), EXACT.create_decimal(0))
    for one in found:
        if one.link.value is not None:
            totals[one.link.source] = EXACT.add(
                totals[one.link.source], EXACT.create_decimal(one.link.value)
            )
    is_falling = subject.chart.order == "falling"
    return tuple(sorted(found, key=lambda one: totals[one.link.source], reverse=is_falling))


def refuses(subject: Subject) -> Saying | None:
    links = links_of(subject)
    if links is None:
        return say("graphic-refuses/flow")
    if len(subject.units) > 1:
        return say("graphic-refuses/units", units=tuple(unit or "—" for unit in subject.units))
    values = [one.link.value for one in links.all if one.link.value is not None]
    if any(value < 0 for value in values):
        return say("graphic-refuses/negative-parts")
    if not any(values):
        return say("graphic-refuses/no-values")
    for names in ({one.link.source for one in links.all}, {one.link.target for one in links.all}):
        if len(names) > MOST_NODES:
            return say("graphic-refuses/rows", most=MOST_NODES, count=len(names))
    return None


def at(subject: Subject, one: Sourced) -> Origin:
    return subject.at(one.row, one.series)


def _text(subject: Subject, place: int, row: int) -> str:
    texts = subject.table.columns[place].texts
    return texts[row] if row < len(texts) else ""

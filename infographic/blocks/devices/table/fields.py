"""The columns of a table as it is set, and which of them stay where not all have room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from infographic.foundation.datum import Origin
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject, short

MOST_PRINT, MOST_SOCIAL = 8, 4
"""Columns, that of the names among them: so on a card three stand beside the names."""
FEW_FOR_A_BAR = 3
"""Rows; fewer figures are compared without bars."""
LEAST_DIFFERENCE = Decimal("0.8")
"""Of the least value to the greatest: where it is nearer, all bars look alike."""
FEW_FOR_A_LINE = 4
"""Times; fewer are read from their figures."""
_TIME = late(
    r"(19|20)\d\d(年(末|底|度)?|[-./年](0?[1-9]|1[0-2])月?)?"
    r"|(1[0-2]|0?[1-9])月|(第?[一二三四]季度|Q[1-4])"
)


class Field(NamedTuple):
    """One column of the table."""

    place: int
    """The data's column; -1 for small lines, which stand for several."""
    series: int
    """Its number among the columns of figures; -1 for words."""
    name: str
    group: str = ""
    """What its header shares with its neighbours': 产量 of “产量 2023年”."""
    unit: str = ""
    """Said in the header; "" where the line of measure says it."""
    has_bar: bool = False
    course: tuple[int, ...] = ()
    """The series that a small line goes through, in the order of their times."""
    is_claimed: bool = False
    origin: Origin | None = None

    @property
    def is_words(self) -> bool:
        return self.series < 0 and not self.course


def fields_of(subject: Subject) -> tuple[Field, ...]:
    """All columns that the data have, and the small lines that they make, in their order."""
    series_at = {one.place: number for number, one in enumerate(subject.series)}
    columns = subject.table.columns
    names = [short(subject.chart, column.name) for column in columns]
    groups = _groups(names, [column.name for column in columns])
    says_units = len(subject.units) > 1
    bars = _barred(subject)
    found: list[Field] = []
    for place, column in enumerate(columns):
        number = series_at.get(place, -1)
        group, name = groups[place]
        unit = subject.series[number].unit if number >= 0 and says_units else ""
        if number < 0 and column.unit:
            # 县（市）: what stands in brackets behind a name of words is no unit.
            name = f"{name}（{column.unit}）"
        found.append(
            Field(place, number, name, group, unit, number in bars, (),
                  number in subject.claimed, column.origin)
        )  # fmt: skip
    course = _course(subject, groups, series_at)
    if course:
        first, last = (groups[subject.series[at].place][1] for at in (course[0], course[-1]))
        if first.endswith("年") and last.endswith("年"):
            first = first.removesuffix("年")
        line = Field(-1, -1, f"{first}—{last}", course=course,
                     origin=subject.series[course[0]].column.origin)  # fmt: skip
        after = max(at for at, one in enumerate(found) if one.series == course[-1])
        found.insert(after + 1, line)
    return tuple(found)


def _groups(names: Sequence[str], written: Sequence[str]) -> list[tuple[str, str]]:
    """Each name's shared part and its own, where neighbours share one."""
    split = [
        tuple(re.split(r"\s+|·", name, maxsplit=1)) if name == full else (name,)
        for name, full in zip(names, written, strict=True)
    ]
    heads = [parts[0] if len(parts) == 2 and all(parts) else "" for parts in split]
    found = []
    for at, name in enumerate(names):
        around = [heads[other] for other in (at - 1, at + 1) if 0 <= other < len(heads)]
        shared = bool(heads[at]) and heads[at] in around
        found.append((heads[at], split[at][1]) if shared else ("", name))
    return found


def _barred(subject: Subject) -> frozenset[int]:
    """The series that have bars: those the chart asks for, else the claimed one, else the first
    where there are no more than two."""
    if subject.chart.bars is not None:
        asked = {*subject.chart.bars}
        return frozenset(
            at for at, one in enumerate(subject.series) if {one.name, one.column.name} & asked
        )
    if subject.count < FEW_FOR_A_BAR:
        return frozenset()
    wanted = sorted(subject.claimed) or ([0] if 0 < len(subject.series) <= 2 else [])
    return frozenset(at for at in wanted[:1] if _differ(subject.series[at].present))


def _differ(values: Sequence[Decimal]) -> bool:
    """Whether bars from 0 would differ to the eye."""
    return bool(values) and (min(values) <= 0 or min(values) / max(values) <= LEAST_DIFFERENCE)


def _course(
    subject: Subject, groups: Sequence[tuple[str, str]], series_at: dict[int, int]
) -> tuple[int, ...]:
    """The series that are one thing at several times; none where there are few of them."""
    if subject.chart.trend is False:
        return ()
    timed = [place for place in series_at if _TIME.fullmatch(groups[place][1])]
    found = tuple(series_at[place] for place in timed)
    units = {subject.series[at].unit for at in found}
    heads = {groups[place][0] for place in timed}
    if len(found) < FEW_FOR_A_LINE or len(units) > 1 or len(heads) > 1:
        return ()
    return found


def ranked(fields: Sequence[Field], subject: Subject) -> list[Field]:
    """The columns by how long they stay: the names, those claimed, small lines with the last and
    the first of their times, those with bars, then the others from the left."""
    course = next((one.course for one in fields if one.course), ())

    def rank(field: Field) -> tuple[int, int]:
        at = fields.index(field)
        if field.place == subject.names_place:
            return (0, at)
        if field.is_claimed:
            return (1, at)
        if course and field.series == course[-1]:
            return (2, at)
        if field.course:
            return (3, at)
        if course and field.series == course[0]:
            return (4, at)
        if field.has_bar:
            return (5, at)
        # Of times the latest stay.
        return (6, -at if field.series in course else at)

    return sorted(fields, key=rank)


def most_columns(look: Look) -> int:
    """How many columns a table shows on the page."""
    return MOST_PRINT if look.is_print else MOST_SOCIAL

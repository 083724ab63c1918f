"""Rows that are counted in units of their own: 党员（人）, 支部（个）, or a column 单位."""

from __future__ import annotations

import re
from collections.abc import Sequence

from infographic.foundation.datum import Origin
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.subject import Subject
from infographic.text.units_of_measure import times

UNIT_COLUMN = late(r"^(?:计量|数量|数据)?单\s*位$|^units?$", re.IGNORECASE)
IN_BRACKETS = late(r"[（(]\s*+(?:单位[:：])?([^（）()\d]{1,8}?)\s*[）)]$")
COUNTED = late(
    r"(?:[千万亿]|百万|十万|千万)?"
    r"(?:[人户个家所座名位件台套辆架艘头只匹株棵张本册部篇项期次处条场届届间栋幢元吨斤克里米亩天日月年岁时分秒升度瓦]"
    r"|公里|千米|公顷|平方公里|平方米|立方米|千克|公斤|万元|亿元|美元|人次|小时|分钟|千瓦时|万千瓦|%|‰|％|℃)"
)
"""What may stand in brackets behind a name as its unit: （人）, （万元）, not （县）."""


class Unlike(NamedTuple):
    """The first unit, the first other one, and the place of that."""

    one: str
    other: str
    at: Origin


def unlike_rows(subject: Subject) -> Unlike | None:
    """Of which units rows are that cannot be as long as each other; None where all are of one."""
    table = subject.table
    left_out = table.totals | table.parts
    rows: Sequence[int] = range(subject.count)
    if left_out:
        rows = [row for row in rows if row not in left_out]
    for place, column in enumerate(table.columns):
        if column.kind == "text" and UNIT_COLUMN.search(column.name.strip()):
            found = _unlike([(column.texts[row].strip(), row) for row in rows])
            if found is not None:
                one, other, row = found
                return Unlike(one, other, table.places.of(row, place))
    found = _unlike(_behind_names(subject, rows))
    return None if found is None else Unlike(found[0], found[1], subject.name_at(found[2]))


def _behind_names(subject: Subject, rows: Sequence[int]) -> list[tuple[str, int]]:
    """The unit in brackets behind each name, with its row; none where one has none."""
    place = subject.names_place
    names = subject.names if place < 0 else subject.table.columns[place].texts
    stated = []
    for row in rows:
        match = IN_BRACKETS.search(names[row].strip())
        if match is None or not COUNTED.fullmatch(match[1]):
            return []
        stated.append((match[1], row))
    return stated


def _unlike(stated: Sequence[tuple[str, int]]) -> tuple[str, str, int] | None:
    """The first two that are not the same unit, though of one kind (万元 and 亿元)."""
    stated = [one for one in stated if one[0]]
    for unit, row in stated[1:]:
        if unit != stated[0][0] and times(stated[0][0], unit) != 1:
            return stated[0][0], unit, row
    return None

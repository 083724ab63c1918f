"""Two sides that are compared row by row: of a table with two columns beside its names."""

from __future__ import annotations

import re

from infographic.foundation.datum import Origin
from infographic.foundation.late_pattern import late
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.foundation.table import Column
from infographic.graphics.subject import Subject, figure, short
from infographic.graphics.ticks import decimals_of
from infographic.text.copy import Copy, Span
from infographic.text.style import Part

MOST_ROWS = 12
LONGEST = 10
"""Characters of words that are set as figures are: “2300万人”, “国家5A级”."""
UNITS = late("单位|计量单位|unit", re.I)
_IN_NAME = late(r"[（(][^（）()]+[)）]$")
_NUMBER = late(r"[+−-]?\d[\d,.]*")


class Sides(NamedTuple):
    """The columns that are compared, by their number in the table."""

    left: int
    right: int
    names: int
    """-1 where rows have none."""
    units: int
    """A column of the rows' own units; -1 where there is none."""

    @property
    def both(self) -> tuple[int, int]:
        return self.left, self.right


def sides_of(subject: Subject) -> Sides | None:
    """The two columns beside names and units; None where there are not two."""
    columns = subject.table.columns
    units = next((n for n, one in enumerate(columns) if UNITS.fullmatch(one.name.strip())), -1)
    rest = [n for n in range(len(columns)) if n != units]
    if len(rest) == 3 and columns[rest[0]].kind != "number":
        return Sides(rest[1], rest[2], rest[0], units)
    if len(rest) == 2 and columns[rest[0]].kind == columns[rest[1]].kind:
        return Sides(rest[0], rest[1], -1, units)
    return None


def refuses(subject: Subject) -> Saying | None:
    sides = sides_of(subject)
    if sides is None:
        return say("graphic-refuses/sides", count=len(subject.table.columns))
    if subject.count > MOST_ROWS:
        return say("graphic-refuses/rows", most=MOST_ROWS, count=subject.count)
    if not subject.count:
        return say("graphic-refuses/no-values")
    return None


def have_one_scale(subject: Subject, sides: Sides) -> bool:
    """Whether all values are of one unit and none is below 0, so that bars tell no lie."""
    if len(subject.series) != 2 or sides.units >= 0 or not subject.unit:
        return False
    if len(subject.units) > 1 or any(_IN_NAME.search(name) for name in subject.names):
        return False
    present = [value for one in subject.series for value in one.present]
    return bool(present) and min(present) >= 0 and max(present) > 0


def name_of(subject: Subject, sides: Sides, side: int) -> str:
    """A side's name, as its column is headed."""
    return short(subject.chart, subject.table.columns[sides.both[side]].name)


def row_name(subject: Subject, sides: Sides, row: int) -> str:
    if sides.names < 0:
        return ""
    return short(subject.chart, _text(subject.table.columns[sides.names], row))


def at(subject: Subject, sides: Sides, row: int, side: int) -> Origin:
    return subject.table.places.of(row, sides.both[side])


def are_figures(subject: Subject, sides: Sides) -> bool:
    """Whether all are set as figures, in one line; else as words."""
    return all(
        subject.table.columns[place].kind == "number"
        or all(len(_text(subject.table.columns[place], row)) <= LONGEST
               for row in range(subject.count))
        for place in sides.both
    )  # fmt: skip


def words_of(subject: Subject, sides: Sides, row: int, side: int, *, unit: bool) -> Copy:
    """What stands in a cell; a figure has its row's own unit, or with `unit` its column's."""
    place, origin = sides.both[side], at(subject, sides, row, side)
    series = next((n for n, one in enumerate(subject.series) if one.place == place), None)
    own = "" if sides.units < 0 else _text(subject.table.columns[sides.units], row)
    if series is None:
        return _spans(_text(subject.table.columns[place], row) or "—", origin)
    one = subject.series[series]
    value = one.values[row]
    if sides.units < 0 or value is None:
        return subject.said(row, series, unit=unit)
    # Rows of different units have decimals of their own.
    return figure(value, replaced(one.column, decimals=decimals_of(value)), row, own, origin)


def _spans(text: str, origin: Origin) -> Copy:
    """Words with their digits as figures."""
    spans: list[Span] = []
    end = 0
    for found in _NUMBER.finditer(text):
        if found.start() > end:
            spans.append(Span(text[end : found.start()], Part.UNIT, 1))
        spans.append(Span(found[0], Part.DIGITS, 1))
        end = found.end()
    if end < len(text):
        spans.append(Span(text[end:], Part.UNIT, 1))
    return Copy(tuple(spans), origin)


def _text(column: Column, row: int) -> str:
    return column.texts[row] if row < len(column.texts) else ""

"""Columns that say how others stand to a time before, to a whole, or to a base."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, nearest
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.foundation.table import Column, Period, Table
from infographic.loading.tables.shaping.cells import (
    EXACT,
    groups_of,
    is_value,
    joined_marks,
    name_place,
    note,
    numbers_of,
    place_of,
    places_in,
    refused,
    rounded,
    row_name,
    time_place,
    with_column,
)
from infographic.loading.tables.spec import GrowthSpec, IndexSpec, Value
from infographic.text.period_steps import before, is_merged, overlap, words_of, year_before
from infographic.text.periods import period_of
from infographic.text.units_of_measure import is_percent, points_of

_KINDS = {"year-on-year": "同比", "previous": "环比", "base": "定基"}


class Base(NamedTuple):
    """What a cell is compared with; a column and a row, or why there is nothing."""

    column: int = -1
    row: int = -1
    why: Saying | None = None
    """What is to be said; None where a first year simply has none before it."""


def with_growth(table: Table, spec: GrowthSpec) -> Table:
    """A column more: how much `spec.of` has grown. Raises `SpecError` where nothing has a base."""
    of = numbers_of(table, spec.of, spec.origin)
    kind = _KINDS.get(spec.kind, spec.kind)
    bases = _bases(table, of, kind, spec)
    column = table.columns[of]
    is_in_points = is_percent(column.unit)
    values: list[Decimal | None] = []
    said: list[Diagnostic] = []
    for row, base in enumerate(bases):
        value, why = _grown(table, of, row, base, is_in_points, spec.decimals)
        values.append(value)
        if why is not None:
            said.append(note(why, table.places.of(row, of), Severity.WARNING))
    if said and all(value is None for value in values):
        raise refused(said[0].saying, spec.origin)
    if all(value is None for value in values):
        raise refused(say("data-growth/nothing", of=spec.of, kind=kind), spec.origin)
    none = sum(base.column < 0 and base.why is None for base in bases)
    if none:
        said.append(note(say("data-growth/first", of=spec.of, kind=kind, count=none), spec.origin))
    marks = {
        row: mark
        for row, base in enumerate(bases)
        if base.column >= 0
        and (mark := joined_marks((column, row), (table.columns[base.column], base.row)))
    }
    unit = points_of(column.unit) if is_in_points else "%"
    made = _made(spec.as_ or f"{spec.of}{kind}", values, unit, marks, spec.origin)
    return with_column(table, made, of, "growth", spec, said)


def _made(
    name: str, values: list[Decimal | None], unit: str, marks: dict[int, str], origin: Origin
) -> Column:
    return Column(
        name, tuple(values), "number", unit, max(map(places_in, values), default=0),
        tuple("—" if value is None else f"{value:f}" for value in values), marks, origin,
    )  # fmt: skip


def _grown(
    table: Table, of: int, row: int, base: Base, is_in_points: bool, places: int | None
) -> tuple[Decimal | None, Saying | None]:
    """A cell's growth, and what is to be said where it has none."""
    if base.column < 0:
        return None, base.why
    value, against = table.columns[of].values[row], table.columns[base.column].values[base.row]
    if not isinstance(value, Decimal) or not isinstance(against, Decimal):
        return None, None
    if is_in_points:
        points = EXACT.subtract(value, against)
        return points if places is None else rounded(Fraction(points), places), None
    if against <= 0:
        name, row_said, base_said = table.columns[of].name, row_name(table, row), f"{against:f}"
        return None, (
            say("data-growth/negative", of=name, row=row_said, base=base_said)
            if against
            else say("data-growth/zero", of=name, row=row_said)
        )
    grown = (Fraction(value) - Fraction(against)) / Fraction(against) * 100
    return rounded(grown, DEFAULT_PLACES if places is None else places), None


DEFAULT_PLACES = 1


# What each row is compared with


def _bases(table: Table, of: int, kind: str, spec: GrowthSpec) -> list[Base]:
    if kind == "定基":
        if spec.against is None:
            raise refused(say("data-growth/no-base", of=spec.of), spec.origin)
        return base_rows(table, of, spec.against, spec.within, spec.origin)
    if spec.against is not None:
        return _beside(table, of, place_of(table, str(spec.against), spec.origin), spec)
    times = time_place(table)
    if times is None:
        other = _column_before(table, of, kind)
        if other is None:
            raise refused(say("data-column/no-times", of=spec.of, kind=kind), spec.origin)
        return _beside(table, of, other, spec)
    rows = _rows_by_time(table, times, spec)
    periods = [one for one in table.columns[times].values if isinstance(one, Period)]
    step = _same_year_before if kind == "同比" else _one_before(periods)
    groups = groups_of(table, spec.within, spec.origin)
    bases: list[Base] = []
    for row, group in enumerate(groups):
        period = table.columns[times].values[row]
        if not isinstance(period, Period):
            bases.append(Base())
            continue
        wanted, why = step(period)
        found = rows.get((group, wanted[:2])) if wanted is not None else None
        bases.append(Base(why=why) if found is None else Base(of, found))
    return bases


def _beside(table: Table, of: int, other: int, spec: GrowthSpec) -> list[Base]:
    """Each row compared with another column of it."""
    one, two = table.columns[of], table.columns[other]
    if two.kind != "number":
        raise refused(say("data-column/no-numbers", name=two.name), spec.origin)
    if one.unit != two.unit:
        units = say("data-unit/unlike", one=one.name, a=one.unit, two=two.name, b=two.unit)
        raise refused(units, spec.origin)
    return [Base(other, row) for row in range(table.count)]


def _column_before(table: Table, of: int, kind: str) -> int | None:
    """The column of 2023年 for that of 2024年."""
    own = period_of(table.columns[of].name)
    wanted = None if own is None else year_before(own) if kind == "同比" else before(own)
    if wanted is None:
        return None
    for number, column in enumerate(table.columns):
        named = period_of(column.name)
        if named is not None and named[:2] == wanted[:2] and column.kind == "number":
            return number
    return None


Step = Callable[[Period], tuple[Period | None, Saying | None]]


def _same_year_before(period: Period) -> tuple[Period | None, Saying | None]:
    return year_before(period), None


def _one_before(known: list[Period]) -> Step:
    """The period before; nothing is compared with months that were merged, nor with a total."""

    there = set(known)
    merged: dict[int, list[Period]] = {}
    # By their years: a column has thousands of times.
    for one in filter(is_merged, dict.fromkeys(known)):
        for year in range(one.start.year, one.end.year + 1):
            merged.setdefault(year, []).append(one)

    def step(period: Period) -> tuple[Period | None, Saying | None]:
        if period.is_cumulative:
            return None, say("data-growth/total", period=words_of(period))
        if is_merged(period):
            return None, say("data-growth/merged", period=words_of(period))
        earlier = before(period)
        if earlier is None or earlier in there:
            return earlier, None
        years = range(earlier.start.year, earlier.end.year + 1)
        near = (one for year in years for one in merged.get(year, ()))
        found = next((one for one in near if overlap(one, earlier)), None)
        if found is not None:
            first, then = words_of(period), words_of(found)
            return None, say("data-growth/after-merged", period=first, merged=then)
        return earlier, None

    return step


Ends = tuple[object, ...]


def _rows_by_time(
    table: Table, times: int, spec: GrowthSpec
) -> dict[tuple[tuple[str, ...], Ends], int]:
    """Rows by what they share and their time. Raises `SpecError` where two have the same."""
    groups = groups_of(table, spec.within, spec.origin)
    rows: dict[tuple[tuple[str, ...], Ends], int] = {}
    for row, group in enumerate(groups):
        period = table.columns[times].values[row]
        if not isinstance(period, Period):
            continue
        other = rows.setdefault((group, period[:2]), row)
        if other != row:
            saying = say(
                "data-growth/twice", row=row_name(table, row),
                one=str(table.places.of(other, times)), two=str(table.places.of(row, times)),
            )  # fmt: skip
            raise refused(saying, spec.origin)
    return rows


def base_rows(
    table: Table, of: int, base: Value, within: tuple[str, ...] | None, origin: Origin
) -> list[Base]:
    """Each row with the row of a period, or of a name, that it is compared with."""
    place = time_place(table)
    apart: tuple[int, ...] = ()
    if place is None:
        place = name_place(table)
        apart = () if place is None else (place,)
    if place is None:
        raise refused(say("data-growth/no-row", base=str(base)), origin)
    column = table.columns[place]
    groups = groups_of(table, within, origin, apart)
    rows = {
        group: row
        for row, group in reversed(list(enumerate(groups)))
        if is_value(column, row, base)
    }
    if not rows:
        raise refused(
            say("data-growth/no-row", base=str(base)), origin, nearest(str(base), column.texts)
        )
    return [Base(of, rows[group]) if group in rows else Base() for group in groups]


def with_index(table: Table, spec: IndexSpec) -> Table:
    """A column more: `spec.of` where that of the base is 100."""
    of = numbers_of(table, spec.of, spec.origin)
    column = table.columns[of]
    bases = base_rows(table, of, spec.base, spec.within, spec.origin)
    values: list[Decimal | None] = []
    said: list[Diagnostic] = []
    marks: dict[int, str] = {}
    for row, base in enumerate(bases):
        value = column.values[row]
        against = column.values[base.row] if base.column >= 0 else None
        if not isinstance(value, Decimal) or not isinstance(against, Decimal) or against <= 0:
            values.append(None)
            if against is not None:
                saying = say("data-growth/zero", of=spec.of, row=row_name(table, row))
                said.append(note(saying, table.places.of(row, of), Severity.WARNING))
            continue
        values.append(rounded(Fraction(value) / Fraction(against) * 100, spec.decimals))
        marks[row] = joined_marks((column, row), (column, base.row))
    kept = {row: mark for row, mark in marks.items() if mark}
    made = _made(spec.as_ or f"{spec.of}指数", values, "", kept, spec.origin)
    return with_column(table, made, of, "index", spec, said)

"""A column that says what share another has in its whole: 占比."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from infographic.foundation.diagnostics import Diagnostic, Severity, nearest
from infographic.foundation.sayings import say
from infographic.foundation.table import Column, Table
from infographic.loading.tables.shaping.cells import (
    is_value,
    joined_marks,
    name_place,
    note,
    numbers_of,
    places_in,
    refused,
    rounded,
    row_name,
    time_place,
    with_column,
)
from infographic.loading.tables.spec import ShareSpec
from infographic.text.units_of_measure import may_be_added


def with_share(table: Table, spec: ShareSpec) -> Table:
    """A column more: the share of `spec.of`. Raises `SpecError` for what has no whole: rates."""
    of = numbers_of(table, spec.of, spec.origin)
    column = table.columns[of]
    if not may_be_added(column.name, column.unit):
        raise refused(say("data-adds/share", of=spec.of, unit=column.unit), spec.origin)
    wholes: dict[object, tuple[Decimal | None, int]] = {}
    values: list[Decimal | None] = []
    said: list[Diagnostic] = []
    marks: dict[int, str] = {}
    place = time_place(table)
    times = (None,) * table.count if place is None else table.columns[place].values
    rows_of: dict[object, list[int]] = {}
    for row, time in enumerate(times):
        rows_of.setdefault(time, []).append(row)
    for row, time in enumerate(times):
        if time not in wholes:
            wholes[time] = _whole(table, column, rows_of[time], spec, said)
        whole, source = wholes[time]
        value = column.values[row]
        if not isinstance(value, Decimal) or whole is None or whole <= 0:
            values.append(None)
            if isinstance(value, Decimal) and whole is not None:
                saying = say("data-growth/zero", of=spec.of, row=row_name(table, row))
                said.append(note(saying, table.places.of(row, of), Severity.WARNING))
            continue
        values.append(rounded(Fraction(value) / Fraction(whole) * 100, spec.decimals))
        marks[row] = joined_marks((column, row), (column, source))
    if all(value is None for value in values):
        raise refused(say("data-adds/no-whole", of=spec.of), spec.origin)
    made = Column(
        spec.as_ or f"{spec.of}占比", tuple(values), "number", "%",
        max(map(places_in, values)),
        tuple("—" if value is None else f"{value:f}" for value in values),
        {row: mark for row, mark in marks.items() if mark}, spec.origin,
    )  # fmt: skip
    return with_column(table, made, of, "share", spec, said)


def _whole(
    table: Table, column: Column, rows: list[int], spec: ShareSpec, said: list[Diagnostic]
) -> tuple[Decimal | None, int]:
    """The whole of rows of one time, and the row that it is; −1 for a sum or a stated number."""
    if isinstance(spec.whole, int | float | Decimal):
        return Decimal(repr(spec.whole) if isinstance(spec.whole, float) else spec.whole), -1
    numbers = column.numbers
    if spec.whole is not None:
        place = name_place(table)
        names = None if place is None else table.columns[place]
        found = [row for row in rows if names is not None and is_value(names, row, spec.whole)]
        if not found:
            known = () if names is None else [names.texts[row] for row in rows]
            saying = say("data-growth/no-row", base=spec.whole)
            raise refused(saying, spec.origin, nearest(spec.whole, known))
        return numbers[found[0]], found[0]
    totals = [row for row in rows if row in table.totals]
    if len(totals) == 1 and numbers[totals[0]] is not None:
        return numbers[totals[0]], totals[0]
    summed = [row for row in rows if row not in table.totals and row not in table.parts]
    missing = [row for row in summed if numbers[row] is None]
    if missing:
        saying = say("data-adds/missing", of=column.name, row=row_name(table, missing[0]),
                     count=len(missing))  # fmt: skip
        said.append(note(saying, spec.origin, Severity.WARNING))
    known_values = [value for row in summed if (value := numbers[row]) is not None]
    return (sum(known_values, Decimal(0)) if known_values else None), -1

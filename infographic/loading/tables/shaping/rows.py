"""Which rows are taken, and their order: where, sort, top."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, near_word
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, say
from infographic.foundation.table import Column, Period, Table
from infographic.loading.tables.shaping.cells import (
    EXACT,
    CellPlaces,
    Values,
    decimal_of,
    name_place,
    note,
    numbers_of,
    place_of,
    refused,
    remade,
    row_name,
)
from infographic.loading.tables.spec import SortSpec, TopSpec, Value, Where, WhereSpec
from infographic.text.periods import NO_YEAR, period_of
from infographic.text.units_of_measure import may_be_added

Test: TypeAlias = Callable[[int], bool]


def where(table: Table, conditions: Mapping[str, Where], origin: Origin) -> Table:
    """The rows that meet every condition. Raises `SpecError` where none does, or a value that is
    asked for is in no row."""
    rows = list(range(table.count))
    for name, condition in conditions.items():
        column = table.columns[place_of(table, name, origin)]
        tests = list(_tests(column, condition, origin))
        rows = [row for row in rows if all(test(row) for test in tests)]
    if not rows and table.count:
        raise refused(say("data-rows", count=table.count), origin)
    return remade(table.taken(rows), "where", conditions)


def _tests(column: Column, condition: Where, origin: Origin) -> list[Test]:
    if not isinstance(condition, WhereSpec):
        wanted = condition if isinstance(condition, tuple) else (condition,)
        return [_one_of(column, wanted, origin)]
    at, tests = condition.origin, []
    if condition.is_ is not None:
        tests.append(_one_of(column, (condition.is_,), at))
    if condition.in_ is not None:
        tests.append(_one_of(column, condition.in_, at))
    if condition.not_ is not None:
        unwanted = condition.not_ if isinstance(condition.not_, tuple) else (condition.not_,)
        among = _one_of(column, unwanted, at)
        tests.append(lambda row: not among(row))
    for name in ("above", "below", "from_", "to"):
        bound = getattr(condition, name)
        if bound is not None:
            tests.append(_bound(column, name, bound, at))
    if condition.contains:
        tests.append(lambda row: condition.contains in column.texts[row])
    if condition.missing is not None:
        tests.append(lambda row: (column.values[row] is None) == condition.missing)
    return tests


def _one_of(column: Column, wanted: Sequence[Value], origin: Origin) -> Test:
    rows: set[int] = set()
    values = Values(column)
    for value in wanted:
        found = values.rows(value)
        if not found:
            near = near_word(str(value), (text for text in column.texts if text))
            saying = say("data-rows/no-value", column=column.name, value=str(value))
            raise refused(saying, origin, near)
        rows.update(found)
    return lambda row: row in rows


def _bound(column: Column, name: str, bound: Value, origin: Origin) -> Test:
    """Whether a cell is above, below, from or to a bound; of a time, by its first or last day."""
    if column.kind == "number":
        limit = decimal_of(bound)
        if limit is None:
            saying = say("data-rows/no-number", column=column.name, value=str(bound))
            raise refused(saying, origin)
        return _compared(column.numbers, name, limit)
    if column.kind == "period":
        years = [one.start.year for one in column.values if isinstance(one, Period)]
        year = years[0] if years and len(set(years)) == 1 else NO_YEAR
        named = period_of(str(bound), year)
        if named is None:
            saying = say("data-rows/no-time", column=column.name, value=str(bound))
            raise refused(saying, origin)
        is_first = name in ("from_", "below")
        ends: list[date | None] = []
        for one in column.values:
            period = one if isinstance(one, Period) else None
            ends.append(None if period is None else period.start if is_first else period.end)
        return _compared(ends, name, named.start if is_first else named.end)
    raise refused(say("data-rows/no-order", column=column.name), origin)


_ORDERS: Mapping[str, Callable[[Any, Any], bool]] = {
    "above": operator.gt, "below": operator.lt, "from_": operator.ge, "to": operator.le,
}  # fmt: skip


def _compared(values: Sequence[Any], name: str, limit: Any) -> Test:
    """`values` and `limit` are numbers, or days; None where one is missing."""
    compare = _ORDERS[name]
    return lambda row: values[row] is not None and compare(values[row], limit)


# The order


def in_order(table: Table, spec: SortSpec) -> Table:
    """The rows sorted; ties keep their order, missing values and rows of totals come last."""
    column = table.columns[place_of(table, spec.by, spec.origin)]
    if isinstance(spec.order, tuple):
        rows = _in_stated_order(column, spec.order, spec.origin)
    else:
        known = [row for row in range(table.count) if column.values[row] is not None]
        known.sort(key=lambda row: _key(column, row), reverse=spec.order == "falling")
        rows = known + [row for row in range(table.count) if column.values[row] is None]
    rows = [row for row in rows if row not in table.totals] + [
        row for row in rows if row in table.totals
    ]
    return remade(table.taken(rows), "sort", spec)


def _key(column: Column, row: int) -> Any:
    value = column.values[row]
    if isinstance(value, str):
        # The characters of its first level stand in the order of their readings.
        return value.encode("gb18030", "replace")
    return value


def _in_stated_order(column: Column, order: tuple[Value, ...], origin: Origin) -> list[int]:
    rows: dict[int, None] = {}
    values = Values(column)
    for value in order:
        found = values.rows(value)
        if not found:
            saying = say("data-rows/no-value", column=column.name, value=str(value))
            raise refused(saying, origin, near_word(str(value), column.texts))
        rows |= dict.fromkeys(found)
    return [*rows, *(row for row in range(len(column.values)) if row not in rows)]


# The first of them


def top(table: Table, spec: TopSpec, sort: SortSpec | None) -> Table:
    """The rows that have most, and perhaps the sum of the others; without totals and 其中 rows."""
    by = spec.by or (sort.by if sort else "")
    if not by:
        by = next((one.name for one in table.columns if one.kind == "number"), "")
    place = numbers_of(table, by, spec.origin)
    column = table.columns[place]
    apart = table.totals | table.parts
    rows = [row for row in range(table.count) if row not in apart]
    known = [row for row in rows if column.values[row] is not None]
    rising = sort is not None and sort.by == by and sort.order == "rising"
    numbers = column.numbers
    known.sort(key=lambda row: numbers[row] or Decimal(0), reverse=not rising)
    kept = known[: spec.count]
    said = _left_out(table, spec)
    others = sorted(set(rows).difference(kept))
    if len(known) > spec.count and column.values[kept[-1]] == column.values[known[spec.count]]:
        names = [row_name(table, row) for row in (kept[-1], known[spec.count])]
        saying = say("data-step/tie", names=names, count=spec.count)
        said.append(note(saying, spec.origin, Severity.WARNING))
    made = remade(table.taken(kept), "top", (spec, by), said=said)
    if not spec.rest or not others:
        return made
    return _with_rest(table, made, kept, others, place, spec)


def _left_out(table: Table, spec: TopSpec) -> list[Diagnostic]:
    gone = sorted(table.totals | table.parts)
    if not gone:
        return []
    names = [row_name(table, row) for row in gone]
    return [note(say("data-step/totals", names=names), spec.origin)]


def _with_rest(
    whole: Table, made: Table, kept: list[int], others: list[int], by: int, spec: TopSpec
) -> Table:
    """One row more: the sum of the others. Raises `SpecError` where they do not add up."""
    ranked = whole.columns[by]
    if not may_be_added(ranked.name, ranked.unit):
        raise refused(say("data-adds/rest", of=ranked.name, unit=ranked.unit), spec.origin)
    label = name_place(whole)
    columns: list[Column] = []
    said: list[Diagnostic] = []
    for number, (column, source) in enumerate(zip(made.columns, whole.columns, strict=True)):
        value: Decimal | str | None = None
        text = ""
        if number == label:
            text = value = f"其余{len(others)}项"
        elif column.kind == "number":
            value, why = _sum(source, others)
            text = "—" if value is None else f"{value:f}"
            if why is not None:
                said.append(note(why, spec.origin, Severity.WARNING))
        columns.append(
            replaced(column, values=(*column.values, value), texts=(*column.texts, text))
        )
    cells = [tuple((row, place) for place in range(len(columns))) for row in (*kept, others[0])]
    return remade(
        made, "rest", len(others), columns=columns,
        places=CellPlaces(whole.places, tuple(cells)), said=said,
    )  # fmt: skip


def _sum(column: Column, rows: Sequence[int]) -> tuple[Decimal | None, Saying | None]:
    if not may_be_added(column.name, column.unit):
        return None, say("data-adds/rest-missing", of=column.name)
    numbers = column.numbers
    values = [value for row in rows if (value := numbers[row]) is not None]
    if not values:
        return None, None
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    gone = len(rows) - len(values)
    return total, say("data-adds/rest-lacks", of=column.name, count=gone) if gone else None

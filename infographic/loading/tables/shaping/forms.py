"""Wide form and long form, the columns that are taken, and months out of totals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.record import replaced
from infographic.foundation.sayings import say
from infographic.foundation.table import Column, Period, Table, Value
from infographic.loading.tables.periods import periods_of
from infographic.loading.tables.reading.bounds import must_be_small
from infographic.loading.tables.shaping.cells import (
    EXACT,
    CellPlaces,
    ColumnPlaces,
    groups_of,
    joined_marks,
    note,
    numbers_of,
    place_of,
    places_in,
    refused,
    remade,
    row_name,
    time_place,
)
from infographic.loading.tables.spec import ColumnSpec, LongSpec, PeriodsSpec, WideSpec
from infographic.text.period_steps import months_in, words_of
from infographic.text.periods import FiscalYear
from infographic.text.units_of_measure import may_be_added


def taken_columns(table: Table, columns: Sequence[ColumnSpec]) -> Table:
    """The columns of these names, in this order, renamed."""
    places = tuple(place_of(table, one.from_, one.origin) for one in columns)
    taken = [
        replaced(table.columns[place], name=one.as_ or one.from_)
        for place, one in zip(places, columns, strict=True)
    ]
    names = [one.name for one in taken]
    twice = next((one for n, one in enumerate(columns) if names[n] in names[:n]), None)
    if twice is not None:
        raise refused(say("data-column/taken", name=twice.as_ or twice.from_), twice.origin)
    return remade(
        table, "columns", tuple(columns), columns=taken, places=ColumnPlaces(table.places, places)
    )


def with_periods(table: Table, spec: PeriodsSpec) -> Table:
    """A column read as times, with the year or the fiscal year that it does not say."""
    if spec.column:
        place = place_of(table, spec.column, spec.origin)
    else:
        first = time_place(table)
        first = first if first is not None else 0
        place = first
    column = table.columns[place]
    fiscal = None if spec.fiscal is None else FiscalYear(spec.fiscal, spec.named_by)
    years: list[int | None] = []
    year = spec.year
    if isinstance(year, str):
        other = table.columns[place_of(table, year, spec.origin)]
        years = [_year(value) for value in other.values]
        years = _filled_down(years)
        year = None
    found = periods_of(column.texts, year=year, years=years, fiscal=fiscal)
    if found is None:
        odd = next(
            (row for row, text in enumerate(column.texts)
             if text and periods_of([text], year=year, fiscal=fiscal) is None), 0,
        )  # fmt: skip
        saying = say("data-column/no-time", name=column.name, text=column.texts[odd])
        raise refused(saying, table.places.of(odd, place))
    columns = list(table.columns)
    texts = tuple(
        text if one is None or not (spec.year is not None and has_no_year(text, one))
        else words_of(one)
        for text, one in zip(column.texts, found, strict=True)
    )  # fmt: skip
    columns[place] = replaced(column, values=found, kind="period", unit="", texts=texts)
    return remade(table, "periods", spec, columns=columns)


def has_no_year(text: str, period: Period) -> bool:
    """Whether a text leaves the year of its period unsaid."""
    return str(period.start.year) not in text and str(period.end.year) not in text


def _year(value: Value) -> int | None:
    if isinstance(value, Period):
        return value.start.year
    return int(value) if isinstance(value, Decimal) and value == value.to_integral() else None


def _filled_down(years: list[int | None]) -> list[int | None]:
    """A year that is written once stands for the rows below it."""
    filled: list[int | None] = []
    for year in years:
        filled.append(year if year is not None or not filled else filled[-1])
    return filled


def _must_be_new(name: str, others: Sequence[str], spec: LongSpec) -> None:
    if name in others:
        raise refused(say("data-column/taken", name=name), spec.origin)


def in_long_form(table: Table, spec: LongSpec) -> Table:
    """Columns as rows: for each of theirs one row a column, with its name and its value."""
    names = spec.columns or tuple(one.name for one in table.columns if one.kind == "number")
    places = [numbers_of(table, name, spec.origin) for name in names]
    if not places:
        raise refused(say("data-column/none", file=table.origin.file), spec.origin)
    melted = [table.columns[place] for place in places]
    odd = next((one for one in melted if one.unit != melted[0].unit), None)
    if odd is not None:
        first = melted[0]
        units = say("data-unit/unlike", one=first.name, a=first.unit, two=odd.name, b=odd.unit)
        raise refused(units, spec.origin)
    kept = [number for number in range(len(table.columns)) if number not in places]
    _must_be_new(spec.values, [table.columns[number].name for number in kept], spec)
    _must_be_new(spec.names, [spec.values, *(table.columns[number].name for number in kept)], spec)
    must_be_small(table.count * len(places), len(kept) + 2, spec.origin)
    order = [(row, place) for row in range(table.count) for place in places]
    columns = [_drawn(table.columns[number], [row for row, _ in order]) for number in kept]
    columns.append(_names_column(spec.names, [table.columns[place].name for _, place in order],
                                 melted[0].origin))  # fmt: skip
    columns.append(
        Column(
            spec.values, tuple(table.columns[place].values[row] for row, place in order), "number",
            melted[0].unit, max(one.decimals for one in melted),
            tuple(table.columns[place].texts[row] for row, place in order),
            {n: mark for n, (row, place) in enumerate(order)
             if (mark := table.columns[place].marks.get(row, ""))},
            melted[0].origin,
        )
    )  # fmt: skip
    cells = tuple(
        (*((row, number) for number in kept), (row, place), (row, place)) for row, place in order
    )
    return remade(
        table, "long", spec, columns=columns, places=CellPlaces(table.places, cells),
        rows=[row for row, _ in order],
    )  # fmt: skip


def _drawn(column: Column, rows: Sequence[int]) -> Column:
    """A column with these rows of it, some of them perhaps again and again."""
    return replaced(
        column,
        values=tuple(column.values[row] for row in rows),
        texts=tuple(column.texts[row] for row in rows),
        marks={n: column.marks[row] for n, row in enumerate(rows) if row in column.marks},
    )


def _names_column(name: str, texts: list[str], origin: Origin) -> Column:
    periods = periods_of(texts)
    if periods is not None:
        return Column(name, periods, "period", texts=tuple(texts), origin=origin)
    return Column(name, tuple(texts), "text", texts=tuple(texts), origin=origin)


def in_wide_form(table: Table, spec: WideSpec) -> Table:
    """Rows as columns: one for each value of a column. Raises `SpecError` where two would share
    a cell."""
    names = place_of(table, spec.names, spec.origin)
    values = numbers_of(table, spec.values, spec.origin)
    kept = [number for number in range(len(table.columns)) if number not in (names, values)]
    heads = list(dict.fromkeys(text for text in table.columns[names].texts if text))
    groups: dict[tuple[str, ...], int] = {}
    cells: dict[tuple[int, str], int] = {}
    for row in range(table.count):
        group = tuple(table.columns[number].texts[row] for number in kept)
        first = groups.setdefault(group, row)
        head = table.columns[names].texts[row]
        other = cells.setdefault((first, head), row)
        if other != row:
            saying = say(
                "data-form-twice", row=" ".join(filter(None, (*group, head))),
                one=str(table.places.of(other, values)), two=str(table.places.of(row, values)),
            )  # fmt: skip
            raise refused(saying, spec.origin)
    firsts = list(groups.values())
    must_be_small(len(firsts), len(kept) + len(heads), spec.origin)
    columns = [_drawn(table.columns[number], firsts) for number in kept]
    source = table.columns[values]
    for head in heads:
        rows = [cells.get((first, head)) for first in firsts]
        column = Column(
            head, tuple(None if row is None else source.values[row] for row in rows), "number",
            source.unit, source.decimals,
            tuple("—" if row is None else source.texts[row] for row in rows),
            {n: source.marks[row] for n, row in enumerate(rows)
             if row is not None and row in source.marks},
            source.origin,
        )  # fmt: skip
        columns.append(column)
    places = tuple(
        (
            *((first, number) for number in kept),
            *((cells.get((first, head), first), values) for head in heads),
        )
        for first in firsts
    )
    return remade(
        table, "wide", spec, columns=columns, places=CellPlaces(table.places, places), rows=firsts
    )


# Months out of totals


def without_totals(table: Table, names: Sequence[str], origin: Origin) -> Table:
    """Totals from the year's beginning as what each period added. 1—2月 stays one period.

    Where a month is missing the next has both, and it is said. Raises `SpecError` for what does
    not add up, and where a time is no total.
    """
    times = time_place(table)
    if times is None:
        raise refused(say("data-column/no-times", of=names[0], kind="undo_totals"), origin)
    places = [numbers_of(table, name, origin) for name in names]
    for place in places:
        column = table.columns[place]
        if not may_be_added(column.name, column.unit):
            raise refused(say("data-adds/totals", of=column.name, unit=column.unit), origin)
    earlier = _totals_before(table, times, origin)
    periods, said = _parts(table, times, earlier, origin)
    columns = list(table.columns)
    columns[times] = replaced(
        table.columns[times],
        values=tuple(periods),
        texts=tuple("" if one is None else words_of(one) for one in periods),
    )
    for place in places:
        columns[place], wrong = _differences(table, place, earlier)
        said += wrong
    gone = [one.name for n, one in enumerate(columns) if one.kind == "number" and n not in places]
    kept = tuple(n for n, one in enumerate(columns) if one.kind != "number" or n in places)
    if gone:
        said.append(note(say("data-step/not-of-months", columns=gone), origin))
    return remade(
        table, "undo_totals", tuple(names), columns=[columns[n] for n in kept],
        places=ColumnPlaces(table.places, kept), said=said,
    )  # fmt: skip


def _totals_before(table: Table, times: int, origin: Origin) -> list[int | None]:
    """For each row the row of the last total before it in its year."""
    groups = groups_of(table, None, origin)
    by_year: dict[object, list[int]] = {}
    for row, period in enumerate(table.columns[times].values):
        if not isinstance(period, Period):
            continue
        if (period.start.month, period.start.day) != (1, 1) or not months_in(period):
            raise refused(say("data-totals", period=words_of(period)), table.places.of(row, times))
        by_year.setdefault((groups[row], period.start.year), []).append(row)
    earlier: list[int | None] = [None] * table.count
    for rows in by_year.values():
        rows.sort(key=lambda row: _end(table, times, row))
        for before, row in pairwise(rows):
            earlier[row] = before
    return earlier


def _end(table: Table, times: int, row: int) -> date:
    period = table.columns[times].values[row]
    assert isinstance(period, Period)
    return period.end


def _parts(
    table: Table, times: int, earlier: Sequence[int | None], origin: Origin
) -> tuple[list[Period | None], list[Diagnostic]]:
    """What is left of each total's time, and what is said of those that are longer than one."""
    made: list[Period | None] = []
    for row, period in enumerate(table.columns[times].values):
        if not isinstance(period, Period):
            made.append(None)
            continue
        before = earlier[row]
        last = None if before is None else table.columns[times].values[before]
        start = last.end + timedelta(1) if isinstance(last, Period) else period.start
        made.append(Period(start, period.end))
    lengths = sorted(months_in(one) for one in made if one is not None)
    usual = lengths[0] if lengths else 0
    said = [
        note(say("data-totals/merged", period=words_of(one)), table.places.of(row, times),
             Severity.WARNING)
        for row, one in enumerate(made)
        if one is not None and months_in(one) > usual and earlier[row] is not None
    ]  # fmt: skip
    return made, said


def _differences(
    table: Table, place: int, earlier: Sequence[int | None]
) -> tuple[Column, list[Diagnostic]]:
    column = table.columns[place]
    values: list[Decimal | None] = []
    said: list[Diagnostic] = []
    marks: dict[int, str] = {}
    numbers = column.numbers
    for row, before in enumerate(earlier):
        value = numbers[row]
        less = Decimal(0) if before is None else numbers[before]
        part = None if value is None or less is None else EXACT.subtract(value, less)
        values.append(part)
        if part is not None and part < 0 and before is not None:
            saying = say("data-totals/fell", of=column.name, row=row_name(table, row))
            said.append(note(saying, table.places.of(row, place), Severity.WARNING))
        mark = joined_marks((column, row), *([] if before is None else [(column, before)]))
        if mark:
            marks[row] = mark
    texts = tuple(
        column.texts[row] if earlier[row] is None or value is None else f"{value:f}"
        for row, value in enumerate(values)
    )
    most = max(map(places_in, values), default=0)
    return replaced(column, values=tuple(values), texts=texts, marks=marks, decimals=most), said

"""Numbers in another unit, or with fewer places: exactly, and said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from infographic.foundation.datum import Origin
from infographic.foundation.record import replaced
from infographic.foundation.sayings import say
from infographic.foundation.table import Column, Table
from infographic.loading.tables.shaping.cells import (
    EXACT,
    cut,
    note,
    numbers_of,
    places_in,
    refused,
    remade,
    rounded,
    text_like,
)
from infographic.text.units_of_measure import times


def with_units(table: Table, units: Mapping[str, str], origin: Origin) -> Table:
    """The table with units that it does not say itself. Raises `SpecError` where it says another:
    that would be to change numbers without reckoning them."""
    columns = list(table.columns)
    for name, unit in units.items():
        place = numbers_of(table, name, origin)
        column = columns[place]
        if column.unit not in ("", unit):
            saying = say("data-unit/said", column=name, unit=column.unit, wanted=unit)
            raise refused(saying, origin)
        columns[place] = replaced(column, unit=unit)
    return remade(table, "unit_of", units, columns=columns)


def in_units(
    table: Table,
    units: str | Mapping[str, str],
    decimals: int | Mapping[str, int] | None,
    origin: Origin,
) -> Table:
    """The table with columns in other units. Raises `SpecError` between kinds, and where a number
    would have no end (公顷 of 亩) and no `decimals` say where it is cut."""
    wanted = _of_columns(table, units, origin) if isinstance(units, str) else {
        numbers_of(table, name, origin): unit for name, unit in units.items()
    }  # fmt: skip
    columns = list(table.columns)
    said = []
    for place, unit in wanted.items():
        column = columns[place]
        factor = times(column.unit, unit) if column.unit else None
        if factor is None:
            saying = (
                say("data-unit", column=column.name, unit=column.unit, wanted=unit)
                if column.unit
                else say("data-unit/none", column=column.name, wanted=unit)
            )
            raise refused(saying, origin)
        places = decimals.get(column.name) if isinstance(decimals, Mapping) else decimals
        columns[place] = _scaled(column, factor, unit, places, origin)
        if unit != column.unit:
            was = say("data-step/unit", column=column.name, unit=column.unit, wanted=unit)
            said.append(note(was, origin))
    return remade(table, "unit", (units, decimals), columns=columns, said=said)


def _of_columns(table: Table, unit: str, origin: Origin) -> dict[int, str]:
    """Every column of a kind with a unit."""
    found = {
        number: unit
        for number, column in enumerate(table.columns)
        if column.kind == "number" and column.unit and times(column.unit, unit) is not None
    }
    if not found:
        units = sorted({column.unit for column in table.columns if column.unit})
        saying = (
            say("data-unit/no-column", wanted=unit, units=units)
            if units
            else say("data-unit/no-units", wanted=unit)
        )
        raise refused(saying, origin)
    return found


def _scaled(
    column: Column, factor: Fraction, unit: str, places: int | None, origin: Origin
) -> Column:
    rest = factor.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest == 1:
        numerator, denominator = Decimal(factor.numerator), Decimal(factor.denominator)

        def scale(value: Decimal) -> Decimal:
            return _without_exponent(EXACT.divide(EXACT.multiply(value, numerator), denominator))
    elif places is None:
        raise refused(
            say("data-unit/endless", column=column.name, unit=column.unit, wanted=unit), origin
        )
    else:

        def scale(value: Decimal) -> Decimal:
            return rounded(Fraction(value) * factor, places)

    return replaced(_changed(column, scale), unit=unit)


def _without_exponent(value: Decimal) -> Decimal:
    """1E+3 as 1000."""
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else value


def _changed(column: Column, change: Callable[[Decimal], Decimal]) -> Column:
    """A column with every number changed, in the words that it had."""
    values = tuple(
        change(value) if isinstance(value, Decimal) else value for value in column.values
    )
    texts = tuple(
        text_like(text, value) if isinstance(value, Decimal) and value != old else text
        for text, value, old in zip(column.texts, values, column.values, strict=True)
    )
    most = max((places_in(value) for value in values if isinstance(value, Decimal)), default=0)
    return replaced(column, values=values, texts=texts, decimals=most)


def with_decimals(table: Table, decimals: int | Mapping[str, int], origin: Origin) -> Table:
    """Numbers rounded half up to so many places; what has fewer keeps them. It is said."""
    wanted = (
        {number: decimals for number, one in enumerate(table.columns) if one.kind == "number"}
        if isinstance(decimals, int)
        else {numbers_of(table, name, origin): places for name, places in decimals.items()}
    )
    columns, said = list(table.columns), []
    for place, most in wanted.items():
        column = columns[place]
        if column.decimals <= most:
            continue
        columns[place] = _changed(column, lambda value, most=most: cut(value, most))  # type: ignore[misc]
        saying = say("data-step/rounded", column=column.name, places=most, had=column.decimals)
        said.append(note(saying, origin))
    return remade(table, "decimals", decimals, columns=columns, said=said)

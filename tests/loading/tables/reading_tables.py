"""What the tests of data files share: a table from bytes, and what went wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest

from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.table import Column, Table
from infographic.loading.tables.files import read_grid
from infographic.loading.tables.options import AS_FOUND, ReadOptions
from infographic.loading.tables.table_of import table_of


def table(
    data: bytes | str,
    options: ReadOptions = AS_FOUND,
    name: str = "data.csv",
    encoding: str = "utf-8",
) -> Table:
    data = data.encode(encoding) if isinstance(data, str) else data
    return table_of(read_grid(data, options, name=name), options).of()


def faults(
    data: bytes | str, options: ReadOptions = AS_FOUND, name: str = "data.csv"
) -> tuple[Diagnostic, ...]:
    with pytest.raises(SpecError) as caught:
        table(data, options, name)
    return caught.value.diagnostics


def fault(data: bytes | str, options: ReadOptions = AS_FOUND, name: str = "data.csv") -> Diagnostic:
    """The only thing that is wrong."""
    (found,) = faults(data, options, name)
    return found


def said(found: Table, code: str) -> list[Diagnostic]:
    """What was said of a table, of one code."""
    return [one for one in found.said if one.saying.key.partition("/")[0] == code]


def numbers(column: Column) -> list[str | None]:
    assert column.kind == "number", column
    return [None if one is None else f"{one:f}" for one in column.numbers]


def values(column: Column) -> list[object]:
    return [float(one) if isinstance(one, Decimal) else one for one in column.values]

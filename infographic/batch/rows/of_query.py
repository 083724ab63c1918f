"""Editions of the answer to a query: a row is one, its values are of the types that they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Any
from uuid import UUID

from infographic.batch.rows import Row, Rows
from infographic.batch.rows.nodes import ColumnsSeen, RowsMade, row_of
from infographic.batch.rows.options import RowOptions
from infographic.foundation import limits
from infographic.foundation.calls import CALL, CallError
from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, say

FOR_FILES = ("sheet", "range", "encoding", "delimiter", "decimal")
"""Options that say how a file is read."""
QUERY = "--query"
SHOWN = 8


def must_be_asked(options: RowOptions, tables: Sequence[str] = ()) -> None:
    """Raise `CallError` where there is no query, or options of files are given."""
    if not options.query.strip():
        mend = None
        if tables:
            mend = say("mend/query", table=tables[0], tables=list(tables))
        raise CallError([Diagnostic(say("rows-query/none"), CALL, mend)])
    for name in FOR_FILES:
        if getattr(options, name):
            raise CallError([Diagnostic(say("rows-query/option", option=name), CALL)])


def refused(query: str, saying: Saying, mend: Saying | None = None) -> SpecError:
    """That a query cannot be asked, or was not answered."""
    return SpecError([Diagnostic(saying, Origin(Source(QUERY, query), "", 1, 1), mend)])


def as_many(options: RowOptions) -> int:
    """How many rows are asked for: one more than may be, to know that there are more."""
    most = limits.most("batch-rows")
    return most + 1 if options.limit is None else min(options.limit, most + 1)


def query_rows(
    name: str,
    path: Path | None,
    columns: Sequence[str],
    answer: Iterable[Sequence[Any]],
    options: RowOptions,
    dates: Collection[str] = (),
) -> Rows:
    """The editions of an answer. `name` is what messages call the database, `dates` are columns of
    days or times that come as words.

    Raises `SpecError` where two columns have one name, or there are no rows or too many.
    """
    source = Source(name, "", ".", path)
    whole = Origin(source)
    _must_differ(columns, options.query)
    texts = frozenset(options.texts)
    seen = ColumnsSeen({}, {}, texts)
    for column in columns:
        seen.see(column, None, whole / column)
    values: list[tuple[Any, ...]] = []
    wrong: list[tuple[str, Diagnostic]] = []
    dates = {*dates}
    for cells in answer:
        values.append(tuple(cells))
        if len(values) > (most := limits.most("batch-rows")):
            raise refused(options.query, say("rows-large", most=most, limit="batch-rows"))
        if len(values) * len(columns) > (most := limits.most("batch-cells")):
            raise refused(options.query, say("rows-large/cells", most=most, limit="batch-cells"))
        for column, cell in zip(columns, cells, strict=True):
            value, fault = _value(cell, column)
            if fault is not None:
                wrong.append((column, Diagnostic(fault, _place(source, len(values), column))))
            if isinstance(cell, date):
                dates.add(column)
            seen.see(column, value, whole)
    if not values:
        raise refused(options.query, say("rows-query/empty"))

    def row(place: int) -> Row:
        return _row(source, place + 1, columns, values[place], texts)

    made = [
        replaced(one, kind="date") if one.name in dates and one.kind == "text" else one
        for one in seen.columns(whole)
    ]
    files = () if path is None else (path,)
    return Rows(name, tuple(made), RowsMade(len(values), row), (), files, tuple(wrong))


def _must_differ(columns: Sequence[str], query: str) -> None:
    twice = [name for name, count in Counter(columns).items() if count > 1]
    if twice:
        raise refused(query, say("rows-query/columns", names=twice[:SHOWN]))


def _place(source: Source, number: int, column: str) -> Origin:
    return Origin(source) / number / column


def _row(
    source: Source, number: int, columns: Sequence[str], cells: Sequence[Any], texts: frozenset[str]
) -> Row:
    fields = {}
    for column, cell in zip(columns, cells, strict=True):
        value, _ = _value(cell, column)
        fields[column] = _node(value, _place(source, number, column))
    return row_of(number, fields, columns, texts, Origin(source) / number)


def _value(cell: Any, column: str) -> tuple[Any, Saying | None]:
    """What a cell of an answer is to a template; and why it is nothing.

    >>> _value(date(2026, 11, 30), "day")
    ('2026-11-30', None)
    """
    match cell:
        case None | bool() | int() | str() | list() | dict():
            return cell, None
        case float() | Decimal():
            if isfinite(cell):
                return cell, None
            return None, say("rows-cell/number", name=column, value=str(cell))
        case bytes() | bytearray() | memoryview():
            return None, say("rows-cell/bytes", name=column, count=len(cell))
        case datetime():
            return cell.isoformat(" ", "auto"), None
        case date() | time():
            return cell.isoformat(), None
        case UUID() | timedelta():
            return str(cell), None
        case _:
            return None, say("rows-cell/type", name=column, type=type(cell).__name__)


def _node(value: Any, at: Origin) -> Node:
    if isinstance(value, list):
        return Node(tuple(_node(one, at / number) for number, one in enumerate(value)), at)
    if isinstance(value, dict):
        return Node({str(key): _node(one, at / key) for key, one in value.items()}, at)
    return Node(value, at)

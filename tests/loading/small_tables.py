"""Tables out of a few lines, as a file of statistics comes to one."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from infographic.foundation.datum import Origin, Source
from infographic.foundation.table import Column, NodePlaces, Table, Value
from infographic.loading.decoding.decode import decode
from infographic.loading.reading.values import node_of
from infographic.loading.tables.periods import period_column
from infographic.loading.tables.shaping.shape import shaped
from infographic.loading.tables.spec import DataSpec

_HEAD = re.compile(r"(.+?)(?:\((.+)\))?$")
_CELL = re.compile(r"([^①②*]*)([①②*]?)$")


def table(text: str, totals: tuple[int, ...] = (), parts: tuple[int, ...] = ()) -> Table:
    """A line a row, the first is the header: “地区 产量(万吨)”; “—” is missing, ① a mark."""
    lines = [line.split() for line in text.strip().splitlines()]
    source = Source("stats.csv", text)
    places = NodePlaces(
        tuple(
            tuple(Origin(source, "", number, place) for place in range(1, len(lines[0]) + 1))
            for number in range(2, len(lines) + 1)
        )
    )
    columns = [
        column(head, [line[n] for line in lines[1:]], Origin(source, "", 1, n + 1))
        for n, head in enumerate(lines[0])
    ]
    return Table(
        tuple(columns), text, places, Origin(source), totals=frozenset(totals),
        parts=frozenset(parts),
    )  # fmt: skip


def column(head: str, cells: list[str], origin: Origin) -> Column:
    name, unit = (part or "" for part in _HEAD.fullmatch(head).groups())  # type: ignore[union-attr]
    told = [_CELL.fullmatch(cell) for cell in cells]
    texts = tuple(one[1] for one in told if one)
    marks = {row: one[2] for row, one in enumerate(told) if one and one[2]}
    periods = period_column(name, texts)
    if periods is not None:
        return Column(name, periods, "period", texts=texts, marks=marks, origin=origin)
    try:
        values: tuple[Value, ...] = tuple(None if t == "—" else number(t) for t in texts)
    except ArithmeticError:
        return Column(name, texts, "text", texts=texts, marks=marks, origin=origin)
    decimals = max((len(t.partition(".")[2]) for t in texts), default=0)
    return Column(name, values, "number", unit, decimals, texts, marks, origin)


def number(text: str) -> Decimal:
    return Decimal(text.lstrip("约近").rstrip("余").replace(",", ""))


def spec_of(**asked: Any) -> DataSpec:
    """What a story asks for; names that Python keeps for itself end in “_”."""
    return decode(node_of({"file": "stats.csv", **asked}, "story.json"), DataSpec)


def made(given: Table, **asked: Any) -> Table:
    return shaped(given, spec_of(**asked))


def cells(given: Table, name: str) -> list[str]:
    """A column's values: “5.2”, “—” where one is missing."""
    one = given.column(name)
    assert one is not None, [column.name for column in given.columns]
    return [
        "—" if value is None else f"{value:f}" if isinstance(value, Decimal) else text
        for value, text in zip(one.values, one.texts, strict=True)
    ]


def said(given: Table) -> list[str]:
    """The sentences that were said of it, by key."""
    return [one.saying.key for one in given.said]

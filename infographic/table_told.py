"""A table told to an editor: its columns, what was done to read it, its first rows, its devices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from infographic.foundation.diagnostics import Diagnostic, Severity, cells
from infographic.foundation.record import record, replaced
from infographic.foundation.table import Column, Period, Table
from infographic.loading.tables.options import ReadOptions

WIDEST = 24
"""Cells of a terminal that a column of the shown rows takes at the most."""
ACROSS = 100
"""Cells that the shown rows take at the most."""


@record
class TableTold:
    """What is said of one table."""

    where: str
    table: Table
    shown: int
    """How many of its rows are shown."""
    fits: tuple[tuple[str, str], ...]
    """Devices that can draw it, the best first; why the data ask for it, "" where they do not."""
    refusals: tuple[tuple[str, str], ...]
    """The others, each with why not."""
    first: str = ""
    """Of several columns of numbers the first."""
    alone: tuple[str, ...] = ()
    """Devices besides that can draw it without the others."""

    def as_dict(self) -> dict[str, Any]:
        """For `--diagnostics json`: stable keys."""
        table = self.table
        return {
            "where": self.where,
            "files": [path.as_posix() for path in table.files],
            "title": table.title,
            "source": table.source,
            "notes": list(table.notes),
            "rows": table.count,
            "columns": [_column_dict(column) for column in table.columns],
            "totals": sorted(row + 1 for row in table.totals),
            "parts": sorted(row + 1 for row in table.parts),
            "first_rows": [
                [_plain(column, row) for column in table.columns] for row in _first(self)
            ],
            "devices": [name for name, _ in self.fits],
            "devices_of_first_alone": list(self.alone),
            "refused": dict(self.refusals),
        }

    def lines(self) -> Iterator[str]:
        """For a terminal."""
        table = self.table
        yield f"{self.where}: {_count(table.count, 'row')}, {_count(len(table.columns), 'column')}"
        for label, text in (("title", table.title), ("source", table.source)):
            if text:
                yield f"  {label:<10}{text}"
        for text in table.notes:
            yield f"  {'note':<10}{text}"
        yield ""
        room = max((cells(_head(column)) for column in table.columns), default=0) + 2
        for column in table.columns:
            yield f"  {_padded(_head(column), room)}{_told_of(column)}"
        if table.said:
            yield ""
            yield from (f"  {_said(one)}" for one in table.said)
        if table.count and self.shown:
            yield ""
            yield from (f"  {line}" for line in _grid(self))
        yield ""
        yield f"  devices   {', '.join(name for name, _ in self.fits) or 'none'}"
        if self.fits and self.fits[0][1]:
            yield f"  {'best':<10}{self.fits[0][0]}: {self.fits[0][1]}"
        if self.alone:
            yield f"  {'alone':<10}{', '.join(self.alone)} (of “{self.first}” alone)"
        for why in dict.fromkeys(why for _, why in self.refusals):
            names = ", ".join(name for name, reason in self.refusals if reason == why)
            yield f"  {'not':<10}{names}: {why}"


def told(where: str, table: Table, shown: int) -> TableTold:
    """What is to be said of a table, of which the first `shown` rows are shown."""
    fits, refusals = _devices(table)
    numbers = [n for n, column in enumerate(table.columns) if column.kind == "number"]
    if len(numbers) < 2:
        return TableTold(where, table, shown, fits, refusals)
    # Most devices show one column of several.
    kept = [n for n, column in enumerate(table.columns) if n not in numbers[1:]]
    one = replaced(table, columns=tuple(table.columns[n] for n in kept), digest=f"{table.digest} 1")
    several = {name for name, _ in fits}
    alone = tuple(name for name, _ in _devices(one)[0] if name not in several)
    return TableTold(where, table, shown, fits, refusals, table.columns[numbers[0]].name, alone)


Devices = tuple[tuple[str, str], ...]


def _devices(table: Table) -> tuple[Devices, Devices]:
    """The devices that can draw a table, each with why the data ask for it, and the others with
    why they cannot."""
    from infographic.blocks.devices import KINDS, device
    from infographic.blocks.devices.suiting import suiting
    from infographic.graphics.subject import subject_of
    from infographic.story.chart import Chart

    subject = subject_of(Chart(table, origin=table.origin))
    asked = {one.name: str(one.why) for one in suiting(subject) if one.name in KINDS}
    fits: list[tuple[str, str]] = []
    refusals: list[tuple[str, str]] = []
    for name in dict.fromkeys([*asked, *KINDS]):
        why = device(name).refuses(subject)
        if why is None:
            fits.append((name, asked.get(name, "")))
        else:
            refusals.append((name, str(why)))
    return tuple(fits), tuple(refusals)


# The columns


def _head(column: Column) -> str:
    return f"{column.name or '—'}（{column.unit}）" if column.unit else column.name or "—"


def _told_of(column: Column) -> str:
    parts = [{"number": "numbers", "text": "words", "period": "times"}[column.kind]]
    numbers = [value for value in column.numbers if value is not None]
    periods = [value for value in column.values if isinstance(value, Period)]
    if numbers:
        parts.append(f"{min(numbers):f} to {max(numbers):f}".replace("-", "−"))
        if column.decimals:
            parts.append(_count(column.decimals, "decimal"))
    if periods:
        parts += _told_of_times(periods)
    missing = sum(value is None for value in column.values)
    if missing:
        parts.append(f"{missing} missing")
    marks = "".join(dict.fromkeys(column.marks.values()))
    if marks:
        parts.append(f"marks {marks} at {_count(len(column.marks), 'value')}")
    return ", ".join(parts)


MOST_GAPS = 4


def _told_of_times(periods: Sequence[Period]) -> Iterator[str]:
    from infographic.text.period_steps import gaps, grain_of, words_of

    first, last = min(periods), max(periods)
    yield words_of(first) if first == last else f"{words_of(first)} to {words_of(last)}"
    if any(one.is_cumulative for one in periods):
        yield "totals from the year's beginning"
    else:
        names = {"half": "half-years", "ten days": "ten days each", "months": "merged months"}
        grains = dict.fromkeys(grain_of(one) for one in periods)
        yield " and ".join(names.get(grain, f"{grain}s") for grain in grains)
    missing = gaps(periods)
    if missing:
        more = f" and {len(missing) - MOST_GAPS} more" if len(missing) > MOST_GAPS else ""
        yield f"without {'、'.join(map(words_of, missing[:MOST_GAPS]))}{more}"


def _said(one: Diagnostic) -> str:
    mark = "" if one.severity is Severity.NOTE else f"{one.severity}: "
    hint = f" ({one.hint})" if one.hint and one.severity is not Severity.NOTE else ""
    return f"{one.origin}: {mark}{one.message}{hint}"


def _count(number: int, thing: str) -> str:
    """
    >>> _count(1, "row"), _count(0, "row")
    ('1 row', '0 rows')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _column_dict(column: Column) -> dict[str, Any]:
    numbers = [value for value in column.numbers if value is not None]
    periods = [value for value in column.values if isinstance(value, Period)]
    return {
        "name": column.name,
        "kind": column.kind,
        "unit": column.unit,
        "decimals": column.decimals,
        "missing": sum(value is None for value in column.values),
        "marks": {str(row + 1): mark for row, mark in column.marks.items()},
        **({"min": f"{min(numbers):f}", "max": f"{max(numbers):f}"} if numbers else {}),
        **({"from": str(min(periods).start), "to": str(max(periods).end)} if periods else {}),
    }


def _plain(column: Column, row: int) -> str | None:
    """A cell for JSON: a number with all its digits, as a text."""
    value = column.values[row]
    if value is None:
        return None
    return f"{value:f}" if isinstance(value, Decimal) else column.texts[row]


# The first rows


def _first(one: TableTold) -> range:
    return range(min(one.shown, one.table.count))


def _grid(one: TableTold) -> Iterator[str]:
    """The first rows in columns of equal width; numbers stand to the right."""
    table, rows = one.table, _first(one)
    columns = [
        [_cut(_head(column)), *(_cut(_cell(column, row)) for row in rows)]
        for column in table.columns
    ]
    widths = [max(map(cells, texts)) for texts in columns]
    fitting = next(
        (n for n in range(len(widths), 0, -1) if sum(widths[:n]) + 2 * (n - 1) <= ACROSS), 1
    )
    for line in range(len(rows) + 1):
        yield "  ".join(
            _padded(columns[n][line], widths[n], table.columns[n].kind == "number")
            for n in range(fitting)
        ).rstrip()
    more_rows = table.count - len(rows)
    more = [
        _count(count, thing)
        for count, thing in ((more_rows, "more row"), (len(widths) - fitting, "more column"))
        if count
    ]
    if more:
        yield f"… {' and '.join(more)}"


def _cell(column: Column, row: int) -> str:
    value, mark = column.values[row], column.marks.get(row, "")
    text = column.texts[row] if row < len(column.texts) else ""
    # Where nothing was done with a cell its text has its mark.
    mark = "" if mark and text.endswith(mark) else mark
    return f"{text or ('—' if value is None else value)}{mark}"


def _cut(text: str) -> str:
    text = " ".join(text[: 4 * WIDEST].split())
    if cells(text) <= WIDEST:
        return text
    while cells(text) > WIDEST - 1:
        text = text[:-1]
    return f"{text}…"


def _padded(text: str, width: int, to_right: bool = False) -> str:
    """A text to so many cells of a terminal; Han take two.

    >>> _padded("产量", 6), _padded("12", 4, True)
    ('产量  ', '  12')
    """
    room = " " * (width - cells(text))
    return room + text if to_right else text + room


# For a story


def snippet(table: Table, file: str, given: ReadOptions) -> dict[str, Any]:
    """What a story's chart says for a file: “data”, and what the file knows for the rest."""
    asked = {
        "sheet": given.sheet, "range": given.range, "encoding": given.encoding,
        "decimal": given.decimal, "delimiter": given.delimiter, "header": given.header,
        "text": list(given.text), "turned": given.turned,
    }  # fmt: skip
    kept = {key: value for key, value in asked.items() if value not in ("", None, [], False)}
    columns = [column.name for column in table.columns]
    units = {column.unit for column in table.columns if column.kind == "number"}
    measure = {"unit": units.pop()} if len(units) == 1 and "" not in units else {}
    numbers = [column.name for column in table.columns if column.kind == "number"]
    what = {"what": numbers[0]} if len(numbers) == 1 else {}
    return {
        **({"title": table.title} if table.title else {}),
        **({"measure": {**what, **measure}} if what or measure else {}),
        "data": {"file": Path(file).as_posix(), **kept, "columns": columns},
        **({"source": table.source} if table.source else {}),
        **({"note": _in_one(table.notes)} if table.notes else {}),
    }


def _in_one(notes: Sequence[str]) -> str:
    """Notes one after the other, parted where the one before does not end in a stop."""
    bare = [_bare(note) for note in notes]
    ended = [note if note.endswith(("。", "；", ".", ";")) else f"{note}；" for note in bare[:-1]]
    return "".join((*ended, *bare[-1:]))


def _bare(note: str) -> str:
    """A note without 注： before it."""
    return note.removeprefix("注：").removeprefix("注:").strip()

"""One column of a table: its values exact, of one kind, with what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.limits import MAX_DATA_PLACES
from infographic.foundation.sayings import say
from infographic.foundation.table import Column, Value
from infographic.loading.tables.making.drafts import Draft
from infographic.loading.tables.making.header import squeezed
from infographic.loading.tables.making.number_column import NumberColumn
from infographic.loading.tables.making.numbers import ERRORS, MISSING


def finished(
    draft: Draft, mark: str, place_of: Callable[[int], Origin], table_unit: str = ""
) -> tuple[Column, list[Diagnostic], list[Diagnostic]]:
    """The column, what is said of it, and what is wrong in it; `mark` is the file's decimal
    mark, "" where it shows none, `place_of` the place of a row's cell, `table_unit` the unit of
    columns that have none."""
    said: list[Diagnostic] = []
    wrong = [
        Diagnostic(cell[3], place_of(row))
        for row, cell in enumerate(draft.cells)
        if cell[3] is not None
    ]
    heading, texts = draft.heading, draft.texts
    unit, values = heading.unit, tuple[Value, ...]()
    if draft.kind == "period":
        values = draft.periods
    elif draft.kind == "text":
        # 北　京 as 北京, as its name is looked up and set.
        texts = [squeezed(text) if " " in text or "　" in text else text for text in texts]
        values = tuple(_words(text, draft.marks.get(row, "")) for row, text in enumerate(texts))
    elif draft.is_plain:
        wrong += _other_mark(draft, mark, place_of)
        # In a file whose decimals stand behind commas points part thousands.
        values = tuple(Decimal(text.replace(".", "") if mark == "," else text) for text in texts)
    else:
        column = NumberColumn(draft, mark, place_of, table_unit)
        values, unit = column.values, column.unit
        wrong += column.wrong
        said += column.said
    kind = draft.kind
    beyond = dict(_beyond(draft, values, place_of))
    if beyond:
        wrong += beyond.values()
        values = tuple(None if row in beyond else one for row, one in enumerate(values))
    decimals = draft.decimals if mark != "," else 0
    if kind == "number" and not draft.is_plain:
        decimals = max((_decimals(one) for one in values if isinstance(one, Decimal)), default=0)
    column_made = Column(
        heading.name, values, kind, unit, decimals, tuple(texts), draft.marks, heading.at
    )
    return column_made, said, wrong


def _beyond(
    draft: Draft, values: tuple[Value, ...], place_of: Callable[[int], Origin]
) -> Iterator[tuple[int, Diagnostic]]:
    """By row: numbers that no axis and no column of type holds, 1e300 or one of 400 decimals; and
    errors that a workbook left in a text file, in a column that they made one of words."""
    for row, value in enumerate(values):
        if isinstance(value, Decimal):
            before = value.adjusted() + 1
            if abs(before) < MAX_DATA_PLACES and len(draft.texts[row]) <= MAX_DATA_PLACES:
                continue
            places = max(before, _decimals(value))
            if value and places > MAX_DATA_PLACES:
                saying = say("data-number/places", name=draft.heading.name, places=places,
                             most=MAX_DATA_PLACES)  # fmt: skip
                yield row, Diagnostic(saying, place_of(row))
        elif isinstance(value, str) and value.lower() in ERRORS:
            yield row, Diagnostic(say("data-cell/error", error=value), place_of(row))


def _other_mark(draft: Draft, mark: str, place_of: Callable[[int], Origin]) -> list[Diagnostic]:
    """That a number has a point before decimals in a file that has commas there."""
    row = draft.shown.point
    if mark != "," or row is None:
        return []
    saying = say("data-decimal/other", text=draft.texts[row], mark=mark, name=draft.heading.name)
    return [Diagnostic(saying, place_of(row))]


def _words(text: str, mark: str) -> str | None:
    if text in MISSING:
        return None
    return squeezed(text.removesuffix(mark).strip() if mark else text)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0

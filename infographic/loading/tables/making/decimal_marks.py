"""Whether “,” or “.” stands before decimals: settled for a whole column, never by one cell."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.foundation.record.tuples import NamedTuple
from infographic.loading.tables.making.numbers import Written, mark_shown


class MarksShown(NamedTuple):
    """What the numbers of a column show of their decimal mark: rows, the first of each."""

    comma: int | None = None
    """“12,34”: a comma stands before decimals."""
    point: int | None = None
    """“1,234.5”, “12.5”."""
    doubtful_comma: int | None = None
    """“59,435” could be either."""
    doubtful_point: int | None = None
    """“8.125”."""


def marks_shown(numbers: Sequence[Written | None]) -> MarksShown:
    """What a column's numbers show; None for what is none."""
    first: dict[str, int] = {}
    seen: dict[str, str] = {}
    for row, number in enumerate(numbers):
        if number is not None:
            body = number.body
            shown = seen.get(body)
            if shown is None:
                shown = seen[body] = mark_shown(body)
            first.setdefault(shown, row)
    return MarksShown(first.get(","), first.get("."), first.get("?,"), first.get("?."))


def file_mark(columns: Sequence[MarksShown], asked: str) -> str:
    """The decimal mark of the whole file: as asked, or as its columns show without doubt; "" where
    they show none, or both."""
    if asked:
        return asked
    has_comma = any(one.comma is not None for one in columns)
    has_point = any(one.point is not None for one in columns)
    return "" if has_comma is has_point else "," if has_comma else "."

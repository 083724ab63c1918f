"""The rows of a table: their order, and which of them stand where not all have room."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from infographic.graphics.subject import Subject


def rows_of(subject: Subject) -> tuple[int, ...]:
    """All rows in their order: the file's unless the chart has one.

    Parts (其中) follow what they are parts of. A total that heads the file, or all of an order by
    value, stands last.
    """
    totals, parts = subject.table.totals, subject.table.parts
    heads = [row for row in range(subject.count) if row not in parts or row == 0]
    under = {head: _parts_below(head, parts, subject.count) for head in heads}
    order = subject.chart.order
    if order in ("falling", "rising") and subject.series:
        at = min(subject.claimed, default=0)
        values = subject.series[at].values
        compared = [row for row in heads if row not in totals]
        known = [row for row in compared if values[row] is not None]
        known.sort(key=lambda row: values[row] or Decimal(0), reverse=order == "falling")
        missing = [row for row in compared if values[row] is None]
        heads = [*known, *missing, *(row for row in heads if row in totals)]
    elif len(heads) > 1 and heads[0] in totals and heads[1] not in totals:
        heads = [*heads[1:], heads[0]]
    return tuple(row for head in heads for row in (head, *under[head]))


def _parts_below(head: int, parts: frozenset[int], count: int) -> list[int]:
    found = []
    row = head + 1
    while row < count and row in parts:
        found.append(row)
        row += 1
    return found


def kept(subject: Subject, rows: Sequence[int], most: int) -> tuple[int, ...]:
    """So many rows: those that the title is about and the totals, then from the first."""
    if len(rows) <= most:
        return tuple(rows)
    must = [row for row in rows if row in subject.highlighted]
    must += [row for row in rows if row in subject.table.totals and row not in must]
    others = [row for row in rows if row not in must]
    keep = set([*must, *others][:most])
    return tuple(row for row in rows if row in keep)


def parted(subject: Subject, rows: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """In two stacks, the first as long as the second or longer by one; a part (其中) does not begin
    the second."""
    half = (len(rows) + 1) // 2
    while half < len(rows) - 1 and rows[half] in subject.table.parts:
        half += 1
    return tuple(rows[:half]), tuple(rows[half:])

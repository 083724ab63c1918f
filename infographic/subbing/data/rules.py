"""Everything doubtful about the numbers of a story's charts and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic
from infographic.subbing.data.against_text import agree_with_text
from infographic.subbing.data.reckoned import (
    growths_follow_from_columns,
    parts_are_less,
    shares_follow_from_amounts,
    totals_add_up,
)
from infographic.subbing.data.stated import stated_tables
from infographic.subbing.quantities import Quantity


def doubtful_data(story: Node, found: Sequence[Sequence[Quantity]]) -> Iterator[Diagnostic]:
    """What the cells of one table make of each other, and what the text says otherwise.

    `found`: the quantities of each of the story's texts.
    """
    tables = list(stated_tables(story))
    for one in tables:
        yield from totals_add_up(one)
        yield from parts_are_less(one)
        yield from growths_follow_from_columns(one)
        yield from shares_follow_from_amounts(one)
    yield from agree_with_text(tables, found)

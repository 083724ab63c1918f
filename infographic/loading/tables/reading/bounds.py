"""How much a file of data may hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from infographic.foundation import limits
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.limits import OverLimitError
from infographic.foundation.sayings import say


def row_limit() -> int:
    """As many rows as are looked at: one more than may be, to know that there are more."""
    return limits.most("data-rows") + 1


def must_be_within(rows: Sequence[Sequence[object]], at: Origin) -> None:
    """Raise `SpecError` for more rows, columns or cells than a table may have."""
    if len(rows) > limits.most("data-rows"):
        too_many_rows(at)
    width = max(map(len, rows), default=0)
    if width > limits.most("data-columns"):
        saying = say(
            "data-large/columns",
            found=width,
            most=limits.most("data-columns"),
            limit="data-columns",
        )
        raise SpecError([Diagnostic(saying, at)])
    if sum(map(len, rows)) > limits.most("data-cells"):
        too_many_cells(at)


def must_be_small(rows: int, columns: int, at: Origin) -> None:
    """Raise `SpecError` for more columns or cells than a table may have, before it is made."""
    for count, name in ((columns, "data-columns"), (rows * columns, "data-cells")):
        if count > limits.most(name):
            raise SpecError([OverLimitError(name).at(at)])


def too_many_rows(at: Origin) -> NoReturn:
    raise SpecError(
        [Diagnostic(say("data-large/rows", most=limits.most("data-rows"), limit="data-rows"), at)]
    )


def too_many_cells(at: Origin) -> NoReturn:
    raise SpecError(
        [
            Diagnostic(
                say("data-large/cells", most=limits.most("data-cells"), limit="data-cells"), at
            )
        ]
    )

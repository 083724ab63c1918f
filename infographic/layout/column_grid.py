"""Columns across a width: even ones, or ones of whole characters and the rest between them."""

from __future__ import annotations

import math

from infographic.foundation.record import record

FEWEST = 4
"""Characters to a column; narrower ones cannot be read."""
ROUNDING = 1e-6
"""Of a character: lengths are read to a millionth of a point."""


@record
class ColumnGrid:
    """Equal columns, settled. Lengths are in points."""

    count: int
    measure: float
    """A column's width."""
    gutter: float
    characters: float
    """To a column, in em; a whole number where the measure is whole."""
    size: float
    """A character's."""
    leading: float = 0.0
    """Of the style that was measured."""
    lines: int | None = None
    """Down the type area; None where the page is as tall as its content."""

    @property
    def is_too_narrow(self) -> bool:
        return self.characters < FEWEST

    def across(self, left: float) -> tuple[tuple[float, float], ...]:
        """Where each column begins, the first at `left`, and its width.

        >>> solve_columns(210, 2, 10, 10, whole=False).across(20)
        ((20.0, 100.0), (130.0, 100.0))
        """
        step = self.measure + self.gutter
        return tuple((left + step * i, self.measure) for i in range(self.count))


def solve_columns(width: float, count: int, gutter: float, size: float, whole: bool) -> ColumnGrid:
    """Divide a width into columns at least a gutter apart.

    `whole`: each is as many whole characters as find room, and what is left widens the gutters.
    A single column has no gutter to take it: it stays empty beside the column.

    >>> solve_columns(500, 5, 10, 9, whole=False)
    ColumnGrid(count=5, measure=92.0, gutter=10, characters=10.222222222222221, size=9, \
leading=0.0, lines=None)
    >>> solve_columns(500, 5, 10, 9, whole=True)
    ColumnGrid(count=5, measure=90, gutter=12.5, characters=10, size=9, leading=0.0, lines=None)
    """
    measure = (width - gutter * (count - 1)) / count
    if not whole:
        return ColumnGrid(count, measure, gutter, measure / size, size)
    characters = math.floor(measure / size + ROUNDING)
    measure = characters * size
    if count > 1:
        gutter = (width - count * measure) / (count - 1)
    return ColumnGrid(count, measure, gutter, characters, size)

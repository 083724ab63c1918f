"""A grid's areas, drawn as text: one row a text, one word a cell."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.foundation.limits import Budget, OverLimitError
from infographic.foundation.record import record
from infographic.foundation.sayings import Saying, say


@record
class Area:
    """A rectangle of cells, counted from 0."""

    row: int
    column: int
    rows: int
    columns: int


class AreaError(ValueError):
    def __init__(self, saying: Saying) -> None:
        self.saying = saying
        super().__init__(saying)


def read_areas(drawing: Sequence[str]) -> tuple[dict[str, Area], int]:
    """The areas by name, in reading order of their first cells, and the number of columns.

    Raises `AreaError` for too many cells, for rows of different length and for an area that is no
    rectangle.

    >>> areas, columns = read_areas(["a a b", "a a ."])
    >>> areas["a"], columns
    (Area(row=0, column=0, rows=2, columns=2), 3)
    """
    work, rows = Budget("grid-cells"), list[list[str]]()
    for text in drawing:
        rows.append(text.split())
        try:
            work.spend(len(rows[-1]))
        except OverLimitError as error:
            raise AreaError(error.saying) from error
    count = len(rows[0]) if rows else 0
    for number, row in enumerate(rows):
        if len(row) != count or not count:
            raise AreaError(say("grid-areas/row", row=number + 1, cells=len(row), first=count))
    cells: dict[str, list[tuple[int, int]]] = {}
    for r, row in enumerate(rows):
        for c, name in enumerate(row):
            if name != ".":
                cells.setdefault(name, []).append((r, c))
    areas = {}
    for name, held in cells.items():
        top, left = held[0]
        bottom, right = max(r for r, _ in held), max(c for _, c in held)
        if min(c for _, c in held) != left or len(held) != (bottom - top + 1) * (right - left + 1):
            raise AreaError(say("grid-areas/rectangle", area=name))
        areas[name] = Area(top, left, bottom - top + 1, right - left + 1)
    return areas, count

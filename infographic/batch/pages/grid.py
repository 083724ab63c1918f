"""Where records stand on a sheet, and where it is cut: pure geometry. Lengths are in points."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from infographic.foundation.calls import CALL
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record import record
from infographic.foundation.sayings import Saying, say
from infographic.press.imposition import SheetSpec

MM = 72 / 25.4
MARK_GAP, MARK_LENGTH = 1 * MM, 5 * MM
"""Between what bleeds and a cut mark, and the most that a mark is long."""
SHORTEST_MARK = 1 * MM
NEAR = 1e-6


@record
class Grid:
    """The places of a sheet, in the order in which records take them."""

    sheet: Size
    cell: Size
    columns: int
    rows: int
    gap: tuple[float, float]
    corner: Point
    """The top left of the first place."""
    by_columns: bool = False

    @property
    def count(self) -> int:
        """Places on a sheet."""
        return self.columns * self.rows

    def place(self, number: int) -> Rect:
        """The place of a number, counted from 0."""
        column, row = self._at(number)
        x = self.corner.x + column * (self.cell.width + self.gap[0])
        y = self.corner.y + row * (self.cell.height + self.gap[1])
        return Rect(x, y, *self.cell)

    def _at(self, number: int) -> tuple[int, int]:
        if self.by_columns:
            return divmod(number, self.rows)
        row, column = divmod(number, self.columns)
        return column, row

    def reach(self, number: int, bleed: float) -> tuple[float, float, float, float]:
        """How far ink may reach past a place: its top, right, bottom and left."""
        column, row = self._at(number)
        across, down = min(bleed, self.gap[0] / 2), min(bleed, self.gap[1] / 2)
        return (
            bleed if row == 0 else down,
            bleed if column == self.columns - 1 else across,
            bleed if row == self.rows - 1 else down,
            bleed if column == 0 else across,
        )

    def cuts(self, bleed: float) -> Iterator[tuple[Point, Point]]:
        """Cut marks: lines on the edges of places, where nothing bleeds."""
        whole = self._whole()
        columns = [self.place(self._number(i, 0)) for i in range(self.columns)]
        rows = [self.place(self._number(0, i)) for i in range(self.rows)]
        xs = _distinct([x for one in columns for x in (one.x, one.right)])
        ys = _distinct([y for one in rows for y in (one.y, one.bottom)])
        for start, end in _free(
            [(one.y, one.bottom) for one in rows], whole.y, whole.bottom, self.sheet.height, bleed
        ):
            for x in xs:
                yield Point(x, start), Point(x, end)
        for start, end in _free(
            [(one.x, one.right) for one in columns], whole.x, whole.right, self.sheet.width, bleed
        ):
            for y in ys:
                yield Point(start, y), Point(end, y)

    def _number(self, column: int, row: int) -> int:
        return column * self.rows + row if self.by_columns else row * self.columns + column

    def _whole(self) -> Rect:
        first, last = self.place(0), self.place(self.count - 1)
        return Rect(first.x, first.y, last.right - first.x, last.bottom - first.y)


def _free(
    spans: list[tuple[float, float]], first: float, last: float, side: float, bleed: float
) -> Iterator[tuple[float, float]]:
    """Where marks may stand along a side: outside all places, and in wide gaps."""
    away = bleed + MARK_GAP
    yield from _long_enough(max(first - away - MARK_LENGTH, 0.0), first - away)
    for (_, end), (start, _) in pairwise(spans):
        inner = min(bleed, (start - end) / 2) + MARK_GAP
        yield from _long_enough(end + inner, start - inner)
    yield from _long_enough(last + away, min(last + away + MARK_LENGTH, side))


def _long_enough(start: float, end: float) -> Iterator[tuple[float, float]]:
    if end - start >= SHORTEST_MARK - NEAR:
        yield start, end


def _distinct(places: list[float]) -> list[float]:
    """Edges that lie on each other once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def grid_of(spec: SheetSpec, cell: Size, unit: str = "pt") -> Grid:
    """The grid of records of one size. Raises `SpecError` where they do not fit on the sheet."""
    room = Size(spec.size[0] - spec.margins.across, spec.size[1] - spec.margins.down)
    columns = spec.columns or _fitting(room.width, cell.width, spec.gap[0])
    rows = spec.rows or _fitting(room.height, cell.height, spec.gap[1])
    width = columns * cell.width + (columns - 1) * spec.gap[0]
    height = rows * cell.height + (rows - 1) * spec.gap[1]
    if min(columns, rows) < 1 or width > room.width + NEAR or height > room.height + NEAR:
        saying = say(
            "pages-sheet/full", columns=max(columns, 1), rows=max(rows, 1),
            width=cell.width, height=cell.height, room=room.width, down=room.height,
        )  # fmt: skip
        raise _refused(saying, spec, unit)
    if spec.start > columns * rows:
        raise _refused(say("pages-sheet/start", start=spec.start, count=columns * rows), spec, unit)
    spare = Point(room.width - width, room.height - height)
    share = 0.5 if spec.align == "center" else 0.0
    corner = Point(spec.margins.left + spare.x * share, spec.margins.top + spare.y * share)
    return Grid(Size(*spec.size), cell, columns, rows, spec.gap, corner, spec.order == "columns")


def _fitting(room: float, side: float, gap: float) -> int:
    return int((room + gap + NEAR) // (side + gap))


def _refused(saying: Saying, spec: SheetSpec, unit: str) -> SpecError:
    at = CALL if spec.origin is BUILT_IN else spec.origin
    return SpecError([Diagnostic(saying, at, unit=unit)])

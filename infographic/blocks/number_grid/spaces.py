"""The distances of a grid, settled for a page, and where its cells stand in a frame."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.blocks.number_grid.arrangements import Arrangement, Row, Rows
from infographic.blocks.number_grid.look import GridLook, Units
from infographic.foundation.geometry import Insets, Rect
from infographic.foundation.record.tuples import NamedTuple


class Spaces(NamedTuple):
    """Distances in points."""

    column_gap: float
    row_gap: float
    inside: Insets
    """Of a cell."""
    news: Insets
    """Of the news on top."""
    news_beside: Insets
    """Of the news beside cells: its rule is on the line of theirs."""

    def news_of(self, arrangement: Arrangement) -> Insets:
        return self.news_beside if arrangement.beside else self.news

    @classmethod
    def of(cls, look: GridLook, units: Units, air: float = 1.0) -> Spaces:
        """Those that a layout asks for, or the grammar; `air`: of those between rows."""
        closed = look.cells in ("grounds", "frames")
        column_gap, row_gap = look.column_gap, look.row_gap
        if column_gap is None:
            column_gap = units.of(8, 20) if closed else units.of(16, 44)
        if row_gap is None:
            row_gap = units.of(8, 20) if closed else units.of(12, 30)
        if closed:
            pad = units.of(9, 26) if look.padding is None else look.padding
            inside = Insets(air * pad, pad, air * pad, pad)
        else:
            pad = units.of(7, 18) if look.padding is None else look.padding
            inside = Insets(air * pad if look.cells == "rules" else 0.0, 0.0, 0.0, 0.0)
        is_closed = look.news_ground is not None or look.cells == "frames"
        band = units.of(12, 36) if is_closed else 0.0
        foot = band or units.of(6, 20)
        out = look.news_outset
        left, right = (0.0 if bleeds else band for bleeds in (out.left, out.right))
        above = Insets(band, right, foot, left)
        beside = Insets(band or inside.top, band, foot, left)
        return cls(column_gap, air * row_gap, inside, above, beside)


def widths(row: Row, whole: float, gap: float) -> list[float]:
    """How wide the cells of a row are.

    >>> widths((1, 1, 1), 100, 5), widths((2, 1), 100, 5), widths((1.5, 1.5), 100, 5)
    ([30.0, 30.0, 30.0], [65.0, 30.0], [47.5, 47.5])
    """
    columns = sum(row)
    one = (whole - (columns - 1) * gap) / columns
    return [cell * one + (cell - 1) * gap for cell in row]


def filled(naturals: Sequence[float], room: float) -> list[float]:
    """Heights that fill a room: the lowest are raised to the others first, then all alike.

    >>> filled([30, 50, 40], 150), filled([30, 50, 40], 130), filled([10, 20], 20)
    ([50.0, 50.0, 50.0], [40.0, 50, 40.0], [10, 20])
    """
    spare = room - sum(naturals)
    if spare <= 0 or not naturals:
        return list(naturals)
    level, rest, left = 0.0, sorted(naturals), room
    for number, high in enumerate(reversed(rest)):
        level = left / (len(rest) - number)
        if high <= level:
            break
        left -= high
    return [max(level, natural) for natural in naturals]


class Places(NamedTuple):
    """Where news and cells stand in a frame, in the facts' order."""

    news: Rect | None
    cells: tuple[tuple[Rect, ...], ...]
    """Row by row, those beside the news first."""
    height: float


class Heights(NamedTuple):
    """What is wanted at the least: the news, rows beside it, rows below."""

    news: float
    beside: tuple[float, ...]
    below: tuple[float, ...]


def beside_width(arrangement: Arrangement, spaces: Spaces, width: float) -> tuple[float, float]:
    """Of the news, and of the cells beside it."""
    if not arrangement.beside:
        return width, 0.0
    news = (width - spaces.column_gap) * arrangement.share
    if arrangement.place == "cell":
        # On the columns of the grid below.
        news = (width + spaces.column_gap) * arrangement.share - spaces.column_gap
    return news, width - news - spaces.column_gap


def natural_height(heights: Heights, spaces: Spaces) -> float:
    rows = _top(heights, spaces)
    return sum(rows) + spaces.row_gap * max(len(rows) - 1, 0)


def _top(heights: Heights, spaces: Spaces) -> list[float]:
    """The news with what is beside it as one row, and all rows below."""
    if not heights.news and not heights.beside:
        return list(heights.below)
    beside = sum(heights.beside) + spaces.row_gap * max(len(heights.beside) - 1, 0)
    return [max(heights.news, beside), *heights.below]


def placed(
    arrangement: Arrangement, heights: Heights, spaces: Spaces, width: float, height: float | None
) -> Places:
    """Every rectangle, the spare height shared."""
    rows = _top(heights, spaces)
    gaps = spaces.row_gap * max(len(rows) - 1, 0)
    natural = sum(rows) + gaps
    whole = natural if height is None else max(height, natural)
    if heights.news or heights.beside:
        tops = _shared(rows[0], rows[1:], whole - gaps)
    else:
        tops = filled(rows, whole - gaps)
    news: Rect | None = None
    cells: list[tuple[Rect, ...]] = []
    y = 0.0
    if heights.news or heights.beside:
        news_width, side_width = beside_width(arrangement, spaces, width)
        is_right = arrangement.place == "right"
        news = Rect(side_width + spaces.column_gap if is_right else 0.0, 0.0, news_width, tops[0])
        left = 0.0 if is_right else news_width + spaces.column_gap
        room = tops[0] - spaces.row_gap * max(len(heights.beside) - 1, 0)
        sides = filled(heights.beside, room)
        cells += _rows(arrangement.beside, sides, spaces, Rect(left, 0.0, side_width, 0.0))
        y, tops = tops[0] + spaces.row_gap, tops[1:]
    below = (*arrangement.below, *arrangement.tail)
    cells += _rows(below, tops, spaces, Rect(0.0, y, width, 0.0))
    return Places(news, tuple(cells), whole)


def _shared(news: float, rows: Sequence[float], room: float) -> list[float]:
    """The news and the rows grow by one share; the rows come to one height first."""
    spare = room - news - sum(rows)
    if not rows:
        return [room]
    level = [max(rows)] * len(rows)
    if sum(level) - sum(rows) >= spare:
        return [news, *filled(rows, room - news)]
    grown = room / (news + sum(level))
    return [news * grown, *(one * grown for one in level)]


def _rows(rows: Rows, heights: Sequence[float], spaces: Spaces, at: Rect) -> list[tuple[Rect, ...]]:
    found, y = [], at.y
    for row, height in zip(rows, heights, strict=True):
        x, cells = at.x, list[Rect]()
        for width in widths(row, at.width, spaces.column_gap):
            cells.append(Rect(x, y, width, height))
            x += width + spaces.column_gap
        found.append(tuple(cells))
        y += height + spaces.row_gap
    return found

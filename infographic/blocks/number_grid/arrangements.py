"""The ways in which so many cells, and the news, may share a frame: counted, not drawn.

A grid of cells has no empty place: the cells of a row that is not full share its width, or one
cell is as wide as several.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple

Row = tuple[float, ...]
"""How many columns each cell of a row takes; the cells of a row share all its width."""
Rows = tuple[Row, ...]
Place = Literal["none", "top", "left", "right", "cell"]
NEWS_SHARES = (0.4, 0.5, 0.62)
"""Of the width, what the news takes beside facts."""
MOST_COLUMNS = 6


class Arrangement(NamedTuple):
    """Where the news stands, and how many cells there are in which row."""

    place: Place
    beside: Rows
    """The rows of cells beside the news."""
    below: Rows
    """Those across the whole width."""
    share: float = 1.0
    """Of the width, what the news takes."""
    words_beside: bool = False
    """Words stand right of their numbers, which are a column."""
    tail: Rows = ()
    """Rows below for facts of many words: these stand beside their numbers."""
    feet: bool = False
    """Facts have their devices."""
    news_foot: bool = False
    """The news has its own."""


@record
class Wanted:
    """What bounds the ways."""

    count: int
    """Of facts."""
    places: tuple[Place, ...]
    columns: int
    """A full row's; 0: as many as there is room for."""
    most: int
    """Columns that the width has room for."""
    has_feet: bool = False
    has_news_foot: bool = False
    long: int = 0
    """So many of the facts, the last ones, have many words."""
    has_wide_tail: bool = False
    """Two such facts have room side by side."""


def arrangements(wanted: Wanted) -> Iterator[Arrangement]:
    """Every way, the plainest first."""
    for plain in plain_arrangements(wanted):
        yield from with_devices(plain, wanted)


def plain_arrangements(wanted: Wanted) -> Iterator[Arrangement]:
    """Every way without devices."""
    yield from _places(wanted)
    if not wanted.long:
        return
    # In one column words have the room beside their numbers.
    for one in _places(replaced(wanted, count=wanted.count - wanted.long)):
        if not one.words_beside:
            for tail in _tails(wanted):
                yield Arrangement(*one[:5], tail)


def with_devices(plain: Arrangement, wanted: Wanted) -> Iterator[Arrangement]:
    """A way with the devices that it may have, and without."""
    feet = (False, True) if wanted.has_feet and not plain.words_beside else (False,)
    news = (True, False) if wanted.has_news_foot and plain.place != "none" else (False,)
    for with_feet in feet:
        for with_news in news:
            yield Arrangement(*plain[:6], with_feet, with_news)


def _places(wanted: Wanted) -> Iterator[Arrangement]:
    for place in wanted.places:
        if place in ("top", "none"):
            for rows, words_beside in _grids(wanted.count, wanted):
                yield Arrangement(place, (), rows, words_beside=words_beside)
        elif place in ("left", "right"):
            if not wanted.count:
                continue
            for share in NEWS_SHARES:
                for rows, words_beside in _grids(wanted.count, wanted, share=1 - share):
                    yield Arrangement(place, rows, (), share, words_beside)
        else:
            yield from _as_a_cell(wanted)


def _tails(wanted: Wanted) -> list[Rows]:
    if wanted.has_wide_tail and wanted.long > 1:
        return [((1.0,),) * wanted.long, _shapes(wanted.long, 2)[0]]
    return [((1.0,),) * wanted.long]


def _as_a_cell(wanted: Wanted) -> Iterator[Arrangement]:
    """The news as wide as all columns of a grid but one or two, and one or two rows high."""
    most = wanted.columns or min(wanted.most, 4)
    for columns in range(2, most + 1):
        for own in {columns - 1, max(columns - 2, 1)}:
            for rows in (1, 2):
                beside = (columns - own) * rows
                rest = wanted.count - beside
                if rest < 1:
                    continue
                side = tuple((1.0,) * (columns - own) for _ in range(rows))
                for below in _shapes(rest, columns):
                    yield Arrangement("cell", side, below, own / columns)


def _grids(count: int, wanted: Wanted, share: float = 1.0) -> Iterator[tuple[Rows, bool]]:
    """Rows of cells, and whether words stand beside their numbers."""
    if not count:
        yield (), False
        return
    most = max(int(wanted.most * share + 0.2), 1)
    columns = (wanted.columns,) if wanted.columns else range(1, min(most, count) + 1)
    for number in columns:
        for rows in _shapes(count, min(number, count)):
            yield rows, False
        if number <= 2:
            yield _shapes(count, min(number, count))[0], True


def _shapes(count: int, columns: int) -> list[Rows]:
    """Cells in rows of so many: those of the last share its width, or the first or last is wide.

    >>> _shapes(5, 3)
    [((1.0, 1.0, 1.0), (1.5, 1.5)), ((2.0, 1.0), (1.0, 1.0, 1.0)), ((1.0, 1.0, 1.0), (1.0, 2.0))]
    """
    full, rest = divmod(count, columns)
    rows = ((1.0,) * columns,) * full
    if not rest:
        return [rows]
    even = (columns / rest,) * rest
    found: list[Rows] = [(*rows, even), (even, *rows)] if full else [(even,)]
    spare = columns - rest
    if full and rest > 1:
        ones = (1.0,) * (rest - 1)
        found = [found[0], ((spare + 1.0, *ones), *rows), (*rows, (*ones, spare + 1.0))]
    return found

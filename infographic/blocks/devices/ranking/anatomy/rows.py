"""Rows one under the other: which stand, which give way, how high each is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import TypeVar

from infographic.display.items import Placed
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.additive import may_be_added
from infographic.graphics.lettering import Lettering
from infographic.graphics.look import Look
from infographic.graphics.subject import Order, Subject, ordered

MOST = 12
"""Rows that a ranking shows; of more it shows 10 and names the rest."""
SHOWN = 10


Sheet = TypeVar("Sheet")


class Kept(NamedTuple):
    """Rows that stand, in their order, and those that are only named as the rest."""

    rows: tuple[int, ...]
    rest: tuple[int, ...] = ()


def compared(subject: Subject, usual: Order, series: int = 0) -> tuple[int, ...]:
    """The rows of a comparison in their order: without totals, unless the title is about them."""
    left_out = subject.table.totals - subject.highlighted
    rows = ordered(subject, usual, series)
    return tuple(row for row in rows if row not in left_out) or rows


def is_ranked(subject: Subject, usual: Order) -> bool:
    """Whether its rows stand in the order of their values, so that the last may be left out."""
    return (subject.chart.order or ("file" if subject.is_over_time else usual)) != "file"


def cut_to(subject: Subject, rows: Sequence[int], most: int) -> Kept:
    """The first so many rows, and those that the title is about, wherever they stand."""
    if len(rows) <= most:
        return Kept(tuple(rows))
    claimed = [row for row in rows if row in subject.highlighted]
    others = [row for row in rows if row not in subject.highlighted]
    keep = {*claimed[:most], *others[: max(most - len(claimed), 0)]}
    kept = tuple(row for row in rows if row in keep)
    return Kept(kept, tuple(row for row in rows if row not in keep))


def first_kept(subject: Subject, rows: Sequence[int], *, ranked: bool) -> Kept:
    """Of a long ranking its first rows; else all."""
    return cut_to(subject, rows, SHOWN) if ranked and len(rows) > MOST else Kept(tuple(rows))


def fitted_rows(
    first: Kept,
    cut: Callable[[int], Kept],
    made: Callable[[Kept], Sheet],
    high: Callable[[Sheet, int], float],
    height: float | None,
) -> tuple[Sheet, bool]:
    """The sheet of as many rows as a height holds, one at the least, and whether some gave way.

    `high` is the least height of a sheet of so many rows. A `height` of None holds all.
    """
    sheet, shown = made(first), len(first.rows)
    while height is not None and shown > 1 and high(sheet, shown) > height + 0.01:
        shown -= 1
        sheet = made(cut(shown))
    return sheet, shown < len(first.rows)


def sum_of(subject: Subject, rows: Sequence[int], series: int = 0) -> Decimal | None:
    """What rows come to; None where their values are not to be added, or one is missing."""
    one = subject.series[series]
    what = subject.chart.measure.what if subject.chart.measure else None
    if not may_be_added(one.unit or subject.unit, one.column.name, what.text if what else ""):
        return None
    found = [one.values[row] for row in rows if row not in subject.table.parts]
    known = [value for value in found if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(found) else None


class Lanes(NamedTuple):
    """Where rows stand: the top of each, the middle of its bar, and where the last ends."""

    tops: tuple[float, ...]
    middles: tuple[float, ...]
    bottom: float


def lanes(
    heads: Sequence[float], pitch: float, thick: float, tails: Sequence[float], top: float = 0.0
) -> Lanes:
    """Rows of a head (a name over its bar), a pitch with a bar in it, and a tail (a note below).

    A bar stands in the middle of its pitch; under a name close to it, so that the air is above the
    name, not between the two.
    """
    heights = [head + pitch + tail for head, tail in zip(heads, tails, strict=True)]
    tops = tuple(accumulate(heights, initial=top))
    middles = tuple(
        at + head + (thick / 2 + (pitch - thick) * 0.2 if head else pitch / 2)
        for at, head in zip(tops[:-1], heads, strict=True)
    )
    return Lanes(tops[:-1], middles, tops[-1])


class Pitch(NamedTuple):
    """The distance from bar to bar: the least, the usual and the greatest."""

    least: float
    usual: float
    most: float


def pitch_of(look: Look, factor: float = 1.0) -> Pitch:
    return Pitch(look.of(14, 44) * factor, look.of(18, 56) * factor, look.of(26, 80) * factor)


def pitch_in(room: float | None, used: float, count: int, pitch: Pitch) -> float:
    """The pitch that fills a height; the usual one where there is none to fill."""
    if room is None or not count:
        return pitch.usual
    return min(max((room - used) / count, pitch.least), pitch.most)


def thickness(look: Look, pitch: float) -> float:
    """Of a bar in its pitch: 0.7 of it, within the grammar's bounds."""
    return min(max(pitch * 0.7, look.of(9, 28)), look.of(13, 40))


class Said(NamedTuple):
    """A line of type at its place."""

    lettering: Lettering
    x: float
    """Its left edge."""
    baseline: float

    @property
    def items(self) -> tuple[Placed, ...]:
        return self.lettering.at(self.x, self.baseline)

    @property
    def box(self) -> Rect:
        """Of its ink."""
        one = self.lettering
        return Rect(self.x, self.baseline - one.rise, one.width, one.height)


def beside(lettering: Lettering, x: float, middle: float, align: float = 0.0) -> Said:
    """A line with the middle of its ink at a height: from x on, or up to it (`align` 1)."""
    return Said(lettering, x - align * lettering.width, lettering.baseline_at(middle))


class Entry(NamedTuple):
    """What a row is called."""

    text: str
    origin: Origin
    is_claimed: bool = False


def entry_of(subject: Subject, row: int) -> Entry:
    return Entry(_name_of(subject, row), subject.name_at(row), row in subject.highlighted)


def _name_of(subject: Subject, row: int) -> str:
    """Its name; a day or month in digits alone (2026-07-21) as it is said, the year once."""
    name = subject.names[row]
    period = subject.periods[row] if subject.periods else None
    if period is None or len(name) <= len("2026") or any(map(str.isalpha, name)):
        return name
    # Late: few rankings have days.
    from infographic.graphics.lines.times import time_name

    years = {one.start.year for one in subject.periods if one}
    measure = subject.chart.measure
    told = measure.period.text if measure and measure.period else ""
    with_year = len(years) > 1 or (row == 0 and str(period.start.year) not in told)
    return time_name(name, period, subject.language, with_year=with_year)

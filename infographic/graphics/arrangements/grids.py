"""Marks in rows: the unit grid of a share, the signs of a pictogram, the days of a calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import count

from infographic.foundation.geometry import Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.values import EXACT, Value, as_decimal, present

FEWEST_SIGNS, MOST_SIGNS = 20, 120
"""Fewer than these are a row that says little; more are counted by nobody."""
GROUP = 5
GROUP_GAP = 1.4
"""Between two groups of signs the gap is so many times what it is inside one."""


def unit_cells(
    columns: int, rows: int, cell: float, gap: float, left: float = 0.0, top: float = 0.0
) -> tuple[Rect, ...]:
    """Square cells in their order of filling: from the lower left to the right, then the row above.

    10 × 10 of them are 1 % each; `left` and `top` are the corner of the whole grid, in points.

    >>> unit_cells(2, 2, cell=8, gap=2)[2]
    Rect(x=0.0, y=0.0, width=8, height=8)
    """
    pitch = cell + gap
    return tuple(
        Rect(left + column * pitch, top + (rows - 1 - row) * pitch, cell, cell)
        for row in range(rows)
        for column in range(columns)
    )


def whole_cells(values: Sequence[Value | None], cells: int = 100) -> tuple[int, ...]:
    """How many cells each part of a whole fills: all of them together, by the largest remainder.

    The parts' sum is the whole. A missing part fills none, nor does anything where all is 0. Raises
    ValueError for a negative value.

    >>> whole_cells([1, 1, 1])
    (34, 33, 33)
    """
    amounts = [Decimal(0) if value is None else as_decimal(value) for value in values]
    if any(amount < 0 for amount in amounts):
        raise ValueError("a negative value is no part of a whole")
    whole = sum(amounts, Decimal(0))
    if not whole:
        return (0,) * len(amounts)
    exact = [EXACT.divide(EXACT.multiply(amount, cells), whole) for amount in amounts]
    found = [int(share) for share in exact]
    # The file's order decides between equal remainders.
    by_remainder = sorted(range(len(exact)), key=lambda at: (found[at] - exact[at], at))
    for index in by_remainder[: cells - sum(found)]:
        found[index] += 1
    return tuple(found)


class SignKey(NamedTuple):
    """What one sign of a pictogram stands for, and how many signs each value is."""

    unit: Decimal
    counts: tuple[int, ...]
    remainders: tuple[Decimal, ...]
    """Of each value what its signs show too little, or too much (negative): to be said."""

    @property
    def is_exact(self) -> bool:
        return not any(self.remainders)


def sign_key(
    values: Sequence[Value], most: int = MOST_SIGNS, fewest: int = FEWEST_SIGNS
) -> SignKey:
    """One scale for all values: 1, 2, 5 × 10ⁿ a sign, 20 to 120 signs in all.

    Of such units the best has no remainders, else the smallest ones; then it is a power of ten,
    then the one with fewer signs. Where all values come to less than 20, a sign is 1. Signs are
    whole: halves are rounded up. Raises ValueError for negative or fractional values, of which
    there are no signs.

    >>> sign_key([2300])
    SignKey(unit=Decimal('100'), counts=(23,), remainders=(Decimal('0'),))
    """
    amounts = present(values)
    if any(amount < 0 or amount != amount.to_integral_value() for amount in amounts):
        raise ValueError("signs stand for whole things, none of them negative")
    keys: list[SignKey] = []
    for unit in _units():
        key = _key(amounts, unit)
        if sum(key.counts) > most:
            continue
        if keys and sum(key.counts) < fewest:
            break
        keys.append(key)
        if sum(key.counts) < fewest:
            break
    return min(keys, key=_unlikeness)


def with_every_sign(key: SignKey, values: Sequence[Value]) -> SignKey:
    """The key, or where something that there is has no sign in it, the one of the greatest unit in
    which it has: of signs in any number.

    >>> with_every_sign(sign_key([9000, 30]), [9000, 30]).counts
    (180, 1)
    """
    amounts = present(values)
    unit = key.unit
    found = key
    while unit > 1 and any(
        amount and not signs for amount, signs in zip(amounts, found.counts, strict=True)
    ):
        # 1, 5, 2, 1, …: half of it, but of 5.
        is_five = unit.scaleb(-unit.adjusted()) == 5
        unit = EXACT.multiply(unit, Decimal("0.4" if is_five else "0.5")).to_integral_value()
        found = _key(amounts, unit)
    return found


def _units() -> Iterator[Decimal]:
    """1, 2, 5, 10, 20, 50 …"""
    for power in count():
        yield from (Decimal(nice * 10**power) for nice in (1, 2, 5))


def _key(amounts: Sequence[Decimal], unit: Decimal) -> SignKey:
    counts = tuple(
        int(EXACT.divide(amount, unit).to_integral_value(ROUND_HALF_UP)) for amount in amounts
    )
    left = tuple(
        EXACT.subtract(amount, EXACT.multiply(unit, signs))
        for amount, signs in zip(amounts, counts, strict=True)
    )
    return SignKey(unit, counts, tuple(one.quantize(Decimal(1), context=EXACT) for one in left))


def _unlikeness(key: SignKey) -> tuple[Decimal, bool, int]:
    off = sum(map(abs, key.remainders), Decimal(0))
    return off, key.unit.scaleb(-key.unit.adjusted()) != 1, sum(key.counts)


def sign_cells(
    signs: int, a_row: int, cell: float, gap: float, left: float = 0.0, top: float = 0.0,
    leading: float = 0.0,
) -> tuple[Rect, ...]:  # fmt: skip
    """The cells of a pictogram: rows from the top, in groups of five with a wider gap between.

    `leading` is from row to row, a cell and a gap where it is 0; in points, as all lengths.
    """
    pitch = cell + gap
    wider = gap * (GROUP_GAP - 1)
    down = leading or pitch
    cells: list[Rect] = []
    for number in range(signs):
        row, column = divmod(number, a_row)
        x = left + column * pitch + column // GROUP * wider
        cells.append(Rect(x, top + row * down, cell, cell))
    return tuple(cells)


def sign_row_width(a_row: int, cell: float, gap: float) -> float:
    """How wide a full row of signs is, in points."""
    if a_row <= 0:
        return 0.0
    return a_row * cell + (a_row - 1) * gap + (a_row - 1) // GROUP * gap * (GROUP_GAP - 1)


A_ROW = (25, 20, 10)
"""Signs a row that a reader reckons with; five where there is room for no more."""


def signs_a_row(width: float, cell: float, gap: float, signs: int = MOST_SIGNS) -> int:
    """The most of 25, 20, 10 or 5 signs a row that a width holds; no row longer than is needed.

    0 where not even five have room.

    >>> signs_a_row(300, cell=10, gap=4), signs_a_row(300, cell=10, gap=4, signs=8)
    (20, 10)
    """
    fitting = [one for one in (*A_ROW, GROUP) if sign_row_width(one, cell, gap) <= width]
    needed = [one for one in fitting if one < signs + GROUP]
    return max(needed, default=min(fitting, default=0))


class Day(NamedTuple):
    """A day's cell: which week (0 is that of the first day) and weekday (0 is Monday)."""

    day: date
    week: int
    weekday: int


def calendar_days(first: date, last: date) -> tuple[Day, ...]:
    """Each day from the first to the last, both included, in weeks that begin on Monday.

    >>> [(one.week, one.weekday) for one in calendar_days(date(2024, 6, 2), date(2024, 6, 3))]
    [(0, 6), (1, 0)]
    """
    monday = first - timedelta(days=first.weekday())
    return tuple(
        Day(day, (day - monday).days // 7, day.weekday())
        for day in (first + timedelta(days=n) for n in range((last - first).days + 1))
    )


def calendar_cells(
    days: Sequence[Day], cell: float, gap: float, left: float = 0.0, top: float = 0.0,
    *, weeks_down: bool = False,
) -> tuple[Rect, ...]:  # fmt: skip
    """The cell of each day: a week a column, for a year; or a week a row, for a month."""
    pitch = cell + gap
    places = ((one.weekday, one.week) if weeks_down else (one.week, one.weekday) for one in days)
    return tuple(Rect(left + x * pitch, top + y * pitch, cell, cell) for x, y in places)


def month_starts(days: Sequence[Day]) -> tuple[tuple[date, int], ...]:
    """The first day of each month that is shown, and the week over which its name stands.

    A month stands over its first whole week, or the first that it has any day in where it has none;
    so that two names never stand over one week but where months are cut short.
    """
    found: dict[tuple[int, int], tuple[date, int]] = {}
    for one in days:
        month = (one.day.year, one.day.month)
        if month not in found:
            whole = one.week if one.weekday == 0 else one.week + 1
            last = max(each.week for each in days if (each.day.year, each.day.month) == month)
            found[month] = (one.day, min(whole, last))
    return tuple(found.values())

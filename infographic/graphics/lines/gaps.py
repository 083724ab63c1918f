"""Which times of a row are missing: days, months or years without a row of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from infographic.foundation.table import Period

LONGER = 1.75
"""A step so many times the usual one leaves something out: two months, not 1—2月 and 3月."""
SHORTEST = 26
"""Days of a step that may be a month, which are not all alike."""


def gaps_before(periods: Sequence[Period]) -> frozenset[int]:
    """The indices of periods before which others are missing; the periods rise in time.

    Nothing is missing between two that touch, nor where there is no usual step that two thirds
    of them have (censuses). Days that never fall on a weekend leave none out.

    >>> years = [Period(date(n, 1, 1), date(n, 12, 31)) for n in (2017, 2018, 2019, 2021)]
    >>> sorted(gaps_before(years))
    [3]
    """
    slots = slots_of(periods)
    return frozenset(at for at in range(1, len(slots)) if slots[at] - slots[at - 1] > 1)


MOST_LEFT = 12
"""Of what is missing between two times no more slots are left empty."""


def slots_of(periods: Sequence[Period]) -> tuple[int, ...]:
    """The slot of each period, if every time had one, the missing ones too: 0, 1, 2, 4.

    As `gaps_before` has it; the periods rise in time.
    """
    if len(periods) < 3:
        return tuple(range(len(periods)))
    steps = _steps(periods)
    rough = [round(step / 30.44) * 30.44 if step >= SHORTEST else float(step) for step in steps]
    usual, count = min(Counter(rough).items(), key=lambda pair: (-pair[1], pair[0]))
    is_regular = count * 3 >= len(steps) * 2 and usual > 0
    found = [0]
    for step, (before, after) in zip(rough, pairwise(periods), strict=True):
        is_gap = is_regular and step > LONGER * usual and not _touch(before, after)
        found.append(found[-1] + (min(max(round(step / usual), 2), MOST_LEFT) if is_gap else 1))
    return tuple(found)


def is_to_scale(periods: Sequence[Period]) -> bool:
    """Whether times in slots of one width are as far apart as they are: one step, or several of it.

    >>> years = [Period(date(n, 1, 1), date(n, 12, 31)) for n in (1988, 1998, 1999, 2002)]
    >>> is_to_scale(years), is_to_scale(years[:2])
    (False, True)
    """
    slots = slots_of(periods)
    steps = [
        step / (after - before)
        for step, (before, after) in zip(_steps(periods), pairwise(slots), strict=True)
    ]
    return not steps or max(steps) <= LONGER * min(steps)


def _touch(before: Period, after: Period) -> bool:
    return after.start <= before.end + timedelta(days=1)


def _steps(periods: Sequence[Period]) -> list[int]:
    """Days from one to the next; working days where none is a weekend's."""
    ends = [one.end for one in periods]
    if all(one.start == one.end and one.start.weekday() < 5 for one in periods):
        return [_working(after) - _working(before) for before, after in pairwise(ends)]
    return [(after - before).days for before, after in pairwise(ends)]


def _working(day: date) -> int:
    """Of a working day, its number among all working days."""
    weeks, weekday = divmod(day.toordinal() - 1, 7)
    return weeks * 5 + min(weekday, 5)

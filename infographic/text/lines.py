"""Choosing where a galley's lines end.

By total fit: of all legal ways the one with the least demerits (Knuth and Plass, 1981), looking
only at ends that come near the measure, so that the work grows as the text does and no faster.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from math import inf
from typing import Protocol

from infographic.foundation import memo
from infographic.foundation.late_pattern import late
from infographic.text.demerits import (
    SHOWN,
    SLACK,
    Starts,
    cheapest_of,
    closable,
    forced_line,
    has_hole,
)
from infographic.text.galley import Galley

NEAR, FAR = 0.08, 0.35
"""How far short of its measure a line may fall at the first and the second attempt, in measures."""
NARROW = 16.0
"""In em: a measure up to this is narrow."""
NEAR_EMS = 2.0
"""The first attempt allows at least this much, in em."""


class Reach(Enum):
    """How far short of its measure an attempt lets a line fall."""

    NEAR = auto()
    FAR = auto()
    ALL = auto()


class Priced(Enum):
    """When a line may end at a price."""

    IF_HOLES = auto()
    """Where one would have holes, stand short or be too wide without."""
    IF_TOO_WIDE = auto()
    ALWAYS = auto()


def measure_of(measures: Sequence[float], number: int) -> float:
    """The measure of a line; the last holds for all further ones.

    >>> [measure_of((30, 50), number) for number in range(3)]
    [30, 50, 50]
    """
    return measures[min(number, len(measures) - 1)]


def break_lines(
    galley: Galley,
    measure: float,
    indent: float,
    *,
    justified: bool,
    orphan_control: bool = True,
    priced: Priced = Priced.IF_HOLES,
) -> list[int]:
    """Where each line ends, as the box after its last; the last is the number of boxes.

    >>> break_lines(Galley("", 9.0), measure=100, indent=0, justified=True)
    [0]
    """
    if memo.counting is not None:
        memo.counting.breaks((galley.text, galley.size, measure, indent, justified))
    count = len(galley.advances)
    if not count or galley.natural_width + indent <= measure + SLACK:
        return [count]
    tolerances = {
        Reach.NEAR: max(NEAR_EMS * galley.size, NEAR * measure),
        Reach.FAR: FAR * measure,
        Reach.ALL: measure,
    }

    def fit(ends: Sequence[int], reach: Reach, hole: float, forced: bool = False) -> list[int]:
        tolerance = tolerances[reach]
        return _total_fit(
            galley, ends, measure, indent, tolerance, justified, orphan_control, hole, forced=forced
        )

    def has_holes(ends: Sequence[int]) -> bool:
        return has_hole(galley, ends, (measure,), indent, justified)

    is_narrow = measure <= NARROW * galley.size
    return ends_at_a_price(galley, fit, has_holes, is_narrow=is_narrow, priced=priced)


class Fit(Protocol):
    """Chooses among line ends; [] where none come near enough, unless forced."""

    def __call__(
        self, ends: Sequence[int], reach: Reach, hole: float, forced: bool = False, /
    ) -> list[int]: ...


def ends_at_a_price(
    galley: Galley,
    fit: Fit,
    has_holes: Callable[[Sequence[int]], bool],
    *,
    is_narrow: bool,
    priced: Priced = Priced.IF_HOLES,
) -> list[int]:
    """Line ends that have no price, where these do; else the best of all legal ones."""
    hole = SHOWN if galley.prices else 0.0
    if not galley.prices or priced is not Priced.ALWAYS:
        free = galley.free_ends()
        found = fit(free, Reach.NEAR, 0.0) or fit(free, Reach.FAR, 0.0)
        if galley.prices and priced is Priced.IF_HOLES:
            if found and not has_holes(found):
                return found
        elif not found or (is_narrow and not galley.prices and has_holes(found)):
            # Where holes cannot be helped, two short lines may be better than one.
            found = fit(free, Reach.ALL, hole) or found
            if found:
                return found
        else:
            return found
    ends = galley.legal_ends()
    # In a narrow measure one very short line may be the least evil. In a wide one it never is, and
    # to look for it would cost as many ends as the measure holds.
    found = fit(ends, Reach.FAR, hole) if galley.prices and not is_narrow else []
    return found or fit(ends, Reach.ALL, hole) or fit(ends, Reach.ALL, hole, True)


def fewest_ends(galley: Galley, measure: float, indent: float, *, justified: bool) -> list[int]:
    """Each line as full as its legal ends allow, those that have a price too."""
    count, ends, start = len(galley.advances), galley.legal_ends(), 0
    chosen: list[int] = []
    for before, end in pairwise([0, *ends]):
        room = measure - (0.0 if start else indent)
        over = galley.rights[end] - galley.lefts[start] - room
        if over > closable(galley, start, end, justified=justified) + SLACK and before > start:
            chosen.append(before)
            start = before
    return [*chosen, count]


def _total_fit(
    galley: Galley,
    ends: Sequence[int],
    measure: float,
    indent: float,
    tolerance: float,
    justified: bool,
    orphan_control: bool,
    hole: float,
    *,
    forced: bool = False,
) -> list[int]:
    """The line ends with the least demerits; [] where none come near enough, unless forced."""
    lefts, count = [*galley.lefts, 0.0], len(galley.advances)
    row = Starts(measure, tolerance)
    row.add(0, lefts[0] - indent, 0.0, 0.0)
    cheapest = cheapest_of(
        galley, row, justified=justified, orphan_control=orphan_control, hole=hole
    )
    starts, row_lefts, costs, spreads = row.starts, row.lefts, row.costs, row.spreads
    origin_of: dict[int, int] = {}
    number, stop = 0, len(ends)
    while number < stop:
        end = ends[number]
        line = cheapest(end)
        if line is None:
            if not forced:
                return []
            number, line = forced_line(galley, ends, number, row)
            end = ends[number]
            row.oldest = len(row.starts)  # only its end is left to start from
        cost, spread, start = line
        if cost < inf:
            origin_of[end] = start
            starts.append(end)
            row_lefts.append(lefts[end])
            costs.append(cost)
            spreads.append(spread)
        number += 1
    chosen = [count]
    while origin_of[chosen[-1]]:
        chosen.append(origin_of[chosen[-1]])
    return chosen[::-1]


# Hard lines


def typed_indent(text: str) -> int:
    """How many typed U+3000 start the paragraph; a style with an indent takes their place."""
    return len(text) - len(text.lstrip("\u3000"))


def hard_lines(text: str, start: int) -> list[tuple[int, int]]:
    bounds = []
    while (end := text.find("\n", start)) >= 0:
        bounds.append((start, end))
        start = end + 1
    bounds.append((start, len(text)))
    return bounds


_TWELVE_DOTS = late(r"(?:[“‘（《「『]{1,4}\s{0,4})?(?<!…)…{4}(?!…)[”’）》」』，。、；：？！]{0,8}")


def twelve_dots_alone(text: str, bounds: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Two …… in a row take a line of their own (GB/T 15834, 5.1.5)."""
    for low, high in bounds:
        start = low
        for match in _TWELVE_DOTS.finditer(text, low, high):
            if match.start() > start:
                yield start, match.start()
            yield match.span()
            start = match.end()
        if start < high or low == high:
            yield start, high

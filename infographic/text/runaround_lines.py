"""Line breaking for runaround: where lines end whose measures differ.

As `lines` does, with the number of the line beside the box in what a line may start from (the
`parshape` of Knuth and Plass). From the last measure on the number is all one, so that long copy
beside a small picture costs no more than any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from infographic.foundation import memo
from infographic.text.demerits import (
    FORCED,
    SHORT,
    SLACK,
    Starts,
    cheapest_of,
    forced_line,
    has_hole,
)
from infographic.text.galley import Galley
from infographic.text.lines import FAR, NARROW, NEAR, NEAR_EMS, Reach, break_lines, ends_at_a_price


def break_runaround(
    galley: Galley,
    measures: Sequence[float],
    indent: float,
    *,
    justified: bool,
    orphan_control: bool = True,
) -> list[int]:
    """Where each line ends, as `break_lines` says it, line i being set to `measures[i]`."""
    if len(measures) == 1:
        return break_lines(
            galley, measures[0], indent, justified=justified, orphan_control=orphan_control
        )
    if memo.counting is not None:
        memo.counting.breaks((galley.text, galley.size, tuple(measures), indent, justified))
    count = len(galley.advances)
    if not count or galley.natural_width + indent <= measures[0] + SLACK:
        return [count]
    tolerances = {
        Reach.NEAR: [max(NEAR_EMS * galley.size, NEAR * measure) for measure in measures],
        Reach.FAR: [FAR * measure for measure in measures],
        Reach.ALL: [*measures],
    }

    def fit(ends: Sequence[int], reach: Reach, hole: float, forced: bool = False) -> list[int]:
        wanted = tolerances[reach]
        return fit_runaround(
            galley, ends, measures, wanted, indent, justified, orphan_control, hole, forced=forced
        )

    def has_holes(ends: Sequence[int]) -> bool:
        return has_hole(galley, ends, measures, indent, justified)

    is_narrow = min(measures) <= NARROW * galley.size
    return ends_at_a_price(galley, fit, has_holes, is_narrow=is_narrow)


Line = tuple[float, float, int, int]
"""A line on the cheapest way to its end: its demerits and those of all lines before it, how loose
it is, and the row and the box that it starts from. A bare tuple, for speed."""


def fit_runaround(
    galley: Galley,
    ends: Sequence[int],
    measures: Sequence[float],
    tolerances: Sequence[float],
    indent: float,
    justified: bool,
    orphan_control: bool,
    hole: float = 0.0,
    *,
    forced: bool = False,
) -> list[int]:
    """The line ends with the least demerits; [] where none come near enough, unless forced."""
    lefts, count = galley.lefts, len(galley.advances)
    rows = [Starts(*pair, i) for i, pair in enumerate(zip(measures, tolerances, strict=True))]
    cheapest = [
        cheapest_of(galley, row, justified=justified, orphan_control=orphan_control, hole=hole)
        for row in rows
    ]
    last_row = len(rows) - 1
    rows[0].add(0, lefts[0] - indent, 0.0, 0.0)
    # By row and box that a line may start with: the line before it.
    before: dict[tuple[int, int], Line] = {}
    youngest, place = 0, 0
    live = rows[:1]
    number = 0
    while number < len(ends):
        end = ends[number]
        found: dict[int, Line] = {}
        is_reached = False
        for row in live:
            line = cheapest[row.number](end)
            if line is not None:
                is_reached = True
                below = min(row.number + 1, last_row)
                if line[0] < (found[below][0] if below in found else inf):
                    cost, spread, start = line
                    found[below] = (cost, spread, row.number, start)
        if not is_reached:
            if not forced:
                return []
            number, (cost, _, start) = forced_line(galley, ends, number, rows[place])
            end = ends[number]
            found[min(place + 1, last_row)] = (cost, 0.0, place, start)
        live = [row for row in live if row.oldest < len(row.starts)]
        if found:
            place = min(found, key=lambda below: found[below][0])
            youngest, most = end, found[place][0] + (FORCED if not hole else FORCED + SHORT)
            left = lefts[end] if end < count else 0.0
            for below, way in found.items():
                # One dearer by more than a line ended by force is not worth following.
                if way[0] <= most:
                    row = rows[below]
                    if row not in live:
                        live.append(row)
                    row.add(end, left, way[0], way[1])
                    before[below, end] = way
        number += 1
    return _way_to(place, youngest, before)


def _way_to(place: int, end: int, before: dict[tuple[int, int], Line]) -> list[int]:
    """The ends of the lines that lead to the last one."""
    chosen = []
    while end:
        chosen.append(end)
        _, _, place, end = before[place, end]
    return chosen[::-1]

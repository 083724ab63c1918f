"""Choosing where lines end whose measures differ.

As `lines` does, with the number of the line beside the box in what a line may start from (the
`parshape` of Knuth and Plass). From the last measure on the number is all one, so that long copy
beside a small picture costs no more than any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from infographic.text.galley import Galley
from infographic.text.lines import (
    BOTH_LOOSE,
    CLOSED_UP,
    CLOSER,
    FAR,
    FORCED,
    HUNG,
    LINE,
    LOOSE,
    NEAR,
    NEAR_EMS,
    ORPHAN,
    OVERFULL,
    READY,
    SLACK,
    SPREAD,
    VERY_LOOSE,
    break_lines,
    latest_end,
    orphans_from,
)


def break_shaped(
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
    count = len(galley.advances)
    if not count or galley.natural_width + indent <= measures[0] + SLACK:
        return [count]
    far = [FAR * measure for measure in measures]
    near = [max(NEAR_EMS * galley.size, NEAR * measure) for measure in measures]
    for tolerances in (near, far):
        chosen = fit_shape(galley, measures, tolerances, indent, justified, orphan_control)
        if chosen:
            return chosen
    return fit_shape(galley, measures, far, indent, justified, orphan_control, forced=True)


Line = tuple[float, float, int, int]
"""A line on the cheapest way to its end: its demerits and those of all lines before it, how loose
it is, and the row and the box that it starts from. A bare tuple, for speed."""


@dataclass(slots=True, eq=False)
class _Row:
    """The boxes that the lines of one number may start with so far, the leftmost first."""

    number: int
    measure: float
    tolerance: float
    starts: list[int] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    spreads: list[float] = field(default_factory=list)
    oldest: int = 0
    """Those before it are too far back for any end to come."""

    def add(self, start: int, left: float, cost: float, spread: float) -> None:
        self.starts.append(start)
        self.lefts.append(left)
        self.costs.append(cost)
        self.spreads.append(spread)


def fit_shape(
    galley: Galley,
    measures: Sequence[float],
    tolerances: Sequence[float],
    indent: float,
    justified: bool,
    orphan_control: bool,
    *,
    forced: bool = False,
) -> list[int]:
    """The line ends with the least demerits; [] where none come near enough, unless forced."""
    ends, lefts, count = galley.legal_ends(), galley.lefts, len(galley.advances)
    shrinkable = galley.shrinkable if justified else [0.0] * count
    orphans = orphans_from(galley) if orphan_control else count
    rows = [_Row(i, *pair) for i, pair in enumerate(zip(measures, tolerances, strict=True))]
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
            line = _cheapest(galley, row, end, shrinkable, justified, orphans)
            if line is not None:
                is_reached = True
                below = min(row.number + 1, last_row)
                if line[0] >= 0.0 and (below not in found or line[0] < found[below][0]):
                    found[below] = line
        if not is_reached:
            if not forced:
                return []
            # End the youngest start's line as late as it goes, however short it falls.
            row = rows[place]
            most = row.measure + SLACK + row.lefts[-1]
            number, is_over = latest_end(ends, number, youngest, galley.rights, most)
            end = ends[number]
            cost = row.costs[-1] + (OVERFULL if is_over else FORCED)
            found[min(place + 1, last_row)] = (cost, 0.0, place, youngest)
        live = [row for row in live if row.oldest < len(row.starts)]
        if found:
            place = min(found, key=lambda below: found[below][0])
            youngest, most = end, found[place][0] + FORCED
            left = lefts[end] if end < count else 0.0
            for below, line in found.items():
                # One dearer by more than a line ended by force is not worth following.
                if line[0] <= most:
                    row = rows[below]
                    if row not in live:
                        live.append(row)
                    row.add(end, left, line[0], line[1])
                    before[below, end] = line
        number += 1
    chosen = []
    while youngest:
        chosen.append(youngest)
        _, _, place, youngest = before[place, youngest]
    return chosen[::-1]


def _cheapest(
    galley: Galley,
    row: _Row,
    end: int,
    shrinkable: Sequence[float],
    justified: bool,
    orphans: int,
) -> Line | None:
    """The cheapest of a row's lines that end there, None where all are too long.

    Its demerits are less than 0 where all are too short. They are those of `lines`, which reckons
    them inside its one loop.
    """
    starts, lefts, costs, last = row.starts, row.lefts, row.costs, end - 1
    measure, tolerance = row.measure, row.tolerance
    right = hung = galley.rights[end]
    if galley.hangs and last in galley.hangs:
        hung = galley.right_without_last(end)
    blank = galley.end_blanks.get(last, 0.0) if galley.end_blanks else 0.0
    closed = (min(right - blank, hung) if blank or hung != right else right) - measure - SLACK
    closed -= shrinkable[last]
    oldest, known = row.oldest, len(starts)
    while oldest < known and closed + shrinkable[starts[oldest]] > lefts[oldest]:
        oldest += 1
    row.oldest = oldest
    if oldest == known:
        return None
    size, is_last, spare = galley.size, end == len(galley.advances), measure - right
    evens, stretchable = galley.evens, galley.stretchable
    even, stretched = evens[last], stretchable[last]
    best, best_start, best_spread = -1.0, 0, 0.0
    for index in range(oldest, known):
        short = spare + lefts[index]
        if short > tolerance and not is_last:
            break
        cost = costs[index] + LINE
        if cost >= best >= 0.0:
            continue  # dearer already, and what follows only adds to it
        start, spread = starts[index], 0.0
        if short < -blank and hung != right:
            cost += HUNG
            short = measure - hung + lefts[index]
        if short < 0.0:
            over = (short + blank) / size
            cost += HUNG if over > -SLACK else CLOSED_UP + over * over * CLOSER
        elif is_last:
            pass
        elif justified:
            ready = stretched - stretchable[start]
            gaps = even - evens[start]
            if short <= ready:
                wide = short / size
                cost += wide * wide * READY
            elif gaps > 0:
                spread = SPREAD * (short - ready) / size / gaps
                cost += spread * spread + ready * ready / size / size * READY
                if spread > LOOSE:
                    cost += VERY_LOOSE if spread > 2 * LOOSE else 0.0
                    cost += BOTH_LOOSE if row.spreads[index] > LOOSE else 0.0
            else:
                cost += FORCED
        else:
            ragged = short / size
            cost += ragged * ragged * 0.1
        if is_last and start >= orphans:
            cost += ORPHAN
        if best < 0.0 or cost < best:
            best, best_start, best_spread = cost, start, spread
    return best, best_spread, row.number, best_start

"""Choosing where a galley's lines end.

By total fit: of all legal ways the one with the least demerits (Knuth and Plass, 1981), looking
only at ends that come near the measure, so that the work grows as the text does and no faster.
"""

from __future__ import annotations

from collections.abc import Sequence

from infographic.text.galley import Galley

SLACK = 0.005
"""Points by which a line may pass its measure: rounding, not type."""
NEAR, FAR = 0.08, 0.35
"""How far short of its measure a line may fall at the first and the second attempt, in measures."""
NEAR_EMS = 2.0
"""The first attempt allows at least this much, in em."""

# Demerits. A line spread by 0.05 em a gap costs 1; each line costs a little, so fewer win.
LINE, CLOSED_UP, CLOSER, SPREAD, ORPHAN = 0.02, 0.03, 0.12, 20.0, 30.0
LOOSE, VERY_LOOSE, BOTH_LOOSE = 1.0, 4.0, 2.0
"""In the same unit: a line spread by more than this, by more than twice this (0.1 em), and two in
a row."""
HUNG, READY = 0.005, 0.3
FORCED, OVERFULL = 100.0, 1000.0
NO_WORD = frozenset("ocienmsOCIEagvwjz q")
"""Classes that do not make a last line less of an orphan (孤字)."""


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
) -> list[int]:
    """Where each line ends, as the box after its last; the last is the number of boxes.

    >>> break_lines(Galley("", 9.0), measure=100, indent=0, justified=True)
    [0]
    """
    count = len(galley.advances)
    if not count or galley.natural_width + indent <= measure + SLACK:
        return [count]
    ends = galley.legal_ends()
    near = max(NEAR_EMS * galley.size, NEAR * measure)
    for tolerance in (near, FAR * measure):
        chosen = _total_fit(galley, ends, measure, indent, tolerance, justified, orphan_control)
        if chosen:
            return chosen
    tolerance = FAR * measure
    return _total_fit(
        galley, ends, measure, indent, tolerance, justified, orphan_control, forced=True
    )


def _total_fit(
    galley: Galley,
    ends: Sequence[int],
    measure: float,
    indent: float,
    tolerance: float,
    justified: bool,
    orphan_control: bool,
    *,
    forced: bool = False,
) -> list[int]:
    """The line ends with the least demerits; [] where none come near enough, unless forced."""
    rights, all_lefts, evens, size = galley.rights, galley.lefts, galley.evens, galley.size
    shrinkable, stretchable = galley.shrinkable, galley.stretchable
    hangs, blanks = galley.hangs, galley.end_blanks
    count = len(galley.advances)
    most = measure + SLACK
    orphans = orphans_from(galley) if orphan_control else count
    # The boxes that a line may start with so far, each with the demerits of all lines before it
    # and how loose the last of these is; what the inner loop asks of them stands in lists beside,
    # for speed.
    starts, costs, lefts, spreads = [0], [0.0], [all_lefts[0] - indent], [0.0]
    origin_of: dict[int, int] = {}
    oldest = number = 0
    while number < len(ends):
        end = ends[number]
        last = end - 1
        right = hung = rights[end]
        blank = 0.0
        if hangs and last in hangs:
            hung = galley.right_without_last(end)
        if blanks and last in blanks:
            blank = blanks[last]
        closed = right - most
        if blank or hung != right:
            closed = min(right - blank, hung) - most
        if justified:
            closed -= shrinkable[last]
        # Lines too long even when closed up: no later end can use their starts.
        known = len(starts)
        while oldest < known:
            spare = shrinkable[starts[oldest]] if justified else 0.0
            if closed + spare <= lefts[oldest]:
                break
            oldest += 1
        best, best_start, best_spread = -1.0, 0, 0.0
        if oldest == known:
            if not forced:
                return []
            # End the youngest start's line as late as it goes, however short it falls.
            number, is_over = latest_end(ends, number, starts[-1], rights, most + lefts[-1])
            end, best_start = ends[number], starts[-1]
            best = costs[-1] + (OVERFULL if is_over else FORCED)
        else:
            is_last = end == count
            even, stretched, spare = evens[last], stretchable[last], measure - right
            for index in range(oldest, known):
                short = spare + lefts[index]
                if short > tolerance and not is_last:
                    break
                cost = costs[index] + LINE
                if cost >= best >= 0.0:
                    continue  # dearer already, and what follows only adds to it
                start, spread = starts[index], 0.0
                if short < -blank and hung != right:
                    # A mark that hangs leaves its line as it is, or a little to spread.
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
                            cost += BOTH_LOOSE if spreads[index] > LOOSE else 0.0
                    else:
                        cost += FORCED
                else:
                    ragged = short / size
                    cost += ragged * ragged * 0.1
                if is_last and start >= orphans:
                    cost += ORPHAN
                if best < 0.0 or cost < best:
                    best, best_start, best_spread = cost, start, spread
        if best >= 0.0:
            origin_of[end] = best_start
            starts.append(end)
            costs.append(best)
            lefts.append(all_lefts[end] if end < count else 0.0)
            spreads.append(best_spread)
            if oldest == known:  # a line ended by force: only its end is left to start from
                oldest = len(starts) - 1
        number += 1
    chosen = [count]
    while origin_of[chosen[-1]]:
        chosen.append(origin_of[chosen[-1]])
    return chosen[::-1]


def latest_end(
    ends: Sequence[int], number: int, start: int, rights: list[float], most: float
) -> tuple[int, bool]:
    """The latest of the ends before `number` that a line from `start` can reach.

    Where there is none: `number` itself, and True, since that line passes its measure.
    """
    for before in range(number - 1, -1, -1):
        if ends[before] <= start:
            break
        if rights[ends[before]] <= most:
            return before, False
    return number, True


def orphans_from(galley: Galley) -> int:
    """A last line that starts with this box, or a later one, holds less than two characters."""
    found = 0
    for box in range(len(galley.letters) - 1, -1, -1):
        if galley.letters[box] not in NO_WORD:
            found += galley.starts[box + 1] - galley.starts[box]
        if found >= 2:
            return box + 1
    return 0

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
LINE, CLOSED_UP, SPREAD, ORPHAN = 0.02, 0.05, 20.0, 30.0
FORCED, OVERFULL = 100.0, 1000.0
NO_WORD = frozenset("ocienmsOCIEagvw q")
"""Classes that do not make a last line less of an orphan (孤字)."""


def break_lines(galley: Galley, measure: float, indent: float, *, justified: bool) -> list[int]:
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
        chosen = _total_fit(galley, ends, measure, indent, tolerance, justified)
        if chosen:
            return chosen
    return _total_fit(galley, ends, measure, indent, FAR * measure, justified, forced=True)


def _total_fit(
    galley: Galley,
    ends: Sequence[int],
    measure: float,
    indent: float,
    tolerance: float,
    justified: bool,
    *,
    forced: bool = False,
) -> list[int]:
    """The line ends with the least demerits; [] where none come near enough, unless forced."""
    rights, evens, size = galley.rights, galley.evens, galley.size
    first_left = galley.lefts[0] - indent
    shrinkable, stretchable = galley.shrinkable, galley.stretchable
    count = len(galley.advances)
    least, most = measure - tolerance, measure + SLACK
    orphans_from = _orphans_from(galley)
    # The boxes that a line may start with so far, each with the demerits of all lines before it;
    # what the inner loop asks of them stands in lists beside, for speed.
    starts, costs, lefts = [0], [0.0], [first_left]
    origin_of: dict[int, int] = {}
    oldest, number = 0, 0
    while number < len(ends):
        end = ends[number]
        last = end - 1
        right, even, stretched = rights[end], evens[last], stretchable[last]
        closed = right - shrinkable[last] if justified else right
        # Lines too long even when closed up: no later end can use their starts.
        while oldest < len(starts):
            spare = shrinkable[starts[oldest]] if justified else 0.0
            if closed + spare - lefts[oldest] <= most:
                break
            oldest += 1
        if oldest == len(starts):
            if not forced:
                return []
            # End the line of the youngest start as late as it goes, however short it falls.
            number, is_over = _latest(ends, number, starts[-1], rights, most + lefts[-1])
            origin_of[ends[number]] = starts[-1]
            starts.append(ends[number])
            costs.append(costs[-1] + (OVERFULL if is_over else FORCED))
            lefts.append(galley.lefts[ends[number]] if ends[number] < count else 0.0)
            oldest = len(starts) - 1
            number += 1
            continue
        is_last = end == count
        best, best_start = -1.0, 0
        for index in range(oldest, len(starts)):
            natural = right - lefts[index]
            if natural < least and not is_last:
                break
            start, short = starts[index], measure - natural
            cost = costs[index] + LINE
            if short < 0.0:
                over = short / size
                cost += CLOSED_UP + over * over * 0.6
            elif is_last:
                if start >= orphans_from:
                    cost += ORPHAN
            elif justified:
                ready = stretched - stretchable[start]
                gaps = even - evens[start]
                if short <= ready:
                    spread = short / size
                    cost += spread * spread * 0.3
                elif gaps > 0:
                    spread = SPREAD * (short - ready) / size / gaps
                    cost += spread * spread + ready * ready / size / size * 0.3
                else:
                    cost += FORCED
            else:
                ragged = short / size
                cost += ragged * ragged * 0.1
            if best < 0.0 or cost < best:
                best, best_start = cost, start
        if best >= 0.0:
            origin_of[end] = best_start
            starts.append(end)
            costs.append(best)
            lefts.append(galley.lefts[end] if end < count else 0.0)
        number += 1
    chosen = [count]
    while origin_of[chosen[-1]]:
        chosen.append(origin_of[chosen[-1]])
    return chosen[::-1]


def _latest(
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


def _orphans_from(galley: Galley) -> int:
    """A last line that starts with this box, or a later one, holds less than two characters."""
    found = 0
    for box in range(len(galley.letters) - 1, -1, -1):
        if galley.letters[box] not in NO_WORD:
            found += galley.starts[box + 1] - galley.starts[box]
        if found >= 2:
            return box + 1
    return 0

"""Choosing where a galley's lines end.

By total fit: of all legal ways the one with the least demerits (Knuth and Plass, 1981), looking
only at ends that come near the measure, so that the work grows as the text does and no faster.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

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
HUNG = 0.005
FORCED, OVERFULL = 100.0, 1000.0
NO_WORD = frozenset("ocienmsOCIEagvw q")
"""Classes that do not make a last line less of an orphan (孤字)."""


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
        fitter = _Fitter(galley, measure, tolerance, justified, orphan_control)
        chosen = fitter.fit(ends, indent, forced=False)
        if chosen:
            return chosen
    fitter = _Fitter(galley, measure, FAR * measure, justified, orphan_control)
    return fitter.fit(ends, indent, forced=True)


@dataclass(slots=True)
class _Fitter:
    """Looks for the line ends with the least demerits."""

    galley: Galley
    measure: float
    tolerance: float
    justified: bool
    orphan_control: bool
    # The boxes that a line may start with so far; what the inner loop asks of them stands in
    # lists beside, for speed.
    starts: list[int] = field(default_factory=lambda: [0])
    costs: list[float] = field(default_factory=lambda: [0.0])
    """The demerits of all lines before each."""
    lefts: list[float] = field(default_factory=list)
    spreads: list[float] = field(default_factory=lambda: [0.0])
    """How loose the line before each is."""
    origin_of: dict[int, int] = field(default_factory=dict)

    def fit(self, ends: Sequence[int], indent: float, *, forced: bool) -> list[int]:
        """The line ends; [] where no lines come near enough to the measure, unless forced."""
        galley, justified, starts, lefts = self.galley, self.justified, self.starts, self.lefts
        lefts.append(galley.lefts[0] - indent)
        rights, shrinkable = galley.rights, galley.shrinkable
        hangs, blanks = galley.hangs, galley.end_blanks
        count = len(galley.advances)
        most = self.measure + SLACK
        orphans_from = _orphans_from(galley) if self.orphan_control else count
        oldest, number = 0, 0
        while number < len(ends):
            end = ends[number]
            last = end - 1
            right = rights[end]
            hung = galley.right_without_last(end) if last in hangs else right
            closed = min(right - blanks.get(last, 0.0), hung)
            if justified:
                closed -= shrinkable[last]
            # Lines too long even when closed up: no later end can use their starts. A mark that
            # hangs makes a line shorter than the one before it was, so a start is kept for it.
            while oldest < len(starts):
                spare = shrinkable[starts[oldest]] if justified else 0.0
                if closed + spare - lefts[oldest] <= most:
                    break
                oldest += 1
            if oldest == len(starts):
                if not forced:
                    return []
                # End the youngest start's line as late as it goes, however short it falls.
                number, is_over = _latest(ends, number, starts[-1], rights, most + lefts[-1])
                cost = self.costs[-1] + (OVERFULL if is_over else FORCED)
                self._add(ends[number], starts[-1], cost, 0.0)
                oldest = len(starts) - 1
            else:
                lone_from = orphans_from if end == count else count
                self._consider(end, oldest, hung, lone_from)
            number += 1
        chosen = [count]
        while self.origin_of[chosen[-1]]:
            chosen.append(self.origin_of[chosen[-1]])
        return chosen[::-1]

    def _add(self, end: int, start: int, cost: float, spread: float) -> None:
        """A line from `start` may end here, and the next one start."""
        lefts = self.galley.lefts
        self.origin_of[end] = start
        self.starts.append(end)
        self.costs.append(cost)
        self.lefts.append(lefts[end] if end < len(lefts) else 0.0)
        self.spreads.append(spread)

    def _consider(self, end: int, oldest: int, hung: float, lone_from: int) -> None:
        """Find the best start for a line that ends here."""
        galley, starts, costs, lefts = self.galley, self.starts, self.costs, self.lefts
        evens, stretchable, size = galley.evens, galley.stretchable, galley.size
        last, right, measure = end - 1, galley.rights[end], self.measure
        even, stretched = evens[last], stretchable[last]
        blank = galley.end_blanks.get(last, 0.0)
        is_last = end == len(galley.advances)
        best, best_start, best_spread = -1.0, 0, 0.0
        toll = LINE + galley.tolls.get(end, 0.0)
        for index in range(oldest, len(starts)):
            natural = right - lefts[index]
            if measure - natural > self.tolerance and not is_last:
                break
            start, short = starts[index], measure - natural
            cost, spread = costs[index] + toll, 0.0
            if short < -blank and hung != right:
                cost += HUNG
                # A mark that hangs leaves its line as it is, or a little to spread.
                short = measure - (hung - lefts[index])
            if -blank - SLACK <= short < 0.0:
                cost += HUNG
            elif short < 0.0:
                over = (short + blank) / size
                cost += CLOSED_UP + over * over * CLOSER
            elif is_last:
                pass
            elif self.justified:
                ready = stretched - stretchable[start]
                gaps = even - evens[start]
                if short <= ready:
                    wide = short / size
                    cost += wide * wide * 0.3
                elif gaps > 0:
                    spread = SPREAD * (short - ready) / size / gaps
                    cost += spread * spread + ready * ready / size / size * 0.3
                    if spread > LOOSE:
                        cost += VERY_LOOSE if spread > 2 * LOOSE else 0.0
                        cost += BOTH_LOOSE if self.spreads[index] > LOOSE else 0.0
                else:
                    cost += FORCED
            else:
                ragged = short / size
                cost += ragged * ragged * 0.1
            if start >= lone_from:
                cost += ORPHAN
            if best < 0.0 or cost < best:
                best, best_start, best_spread = cost, start, spread
        if best >= 0.0:
            self._add(end, best_start, best, best_spread)


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

"""What a line costs: its demerits, and the cheapest line that ends at a box.

Lines of one measure (`lines`) and of several (`shaped_lines`) are chosen by these alone.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from math import inf

from infographic.foundation.record import field, record
from infographic.text.galley import Galley

WIDEST_SPREAD = 1.0
"""A gap wider than this reads as a hole, in em; such a line is better left short."""
SLACK = 0.005
"""Points by which a line may pass its measure: rounding, not type."""

# A line spread by 0.05 em a gap costs 1; each line costs a little, so fewer win.
LINE, CLOSED_UP, CLOSER, SPREAD, ORPHAN = 0.02, 0.03, 0.12, 20.0, 30.0
LOOSE, VERY_LOOSE, BOTH_LOOSE = 1.0, 4.0, 2.0
"""In the same unit: a line spread by more than this, by more than twice this (0.1 em), and two in
a row."""
HOLE = 4.001
"""A line spread by more than this (0.2 em) shows holes. Where one would, and where a line would
stand short, it takes a line end that has a price."""
SHOWN, SHORT, EMPTY = 300.0, 400.0, 9000.0
"""Where line ends that have a price are open too: a hole, beside its looseness, and three times
that where gaps are an em wide. A line left short costs as much, and by the square of what it lacks,
in measures: two lines a little short read better than one almost empty."""
RAGGED_HOLE, STANDS_SHORT = 1 / 3, 11.0
"""A ragged line shorter by more than this stands short, in measures; and what that costs by its
cube, in holes."""
HUNG, READY = 0.005, 0.3
FORCED, OVERFULL = 100.0, 1000.0
NO_WORD = frozenset("ocienmsOCIEagvwjz q")
"""Classes that do not make a last line less of an orphan (孤字)."""


@record(frozen=False, eq=False)
class Starts:
    """The boxes that lines of one measure may start with so far, the leftmost first.

    What the loop of `cheapest_of` asks of them stands in lists beside one another, for speed.
    """

    measure: float
    tolerance: float
    """How far short of it a line may fall."""
    number: int = 0
    """Of the lines that start there, where measures differ."""
    starts: list[int] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    """The demerits of all lines before."""
    spreads: list[float] = field(default_factory=list)
    """How loose the line before is."""
    oldest: int = 0
    """Those before it are too far back for any end to come."""

    def add(self, start: int, left: float, cost: float, spread: float) -> None:
        self.starts.append(start)
        self.lefts.append(left)
        self.costs.append(cost)
        self.spreads.append(spread)


Line = tuple[float, float, int]
"""A line with all lines before it: their demerits, how loose it is, and the box it starts with."""
Cheapest = Callable[[int], Line | None]


def cheapest_of(
    galley: Galley, row: Starts, *, justified: bool, orphan_control: bool = True, hole: float = 0.0
) -> Cheapest:
    """What says of an end the cheapest of the lines that come from `row` and end there.

    It says None where all are too long even when closed up, and demerits without end where all are
    too short. Ends are asked for in their order. `hole` is what a line with holes costs beside its
    looseness.
    """
    lines = _cheapest(galley, row, justified, orphan_control, hole)
    next(lines)
    return lines.send


def _cheapest(
    galley: Galley, row: Starts, justified: bool, orphan_control: bool, hole: float
) -> Generator[Line | None, int, None]:
    starts, lefts, costs, spreads = row.starts, row.lefts, row.costs, row.spreads
    measure, tolerance = row.measure, row.tolerance
    rights, evens, size = galley.rights, galley.evens, galley.size
    shrinkable, stretchable = galley.shrinkable, galley.stretchable
    hangs, blanks, count = galley.hangs, galley.end_blanks, len(galley.advances)
    orphans = orphans_from(galley) if orphan_control else count
    most, prices, widest = measure + SLACK, galley.prices, SPREAD * WIDEST_SPREAD

    # Long, and one loop with nothing called in it, since every pair of a start and an end comes
    # here; a generator keeps what it needs of the galley from one end to the next.
    line: Line | None = None
    while True:
        end = yield line
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
        oldest, known = row.oldest, len(starts)
        while oldest < known:
            spare = shrinkable[starts[oldest]] if justified else 0.0
            if closed + spare <= lefts[oldest]:
                break
            oldest += 1
        row.oldest = oldest
        if oldest == known:
            line = None
            continue
        is_last, spare = end == count, measure - right
        if justified:
            even, stretched = evens[last], stretchable[last]
        far = inf if is_last else tolerance
        hanging = -blank if hung != right else -inf
        price = prices.get(end, 0.0)
        best, best_start, best_spread = inf, 0, 0.0
        for index in range(oldest, known):
            short = spare + lefts[index]
            if short > far:
                break
            cost = costs[index] + LINE
            if cost >= best:
                continue  # dearer already, and what follows only adds to it
            start, spread = starts[index], 0.0
            if short < hanging:
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
                    if spread > widest:
                        lack = short / measure
                        cost += 3 * hole + SHORT + EMPTY * lack * lack
                    else:
                        cost += spread * spread + ready * ready / size / size * READY
                        if spread > LOOSE:
                            cost += VERY_LOOSE if spread > 2 * LOOSE else 0.0
                            cost += BOTH_LOOSE if spreads[index] > LOOSE else 0.0
                            if spread > HOLE:
                                cost += hole * (1.0 + 2.0 * (spread / widest) ** 3)
                else:
                    lack = short / measure
                    cost += 3 * hole + SHORT + FORCED + EMPTY * lack * lack
            else:
                ragged = short / size
                cost += ragged * ragged * 0.1
                if hole and short > RAGGED_HOLE * measure:
                    lack = short / measure
                    cost += STANDS_SHORT * hole * lack * lack * lack
            if is_last and start >= orphans:
                cost += ORPHAN + hole
            if cost < best:
                best, best_start, best_spread = cost, start, spread
        line = best + price, best_spread, best_start


def forced_line(galley: Galley, ends: Sequence[int], number: int, row: Starts) -> tuple[int, Line]:
    """The youngest start's line, ended as late as it goes however short it falls, and which of the
    ends that is."""
    most = row.measure + SLACK + row.lefts[-1]
    number, is_over = _latest_end(ends, number, row.starts[-1], galley.rights, most)
    return number, (row.costs[-1] + (OVERFULL if is_over else FORCED), 0.0, row.starts[-1])


def _latest_end(
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


def has_hole(
    galley: Galley, ends: Sequence[int], measures: Sequence[float], indent: float, justified: bool
) -> bool:
    """Whether a line that ends there shows holes, stands short, or passes its measure."""
    start, count = 0, len(galley.advances)
    for number, end in enumerate(ends):
        measure = measures[min(number, len(measures) - 1)]
        short = measure - (galley.rights[end] - galley.lefts[start]) - (0.0 if start else indent)
        if -short > closable(galley, start, end, justified=justified) + SLACK:
            return True
        last = end - 1
        if last in galley.hangs and -short > galley.end_blanks.get(last, 0.0) + SLACK:
            # It hangs, and the line is spread without it.
            short += galley.rights[end] - galley.right_without_last(end)
            last -= 1
        if end < count and short > SLACK:
            most = RAGGED_HOLE * measure
            if justified:
                gaps = galley.evens[last] - galley.evens[start]
                ready = galley.stretchable[last] - galley.stretchable[start]
                most = max(HOLE / SPREAD * galley.size * gaps, SLACK) + ready
            if short > most:
                return True
        start = end
    return False


def closable(galley: Galley, start: int, end: int, *, justified: bool = True) -> float:
    """By how much a line can be closed up, its last mark's blank or hanging counted."""
    last, right = end - 1, galley.rights[end]
    spare = galley.end_blanks.get(last, 0.0)
    if last in galley.hangs and last > start:
        spare = max(spare, right - galley.right_without_last(end))
    return spare + (galley.shrinkable[last] - galley.shrinkable[start] if justified else 0.0)


def orphans_from(galley: Galley) -> int:
    """A last line that starts with this box, or a later one, holds less than two characters."""
    found = 0
    for box in range(len(galley.letters) - 1, -1, -1):
        if galley.letters[box] not in NO_WORD:
            found += galley.starts[box + 1] - galley.starts[box]
        if found >= 2:
            return box + 1
    return 0

"""Choosing where a galley's lines end, and spreading or closing each to its measure.

Justified and ragged text alike is broken by total fit: of all legal ways the one with the least
demerits (Knuth and Plass, 1981), looking only at line ends that come near the measure, so the
work grows with the text and no faster. CLREQ's order holds inside a line: first close up, step
by step, then spread.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from infographic.text.classes import House
from infographic.text.galley import Galley, Site

SLACK = 0.005
"""Points by which a line may pass its measure: rounding, not type."""
TIGHT, LOOSE = 0.08, 0.35
"""How far short of its measure a line may fall in the first and the second attempt, in measures."""
ORPHAN = 30.0
"""Demerits of a last line of one Han (孤字)."""
NO_MARK = frozenset("ocienmsOCIEagvw q")


def break_lines(galley: Galley, measure: float, indent: float, *, justified: bool) -> list[int]:
    """Where each line ends, as the box after its last; the last is the number of boxes.

    >>> break_lines(Galley("", 9.0), measure=100, indent=0, justified=True)
    [0]
    """
    count = len(galley.advances)
    if not count or galley.rights[count] - galley.lefts[0] + indent <= measure + SLACK:
        return [count]
    if galley.evens[-1] == 0 and not any(galley.may_break):
        return [count]
    ends = [box for box, may in enumerate(galley.may_break) if may and box]
    ends.append(count)
    least = max(2.0 * galley.size, TIGHT * measure)
    for tolerance in (least, LOOSE * measure):
        chosen = _total_fit(galley, ends, measure, indent, tolerance, justified, forced=False)
        if chosen:
            return chosen
    forced = _total_fit(galley, ends, measure, indent, LOOSE * measure, justified, forced=True)
    assert forced is not None
    return forced


def _total_fit(
    galley: Galley,
    ends: Sequence[int],
    measure: float,
    indent: float,
    tolerance: float,
    justified: bool,
    *,
    forced: bool,
) -> list[int] | None:
    """The line ends with the least demerits; None where none comes near enough unless forced."""
    rights, evens, size = galley.rights, galley.evens, galley.size
    lefts = [galley.lefts[0] - indent, *galley.lefts[1:]]
    shrinkable, stretchable = galley.shrinkable, galley.stretchable
    count = len(galley.advances)
    starts, costs = [0], [0.0]
    origin_of: dict[int, int] = {}
    oldest = 0
    least, most = measure - tolerance, measure + SLACK
    orphans_from = _orphans_from(galley)
    number = 0
    while number < len(ends):
        end = ends[number]
        right, shrunk, stretched, even = (
            rights[end],
            shrinkable[end - 1] if justified else 0.0,
            stretchable[end - 1],
            evens[end - 1],
        )
        # Lines too long even when closed up: their starts are done with.
        while oldest < len(starts):
            start = starts[oldest]
            spare = shrunk - shrinkable[start] if justified else 0.0
            if right - lefts[start] - spare <= most:
                break
            oldest += 1
        if oldest == len(starts):
            if not forced:
                return None
            # No start is left alive: end the last one's line as late as it will go, if loose.
            start = starts[-1]
            before = _last_fitting(ends, number, start, rights, lefts[start], most)
            if before is None:
                starts.append(end)
                costs.append(costs[-1] + 1000.0)
                origin_of[end] = start
                oldest = len(starts) - 1
                number += 1
            else:
                starts.append(ends[before])
                costs.append(costs[-1] + 100.0)
                origin_of[ends[before]] = start
                oldest = len(starts) - 1
                number = before + 1
            continue
        best, best_start = -1.0, -1
        is_last = end == count
        for index in range(oldest, len(starts)):
            start = starts[index]
            natural = right - lefts[start]
            if natural < least and not is_last:
                break
            short = measure - natural
            if short < 0.0:
                over = -short / size
                cost = costs[index] + 0.07 + over * over * 0.6
            elif is_last:
                cost = costs[index] + 0.02
            elif justified:
                short -= stretched - stretchable[start]
                gaps = even - evens[start]
                if short > 0.0:
                    spread = 20.0 * short / size / gaps if gaps > 0 else 20.0
                    cost = costs[index] + 0.02 + spread * spread
                else:
                    cost = costs[index] + 0.02
            else:
                ragged = short / size
                cost = costs[index] + 0.02 + ragged * ragged * 0.1
            if is_last and start >= orphans_from:
                cost += ORPHAN
            if best < 0.0 or cost < best:
                best, best_start = cost, start
        if best >= 0.0:
            starts.append(end)
            costs.append(best)
            origin_of[end] = best_start
        number += 1
    if count not in origin_of:
        return None
    chosen = [count]
    while origin_of[chosen[-1]]:
        chosen.append(origin_of[chosen[-1]])
    return chosen[::-1]


def _last_fitting(
    ends: Sequence[int], number: int, start: int, rights: list[float], left: float, most: float
) -> int | None:
    """The latest legal end before `number` that keeps a line from `start` within `most`."""
    for before in range(number - 1, -1, -1):
        if ends[before] <= start:
            return None
        if rights[ends[before]] - left <= most:
            return before
    return None


def _orphans_from(galley: Galley) -> int:
    """A last line that starts at this box or later holds less than two characters."""
    found = 0
    for box in range(len(galley.letters) - 1, -1, -1):
        if galley.letters[box] in NO_MARK:
            continue
        found += min(galley.starts[box + 1] - galley.starts[box], 2)
        if found >= 2:
            return box + 1
    return 0


def adjusted_gaps(
    galley: Galley, start: int, end: int, wanted: float, *, may_shrink: bool, may_stretch: bool
) -> tuple[list[float], float]:
    """Where each box of a line stands from the line's left edge, and the line's width.

    `wanted` is the width the line should have; it comes as near as its joints allow.
    """
    left = galley.lefts[start]
    places = [at - left for at in galley.starts_at[start:end]]
    natural = galley.rights[end] - left
    missing = wanted - natural
    if missing < 0.0 and may_shrink:
        extra, left_over = _by_steps(galley.shrink, start, end, -missing, 0)
        width = natural + missing + left_over if extra else natural
        return _moved(places, extra, start, -1.0), width
    if missing > SLACK and may_stretch:
        extra, left_over = _by_steps(galley.stretch, start, end, missing, 0)
        evens = galley.evens
        gaps = evens[end - 1] - evens[start]
        # Gaps of more than an em would read as holes; such a line is better left short.
        if gaps <= 0 or left_over > galley.size * gaps:
            return places, natural
        places = _moved(places, extra, start, 1.0)
        if left_over > 0.0:
            share, first = left_over / gaps, evens[start]
            places = [
                at + (even - first) * share
                for at, even in zip(places, evens[start:end], strict=True)
            ]
        return places, wanted
    return places, natural


def _by_steps(
    sites: list[Site], start: int, end: int, wanted: float, _: int
) -> tuple[dict[int, float], float]:
    """Take `wanted` from the sites of a line, one step after the other.

    Inside a step all sites give the same share. Returns what each joint gives and what is still
    wanted.
    """
    low = bisect_right(sites, start, key=_joint)
    high = bisect_left(sites, end, key=_joint)
    inside = sites[low:high]
    taken: dict[int, float] = {}
    for step in sorted({site.step for site in inside}):
        if wanted <= 0.0:
            break
        group = [site for site in inside if site.step == step]
        capacity = sum(site.amount for site in group)
        share = min(wanted / capacity, 1.0) if capacity else 0.0
        for site in group:
            taken[site.joint] = taken.get(site.joint, 0.0) + site.amount * share
        wanted = max(wanted - capacity, 0.0)
    return taken, wanted


def _joint(site: Site) -> int:
    return site.joint


def _moved(
    places: list[float], extra: dict[int, float], start: int, sign: float
) -> list[float]:
    if not extra:
        return places
    moved, sum_ = places[:], 0.0
    for index in range(len(places)):
        amount = extra.get(start + index)
        if amount:
            sum_ += sign * amount
        if sum_:
            moved[index] += sum_
    return moved


def balance_lines(galley: Galley, measure: float, indent: float, house: House) -> list[int]:
    """Fewest lines, then as equal as can be, broken where a reader would pause."""
    fewest = len(break_lines(galley, measure, indent, justified=False))
    count = len(galley.advances)
    if fewest < 2 or count > 400:
        return break_lines(galley, measure, indent, justified=False)
    penalties = _pauses(galley, house)
    ends = [0, *(box for box, may in enumerate(galley.may_break) if may and box), count]
    lefts = [galley.lefts[0] - indent, *galley.lefts[1:]]
    aim = (galley.natural_width + indent) / fewest
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(fewest):
        after: dict[int, tuple[float, tuple[int, ...]]] = {}
        for end in ends[1:]:
            if (end == count) != (line == fewest - 1):
                continue
            for start, (cost, path) in best.items():
                width = galley.rights[end] - lefts[start] if end > start else 0.0
                if end <= start or width > measure + SLACK:
                    continue
                uneven = (width - aim) / galley.size
                total = cost + uneven * uneven + penalties.get(end, 0.0)
                if _visible(galley, start, end) < 2:
                    total += 200.0
                if end not in after or total < after[end][0]:
                    after[end] = (total, (*path, end))
        best = after
    if count not in best:
        return break_lines(galley, measure, indent, justified=False)
    return list(best[count][1])


def _visible(galley: Galley, start: int, end: int) -> int:
    """How many characters of a line are no marks, to 2."""
    found = 0
    for box in range(start, end):
        if galley.letters[box] not in NO_MARK:
            found += galley.starts[box + 1] - galley.starts[box]
        if found >= 2:
            return 2
    return found


def _pauses(galley: Galley, house: House) -> dict[int, float]:
    """What it costs to break before each box, in squared ems of unevenness."""
    costs: dict[int, float] = {}
    depth = 0
    text, starts = galley.text, galley.starts
    for box, letter in enumerate(galley.letters):
        if depth and box:
            costs[box] = 60.0
        elif box:
            typed = text[starts[box - 1] : starts[box]]
            before, first = typed.rstrip()[-1:], text[starts[box]]
            if "\u3000" in typed:
                costs[box] = -12.0
            elif typed[-1:] == " ":
                costs[box] = -4.0
            elif galley.letters[box - 1] in "ieIE":
                costs[box] = -4.0
            elif first in house.avoid_at_start or before in house.avoid_at_end:
                costs[box] = 9.0
            else:
                costs[box] = 1.0
        if letter in "oO":
            depth += 1
        elif letter in "cC" and depth:
            depth -= 1
    return costs

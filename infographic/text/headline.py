"""Lines of about equal length, broken where a reader would pause: headlines and captions.

Length and phrase decide together: each line costs the square of how far it is from the average
length, each break what `segment` says. Explicit breaks and no-break spans never come here: the
one makes hard lines of its own, the other leaves no place to break.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from infographic.text.demerits import NO_WORD, SLACK
from infographic.text.galley import Galley
from infographic.text.lines import Priced, break_lines
from infographic.text.numerals import WORDS
from infographic.text.phrases import Phrases
from infographic.text.segment import break_costs, words_of
from infographic.text.style import Part

MOST_BOXES = 200
"""Longer copy is no headline; its lines are broken as running text."""
STOPS = frozenset("iIeE")
LEAST_SHARE = 0.5
"""No line is shorter than this share of the longest where that can be had."""
SHORTEST_SHARE = 1 / 3
"""A line shorter than this share is worth a line end that has a price."""
TORN = 40.0
"""A break that costs as much tears a word, a name, a term, or what stands in quotes."""


def balance_lines(
    galley: Galley,
    measure: float,
    indent: float,
    phrases: Phrases,
    most: int = 0,
    *,
    line_more: bool = False,
) -> list[int]:
    """Where each line ends: fewest lines, then as equal as can be, ending at a pause.

    Inside a date or before a unit only where all other ways are too wide, leave a stub, or make
    more lines than `most` (0 for no bound). `line_more`: a line more where the fewest tear a word,
    and so many do not.
    """
    natural = break_lines(galley, measure, indent, justified=False, priced=Priced.IF_TOO_WIDE)
    if len(natural) < 2 or len(galley.advances) > MOST_BOXES:
        return natural
    costs = _costs(galley, phrases)
    ends = _ends(galley, natural, measure, indent, phrases, costs, most, line_more)
    measures = [*_after_measure_words(galley, phrases)]
    if not any(box in ends for box in measures):
        return ends
    for box in measures:
        costs[box] = max(costs[box], phrases.inside_word)
    kept = _ends(galley, natural, measure, indent, phrases, costs, most, line_more)
    # Not for a line more, for one nearly empty, or for a number that is parted in its stead.
    is_worse = (
        len(kept) > len(ends)
        or any(end in galley.prices and end not in ends for end in kept)
        or _has_stub(galley, kept, indent, SHORTEST_SHARE)
    )
    return ends if is_worse else kept


def _ends(
    galley: Galley, natural: list[int], measure: float, indent: float, phrases: Phrases,
    costs: Sequence[float], most: int, line_more: bool,
) -> list[int]:  # fmt: skip
    """What `balance_lines` does, with what it costs to end a line before each box."""
    free = _balanced(galley, galley.free_ends(), natural, measure, indent, costs, phrases)
    if line_more and free and _worst(free, costs) >= TORN:
        more = _balanced(galley, galley.free_ends(), [0, *natural], measure, indent, costs, phrases)
        free = more if more and _worst(more, costs) + TORN <= _worst(free, costs) else free
    is_good = free and not _has_stub(galley, free, indent, SHORTEST_SHARE)
    if not galley.prices or (is_good and len(free) <= (most or len(free))):
        return free or natural
    natural = break_lines(galley, measure, indent, justified=False, priced=Priced.ALWAYS)
    found = _balanced(galley, galley.legal_ends(), natural, measure, indent, costs, phrases)
    if not free or (len(found) <= most < len(free)):
        return found or natural
    is_better = found and not _has_stub(galley, found, indent, SHORTEST_SHARE)
    return found if is_better and not is_good else free


def _balanced(
    galley: Galley,
    legal: Sequence[int],
    natural: Sequence[int],
    measure: float,
    indent: float,
    costs: Sequence[float],
    phrases: Phrases,
) -> list[int]:
    """The best way to make as many lines as the natural way does, ending there; [] for none."""
    fewest = len(natural)
    if fewest < 2:
        return [*natural]
    best = _cheapest(galley, legal, fewest, measure, indent, costs, phrases, 0.0, inf)
    if not best or not _has_stub(galley, best, indent):
        return best
    # Bounded from below, a line is never less than half of one bounded to twice that.
    aim = (galley.natural_width + indent) / fewest
    bounded = [
        _cheapest(
            galley, legal, fewest, measure, indent, costs, phrases, least, least / LEAST_SHARE
        )
        for least in (aim * tenths / 10 for tenths in range(5, 10))
    ]
    ways = [ends for ends in bounded if ends and not _has_stub(galley, ends, indent)]
    totals = [_total(galley, ends, indent, aim, costs, phrases) for ends in (best, *ways)]
    totals[0] += phrases.short_line
    return (best, *ways)[totals.index(min(totals))]


def _worst(ends: Sequence[int], costs: Sequence[float]) -> float:
    return max((costs[end] for end in ends[:-1]), default=0.0)


def costs_of(galley: Galley, ends: Sequence[int], phrases: Phrases) -> list[float]:
    """What the break at each line's end costs; the last line's costs nothing."""
    if len(ends) < 2 or len(galley.advances) > MOST_BOXES:
        return [0.0] * len(ends)
    costs = _costs(galley, phrases)
    return [costs[end] for end in ends]


def _cheapest(
    galley: Galley,
    ends: Sequence[int],
    fewest: int,
    measure: float,
    indent: float,
    costs: Sequence[float],
    phrases: Phrases,
    least: float,
    most: float,
) -> list[int]:
    """The cheapest way to make `fewest` lines, all from `least` to `most` long; [] for none."""
    count = len(galley.advances)
    aim = (galley.natural_width + indent) / fewest
    most = min(measure, most) + SLACK
    # By the end of the line: the cheapest way to end it there, as (cost, ends so far).
    ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for number in range(1, fewest + 1):
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        starts = sorted(ways, reverse=True)
        for end in ends:
            if (end == count) != (number == fewest):
                continue
            for start in starts:
                if start >= end:
                    continue
                width = _width(galley, start, end, indent)
                if width > most:
                    break
                if width < least - SLACK:
                    continue
                cost = ways[start][0] + costs[end]
                cost += _demerits(galley, start, end, width, aim, phrases)
                if end not in longer or cost < longer[end][0]:
                    longer[end] = (cost, (*ways[start][1], end))
        ways = longer
    return list(ways[count][1]) if count in ways else []


def _total(
    galley: Galley,
    ends: list[int],
    indent: float,
    aim: float,
    costs: Sequence[float],
    phrases: Phrases,
) -> float:
    return sum(
        costs[end] + _demerits(galley, start, end, _width(galley, start, end, indent), aim, phrases)
        for start, end in pairwise([0, *ends])
    )


def _has_stub(galley: Galley, ends: list[int], indent: float, share: float = LEAST_SHARE) -> bool:
    """Whether a line is shorter than this share of the longest, to the eye: a stop at its end is
    air."""
    widths = [
        _width(galley, start, end, indent)
        - (
            galley.advances[end - 1] - galley.tails[end - 1]
            if galley.letters[end - 1] in STOPS
            else 0
        )
        for start, end in pairwise([0, *ends])
    ]
    return min(widths) < share * max(widths) - SLACK


def _width(galley: Galley, start: int, end: int, indent: float) -> float:
    return galley.rights[end] - galley.lefts[start] + (0.0 if start else indent)


def _demerits(
    galley: Galley, start: int, end: int, width: float, aim: float, phrases: Phrases
) -> float:
    uneven = width / aim - 1
    cost = phrases.unevenness * uneven * uneven
    return cost + phrases.lone_character if _is_lone(galley, start, end) else cost


def _is_lone(galley: Galley, start: int, end: int) -> bool:
    """Whether a line has one character at most that is no mark."""
    found = 0
    for box in range(start, end):
        if galley.letters[box] not in NO_WORD:
            found += galley.starts[box + 1] - galley.starts[box]
        if found > 1:
            return False
    return True


def _costs(galley: Galley, phrases: Phrases) -> list[float]:
    """What it costs to end a line before each box, and at the end."""
    text, starts = galley.text, galley.starts
    words = break_costs(text, phrases, galley.terms)
    costs = [0.0]
    for box, depth in zip(range(1, len(galley.letters)), _depths(galley.letters), strict=False):
        typed = text[starts[box - 1] : starts[box]]
        cost = _at_mark(typed, galley.letters[box - 1], phrases)
        if cost is None:
            cost = words.get(starts[box], phrases.inside_word)
            if galley.letters[box - 1] in "cC":
                cost += phrases.closer
        costs.append(cost + (phrases.inside_quotes if depth else 0.0))
    for box, price in galley.prices.items():
        costs[box] = max(costs[box], phrases.between_words) + price
    costs.append(0.0)
    return costs


_NOUNS = frozenset("nsgbih")
_MEASURES = frozenset(WORDS["measures"])


def _after_measure_words(galley: Galley, phrases: Phrases) -> Iterator[int]:
    """The boxes that begin a noun right behind an emphasised number's measure word: 4000余户|企业.

    A noun is parted from its measure word only where that spares a worse line's end.
    """
    text, starts = galley.text, galley.starts
    boxes = [
        box
        for (_, part), (box, after) in pairwise(galley.parts)
        if part is Part.UNIT and after is Part.PLAIN and text[starts[box] - 1] in _MEASURES
    ]
    if boxes:
        kinds = {word.start: word.kind for word in words_of(text, phrases)}
        yield from (box for box in boxes if kinds.get(starts[box], "") in _NOUNS)


def _depths(letters: Sequence[str]) -> Iterator[int]:
    """How many pairs of quotes or brackets are open after each box."""
    depth = 0
    for letter in letters:
        if letter in "oO":
            depth += 1
        elif letter in "cC" and depth:
            depth -= 1
        yield depth


def _at_mark(typed: str, letter: str, phrases: Phrases) -> float | None:
    """The cost of a break after a space or a mark; None where words decide."""
    if "\u3000" in typed:
        return phrases.wide_space
    if typed[-1:] == " ":
        return phrases.space
    before = typed.rstrip()[-1:]
    if letter in "eEj" or before in "，：；":
        return phrases.stop
    return phrases.pause if letter in "iI" else None

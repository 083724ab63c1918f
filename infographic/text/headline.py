"""Lines of about equal length, broken where a reader would pause: headlines and captions."""

from __future__ import annotations

from infographic.text.classes import House
from infographic.text.galley import Galley
from infographic.text.lines import NO_WORD, SLACK, break_lines

MOST_BOXES = 200
"""Longer copy is no headline; its lines are broken as running text."""

# What a break costs, in squared ems of unevenness.
AT_WIDE_SPACE, AT_SPACE, AFTER_STOP, AFTER_PAUSE, AFTER_CLOSER = -16.0, -6.0, -6.0, -2.0, -1.0
BETWEEN_HAN, BEFORE_PARTICLE, INSIDE_QUOTES = 5.0, 12.0, 60.0
LONE_CHARACTER, SHORT_LINE = 200.0, 20.0


def balance_lines(galley: Galley, measure: float, indent: float, house: House) -> list[int]:
    """Where each line ends: fewest lines, then as equal as can be, ending at a pause."""
    natural = break_lines(galley, measure, indent, justified=False)
    fewest, count = len(natural), len(galley.advances)
    if fewest < 2 or count > MOST_BOXES:
        return natural
    costs = _costs(galley, house)
    ends = galley.legal_ends()
    aim = (galley.natural_width + indent) / fewest
    # By the line's number: the cheapest way to end it at each box, as (cost, ends so far).
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
                width = galley.rights[end] - galley.lefts[start] + (0.0 if start else indent)
                if width > measure + SLACK:
                    break
                cost = ways[start][0] + costs.get(end, 0.0)
                cost += _demerits(galley, start, end, width, aim)
                if end not in longer or cost < longer[end][0]:
                    longer[end] = (cost, (*ways[start][1], end))
        ways = longer
    return list(ways[count][1]) if count in ways else natural


def _demerits(galley: Galley, start: int, end: int, width: float, aim: float) -> float:
    uneven = (width - aim) / galley.size
    cost = uneven * uneven
    if width < aim / 2:
        cost += SHORT_LINE
    if _is_lone(galley, start, end):
        cost += LONE_CHARACTER
    return cost


def _is_lone(galley: Galley, start: int, end: int) -> bool:
    """Whether a line has one character at most that is no mark."""
    found = 0
    for box in range(start, end):
        if galley.letters[box] not in NO_WORD:
            found += galley.starts[box + 1] - galley.starts[box]
        if found > 1:
            return False
    return True


def _costs(galley: Galley, house: House) -> dict[int, float]:
    """What it costs to end a line before each box."""
    costs: dict[int, float] = {}
    depth = 0
    text, starts, letters = galley.text, galley.starts, galley.letters
    for box, letter in enumerate(letters):
        if box:
            typed = text[starts[box - 1] : starts[box]]
            before, first = typed.rstrip()[-1:], text[starts[box]]
            costs[box] = _cost(typed, letters[box - 1], before, first, house)
            if depth:
                costs[box] += INSIDE_QUOTES
        if letter in "oO":
            depth += 1
        elif letter in "cC" and depth:
            depth -= 1
            # A closing mark ends what it closes: after it the line may end again.
    return costs


def _cost(typed: str, letter: str, before: str, first: str, house: House) -> float:
    if "\u3000" in typed:
        return AT_WIDE_SPACE
    if typed[-1:] == " ":
        return AT_SPACE
    if letter in "eEj" or before in "，：；":
        return AFTER_STOP
    if letter in "iI":
        return AFTER_PAUSE
    if letter in "cC":
        return AFTER_CLOSER
    if first in house.avoid_at_start or before in house.avoid_at_end:
        return BEFORE_PARTICLE
    return BETWEEN_HAN

"""Counting what fits: how many of an author's characters, and how many more there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from infographic.text.copy import Copy

FILLER = "国"
"""What room is counted in."""
NEAR = 24
"""So many characters about the limit, an answer may be uneven: a mark closes up, a word moves
down whole."""


def prefix_that_fits(total: int, fits: Callable[[int], bool]) -> int:
    """The most characters from the start that fit, of `total`: they and all fewer near them do.

    `fits(n)` says so of the first n. What stands past the limit does not move it, so that k more
    characters at the end are exactly k more that do not fit.

    >>> prefix_that_fits(100, lambda n: n <= 63), prefix_that_fits(70, lambda n: n <= 63)
    (63, 63)
    >>> prefix_that_fits(100, lambda n: n <= 60 or n == 62)
    60
    """
    if total <= 0 or fits(total):
        return max(total, 0)
    low, high = 0, 1
    while high < total and fits(high):
        low, high = high, 2 * high
    high = min(high, total)
    while high - low > 1:
        middle = (low + high) // 2
        if fits(middle):
            low = middle
        else:
            high = middle
    return _settled(low, fits)


def _settled(found: int, fits: Callable[[int], bool]) -> int:
    """Walk down while one of the last few does not fit."""
    at = found - 1
    while at > max(found - NEAR, 0):
        if not fits(at):
            found = at - 1
        at -= 1
    return max(found, 0)


def room_after(estimate: int, fits: Callable[[int], bool]) -> int:
    """How many more characters could be added: the most that fit, sought from an estimate.

    >>> room_after(10, lambda n: n <= 13), room_after(10, lambda n: n <= 4)
    (13, 4)
    """
    top = max(estimate, 1)
    while fits(top):
        top *= 2
        if top > MOST:
            return MOST
    return prefix_that_fits(top, fits)


MOST = 65_536
"""Room for more than so many is not counted."""


def over_in(copies: Sequence[Copy], fits: Callable[[Sequence[Copy]], bool]) -> int:
    """So many characters of some words, from the end, do not fit."""
    total = sum(len(copy.text) for copy in copies)
    held = prefix_that_fits(total, lambda n: fits(first_of(copies, n)))
    return characters_in(copies) - characters_in(first_of(copies, held))


def characters_in(copies: Iterable[Copy]) -> int:
    """The author's characters, hard breaks not counted."""
    return sum(len(copy.text.replace("\n", "")) for copy in copies)


def first_of(copies: Sequence[Copy], count: int) -> list[Copy]:
    """The first so many characters of paragraphs."""
    kept: list[Copy] = []
    for copy in copies:
        if count <= 0:
            break
        length = len(copy.text)
        kept.append(copy if length <= count else copy.first(count))
        count -= length
    return kept


def without_last(copies: Sequence[Copy], count: int) -> list[Copy]:
    """Paragraphs without so many of their last characters, hard breaks not counted."""
    kept = list(copies)
    while kept and count > 0:
        text = kept.pop().text
        at = len(text)
        while at and count:
            at -= 1
            count -= text[at] != "\n"
        if at:
            kept.append(copies[len(kept)].first(at))
    return kept


def with_more(copies: Sequence[Copy], count: int) -> list[Copy]:
    """With so many Han added at the end; where there are no words nothing is."""
    if not copies:
        return []
    return [*copies[:-1], copies[-1].followed_by(FILLER * count)]

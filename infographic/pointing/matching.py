"""Words as they stand on a page matched with the words they were set from.

A text may be set whole, in lines; without some of its words; or in parts, as a stat's number and
label are, in another order than it was written in. Each part is found where it fits best, and no
character of the text is taken for two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

MOST_PLACES = 200
"""Of one piece in a text."""
MOST_STEPS = 3_000_000
"""Characters of a piece times characters of the text, over all that are looked for in parts: what a
hostile text might ask for; after them the rest has no place."""
Found = list[int | None]
"""For each character its place in the text; None where it is not of it."""


def matched(pieces: Sequence[str], text: str, edges: frozenset[int] = frozenset()) -> list[Found]:
    """Where the characters of each piece stand in a text. `edges` are the places in it where a mark
    stands: a part that was told apart begins and ends there rather than elsewhere.

    >>> matched(["前3季", "3", "个"], "前3季3个")
    [[0, 1, 2], [3], [4]]
    >>> matched(["3个", "新建"], "新建3个")
    [[2, 3], [0, 1]]
    >>> matched(["①春", "风来-", "了"], "春风来了")
    [[None, 0], [1, 2, None], [3]]
    """
    return _Matching(pieces, text, edges).found()


def run_of(pieces: Sequence[str], text: str, edges: frozenset[int] = frozenset()) -> int | None:
    """Where all pieces stand in a row in a text; None where they do not."""
    joined = "".join(pieces)
    if not joined:
        return None
    matching = _Matching(pieces, text, edges)
    places = list(_occurrences(joined, text, 0, len(text)))
    if not places:
        return None
    return min(places, key=lambda at: (matching.off_edge(at, at + len(joined)), at))


def longest_in(piece: str, text: str) -> tuple[int, int, int]:
    """The longest stretch that two texts share: where it begins in both, and its length.

    >>> longest_in("，2025年", "2025年57分钟")
    (1, 0, 5)
    """
    return _Matching([piece], text, frozenset()).longest(piece, 0, len(text))


class _Matching:
    def __init__(self, pieces: Sequence[str], text: str, edges: frozenset[int]) -> None:
        self.pieces, self.text, self.edges = pieces, text, edges
        self.places: list[Found] = [[None] * len(piece) for piece in pieces]
        self.is_taken = bytearray(len(text))
        self.steps = MOST_STEPS

    def found(self) -> list[Found]:
        row = run_of(self.pieces, self.text, self.edges)
        if row is not None:
            for piece in self.places:
                piece[:] = range(row, row + len(piece))
                row += len(piece)
            return self.places
        # Long ones first: a short one may be part of theirs.
        order = sorted(range(len(self.pieces)), key=lambda number: -len(self.pieces[number]))
        left = [number for number in order if not self.put_whole(number)]
        # A change has its later number in its words and beside its mark.
        left = [number for number in left if not self.put_whole(number, again=True)]
        for number in left:
            self.put_parts(number, 0, len(self.pieces[number]), 0, len(self.text))
        return self.places

    def put_whole(self, number: int, *, again: bool = False) -> bool:
        """Put a piece where it stands in one, though it be shown a second time; whether there is
        such a place."""
        piece, text = self.pieces[number], self.text
        if not piece:
            return True
        before, behind = self.end_before(number) or 0, self.start_behind(number)
        last = len(text) if behind is None else behind

        def cost(at: int) -> tuple[bool, int, bool, int]:
            # How ill it stands there: the less in a row with its neighbours, the worse.
            end = at + len(piece)
            is_in_order, is_beside = before <= at and end <= last, at == before or end == last
            return not is_in_order, self.off_edge(at, end), not is_beside, at

        # Of a text that repeats one thing thousands of times a few places are looked at.
        beside = [at for at in (before, last - len(piece)) if text.startswith(piece, max(at, 0))]
        found = islice(_occurrences(piece, text, 0, len(text)), MOST_PLACES)
        places = [
            at
            for at in (*beside, *found)
            if at >= 0
            and ((again and len(piece) > 1) or not any(self.is_taken[at : at + len(piece)]))
        ]
        if not places:
            return False
        self.put(number, 0, min(places, key=cost), len(piece))
        return True

    def end_before(self, number: int) -> int | None:
        """Where what stands before a piece ends in the text."""
        for piece in reversed(self.places[:number]):
            known = [at for at in piece if at is not None]
            if known:
                return known[-1] + 1
        return None

    def start_behind(self, number: int) -> int | None:
        for piece in self.places[number + 1 :]:
            known = [at for at in piece if at is not None]
            if known:
                return known[0]
        return None

    def off_edge(self, start: int, end: int) -> int:
        """How many of a stretch's ends are at no mark, nor at an end of the text."""
        return (start not in self.edges and start > 0) + (
            end not in self.edges and end < len(self.text)
        )

    def put(self, number: int, first: int, at: int, count: int) -> None:
        self.places[number][first : first + count] = range(at, at + count)
        self.is_taken[at : at + count] = b"\x01" * count

    def put_parts(self, number: int, first: int, last: int, low: int, high: int) -> None:
        """Put what of a piece's characters can be found in a part of the text, in order."""
        waiting = [(first, last, low, high)]
        while waiting:
            first, last, low, high = waiting.pop()
            at, place, count = self.longest(self.pieces[number][first:last], low, high)
            if not count or (count == 1 < last - first and not self.is_beside(number, place)):
                continue
            self.put(number, first + at, place, count)
            waiting.append((first, first + at, low, place))
            waiting.append((first + at + count, last, place + count, high))

    def is_beside(self, number: int, at: int) -> bool:
        """Whether a single character stands beside what is known: alone it would say little."""
        return (
            any(place is not None for place in self.places[number])
            or at == (self.end_before(number) or 0)
            or at + 1 == self.start_behind(number)
        )

    def longest(self, piece: str, low: int, high: int) -> tuple[int, int, int]:
        """The longest stretch that a piece and the free characters of the text share: where it
        begins in both, and its length."""
        best = (0, low, 0)
        self.steps -= len(piece) * (high - low)
        if self.steps < 0:
            return best
        before: dict[int, int] = {}
        for at, sign in enumerate(piece):
            lengths: dict[int, int] = {}
            place = self.text.find(sign, low, high)
            while place >= 0:
                if not self.is_taken[place]:
                    length = lengths[place] = before.get(place - 1, 0) + 1
                    if length > best[2]:
                        best = (at - length + 1, place - length + 1, length)
                place = self.text.find(sign, place + 1, high)
            before = lengths
        return best


def _occurrences(piece: str, text: str, low: int, high: int) -> Iterator[int]:
    at = text.find(piece, low, high) if piece else -1
    while at >= 0:
        yield at
        at = text.find(piece, at + 1, high)

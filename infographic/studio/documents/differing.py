"""What makes one text of another, in pieces as small as is quickly found."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from infographic.studio.documents.pairing import paired
from infographic.studio.documents.splices import Splice, Splices, in_a_row, trimmed

LONGEST = 3_000
"""Lines that are compared one by one; of more, the whole stretch is one piece."""


def difference(old: str, new: str) -> Splices:
    """Splices that make `new` of `old`; () where they are equal.

    >>> difference("a: 1\\nb: 2\\nc: 3\\n", "a: 5\\nb: 2\\nc: 7\\n")
    (Splice(at=13, old='3', new='7'), Splice(at=3, old='1', new='5'))
    """
    if old == new:
        return ()
    whole = trimmed(Splice(0, old, new))
    # From the beginning of its line to the end of it, so that lines are compared with lines.
    low = old.rfind("\n", 0, whole.at) + 1
    tail = len(old) - whole.end
    line_tail = old.find("\n", whole.end)
    keep = len(old) - (len(old) if line_tail < 0 else line_tail + 1)
    keep = min(keep, tail)
    one = old[low : len(old) - keep].splitlines(keepends=True)
    other = new[low : len(new) - keep].splitlines(keepends=True)
    if max(len(one), len(other)) > LONGEST:
        return (whole,)
    starts = [low]
    for line in one:
        starts.append(starts[-1] + len(line))
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for first, last, low_new, high_new in _pieces(one[a:b], other[c:d]):
            start, end = starts[a + first], starts[a + last]
            piece = Splice(start, old[start:end], "".join(other[c + low_new : c + high_new]))
            piece = trimmed(piece)
            if piece.old or piece.new:
                found.append(piece)
    return in_a_row(found)


def _pieces(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Which lines became which: each that was changed for itself, those between by themselves."""
    pairs = (
        [(place, place) for place in range(len(old))] if len(old) == len(new) else paired(old, new)
    )
    low = first = 0
    for one, other in pairs:
        yield low, one, first, other
        yield one, one + 1, other, other + 1
        low, first = one + 1, other + 1
    yield low, len(old), first, len(new)

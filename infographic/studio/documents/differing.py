"""What makes one text of another, in pieces as small as is quickly found."""

from __future__ import annotations

from difflib import SequenceMatcher

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
        if b - a == d - c:
            # As many lines as before: each for itself.
            pairs = [(a + n, a + n + 1, c + n, c + n + 1) for n in range(b - a)]
        else:
            pairs = [(a, b, c, d)]
        for low_line, high_line, first, last in pairs:
            piece = Splice(
                starts[low_line], old[starts[low_line] : starts[high_line]],
                "".join(other[first:last]),
            )  # fmt: skip
            piece = trimmed(piece)
            if piece.old or piece.new:
                found.append(piece)
    return in_a_row(found)

"""Changes of a text, character by character, that can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from infographic.foundation.record.tuples import NamedTuple


class Splice(NamedTuple):
    """`old` at a place of a text, counted in characters from 0, becomes `new`."""

    at: int
    old: str
    new: str

    @property
    def end(self) -> int:
        """Where the old characters end."""
        return self.at + len(self.old)

    @property
    def grown(self) -> int:
        """By how many characters the text becomes longer."""
        return len(self.new) - len(self.old)

    @property
    def undone(self) -> Splice:
        """What takes it back."""
        return Splice(self.at, self.new, self.old)


Splices = tuple[Splice, ...]
"""Made one after the other: each counts in the text that those before it have left."""


class OtherTextError(Exception):
    """The text is not the one that a splice counts in."""


def applied(text: str, splices: Iterable[Splice]) -> str:
    """The text after them. Raises `OtherTextError` where it is not the one they were made of.

    >>> applied("a: 1", [Splice(3, "1", "23"), Splice(0, "a", "bc")])
    'bc: 23'
    """
    for one in splices:
        if not text.startswith(one.old, one.at):
            raise OtherTextError(one)
        text = text[: one.at] + one.new + text[one.end :]
    return text


def undone(splices: Sequence[Splice]) -> Splices:
    """What takes all of them back."""
    return tuple([one.undone for one in reversed(splices)])


def in_a_row(splices: Iterable[Splice]) -> Splices:
    """Splices that all count in the same text, made to be applied one after the other; of two at
    one place the first is to stand first."""
    # From the end, so that none moves another.
    return tuple(sorted(splices, key=lambda one: one.at))[::-1]


def moved(place: int, splices: Iterable[Splice]) -> int:
    """Where what stood at a place stands after them; at the start of what took its place."""
    for one in splices:
        if place >= one.end:
            place += one.grown
        elif place > one.at:
            place = one.at
    return place


def trimmed(one: Splice) -> Splice:
    """The same without the characters that stay as they are at its beginning and end.

    >>> trimmed(Splice(10, "2300", "2400"))
    Splice(at=11, old='3', new='4')
    """
    old, new = one.old, one.new
    shorter = min(len(old), len(new))
    head = _common(old, new, shorter)
    tail = _common(old[::-1], new[::-1], shorter - head)
    return Splice(one.at + head, old[head : len(old) - tail], new[head : len(new) - tail])


def _common(one: str, other: str, most: int) -> int:
    """How many characters two texts begin with in common, by halves: texts may be megabytes."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low

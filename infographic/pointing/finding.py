"""The search for where the characters of a few lines were written, that one datum was set in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infographic.foundation.datum import Origin
from infographic.foundation.record.tuples import NamedTuple
from infographic.pointing.behind import Behind, texts_behind, texts_of_head
from infographic.pointing.letters import Letters, folded, written
from infographic.pointing.matching import longest_in, matched, run_of


class Spot(NamedTuple):
    """A character in an author's file."""

    pointer: str
    """Of its text value."""
    offset: int
    """Its place in the value as it is read from JSON, in code points."""


Spots = list[Spot | None]
FIGURES = frozenset("0123456789.,-+±")
"""What a number that is no text in its file is set in."""
MOST = 0.6
"""Of what is missing in a line, so much must be of one text to be taken for it."""


def spots_of(
    lines: Sequence[Sequence[str]], origin: Origin, *, is_reading: bool = False
) -> list[Spots]:
    """Where each character of some lines was written; None for what no author wrote.

    `origin` is the datum that they were set in; `is_reading` where they stand over other words.
    """
    behind = list(texts_behind(origin))
    own = next((one for one in behind if one.is_own), None)
    search = _Search(lines)
    if own is not None and is_reading:
        search.take_in_order(own.pointer, written(own.text).readings)
    elif own is not None:
        search.take_own(own)
    if not is_reading and None in search.spots:
        known = {one.pointer for one in behind}
        others = [one for one in behind if not one.is_own]
        behind += [one for one in texts_of_head(origin) if one.pointer not in known]
        search.take_joined([one for one in behind if not one.is_own])
        search.take_others(others, is_number=own is None)
    return search.found({one.pointer: one.text for one in behind})


class _Search:
    def __init__(self, lines: Sequence[Sequence[str]]) -> None:
        self.lines = lines
        self.like = [[folded(sign) for sign in line] for line in lines]
        self.pieces = ["".join(line) for line in self.like]
        self.words = "".join(self.pieces)
        """All characters with ink, folded."""
        self.spots: Spots = [None] * len(self.words)
        self.ends: set[int] = {0, len(self.words)}
        """Where a line begins or a space stands."""
        self.starts: set[int] = set()
        """Where a line begins."""
        at = 0
        for line in self.like:
            self.starts.add(at)
            self.ends.add(at)
            for like in line:
                at += bool(like)
                if not like:
                    self.ends.add(at)

    def take_own(self, own: Behind) -> None:
        """Find what is of the datum's own text: all of it, perhaps without words that may be
        dropped, among others, or in parts."""
        read = written(own.text)
        letters = read.whole
        for fewer in (letters, *read.shorter):
            if run_of(self.pieces, fewer.folded) is not None:
                self.take_in_order(own.pointer, fewer)
                return
        if letters.folded and letters.folded in self.words:
            while self.take_whole(own.pointer, letters):
                pass
            # A change has its number once more, beside its mark.
            self.take_parts(own.pointer, letters, without_figures=False, is_again=True)
        else:
            self.take_in_order(own.pointer, letters)

    def take_in_order(self, pointer: str, letters: Letters) -> None:
        at = 0
        for piece in matched(self.pieces, letters.folded, _edges(letters)):
            for place in piece:
                if place is not None:
                    self.spots[at] = Spot(pointer, letters.places[place])
                at += 1

    def take_others(self, others: Sequence[Behind], *, is_number: bool) -> None:
        """Find what is of the texts beside the datum's: whole ones first, the longest of them
        before all. `is_number`: the datum itself is no text."""
        read = [(one.pointer, written(one.text).whole) for one in others]
        read.sort(key=lambda one: -len(one[1].folded))
        for pointer, letters in read:
            is_figures = all(sign in FIGURES for sign in letters.folded)
            if not (is_figures and is_number):
                self.take_whole(pointer, letters, is_figures=is_figures)
        for pointer, letters in read:
            self.take_parts(pointer, letters, without_figures=is_number)

    def take_joined(self, others: Sequence[Behind]) -> None:
        """Find texts that a layout has put behind the datum's, each a word apart."""
        for other in sorted(others, key=lambda one: -len(one.text)):
            letters = written(other.text).whole
            for start, end in self.gaps():
                at = self.words.find(letters.folded, start, end) if letters.folded[1:] else -1
                if at in self.ends and at + len(letters.folded) in self.ends:
                    self.put(other.pointer, letters.places, at)
                    break

    def take_whole(self, pointer: str, letters: Letters, *, is_figures: bool = False) -> bool:
        """Find a text that stands whole among what is missing; a number beside no other figure."""
        for start, end in self.gaps() if letters.folded else ():
            at = self.words.find(letters.folded, start, end)
            beside = self.words[max(at - 1, start) : at]
            beside += self.words[at + len(letters.folded) : end][:1]
            if at >= 0 and not (is_figures and FIGURES.intersection(beside)):
                self.put(pointer, letters.places, at)
                return True
        return False

    def take_parts(
        self, pointer: str, letters: Letters, *, without_figures: bool, is_again: bool = False
    ) -> None:
        """Find what of a line is a part of a text."""
        taken = {spot for spot in self.spots if spot and spot.pointer == pointer and not is_again}
        for start, end in list(self.gaps(in_lines=True, without_figures=without_figures)):
            at, place, count = longest_in(self.words[start:end], letters.folded)
            # Of a few characters alone, nothing says that they are not the house's own.
            if count < min(2, len(letters.folded)) or count < MOST * (end - start):
                continue
            places = letters.places[place : place + count]
            if taken.isdisjoint(Spot(pointer, one) for one in places):
                self.put(pointer, places, start + at)
                taken.update(Spot(pointer, one) for one in places)

    def put(self, pointer: str, places: Sequence[int], at: int) -> None:
        self.spots[at : at + len(places)] = [Spot(pointer, place) for place in places]

    def gaps(
        self, *, in_lines: bool = False, without_figures: bool = False
    ) -> Iterator[tuple[int, int]]:
        """The stretches of characters that are not found yet."""
        start = -1
        for at, (sign, spot) in enumerate(zip(self.words, self.spots, strict=True)):
            is_open = spot is None and not (without_figures and sign in FIGURES)
            if start >= 0 and (not is_open or (in_lines and at in self.starts)):
                yield start, at
                start = -1
            if is_open and start < 0:
                start = at
        if start >= 0:
            yield start, len(self.words)

    def found(self, texts: dict[str, str]) -> list[Spots]:
        """What was found, line by line, with the spaces between."""
        found, at = [], 0
        for signs, line in zip(self.lines, self.like, strict=True):
            count = sum(map(bool, line))
            inked = iter(self.spots[at : at + count])
            at += count
            spots = [next(inked) if like else None for like in line]
            found.append(_with_blanks(signs, line, spots, texts))
        return found


def _edges(letters: Letters) -> frozenset[int]:
    """Where something stands between two characters: a mark, a space."""
    places = letters.places
    return frozenset(at for at in range(1, len(places)) if places[at] != places[at - 1] + 1)


def _with_blanks(
    signs: Sequence[str], like: Sequence[str], spots: Spots, texts: dict[str, str]
) -> Spots:
    """The characters of a line with the spaces between those that are found."""
    last: Spot | None = None
    blanks: list[int] = []
    for number, (inked, spot) in enumerate(zip(like, spots, strict=True)):
        if not inked:
            blanks += [number] * signs[number].isspace()
            continue
        if spot and last and spot.pointer == last.pointer and last.offset < spot.offset:
            text = texts.get(spot.pointer, "")
            between = range(last.offset + 1, min(spot.offset, len(text)))
            places = [at for at in between if text[at].isspace()]
            for blank, at in zip(blanks, places, strict=False):
                spots[blank] = Spot(spot.pointer, at)
        last, blanks = spot, []
    return spots

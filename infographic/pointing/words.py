"""From the characters on a page back to those of the texts they were set from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from infographic.display.items import TextLine
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.pointing.behind import Behind, texts_behind
from infographic.pointing.characters import Character, characters_of
from infographic.pointing.letters import Letters, folded, written
from infographic.pointing.matching import longest_in, matched, run_of
from infographic.pointing.standing import Standing


class Spot(NamedTuple):
    """A character in an author's file."""

    pointer: str
    """Of its text value."""
    offset: int
    """Its place in the value as it is read from JSON, in code points."""


@record
class Words:
    """A line of type on a page, and where each of its characters was written."""

    standing: Standing
    line: TextLine
    characters: tuple[Character, ...]
    spots: tuple[Spot | None, ...]
    """For each character; None for one that nobody wrote, as a figure's number."""


def words_of(standing: Sequence[Standing]) -> list[Words]:
    """The lines among what stands on a page, in their order, each character with its place.

    Lines that one text was set in are looked at together, for each block that shows it.
    """
    groups: dict[tuple[object, ...], list[_Line]] = {}
    lines = []
    for one in standing:
        item, origin = one.placed.item, one.placed.origin
        if not isinstance(item, TextLine):
            continue
        block = id(one.chain[-1]) if one.chain else 0
        key = (block, origin.pointer, origin.line, origin.column, id(origin.source), one.is_reading)
        line = _Line(one, item)
        lines.append(line)
        groups.setdefault(key, []).append(line)
    for group in groups.values():
        _find(group)
    return [
        Words(line.standing, line.item, tuple(line.characters), tuple(line.spots)) for line in lines
    ]


class _Line:
    """A line whose characters are being found."""

    def __init__(self, standing: Standing, item: TextLine) -> None:
        self.standing, self.item = standing, item
        self.characters = characters_of(item)
        self.folded = [folded(one.text) for one in self.characters]
        self.spots: list[Spot | None] = [None] * len(self.characters)

    def gaps(self, *, without_figures: bool) -> list[list[int]]:
        """The stretches of characters with ink that are not found yet."""
        missing = [
            number
            for number, (like, spot) in enumerate(zip(self.folded, self.spots, strict=True))
            if like
        ]
        is_open = {
            number: self.spots[number] is None
            and not (without_figures and self.folded[number] in FIGURES)
            for number in missing
        }
        runs = groupby(missing, key=is_open.__getitem__)
        return [list(run) for is_missing, run in runs if is_missing]


FIGURES = frozenset("0123456789.,-+±")
"""What a number that is no text in its file is set in."""


def _find(group: list[_Line]) -> None:
    """Find the characters of the lines that one datum is shown in by one block."""
    standing = group[0].standing
    behind = list(texts_behind(standing.placed.origin))
    own = next((one for one in behind if one.is_own), None)
    if own is not None:
        read = written(own.text)
        if standing.is_reading:
            _take_all(group, own, read.readings)
            return
        _take_all(group, own, _letters_for(group, read.whole, read.shorter))
    others = [(one, written(one.text).whole) for one in behind if not one.is_own]
    others.sort(key=lambda other: -len(other[1].folded))
    if any(line.gaps(without_figures=False) for line in group):
        for other, letters in others:
            _take_whole(group, other, letters, has_figures=own is not None)
        for other, letters in others:
            _take_parts(group, other, letters, without_figures=own is None)
    texts = {one.pointer: one.text for one in behind}
    for line in group:
        _take_blanks(line, texts)


def _pieces(group: Sequence[_Line]) -> list[str]:
    return ["".join(line.folded) for line in group]


def _letters_for(group: Sequence[_Line], whole: Letters, shorter: Sequence[Letters]) -> Letters:
    """What of a text was set: perhaps without words that may be dropped."""
    if not shorter:
        return whole
    pieces = _pieces(group)
    for letters in (whole, *shorter):
        if run_of(pieces, letters.folded) is not None:
            return letters
    return whole


def _take_all(group: Sequence[_Line], text: Behind, letters: Letters) -> None:
    found = matched(_pieces(group), letters.folded, _edges(letters))
    for line, places in zip(group, found, strict=True):
        inked = (number for number, like in enumerate(line.folded) if like)
        for number, place in zip(inked, places, strict=True):
            if place is not None:
                line.spots[number] = Spot(text.pointer, letters.places[place])


def _edges(letters: Letters) -> frozenset[int]:
    """Where something stands between two characters: a mark, a space."""
    places = letters.places
    return frozenset(at for at in range(1, len(places)) if places[at] != places[at - 1] + 1)


def _take_whole(
    group: Sequence[_Line], text: Behind, letters: Letters, *, has_figures: bool
) -> None:
    """Find a text that stands whole in a line; one of figures alone where they are no number of
    the file."""
    is_figures = all(sign in FIGURES for sign in letters.folded)
    if not letters.folded or (is_figures and not has_figures):
        return
    for line in group:
        for gap in line.gaps(without_figures=False):
            words = "".join(line.folded[number] for number in gap)
            at = words.find(letters.folded)
            beside = words[max(at - 1, 0) : at] + words[at + len(letters.folded) :][:1]
            if at >= 0 and not (is_figures and FIGURES.intersection(beside)):
                for number, place in zip(gap[at:], letters.places, strict=False):
                    line.spots[number] = Spot(text.pointer, place)
                return


def _take_parts(
    group: Sequence[_Line], text: Behind, letters: Letters, *, without_figures: bool
) -> None:
    """Find what of a line is a part of a text."""
    taken = {spot for line in group for spot in line.spots if spot and spot.pointer == text.pointer}
    for line in group:
        for gap in line.gaps(without_figures=without_figures):
            words = "".join(line.folded[number] for number in gap)
            at, place, count = longest_in(words, letters.folded)
            # Of a few characters alone, nothing says that they are not the house's own.
            if count < min(2, len(letters.folded)) or count < MOST * len(words):
                continue
            spots = [Spot(text.pointer, spot) for spot in letters.places[place : place + count]]
            if taken.isdisjoint(spots):
                for number, spot in zip(gap[at:], spots, strict=False):
                    line.spots[number] = spot
                taken.update(spots)


MOST = 0.6
"""Of what is missing in a line, so much must be of one text to be taken for it."""


def _take_blanks(line: _Line, texts: dict[str, str]) -> None:
    """Find the spaces between characters that are found."""
    last: Spot | None = None
    blanks: list[int] = []
    for number, (like, spot) in enumerate(zip(line.folded, line.spots, strict=True)):
        if not like:
            blanks.append(number)
            continue
        if spot and last and spot.pointer == last.pointer and last.offset < spot.offset:
            between = range(last.offset + 1, spot.offset)
            text = texts.get(spot.pointer, "")
            places = [at for at in between if at < len(text) and text[at].isspace()]
            for blank, at in zip(blanks, places, strict=False):
                line.spots[blank] = Spot(spot.pointer, at)
        last, blanks = spot, []

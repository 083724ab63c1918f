"""From the characters on a page back to those of the texts they were set from."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.display.items import TextLine
from infographic.foundation.record import record
from infographic.pointing.characters import Character, characters_of
from infographic.pointing.finding import Spot, spots_of
from infographic.pointing.standing import Standing


@record
class Words:
    """A line of type on a page, and where each of its characters was written."""

    standing: Standing
    line: TextLine
    characters: tuple[Character, ...]
    spots: tuple[Spot | None, ...]
    """For each character; None for one that nobody wrote, as a figure's number."""


_Line = tuple[Standing, TextLine, tuple[Character, ...]]


def words_of(standing: Sequence[Standing]) -> list[Words]:
    """The lines among what stands on a page, in their order, each character with its place.

    Lines that one text was set in are looked at together, for each block that shows it.
    """
    groups: dict[tuple[object, ...], list[int]] = {}
    lines: list[_Line] = []
    for one in standing:
        item, origin = one.placed.item, one.placed.origin
        if not isinstance(item, TextLine):
            continue
        block = id(one.chain[-1]) if one.chain else 0
        key = (block, origin.pointer, origin.line, origin.column, id(origin.source), one.is_reading)
        groups.setdefault(key, []).append(len(lines))
        lines.append((one, item, tuple(characters_of(item))))
    spots: list[tuple[Spot | None, ...]] = [()] * len(lines)
    for group in groups.values():
        first = lines[group[0]][0]
        said = [[one.text for one in lines[number][2]] for number in group]
        found = spots_of(said, first.placed.origin, is_reading=first.is_reading)
        for number, line in zip(group, found, strict=True):
            spots[number] = tuple(line)
    return [Words(*line, own) for line, own in zip(lines, spots, strict=True)]

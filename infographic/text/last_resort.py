"""The last resort: a piece too wide for its measure is broken where it should not be.

After a sign in it, if what that leaves fits; else between any two characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from infographic.text.breaks import is_address, last_resort_breaks
from infographic.text.classes import LATIN
from infographic.text.demerits import closable
from infographic.text.galley import Galley
from infographic.text.lines import measure_of

_EPSILON = 0.005


class Torn(IntEnum):
    """How a piece that is too wide for its measure came to be broken, the worst of all."""

    WHOLE = 0
    AT_SIGN = 1
    """After a sign or space in it."""
    ANYWHERE = 2
    """Between two characters, in an emergency."""
    STUCK = 3
    """A single character is too wide: it stands out past the measure."""


class Wide(NamedTuple):
    """A piece that may not be broken and is too wide: its boxes, and by how much."""

    start: int
    end: int
    over: float
    measure: float
    """Of the line it stands in, its indent taken off."""


def wide_pieces(
    galley: Galley,
    measures: Sequence[float],
    indent: float,
    ends: Sequence[int] = (),
    *,
    priced: bool = True,
) -> list[Wide]:
    """The pieces that are too wide for their lines, which end there and have these measures, even
    when closed up.

    Without ends, those that are too wide for the first measure. Not `priced`: those that are too
    wide where no line ends at a price.
    """
    rights, lefts = galley.rights, galley.lefts
    if not lefts or rights[-1] - lefts[0] + indent <= min(measures):
        return []
    wide, start, line, measure = [], 0, 0, measures[0]
    for end in galley.legal_ends() if priced else galley.free_ends():
        if ends and start >= ends[line]:
            line += 1
            measure = measure_of(measures, line)
        room = measure if start else measure - indent
        over = rights[end] - lefts[start] - room
        if over > _EPSILON:
            over -= closable(galley, start, end)
            if over > _EPSILON:
                wide.append(Wide(start, end, over, room))
        start = end
    return wide


def words_of(galley: Galley, piece: Wide) -> str:
    """A piece's words."""
    return galley.text[galley.starts[piece.start] : galley.starts[piece.end]].strip()


def with_addresses_opened(galley: Galley, wide: Sequence[Wide]) -> Galley:
    """The galley with the addresses in these pieces broken after their signs."""
    first_glyph = first_glyphs(galley)
    split: dict[int, list[int]] = {}
    for piece in wide:
        for box in range(piece.start, piece.end):
            if galley.letters[box] in LATIN and is_address(_word(galley, box)):
                split[box] = _after_signs(galley, box, first_glyph)
    return rebuilt(galley, set(), split) if split else galley


def with_last_resort(galley: Galley, wide: Sequence[Wide]) -> tuple[Galley, Torn]:
    """The galley with each of these pieces broken, and how: after its signs, or between any two
    characters."""
    opened: set[int] = set()
    first_glyph = first_glyphs(galley)
    split: dict[int, list[int]] = {}
    torn = Torn.AT_SIGN
    for piece in wide:
        start, end, _, measure = piece
        too_wide = [box for box in range(start, end) if galley.advances[box] > measure + _EPSILON]
        signs = [box for box in range(start + 1, end) if _word(galley, box - 1)[-1:] in SIGNS]
        if signs and not too_wide and _fit(galley, [start, *signs, end], measure):
            opened.update(signs)
            continue
        opened.update(range(start + 1, end))
        for box in too_wide:
            split[box] = _cuts(galley, box, first_glyph, measure)
        if end - start > max(len(too_wide), 1) or not _at_signs(galley, split, first_glyph):
            torn = Torn.ANYWHERE
    return rebuilt(galley, opened, split), torn


SIGNS = frozenset("·・‧-–—/_.,:@&+ \u00a0\u2009\u202f")
"""A name or an amount that must be broken somewhere is broken after one of these."""


def _fit(galley: Galley, edges: Sequence[int], measure: float) -> bool:
    return all(
        galley.rights[end] - galley.lefts[start] <= measure + _EPSILON
        for start, end in pairwise(edges)
    )


def _at_signs(galley: Galley, split: dict[int, list[int]], first_glyph: list[int]) -> bool:
    return all(cuts == _after_signs(galley, box, first_glyph) for box, cuts in split.items())


def _cuts(galley: Galley, box: int, first_glyph: list[int], measure: float) -> list[int]:
    """Glyphs (as places in the galley) before which a box is cut."""
    if galley.letters[box] not in LATIN:
        return []
    sensible = _after_signs(galley, box, first_glyph)
    edges = [0.0, *(galley.places[i] for i in sensible), galley.advances[box]]
    if all(b - a <= measure for a, b in pairwise(edges)):
        return sensible
    inside = range(first_glyph[box] + 1, first_glyph[box + 1])
    return [i for i in inside if galley.words[i].strip()]


def _after_signs(galley: Galley, box: int, first_glyph: list[int]) -> list[int]:
    wanted = set(last_resort_breaks(_word(galley, box)))
    at, cuts = 0, []
    for i in range(first_glyph[box], first_glyph[box + 1]):
        if at in wanted and galley.words[i].strip():
            cuts.append(i)
        at += len(galley.words[i])
    return cuts


def _word(galley: Galley, box: int) -> str:
    return galley.text[galley.starts[box] : galley.starts[box + 1]]


def rebuilt(galley: Galley, opened: set[int], split: dict[int, list[int]]) -> Galley:
    """A copy of the galley with joints opened and boxes cut before the glyphs named."""
    new = Galley(galley.text, galley.size, terms=galley.terms)
    number: list[int] = []
    first_glyph = first_glyphs(galley)
    for box in range(len(galley.advances)):
        number.append(len(new.advances))
        cuts = split.get(box, [])
        places = [0.0, *(galley.places[i] for i in cuts), galley.advances[box]]
        at = galley.starts[box]
        glyph = first_glyph[box]
        for part, (low, high) in enumerate(pairwise(places)):
            if part:
                at += sum(len(galley.words[i]) for i in range(glyph, cuts[part - 1]))
                glyph = cuts[part - 1]
            new.starts.append(at)
            new.letters.append(galley.letters[box])
            new.advances.append(high - low)
            new.gaps.append(galley.gaps[box] if not part else 0.0)
            new.tails.append(galley.tails[box])
            new.may_break.append(int(galley.may_break[box] or box in opened) if not part else 1)
            new.even.append(galley.even[box] if not part else 0)
    new.starts.append(galley.starts[-1])
    count = len(new.advances)
    number.append(count)
    new.hyphens = {number[box]: hyphen for box, hyphen in galley.hyphens.items()}
    new.tolls = {number[box]: toll for box, toll in galley.tolls.items()}
    new.prices = {number[box]: price for box, price in galley.prices.items() if box not in opened}
    new.heads = {number[box]: head for box, head in galley.heads.items()}
    new.first_room = {number[box]: room for box, room in galley.first_room.items()}
    new.last_room = {number[box]: room for box, room in galley.last_room.items()}
    new.end_blanks = {number[box]: blank for box, blank in galley.end_blanks.items()}
    new.close = {number[box] for box in galley.close}
    new.hangs = {number[box] for box in galley.hangs}
    new.shrink = [site._replace(joint=number[site.joint]) for site in galley.shrink]
    new.stretch = [site._replace(joint=number[site.joint]) for site in galley.stretch]
    new.parts = [(number[box], part) for box, part in galley.parts]
    new.runs, new.rises, new.notes = galley.runs, galley.rises, galley.notes
    new.glyphs, new.words, new.softs = galley.glyphs, galley.words, galley.softs
    part_of: dict[int, tuple[int, float]] = {}
    for box, cuts in split.items():
        for part, i in enumerate(cuts, 1):
            stop = cuts[part] if part < len(cuts) else first_glyph[box + 1]
            for glyph in range(i, stop):
                part_of[glyph] = (part, galley.places[i])
    for i, (box, place) in enumerate(zip(galley.boxes, galley.places, strict=True)):
        part, start = part_of.get(i, (0, 0.0))
        new.boxes.append(number[box] + part)
        new.places.append(place - start)
    new.sum_up()
    return new


def first_glyphs(galley: Galley) -> list[int]:
    """Where each box's glyphs start, and the number of glyphs."""
    firsts = [len(galley.boxes)] * (len(galley.advances) + 1)
    for i in range(len(galley.boxes) - 1, -1, -1):
        firsts[galley.boxes[i]] = i
    for box in range(len(firsts) - 2, -1, -1):
        firsts[box] = min(firsts[box], firsts[box + 1])
    return firsts

"""The last resort: a piece too wide for its measure is broken where it should not be."""

from __future__ import annotations

from itertools import pairwise

from infographic.text.breaks import is_address, last_resort_breaks
from infographic.text.classes import LATIN
from infographic.text.galley import Galley

_EPSILON = 0.005


def too_wide(galley: Galley, measure: float, indent: float) -> float:
    """How far the widest unbreakable piece passes the measure; 0 where all fit."""
    return max((over for _, _, over in _wide_pieces(galley, measure, indent)), default=0.0)


def _wide_pieces(galley: Galley, measure: float, indent: float) -> list[tuple[int, int, float]]:
    rights, lefts = galley.rights, galley.lefts
    if not lefts or rights[-1] - lefts[0] + indent <= measure:
        return []
    wide, start, room = [], 0, measure - indent
    for end in galley.legal_ends():
        over = rights[end] - lefts[start] - room
        if over > _EPSILON:
            wide.append((start, end, over))
        start, room = end, measure
    return wide


def with_addresses_opened(galley: Galley, measure: float, indent: float) -> Galley:
    """The galley with the addresses in pieces that are too wide broken after their signs."""
    first_glyph = first_glyphs(galley)
    split: dict[int, list[int]] = {}
    for start, end, _ in _wide_pieces(galley, measure, indent):
        for box in range(start, end):
            if galley.letters[box] in LATIN and is_address(_word(galley, box)):
                split[box] = _after_signs(galley, box, first_glyph)
    return rebuilt(galley, set(), split) if split else galley


def with_last_resort(galley: Galley, measure: float, indent: float) -> Galley:
    """The galley with every piece that is too wide broken: numbers and words after their signs
    or between letters, the rest between any two boxes."""
    opened: set[int] = set()
    first_glyph = first_glyphs(galley)
    split: dict[int, list[int]] = {}
    for start, end, _ in _wide_pieces(galley, measure, indent):
        opened.update(range(start + 1, end))
        for box in range(start, end):
            if galley.advances[box] > measure + _EPSILON:
                split[box] = _cuts(galley, box, first_glyph, measure)
    return rebuilt(galley, opened, split)


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
    new = Galley(galley.text, galley.size)
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
    new.heads = {number[box]: head for box, head in galley.heads.items()}
    new.end_blanks = {number[box]: blank for box, blank in galley.end_blanks.items()}
    new.hangs = {number[box] for box in galley.hangs}
    new.shrink = [site._replace(joint=number[site.joint]) for site in galley.shrink]
    new.stretch = [site._replace(joint=number[site.joint]) for site in galley.stretch]
    new.cases = [(number[box], case) for box, case in galley.cases]
    new.runs, new.rises, new.notes = galley.runs, galley.rises, galley.notes
    new.glyphs, new.words = galley.glyphs, galley.words
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

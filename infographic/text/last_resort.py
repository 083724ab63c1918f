"""The last resort: a piece too wide for its measure is broken where it should not be.

After a sign in it or before a unit, if what that leaves fits; else between two words or characters,
then inside a number, and last of all at a mark that may not stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.breaks import is_address, last_resort_breaks
from infographic.text.classes import LATIN
from infographic.text.demerits import closable
from infographic.text.galley import Galley
from infographic.text.glue import BEFORE_A_UNIT
from infographic.text.lines import measure_of

_EPSILON = 0.005


class Torn(IntEnum):
    """How a piece that is too wide for its measure came to be broken, the worst of all."""

    WHOLE = 0
    AT_SIGN = 1
    """After a sign or space in it, or between a number and its unit."""
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
    """The galley with each of these pieces opened where it reads best, and how: after its signs,
    or between any two characters. A line that ends there has a price, so that none does for
    nothing.
    """
    opened: set[int] = set()
    split: dict[int, list[int]] = {}
    prices: dict[tuple[int, int], float] = {}
    first_glyph = first_glyphs(galley)
    torn = Torn.AT_SIGN
    for piece in wide:
        places = [*_places_in(galley, piece, first_glyph)]
        for least_evil in Evil:
            chosen = [place for place in places if place.evil <= least_evil]
            if _fit(galley, piece, chosen):
                break
        if least_evil > Evil.AFTER_SIGN:
            torn = Torn.ANYWHERE
        for box, glyph, evil, price in chosen:
            if glyph:
                split.setdefault(box, []).append(glyph)
                prices[box, len(split[box])] = evil + price
            else:
                opened.add(box)
                prices[box, 0] = evil + price
    return rebuilt(galley, opened, split, prices), torn


class Evil(IntEnum):
    """How ill it reads to break a piece at a place, as a line's demerits there."""

    AFTER_SIGN = 60
    """Or between a number and its unit."""
    BETWEEN = 150
    """Two characters or words."""
    INSIDE = 20_000
    """A word or number."""
    AT_MARK = 60_000
    """Before a mark that starts no line, or after one that ends none."""


class Place(NamedTuple):
    """Where a piece may be broken: before a box, or inside it before a glyph (0: before it)."""

    box: int
    glyph: int
    evil: Evil
    more: float = 0.0
    """What it costs beside, among its like."""


SIGNS = frozenset("·・‧•-–—/_.,:@&+∶：～~×= \u00a0\u2009\u202f")
"""A name or an amount that must be broken somewhere is broken after one of these."""
_STARTS_NONE, _ENDS_NONE = frozenset("cCiIeEamsnpfky"), frozenset("oObrts")
"""Classes of boxes."""
_MARKS_A_WORD, _OPENS_A_WORD = frozenset(".,:;!?)]}%‰°′″℃/∶"), frozenset("([{$£¥€￥")
_RAISED = late("[⁰-₎²³¹]")
_NUMBER = late(r"[+\-−±]?[\d.,]+(?:×10)?[⁰¹²³⁴-⁹⁻⁺]*")


def _places_in(galley: Galley, piece: Wide, first_glyph: list[int]) -> Iterator[Place]:
    for box in range(piece.start, piece.end):
        letter = galley.letters[box]
        if box > piece.start:
            yield Place(box, 0, *_between(galley, box))
        if letter not in LATIN:
            continue
        word, at = _word(galley, box), 0
        for glyph in range(first_glyph[box], first_glyph[box + 1]):
            if at and galley.words[glyph].strip():
                yield Place(box, glyph, *_inside(word, at))
            at += len(galley.words[glyph])


def _between(galley: Galley, box: int) -> tuple[Evil, float]:
    before, after = galley.letters[box - 1], galley.letters[box]
    last, first = _word(galley, box - 1)[-1:], _word(galley, box)[:1]
    # In a column % is a Han's like.
    if after in _STARTS_NONE or before in _ENDS_NONE or first in _MARKS_A_WORD:
        return Evil.AT_MARK, 0.0
    if last in SIGNS:
        return Evil.AFTER_SIGN, 0.0
    return Evil.BETWEEN, BEFORE_A_UNIT if before == "d" and after == "h" else 0.0


@lru_cache(maxsize=16)
def _number_end(word: str) -> int:
    """Where the number ends that a word begins with: asked for each of its glyphs, and a number may
    have as many as a text."""
    number = _NUMBER.match(word)
    return number.end() if number else 0


def _inside(word: str, at: int) -> tuple[Evil, float]:
    """What it is to break a word there.

    >>> [_inside("164km/h", at)[0].name for at in (1, 3, 5, 6)]
    ['INSIDE', 'AFTER_SIGN', 'AT_MARK', 'AFTER_SIGN']
    """
    unit = _number_end(word)
    before, after = word[at - 1], word[at]
    if after in _MARKS_A_WORD or before in _OPENS_A_WORD or _RAISED.match(after):
        return Evil.AT_MARK, 0.0
    if after.isalpha() and at == unit:
        return Evil.AFTER_SIGN, 0.0
    is_point = before == "." and after.isdigit()
    if before in SIGNS and at > 1 and word[at - 2].isalnum() and not is_point:
        # Behind the sign of a unit (km/h) at a price: sooner behind any other sign of the word.
        return Evil.AFTER_SIGN, 200.0 if 0 < unit < at and word[unit].isalpha() else 10.0
    # Not the sign from its number.
    if is_point:
        return Evil.INSIDE, 0.0
    return (Evil.INSIDE, 5_000.0) if before.isalnum() else (Evil.AT_MARK, 0.0)


def _fit(galley: Galley, piece: Wide, chosen: Sequence[Place]) -> bool:
    """Whether what is left between these places fits the measure."""
    left = galley.lefts[piece.start]
    for box, glyph, _, _ in chosen:
        inside = galley.starts_at[box] + (galley.places[glyph] if glyph else 0.0)
        right = inside if glyph else galley.rights[box]
        if right - left > piece.measure + _EPSILON:
            return False
        left = inside if glyph else galley.lefts[box]
    return galley.rights[piece.end] - left <= piece.measure + _EPSILON


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


def rebuilt(
    galley: Galley,
    opened: set[int],
    split: dict[int, list[int]],
    prices: Mapping[tuple[int, int], float] = {},
) -> Galley:
    """A copy of the galley with joints opened and boxes cut before the glyphs named.

    `prices`: of a line end before a box (box, 0), and before its second part (box, 1).
    """
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
    new.prices |= {number[box] + part: price for (box, part), price in prices.items()}
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

"""Runaround: a paragraph whose lines have measures of their own, round a picture or into a wider
column.

It is made as `paragraph` makes one of a single measure, but that a piece is too wide only where
its own line is: the lines are chosen first, and pieces that found no line to hold them are broken
after that, until none is left.
"""

from __future__ import annotations

from functools import lru_cache

from infographic.foundation.record import replaced
from infographic.text.copy import Copy
from infographic.text.galley import Galley
from infographic.text.hyphenation import break_with_hyphens, divided_galley
from infographic.text.interned import Interned, interned_style
from infographic.text.keeping import count_set, kept
from infographic.text.last_resort import (
    Torn,
    wide_pieces,
    with_addresses_opened,
    with_last_resort,
    words_of,
)
from infographic.text.paragraph import (
    Paragraph,
    first_indent,
    galleys_of,
    hang_of,
    leaded,
    set_measure,
    set_paragraph,
)
from infographic.text.runaround_lines import break_runaround
from infographic.text.set_lines import SetLine, set_lines
from infographic.text.style import Alignment, TextStyle

Measures = tuple[float, ...]


def set_runaround(copy: Copy, style: TextStyle, measures: Measures) -> Paragraph:
    """Set copy with line i in `measures[i]`, and all further lines in the last.

    A line's `x` counts from the start of its own measure; the paragraph's `measure` is the first.
    Such lines are never balanced.
    """
    if style.initial is not None:
        opened: Paragraph = style.initial.setting(copy, style, measures)
        return opened
    if style.balance:
        style = _unbalanced(style)
    used = _without_tail(tuple(set_measure(style, measure) for measure in measures))
    if len(used) == 1:
        return set_paragraph(copy, style, used[0])
    return _set_runaround(copy, interned_style(style), used)


@kept(between_pages=256)
def _set_runaround(copy: Copy, interned: Interned, measures: Measures) -> Paragraph:
    return leaded(_set_solid(copy, interned.solid, measures), interned)


def characters_of(line: SetLine) -> int:
    """How many of the author's characters a line holds.

    Each character of the copy is in one line, the space at which a line was broken at the end of
    that line; a hard break is in none, nor is U+3000 typed at the start of a paragraph whose
    style has an indent of its own, nor a joiner (U+2060), which is not copied. A hyphen at a
    divided word's end is not the author's.
    """
    return len(line.text.text)


@lru_cache(maxsize=256)
def _unbalanced(style: TextStyle) -> TextStyle:
    return replaced(style, balance=False)


def _without_tail(measures: Measures) -> Measures:
    """The measures with the last said once, so that equal shapes are equal.

    >>> _without_tail((50, 30, 50, 50))
    (50, 30, 50)
    """
    end = len(measures)
    while end > 1 and measures[end - 2] == measures[end - 1]:
        end -= 1
    return measures[:end]


@kept(between_pages=256)
def _set_solid(copy: Copy, interned: Interned, measures: Measures) -> Paragraph:
    style = interned.style
    count_set(len(copy.text), copy.origin)
    galleys, missing = galleys_of(copy, interned)
    lines: list[SetLine] = []
    hang = hang_of(style, min(measures))
    overrun = natural = 0.0
    overset = 0.0, ""
    torn = Torn.WHOLE
    for number, plain in enumerate(galleys):
        indent = first_indent(style, number, hang)
        own = tuple(one - hang for one in measures[min(len(lines), len(measures) - 1) :])
        galley = divided_galley(plain, style)
        natural = max(natural, galley.natural_width + indent + hang)
        galley, ends, overs, how = _broken(plain, galley, style, own, indent)
        overrun, torn = max(overrun, overs[0]), max(torn, how)
        overset = overs[1] if overs[1][0] > overset[0] else overset
        lines += set_lines(galley, ends, [0.0] * len(ends), interned, own, indent, hang)
    return Paragraph(
        tuple(lines), measures[0], missing, overrun, overset[0], natural, overset[1], torn
    )


def _broken(
    plain: Galley, galley: Galley, style: TextStyle, measures: Measures, indent: float
) -> tuple[Galley, list[int], tuple[float, tuple[float, str]], Torn]:
    """A hard line's galley as its lines are set from it, where they end, its overrun, by how much
    it is overset, with the words that are, and how it is torn."""
    overrun = 0.0
    overset = 0.0, ""
    torn = Torn.WHOLE
    while True:
        galley, ends = _line_ends(plain, galley, style, measures, indent)
        wide = wide_pieces(galley, measures, indent, ends, priced=False)
        opened = with_addresses_opened(galley, wide) if wide else galley
        if _places(opened) != _places(galley):
            torn = max(torn, Torn.AT_SIGN)
        else:
            overrun = max(overrun, *(piece.over for piece in wide), 0.0)
            wide = wide_pieces(galley, measures, indent, ends) if wide else []
            if not wide:
                return galley, ends, (overrun, overset), torn
            most = max(wide, key=lambda piece: piece.over)
            if most.over > overset[0]:
                overset = most.over, words_of(galley, most)
            opened, how = with_last_resort(galley, wide)
            if _places(opened) == _places(galley):
                # Single characters, wider than their lines.
                return galley, ends, (overrun, overset), Torn.STUCK
            torn = max(torn, how)
        galley = plain = opened


def _line_ends(
    plain: Galley, galley: Galley, style: TextStyle, measures: Measures, indent: float
) -> tuple[Galley, list[int]]:
    if galley.hyphens:
        return break_with_hyphens(plain, galley, measures, indent)
    ends = break_runaround(
        galley,
        measures,
        indent,
        justified=style.alignment is Alignment.JUSTIFY,
        orphan_control=style.orphan_control,
    )
    return galley, ends


def _places(galley: Galley) -> int:
    """How many places there are to end a line."""
    return len(galley.legal_ends())

"""A paragraph: copy and a style in, lines of placed glyphs out.

    copy ─ make galleys (one a hard line) ─ break ─ adjust ─ place ─► Paragraph

What is costly is kept: shaping by face for good, galleys by copy and style, whole paragraphs by
copy, style and measure, as `keeping` says. They are made solid and leaded after, so that
copyfitting by leading sets nothing again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING

from infographic.foundation.late_pattern import late
from infographic.foundation.record import record, replaced
from infographic.text.breaks import joints_of
from infographic.text.classes import classify
from infographic.text.compositor import Compositor, LinePiece
from infographic.text.copy import Copy, Span
from infographic.text.demerits import SLACK
from infographic.text.galley import Annotation, Galley
from infographic.text.headline import balance_lines, costs_of
from infographic.text.hyphenation import (
    break_with_hyphens,
    divided_galley,
    loosen_spaces,
    without_soft_hyphens,
)
from infographic.text.interned import Interned, interned_style
from infographic.text.keeping import count_set, kept
from infographic.text.last_resort import (
    Torn,
    wide_pieces,
    with_addresses_opened,
    with_last_resort,
    words_of,
)
from infographic.text.lines import (
    break_lines,
    fewest_ends,
    hard_lines,
    twelve_dots_alone,
    typed_indent,
)
from infographic.text.phrases import load_phrases
from infographic.text.segment import terms_in
from infographic.text.set_lines import SetLine, set_lines
from infographic.text.shaping import DRAWN_INSTEAD, Case, first_covering
from infographic.text.strays import SOFT_HYPHEN
from infographic.text.style import Alignment, Part, TextStyle

if TYPE_CHECKING:
    from infographic.text.interlinear import Marked
    from infographic.text.stretches import Stretches


@record
class Paragraph:
    """Lines from the top down, each standing on the one above. In points."""

    lines: tuple[SetLine, ...]
    measure: float
    missing: tuple[str, ...] = ()
    """Characters that no face of the style has; nothing is drawn for them."""
    overrun: float = 0.0
    """How far the widest piece that should not be broken passes the measure, even closed up: a
    date, a number with its unit, a word. One that may be broken at a price is.
    """
    overset: float = 0.0
    """How far the widest piece does that may not be broken at any price.

    An address longer than a line may be broken after its signs. Any other such piece is broken
    between any two characters; a single character that is too wide stands out past the measure.
    """
    natural_width: float = 0.0
    """The widest hard line, set on one line."""
    widest: str = ""
    """The words of the piece that `overset` is of."""
    torn: Torn = Torn.WHOLE
    """How pieces that are too wide came to be broken."""

    @property
    def height(self) -> float:
        return sum(line.above + line.below for line in self.lines)


def set_paragraph(copy: Copy, style: TextStyle, measure: float) -> Paragraph:
    """Set copy in a measure (points; `math.inf` for one line to each hard break)."""
    if style.initial is not None:
        opened: Paragraph = style.initial.setting(copy, style, (measure,))
        return opened
    interned = interned_style(style)
    return _set_paragraph(_with_terms(copy, interned), interned, measure)


def natural_width(copy: Copy, style: TextStyle) -> float:
    """How wide a paragraph likes to be, its longest hard line in one; no lines are set for it."""
    if style.initial is not None:
        return set_paragraph(copy, style, inf).natural_width
    interned = interned_style(style)
    solid, width = interned.solid, 0.0
    hang = hang_of(solid.style, inf)
    galleys, _ = galleys_of(_with_terms(copy, interned), solid)
    for number, galley in enumerate(galleys):
        own = divided_galley(galley, solid.style).natural_width
        width = max(width, own + first_indent(solid.style, number, hang) + hang)
    return width


def _with_terms(copy: Copy, interned: Interned) -> Copy:
    if not interned.style.balance or copy.story is None:
        return copy
    # By its terms and not by its story: a new number there sets no other words anew.
    terms = terms_in(copy.text, copy.story, load_phrases(interned.house))
    return Copy(copy.spans, copy.origin, terms=terms)


@kept(between_pages=256)
def _set_paragraph(copy: Copy, interned: Interned, measure: float) -> Paragraph:
    return leaded(_set_solid(copy, interned.solid, measure), interned)


def leaded(solid: Paragraph, interned: Interned) -> Paragraph:
    """A paragraph set solid, its lines as far apart as a style asks; nothing is set again."""
    lines = []
    for line in solid.lines:
        above, below = interned.reach(line.parts)
        lines.append(
            SetLine(line.text, line.x, above, below, line.break_cost, line.drawn, line.parts)
        )
    return replaced(solid, lines=tuple(lines))


@kept(between_pages=256)
def _set_solid(copy: Copy, interned: Interned, measure: float) -> Paragraph:
    style = interned.style
    count_set(len(copy.text), copy.origin)
    measure = set_measure(style, measure)
    galleys, missing = galleys_of(copy, interned)
    lines: list[SetLine] = []
    hang = hang_of(style, measure)
    room = measure - hang
    overrun = overset = natural = 0.0
    widest = ""
    torn = Torn.WHOLE
    for number, plain in enumerate(galleys):
        galley = divided_galley(plain, style)
        indent = first_indent(style, number, hang)
        natural = max(natural, galley.natural_width + indent + hang)
        if wide := wide_pieces(galley, (room,), indent, priced=False):
            before, galley = galley, with_addresses_opened(galley, wide)
            torn = max(torn, Torn.WHOLE if galley is before else Torn.AT_SIGN)
            wide = wide_pieces(galley, (room,), indent, priced=False)
            overrun = max(overrun, *(piece.over for piece in wide), 0.0)
            while wide := wide_pieces(galley, (room,), indent):
                most = max(wide, key=lambda piece: piece.over)
                if most.over > overset:
                    overset, widest = most.over, words_of(galley, most)
                before, (galley, how) = galley, with_last_resort(galley, wide)
                if len(galley.legal_ends()) == len(before.legal_ends()):
                    # Single characters, wider than the measure.
                    torn = Torn.STUCK
                    break
                torn = max(torn, how)
            plain = galley
        lines += _set_galley(plain, galley, interned, room, indent, hang)
    return Paragraph(tuple(lines), measure, missing, overrun, overset, natural, widest, torn)


def hang_of(style: TextStyle, measure: float) -> float:
    """How far the left edge of all lines but the first stands in their measure."""
    return min(style.hanging_indent * style.size, measure / 2)


def first_indent(style: TextStyle, number: int, hang: float) -> float:
    """Where the first line of a hard line begins, from where all others do."""
    return 0.0 if number else style.indent * style.size - hang


def set_measure(style: TextStyle, measure: float) -> float:
    """What a style makes use of a measure."""
    if style.whole_ems and measure != inf:
        return max((measure + SLACK) // style.size, 1.0) * style.size
    return measure


@kept(between_pages=128, on_page=4096)
def galleys_of(copy: Copy, interned: Interned) -> tuple[tuple[Galley, ...], tuple[str, ...]]:
    """The hard lines as galleys, and the characters no face has."""
    style, house = interned.style, interned.house
    joints = joints_of(
        style.house,
        style.kinsoku,
        style.adjacent_pairs,
        style.shrink_stops,
        style.marks_keep_close,
    )
    softs: tuple[int, ...] = ()
    if SOFT_HYPHEN in copy.text:
        copy, softs = without_soft_hyphens(copy)
    text = copy.text
    kinds = classify(text, house, style.punctuation, style.language)
    han = [character for character in set(text) if house.classes[ord(character)] == "h"]
    start = typed_indent(text) if style.indent > 0 else 0
    galleys: list[Galley] = []
    taught: dict[int, Case] = {}
    marks = _marks_of(copy)
    ends = [*accumulate(len(span.text) for span in copy.spans)]
    bounds = hard_lines(text, start)
    kind = _column_compositor() if style.column else Compositor
    if style.kinsoku in ("gb", "strict") and not style.balance and "…………" in text:
        bounds = [*twelve_dots_alone(text, bounds)]
    for low, high in bounds:
        pieces = _pieces(copy, ends, interned, low, high)
        for case in {id(piece.case): piece.case for piece in pieces}.values():
            if id(case) not in taught:
                taught[id(case)] = case
                case.learn_han(han)
        compositor = kind(
            text[low:high],
            kinds[low:high],
            pieces,
            style,
            house,
            joints,
            is_first=not galleys,
        )
        galley = compositor.set()
        galley.terms = copy.terms
        if style.language.startswith("en"):
            loosen_spaces(galley)
        softs_here = softs[bisect_right(softs, low) : bisect_left(softs, high)]
        galley.softs = tuple(at - low for at in softs_here)
        if marks is not None:
            _note(galley, _notes(marks.between(low, high), interned, low, high))
        galleys.append(galley)
    return tuple(galleys), _missing(copy, interned, marks.all if marks is not None else ())


def _column_compositor() -> type[Compositor]:
    from infographic.text.vertical_compositor import ColumnCompositor

    return ColumnCompositor


def _marks_of(copy: Copy) -> Stretches[Marked] | None:
    if not copy.has_marks:
        return None
    # Late, as below: few texts have any.
    from infographic.text.interlinear import marked
    from infographic.text.stretches import Stretches

    return Stretches(marked(copy))


def _note(galley: Galley, notes: Iterable[Annotation]) -> None:
    from infographic.text.interlinear import make_room

    galley.notes = tuple(notes)
    make_room(galley)


def _notes(
    marks: Sequence[Marked], interned: Interned, low: int, high: int
) -> Iterator[Annotation]:
    """What stands beside the words of a hard line; a mark over its end goes on in the next."""
    for mark in marks:
        start, end = max(mark.start, low), min(mark.end, high)
        if start < end:
            case = interned.cases[mark.part]
            reading = _reading(mark, interned).lines[0].text if mark.reading else None
            yield Annotation(
                start - low, end - low, mark.kind, case.size, case.style.color, reading
            )


def _reading(mark: Marked, interned: Interned) -> Paragraph:
    style = interned.readings.get(mark.part)
    if style is None:
        from infographic.text.interlinear import reading_style

        style = interned.readings[mark.part] = reading_style(interned.style, mark.part)
    return set_paragraph(Copy((Span(mark.reading),)), style, inf)


def _missing(copy: Copy, interned: Interned, marks: Sequence[Marked]) -> tuple[str, ...]:
    """The characters that no face of their part's style has, in the order of the words."""
    found: dict[str, None] = {}
    for span in copy.spans:
        absent = interned.cases[span.part].missing
        if absent:
            found.update((character, None) for character in span.text if character in absent)
            found.update((one, None) for one in sorted(absent) if len(one) > 1 and one in span.text)
    for mark in marks:
        if mark.reading:
            found.update(dict.fromkeys(_reading(mark, interned).missing))
    return tuple(found)


def _pieces(
    copy: Copy, ends: Sequence[int], interned: Interned, low: int, high: int
) -> list[LinePiece]:
    """The spans inside a hard line, their places counted from its start; `ends` are those of all
    spans."""
    pieces: list[LinePiece] = []
    number = bisect_right(ends, low)
    at = ends[number - 1] if number else 0
    while number < len(ends) and at < high:
        span = copy.spans[number]
        start, end = max(at, low), min(at + len(span.text), high)
        if start < end:
            case = interned.cases[span.part]
            if span.script:
                # Late: few texts have any.
                from infographic.text.superiors import case_of

                case = case_of(case, span.text, span.script)
            piece = LinePiece(
                start - low, end - low, case, span.part, span.group, span.kept, span.script != 0
            )
            if interned.sign is not None and span.part is Part.UNIT and not span.script:
                pieces += _with_signs(piece, span.text[start - at : end - at], interned.sign)
            else:
                pieces.append(piece)
        at = ends[number]
        number += 1
    return pieces


def _with_signs(piece: LinePiece, unit: str, sign: Case) -> Iterator[LinePiece]:
    """A number's unit, its % and ℃ from the face of the digits where that has them."""
    at, start = 0, piece.start
    for match in _SIGNS.finditer(unit):
        if first_covering(sign.latin_chain, DRAWN_INSTEAD.get(match[0], match[0])) is None:
            continue
        if match.start() > at:
            yield piece._replace(start=start + at, end=start + match.start())
        at = match.end()
        yield piece._replace(start=start + match.start(), end=start + at, case=sign)
    if at < len(unit):
        yield piece._replace(start=start + at)


_SIGNS = late(r"°[CF]?|[%‰℃℉]")


def _set_galley(
    plain: Galley,
    galley: Galley,
    interned: Interned,
    measure: float,
    indent: float,
    hang: float,
) -> list[SetLine]:
    style = interned.style
    count = len(galley.advances)
    if measure == inf:
        ends = [count]
    elif style.balance:
        phrases = load_phrases(interned.house)
        ends = balance_lines(
            galley, measure, indent, phrases, style.max_lines, line_more=style.line_more
        )
    elif galley.hyphens:
        galley, ends = break_with_hyphens(plain, galley, (measure,), indent)
    else:
        ends = break_lines(
            galley,
            measure,
            indent,
            justified=style.alignment is Alignment.JUSTIFY,
            orphan_control=style.orphan_control,
        )
        if galley.prices and 0 < style.max_lines < len(ends):
            # A page is not refused for a line that they can save.
            ends = fewest_ends(
                galley, measure, indent, justified=style.alignment is Alignment.JUSTIFY
            )
    balanced = style.balance and measure != inf
    costs = costs_of(galley, ends, load_phrases(interned.house)) if balanced else [0.0] * len(ends)
    return set_lines(galley, ends, costs, interned, (measure,), indent, hang)

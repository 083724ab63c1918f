"""An article's words, ready to be poured: paragraphs, leads and headings with their keeps."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache

from infographic.display.frame import Frame
from infographic.display.items import Role
from infographic.flow.column_ends import Fragment
from infographic.flow.line_rooms import HAIR
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.layout.block import Block, Region, lay_out
from infographic.story.model import BodyPart, Lead, Quote, Subhead
from infographic.text.copy import Copy, Span
from infographic.text.keeping import kept
from infographic.text.paragraph import set_paragraph
from infographic.text.set_lines import SetLine
from infographic.text.style import Initial, TextStyle

ORPHANS = 2
"""So many first lines end a column where a style does not say."""


@record(slots=False)
class Passage:
    """A paragraph, a lead or a heading, and how it stands to its neighbours."""

    copy: Copy
    style: TextStyle
    kind: str
    """“body”, “lead”, “subhead” or “quote”."""
    number: int
    """Its place among the passages."""
    breaks: bool = False
    """It begins a new column."""
    part: int = -1
    """The part of the body that it is; of words that are repeated, the one before which they
    stand."""
    block: Block | None = None
    """Of a quotation: what it is set as."""
    gap: float = 0.0
    """Of a block: the least air above and below it, in points."""
    sources: tuple[Source, ...] = ()
    """Of a block: whose places are kept with its frame; equal words of another file have others."""

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.copy, self.style.name, self.style.size, self.kind, self.number))

    @cached_property
    def least_width(self) -> float:
        """In points: all its Han side by side in the smallest type of its style. It takes more."""
        parts = (self.style.plain, *(part for _, part in self.style.parts))
        each = min(
            part.size * (_width_of_han(self.style) + min(part.tracking, 0.0)) for part in parts
        )
        return each * sum("\u4e00" <= c <= "\u9fff" for c in self.copy.text)

    @property
    def origin(self) -> Origin:
        return self.copy.origin

    def on_leading(self, leading: float) -> Passage:
        """The same where its lines stand farther apart: a drop cap is then higher."""
        if self.style.initial is None:
            return self
        return replaced(
            self, style=_opened(self.style, replaced(self.style.initial, leading=leading))
        )

    @property
    def keep_with_next(self) -> int:
        """So many lines after it stand in its column."""
        return self.style.keep_with_next or (2 if self.kind == "subhead" else 0)

    def is_solid(self, leading: float) -> bool:
        """Set as one piece that takes whole grid lines: a heading, or type on another leading."""
        if self.block is not None:
            return True
        other = abs(self.style.leading - leading) > 0.01
        return self.kind == "subhead" or other or bool(self.style.grid_lines)

    def may_part(self, line: int, lines: int, at_need: bool = False) -> bool:
        """Whether a column may end before a line of its paragraph, counted from 0."""
        if at_need and self.may_part_at_need(line, lines):
            return True
        style = self.style
        if not line:
            return True
        if style.keep_together or lines - line < style.widows:
            return False
        return line >= (style.orphans or ORPHANS)

    def may_part_at_need(self, line: int, lines: int) -> bool:
        """Whether it may where columns would not end level otherwise: after a first line of
        plain text, which Chinese papers allow (CLREQ #widow_orphan forbids only last lines)."""
        style = self.style
        if style.orphans or style.keep_together or self.kind != "body":
            return False
        return line == 1 and lines - line >= style.widows

    def rows_above(self, leading: float) -> int:
        """The grid lines of air above it, but at the head of a column."""
        return math.ceil(self.style.space_before / leading - HAIR)


class Pulled(NamedTuple):
    """Words that are repeated."""

    before: int
    """The part of the body that they stand before."""
    source: int
    """The part that they are from."""
    words: Copy


@record(slots=False)
class ReliefWanted:
    """What a layout wants among paragraphs, and what has been put there. In points."""

    every: float
    """The longest stretch of plain text in a column; 0: nothing is put into any."""
    gap: float = 0.0
    """Above and below a quotation."""
    block_of: Callable[[Copy, Copy | None], Block] | None = None
    """What a quotation is set as, from its words and its speaker; None: as a paragraph."""
    initial: Initial | None = None
    """How a paragraph begins that is to give relief; None: none does."""
    pulled: tuple[Pulled, ...] = ()
    initials: frozenset[int] = frozenset()
    """The parts of the body that begin with one."""

    def passages_before(self, part: int, number: int, style: TextStyle) -> Iterator[Passage]:
        """The words that are repeated before a part of the body, as passages from `number` on."""
        assert self.block_of is not None or not self.pulled
        for one in self.pulled:
            if one.before == part and self.block_of is not None:
                block = _Repeated(self.block_of(one.words, None), one.words.origin)
                yield Passage(
                    one.words, style, "quote", number, part=part, block=block, gap=self.gap,
                    sources=(one.words.origin.source,),
                )  # fmt: skip
                number += 1


@record
class _Repeated:
    """A block whose words are read elsewhere: to who hears the page it is an ornament."""

    block: Block
    origin: Origin

    def lay_out(self, region: Region) -> Frame:
        return lay_out(self.block, region).grouped(self.origin, Role.ARTIFACT, "pull_quote")


def passages_of(
    body: Sequence[BodyPart],
    style: TextStyle,
    lead_style: TextStyle | None,
    subhead_style: TextStyle | None,
    breaks: Sequence[int] = (),
    initial: Initial | None = None,
    relief: ReliefWanted | None = None,
) -> tuple[Passage, ...]:
    """A story's body; `breaks` are the numbers, from 1, of those that head a column, `initial` is
    how its first paragraph begins, `relief` what stands among the paragraphs besides."""
    found: list[Passage] = []
    opening = _opening(body) if initial is not None else -1
    for number, part in enumerate(body):
        if relief is not None:
            found += relief.passages_before(number, len(found), style)
        match part:
            case Copy():
                own = style if number != opening else _opened(style, initial)
                if relief is not None and number in relief.initials:
                    own = _opened(style, relief.initial)
                passage = Passage(part.unpulled, own, "body", len(found))
            case Lead():
                passage = Passage(part.lead, lead_style or style, "lead", len(found))
            case Subhead():
                passage = Passage(part.subhead, subhead_style or style, "subhead", len(found))
            case Quote():
                passage = _quotation(part, style, len(found), relief)
        breaks_here = number + 1 in breaks or passage.style.breaks_column
        found.append(replaced(passage, breaks=breaks_here and number > 0, part=number))
    return tuple(found)


def _quotation(part: Quote, style: TextStyle, number: int, relief: ReliefWanted | None) -> Passage:
    """A quotation as a block of its own; where the layout has no style for one, as a paragraph."""
    if relief is not None and relief.block_of is not None:
        block = relief.block_of(part.quote, part.by)
        sources = tuple(one.origin.source for one in (part.quote, part.by) if one is not None)
        return Passage(
            part.quote, style, "quote", number, block=block, gap=relief.gap, sources=sources
        )
    words = part.quote.unpulled
    if words.text[:1] not in ("“", "「", "『", '"'):
        words = replaced(words, spans=(Span("“"), *words.spans, Span("”")))
    if part.by is not None and part.by.text:
        words = replaced(words, spans=(*words.spans, Span("——"), *part.by.spans))
    return Passage(words, style, "body", number)


def _opening(body: Sequence[BodyPart]) -> int:
    """The number of the first paragraph."""
    return next((number for number, part in enumerate(body) if isinstance(part, Copy)), -1)


def _opened(style: TextStyle, initial: Initial | None) -> TextStyle:
    assert initial is not None
    # Late: few texts begin with a drop cap.
    from infographic.text.initials import with_initial

    return with_initial(style, initial)


def copy_of(part: BodyPart) -> Copy:
    """The words of a part of a body."""
    match part:
        case Copy():
            return part
        case Lead():
            return part.lead
        case Subhead():
            return part.subhead
        case Quote():
            return part.quote


def with_copy(part: BodyPart, copy: Copy) -> BodyPart:
    match part:
        case Copy():
            return copy
        case Lead():
            return replaced(part, lead=copy)
        case Subhead():
            return replaced(part, subhead=copy)
        case Quote():
            return replaced(part, quote=copy)


def crossed_styles(
    passages: Sequence[Passage], style: TextStyle, origin: Origin
) -> list[Diagnostic]:
    """Styles of leads and subheads whose lines run another way than the body's."""
    runs = style.column is not None
    return [
        Diagnostic(
            say(
                "style-vertical/runs-across" if runs else "style-vertical/runs-down",
                style=other.name,
                body=style.name,
            ),
            origin / f"{kind}_style",
        )
        for kind, other in {passage.kind: passage.style for passage in passages}.items()
        if (other.column is not None) != runs
    ]


def entries_of(passages: Sequence[Passage], measure: float, leading: float) -> list[Fragment]:
    """The passages as entries, all lines of one measure."""
    entries: list[Fragment] = []
    for passage in passages:
        if passage.is_solid(leading):
            entries.append(solid(passage, measure, leading))
        else:
            lines = set_paragraph(passage.copy, passage.style, measure).lines
            entries += lines_of(passage, lines, leading)
    return entries


@lru_cache(maxsize=64)
def _width_of_han(style: TextStyle) -> float:
    """In em, without its tracking: of a face made narrow it is less than 1."""
    (line,) = set_paragraph(Copy((Span("国"),)), style, math.inf).lines
    return line.text.width / style.size - style.plain.tracking


class _Same:
    """Set lines, known again by being the same object: to compare them takes too long."""

    __slots__ = ("lines",)

    def __init__(self, lines: tuple[SetLine, ...]) -> None:
        self.lines = lines

    def __hash__(self) -> int:
        return id(self.lines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.lines is self.lines


def lines_of(passage: Passage, lines: tuple[SetLine, ...], leading: float) -> tuple[Fragment, ...]:
    """A paragraph as entries of a line each."""
    return _lines_of(passage, _Same(lines), leading)


@kept(between_pages=256)
def _lines_of(passage: Passage, same: _Same, leading: float) -> tuple[Fragment, ...]:
    lines = same.lines
    above = passage.rows_above(leading)
    last = len(lines) - 1
    # A section's lead is not left alone at a column's foot.
    kept = passage.keep_with_next or int(passage.kind == "lead")
    return tuple(
        Fragment(
            (line,),
            rows=1 + (0 if i else above),
            air=0 if i else above,
            keep=kept if i == last else 0,
            follows=not passage.may_part(i, len(lines)),
            at_need=passage.may_part_at_need(i, len(lines)),
            breaks=passage.breaks and not i,
            paragraph=passage.number, kind=passage.kind,
        )
        for i, line in enumerate(lines)
    )  # fmt: skip


def solid(passage: Passage, measure: float, leading: float) -> Fragment:
    """A heading, or a block, as one entry of whole grid lines (占行), its air given up at a
    column's head."""
    if passage.block is not None:
        return _block(passage, passage.block, measure, leading)
    style, paragraph = passage.style, set_paragraph(passage.copy, passage.style, measure)
    height = paragraph.height + style.space_before + style.space_after
    rows = max(math.ceil(height / leading - HAIR), style.grid_lines, 1)
    at_top = max(math.ceil((height - style.space_before) / leading - HAIR), 1)
    return Fragment(
        paragraph.lines, rows,
        rows_at_top=rows if style.grid_lines else at_top,
        keep=passage.keep_with_next,
        breaks=passage.breaks,
        paragraph=passage.number, kind=passage.kind,
    )  # fmt: skip


def _block(passage: Passage, block: Block, measure: float, leading: float) -> Fragment:
    frame = lay_out(block, Region(measure))
    rows, at_top = (
        max(math.ceil((frame.size.height + gaps * passage.gap) / leading - HAIR), 1)
        for gaps in (2, 1)
    )
    return Fragment(
        (), rows, rows_at_top=at_top, breaks=passage.breaks,
        paragraph=passage.number, kind=passage.kind, frame=frame,
    )  # fmt: skip

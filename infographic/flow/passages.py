"""An article's words, ready to be poured: paragraphs, leads and headings with their keeps."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from infographic.flow.column_ends import Fragment
from infographic.flow.line_rooms import HAIR
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.sayings import say
from infographic.story.model import Lead, Subhead
from infographic.text.copy import Copy, Span
from infographic.text.keeping import kept
from infographic.text.paragraph import Paragraph, set_paragraph
from infographic.text.set_lines import SetLine
from infographic.text.style import Initial, TextStyle

ORPHANS = 2
"""So many first lines end a column where a style does not say."""


@dataclass(frozen=True)
class Passage:
    """A paragraph, a lead or a heading, and how it stands to its neighbours."""

    copy: Copy
    style: TextStyle
    kind: str
    """“body”, “lead” or “subhead”."""
    number: int
    """Its place in the body."""
    breaks: bool = False
    """It begins a new column."""

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
        return replace(
            self, style=_opened(self.style, replace(self.style.initial, leading=leading))
        )

    @property
    def keep_with_next(self) -> int:
        """So many lines after it stand in its column."""
        return self.style.keep_with_next or (2 if self.kind == "subhead" else 0)

    def is_solid(self, leading: float) -> bool:
        """Set as one piece that takes whole grid lines: a heading, or type on another leading."""
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


def passages_of(
    body: Sequence[Copy | Lead | Subhead],
    style: TextStyle,
    lead_style: TextStyle | None,
    subhead_style: TextStyle | None,
    breaks: Sequence[int] = (),
    initial: Initial | None = None,
) -> tuple[Passage, ...]:
    """A story's body; `breaks` are the numbers, from 1, of those that head a column, `initial` is
    how its first paragraph begins."""
    found = []
    opening = _opening(body) if initial is not None else -1
    for number, part in enumerate(body):
        match part:
            case Copy():
                own = style if number != opening else _opened(style, initial)
                passage = Passage(part, own, "body", number)
            case Lead():
                passage = Passage(part.lead, lead_style or style, "lead", number)
            case Subhead():
                passage = Passage(part.subhead, subhead_style or style, "subhead", number)
        breaks_here = number + 1 in breaks or passage.style.breaks_column
        found.append(replace(passage, breaks=True) if breaks_here and number else passage)
    return tuple(found)


def _opening(body: Sequence[Copy | Lead | Subhead]) -> int:
    """The number of the first paragraph."""
    return next((number for number, part in enumerate(body) if isinstance(part, Copy)), -1)


def _opened(style: TextStyle, initial: Initial | None) -> TextStyle:
    assert initial is not None
    # Late: few texts begin with a drop cap.
    from infographic.text.initials import with_initial

    return with_initial(style, initial)


def copy_of(part: Copy | Lead | Subhead) -> Copy:
    """The words of a part of a body."""
    match part:
        case Copy():
            return part
        case Lead():
            return part.lead
        case Subhead():
            return part.subhead


def with_copy(part: Copy | Lead | Subhead, copy: Copy) -> Copy | Lead | Subhead:
    match part:
        case Copy():
            return copy
        case Lead():
            return replace(part, lead=copy)
        case Subhead():
            return replace(part, subhead=copy)


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
        paragraph = set_paragraph(passage.copy, passage.style, measure)
        if passage.is_solid(leading):
            entries.append(solid(passage, paragraph, leading))
        else:
            entries += lines_of(passage, paragraph.lines, leading)
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


@kept(between_pages=1024)
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


def solid(passage: Passage, paragraph: Paragraph, leading: float) -> Fragment:
    """A heading as one entry of whole grid lines (占行), its air given up at a column's head."""
    style = passage.style
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

"""A galley: the boxes of one hard line in a row, and the joints between them, before lines.

A box is what is never spread: a Han, a mark in its cell, a Latin word, a pair of dashes. Typed
spaces belong to the box before them and have no width; what they do is in the joint. Parallel
lists rather than an object a character: a page has tens of thousands.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate

from infographic.display.items import TextLine
from infographic.foundation.color import Color
from infographic.foundation.font import Face
from infographic.foundation.record import field, record
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.copy import NO_TERMS, Terms
from infographic.text.shaping import Case
from infographic.text.style import Part


class AnnotationKind(StrEnum):
    """What stands beside the words, between the lines."""

    DOTS = "dots"
    NAME = "name"
    TITLE = "title"
    READING = "reading"


@record
class Annotation:
    """A stretch of a galley's text that something stands beside."""

    start: int
    end: int
    kind: AnnotationKind
    size: float
    """Of the words, in points."""
    color: Color
    reading: TextLine | None = None


class Hyphen(NamedTuple):
    """The hyphen that is drawn where a line ends inside a word; it is none of the words."""

    face: Face
    glyph: int
    case: Case


class Site(NamedTuple):
    """A joint that can be narrowed, or widened, in a step of its own; points."""

    joint: int
    step: int
    amount: float


@record(frozen=False)
class Galley:
    """One hard line's boxes; joint i lies before box i. Lengths in points.

    `advances[i]`, `gaps[i]`: a box's width; the space before it, negative where a mark's blank
    is trimmed. `heads[i]`, `tails[i]`: what a box loses at a line's start or end.
    """

    text: str
    size: float
    """The em of the plain style."""
    starts: list[int] = field(default_factory=list)
    """Where each box starts in the text, and the text's length."""
    letters: list[str] = field(default_factory=list)
    """The class of each box's first character."""
    advances: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    heads: dict[int, float] = field(default_factory=dict)
    tails: list[float] = field(default_factory=list)
    first_room: dict[int, float] = field(default_factory=dict)
    """Room before a box that a line begins with, for a reading wider than its base; the base then
    stands at the line's edge, and the room is behind it. Likewise `last_room`, after a box that a
    line ends with."""
    last_room: dict[int, float] = field(default_factory=dict)
    end_blanks: dict[int, float] = field(default_factory=dict)
    """What a box may lose at a line's end if the line needs it."""
    hangs: set[int] = field(default_factory=set)
    """Boxes that may stand past the line's end."""
    may_break: list[int] = field(default_factory=list)
    even: list[int] = field(default_factory=list)
    """1 where the joint takes its share when a line is spread."""
    close: set[int] = field(default_factory=set)
    """The joints beside a mark's ink, which take it where no other joint can."""
    shrink: list[Site] = field(default_factory=list)
    stretch: list[Site] = field(default_factory=list)
    # The glyphs, box by box: glyph, its box, its place from the box's start, its words.
    glyphs: list[int] = field(default_factory=list)
    boxes: list[int] = field(default_factory=list)
    places: list[float] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    rises: dict[int, float] = field(default_factory=dict)
    """In em, for the few glyphs that have one."""
    runs: list[tuple[int, Face, Case]] = field(default_factory=list)
    """Where a run of glyphs of one face and case starts."""
    parts: list[tuple[int, Part]] = field(default_factory=list)
    """Where boxes of another part of the style start."""
    notes: tuple[Annotation, ...] = ()
    """Dots, lines and readings."""
    softs: tuple[int, ...] = ()
    """Where a U+00AD stood in the text."""
    hyphens: dict[int, Hyphen] = field(default_factory=dict)
    """At a line's end before these boxes."""
    tolls: dict[int, float] = field(default_factory=dict)
    """Demerits of a line end before a box."""
    prices: dict[int, float] = field(default_factory=dict)
    """The same where no line ends unless it must: inside a date, before a unit."""
    terms: Terms = NO_TERMS
    """Whose names and terms no balanced line tears."""
    # Sums over the boxes, for the width of any line at once.
    lefts: list[float] = field(default_factory=list)
    """Where a line that starts with box i has its left edge on one endless line."""
    rights: list[float] = field(default_factory=list)
    """Where a line that ends before box i has its right edge; rights[0] is 0."""
    starts_at: list[float] = field(default_factory=list)
    """Where box i starts on one endless line."""
    shrinkable: list[float] = field(default_factory=list)
    stretchable: list[float] = field(default_factory=list)
    evens: list[int] = field(default_factory=list)

    def sum_up(self) -> None:
        """Work out the sums once boxes and joints are known."""
        gaps, advances, tails = self.gaps, self.advances, self.tails
        steps = [gap + advance for gap, advance in zip(gaps[1:], advances, strict=False)]
        starts_at = list(accumulate(steps, initial=0.0)) if advances else []
        self.starts_at = starts_at
        self.rights = [0.0]
        self.rights += [
            at + wide - tail for at, wide, tail in zip(starts_at, advances, tails, strict=True)
        ]
        self.lefts = starts_at[:]
        for box, head in self.heads.items():
            self.lefts[box] += head
        for box, room in self.first_room.items():
            self.lefts[box] -= room
        for box, room in self.last_room.items():
            self.rights[box + 1] += room
        self.shrinkable = _sums(self.shrink, len(advances))
        self.stretchable = _sums(self.stretch, len(advances))
        self.evens = list(accumulate(self.even))

    def legal_ends(self) -> list[int]:
        """Where a line may end, as the box after its last; the number of boxes comes last."""
        ends = [box for box, may in enumerate(self.may_break) if may and box]
        ends.append(len(self.advances))
        return ends

    def free_ends(self) -> list[int]:
        """Those of the legal ends that have no price."""
        prices = self.prices
        ends = self.legal_ends()
        return [end for end in ends if end not in prices] if prices else ends

    def right_without_last(self, end: int) -> float:
        """As `rights[end]`, with the last box hanging past the line's end."""
        return self.starts_at[end - 1] - self.gaps[end - 1]

    @property
    def natural_width(self) -> float:
        return self.rights[-1] - self.lefts[0] if self.lefts else 0.0


def _sums(sites: Sequence[Site], count: int) -> list[float]:
    amounts = [0.0] * count
    for joint, _, amount in sites:
        amounts[joint] += amount
    return list(accumulate(amounts))

"""The news: its words, its number as large as they come, how it changed, its device as foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf
from typing import Literal, NamedTuple

from infographic.blocks.cell import Widths
from infographic.blocks.number_grid.measured import Foot
from infographic.blocks.number_grid.told import Fact
from infographic.blocks.number_grid.types import Ladder, Types, inked
from infographic.display.frame import Frame, together
from infographic.foundation.geometry import Point, Rect, Size
from infographic.layout.scaling import scaled, with_digits_of
from infographic.layout.setting import flush, set_copy, set_trimmed
from infographic.story.stat import Pieces
from infographic.text.copy import Copy
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Alignment, Part, TextStyle

WIDEST = 0.62
"""Of the measure: beside a wider figure its change would be crowded."""
LEAST_MEASURE = 5.0
"""Em of the words beside the figure."""
WORDS_GROW = (1.6, 1.4, 1.2, 1.0)
"""Words right of the figure are so much larger where they have the room."""
Way = Literal["aside", "beside", "stacked"]


@dataclass(frozen=True, slots=True)
class News:
    """The news and what is said of it."""

    fact: Fact
    ladder: Ladder
    figure: Widths
    liked: float
    aside: tuple[Copy, ...] = ()
    """By how much it changed: “+18.09万名”, “+11.4%”."""
    foot: Foot | None = None
    draw_foot: Callable[[float, float], Frame | None] | None = None
    """Its device in a width, so many times as high as it likes to be."""

    @classmethod
    def of(
        cls, fact: Fact, ladder: Ladder, aside: tuple[Copy, ...] = (), foot: Foot | None = None,
        draw_foot: Callable[[float, float], Frame | None] | None = None,
    ) -> News | None:  # fmt: skip
        if fact.figure is None:
            return None
        liked = ladder.news_liked
        types = ladder.news_at(liked)
        figure = Widths.of(Pieces(None, fact.figure, None), types.words, types.value)
        return cls(fact, ladder, figure, liked, aside, foot, draw_foot)

    def most(self, width: float) -> float:
        """The greatest size of its digits in a width, in points."""
        size = self.liked
        for _ in range(4):
            # Again, since a unit beside smaller digits is a larger share of them.
            size *= width / self.figure.number_at(size / self.liked)
        return size * 0.995

    def set(
        self, size: float, width: float, *, with_foot: bool, foot_share: float = 1.0,
        aside_share: float = 1.0,
    ) -> Set:  # fmt: skip
        """Its parts at a size, in a width."""
        types = self.ladder.news_at(size)
        measure = width if types.is_centered else inf
        number = set_trimmed(self.fact.figure or Copy(()), types.value, measure, "value")
        number = flush(number, types.value, types.words.size)
        wide = self.figure.number_at(size / self.liked)
        foot = None
        if with_foot and self.draw_foot is not None:
            foot = self.draw_foot(width, foot_share)
        note = None if self.fact.is_change and (foot is not None) else self.fact.note
        if self.aside:
            beside = _aside(self.aside, types, size * aside_share, self.ladder)
            gap = 0.12 * size
            has_room = wide <= WIDEST * width and wide + gap + beside.size.width <= width
            if has_room and not types.is_centered:
                words = _lines(self.fact.words, types.words, width)
                return Set("aside", types, number, wide, words, beside, note, foot, width)
            line = _in_a_line(self.aside, types, size * aside_share, width, self.ladder)
            words = _lines(self.fact.words, types.words, width)
            return Set("stacked", types, number, wide, words, line, note, foot, width)
        beside_words = None
        if not types.is_centered:
            beside_words = self._beside(types, size, wide, width)
        if beside_words is not None:
            return Set("beside", types, number, wide, None, beside_words, None, foot, width)
        words = _lines(self.fact.words, types.words, width)
        return Set("stacked", types, number, wide, words, None, note, foot, width)

    def _beside(self, types: Types, size: float, wide: float, width: float) -> Frame | None:
        """Its words right of the number, as large as its height allows; None without the room."""
        measure = width - wide - 0.16 * size
        if measure < LEAST_MEASURE * types.words.size or self.fact.words is None:
            return None
        for grown in WORDS_GROW:
            words = set_copy(self.fact.words, scaled(types.words, grown), measure, name="label")
            parts, y = [(Point(0, 0), words)], words.size.height
            if self.fact.note is not None:
                note = set_copy(self.fact.note, types.note, measure, name="note")
                parts.append((Point(0, y + types.gap / 2), note))
                y += types.gap / 2 + note.size.height
            if y <= types.cap * 1.08:
                return together(Size(measure, y), parts)
        return None


class Set(NamedTuple):
    """The news in its parts, from the top."""

    way: Way
    types: Types
    number: Frame
    wide: float
    words: Frame | None
    """Above the number."""
    aside: Frame | None
    """Right of it; in a stack below it."""
    note: Copy | None
    foot: Frame | None
    width: float

    def _note(self) -> Frame | None:
        if self.note is None:
            return None
        return set_copy(self.note, self.types.note, self.width, name="note")

    def stack(self) -> list[tuple[float, Frame]]:
        """Its parts one below the other, each with the gap above it."""
        types, found = self.types, list[tuple[float, Frame]]()
        if self.words is not None and self.words.size.height:
            found.append((0.0, self.words))
        number = self.number
        if self.way != "stacked" and self.aside is not None:
            number = self._with_aside(self.aside)
        found.append((types.gap if found else 0.0, number))
        if self.way == "stacked" and self.aside is not None:
            found.append((max(types.gap * 1.2, 0.1 * types.size), self.aside))
        note = self._note()
        if note is not None:
            found.append((types.gap, note))
        if self.foot is not None:
            found.append((max(types.gap * 1.8, 0.1 * types.size), self.foot))
        return found

    def _with_aside(self, aside: Frame) -> Frame:
        """What stands right of it ends at the measure's end, on its baseline; words begin beside
        it, in its middle."""
        base = self.number.baseline
        if self.way == "aside":
            at = Point(self.width - aside.size.width, base - aside.size.height)
        else:
            left = self.width - aside.size.width
            at = Point(left, base - (self.types.cap + aside.size.height) / 2)
        height = self.number.size.height
        parts = [(Point(0, 0), self.number), (at, aside)]
        return together(Size(self.width, height), parts, baseline=base)

    @property
    def height(self) -> float:
        return sum(gap + frame.size.height for gap, frame in self.stack())

    def boxes(self, at: Point) -> list[Rect]:
        """Where its ink stands, from a corner."""
        found, y = [], at.y
        for gap, frame in self.stack():
            y += gap
            wide = self.wide if frame is self.number else self.width
            left = (self.width - wide) / 2 if self.types.is_centered else 0.0
            found.append(Rect(at.x + left, y, wide, frame.size.height))
            y += frame.size.height
        return found


def _lines(copy: Copy | None, style: TextStyle, width: float) -> Frame | None:
    if copy is None or not copy.text:
        return None
    return set_copy(copy, style, width, name="label")


def _aside_style(types: Types, size: float, ladder: Ladder) -> TextStyle:
    least, most = ladder.units.of(14, 38), ladder.units.of(60, 140)
    own = with_digits_of(ladder.look.value_style, min(max(size * 0.26, least), most))
    color = types.words.plain.color
    return inked(own, color)


def _aside(copies: tuple[Copy, ...], types: Types, size: float, ladder: Ladder) -> Frame:
    """Its changes, one below the other, ranged right."""
    style = _aside_style(types, size, ladder)
    frames = [(set_trimmed(one, style, inf, "value"), _width(one, style)) for one in copies]
    wide = max(width for _, width in frames)
    gap = 0.45 * style.of(Part.DIGITS).size
    parts, y = [], 0.0
    for number, (frame, width) in enumerate(frames):
        y += gap if number else 0.0
        parts.append((Point(wide - width, y), frame))
        y += frame.size.height
    return together(Size(wide, y), parts)


def _in_a_line(
    copies: tuple[Copy, ...], types: Types, size: float, width: float, ladder: Ladder
) -> Frame:
    """Its changes in one line, or one below the other where that is too long."""
    style = _aside_style(types, size, ladder)
    between = style.of(Part.DIGITS).size
    wides = [_width(one, style) for one in copies]
    whole = sum(wides) + between * (len(copies) - 1)
    if whole > width:
        style = scaled(style, max(width / whole * 0.99, 0.6))
        wides = [_width(one, style) for one in copies]
        between = style.of(Part.DIGITS).size * 0.7
    whole = sum(wides) + between * (len(copies) - 1)
    start = max(width - whole, 0.0) / 2 if types.is_centered else 0.0
    if types.is_centered:
        style = replace(style, alignment=Alignment.LEFT)
    parts, x, y, tall = [], start, 0.0, 0.0
    for one, wide in zip(copies, wides, strict=True):
        frame = set_trimmed(one, style, inf, "value")
        if x and x + wide > width:
            x, y = 0.0, y + frame.size.height * 1.4
        parts.append((Point(x, y), frame))
        x += wide + between
        tall = max(tall, y + frame.size.height)
    return together(Size(width, tall), parts)


def _width(copy: Copy, style: TextStyle) -> float:
    return set_paragraph(copy, style, inf).natural_width

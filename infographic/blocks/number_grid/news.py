"""The news: its words, its number as large as they come, how it changed, its device as foot."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import Literal

from infographic.blocks.cell import Widths
from infographic.blocks.number_grid.measured import Foot, Outline, em, lines_of, top_em
from infographic.blocks.number_grid.told import Fact
from infographic.blocks.number_grid.types import Ladder, Sizes, Types, inked
from infographic.display.frame import Frame, together
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import field, record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.layout.scaling import scaled, with_digits_of
from infographic.layout.setting import flush, set_copy, set_trimmed
from infographic.story.stat import Pieces
from infographic.text.copy import Copy
from infographic.text.paragraph import natural_width
from infographic.text.style import Alignment, CharStyle, Part, TextStyle

BELOW_FIGURE = 0.1
"""Of its size: from a figure's baseline to a line below it, at least."""
WIDEST = 0.62
"""Of the measure: beside a wider figure its change would be crowded."""
TALLEST = 1.12
"""Of the news's digits: higher, what stands beside them would stand on the words above."""
ASIDE = 0.3
"""Of the news's digits, what says by how much it changed."""
FAR = 0.35
"""Of the measure: what is farther from its number than this moves up to it."""
NEAR = 0.3
LEAST_MEASURE = 5.0
"""Em of the words beside the figure."""
EASY_MEASURE = 7.5
"""Em of words that are larger than they like to be."""
WORDS_GROW = (1.6, 1.4, 1.2, 1.0)
"""Words right of the figure are so much larger where they have the room."""
LARGER = 28 / (0.46 * 38)
"""Times the least size of such digits, from where on their units need not be raised."""
Way = Literal["aside", "beside", "stacked"]


@record
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
    fill_foot: Callable[[float, float], Frame | None] | None = None
    """What takes its place in much room."""
    words: float = 0.0
    """How wide its words are in one line, in em; likewise its note."""
    note: float = 0.0
    asides: tuple[Widths, ...] = ()
    """How wide what says its change is, in the size that facts like."""
    least_asides: tuple[Widths, ...] = ()
    """Likewise in its least size, where units are larger beside their digits."""
    top: float = 0.0
    """How high its digits stand, in em."""
    largest: dict[float, float] = field(default_factory=dict, compare=False)
    """Its `most` by width, which each search of a page asks for."""

    @classmethod
    def of(
        cls, fact: Fact, ladder: Ladder, aside: tuple[Copy, ...] = (), foot: Foot | None = None,
        draw_foot: Callable[[float, float], Frame | None] | None = None,
        fill_foot: Callable[[float, float], Frame | None] | None = None,
    ) -> News | None:  # fmt: skip
        if fact.figure is None:
            return None
        liked = ladder.news_liked
        types = ladder.news_at(liked)
        figure = Widths.of(Pieces(None, fact.figure, None), types.words, types.value)
        asides, least_asides = (
            tuple(Widths.of(Pieces(None, one, None), types.words, style) for one in aside)
            for style in (_aside_style(types, liked, ladder), _aside_style(types, 0.0, ladder))
        )
        return cls(
            fact, ladder, figure, liked, aside, foot, draw_foot, fill_foot,
            em(fact.words, types.words), em(fact.note, types.note), asides, least_asides,
            top_em(fact.figure, types),
        )  # fmt: skip

    def measured(self, size: float, width: float, *, with_foot: bool) -> Outline:
        """About what `set` gives, by arithmetic."""
        sizes = self.ladder.news_measured_at(size)
        wide = self.figure.number_at(size / self.liked)
        has_foot = with_foot and self.foot is not None
        found: list[Size] = []
        words = lines_of(self.words, sizes.words, sizes.words_leading, width)
        if self.asides:
            own = _aside_size(size, self.ladder)
            sides = self._sides(own)
            tall = own * sizes.cap / size
            has_room = wide <= WIDEST * width and wide + 0.12 * size + max(sides) <= width
            has_room &= tall * len(sides) + 0.45 * own * (len(sides) - 1) <= TALLEST * sizes.cap
            if has_room and not sizes.is_centered:
                found = [words, Size(width, sizes.cap)]
            else:
                rows = 1 if sum(sides) + own * (len(sides) - 1) <= width / 0.62 else 2
                found = [words, Size(wide, sizes.cap), Size(min(sum(sides), width), tall * rows)]
        elif (beside := self._measured_beside(sizes, wide, width)) is not None:
            return self._outline([beside], sizes, width, has_foot=has_foot)
        else:
            found = [words, Size(wide, sizes.cap)]
        if not (self.fact.is_change and has_foot):
            note = lines_of(self.note, sizes.note, sizes.note_leading, width)
            more = max(BELOW_FIGURE * size - sizes.gap, 0.0) if note.height else 0.0
            found.append(Size(note.width, note.height + more))
        return self._outline(found, sizes, width, has_foot=has_foot)

    def least(self, size: float, width: float, *, with_foot: bool) -> float:
        """How high `set` is at the least, in points; its number is not set for that."""
        types, height = self.ladder.news_at(size), self.top * size
        if with_foot and self.foot is not None:
            height += types.gap + foot_gap(types.gap, size) + self.foot.height
        if not self.aside:
            # Its words may stand beside it.
            return height
        words = _lines(self.fact.words, types.words, width)
        if words is not None:
            height += words.size.height + types.gap
        if types.is_centered or self.figure.number_at(size / self.liked) > WIDEST * width:
            line = _in_a_line(self.aside, types, size, width, self.ladder, 1.0)
            height += _below_figure(types) + line.size.height
        return height

    def _sides(self, own: float) -> list[float]:
        """How wide what says its change is with digits of a size."""
        grown = own / _aside_size(self.liked, self.ladder)
        more = own / _aside_size(0.0, self.ladder)
        both = zip(self.asides, self.least_asides, strict=True)
        return [max(one.number_at(grown), least.number_at(more) if more < LARGER else 0.0)
                for one, least in both]  # fmt: skip

    def _outline(self, parts: list[Size], sizes: Sizes, width: float, *, has_foot: bool) -> Outline:
        parts = [part for part in parts if part.height]
        if has_foot and self.foot is not None:
            parts.append(Size(width, self.foot.height + foot_gap(sizes.gap, sizes.digits)))
        return Outline.of(tuple(parts), sizes.gap, width if sizes.is_centered else 0.0)

    def _measured_beside(self, sizes: Sizes, wide: float, width: float) -> Size | None:
        measure = width - wide - 0.16 * sizes.digits
        if measure < LEAST_MEASURE * sizes.words or self.fact.words is None:
            return None
        if sizes.is_centered:
            return None
        words = lines_of(self.words, sizes.words, sizes.words_leading, measure)
        note = lines_of(self.note, sizes.note, sizes.note_leading, measure)
        if words.height + note.height + sizes.gap / 2 > sizes.cap * 1.08:
            return None
        return Size(wide + 0.16 * sizes.digits + max(words.width, note.width), sizes.cap)

    def most(self, width: float) -> float:
        """The greatest size of its digits in a width, in points."""
        if width not in self.largest:
            size = self.liked
            for _ in range(4):
                # Again, since a unit beside smaller digits is a larger share of them.
                size *= width / self.figure.number_at(size / self.liked)
            self.largest[width] = size * 0.995
        return self.largest[width]

    def set(self, size: float, width: float, *, with_foot: bool) -> Set:
        """Its parts at a size, in a width."""
        types = self.ladder.news_at(size)
        centered = types.is_centered
        number = set_trimmed(
            self.fact.figure or Copy(()), types.value, width if centered else inf, "value"
        )
        number = flush(number, types.value, types.words.size)
        wide = self.figure.number_at(size / self.liked)
        foot = self.draw_foot(width, 1.0) if with_foot and self.draw_foot is not None else None
        note = None if self.fact.is_change and (foot is not None) else self.fact.note
        if self.aside:
            beside = _aside(self.aside, types, size, self.ladder)
            has_room = wide <= WIDEST * width and wide + 0.12 * size + beside.size.width <= width
            has_room &= beside.size.height <= TALLEST * types.cap
            words = _lines(self.fact.words, types.words, width)
            if has_room and not centered:
                return Set("aside", types, number, wide, words, beside, note, foot, width)
            line = _in_a_line(self.aside, types, size, width, self.ladder, 1.0)
            return Set("stacked", types, number, wide, words, line, note, foot, width)
        beside_words = None if centered else self._beside(types, size, wide, width)
        if beside_words is not None:
            return Set("beside", types, number, wide, None, beside_words, None, foot, width)
        words = _lines(self.fact.words, types.words, width)
        return Set("stacked", types, number, wide, words, None, note, foot, width)

    def grown(self, made: Set, foot: float | None, aside: float | None) -> Set:
        """It with a device so many times as high as it likes to be, and what says below the number
        how it changed so many times as large; None: as it is."""
        if foot is not None and made.foot is not None and self.draw_foot is not None:
            made = made._replace(foot=self.draw_foot(made.width, foot))
        if aside is None or made.way != "stacked" or made.aside is None:
            return made
        types, width = made.types, made.width
        return made._replace(
            aside=_in_a_line(self.aside, types, types.size, width, self.ladder, aside)
        )

    def _beside(self, types: Types, size: float, wide: float, width: float) -> Frame | None:
        """Its words right of the number, as large as its height allows; None without the room."""
        measure = width - wide - 0.16 * size
        if measure < LEAST_MEASURE * types.words.size or self.fact.words is None:
            return None
        for grown in WORDS_GROW:
            if grown > 1 and measure < EASY_MEASURE * grown * types.words.size:
                continue
            words = set_copy(self.fact.words, scaled(types.words, grown), measure, name="label")
            if any(fault.code == "overset-width" for fault in words.faults):
                continue
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
            found.append((_below_figure(types), self.aside))
        note = self._note()
        if note is not None:
            # Clear of what a large figure's ink reaches below its baseline.
            found.append((max(types.gap, BELOW_FIGURE * types.size), note))
        if self.foot is not None:
            found.append((types.gap + foot_gap(types.gap, types.size), self.foot))
        return found

    def _with_aside(self, aside: Frame) -> Frame:
        """What stands right of it ends at the measure's end, on its baseline; words begin beside
        it, in its middle."""
        base = self.number.baseline
        if self.way == "aside":
            left = self.width - aside.size.width
            if left - self.wide > FAR * self.width:
                left = self.wide + NEAR * self.types.size
            at = Point(left, base - aside.size.height)
        else:
            left = self.width - aside.size.width
            at = Point(left, base - (self.types.cap + aside.size.height) / 2)
        height = self.number.size.height
        parts = [(Point(0, 0), self.number), (at, aside)]
        return together(Size(self.width, height), parts, baseline=base)

    @property
    def height(self) -> float:
        return sum(gap + frame.size.height for gap, frame in self.stack())


def _lines(copy: Copy | None, style: TextStyle, width: float) -> Frame | None:
    if copy is None or not copy.text:
        return None
    return set_copy(copy, style, width, name="label")


def _below_figure(types: Types) -> float:
    """Between a figure and what says how it changed, below it."""
    return max(types.gap * 1.2, 0.1 * types.size)


def foot_gap(gap: float, digits: float) -> float:
    """What more than the gap parts the news from its device."""
    return max(gap * 0.8, 0.1 * digits - gap)


def _least_aside(ladder: Ladder) -> float:
    """Of such digits: their unit is 0.46 of them, and reversed in print no smaller than 8 pt."""
    return ladder.units.of(14 if ladder.look.news_ground is None else 17.5, 38)


def _aside_size(size: float, ladder: Ladder, share: float = 1.0) -> float:
    """Of the digits that say by how much it changed; at the most what a fact has beside it.

    Of a news without a size: the least.
    """
    least, most = _least_aside(ladder), size / max(ladder.look.ratio, 1.5)
    return min(max(ASIDE * size * share, least), most) if size else least


def _aside_style(types: Types, size: float, ladder: Ladder, share: float = 1.0) -> TextStyle:
    digits = _aside_size(size, ladder, share)
    own = with_digits_of(ladder.look.value_style, digits)
    return inked(_read_on_a_phone(own, ladder), types.words.plain.color)


def _read_on_a_phone(style: TextStyle, ladder: Ladder) -> TextStyle:
    """With units and words as large as they are read there, no larger than their digits."""
    least = min(ladder.units.of(0, 28), style.of(Part.DIGITS).size)

    def grown(one: CharStyle) -> CharStyle:
        return one if one.size >= least else replaced(one, size=least, share=None)

    parts = tuple((part, grown(own)) for part, own in style.parts)
    return replaced(style, plain=grown(style.plain), parts=parts)


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
    copies: tuple[Copy, ...], types: Types, size: float, width: float, ladder: Ladder, share: float
) -> Frame:
    """Its changes in one line, or one below the other where that is too long: so they are a little
    smaller first, but not where they are asked to be larger."""
    style = _aside_style(types, size, ladder, share)
    between = style.of(Part.DIGITS).size
    wides = [_width(one, style) for one in copies]
    whole = sum(wides) + between * (len(copies) - 1)
    if whole > width and share == 1:
        # Not below what it is read at: then they stand one below the other.
        least = min(_least_aside(ladder) / style.of(Part.DIGITS).size, 1.0)
        style = _read_on_a_phone(scaled(style, max(width / whole * 0.99, 0.6, least)), ladder)
        wides = [_width(one, style) for one in copies]
        between = style.of(Part.DIGITS).size * 0.7
    if max(wides) > width:
        style = scaled(style, width / max(wides) * 0.99)
        wides = [_width(one, style) for one in copies]
    whole = sum(wides) + between * (len(copies) - 1)
    rows = [[*zip(copies, wides, strict=True)]]
    if whole > width:
        rows = [[one] for one in rows[0]]
    set_left = replaced(style, alignment=Alignment.LEFT)
    parts, y = list[tuple[Point, Frame]](), 0.0
    for number, row in enumerate(rows):
        y += 0.45 * style.of(Part.DIGITS).size if number else 0.0
        taken = sum(wide for _, wide in row) + between * (len(row) - 1)
        x = max(width - taken, 0.0) / 2 if types.is_centered else 0.0
        frames = [set_trimmed(one, set_left, inf, "value") for one, _ in row]
        for frame, (_, wide) in zip(frames, row, strict=True):
            parts.append((Point(x, y), frame))
            x += wide + between
        y += max(frame.size.height for frame in frames)
    return together(Size(width, y), parts)


def _width(copy: Copy, style: TextStyle) -> float:
    return natural_width(copy, style)

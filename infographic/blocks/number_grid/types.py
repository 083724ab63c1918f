"""The styles of a grid at each size of its numbers, and the distances that go with them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import sqrt

from infographic.blocks.number_grid.look import GridLook, Units
from infographic.foundation.color import Color
from infographic.layout.block import SmallestType
from infographic.layout.copyfit import NO_LIMIT
from infographic.layout.scaling import scaled, with_digits_of
from infographic.text.style import Alignment, Part, TextStyle

STEP = 1.06
"""From a size that is tried to the next."""
MOST_WORDS = 1.7
"""Words beside large numbers are at the most so many times as large as their style has them."""
BESIDE = 0.5
"""Of the digits' height, the size of words beside them, where that is more than they have."""
LEAST_COLORED = 24.0
"""Points: what is smaller is black in print, where a colour on newsprint is too weak for it."""


@dataclass(frozen=True, slots=True)
class Types:
    """The styles of facts whose digits have one size. Lengths in points."""

    size: float
    """Of the digits."""
    value: TextStyle
    words: TextStyle
    note: TextStyle
    beside: TextStyle
    """The words right of a number: nearer to it in size."""
    sentence: TextStyle
    gap: float
    """Between a number and its words."""
    cap: float
    """How high the digits are."""

    @property
    def is_centered(self) -> bool:
        """Whether numbers stand in the middle of their cells, as their words do by their style."""
        return self.value.alignment is Alignment.CENTER


@dataclass(frozen=True, slots=True)
class Ladder:
    """What facts and news may be set in."""

    look: GridLook
    units: Units
    press: SmallestType = NO_LIMIT
    shared: float = 0.0
    """The greatest size, where a group of grids has settled on one; 0: none has."""
    facts: dict[float, Types] = field(default_factory=dict, compare=False, repr=False)
    news: dict[float, Types] = field(default_factory=dict, compare=False, repr=False)
    """Styles that were made already, by the size of their digits."""

    @property
    def liked(self) -> float:
        return self.look.value_style.of(Part.DIGITS).size

    @property
    def smallest(self) -> float:
        least = self.look.smallest or min(self.units.of(20, 44), self.liked)
        least = max(least, self.press.of(self.look.value_style.of(Part.DIGITS).color))
        return min(least, self.shared) if self.shared else least

    @property
    def largest(self) -> float:
        most = max(self.look.largest or 2 * self.liked, self.smallest)
        return min(most, self.shared) if self.shared else most

    @property
    def news_liked(self) -> float:
        style = self.look.news_style
        return 2.6 * self.liked if style is None else style.of(Part.DIGITS).size

    def sizes(self) -> list[float]:
        """Of the digits, from the smallest up."""
        found = [self.smallest]
        while found[-1] * STEP < self.largest:
            found.append(found[-1] * STEP)
        return [*found, self.largest] if self.largest > found[-1] + 0.01 else found

    def at(self, size: float) -> Types:
        """The styles of facts whose digits have a size."""
        if size not in self.facts:
            self.facts[size] = _types(self, size)
        return self.facts[size]

    def news_at(self, size: float) -> Types:
        """Those of the news."""
        if size not in self.news:
            self.news[size] = _news_types(self, size)
        return self.news[size]


def _types(ladder: Ladder, size: float) -> Types:
    look, units, press = ladder.look, ladder.units, ladder.press
    liked = look.value_style.of(Part.DIGITS).size
    value = inked(with_digits_of(look.value_style, size), look.ink or look.style.plain.color)
    words = scaled(look.style, _share(look.style, size / liked, units.of(9, 28), press))
    note_style = look.note_style or look.style
    note = scaled(note_style, _share(note_style, size / liked, units.of(8, 24), press))
    sentence = look.sentence_style or replace(look.style, parts=look.value_style.parts)
    sentence = scaled(sentence, _share(sentence, size / liked, units.of(9, 28), press))
    most = size / sentence.of(Part.DIGITS).size
    if most < 1:
        sentence = replace(sentence, parts=scaled(sentence, most).parts)
    if look.ink is not None:
        sentence = inked(sentence, look.ink, plain=False)
    gap = 0.3 * words.size if look.gap is None else look.gap
    cap = _cap(value)
    beside = scaled(words, max(round(BESIDE * cap / words.size * 20) / 20, 1.0))
    return Types(size, value, words, note, beside, sentence, gap, cap)


def _news_types(ladder: Ladder, size: float) -> Types:
    look, units, press = ladder.look, ladder.units, ladder.press
    base = look.news_style or look.value_style
    liked = (
        2.6 * base.of(Part.DIGITS).size if look.news_style is None else base.of(Part.DIGITS).size
    )
    value = with_digits_of(base, size)
    ink = look.news_ink if look.news_ground is not None else look.ink
    if ink is not None:
        value = inked(value, ink)
    if look.accent is not None:
        small = ink if look.news_ground is not None and ink is not None else look.style.plain.color
        value = colored(value, look.accent, small, is_print=units.is_print)
    label = look.news_label_style or scaled(look.style, 4 / 3)
    words = scaled(label, _share(label, size / liked, units.of(10, 32), press))
    note_style = look.note_style or look.style
    note = scaled(note_style, _share(note_style, size / liked, units.of(9, 28), press))
    if look.news_ground is not None and look.news_ink is not None:
        words, note = inked(words, look.news_ink), inked(note, look.news_ink)
    return Types(size, value, words, note, words, words, 0.35 * words.size, _cap(value))


def _share(style: TextStyle, growth: float, least: float, press: SmallestType) -> float:
    """What words are scaled by where their number is so many times as large: by less."""
    wanted = min(sqrt(growth), MOST_WORDS)
    floor = min(max(least, press.of(style.plain.color)) / style.size, 1.0)
    # In steps, so that lines that were broken once are known.
    return max(round(wanted * 20) / 20, floor)


def _cap(style: TextStyle) -> float:
    digits = style.of(Part.DIGITS)
    return digits.fonts.figures[0].metrics.cap_height * digits.size


def inked(style: TextStyle, color: Color | None, *, plain: bool = True) -> TextStyle:
    """A style in one colour, all its parts; with `plain` its own characters, too."""
    if color is None:
        return style
    parts = tuple((part, replace(own, color=color)) for part, own in style.parts)
    own = replace(style.plain, color=color) if plain else style.plain
    return replace(style, plain=own, parts=parts)


def colored(style: TextStyle, color: Color, ink: Color, *, is_print: bool) -> TextStyle:
    """A number in a colour; in print what of it is too small for one is in the words' own."""

    def of(size: float) -> Color:
        return ink if is_print and size < LEAST_COLORED else color

    parts = tuple((part, replace(own, color=of(own.size))) for part, own in style.parts)
    return replace(style, plain=replace(style.plain, color=of(style.plain.size)), parts=parts)

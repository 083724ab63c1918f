"""The styles of a grid at each size of its numbers, and the distances that go with them."""

from __future__ import annotations

from math import sqrt

from infographic.blocks.number_grid.look import GridLook, Units
from infographic.foundation.color import Color
from infographic.foundation.record import field, record, replaced
from infographic.foundation.record.tuples import NamedTuple
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


@record
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


class Sizes(NamedTuple):
    """What `Types` measure, by which arrangements are weighed: no style is made for that."""

    digits: float
    cap: float
    gap: float
    words: float
    words_leading: float
    note: float
    note_leading: float
    beside: float
    beside_leading: float
    sentence: float
    sentence_leading: float
    """As far as the digits in it ask for, too."""
    is_centered: bool


@record(frozen=False, eq=False)
class Ladder:
    """What facts and news may be set in. Lengths in points."""

    look: GridLook
    units: Units
    press: SmallestType = NO_LIMIT
    shared: float = 0.0
    """The greatest size, where a group of grids has settled on one; 0: none has."""
    liked: float = field(init=False)
    """Of the digits; so are the next."""
    smallest: float = field(init=False)
    largest: float = field(init=False)
    news_liked: float = field(init=False)
    sizes: list[float] = field(init=False)
    """From the smallest up."""
    label: TextStyle | None = field(default=None, init=False)
    facts: dict[float, Types] = field(default_factory=dict, init=False)
    news: dict[float, Types] = field(default_factory=dict, init=False)
    """Styles that were made already, by the size of their digits; what they measure, likewise."""
    facts_measured: dict[float, Sizes] = field(default_factory=dict, init=False)
    news_measured: dict[float, Sizes] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        look, shared, digits = self.look, self.shared, self.look.value_style.of(Part.DIGITS)
        self.liked = digits.size
        least = look.smallest or min(self.units.of(20, 44), self.liked)
        least = max(least, self.press.of(digits.color))
        most = max(look.largest or 2 * self.liked, min(least, shared) if shared else least)
        self.smallest = min(least, shared) if shared else least
        self.largest = min(most, shared) if shared else most
        style = look.news_style
        self.news_liked = 2.6 * self.liked if style is None else style.of(Part.DIGITS).size
        self.sizes = [self.smallest]
        while self.sizes[-1] * STEP < self.largest:
            self.sizes.append(self.sizes[-1] * STEP)
        if self.largest > self.sizes[-1] + 0.01:
            self.sizes.append(self.largest)

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

    def measured_at(self, size: float) -> Sizes:
        """What the styles of facts measure whose digits have a size."""
        if size not in self.facts_measured:
            self.facts_measured[size] = _sizes(self, size)
        return self.facts_measured[size]

    def news_measured_at(self, size: float) -> Sizes:
        """Those of the news."""
        if size not in self.news_measured:
            self.news_measured[size] = _news_sizes(self, size)
        return self.news_measured[size]

    @property
    def news_label(self) -> TextStyle:
        """The style of the news's words, beside its number as large as it is liked."""
        if self.label is None:
            self.label = self.look.news_label_style or scaled(self.look.style, 4 / 3)
        return self.label

    def shares(self, sentence: TextStyle, size: float) -> tuple[float, float, float]:
        """How much larger words, notes and sentences are beside digits of a size."""
        look, units, growth = self.look, self.units, size / self.liked
        return (
            _share(look.style, growth, units.of(9, 28), self.press),
            _share(look.note_style or look.style, growth, units.of(8, 24), self.press),
            _share(sentence, growth, units.of(9, 28), self.press),
        )

    def news_shares(self, label: TextStyle, size: float) -> tuple[float, float]:
        """Likewise of the news: its words and its note."""
        look, units, growth = self.look, self.units, size / self.news_liked
        note = look.note_style or look.style
        return (
            _share(label, growth, units.of(10, 32), self.press),
            _share(note, growth, units.of(9, 28), self.press),
        )


def _types(ladder: Ladder, size: float) -> Types:
    look = ladder.look
    sentence = look.sentence_style or replaced(look.style, parts=look.value_style.parts)
    words_share, note_share, sentence_share = ladder.shares(sentence, size)
    value = inked(with_digits_of(look.value_style, size), look.ink or look.style.plain.color)
    words = scaled(look.style, words_share)
    note = scaled(look.note_style or look.style, note_share)
    sentence = scaled(sentence, sentence_share)
    most = size / sentence.of(Part.DIGITS).size
    if most < 1:
        sentence = replaced(sentence, parts=scaled(sentence, most).parts)
    if look.ink is not None:
        sentence = inked(sentence, look.ink, plain=False)
    gap = 0.3 * words.size if look.gap is None else look.gap
    cap = _cap(value)
    beside = scaled(words, _beside(cap, words.size))
    return Types(size, value, words, note, beside, sentence, gap, cap)


def _sizes(ladder: Ladder, size: float) -> Sizes:
    look = ladder.look
    note, sentence = look.note_style or look.style, look.sentence_style or look.style
    words_share, note_share, share = ladder.shares(sentence, size)
    words, leading = words_share * look.style.size, words_share * look.style.leading
    parts = (look.sentence_style or look.value_style).parts
    tall = share * next((own.size for part, own in parts if part is Part.DIGITS), sentence.size)
    if any(part is Part.DIGITS for part, _ in parts):
        tall *= min(size / tall, 1.0)
    cap = _cap(look.value_style, size / ladder.liked)
    beside = _beside(cap, words)
    return Sizes(
        size, cap, 0.3 * words if look.gap is None else look.gap, words, leading,
        note_share * note.size, note_share * note.leading, beside * words, beside * leading,
        share * sentence.size, max(share * sentence.leading, tall),
        look.value_style.alignment is Alignment.CENTER,
    )  # fmt: skip


def _beside(cap: float, words: float) -> float:
    """How much larger words beside their number are than those below it."""
    return max(round(BESIDE * cap / words * 20) / 20, 1.0)


def _news_types(ladder: Ladder, size: float) -> Types:
    look, label = ladder.look, ladder.news_label
    value = with_digits_of(look.news_style or look.value_style, size)
    ink = look.news_ink if look.news_ground is not None else look.ink
    if ink is not None:
        value = inked(value, ink)
    if look.accent is not None:
        small = ink if look.news_ground is not None and ink is not None else look.style.plain.color
        value = colored(value, look.accent, small, is_print=ladder.units.is_print)
    words_share, note_share = ladder.news_shares(label, size)
    words = scaled(label, words_share)
    note = scaled(look.note_style or look.style, note_share)
    if look.news_ground is not None and look.news_ink is not None:
        words, note = inked(words, look.news_ink), inked(note, look.news_ink)
    return Types(size, value, words, note, words, words, 0.35 * words.size, _cap(value))


def _news_sizes(ladder: Ladder, size: float) -> Sizes:
    look, value = ladder.look, ladder.look.news_style or ladder.look.value_style
    label, note = ladder.news_label, look.note_style or look.style
    share, note_share = ladder.news_shares(label, size)
    words, leading = share * label.size, share * label.leading
    return Sizes(
        size, _cap(value, size / value.of(Part.DIGITS).size), 0.35 * words, words, leading,
        note_share * note.size, note_share * note.leading, words, leading, words, leading,
        value.alignment is Alignment.CENTER,
    )  # fmt: skip


def _share(style: TextStyle, growth: float, least: float, press: SmallestType) -> float:
    """What words are scaled by where their number is so many times as large: by less."""
    wanted = min(sqrt(growth), MOST_WORDS)
    floor = min(max(least, press.of(style.plain.color)) / style.size, 1.0)
    # In steps, so that lines that were broken once are known.
    return max(round(wanted * 20) / 20, floor)


def _cap(style: TextStyle, share: float = 1.0) -> float:
    """How high the digits of a style are, scaled."""
    digits = style.of(Part.DIGITS)
    return digits.fonts.figures[0].metrics.cap_height * (digits.size * share)


def inked(style: TextStyle, color: Color | None, *, plain: bool = True) -> TextStyle:
    """A style in one colour, all its parts; with `plain` its own characters, too."""
    if color is None:
        return style
    parts = tuple((part, replaced(own, color=color)) for part, own in style.parts)
    own = replaced(style.plain, color=color) if plain else style.plain
    return replaced(style, plain=own, parts=parts)


def colored(style: TextStyle, color: Color, ink: Color, *, is_print: bool) -> TextStyle:
    """A number in a colour; in print what of it is too small for one is in the words' own."""

    def of(size: float) -> Color:
        return ink if is_print and size < LEAST_COLORED else color

    parts = tuple((part, replaced(own, color=of(own.size))) for part, own in style.parts)
    return replaced(style, plain=replaced(style.plain, color=of(style.plain.size)), parts=parts)

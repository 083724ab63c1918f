"""A paragraph style with every decision made.

Inheritance, defaults and percentages are settled before one of these is made. Lengths are in
points; those in em say so.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, ClassVar, Literal

from infographic.foundation.color import BLACK, Color
from infographic.foundation.font import Face
from infographic.foundation.record import record


class Alignment(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


Keep = bool | Literal["forbid"]
"""Whether what belongs together is kept: at a price, not at all, or always."""


class Part(StrEnum):
    """What a span of text is, and so which character style sets it."""

    PLAIN = "plain"
    STRONG = "strong"
    """Emphasised words that are no number."""
    DIGITS = "digits"
    """The digits of an emphasised number, with sign, separators and decimal."""
    UNIT = "unit"
    """% ‰ ℃, magnitude 万/亿 and classifier 个/人/期/户 of an emphasised number."""
    QUALIFIER = "qualifier"
    """余 近 约 超 以上 … of an emphasised number."""
    SIGN = "sign"
    """% ‰ ℃ ° of its unit, where these are set apart from it; no span's own part."""


@record
class FontStack:
    """The faces of one style, each a chain: the first face that has the character sets it."""

    han: tuple[Face, ...]
    """Han, Chinese punctuation, full-width forms."""
    latin: tuple[Face, ...]
    """Letters, and all other half-width characters."""
    figures: tuple[Face, ...]
    """0-9 and the signs and separators inside a number."""


@record
class UnitShare:
    """A unit's size as a share of its digits': less beside large ones, which it would outweigh."""

    falls_from: float = 48.0
    """Beside digits of up to this size it is `LARGEST`."""
    falls_to: float = 90.0
    """From this size on it is `SMALLEST`; evenly less in between."""

    LARGEST: ClassVar[float] = 0.46
    SMALLEST: ClassVar[float] = 0.30

    def beside(self, digits: float) -> float:
        """The share beside digits of a size.

        >>> [round(UnitShare().beside(size), 3) for size in (36, 48, 69, 90, 140)]
        [0.46, 0.46, 0.38, 0.3, 0.3]
        """
        along = (digits - self.falls_from) / (self.falls_to - self.falls_from)
        return self.LARGEST - (self.LARGEST - self.SMALLEST) * min(max(along, 0.0), 1.0)


@record
class CharStyle:
    """How the characters of one part are set."""

    fonts: FontStack
    size: float
    color: Color = BLACK
    leading: float = 0.0
    """A line that holds this part is at least this far from the next; 0: no demand."""
    tracking: float = 0.0
    """Extra space after each glyph, in em."""
    features: tuple[str, ...] = ()
    """OpenType features switched on (“tnum”) or off (“-kern”) beside the default ones."""
    rise: float = 0.0
    """Baseline shift upwards, in points."""
    foot: float = 0.0
    """Han stand so much higher, in em: a Han's ink ends below the baseline, a figure's on it."""
    share: UnitShare | None = None
    """What its size goes by where the digits are made larger or smaller; None: it keeps its share
    of them."""


@record
class ColumnRules:
    """What a style decides about columns that run down the page, right to left."""

    upright_digits: int = 3
    """A number of up to so many digits stands upright, side by side in one cell."""
    long_numbers: str = "rotated"
    """Longer ones: “rotated”, or “upright”, digit under digit."""
    quotes: str = "corner"
    """“corner”: “ ” are drawn 『 』 (GB/T 15834, 5.2.3); “rotated”: as they are, lying."""
    upright_acronyms: bool = False
    """GDP, C919 letter under letter; otherwise they lie, as all Latin words do."""


@record
class Initial:
    """A paragraph's first character, several lines high."""

    lines: int
    style: CharStyle
    """Its faces and colour; its size is made by the lines."""
    setting: Callable[..., Any]
    """Sets copy in a style that begins so, line i in the i-th of its measures: a paragraph
    (`initials.set_with_initial`; no paragraph without a drop cap knows of it)."""
    leading: float = 0.0
    """Of the lines, in points; 0: the style's own."""


@record
class Fit:
    """How words that do not fit their frame, or do not fill it, are made to (copyfitting)."""

    shrinks: bool
    grows: bool
    floor: float
    """The least size of its plain characters, in points."""
    ceiling: float
    """The largest."""
    step: float = 0.1
    """Sizes are multiples of this, in points."""
    remedies: tuple[str, ...] = ("words", "tracking", "leading", "size")
    """In the order they are tried, each on top of those before it."""
    tracking: float = -0.02
    """The most that characters are moved together, in em."""
    leading: tuple[float, float] = (0.94, 1.08)
    """The least and most leading, of the style's."""
    group: str = ""
    """Those that name one group are all set by the factor of the smallest."""


@record
class TextStyle:
    """How a paragraph is set. Its own characters are `plain`; `parts` sets the others."""

    name: str
    plain: CharStyle
    parts: tuple[tuple[Part, CharStyle], ...] = ()
    alignment: Alignment = Alignment.JUSTIFY
    indent: float = 0.0
    """First line, in em of the plain size."""
    hanging_indent: float = 0.0
    """All lines but the first, likewise."""
    space_before: float = 0.0
    space_after: float = 0.0
    house: str = "newspaper"
    """The table of classes, levels and priorities (text/houses/NAME.json)."""
    kinsoku: str = "gb"
    punctuation: str = "quanjiao"
    autospace: float = 0.25
    """Between Han and Latin, in em."""
    number_gap: float = 0.0
    """Either side of an emphasised number, in em of the plain size, in place of autospace."""
    keep_number_unit: Keep = True
    """4000余户: broken at a price (True), as any Han (False), or never (“forbid”)."""
    keep_dates: Keep = True
    """2026年11月22日: likewise."""
    adjacent_pairs: float = 1.5
    """What two marks take where a blank lies between them, in em: 2, 1.5 or 1."""
    line_end: str = "half"
    """A mark that ends a line gives its blank: “half” always, “needed”, or “full”: never."""
    trim_line_start: bool = True
    """An opening mark that starts a line stands flush with its edge."""
    trim_first_line_start: bool = True
    """So it does behind an indent."""
    autospace_max: float = 0.5
    """To what the space between Han and Latin may be stretched before others are, in em."""
    shrink_stops: bool = True
    """Stops inside a line may give their blank, last of all."""
    marks_keep_close: bool = True
    """Where a line is spread, nothing opens after an opening mark or before a closing one."""
    hanging: bool = False
    """A stop that does not fit may stand past the line's end."""
    orphan_control: bool = True
    """A paragraph's last line holds at least two characters (孤字)."""
    whole_ems: bool = False
    """Lines are whole ems long; what is left of the measure stays empty."""
    hyphenate: bool = False
    """English words may be divided at a justified line's end."""
    language: str = "zh-Hans"
    max_lines: int = 0
    """More lines than this are overset; 0: no bound."""
    balance: bool = False
    """Lines of about equal length rather than a full one and a short one (headlines)."""
    line_more: bool = False
    """Balanced: a line more than is needed where so few would tear a word, name or term."""
    column: ColumnRules | None = None
    """Vertical setting; None: horizontal."""
    fit: Fit | None = None
    """How it is made to fit; None: it is set as it is."""
    grid: int = 0
    """Its lines stand on the page's baseline grid (1), on halves (2) or thirds (3) of it; 0: where
    they come."""
    initial: Initial | None = None
    """Its first character, where that is larger (a drop cap)."""
    # In the columns of an article:
    grid_lines: int = 0
    """It takes so many lines of the grid (占行); 0: as many as it needs."""
    keep_together: bool = False
    """Its lines stand in one column."""
    keep_with_next: int = 0
    """So many lines of what follows stand in its column."""
    breaks_column: bool = False
    """It begins a new column."""
    orphans: int = 0
    """So many of its first lines are not parted at a column's foot; 0: two, or one at need."""
    widows: int = 2
    """So many of its last lines are not parted at a column's head (孤行)."""

    def of(self, part: Part) -> CharStyle:
        """The character style for a part; STRONG, UNIT … fall back to plain."""
        for known, style in self.parts:
            if known is part:
                return style
        return self.plain

    @property
    def may_divide(self) -> bool:
        """Words at U+00AD: not in headlines, in columns, nor where lines may be short anyway."""
        is_justified = self.alignment is Alignment.JUSTIFY and not self.balance
        return is_justified and self.column is None

    @property
    def may_hyphenate(self) -> bool:
        """Words wherever their language divides them."""
        return self.hyphenate and self.may_divide

    @property
    def size(self) -> float:
        return self.plain.size

    @property
    def leading(self) -> float:
        return self.plain.leading

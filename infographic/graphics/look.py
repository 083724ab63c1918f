"""How devices look on one page: the grammar's sizes and colours, in the faces of its layout.

Every role has a size in print and one on a canvas 1080 px wide, which scales with the canvas. A
layout may settle a role itself, by a style of its name: “graphic-label”, “graphic-figure”; or a
colour: “graphic-rest”. Without them a role takes its face from the layout's own styles.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from infographic.display.items import Stroke
from infographic.foundation.color import BLACK, WHITE, Color, contrast, grey, on_screen
from infographic.foundation.memo import Memo
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.units import POINTS_PER
from infographic.layout.block import PageTokens
from infographic.layout.scaling import with_digits_of
from infographic.text.style import Alignment, CharStyle, Part, TextStyle

CANVAS = 1080 * POINTS_PER["px"]
"""The canvas that the social sizes are of, in points."""


REVERSED = {
    "rest": 0.4, "context": 0.55, "land": 0.28, "dark": 0.68, "shade": 0.16, "against": 0.68,
    "grid": 0.5,
}  # fmt: skip
"""Of light ink on a dark ground, what greys are of black on paper."""


class Sizes(NamedTuple):
    """Size and leading: in print in points, on a canvas 1080 wide in px."""

    print: tuple[float, float]
    social: tuple[float, float]


ROLES: Mapping[str, Sizes] = {
    "title": Sizes((14, 17), (40, 52)),
    "measure": Sizes((9, 12), (26, 36)),
    "lead": Sizes((112, 112), (260, 260)),
    "main": Sizes((44, 46), (100, 104)),
    "end": Sizes((28, 30), (60, 64)),
    "start": Sizes((16, 18), (40, 48)),
    "figure": Sizes((14, 17), (38, 46)),
    "quiet": Sizes((14, 17), (38, 46)),
    "label": Sizes((9, 12), (30, 40)),
    "strong": Sizes((9, 12), (30, 40)),
    "tick": Sizes((8, 10.5), (28, 36)),
    "source": Sizes((8, 10.5), (24, 34)),
}
"""Title; what is measured; the lead, main, end and start figure; a figure at a mark, and beside one
that is claimed all others, lighter and of the same size; words at a mark, and those of them that
are to be seen first; an axis; the foot."""
WORDS = ("label", "note", "caption", "statement", "body")
"""Styles of a layout whose face words take, the first that it has."""
BOLD = ("panel-title", "subhead", "headline", *WORDS)
FIGURES = ("value", "big-value", "statement", *WORDS)
QUIET = ("placeholder", *FIGURES)
"""A picture's measurements in its place are the one numeral that families set in a lighter face."""


@record
class Look:
    """Styles, colours and weights of every device on a page. Lengths in points."""

    title: TextStyle
    measure: TextStyle
    lead: TextStyle
    main: TextStyle
    end: TextStyle
    start: TextStyle
    """Of a line's first value."""
    figure: TextStyle
    quiet: TextStyle
    label: TextStyle
    strong: TextStyle
    tick: TextStyle
    source: TextStyle
    ink: Color
    accent: Color
    against: Color
    """A second hue, for what goes against the first; in print with an outline of K100."""
    rest: Color
    """All marks that the title does not claim: K25–30."""
    context: Color
    """Lines of context: K40."""
    land: Color
    """Areas that carry no value: K20."""
    dark: Color
    """The tone of a third series: K72."""
    shade: Color
    """A stretch of an axis: K10."""
    grid: Color
    paper: Color
    on_accent: Color
    is_print: bool
    unit: float
    """What one point of the print column is here: 1, or what 2.5 px are on this canvas."""
    factor: float
    """Of the social sizes, for the canvas; 1 in print."""

    def of(self, print_points: float, social_px: float) -> float:
        """A length of the grammar, “print / social”, on this page."""
        if self.is_print:
            return print_points
        return social_px * POINTS_PER["px"] * self.factor

    def recolored(
        self, ink: Color | None, accent: Color | None, ground: Color | None = None
    ) -> Look:
        """The look in other colours: words and rules in `ink`, on a `ground` (without one, the
        page's). Where the ink is lighter than the ground, greys are shares of it, and words on the
        accent have the ground's colour."""
        # The same look for the same colours, so that its styles are known by identity.
        key = id(self), ink, accent, ground
        return _RECOLORED.made(key, lambda: self._recolored(ink, accent, ground), self)

    def _recolored(self, ink: Color | None, accent: Color | None, ground: Color | None) -> Look:
        accent = self.accent if accent is None else accent
        paper = self.paper if ground is None else ground
        if ink is None:
            return replaced(self, accent=accent, paper=paper)
        styles: dict[str, Any] = {role: tinted(getattr(self, role), ink) for role in ROLES}
        look = replaced(self, **styles, ink=ink, grid=ink, accent=accent, paper=paper)
        if not look.is_reversed:
            return look
        on_accent = max(ink, paper, key=lambda words: contrast(*map(on_screen, (words, accent))))
        shares: dict[str, Any] = {role: ink.over(paper, share) for role, share in REVERSED.items()}
        return replaced(look, **shares, on_accent=on_accent)

    @property
    def is_reversed(self) -> bool:
        """Whether words are lighter than what they stand on."""
        return on_screen(self.ink) > on_screen(self.paper)

    def tint(self, color: Color, share: float) -> Color:
        """A share of a colour, on paper or on the ground that words are reversed out of."""
        return without_traces(
            color.over(self.paper, share) if self.is_reversed else color.tinted(share)
        )

    @property
    def base(self) -> Stroke:
        """The base or zero line."""
        return Stroke(self.ink, self.of(1, 3))

    @property
    def gridline(self) -> Stroke:
        # Reversed in print, thinner lines fill in with the ground's ink.
        return Stroke(self.grid, self.of(0.5 if self.is_reversed else 0.25, 2))

    @property
    def frame(self) -> Stroke:
        """Round greys in print, whose screened edges blur."""
        return Stroke(self.ink, 0.5 if self.is_reversed else 0.25)

    @property
    def leader(self) -> Stroke:
        """Leaders and ticks."""
        return Stroke(self.ink if self.is_print else self.grid, self.of(0.5, 2))

    @property
    def data_line(self) -> Stroke:
        return Stroke(self.accent, self.of(2.2, 6))

    @property
    def context_line(self) -> Stroke:
        return Stroke(self.context, self.of(1.25, 4))

    @property
    def thinnest(self) -> float:
        """What is thinner has no mark: a press prints none, a screen draws it far too thick."""
        return self.of(0.25, 0.07)

    @property
    def em(self) -> float:
        """The size of labels."""
        return self.label.size


def look_of(tokens: PageTokens) -> Look:
    """The look of a page's devices: its layout's own styles where it has them."""
    key = (id(tokens.styles), id(tokens.colors), tokens.unit, tokens.width)
    known = _LOOKS.get(key)
    if known is None or known[0] is not tokens.styles:
        known = _LOOKS.put(key, (tokens.styles, tokens.colors, _look(tokens)))
    return known[2]


_LOOKS: Memo[tuple[Mapping[str, TextStyle], Mapping[str, Color], Look]] = Memo("looks", 64)
"""The mappings are held, so that no other takes their identity."""
_RECOLORED: Memo[Look] = Memo("looks in other colours", 128)


def _look(tokens: PageTokens) -> Look:
    colors = tokens.colors
    ink, accent = colors.get("ink", BLACK), colors.get("accent", colors.get("ink", BLACK))
    is_print = tokens.unit != "px"
    factor = 1.0 if is_print else tokens.width / CANVAS
    unit = 1.0 if is_print else 2.5 * POINTS_PER["px"] * factor
    styles = {role: _style(role, tokens, ink, factor) for role in ROLES}
    return Look(
        **styles,
        ink=ink,
        accent=accent,
        against=colors.get("graphic-against", grey(0.75)),
        rest=colors.get("graphic-rest", grey(0.28)),
        context=colors.get("graphic-context", grey(0.40)),
        land=colors.get("graphic-land", grey(0.20)),
        dark=grey(0.72),
        shade=grey(0.10),
        grid=colors.get("graphic-grid", BLACK if is_print else grey(0.22)),
        paper=tokens.paper or WHITE,
        on_accent=colors.get("on-accent", WHITE),
        is_print=is_print,
        unit=unit,
        factor=factor,
    )


def _style(role: str, tokens: PageTokens, ink: Color, factor: float) -> TextStyle:
    styles = tokens.styles
    own = styles.get(f"graphic-{role}")
    if own is not None:
        return own
    print_size, social = ROLES[role]
    size, leading = print_size
    least = ROLES["source"].print[0]
    if tokens.unit == "px":
        size, leading = (length * POINTS_PER["px"] * factor for length in social)
        least = ROLES["source"].social[0] * POINTS_PER["px"] * factor
    if role == "quiet":
        return _figures(_first(QUIET, styles), role, ink, size, leading, least)
    if role in ("lead", "main", "end", "start", "figure"):
        return _figures(_first(FIGURES, styles), role, ink, size, leading, least)
    base = _first(BOLD if role in ("title", "strong") else WORDS, styles)
    if role == "strong":
        base = _emphasised(styles) or base
    return _words(base, role, ink, size, leading)


def _first(names: tuple[str, ...], styles: Mapping[str, TextStyle]) -> TextStyle:
    found = (styles[name] for name in (*names, *styles) if name in styles)
    return next(one for one in found if one.column is None or len(styles) == 1)


def _emphasised(styles: Mapping[str, TextStyle]) -> TextStyle | None:
    """The words' style in the face of its emphasised words, where it sets them in one: a title's
    face may be a headline's."""
    base = _first(WORDS, styles)
    own = dict(base.parts).get(Part.STRONG)
    if own is None or own.fonts == base.plain.fonts:
        return None
    return replaced(base, plain=replaced(base.plain, fonts=own.fonts))


def _words(base: TextStyle, role: str, ink: Color, size: float, leading: float) -> TextStyle:
    plain = CharStyle(base.plain.fonts, size, ink, leading)
    return TextStyle(
        f"graphic-{role}", plain, ((Part.DIGITS, replaced(plain, tracking=0.001)),),
        Alignment.LEFT, house=base.house, kinsoku=base.kinsoku, punctuation="kaiming",
        autospace=base.autospace, language=base.language, balance=role == "title",
    )  # fmt: skip


def _figures(
    base: TextStyle, role: str, ink: Color, size: float, leading: float, least: float
) -> TextStyle:
    own = tinted(with_digits_of(base, size), ink)
    digits = own.of(Part.DIGITS)
    parts = [(Part.DIGITS, replaced(digits, leading=0.0))]
    for part in (Part.UNIT, Part.QUALIFIER):
        one = replaced(own.of(part), leading=0.0)
        # Beside a small figure a unit of 0.46 of it is less than anybody reads.
        is_small = one.size < min(least, size)
        parts.append((part, replaced(one, size=min(least, size), share=None) if is_small else one))
    parts += [(part, replaced(one, leading=0.0)) for part, one in own.parts if part is Part.SIGN]
    plain = CharStyle(digits.fonts, size, ink, leading)
    return TextStyle(
        f"graphic-{role}", plain, tuple(parts), Alignment.LEFT, house=base.house,
        kinsoku=base.kinsoku, punctuation="kaiming", language=base.language,
    )  # fmt: skip


def tinted(style: TextStyle, color: Color) -> TextStyle:
    """A style in another colour, all its parts."""
    return replaced(
        style,
        plain=replaced(style.plain, color=color),
        parts=tuple((part, replaced(own, color=color)) for part, own in style.parts),
    )


LEAST_COLORED = 24.0
"""Points: smaller figures in print are black, since a colour on newsprint is too weak for them."""


def in_accent(style: TextStyle, look: Look) -> TextStyle:
    """A figure in the accent; in print what of it is too small to be read in a colour, its unit
    perhaps, stays as it is."""
    own = tinted(style, look.accent)
    if not look.is_print:
        return own
    parts = tuple(
        (part, before if before.size < LEAST_COLORED else after)
        for (part, before), (_, after) in zip(style.parts, own.parts, strict=True)
    )
    plain = style.plain if style.plain.size < LEAST_COLORED else own.plain
    return replaced(style, plain=plain, parts=parts)


LEAST_ON_BARS = 12.0
"""Points: in print the least size of bold words on bars. Newsprint's black has 3 : 1 on K28, which
is read from 12 pt bold on (docs/press-preflight.md, contrast-low)."""
LEAST_TONE = 0.03
"""Of an ink; a lighter tint is lost on the press (preflight's `tone-lost`)."""


def without_traces(color: Color) -> Color:
    """A tint without the inks that it has too little of to print."""
    c, m, y, k = (ink if ink >= LEAST_TONE else 0.0 for ink in color.cmyk)
    return replaced(color, cmyk=(c, m, y, k))

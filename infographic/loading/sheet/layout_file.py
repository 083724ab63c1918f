"""The layout file's format: page, tokens and styles as a designer writes them.

These classes are the format; `sheet` settles them into colours, faces and finished styles, and
`infographic schema layout` writes the JSON Schema from them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from infographic.copy_lint import LintCode
from infographic.foundation.datum import BUILT_IN, Node, Origin
from infographic.foundation.fields import Length, LengthText, PositiveLength, Range
from infographic.foundation.geometry import Insets
from infographic.foundation.record import record
from infographic.layout.block import Block
from infographic.loading.sheet.tuning import FillSpec, TuneSpec

Percent = Annotated[float, Range(ge=0, le=100)]


@record(kw_only=True)
class PageSpec:
    """The page's size and edges."""

    size: str = ""
    """A paper size by name: 对开, 四开, A3, A4; or give width and height."""
    width: LengthText = ""
    """“390mm”, “1080px”. A page measured in px makes a PNG of exactly so many pixels."""
    height: LengthText = ""
    """“540mm”, “1440px”, or “auto” to be as tall as the content."""
    max_height: Length | None = None
    """The tallest an “auto” page may become."""
    margins: Insets = Insets()
    """From the trim to the type area: one length, [vertical, horizontal], or four."""
    bleed: Length = 0.0
    """How far ink reaches past the trim."""
    safe_area: Insets = Insets()
    """What a platform's own buttons cover at each edge; `check` warns of words there."""
    baseline: Length = 0.0
    """The page's baseline grid: a baseline every so often below the type area's top. The lines of
    every article with this leading stand on it."""
    columns: Annotated[int, Range(ge=1, le=12)] | None = None
    """How many columns the type area is divided into. Blocks take their number and gutter by
    writing “page” for their own."""
    gutter: Length = 12.0
    """Between columns; with a whole measure the least, as it takes what is left."""
    measure: Literal["even", "whole"] = "even"
    """“whole”: a column is a whole number of characters wide, and what is left of the type area
    goes to the gutters (of a single column it stays empty at the right)."""
    measure_style: str = "body"
    """The style whose characters and lines are counted."""
    background: str = ""
    """The ground's colour; without one, bare paper."""
    ppi: Annotated[float, Range(ge=36, le=2400)] = 0.0
    """Pixels per inch of its PNG; 96 for a page in px, else 150."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class ColorSpec:
    """A colour: its inks in per cent for the press, and sRGB for the screen."""

    cmyk: tuple[Percent, Percent, Percent, Percent] | None = None
    """Cyan, magenta, yellow, black: [0, 95, 85, 5]."""
    k: Percent | None = None
    """Black ink alone, in place of cmyk."""
    spot: str = ""
    """An ink of its own: “PANTONE 186 C”; `cmyk` then says how its solid looks in process inks."""
    srgb: str = ""
    """“#b3121d”. A `k` without one gets the grey that belongs to it."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class FaceSpec:
    """One face of a font file."""

    face: str
    """A shipped face's id (`infographic fonts` lists them), or a font file's path or name."""
    index: Annotated[int, Range(ge=0, le=255)] = 0
    """Which face of a collection (.ttc)."""
    axes: dict[str, float] | None = None
    """Variable axes: {"wght": 600}."""
    origin: Origin = BUILT_IN


FaceChoice = str | FaceSpec
Chain = str | FaceSpec | tuple[FaceChoice, ...]


@record(kw_only=True)
class RoleSpec:
    """The faces of one font role; each a face or a chain of them, the first that has the
    character sets it."""

    han: Chain
    """Han and Chinese punctuation."""
    latin: Chain | None = None
    """Letters; without it, those of `han`."""
    figures: Chain | None = None
    """0-9 and what stands inside a number; without it, those of `latin`."""
    fallback: Chain | None = None
    """Faces for rare characters, before the shipped ones."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class PartSpec:
    """How one part of a paragraph is set, where it differs from the rest."""

    font: str = ""
    """A font role's name."""
    size: float | str | None = None
    """A length, or a factor: of the style's size for `digits` and `strong`, of the digits' for
    `unit`, `qualifier`, `sign`; “auto” for these: 0.46 beside digits up to 48 pt, 0.3 from 90."""
    color: str = ""
    leading: float | str | None = None
    """A line that holds this part is at least so far from the next: a length, or a factor of the
    part's size."""
    tracking: Annotated[float, Range(ge=-0.5, le=10)] | None = None
    """Extra space after each character, in em."""
    features: tuple[str, ...] | None = None
    """OpenType features: “tnum”, “-kern”."""
    figures: Figures | None = None
    rise: str = ""
    """Baseline shift upwards, a length."""
    origin: Origin = BUILT_IN


Figures = Literal["tabular", "proportional"]
FitMode = Literal["none", "shrink", "grow", "both"]
Remedy = Literal["words", "tracking", "leading", "size"]


@record(kw_only=True)
class FitSpec:
    """How words of a style are made to fit their frame. What was done is said by `check`."""

    mode: FitMode = "shrink"
    """“shrink”: what does not fit is made smaller; “grow”: what does not fill its height is made
    larger; “both”."""
    floor: float | str | None = None
    """The least size: a length, or a share of the style's; 0.85 without it. It is never less than
    the press prints."""
    ceiling: float | str | None = None
    """The largest size, likewise; 1.15 without it."""
    step: Annotated[PositiveLength, Range(ge=0.05)] = 0.1
    """Sizes are multiples of this."""
    remedies: tuple[Remedy, ...] | None = None
    """What may be done, in the order it is tried, each on top of those before: “words” drops words
    marked {?…?}, “tracking” moves characters together, “leading” lines, “size” makes all smaller.
    Growing takes leading, then size."""
    tracking: Annotated[float, Range(ge=-0.1, le=0)] = -0.02
    """The most that characters are moved together, in em."""
    leading: tuple[Annotated[float, Range(ge=0.5, le=1)], Annotated[float, Range(ge=1, le=2)]] = (
        0.94,
        1.08,
    )
    """The least and most leading, as shares of the style's."""
    group: str = ""
    """All that name one group share one size, that of the smallest: the captions of a row."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class StyleSpec:
    """A paragraph style; what it does not say it takes from the one it is based on."""

    based_on: str = ""
    """Another style's name."""
    font: str = ""
    """A font role's name."""
    size: LengthText = ""
    """A length or a 字号: “9pt”, “小五”, “32px”."""
    leading: float | str | None = None
    """Baseline to baseline: a length, or a factor of the size."""
    color: str = ""
    """A colour's name, or a tint of it: “ink 60%”."""
    tracking: Annotated[float, Range(ge=-0.5, le=10)] | None = None
    """Extra space after each character, in em."""
    features: tuple[str, ...] | None = None
    """OpenType features: “tnum”, “-kern”."""
    figures: Figures | None = None
    """“tabular”: digits of even width, for columns of figures, where the face has such."""
    align: Literal["left", "center", "right", "justify"] | None = None
    indent: Annotated[float, Range(ge=0, le=10)] | None = None
    """First line, in em."""
    hanging_indent: Annotated[float, Range(ge=0, le=10)] | None = None
    """All lines but the first, in em."""
    space_before: Length | None = None
    space_after: Length | None = None
    house: str = ""
    """The table of character classes and priorities: “newspaper”, or the path of your own."""
    kinsoku: Literal["none", "basic", "gb", "strict"] | None = None
    """Which marks may not begin or end a line."""
    punctuation: Literal["quanjiao", "kaiming", "banjiao"] | None = None
    """Full-width marks, half-width but at sentence ends, or all half-width."""
    autospace: Annotated[float, Range(ge=0, le=1)] | None = None
    """Between Han and Latin, in em."""
    number_gap: Annotated[float, Range(ge=0, le=2)] | None = None
    """Either side of an emphasised number, in em of the style's size."""
    autospace_max: Annotated[float, Range(ge=0, le=1)] | None = None
    """To what that space is stretched before others are, in em; 0.3333 in many houses."""
    adjacent_pairs: Annotated[float, Range(ge=1, le=2)] | None = None
    """What two marks take together, in em: 2, 1.5, or 1 where both have a blank between them."""
    line_end: Literal["half", "needed", "full"] | None = None
    """A mark that ends a line is set in half a cell: always, if the line needs it, or never."""
    trim_line_start: bool | None = None
    """An opening mark that starts a line stands flush with its edge."""
    trim_first_line_start: bool | None = None
    """So it does at a paragraph's start, behind the indent."""
    shrink_stops: bool | None = None
    """。？！ inside a line may be closed up too, last of all."""
    marks_keep_close: bool | None = None
    """Where a line is spread, nothing opens after an opening mark, nor before a pause, a stop or a
    closing mark, while any other gap can."""
    hanging: bool | None = None
    """A stop that does not fit stands past the line's end."""
    orphan_control: bool | None = None
    """No last line of one character."""
    whole_ems: bool | None = None
    """Lines of whole ems; what is left of the width stays empty."""
    keep_number_unit: bool | Literal["forbid"] | None = None
    """Part a number from its unit only where a line would have holes or be too wide; “forbid”:
    never."""
    keep_dates: bool | Literal["forbid"] | None = None
    """Likewise 2026年11月22日."""
    hyphenate: bool | None = None
    """English words may be divided at a line's end. Without it: where `language` is English and
    the text justified."""
    language: str = ""
    """“zh-Hans”, “en”."""
    max_lines: Annotated[int, Range(ge=0)] | None = None
    fit: FitMode | FitSpec | None = None
    """How text, list, headline and folio blocks and captions make words of this style fit: “none”,
    “shrink”, “grow” or “both”, or an object with its bounds."""
    balance: bool | None = None
    """Lines of about equal length."""
    writing: Literal["horizontal", "vertical"] | None = None
    """Vertical: columns run down the page, the first at the right. For text, headline and article
    blocks, and captions beside a figure."""
    upright_digits: Annotated[int, Range(ge=1, le=3)] | None = None
    """In columns: numbers of up to so many digits stand upright in one cell; 3 without it."""
    long_numbers: Literal["rotated", "upright"] | None = None
    """In columns: longer numbers lie, or stand digit under digit."""
    vertical_quotes: Literal["corner", "rotated"] | None = None
    """In columns: “ ” drawn as 『 』, ‘ ’ as 「 」, or lying as they are."""
    upright_acronyms: bool | None = None
    """In columns: GDP letter under letter."""
    grid: Annotated[int, Range(ge=0, le=6)] | None = None
    """In `text` blocks and captions: lines stand on the page's baseline grid (1), on halves (2) or
    thirds (3) of it, and the leading is a whole number of these."""
    grid_lines: Annotated[int, Range(ge=0, le=20)] | None = None
    """In an article: it takes so many lines of the grid (占行): 3 for a heading, say."""
    keep_together: bool | None = None
    """In an article: its lines are never parted by a column's end."""
    keep_with_next: Annotated[int, Range(ge=0, le=10)] | None = None
    """In an article: so many lines of what follows stand in its column; a subhead keeps 2."""
    breaks_column: bool | None = None
    """In an article: it begins a new column."""
    orphans: Annotated[int, Range(ge=1, le=10)] | None = None
    """In an article: at least so many of a paragraph's first lines end a column; without it 2, or 1
    where columns would not end level, the longer ones first, otherwise."""
    widows: Annotated[int, Range(ge=1, le=10)] | None = None
    """In an article: at least so many of its last lines begin a column; 2 without it."""
    strong: PartSpec | None = None
    """Emphasised words, and 图① before a caption."""
    digits: PartSpec | None = None
    """Digits of an emphasised number."""
    unit: PartSpec | None = None
    """Unit, magnitude and per cent sign of an emphasised number."""
    qualifier: PartSpec | None = None
    """余 约 以上 of an emphasised number; the credit behind a caption."""
    sign: PartSpec | None = None
    """% ‰ ℃ ° of its unit. Without it, where a unit is smaller than its digits: from the digits'
    face, 0.72 of their size; what that face lacks is set as the unit is."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class EachSpec:
    """A list of the story, of which each item has a page."""

    of: Node
    """The list: “/charts”, “facts”; of a list in an item of the one before, “panel/stats”."""
    as_: str = ""
    """What the page's pointers call the item; without one, “.”."""
    but: Node | None = None
    """An item that is left out: “news”."""
    skip: Annotated[int, Range(ge=0)] = 0
    """Leave out so many items at the beginning."""
    take: Annotated[int, Range(ge=0)] | None = None
    """At most so many items."""
    by: Annotated[int, Range(ge=1)] | None = None
    """So many items a page, at most, on pages as full as each other: the page's item is then a
    list."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class PagePart:
    """One page of several."""

    number: str = ""
    """As it is printed, for 下转第N版; without one its place, from 1."""
    page: PageSpec = PageSpec()
    """What differs from the layout's page."""
    if_: Node | None = None
    """A condition, as in a $if: the page is made only of stories of which it holds."""
    each: tuple[EachSpec, ...] = ()
    """The page is made once for each item of a list; of several, of the last, in each item of those
    before. A story that has no item makes none."""
    priority: Literal["must", "should", "may"] = "should"
    """Which pages `page_counts` leaves out first: those that say “may”, the last first."""
    body: Block
    """The page's tree of blocks."""
    origin: Origin = BUILT_IN


@record(kw_only=True)
class LintSpec:
    """What is looked for in a story's texts and charts; docs/copy-lint.md, docs/chart-check.md."""

    off: tuple[LintCode, ...] = ()
    """The codes that are not looked for."""


@record(kw_only=True)
class LayoutFile:
    """A layout file."""

    title: str = ""
    """What `infographic layouts` calls it."""
    description: str = ""
    """What it is for, in a sentence."""
    extends: str | tuple[str, ...] = ()
    """Layouts or families it takes over; later ones win, then this file."""
    page: PageSpec = PageSpec()
    colors: dict[str, ColorSpec] | None = None
    """Colour tokens by name; “ink” is the default text colour."""
    fonts: dict[str, str | FaceSpec | RoleSpec] | None = None
    """Font roles by name."""
    styles: dict[str, StyleSpec] | None = None
    """Paragraph styles by name."""
    press: str = ""
    """The press profile's name."""
    underset: Annotated[int, Range(ge=0, le=1000)] | None = None
    """Lines that a frame of words may stand empty; more are a warning, and an error under
    --strict. Without it, any number."""
    fit: FillSpec | None = None
    """What `infographic fit` may change so that a story fills the page."""
    tune: TuneSpec | None = None
    """A change that is made already: what `infographic fit --save` found for one story."""
    lint: LintSpec = LintSpec()
    """What `check` and `render` say of a story's texts."""
    needs: Node | None = None
    """What a story must have: {"/figures": {"min": 1}}."""
    parts: dict[str, Node] | None = None
    """What the trees of blocks below have alike, by name; they take it by {"$part": name}. A layout
    that takes over another may replace single ones."""
    body: Block | None = None
    """The page's tree of blocks."""
    pages: tuple[PagePart, ...] = ()
    """In place of `body`, a layout of several pages: one story, its threads run through all."""
    page_counts: tuple[Annotated[int, Range(ge=1)], ...] = ()
    """How many pages a set may have, [3, 6, 9]: as few as hold all but those that say “may”, which
    fill it up; where these are too few, the most that the story makes. Without it, all."""
    origin: Origin = BUILT_IN

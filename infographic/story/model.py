"""The story file: what happened, in newsroom terms. It knows no geometry.

These classes are the file format: `infographic schema story` writes the JSON Schema from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

from infographic.display.items import PictureFile
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import IconName, LaterField, Range, ShortField
from infographic.foundation.record import field, record
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.copy import Copy

if TYPE_CHECKING:
    from infographic.story.chart import Base, Chart, Event, Place
else:
    # Few stories have one: its classes are imported when a story does.
    Chart = Annotated[object, LaterField("infographic.story.chart:Chart")]
    Event = Annotated[object, LaterField("infographic.story.chart:Event")]
    Place = Annotated[object, LaterField("infographic.story.chart:Place")]
    Base = Annotated[object, LaterField("infographic.story.chart:Base")]

Share = Annotated[float, Range(ge=0, le=1)]


@record
class Publication:
    """The newspaper and the place of the page in it."""

    name: Copy | None = None
    """The paper's name, as in its masthead."""
    section: Copy | None = None
    """The section: 要闻."""
    page: Copy | None = None
    """The page number, as it is printed: “02”."""
    date: Copy | None = None
    """As it is printed: “2026年11月22日 星期日”."""
    editor: Copy | None = None
    """Editor of the page."""
    designer: Copy | None = None
    """Designer of the page."""


@record
class Lead:
    """A section's opening sentence, set to be seen."""

    lead: Copy
    """The sentence."""
    origin: Origin = BUILT_IN


@record
class Subhead:
    """A heading between paragraphs."""

    subhead: Copy
    """The heading, best under ten characters."""
    origin: Origin = BUILT_IN


@record
class Quote:
    """What somebody said, as an item of its own among the paragraphs."""

    quote: Copy
    """The words, with or without their quotation marks."""
    by: Copy | None = None
    """Who said it: “王秀兰　榆树市种粮大户”."""
    origin: Origin = BUILT_IN


BodyPart = Copy | Lead | Subhead | Quote
"""A paragraph, or what stands among them."""


@record
class Stat:
    """One number and what it says: a sentence, a value spelled out, or a change."""

    text: Copy | None = None
    """A sentence with its numbers marked: “建立城市党建联盟**2300**余个”."""
    value: int | float | Decimal | str | None = None
    """The bare number; or a text, whose number is told into its parts as a marked one is (“1/3”,
    “100多”, “≥8”)."""
    as_: Literal["", "千", "万", "百万", "亿"] = ""
    """Set the value in this magnitude: 1769800 as 万 is 176.98万."""
    decimals: Annotated[int, Range(ge=0, le=9)] | None = None
    """Round to so many places; without it no digit is lost."""
    grouping: bool = False
    """Set a comma after every third digit: 1,234,567."""
    sign: bool = False
    """Set a + before a positive value."""
    unit: str = ""
    """What is counted, set behind the digits: 个, 名, %, 个百分点."""
    qualifier: str = ""
    """约 近 超 before, 余 多 以上 behind; which is decided by the word."""
    label: Copy | None = None
    """What the number is: “党员总数”."""
    note: Copy | None = None
    """A second, smaller line: “同比增长5%”."""
    from_: Copy | None = None
    """The earlier state of a change, its number marked."""
    to: Copy | None = None
    """The later state of a change, its number marked."""
    lead: bool = False
    """It is the story's news: layouts show it first and largest."""
    of: int | float | Decimal | None = None
    """The whole that its value is a part of: 1800 of 2400."""
    when: str | tuple[str, str] | None = None
    """The time it is of; of a change, the earlier and the later."""
    better: Literal["", "up", "down"] = ""
    """Whether more is good news, or less."""
    icon: IconName = ""
    """A sign beside it; see docs/icons.md."""
    priority: Literal["must", "should", "may"] = "should"
    """Whether a small layout may leave it out: “may” gives way first, “must” never."""
    origin: Origin = BUILT_IN
    value_origin: Origin = BUILT_IN
    """Where its value stands."""


AnyStat = Annotated[Stat, ShortField("text")]
"""A stat; a bare text in the file is its sentence."""


@record
class Panel:
    """A titled group of numbers."""

    title: Copy | None = None
    """The panel's heading."""
    intro: Copy | None = None
    """A line above its numbers."""
    stats: tuple[AnyStat, ...] = ()
    """The numbers, the most telling first."""
    note: Copy | None = None
    """A line below its numbers: where they come from, what they leave out."""
    priority: Literal["must", "should", "may"] = "should"
    """Whether a small layout may leave it out."""


class ColorName(NamedTuple):
    """A colour of the layout as a story names it: “accent”, “accent 12%”."""

    text: str
    origin: Origin


@record
class Figure:
    """A picture, or the place kept for one, with its words."""

    image: PictureFile | None = None
    """The picture's file, from the story's folder: pixels, or an SVG, which is set as a drawing;
    null while it is still to come."""
    caption: Copy | None = None
    """What it shows. The number ① is set by the layout."""
    credit: Copy | None = None
    """The photographer or source."""
    alt: str = ""
    """What it shows, for a reader who cannot see it."""
    focus: tuple[Share, Share] | None = None
    """The point that no crop may lose, in shares of width and height: [0.5, 0.4]."""
    colors: Mapping[str, ColorName] = field(default_factory=dict, hash=False)
    """Of a drawing (an SVG): which of its colours becomes which of the layout's, such as
    {"#b5121b": "accent", "*": "ink"}; "*" is every colour that is not named, “currentColor” the
    drawing's own word for the text's colour. Greys not named are printed in black."""
    aspect: str = ""
    """Width to height, “3:2”, for a picture still to come."""
    priority: Literal["must", "should", "may"] = "should"
    """Whether a small layout may leave it out."""
    number: Annotated[int, Range(ge=0, le=50)] = 0
    """Its number in the story; 0: its place among the figures."""
    origin: Origin = BUILT_IN


@record
class Story:
    """A story file."""

    headline: Copy
    """The headline; a wide space (U+3000) parts the halves of a two-part headline."""
    language: str = "zh-Hans"
    """BCP 47 tag of its language: “zh-Hans”, “en”."""
    publication: Publication | None = None
    """The newspaper and the page."""
    kicker: Copy | None = None
    """A line above the headline."""
    deck: Copy | None = None
    """A line below the headline."""
    byline: Copy | None = None
    """Who wrote it."""
    lead: Copy | None = None
    """One or two sentences that sum the story up; social cards use it."""
    body: tuple[BodyPart, ...] = ()
    """The running text, a text a paragraph."""
    panels: tuple[Panel, ...] = ()
    """Groups of numbers."""
    figures: tuple[Figure, ...] = ()
    """Pictures in the order of their numbers ①②③."""
    charts: tuple[Chart, ...] = ()
    """Data to be drawn, the most telling first."""
    tables: tuple[Chart, ...] = ()
    """Data to be read as tables."""
    events: tuple[Event, ...] = ()
    """What happened when, for a timeline."""
    places: tuple[Place, ...] = ()
    """Places, for a map."""
    base: Base | None = None
    """The base of the map that they are shown on."""
    credits: tuple[Copy, ...] = ()
    """Who made it: 制图/张蕊."""
    source: Copy | None = None
    """Where the numbers come from."""
    url: str = ""
    """Where the whole story is read, “https://…”: the last card of a set shows it as a QR code."""

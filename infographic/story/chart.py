"""What a story has to be drawn: charts, tables, events, places. It knows no geometry."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from infographic.display.items import DrawingFile
from infographic.foundation.base_map import BaseMap
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import AssetField, IconName, Range, ShortField
from infographic.foundation.record import field, record
from infographic.foundation.table import Table
from infographic.text.copy import Copy

Key = str | int | Decimal
"""A row or column as the data name it: “江苏”, 2024."""
AxisValue = Annotated[Decimal, Range(ge=-1e30, le=1e30)]
"""A number that an axis may hold."""
Side = Literal["", "above", "below", "left", "right"]


@record
class Measure:
    """What is measured: its name, its unit, the time it is of."""

    what: Copy | None = None
    """What it is: “快递业务量”."""
    unit: str = ""
    """Its unit, where the data do not say it: “亿件”."""
    period: Copy | None = None
    """The time it is of: “2025年1—10月”."""


AMeasure = Annotated[Measure, ShortField("what")]


@record
class PointNote:
    """Words at one value of a chart."""

    at: Key
    """The row that it is of, as the data name it."""
    text: Copy
    """What is to be said of it."""
    series: str = ""
    """The column, where there are several."""
    side: Side = ""
    """Where it stands; without one, where there is room."""
    origin: Origin = BUILT_IN


@record
class ReferenceLine:
    """A line across a chart at one value: a target, the country's mean."""

    value: AxisValue
    """Where it stands, in the chart's unit."""
    label: Copy | None = None
    """What it is: “全国平均”."""
    origin: Origin = BUILT_IN


@record
class ShadedSpan:
    """A stretch of a chart's axis that is shaded."""

    from_: Key
    """Where it begins, as the data name it; of a value axis, the value."""
    to: Key
    """Where it ends."""
    label: Copy | None = None
    """What it is: “疫情防控”."""
    origin: Origin = BUILT_IN


@record
class Base:
    """The base of a map: the desk's own file of the authority's standard map.

    None is shipped. A map may be printed only with the number of its approval (审图号), and one
    that is projected, cropped or coloured anew wants a number of its own.
    """

    file: Annotated[BaseMap, AssetField("map")]
    """GeoJSON, TopoJSON or SVG, from the story's folder; or {"path", "names", "layer"}: the
    property that holds the places' names, and a topology's layer."""
    approval: str = ""
    """The base's 审图号, “GS(2024)0650号”, which is printed; without it no map is drawn."""
    own_approval: str = ""
    """The 审图号 of the map as it is drawn here. It is printed in place of the base's."""
    title: Copy | None = None
    """What a map of places says: a claim."""
    source: Copy | None = None
    """Where what it shows is from."""
    origin: Origin = BUILT_IN

    def __hash__(self) -> int:
        return hash((self.file, self.approval, self.own_approval))


@record
class Chart:
    """Data that are drawn, and what is to be seen in them."""

    data: Table
    """The data: a file beside the story, or {"columns": […], "rows": [[…]…]}; see docs/data.md."""
    title: Copy | None = None
    """What the chart says: a claim, best in sixteen characters."""
    measure: AMeasure | None = None
    """What is measured: a text, or what, unit and period."""
    kind: str = ""
    """The device it is meant for: “bars”, “line”; a layout may draw it by another."""
    order: Literal["", "file", "falling", "rising"] = ""
    """The order of its rows; without one, as the kind of chart has it."""
    highlight: tuple[Key, ...] = ()
    """The rows or columns that the title is about."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Short names for those of the data: {"广西壮族自治区": "广西"}."""
    notes: tuple[PointNote, ...] = ()
    """Words at some of its values."""
    references: tuple[ReferenceLine, ...] = ()
    """Values to compare with: a target, a mean."""
    spans: tuple[ShadedSpan, ...] = ()
    """Stretches of its axis that are shaded."""
    forecast: Key | None = None
    """From this row on the values are forecast."""
    of: AxisValue | None = None
    """The whole that its values are parts of."""
    better: Literal["", "up", "down"] = ""
    """Whether more is good news, or less."""
    scale: Literal["", "log"] = ""
    """“log”: a logarithmic axis, which is said on the chart."""
    ticks: tuple[AxisValue, ...] = ()
    """Values that the axis is labelled at, in place of those chosen."""
    base: Base | None = None
    """For a map: the base on which its rows, named as its places, are shown."""
    values: Literal["", "rate", "total"] = ""
    """On a map: whether its values are rates, shown in colours, or totals, shown as circles;
    without one it is told from the unit and the name."""
    icon: IconName = ""
    """The sign of a pictogram array; see docs/icons.md."""
    bars: tuple[str, ...] | None = None
    """In a table: the columns whose figures have bars beside them; [] for none. Without it those
    that the title is about, or the first of no more than two."""
    trend: bool | None = None
    """Of a scatter: whether a straight line through it is drawn, by least squares, which is said.
    Of a table with years or months as its columns: false leaves out the small lines."""
    sign: DrawingFile | None = None
    """The desk's own sign of a pictogram array, an SVG beside the story, in place of an icon; it
    is drawn in the chart's colours."""
    note: Copy | None = None
    """A line below it: what it leaves out, what a mark means."""
    source: Copy | None = None
    """Where the data come from."""
    alt: str = ""
    """What it shows, for a reader who cannot see it; without one it is told from the data."""
    priority: Literal["must", "should", "may"] = "should"
    """Whether a small layout may leave it out."""
    origin: Origin = BUILT_IN

    def __hash__(self) -> int:
        # Equal charts have equal data; the rest is compared when two have the same.
        return hash((self.data, self.kind))


@record
class Event:
    """Something that happened, or will; without its time a step among others."""

    what: Copy
    """What happened, best in twelve characters."""
    when: str = ""
    """When: “2024-06-01”, “2024年6月”, “年初”; see docs/charts.md. A timeline wants it."""
    until: str = ""
    """Its end, where it took a while."""
    detail: Copy | None = None
    """More of it, in a line or two."""
    icon: IconName = ""
    """A sign for it; see docs/icons.md."""
    priority: Literal["must", "should", "may"] = "should"
    """Whether a small layout may leave it out."""
    origin: Origin = BUILT_IN
    when_origin: Origin = BUILT_IN


Degree = Annotated[float, Range(ge=-180, le=180)]


@record
class Place:
    """A place on a map."""

    name: Copy
    """Its name, as it is labelled."""
    at: tuple[Degree, Degree] | None = None
    """Longitude and latitude in degrees; without them it is found on the map by its name."""
    value: Decimal | None = None
    """What it has of what the map shows."""
    note: Copy | None = None
    """A line below its name."""
    side: Side = ""
    """Where its name stands; without one, where there is room."""
    priority: Literal["must", "should", "may"] = "should"
    """Whether a small layout may leave it out."""
    origin: Origin = BUILT_IN

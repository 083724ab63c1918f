"""What a device shows: rows with names, series of values, what of them is claimed.

Charts and stats both come to one, so that a device never asks which of them it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.late_pattern import late
from infographic.foundation.memo import Memo
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.table import Column, NodePlaces, Period, Table
from infographic.graphics.ticks import decimals_of
from infographic.story.chart import Base, Chart, Event, Key, Place
from infographic.story.model import Stat
from infographic.story.stat import sentence_of
from infographic.story.stat_table import table_of_stats
from infographic.text.copy import Copy, Span
from infographic.text.figures import figure_of
from infographic.text.numerals import MAGNITUDES, format_number, in_order
from infographic.text.style import Part

Numeral = Literal["01", "1", "一", "壹"]
"""How steps are numbered."""


class Given(NamedTuple):
    """What of a story is drawn beside, or in place of, a chart."""

    stats: tuple[Stat, ...] = ()
    events: tuple[Event, ...] = ()
    places: tuple[Place, ...] = ()
    base: Base | None = None
    dateline: str = ""
    """The story's day of publication as it is printed: what is later is still to come."""
    numeral: Numeral = "01"


NOTHING = Given()


@record
class Series:
    """One column of numbers, a value a row."""

    name: str
    unit: str
    values: tuple[Decimal | None, ...]
    column: Column
    """The table's, with its words and marks."""
    place: int
    """Its number among the table's columns."""

    @property
    def present(self) -> list[Decimal]:
        """The values that are there."""
        return [value for value in self.values if value is not None]


@record
class Subject:
    """Data as devices take them."""

    names: tuple[str, ...]
    """Of the rows; "" where they have none."""
    series: tuple[Series, ...]
    table: Table
    chart: Chart
    periods: tuple[Period | None, ...] = ()
    """The rows' stretches of time, where they are that."""
    highlighted: frozenset[int] = frozenset()
    """Rows that the title is about."""
    claimed: frozenset[int] = frozenset()
    """Series that it is about."""
    names_place: int = -1
    """The table's column that the names are from."""
    language: str = "zh-Hans"
    given: Given = NOTHING
    row_units: tuple[str, ...] = ()
    """The rows' own units, from a column of them: 指标, 数值, 单位; () where there is none."""

    @property
    def count(self) -> int:
        """How many rows it has."""
        return len(self.names)

    @property
    def is_over_time(self) -> bool:
        """Whether its rows are times."""
        return bool(self.periods) and all(self.periods)

    @property
    def units(self) -> tuple[str, ...]:
        """The units of its series, each once."""
        return tuple(dict.fromkeys(series.unit for series in self.series))

    @property
    def unit(self) -> str:
        """The one unit of its series, or the chart's; "" where they have several."""
        stated = self.chart.measure.unit if self.chart.measure else ""
        return self.units[0] if len(self.units) == 1 and self.units[0] else stated

    @property
    def base(self) -> Base | None:
        """The base of its map."""
        return self.given.base or self.chart.base

    @property
    def origin(self) -> Origin:
        return self.chart.origin

    def at(self, row: int, series: int = 0) -> Origin:
        """The place of a value."""
        return self.table.places.of(row, self.series[series].place)

    def name_at(self, row: int) -> Origin:
        """The place of a row's name."""
        if self.names_place < 0:
            return self.at(row)
        return self.table.places.of(row, self.names_place)

    def said(self, row: int, series: int = 0, *, unit: bool = True) -> Copy:
        """A value as it is set at its mark: its digits, and its unit where it is wanted."""
        one = self.series[series]
        value, column, own = one.values[row], one.column, one.unit
        if self.row_units and value is not None:
            # Rows of different units have decimals of their own.
            column, own = replaced(column, decimals=decimals_of(value)), self.row_units[row]
        return figure(value, column, row, own if unit else "", self.at(row, series))

    def unsaid(self, name: str) -> str:
        """A row's name, or "" where the line of measure says the same over it."""
        measure = self.chart.measure
        what = measure.what.text if measure and measure.what else ""
        return "" if name == what.strip() else name


MISSING = "—"


def figure(value: Decimal | None, column: Column, row: int, unit: str, origin: Origin) -> Copy:
    """A value's words: rounded as its column is, with a true minus; “—” where it is missing.

    What was written about it stays: “约1.2亿”, a thousands comma, a mark behind it.
    """
    if value is None:
        text = column.texts[row] if row < len(column.texts) else ""
        return Copy((Span(text if text == "…" else MISSING, Part.DIGITS, 1),), origin)
    known = _FIGURES.get(id(column))
    if known is None or known.column is not column:
        written = "".join(column.texts)
        known = _FIGURES.put(id(column), _Figures(column, "," in written or "，" in written, {}))
    key = (str(value), row, unit)
    spans = known.said.get(key)
    if spans is None:
        spans = known.said[key] = _spans_of(value, known, row, unit)
    return Copy(spans, origin)


def on_axis(subject: Subject, value: Decimal, series: int = 0) -> Copy:
    """A value of an axis, with the places that itself has."""
    column = replaced(subject.series[series].column, decimals=decimals_of(value))
    return figure(value, column, -1, "", subject.origin)


class _Figures(NamedTuple):
    """What the values of one column are said as."""

    column: Column
    is_grouped: bool
    """Some of its cells have a comma before thousands."""
    said: dict[tuple[str, int, str], tuple[Span, ...]]
    """By value, row and unit."""


_FIGURES: Memo[_Figures] = Memo("figures of tables", 64)
"""By the column itself, which is held: figures are asked for at each step from least to drawing."""


def _spans_of(value: Decimal, known: _Figures, row: int, unit: str) -> tuple[Span, ...]:
    column = known.column
    text = column.texts[row] if 0 <= row < len(column.texts) else ""
    qualifier = _qualifier_of(text)
    # 约120 in a column with decimals is not known to one of them.
    decimals = None if qualifier else column.decimals
    digits = format_number(value, decimals=decimals, grouping=known.is_grouped)
    digits = digits.replace("-", "−")
    magnitude = magnitude_of(unit)
    pieces = in_order(digits, magnitude, unit.removeprefix(magnitude), qualifier)
    spans = [Span(words, part, 1) for part, words in pieces]
    mark = column.marks.get(row, "")
    if mark:
        spans.append(Span(mark, Part.UNIT, 1, script=1))
    return tuple(spans)


_PLAIN = late(r"[\d.,，\s+\-−–%％‰—…]*")


def _qualifier_of(text: str) -> str:
    """What a cell says of its number: 约, 余, 以上; "" for a plain one.

    >>> _qualifier_of("约1.2亿"), _qualifier_of("2300余"), _qualifier_of("1,234.5")
    ('约', '余', '')
    """
    if _PLAIN.fullmatch(text):
        return ""
    spans = figure_of(text).spans
    return next((span.text for span in spans if span.part is Part.QUALIFIER), "")


@lru_cache(maxsize=256)
def magnitude_of(unit: str) -> str:
    """The 万 or 亿 that a unit begins with; "" for none.

    >>> magnitude_of("万名"), magnitude_of("亿元"), magnitude_of("人")
    ('万', '亿', '')
    """
    found = (one for one in MAGNITUDES if one and not one.isascii() and unit.startswith(one))
    # 千克 and 千瓦 are no thousands of anything.
    return max((one for one in found if one != "千"), key=len, default="")


def subject_of(chart: Chart | None, given: Given = NOTHING, language: str = "zh-Hans") -> Subject:
    """What is drawn as devices take it.

    The first column of words or times names the rows; every column of numbers is a series.
    Without a chart the stats are one: a row each.
    """
    if chart is None:
        chart = chart_of_stats(given.stats, _first_origin(given))
        if given.base is not None:
            chart = replaced(chart, title=given.base.title, source=given.base.source)
    table = chart.data
    names, series, periods, place, units = _drawn_of(chart)
    texts = table.columns[place].texts if place >= 0 else ()
    return Subject(
        names,
        series,
        table,
        chart,
        periods,
        _found(chart.highlight, texts, names),
        _found(chart.highlight, [one.column.name for one in series], [one.name for one in series]),
        place,
        language,
        given,
        units,
    )


class _Drawn(NamedTuple):
    """What of a table is drawn: as `Subject` has it."""

    names: tuple[str, ...]
    series: tuple[Series, ...]
    periods: tuple[Period | None, ...]
    names_place: int
    row_units: tuple[str, ...]


_DRAWN: Memo[tuple[Table, _Drawn]] = Memo("drawn tables", 32)
"""By the table itself, which is the same from page to page while its data and their places are, so
that what is worked out of long rows can be kept by these."""


def _drawn_of(chart: Chart) -> _Drawn:
    key = (id(chart.data), _unit(chart), tuple(chart.names.items()))
    known = _DRAWN.get(key)
    if known is None or known[0] is not chart.data:
        known = _DRAWN.put(key, (chart.data, _drawn(chart)))
    return known[1]


def _drawn(chart: Chart) -> _Drawn:
    table = chart.data
    named = [i for i, one in enumerate(table.columns) if one.kind != "number"]
    # Ranks and codes name rows only where nothing else does.
    words = (
        i for i in named
        if not are_codes(table.columns[i]) and not UNIT_COLUMN.fullmatch(table.columns[i].name)
    )  # fmt: skip
    place = next(words, named[0] if named else -1)
    names_column = table.columns[place] if place >= 0 else None
    series = tuple(
        Series(short(chart, column.name), column.unit or _unit(chart), column.numbers, column, i)
        for i, column in enumerate(table.columns)
        if column.kind == "number"
    )
    names: tuple[str, ...] = ("",) * table.count
    periods: tuple[Period | None, ...] = ()
    if names_column is not None:
        names = tuple([short(chart, text) for text in names_column.texts])
        if names_column.kind == "period":
            periods = tuple([v if isinstance(v, Period) else None for v in names_column.values])
    return _Drawn(names, series, periods, place, _row_units(table, place))


UNIT_COLUMN = late(r"(?:计量|数量|数据)?单\s*位|units?", re.IGNORECASE)
BODY = late(r".{2,}[局厅委院校社处司厂店]|.{7,}")
"""单位 is a body of people, too: 市教育局."""


def _row_units(table: Table, names_place: int) -> tuple[str, ...]:
    if any(column.unit for column in table.columns):
        return ()
    for place, column in enumerate(table.columns):
        if place == names_place or column.kind != "text":
            continue
        texts = tuple([text.strip() for text in column.texts])
        if UNIT_COLUMN.fullmatch(column.name.strip()) and not any(map(BODY.fullmatch, texts)):
            return texts
    return ()


def are_codes(column: Column) -> bool:
    """Whether a column's words are all digits: 220101, 1."""
    return (
        column.kind == "text"
        and all(text.isdecimal() for text in column.texts if text)
        and any(column.texts)
    )


def _first_origin(given: Given) -> Origin:
    origins = [one.origin for items in given[:3] for one in items]
    return origins[0] if origins else BUILT_IN


def chart_of_stats(stats: tuple[Stat, ...], origin: Origin) -> Chart:
    """Stats as a chart: each a row, named by its label or by the words round its number.

    Where their sentences have no number, or several, no column is of numbers: they are set as
    they are.
    """
    table = table_of_stats(stats) if stats else None
    if isinstance(table, Table):
        alone = stats[0] if len(stats) == 1 else None
        of = None if alone is None or alone.of is None else Decimal(str(alone.of))
        icons = {stat.icon for stat in stats}
        better = {stat.better for stat in stats}
        lead = {stat.origin for stat in stats if stat.lead}
        names = table.columns[0].texts
        claimed = [name for row, name in enumerate(names) if table.places.of(row, 0) in lead]
        return Chart(
            table, highlight=tuple(claimed), of=of, icon=icons.pop() if len(icons) == 1 else "",
            better=better.pop() if len(better) == 1 else "", origin=origin,
        )  # fmt: skip
    texts = tuple(sentence_of(stat).text for stat in stats)
    places = NodePlaces(tuple((stat.origin,) for stat in stats))
    columns = (Column("", texts, "text", texts=texts, origin=origin),) if texts else ()
    return Chart(Table(columns, repr(texts), places, origin), origin=origin)


def _unit(chart: Chart) -> str:
    return chart.measure.unit if chart.measure else ""


def short(chart: Chart, name: str) -> str:
    """A name as it is set: the short one where the chart has it."""
    return chart.names.get(name, name)


def _found(keys: Iterable[Key], *named: Iterable[str]) -> frozenset[int]:
    wanted = {str(key) for key in keys}
    if not wanted:
        return frozenset()
    return frozenset(
        number for names in named for number, name in enumerate(names) if name in wanted
    )


Order = Literal["file", "falling", "rising"]
_REST = late(r"其余.{0,6}|其[他它]|(?i:the rest|others?)")
"""Rows that are no thing of their own."""


def ordered(subject: Subject, usual: Order, series: int = 0) -> tuple[int, ...]:
    """Its rows in the order they are drawn in: the chart's own, else the device's usual one.

    Ties keep the file's order; what is left (其余4项, 其他) comes last however large it is, missing
    values behind it. Times keep their order.
    """
    order = subject.chart.order or ("file" if subject.is_over_time else usual)
    rows = range(subject.count)
    if order == "file" or series >= len(subject.series):
        return tuple(rows)
    values = subject.series[series].values
    known = [row for row in rows if values[row] is not None]
    known.sort(key=lambda row: values[row] or Decimal(0), reverse=order == "falling")
    known.sort(key=lambda row: _REST.fullmatch(subject.names[row]) is not None)
    return (*known, *(row for row in rows if values[row] is None))

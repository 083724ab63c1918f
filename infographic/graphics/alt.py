"""A device in words, for who cannot see it: what it is, its extent, first, last, highest, lowest.

The title and what is measured stand before it on the page and are not said again. Numbers are
said as they are printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from infographic.display.items import DataTable
from infographic.graphics.subject import Series, Subject
from infographic.graphics.values import EXACT
from infographic.graphics.words import word

MOST = 300
"""Characters: whole sentences are left out at the end where it would be longer."""
FEW = 3
"""So many values are all said."""
MOST_SERIES = 4
MOST_GROWTH = 10_000
"""Per cent that a growth is said in."""
NO_RATIO = ("%", "％", "‰", "℃", "°", "百分点")
"""Units whose values are not said as a percentage of each other."""
MOST_ROWS = 200
"""Rows of data that follow a picture for who reads it; how many more there are is said."""

KINDS: Mapping[str, tuple[str, str]] = {
    "area": ("面积图", "Area chart"),
    "bars": ("条形图", "Bar chart"),
    "calendar": ("日历图", "Calendar heat map"),
    "change": ("前后对比", "Change"),
    "circle-map": ("圆圈地图", "Circle map"),
    "columns": ("柱形图", "Column chart"),
    "comparison": ("双方对比", "Comparison"),
    "diverging-bars": ("正负条形图", "Diverging bar chart"),
    "donut": ("环形图", "Donut chart"),
    "dot-plot": ("点图", "Dot plot"),
    "dumbbells": ("哑铃图", "Dumbbell chart"),
    "figures": ("数字", "Figures"),
    "flow": ("流向图", "Flow"),
    "grouped-bars": ("分组条形图", "Grouped bar chart"),
    "histogram": ("直方图", "Histogram"),
    "lead": ("主数字", "Lead figure"),
    "line": ("折线图", "Line chart"),
    "locator": ("位置图", "Locator map"),
    "lollipop": ("棒棒糖图", "Lollipop chart"),
    "pictogram": ("图标阵列", "Pictogram"),
    "place-list": ("地点列表", "List of places"),
    "pyramid": ("人口金字塔", "Population pyramid"),
    "range-bars": ("区间图", "Range chart"),
    "scatter": ("散点图", "Scatter plot"),
    "share-bar": ("占比条", "Share bar"),
    "slope": ("斜线图", "Slope chart"),
    "small-multiples": ("组图", "Small multiples"),
    "small-multiples-area": ("面积组图", "Small multiples of areas"),
    "small-multiples-bars": ("条形组图", "Small multiples of bars"),
    "small-multiples-columns": ("柱形组图", "Small multiples of columns"),
    "small-multiples-line": ("折线组图", "Small multiples of lines"),
    "stacked-100": ("百分比堆叠条形图", "Stacked bar chart to 100 %"),
    "stacked-bars": ("堆叠条形图", "Stacked bar chart"),
    "steps": ("流程", "Steps"),
    "strip": ("点带图", "Strip plot"),
    "table": ("表格", "Table"),
    "timeline": ("时间轴", "Timeline"),
    "unit-grid": ("百格图", "Unit grid"),
    "value-map": ("数据地图", "Value map"),
    "waterfall": ("瀑布图", "Waterfall chart"),
}
"""What a device is called, in Chinese and in English; others are called a chart."""


def told(subject: Subject, kind: str) -> str:
    """The alternative text of a chart whose story has none, in the story's language."""
    sentences = list(_sentences(subject, kind))
    stop = word("alt-stop", subject.language)
    while len(sentences) > 1 and len(stop.join(sentences)) + len(stop) > MOST:
        sentences.pop()
    return (stop.join(sentences) + stop).strip()


def kind_said(kind: str, language: str) -> str:
    """What a device is called.

    >>> kind_said("line", "zh-Hans"), kind_said("of-one's-own", "en")
    ('折线图', 'Chart')
    """
    names = KINDS.get(kind, ("图表", "Chart"))
    return names[0] if language.startswith("zh") else names[1]


def _sentences(subject: Subject, kind: str) -> Iterator[str]:
    language = subject.language
    name = kind_said(kind, language)
    events, places = subject.given.events, subject.given.places
    if events:
        yield word("alt-events", language, kind=name, count=len(events))
        yield from (f"{event.when}{word('colon', language)}{event.what.text}" for event in events)
        return
    if subject.is_over_time and subject.count > 1:
        first, last = subject.names[0], subject.names[-1]
        yield word("alt-time", language, kind=name, first=first, last=last)
    elif subject.count:
        count = sum(row not in _sums(subject) for row in range(subject.count))
        yield word("alt-rows", language, kind=name, count=count)
    else:
        yield name
    if places and not subject.count:
        yield word("join", language).join(place.name.text for place in places)
    if len(subject.series) > MOST_SERIES:
        names = word("join", language).join(one.name for one in subject.series)
        yield word("alt-columns", language, names=names)
        return
    for number in range(len(subject.series)):
        yield from _of_series(subject, number)


def _of_series(subject: Subject, number: int) -> Iterator[str]:
    series, language = subject.series[number], subject.language
    sums = _sums(subject)
    known = [
        row for row, value in enumerate(series.values) if value is not None and row not in sums
    ]
    lead = f"{series.name}{word('colon', language)}" if len(subject.series) > 1 else ""
    if not known:
        return
    if len(known) <= FEW:
        said = word("join", language).join(_said(subject, row, number) for row in known)
        yield lead + said
    elif subject.is_over_time:
        yield lead + _from_to(subject, number, known[0], known[-1])
        yield _extremes(subject, number, known)
    else:
        yield lead + _extremes(subject, number, known)
    missing = sum(value is None for value in series.values)
    if missing:
        yield word("alt-missing", language, count=missing)


def _sums(subject: Subject) -> frozenset[int]:
    """Rows that others add up to: no highest value, unless all rows are such."""
    sums = subject.table.totals - subject.highlighted
    return sums if len(sums) < subject.count else frozenset()


def _from_to(subject: Subject, number: int, first: int, last: int) -> str:
    series = subject.series[number]
    said = word(
        "alt-from-to", subject.language, first=_said(subject, first, number),
        last=_said(subject, last, number),
    )  # fmt: skip
    return said + _growth(series, first, last, subject.language)


def _growth(series: Series, first: int, last: int, language: str) -> str:
    """By how much the last is more or less; of percentages it is said by the numbers themselves,
    and of degrees there is none: 20 ℃ is not twice 10 ℃."""
    before, after = series.values[first], series.values[last]
    if (
        before is None
        or after is None
        or before <= 0
        or any(one in series.unit for one in NO_RATIO)
    ):
        return ""
    share = EXACT.multiply(EXACT.divide(EXACT.subtract(after, before), before), Decimal(100))
    key = "alt-more" if share > 0 else "alt-less"
    if abs(share) > MOST_GROWTH:
        # By how many billion per cent tells nobody anything; and the two values are said.
        return ""
    rounded = abs(share).quantize(Decimal("0.1"))
    return word(key, language, share=f"{rounded.normalize():f}") if rounded else ""


def _extremes(subject: Subject, number: int, known: list[int]) -> str:
    values = subject.series[number].values
    most = max(known, key=lambda row: values[row] or Decimal(0))
    least = min(known, key=lambda row: values[row] or Decimal(0))
    return word(
        "alt-extremes", subject.language, most=_said(subject, most, number),
        least=_said(subject, least, number),
    )  # fmt: skip


def _said(subject: Subject, row: int, number: int) -> str:
    """A row's name and its value, as they are printed; marks of notes are left out."""
    value = "".join(span.text for span in subject.said(row, number).spans if not span.script)
    name = subject.names[row]
    if not subject.language.startswith("zh"):
        return f"{name} {value}"
    # 2020 and 833.6 would be read as one number.
    is_parted = not name[-1:].isdigit() or not value[:1].isdigit()
    return f"{name}{'' if is_parted else word('colon', subject.language)}{value}"


def data_of(subject: Subject) -> DataTable | None:
    """The data behind a device, for a reader who cannot see it; None where there are none."""
    if subject.given.events:
        return _events(subject)
    columns = subject.table.columns
    if not columns or not subject.count:
        return None
    header = tuple(
        f"{column.name}（{column.unit}）" if column.unit else column.name for column in columns
    )
    rows = tuple(
        tuple(
            (column.texts[row] if row < len(column.texts) else "") or word("missing", "")
            for column in columns
        )
        for row in range(min(subject.count, MOST_ROWS))
    )
    more = subject.count - len(rows)
    return DataTable(
        header, rows, word("alt-more-rows", subject.language, count=more) if more else ""
    )


def _events(subject: Subject) -> DataTable:
    """When, what and more of it; a column that is empty throughout is left out."""
    language, events = subject.language, subject.given.events
    dash = word("dash", language)
    rows = [
        (dash.join(filter(None, (one.when, one.until))), one.what.text,
         one.detail.text if one.detail is not None else "")
        for one in events[:MOST_ROWS]
    ]  # fmt: skip
    heads = word("data-events", language).split("|")
    kept = [n for n in range(len(heads)) if any(row[n] for row in rows)]
    more = len(events) - len(rows)
    return DataTable(
        tuple(heads[n] for n in kept),
        tuple(tuple(row[n] for n in kept) for row in rows),
        word("alt-more-rows", language, count=more) if more else "",
    )

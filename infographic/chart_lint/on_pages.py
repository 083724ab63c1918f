"""Rules on charts as they are drawn: what can be seen, told apart and read on this page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from infographic.chart_lint.drawn import Cells, DrawnChart, Mark
from infographic.chart_lint.words import compared
from infographic.foundation.color import Color, Luminance, contrast
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, warned
from infographic.foundation.sayings import say
from infographic.graphics.subject import Subject
from infographic.graphics.words import WORDS

LEAST_MARK, LEAST_STEP = 1.3, 1.1
"""K25 on newsprint, which is meant to stand back, has 1.55; a wash of 3 % has 1.05. The lowest step
of a key is pale, since it stands among others of its kind."""
STEPPED = ("value-map", "calendar", "table", "locator", "circle-map")
LEAST_APART = 1.15
UPRIGHT = ("line", "slope", "area")
LEVEL = ("dot-plot", "lollipop", "strip")
NAMED_ROWS = (
    "bars", "lollipop", "dot-plot", "diverging-bars", "grouped-bars", "stacked-bars", "stacked-100",
    "dumbbells", "range-bars", "pyramid", "waterfall", "donut", "slope",
)  # fmt: skip
NAMED_SERIES = ("line", "grouped-bars", "stacked-bars", "stacked-100", "pyramid")
SIDE_BY_SIDE = ("grouped-bars", "stacked-bars", "stacked-100")
"""Devices that tell series apart by their colour or hatch, and where they stand."""


def marks_can_be_seen(chart: DrawnChart, cells: Cells, light: Luminance) -> Iterator[Diagnostic]:
    """Every mark of a value stands out from its ground, by itself or by its frame."""
    ground, least = light(chart.ground), LEAST_STEP if chart.kind in STEPPED else LEAST_MARK
    best: dict[Origin, tuple[float, Color]] = {}
    for mark in chart.of_data():
        if mark.origin not in cells:
            # A halo, or a rule below a name.
            continue
        stroke = mark.path.stroke.color if mark.path.stroke else None
        for color in (mark.path.fill, stroke):
            if color is not None:
                seen = contrast(light(color), ground)
                best[mark.origin] = max(best.get(mark.origin, (0.0, color)), (seen, color),
                                        key=lambda one: one[0])  # fmt: skip
    pale = [(seen, color, at) for at, (seen, color) in best.items() if seen < least]
    if pale:
        seen, color, at = pale[0]
        saying = say(
            "chart-contrast/marks", count=len(pale), color=color.name, ground=chart.ground.name,
            contrast=seen, least=least,
        )  # fmt: skip
        yield warned(saying, at)


def names_are_on_the_chart(
    chart: DrawnChart, subject: Subject, cells: Cells
) -> Iterator[Diagnostic]:
    """What has a mark has its name to be read."""
    if chart.kind not in (*NAMED_ROWS, *NAMED_SERIES):
        return
    text = chart.text
    drawn = [cells[mark.origin] for mark in chart.of_data() if mark.origin in cells]
    wanted: dict[str, Origin] = {}
    if chart.kind in NAMED_ROWS:
        wanted |= {subject.names[row]: subject.name_at(row) for row, _ in drawn}
    if chart.kind in NAMED_SERIES and len(subject.series) > 1:
        shown = dict.fromkeys(series for _, series in drawn)
        wanted |= {subject.series[at].name: subject.series[at].column.origin for at in shown}
    missing = [name for name in wanted if name and "".join(name.split()) not in text]
    if missing:
        saying = say("chart-labels", names=missing[:6], count=len(missing))
        yield warned(saying, wanted[missing[0]])


def colour_is_not_alone(
    chart: DrawnChart, subject: Subject, cells: Cells, light: Luminance
) -> Iterator[Diagnostic]:
    """Neighbours that only a hue tells apart: in grey, and to many eyes, they are one."""
    if chart.kind not in SIDE_BY_SIDE or len(subject.series) < 2:
        return
    fills: dict[int, Color] = {}
    hatched: set[int] = set()
    for mark in chart.of_data():
        if mark.origin not in cells:
            continue
        series = cells[mark.origin][1]
        if mark.is_cut or mark.path.stroke is not None:
            hatched.add(series)
        elif mark.path.fill is not None:
            fills.setdefault(series, mark.path.fill)
    for one, other in pairwise(sorted(fills)):
        seen = contrast(light(fills[one]), light(fills[other]))
        if seen < LEAST_APART and (one in hatched) == (other in hatched):
            saying = say(
                "chart-colour", one=subject.series[one].name, other=subject.series[other].name,
                color=fills[one].name, second=fills[other].name, contrast=seen, least=LEAST_APART,
            )  # fmt: skip
            yield warned(saying, subject.series[other].column.origin)
            return


def axis_is_as_said(chart: DrawnChart, subject: Subject, cells: Cells) -> Iterator[Diagnostic]:
    """More is higher, or farther right; where 0 is not on the axis, the chart says so."""
    ends = _two_values(chart, subject, cells)
    if ends is None or subject.chart.scale == "log":
        return
    (one, at), (other, then) = ends
    is_upright = chart.kind in UPRIGHT
    if (then - at) * (other - one) * (-1 if is_upright else 1) < 0:
        yield warned(say("chart-direction/reversed"), chart.origin)
        return
    zero = at - one * (then - at) / (other - one)
    boxes = [mark.box for mark in chart.marks]
    low = min(one.y if is_upright else one.x for one in boxes)
    high = max(one.bottom if is_upright else one.right for one in boxes)
    if low - 2 <= zero <= high + 2:
        return
    is_said = any(
        "".join(stem.split()) in "".join(chart.foot.split())
        for key in ("axis-from", "axis-to", "upright-from", "upright-to")
        for stem in (part.partition("{")[0] for part in WORDS[key])
    )
    change, share = abs(other - one) / max(abs(one), abs(other)), abs(then - at) / (high - low)
    if is_said:
        saying = say("chart-cut/said", change=change, share=share)
        yield Diagnostic(saying, chart.origin, severity=Severity.NOTE)
    else:
        yield warned(say("chart-cut/not-said", change=change, share=share), chart.origin)


Reading = tuple[float, float]
"""A value, and where it stands."""


def _two_values(
    chart: DrawnChart, subject: Subject, cells: Cells
) -> tuple[Reading, Reading] | None:
    """The dots of the least and the greatest value that have one, of one series."""
    if chart.kind not in (*UPRIGHT, *LEVEL):
        return None
    found: dict[int, list[Reading]] = {}
    for mark in chart.of_data():
        if mark.origin in cells and _is_dot(mark):
            row, series = cells[mark.origin]
            value = subject.series[series].values[row]
            x, y = mark.box.x + mark.box.width / 2, mark.box.y + mark.box.height / 2
            if value is not None and row in compared(subject):
                place = y if chart.kind in UPRIGHT else x
                found.setdefault(series, []).append((float(value), place))
    for readings in found.values():
        low, high = min(readings), max(readings)
        if low[0] != high[0] and abs(low[1] - high[1]) > 1:
            return low, high
    return None


def _is_dot(mark: Mark) -> bool:
    return mark.path.fill is not None and abs(mark.box.width - mark.box.height) < 0.01

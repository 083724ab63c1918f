"""The words of columns: figures over them, names below, and what must be said of their times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.blocks.devices.time.course import Course
from infographic.blocks.devices.time.ends import figure_of
from infographic.display.frame import Frame
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.sayings import say
from infographic.graphics.additive import may_be_added
from infographic.graphics.lettering import NOTHING, Lettering, lettered, lines_of
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject
from infographic.layout.scaling import scaled
from infographic.text.copy import Copy
from infographic.text.style import TextStyle

SMALLEST = 0.65
"""Of the size of figures at marks: as small as labels."""
LEAST_TYPE = (6, 18)
"""Of a unit behind a figure; what is smaller is not printed."""


def figure_style(
    subject: Subject, look: Look, course: Course, pitch: float
) -> tuple[TextStyle | None, bool]:
    """The style in which every column has its figure, and whether with % behind it; None where they
    are too wide for that."""
    for with_unit in (True, False):
        style = _style_in(subject, look, course, pitch, with_unit)
        if style is not None:
            return style, with_unit
    return None, False


def _style_in(
    subject: Subject, look: Look, course: Course, pitch: float, with_unit: bool
) -> TextStyle | None:
    widest = max(
        (lettered(_said(subject, row, with_unit), look.figure).width for row in course.rows),
        default=0.0,
    ) if len(course.rows) <= 40 else pitch * 9  # fmt: skip
    # So much narrower than the pitch that the first, which is kept inside, meets no other.
    factor = 1.0 if not widest else (pitch * 0.9 - look.em * 0.3) / widest
    if factor < SMALLEST:
        return None
    style = scaled(look.figure, min(round(factor, 3), 1.0))
    unit = min(own.size for _, own in style.parts)
    return None if with_unit and unit < look.of(*LEAST_TYPE) else style


def figures_of(
    subject: Subject, look: Look, course: Course, middles: Sequence[float],
    style: TextStyle | None, with_unit: bool, left: float, right: float,
) -> tuple[Lettering, ...]:  # fmt: skip
    """All figures where they have room; else those claimed, the last, the highest, the first."""
    if style is not None:
        return tuple(_figure(subject, look, row, style, with_unit) for row in course.rows)
    values = subject.series[0].values
    known = [at for at, row in enumerate(course.rows) if values[row] is not None]
    by_value = sorted(known, key=lambda at: values[course.rows[at]] or Decimal(0))
    least, most = by_value[0], by_value[-1]
    claimed = [at for at in known if course.rows[at] in subject.highlighted]
    turns = [most, least] if (values[course.rows[least]] or 0) < 0 else [most]
    kept: dict[int, Lettering] = {}
    spans: list[tuple[float, float]] = []
    # A day without rain is seen: its 0 at the end of a month says nothing more.
    ends = [at for at in (known[-1], known[0]) if values[course.rows[at]]]
    for at in dict.fromkeys([*claimed, *turns, *ends]):
        figure = _figure(subject, look, course.rows[at], look.figure, True)
        x = clamped(figure, middles[at], left, right)
        gap = look.em * 0.5
        if all(x + figure.width + gap <= low or high + gap <= x for low, high in spans):
            kept[at] = figure
            spans.append((x, x + figure.width))
    return tuple(kept.get(at, NOTHING) for at in range(len(course.rows)))


def _said(subject: Subject, row: int, with_unit: bool) -> Copy:
    return figure_of(subject, row) if with_unit else subject.said(row, unit=False)


def _figure(subject: Subject, look: Look, row: int, style: TextStyle, with_unit: bool) -> Lettering:
    is_quiet = bool(subject.highlighted) and row not in subject.highlighted
    if is_quiet:
        style = scaled(look.quiet, round(style.plain.size / look.figure.plain.size, 3))
    return lettered(_said(subject, row, with_unit), style)


def names_of(subject: Subject, look: Look, course: Course, measure: float) -> tuple[Frame, ...]:
    from infographic.foundation.record import replaced
    from infographic.text.style import Alignment

    found = []
    for row in course.rows:
        style = look.strong if row in subject.highlighted else look.label
        centered = replaced(style, alignment=Alignment.CENTER)
        found.append(lines_of(subject.names[row], centered, measure, 0, subject.name_at(row)))
    return tuple(found)


def unequal_periods(subject: Subject, course: Course) -> Iterator[Diagnostic]:
    """Amounts of stretches of time that are not alike."""
    if not course.periods or any(one.is_cumulative for one in course.periods):
        return
    one = subject.series[0]
    what = subject.chart.measure.what if subject.chart.measure else None
    days = [(period.end - period.start).days + 1 for period in course.periods]
    if max(days) < 1.5 * min(days) or not may_be_added(
        one.unit or subject.unit, one.column.name, what.text if what else ""
    ):
        return
    longest = subject.names[course.rows[days.index(max(days))]]
    shortest = subject.names[course.rows[days.index(min(days))]]
    saying = say("graphic-unequal-periods", long=longest, short=shortest)
    yield Diagnostic(saying, subject.origin, severity=Severity.WARNING)


def clamped(one: Lettering, middle: float, left: float, right: float) -> float:
    return max(min(max(middle - one.width / 2, left), right - one.width), 0.0)

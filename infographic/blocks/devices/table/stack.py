"""One stack of a table's rows: header, rules, words, figures, bars, small lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from infographic.blocks.devices.ranking.anatomy import tones
from infographic.blocks.devices.table.head import Head, head_items
from infographic.blocks.devices.table.lanes import Lane
from infographic.blocks.devices.table.sheet import Sheet, indent_of
from infographic.display.items import Placed, Stroke
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.additive import may_be_added
from infographic.graphics.fitting import Extent, extent_from_zero
from infographic.graphics.lines.sparkline import sparkline
from infographic.graphics.look import Look
from infographic.graphics.marks import bar, straight
from infographic.graphics.scale import Scale
from infographic.graphics.subject import Subject

BAR_OF_PITCH = 0.5
"""A bar in a cell is thinner than one on its own: the rules stand clear of it."""


class Pitch(NamedTuple):
    """Rows' heights. Points."""

    natural: float
    least: float
    most: float
    """Where there is height to fill."""


def pitch_of(look: Look) -> Pitch:
    leading = look.label.leading
    return Pitch(max(look.of(20, 60), leading), leading + look.of(2, 6), look.of(26, 78))


class Stack(NamedTuple):
    """A stack in its place."""

    left: float
    width: float
    rows: tuple[int, ...]
    sheet: Sheet
    """All rows' sheet, its lanes where this stack has them."""
    head: Head

    def extra(self, look: Look) -> float:
        """Height beyond the header and a pitch a row: of words in lines."""
        lines = sum(self.sheet.lines(row) - 1 for row in self.rows)
        return lines * look.label.leading

    def height(self, look: Look, pitch: float) -> float:
        return self.head.height + self.extra(look) + pitch * len(self.rows) + _end(look)


def _end(look: Look) -> float:
    """Below the last row: half of its closing rule."""
    return look.of(0.5, 2)


def stack_items(subject: Subject, look: Look, stack: Stack, pitch: float) -> Iterator[Placed]:
    """All of a stack, from its top."""
    sheet, top = stack.sheet, stack.head.height
    heights = [pitch + (sheet.lines(row) - 1) * look.label.leading for row in stack.rows]
    tops = list(accumulate(heights, initial=top))
    scales = {lane.field.series: bar_scale(subject, lane) for lane in sheet.lanes if lane.bar}
    yield from head_items(stack.head, subject, look, sheet)
    yield from _rules(subject, look, stack, tops)
    for row, y, height in zip(stack.rows, tops, heights, strict=False):
        if row in subject.highlighted:
            mark = (stack.left, stack.left + look.of(2.5, 8))
            inset = look.of(1.5, 5)
            yield from bar(mark, (y + inset, y + height - inset), look.accent,
                           subject.name_at(row))  # fmt: skip
        for lane in sheet.lanes:
            yield from _cell(subject, look, stack, lane, row, y, pitch, scales)
    for lane in sheet.lanes:
        if lane.bar is not None and any(_has_bar(subject, row, lane) for row in stack.rows):
            x = scales[lane.field.series].at(0)
            inset = look.of(1.5, 5)
            # Rows without a bar are totals: they stand first or last.
            barred = [at for at, row in enumerate(stack.rows) if _has_bar(subject, row, lane)]
            for at in barred:
                yield from straight(Point(x, tops[at] + inset), Point(x, tops[at + 1] - inset),
                                    Stroke(look.ink, look.base.width), subject.origin)  # fmt: skip


def _rules(subject: Subject, look: Look, stack: Stack, tops: Sequence[float]) -> Iterator[Placed]:
    """A rule under the header and after each row; a heavier one over and under totals."""
    right = stack.left + stack.width
    thin = Stroke(look.grid, look.of(0.25, 2))
    heavy = Stroke(look.ink, look.of(0.75, 3))
    totals = subject.table.totals
    for at, y in enumerate(tops):
        below = at < len(stack.rows) and stack.rows[at] in totals
        above = at > 0 and stack.rows[at - 1] in totals
        is_edge = at in (0, len(tops) - 1)
        if at == 0 and not stack.head.height:
            continue
        stroke = heavy if is_edge or below or (above and at == 1) else thin
        yield from straight(Point(stack.left, y), Point(right, y), stroke, subject.origin)


def _cell(
    subject: Subject, look: Look, stack: Stack, lane: Lane, row: int, top: float, pitch: float,
    scales: dict[int, Scale],
) -> Iterator[Placed]:  # fmt: skip
    sheet, field, middle = stack.sheet, lane.field, top + pitch / 2
    rise = look.label.size * 0.36
    baseline = middle + rise
    if field.is_words:
        left = lane.left + indent_of(subject, look, field, row)
        frame = sheet.frames.get((row, field.place))
        if frame is None:
            yield from sheet.cells.words[row, field.place].at(left, baseline)
        else:
            yield from frame.moved(left, baseline - frame.baseline).items
        return
    if field.course:
        yield from _line(subject, look, lane, row, top, pitch)
        return
    figure = sheet.cells.figures[row, field.series]
    yield from figure.lettering.at(lane.point - figure.point, baseline)
    value = subject.series[field.series].values[row]
    if lane.bar is not None and value is not None and _has_bar(subject, row, lane):
        scale = scales[field.series]
        half = min(pitch * BAR_OF_PITCH, look.of(13, 40)) / 2
        claimed = bool(subject.highlighted)
        tone = tones.of_row(look, row in subject.highlighted, claimed)
        yield from tones.marked(look, (scale.at(0), scale.at(value)),
                                (middle - half, middle + half), tone,
                                subject.at(row, field.series))  # fmt: skip


def _line(
    subject: Subject, look: Look, lane: Lane, row: int, top: float, pitch: float
) -> Iterator[Placed]:
    course = lane.field.course
    values = [subject.series[at].values[row] for at in course]
    inset = pitch * 0.18
    box = Rect(lane.left, top + inset, lane.width, pitch - 2 * inset)
    is_quiet = bool(subject.highlighted) and row not in subject.highlighted
    stroke = look.context_line if is_quiet else Stroke(look.accent, look.of(1.5, 4))
    origins = [subject.at(row, at) for at in course]
    yield from sparkline(values, box, stroke, origins, dot_color=look.ink if is_quiet else None)


def _has_bar(subject: Subject, row: int, lane: Lane) -> bool:
    """Totals are no row of a comparison: only where they are rates or means do they have a bar."""
    if row not in subject.table.totals:
        return True
    one = subject.series[lane.field.series]
    what = subject.chart.measure.what if subject.chart.measure else None
    return not may_be_added(one.unit or subject.unit, one.column.name, what.text if what else "")


def bar_scale(subject: Subject, lane: Lane) -> Scale:
    """From 0, over all rows that have bars."""
    assert lane.bar is not None
    values: list[Decimal | None] = [
        value for row, value in enumerate(subject.series[lane.field.series].values)
        if _has_bar(subject, row, lane)
    ]  # fmt: skip
    extent: Extent = extent_from_zero(values)
    return Scale(extent.low, extent.high, *lane.bar)

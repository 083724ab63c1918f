"""Rows of one series by rank: names left or over, a mark from a post, the value behind it.

Bars, lollipops and dots are forms of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal

from infographic.blocks.devices.device import Drawn, Room
from infographic.blocks.devices.left_out import rows_left_out
from infographic.blocks.devices.ranking.anatomy import tones
from infographic.blocks.devices.ranking.anatomy.aids import (
    Aids,
    aid_values,
    aids_of,
    parted,
)
from infographic.blocks.devices.ranking.anatomy.least import least_height, widest_figure
from infographic.blocks.devices.ranking.anatomy.names import Names, names_of
from infographic.blocks.devices.ranking.anatomy.notes import RowNote, note_at, notes_by_row
from infographic.blocks.devices.ranking.anatomy.rows import (
    Entry,
    Kept,
    beside,
    compared,
    cut_to,
    entry_of,
    first_kept,
    fitted_rows,
    is_ranked,
    lanes,
    pitch_in,
    pitch_of,
    sum_of,
    thickness,
)
from infographic.blocks.devices.ranking.anatomy.tones import Tone
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.fitting import Extent, Need, extent_from_zero, fitted
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import Span, straight
from infographic.graphics.scale import DOTS_FILL, Scale, between
from infographic.graphics.subject import Subject, figure, on_axis
from infographic.graphics.ticks import multiple_of, step_of
from infographic.graphics.values import EXACT, present
from infographic.graphics.words import word

LEAST_ROWS = 2
"""In less height than these and the rest want there is no ranking to see."""
DWARFED = 12
"""Where the longest is so many times the second, the others are read from their figures."""


class Form(NamedTuple):
    """What one of these devices draws for a value."""

    mark: Callable[[Look, Span, Span, Tone, Origin], Iterable[Placed]]
    """From the post to the value's place, across the thickness of its lane."""
    clear: Callable[[Look], float]
    """From the value's place to the edge of its mark."""
    is_from_zero: bool = True
    """Whether the length says the value: then the post is 0."""


def refuses(subject: Subject) -> Saying | None:
    if len(subject.series) != 1:
        return say("graphic-refuses/one-series", count=len(subject.series))
    present = subject.series[0].present
    if not present:
        return say("graphic-refuses/no-values")
    if min(present) < 0:
        return say("graphic-refuses/negative")
    return None


def least_of_rows(subject: Subject, look: Look, values: float) -> Size:
    """Names over their bars, and beside the values a third of an inch for the longest."""
    rows = compared(subject, "falling")
    ranked = is_ranked(subject, "falling")
    stand = rows[:LEAST_ROWS] if ranked else rows
    width = values + look.of(24, 72)
    # The rest is a row of its own.
    rest = 1 if len(stand) < len(rows) else 0
    return Size(width, least_height(subject, look, stand, pitch_of(look).least, width, rest))


def widest_value(subject: Subject, look: Look) -> float:
    """The room of the longest value behind its mark."""
    return widest_figure(subject, look.figure) + look.em * 0.4


class _Row(NamedTuple):
    """One bar and its words, before they are placed."""

    entry: Entry
    value: Decimal | None
    figure: Lettering
    tone: Tone
    origin: Origin
    row: int = -1
    """-1 of the rest."""


class _Sheet(NamedTuple):
    """All rows that stand, measured across."""

    rows: tuple[_Row, ...]
    names: Names
    scale: Scale
    aids: Aids
    notes: tuple[RowNote, ...]
    said: tuple[str, ...]
    rest: tuple[int, ...]

    @property
    def tails(self) -> tuple[float, ...]:
        return tuple(note.tail for note in self.notes)

    @property
    def beyond(self) -> float:
        """All height but that of the bars' pitches."""
        return sum(self.names.heads) + sum(self.tails) + self.aids.head + self.aids.foot


def draw_rows(form: Form, subject: Subject, look: Look, room: Room) -> Drawn:
    rows = compared(subject, "falling")
    ranked = is_ranked(subject, "falling")
    sheet, is_cut = fitted_rows(
        first_kept(subject, rows, ranked=ranked),
        lambda shown: cut_to(subject, rows, shown),
        lambda kept: _sheet(form, subject, look, kept, room.width),
        # What is left may have a bar of its own.
        lambda sheet, _: sheet.beyond + pitch_of(look).least * len(sheet.rows),
        room.height if ranked else None,
    )
    return _drawn(form, subject, look, room, sheet, is_cut)


def _sheet(form: Form, subject: Subject, look: Look, kept: Kept, width: float) -> _Sheet:
    rows = [_row(subject, look, row) for row in kept.rows]
    longest = max((row.value for row in rows if row.value is not None), default=Decimal(0))
    said: tuple[str, ...] = ()
    if kept.rest:
        total = sum_of(subject, kept.rest) if form.is_from_zero else None
        rest, said = _rest(subject, look, kept.rest, total, longest)
        rows += rest
    gap = form.clear(look) + look.em * 0.4
    widest = max((row.figure.width for row in rows), default=0.0) + gap
    names = names_of([row.entry for row in rows], look, width, widest)
    values = [*(row.value for row in rows), *aid_values(subject)]
    extent = extent_from_zero(values) if form.is_from_zero else extent_of_dots(values)
    after = [Need(extent.share(_at(form, row, extent)), row.figure.width + gap) for row in rows]
    half = look.base.width / 2
    scale = fitted(
        extent,
        [Need(extent.share(post_of(form, extent)), max(names.room, half, form.clear(look)))],
        after,
        width,
    )
    scale = scale or Scale(extent.low, extent.high, names.room, names.room)
    texts = notes_by_row(subject)
    notes = tuple(
        note_at(texts.get(row.row), look,
                scale.at(_at(form, row, extent)) + gap + row.figure.width,
                scale.at(post_of(form, extent)) + gap, width)
        for row in rows
    )  # fmt: skip
    is_inside = extent.low < 0 <= extent.high and not form.is_from_zero
    zero = (Decimal(0),) if is_inside else ()
    return _Sheet(
        tuple(rows),
        names,
        scale,
        aids_of(subject, look, scale, width, zero),
        notes,
        said,
        kept.rest,
    )


def _row(subject: Subject, look: Look, row: int) -> _Row:
    entry = entry_of(subject, row)
    style = look.figure if entry.is_claimed or not subject.highlighted else look.quiet
    value = lettered(subject.said(row, unit=False), style)
    tone = tones.of_row(look, entry.is_claimed, bool(subject.highlighted))
    if is_forecast(subject, row):
        tone = tones.hatched(look)
    return _Row(entry, subject.series[0].values[row], value, tone, subject.at(row), row)


def is_forecast(subject: Subject, row: int) -> bool:
    """Whether a row comes from the chart's `forecast` on, in the file's order."""
    if subject.chart.forecast is None:
        return False
    key = str(subject.chart.forecast)
    column = subject.table.columns[subject.names_place] if subject.names_place >= 0 else None
    texts = column.texts if column is not None else subject.names
    first = next((at for at, text in enumerate(texts) if key in (text, subject.names[at])), None)
    return first is not None and row >= first


def _rest(
    subject: Subject, look: Look, rest: Sequence[int], total: Decimal | None, longest: Decimal
) -> tuple[list[_Row], tuple[str, ...]]:
    """The rows that have no bar of their own: one bar for all, or words.

    One bar only of quantities that add up, and no longer than the longest: it would be the first
    thing seen, and is no row.
    """
    language, count = subject.language, len(rest)
    if total is None:
        return [], (word("rest-left-out", language, count=count),)
    column = subject.series[0].column
    copy = figure(total, column, -1, "", subject.origin)
    if total > longest:
        return [], (word("rest-sum", language, count=count, sum=copy.text),)
    entry = Entry(word("rest", language, count=count), subject.origin)
    tone = Tone(look.land, look.ink, look.ink, is_framed=look.is_print)
    value = lettered(copy, look.quiet if subject.highlighted else look.figure)
    return [_Row(entry, total, value, tone, subject.origin)], ()


def _drawn(
    form: Form, subject: Subject, look: Look, room: Room, sheet: _Sheet, is_cut: bool
) -> Drawn:
    pitch = pitch_in(room.height, sheet.beyond, len(sheet.rows), pitch_of(look))
    thick = thickness(look, pitch)
    placed = lanes(sheet.names.heads, pitch, thick, sheet.tails, sheet.aids.head)
    extent = Extent(sheet.scale.low, sheet.scale.high)
    post = sheet.scale.at(post_of(form, extent))
    gap = form.clear(look) + look.em * 0.4
    items: list[Placed] = []
    boxes: list[Rect] = []
    words: list[Placed] = []
    for number, row in enumerate(sheet.rows):
        top, middle = placed.tops[number], placed.middles[number]
        bottom = placed.tops[number + 1] if number + 1 < len(placed.tops) else placed.bottom
        across = (middle - thick / 2, middle + thick / 2)
        end = sheet.scale.at(_at(form, row, extent))
        if row.value is not None:
            items += form.mark(look, (post, end), across, row.tone, row.origin)
        said = beside(row.figure, end + gap, middle)
        boxes.append(said.box)
        words += sheet.names.placed(number, post, top, middle)
        words += said.items
        words += sheet.notes[number].placed(middle, bottom)
        boxes += sheet.notes[number].boxes(middle, bottom)
    over = sheet.names.bands(placed.tops)
    zero = sheet.scale.at(0) if sheet.scale.holds_zero else post
    stroke = look.base if sheet.scale.holds_zero else look.gridline
    # Figures of dots may stand across 0; no bar begins but there.
    way, air = (over, 0.0) if form.is_from_zero else ([*over, *boxes], look.of(1.5, 5))
    for start, until in parted(zero, sheet.aids.head, placed.bottom, way, air):
        items += straight(Point(zero, start), Point(zero, until), stroke, subject.origin)
    boxes += sheet.names.boxes(placed.tops)
    items[:0] = sheet.aids.under(look, sheet.aids.head, placed.bottom, subject.origin, boxes)
    items += sheet.aids.over(look, sheet.aids.head, placed.bottom, boxes)
    size = Size(room.width, placed.bottom + sheet.aids.foot)
    faults = (*_faults(sheet), *_doubts(subject, sheet, is_cut))
    told = (*sheet.said, *_forecast_said(subject), *axis_said(subject, sheet.scale))
    return Drawn(Frame(size, (*items, *words), faults), told)


def _at(form: Form, row: _Row, extent: Extent) -> Decimal:
    """Where the value of a row stands, and the sign for a missing one."""
    return post_of(form, extent) if row.value is None else row.value


def post_of(form: Form, extent: Extent) -> Decimal:
    """Where rows begin: at 0 where lengths say the value, else at the axis's low end."""
    return Decimal(0) if form.is_from_zero else extent.low


def extent_of_dots(values: Sequence[Decimal | None]) -> Extent:
    """Of marks whose length says nothing: from 0, or cut where that is far off."""
    scale = between(values, 0, 1, least_fill=DOTS_FILL).scale
    low = scale.low
    # A dot on the axis's edge would seem to be nothing.
    if low and low == min(present(values)):
        step = step_of(low, scale.high, 3)
        times = int(EXACT.divide(low, step).to_integral_value(ROUND_FLOOR))
        low = multiple_of(step, times if multiple_of(step, times) < low else times - 1)
    return Extent(low, scale.high)


def _faults(sheet: _Sheet) -> Iterator[Diagnostic]:
    yield from sheet.names.faults
    yield from sheet.aids.faults
    for row, note in zip(sheet.rows, sheet.notes, strict=True):
        yield from row.figure.faults
        yield from note.faults


def _doubts(subject: Subject, sheet: _Sheet, is_cut: bool) -> Iterator[Diagnostic]:
    if is_cut:
        left = len(sheet.rest)
        yield rows_left_out(subject, left, len(sheet.rows) + left)
    values = sorted((row.value for row in sheet.rows if row.value), reverse=True)
    if len(values) > 1 and values[0] > DWARFED * values[1]:
        times = round(float(values[0] / values[1]))
        saying = say("graphic-dwarfed", times=times, most=DWARFED)
        yield Diagnostic(saying, subject.origin, severity=Severity.NOTE)


def axis_said(subject: Subject, scale: Scale) -> tuple[str, ...]:
    """Where the axis begins, of one that does not hold 0."""
    if scale.holds_zero:
        return ()
    if scale.low > 0:
        return (axis_from(subject, scale.low),)
    high = on_axis(subject, scale.high).text + subject.unit
    return (word("axis-to", subject.language, value=high),)


def axis_from(subject: Subject, low: Decimal) -> str:
    """That the axis begins at a value."""
    said = on_axis(subject, low).text + subject.unit
    return word("axis-from", subject.language, value=said)


def _forecast_said(subject: Subject) -> tuple[str, ...]:
    return (
        (word("forecast-hatched", subject.language),) if subject.chart.forecast is not None else ()
    )

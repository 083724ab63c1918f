"""A waterfall: a running total from 0, each step where the one before ended, totals in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.left_out import fields_left_out
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
    beside,
    entry_of,
    lanes,
    pitch_in,
    pitch_of,
    thickness,
)
from infographic.blocks.devices.ranking.anatomy.tones import Tone
from infographic.blocks.devices.ranking.diverging import signed
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.additive import may_be_added
from infographic.graphics.fitting import Need, extent_from_zero, fitted
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.scale import Scale
from infographic.graphics.subject import Subject, figure
from infographic.graphics.values import EXACT
from infographic.graphics.words import word

MOST_ROWS = 16
_TOTAL = late(
    r"^(?:合计|总计|总和|小计|期[初末]|[上本去今]?年[初末]|[上本去今]年|净|余额|结余|结存)|合计$|总[额量计]$|余额$|结余$|[初末]$|^\d{4}年$"
    r"|\b(?:total|balance|opening|closing|net|start|end)\b",
    re.IGNORECASE,
)


class Step(NamedTuple):
    """A row: from where to where its bar runs, and whether it is a total from 0."""

    row: int
    start: Decimal
    end: Decimal
    is_total: bool


def steps_of(subject: Subject) -> tuple[Step, ...] | Saying:
    """The rows as steps of one running total, or why a stated total is not what they make.

    A row is a total where the table says so, or by its name; so is the first where any other is:
    it is what there was before.
    """
    running, found = Decimal(0), []
    one = subject.series[0]
    slack = Decimal("0.5").scaleb(-one.column.decimals)
    for number in range(subject.count):
        value = one.values[number]
        if value is None:
            return say("graphic-refuses/gap", row=subject.names[number] or str(number + 1))
        is_total = bool(number in subject.table.totals or _TOTAL.search(subject.names[number]))
        if number == 0 or not is_total:
            end = EXACT.add(running, value)
            found.append(Step(number, running, end, is_total))
            running = end
            continue
        # Each step is rounded, and the total too.
        if abs(value - running) > slack * (number + 1):
            return say(
                "graphic-refuses/running-total", row=subject.names[number], stated=f"{value:f}",
                made=f"{running:f}",
            )  # fmt: skip
        found.append(Step(number, Decimal(0), value, True))
        running = value
    if any(step.is_total for step in found):
        found[0] = found[0]._replace(is_total=True)
    return tuple(found)


def refuses(subject: Subject) -> Saying | None:
    if len(subject.series) != 1:
        return say("graphic-refuses/one-series", count=len(subject.series))
    if not subject.series[0].present:
        return say("graphic-refuses/no-values")
    if subject.count > MOST_ROWS:
        return say("graphic-refuses/rows", most=MOST_ROWS, count=subject.count)
    what = subject.chart.measure.what if subject.chart.measure else None
    if not may_be_added(subject.unit, what.text if what else ""):
        return say("graphic-refuses/not-added", unit=subject.unit or "—")
    steps = steps_of(subject)
    return steps if isinstance(steps, Saying) else None


def least(subject: Subject, look: Look) -> Size:
    sides = 2 if any(value < 0 for value in subject.series[0].present) else 1
    figures = widest_figure(subject, look.figure, signed)
    width = sides * (figures + look.em * 0.8) + look.of(36, 108)
    rows = range(subject.count)
    return Size(width, least_height(subject, look, rows, pitch_of(look).least, width, 1))


class _Row(NamedTuple):
    step: Step
    entry: Entry
    figure: Lettering
    tone: Tone
    origin: Origin

    @property
    def falls(self) -> bool:
        return self.step.end < self.step.start

    @property
    def is_below(self) -> bool:
        """Whether its bar lies left of 0, and so its figure left of the bar."""
        return max(self.step.start, self.step.end) <= 0 and self.step.start != self.step.end


class _Sheet(NamedTuple):
    """All rows, measured across."""

    rows: tuple[_Row, ...]
    names: Names
    scale: Scale
    aids: Aids
    notes: tuple[RowNote, ...]

    @property
    def tails(self) -> tuple[float, ...]:
        return tuple(note.tail for note in self.notes)

    @property
    def beyond(self) -> float:
        return sum(self.names.heads) + sum(self.tails) + self.aids.head + self.aids.foot


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    steps = steps_of(subject)
    assert not isinstance(steps, Saying), "it has been refused"
    return _drawn(subject, look, room, _sheet(subject, look, steps, room.width))


def _sheet(subject: Subject, look: Look, steps: Sequence[Step], width: float) -> _Sheet:
    rows = [_row(subject, look, step) for step in steps]
    last = steps[-1]
    if not last.is_total and len(steps) > 1:
        rows.append(_total(subject, look, last.end))
    ends = [value for row in rows for value in (row.step.start, row.step.end)]
    extent = extent_from_zero([*ends, *aid_values(subject)])
    gap = look.em * 0.4
    widest = max(row.figure.width for row in rows) + gap
    sides = 2 if any(row.is_below for row in rows) else 1
    names = names_of([row.entry for row in rows], look, width, sides * widest)
    half = look.base.width / 2
    before = [Need(0.0, max(names.room, half))]
    after = []
    for row in rows:
        low, high = sorted((row.step.start, row.step.end))
        if row.is_below:
            before.append(Need(extent.share(low), names.room + row.figure.width + gap))
        else:
            after.append(Need(extent.share(high), row.figure.width + gap))
    scale = fitted(extent, before, after, width)
    scale = scale or Scale(extent.low, extent.high, names.room, names.room)
    texts = notes_by_row(subject)
    notes = tuple(
        note_at(texts.get(row.step.row), look,
                scale.at(max(row.step.start, row.step.end)) + gap + row.figure.width,
                scale.at(0) + gap, width)
        for row in rows
    )  # fmt: skip
    return _Sheet(tuple(rows), names, scale, aids_of(subject, look, scale, width), notes)


def _row(subject: Subject, look: Look, step: Step) -> _Row:
    entry = entry_of(subject, step.row)
    is_level = step.is_total
    copy = subject.said(step.row, unit=False)
    style = look.figure if is_level or entry.is_claimed or not subject.highlighted else look.quiet
    value = lettered(copy if is_level else signed(copy), style)
    return _Row(step, entry, value, _tone(subject, look, step), subject.at(step.row))


def _tone(subject: Subject, look: Look, step: Step) -> Tone:
    """Totals dark; a rise full and a fall hatched, whatever their hue."""
    if step.is_total:
        return tones.dark(look)
    falls = step.end < step.start
    is_claimed = step.row in subject.highlighted or not subject.highlighted
    if falls:
        return tones.hatched(look)
    if subject.chart.better == "down":
        return tones.rest(look)
    return tones.accent(look) if is_claimed else tones.rest(look)


def _total(subject: Subject, look: Look, running: Decimal) -> _Row:
    """Where the steps lead, reckoned by us."""
    copy = figure(running, subject.series[0].column, -1, "", subject.origin)
    entry = Entry(word("total", subject.language), subject.origin)
    step = Step(-1, Decimal(0), running, True)
    return _Row(step, entry, lettered(copy, look.figure), tones.dark(look), subject.origin)


def _drawn(subject: Subject, look: Look, room: Room, sheet: _Sheet) -> Drawn:
    pitch = pitch_in(room.height, sheet.beyond, len(sheet.rows), pitch_of(look))
    thick, gap = thickness(look, pitch), look.em * 0.4
    top = sheet.aids.head
    placed = lanes(sheet.names.heads, pitch, thick, sheet.tails, top)
    zero = sheet.scale.at(0)
    left = zero if sheet.scale.low == 0 else sheet.names.room
    items: list[Placed] = []
    words: list[Placed] = []
    over = sheet.names.bands(placed.tops)
    boxes = sheet.names.boxes(placed.tops)
    for number, row in enumerate(sheet.rows):
        middle = placed.middles[number]
        along = (sheet.scale.at(row.step.start), sheet.scale.at(row.step.end))
        across = (middle - thick / 2, middle + thick / 2)
        items += tones.marked(look, along, across, row.tone, row.origin)
        x = min(along) - gap if row.is_below else max(along) + gap
        said = beside(row.figure, x, middle, 1.0 if row.is_below else 0.0)
        boxes.append(said.box)
        bottom = placed.tops[number + 1] if number + 1 < len(placed.tops) else placed.bottom
        boxes += sheet.notes[number].boxes(middle, bottom)
        words += [*said.items, *sheet.notes[number].placed(middle, bottom)]
        words += sheet.names.placed(number, left, placed.tops[number], middle)
    links = list(_links(subject, look, sheet, placed.middles, thick, boxes))
    for start, until in parted(zero, top, placed.bottom, over, 0.0):
        items += straight(Point(zero, start), Point(zero, until), look.base, subject.origin)
    items[:0] = sheet.aids.under(look, top, placed.bottom, subject.origin, boxes)
    items += sheet.aids.over(look, top, placed.bottom, boxes)
    size = Size(room.width, placed.bottom + sheet.aids.foot)
    frame = Frame(size, (*links, *items, *words), tuple(_faults(subject, sheet)))
    return Drawn(frame, (word("falls-hatched", subject.language),) if _has_falls(sheet) else ())


def _has_falls(sheet: _Sheet) -> bool:
    return any(row.falls and not row.step.is_total for row in sheet.rows)


def _links(
    subject: Subject, look: Look, sheet: _Sheet, middles: Sequence[float], thick: float,
    words: Sequence[Rect],
) -> Iterator[Placed]:  # fmt: skip
    """From where a step ends down to where the next begins."""
    for number in range(len(sheet.rows) - 1):
        x = sheet.scale.at(sheet.rows[number].step.end)
        top, bottom = middles[number] + thick / 2, middles[number + 1] - thick / 2
        for start, until in parted(x, top, bottom, words, look.of(1, 3)):
            yield from straight(Point(x, start), Point(x, until), look.leader, subject.origin)


def _faults(subject: Subject, sheet: _Sheet) -> Iterator[Diagnostic]:
    yield from sheet.names.faults
    yield from sheet.aids.faults
    for row, note in zip(sheet.rows, sheet.notes, strict=True):
        yield from row.figure.faults
        yield from note.faults
    yield from fields_left_out(subject, "waterfall", "forecast")


DEVICE = Device("waterfall", refuses, least, draw, ("diverging-bars", "figures"))

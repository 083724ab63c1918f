"""A population pyramid: two sides on one scale, ages between them, the youngest at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.left_out import fields_left_out
from infographic.blocks.devices.ranking.anatomy import tones
from infographic.blocks.devices.ranking.anatomy.aids import parted
from infographic.blocks.devices.ranking.anatomy.rows import Pitch, Said, beside, lanes, pitch_in
from infographic.blocks.devices.ranking.anatomy.tones import Tone
from infographic.blocks.devices.ranking.grouped import refused_units
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.scale import Scale, from_zero
from infographic.graphics.subject import Subject, on_axis
from infographic.graphics.ticks import kept_labels, ticks

LABELLED = 12
"""Rows that have a figure each; of more only those at the ends of the sides and those claimed."""
_NUMBER = late(r"\d+")


def refuses(subject: Subject) -> Saying | None:
    if len(subject.series) != 2:
        return say("graphic-refuses/series-two", count=len(subject.series))
    if any(value < 0 for one in subject.series for value in one.present):
        return say("graphic-refuses/negative")
    return refused_units(subject)


def least(subject: Subject, look: Look) -> Size:
    names = _names(subject, look, _rows(subject))
    figures = [one.width for row in _figures(subject, look, _rows(subject)) for one in row if one]
    side = max(figures, default=0.0) + look.em * 0.3 + look.of(24, 72)
    middle = max((one.width for one in names), default=0.0) + look.em
    return Size(2 * side + middle, _pitch(subject, look).least * subject.count + _beyond(look))


def _rows(subject: Subject) -> tuple[int, ...]:
    """From the oldest down to the youngest, whichever way the file has them; no totals."""
    rows = [row for row in range(subject.count) if row not in subject.table.totals]
    ages = [_NUMBER.search(subject.names[row]) for row in rows]
    known = [int(age.group()) for age in ages if age is not None]
    # A file from young to old is turned over; the chart's own order is another's wish.
    is_rising = len(known) > 1 and known[0] < known[-1]
    turned = is_rising if subject.chart.order == "" else subject.chart.order == "falling"
    return tuple(reversed(rows)) if turned else tuple(rows)


def _pitch(subject: Subject, look: Look) -> Pitch:
    if subject.count <= LABELLED:
        return Pitch(look.of(14, 44), look.of(18, 52), look.of(24, 72))
    return Pitch(look.of(10, 31), look.of(11, 34), look.of(16, 50))


def _beyond(look: Look) -> float:
    """The sides' names above, the ticks below."""
    return look.label.leading + look.em * 0.3 + look.tick.leading + look.of(3, 10)


def _names(subject: Subject, look: Look, rows: Sequence[int]) -> list[Lettering]:
    small = subject.count > LABELLED
    plain = look.tick if small else look.label
    return [
        lettered(
            subject.names[row],
            look.strong if row in subject.highlighted else plain,
            subject.name_at(row),
        )
        for row in rows
    ]


def _figures(
    subject: Subject, look: Look, rows: Sequence[int]
) -> list[tuple[Lettering | None, Lettering | None]]:
    """Of each row and side; None where there are too many rows for all of them."""
    wanted = set(rows) if len(rows) <= LABELLED else set(subject.highlighted)
    greatest = [_greatest(subject, side) for side in (0, 1)]
    found = []
    for row in rows:
        style = look.figure if row in subject.highlighted else look.quiet
        left, right = (
            lettered(subject.said(row, side, unit=False), style)
            if row in wanted or row == greatest[side] or subject.series[side].values[row] is None
            else None
            for side in (0, 1)
        )
        found.append((left, right))
    return found


def _greatest(subject: Subject, side: int) -> int:
    values = subject.series[side].values
    known = [
        (value, -row)
        for row, value in enumerate(values)
        if value is not None and row not in subject.table.totals
    ]
    return -max(known)[1] if known else -1


class _Sides(NamedTuple):
    """The two scales: alike, and mirrored round the column of ages."""

    left: Scale
    right: Scale
    middle: float


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    rows = _rows(subject)
    names, figures = _names(subject, look, rows), _figures(subject, look, rows)
    sides = _sides(subject, look, rows, names, figures, room.width)
    top = look.label.leading + look.em * 0.3
    pitch = pitch_in(room.height, _beyond(look), len(rows), _pitch(subject, look))
    placed = lanes((0.0,) * len(rows), pitch, 0.0, (0.0,) * len(rows), top)
    thick = min(pitch * 0.8, look.of(13, 40))
    items: list[Placed] = []
    words: list[Placed] = []
    boxes: list[Rect] = []
    for number, row in enumerate(rows):
        middle = placed.middles[number]
        across = (middle - thick / 2, middle + thick / 2)
        for side, scale in enumerate((sides.left, sides.right)):
            value = subject.series[side].values[row]
            end = scale.at(value or 0)
            tone = _tone(subject, look, row, side)
            items += tones.marked(look, (scale.start, end), across, tone, subject.at(row, side))
            one = figures[number][side]
            if one is not None:
                gap = look.em * (0.3 if side else -0.3)
                said = beside(one, end + gap, middle, 0.0 if side else 1.0)
                boxes.append(said.box)
                words += said.items
        words += names[number].middle(sides.middle, middle, 0.5)
    grid, labels = _axis(subject, look, sides, top, placed.bottom, room.width, boxes)
    for scale in (sides.left, sides.right):
        x = scale.start
        items += straight(Point(x, top), Point(x, placed.bottom), look.base, subject.origin)
    heads = _heads(subject, look, sides)
    foot = look.tick.leading + look.of(3, 10) if labels else 0.0
    size = Size(room.width, placed.bottom + foot)
    words += [item for one in (*heads, *labels) for item in one.items]
    shown = [one for pair in figures for one in pair if one is not None]
    faults = tuple(_faults(subject, [*names, *(one.lettering for one in heads), *shown]))
    return Drawn(Frame(size, (*grid, *items, *words), faults))


def _sides(
    subject: Subject, look: Look, rows: Sequence[int], names: Sequence[Lettering],
    figures: Sequence[tuple[Lettering | None, Lettering | None]], width: float,
) -> _Sides:  # fmt: skip
    """The sides are equal: each as long as lets the widest figure of either stand at its bar."""
    column = max((one.width for one in names), default=0.0) + look.em
    half = (width - column) / 2
    values = [one.values[row] for one in subject.series for row in rows]
    greatest = from_zero(values, 0, 1).high
    length = half
    for number, row in enumerate(rows):
        for side in (0, 1):
            one = figures[number][side]
            share = float((subject.series[side].values[row] or Decimal(0)) / greatest)
            if one is not None and share > 0:
                length = min(length, (half - one.width - look.em * 0.3) / share)
    left = Scale(Decimal(0), greatest, half, half - length)
    right = Scale(Decimal(0), greatest, half + column, half + column + length)
    return _Sides(left, right, half + column / 2)


def _tone(subject: Subject, look: Look, row: int, side: int) -> Tone:
    """The sides differ by where they are; what the title claims, in the accent on both."""
    if subject.highlighted:
        return tones.accent(look) if row in subject.highlighted else tones.rest(look)
    claimed = subject.claimed or {1}
    return tones.accent(look) if side in claimed else tones.rest(look)


def _heads(subject: Subject, look: Look, sides: _Sides) -> tuple[Said, Said]:
    """The sides' names over them, next to the ages."""
    found = []
    for side, scale in enumerate((sides.left, sides.right)):
        one = lettered(subject.series[side].name, look.strong, subject.series[side].column.origin)
        x = scale.start - one.width if side == 0 else scale.start
        found.append(Said(one, x, look.label.leading - one.foot - look.of(2, 6)))
    return found[0], found[1]


def _axis(
    subject: Subject,
    look: Look,
    sides: _Sides,
    top: float,
    bottom: float,
    width: float,
    words: Sequence[Rect],
) -> tuple[list[Placed], list[Said]]:
    """Grid lines at the same values on both sides; none where every bar has a figure."""
    asked = subject.chart.ticks
    if subject.count <= LABELLED and not asked:
        return [], []
    values = sorted(asked) if asked else ticks(0, sides.left.high, 3)
    lines: list[Placed] = []
    found: list[tuple[float, Said]] = []
    for scale in (sides.left, sides.right):
        for value in values:
            if not 0 <= value <= scale.high:
                continue
            x = scale.at(value)
            if value:
                for start, until in parted(x, top, bottom, words, look.of(1, 3)):
                    ends = Point(x, start), Point(x, until)
                    lines += straight(*ends, look.gridline, subject.origin)
            sign = lettered(on_axis(subject, value), look.tick)
            left = min(max(x - sign.width / 2, 0.0), width - sign.width)
            found.append((x, Said(sign, left, bottom + look.of(3, 10) + sign.rise)))
    found.sort(key=lambda one: one[0])
    spans = [(said.x, said.x + said.lettering.width) for _, said in found]
    kept = kept_labels(spans, look.em * 0.5)
    return lines, [found[at][1] for at in kept]


def _faults(subject: Subject, letterings: Sequence[Lettering]) -> Iterator[Diagnostic]:
    for one in letterings:
        yield from one.faults
    yield from fields_left_out(subject, "pyramid", "references", "spans", "notes", "forecast")


DEVICE = Device("pyramid", refuses, least, draw, ("grouped-bars", "figures"))

"""Grouped bars: the series of a row side by side on one scale, named at the first row's bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.left_out import fields_left_out, rows_left_out
from infographic.blocks.devices.ranking.anatomy import tones
from infographic.blocks.devices.ranking.anatomy.aids import (
    Aids,
    aid_values,
    aids_of,
    parted,
)
from infographic.blocks.devices.ranking.anatomy.least import least_height, widest_figure
from infographic.blocks.devices.ranking.anatomy.names import Names, names_of
from infographic.blocks.devices.ranking.anatomy.rows import (
    Kept,
    Pitch,
    beside,
    compared,
    cut_to,
    entry_of,
    first_kept,
    fitted_rows,
    is_ranked,
    lanes,
    pitch_in,
)
from infographic.blocks.devices.ranking.anatomy.series_names import (
    Key,
    claimed_series,
    key_of,
    named_series,
)
from infographic.blocks.devices.ranking.anatomy.tones import Tone
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.fitting import Extent, Need, extent_from_zero, fitted
from infographic.graphics.lettering import NOTHING, Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.scale import Scale
from infographic.graphics.subject import Subject
from infographic.graphics.words import word

MOST_SERIES = 4
LEAST_ROWS = 2
LEAST_SHARE = 0.75
"""Of the scale without them: so much names behind the first row's values must leave."""


def refuses(subject: Subject) -> Saying | None:
    count = len(subject.series)
    if not 2 <= count <= MOST_SERIES:
        return say("graphic-refuses/series", least=2, most=MOST_SERIES, count=count)
    return refused_units(subject)


def refused_units(subject: Subject) -> Saying | None:
    """One scale holds one unit, and some value."""
    if len(subject.units) > 1:
        units = tuple(unit or "—" for unit in subject.units)
        return say("graphic-refuses/units", units=units)
    if not any(series.present for series in subject.series):
        return say("graphic-refuses/no-values")
    return None


def bar_pitch(look: Look) -> float:
    """From bar to bar inside a group; figures behind them must not touch."""
    return look.of(13, 40)


def group_gap(look: Look) -> Pitch:
    return Pitch(look.of(6, 18), look.of(10, 30), look.of(16, 48))


def least(subject: Subject, look: Look) -> Size:
    sides = 2 if any(value < 0 for one in subject.series for value in one.present) else 1
    rows = compared(subject, "falling", max(claimed_series(subject)))
    rows = rows[:LEAST_ROWS] if is_ranked(subject, "falling") else rows
    each = bar_pitch(look) * len(subject.series) + group_gap(look).least
    width = sides * (widest_figure(subject, look.figure) + look.em * 0.4) + look.of(24, 72)
    names = max(one.width for one in named_series(subject, look)) + look.em * 1.2
    width = max(width, names)
    key = look.label.leading * len(subject.series) + look.em * 0.6
    return Size(width, least_height(subject, look, rows, each, width) + key)


class _Bar(NamedTuple):
    row: int
    series: int
    value: Decimal | None
    figure: Lettering


class _Sheet(NamedTuple):
    """All groups that stand, measured across."""

    kept: Kept
    groups: tuple[tuple[_Bar, ...], ...]
    names: Names
    scale: Scale
    aids: Aids
    key: Key | None
    """Over the rows, where the series' names have no room behind the first row's values."""
    series_names: tuple[Lettering, ...]
    tones: tuple[Tone, ...]

    @property
    def beyond(self) -> float:
        """All height but that of the groups."""
        over = self.key.height if self.key else 0.0
        return sum(self.names.heads) + self.aids.head + self.aids.foot + over


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    rows = compared(subject, "falling", max(claimed_series(subject)))
    ranked = is_ranked(subject, "falling")
    each = bar_pitch(look) * len(subject.series) + group_gap(look).least
    sheet, is_cut = fitted_rows(
        first_kept(subject, rows, ranked=ranked),
        lambda shown: cut_to(subject, rows, shown),
        lambda kept: _sheet(subject, look, kept, room.width),
        lambda sheet, shown: sheet.beyond + each * shown,
        room.height if ranked else None,
    )
    return _drawn(subject, look, room, sheet, is_cut)


def _sheet(subject: Subject, look: Look, kept: Kept, width: float) -> _Sheet:
    count = len(subject.series)
    claimed = claimed_series(subject)
    groups = tuple(
        tuple(_bar(subject, look, row, at, at in claimed) for at in range(count))
        for row in kept.rows
    )
    bars = [bar for group in groups for bar in group]
    extent = extent_from_zero([*(bar.value for bar in bars), *aid_values(subject)])
    widest = max((bar.figure.width for bar in bars), default=0.0) + look.em * 0.4
    sides = 2 if extent.low < 0 < extent.high else 1
    names = names_of([entry_of(subject, row) for row in kept.rows], look, width, sides * widest)
    series_names = named_series(subject, look)
    colors = tones.of_series(look, count, claimed)
    plain = _scale(look, groups, names, extent, width, [NOTHING] * count)
    named = _scale(look, groups, names, extent, width, series_names)
    key = None
    scale = named
    if plain and (
        named is None or named.end - named.start < LEAST_SHARE * (plain.end - plain.start)
    ):
        key, scale = key_of(subject, look, colors, series_names, width), plain
    scale = scale or Scale(extent.low, extent.high, names.room, names.room)
    aids = aids_of(subject, look, scale, width).lowered(key.height if key else 0.0)
    return _Sheet(kept, groups, names, scale, aids, key, series_names, colors)


def _bar(subject: Subject, look: Look, row: int, series: int, is_claimed: bool) -> _Bar:
    """Its figure is the heavier one where the series is claimed, or the row; both where both."""
    bold = row in subject.highlighted if subject.highlighted else is_claimed
    value = subject.said(row, series, unit=False)
    style = look.figure if bold else look.quiet
    return _Bar(row, series, subject.series[series].values[row], lettered(value, style))


def _scale(
    look: Look, groups: Sequence[Sequence[_Bar]], names: Names, extent: Extent, width: float,
    behind: Sequence[Lettering],
) -> Scale | None:  # fmt: skip
    """The longest on which every value has room, and in the first row a name behind it."""
    gap = look.em * 0.4
    before = [Need(extent.share(0), max(names.room, look.base.width / 2))]
    after = []
    for number, group in enumerate(groups):
        for bar in group:
            share = extent.share(bar.value or 0)
            more = 0.0 if number or not behind[bar.series].width else (
                behind[bar.series].width + look.em * 0.8
            )  # fmt: skip
            if bar.value is not None and bar.value < 0:
                before.append(Need(share, names.room + bar.figure.width + gap))
                after.append(Need(extent.share(0), more))
            else:
                after.append(Need(share, bar.figure.width + gap + more))
    return fitted(extent, before, after, width)


def _drawn(subject: Subject, look: Look, room: Room, sheet: _Sheet, is_cut: bool) -> Drawn:
    step = bar_pitch(look)
    whole = step * len(subject.series)
    gaps = group_gap(look)
    pitch = pitch_in(room.height, sheet.beyond, len(sheet.groups),
                     Pitch(*(whole + gap for gap in gaps)))  # fmt: skip
    top = sheet.aids.head + (sheet.key.height if sheet.key else 0.0)
    placed = lanes(sheet.names.heads, pitch, whole, (0.0,) * len(sheet.groups), top)
    zero, gap = sheet.scale.at(0), look.em * 0.4
    items: list[Placed] = []
    words: list[Placed] = list(sheet.key.items) if sheet.key else []
    boxes = sheet.names.boxes(placed.tops)
    over = sheet.names.bands(placed.tops)
    left = zero if sheet.scale.low == 0 else sheet.names.room
    for number, group in enumerate(sheet.groups):
        middle = placed.middles[number]
        for bar in group:
            at = middle - whole / 2 + step * (bar.series + 0.5)
            thick = look.of(11, 34)
            end = sheet.scale.at(bar.value or 0)
            across = (at - thick / 2, at + thick / 2)
            items += tones.marked(
                look, (zero, end), across, sheet.tones[bar.series],
                subject.at(bar.row, bar.series),
            )  # fmt: skip
            below = bar.value is not None and bar.value < 0
            said = beside(bar.figure, end - gap if below else end + gap, at, 1.0 if below else 0.0)
            boxes.append(said.box)
            words += said.items
            if not number and sheet.key is None:
                start = zero + gap if below else said.box.right + look.em * 0.8
                name = beside(sheet.series_names[bar.series], start, at)
                boxes.append(name.box)
                words += name.items
        words += sheet.names.placed(number, left, placed.tops[number], middle)
    for start, until in parted(zero, top, placed.bottom, over, 0.0):
        items += straight(Point(zero, start), Point(zero, until), look.base, subject.origin)
    items[:0] = sheet.aids.under(look, top, placed.bottom, subject.origin, boxes)
    items += sheet.aids.over(look, top, placed.bottom, boxes)
    size = Size(room.width, placed.bottom + sheet.aids.foot)
    frame = Frame(size, (*items, *words), tuple(_faults(subject, sheet, is_cut)))
    rest = len(sheet.kept.rest)
    said_rest = (word("rest-left-out", subject.language, count=rest),) if rest else ()
    return Drawn(frame, said_rest)


def _faults(subject: Subject, sheet: _Sheet, is_cut: bool) -> Iterator[Diagnostic]:
    yield from sheet.names.faults
    yield from sheet.aids.faults
    for letterings in (sheet.series_names, *([bar.figure for bar in g] for g in sheet.groups)):
        for one in letterings:
            yield from one.faults
    yield from fields_left_out(subject, "grouped-bars", "notes", "forecast")
    if is_cut:
        left = len(sheet.kept.rest)
        yield rows_left_out(subject, left, len(sheet.kept.rows) + left)


DEVICE = Device("grouped-bars", refuses, least, draw)

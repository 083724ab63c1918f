"""Diverging bars: the zero post in its place, names on the side that its bar leaves free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.left_out import rows_left_out
from infographic.blocks.devices.ranking.anatomy import tones
from infographic.blocks.devices.ranking.anatomy.aids import Aids, aid_values, aids_of, parted
from infographic.blocks.devices.ranking.anatomy.least import least_height, widest_figure
from infographic.blocks.devices.ranking.anatomy.names import LONGEST, Names
from infographic.blocks.devices.ranking.anatomy.notes import RowNote, note_at, notes_by_row
from infographic.blocks.devices.ranking.anatomy.rows import (
    MOST,
    SHOWN,
    Kept,
    Said,
    beside,
    compared,
    entry_of,
    fitted_rows,
    is_ranked,
    lanes,
    pitch_in,
    pitch_of,
    thickness,
)
from infographic.blocks.devices.ranking.anatomy.tones import Tone
from infographic.blocks.devices.ranking.ranked import is_forecast
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.fitting import Extent, Need, extent_from_zero, fitted
from infographic.graphics.lettering import Lettering, lettered, lines_of
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.scale import Scale
from infographic.graphics.subject import Subject
from infographic.graphics.words import word
from infographic.text.copy import Copy
from infographic.text.style import TextStyle

LEAST_ROWS = 4
"""The first and the last two."""


def refuses(subject: Subject) -> Saying | None:
    if len(subject.series) != 1:
        return say("graphic-refuses/one-series", count=len(subject.series))
    return None if subject.series[0].present else say("graphic-refuses/no-values")


def least(subject: Subject, look: Look) -> Size:
    present = subject.series[0].present
    sides = sum([any(value < 0 for value in present), any(value >= 0 for value in present)])
    longest = widest_figure(subject, look.figure, signed)
    rows = _kept(subject, LEAST_ROWS if is_ranked(subject, "falling") else MOST).rows
    width = sides * (longest + look.em * 0.4) + look.of(36, 108)
    return Size(width, least_height(subject, look, rows, pitch_of(look).least, width))


def signed(copy: Copy) -> Copy:
    """A figure with its plus: in a chart of gains and losses every figure has its sign."""
    first = copy.spans[0]
    if first.text[:1] in "−—…" or not any(sign in first.text for sign in "123456789"):
        return copy
    return replaced(copy, spans=(replaced(first, text=f"+{first.text}"), *copy.spans[1:]))


def figure_of(subject: Subject, row: int, style: TextStyle) -> Lettering:
    return lettered(signed(subject.said(row, unit=False)), style)


class _Row(NamedTuple):
    row: int
    value: Decimal | None
    figure: Lettering
    tone: Tone
    origin: Origin

    @property
    def is_below(self) -> bool:
        return self.value is not None and self.value < 0


class _Sheet(NamedTuple):
    """All rows that stand, measured across."""

    rows: tuple[_Row, ...]
    names: Names
    scale: Scale
    aids: Aids
    notes: tuple[RowNote, ...]
    rest: tuple[int, ...]

    @property
    def beyond(self) -> float:
        """All height but that of the bars' pitches."""
        tails = sum(note.tail for note in self.notes)
        return sum(self.names.heads) + tails + self.aids.head + self.aids.foot


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    ranked = is_ranked(subject, "falling")
    sheet, is_cut = fitted_rows(
        _kept(subject, SHOWN if len(compared(subject, "falling")) > MOST else MOST),
        lambda shown: _kept(subject, shown),
        lambda kept: _sheet(subject, look, kept, room.width),
        lambda sheet, shown: sheet.beyond + pitch_of(look).least * shown,
        room.height if ranked else None,
    )
    return _drawn(subject, look, room, sheet, is_cut)


def _kept(subject: Subject, most: int) -> Kept:
    """The first and the last rows of a ranking, as many of each: the extremes are the news."""
    rows = compared(subject, "falling")
    if len(rows) <= most or not is_ranked(subject, "falling"):
        return Kept(rows)
    claimed = [row for row in rows if row in subject.highlighted][:most]
    others = [row for row in rows if row not in subject.highlighted and _is_known(subject, row)]
    free = most - len(claimed)
    keep = {*claimed, *others[: (free + 1) // 2], *others[len(others) - free // 2 :]}
    kept = tuple(row for row in rows if row in keep)
    return Kept(kept, tuple(row for row in rows if row not in keep))


def _is_known(subject: Subject, row: int) -> bool:
    return subject.series[0].values[row] is not None


def _sheet(subject: Subject, look: Look, kept: Kept, width: float) -> _Sheet:
    rows = tuple(_row(subject, look, row) for row in kept.rows)
    extent = extent_from_zero([*(row.value for row in rows), *aid_values(subject)])
    names = _names(subject, look, rows, width, over=False)
    scale = _scale(look, rows, names, extent, width)
    if scale is None or scale.end - scale.start < max(width * 0.3, look.of(36, 108)):
        names = _names(subject, look, rows, width, over=True)
        scale = _scale(look, rows, names, extent, width)
    scale = scale or Scale(extent.low, extent.high, 0, 0)
    texts, zero = notes_by_row(subject), scale.at(0)
    notes = []
    for number, row in enumerate(rows):
        behind = scale.at(row.value or 0) + look.em * 0.4 + row.figure.width
        if row.is_below:
            behind = zero + (names.beside[number].width + names.gap if names.beside else 0.0)
        notes.append(note_at(texts.get(row.row), look, behind, zero + look.em * 0.4, width))
    aids = aids_of(subject, look, scale, width)
    return _Sheet(rows, names, scale, aids, tuple(notes), kept.rest)


def _row(subject: Subject, look: Look, row: int) -> _Row:
    value = subject.series[0].values[row]
    is_claimed = row in subject.highlighted
    style = look.figure if is_claimed or not subject.highlighted else look.quiet
    tone = tones.hatched(look) if is_forecast(subject, row) else _tone(subject, look, row, value)
    return _Row(row, value, figure_of(subject, row, style), tone, subject.at(row))


def _tone(subject: Subject, look: Look, row: int, value: Decimal | None) -> Tone:
    """Good news in the accent and bad news against it; the sides of the post say it, too."""
    if subject.highlighted and row not in subject.highlighted:
        return tones.rest(look)
    good = subject.chart.better != "down"
    if subject.highlighted and not subject.chart.better:
        return tones.accent(look)
    return tones.accent(look) if ((value or 0) >= 0) is good else tones.against(look)


def _names(
    subject: Subject, look: Look, rows: Sequence[_Row], width: float, *, over: bool
) -> Names:
    entries = [entry_of(subject, row.row) for row in rows]
    styled = [(one, look.strong if one.is_claimed else look.label) for one in entries]
    gap = look.em * 0.5
    singles = tuple(lettered(one.text, style, one.origin) for one, style in styled)
    if not over and max(one.width for one in singles) <= (LONGEST + 0.5) * look.em:
        return Names(singles, (), gap)
    lines = tuple(lines_of(one.text, style, width, 0, one.origin) for one, style in styled)
    return Names((), lines, gap, tuple(min(one.width, width) for one in singles))


def _scale(
    look: Look, rows: Sequence[_Row], names: Names, extent: Extent, width: float
) -> Scale | None:
    """The longest on which every name stands on one side of the post and its value on the other."""
    zero, gap, half = extent.share(0), look.em * 0.4, look.base.width / 2
    before, after = [Need(zero, half)], [Need(zero, half)]
    for number, row in enumerate(rows):
        name = Need(zero, names.beside[number].width + names.gap if names.beside else 0.0)
        said = Need(extent.share(row.value or 0), row.figure.width + gap)
        (before if row.is_below else after).append(said)
        (after if row.is_below else before).append(name)
    return fitted(extent, before, after, width)


def _drawn(subject: Subject, look: Look, room: Room, sheet: _Sheet, is_cut: bool) -> Drawn:
    pitch = pitch_in(room.height, sheet.beyond, len(sheet.rows), pitch_of(look))
    thick, gap = thickness(look, pitch), look.em * 0.4
    tails = [note.tail for note in sheet.notes]
    placed = lanes(sheet.names.heads, pitch, thick, tails, sheet.aids.head)
    zero = sheet.scale.at(0)
    items: list[Placed] = []
    words: list[Placed] = []
    boxes = sheet.names.boxes(placed.tops)
    # Names over their bars cross the post only where they reach it; it parts round all alike.
    over = sheet.names.bands(placed.tops)
    for number, row in enumerate(sheet.rows):
        middle = placed.middles[number]
        end = sheet.scale.at(row.value or 0)
        across = (middle - thick / 2, middle + thick / 2)
        items += tones.marked(look, (zero, end), across, row.tone, row.origin)
        side = (end - gap, 1.0) if row.is_below else (end + gap, 0.0)
        said = [beside(row.figure, side[0], middle, side[1])]
        if sheet.names.over:
            words += sheet.names.over[number].moved(0, placed.tops[number]).items
        else:
            said.append(_name(sheet.names, number, zero, middle, row.is_below))
        boxes += [one.box for one in said]
        words += [item for one in said for item in one.items]
        bottom = placed.tops[number + 1] if number + 1 < len(placed.tops) else placed.bottom
        words += sheet.notes[number].placed(middle, bottom)
        boxes += sheet.notes[number].boxes(middle, bottom)
    for start, until in parted(zero, sheet.aids.head, placed.bottom, over, 0.0):
        items += straight(Point(zero, start), Point(zero, until), look.base, subject.origin)
    items[:0] = sheet.aids.under(look, sheet.aids.head, placed.bottom, subject.origin, boxes)
    items += sheet.aids.over(look, sheet.aids.head, placed.bottom, boxes)
    size = Size(room.width, placed.bottom + sheet.aids.foot)
    frame = Frame(size, (*items, *words), tuple(_faults(subject, sheet, is_cut)))
    return Drawn(frame, _said(subject, sheet))


def _name(names: Names, number: int, zero: float, middle: float, is_below: bool) -> Said:
    """On the side of the post that its bar leaves free."""
    one = names.beside[number]
    if is_below:
        return beside(one, zero + names.gap, middle)
    return beside(one, zero - names.gap, middle, 1.0)


def _said(subject: Subject, sheet: _Sheet) -> tuple[str, ...]:
    found = []
    if sheet.rest:
        found.append(word("rest-left-out", subject.language, count=len(sheet.rest)))
    if subject.chart.forecast is not None:
        found.append(word("forecast-hatched", subject.language))
    return tuple(found)


def _faults(subject: Subject, sheet: _Sheet, is_cut: bool) -> Iterator[Diagnostic]:
    yield from sheet.names.faults
    yield from sheet.aids.faults
    for row, note in zip(sheet.rows, sheet.notes, strict=True):
        yield from row.figure.faults
        yield from note.faults
    if is_cut:
        left = len(sheet.rest)
        yield rows_left_out(subject, left, len(sheet.rows) + left)


DEVICE = Device("diverging-bars", refuses, least, draw)

"""Two values a row on one axis: from low to high, or from earlier to later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Drawn, Room
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
    Said,
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
    thickness,
)
from infographic.blocks.devices.ranking.anatomy.series_names import (
    Key,
    Sign,
    key_of_signs,
    named_series,
    over_points,
)
from infographic.blocks.devices.ranking.anatomy.tones import Tone
from infographic.blocks.devices.ranking.grouped import refused_units
from infographic.blocks.devices.ranking.ranked import axis_from, axis_said, extent_of_dots
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.fitting import Extent, Need, fitted
from infographic.graphics.lettering import NOTHING, Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.scale import Scale
from infographic.graphics.subject import Subject
from infographic.graphics.words import word

LEAST_ROWS = 3


class Pair(NamedTuple):
    """A row's two values and their figures, in the order of the columns."""

    row: int
    values: tuple[Decimal | None, Decimal | None]
    figures: tuple[Lettering, Lettering]
    tone: Tone

    @property
    def is_level(self) -> bool:
        return self.values[0] is not None and self.values[0] == self.values[1]


class Form(NamedTuple):
    """What one of the two devices draws."""

    name: str
    marks: Callable[[Subject, Look, Pair, Scale, float, float], Iterator[Placed]]
    """Of a pair on a scale, at a height, so thick."""
    clear: Callable[[Look], float]
    """From a value's place to the edge of its mark."""
    sign: Callable[[Subject, Look], Sign]
    """Of its key."""
    claimed: frozenset[int] = frozenset()
    """The columns whose names are set stronger."""


def refuses(subject: Subject) -> Saying | None:
    if len(subject.series) != 2:
        return say("graphic-refuses/series-two", count=len(subject.series))
    return refused_units(subject)


def least(subject: Subject, look: Look) -> Size:
    rows = compared(subject, "falling", 1)
    rows = rows[:LEAST_ROWS] if is_ranked(subject, "falling") else rows
    names = max(one.width for one in named_series(subject, look)) + look.em * 1.2
    figures = 2 * widest_figure(subject, look.figure)
    width = max(figures + look.em * 3 + look.of(24, 72), names)
    height = least_height(subject, look, rows, pitch_of(look).least, width)
    return Size(width, height + 2 * look.label.leading + look.em * 0.6)


class _Sheet(NamedTuple):
    """All rows that stand, measured across."""

    kept: Kept
    pairs: tuple[Pair, ...]
    names: Names
    scale: Scale
    aids: Aids
    key: Key
    is_direct: bool
    series_names: tuple[Lettering, ...]

    @property
    def beyond(self) -> float:
        return sum(self.names.heads) + self.aids.head + self.aids.foot + self.key.height


def draw_pairs(form: Form, subject: Subject, look: Look, room: Room) -> Drawn:
    rows = compared(subject, "falling", 1)
    ranked = is_ranked(subject, "falling")
    sheet, is_cut = fitted_rows(
        first_kept(subject, rows, ranked=ranked),
        lambda shown: cut_to(subject, rows, shown),
        lambda kept: _sheet(form, subject, look, kept, room.width),
        lambda sheet, shown: sheet.beyond + pitch_of(look).least * shown,
        room.height if ranked else None,
    )
    return _drawn(form, subject, look, room, sheet, is_cut)


def _sheet(form: Form, subject: Subject, look: Look, kept: Kept, width: float) -> _Sheet:
    pairs = tuple(_pair(subject, look, row) for row in kept.rows)
    values = [value for pair in pairs for value in pair.values]
    extent = extent_of_dots([*values, *aid_values(subject)])
    widest = max((sum(one.width for one in pair.figures) for pair in pairs), default=0.0)
    names = names_of([entry_of(subject, row) for row in kept.rows], look, width,
                     widest + look.em * 2)  # fmt: skip
    clear = form.clear(look)
    scale = _scale(look, pairs, names, extent, width, clear)
    scale = scale or Scale(extent.low, extent.high, names.room, names.room)
    series_names = named_series(subject, look, form.claimed)
    direct = None
    if pairs and not names.over and None not in pairs[0].values and not pairs[0].is_level:
        points = [scale.at(value) for value in pairs[0].values if value is not None]
        direct = over_points(look, series_names, points, width)
    key = direct or key_of_signs(look, form.sign(subject, look), series_names, width)
    zero = (Decimal(0),) if extent.low < 0 <= extent.high else ()
    aids = aids_of(subject, look, scale, width, zero)
    if direct is None:
        aids = aids.lowered(key.height)
    return _Sheet(kept, pairs, names, scale, aids, key, direct is not None, series_names)


def _pair(subject: Subject, look: Look, row: int) -> Pair:
    first, second = (subject.series[at].values[row] for at in (0, 1))
    bold = row in subject.highlighted or not subject.highlighted
    figures = tuple(
        lettered(subject.said(row, at, unit=False), look.figure if bold and at else look.quiet)
        for at in (0, 1)
    )
    if first is not None and first == second:
        figures = (NOTHING, figures[1])
    tone = tones.of_row(look, row in subject.highlighted, bool(subject.highlighted))
    if first is not None and first == second and subject.chart.better:
        tone = tones.rest(look)
    elif subject.chart.better and first is not None and second is not None and bold:
        is_good = (second >= first) is (subject.chart.better == "up")
        tone = tones.accent(look) if is_good else tones.against(look)
    return Pair(row, (first, second), (figures[0], figures[1]), tone)


def _sides(pair: Pair) -> tuple[int, int]:
    """Which of the two stands left, and which right."""
    first, second = pair.values
    return (1, 0) if first is not None and second is not None and second < first else (0, 1)


def _scale(
    look: Look, pairs: Sequence[Pair], names: Names, extent: Extent, width: float, clear: float
) -> Scale | None:
    gap = look.em * 0.35 + clear
    before, after = [Need(0.0, names.room)], []
    for pair in pairs:
        known = [value for value in pair.values if value is not None]
        if not known:
            continue
        left, right = _sides(pair)
        low, high = extent.share(min(known)), extent.share(max(known))
        wide = pair.figures[left].width
        before.append(Need(low, names.room + (wide + gap if wide else clear)))
        after.append(Need(high, pair.figures[right].width + gap))
    return fitted(extent, before, after, width)


def _drawn(
    form: Form, subject: Subject, look: Look, room: Room, sheet: _Sheet, is_cut: bool
) -> Drawn:
    pitch = pitch_in(room.height, sheet.beyond, len(sheet.pairs), pitch_of(look))
    thick = thickness(look, pitch)
    top = sheet.aids.head + sheet.key.height
    placed = lanes(sheet.names.heads, pitch, thick, (0.0,) * len(sheet.pairs), top)
    items: list[Placed] = []
    # The names' leaders end at the first row; what compares with all stands over the names.
    shift = sheet.aids.head if sheet.is_direct else 0.0
    key = [one._replace(at=one.at.moved(0, shift)) for one in sheet.key.items]
    words: list[Placed] = list(key)
    lefts: list[tuple[float, float]] = []
    boxes = sheet.names.boxes(placed.tops)
    boxes += [box._replace(y=box.y + shift) for box in sheet.key.boxes]
    for number, pair in enumerate(sheet.pairs):
        middle = placed.middles[number]
        items += form.marks(subject, look, pair, sheet.scale, middle, thick)
        said = _figures(form, subject, look, pair, sheet, middle)
        lefts.append((min((one.box.x for one in said), default=0.0), middle))
        boxes += [one.box for one in said]
        words += [item for one in said for item in one.items]
        words += sheet.names.placed(number, sheet.names.room, placed.tops[number], middle)
    under = _zero_line(subject, look, sheet.scale, (top, placed.bottom), boxes)
    items[:0] = _guides(subject, look, sheet, lefts)
    items[:0] = sheet.aids.under(look, top, placed.bottom, subject.origin, boxes)
    items += sheet.aids.over(look, top, placed.bottom, boxes)
    size = Size(room.width, placed.bottom + sheet.aids.foot)
    frame = Frame(size, (*under, *items, *words), tuple(_faults(form, subject, sheet, is_cut)))
    rest = len(sheet.kept.rest)
    told = (word("rest-left-out", subject.language, count=rest),) if rest else ()
    axis = axis_said(subject, sheet.scale)
    if not under and sheet.scale.low == 0:
        axis = (axis_from(subject, Decimal(0)),)
    return Drawn(frame, (*axis, *told))


def _zero_line(
    subject: Subject, look: Look, scale: Scale, across: tuple[float, float], words: Sequence[Rect]
) -> list[Placed]:
    """The parts of the line at 0 that meet no words; none where they hide all of it."""
    found: list[Placed] = []
    if scale.holds_zero:
        zero, air = scale.at(0), look.of(1.5, 5)
        for start, until in parted(zero, *across, words, air):
            # A stub between two words would be one more sign to read.
            if until - start > look.of(7, 22):
                ends = Point(zero, start), Point(zero, until)
                found += straight(*ends, look.base, subject.origin)
    return found


def _figures(
    form: Form, subject: Subject, look: Look, pair: Pair, sheet: _Sheet, middle: float
) -> list[Said]:
    """The lesser value left of its mark, the greater right; “—” where a missing one would be."""
    known = [value for value in pair.values if value is not None]
    gap = look.em * 0.35 + form.clear(look)
    left, right = _sides(pair)
    if not known:
        return [beside(pair.figures[1], sheet.names.room + look.em * 0.4, middle)]
    low, high = sheet.scale.at(min(known)), sheet.scale.at(max(known))
    found = [beside(pair.figures[right], high + gap, middle)]
    if pair.figures[left].width:
        found.append(beside(pair.figures[left], low - gap, middle, 1.0))
    return found


def _guides(
    subject: Subject, look: Look, sheet: _Sheet, lefts: Sequence[tuple[float, float]]
) -> Iterator[Placed]:
    """Where figures stand far from their names, a hairline leads the eye there, as a dot plot's
    does; `lefts` are their left edges and middles. A shorter one would be read as a minus."""
    start = sheet.scale.at(0) if sheet.scale.holds_zero else sheet.names.room
    ends = [(left - look.em * 0.7, middle) for left, middle in lefts]
    farthest = max((end - start for end, _ in ends), default=0.0)
    if sheet.names.over or sheet.scale.low < 0 or farthest < look.of(48, 150):
        return
    for end, middle in ends:
        if end - start > look.of(12, 36):
            ends_at = Point(start, middle), Point(end, middle)
            yield from straight(*ends_at, look.gridline, subject.origin)


def _faults(form: Form, subject: Subject, sheet: _Sheet, is_cut: bool) -> Iterator[Diagnostic]:
    yield from sheet.names.faults
    yield from sheet.aids.faults
    for letterings in (sheet.series_names, *(pair.figures for pair in sheet.pairs)):
        for one in letterings:
            yield from one.faults
    yield from fields_left_out(subject, form.name, "notes", "forecast")
    if is_cut:
        left = len(sheet.kept.rest)
        yield rows_left_out(subject, left, len(sheet.kept.rows) + left)

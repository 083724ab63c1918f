"""Parts of a whole end to end in one bar a row: by their amounts, or each row's whole as 100 %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

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
from infographic.blocks.devices.ranking.anatomy.parts import (
    Parts,
    is_percent,
    parts_of,
    share_said,
    shares_of,
)
from infographic.blocks.devices.ranking.anatomy.rows import (
    Kept,
    Pitch,
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
)
from infographic.blocks.devices.ranking.anatomy.series_names import (
    Key,
    claimed_series,
    key_of,
    named_series,
    over_segments,
)
from infographic.blocks.devices.ranking.anatomy.tones import Tone
from infographic.display.frame import Frame
from infographic.display.items import Placed, Stroke
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.graphics.fitting import Extent, Need, fitted
from infographic.graphics.lettering import NOTHING, Lettering, lettered
from infographic.graphics.look import Look, tinted
from infographic.graphics.marks import straight
from infographic.graphics.placing.pushing import pushed_apart
from infographic.graphics.scale import Scale
from infographic.graphics.subject import Subject, figure
from infographic.graphics.words import word
from infographic.text.style import TextStyle

LEAST_ROWS = 1


class Form(NamedTuple):
    """Which of the two it is."""

    name: str
    is_whole: bool
    """Whether every row is 100 %."""


class _Row(NamedTuple):
    row: int
    parts: Parts
    figures: tuple[Lettering, ...]
    """Of the parts; `NOTHING` for what is 0 or missing."""
    total: Lettering


class _Sheet(NamedTuple):
    """All rows that stand, measured across."""

    kept: Kept
    rows: tuple[_Row, ...]
    names: Names
    scale: Scale
    aids: Aids
    key: Key
    key_is_direct: bool
    below: tuple[tuple[Said, ...], ...]
    """By row: figures that have no room on their part, under it; baselines from the bar's foot."""
    dropped: int
    """Figures that have no room there either."""
    tones: tuple[Tone, ...]
    series_names: tuple[Lettering, ...]
    tail: float
    is_even: bool = False
    """Every row has the room that figures under any of them take, so that all are as far apart."""

    @property
    def tails(self) -> tuple[float, ...]:
        all_have = self.is_even and any(self.below)
        return tuple(self.tail if below or all_have else 0.0 for below in self.below)

    @property
    def beyond(self) -> float:
        heads = sum(self.names.heads) + sum(self.tails)
        return heads + self.aids.head + self.aids.foot + self.key.height


def inside(look: Look) -> TextStyle:
    """The style of figures on parts: the least that is printed reversed out of two inks."""
    style = look.figure
    size = look.of(12, 30)
    share = size / style.size
    parts = tuple((part, replaced(own, size=own.size * share)) for part, own in style.parts)
    return replaced(style, plain=replaced(style.plain, size=size), parts=parts)


def pitch_of(look: Look) -> Pitch:
    return Pitch(look.of(17, 54), look.of(20, 62), look.of(28, 88))


def thickness(look: Look) -> float:
    return look.of(13, 40)


def least(subject: Subject, look: Look) -> Size:
    figure_ = widest_figure(subject, inside(look))
    names = max((one.width for one in named_series(subject, look)), default=0.0)
    rows = compared(subject, "file")
    rows = rows[:LEAST_ROWS] if is_ranked(subject, "file") else rows
    width = max(figure_ * (len(subject.series) + 1.4) + look.em, names + look.em * 1.2)
    height = least_height(subject, look, rows, pitch_of(look).least + below_room(look), width)
    key = look.label.leading * len(subject.series) + look.em * 0.6
    return Size(width, height + key)


def below_room(look: Look) -> float:
    return look.of(13, 40)


def draw_stacks(form: Form, subject: Subject, look: Look, room: Room) -> Drawn:
    rows = compared(subject, "file")
    if subject.chart.order in ("falling", "rising") and not form.is_whole:
        rows = _by_total(subject, rows)
    ranked = is_ranked(subject, "file")
    sheet, is_cut = fitted_rows(
        first_kept(subject, rows, ranked=ranked),
        lambda shown: cut_to(subject, rows, shown),
        lambda kept: _sheet(form, subject, look, kept, room.width),
        lambda sheet, shown: sheet.beyond + pitch_of(look).least * shown,
        room.height if ranked else None,
    )
    return _drawn(form, subject, look, room, sheet, is_cut)


def _by_total(subject: Subject, rows: Sequence[int]) -> tuple[int, ...]:
    totals = {row: parts_of(subject, row).total for row in rows}
    known = [row for row in sorted(rows) if totals[row] is not None]
    known.sort(key=lambda row: totals[row] or 0, reverse=subject.chart.order == "falling")
    return (*known, *(row for row in sorted(rows) if totals[row] is None))


def _sheet(form: Form, subject: Subject, look: Look, kept: Kept, width: float) -> _Sheet:
    claimed = claimed_parts(subject)
    colors = tones.of_series(look, len(subject.series), claimed)
    rows = tuple(_row(form, subject, look, row, colors) for row in kept.rows)
    gap = look.em * 0.4
    widest = max((row.total.width for row in rows), default=0.0) + gap
    names = names_of([entry_of(subject, row) for row in kept.rows], look, width, widest)
    top = max((row.parts.total or Decimal(0) for row in rows), default=Decimal(0))
    aided = [] if form.is_whole else aid_values(subject)
    extent = Extent(Decimal(0), max([top, *aided]) or Decimal(1))
    after = [
        Need(extent.share(row.parts.total or 0), row.total.width + gap if row.total.width else 0.0)
        for row in rows
    ]
    half = look.base.width / 2
    scale = fitted(extent, [Need(0.0, max(names.room, half))], after, width)
    scale = scale or Scale(extent.low, extent.high, names.room, names.room)
    series_names = named_series(subject, look)
    direct = None
    if rows and rows[0].parts.edges and not names.over:
        edges = [scale.at(edge) for edge in rows[0].parts.edges]
        direct = over_segments(look, series_names, list(pairwise(edges)), width)
    key = direct or key_of(subject, look, colors, series_names, width)
    aids = Aids() if form.is_whole else aids_of(subject, look, scale, width).lowered(0.0)
    found = [_below(look, row, scale, colors, width) for row in rows]
    below = tuple(one or () for one in found)
    dropped = sum(
        len(_too_small(look, row, scale, colors))
        for one, row in zip(found, rows, strict=True) if one is None
    )  # fmt: skip
    return _Sheet(
        kept, rows, names, scale, aids, key, direct is not None, below, dropped, colors,
        series_names, below_room(look),
    )  # fmt: skip


def claimed_parts(subject: Subject) -> frozenset[int]:
    return claimed_series(subject) if subject.claimed else frozenset({0})


def _row(form: Form, subject: Subject, look: Look, row: int, colors: Sequence[Tone]) -> _Row:
    plain = parts_of(subject, row)
    parts = shares_of(subject, plain) if form.is_whole else plain
    style = inside(look)
    figures = []
    for at, tone in enumerate(colors):
        if not tones.is_there(plain.values[at]):
            figures.append(NOTHING)
            continue
        copy = subject.said(row, at, unit=False)
        if form.is_whole and not is_percent(subject):
            copy = share_said(parts.values[at] or Decimal(0), copy)
        figures.append(lettered(copy, tinted(style, tone.words)))
    total = _total(form, subject, look, row, plain)
    return _Row(row, parts, tuple(figures), total)


def _total(form: Form, subject: Subject, look: Look, row: int, parts: Parts) -> Lettering:
    if not parts.edges:
        missing = figure(None, subject.series[0].column, len(subject.names), "", subject.at(row))
        return lettered(missing, look.figure)
    if form.is_whole:
        return NOTHING
    places = max(one.column.decimals for one in subject.series)
    column = replaced(subject.series[0].column, decimals=places)
    return lettered(figure(parts.total, column, -1, "", subject.at(row)), look.figure)


def _fits(look: Look, figure_: Lettering, length: float, tone: Tone) -> bool:
    return tone.takes_words and figure_.width + 2 * look.of(2, 7) <= length


def _too_small(
    look: Look, row: _Row, scale: Scale, colors: Sequence[Tone]
) -> list[tuple[int, float]]:
    """The parts whose figures have no room on them, and their middles."""
    if not row.parts.edges:
        return []
    edges = [scale.at(edge) for edge in row.parts.edges]
    return [
        (at, (start + end) / 2)
        for at, (start, end) in enumerate(pairwise(edges))
        if row.figures[at].width and not _fits(look, row.figures[at], end - start, colors[at])
    ]


def _below(
    look: Look, row: _Row, scale: Scale, colors: Sequence[Tone], width: float
) -> tuple[Said, ...] | None:
    """The figures of small parts under the bar, pushed apart; None where they have no room."""
    small = _too_small(look, row, scale, colors)
    if not small:
        return ()
    # On paper, whatever the tone of their part.
    figures = [replace_color(row.figures[at], look) for at, _ in small]
    sizes = [one.width for one in figures]
    places = pushed_apart(
        [middle for _, middle in small], sizes, scale.start + look.em * 0.3, width, look.em * 0.5
    )
    if places is None:
        return None
    drop = look.of(3, 9)
    return tuple(
        Said(one, place - size / 2, drop + look.of(0.5, 2) + one.rise)
        for one, place, size in zip(figures, places, sizes, strict=True)
    )


def replace_color(one: Lettering, look: Look) -> Lettering:
    """The same line in the page's ink."""
    if one.line is None:
        return one
    runs = tuple((x, replaced(run, color=look.ink)) for x, run in one.line.text.runs)
    return replaced(one, line=replaced(one.line, text=replaced(one.line.text, runs=runs)))


def _drawn(
    form: Form, subject: Subject, look: Look, room: Room, sheet: _Sheet, is_cut: bool
) -> Drawn:
    even, least = sheet._replace(is_even=True), pitch_of(look).least * len(sheet.rows)
    if room.height is None or even.beyond + least <= room.height:
        sheet = even
    pitch = pitch_in(room.height, sheet.beyond, len(sheet.rows), pitch_of(look))
    thick = thickness(look)
    over_rows = sheet.aids.head + sheet.key.height
    # Names that point at the first bar stand directly on it, whatever air its pitch has.
    lift = (pitch - thick) / 2 if sheet.key_is_direct else 0.0
    placed = lanes(sheet.names.heads, pitch, thick, sheet.tails, over_rows - lift)
    zero = sheet.scale.at(0)
    items: list[Placed] = []
    words: list[Placed] = [
        one._replace(at=one.at.moved(0, sheet.aids.head)) for one in sheet.key.items
    ]
    keys = [box._replace(y=box.y + sheet.aids.head) for box in sheet.key.boxes]
    boxes = [*sheet.names.boxes(placed.tops), *keys]
    over = [*sheet.names.bands(placed.tops), *keys]
    for number, row in enumerate(sheet.rows):
        middle = placed.middles[number]
        items += _bars(subject, look, sheet, row, middle)
        said = list(_figures(look, sheet, row, middle))
        foot = middle + thick / 2
        items += _leaders(look, sheet, row, sheet.below[number], foot)
        said += [one._replace(baseline=foot + one.baseline) for one in sheet.below[number]]
        boxes += [one.box for one in said]
        words += [item for one in said for item in one.items]
        words += sheet.names.placed(number, zero, placed.tops[number], middle)
    top = min(over_rows, placed.tops[0]) if placed.tops else over_rows
    for start, until in parted(zero, max(top, over_rows - lift), placed.bottom, over, 0.0):
        items += straight(Point(zero, start), Point(zero, until), look.base, subject.origin)
    items[:0] = sheet.aids.under(look, over_rows, placed.bottom, subject.origin, boxes)
    items += sheet.aids.over(look, over_rows, placed.bottom, boxes)
    size = Size(room.width, placed.bottom + sheet.aids.foot)
    frame = Frame(size, (*items, *words), tuple(_faults(form, subject, sheet, is_cut)))
    return Drawn(frame, _said(form, subject, sheet))


def _bars(
    subject: Subject, look: Look, sheet: _Sheet, row: _Row, middle: float
) -> Iterator[Placed]:
    if not row.parts.edges:
        return
    half = thickness(look) / 2
    across = (middle - half, middle + half)
    edges = [sheet.scale.at(edge) for edge in row.parts.edges]
    for at, along in enumerate(pairwise(edges)):
        yield from tones.marked(look, along, across, sheet.tones[at], subject.at(row.row, at))
    # A line of paper on each joint: tints that touch run together on newsprint.
    joint = Stroke(look.paper, look.of(0.75, 2))
    for (before, here), (_, after) in pairwise(pairwise(edges)):
        if here - before > 2 * joint.width and after - here > 2 * joint.width:
            yield from straight(
                Point(here, across[0]), Point(here, across[1]), joint, subject.origin
            )


def _figures(look: Look, sheet: _Sheet, row: _Row, middle: float) -> Iterator[Said]:
    """On their parts, and the total behind them."""
    end = sheet.scale.at(row.parts.total or 0)
    if row.total.width:
        yield beside(row.total, end + look.em * 0.4, middle)
    if not row.parts.edges:
        return
    edges = [sheet.scale.at(edge) for edge in row.parts.edges]
    for at, (start, stop) in enumerate(pairwise(edges)):
        one = row.figures[at]
        if one.width and _fits(look, one, stop - start, sheet.tones[at]):
            yield beside(one, (start + stop) / 2 - one.width / 2, middle)


def _leaders(
    look: Look, sheet: _Sheet, row: _Row, below: Sequence[Said], foot: float
) -> Iterator[Placed]:
    small = _too_small(look, row, sheet.scale, sheet.tones) if below else []
    for said, (_, x) in zip(below, small, strict=True):
        end = Point(said.x + said.lettering.width / 2, foot + look.of(3, 9))
        yield from straight(Point(x, foot), end, look.leader, said.lettering.origin)


def _said(form: Form, subject: Subject, sheet: _Sheet) -> tuple[str, ...]:
    found = []
    if form.is_whole and not is_percent(subject):
        found.append(word("shares-of-rows", subject.language))
    if sheet.kept.rest:
        found.append(word("rest-left-out", subject.language, count=len(sheet.kept.rest)))
    return tuple(found)


def _faults(form: Form, subject: Subject, sheet: _Sheet, is_cut: bool) -> Iterator[Diagnostic]:
    yield from sheet.names.faults
    yield from sheet.aids.faults
    for row in sheet.rows:
        for one in (*row.figures, row.total):
            yield from one.faults
    for one in sheet.series_names:
        yield from one.faults
    unshown = ("references", "spans", "ticks") if form.is_whole else ()
    yield from fields_left_out(subject, form.name, "notes", "forecast", *unshown)
    if sheet.dropped:
        saying = say("graphic-left-out/figures", count=sheet.dropped)
        yield Diagnostic(saying, subject.origin, severity=Severity.WARNING)
    if is_cut:
        left = len(sheet.kept.rest)
        yield rows_left_out(subject, left, len(sheet.kept.rows) + left)

"""A pictogram array: whole signs, repeated and never enlarged, each for so many things."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.part.told import figure_style
from infographic.display.frame import Frame, together
from infographic.display.items import Path, Placed
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.additive import may_be_added
from infographic.graphics.arrangements.grids import (
    MOST_SIGNS,
    SignKey,
    sign_cells,
    sign_key,
    sign_row_width,
    signs_a_row,
    with_every_sign,
)
from infographic.graphics.icons import icon
from infographic.graphics.lettering import Lettering, lettered, lines_of
from infographic.graphics.look import Look
from infographic.graphics.outlines import disc
from infographic.graphics.subject import Subject, magnitude_of
from infographic.graphics.values import EXACT
from infographic.graphics.words import word
from infographic.layout.drawings import set_drawing
from infographic.layout.setting import TOLERANCE, flush
from infographic.text.copy import Copy, Span
from infographic.text.numerals import MAGNITUDES, format_number
from infographic.text.style import TextStyle

MOST_GROUPS = 6
MOST_DOTS = 1000
FEW = 5
"""Fewer signs are large ones."""


class _Group(NamedTuple):
    """A quantity and its words."""

    value: Decimal | None
    name: str
    words: Copy
    origin: Origin
    name_at: Origin
    is_claimed: bool


def _groups(subject: Subject) -> list[_Group]:
    if subject.count == 1 and len(subject.series) > 1:
        cells = [(0, series) for series in range(len(subject.series))]
    else:
        cells = [(row, 0) for row in range(subject.count) if row not in subject.table.totals]
    found = []
    for row, series in cells:
        one = subject.series[series]
        power = MAGNITUDES.get(magnitude_of(one.unit or subject.unit), 0)
        value = one.values[row]
        whole = None if value is None else value.scaleb(power, EXACT)
        is_row = (len(cells) == subject.count and subject.count > 1) or len(subject.series) == 1
        claimed = row in subject.highlighted if is_row else series in subject.claimed
        name = subject.names[row] if is_row else one.name
        found.append(_Group(whole, name, subject.said(row, series), subject.at(row, series),
                            subject.name_at(row), claimed))  # fmt: skip
    return found


def refuses(subject: Subject) -> Saying | None:
    if not subject.series or not any(one.present for one in subject.series):
        return say("graphic-refuses/no-values")
    if len(subject.series) > 1 and subject.count > 1:
        return say("graphic-refuses/one-series", count=len(subject.series))
    if len(subject.units) > 1:
        return say("graphic-refuses/units", units=tuple(unit or "—" for unit in subject.units))
    unit = subject.series[0].unit or subject.unit
    if not may_be_added(unit, subject.series[0].column.name):
        return say("graphic-refuses/not-counted", unit=unit or "—")
    groups = _groups(subject)
    if len(groups) > MOST_GROUPS:
        return say("graphic-refuses/rows", most=MOST_GROUPS, count=len(groups))
    values = [group.value for group in groups if group.value is not None]
    if min(values) < 0:
        return say("graphic-refuses/negative")
    broken = next((value for value in values if value != value.to_integral_value()), None)
    if broken is not None:
        return say("graphic-refuses/fraction", value=f"{broken:f}")
    key = _key(groups)
    if sum(key.counts) > MOST_DOTS:
        return say("graphic-refuses/signs", most=MOST_DOTS, count=sum(key.counts))
    return None


def _key(groups: Sequence[_Group]) -> SignKey:
    """One scale for all, on which nothing that there is has no sign."""
    return with_every_sign(sign_key([one.value for one in groups if one.value is not None]),
                           [one.value for one in groups if one.value is not None])  # fmt: skip


class _Signs(NamedTuple):
    """How signs stand."""

    cell: float
    gap: float
    are_dots: bool
    """Too many for signs."""


def _signs(key: SignKey, look: Look) -> _Signs:
    count = sum(key.counts)
    if count > MOST_SIGNS:
        return _Signs(look.of(4, 13), look.of(1.6, 5), True)
    if count < FEW:
        return _Signs(look.of(34, 110), look.of(8, 24), False)
    return _Signs(look.of(11, 35), look.of(3, 9), False)


class _Head(NamedTuple):
    """A quantity's figure and name over its signs."""

    frame: Frame
    figure: Lettering


def _head(group: _Group, look: Look, style: TextStyle, width: float) -> _Head:
    """The name behind the figure where it has room there, else below it."""
    figure = lettered(group.words, style)
    alone = Frame(Size(figure.width, figure.height), figure.at(0, figure.rise), figure.faults)
    said = flush(alone, style, look.em)
    gap = look.em * 0.6
    name = Copy((Span(group.name),), group.name_at)
    beside = lettered(name, look.strong if group.is_claimed else look.label)
    if not group.name:
        return _Head(said, figure)
    if figure.width + gap + beside.width <= width:
        at = Frame(Size(beside.width, 0), beside.at(0, 0), beside.faults)
        size = Size(figure.width + gap + beside.width, figure.height)
        place = Point(figure.width + gap, figure.rise)
        return _Head(together(size, [(Point(0, 0), said), (place, at)]), figure)
    below = lines_of(name, look.strong if group.is_claimed else look.label, width)
    y = figure.height + look.em * 0.3
    size = Size(width, y + below.size.height)
    return _Head(together(size, [(Point(0, 0), said), (Point(0, y), below)]), figure)


class _Sheet(NamedTuple):
    groups: tuple[_Group, ...]
    key: SignKey
    signs: _Signs
    heads: tuple[_Head, ...]
    a_row: int
    counts: tuple[int, ...]

    def rows(self, number: int) -> int:
        return -(-self.counts[number] // max(self.a_row, 1))

    def between(self, look: Look) -> float:
        """From the words to the signs: more below a main figure."""
        return look.em * (1.0 if len(self.groups) == 1 else 0.5)

    def high(self, number: int, look: Look) -> float:
        """Of one quantity: its words and its signs."""
        rows = self.rows(number)
        signs = rows * (self.signs.cell + self.signs.gap) - self.signs.gap if rows else 0.0
        between = self.between(look) if rows else 0.0
        return self.heads[number].frame.size.height + between + signs

    def height(self, look: Look) -> float:
        highs = [self.high(number, look) for number in range(len(self.groups))]
        return sum(highs) + look.of(12, 36) * (len(highs) - 1)


def _sheet(subject: Subject, look: Look, width: float) -> _Sheet:
    groups = tuple(_groups(subject))
    key = _key(groups)
    signs = _signs(key, look)
    left = iter(key.counts)
    counts = tuple(0 if group.value is None else next(left) for group in groups)
    if signs.are_dots:
        a_row = _dots_a_row(signs, width)
    elif sum(counts) < FEW:
        a_row = max(counts, default=1)
    else:
        signs, a_row = _fitted(signs, width, max(counts, default=0))
    heads = []
    for group in groups:
        style = figure_style(look, group.words, width) if len(groups) == 1 else look.figure
        heads.append(_head(group, look, style, width))
    return _Sheet(groups, key, signs, tuple(heads), a_row, counts)


SMALLER = 0.85
"""Signs may be so much smaller where that makes rows of a number that is reckoned with."""


def _fitted(signs: _Signs, width: float, count: int) -> tuple[_Signs, int]:
    """Signs a little smaller, where more of them then stand in a row."""
    a_row = signs_a_row(width / SMALLER, signs.cell, signs.gap, count)
    wide = sign_row_width(a_row, signs.cell, signs.gap)
    factor = min(width / wide, 1.0) if wide else 1.0
    return signs._replace(cell=signs.cell * factor, gap=signs.gap * factor), a_row


def _dots_a_row(signs: _Signs, width: float) -> int:
    """Of fifty, forty, … ten the most that a width holds: rows that are counted in tens."""
    fitting = (n for n in (50, 40, 30, 20, 10)
               if sign_row_width(n, signs.cell, signs.gap) <= width)  # fmt: skip
    return next(fitting, 5)


def least(subject: Subject, look: Look) -> Size:
    groups = _groups(subject)
    key = _key(groups)
    signs = _signs(key, look)
    most = min(max(key.counts, default=1), FEW)
    figures = [lettered(one.words, look.figure).width for one in groups]
    width = max(sign_row_width(most, signs.cell, signs.gap), *figures, look.em * 5)
    return Size(width, least_height(subject, look, width))


def least_height(subject: Subject, look: Look, width: float) -> float:
    return _sheet(subject, look, width).height(look)


def fits(subject: Subject, look: Look, room: Room) -> Saying | None:
    """Signs in fuller rows may stand higher than in rows of few."""
    least = least_height(subject, look, room.width)
    if room.height is None or least <= room.height + TOLERANCE:
        return None
    return say("graphic-refuses/height", least=least, given=room.height)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    sheet = _sheet(subject, look, room.width)
    any_claimed = any(group.is_claimed for group in sheet.groups)
    parts: list[tuple[Point, Frame]] = []
    y = 0.0
    between = look.of(12, 36)
    if room.height is not None and len(sheet.groups) > 1:
        spare = (room.height - sheet.height(look)) / (len(sheet.groups) - 1)
        between += min(max(spare, 0.0), between)
    for number, group in enumerate(sheet.groups):
        head = sheet.heads[number].frame
        parts.append((Point(0, y), head))
        is_second = len(sheet.groups) == 2 and number == 1 and not any_claimed
        color = look.rest if is_second or (any_claimed and not group.is_claimed) else look.accent
        top = head.size.height + sheet.between(look)
        cells = sign_cells(
            sheet.counts[number], max(sheet.a_row, 1), sheet.signs.cell, sheet.signs.gap, 0.0, top
        )
        items = _drawn(subject, sheet.signs, cells, color, group.origin)
        parts.append((Point(0, y), Frame(Size(0, 0), items)))
        y += sheet.high(number, look) + between
    frame = together(Size(room.width, y - between), parts)
    return Drawn(frame, _said(subject, sheet))


def _said(subject: Subject, sheet: _Sheet) -> tuple[str, ...]:
    language = subject.language
    unit = subject.series[0].unit or subject.unit
    base = unit.removeprefix(magnitude_of(unit))
    key = "dot-is" if _is_plain(subject, sheet.signs) else "sign-is"
    said = [word(key, language, value=_rounded(sheet.key.unit) + base)]
    if not sheet.key.is_exact:
        said.append(word("signs-rounded", language))
    return tuple(said)


def _is_plain(subject: Subject, signs: _Signs) -> bool:
    """Whether dots are drawn: there is no sign, or there are too many."""
    return signs.are_dots or not (subject.chart.icon or subject.chart.sign)


def _rounded(unit: Decimal) -> str:
    """
    >>> _rounded(Decimal(200)), _rounded(Decimal(20000)), _rounded(Decimal(10**9))
    ('200', '2万', '10亿')
    """
    for magnitude in ("亿", "万"):
        if unit >= Decimal(10) ** MAGNITUDES[magnitude]:
            return format_number(unit, magnitude) + magnitude
    return f"{unit:f}"


def _drawn(
    subject: Subject, signs: _Signs, cells: Sequence[Rect], color: Color, origin: Origin
) -> tuple[Placed, ...]:
    """Every sign as its own mark of the datum, all one outline."""
    size = signs.cell
    if not cells:
        return ()
    drawing = subject.chart.sign
    if drawing is not None and not signs.are_dots:
        scale = size / max(drawing.width, drawing.height)
        real = Size(drawing.width * scale, drawing.height * scale)
        colors = {"*": color, "currentColor": color}
        return tuple(
            set_drawing(drawing, Point(cell.x + (size - real.width) / 2,
                                       cell.y + (size - real.height) / 2), real, colors, origin)
            for cell in cells
        )  # fmt: skip
    if subject.chart.icon and not signs.are_dots:
        path = icon(subject.chart.icon).path(size, color)
    else:
        path = Path(disc(Point(size / 2, size / 2), size / 2), fill=color)
    return tuple(Placed(cell.corner, path, origin) for cell in cells)


DEVICE = Device("pictogram", refuses, least, draw, ("bars", "figures"), says_unit=True, fits=fits)

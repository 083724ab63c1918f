"""Slopes: several things at two times, each a line between two posts, named at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.time.course import course_of
from infographic.blocks.devices.time.ends import figure_of
from infographic.blocks.devices.time.upright import Upright, upright_of
from infographic.display.frame import Frame
from infographic.display.items import Placed, Stroke
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import dot, ring, straight
from infographic.graphics.placing.pushing import pushed_apart
from infographic.graphics.subject import Subject
from infographic.graphics.words import word
from infographic.text.copy import Copy, Span

MOST = 12
APART = 1.1
"""Of a line: how far the names at one post stand apart at least."""


class Cell(NamedTuple):
    """A value's place in the table."""

    row: int
    series: int


class Sloping(NamedTuple):
    """One thing at both times."""

    name: str
    first: Cell
    second: Cell
    is_claimed: bool


def slopings(subject: Subject) -> tuple[tuple[str, str], list[Sloping]]:
    """The names of both times, and what is shown: rows of two columns, or columns of two rows."""
    if len(subject.series) == 2 and not (subject.count == 2 and subject.is_over_time):
        times = (subject.series[0].name, subject.series[1].name)
        left_out = subject.table.totals - subject.highlighted
        rows = [row for row in range(subject.count) if row not in left_out]
        return times, [
            Sloping(subject.names[row], Cell(row, 0), Cell(row, 1), row in subject.highlighted)
            for row in rows
        ]
    if subject.count != 2:
        return ("", ""), []
    one, other = course_of(subject).rows
    return (subject.names[one], subject.names[other]), [
        Sloping(series.name, Cell(one, at), Cell(other, at), at in subject.claimed)
        for at, series in enumerate(subject.series)
    ]


def refuses(subject: Subject) -> Saying | None:
    if len(subject.units) > 1:
        return say("graphic-refuses/units", units=tuple(unit or "—" for unit in subject.units))
    _, found = slopings(subject)
    if not found:
        return say("graphic-refuses/two-times")
    known = [one for one in found if _is_whole(subject, one)]
    if not known:
        return say("graphic-refuses/no-values")
    if len(known) > MOST:
        return say("graphic-refuses/slopes", count=len(known), most=MOST)
    return None


def _value(subject: Subject, cell: Cell) -> Decimal | None:
    return subject.series[cell.series].values[cell.row]


def _is_whole(subject: Subject, one: Sloping) -> bool:
    return _value(subject, one.first) is not None and _value(subject, one.second) is not None


class _Ends(NamedTuple):
    """The words at both posts."""

    left: tuple[Lettering, ...]
    right: tuple[Lettering, ...]
    gap: float

    @property
    def beside(self) -> tuple[float, float]:
        return (
            max(one.width for one in self.left) + self.gap,
            max(one.width for one in self.right) + self.gap,
        )


def _ends(subject: Subject, shown: Sequence[Sloping], look: Look, *, both: bool) -> _Ends:
    """Values at the first post, with names where there is room; values and names at the second."""
    left, right = [], []
    for one in shown:
        style = look.strong if one.is_claimed else look.label
        earlier = figure_of(subject, one.first.row, one.first.series)
        later = figure_of(subject, one.second.row, one.second.series)
        spans = [Span(f"{one.name} "), *earlier.spans] if both and one.name else earlier.spans
        left.append(lettered(Copy(tuple(spans), earlier.origin), style))
        spans = [*later.spans, Span(f" {one.name}")] if one.name else later.spans
        right.append(lettered(Copy(tuple(spans), later.origin), style))
    return _Ends(tuple(left), tuple(right), look.of(7, 20))


def _settled(subject: Subject, look: Look, width: float) -> tuple[list[Sloping], _Ends]:
    _, found = slopings(subject)
    shown = [one for one in found if _is_whole(subject, one)]
    ends = _ends(subject, shown, look, both=True)
    if sum(ends.beside) + width * 0.4 > width:
        ends = _ends(subject, shown, look, both=False)
    return shown, ends


def least(subject: Subject, look: Look) -> Size:
    shown, ends = _settled(subject, look, 0.0)
    (one, other), _ = slopings(subject)
    times = max(lettered(one, look.tick).width, lettered(other, look.tick).width)
    width = sum(ends.beside) + max(look.of(40, 120), times + look.em)
    return Size(width, _beyond(look) + _names_height(len(shown), look))


def _beyond(look: Look) -> float:
    return look.tick.leading + look.of(6, 18)


def _names_height(count: int, look: Look) -> float:
    return max(count * APART * look.label.leading, look.of(40, 120))


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    shown, ends = _settled(subject, look, room.width)
    held = [value for one in shown for cell in (one.first, one.second)
            if (value := _value(subject, cell)) is not None]  # fmt: skip
    upright = upright_of(subject, look, held, is_from_zero=False, has_grid=False)
    left, right = ends.beside
    least_height = _names_height(len(shown), look)
    between = room.width - left - right
    height = max(min(between, look.of(200, 600)), least_height)
    if room.height is not None:
        height = max(min(room.height - _beyond(look), max(between * 1.6, least_height)),
                     least_height)  # fmt: skip
    top = _beyond(look)
    field = Rect(left, top, between, height)
    # Words at the highest and the lowest point stand inside the field, too.
    half = look.label.leading / 2
    upright = upright.moved(field.y + half, field.bottom - half)
    frame = _drawn(subject, look, room.width, shown, ends, upright, field)
    return Drawn(frame, (*upright.said, *_missing(subject)))


def _missing(subject: Subject) -> tuple[str, ...]:
    _, found = slopings(subject)
    names = [one.name for one in found if not _is_whole(subject, one)]
    joined = word("join", subject.language).join(names)
    return (word("not-both", subject.language, names=joined),) if names else ()


def _drawn(
    subject: Subject, look: Look, width: float, shown: Sequence[Sloping], ends: _Ends,
    upright: Upright, field: Rect,
) -> Frame:  # fmt: skip
    times, _ = slopings(subject)
    items: list[Placed] = []
    post = Stroke(look.ink, look.of(0.5, 2))
    for x, name in ((field.x, times[0]), (field.right, times[1])):
        items += straight(Point(x, field.y), Point(x, field.bottom), post, subject.origin)
        one = lettered(name, look.tick, subject.origin)
        items += one.at(min(max(x - one.width / 2, 0.0), width - one.width), one.rise)
    heights = [
        [upright.level(_value(subject, cell) or 0) for cell in cells]
        for cells in ([one.first for one in shown], [one.second for one in shown])
    ]
    any_claimed = any(one.is_claimed for one in shown)
    order = sorted(range(len(shown)), key=lambda at: shown[at].is_claimed)
    for at in order:
        items += _line(subject, look, shown[at], field, heights[0][at], heights[1][at], any_claimed)
    faults: list[Diagnostic] = []
    for side, words, wishes in ((0, ends.left, heights[0]), (1, ends.right, heights[1])):
        sizes = [look.label.leading] * len(words)
        gap = look.label.leading * (APART - 1)
        middles = pushed_apart(wishes, sizes, field.y, field.bottom + gap, gap)
        if middles is None:
            saying = say("graphic-refuses/height", least=_names_height(len(shown), look),
                         given=field.height)  # fmt: skip
            faults.append(Diagnostic(saying, subject.origin, severity=Severity.WARNING))
            continue
        x = field.x - ends.gap if side == 0 else field.right + ends.gap
        for one, middle in zip(words, middles, strict=True):
            items += one.middle(x, middle, 1.0 if side == 0 else 0.0)
            faults += one.faults
    return Frame(Size(width, field.bottom), tuple(items), tuple(faults))


def _line(
    subject: Subject, look: Look, one: Sloping, field: Rect, first: float, second: float,
    any_claimed: bool,
) -> list[Placed]:  # fmt: skip
    is_strong = one.is_claimed or not any_claimed
    stroke = look.data_line if is_strong else look.context_line
    start, end = Point(field.x, first), Point(field.right, second)
    earlier, later = subject.at(*one.first), subject.at(*one.second)
    size = 1.0 if is_strong else 0.8
    return [
        *straight(start, end, stroke, later),
        *ring(start, look.of(3, 9) * size, Stroke(stroke.color, look.of(1.5, 4)), look.paper,
              earlier),
        *dot(end, look.of(3.2, 10) * size, stroke.color, later),
    ]  # fmt: skip


DEVICE = Device("slope", refuses, least, draw, ("figures",))

"""Equal fields side by side: what each shows, how many stand in a row, their titles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.display.frame import Frame, together
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.lettering import lines_of
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject
from infographic.graphics.words import word

FEWEST, MOST = 2, 6
ACROSS = {2: (2, 1), 3: (3, 1), 4: (4, 2, 1), 5: (5, 3, 2, 1), 6: (6, 3, 2, 1)}
"""How many fields may stand in a row, of so many."""


class Fields(NamedTuple):
    """What one kind of field draws. All functions are pure."""

    name: str
    refuses: Callable[[Subject], Saying | None]
    """Of one column."""
    least: Callable[[Sequence[Subject], Look, Sequence[Decimal]], Size]
    """The least field of all."""
    draw: Callable[[Sequence[Subject], Sequence[Look], float, float | None, bool], Sequence[Drawn]]
    """All fields, of one width, in one height; on one scale, or each from 0 on its own."""


def parts_of(subject: Subject) -> list[Subject]:
    """A subject of each column alone."""
    chart = replaced(subject.chart, title=None, notes=(), note=None)
    return [
        replaced(subject, series=(one,), chart=chart, claimed=frozenset())
        for one in subject.series
    ]  # fmt: skip


def is_claimed(look: Look) -> bool:
    """Whether a field is drawn as what the title claims."""
    return look.accent is not look.context


def of_bars(look: Look) -> Look:
    """A bar that the title does not claim is paler than a line."""
    return look if is_claimed(look) else replaced(look, accent=look.rest)


def has_one_unit(subject: Subject) -> bool:
    return len(subject.units) == 1


def held_by(subject: Subject) -> list[Decimal]:
    """All values of all fields, where one scale holds them."""
    return [value for one in subject.series for value in one.present]


def refuses_fields(fields: Fields, subject: Subject) -> Saying | None:
    if not FEWEST <= len(subject.series) <= MOST:
        return say("graphic-refuses/fields", least=FEWEST, most=MOST, count=len(subject.series))
    if not all(one.present for one in subject.series):
        return say("graphic-refuses/no-values")
    found = (fields.refuses(part) for part in parts_of(subject))
    return next((saying for saying in found if saying is not None), None)


def _gap(look: Look) -> float:
    return look.of(24, 60)


def _field_least(fields: Fields, subject: Subject, look: Look) -> Size:
    held = held_by(subject) if has_one_unit(subject) else [Decimal(0)]
    return fields.least(parts_of(subject), look, held)


def least_fields(fields: Fields, subject: Subject, look: Look) -> Size:
    """One field under the other."""
    one = _field_least(fields, subject, look)
    count = len(subject.series)
    titles = sum(_titles(subject, look, one.width, 1))
    return Size(one.width, count * one.height + titles + (count - 1) * _gap(look))


def _across(fields: Fields, subject: Subject, look: Look, room: Room) -> int:
    """As many in a row as leave each somewhat more than its least width; more where the height asks
    for it."""
    least = _field_least(fields, subject, look)
    count = len(subject.series)
    fitting = [n for n in ACROSS[count] if _width(room.width, n, look) >= least.width]
    easy = [n for n in fitting if _width(room.width, n, look) >= max(least.width * 1.05,
                                                                     look.of(96, 300))]  # fmt: skip
    for n in easy or fitting[-1:]:
        if room.height is None or _height(fields, subject, look, room, n) >= least.height:
            return n
    for n in fitting:
        if _height(fields, subject, look, room, n) >= least.height:
            return n
    return (fitting or [1])[0]


def _width(width: float, across: int, look: Look) -> float:
    return (width - (across - 1) * _gap(look)) / across


def _height(fields: Fields, subject: Subject, look: Look, room: Room, across: int) -> float:
    """Of one field in the room's height."""
    assert room.height is not None
    titles = _titles(subject, look, _width(room.width, across, look), across)
    return (room.height - sum(titles) - (len(titles) - 1) * _gap(look)) / len(titles)


def _title(subject: Subject, look: Look, number: int, width: float) -> Frame:
    """A field's name; below it its unit, where each has its own."""
    one = subject.series[number]
    name = lines_of(one.name, look.strong, width, 0, one.column.origin)
    if has_one_unit(subject) or not one.unit:
        return name
    unit = lines_of(one.unit, look.label, width, 0, one.column.origin)
    return together(Size(width, name.size.height + unit.size.height),
                    [(Point(0, 0), name), (Point(0, name.size.height), unit)])  # fmt: skip


def _titles(subject: Subject, look: Look, width: float, across: int) -> list[float]:
    """The height of the titles of each row, with the air below."""
    heights = [_title(subject, look, at, width).size.height for at in range(len(subject.series))]
    return [
        max(heights[at : at + across]) + look.of(4, 12)
        for at in range(0, len(heights), across)
    ]  # fmt: skip


def draw_fields(fields: Fields, subject: Subject, look: Look, room: Room) -> Drawn:
    """All fields in rows of one width and one height."""
    across = _across(fields, subject, look, room)
    width = _width(room.width, across, look)
    height = None if room.height is None else _height(fields, subject, look, room, across)
    grey = replaced(look, accent=look.context)
    looks = [
        look if at in subject.claimed or not subject.claimed else grey
        for at in range(len(subject.series))
    ]
    one_scale = has_one_unit(subject)
    drawn = fields.draw(parts_of(subject), looks, width, height, one_scale)
    titles = _titles(subject, look, width, across)
    tallest = max(one.frame.size.height for one in drawn)
    parts: list[tuple[Point, Frame]] = []
    y = 0.0
    for row, title in enumerate(titles):
        for at in range(row * across, min((row + 1) * across, len(drawn))):
            x = (at - row * across) * (width + _gap(look))
            parts.append((Point(x, y), _title(subject, look, at, width)))
            parts.append((Point(x, y + title), drawn[at].frame))
        y += title + tallest + _gap(look)
    frame = together(Size(room.width, y - _gap(look)), parts, tuple(_left_out(fields, subject)))
    said = list(dict.fromkeys(words for one in drawn for words in one.said))
    if not one_scale:
        said.append(word("own-scales", subject.language))
    return Drawn(frame, tuple(said))


def _left_out(fields: Fields, subject: Subject) -> list[Diagnostic]:
    if not subject.chart.notes:
        return []
    saying = say("graphic-left-out/field", field="notes", kind=fields.name)
    return [Diagnostic(saying, subject.origin, severity=Severity.WARNING)]


def device_of(fields: Fields) -> Device:
    """The device of one kind of fields."""

    def refuses(subject: Subject) -> Saying | None:
        return refuses_fields(fields, subject)

    def least(subject: Subject, look: Look) -> Size:
        return least_fields(fields, subject, look)

    def draw(subject: Subject, look: Look, room: Room) -> Drawn:
        return draw_fields(fields, subject, look, room)

    return Device(fields.name, refuses, least, draw)

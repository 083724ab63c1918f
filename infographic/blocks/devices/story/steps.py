"""Steps of a process: numbered, with arrows, in rows across or one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.story.happenings import events_of, unread
from infographic.blocks.devices.story.labels import (
    Sign,
    least_width,
    signs_of,
    sizes_of,
    some_icons,
)
from infographic.blocks.section import written
from infographic.display.frame import Frame, bare, together
from infographic.display.items import Placed, Stroke
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.lettering import Lettering, lettered, lines_of
from infographic.graphics.look import Look, in_accent
from infographic.graphics.marks import filled, straight
from infographic.graphics.moments import dates_said
from infographic.graphics.outlines import arrowhead
from infographic.graphics.subject import Subject
from infographic.layout.scaling import scaled
from infographic.layout.setting import TOLERANCE
from infographic.story.chart import Event

FEWEST = 2
MOST_ACROSS = 6
CELL = (76, 210)
"""The least width of a step in a row."""


class Step(NamedTuple):
    """A step's numeral and its words, still to be set."""

    numeral: Lettering
    event: Event
    date: str
    """As it is printed; "" where it has none."""
    sign: Sign | None = None


class Set(NamedTuple):
    """Steps in rows: their words set, and how tall each row is."""

    across: int
    cell: float
    left: float
    """From a cell's edge to its words: 0 where they stand below their numeral."""
    frames: tuple[Frame, ...]
    rows: tuple[float, ...]
    gap: float

    @property
    def height(self) -> float:
        return sum(self.rows) + self.gap * (len(self.rows) - 1)


def refuses(subject: Subject) -> Saying | None:
    events = events_of(subject)
    if not events:
        return say("graphic-refuses/no-events")
    return say("graphic-refuses/one-step") if len(events) < FEWEST else None


def least(subject: Subject, look: Look) -> Size:
    """The width of steps one below the other, the height of a row of them without more words."""
    steps = _steps(subject, look)
    widest = max(step.numeral.width for step in steps)
    height = steps[0].numeral.height + look.em * 0.5 + sizes_of(look).what.leading
    return Size(widest + look.em * 0.8 + sizes_of(look).what.size * 6, height)


def fits(subject: Subject, look: Look, room: Room) -> Saying | None:
    made = _set(subject, _steps(subject, look), look, room.width, details=False)
    if room.height is None or made.height <= room.height + TOLERANCE:
        return None
    return say("graphic-refuses/height", least=made.height, given=room.height)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    steps = _steps(subject, look)
    made = _set(subject, steps, look, room.width, details=True)
    faults: tuple[Diagnostic, ...] = ()
    if room.height is not None and made.height > room.height + TOLERANCE:
        made = _set(subject, steps, look, room.width, details=False)
        count = sum(step.event.detail is not None for step in steps)
        saying = say("graphic-left-out/details", count=count)
        faults = (Diagnostic(saying, subject.origin, severity=Severity.WARNING),) if count else ()
    if room.height is not None and len(made.rows) > 1:
        more = (room.height - made.height) / (len(made.rows) - 1)
        made = made._replace(gap=made.gap + min(max(more, 0.0), made.gap * 1.5))
    faults = (*faults, *unread(subject), *some_icons(events_of(subject)))
    return Drawn(_drawn(made, steps, room.width, look, subject.origin, faults))


def _steps(subject: Subject, look: Look) -> list[Step]:
    """Numerals of 24 pt and more may be in colour in print: what the title is about, else all."""
    events = events_of(subject)
    keys = {str(key) for key in subject.chart.highlight}
    style = scaled(look.end, look.of(26, 64) / look.end.size)
    dates = dates_said([(one.when, one.until) for one in events], subject.language)
    found = []
    for number, (event, date) in enumerate(zip(events, dates, strict=True), 1):
        is_claimed = not keys or event.what.text in keys
        own = in_accent(style, look) if is_claimed else style
        numeral = lettered(written(number, subject.given.numeral), own, event.origin)
        found.append(Step(numeral, event, date))
    signs = signs_of(events, look)
    return [step._replace(sign=sign) for step, sign in zip(found, signs, strict=True)]


def _set(
    subject: Subject, steps: Sequence[Step], look: Look, width: float, *, details: bool
) -> Set:
    """As many in a row as have room; rows are as full as each other."""
    sizes, gap = sizes_of(look), look.em * 1.4
    wanted = max(
        look.of(*CELL),
        *(least_width(step.event.what, sizes.what, 2) for step in steps),
    )
    most = min(int((width + gap) // (wanted + gap)), MOST_ACROSS, len(steps))
    numerals = max(step.numeral.width for step in steps)
    if most <= 1:
        left = numerals + look.em * 0.8
        frames = tuple(_words(step, look, max(width - left, look.em), details) for step in steps)
        head = steps[0].numeral.height
        rows = tuple(max(frame.size.height, head) for frame in frames)
        return Set(1, width, left, frames, rows, look.em * 1.8)
    count = -(-len(steps) // most)
    across = -(-len(steps) // count)
    cell = (width - gap * (across - 1)) / across
    frames = tuple(_words(step, look, cell, details) for step in steps)
    above = max(step.numeral.height for step in steps) + look.em * 0.5
    rows = tuple(
        above + max(frame.size.height for frame in frames[start : start + across])
        for start in range(0, len(steps), across)
    )
    return Set(across, cell, 0.0, frames, rows, look.em * 1.8)


def _words(step: Step, look: Look, width: float, details: bool) -> Frame:
    sizes = sizes_of(look)
    frames = []
    if step.date:
        frames.append(lines_of(step.date, sizes.detail, width, origin=step.event.when_origin))
    frames.append(lines_of(step.event.what, sizes.what, width))
    if details and step.event.detail is not None:
        frames.append(lines_of(step.event.detail, sizes.detail, width))
    parts, y = [], 0.0
    for frame in frames:
        parts.append((Point(0, y), frame))
        y += frame.size.height + sizes.what.leading * 0.1
    size = Size(width, y - sizes.what.leading * 0.1)
    made = together(size, parts, baseline=frames[0].baseline)
    return step.sign.over(made) if step.sign is not None and details else made


def _drawn(
    made: Set, steps: Sequence[Step], width: float, look: Look, origin: Origin,
    faults: tuple[Diagnostic, ...],
) -> Frame:  # fmt: skip
    parts: list[tuple[Point, Frame]] = []
    y = 0.0
    gap = look.em * 1.4
    column = max(step.numeral.width for step in steps)
    for row, height in enumerate(made.rows):
        first = row * made.across
        for number in range(first, min(first + made.across, len(steps))):
            step, frame = steps[number], made.frames[number]
            x = (number - first) * (made.cell + gap)
            is_last = number == len(steps) - 1
            numeral = step.numeral
            middle = x + column / 2 if made.left else x + numeral.width / 2
            items = [*numeral.at(middle, y + numeral.rise, 0.5)]
            if made.left:
                top = y + max(0.0, _lift(numeral, frame))
                parts.append((Point(made.left, top), frame))
                if not is_last:
                    span = y + numeral.height + look.em * 0.4, y + height + made.gap - look.em * 0.4
                    items += _arrow(span, middle, look, step.event.origin, down=True)
            else:
                parts.append((Point(x, y + numeral.height + look.em * 0.5), frame))
                if not is_last:
                    span = x + numeral.width + look.em * 0.6, x + made.cell + gap - look.em * 0.6
                    span = span[0], min(span[1], width)
                    items += _arrow(span, y + numeral.rise / 2, look, step.event.origin, down=False)
            parts.append((Point(0, 0), bare(items)))
        y += height + made.gap
    wrong = tuple(fault for step in steps for fault in step.numeral.faults)
    return together(Size(width, y - made.gap), parts, (*faults, *wrong))


def _lift(numeral: Lettering, frame: Frame) -> float:
    """So that the first line of words has its middle at that of the numeral."""
    return max(numeral.rise / 2 - frame.baseline * 0.62, 0.0)


def _arrow(
    span: tuple[float, float], at: float, look: Look, origin: Origin, *, down: bool
) -> list[Placed]:
    start, end = span
    length, wide = look.of(6, 18), look.of(6, 18)
    if end - start < length:
        return []
    stroke = Stroke(look.context, look.of(1.5, 5))
    tip, turned = (Point(at, end), Point(0, 1)) if down else (Point(end, at), Point(1, 0))
    tail = Point(at, start) if down else Point(start, at)
    neck = Point(at, end - length * 0.8) if down else Point(end - length * 0.8, at)
    items: list[Placed] = []
    if end - start > length:
        items += straight(tail, neck, stroke, origin)
    items += filled(arrowhead(tip, turned, length, wide), look.context, origin)
    return items


DEVICE = Device("steps", refuses, least, draw, ("figures",), fits=fits)

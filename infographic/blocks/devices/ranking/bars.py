"""Ranked bars: rows as bars from 0, labels left, values behind the bars (graphics.md 4.6)."""

from __future__ import annotations

from typing import NamedTuple

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.sayings import Saying, say
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.scale import Scale, from_zero
from infographic.graphics.subject import Subject, ordered
from infographic.layout.shapes import filled_box, line

LONGEST_LABEL = 10
"""Characters of a label that stands left of its bar; longer ones stand over theirs."""


def refuses(subject: Subject) -> Saying | None:
    if len(subject.series) != 1:
        return say("graphic-refuses/one-series", count=len(subject.series))
    if not subject.series[0].present:
        return say("graphic-refuses/no-values")
    if min(subject.series[0].present) < 0:
        return say("graphic-refuses/negative")
    return None


def least(subject: Subject, look: Look) -> Size:
    pitch = look.of(14, 44)
    return Size(look.em * 14, pitch * subject.count)


class _Row(NamedTuple):
    """One bar and its words, before they are placed."""

    row: int
    label: Lettering
    value: Lettering
    is_claimed: bool


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    rows = [_row(subject, look, row) for row in ordered(subject, "falling")]
    label_room = max((row.label.width for row in rows), default=0.0) + look.em * 0.7
    value_room = max((row.value.width for row in rows), default=0.0) + look.em * 0.5
    scale = from_zero(subject.series[0].values, label_room, room.width - value_room)
    pitch = look.of(18, 56)
    if room.height is not None and rows:
        pitch = min(max(room.height / len(rows), look.of(14, 44)), look.of(26, 80))
    height = pitch * len(rows)
    items: list[Placed] = []
    faults: list[Diagnostic] = []
    for number, row in enumerate(rows):
        items += _drawn(subject, look, row, scale, pitch * (number + 0.5))
        faults += [*row.label.faults, *row.value.faults]
    post = line(Point(label_room, 0), Point(label_room, height), look.base, subject.origin)
    frame = Frame(Size(room.width, height), (*items, post), tuple(faults))
    return Drawn(frame)


def _row(subject: Subject, look: Look, row: int) -> _Row:
    is_claimed = row in subject.highlighted
    style = look.strong if is_claimed else look.label
    label = lettered(subject.names[row], style, subject.name_at(row))
    value = lettered(subject.said(row, unit=False), look.figure)
    return _Row(row, label, value, is_claimed)


def _drawn(subject: Subject, look: Look, row: _Row, scale: Scale, middle: float) -> list[Placed]:
    thick = look.of(11, 34)
    value = subject.series[0].values[row.row]
    start, end = scale.span(value if value is not None else 0)
    items = [*row.label.middle(start - look.em * 0.7, middle, align=1.0)]
    if value is not None and end > start:
        box = Rect(start, middle - thick / 2, end - start, thick)
        color = look.accent if row.is_claimed else look.rest
        items.append(filled_box(box, color, subject.at(row.row)))
    items += row.value.middle(end + look.em * 0.4, middle)
    return items


DEVICE = Device("bars", refuses, least, draw)

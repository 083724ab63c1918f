"""The header of a table: shared names over the columns that they are of, names, units."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from infographic.blocks.devices.table.lanes import Lane
from infographic.blocks.devices.table.sheet import Sheet, origin_of
from infographic.display.frame import Frame
from infographic.display.items import Placed, Stroke
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lettering import lines_of
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.subject import Subject
from infographic.text.copy import Copy, Span
from infographic.text.style import Alignment, TextStyle


class Group(NamedTuple):
    """A name that several columns share, from the first one's left edge to the last one's right."""

    left: float
    right: float
    name: Frame


class Head(NamedTuple):
    """A header, still to be placed. Lengths in points."""

    groups: tuple[Group, ...]
    names: tuple[Frame, ...]
    units: tuple[Frame, ...]
    height: float
    """To the rule below it."""
    group_height: float
    name_height: float

    @property
    def faults(self) -> Iterator[Diagnostic]:
        for frame in (*(group.name for group in self.groups), *self.names, *self.units):
            yield from frame.faults


def head_of(subject: Subject, look: Look, sheet: Sheet) -> Head:
    """The header of the columns that stand."""
    names = tuple(_set(lane, lane.field.name, subject, look) for lane in sheet.lanes)
    units = tuple(_set(lane, lane.field.unit, subject, look) for lane in sheet.lanes)
    groups = tuple(_groups(subject, look, sheet))
    group_height = max((group.name.size.height for group in groups), default=0.0)
    if groups:
        group_height += look.of(2.5, 7)
    name_height = max((frame.size.height for frame in names), default=0.0)
    unit_height = max((frame.size.height for frame in units), default=0.0)
    height = group_height + name_height + unit_height
    return Head(
        groups, names, units, height + look.of(3, 9) if height else 0.0, group_height, name_height
    )


def _set(lane: Lane, text: str, subject: Subject, look: Look) -> Frame:
    """Over words and small lines ranged left, over figures right."""
    style = look.tick
    if lane.field.is_claimed:
        plain = replaced(look.strong.plain, size=style.size, leading=style.leading)
        style = replaced(style, plain=plain)
    if lane.field.series >= 0:
        style = _ranged_right(style)
    copy = Copy((Span(text),), origin_of(lane.field, subject)) if text else ""
    return lines_of(copy, style, lane.width + 0.01)


def _ranged_right(style: TextStyle) -> TextStyle:
    return replaced(style, alignment=Alignment.RIGHT)


def _groups(subject: Subject, look: Look, sheet: Sheet) -> Iterator[Group]:
    for name, lanes in groupby(sheet.lanes, key=lambda lane: lane.field.group):
        row = list(lanes)
        if name:
            left, right = row[0].left, row[-1].end
            copy = Copy((Span(name),), origin_of(row[0].field, subject))
            style = replaced(look.tick, alignment=Alignment.CENTER) if len(row) > 1 else (
                _ranged_right(look.tick) if row[0].field.series >= 0 else look.tick)  # fmt: skip
            yield Group(left, right, lines_of(copy, style, right - left + 0.01))


def head_items(head: Head, subject: Subject, look: Look, sheet: Sheet) -> Iterator[Placed]:
    """From the header's top; without the rule below it."""
    drop = look.of(1.2, 4)
    for group in head.groups:
        lift = head.group_height - look.of(2.5, 7) - group.name.size.height
        yield from group.name.moved(group.left, lift).items
        y = head.group_height - look.of(2.5, 7) + drop
        stroke = Stroke(look.ink, look.gridline.width)
        yield from straight(Point(group.left, y), Point(group.right, y), stroke, subject.origin)
    foot = head.group_height + head.name_height
    for lane, name, unit in zip(sheet.lanes, head.names, head.units, strict=True):
        yield from name.moved(lane.left, foot - name.size.height).items
        yield from unit.moved(lane.left, foot).items

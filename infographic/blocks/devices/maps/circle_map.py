"""Totals on a map: circles whose areas are as the values, at most 18 pt in radius (4.12)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.maps.found import main_shape, rows_on
from infographic.blocks.devices.maps.ground import (
    Ground,
    approval_doubts,
    area,
    borders,
    credit,
    sides_within,
)
from infographic.blocks.devices.maps.keys import Draw, Entry, least_map
from infographic.blocks.devices.maps.settled import settled
from infographic.blocks.devices.maps.tags import Standing, align_of, drawn_tags, tag_of
from infographic.blocks.devices.maps.value_map import refuses_values
from infographic.display.frame import Frame
from infographic.display.items import Path, Placed, Stroke
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.sayings import Saying, say
from infographic.graphics.lettering import lettered
from infographic.graphics.look import Look
from infographic.graphics.maps.outlines import inner_point_of
from infographic.graphics.maps.rates import is_rate
from infographic.graphics.outlines import disc
from infographic.graphics.placing.labels import Wish, placed_labels
from infographic.graphics.subject import Subject
from infographic.graphics.ticks import multiple_of, steps_from
from infographic.graphics.values import quotient
from infographic.graphics.words import word
from infographic.text.numerals import format_number

LARGEST = 0.075
"""The largest circle's radius of the map's side: on a small map less than 18 pt."""


def refuses(subject: Subject) -> Saying | None:
    wrong = refuses_values(subject)
    if wrong is not None:
        return wrong
    if min(subject.series[0].present) < 0:
        return say("graphic-refuses/negative")
    if not max(subject.series[0].present):
        return say("graphic-refuses/no-values")
    if is_rate(subject):
        return say("graphic-refuses/rate", name=subject.series[0].name)
    return None


def least(subject: Subject, look: Look) -> Size:
    most = max(subject.series[0].present)
    return least_map(look, _entries(subject, most, look.of(8, 30), look))


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    base = subject.base
    assert base is not None
    values = subject.series[0].values
    most = max(subject.series[0].present)
    found = rows_on(base.file, subject)
    whole, _ = settled(base.file, room, (), look, subject.language)
    width, height = whole.map.size
    radius = min(look.of(18, 64), LARGEST * math.sqrt(width * height))
    entries = _entries(subject, most, radius, look)
    # A long number beside its circle may leave that less room than the map does.
    share = min((_share_of(entry, room.width, look) for entry in entries), default=1.0)
    if share < 1:
        radius *= share
        entries = _entries(subject, most, radius, look)
    ground, foot = settled(base.file, room, entries, look, subject.language)
    every = range(len(ground.map.shapes))
    items = area(ground, every, look.land, base.origin) + borders(ground, look, base.origin)
    circles = []
    for row, numbers in found.shapes.items():
        value = values[row]
        (x, y), _ = inner_point_of(ground.map, main_shape(ground, numbers))
        r = 0.0 if value is None else radius * math.sqrt(quotient(value, most))
        circles.append((row, ground.on_page(x, y), r))
    # The small ones on top: none is hidden.
    circles.sort(key=lambda one: (-one[2], one[0]))
    for row, at, r in circles:
        if r:
            items += _circle(at, r, _color(subject, look, row), look, subject.at(row))
    labels, faults = _labels(subject, look, ground, circles)
    items += labels
    items += foot.drawn(room.width, ground.room.height, look, subject.origin)
    frame = Frame(
        Size(room.width, ground.room.height + foot.height), tuple(items),
        (*found.faults, *approval_doubts(base), *faults),
    )  # fmt: skip
    return Drawn(frame, (word("map-circles", subject.language), credit(base, subject.language)))


def _share_of(entry: Entry, width: float, look: Look) -> float:
    """By how much a circle of the key is to be smaller for its entry to stand in the width."""
    over = entry.width(look) - width
    return 1.0 if over <= 0 else max(1 - over / entry.sign.width, 0.0)


def _color(subject: Subject, look: Look, row: int) -> Color:
    return look.accent if row in subject.highlighted or not subject.highlighted else look.context


def _circle(at: Point, radius: float, color: Color, look: Look, origin: Origin) -> list[Placed]:
    """A circle of exactly its area, and a rim of paper round it that parts it from the next."""
    rim = look.of(0.75, 2)
    stroke = Stroke(look.paper, rim)
    return [
        Placed(at, Path(disc(Point(0, 0), radius), fill=color), origin),
        Placed(at, Path(disc(Point(0, 0), radius + rim / 2), stroke=stroke), origin),
    ]


def _entries(subject: Subject, most: Decimal, radius: float, look: Look) -> list[Entry]:
    """Two round values as circles of the map's own scale."""
    entries = []
    for value in _round_below(most):
        r = radius * math.sqrt(quotient(value, most))
        label = lettered(f"{format_number(value)}{subject.unit}", look.tick)
        entries.append(Entry(Size(2 * r, 2 * r), _sign(r, look, subject.origin), label))
    return entries


def _sign(radius: float, look: Look, origin: Origin) -> Draw:
    stroke = Stroke(look.ink, look.leader.width)
    inner = max(radius - stroke.width / 2, stroke.width / 2)

    def draw(at: Point) -> Sequence[Placed]:
        middle = at.moved(radius, radius)
        return [Placed(middle, Path(disc(Point(0, 0), inner), stroke=stroke), origin)]

    return draw


def _round_below(most: Decimal) -> list[Decimal]:
    """A round value near the greatest, and one of about a fifth of it."""
    found: list[Decimal] = []
    for share in (Decimal("0.2"), Decimal(1)):
        limit = most * share
        step = next(iter(steps_from(limit / 10)))
        # The greatest multiple that is no more than the limit: 1 to 10 of them.
        times = max(int(limit / step), 1)
        leading = next(n for n in (10, 5, 2, 1) if n <= times)
        found.append(multiple_of(step, leading))
    return found


def _labels(
    subject: Subject, look: Look, ground: Ground, circles: Sequence[tuple[int, Point, float]]
) -> tuple[list[Placed], list[Diagnostic]]:
    """Names and values beside the circles, the title's and the largest first."""
    order = sorted(circles, key=lambda one: (one[0] not in subject.highlighted, -one[2], one[0]))
    tags, wishes = [], []
    for row, at, r in order:
        style = look.strong if row in subject.highlighted else look.label
        name = lettered(subject.names[row], style, subject.name_at(row))
        tag = tag_of(look, name, lettered(subject.said(row, unit=False), look.strong))
        tags.append(tag)
        clear = max(r, look.of(1, 3)) + look.em * 0.3
        wishes.append(Wish(at, tag.size, clear, sides_within(ground, at, tag.size, clear)))
    reaches = [look.unit * reach for reach in (8, 16, 28)]
    made = placed_labels(wishes, Rect(0, 0, *ground.room), gap=look.unit, reaches=reaches)
    standing = [
        Standing(tag, place.box, align_of(place.side), place.leader)
        for tag, place in zip(tags, made.placements, strict=True)
        if place is not None
    ]
    faults = []
    if made.given_way:
        names = [subject.names[order[n][0]] for n in made.given_way]
        saying = say("map-labels/none", count=len(names), names=names)
        faults.append(Diagnostic(saying, subject.origin, severity=Severity.NOTE))
    return drawn_tags(standing, look), faults


DEVICE = Device("circle-map", refuses, least, draw, ("bars",))

"""Lollipops: bars from 0 that are a line with a dot at its end, for many values that lie close."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.ranking.anatomy.tones import Tone
from infographic.blocks.devices.ranking.ranked import (
    Form,
    draw_rows,
    least_of_rows,
    refuses,
    widest_value,
)
from infographic.display.items import Placed, Stroke
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Size
from infographic.graphics.look import Look
from infographic.graphics.marks import Span, dashed, dot, ring, straight
from infographic.graphics.subject import Subject


def radius(look: Look) -> float:
    """Of a dot."""
    return look.of(3.6, 12)


def stemmed(look: Look, along: Span, across: Span, tone: Tone, origin: Origin) -> Iterator[Placed]:
    """A line from the post and a dot whose middle is the value; a forecast is dashed and hollow."""
    (start, end), middle = along, sum(across) / 2
    color = tone.fill or look.ink
    stem = Stroke(color, look.of(2, 6))
    stop = max(end - radius(look), start) if tone.is_hatched else end
    stroke = dashed(stem) if tone.is_hatched else stem
    yield from straight(Point(start, middle), Point(stop, middle), stroke, origin)
    yield from dotted(look, Point(end, middle), tone, origin)


def dotted(look: Look, at: Point, tone: Tone, origin: Origin) -> tuple[Placed, ...]:
    """A dot in a tone: solid, or hollow where it is hatched."""
    if tone.is_hatched or tone.fill is None:
        stroke = Stroke(tone.fill or look.ink, look.of(1.5, 5))
        return ring(at, radius(look), stroke, look.paper, origin)
    return dot(at, radius(look), tone.fill, origin)


LOLLIPOPS = Form(stemmed, radius)


def least(subject: Subject, look: Look) -> Size:
    return least_of_rows(subject, look, widest_value(subject, look) + radius(look))


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    return draw_rows(LOLLIPOPS, subject, look, room)


DEVICE = Device("lollipop", refuses, least, draw, ("bars", "diverging-bars", "figures"))

"""A dot plot: a dot a row on a common axis, which need not begin at 0 and says where it does."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.ranking.anatomy.tones import Tone
from infographic.blocks.devices.ranking.lollipop import dotted, radius
from infographic.blocks.devices.ranking.ranked import (
    Form,
    draw_rows,
    least_of_rows,
    widest_value,
)
from infographic.display.items import Placed
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Size
from infographic.foundation.sayings import Saying, say
from infographic.graphics.look import Look
from infographic.graphics.marks import Span, straight
from infographic.graphics.subject import Subject


def refuses(subject: Subject) -> Saying | None:
    if len(subject.series) != 1:
        return say("graphic-refuses/one-series", count=len(subject.series))
    return None if subject.series[0].present else say("graphic-refuses/no-values")


def on_a_hairline(
    look: Look, along: Span, across: Span, tone: Tone, origin: Origin
) -> Iterator[Placed]:
    """A dot whose middle is the value; a hairline leads the eye there from the name."""
    middle = sum(across) / 2
    start, end = (Point(x, middle) for x in along)
    yield from straight(start, end, look.gridline, origin)
    yield from dotted(look, end, tone, origin)


DOTS = Form(on_a_hairline, radius, is_from_zero=False)


def least(subject: Subject, look: Look) -> Size:
    return least_of_rows(subject, look, widest_value(subject, look) + radius(look))


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    return draw_rows(DOTS, subject, look, room)


DEVICE = Device("dot-plot", refuses, least, draw, ("bars", "diverging-bars", "figures"))

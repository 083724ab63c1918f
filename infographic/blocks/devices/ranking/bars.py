"""Ranked bars: rows as bars from 0, names left or over, values behind the bars."""

from __future__ import annotations

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.ranking.anatomy.tones import marked
from infographic.blocks.devices.ranking.ranked import (
    Form,
    draw_rows,
    least_of_rows,
    refuses,
    widest_value,
)
from infographic.foundation.geometry import Size
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject

BARS = Form(marked, clear=lambda look: 0.0)


def least(subject: Subject, look: Look) -> Size:
    return least_of_rows(subject, look, widest_value(subject, look))


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    return draw_rows(BARS, subject, look, room)


DEVICE = Device("bars", refuses, least, draw, ("diverging-bars", "figures"))

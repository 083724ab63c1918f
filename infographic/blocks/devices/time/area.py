"""An area: how much of one quantity there was over time, from 0 up."""

from __future__ import annotations

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.time.line import FEWEST_POINTS, least_of, refuses_course
from infographic.blocks.devices.time.lines import draw_lines
from infographic.blocks.devices.time.measured import Manner
from infographic.foundation.geometry import Size
from infographic.foundation.sayings import Saying, say
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject

FILLED = Manner(is_filled=True)


def refuses(subject: Subject) -> Saying | None:
    if len(subject.series) != 1:
        return say("graphic-refuses/one-series", count=len(subject.series))
    if any(value < 0 for value in subject.series[0].present):
        return say("graphic-refuses/negative")
    if subject.chart.scale == "log":
        return say("graphic-refuses/log")
    return refuses_course(subject, 1, FEWEST_POINTS)


def least(subject: Subject, look: Look) -> Size:
    return least_of(subject, look, FILLED)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    return draw_lines(subject, look, room, FILLED)


DEVICE = Device("area", refuses, least, draw, ("line", "columns", "figures"))

"""An annotated line: one or a few quantities over time, their ends named, their turns noted."""

from __future__ import annotations

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.time.ends import end_style
from infographic.blocks.devices.time.lines import draw_lines
from infographic.blocks.devices.time.measured import (  # fmt: skip
    Manner,
    clearance,
    least_field,
    sheet_of,
)
from infographic.foundation.geometry import Size
from infographic.foundation.sayings import Saying, say
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject

MOST_LINES = 4
FEWEST_POINTS = 4
PLAIN = Manner()


def refuses(subject: Subject) -> Saying | None:
    return refuses_course(subject, MOST_LINES, FEWEST_POINTS)


def refuses_course(subject: Subject, most: int, fewest: int) -> Saying | None:
    """Why a table is no course of so few series: too many, too few values, several units."""
    if not 1 <= len(subject.series) <= most:
        return say("graphic-refuses/series", count=len(subject.series), least=1, most=most)
    if len(subject.units) > 1:
        return say("graphic-refuses/units", units=tuple(unit or "—" for unit in subject.units))
    count = max(len(one.present) for one in subject.series)
    if not count:
        return say("graphic-refuses/no-values")
    if count < fewest:
        return say("graphic-refuses/points", count=count, least=fewest)
    return None


def least(subject: Subject, look: Look) -> Size:
    return least_of(subject, look, PLAIN)


def least_of(subject: Subject, look: Look, manner: Manner) -> Size:
    """The words beside the field, and of the field a third of an inch for each end."""
    if manner.end is None:
        manner = manner._replace(end=end_style(look, 0.0))
    width = look.of(100, 320)
    sheet = sheet_of(subject, look, width, manner)
    beside = width - sheet.width
    field = max(look.of(60, 180), sheet.ends.figure.width + 2 * clearance(look))
    height = sheet.beyond + least_field(look)
    return Size(beside + field, height)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    return draw_lines(subject, look, room, PLAIN)


DEVICE = Device("line", refuses, least, draw, ("columns", "small-multiples", "figures"))

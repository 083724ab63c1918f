"""Stacked to 100 %: every row is one whole, and its parts are shares of it."""

from __future__ import annotations

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.ranking import stacks
from infographic.blocks.devices.ranking.anatomy import parts
from infographic.foundation.sayings import Saying, say
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject

WHOLE = stacks.Form("stacked-100", is_whole=True)


def refuses(subject: Subject) -> Saying | None:
    refused = parts.refuses(subject)
    if refused is not None or not parts.is_percent(subject):
        return refused
    slack = parts.rounding_of(subject)
    for row in range(subject.count):
        total = parts.parts_of(subject, row).total
        if total is not None and abs(total - parts.WHOLE) > slack:
            return say(
                "graphic-refuses/shares", row=subject.names[row] or str(row + 1), sum=f"{total:f}"
            )
    return None


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    return stacks.draw_stacks(WHOLE, subject, look, room)


DEVICE = Device("stacked-100", refuses, stacks.least, draw, ("grouped-bars", "figures"))

"""Stacked bars: parts end to end from 0, by their amounts, with their sum behind them."""

from __future__ import annotations

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.ranking import stacks
from infographic.blocks.devices.ranking.anatomy import parts
from infographic.foundation.sayings import Saying, say
from infographic.graphics.additive import may_be_added
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject

STACKED = stacks.Form("stacked-bars", is_whole=False)


def refuses(subject: Subject) -> Saying | None:
    refused = parts.refuses(subject)
    if refused is not None:
        return refused
    what = subject.chart.measure.what if subject.chart.measure else None
    if not may_be_added(subject.unit, what.text if what else ""):
        return say("graphic-refuses/not-added", unit=subject.unit or "—")
    return None


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    return stacks.draw_stacks(STACKED, subject, look, room)


DEVICE = Device("stacked-bars", refuses, stacks.least, draw, ("grouped-bars", "figures"))

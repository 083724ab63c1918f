"""Which device draws what: as asked, as the data and the room allow, down the ladder at need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from infographic.blocks.devices import device
from infographic.blocks.devices.device import Device, Room
from infographic.foundation.sayings import Saying, say
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject

LAST = "figures"


class Chosen(NamedTuple):
    """A device, and why it is not the one that was asked for."""

    device: Device
    instead_of: str = ""
    """The device that was asked for first and gave way."""
    why: Saying | None = None


def chosen(subject: Subject, wanted: Sequence[str], look: Look, room: Room) -> Chosen:
    """The first device that can show the data in the room: those wanted, then what is simpler.

    Without any wanted it is chosen by the data's shape.
    """
    asked = list(wanted) or list(suiting(subject))
    why: Saying | None = None
    for name in _down(asked):
        one = device(name)
        refused = one.refuses(subject) or _too_small(one, subject, look, room)
        if refused is None:
            is_asked = name in asked[:1]
            return Chosen(one, "" if is_asked else asked[0], None if is_asked else why)
        why = why or refused
    return Chosen(device(LAST), asked[0] if asked else "", why)


def _down(asked: Sequence[str]) -> Iterator[str]:
    """Those asked for, then what is simpler than the first, each once."""
    waiting, seen = list(asked), set[str]()
    while waiting:
        name = waiting.pop(0)
        if name not in seen:
            seen.add(name)
            yield name
            waiting += device(name).simpler


def _too_small(one: Device, subject: Subject, look: Look, room: Room) -> Saying | None:
    if one.name == LAST:
        return None
    least = one.least(subject, look)
    if least.width > room.width + 0.01:
        return say("graphic-refuses/width", least=least.width, given=room.width)
    if room.height is not None and least.height > room.height + 0.01:
        return say("graphic-refuses/height", least=least.height, given=room.height)
    return None


def suiting(subject: Subject) -> Iterator[str]:
    """The devices that the data's shape asks for, the best first."""
    if subject.base is not None:
        yield "locator" if subject.given.places else "value-map"
    yield "bars"

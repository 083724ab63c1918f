"""What a device is: what it refuses, the least room it wants, how it draws, what is simpler."""

from __future__ import annotations

from collections.abc import Callable

from infographic.display.frame import Frame
from infographic.foundation.geometry import Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject


class Room(NamedTuple):
    """The room for a device's marks and labels, without title and foot. In points."""

    width: float
    height: float | None
    """None: as tall as it likes to be; else it fills it as far as its grammar allows."""


class Drawn(NamedTuple):
    """What came of drawing."""

    frame: Frame
    """Its marks and labels, from the room's top left corner."""
    said: tuple[str, ...] = ()
    """What must be read on the chart to read it right, in the story's language, each as a
    sentence without its stop: “纵轴从80起”, “每个图标＝100人”. It is set in the foot."""


class Device(NamedTuple):
    """One way to draw data. All functions are pure."""

    name: str
    refuses: Callable[[Subject], Saying | None]
    """Why it cannot show these data without lying or at all; None where it can."""
    least: Callable[[Subject, Look], Size]
    """The least room it wants for these data."""
    draw: Callable[[Subject, Look, Room], Drawn]
    """Draws data that it does not refuse, in room no less than the least. What gives way for want
    of room is among the frame's faults."""
    simpler: tuple[str, ...] = ("figures",)
    """The devices that it gives way to, the next first."""
    says_unit: bool = False
    """Its figures have their unit with them, so that it need not stand above."""
    fits: Callable[[Subject, Look, Room], Saying | None] | None = None
    """Why a room that is no less than the least is too little even so; None where it is not. For
    devices whose height hangs on their width."""

"""Plain figures: what every device gives way to in the end. It refuses nothing."""

from __future__ import annotations

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.display.frame import Frame, together
from infographic.foundation.geometry import Point, Size
from infographic.foundation.sayings import Saying
from infographic.graphics.lettering import lettered, lines_of
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject, ordered

MOST_ACROSS = 4
"""Figures side by side."""


def refuses(subject: Subject) -> Saying | None:
    return None


def least(subject: Subject, look: Look) -> Size:
    return Size(look.em * 6, 0.0)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    cells = [_cell(subject, look, row, series) for row in ordered(subject, "file")
             for series in range(len(subject.series))]  # fmt: skip
    widest = max((cell.size.width for cell in cells), default=0.0)
    across = max(min(int(room.width // max(widest, look.em * 8)), MOST_ACROSS, len(cells)), 1)
    gap = look.em * 1.2
    parts = []
    y = 0.0
    for start in range(0, len(cells), across):
        row = cells[start : start + across]
        y += gap if start else 0.0
        parts += [(Point(i * room.width / across, y), cell) for i, cell in enumerate(row)]
        y += max(cell.size.height for cell in row)
    return Drawn(together(Size(room.width, y), parts))


def _cell(subject: Subject, look: Look, row: int, series: int) -> Frame:
    """A figure with its name below."""
    value = lettered(subject.said(row, series), look.main)
    name = subject.names[row] or subject.series[series].name
    if subject.names[row] and len(subject.series) > 1:
        name = f"{name}·{subject.series[series].name}"
    label = lines_of(name, look.label, max(value.width, look.em * 8), origin=subject.name_at(row))
    width = max(value.width, label.size.width)
    figure = Frame(Size(width, value.height), value.at(0, value.rise), value.faults)
    height = value.height + look.em * 0.3 + label.size.height
    below = Point(0, value.height + look.em * 0.3)
    return together(Size(width, height), [(Point(0, 0), figure), (below, label)])


DEVICE = Device("figures", refuses, least, draw, ())

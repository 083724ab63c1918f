"""Events and rows of words as a plain list: what devices of words give way to in the end."""

from __future__ import annotations

from infographic.blocks.devices.device import Drawn, Room
from infographic.blocks.devices.story.happenings import events_of, unread
from infographic.display.frame import Frame, together
from infographic.foundation.geometry import Point, Size
from infographic.graphics.lettering import lines_of
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject
from infographic.graphics.words import word
from infographic.text.copy import Copy, Span


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    """Each event in its own lines: when as its author wrote it, what in bold, more of it below."""
    frames = []
    for event in events_of(subject):
        dash = word("dash", subject.language)
        when = dash.join(one for one in (event.when, event.until) if one)
        if when:
            frames.append(lines_of(Copy((Span(when),), event.when_origin), look.label, room.width))
        frames.append(lines_of(event.what, look.strong, room.width))
        if event.detail is not None:
            frames.append(lines_of(event.detail, look.label, room.width))
        frames.append(Frame(Size(0, look.em * 0.6)))
    parts, y = [], 0.0
    for frame in frames[:-1]:
        parts.append((Point(0, y), frame))
        y += frame.size.height
    return Drawn(together(Size(room.width, y), parts, unread(subject)))

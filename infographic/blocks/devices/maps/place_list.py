"""Places as a numbered list: beside a map that has no room for their names, or in its place."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.maps.tags import numeral
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.lettering import Lettering, lettered, lines_of
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject
from infographic.story.chart import Place
from infographic.text.copy import Copy, Span
from infographic.text.numerals import format_number

MOST_ACROSS = 3
"""Columns of the list."""


class Listed(NamedTuple):
    """The list, from its own top left corner."""

    items: tuple[Placed, ...]
    height: float
    faults: tuple[Diagnostic, ...]


def refuses(subject: Subject) -> Saying | None:
    return None if subject.given.places else say("graphic-refuses/no-places")


def least(subject: Subject, look: Look) -> Size:
    """Of the least width, in which it is tallest."""
    width = look.em * 9
    return Size(width, listed(subject.given.places, width, look).height)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    made = listed(subject.given.places, room.width, look)
    return Drawn(Frame(Size(room.width, made.height), made.items, made.faults))


def listed(places: Sequence[Place], width: float, look: Look) -> Listed:
    """Numbers and names in columns, down the first and then the next."""
    numbers = [numeral(n + 1, look.strong, place.origin) for n, place in enumerate(places)]
    indent = max(number.width for number in numbers) + look.em * 0.6
    widest = max(lettered(_words(place), look.label).width for place in places)
    gap = look.em * 1.5
    across = min(max(int((width + gap) // (indent + widest + gap)), 1), MOST_ACROSS, len(places))
    measure = (width - gap * (across - 1)) / across - indent
    rows = -(-len(places) // across)
    items: list[Placed] = []
    faults: list[Diagnostic] = []
    bottom = 0.0
    for column in range(across):
        y = look.em * 0.6
        left = column * (indent + measure + gap)
        for number in range(column * rows, min((column + 1) * rows, len(places))):
            y = _entry(places[number], numbers[number], Point(left, y), indent, measure, look,
                       items, faults)  # fmt: skip
        bottom = max(bottom, y)
    return Listed(tuple(items), bottom, tuple(faults))


def _entry(
    place: Place, number: Lettering, at: Point, indent: float, measure: float, look: Look,
    items: list[Placed], faults: list[Diagnostic],
) -> float:  # fmt: skip
    """Adds an entry at a place; gives where the next one begins."""
    made = lines_of(_words(place), look.label, measure, origin=place.name.origin)
    moved = made.moved(at.x + indent, at.y)
    items += [*number.at(at.x, at.y + made.baseline), *moved.items]
    faults += made.faults
    return at.y + made.size.height


def _words(place: Place) -> Copy:
    spans = list(place.name.spans)
    if place.value is not None:
        spans.append(Span(f" {format_number(place.value)}"))
    if place.note is not None:
        spans += [Span("　"), *place.note.spans]
    return Copy(tuple(spans), place.name.origin)


DEVICE = Device("place-list", refuses, least, draw, ("figures",))

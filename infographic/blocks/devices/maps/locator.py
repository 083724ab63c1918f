"""Where it is: up to eight places named on the map, more as numbers with a list (4.12)."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.maps.found import point_of
from infographic.blocks.devices.maps.ground import (
    Ground,
    approval_doubts,
    area,
    borders,
    credit,
    refuses_base,
    sides_within,
)
from infographic.blocks.devices.maps.keys import least_map
from infographic.blocks.devices.maps.place_list import Listed, listed
from infographic.blocks.devices.maps.settled import settled
from infographic.blocks.devices.maps.tags import (
    Standing,
    Tag,
    align_of,
    drawn_tags,
    numeral,
    tag_of,
)
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.lettering import lettered
from infographic.graphics.look import Look
from infographic.graphics.placing.labels import SIDES, Wish, placed_labels
from infographic.graphics.subject import Subject
from infographic.layout.setting import TOLERANCE
from infographic.layout.shapes import circle
from infographic.story.chart import Base, Place
from infographic.text.numerals import format_number

MOST_NAMED = 8
"""Names on the map; of more the map has numbers, and a list has the names."""
RANKS = {"must": 0, "should": 1, "may": 2}


def refuses(subject: Subject) -> Saying | None:
    wrong = refuses_base(subject)
    if wrong is not None:
        return wrong
    return None if subject.given.places else say("graphic-refuses/no-places")


def least(subject: Subject, look: Look) -> Size:
    return least_map(look)


class _Dot(NamedTuple):
    """A place and where it lies."""

    place: Place
    at: Point


def fits(subject: Subject, look: Look, room: Room) -> Saying | None:
    """Names without room stand below, in lines of which more stand in less width."""
    if room.height is None:
        return None
    height = draw(subject, look, room).frame.size.height
    if height <= room.height + TOLERANCE:
        return None
    return say("graphic-refuses/height", least=height, given=room.height)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    base, places = subject.base, subject.given.places
    assert base is not None
    tags = [_tag(place, look) for place in places]
    ground, foot = settled(base.file, room, (), look, subject.language)
    dots, faults = _dots(ground, base, places)
    standing = _named(dots, tags, ground, look) if len(places) <= MOST_NAMED else None
    below = None
    if standing is None:
        below = listed(places, room.width, look)
        ground, foot = settled(base.file, room, (), look, subject.language, below.height)
        dots, faults = _dots(ground, base, places)
        numbers = [tag_of(look, numeral(n + 1, look.strong, place.origin))
                   for n, place in enumerate(places)]  # fmt: skip
        standing = _named(dots, numbers, ground, look, must=True) or []
        faults += _left_out([numbers.index(one.tag) for one in standing], dots, subject)
    every = range(len(ground.map.shapes))
    items = area(ground, every, look.land, base.origin) + borders(ground, look, base.origin)
    for dot in dots:
        if dot is not None:
            # A rim of paper keeps it off the borders.
            items.append(circle(dot.at, look.of(3.5, 12), dot.place.origin, look.paper))
            items.append(circle(dot.at, look.of(2.5, 9), dot.place.origin, look.accent))
    items += drawn_tags(standing, look)
    items += foot.drawn(room.width, ground.room.height, look, subject.origin)
    height = ground.room.height + foot.height
    if below is not None:
        items += _below(below, height)
        height += below.height
        faults += below.faults
    wrong = [fault for tag in tags for fault in tag.faults]
    frame = Frame(
        Size(room.width, height), tuple(items), (*faults, *approval_doubts(base), *wrong)
    )  # fmt: skip
    return Drawn(frame, (credit(base, subject.language),))


def _left_out(
    named: Sequence[int], dots: Sequence[_Dot | None], subject: Subject
) -> list[Diagnostic]:
    names = [dot.place.name.text for n, dot in enumerate(dots) if dot and n not in named]
    if not names:
        return []
    saying = say("map-labels/none", count=len(names), names=names)
    return [Diagnostic(saying, subject.origin, severity=Severity.NOTE)]


def _below(made: Listed, top: float) -> list[Placed]:
    return [Placed(one.at.moved(0, top), one.item, one.origin) for one in made.items]


def _tag(place: Place, look: Look) -> Tag:
    lines = [lettered(place.name, look.strong, place.name.origin)]
    if place.value is not None:
        lines.append(lettered(format_number(place.value), look.label, place.origin))
    if place.note is not None:
        lines.append(lettered(place.note, look.tick, place.note.origin))
    return tag_of(look, *lines)


def _dots(
    ground: Ground, base: Base, places: Sequence[Place]
) -> tuple[list[_Dot | None], list[Diagnostic]]:
    dots: list[_Dot | None] = []
    faults = []
    for place in places:
        at = point_of(ground, base.file, place)
        if isinstance(at, Diagnostic):
            faults.append(at)
            dots.append(None)
        else:
            dots.append(_Dot(place, at))
    return dots, faults


def _named(
    dots: Sequence[_Dot | None], tags: Sequence[Tag], ground: Ground, look: Look,
    *, must: bool = False,
) -> list[Standing] | None:  # fmt: skip
    """The tags beside their dots; None where one finds no place, unless they `must` do."""
    order = sorted(
        (n for n, dot in enumerate(dots) if dot is not None),
        key=lambda n: (RANKS[dots[n].place.priority], n),  # type: ignore[union-attr]
    )
    wishes = []
    for number in order:
        dot = dots[number]
        assert dot is not None
        size, clear = tags[number].size, look.of(2.5, 9) + look.em * 0.35
        sides = sides_within(ground, dot.at, size, clear)
        asked = dot.place.side
        liked = sorted((side for side in SIDES if asked and asked in side), key=len)
        sides = (*liked, *(side for side in sides if side not in liked))
        wishes.append(Wish(dot.at, size, clear, sides))
    reaches = [look.unit * reach for reach in (8, 16, 28, 42)]
    made = placed_labels(wishes, Rect(0, 0, *ground.room), gap=look.unit * 1.5, reaches=reaches)
    if made.given_way and not must:
        return None
    return [
        Standing(tags[number], place.box, align_of(place.side), place.leader)
        for number, place in zip(order, made.placements, strict=True)
        if place is not None
    ]


DEVICE = Device("locator", refuses, least, draw, ("place-list",), fits=fits)

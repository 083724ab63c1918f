"""Dumbbells: an earlier value as a hollow dot, the later as a solid one, and the way between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.ranking import pairs
from infographic.blocks.devices.ranking.anatomy.series_names import Sign
from infographic.blocks.devices.ranking.lollipop import radius
from infographic.blocks.devices.ranking.pairs import Pair
from infographic.display.items import Placed, Stroke
from infographic.foundation.geometry import Point, Rect
from infographic.graphics.look import Look
from infographic.graphics.marks import dot, ring, straight
from infographic.graphics.scale import Scale
from infographic.graphics.subject import Subject


def _marks(
    subject: Subject, look: Look, pair: Pair, scale: Scale, middle: float, thick: float
) -> Iterator[Placed]:
    color = pair.tone.fill or look.ink
    first, second = pair.values
    origins = [subject.at(pair.row, at) for at in (0, 1)]
    if first is not None and second is not None:
        start, end = Point(scale.at(first), middle), Point(scale.at(second), middle)
        yield from straight(start, end, Stroke(color, look.of(2.2, 6)), origins[1])
    if first is not None:
        stroke = Stroke(color, look.of(1.5, 5))
        at = Point(scale.at(first), middle)
        yield from ring(at, radius(look), stroke, look.paper, origins[0])
    if second is not None:
        yield from dot(Point(scale.at(second), middle), radius(look), color, origins[1])


def _sign(subject: Subject, look: Look) -> Sign:
    def sign(at: int, box: Rect) -> Iterable[Placed]:
        origin = subject.series[at].column.origin
        middle = Point(box.x + box.width / 2, box.y + box.height / 2)
        if at:
            return dot(middle, box.width / 2, look.ink, origin)
        # Nothing lies under it, and a black line overprints: no ground that must knock out.
        return ring(middle, box.width / 2, Stroke(look.ink, look.of(1.5, 5)), None, origin)

    return sign


DUMBBELLS = pairs.Form("dumbbells", _marks, radius, _sign, frozenset({1}))


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    return pairs.draw_pairs(DUMBBELLS, subject, look, room)


DEVICE = Device("dumbbells", pairs.refuses, pairs.least, draw, ("grouped-bars", "figures"))

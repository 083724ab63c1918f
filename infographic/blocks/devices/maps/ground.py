"""What all maps have: a base that may be printed, its land and borders, its scale and number."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from infographic.display.items import Join, Path, Placed, Segment, Stroke
from infographic.foundation.base_map import BaseMap
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.late_pattern import late
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.maps.names import Gazetteer, gazetteer
from infographic.graphics.maps.outlines import FittedMap, aspect_of, fitted
from infographic.graphics.maps.rings import Xy
from infographic.graphics.maps.scale_bar import ScaleBar, scale_bar
from infographic.graphics.outlines import CLOSED, Outline, disc
from infographic.graphics.placing.crossings import Obstacles
from infographic.graphics.placing.labels import SIDES, WAYS, Side
from infographic.graphics.subject import Subject
from infographic.graphics.words import word
from infographic.layout.shapes import line
from infographic.story.chart import Base

APPROVAL = late(r"(?:GS[一-鿿]?|[一-鿿]{1,2}S) *[（(〔] *\d{4} *[）)〕] *\d{1,5} *号")
"""GS(2024)0650号, GS京(2022)1061号, 浙S(2023)11号."""
TALLEST = 1.15
"""A map's height to its width where the page leaves it free."""


def refuses_base(subject: Subject) -> Saying | None:
    """Why there is no base that a map may be drawn on."""
    base = subject.base
    if base is None:
        return say("graphic-refuses/base")
    if not base.approval.strip() and not base.own_approval.strip():
        return say("graphic-refuses/approval")
    return None


class Ground(NamedTuple):
    """A base in its room."""

    map: FittedMap
    at: Point
    """Its top left corner in the device's room."""
    room: Size
    """What labels may take."""

    def on_page(self, x: float, y: float) -> Point:
        return Point(self.at.x + x, self.at.y + y)

    def moved(self, box: Rect) -> Rect:
        """A box on the map as one in the device's room."""
        return Rect(box.x + self.at.x, box.y + self.at.y, *box.size)

    def narrowed(self, width: float) -> Ground:
        """The same map in the middle of less room, at its left."""
        left = max((width - self.map.size.width) / 2, 0.0)
        return Ground(self.map, Point(left, self.at.y), Size(width, self.room.height))


def ground_of(base: BaseMap, width: float, height: float | None, edge: float) -> Ground:
    """The base as large as the room takes it, in the middle; `edge` is kept for its borders."""
    inner = width - 2 * edge
    tall = inner / aspect_of(base)
    most = inner * TALLEST if height is None else height - 2 * edge
    made = fitted(base, Size(inner, max(min(tall, most), 1.0)))
    left = (width - made.size.width) / 2
    return Ground(made, Point(left, edge), Size(width, made.size.height + 2 * edge))


@lru_cache(maxsize=16)
def book_of(base: BaseMap) -> Gazetteer:
    """The names of a base's places."""
    return gazetteer(base.shapes)


# What is drawn


def area(ground: Ground, numbers: Iterable[int], fill: Color, origin: Origin) -> list[Placed]:
    """Shapes filled, as one path."""
    outline = tuple(chain.from_iterable(outline_of(ground.map, number) for number in numbers))
    return [Placed(ground.at, Path(outline, fill=fill), origin)] if outline else []


@lru_cache(maxsize=4096)
def outline_of(fitted_map: FittedMap, number: int) -> Outline:
    """A shape's areas as one outline."""
    rings = (ring for polygon in fitted_map.shapes[number].polygons for ring in polygon)
    return tuple(chain.from_iterable((*_open(ring), CLOSED) for ring in rings))


@lru_cache(maxsize=32)
def _borders_of(fitted_map: FittedMap) -> Outline:
    return tuple(chain.from_iterable(map(_open, fitted_map.borders)))


def _open(points: Sequence[Xy]) -> list[Segment]:
    made: list[Segment] = [("L", point) for point in points]
    made[0] = ("M", points[0])
    return made


def borders(ground: Ground, look: Look, origin: Origin) -> list[Placed]:
    """Every border once, and the lines and points that the base has beside its areas."""
    items = []
    outline = _borders_of(ground.map)
    if outline:
        items.append(Placed(ground.at, Path(outline, stroke=border_line(look)), origin))
    islets = tuple(segment for at in _islets(ground, look.of(0.6, 5))
                   for segment in disc(at, look.of(0.4, 2.5)))  # fmt: skip
    if islets:
        items.append(Placed(ground.at, Path(islets, fill=look.ink), origin))
    lines = tuple(
        segment for shape in ground.map.shapes for each in shape.lines for segment in _open(each)
    )
    if lines:
        stroke = replaced(look.leader, color=look.ink, join=Join.BEVEL)
        items.append(Placed(ground.at, Path(lines, stroke=stroke), origin))
    dots = tuple(
        segment
        for shape in ground.map.shapes
        for x, y in shape.points
        for segment in disc(Point(x, y), look.of(0.8, 3))
    )
    if dots:
        items.append(Placed(ground.at, Path(dots, fill=look.ink), origin))
    return items


def _islets(ground: Ground, least: float) -> Iterator[Point]:
    """The middles of what is too small to be seen between its own borders: no island is lost."""
    for shape in ground.map.shapes:
        for polygon in shape.polygons:
            xs, ys = zip(*polygon[0], strict=True)
            if max(xs) - min(xs) < least and max(ys) - min(ys) < least:
                yield Point((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)


def sides_within(
    ground: Ground, at: Point, size: Size, clear: float, sides: Sequence[Side] = SIDES
) -> tuple[Side, ...]:
    """The sides of a mark at which a label crosses no border first, else as they come."""
    drawn = _borders_in_the_way(ground.map)

    def crosses(side: Side) -> bool:
        across, down = WAYS[side]
        reach = clear * (math.sqrt(0.5) if across and down else 1.0)
        left = at.x - ground.at.x + across * reach - size.width * (1 - across) / 2
        top = at.y - ground.at.y + down * reach - size.height * (1 - down) / 2
        # With the way from its mark: beyond a border it would be the neighbour's.
        x, y = at.x - ground.at.x, at.y - ground.at.y
        right, bottom = max(left + size.width, x), max(top + size.height, y)
        left, top = min(left, x), min(top, y)
        return drawn.meets(Rect(left, top, right - left, bottom - top))

    return tuple(sorted(sides, key=crosses))


@lru_cache(maxsize=32)
def _borders_in_the_way(fitted_map: FittedMap) -> Obstacles:
    lines = [
        (Point(*here), Point(*after))
        for border in fitted_map.borders
        for here, after in pairwise(border)
    ]
    return Obstacles(Rect(0, 0, *fitted_map.size), (), lines)


def border_line(look: Look) -> Stroke:
    # A mitre would make a thorn of every cape.
    color = look.ink if look.is_print else look.paper
    return Stroke(color, look.of(0.25, 2), join=Join.BEVEL)


def edge_of(look: Look) -> float:
    """Half a border, so that none stands out of the frame."""
    return border_line(look).width / 2


def outlined_shape(ground: Ground, number: int, stroke: Stroke, origin: Origin) -> list[Placed]:
    """A shape with a border of its own."""
    outline = outline_of(ground.map, number)
    return [Placed(ground.at, Path(outline, stroke=stroke), origin)]


# Scale and number


class Scale(NamedTuple):
    """A scale bar with its label, before it is placed."""

    bar: ScaleBar
    label: Lettering

    def size(self, look: Look) -> Size:
        return Size(self.bar.length + look.em * 0.4 + self.label.width, self.label.height)

    def drawn(self, left: float, middle: float, look: Look, origin: Origin) -> list[Placed]:
        """The bar with its ends turned up, and its length behind it."""
        half, low = look.leader.width / 2, middle + look.of(2, 6)
        right = left + self.bar.length
        stroke = replaced(look.leader, color=look.ink)
        high = low - look.of(4, 12)
        return [
            line(Point(left, low), Point(right, low), stroke, origin),
            line(Point(left + half, high), Point(left + half, low), stroke, origin),
            line(Point(right - half, high), Point(right - half, low), stroke, origin),
            *self.label.middle(right + look.em * 0.4, middle),
        ]


def scale_of(ground: Ground, look: Look, language: str) -> Scale | None:
    """The map's scale bar; None where its base has no coordinates."""
    longest = min(ground.map.size.width * 0.3, look.of(80, 300))
    bar = scale_bar(ground.map.points_per_km(), longest)
    if bar is None:
        return None
    return Scale(bar, lettered(bar.label(language), look.tick))


def credit(base: Base, language: str) -> str:
    """The number that is printed: the map's own, else its base's, which is said."""
    own = base.own_approval.strip()
    if own:
        return word("map-approval", language, number=own)
    return word("map-base-approval", language, number=base.approval.strip())


def approval_doubts(base: Base) -> list[Diagnostic]:
    """What is doubtful about the numbers: their form, and that a changed map has none."""
    doubts = []
    numbers = (("approval", base.approval), ("own_approval", base.own_approval))
    for key, number in numbers:
        if number.strip() and not APPROVAL.fullmatch(number.strip()):
            saying = say("map-approval/form", number=number)
            doubts.append(Diagnostic(saying, base.origin / key, severity=Severity.WARNING))
    if not base.own_approval.strip():
        saying = say("map-approval/own", number=base.approval.strip())
        doubts.append(Diagnostic(saying, base.origin, severity=Severity.WARNING))
    return doubts

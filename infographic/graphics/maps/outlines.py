"""A base on the page: projected once, then for each frame scaled and made as simple as is seen.

Nothing is left out: an island smaller than a hair keeps a triangle, which its border draws.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence

from infographic.foundation.base_map import BaseMap, Position
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.geometry import Point, Size
from infographic.foundation.limits import most
from infographic.foundation.memo import Memo
from infographic.foundation.record import field, record
from infographic.foundation.sayings import say
from infographic.graphics.maps.arcs import ArcRing, Arcs, arcs_of, ring_of
from infographic.graphics.maps.projection import (
    EARTH_RADIUS_KM,
    Albers,
    Extent,
    albers_of,
    extent_of,
    unwrapped,
)
from infographic.graphics.maps.rings import Polygon, Xy, area_of, area_of_polygon, inner_point
from infographic.graphics.maps.simplified import simplified

TOLERANCE = 0.1
"""Points that a border may stand from its true place: a third of its own width."""
AREA_TOLERANCE = 0.0005
"""Share of a ring's area that simpler borders may take or give."""
LONGEST_SIDE = 1 / 48
"""Of the extent: a longer side is parted, since it is straight in degrees and bent on the map."""


@record
class FittedShape:
    """One shape on the page, in points from the map's top left."""

    polygons: tuple[Polygon, ...]
    """Outer rings clockwise and holes anticlockwise, so that either rule fills them alike."""
    lines: tuple[Sequence[Xy], ...]
    points: tuple[Xy, ...]

    @property
    def area(self) -> float:
        return sum(map(area_of_polygon, self.polygons))

    @property
    def largest(self) -> Polygon | None:
        """The polygon that a label stands in; None where the shape has none."""
        return max(self.polygons, key=area_of_polygon, default=None)


@record
class FittedMap:
    """A base in a frame. Two of one base and size are the same."""

    key: tuple[str, float, float]
    size: Size
    """What it takes of its room."""
    shapes: tuple[FittedShape, ...] = field(compare=False, repr=False)
    borders: tuple[Sequence[Xy], ...] = field(compare=False, repr=False)
    """Every border and coast once; none between two parts of one shape."""
    scale: float = field(compare=False)
    """Points to a radius of the Earth, or to a unit of an SVG."""
    shift: Point = field(compare=False)
    projection: Albers | None = field(compare=False)
    extent: Extent = field(compare=False)

    def at(self, longitude: float, latitude: float) -> Point | None:
        """Where a coordinate lies; None where it lies outside the map, or the map has none."""
        if self.projection is None:
            return None
        ((longitude, latitude),) = unwrapped([(longitude, latitude)], self.extent)
        inside = self.extent
        if not (
            inside.west <= longitude <= inside.east and inside.south <= latitude <= inside.north
        ):
            return None
        ((x, y),) = self.projection.project([(longitude, latitude)])
        return Point(x * self.scale + self.shift.x, y * self.scale + self.shift.y)

    def points_per_km(self) -> float:
        """Along the parallel in the middle of the map; 0 where the map has no coordinates."""
        if self.projection is None:
            return 0.0
        middle = (self.extent.south + self.extent.north) / 2
        step, lon = 1e-4, self.projection.meridian
        (x, _), (x2, _) = self.projection.project([(lon - step, middle), (lon + step, middle)])
        km = math.radians(2 * step) * math.cos(math.radians(middle)) * EARTH_RADIUS_KM
        return (x2 - x) * self.scale / km


@record
class _Plane:
    """A base projected, in radii of the Earth, or in its own units."""

    arcs: Arcs
    lines: list[list[Xy]]
    """Of `arcs.lines`, in the plane."""
    polygons: list[list[list[ArcRing]]]
    """For each shape, its polygons' rings."""
    strokes: list[list[list[Xy]]]
    points: list[list[Xy]]
    projection: Albers | None
    extent: Extent
    left: float
    top: float
    width: float
    height: float


_PLANES: Memo[_Plane] = Memo("map planes", 8)
_FITTED: Memo[FittedMap] = Memo("fitted maps", 32)
_INNER: Memo[tuple[Xy, float]] = Memo("inner points", 4096)


def aspect_of(base: BaseMap) -> float:
    """A map's width over its height."""
    plane = _plane(base)
    return plane.width / plane.height if plane.height else 1.0


def fitted(base: BaseMap, room: Size) -> FittedMap:
    """The base as large as its room takes it, in points. Kept by base and room.

    Raises `SpecError` where its borders are too fine to be drawn, however simple they are made.
    """
    key = (base.digest, round(room.width, 3), round(room.height, 3))
    return _FITTED.get(key) or _FITTED.put(key, _fit(base, room, key))


def inner_point_of(fitted_map: FittedMap, number: int) -> tuple[Xy, float]:
    """Where a shape's label or circle stands, and how far from its border. Kept."""
    key = (fitted_map.key, number)
    known = _INNER.get(key)
    if known is not None:
        return known
    shape = fitted_map.shapes[number]
    polygon = shape.largest
    if polygon is not None:
        return _INNER.put(key, _inner(polygon))
    points = shape.points or tuple(line[len(line) // 2] for line in shape.lines)
    return _INNER.put(key, (points[0], 0.0))


def _inner(polygon: Polygon) -> tuple[Xy, float]:
    # First by a coarse border: each distance is asked of every side.
    coarse = [_coarse(ring) for ring in polygon]
    found, far = inner_point(coarse, 1.0)
    return (found, far) if far > 2.0 else inner_point(polygon, 0.25)


def _coarse(ring: Sequence[Xy]) -> list[Xy]:
    made = simplified([*ring, ring[0]], 1.0)[:-1]
    return made if len(made) >= 3 else list(ring)


def _plane(base: BaseMap) -> _Plane:
    return _PLANES.get(base.digest) or _PLANES.put(base.digest, _projected(base))


def _projected(base: BaseMap) -> _Plane:
    shapes = base.shapes
    rings = [(n, ring) for n, s in enumerate(shapes) for polygon in s.polygons for ring in polygon]
    every = [ring for _, ring in rings] + [line for shape in shapes for line in shape.lines]
    extent = extent_of(every, is_round=base.is_geographic)
    projection = albers_of(extent) if base.is_geographic else None
    if projection is not None and extent.east > 180:
        rings = [(owner, tuple(unwrapped(ring, extent))) for owner, ring in rings]
    arcs, numbers = arcs_of(rings)

    def planar(line: Iterable[Position]) -> list[Xy]:
        if projection is None:
            return list(line)
        return projection.project(_parted(unwrapped(line, extent), extent))

    lines = [planar(line) for line in arcs.lines]
    each = iter(numbers)
    polygons = [[[next(each) for _ in polygon] for polygon in s.polygons] for s in shapes]
    strokes = [[planar(line) for line in shape.lines] for shape in shapes]
    points = [planar(shape.points) for shape in shapes]
    drawn = [p for line in lines for p in line] + [p for some in strokes for s in some for p in s]
    xs, ys = zip(*drawn, strict=True)
    left, top = min(xs), min(ys)
    return _Plane(
        arcs, lines, polygons, strokes, points, projection, extent,
        left, top, max(xs) - left, max(ys) - top,
    )  # fmt: skip


def _parted(line: list[Position], extent: Extent) -> list[Position]:
    """The line with its long sides parted: they are straight in degrees (RFC 7946, 3.1.1)."""
    longest = max(extent.east - extent.west, extent.north - extent.south) * LONGEST_SIDE
    parted = line[:1]
    for (x, y), (x2, y2) in itertools.pairwise(line):
        if x2 - x > longest or x - x2 > longest:
            parts = math.ceil(abs(x2 - x) / longest)
            parted += [
                (x + (x2 - x) * i / parts, y + (y2 - y) * i / parts) for i in range(1, parts)
            ]
        parted.append((x2, y2))
    return parted


def _fit(base: BaseMap, room: Size, key: tuple[str, float, float]) -> FittedMap:
    plane = _plane(base)
    scale = min(
        room.width / plane.width if plane.width else math.inf,
        room.height / plane.height if plane.height else math.inf,
    )
    dx, dy = -plane.left * scale, -plane.top * scale

    def placed(line: Sequence[Xy]) -> list[Xy]:
        return [(x * scale + dx, y * scale + dy) for x, y in line]

    whole = [placed(line) for line in plane.lines]
    rings = [r for s in plane.polygons for p in s for r in p]
    lines = _simple_enough(whole, rings, base.origin)
    shapes = tuple(
        FittedShape(
            tuple(_polygon([ring_of(ring, lines) for ring in rings]) for rings in polygons),
            tuple(simplified(placed(line), TOLERANCE) for line in strokes),
            tuple(placed(points)),
        )
        for polygons, strokes, points in zip(
            plane.polygons, plane.strokes, plane.points, strict=True
        )
    )
    borders = tuple(
        line
        for line, owners in zip(lines, plane.arcs.owners, strict=True)
        if len(owners) == 1 or len(set(owners)) > 1
    )
    return FittedMap(
        key, Size(plane.width * scale, plane.height * scale), shapes, borders, scale,
        Point(dx, dy), plane.projection, plane.extent,
    )  # fmt: skip


def _simple_enough(whole: list[list[Xy]], rings: list[ArcRing], base: Origin) -> list[list[Xy]]:
    """Each arc as simple as its border allows, and the areas on either side of it. Raises
    `SpecError` where that leaves too much to be drawn."""
    lines = [simplified(line, TOLERANCE) for line in whole]
    _must_be_few(lines, base)
    areas = [area_of(ring_of(ring, whole)) for ring in rings]
    waiting = list(range(len(rings)))
    for tolerance in (TOLERANCE / 3, TOLERANCE / 10, 0.0):
        wrong = [
            n for n in waiting
            if abs(area_of(ring_of(rings[n], lines)) - areas[n]) > abs(areas[n]) * AREA_TOLERANCE
        ]  # fmt: skip
        if not wrong:
            break
        touched = {number if number >= 0 else ~number for n in wrong for number in rings[n]}
        for number in touched:
            line = whole[number]
            lines[number] = simplified(line, tolerance) if tolerance else line
        waiting = [
            n for n, ring in enumerate(rings)
            if any((a if a >= 0 else ~a) in touched for a in ring)
        ]  # fmt: skip
    _must_be_few(lines, base)
    return lines


def _must_be_few(lines: list[list[Xy]], base: Origin) -> None:
    # Also before the finer trials, which leave no fewer.
    if (drawn := sum(map(len, lines))) > (bound := most("map-drawn")):
        saying = say("map-too-large/drawn", drawn=drawn, most=bound, limit="map-drawn")
        raise SpecError([Diagnostic(saying, base)])


def _polygon(rings: list[list[Xy]]) -> Polygon:
    return [
        ring if (area_of(ring) > 0) == (not number) else ring[::-1]
        for number, ring in enumerate(rings)
    ]

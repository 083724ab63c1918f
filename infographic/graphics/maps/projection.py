"""Albers' conic equal-area projection of the sphere, for a map of any extent.

Formulas: Snyder, Map Projections: A Working Manual (USGS 1395), ch. 14; on the sphere the areas are
true everywhere. The standard parallels stand at 1/6 and 5/6 of the extent's latitudes (Deetz and
Adams 1934), where shapes are least strained.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable

from infographic.foundation.base_map import Position
from infographic.foundation.record import record

EARTH_RADIUS_KM = 6371.0072
"""Of the sphere that has the Earth's surface (GRS 80's authalic radius)."""
NEARLY_CYLINDRICAL = 1e-6
"""A smaller cone's constant is taken for nought: the parallels lie evenly round the equator."""


@record
class Extent:
    """The least and the greatest longitude and latitude, in degrees; east may be over 180."""

    west: float
    south: float
    east: float
    north: float


@record
class Albers:
    """One map's projection. Lengths are radii of the Earth; x to the east, y down."""

    cone: float
    """The cone's constant n; 0 for the cylinder."""
    constant: float
    """C of the formulas; of the cylinder the cosine of its standard parallel."""
    meridian: float
    """The longitude in the middle, in degrees."""
    middle: float
    """The radius of the latitude in the middle, or its y on the cylinder."""

    def project(self, line: Iterable[Position]) -> list[Position]:
        """Positions in degrees as points of the plane."""
        radians, meridian, n, c = math.radians(1.0), self.meridian, self.cone, self.constant
        middle, sin, cos, sqrt = self.middle, math.sin, math.cos, math.sqrt
        if not n:
            return [
                ((lon - meridian) * radians * c, middle - sin(lat * radians) / c)
                for lon, lat in line
            ]
        points = []
        for lon, lat in line:
            # Rounding may take a pole's root below nought.
            rho = sqrt(max(c - 2 * n * sin(lat * radians), 0.0)) / n
            angle = n * (lon - meridian) * radians
            points.append((rho * sin(angle), rho * cos(angle) - middle))
        return points


def albers_of(extent: Extent) -> Albers:
    """The projection with its standard parallels 1/6 inside an extent.

    >>> round(albers_of(Extent(100, 30, 110, 36)).cone, 4)
    0.5443
    """
    inside = (extent.north - extent.south) / 6
    first = math.radians(extent.south + inside)
    second = math.radians(extent.north - inside)
    meridian = (extent.west + extent.east) / 2
    middle = math.radians((extent.south + extent.north) / 2)
    n = (math.sin(first) + math.sin(second)) / 2
    if abs(n) < NEARLY_CYLINDRICAL:
        standard = math.cos(first)
        return Albers(0.0, standard, meridian, math.sin(middle) / standard)
    constant = math.cos(first) ** 2 + 2 * n * math.sin(first)
    radius = math.sqrt(max(constant - 2 * n * math.sin(middle), 0.0)) / n
    return Albers(n, constant, meridian, radius)


def extent_of(lines: Iterable[Iterable[Position]], *, is_round: bool = True) -> Extent:
    """The extent of all positions; over the 180th meridian where that is the shorter way, but in a
    plane.

    >>> extent_of([[(178, -20), (-178, -16)]])
    Extent(west=178, south=-20, east=182, north=-16)
    """
    positions = [position for line in lines for position in line]
    longitudes, latitudes = zip(*positions, strict=True)
    west, east = min(longitudes), max(longitudes)
    if is_round and east - west > 180:
        west, east = _shortest_way(sorted(set(longitudes)))
    return Extent(west, min(latitudes), east, max(latitudes))


def _shortest_way(longitudes: list[float]) -> tuple[float, float]:
    """From the east of the widest gap, on to its west.

    A border cut at the antimeridian has positions at both 180 and -180: no gap between those.
    """
    west, east = longitudes[0], longitudes[-1]
    gap, at = max(
        ((after - here, number) for number, (here, after) in
         enumerate(itertools.pairwise(longitudes))),
        default=(0.0, 0),
    )  # fmt: skip
    if gap <= 360 - (east - west):
        return west, east
    return longitudes[at + 1], longitudes[at] + 360


def unwrapped(line: Iterable[Position], extent: Extent) -> list[Position]:
    """The line in an extent's longitudes: what lies west of it is east of the 180th meridian."""
    return [(lon + 360 if lon < extent.west else lon, lat) for lon, lat in line]


def spherical_area(ring: Iterable[Position]) -> float:
    """The area within a ring whose sides are straight in degrees, in squares of the radius; it is
    negative where the ring runs clockwise as a map is looked at.

    >>> round(spherical_area([(0, -90), (90, -90), (90, 90), (0, 90)]) / math.pi, 6)
    1.0
    """
    points = [(math.radians(lon), math.radians(lat)) for lon, lat in ring]
    area = 0.0
    for (lon, lat), (lon2, lat2) in zip(points, points[1:] + points[:1], strict=True):
        # The mean of sin along the side, exact: (cos a - cos b) / (b - a).
        rise = lat2 - lat
        mean = (math.cos(lat) - math.cos(lat2)) / rise if abs(rise) > 1e-9 else math.sin(lat)
        area -= (lon2 - lon) * mean
    return area

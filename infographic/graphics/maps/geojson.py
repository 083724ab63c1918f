"""Shapes from GeoJSON (RFC 7946), already decoded by `json`.

Read by the standard library and not by our reader, which knows every value's place and takes fifty
times as long: a position's place is wanted only where a message names it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from infographic.foundation import limits
from infographic.foundation.base_map import Doubt, Line, Position, Shape, Step
from infographic.foundation.sayings import say
from infographic.graphics.maps.faults import MapError

Path = tuple[Step, ...]
"""Of one base. A map on a broadsheet shows a tenth of it."""
NAME_FIELDS = (
    "name", "NAME", "Name", "名称", "fullname", "XZQMC", "地名", "NAME_CHN", "NL_NAME_1", "title",
    "省", "市", "县", "NAME_1", "NAME_2",
)  # fmt: skip
"""Properties that hold a place's name, the likeliest first; XZQMC is 行政区名称 of land surveys."""
CODE_FIELDS = ("adcode", "code", "XZQDM", "PAC", "gb", "GB", "代码", "区划代码", "ADCODE", "id")
KINDS = (
    "FeatureCollection", "Feature", "GeometryCollection", "Polygon", "MultiPolygon",
    "LineString", "MultiLineString", "Point", "MultiPoint",
)  # fmt: skip
LONGITUDE, LATITUDE = 180.0, 90.0
SLACK = 1e-6
"""Degrees past the bounds that rounding may leave."""
OWN_COORDINATES = ("CRS84", "4326", "4490", "CGCS2000", "WGS84", "WGS 84")
"""Reference systems of longitude and latitude: WGS 84, and China's CGCS2000 (EPSG 4490)."""


def shapes_of(whole: dict[str, Any], name_field: str = "") -> tuple[list[Shape], list[Doubt]]:
    """The shapes of a decoded GeoJSON, in the file's order, and what is doubtful.

    `name_field` is the property that holds a place's name; "" for the first of `NAME_FIELDS` that
    is there. Raises `MapError`.
    """
    _must_be_degrees(whole)
    return named_shapes(list(_features(whole)), Geometries().shape, name_field)


Found = tuple[Any, dict[str, Any], str, Path]
"""A geometry, its properties, its code and the way to it in the file."""


def named_shapes(
    found: Sequence[Found],
    shape_of: Callable[[Any, str, str, Path], Shape],
    name_field: str,
) -> tuple[list[Shape], list[Doubt]]:
    """Shapes with their names and codes, and a doubt for each geometry that has none. Raises
    `MapError` where `name_field` is given and names nothing."""
    field = name_field or _name_field([properties for _, properties, _, _ in found])
    shapes: list[Shape] = []
    doubts: list[Doubt] = []
    for geometry, properties, code, path in found:
        name = _named(properties, field)
        shape = shape_of(geometry, name, code or _coded(properties), path)
        if shape.is_empty:
            doubts.append(Doubt(say("map-shape/none", name=name or str(path[-1])), path))
        else:
            shapes.append(shape)
    if name_field and not any(shape.name for shape in shapes):
        raise MapError(say("map-names/field", field=name_field, known=_known_fields(found)))
    return shapes, doubts


def _known_fields(found: Sequence[Found]) -> list[str]:
    """The properties that the first features have, for messages."""
    return list(dict.fromkeys(key for _, properties, _, _ in found[:8] for key in properties))[:12]


def _must_be_degrees(whole: dict[str, Any]) -> None:
    crs = whole.get("crs")
    if not isinstance(crs, dict):
        return
    properties = crs.get("properties")
    name = str(properties.get("name", "")) if isinstance(properties, dict) else ""
    if name and not any(known in name for known in OWN_COORDINATES):
        raise MapError(say("map-projected/crs", name=name), ("crs",))


def _features(whole: dict[str, Any]) -> Iterator[tuple[Any, dict[str, Any], str, Path]]:
    """Each feature's geometry, properties, id, and the way to the geometry."""
    kind = whole.get("type")
    if kind == "FeatureCollection":
        features = whole.get("features")
        if not isinstance(features, list):
            raise MapError(say("map-form/features"), ("features",))
        for number, feature in enumerate(features):
            yield _feature(feature, ("features", number))
    elif kind == "Feature":
        yield _feature(whole, ())
    elif kind in KINDS:
        yield whole, {}, "", ()
    else:
        raise MapError(say("map-form/kind", found=str(kind)), ("type",) if kind else ())


def _feature(feature: Any, path: Path) -> tuple[Any, dict[str, Any], str, Path]:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise MapError(say("map-form/feature"), path)
    properties = feature.get("properties")
    own = properties if isinstance(properties, dict) else {}
    code = feature.get("id")
    return feature.get("geometry"), own, "" if code is None else str(code), (*path, "geometry")


def _name_field(properties: Sequence[dict[str, Any]]) -> str:
    """The first of the known fields that holds a text in one of them; "" where none does."""
    for field in NAME_FIELDS:
        if any(isinstance(own.get(field), str) and own[field].strip() for own in properties):
            return field
    return ""


def _named(properties: dict[str, Any], field: str) -> str:
    value = properties.get(field)
    return value.strip() if isinstance(value, str) else ""


def _coded(properties: dict[str, Any]) -> str:
    """The place's administrative code, by the first property that is known to hold one."""
    for field in CODE_FIELDS:
        value = properties.get(field)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


class Geometries:
    """Geometries become shapes; it counts their positions, so that none is without end.

    `line_of` gives a list of positions from what the file has at a line's place: GeoJSON's own
    coordinates, or TopoJSON's numbers of arcs.
    """

    def __init__(self, line_of: Callable[[Any, Path], Line] | None = None) -> None:
        self.count, self.most = 0, limits.most("map-positions")
        self.line_of = line_of or positions_of
        self.key = "arcs" if line_of else "coordinates"

    def shape(self, geometry: Any, name: str, code: str, path: Path) -> Shape:
        """Raises `MapError`."""
        polygons: list[tuple[Line, ...]] = []
        lines: list[Line] = []
        points: list[Position] = []
        self._add(geometry, path, polygons, lines, points)
        return Shape(name, code, tuple(polygons), tuple(lines), tuple(points))

    def _add(
        self, geometry: Any, path: Path, polygons: list[tuple[Line, ...]],
        lines: list[Line], points: list[Position],
    ) -> None:  # fmt: skip
        if geometry is None:
            return
        kind = geometry.get("type") if isinstance(geometry, dict) else None
        if kind == "GeometryCollection":
            inner = _listed(geometry.get("geometries"), (*path, "geometries"))
            for number, each in enumerate(inner):
                self._add(each, (*path, "geometries", number), polygons, lines, points)
            return
        if kind is None and self.key == "arcs" and isinstance(geometry, dict):
            return  # TopoJSON's null geometry
        at_points = kind in ("Point", "MultiPoint")
        key = "coordinates" if at_points else self.key
        value, path = (geometry or {}).get(key) if kind else None, (*path, key)
        match kind:
            case "Polygon":
                self._add_polygon(value, path, polygons)
            case "MultiPolygon":
                for number, each in enumerate(_listed(value, path)):
                    self._add_polygon(each, (*path, number), polygons)
            case "LineString":
                lines.append(self._line(value, path))
            case "MultiLineString":
                each_line = enumerate(_listed(value, path))
                lines += [self._line(each, (*path, number)) for number, each in each_line]
            case "Point":
                if value:
                    points += self.point_of(value, path)
            case "MultiPoint":
                for number, each in enumerate(_listed(value, path)):
                    points += self.point_of(each, (*path, number))
            case _:
                raise MapError(say("map-form/geometry", found=str(kind)), path[:-1])

    def _count(self, line: Line) -> None:
        self.count += len(line)
        if self.count > self.most:
            raise too_many_positions()

    def point_of(self, value: Any, path: Path) -> Line:
        return positions_of([value], path[:-1])

    def _add_polygon(self, value: Any, path: Path, polygons: list[tuple[Line, ...]]) -> None:
        rings = [self._ring(each, (*path, at)) for at, each in enumerate(_listed(value, path))]
        if rings:
            polygons.append(tuple(rings))

    def _line(self, value: Any, path: Path) -> Line:
        line = self.line_of(value, path)
        self._count(line)
        if len(line) < 2:
            raise MapError(say("map-ring/line", count=len(line)), path)
        return line

    def _ring(self, value: Any, path: Path) -> Line:
        line = self.line_of(value, path)
        self._count(line)
        if len(line) > 1 and line[0] != line[-1]:
            raise MapError(say("map-ring/open", first=_said(line[0]), last=_said(line[-1])), path)
        # Each position once: what is repeated in a row has no direction.
        ring = tuple([here for here, after in itertools.pairwise(line) if here != after])
        if len(set(ring)) < 3:
            raise MapError(say("map-ring/few", count=len(set(ring))), path)
        return ring


def too_many_positions() -> MapError:
    most = limits.most("map-positions")
    return MapError(say("map-too-large/positions", most=most, limit="map-positions"))


def _said(position: Position) -> str:
    return f"{position[0]:.6g}, {position[1]:.6g}"


def _listed(value: Any, path: Path) -> list[Any]:
    if not isinstance(value, list):
        raise MapError(say("map-form/list"), path)
    return value


def positions_of(value: Any, path: Path) -> Line:
    """The positions of a list of coordinates, in degrees. Raises `MapError`."""
    try:
        # Adding nought lets numbers pass, and neither texts nor lists.
        line = tuple([(each[0] + 0.0, each[1] + 0.0) for each in value])
    except (TypeError, LookupError, OverflowError):
        raise _no_position(value, path) from None
    return must_lie_on_earth(line, path) if line else line


def must_lie_on_earth(line: Line, path: Path) -> Line:
    longitudes, latitudes = zip(*line, strict=True)
    if (
        max(longitudes) > LONGITUDE + SLACK or min(longitudes) < -LONGITUDE - SLACK
        or max(latitudes) > LATITUDE + SLACK or min(latitudes) < -LATITUDE - SLACK
    ):  # fmt: skip
        raise _off_earth(line, path)
    return line


def _off_earth(line: Line, path: Path) -> MapError:
    for number, (x, y) in enumerate(line):
        if abs(x) <= LONGITUDE + SLACK and abs(y) <= LATITUDE + SLACK:
            continue
        swapped = abs(x) <= LATITUDE and abs(y) <= LONGITUDE
        saying = say("map-projected/swapped" if swapped else "map-projected/range", x=x, y=y)
        return MapError(saying, (*path, number))
    raise AssertionError(line)


def _no_position(value: Any, path: Path) -> MapError:
    if not isinstance(value, list):
        return MapError(say("map-form/list"), path)
    for number, each in enumerate(value):
        is_pair = isinstance(each, list) and len(each) >= 2
        if not is_pair or not all(isinstance(n, int | float) for n in each[:2]):
            return MapError(say("map-form/position"), (*path, number))
    return MapError(say("map-form/position"), path)

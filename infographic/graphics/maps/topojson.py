"""Shapes from TopoJSON (the TopoJSON Format Specification, 1.0), already decoded by `json`.

Its arcs are unpacked once and shared: two shapes with a common border get the same positions, so
that `arcs` finds the border again.
"""

from __future__ import annotations

from typing import Any

from infographic.foundation.base_map import Doubt, Line, Position, Shape
from infographic.foundation.sayings import say
from infographic.graphics.maps.faults import MapError
from infographic.graphics.maps.geojson import (
    Geometries,
    Path,
    must_lie_on_earth,
    named_shapes,
    positions_of,
    too_many_positions,
)


def shapes_of_topology(
    whole: dict[str, Any], name_field: str = "", layer: str = ""
) -> tuple[list[Shape], list[Doubt]]:
    """The shapes of a decoded topology, in the file's order, and what is doubtful.

    `layer` names one of its objects; "" takes the only one, or the one whose geometries have
    names and areas where there are several. Raises `MapError`.
    """
    topology = _Topology(whole)
    name, layer_object = _layer(whole.get("objects"), layer)
    found = list(_geometries(layer_object, ("objects", name)))
    return named_shapes(found, topology.shape, name_field)


def _layer(objects: Any, layer: str) -> tuple[str, Any]:
    if not isinstance(objects, dict) or not objects:
        raise MapError(say("map-form/objects"), ("objects",))
    if layer:
        if layer not in objects:
            raise MapError(say("map-layer/unknown", name=layer, known=[*objects]), ("objects",))
        return layer, objects[layer]
    if len(objects) > 1:
        raise MapError(say("map-layer/several", known=[*objects]), ("objects",))
    return next(iter(objects.items()))


def _geometries(whole: Any, path: Path) -> list[tuple[Any, dict[str, Any], str, Path]]:
    if not isinstance(whole, dict):
        raise MapError(say("map-form/geometry", found=type(whole).__name__), path)
    inner = whole.get("geometries")
    if whole.get("type") != "GeometryCollection" or not isinstance(inner, list):
        return [_entry(whole, path)]
    return [_entry(each, (*path, "geometries", number)) for number, each in enumerate(inner)]


def _entry(geometry: Any, path: Path) -> tuple[Any, dict[str, Any], str, Path]:
    if not isinstance(geometry, dict):
        raise MapError(say("map-form/geometry", found=type(geometry).__name__), path)
    properties, code = geometry.get("properties"), geometry.get("id")
    own = properties if isinstance(properties, dict) else {}
    return geometry, own, "" if code is None else str(code), path


class _Topology(Geometries):
    """Geometries whose lines are numbers of arcs."""

    def __init__(self, whole: dict[str, Any]) -> None:
        super().__init__(self._stitched)
        self.scale, self.translate = _transform(whole.get("transform"))
        arcs = whole.get("arcs")
        if not isinstance(arcs, list):
            raise MapError(say("map-form/arcs"), ("arcs",))
        if sum(len(arc) for arc in arcs if isinstance(arc, list)) > self.most:
            raise too_many_positions()
        self.arcs = [self._unpacked(arc, ("arcs", number)) for number, arc in enumerate(arcs)]

    def _unpacked(self, arc: Any, path: Path) -> Line:
        if self.scale is None:
            return positions_of(arc, path)
        (kx, ky), (dx, dy) = self.scale, self.translate
        x = y = 0
        line: list[Position] = []
        try:
            for step in arc:
                x += step[0]
                y += step[1]
                line.append((x * kx + dx, y * ky + dy))
        except (TypeError, LookupError, OverflowError):
            raise MapError(say("map-form/position"), path) from None
        return must_lie_on_earth(tuple(line), path) if line else ()

    def point_of(self, value: Any, path: Path) -> Line:
        # A quantised point is a step from nought, as an arc's first position is.
        return self._unpacked([value], path)

    def _stitched(self, numbers: Any, path: Path) -> Line:
        if not isinstance(numbers, list):
            raise MapError(say("map-form/list"), path)
        line: list[Position] = []
        for at, number in enumerate(numbers):
            if type(number) is not int or not -len(self.arcs) <= number < len(self.arcs):
                raise MapError(
                    say("map-form/arc", found=str(number), count=len(self.arcs)), (*path, at)
                )
            # A number's complement is the same arc from its end: ~0 is -1.
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            # An arc may be named without end: it is counted before it is laid.
            if self.count + len(line) + len(arc) > self.most:
                raise too_many_positions()
            line += arc[1:] if line else arc
        return tuple(line)


def _transform(transform: Any) -> tuple[Position | None, Position]:
    if transform is None:
        return None, (0.0, 0.0)
    try:
        (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
        return (kx + 0.0, ky + 0.0), (dx + 0.0, dy + 0.0)
    except (TypeError, ValueError, LookupError, OverflowError):
        raise MapError(say("map-form/transform"), ("transform",)) from None

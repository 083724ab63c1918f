"""A map's base from an SVG: named shapes in the file's own plane, without coordinates."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from infographic.display.strokes import tracks_of
from infographic.display.vectors.outlines import mapped
from infographic.foundation import limits
from infographic.foundation.base_map import BaseMap, Line, Shape
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.geometry import Size
from infographic.foundation.limits import OverLimitError
from infographic.foundation.matrix import IDENTITY, Matrix, times
from infographic.foundation.memo import Memo
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.maps.nesting import polygons_of
from infographic.graphics.maps.rings import area_of
from infographic.loading.assets.svg.css import Rule, StyleSheet, rules_in
from infographic.loading.assets.svg.forms import WrongAttributeError, outline_of
from infographic.loading.assets.svg.known import DEFINITIONS, GROUPS, SHAPES
from infographic.loading.assets.svg.values import SvgValueError, transform
from infographic.loading.assets.svg.xml import Element, read_tree

CURVE = 12
"""Straight pieces of a curve."""
LEAST_AREA = 1e-9
DRAWN = frozenset({"text", "image", "use", "foreignObject", "switch"})
"""What is drawn in an SVG and is no shape of a map."""
_READ: Memo[tuple[BaseMap, tuple[Diagnostic, ...]]] = Memo("maps in SVG", 8)


def read_svg_base(data: bytes, path: Path) -> tuple[BaseMap, tuple[Diagnostic, ...]]:
    """A base and what of the file is left out. Raises `SpecError`.

    A shape's name is its title or id, or that of the nearest group round it. Shapes without one
    are a frame or a ground, and are left out, as are texts.
    """
    key = (hashlib.sha256(data).hexdigest(), path)
    return _READ.get(key) or _READ.put(key, _read(data, path, key[0]))


def _read(data: bytes, path: Path, digest: str) -> tuple[BaseMap, tuple[Diagnostic, ...]]:
    root = read_tree(data, path.as_posix(), path)
    if isinstance(root, Diagnostic):
        raise SpecError([root])
    rules, wrong = rules_in([one for one in _all(root) if one.name == "style"])
    if wrong:
        raise SpecError(wrong)
    reader = _Reader(rules, _viewport(root))
    reader.take(root, "", IDENTITY, True)
    if reader.wrong:
        raise SpecError(reader.wrong)
    try:
        shapes = tuple(reader.shapes())
    except OverLimitError as error:
        raise SpecError([error.at(root.origin)]) from error
    if not shapes:
        raise SpecError([Diagnostic(say("map-svg/no-names"), root.origin)])
    doubts = tuple(
        Diagnostic(say("map-svg/left-out", kind=kind, count=len(at)), at[0],
                   severity=Severity.WARNING)
        for kind, at in reader.left_out.items()
    )  # fmt: skip
    return BaseMap(digest, shapes, is_geographic=False), doubts


def _all(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _all(child)


def _viewport(root: Element) -> Size:
    parts = root.attributes.get("viewBox", "").replace(",", " ").split()
    try:
        return Size(float(parts[2]), float(parts[3]))
    except (IndexError, ValueError):
        return Size(100, 100)


class _Part(NamedTuple):
    """One outline of a place."""

    tracks: tuple[Line, ...]
    is_area: bool


class _Reader:
    """Down the tree, with the names and matrices of the groups round."""

    def __init__(self, rules: Sequence[Rule], viewport: Size) -> None:
        self.sheet = StyleSheet(rules)
        self.viewport = viewport
        self.parts: dict[str, list[_Part]] = {}
        self.wrong: list[Diagnostic] = []
        self.left_out: dict[str, list[Origin]] = {}
        self.count = 0

    def take(self, element: Element, name: str, matrix: Matrix, fills: bool) -> None:
        name = _name_of(element) or name
        try:
            said = {**element.attributes, **self.sheet.declarations_for(element)}
        except OverLimitError as error:
            raise SpecError([error.at(element.origin)]) from error
        if said.get("display") == "none" or element.name in DEFINITIONS:
            return
        try:
            matrix = times(transform(element.attributes.get("transform", "")), matrix)
        except SvgValueError as error:
            self._fault(element, "transform", error.saying)
            return
        fills = said["fill"].strip() != "none" if "fill" in said else fills
        if element.name in GROUPS:
            # The whole drawing's title is no place's name.
            inner = "" if element.name == "svg" else name
            for child in element.children:
                self.take(child, inner, matrix, fills)
        elif element.name in SHAPES:
            self._shape(element, name, matrix, fills)
        elif element.name in DRAWN:
            self.left_out.setdefault(element.name, []).append(element.origin)

    def _shape(self, element: Element, name: str, matrix: Matrix, fills: bool) -> None:
        if not name:
            self.left_out.setdefault("shape without a name", []).append(element.origin)
            return
        try:
            outline = mapped(outline_of(element, self.viewport), matrix)
        except WrongAttributeError as error:
            self._fault(element, error.name, error.why.saying)
            return
        tracks = tuple(tuple(track) for track in tracks_of(outline, CURVE) if len(track) > 1)
        self.count += sum(map(len, tracks))
        if self.count > limits.most("map-positions"):
            raise SpecError(
                [
                    Diagnostic(
                        say(
                            "map-too-large/positions",
                            most=limits.most("map-positions"),
                            limit="map-positions",
                        ),
                        element.origin,
                    )
                ]
            )
        if tracks:
            is_area = fills and element.name != "line"
            self.parts.setdefault(name, []).append(_Part(tracks, is_area))

    def _fault(self, element: Element, attribute: str, why: Saying) -> None:
        saying = say("map-svg/attribute", element=element.name, attribute=attribute, why=why)
        self.wrong.append(Diagnostic(saying, element.origin))

    def shapes(self) -> Iterator[Shape]:
        for name, parts in self.parts.items():
            rings = [_ring(track) for part in parts if part.is_area for track in part.tracks]
            areas = [ring for ring in rings if len(ring) > 2 and abs(area_of(ring)) > LEAST_AREA]
            lines = [track for part in parts if not part.is_area for track in part.tracks]
            if areas or lines:
                yield Shape(name, polygons=tuple(polygons_of(areas)), lines=tuple(lines))


def _name_of(element: Element) -> str:
    titles = [child.text.strip() for child in element.children if child.name == "title"]
    named = [*titles, element.attributes.get("aria-label", ""), element.attributes.get("id", "")]
    return next((name.strip() for name in named if name.strip()), "")


def _ring(track: Line) -> Line:
    ring = track[:-1] if track[0] == track[-1] else track
    return tuple(
        [point for number, point in enumerate(ring) if point != ring[number - 1] or not number]
    )

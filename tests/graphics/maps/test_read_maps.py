"""Base maps are read as their standards have them, and what is wrong is said with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bases import box, collection, feature, province, squares
from conftest import Limited

from infographic.foundation.base_map import Shape
from infographic.graphics.maps.faults import MapError
from infographic.graphics.maps.read import read_base

SQUARE = box(10, 0, 11, 1)


def fault_of(data: bytes, **how: str) -> MapError:
    with pytest.raises(MapError) as caught:
        read_base(data, **how)
    return caught.value


def test_a_ring_is_read_without_its_last_position_again() -> None:
    (shape,) = read_base(squares("甲")).shapes
    assert shape == Shape("甲", "", ((((10, 0), (11, 0), (11, 1), (10, 1)),),))


def test_every_kind_of_geometry_is_read() -> None:
    parts = [
        {"type": "MultiPolygon", "coordinates": [[SQUARE], [box(20, 0, 21, 1)]]},
        {"type": "LineString", "coordinates": [[10, 0], [12, 3]]},
        {"type": "MultiLineString", "coordinates": [[[10, 0], [12, 3]], [[1, 1], [2, 2]]]},
        {"type": "Point", "coordinates": [10, 0.5]},
        {"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]},
    ]
    whole = {"type": "GeometryCollection", "geometries": parts}
    (shape,) = read_base(json.dumps(whole).encode()).shapes
    assert (len(shape.polygons), len(shape.lines)) == (2, 3)
    assert shape.points == ((10, 0.5), (1, 2), (3, 4))


def test_a_hole_belongs_to_its_polygon() -> None:
    base = read_base(collection(feature("甲", [box(0, 0, 9, 9), box(3, 3, 6, 6)])))
    assert [len(polygon) for polygon in base.shapes[0].polygons] == [2]


def test_a_topology_is_unpacked_and_its_shared_arc_is_the_same_in_both() -> None:
    both = [
        {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "西"}},
        {"type": "Polygon", "arcs": [[2, -1]], "properties": {"name": "东"}, "id": 7},
    ]
    whole = {
        "type": "Topology",
        "transform": {"scale": [0.5, 0.5], "translate": [100, 30]},
        "arcs": [
            [[2, 0], [0, 2]],
            [[2, 2], [-2, 0], [0, -2], [2, 0]],
            [[2, 0], [2, 0], [0, 2], [-2, 0]],
        ],
        "objects": {"both": {"type": "GeometryCollection", "geometries": both}},
    }
    west, east = read_base(json.dumps(whole).encode()).shapes
    assert west.polygons == ((((101, 30), (101, 31), (100, 31), (100, 30)),),)
    assert east.polygons == ((((101, 30), (102, 30), (102, 31), (101, 31)),),)
    assert (east.name, east.code) == ("东", "7")


def test_one_of_several_layers_is_said() -> None:
    layer = {"type": "Polygon", "arcs": [[0]], "properties": {"name": "甲"}}
    arcs = [SQUARE]
    whole = {"type": "Topology", "arcs": arcs, "objects": {"省": layer, "县": layer}}
    data = json.dumps(whole).encode()
    assert fault_of(data).saying.key == "map-layer/several"
    assert fault_of(data, layer="乡").saying.key == "map-layer/unknown"
    assert [shape.name for shape in read_base(data, layer="县").shapes] == ["甲"]


def test_the_example_is_the_same_province_in_both_forms() -> None:
    one, other = province(), province("topojson")
    assert [shape.name for shape in one.shapes] == [shape.name for shape in other.shapes]
    for shape, same in zip(one.shapes, other.shapes, strict=True):
        for polygon, like in zip(shape.polygons, same.polygons, strict=True):
            assert len(polygon) == len(like)
            assert min(polygon[0]) == pytest.approx(min(like[0]), abs=1e-4)


def test_a_name_is_found_in_the_property_that_is_usual_or_said() -> None:
    base = collection(feature("", [SQUARE], XZQMC="甲县", own="乙"))
    assert read_base(base).shapes[0].name == "甲县"
    assert read_base(base, "own").shapes[0].name == "乙"
    wrong = fault_of(base, name_field="none")
    assert (wrong.code, wrong.saying.values["known"]) == ("map-names", ["name", "XZQMC", "own"])


def test_what_has_no_shape_is_said_and_stops_nothing() -> None:
    empty = {"type": "Feature", "properties": {"name": "乙"}, "geometry": None}
    base = read_base(collection(feature("甲", [SQUARE]), empty))
    assert [(doubt.saying.values["name"], doubt.path) for doubt in base.doubts] == [
        ("乙", ("features", 1, "geometry"))
    ]


RING = ("features", 0, "geometry", "coordinates", 0)


@pytest.mark.parametrize(
    ("ring", "key", "path"),
    [
        ([*SQUARE[:2], [111, 91], SQUARE[0]], "map-projected/range", (*RING, 2)),
        ([[31, 104], [32, 104], [32, 105], [31, 104]], "map-projected/swapped", (*RING, 0)),
        ([[4e5, 3e6], [5e5, 3e6], [5e5, 4e6], [4e5, 3e6]], "map-projected/range", (*RING, 0)),
        (SQUARE[:-1], "map-ring/open", RING),
        ([[1, 1], [2, 2], [1, 1], [1, 1]], "map-ring/few", RING),
        ([], "map-ring/few", RING),
        ([[1, 1], ["2", 2], [1, 1]], "map-form/position", (*RING, 1)),
        ([[1, 1], [2], [1, 1]], "map-form/position", (*RING, 1)),
        ([[1, 1], None, [1, 1]], "map-form/position", (*RING, 1)),
        (7, "map-form/list", RING),
        ([[1e999, 1], [2, 2], [3, 1], [1e999, 1]], "map-form/constant", ()),
    ],
)
def test_a_ring_that_is_none_is_named_by_its_place(ring: Any, key: str, path: Any) -> None:
    wrong = fault_of(collection(feature("甲", [ring])))
    assert (wrong.saying.key, wrong.path) == (key, path)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "map-form/json"),
        (b"[1, 2]", "map-form/object"),
        (b'{"type": "Feature', "map-form/json"),
        (b"[" * 200_000, "map-form/nesting"),
        (b'{"type": "\xff"}', "map-form/encoding"),
        (b'{"type": "Shapefile"}', "map-form/kind"),
        (b'{"type": "FeatureCollection"}', "map-form/features"),
        (b'{"type": "FeatureCollection", "features": [3]}', "map-form/feature"),
        (b'{"type": "FeatureCollection", "features": []}', "map-empty"),
        (b'{"type": "Point", "coordinates": [1, 2]}', "map-empty"),
        (b'{"type": "Polygon", "coordinates": [[[NaN, 1]]]}', "map-form/constant"),
        (b'{"type": "Polygon", "coordinates": [[[1e400, 1], [1, 2]]]}', "map-projected/range"),
        (b'{"type": "Polygon", "coordinates": [[[' + b"9" * 5000 + b", 1]]]}", "map-form/number"),
        (b'{"type": "Polygon", "coordinates": [[[' + b"9" * 400 + b", 1]]]}", "map-form/pos"),
        (b'{"type": "Topology", "objects": {}}', "map-form/arcs"),
        (b'{"type": "Topology", "arcs": [], "objects": {}}', "map-form/objects"),
        (
            b'{"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","arcs":[[0]]}}}',
            "map-form/arc",
        ),
        (b'{"type":"Topology","arcs":[],"transform":{"scale":1},"objects":{}}', "map-form/transf"),
    ],
)
def test_what_is_no_base_is_refused_in_words(data: bytes, key: str) -> None:
    wrong = fault_of(data)
    assert wrong.saying.key.startswith(key)
    assert wrong.message


def test_coordinates_of_another_system_are_refused_by_its_name() -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4524"}}
    wrong = fault_of(collection(feature("甲", [SQUARE]), crs=crs))
    assert (wrong.saying.key, wrong.path) == ("map-projected/crs", ("crs",))
    own = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}
    assert read_base(collection(feature("甲", [SQUARE]), crs=own)).shapes


def test_a_base_with_more_positions_than_a_page_can_use_is_refused(
    limited: Limited,
) -> None:
    limited({"map-positions": 7})
    assert fault_of(squares("甲", "乙")).saying.key == "map-too-large/positions"

"""Maps on the page: true areas, shared borders, nothing lost, labels inside their shapes."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from bases import box, collection, feature, province, squares
from hypothesis import given, settings
from hypothesis import strategies as st

from infographic.foundation.geometry import Size
from infographic.graphics.maps.outlines import FittedMap, fitted, inner_point_of
from infographic.graphics.maps.projection import albers_of, extent_of, spherical_area
from infographic.graphics.maps.read import read_base
from infographic.graphics.maps.rings import area_of, area_of_polygon, holds

ROOM = Size(300, 300)
Box = tuple[float, float, float, float]


def drawn(*boxes: Box, room: Size = ROOM) -> FittedMap:
    data = collection(*(feature(str(n), [box(*each)]) for n, each in enumerate(boxes)))
    return fitted(read_base(data), room)


def ring_of(each: Box) -> list[tuple[float, float]]:
    return [(x, y) for x, y in box(*each)[:-1]]


CORNERS = st.tuples(
    st.floats(-179, 120), st.floats(-80, 60), st.floats(0.5, 55), st.floats(0.5, 18)
)


@given(CORNERS, CORNERS)
@settings(max_examples=40, deadline=None)
def test_areas_on_the_page_are_as_those_on_the_globe(one: Box, other: Box) -> None:
    boxes = [(w, s, w + wide, s + high) for w, s, wide, high in (one, other)]
    projection = albers_of(extent_of(map(ring_of, boxes)))
    for each in boxes:
        ring = ring_of(each)
        fine = [
            (x + (x2 - x) * i / 400, y + (y2 - y) * i / 400)
            for (x, y), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True)
            for i in range(400)
        ]
        shown = abs(area_of(projection.project(fine)))
        assert shown == pytest.approx(abs(spherical_area(ring)), rel=1e-4)


@pytest.mark.parametrize(
    "boxes",
    [
        [(73, 18, 135, 53), (100, 30, 101, 31)],
        [(150, 30, 154, 33), (151, 31, 151.4, 31.3)],
        [(-20, -35, 52, 37), (10, -5, 12, 3)],
        [(0, -10, 10, 10), (2, 3, 4, 5)],
    ],
)
def test_a_shapes_area_in_points_is_in_proportion_within_a_thousandth(boxes: list[Box]) -> None:
    shown = [shape.area for shape in drawn(*boxes).shapes]
    true = [abs(spherical_area(ring_of(each))) for each in boxes]
    assert shown[0] / true[0] == pytest.approx(shown[1] / true[1], rel=1e-3)


def test_the_province_is_true_to_a_thousandth_county_by_county() -> None:
    base = province()
    shares = []
    for shape, shown in zip(base.shapes, fitted(base, Size(240, 300)).shapes, strict=True):
        for polygon, seen in zip(shape.polygons, shown.polygons, strict=True):
            true = [abs(spherical_area(ring)) for ring in polygon]
            shares.append(area_of_polygon(seen) / (true[0] - sum(true[1:])))
    assert len(shares) == 14
    assert max(shares) / min(shares) < 1.001


def test_a_map_fills_its_room_in_one_direction() -> None:
    made = drawn((100, 30, 110, 40), room=Size(50, 400))
    xs = [x for shape in made.shapes for polygon in shape.polygons for x, _ in polygon[0]]
    assert (min(xs), max(xs), made.size.width) == pytest.approx((0, 50, 50))
    assert made.size.height < 100


def test_north_is_up() -> None:
    north, south = drawn((100, 35, 102, 36), (100, 30, 102, 31)).shapes
    assert max(y for _, y in north.polygons[0][0]) < min(y for _, y in south.polygons[0][0])


def test_a_shared_border_is_one_line_and_the_same_in_both_shapes() -> None:
    made = fitted(province(), Size(120, 120))
    sides: Counter[frozenset[tuple[float, float]]] = Counter()
    for shape in made.shapes:
        for polygon in shape.polygons:
            for ring in polygon:
                for here, after in zip(ring, [*ring[1:], ring[0]], strict=True):
                    sides[frozenset((here, after))] += 1
    lines: Counter[frozenset[tuple[float, float]]] = Counter()
    for line in made.borders:
        for here, after in itertools.pairwise(line):
            lines[frozenset((here, after))] += 1
    assert set(lines) == set(sides)
    assert set(lines.values()) == {1}
    assert set(sides.values()) == {1, 2}


def test_no_border_is_drawn_between_two_parts_of_one_shape() -> None:
    data = collection(feature("甲", [[box(10, 0, 11, 1)], [box(11, 0, 12, 1)]], "MultiPolygon"))
    assert len(fitted(read_base(data), ROOM).borders) == 2
    assert len(fitted(read_base(squares("甲", "乙")), ROOM).borders) == 3


def test_an_islet_smaller_than_a_hair_is_still_there() -> None:
    islands = fitted(province(), Size(60, 60)).shapes[-1].polygons
    assert len(islands) == 3
    assert all(len(set(polygon[0])) >= 3 and area_of(polygon[0]) > 0 for polygon in islands)
    assert area_of(islands[-1][0]) < 0.05


def test_lines_of_the_base_are_drawn_and_stretch_the_map() -> None:
    dashes = [[[20, -3], [21, -2]], [[22, -3], [23, -2]]]
    data = collection(feature("甲", [box(10, 0, 11, 1)]), feature("", dashes, "MultiLineString"))
    lines = fitted(read_base(data), ROOM).shapes[1].lines
    assert [len(line) for line in lines] == [2, 2]
    assert max(x for line in lines for x, _ in line) == pytest.approx(300)


def test_outer_rings_run_clockwise_and_holes_against_them() -> None:
    for outer in (box(0, 0, 9, 9), box(0, 0, 9, 9)[::-1]):
        data = collection(feature("甲", [outer, box(3, 3, 6, 6)]))
        (polygon,) = fitted(read_base(data), ROOM).shapes[0].polygons
        assert [area_of(ring) > 0 for ring in polygon] == [True, False]


def test_a_country_on_both_sides_of_the_antimeridian_is_drawn_together() -> None:
    made = drawn((177, -19, 180, -16), (-180, -19, -178, -16))
    assert made.extent.east == 182
    assert len(made.borders) == 3
    taveuni = made.at(-179, -17)
    viti = made.at(178, -17)
    assert taveuni is not None and viti is not None
    assert viti.x < taveuni.x < made.size.width


def test_a_label_stands_inside_its_own_shape_and_not_in_the_enclave() -> None:
    base = province()
    made = fitted(base, ROOM)
    names = [shape.name for shape in base.shapes]
    for number in range(len(names)):
        point, far = inner_point_of(made, number)
        assert far > 2
        around = [n for n, s in enumerate(made.shapes) if any(holds(p, point) for p in s.polygons)]
        assert around == [number]
    ring = made.shapes[names.index("霁山县")].polygons[0][0]
    middle = (sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring))
    enclave = made.shapes[names.index("岚阳市")].polygons[0]
    assert holds(enclave, middle), "else the enclave proves nothing"


def test_a_place_is_put_where_its_coordinates_lie_and_none_outside_the_map() -> None:
    made = drawn((100, 30, 110, 40))
    foot = made.at(105, 30)
    assert foot is not None
    assert foot == pytest.approx((made.size.width / 2, made.size.height), abs=1)
    assert made.at(30, 105) is None
    assert made.at(98, 35) is None

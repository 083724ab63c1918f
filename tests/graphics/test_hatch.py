"""Hatching stays inside its shape and is as dense as it is said to be."""

from __future__ import annotations

import math

import pytest
from conftest import Limited
from hypothesis import given, settings
from hypothesis import strategies as st
from shapes_of_marks import HERE, INK, flattened, path_of

from infographic.display.items import Path
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.geometry import Point, Rect
from infographic.graphics.hatch import Lean, hatched, hatched_box

SQUARE = [Point(0, 0), Point(100, 0), Point(100, 100), Point(0, 100)]


def lengths(path: Path) -> float:
    return sum(math.dist(*line) for line in flattened(path.segments))


@settings(max_examples=40)
@given(
    st.floats(-50, 50), st.floats(-50, 50), st.floats(0.1, 200), st.floats(0.1, 200),
    st.floats(0.5, 2),
)  # fmt: skip
def test_no_ink_stands_outside_the_box(
    x: float, y: float, width: float, height: float, line: float
) -> None:
    box = Rect(x, y, width, height)
    for placed in hatched_box(box, INK, HERE, width=line):
        assert isinstance(placed.item, Path) and placed.item.stroke is not None
        half = placed.item.stroke.width / 2
        for begin, end in flattened(placed.item.segments):
            dx, dy = (
                (end.x - begin.x) / math.dist(begin, end),
                (end.y - begin.y) / math.dist(begin, end),
            )
            assert abs(dx) == pytest.approx(abs(dy))
            for point in (begin, end):
                for side in (half, -half):
                    corner = point.moved(-dy * side, dx * side)
                    assert box.grown(1e-6).holds(Rect(*corner, 0, 0))


def test_a_quarter_of_the_area_is_ink() -> None:
    path = path_of(hatched([SQUARE], INK, HERE))
    assert path.stroke is not None and path.stroke.width == 0.5
    assert lengths(path) * 0.5 / 100**2 == pytest.approx(0.25, rel=0.02)


def test_lines_are_never_thinner_than_the_press_prints() -> None:
    assert path_of(hatched([SQUARE], INK, HERE, width=0.1)) == path_of(hatched([SQUARE], INK, HERE))


@pytest.mark.parametrize(("lean", "way"), [("rising", -1), ("falling", 1)])
def test_two_neighbours_can_lean_differently(lean: Lean, way: int) -> None:
    begin, end = flattened(path_of(hatched([SQUARE], INK, HERE, lean=lean)).segments)[5]
    assert (end.y - begin.y) * way > 0 and end.x > begin.x


def test_a_hole_is_left_open() -> None:
    hole = [Point(25, 25), Point(75, 25), Point(75, 75), Point(25, 75)]
    whole, open_ = (path_of(hatched(rings, INK, HERE)) for rings in ([SQUARE], [SQUARE, hole]))
    assert lengths(open_) / lengths(whole) == pytest.approx(0.75, rel=0.02)
    for begin, end in flattened(open_.segments):
        middle = Point((begin.x + end.x) / 2, (begin.y + end.y) / 2)
        assert not (25.5 < middle.x < 74.5 and 25.5 < middle.y < 74.5)


def test_a_shape_smaller_than_a_line_is_not_hatched() -> None:
    assert hatched_box(Rect(0.3, 0.3, 0.05, 0.05), INK, HERE) == ()
    assert hatched([], INK, HERE) == ()


def test_polygons_upon_one_another_are_hatched_up_to_a_limit(limited: Limited) -> None:
    limited({"map-hatched": 5_000})
    assert hatched([SQUARE] * 9, INK, HERE)
    with pytest.raises(SpecError) as caught:
        hatched([SQUARE] * 1_000, INK, HERE)
    (said,) = caught.value.diagnostics
    assert (said.code, said.limit, said.origin) == ("over-limit", "map-hatched", HERE)

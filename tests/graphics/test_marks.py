"""Marks stand where the scales say; what has no extent is no mark."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapes_of_marks import HERE, INK, bounds_of, flattened, path_of

from infographic.display.items import Join, Path, Stroke
from infographic.foundation.color import WHITE
from infographic.foundation.geometry import Point
from infographic.graphics import marks
from infographic.graphics.marks import LineLook
from infographic.graphics.scale import bands, from_zero

STROKE = Stroke(INK, 2)
LOOK = LineLook(STROKE, lone_radius=3)


@settings(max_examples=40)
@given(st.lists(st.decimals("-1e12", "1e12", places=6), min_size=1, max_size=20), st.booleans())
def test_bars_are_as_long_as_their_values_and_begin_at_zero(
    rows: list[float], upright: bool
) -> None:
    scale = from_zero(rows, *((300, 20) if upright else (20, 300)))
    row = bands(len(rows), 0, 200)
    ends = [*map(float, rows), 0.0]
    points_per_unit = 280 / ((max(ends) - min(ends)) or 1)
    for value, start in zip(rows, row.starts, strict=True):
        drawn = marks.bar(
            scale.span(value), (start, start + row.thickness), INK, HERE, upright=upright
        )
        if not drawn:
            assert scale.length_of(value) == 0
            continue
        left, top, right, bottom = bounds_of(drawn[0])
        length = bottom - top if upright else right - left
        assert length == pytest.approx(abs(float(value)) * points_per_unit, abs=0.001)
        sides = (bottom, top) if upright else (left, right)
        assert min(abs(side - scale.at(0)) for side in sides) < 0.001


def test_a_bar_of_nothing_is_no_mark() -> None:
    assert marks.bar((5, 5), (0, 10), INK, HERE) == ()
    assert marks.framed((5, 5), (0, 10), STROKE, HERE) == ()


def test_a_frame_keeps_inside_its_bar() -> None:
    (placed,) = marks.framed((10, 50), (0, 20), STROKE, HERE)
    assert bounds_of(placed) == (11, 1, 49, 19)
    (thin,) = marks.framed((10, 11), (0, 20), STROKE, HERE)
    assert isinstance(thin.item, Path) and thin.item.stroke == Stroke(INK, 1)


def test_a_line_breaks_at_gaps_and_a_value_alone_is_a_dot() -> None:
    points = [Point(0, 0), Point(10, 5), None, Point(30, 5), None, Point(50, 0), Point(60, 0)]
    line, dot = marks.line(points, LOOK, HERE)
    assert isinstance(line.item, Path)
    assert [[point.x for point in run] for run in flattened(line.item.segments)] == [
        [0, 10], [50, 60],
    ]  # fmt: skip
    assert bounds_of(dot) == pytest.approx((27, 2, 33, 8))


def test_a_gap_may_be_bridged_by_dashes() -> None:
    look = LineLook(STROKE, 3, bridge=marks.dashed(STROKE))
    bridge, _ = marks.line([Point(0, 0), None, Point(20, 0), Point(30, 0)], look, HERE)[:2]
    assert isinstance(bridge.item, Path) and bridge.item.stroke == Stroke(INK, 2, (6, 4))
    assert bounds_of(bridge) == (0, 0, 20, 0)


def test_a_forecast_is_dashed_from_the_last_known_value_on() -> None:
    points = [Point(0, 0), Point(10, 0), Point(20, 5), Point(30, 9)]
    known, ahead = marks.line(points, LOOK, HERE, forecast_from=2)
    assert (bounds_of(known)[2], bounds_of(ahead)[0]) == (10, 10)
    assert isinstance(ahead.item, Path) and ahead.item.stroke == Stroke(
        INK, 2, (6, 4), join=Join.ROUND
    )
    assert len(marks.line(points, LOOK, HERE, forecast_from=0)) == 1


def test_a_line_turns_round_so_that_no_corner_reaches_past_its_value() -> None:
    path = path_of(marks.line([Point(0, 9), Point(1, 0), Point(2, 9)], LOOK, HERE))
    assert path.stroke == Stroke(INK, 2, join=Join.ROUND)


def test_a_line_without_values_is_nothing() -> None:
    assert marks.line([None, None], LOOK, HERE) == ()
    assert marks.line([], LOOK, HERE) == ()


def test_a_hollow_dot_is_as_large_as_a_solid_one() -> None:
    path = path_of(marks.ring(Point(10, 10), 4, STROKE, WHITE, HERE))
    assert path.fill == WHITE
    (outline,) = flattened(path.segments)
    assert max(point.x for point in outline) + 1 == pytest.approx(14)


def test_a_leader_runs_from_the_marks_edge_and_turns_once() -> None:
    (plain,) = marks.leader(Point(0, 0), 5, Point(30, 40), STROKE, HERE)
    assert bounds_of(plain) == pytest.approx((3, 4, 30, 40))
    elbowed = path_of(marks.leader(Point(0, 0), 5, Point(10, 40), STROKE, HERE, elbow=True))
    assert flattened(elbowed.segments) == [[Point(0, 5), Point(0, 40), Point(10, 40)]]
    assert marks.leader(Point(0, 0), 5, Point(3, 3), STROKE, HERE) == ()


def test_a_tick_hangs_from_its_base() -> None:
    assert bounds_of(marks.tick(7, 100, 4, STROKE, HERE)[0]) == (7, 100, 7, 104)
    assert bounds_of(marks.tick(7, 100, -4, STROKE, HERE, upright=True)[0]) == (96, 7, 100, 7)

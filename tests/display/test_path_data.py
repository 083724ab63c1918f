"""SVG path data become lines and cubic curves: every command, and an error for all else."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis.strategies import booleans, floats, text

from infographic.display.items import Path
from infographic.display.vectors.outlines import vector_of
from infographic.display.vectors.path_data import PathDataError, arc, numbers_in, segments_of
from infographic.foundation.color import BLACK
from infographic.foundation.geometry import Rect, Size


@pytest.mark.parametrize(
    ("data", "ends"),
    [
        ("M1 2 3 4 5 6", [(1, 2), (3, 4), (5, 6)]),
        ("m1 2 3 4 5 6", [(1, 2), (4, 6), (9, 12)]),
        ("M1,2L3-4.5.5", None),
        ("M1 2L3-4.5 .5 7", [(1, 2), (3, -4.5), (0.5, 7)]),
        ("M1 2H5h2V9v-1", [(1, 2), (5, 2), (7, 2), (7, 9), (7, 8)]),
        ("M1 1 2 2z l3 0", [(1, 1), (2, 2), (), (4, 1)]),
        ("M1 1 2 2z m3 0 1 1", [(1, 1), (2, 2), (), (4, 1), (5, 2)]),
        ("M0 0 1e1-2E0", [(0, 0), (10, -2)]),
        ("M0 0a1 1 0 01.5 2", [(0, 0), (0.5, 2)]),
        ("M0 0a1 1 0 1,1,4 0A0 3 0 0 0 9 9", None),
        (" \n\tM0 0\n\tL 1 1 ", [(0, 0), (1, 1)]),
        ("", []),
    ],
)
def test_commands_lead_where_svg_says(data: str, ends: list[tuple[float, ...]] | None) -> None:
    if ends is None:
        # Its numbers do not go up, or its arc is more than one curve.
        try:
            assert segments_of(data)
        except PathDataError as error:
            assert "numbers" in str(error.saying)
        return
    found = [values[-2:] for _, values in segments_of(data)]
    if "a" in data:
        found = [found[0], found[-1]]
    assert found == [pytest.approx(end) for end in ends]


def test_a_smooth_curve_goes_on_from_the_last_one() -> None:
    smooth = segments_of("M0 0C0 1 1 2 2 2S4 3 4 4")
    assert smooth[2] == ("C", (3, 2, 4, 3, 4, 4))
    alone = segments_of("M0 0 5 5S4 3 4 4")
    assert alone[2] == ("C", (5, 5, 4, 3, 4, 4))
    after_another = segments_of("M0 0Q1 1 2 0S4 3 4 4")
    assert after_another[2] == ("C", (2, 0, 4, 3, 4, 4))


def test_a_quadratic_curve_is_the_same_as_a_cubic_one() -> None:
    ((_, start), (kind, values), second) = segments_of("M0 0Q3 6 6 0T12 0")
    assert (start, kind) == ((0, 0), "C")
    assert values == pytest.approx((2, 4, 4, 4, 6, 0))
    # The control point of the next is the last one's, on the other side.
    assert second[1] == pytest.approx((8, -4, 10, -4, 12, 0))


SMALL = floats(-50, 50)


@settings(max_examples=60)
@given(
    x=SMALL,
    y=SMALL,
    rx=floats(0.5, 40),
    ry=floats(0.5, 40),
    turn=SMALL,
    big=booleans(),
    cw=booleans(),
)
def test_every_point_of_an_arc_lies_on_its_ellipse(
    x: float, y: float, rx: float, ry: float, turn: float, big: bool, cw: bool
) -> None:
    if math.hypot(x, y) < 1:
        return
    curves = list(arc((0, 0), rx, ry, turn, (big, cw), (x, y)))
    assert curves[-1][-2:] == (x, y)
    # Back in the circle: all points have one distance from one middle.
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def flat(point: tuple[float, ...]) -> tuple[float, float]:
        return (cos * point[0] + sin * point[1]) / rx, (cos * point[1] - sin * point[0]) / ry

    points, start = [(0.0, 0.0)], (0.0, 0.0)
    for curve in curves:
        a, b, end = curve[0:2], curve[2:4], curve[4:6]
        for t in (0.25, 0.5, 0.75, 1.0):
            weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
            points.append(
                tuple(  # type: ignore[arg-type]
                    sum(w * p[i] for w, p in zip(weights, (start, a, b, end), strict=True))
                    for i in (0, 1)
                )
            )
        start = end  # type: ignore[assignment]
    circle = [flat(point) for point in points]
    u, v = flat((x, y))
    half = math.hypot(u, v) / 2
    radius = max(1.0, half)
    off = math.sqrt(max(radius**2 - half**2, 0.0))
    away = off if big == cw else -off
    middle = u / 2 + away * v / (2 * half), v / 2 - away * u / (2 * half)
    middles = [middle, (u - middle[0], v - middle[1])]
    near = min(
        max(abs(math.dist(point, centre) - radius) for point in circle) for centre in middles
    )
    assert near < radius * 0.001


def test_arcs_take_the_side_and_the_way_that_their_flags_say() -> None:
    def middle(data: str) -> tuple[float, float]:
        segments = segments_of(data)
        xs = [v for _, values in segments[1:] for v in values[0::2]]
        ys = [v for _, values in segments[1:] for v in values[1::2]]
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2

    # From the left to the right end of a chord below the top of a circle of 10.
    assert middle("M-6 0A10 10 0 0 1 6 0")[1] < 0
    assert middle("M-6 0A10 10 0 0 0 6 0")[1] > 0
    assert middle("M-6 0A10 10 0 1 1 6 0")[1] < -6
    assert middle("M-6 0A10 10 0 1 0 6 0")[1] > 6
    assert len(segments_of("M0 0A5 5 0 0 0 0 0")) == 1
    assert segments_of("M0 0A0 5 0 0 0 3 4")[1] == ("L", (3, 4))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("L1 1", "begins with “L”"),
        ("M1", "takes 2 numbers at a time; it has 1"),
        ("M1 2 3", "it has 3 in all"),
        ("M,1 2", "“,1 2” at character 2"),
        ("M1,,2", "at character 3"),
        ("M1 2,", "“,” at character 5"),
        ("M1 2z3", "at character 5"),
        ("M1 2 NaN 3", "“N” at character 6"),
        ("M1 2 inf 3", "inf"),
        ("M1 1e400", "“1e400” at character 4"),
        ("M1 99999999999", "farther than a drawing reaches"),
        ("M1 2B3 4", "B3 4"),
        ("M0 0a1 1 0 2 1 3 3", "2 1 3 3"),
        ("hello", "begins with “h”"),
        ("!M0 0", "“!M0 0” at character 1"),
        ("M0 0C1 1 2 2", "takes 6 numbers"),
    ],
)
def test_what_is_no_path_is_said_with_its_place(data: str, said: str) -> None:
    with pytest.raises(PathDataError) as caught:
        segments_of(data)
    assert said in str(caught.value.saying)


@settings(max_examples=200)
@given(data=text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.,-+eE \n", max_size=60))
def test_any_text_is_a_path_or_an_error(data: str) -> None:
    try:
        segments = segments_of("M0 0" + data)
    except PathDataError as error:
        assert str(error.saying)
        return
    assert all(math.isfinite(value) for _, values in segments for value in values)


def test_a_huge_path_is_refused_and_a_large_one_is_quick() -> None:
    with pytest.raises(PathDataError, match="more than 200000"):
        segments_of("M0 0" + "h1" * 200_001)
    assert len(segments_of("M0 0" + "l1 1-1 1" * 20_000)) == 40_001


def test_numbers_are_parted_by_spaces_or_one_comma() -> None:
    assert numbers_in(" 1 , 2\n-3+4.5.5e1 ") == [1, 2, -3, 4.5, 5]
    assert numbers_in("") == []
    for wrong in ("1,,2", ",1", "1,", "a", "1 nan", "1e999", "0x1"):
        assert numbers_in(wrong) is None


def test_a_sign_stands_in_the_middle_of_its_place_in_its_own_form() -> None:
    path = vector_of("M0 0H24V12H0z", Rect(0, 0, 24, 12), Size(10, 10), BLACK)
    assert path == Path(
        (
            *(("M", (0, 2.5)), ("L", (10, 2.5)), ("L", (10, 7.5)), ("L", (0, 7.5))),
            ("Z", ()),
        ),
        fill=BLACK,
    )
    ring = vector_of("M0 0H9V9z", Rect(-1, -1, 2, 2), Size(8, 8), BLACK, even_odd=True)
    assert ring.even_odd and ring.segments[0] == ("M", (4, 4))

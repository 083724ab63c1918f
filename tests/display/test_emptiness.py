"""The largest hole is found where it is, and nothing but grounds stands in it."""

from __future__ import annotations

import sys
from pathlib import Path as FilePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(FilePath(__file__).resolve().parents[1] / "backends"))
from hand_set import FIGURES, SANS, at, box, line, page, run

from infographic.display.emptiness import emptiest, hole_in, hole_on, share_of
from infographic.display.frame import Frame
from infographic.display.items import Group, Path, Placed, Role, Stroke
from infographic.foundation.color import BLACK
from infographic.foundation.geometry import Insets, Rect, Size

ROOM = Size(640, 640)
"""Cells of 10 × 10."""


def hole(*items: Placed, size: Size = ROOM) -> Rect:
    return emptiest(items, size)


def ground(width: float, height: float) -> Group:
    return Group((at(0, 0, box(width, height)),), role=Role.ARTIFACT, name="ground")


def test_a_room_without_anything_is_one_hole_and_one_of_no_size_has_none() -> None:
    assert hole() == Rect(0, 0, 640, 640)
    assert hole(size=Size(0, 100)) == Rect(0, 0, 0, 0)


def test_the_hole_is_what_marks_leave_in_whole_cells() -> None:
    # A bar over the upper 200, one down the left 105 (reaching into an eleventh cell).
    marks = at(0, 0, box(640, 200)), at(0, 200, box(105, 440))
    assert hole(*marks) == Rect(110, 200, 530, 440)


def test_of_two_holes_the_larger_counts_and_of_equal_ones_the_higher() -> None:
    assert hole(at(0, 300, box(640, 20))) == Rect(0, 320, 640, 320)
    assert hole(at(0, 310, box(640, 20))) == Rect(0, 0, 640, 310)


def test_where_every_cell_holds_something_there_is_no_hole() -> None:
    strips = [at(0, 20 * n + 5, box(640, 10)) for n in range(32)]
    assert hole(*strips) == Rect(0, 0, 0, 0)


def test_a_ground_is_as_empty_as_paper() -> None:
    assert hole(at(0, 0, ground(640, 300))) == Rect(0, 0, 640, 640)
    band = Group((at(0, 0, box(640, 300)),), role=Role.ARTIFACT, name="band")
    assert hole(at(0, 0, band)) == Rect(0, 0, 640, 640)
    assert hole(at(0, 0, box(640, 600))) == Rect(0, 0, 640, 640)  # as good as the whole room
    assert hole(at(0, 0, box(640, 560))) == Rect(0, 560, 640, 80)


def test_a_rule_in_a_ground_parts_it_as_thin_as_it_is() -> None:
    rule = Group((at(0, 405, Path((("M", (0, 0)), ("L", (640, 0))), stroke=Stroke(BLACK, 1))),),
                 role=Role.ARTIFACT, name="rule")  # fmt: skip
    under = Group((at(0, 0, box(640, 640)), at(0, 0, rule)), role=Role.ARTIFACT, name="ground")
    assert hole(at(0, 0, under)) == Rect(0, 0, 640, 400)


@pytest.mark.parametrize("cut", [0, 40])
def test_a_frame_is_its_line_and_what_it_goes_round_is_empty(cut: float) -> None:
    corners = [(cut, 0), (600, 0), (600, 600), (0, 600), (0, cut)]
    outline = Path((*zip("MLLLL", corners, strict=True), ("Z", ())), stroke=Stroke(BLACK, 2))
    inside = hole(at(20, 20, outline))
    assert inside.width * inside.height > 0.7 * 640 * 640
    assert Rect(20, 20, 600, 600).holds(inside)


def test_a_line_of_data_takes_up_its_field() -> None:
    course = Path((("M", (0, 0)), ("L", (300, 400)), ("L", (640, 100))), stroke=Stroke(BLACK, 2))
    assert hole(at(0, 0, course)) == Rect(0, 410, 640, 230)


def test_the_place_of_a_picture_is_as_full_as_a_picture() -> None:
    place = Group((at(0, 0, box(640, 400)),), role=Role.FIGURE, name="picture")
    assert hole(at(0, 0, place)) == Rect(0, 400, 640, 240)


def test_type_takes_up_its_em_boxes_each_run_its_own() -> None:
    # 12 units of 0.5 em at 100 pt beside 4 Han at 20 pt, on a baseline at 100.
    digits, words = run(FIGURES, "2300", 100), run(SANS, "建立联盟", 20)
    set_ = line(words, digits)
    small = 80.0
    found = emptiest((at(0, 100, set_),), Size(640, 102.4))
    assert found.x >= set_.width - 10
    left = emptiest((at(0, 100, set_),), Size(small, 640))
    assert left.y == pytest.approx(110, abs=1)
    above = emptiest((at(0, 100, set_),), Size(small, 102.4))
    assert above.height == pytest.approx(100 - 0.88 * 20, abs=5)


def test_blank_type_is_nothing() -> None:
    assert hole(at(0, 100, line(run(SANS, "  ", 100)))) == Rect(0, 0, 640, 640)


def test_a_frame_is_looked_at_in_the_room_it_is_placed_in() -> None:
    frame = Frame(Size(640, 100), (at(0, 0, box(320, 100)), at(320, 0, box(320, 100))))
    assert hole_in(frame) == Rect(0, 0, 0, 0)
    assert hole_in(frame, ROOM) == Rect(0, 100, 640, 540)
    assert share_of(hole_in(frame, ROOM), ROOM) == pytest.approx(540 / 640)


def test_a_page_is_looked_at_inside_its_trim_and_not_where_a_platform_covers_it() -> None:
    one = page(at(0, 0, box(640, 100)), width=640, height=840)
    assert hole_on(one) == pytest.approx(Rect(0, 105, 640, 735))
    covered = page(at(0, 0, box(640, 100)), width=640, height=840, safe_area=Insets(top=200))
    assert hole_on(covered) == Rect(0, 200, 640, 640)


PLACES = st.builds(
    lambda x, y, width, height: Rect(x, y, width, height),
    *(st.integers(-50, 640),) * 2, *(st.integers(1, 300),) * 2,
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PLACES, max_size=8))
def test_no_mark_reaches_into_the_hole_and_it_is_as_large_as_any(marks: list[Rect]) -> None:
    items = tuple(at(mark.x, mark.y, box(mark.width, mark.height)) for mark in marks)
    found = emptiest(items, ROOM, 16)
    assert not any(found.meets(mark, 1e-6) for mark in marks)
    assert found.width * found.height == _by_trial(marks)


def _by_trial(marks: list[Rect]) -> float:
    """Every row's start and end, and the longest run of columns that all its rows leave empty."""
    cells = [
        [any(m.meets(Rect(x * 40, y * 40, 40, 40), 1e-6) for m in marks) for x in range(16)]
        for y in range(16)
    ]
    best = 0
    for top in range(16):
        full = [False] * 16
        for foot in range(top, 16):
            full = [one or cells[foot][x] for x, one in enumerate(full)]
            run_, longest = 0, 0
            for one in full:
                run_ = 0 if one else run_ + 1
                longest = max(longest, run_)
            best = max(best, longest * (foot - top + 1))
    return best * 1600.0


def test_a_hole_is_no_taller_than_is_asked_for() -> None:
    marks = at(105, 0, box(535, 640)), at(0, 0, box(105, 30))
    assert hole(*marks) == Rect(0, 30, 100, 610)
    assert emptiest(marks, ROOM, tallest=205).height == 200

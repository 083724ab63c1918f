"""Labels in the plane: in the frame, on nothing, and what has no place is said."""

from __future__ import annotations

from itertools import combinations

import pytest
from conftest import Limited
from hypothesis import example, given, settings
from hypothesis import strategies as st

from infographic.foundation.geometry import Point, Rect, Size
from infographic.graphics.placing import labels
from infographic.graphics.placing.crossings import lines_cross, meets_line
from infographic.graphics.placing.labels import SIDES, Wish, placed_labels

FRAME = Rect(0, 0, 200, 150)
POINTS = st.builds(Point, st.integers(0, 200), st.integers(0, 150))
WISHES = st.lists(
    st.builds(Wish, POINTS, st.builds(Size, st.integers(5, 80), st.integers(5, 20))), max_size=14
)


@settings(max_examples=80)
@given(
    WISHES,
    st.lists(st.tuples(POINTS, POINTS), max_size=5),
    st.lists(st.builds(Rect, *[st.integers(0, 150)] * 2, *[st.integers(1, 40)] * 2), max_size=3),
)
@example([Wish(Point(100, 75), Size(40, 10))] * 12, [], [])
def test_no_label_stands_on_anything_or_outside_the_frame(
    wishes: list[Wish], lines: list[tuple[Point, Point]], boxes: list[Rect]
) -> None:
    found = placed_labels(wishes, FRAME, boxes=boxes, lines=lines, gap=1)
    standing = [(at, one) for at, one in enumerate(found.placements) if one is not None]
    assert len(standing) + len(found.given_way) == len(wishes)
    leaders = [one.leader for _, one in standing if one.leader is not None]
    for at, one in standing:
        assert FRAME.holds(one.box, 1e-5)
        assert one.box.size == wishes[at].size
        assert not any(meets_line(one.box, line) for line in [*lines, *leaders])
        assert not any(one.box.meets(box, 1e-5) for box in boxes)
        for other, wish in enumerate(wishes):
            if other != at:
                x, y = wish.at
                assert not one.box.meets(Rect(x - 1, y - 1, 2, 2), 1e-5)
    for (_, one), (_, other) in combinations(standing, 2):
        assert not one.box.grown(1).meets(other.box, 1e-5)
    assert not any(lines_cross(one, other) for one, other in combinations(leaders, 2))
    assert placed_labels(wishes, FRAME, boxes=boxes, lines=lines, gap=1) == found


def test_a_label_stands_to_the_right_of_its_mark_if_it_can() -> None:
    (only,) = placed_labels([Wish(Point(50, 50), Size(30, 10), clear=4)], FRAME).placements
    assert only is not None
    assert (only.box, only.side, only.leader) == (Rect(54, 45, 30, 10), "right", None)


def test_a_label_at_the_edge_stands_on_the_other_side() -> None:
    (only,) = placed_labels([Wish(Point(195, 50), Size(30, 10))], FRAME).placements
    assert only is not None and only.side == "left"


def test_a_desk_may_choose_the_side() -> None:
    wish = Wish(Point(100, 50), Size(30, 10), sides=("below", *SIDES))
    (only,) = placed_labels([wish], FRAME).placements
    assert only is not None and only.side == "below"


def test_a_label_leaves_a_neighbour_the_only_place_it_has() -> None:
    first = Wish(Point(120, 50), Size(30, 10), clear=4)
    tied = Wish(Point(125, 60), Size(30, 10), clear=4, sides=("above right",))
    one, other = placed_labels([first, tied], FRAME).placements
    assert one is not None and one.side == "left"
    assert other is not None and other.side == "above right"


def test_a_label_in_a_crowd_stands_off_on_a_leader() -> None:
    walls = [Rect(80, 60, 15, 40), Rect(105, 60, 15, 40), Rect(80, 60, 40, 10)]
    wish = Wish(Point(100, 75), Size(30, 10), clear=3)
    (only,) = placed_labels([wish], FRAME, boxes=walls).placements
    assert only is not None and only.leader is not None
    assert only.leader[0] == Point(100, 78)
    assert placed_labels([wish], FRAME, boxes=walls, reaches=()).given_way == (0,)


def test_a_leader_crosses_a_line_of_data_only_where_it_must() -> None:
    wish = Wish(Point(100, 75), Size(30, 20), clear=3)
    walls = [Rect(90, 65, 4, 20), Rect(106, 65, 4, 20)]
    above = (Point(95, 70), Point(105, 70))
    below = (Point(95, 80), Point(105, 80))
    (free,) = placed_labels([wish], FRAME, boxes=walls, lines=[above]).placements
    assert free is not None and free.leader is not None and free.side == "below"
    (forced,) = placed_labels([wish], FRAME, boxes=walls, lines=[above, below]).placements
    assert forced is not None and forced.leader is not None and forced.side == "above"


def test_the_later_label_gives_way() -> None:
    tight = Rect(0, 0, 40, 10)
    wishes = [Wish(Point(5, 5), Size(28, 8)), Wish(Point(4, 5), Size(28, 8))]
    found = placed_labels([wishes[0], wishes[1]], tight)
    assert found.given_way == (1,)


CROWD = [
    (84, 79), (100, 97), (95, 95), (31, 54), (113, 71), (109, 22), (70, 34), (77, 64), (29, 32),
    (53, 95), (97, 27), (100, 25), (84, 24), (28, 91),
]  # fmt: skip


def test_a_label_that_found_no_place_gets_one_that_another_can_do_without() -> None:
    # In their own order the last but one is walled in by those before it.
    wishes = [Wish(Point(x, y), Size(28, 8), clear=4) for x, y in CROWD]
    assert placed_labels(wishes, Rect(8, 8, 132, 110)).given_way == ()


def test_a_label_avoids_the_side_where_it_would_seem_another_marks() -> None:
    wishes = [Wish(Point(50, 50), Size(30, 10), clear=4), Wish(Point(65, 60), Size(5, 5), clear=4)]
    first, _ = placed_labels(wishes, FRAME).placements
    assert first is not None and first.side == "left"


def test_labels_past_the_limit_give_way_and_their_marks_stay_free(limited: Limited) -> None:
    limited({"labels": 3})
    wishes = [Wish(Point(20 + 16 * number, 75), Size(20, 10), clear=4) for number in range(10)]
    found = placed_labels(wishes, FRAME)
    assert found.given_way[-7:] == (3, 4, 5, 6, 7, 8, 9)
    marks = [Rect(wish.at.x - 2, wish.at.y - 2, 4, 4) for wish in wishes]
    for at, one in enumerate(found.placements[:3]):
        assert one is None or not any(
            one.box.meets(mark, 1e-5) for number, mark in enumerate(marks) if number != at
        )


def test_a_crowd_in_one_place_is_not_looked_over_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[object] = []
    once = labels._tried
    monkeypatch.setattr(labels, "_tried", lambda *of: tried.append(of) or once(*of))
    monkeypatch.setattr(labels, "MOST_LOOKED", 100)
    wishes = [Wish(Point(50, 50), Size(20, 8)) for _ in range(60)]
    assert len(placed_labels(wishes, FRAME).given_way) > 40
    assert len(tried) == 1

"""Flows: as thick as their values, inside their nodes, crossing as little as their order allows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infographic.graphics.arrangements.flowing import Link, crossings, flow

LINKS = st.lists(
    st.builds(
        Link, st.sampled_from("甲乙丙丁戊"), st.sampled_from("一二三四五六"),
        st.none() | st.decimals(0, "1e12", places=6),
    ),
    min_size=1, max_size=20,
).filter(lambda links: any(link.value for link in links))  # fmt: skip


@settings(max_examples=60)
@given(LINKS, st.floats(20, 600), st.floats(0, 40))
def test_ribbons_are_as_thick_as_their_values_and_fill_their_nodes(
    links: list[Link], length: float, gap: float
) -> None:
    made = flow(links, length, gap)
    assert made.points_a_unit > 0
    assert [one.link for one in made.ribbons] == [at for at, link in enumerate(links) if link.value]
    for one in made.ribbons:
        expected = float(links[one.link].value or 0) * made.points_a_unit
        for begin, end in (one.left, one.right):
            assert end - begin == pytest.approx(expected, abs=1e-6)
    for side, ends in ((made.left, "left"), (made.right, "right")):
        spans = [node.span for node in side]
        assert spans[0][0] >= -1e-6 and spans[-1][1] <= length + 1e-6
        assert spans[0][0] == pytest.approx(length - spans[-1][1], abs=1e-6)
        assert all(after[0] >= before[1] - 1e-9 for before, after in pairwise(spans))
        parts = sorted(getattr(one, ends) for one in made.ribbons)
        filled = sum(end - begin for begin, end in parts)
        assert filled == pytest.approx(sum(end - begin for begin, end in spans), abs=1e-6)
        assert all(after[0] >= before[1] - 1e-6 for before, after in pairwise(parts))


def test_the_files_order_is_kept_where_it_is_wanted() -> None:
    links = [Link("甲", "二", 1), Link("乙", "一", 1)]
    assert [node.name for node in flow(links, 50, 5, right="kept").right] == ["二", "一"]


def test_a_side_is_ordered_so_that_least_crosses() -> None:
    links = [
        Link("甲", "一", 1), Link("甲", "三", 9), Link("乙", "二", 9), Link("丙", "一", 9),
    ]  # fmt: skip
    assert [node.name for node in flow(links, 100, 5).right] == ["三", "二", "一"]


def test_ribbons_of_one_node_do_not_cross_in_it() -> None:
    links = [Link("甲", "二", 2), Link("乙", "一", 3), Link("甲", "一", 4)]
    made = flow(links, 100, 10, right="kept")
    (to_second, from_other, to_first) = made.ribbons
    assert to_second.left[1] == to_first.left[0]
    assert to_first.right[1] == from_other.right[0]
    turned = flow(links[::-1], 100, 10, left="kept", right="kept")
    (to_first, _, to_second) = turned.ribbons
    assert to_first.left[1] == to_second.left[0]
    mixed = flow([Link("甲", "二", 2), Link("甲", "一", 4), Link("乙", "二", 3)], 90, 0)
    assert [node.name for node in mixed.right] == ["一", "二"]
    assert mixed.ribbons[1].left[1] == mixed.ribbons[0].left[0]


@settings(max_examples=40)
@given(LINKS)
def test_ordering_never_makes_more_cross_than_the_files_order(links: list[Link]) -> None:
    flows = [(link.source, link.target, float(link.value)) for link in links if link.value]
    kept, best = (
        crossings(flows, *[[node.name for node in side] for side in (made.left, made.right)])
        for made in (flow(links, 100, 5, right="kept"), flow(links, 100, 5))
    )
    assert best <= kept


def test_wide_gaps_leave_half_of_the_length_to_the_flow() -> None:
    made = flow([Link("甲", name, 1) for name in "一二三四五"], 100, 40)
    assert made.points_a_unit == 10


def test_what_cannot_flow_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        flow([Link("甲", "一", -1)], 100, 5)
    with pytest.raises(ValueError, match="nothing flows"):
        flow([Link("甲", "一", 0), Link("甲", "二", None)], 100, 5)

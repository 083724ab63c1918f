"""Lines that stand on one another are found, and only those."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from infographic.display.collisions import collisions
from infographic.display.items import Group, Placed, Role, TextLine
from infographic.display.page import Page
from infographic.foundation.geometry import Size

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "backends"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from hand_set import SERIF, at, line, page, run
from pages import PAIRS, page_or_faults, swept


def set_at(x: float, y: float, text: str = "党建联盟", size: float = 10) -> Placed:
    return at(x, y, line(run(SERIF, text, size)))


def pairs(*items: Placed) -> list[tuple[str, str]]:
    one: Page = page(*items, width=300, height=200)
    return [(text_of(first), text_of(second)) for first, second, *_ in collisions(one)]


def text_of(placed: Placed) -> str:
    assert isinstance(placed.item, TextLine)
    return placed.item.text


def test_two_lines_that_share_ink_are_found_once_the_higher_first() -> None:
    assert pairs(set_at(40, 66, "田野"), set_at(40, 60)) == [("党建联盟", "田野")]


@pytest.mark.parametrize(("down", "found"), [(8.8, 1), (9.0, 0), (9.4, 0)])
def test_ink_is_less_than_the_em(down: float, found: int) -> None:
    # 0.08 below the one and 0.86 above the other make 9.4 pt, of which half a point may be shared.
    assert len(pairs(set_at(40, 60), set_at(40, 60 + down))) == found


def test_figures_reach_less_high_than_han() -> None:
    assert pairs(set_at(40, 60), set_at(40, 68.2, "2300")) == []
    assert len(pairs(set_at(40, 60), set_at(40, 68.2, "党建"))) == 1


def test_lines_beside_each_other_and_runs_of_one_line_do_not_collide() -> None:
    mixed = line(run(SERIF, "党", 10), run(SERIF, "建", 30))
    assert pairs(set_at(40, 60), set_at(80, 60)) == []
    assert pairs(at(40, 60, mixed)) == []


def test_readings_decoration_and_what_a_clip_hides_do_not_count() -> None:
    below = set_at(40, 60)
    for role in (Role.RUBY_TEXT, Role.ARTIFACT):
        assert pairs(below, at(0, 0, Group((set_at(40, 62),), role=role))) == []
    clipped = Group((set_at(40, 62),), clip=Size(20, 20))
    assert pairs(below, at(0, 0, clipped)) == []
    assert len(pairs(below, at(0, 0, replace(clipped, clip=None)))) == 1


@pytest.mark.parametrize(("layout", "story"), swept(PAIRS))
def test_no_shipped_page_has_lines_on_one_another(layout: str, story: str) -> None:
    one = page_or_faults(layout, story)
    if isinstance(one, tuple):
        pytest.skip("the story does not fit")
    assert collisions(one.page) == ()


def test_an_empty_line_collides_with_nothing() -> None:
    assert pairs(at(40, 60, TextLine((), "", 0)), set_at(40, 60)) == []

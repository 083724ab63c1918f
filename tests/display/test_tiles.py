"""Long pages cut into tiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from infographic import compose, draft
from infographic.display.items import Group, Placed, Role, TextLine
from infographic.display.page import Page
from infographic.display.tile_cuts import cuts
from infographic.display.tiles import tiles
from infographic.foundation.geometry import Point, Rect, Size

ROOT = Path(__file__).parents[2]


def test_tiles_fill_the_page_and_cut_no_line_of_type() -> None:
    page = compose(ROOT / "data.json", "long-image").page
    most = 1440 * 0.75
    ends = cuts(page, most)
    assert ends[-1] == page.trim.height
    assert all(b - a <= most + 0.01 for a, b in zip([0.0, *ends], ends, strict=False))
    lines = [p for p in page.walk() if isinstance(p.item, TextLine)]
    for end in ends[:-1]:
        for line in lines:
            size = max(run.size for _, run in line.item.runs)
            assert not line.at.y - 0.88 * size < end < line.at.y + 0.12 * size


def test_every_line_of_the_page_is_whole_in_one_tile() -> None:
    page = compose(ROOT / "data.json", "long-image").page
    words = "".join(p.item.text for p in page.walk() if isinstance(p.item, TextLine))
    inside = ""
    for tile in tiles(page, 1500 * 0.75):
        for placed in tile.walk():
            if isinstance(placed.item, TextLine) and 0 < placed.at.y < tile.trim.height:
                inside += placed.item.text
    assert inside == words


def test_a_page_that_is_short_enough_is_one_tile() -> None:
    page = compose(ROOT / "data.json", "square").page
    assert cuts(page, 2000) == [page.trim.height]


CASES = [
    (ROOT / story, layout, most)
    for story, layout in (
        ("data.json", "long-image"),
        ("examples/single-panel/story.json", "modern/long-image"),
        ("examples/twelve-stats/story.json", "long-image"),
    )
    for most in (600, 900, 1080, 1440, 1800)
]


@cache
def page_of(story: Path, layout: str) -> Page:
    return draft(story, layout).page


@pytest.mark.parametrize(("story", "layout", "most"), CASES)
def test_no_tile_is_a_sliver_and_none_ends_behind_a_heading(
    story: Path, layout: str, most: int
) -> None:
    page = page_of(story, layout)
    ends = cuts(page, most * 0.75)
    heights = [foot - top for top, foot in pairwise([0.0, *ends])]
    assert min(heights) >= most * 0.75 / 3
    for end in ends[:-1]:
        above = max(line for line in lines_of(page) if line.y < end)
        below = min(line for line in lines_of(page) if line.y > end)
        assert below.is_heading or not above.is_heading


@pytest.mark.parametrize(("story", "layout", "most"), CASES)
def test_a_picture_stays_with_its_caption_where_a_tile_can_hold_both(
    story: Path, layout: str, most: int
) -> None:
    page = page_of(story, layout)
    for figure in (block for placed in page.blocks for block in placed.walk()):
        if figure.kind == "figure" and figure.box.height < most * 0.75 * 0.6:
            inside = [end for end in cuts(page, most * 0.75) if in_box(end, figure.box)]
            assert inside == [], figure.origin.pointer


def in_box(y: float, box: Rect) -> bool:
    return box.y + 0.01 < y < box.bottom - 0.01


class Line(NamedTuple):
    y: float
    is_heading: bool


def lines_of(page: Page) -> list[Line]:
    """The baselines of a page, and whether each is of a heading."""

    def inside(items: Iterable[Placed], at: Point, is_heading: bool) -> Iterator[Line]:
        for placed in items:
            here, item = placed.at.moved(*at), placed.item
            if isinstance(item, Group):
                is_one = item.role in (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
                yield from inside(item.items, here, is_heading or is_one)
            elif isinstance(item, TextLine) and item.runs:
                yield Line(here.y, is_heading)

    return list(inside(page.items, Point(0, 0), False))


@pytest.mark.parametrize("most", [300, 600])
def test_a_picture_taller_than_a_tile_is_cut_and_still_no_line(most: int) -> None:
    page = page_of(ROOT / "data.json", "long-image")
    ends = cuts(page, most * 0.75)
    assert all(foot - top <= most * 0.75 + 0.01 for top, foot in pairwise([0.0, *ends]))
    lines = sorted(p.at.y for p in page.walk() if isinstance(p.item, TextLine) and p.item.runs)
    for end in ends[:-1]:
        # The baseline of a body line and a third of its size on either side of its middle.
        assert not [y for y in lines if y - 8 < end < y]


def test_no_tile_stands_empty_where_another_cut_gives_it_words() -> None:
    page = page_of(ROOT / "data.json", "square")
    line = next(one for one in page.walk() if isinstance(one.item, TextLine) and one.item.runs)
    feet = (450, 640, 850)
    lines = tuple(Placed(Point(10, y), line.item, line.origin) for y in feet)
    sparse = replace(page, trim=Size(500, 1250), items=lines, blocks=())
    # At even heights the first of three tiles ends above the first line.
    ends = cuts(sparse, 500)
    tiled = [sum(top < y < foot for y in feet) for top, foot in pairwise([0.0, *ends])]
    assert tiled == [1, 1, 1]


def test_a_tile_lower_than_a_line_is_made_all_the_same() -> None:
    page = page_of(ROOT / "data.json", "long-image")
    ends = cuts(page, 12.0)
    assert all(0 < foot - top <= 12.01 for top, foot in pairwise([0.0, *ends]))

"""Stories of every length through the layouts: nothing collides, is lost, uneven or off its grid.

A sample of what `sweep.py` makes; every variant meets some layout.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest
from judge import (
    dishonest,
    drafted,
    faults_of,
    off_grid,
    overset_by,
    standing_wrong,
    unequal,
    words_lost,
    wrong_with,
)
from pages import SETS
from stories_of import ROOT, story_of
from variants import Variant, base, variants, with_stats

import infographic.blocks.stats
import infographic.flow.one_frame.columns
from infographic.composed import ComposedPage
from infographic.display.items import Group, Placed, TextLine
from infographic.display.page import Page
from infographic.foundation.geometry import Point
from infographic.foundation.memo import forget
from infographic.loading.sheet.layouts import all_layouts, read_layout
from infographic.options import read_story
from infographic.pipeline import settled_layout

THREADED = str(ROOT / "examples" / "two-pages" / "layout.json")
VERTICAL = str(ROOT / "examples" / "vertical" / "layout.json")
LAYOUTS = [*sorted(set(all_layouts()) - set(SETS)), THREADED, VERTICAL]
EVERY = 48
SAMPLED = [
    (layout, variant)
    for number, layout in enumerate(LAYOUTS)
    for variant in list(variants())[number % EVERY :: EVERY]
]
BODIES = [
    (layout, length)
    for layout in ("broadsheet", "tabloid", "modern/broadsheet", "modern/tabloid", THREADED)
    for length in range(1000, 3401, 600)
]


def named(value: Any) -> str:
    return value.name if isinstance(value, Variant) else str(value).rpartition("examples/")[2]


@pytest.mark.parametrize(("layout", "variant"), SAMPLED, ids=named)
def test_a_story_of_another_length_stands_well_or_is_said_to_be_too_long(
    layout: str, variant: Variant
) -> None:
    assert wrong_with(variant, layout) == []


@pytest.mark.parametrize(("layout", "length"), BODIES, ids=named)
def test_a_longer_body_ends_level_or_is_overset_by_exactly_its_last_characters(
    layout: str, length: int
) -> None:
    body = Variant(f"body of {length}", story_of(length))
    assert wrong_with(body, layout, ledger_too=True) == []


@pytest.mark.parametrize("length", [2200, 2600, 3000])
def test_a_longer_body_in_tiers_is_overset_by_exactly_its_last_characters(length: int) -> None:
    told = story_of(length)
    faults = faults_of(drafted(told, VERTICAL))
    assert overset_by(faults) > 0
    assert dishonest(told, VERTICAL, faults) == []


# The judge itself: what it is to find it finds.


def page_of(told: Any, layout: str) -> Page:
    made = drafted(told, layout)
    assert isinstance(made, ComposedPage)
    return made.page


def edited(items: tuple[Placed, ...], wanted: str, by: Point | None) -> tuple[Placed, ...]:
    """The lines that begin with some words moved, or taken away."""
    new = []
    for placed in items:
        item = placed.item
        if isinstance(item, TextLine) and item.text.startswith(wanted):
            if by is not None:
                moved = Point(placed.at.x + by.x, placed.at.y + by.y)
                new.append(placed._replace(at=moved))
            continue
        if isinstance(item, Group):
            item = replace(item, items=edited(item.items, wanted, by))
        new.append(placed._replace(item=item))
    return tuple(new)


def with_line(page: Page, wanted: str, by: Point | None) -> Page:
    return replace(page, items=edited(page.items, wanted, by))


def test_the_judge_sees_a_line_on_another_off_its_grid_and_one_that_is_lost() -> None:
    page = page_of(base(), "broadsheet")
    lines = [
        placed.item.text
        for placed in page.walk()
        if isinstance(placed.item, TextLine) and placed.origin.pointer == "/body/1"
    ]
    told = read_story(base())
    assert standing_wrong(page) == off_grid(page, 13.8) == []
    assert words_lost([page], "broadsheet", told) == []
    assert any(
        found.startswith("collides")
        for found in standing_wrong(with_line(page, lines[1], Point(0, -9)))
    )
    assert any(
        found.startswith("outside")
        for found in standing_wrong(with_line(page, lines[1], Point(-2000, 0)))
    )
    assert off_grid(with_line(page, lines[1], Point(0, 0.02)), 13.8)
    assert words_lost([with_line(page, lines[1], None)], "broadsheet", told)


def test_the_judge_sees_a_column_on_another_off_its_grid_and_one_that_leaves_the_page() -> None:
    page = page_of(base(), VERTICAL)
    line = next(
        placed.item.text
        for placed in page.walk()
        if isinstance(placed.item, TextLine) and placed.origin.pointer == "/body/1"
    )
    leading = settled_layout(read_layout(VERTICAL)).sheet.styles["body-down"].leading
    assert standing_wrong(page) == off_grid(page, leading, True) == []
    for by, wrong in ((Point(9, 0), "collides"), (Point(0, 2000), "outside")):
        moved = with_line(page, line, by)
        assert any(found.startswith(wrong) for found in standing_wrong(moved))
    assert off_grid(with_line(page, line, Point(0.02, 0)), leading, True)


IN_A_SET: Any = {
    "extends": "families/daily", "page": {"width": "400pt", "height": "auto", "margins": "20pt"},
    "body": {"type": "stats", "stats": {"$data": "/panels/0/stats"}, "form": "stacked",
             "style": "label", "value_style": "value", "columns": 2},
}  # fmt: skip


def test_the_judge_sees_numbers_of_other_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    changes = with_stats(base(), 0, 8, "changes")
    assert unequal(page_of(changes, IN_A_SET)) == []
    whole = infographic.blocks.stats.lay_out_stat
    factors = itertools.cycle((0.8, 0.79))

    def each_for_itself(stat: Any, look: Any, width: float, size: Any) -> Any:
        return whole(stat, look, width, size._replace(factor=next(factors)))

    monkeypatch.setattr(infographic.blocks.stats, "lay_out_stat", each_for_itself)
    forget()
    assert unequal(page_of(changes, IN_A_SET))
    forget()


def test_the_judge_sees_columns_that_are_not_level(monkeypatch: pytest.MonkeyPatch) -> None:
    ragged = Variant("body of 2000", story_of(2000))
    assert wrong_with(ragged, "tabloid") == []
    monkeypatch.setattr(
        infographic.flow.one_frame.columns, "leveled_with_air", lambda poured, *_: poured
    )
    forget()
    assert wrong_with(ragged, "tabloid") == ["ragged by 3"]
    forget()

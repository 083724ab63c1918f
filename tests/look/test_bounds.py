"""The table of bounds is tightened and never loosened; what is worse is told."""

from __future__ import annotations

import json
import sys
from dataclasses import replace

import pytest
from pages import LAYOUTS, ROOT

sys.path.insert(0, str(ROOT / "docs"))
from build_look import BOUNDS, NAMES, Looked, table, tightened, told_bounds, worse_than_allowed

from infographic.foundation.datum import BUILT_IN
from infographic.foundation.sayings import say
from infographic.look.measure import Measure, at_least, at_most


def ratio(found: float) -> Measure:
    return at_least("rank", found, 2.2, say("look-news", pointer=""), BUILT_IN)


def holes(found: float) -> Measure:
    return at_most("hole", found, 0.2, say("look-news", pointer=""), BUILT_IN)


def page(*measures: Measure, story: str = "data") -> Looked:
    return Looked("square", story, {one.name: one for one in measures})


def test_what_the_grammar_asks_needs_no_row_and_what_is_worse_than_the_row_is_told() -> None:
    assert worse_than_allowed(page(ratio(2.2), holes(0.2)), {}) == []
    assert worse_than_allowed(page(ratio(1.5)), {"square": {"rank": 1.5}}) == []
    (told,) = worse_than_allowed(page(ratio(1.4)), {"square": {"rank": 1.5}})
    assert told == "rank: found 1.40, wanted at least 2.20, allowed so far 1.5"
    (told,) = worse_than_allowed(page(holes(0.3)), {"square": {"rank": 1.5}})
    assert told == "hole: found 0.30, wanted at most 0.20, allowed so far nothing else"


def test_bounds_are_the_worst_of_all_stories_and_are_tightened_alone() -> None:
    pages = [page(ratio(1.5), holes(0.3)), page(ratio(1.2), holes(0.1), story="summer")]
    assert tightened({}, pages) == {"square": {"hole": 0.3, "rank": 1.2}}
    before = {"square": {"rank": 1.0, "hole": 0.25}, "panel": {"rank": 1.0}}
    # The hole became larger and stays forbidden; a layout that is gone has no row.
    assert tightened(before, pages) == {"square": {"rank": 1.2, "hole": 0.25}}
    assert tightened({"square": {"rank": 1.0}}, [page(ratio(3))]) == {"square": {}}


def test_the_worst_page_stands_first_in_the_table() -> None:
    rows = list(table([page(ratio(2.5)), page(ratio(1.1), holes(0.4), story="summer")]))
    assert [row.split()[:2] for row in rows[1:3]] == [["square", "summer"], ["square", "data"]]
    assert "1.10!" in rows[1]
    assert rows[-1].split()[:2] == ["of", "2"]


@pytest.mark.parametrize("measure", [ratio(0.0), replace(ratio(0.5), found=0.0)])
def test_a_measure_of_nothing_is_as_far_off_as_can_be(measure: Measure) -> None:
    assert measure.off == float("inf")


def test_every_row_of_the_bounds_is_a_layout_and_every_bound_a_measure() -> None:
    bounds = told_bounds()
    assert set(bounds) <= set(LAYOUTS)
    assert {name for row in bounds.values() for name in row} <= set(NAMES)
    lines = BOUNDS.read_text(encoding="utf-8").splitlines()
    # A layout a line, so that two who tighten two layouts do not meet.
    assert len(lines) == len(bounds) + 2
    assert list(bounds) == sorted(json.loads(BOUNDS.read_text(encoding="utf-8")))

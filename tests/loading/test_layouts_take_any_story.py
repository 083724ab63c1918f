"""No shipped layout asks a story for what it may lack: it says what it needs, and asks no more."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from pages import LAYOUTS

from infographic.bound_pages import bind_pages, unmet_needs
from infographic.foundation.diagnostics import SpecError
from infographic.pipeline import read_files

CHANGE = {"from": "由**1**万", "to": "到**2**万"}
PANELS: tuple[Any, ...] = (
    None, [{"stats": ["建立**3**个"]}], [{"stats": []}], [{"title": "题"}],
    [{"title": "题", "stats": ["建立**3**个", CHANGE]}, {"stats": ["甲**1**"]}],
)  # fmt: skip
CHARTS = (None, [{"data": {"columns": ["甲", "乙"], "rows": [["子", 1], ["丑", 2]]}}])
FIGURES = (None, [{"image": None}])
BODIES = (None, ["段落" * 500])
ABOUT_ITSELF = ("layout-needs", "layout-pages", "must-left-out")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_a_layout_asks_for_it_says_it_needs(layout: str) -> None:
    for panels, charts, figures, body in product(PANELS, CHARTS, FIGURES, BODIES):
        given = {"panels": panels, "charts": charts, "figures": figures, "body": body}
        story = {"headline": "大", **{key: part for key, part in given.items() if part}}
        try:
            files = read_files(story, layout, {})
            if not unmet_needs(files):
                bind_pages(files)
        except SpecError as error:
            wrong = [one for one in error.diagnostics if one.code not in ABOUT_ITSELF]
            assert wrong == [], story

"""The search of a grid's arrangement is as good as if every one were weighed to the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from math import inf
from typing import Any

import pytest
from number_grids import grid, page_of

from infographic.blocks.number_grid.drawn import Drawing
from infographic.blocks.number_grid.plans import Plan
from infographic.blocks.number_grid.search import SLIGHT, Search
from infographic.blocks.number_grid.spaces import natural_height
from infographic.blocks.number_grid.types import Ladder
from infographic.foundation.diagnostics import SpecError
from infographic.layout.setting import TOLERANCE
from infographic.text.style import Alignment, Part

LONG = "国月日人国月日人国月日人国月日人国月日人"
CHANGE = {"from": "2021年**120**个", "to": "2025年**420**个", "label": "国人"}


def stats(count: int) -> list[dict[str, Any]]:
    """Facts of every kind: short and long words, changes, shares, notes, sentences."""
    kinds: list[dict[str, Any]] = [
        {"value": 12, "unit": "个", "label": "国人月日"},
        {"value": 3456, "unit": "人", "label": "国月日人国月", "note": "月日国人"},
        CHANGE,
        {"value": 45, "unit": "%", "label": "国月"},
        {"value": 7, "unit": "个", "label": LONG},
        {"text": "国人月**21**个日"},
        {"value": 8, "unit": "国月", "label": "日人"},
    ]
    return [kinds[number % len(kinds)] for number in range(count)]


GRIDS = [
    (1, (300, 300), {}),
    (3, (600, 400), {"news": CHANGE, "cells": "grounds"}),
    (5, (420, 420), {"news": None, "label": "above"}),
    (7, (600, 900), {"news": CHANGE}),
    (7, (420, 300), {"news_at": "top"}),
    (9, (900, 500), {}),
    (12, (500, 400), {"news": CHANGE}),
]


def searches_of(
    monkeypatch: pytest.MonkeyPatch, look: Callable[[Search, Plan | None], None]
) -> Callable[[Any], None]:
    """Composes a grid, and looks at each search that was made for it."""
    best = Search.best

    def looked(self: Search) -> Plan | None:
        found = best(self)
        look(self, found)
        return found

    def compose(case: Any) -> None:
        count, room, fields = case
        monkeypatch.setattr(Search, "best", looked)
        body = grid(*stats(count), smallest="14pt", **fields)
        with suppress(SpecError):
            page_of(body, *room)
        rows = {"type": "stack", "rows": ["auto", "rest"], "children": [body, {"type": "spacer"}]}
        page_of(rows, room[0], 3000)

    return compose


def weighed(search: Search) -> Iterator[tuple[list[float], Plan]]:
    """Every arrangement's bounds, and what came of it, none left out."""
    for option in search._ways(inf):
        *bounds, last = search._closer(option) if search._may_fit(option) else (None,)
        if isinstance(last, Plan):
            yield [bound for bound in bounds if isinstance(bound, float)], last


@pytest.mark.parametrize("case", GRIDS)
def test_the_arrangement_is_the_first_of_the_least_cost_of_all(
    monkeypatch: pytest.MonkeyPatch, case: Any
) -> None:
    looked = []

    def look(search: Search, found: Plan | None) -> None:
        every = [plan for _, plan in weighed(search)]
        least = min(every, key=lambda plan: plan.cost, default=None)
        if found is None or least is None:
            assert found is least
            return
        looked.append(found)
        assert (found.arrangement, found.size, found.news_size, found.cost) == (
            least.arrangement, least.size, least.news_size, least.cost,
        )  # fmt: skip
        # Some are never weighed to the end.
        assert search.tried <= 40 * len(every)

    searches_of(monkeypatch, look)(case)
    assert looked


@pytest.mark.parametrize("case", GRIDS)
def test_no_bound_is_above_the_cost_it_is_of(monkeypatch: pytest.MonkeyPatch, case: Any) -> None:
    def look(search: Search, found: Plan | None) -> None:
        for bounds, plan in weighed(search):
            assert bounds == sorted(bounds)
            assert all(bound - SLIGHT <= plan.cost for bound in bounds)

    searches_of(monkeypatch, look)(case)


@pytest.mark.parametrize("height", range(150, 450, 30))
def test_what_is_left_out_before_it_is_weighed_fits_in_no_size(
    monkeypatch: pytest.MonkeyPatch, height: int
) -> None:
    left_out = []

    def look(search: Search, found: Plan | None) -> None:
        kept = {option.arrangement for option in search._every() if search._may_fit(option)}
        for option in search._ways(inf):
            if option.arrangement not in kept:
                left_out.append(option)
                assert not search._fits(option, *search._least(option.filled.news_room))

    searches_of(monkeypatch, look)((7, (420, height), {}))
    assert left_out


@pytest.mark.parametrize("case", GRIDS)
def test_a_size_that_is_found_too_tall_by_its_words_is_too_tall_as_it_is_set(
    monkeypatch: pytest.MonkeyPatch, case: Any
) -> None:
    asked = []
    may_fit = Drawing._may_fit

    def looked(self: Drawing, plan: Plan, height: float | None) -> bool:
        may = may_fit(self, plan, height)
        asked.append(may)
        if not may:
            assert height is not None
            assert natural_height(self._heights(plan), self.spaces) > height + TOLERANCE
        return may

    monkeypatch.setattr(Drawing, "_may_fit", looked)
    for height in (0.8, 0.9, 1.0):
        count, (width, high), fields = case
        searches_of(monkeypatch, lambda *_: None)((count, (width, height * high), fields))
    assert asked


@pytest.mark.parametrize("case", GRIDS[:2])
def test_what_arrangements_are_weighed_by_is_what_their_styles_measure(
    monkeypatch: pytest.MonkeyPatch, case: Any
) -> None:
    def look(search: Search, found: Plan | None) -> None:
        ladder: Ladder = search.grid.ladder
        for size in (*ladder.sizes, 0.9 * ladder.liked, 3.1 * ladder.liked):
            for sizes, types in (
                (ladder.measured_at(size), ladder.at(size)),
                (ladder.news_measured_at(size), ladder.news_at(size)),
            ):
                sentence = types.sentence
                told = max(sentence.leading, sentence.of(Part.DIGITS).size)
                is_news = types is ladder.news_at(size)
                assert sizes == (
                    types.size, types.cap, types.gap, types.words.size, types.words.leading,
                    types.note.size, types.note.leading, types.beside.size, types.beside.leading,
                    sentence.size, sentence.leading if is_news else told,
                    types.value.alignment is Alignment.CENTER,
                )  # fmt: skip

    searches_of(monkeypatch, look)(case)

"""Charts of thousands of rows: no more is set than is shown, and what no page holds is refused."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import Limited
from small_pages import faults

from infographic.blocks.devices.words import figures
from infographic.foundation.memo import forget


def chart(rows: int, columns: int, **more: Any) -> dict[str, Any]:
    names = ["县", *(f"第{one}季" for one in range(columns))]
    values = [[f"县{row}", *([row + 1] * columns)] for row in range(rows)]
    return {"data": {"columns": names, "rows": values}, **more}


def drawn(told: dict[str, Any]) -> list[tuple[str, str]]:
    body = {"type": "graphic", "chart": {"$data": "/charts/0"}}
    found = faults(body, 500, story={"charts": [told]})
    return [(one.saying.key, one.message) for one in found]


def test_words_are_made_of_those_figures_alone_that_are_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[int] = []
    stat = figures._stat
    monkeypatch.setattr(figures, "_stat", lambda *of: made.append(1) or stat(*of))
    forget()
    said = drawn(chart(90, 40, kind="figures"))
    forget()
    assert "graphic-left-out/many-figures" in [key for key, _ in said]
    assert len(made) <= 3 * figures.MOST


@pytest.mark.parametrize("kind", ["stacked-bars", "pyramid", "grouped-bars", "steps", "timeline"])
def test_rows_that_no_page_holds_are_not_drawn_one_by_one(limited: Limited, kind: str) -> None:
    limited({"chart-rows": 20})
    told = chart(30, 2, kind=kind, order="file")
    body = {"type": "graphic", "chart": {"$data": "/charts/0"}}
    found = faults(body, 500, story={"charts": [told]})
    (simpler,) = [one for one in found if one.saying.key == "graphic-simpler"]
    assert "at most 20 rows" in simpler.message
    assert simpler.limit == "chart-rows"
    said = [words for key, words in drawn(chart(18, 2, kind=kind, order="file"))]
    assert not any("at most 20 rows" in words for words in said)


def test_a_long_ranking_is_cut_and_not_refused(limited: Limited) -> None:
    limited({"chart-rows": 20})
    assert all(key != "graphic-simpler" for key, _ in drawn(chart(30, 2, kind="grouped-bars")))

"""Chart lint on the corpora that docs/chart-check.md states its figures of."""

from __future__ import annotations

import json
from typing import Any

import pytest
from charts import Seeded, clean, doubts, score, seeded
from pages import ROOT

from infographic.copy_lint import ALL_CODES
from infographic.foundation.codes import CODES

ON_PAGES = frozenset(("chart-colour", "chart-contrast", "chart-cut", "chart-labels"))
"""What no data alone have: tests/chart_lint/test_on_pages.py."""


@pytest.mark.parametrize("one", seeded(), ids=lambda one: ascii(one.at))
def test_a_seeded_fault_is_found_alone_at_its_place(one: Seeded) -> None:
    found = [(doubt.code, doubt.origin.pointer) for doubt in doubts(one.story)]
    assert found == [(one.code, one.at)]


@pytest.mark.parametrize("story", clean(), ids=lambda one: ascii(json.dumps(one))[:40])
def test_a_clean_chart_raises_no_alarm(story: dict[str, Any]) -> None:
    assert [str(doubt) for doubt in doubts(story)] == []


def test_every_code_is_seeded_explained_and_can_be_switched_off() -> None:
    codes = {code for code in ALL_CODES if code.startswith("chart-")}
    assert {one.code for one in seeded()} == codes - ON_PAGES
    assert codes == {code for code in CODES if code.startswith("chart-")}


def test_the_docs_state_the_score() -> None:
    assert score() in (ROOT / "docs" / "chart-check.md").read_text(encoding="utf-8").splitlines()


def test_shares_of_a_row_are_added_up_unless_one_is_missing_or_below_0() -> None:
    def found(*shares: object) -> list[str]:
        columns = ["县", "一产（%）", "二产（%）", "三产（%）"]
        data = {"columns": columns, "rows": [["榆树", *shares], ["农安", 20, 30, 50]]}
        return [one.saying.key for one in doubts({"charts": [{**CHART, "data": data}]})]

    assert found(20, 30, 45) == ["chart-shares/row"]
    assert found(20, 30, 50) == found(20, 30, "—") == found(-5, 50, 50) == []


CHART = {"title": "三产过半", "kind": "stacked-100", "source": "统计局"}

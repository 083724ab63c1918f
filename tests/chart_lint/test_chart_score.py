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

"""The ledger: whole frames by the names of the overlay, and what they hold as small as may be."""

from __future__ import annotations

from typing import Any

import pytest

from infographic.display.ledger import LedgerEntry, ledger
from infographic.foundation.geometry import Rect
from infographic.pipeline import draft
from tests.small_pages import codes, composed, layout_of

FIT = {"f": {"based_on": "s", "fit": {"mode": "shrink", "floor": "6pt", "remedies": ["size"]}}}


def entry_of(body: dict[str, Any], *size: float, **more: Any) -> LedgerEntry:
    (entry,) = ledger(composed(body, *size, **more).page)
    return entry


@pytest.mark.parametrize("vertical", ["top", "middle", "bottom"])
def test_a_frame_is_listed_where_it_stands_wherever_its_words_do(vertical: str) -> None:
    for kind in ("text", "headline"):
        body = {"type": kind, "text": "人民", "style": "s", "vertical": vertical}
        assert entry_of(body, 100, 60).box == Rect(0, 0, 100, 60)


def test_an_article_is_listed_by_its_place_in_the_story() -> None:
    body = {"type": "article", "body": {"$data": "/body"}, "style": "body"}
    for count in (1, 2):
        story = {"headline": "大事", "body": ["人民" * 30] * count}
        page = draft(story, layout_of(body, 100, 24))
        (entry,) = ledger(page.page)
        assert (entry.name, entry.origin.pointer) == ("article", "/body")
        assert entry.origin.file == "<story>"


def test_what_a_text_could_take_more_counts_that_it_may_shrink() -> None:
    body = {"type": "text", "text": "人" * 13, "style": "f"}
    tally = entry_of(body, 100, 24, styles=FIT).tally
    # Two lines of 10 at 10 pt; three of 16 at 6 pt on 7.2 pt.
    assert (tally.to_fill, tally.spare, tally.spare_lines) == (7, 35, 0)
    for more, wrong in ((35, []), (36, ["overset"])):
        long = {**body, "text": "人" * (13 + more)}
        assert [code for code in codes(long, 100, 24, styles=FIT) if code == "overset"] == wrong


def test_what_a_headline_could_take_more_counts_that_it_may_shrink() -> None:
    body = {"type": "headline", "text": "人" * 5, "style": "big", "max_lines": 2, "smallest": 0.5}
    tally = entry_of(body, 100, 24).tally
    assert (tally.to_fill, tally.spare) == (0, 15)
    assert not codes({**body, "text": "人" * 20}, 100, 24)
    assert codes({**body, "text": "人" * 21}, 100, 24)

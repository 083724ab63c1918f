"""Marks set in half a cell stand nearer to the character that they belong to."""

from __future__ import annotations

import pytest
from pages import ROOT

from infographic import compose
from infographic.display.items import TextLine


@pytest.mark.parametrize("layout", ["broadsheet", "modern/link-preview"])
def test_a_headlines_comma_is_no_nearer_to_the_next_character(layout: str) -> None:
    page = compose(ROOT / "examples/twelve-stats/story.json", layout).page
    ink = []
    for placed in page.walk():
        if isinstance(placed.item, TextLine) and placed.origin.pointer == "/headline":
            for x, run in placed.item.runs:
                for text, glyph, at in zip(run.texts, run.glyphs, run.xs, strict=True):
                    box = run.face.box_of(glyph)
                    left = x + at * run.size
                    ink.append((text, left + box.left * run.size, left + box.right * run.size))
    gaps = [
        (ink[n][1] - ink[n - 1][2], ink[n + 1][1] - ink[n][2])
        for n, (text, *_) in enumerate(ink)
        if text == "，" and n + 1 < len(ink) and ink[n + 1][1] > ink[n][1]
    ]
    assert len(gaps) >= 2
    assert all(0 < before < after for before, after in gaps), gaps

"""Parts of a page that did not change are written to the next PDF as they were, byte for byte."""

from __future__ import annotations

import json

import pytest
from pages import ROOT

from infographic import compose
from infographic.backends.pdf.objects import GraphicsState
from infographic.display.items import LineStyle
from infographic.foundation import memo
from infographic.foundation.memo import STORES

TEXT = (ROOT / "data.json").read_text(encoding="utf-8")
EDITIONS = [
    TEXT,
    TEXT.replace("**1800**", "**1900**"),
    TEXT.replace("**158.89**", "**149.51**").replace("深入", "更加深入", 1),
    TEXT.replace("制图/张蕊", "制图/张一"),
    TEXT,
]


@pytest.mark.parametrize(
    ("layout", "intent"),
    [("broadsheet", "print"), ("modern/tabloid", "print"), ("square", "screen"),
     ("examples/vertical/layout.json", "print")],
)  # fmt: skip
def test_a_file_made_after_others_is_the_file_made_first(layout: str, intent: str) -> None:
    stories = [json.loads(text) for text in EDITIONS]
    name = str(ROOT / layout) if layout.endswith(".json") else layout
    memo.forget()
    warm = [compose(story, name, root=ROOT).pdf(intent, force=True) for story in stories]  # type: ignore[arg-type]
    for story, made in zip(stories, warm, strict=True):
        memo.forget()
        assert compose(story, name, root=ROOT).pdf(intent, force=True) == made  # type: ignore[arg-type]


def test_of_a_changed_number_only_its_own_part_is_drawn_again() -> None:
    memo.forget()
    compose(json.loads(EDITIONS[0]), "broadsheet", root=ROOT).pdf()
    before = STORES["parts of PDFs"].count.misses, STORES["subsets"].count.misses
    compose(json.loads(EDITIONS[1]), "broadsheet", root=ROOT).pdf()
    after = STORES["parts of PDFs"].count.misses, STORES["subsets"].count.misses
    # Digits are in every subset, in the form that each face sets numbers in.
    assert (after[0] - before[0], after[1] - before[1]) == (1, 0)


def test_what_a_part_sets_first_is_written_where_it_is_not_set_already() -> None:
    state = GraphicsState()
    state.begin()
    state.set("fill", "0 0 0 1 k")
    state.save()
    state.set("fill", "1 0 0 0 k")
    state.set("line", LineStyle(dash=(1.0,)))
    state.restore()
    state.set("fill", "0 0 0 1 k")
    state.set("opacity", 0.5)
    part = state.end()
    assert state.content() == b""
    state.play(part)
    dashed = "[1] 0 d"
    first = ["0 0 0 1 k", "q", "1 0 0 0 k", dashed, "Q", "/T0d5 gs"]
    assert state.content().decode().split("\n") == first
    # Both are set now; the dash was set inside q and Q alone.
    state.play(part)
    again = ["q", "1 0 0 0 k", dashed, "Q"]
    assert state.content().decode().split("\n") == [*first, *again]
    assert state.opacities == {0.5}

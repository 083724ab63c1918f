"""A long image: its pictures stand where the words name them."""

from __future__ import annotations

import pytest
from pages import page_or_faults, told

from infographic.blocks.figure import numeral
from infographic.composed import ComposedPage
from infographic.display.items import TextLine, walk
from infographic.foundation.datum import Node
from infographic.foundation.geometry import Point
from infographic.loading.reading.pointer import follow


@pytest.mark.parametrize("layout", ["long-image", "modern/long-image"])
def test_a_long_image_shows_each_picture_after_the_paragraph_that_names_it(layout: str) -> None:
    # The first is its cover.
    made = page_or_faults(layout, "mountain-trail")
    assert isinstance(made, ComposedPage)
    page = made.page
    story = told("mountain-trail")
    body = follow(story, "/body")
    assert isinstance(body, Node)
    assert isinstance(body.value, tuple)
    order = [
        placed.origin.pointer
        for placed in walk(page.items, Point(0, 0))
        if isinstance(placed.item, TextLine) and placed.origin.pointer.startswith(("/body", "/fig"))
    ]
    for number, pointer in enumerate(["/figures/1", "/figures/2", "/figures/3", "/figures/4"], 2):
        (naming,) = [
            n
            for n, part in enumerate(body.value)
            if isinstance(part.value, str) and f"图{numeral(number)}" in part.value
        ]
        first = next(at for at, where in enumerate(order) if where.startswith(pointer))
        # Two pictures of one paragraph stand one after the other.
        before = [where for where in order[:first] if where.startswith("/body")]
        assert before[-1] == f"/body/{naming}"

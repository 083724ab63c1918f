"""What is said of a view's pages, with its places on them."""

from __future__ import annotations

import pytest
from viewed import LAYOUT, STORY, Browser, write

from infographic.studio.worker.desk import Desk
from infographic.studio.worker.jobs import check, draw


@pytest.fixture
def browser(desk: Desk) -> Browser:
    pages = [
        {"number": "1", "body": {"type": "text", "text": {"$data": "/headline"}, "style": "s"}},
        {"number": "2", "body": LAYOUT["body"]},
    ]
    small = {**LAYOUT["styles"]["s"], "size": "3pt", "leading": "4pt"}
    write("small.json", {
        **{key: value for key, value in LAYOUT.items() if key != "body"}, "pages": pages,
        "styles": {"s": small}, "press": "newsprint", "page": {"width": "60mm", "height": "50mm"},
    })  # fmt: skip
    return Browser(desk)


def test_a_doubt_of_a_text_rings_it_on_every_page_that_shows_it(browser: Browser) -> None:
    write("story.json", {**STORY, "headline": "大事,发生"})
    told: list[dict[str, object]] = []
    browser.revision = 1
    draw.run(browser.desk, browser.given(scale=1.0), told.append)
    (doubt,) = (one for one in told[0]["diagnostics"] if one["pointer"] == "/headline")
    assert [place["page"] for place in doubt["places"]] == [0, 1]
    assert all(place["width"] > 0 and place["height"] > 0 for place in doubt["places"])


def test_a_finding_of_the_press_rings_its_places_on_its_own_page(browser: Browser) -> None:
    browser.look()
    found = check.run(browser.desk, browser.given(), print)["diagnostics"]
    rings = [place for one in found if one["code"] == "text-small" for place in one["places"]]
    assert {place["page"] for place in rings} == {0, 1}
    assert all(0 <= place["x"] < 171 and 0 < place["width"] < 171 for place in rings)
    assert check.run(browser.desk, browser.given(view="w"), print) == {"diagnostics": []}

"""Frames, plates, proof and ink of a view."""

from __future__ import annotations

import pytest
from viewed import LAYOUT, Browser, Part, write

from infographic.studio.worker.desk import Desk
from infographic.studio.worker.jobs import ink, window

RED = {"cmyk": [0, 100, 50, 0], "srgb": "#ff0080"}


@pytest.fixture
def browser(desk: Desk) -> Browser:
    style = {**LAYOUT["styles"]["s"], "color": "red"}
    write("small.json", {**LAYOUT, "colors": {"red": RED}, "styles": {"s": style}})
    return Browser(desk)


INSIDE = (4, 4)
"""Of the first square, in pixels."""


def test_a_plate_is_black_where_its_ink_is_and_together_they_are_the_page(
    browser: Browser,
) -> None:
    for plate, tone in {"Magenta": 0, "Yellow": 128, "Cyan": 255, "PANTONE 1 C": 255}.items():
        browser.look(mode="plates", plate=plate)
        red, green, blue = browser.canvases[0].getpixel(INSIDE)  # of RGB
        assert red == green == blue == pytest.approx(tone, abs=1), plate
        assert browser.canvases[0].getpixel((190, 150)) == (255, 255, 255)
    browser.look(mode="plates", plate="")
    red, green, blue = browser.canvases[0].getpixel(INSIDE)  # of RGB
    assert red > green and red > blue
    browser.look(mode="plates", plate="total")
    assert browser.canvases[0].getpixel(INSIDE) != browser.canvases[0].getpixel((190, 150))


def test_a_proof_stands_on_the_presss_paper(browser: Browser) -> None:
    browser.look(mode="proof", press="newsprint")
    paper = browser.canvases[0].getpixel((190, 150))
    assert paper != (255, 255, 255) and min(paper) > 150  # of RGB


def test_the_overlay_has_the_blocks_outlines_and_each_mode_is_sent_whole(
    browser: Browser,
) -> None:
    browser.look()
    plain = browser.canvases[0]
    browser.look(mode="overlay")
    assert browser.heads[0]["whole"] and browser.canvases[0].tobytes() != plain.tobytes()
    browser.look()
    assert browser.heads[0]["whole"] and browser.canvases[0].tobytes() == plain.tobytes()


def test_a_part_is_drawn_in_the_views_mode(browser: Browser) -> None:
    browser.look(mode="plates", plate="Yellow")
    parts: list[Part] = []
    asked = browser.given(page=0, scale=2.0, x=0, y=0, width=20, height=20, mode="plates")
    window.run(browser.desk, {**asked, "plate": "Cyan"}, parts.append)
    (tile,) = parts[0]["tiles"]
    assert (tile["width"], tile["height"], tile["kind"]) == (20, 20, "image/png")
    window.run(browser.desk, {**asked, "scale": 20.0}, parts.append)
    assert len(parts) == 1, "a page of 13 million pixels is not drawn for a part of it"


def test_the_ink_at_a_place_is_told_by_plate_and_together(browser: Browser) -> None:
    browser.look()
    found = ink.run(browser.desk, browser.given(page=0, x=4, y=4, press="newsprint"), print)
    assert found is not None
    assert found["inks"] == [
        {"name": "Cyan", "here": 0}, {"name": "Magenta", "here": 100},
        {"name": "Yellow", "here": 50}, {"name": "Black", "here": 0},
    ]  # fmt: skip
    assert found["total"] == 150
    shares = {one["name"]: one["share"] for one in found["plates"]}
    assert shares["Magenta"] > shares["Yellow"] > shares["Cyan"] == 0
    away = ink.run(browser.desk, browser.given(page=0, x=-4, y=4), print)
    assert away is not None and away["inks"] is None and away["plates"]
    assert ink.run(browser.desk, browser.given(page=1, x=4, y=4), print) is None

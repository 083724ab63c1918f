"""Words as they are printed: against the ground they stand on, and in which colour."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pages import ROOT

from infographic import draft
from infographic.display.items import Path as Outline
from infographic.display.items import Placed, Stroke, TextLine
from infographic.display.page import Page
from infographic.foundation.color import BLACK, NEWSPRINT, WHITE, Color, contrast, grey
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.font import open_face, weight_of
from infographic.foundation.geometry import Point
from infographic.layout.shapes import drawn
from infographic.press.preflight.painted import pieces_of, seen_on
from infographic.press.preflight.rules import Press
from infographic.press.preflight.run import preflight
from infographic.press.preflight.text import is_large, worst_contrast
from infographic.press.profile import PressProfile
from infographic.press.report import Finding
from infographic.profiles import press_profile

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "backends"))
from hand_set import FIGURES, RED, SANS, SERIF, at, box, line, page, run

PRESS = press_profile("newsprint")
NAVY = Color("navy", (1.0, 0.6, 0.0, 0.0), (0.0, 0.2, 0.45))
STORIES = [Path("data.json"), *sorted(Path("examples").glob("*/story.json"))]
PRINTED = [
    f"{family}{name}" for family in ("", "modern/") for name in ("panel", "broadsheet", "tabloid")
]
IN_INK = ("contrast-low", "text-color", "text-small-inks", "text-small-tint", "text-faint")


def found(*items: Placed, profile: PressProfile = PRESS, paper: Color | None = None) -> list[str]:
    """What is said of words on a page, of their colours."""
    return [one.code for one in on(page(*items, paper=paper), profile) if one.code in IN_INK]


def on(one: Page, profile: PressProfile = PRESS) -> tuple[Finding, ...]:
    return preflight(one, profile, lambda *_, **__: None)


def words(size: float, color: Color = BLACK, y: float = 60) -> Placed:
    return at(40, y, line(run(SERIF, "党建联盟", size, color)))


@pytest.mark.parametrize(("k", "codes"), [(0.74, ["contrast-low"]), (0.76, [])])
def test_grey_words_want_four_to_one_as_newsprint_shows_them(k: float, codes: list[str]) -> None:
    assert (contrast(NEWSPRINT.of(grey(k)), NEWSPRINT.paper) < 4) == bool(codes)
    assert found(words(14, grey(k))) == codes


def test_reversed_words_are_measured_against_what_they_stand_on() -> None:
    red = at(0, 0, box(300, 150, RED))
    assert found(red, words(14, WHITE)) == ["contrast-low"]
    (said,) = on(page(red, words(14, WHITE)))
    assert said.found == "2.83 : 1 on “red” at 14 pt"
    assert said.hint == "black has 1.74 : 1 there; from 12 pt on bold words want 2.8"
    assert found(at(0, 0, box(300, 150, NAVY)), words(14, WHITE)) == []


def test_bold_words_want_less_from_twelve_points_on() -> None:
    ground = at(0, 0, box(300, 150, grey(0.25)))
    bold, regular = (open_face(ROOT / f"fonts/noto-sans-sc-{name}.ttf") for name in WEIGHTS)
    assert (weight_of(bold), weight_of(regular)) == (700, 400)
    for face, size, codes in (
        (bold, 12, []), (bold, 11.9, ["contrast-low"]), (regular, 14, ["contrast-low"]),
        (regular, 24, []),
    ):  # fmt: skip
        one = replace(run(SANS, "党建", size), face=face)
        assert found(ground, at(40, 60, line(one))) == codes, (face.name, size)


WEIGHTS = ("bold", "regular")


def test_a_display_face_of_capitals_is_as_bold_as_its_stems() -> None:
    face = open_face(ROOT / "fonts/bebas-neue-regular.ttf")
    assert weight_of(face) == 400
    made = page(at(40, 60, line(replace(run(FIGURES, "68", 12), face=face))))
    (piece,) = pieces_of(made)
    assert is_large(Press(made, PRESS, seen_on(made), lambda *_, **__: None), piece)


def test_small_words_in_a_colour_are_told_and_large_figures_are_not() -> None:
    assert found(words(23, NAVY)) == ["text-color"]
    assert found(words(24, NAVY)) == []
    assert found(at(0, 0, box(300, 150, NAVY)), words(14, WHITE)) == []
    assert found(words(14, NAVY), profile=press_profile("insert")) == []


def test_a_per_cent_sign_goes_with_its_digits_and_a_unit_does_not() -> None:
    digits, sign = run(FIGURES, "80", 30, NAVY), run(FIGURES, "%", 21.6, NAVY)
    assert found(at(40, 60, line(digits, sign))) == []
    unit = run(SANS, "万名", 13.8, NAVY)
    assert found(at(40, 60, line(digits, unit))) == ["text-color"]


def test_a_halo_is_what_words_on_a_map_stand_on() -> None:
    lettering = words(9)
    assert isinstance(lettering.item, TextLine)
    stroke = Stroke(WHITE, 1.8)
    halo = [
        Placed(place, replace(path, fill=None, stroke=stroke), origin)
        for place, path, origin in drawn(lettering.item, lettering.at, lettering.origin)
        if isinstance(path, Outline)
    ]
    ground = at(0, 0, box(300, 150, NAVY.tinted(0.6)))
    assert found(ground, lettering) == ["contrast-low"]
    assert found(ground, *halo, lettering) == []
    elsewhere = [one._replace(at=Point(one.at.x + 30, one.at.y)) for one in halo]
    assert found(ground, *elsewhere, lettering) == ["contrast-low"]


def test_the_worst_ground_of_several_counts() -> None:
    half = at(60, 0, box(300, 150, grey(0.5)))
    made = page(at(0, 0, box(300, 150, grey(0.1))), half, words(14))
    press = Press(made, PRESS, seen_on(made), lambda *_, **__: None, NEWSPRINT.of)
    seen, ground = worst_contrast(press, press.pieces[-1])
    assert ground == grey(0.5)
    assert seen == pytest.approx(contrast(NEWSPRINT.of(BLACK), NEWSPRINT.of(grey(0.5))))


@pytest.mark.parametrize("layout", ["panel", "broadsheet", "modern/panel"])
def test_a_shipped_page_prints_its_words_black_and_its_colours_large(layout: str) -> None:
    said = draft("data.json", layout).preflight()
    assert [str(one) for one in said if one.code in IN_INK] == []


@pytest.mark.full
@pytest.mark.parametrize("layout", PRINTED)
@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.parent.name)
def test_so_does_each_with_each_story(story: Path, layout: str) -> None:
    try:
        made = draft(story, layout)
    except SpecError as refused:
        # A broadsheet wants a body of 800 characters.
        assert {one.code for one in refused.diagnostics} == {"layout-needs"}
        return
    said = [one for each in made.pages for one in each.preflight()]
    assert [str(one) for one in said if one.code in IN_INK] == []

"""The families that ship: their tokens, what they lie over, and where their figures come from."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256

import pytest
from pages import ROOT

from infographic import draft
from infographic.display.items import GlyphRun, TextLine
from infographic.display.page import Page
from infographic.foundation.color import NEWSPRINT, Color, contrast, on_screen
from infographic.loading.assets.fontbook import FontBook
from infographic.loading.settled import SettledLayout, settle
from infographic.loading.sheet.layouts import read_layout
from infographic.text.style import Part

OWN = ("gala", "desk", "flash", "weekend")
SECTIONS = tuple(f"section-{number}" for number in range(1, 5))


@cache
def over(canvas: str, family: str) -> SettledLayout:
    layout = {"extends": [canvas, f"families/{family}"]}
    return settle("own", read_layout(layout).node, FontBook())


def colors(family: str) -> dict[str, Color]:
    return dict(over("panel", family).sheet.colors)


def lightness(luminance: float) -> float:
    """CIE L* of a relative luminance above 0.009."""
    return float(116 * luminance ** (1 / 3) - 16)


@pytest.mark.parametrize("family", ("daily", "modern", *OWN))
def test_a_familys_sections_are_of_equal_lightness_on_screens_and_on_newsprint(family: str) -> None:
    own = [colors(family)[name] for name in SECTIONS]
    for light in (on_screen, NEWSPRINT.of):
        found = [lightness(light(color)) for color in own]
        assert max(found) - min(found) < 1
    # White words stand on them, from 12 pt bold in print.
    assert all(contrast(1, on_screen(color)) >= 4.5 for color in own)
    assert all(contrast(NEWSPRINT.paper, NEWSPRINT.of(color)) >= 2.8 for color in own)


@pytest.mark.parametrize("family", OWN)
def test_words_are_read_on_the_ground_of_their_family(family: str) -> None:
    own = colors(family)
    for words in ("ink", "soft", "muted"):
        assert contrast(on_screen(own[words]), on_screen(own["ground"])) >= 4.5, words
        assert own[words].cmyk == (0, 0, 0, 1)
    for words in ("on-accent", "on-accent-figure", "on-accent-soft"):
        assert contrast(on_screen(own[words]), on_screen(own["band"])) >= 3, words


@pytest.mark.parametrize("family", ["gala", "weekend"])
def test_a_ground_that_newsprint_does_not_show_has_no_ink(family: str) -> None:
    own = colors(family)
    assert own["ground"].cmyk == own["wash"].cmyk == (0, 0, 0, 0)
    assert on_screen(own["ground"]) < 0.95
    paper = own["ivory" if family == "gala" else "cream"]
    assert sum(paper.cmyk) > 0
    assert paper.srgb == own["ground"].srgb


@pytest.mark.parametrize("canvas", ["square", "panel"])
@pytest.mark.parametrize("family", OWN)
def test_a_family_lies_over_a_canvas_and_keeps_its_sizes(canvas: str, family: str) -> None:
    bare, own = read_layout(canvas), over(canvas, family)
    plain = settle(canvas, bare.node, FontBook()).sheet.styles
    for name in ("headline", "kicker", "deck", "value", "label", "panel-title"):
        assert own.sheet.styles[name].size == plain[name].size
    page = draft(ROOT / "data.json", {"extends": [canvas, f"families/{family}"]})
    assert [one for one in page.diagnostics if one.severity.name == "ERROR"] == []


def digits_faces(family: str, text: str, style: str = "news") -> list[str]:
    """The faces that a style's digits and their signs come from."""
    stack = over("panel", family).sheet.styles[style].of(Part.DIGITS).fonts.figures
    return [next(face.name for face in stack if face.covers(one)) for one in text]


def test_signs_that_are_hairlines_come_from_the_next_face() -> None:
    assert digits_faces("weekend", "7+−%") == ["BodoniModa-Bold", *["Newsreader-Bold"] * 3]
    dm = "DMSerifDisplay-Regular"
    assert digits_faces("gala", "7.+−") == [dm, dm, "Newsreader-Bold", "Newsreader-Bold"]


def test_a_percent_that_the_figures_own_face_lacks_comes_from_the_next_of_their_chain() -> None:
    stat = {"value": 12.5, "unit": "%", "label": "增速"}
    story = {"headline": "增速", "panels": [{"stats": [stat]}]}
    body = {"type": "stats", "stats": {"$data": "/panels/0/stats"}, "form": "stacked",
            "style": "label", "value_style": "value"}  # fmt: skip
    page = draft(
        story,
        {
            "extends": ["families/daily", "families/weekend"],
            "page": {"width": "100mm", "height": "auto"},
            "body": body,
        },
    ).page
    (percent,), (five,) = runs_of(page, "%"), runs_of(page, "5")
    assert (percent.face.name, five.face.name) == ("Newsreader-Bold", "BodoniModa-Bold")
    # A sign has 0.72 of the digits' size; as the unit's it would have 0.46.
    assert percent.size == pytest.approx(0.72 * five.size)


def runs_of(page: Page, character: str) -> list[GlyphRun]:
    """The runs with a character, one of each size."""
    lines = (placed.item for placed in page.walk() if isinstance(placed.item, TextLine))
    runs = (run for line in lines for _, run in line.runs if character in run.texts)
    return list({run.size: run for run in runs}.values())


@pytest.mark.parametrize(
    ("family", "behind"), [("flash", "NotoSansSC-Black"), ("weekend", "NotoSerifSC-Regular")]
)
@pytest.mark.parametrize("headline", ["浕水新桥通车", "二〇二六"])
def test_characters_of_a_headline_that_its_display_face_lacks_are_named(
    family: str, behind: str, headline: str
) -> None:
    panel = {"stats": [{"value": 1, "label": "甲"}, {"value": 2, "label": "乙"}]}
    page = draft(
        {"headline": headline, "panels": [panel]}, {"extends": ["square", f"families/{family}"]}
    )
    (said,) = (one.message for one in page.diagnostics if one.code == "copy-face")
    assert f"{'浕' if '浕' in headline else '〇'} from {behind}" in said


def test_every_shipped_face_is_the_one_of_the_manifest_and_has_its_licence() -> None:
    fonts = ROOT / "fonts"
    for entry in json.loads((fonts / "manifest.json").read_text(encoding="utf-8")):
        content = (fonts / entry["file"]).read_bytes()
        assert sha256(content).hexdigest() == entry["sha256"], entry["file"]
        licence = (fonts / entry["licence_file"]).read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE" in licence.upper()

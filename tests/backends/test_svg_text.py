"""SVG with its text kept: copied as it was typed, in the very glyphs that were set."""

from __future__ import annotations

import base64
import io
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path as FilePath

import pytest
from fontTools.ttLib import TTFont
from hand_set import FIGURES, SERIF, at, line, page, run
from PIL import Image, ImageChops

from infographic import compose
from infographic.backends.encoders.png import png_bytes
from infographic.backends.svg.write import svg_bytes
from infographic.display.items import GlyphRun, TextLine
from infographic.display.page import Page
from infographic.foundation.font import Face

ROOT = FilePath(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"


def read(data: bytes) -> ET.Element:
    return ET.fromstring(data.decode("utf-8"))


def texts(data: bytes) -> list[str]:
    return ["".join(one.itertext()) for one in read(data).iter(f"{SVG}text")]


def fonts(data: bytes) -> dict[str, TTFont]:
    """The embedded faces by their family's name."""
    style = read(data).findtext(f"{SVG}style") or ""
    found = {}
    for part in style.split("@font-face")[1:]:
        name = part.split('"')[1]
        packed = part.split("base64,")[1].split(")")[0]
        found[name] = TTFont(io.BytesIO(base64.b64decode(packed)))
    return found


def outline_of(font: TTFont, character: str) -> object:
    from fontTools.pens.recordingPen import RecordingPen

    pen = RecordingPen()
    font.getGlyphSet()[font.getBestCmap()[ord(character)]].draw(pen)
    return pen.value


def own_outline(face: Face, glyph: int) -> object:
    with TTFont(face.path, fontNumber=max(face.index, 0)) as font:
        from fontTools.pens.recordingPen import RecordingPen

        pen = RecordingPen()
        font.getGlyphSet()[font.getGlyphName(glyph)].draw(pen)
        return pen.value


def test_words_are_copied_as_typed_with_the_spaces_that_only_gaps_stand_for() -> None:
    gapped = line(run(SERIF, "建立ABC个", 10, gaps={2: 0.25}), text="建立 ABC个 ")
    broken = line(run(SERIF, "two words", 10, spaces=False), text="two words")
    data = svg_bytes(page(at(0, 20, gapped), at(0, 50, broken)), text=True)
    assert texts(data) == ["建立 ABC个 ", "two words"]


def test_each_character_has_its_own_place() -> None:
    data = svg_bytes(
        page(at(10, 20, line(run(SERIF, "党建", 10, gaps={1: 0.5}))), ppi=150.0), text=True
    )
    (span,) = read(data).iter(f"{SVG}tspan")
    assert span.attrib["x"].split() == ["10", "25"]
    assert span.attrib["y"] == "20"
    assert span.attrib["font-size"] == "10"


def test_type_that_lies_in_a_column_is_turned_text_and_narrowed_type_has_its_matrix() -> None:
    color, glyphs = run(SERIF, "a").color, tuple(map(SERIF.glyph_of, "48"))
    lying = GlyphRun(SERIF, 20, color, glyphs, (0.0, 0.5), ("4", "8"), (-0.35, -0.35), rotated=True)
    narrow = GlyphRun(
        SERIF, 20, color, glyphs, (0.88, 0.88), ("4", "8"), (-0.5, 0.0), condensed=0.5
    )
    column = TextLine(((0.0, lying), (30.0, narrow)), "4848", 50, True)
    data = svg_bytes(page(at(60, 20, column), ppi=150.0), text=True)
    first, second = read(data).iter(f"{SVG}text")
    (turned,), (standing,) = first.iter(f"{SVG}tspan"), second.iter(f"{SVG}tspan")
    assert turned.attrib["rotate"] == "90"
    assert (turned.attrib["x"], turned.attrib["y"]) == ("53 53", "20 30")
    assert "transform" not in first.attrib
    # Places are before the matrix: half as wide, so twice as far.
    assert second.attrib["transform"] == "matrix(0.5 0 0 1 0 0)"
    assert (standing.attrib["x"], standing.attrib["y"]) == ("100 120", "67.6")
    assert "rotate" not in standing.attrib


def test_a_character_with_two_glyphs_on_a_page_is_in_two_subsets() -> None:
    """Figures of two widths: a browser by itself would show one of them twice."""
    plain = run(FIGURES, "11", 20, features={"pnum": True, "tnum": False})
    tabular = run(FIGURES, "11", 20, features={"tnum": True, "pnum": False})
    if plain.glyphs == tabular.glyphs:
        other = FIGURES.glyph_of("7")
        tabular = replace(plain, glyphs=(other, other))
    data = svg_bytes(page(at(0, 20, line(plain)), at(0, 60, line(tabular))), text=True)
    assert texts(data) == ["11", "11"]
    first, second = fonts(data).values()
    assert outline_of(first, "1") == own_outline(FIGURES, plain.glyphs[0])
    assert outline_of(second, "1") == own_outline(FIGURES, tabular.glyphs[0])


def test_a_ligature_is_copied_as_its_letters_and_shown_once() -> None:
    glyph = SERIF.glyph_of("国")
    ligature = GlyphRun(SERIF, 20, run(SERIF, "a").color, (glyph,), (0.0,), ("fi",))
    data = svg_bytes(page(at(0, 30, TextLine(((0.0, ligature),), "fi", 20))), text=True)
    assert texts(data) == ["fi"]
    (font,) = fonts(data).values()
    assert outline_of(font, "f") == own_outline(SERIF, glyph)
    assert outline_of(font, "i") == []


def test_a_dash_of_two_is_copied_as_two() -> None:
    dash = GlyphRun(SERIF, 20, run(SERIF, "a").color, (SERIF.glyph_of("国"),), (0.0,), ("——",))
    data = svg_bytes(page(at(0, 30, TextLine(((0.0, dash),), "——", 40))), text=True)
    assert texts(data) == ["——"]
    first, second = fonts(data).values()
    assert outline_of(first, "—") == own_outline(SERIF, SERIF.glyph_of("国"))
    assert outline_of(second, "—") == []


def test_what_no_character_can_lead_to_is_an_outline() -> None:
    glyph = SERIF.glyph_of("国")
    color = run(SERIF, "a").color
    joined = GlyphRun(SERIF, 20, color, (glyph, glyph), (0.0, 1.0), ("\u200d", "党"))
    silent = TextLine(((0.0, run(SERIF, "点", 20)),), "", 20)
    one = page(at(0, 30, TextLine(((0.0, joined),), "\u200d党", 40)), at(0, 80, silent))
    data = svg_bytes(one, text=True)
    assert texts(data) == ["党"]
    assert len(list(read(data).iter(f"{SVG}use"))) == 2


def test_nothing_in_the_file_reaches_other_texts_of_a_page_of_html() -> None:
    data = svg_bytes(page(at(0, 20, line(run(SERIF, "党", 10)))), text=True)
    style = read(data).findtext(f"{SVG}style") or ""
    assert [part.split("{")[0] for part in style.split("}") if part] == ["@font-face"]
    assert b'style="white-space:pre' in data


def test_a_subset_holds_no_layout_that_a_browser_would_apply_again() -> None:
    data = svg_bytes(page(at(0, 20, line(run(SERIF, "党，", 10)))), text=True)
    (font,) = fonts(data).values()
    assert not {"GSUB", "GPOS", "kern", "vmtx"} & set(font.keys())
    assert {"OS/2", "name", "post", "cmap"} <= set(font.keys())
    assert len(font.getGlyphOrder()) < 6
    assert data == svg_bytes(page(at(0, 20, line(run(SERIF, "党，", 10)))), text=True)


@pytest.mark.parametrize(
    ("story", "layout"),
    [("data.json", "square"), ("data.json", "examples/vertical/layout.json")],
)
def test_a_shipped_pages_words_are_all_there_line_by_line(story: str, layout: str) -> None:
    one = compose(ROOT / story, ROOT / layout if layout.endswith(".json") else layout).page
    lines = [
        placed.item.text
        for placed in one.walk()
        if isinstance(placed.item, TextLine) and placed.item.text
    ]
    data = svg_bytes(one, text=True)
    assert "".join(texts(data)) == "".join(lines)
    assert len(lines) > 10


def chromiums_picture(data: bytes, folder: FilePath, size: tuple[int, int]) -> Image.Image:
    source, shot = folder / "page.svg", folder / "page.png"
    source.write_bytes(data)
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
         f"--window-size={size[0]},{size[1] + 200}", f"--screenshot={shot}", source.as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with Image.open(shot) as image:
        return image.convert("RGB").crop((0, 0, *size))


@pytest.mark.full
@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs Chromium")
@pytest.mark.parametrize("text", [False, True])
@pytest.mark.parametrize(
    ("story", "layout"),
    [("data.json", "square"), ("examples/bilingual/story.json", "square"),
     ("examples/twelve-stats/story.json", "card-3x4")],
)  # fmt: skip
def test_chromium_shows_the_png(story: str, layout: str, text: bool, tmp_path: FilePath) -> None:
    one: Page = compose(ROOT / story, layout).page
    wanted = Image.open(io.BytesIO(png_bytes(one))).convert("RGB")
    shown = chromiums_picture(svg_bytes(one, text=text), tmp_path, wanted.size)
    red, green, blue = ImageChops.difference(shown, wanted).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    assert sum(most.histogram()[65:]) < 0.01 * wanted.width * wanted.height

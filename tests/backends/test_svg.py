"""SVG: the page's shapes where the PDF has them, whole, escaped, and the same on every run."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path as FilePath

import pytest
from hand_set import FIGURES, RED, SANS, SERIF, at, box, characters, line, page, run
from pages import PAIRS, page_or_faults
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from infographic import compose
from infographic.backends.encoders.png import png_bytes
from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.backends.svg.outlines import outline
from infographic.backends.svg.write import svg_bytes
from infographic.composed import ComposedPage
from infographic.display.items import (
    DataTable,
    GlyphRun,
    Group,
    ImageFile,
    Path,
    Picture,
    Role,
    Stroke,
    TextLine,
)
from infographic.display.page import Page
from infographic.foundation.geometry import Rect, Size

resvg = pytest.importorskip("resvg_py")

ROOT = FilePath(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
PX = 96 / 72


def read(data: bytes) -> ET.Element:
    return ET.fromstring(data.decode("utf-8"))


def share_that_differs(data: bytes, png: bytes) -> float:
    """The share of pixels with a channel more than 64 of 255 off the PNG, drawn by resvg."""
    wanted, off = differing(data, png)
    return share(off, wanted)


def differing(data: bytes, png: bytes) -> tuple[Image.Image, Image.Image]:
    """The PNG, and where the file drawn by resvg is more than 64 of 255 off it."""
    wanted = Image.open(io.BytesIO(png)).convert("RGB")
    # At the PNG's own pixels, whatever rounding a reader does to millimetres.
    sized = re.sub(
        r'width="[^"]*" height="[^"]*"',
        f'width="{wanted.width}" height="{wanted.height}" preserveAspectRatio="none"',
        data.decode(),
        count=1,
    )
    drawn = resvg.svg_to_bytes(svg_string=sized, skip_system_fonts=True, dpi=96.0)
    return wanted, strong(Image.open(io.BytesIO(bytes(drawn))).convert("RGB"), wanted)


def strong(one: Image.Image, other: Image.Image) -> Image.Image:
    """Where a channel of two pictures is more than 64 of 255 apart."""
    red, green, blue = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([255 * (apart > 64) for apart in range(256)])


def share(some: Image.Image, whole: Image.Image) -> float:
    return some.histogram()[255] / (whole.width * whole.height)


def edges_of(page: Image.Image) -> Image.Image:
    """The pixels of a picture that have a neighbour of quite another tone."""
    return strong(page.filter(ImageFilter.MaxFilter(3)), page.filter(ImageFilter.MinFilter(3)))


def glyph_places(data: bytes) -> list[tuple[float, float]]:
    """Where every outline has its origin, in the file's units."""
    places = []
    for group in read(data).iter(f"{SVG}g"):
        uses = group.findall(f"{SVG}use")
        if uses:
            a, b, c, d, e, f = map(float, group.attrib["transform"][7:-1].split())
            for use in uses:
                x, y = (float(use.attrib.get(name, 0)) for name in "xy")
                places.append((a * x + c * y + e, b * x + d * y + f))
    return places


def shown(glyphs: Iterator[tuple[str, float, float]], height: float) -> list[tuple[float, float]]:
    return [(x, height - y) for text, x, y in glyphs if text.strip()]


def test_glyphs_stand_where_the_pdf_has_them() -> None:
    """pdfminer reads the PDF's; a page of no pixels of its own is in points, as the PDF is."""
    tight = run(SERIF, "二氧", 12)
    lines = (
        line(run(SERIF, "党建联盟", 9), run(FIGURES, "2300", 30, RED), run(SANS, "余个", 11)),
        line(run(SERIF, "松紧", 10, gaps={1: 0.27}), tight, gap=3.3),
    )
    one = page(*(at(20.4, 40.3 + 50 * i, each) for i, each in enumerate(lines)), ppi=150.0)
    expected = shown(iter(characters(pdf_bytes(one, Intent.SCREEN))), 200)
    found = glyph_places(svg_bytes(one))
    assert len(found) == len(expected) == 14
    for (x, y), (px, py) in zip(found, expected, strict=True):
        assert (x, y) == pytest.approx((px, py), abs=0.01)


def test_on_a_page_of_pixels_a_baseline_leans_by_less_than_a_tenth_of_one() -> None:
    words = line(run(SERIF, "党建", 12))
    for y in (30.0, 30.2, 30.37, 30.6):
        (_, found), _ = glyph_places(svg_bytes(page(at(10, y, words))))
        assert abs(found - y * PX) < 0.07


def test_a_risen_glyph_stands_higher() -> None:
    risen = replace(run(SERIF, "二氧", 10), ys=(0.0, 0.3))
    found = glyph_places(svg_bytes(page(at(20, 60, line(risen)), ppi=150.0)))
    assert found == [pytest.approx((20, 60)), pytest.approx((30, 57))]


def column(*runs: GlyphRun) -> TextLine:
    return TextLine(tuple((40.0 * i, one) for i, one in enumerate(runs)), "文字", 100, True)


def vertical_page() -> Page:
    """Upright, lying and narrowed type in columns, as the setting places them."""
    upright = GlyphRun(
        SERIF, 20, RED, tuple(map(SERIF.glyph_of, "党建")), (0.88, 1.88), ("党", "建"), (-0.5, -0.5)
    )
    lying = GlyphRun(
        FIGURES, 20, RED, tuple(map(FIGURES.glyph_of, "48")), (0.0, 0.5), ("4", "8"),
        (-0.35, -0.35), rotated=True,
    )  # fmt: skip
    narrow = GlyphRun(
        SERIF, 20, RED, tuple(map(SERIF.glyph_of, "123")), (0.88, 0.88, 0.88), ("1", "2", "3"),
        (-0.5, -0.17, 0.16), condensed=0.6,
    )  # fmt: skip
    return page(at(60, 20, column(upright, lying)), at(120, 20, column(narrow, upright)))


def test_glyphs_of_columns_stand_where_their_runs_say() -> None:
    """Upright by the foot of each cell, lying along the column, narrowed beside each other."""
    found = glyph_places(svg_bytes(replace(vertical_page(), ppi=150.0)))
    upright = [(50, 37.6), (50, 57.6)]
    lying = [(53, 60), (53, 70)]
    narrow = [(110, 37.6), (116.6, 37.6), (123.2, 37.6)]
    below = [(110, 77.6), (110, 97.6)]
    expected = [*upright, *lying, *narrow, *below]
    assert [pytest.approx(place, abs=0.01) for place in expected] == found


def test_upright_lying_and_narrowed_glyphs_look_as_in_the_png() -> None:
    one = vertical_page()
    assert share_that_differs(svg_bytes(one), png_bytes(one)) < 0.004
    turned = replace(one, items=one.items[:1])
    assert share_that_differs(svg_bytes(turned), png_bytes(one)) > 0.004


def test_paths_have_the_pdfs_corners_dashes_and_windings() -> None:
    points = ((20, 120), (60, 20), (66, 120))
    sharp = Path(
        tuple(("L" if i else "M", point) for i, point in enumerate(points)),
        stroke=Stroke(RED, 12),
    )
    rule = Path((("M", (0, 0)), ("L", (200, 0))), stroke=Stroke(RED, 6, (18, 9)))
    curve = Path((("M", (0, 0)), ("C", (0, 80, 80, 80, 80, 0)), ("Z", ())), fill=RED)
    one = page(at(20, 20, sharp), at(60, 180, rule), at(180, 40, curve), at(280, 0, box(20, 200)))
    assert share_that_differs(svg_bytes(one), png_bytes(one)) < 0.002


@pytest.fixture
def photo(tmp_path: FilePath) -> ImageFile:
    image = Image.new("RGB", (120, 80), (200, 220, 240))
    ImageDraw.Draw(image).ellipse((30, 10, 90, 70), fill=(180, 30, 20))
    path = tmp_path / "photo.png"
    image.save(path, pnginfo=None)
    return ImageFile(path, hashlib.sha256(path.read_bytes()).hexdigest(), 120, 80)


def test_pictures_are_inside_the_file_cut_to_their_window_and_clipped(photo: ImageFile) -> None:
    picture = Picture(photo, Rect(0.213, 0.1, 0.5, 0.611), Size(100, 80))
    clipped = Group((at(0, 0, picture),), clip=Size(60, 200))
    one = page(at(20, 20, picture), at(160, 60, clipped))
    data = svg_bytes(one)
    assert share_that_differs(data, png_bytes(one)) < 0.004
    images = list(read(data).iter(f"{SVG}image"))
    assert len(images) == 2
    kind, packed = images[0].attrib[HREF].split(",")
    assert kind == "data:image/png;base64"
    with Image.open(io.BytesIO(base64.b64decode(packed))) as embedded:
        # Whole pixels round the window, not the file.
        assert embedded.size == (61, 49)


def test_a_photograph_goes_in_as_it_is_but_without_what_its_camera_said(tmp_path: FilePath) -> None:
    path = tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif[0x010F] = "SomeCamera"
    Image.effect_noise((64, 48), 60).convert("RGB").save(path, exif=exif)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    picture = Picture(ImageFile(path, digest, 64, 48), Rect(0, 0, 1, 1), Size(64, 48))
    (image,) = read(svg_bytes(page(at(0, 0, picture)))).iter(f"{SVG}image")
    kind, packed = image.attrib[HREF].split(",")
    inside = base64.b64decode(packed)
    assert kind == "data:image/jpeg;base64"
    assert b"SomeCamera" in path.read_bytes()
    assert b"SomeCamera" not in inside
    with Image.open(path) as before, Image.open(io.BytesIO(inside)) as after:
        assert before.tobytes() == after.tobytes()


def test_a_page_has_its_own_unit_and_a_ground() -> None:
    card = read(svg_bytes(page()))
    assert (card.attrib["width"], card.attrib["height"]) == ("400px", "266.667px")
    assert card.attrib["viewBox"] == "0 0 400 266.667"
    sheet = read(svg_bytes(page(ppi=150.0, width=283.465, height=141.732)))
    assert (sheet.attrib["width"], sheet.attrib["height"]) == ("100mm", "50mm")
    assert sheet.attrib["viewBox"] == "0 0 283.465 141.732"
    white = share_that_differs(svg_bytes(page()), png_bytes(page()))
    assert white == 0
    assert b"#ffffff" not in svg_bytes(page(), transparent=True)


def test_words_are_escaped_and_the_file_stays_whole() -> None:
    alt = 'A & B <c> "d" \x07\n漢'
    figure = Group((at(0, 0, box(10, 10)),), role=Role.FIGURE, alt=alt)
    one = replace(page(at(0, 0, figure)), title="</title><script>&")
    root = read(svg_bytes(one, description="1 < 2 & 3"))
    assert root.findtext(f"{SVG}title") == "</title><script>&"
    assert root.findtext(f"{SVG}desc") == "1 < 2 & 3"
    (group,) = [one for one in root.iter(f"{SVG}g") if one.attrib.get("role") == "img"]
    assert group.attrib["aria-label"] == 'A & B <c> "d" \n漢'


def test_a_figure_of_data_has_a_title_and_its_data_as_description() -> None:
    data = DataTable(("县", "产量"), (("榆树", "367.2"),), "其余3行从略")
    figure = Group((at(0, 0, box(10, 10)),), role=Role.FIGURE, alt="条形图", data=data)
    root = read(svg_bytes(page(at(0, 0, figure))))
    (group,) = [one for one in root.iter(f"{SVG}g") if one.attrib.get("role") == "img"]
    assert group.findtext(f"{SVG}title") == "条形图"
    assert group.findtext(f"{SVG}desc") == "县\t产量\n榆树\t367.2\n其余3行从略"


def test_groups_say_their_role_and_outlined_words() -> None:
    words = at(10, 20, line(run(SERIF, "标题", 10)))
    heading = Group((words,), role=Role.HEADING_2)
    item = Group((at(0, 0, Group((words,))),), role=Role.LIST_ITEM)
    rules = Group((at(0, 0, box(2, 2)),), role=Role.ARTIFACT)
    root = read(svg_bytes(page(at(0, 0, heading), at(0, 40, item), at(0, 80, rules))))
    said = [one.attrib for one in root.iter(f"{SVG}g") if {"role", "aria-hidden"} & set(one.attrib)]
    assert [(one.get("role"), one.get("aria-label"), one.get("aria-level")) for one in said] == [
        ("heading", "标题", "2"),
        ("img", "标题", None),
        (None, None, None),
    ]
    assert said[2]["aria-hidden"] == "true"


def test_an_outline_stands_in_the_file_once_and_is_named_by_its_shape() -> None:
    again = line(run(SERIF, "党党党", 10))
    data = svg_bytes(page(at(0, 20, again), at(0, 60, line(run(SERIF, "党", 30)))))
    assert data.count(b'<path id="g') == 1
    assert data.count(b"<use ") == 4
    assert data == svg_bytes(page(at(0, 20, again), at(0, 60, line(run(SERIF, "党", 30)))))


def test_path_data_walks_back_to_the_glyphs_points() -> None:
    """Read by fontTools, the path has the outline's points to a tenth of a unit."""
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import parse_path

    for face in (SERIF, FIGURES):
        for character in "党联8%":
            if not face.covers(character):
                continue
            glyph = face.glyph_of(character)
            ours, theirs = RecordingPen(), RecordingPen()
            parse_path(outline(face, glyph), ours)
            face.hb_font.draw_glyph_with_pen(glyph, theirs)
            mine = [point for _, points in ours.value for point in points]
            plain = [point for _, points in theirs.value for point in points]
            assert len(set(mine) ^ {(round(x, 1), round(-y, 1)) for x, y in plain}) == 0


PAGES = [("data.json", "square"), ("examples/twelve-stats/story.json", "wechat-cover"),
         ("examples/bilingual/story.json", "modern/wechat-cover"),
         ("data.json", "panel")]  # fmt: skip


@pytest.mark.parametrize(("story", "layout"), PAGES)
def test_shipped_pages_look_as_their_png(story: str, layout: str) -> None:
    one = compose(ROOT / story, layout).page
    assert share_that_differs(svg_bytes(one), png_bytes(one)) < 0.01


@pytest.mark.full
@pytest.mark.parametrize(("layout", "story"), PAIRS)
def test_every_page_of_pixels_looks_as_its_png_and_print_pages_nearly(
    layout: str, story: str
) -> None:
    """They differ where letters have their edges, which the PNG stands on whole pixels: of small
    type on a small canvas, or on a print page at 150 ppi, those are a sixth of all pixels."""
    made = page_or_faults(layout, story)
    if not isinstance(made, ComposedPage):
        return
    for each in made.pages:
        wanted, off = differing(svg_bytes(each.page), each.png())
        edges = edges_of(wanted)
        assert share(off, wanted) < (0.1 if each.page.ppi == 96 else 0.15) * share(edges, wanted)
        assert share(ImageChops.subtract(off, edges), wanted) < 0.0005

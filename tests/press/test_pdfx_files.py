"""The files we write for a press: every rule kept by shipped layouts, and what else they do."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pdfx_page_rules  # noqa: F401 - it adds its rules
import pdfx_paint_rules  # noqa: F401
import pikepdf
import pytest
from pdfx_content import read_content
from pdfx_rules import broken
from PIL import Image
from press_pages import BLUE, LOGO, clean, photograph, sample, whole

from infographic.backends.pdf.press_marks import MARGIN
from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.backends.pictures import jpeg
from infographic.composed import ComposedPage
from infographic.foundation.color import Color, Spot
from infographic.foundation.diagnostics import SpecError, errors
from infographic.foundation.geometry import Size
from infographic.pipeline import compose
from infographic.press.inspect.run import inspect
from infographic.profiles import press_profile

from hand_set import SERIF, at, box, characters, line, page, run  # isort: skip

ROOT = Path(__file__).resolve().parents[2]
MM = 72 / 25.4
STORY = ROOT / "data.json"
TWELVE = ROOT / "examples" / "twelve-stats" / "story.json"
MADE = [
    ("broadsheet", TWELVE, "newsprint"),
    ("broadsheet", STORY, "insert"),
    ("modern/tabloid", STORY, "newsprint-x1a"),
    ("panel", STORY, "insert"),
    ("square", STORY, "newsprint"),
    ("long-image", TWELVE, "newsprint-x1a"),
    ("modern/wechat-cover", STORY, "insert"),
]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("press")


@pytest.mark.parametrize(("layout", "story", "press"), MADE)
def test_a_shipped_layout_makes_a_clean_file(layout: str, story: Path, press: str) -> None:
    composed = compose(story, layout, press=press)
    data = composed.pdf()
    assert broken(data, composed.press.standard) == {}
    assert not errors(inspect(data, "page.pdf", composed.press))


def test_a_layouts_own_profile_is_the_one_that_counts() -> None:
    data = compose(STORY, "panel").pdf()
    assert b"<pdfxid:GTS_PDFXVersion>PDF/X-4<" in data
    assert b"(PDF/X-1a:2003)" in compose(STORY, "panel", press="newsprint-x1a").pdf()


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
@pytest.mark.parametrize("standard", ["x4", "x1a"])
def test_qpdf_finds_no_fault(standard: str, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(clean(standard, folder))
    done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not shutil.which("gs"), reason="Ghostscript is not installed")
def test_ghostscript_draws_a_plate_for_each_ink(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(clean("x4", folder))
    command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r72",
               f"-sOutputFile={tmp_path}/p.tif", str(file)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0 and not done.stderr, done.stdout + done.stderr
    plates = {path.name for path in tmp_path.glob("p*.tif")}
    assert {"p(Cyan).tif", "p(Magenta).tif", "p(Yellow).tif", "p(Black).tif"} <= plates
    assert len(plates) == 6  # The composite and the spot.
    with Image.open(tmp_path / "p(Black).tif") as plate:
        # The white letters on the blue band stay off every plate; the black ones are on this.
        assert plate.convert("L").getextrema() == (0, 255)


MAKE = """
import sys, hashlib
sys.path.insert(0, {root!r})
from infographic.pipeline import compose
for press in ("newsprint", "newsprint-x1a", "insert"):
    print(hashlib.sha256(compose({story!r}, "panel", press=press).pdf()).hexdigest())
"""


def test_another_process_writes_the_same_bytes() -> None:
    code = MAKE.format(root=str(ROOT), story=str(STORY))
    outputs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                       env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone})
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    ]  # fmt: skip
    assert outputs[0].stdout.count("\n") == 3, outputs[0].stderr
    assert outputs[0].stdout == outputs[1].stdout


@pytest.mark.parametrize(("press", "offset"), [("newsprint", 0.0), ("insert", 3 * MM + MARGIN)])
def test_print_and_screen_have_their_glyphs_in_the_same_places(press: str, offset: float) -> None:
    # A change's numbers stand in a screen PDF once more, as a table that is not seen.
    plain = ("/panels/1/stats/0", '{"value": 176.98, "unit": "万名", "label": "党员"}')
    composed = compose(STORY, "panel", press=press, values=[plain])
    height = composed.page.trim.height
    printed = [
        (text, round(x - offset, 2), round(y - offset, 2))
        for text, x, y in characters(composed.pdf())
        if 0 <= y - offset <= height
    ]
    screen = [(text, round(x, 2), round(y, 2)) for text, x, y in characters(composed.pdf("screen"))]
    assert len(screen) > 100
    for one, other in zip(printed, screen, strict=True):
        assert one[0] == other[0]
        assert one[1:] == pytest.approx(other[1:], abs=0.021)


def ids(data: bytes) -> tuple[str, str]:
    found = re.search(rb"<xmpMM:DocumentID>([^<]*)<", data)
    assert found
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return found[1].decode(), bytes(pdf.trailer.ID[0]).hex()


def test_every_content_has_ids_of_its_own() -> None:
    press = press_profile("newsprint")
    one, other = (
        pdf_bytes(page(at(20, 40, line(run(SERIF, text)))), Intent.PRINT, press) for text in "党建"
    )
    assert len({*ids(one), *ids(other)}) == 4


# Pictures


@pytest.mark.parametrize("mode", ["CMYK", "RGB", "L"])
def test_what_a_camera_wrote_travels_in_no_pdf(mode: str, tmp_path: Path) -> None:
    path = photograph(tmp_path, mode=mode)
    assert b"SECRET" in path.read_bytes()
    one = page(at(20, 20, whole(path)))
    for data in (
        pdf_bytes(one, Intent.SCREEN),
        pdf_bytes(one, Intent.PRINT, press_profile("newsprint-x1a")),
    ):
        assert b"SECRET" not in data and b"Exif" not in data


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_blocks": 3}])
def test_a_bare_jpeg_has_the_same_pixels(options: dict[str, int], tmp_path: Path) -> None:
    tones = Image.linear_gradient("L")
    picture = Image.merge("RGB", (tones, tones.rotate(90), tones.rotate(180)))
    file = io.BytesIO()
    picture.save(file, "JPEG", comment=b"SECRET", icc_profile=b"x" * 70_000, **options)
    bare = jpeg.bare(file.getvalue() + b"trailing")
    assert len(bare) < len(file.getvalue()) - 70_000
    assert bare.endswith(b"\xff\xd9")
    assert Image.open(io.BytesIO(bare)).tobytes() == Image.open(file).tobytes()


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff", b"not a JPEG"])
def test_what_is_no_whole_jpeg_stays_as_it_is(data: bytes) -> None:
    assert jpeg.bare(data) == data


# Bleed, marks, slug


def rectangles(data: bytes, offset: float) -> list[tuple[float, ...]]:
    """What is filled, from the trim's lower left corner, in whole points."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = read_content(pdf.pages[0])
    return [
        tuple(round(side - offset) for side in one.bounds)
        for one in content.painted
        if one.kind == "fill"
    ]


def test_what_touches_the_trim_reaches_the_bleed_and_nothing_else_moves() -> None:
    one = page(
        *(at(0, 0, box(300, 30, BLUE)), at(10, 50, box(20, 20, BLUE)), at(280, 100, box(20, 100))),
        paper=BLUE,
    )
    offset = 3 * MM + MARGIN
    data = pdf_bytes(one, Intent.PRINT, press_profile("insert"))
    assert rectangles(data, offset)[:4] == [
        (-9, -9, 309, 209),
        (-9, 170, 309, 209),
        (10, 130, 30, 150),
        (280, -9, 309, 100),
    ]
    newsprint = pdf_bytes(one, Intent.PRINT, press_profile("newsprint"))
    assert rectangles(newsprint, 0)[0] == (0, 0, 300, 200)


def test_a_picture_at_the_trim_is_drawn_on_to_the_bleed(tmp_path: Path) -> None:
    one = page(at(0, 0, whole(photograph(tmp_path), 300, 200)))
    data = pdf_bytes(one, Intent.PRINT, press_profile("insert"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = read_content(pdf.pages[0])
        bleed = [float(side) for side in pdf.pages[0].BleedBox]
    (drawn,) = [part for part in content.painted if part.kind == "image"]
    assert drawn.bounds[0] <= bleed[0] + 0.01 and drawn.bounds[3] >= bleed[3] - 0.01
    assert drawn.bounds[1] <= bleed[1] + 0.01 and drawn.bounds[2] >= bleed[2] - 0.01


def test_the_pages_ink_ends_at_the_bleed_and_marks_begin_outside_it() -> None:
    one = page(at(-90, -90, box(500, 500, BLUE)))
    data = pdf_bytes(one, Intent.PRINT, press_profile("insert"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = read_content(pdf.pages[0])
        bleed = tuple(round(float(side), 2) for side in pdf.pages[0].BleedBox)
    assert tuple(round(side, 2) for side in content.painted[0].bounds) == bleed
    assert any(part.ink.space == "Separation All" for part in content.painted)


def test_the_slug_names_page_press_plates_and_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    one = sample(folder, slug="晚报  A02")
    data = pdf_bytes(one, Intent.PRINT, press_profile("insert"))
    words = "".join(text for text, _, y in characters(data) if y < MARGIN)
    assert words == "晚报 A02 insert 2023-11-14 22:13 UTCCyan Magenta Yellow Black 专色 186"


@pytest.mark.parametrize("width", [20.0, 60.0, 200.0])
def test_a_narrow_page_has_room_for_its_marks(width: float) -> None:
    one = page(at(2, 10, box(5, 5)), width=width, height=30, slug="晚报" * 20)
    data = pdf_bytes(one, Intent.PRINT, press_profile("insert"))
    assert broken(data, "x4") == {}
    assert max(x for _, x, _ in characters(data)) < width + 2 * (3 * MM + MARGIN)


def test_a_proof_says_so_outside_the_trim() -> None:
    composed = compose(STORY, "panel", press="proof")
    height = composed.page.trim.height
    outside = [text for text, _, y in characters(composed.pdf()) if y > MARGIN + height]
    assert "PROOF" in "".join(outside)


def test_a_sheet_larger_than_a_pdf_can_be_is_the_authors_to_mend() -> None:
    large = ComposedPage(page(width=14_390, height=100), "mine", (), "proof")
    with pytest.raises(SpecError, match=r"sheet-too-large.*14400 pt") as caught:
        large.pdf()
    assert "without marks" in caught.value.diagnostics[0].hint
    assert large.pdf("screen")


def test_a_page_taller_than_a_pdf_can_be_wants_tiles_and_check_says_it_too() -> None:
    drawn = page(at(20, 20, box(50, 50)), width=300, height=14_401)
    tall = ComposedPage(drawn, "mine", (), "screen")
    for write in (tall.png, lambda: tall.pdf("screen")):
        with pytest.raises(SpecError, match=r"sheet-too-large.*14401 pt tall") as caught:
            write()
        assert "--tiles" in caught.value.diagnostics[0].hint
    (said,) = (one for one in tall.preflight() if one.code == "sheet-too-large")
    assert said.severity == "warning" and "--tiles" in said.hint
    in_px = replace(tall, page=replace(drawn, unit="px"))
    with pytest.raises(SpecError, match=r"19201 px tall: no PDF can be taller than 19200 px"):
        in_px.png()
    (said,) = (one for one in in_px.preflight() if one.code == "sheet-too-large")
    assert said.message.startswith("the page is 19201 px tall")
    assert all(piece.png() for piece in tall.tiles(8000))
    assert "sheet-too-large" not in {
        one.code for one in replace(tall, page=replace(drawn, trim=Size(300, 14_400))).preflight()
    }


# Spot colours


def spotted(press: str) -> ComposedPage:
    return ComposedPage(page(at(20, 20, box(50, 50, LOGO))), "mine", (), press)


def test_spot_colours_are_refused_where_the_press_has_no_plate_for_them() -> None:
    with pytest.raises(SpecError, match="press-spots"):
        spotted("newsprint").pdf()
    assert b"/#e4#b8#93#e8#89#b2#20186" in spotted("newsprint").pdf(force=True).lower()
    assert b"/Separation /#E4#B8#93#E8#89#B2#20186 /DeviceCMYK" in spotted("insert").pdf()
    assert b"/Separation" not in spotted("newsprint").pdf("screen")


@pytest.mark.parametrize("checks", [True, False])
def test_spot_colours_without_a_plate_are_refused_once_for_all_of_them(
    tmp_path: Path, checks: bool
) -> None:
    press = tmp_path / "press.json"
    press.write_text(json.dumps({"extends": "newsprint", "checks": checks}))
    other = Color("other", LOGO.cmyk, LOGO.srgb, Spot("专色 187", LOGO.cmyk))
    both = page(at(20, 20, box(50, 50, LOGO)), at(90, 20, box(50, 50, other)))
    found = ComposedPage(both, "mine", (), str(press)).press_errors()
    (refused,) = [one for one in found if one.code == "press-spots"]
    assert all(part in str(refused) for part in ("2 (“专色 186”、“专色 187”)", "take “spot”"))


LAYOUT = """
{{"extends": "panel", "press": "{press}", "colors": {{"accent": {{"spot": "PANTONE 186 C",
  "cmyk": [2, 100, 85, 6], "srgb": "#c8102e"}}}},
  "page": {{"background": "accent 8%"}}}}
"""


def test_a_colour_token_may_be_a_spot_and_its_tints_are_of_the_same_ink(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(LAYOUT.format(press="insert"))
    data = compose(STORY, path).pdf()
    assert broken(data, "x4") == {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        spaces = pdf.pages[0].Resources.ColorSpace
        names = [str(space[1]) for space in spaces.values()]
        content = read_content(pdf.pages[0])
    assert sorted(names) == ["/All", "/PANTONE 186 C"]
    tints = {p.ink.values for p in content.painted if p.ink.space == "Separation PANTONE 186 C"}
    assert tints == {(1.0,), (0.08,)}

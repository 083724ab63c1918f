"""Ink of things that lie on one another: measured as the plates have it, on pages and in files."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest
from faulty_files import Change, changed, painted
from PIL import Image, ImageChops, ImageStat
from plate_pages import GOLD, PLACE, picture, plates_of
from press_pages import whole
from test_plates_ghostscript import PPI, by_ghostscript, per_cent

from infographic.backends.pdf.write import Intent, pdf_bytes, pictures_for
from infographic.display.items import Group, Placed, Stroke
from infographic.display.items import Path as Outline
from infographic.display.page import Page
from infographic.foundation.color import BLACK, WHITE, Color
from infographic.foundation.geometry import Point, Rect, Size
from infographic.layout.shapes import circle
from infographic.press.coverage import measured
from infographic.press.inspect.file import press_file
from infographic.press.inspect.layers import layers_of as layers_of_file
from infographic.press.inspect.run import inspect
from infographic.press.preflight.layers import layers_of
from infographic.press.preflight.run import preflight
from infographic.press.report import Finding
from infographic.press.stacks.area import AreaGrid, covered
from infographic.press.stacks.layers import Layer, Shape, rectangle
from infographic.press.stacks.measure import drawn, wet_squares
from infographic.profiles import press_profile

from hand_set import SANS, SERIF, at, box, line, page, run  # isort: skip

NEWSPRINT = press_profile("newsprint")
SIDE = NEWSPRINT.ink.window_side
DARK = Color("dark", (0.8, 0.6, 0.6, 0.0), (0.25, 0.33, 0.33))
NEARLY = Color("nearly", (0.8, 0.8, 0.79, 0.0), (0.2, 0.2, 0.2))
PINK = Color("pink", (0.0, 0.5, 0.1, 0.0), (0.9, 0.6, 0.6))
TRIM = Rect(0, 0, 300, 200)


def words(text: str, size: float, x: float, y: float, color: Color = BLACK) -> Placed:
    return at(x, y, line(run(SANS, text, size, color)))


def rule(x: float, y: float, across: float, weight: float, color: Color = BLACK) -> Placed:
    stroke = Stroke(color, weight)
    return at(x, y, Outline((("M", (0, 0)), ("L", (across, 0))), stroke=stroke))


def flat(folder: Path, *inks: int) -> Path:
    """A picture of one colour in CMYK, each of 255."""
    path = folder / "flat.tif"
    Image.new("CMYK", (300, 300), inks).save(path)
    return path


def full_page(folder: Path) -> Page:
    """Type, rules, round and cut shapes, spots, white type and a picture on one another."""
    return page(
        at(0, 0, box(300, 80, DARK)),
        words("黑字大", 60, 10, 70),
        words("党建联盟", 12, 10, 110),
        words("白字", 20, 200, 50, WHITE),
        at(150, 90, box(60, 20, GOLD)),
        words("金上", 18, 150, 105),
        circle(Point(250, 130), 25, PLACE, fill=DARK),
        words("圆", 30, 230, 140),
        at(230, 110, Group((at(0, 0, box(50, 5, PINK)),), clip=Size(30, 4))),
        rule(0, 150, 200, 3, PINK),
        rule(0, 20, 190, 1.5),
        at(20, 160, picture(flat(folder, 150, 130, 130, 20), Size(80, 36))),
        words("图上", 30, 30, 188),
    )


def written(one: Page) -> bytes:
    return pdf_bytes(one, Intent.PRINT, NEWSPRINT)


def drawn_in_file(data: bytes, grid: AreaGrid) -> Mapping[str, Image.Image]:
    file = press_file(data, "page.pdf", NEWSPRINT)
    return drawn(layers_of_file(file.leaves[0].seen.paints), grid)


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of their pixels, in per cent."""
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0] / 2.55


def test_layers_of_a_page_and_of_its_file_are_the_plates(tmp_path: Path) -> None:
    one = full_page(tmp_path)
    data = written(one)
    plates = plates_of(data, 72)
    grid = AreaGrid(0, 0, 1.0, 300, 200)
    for mine in (
        drawn(layers_of(one, pictures_for(one, NEWSPRINT)), grid),
        drawn_in_file(data, grid),
    ):
        assert set(mine) == {plate.ink for plate in plates.plates}
        for plate in plates.plates:
            assert difference(plate.shares, mine[plate.ink]) < 0.2, plate.ink


@pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")
def test_layers_of_a_page_are_ghostscripts_plates(tmp_path: Path) -> None:
    one = full_page(tmp_path)
    mine = drawn(layers_of(one, pictures_for(one, NEWSPRINT)), AreaGrid(0, 0, 72 / PPI, 625, 417))
    theirs = by_ghostscript(written(one), tmp_path, list(mine))
    for ink, plate in mine.items():
        size = tuple(map(min, zip(plate.size, theirs[ink].size, strict=True)))
        pair = [each.crop((0, 0, *size)) for each in (plate, theirs[ink])]
        assert difference(*pair) < 0.5, ink
        assert per_cent(plate) == pytest.approx(per_cent(theirs[ink]), abs=0.15)


def test_the_worst_square_is_that_of_the_plates(tmp_path: Path) -> None:
    one = full_page(tmp_path)
    plates = plates_of(written(one), 150)
    truth = measured(one, [plate.shares for plate in plates.plates], 150, SIDE).square
    layers = layers_of(one, pictures_for(one, NEWSPRINT))
    worst = max(wet_squares(layers, TRIM, 2.0, SIDE), key=lambda wet: wet.mean)
    assert worst.mean == pytest.approx(truth.coverage, abs=0.01)
    assert worst.square.x == pytest.approx(truth.area.x, abs=1)
    assert worst.square.y == pytest.approx(truth.area.y, abs=1)


# What is said of a page


def found_on(one: Page) -> list[Finding]:
    return [
        finding for finding in preflight(one, NEWSPRINT, pictures_for(one, NEWSPRINT))
        if finding.code == "ink-stack"
    ]  # fmt: skip


def found_in(data: bytes) -> list[Finding]:
    findings = inspect(data, "page.pdf", NEWSPRINT)
    return [finding for finding in findings if finding.code == "pdf-ink-stack"]


def test_large_black_type_on_a_dark_ground_is_refused_with_the_sum() -> None:
    one = page(at(0, 0, box(300, 200, DARK)), words("黑字", 110, 20, 150))
    (finding,) = found_on(one)
    assert finding.severity == "error"
    assert "“黑字”" in finding.message and "“dark”" in finding.message
    assert "300 % (200 % of “dark” C80 M60 Y60 K0 and 100 % K) over about" in finding.found
    assert finding.wanted == "at most 240 % as the mean of 15 mm²"
    (place,) = finding.places
    assert place.box.width == pytest.approx(SIDE)
    (in_file,) = found_in(written(one))
    assert in_file.severity == "error"
    assert "a text of 110 pt in C0 M0 Y0 K100 overprints a fill of C80 M60 Y60 K0" in str(in_file)


def test_the_area_said_is_that_of_the_ink() -> None:
    squares = at(40, 100, line(run(SERIF, "——", 60)))
    one = page(at(0, 0, box(300, 200, DARK)), squares, at(40, 120, box(200, 1.5)))
    layers = layers_of(one, pictures_for(one, NEWSPRINT))
    grid = AreaGrid(0, 0, 0.5, 600, 400)
    inked = sum(
        sum(covered(layer.shape(), grid).tobytes()) / 255 * 0.25
        for layer in layers if layer.paints is not None
    )  # fmt: skip
    (wet, *more) = wet_squares(layers, TRIM, 2.0, SIDE)
    areas = sum(each.area for each in (wet, *more))
    assert areas == pytest.approx(inked * (25.4 / 72) ** 2, rel=0.05)


def test_small_black_type_is_a_matter_of_the_mean() -> None:
    body = line(run(SERIF, "党建联盟社区治理", 9))
    lines = [at(20, 30 + 14 * i, body) for i in range(5)]
    assert found_on(page(at(0, 0, box(300, 200, DARK)), *lines)) == []
    # On a ground of 239 % the mean of a square is over 240, however small the type.
    (finding,) = found_on(page(at(0, 0, box(300, 200, NEARLY)), *lines))
    assert finding.severity == "error"
    assert len(found_in(written(page(at(0, 0, box(300, 200, NEARLY)), *lines)))) == 1


def test_black_on_a_light_panel_that_lies_on_the_dark_ground_is_dry(tmp_path: Path) -> None:
    asked: list[object] = []
    dry = page(
        at(0, 0, box(300, 200, DARK)),
        at(10, 20, box(280, 150, WHITE)),
        words("黑字", 100, 20, 150),
    )
    assert found_on(dry) == [] and found_in(written(dry)) == []
    # Nor is a picture made ready that nothing overprints.
    beside = page(at(20, 20, whole(flat(tmp_path, 150, 130, 130, 0))), words("黑", 9, 200, 100))
    preflight(beside, NEWSPRINT, lambda *one: asked.append(one))
    assert asked == []


def test_type_in_any_other_colour_knocks_out() -> None:
    deep = Color("deep", (0.0, 0.0, 0.2, 1.0), (0.1, 0.1, 0.1))
    one = page(at(0, 0, box(300, 200, DARK)), words("黑字", 100, 20, 150, deep))
    assert found_on(one) == [] and found_in(written(one)) == []


def test_a_broad_black_rule_knocks_out_and_thin_ones_close_together_add_up() -> None:
    ground = at(0, 0, box(300, 200, DARK))
    broad = page(ground, rule(20, 100, 200, 40))
    assert found_on(broad) == [] and found_in(written(broad)) == []
    close = page(ground, *(rule(20, 50 + 2.5 * i, 200, 2) for i in range(20)))
    (finding,) = found_on(close)
    assert finding.severity == "error" and "a line in “K100”" in finding.message
    assert len(found_in(written(close))) == 1


def test_a_pictures_ink_counts_as_the_writer_leaves_it(tmp_path: Path) -> None:
    heavy = whole(flat(tmp_path, 204, 153, 153, 33), 280, 180)
    one = page(at(10, 10, heavy), words("黑字", 110, 30, 150))
    (finding,) = found_on(one)
    # 213 % of CMYK dries alone; of what black leaves, 200 % are beside it.
    assert "of the picture “flat.tif” and 100 % K)" in finding.found
    assert finding.found.startswith("300 % (200 % of")
    assert len(found_in(written(one))) == 1
    # One of 320 % is brought to 220 %, of which black leaves 140: 240 % in all.
    full = whole(flat(tmp_path, 217, 204, 191, 204), 280, 180)
    assert found_on(page(at(10, 10, full), words("黑字", 110, 30, 150))) == []


def test_a_stack_over_the_limit_in_stems_alone_is_a_warning() -> None:
    one = page(at(0, 0, box(300, 200, DARK)), words("一一一", 26, 20, 100))
    (finding,) = found_on(one)
    assert finding.severity == "warning" and "large black type" in finding.message
    assert found_in(written(one)) == []


# What other programs' files do


def stacked(*operators: str) -> bytes:
    """A clean file with further operators; /GO overprints in mode 1, /G0 in mode 0."""
    zero = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, OP=True, op=True, OPM=0)
    content = "q " + " ".join(operators) + " Q"
    return changed(written(page(words("党", 10, 5, 20))), painted(content, ExtGState={"G0": zero}))


GROUND = "/GK gs 1 0.6 0.4 0 k 100 50 80 80 re f"


@pytest.mark.parametrize(
    ("over", "is_wet"),
    [
        ("/GO gs 0 0 0 1 k 120 70 40 40 re f", True),
        ("/GO gs 0 0 0.9 0 k 120 70 40 40 re f", True),
        ("/GO gs 0 0 0 1 K 40 w 100 90 m 180 90 l S", True),
        ("/GO gs 0 0 0 1 k 120 70 1 40 re f", False),
        ("/GK gs 0 0 0 1 k 120 70 40 40 re f", False),
        ("/G0 gs 0 0 0 1 k 120 70 40 40 re f", False),
        ("/GO gs 0 g 120 70 40 40 re f", False),
        ("/GO gs 120 70 4 4 re W n 0 0 0 1 k 120 70 40 40 re f", False),
        ("/GO gs 0 0 0 1 k 120 70 40 40 re 122 72 36 36 re f*", False),
        ("/GK gs 0 0 0 0 k 110 60 60 60 re f /GO gs 0 0 0 1 k 120 70 40 40 re f", False),
    ],
    ids=[
        "black", "yellow too", "a line", "a thin bar", "knocked out", "mode 0", "DeviceGray",
        "cut by a clip", "a frame", "on white",
    ],
)  # fmt: skip
def test_overprint_counts_as_the_graphics_state_says(over: str, is_wet: bool) -> None:
    assert bool(found_in(stacked(GROUND, over))) is is_wet


def test_a_form_and_a_font_that_cannot_be_drawn_count_too() -> None:
    def form(pdf: pikepdf.Pdf) -> None:
        states = pdf.pages[0].Resources.ExtGState
        made = pdf.make_stream(
            f"{GROUND} /GO gs 0 0 0 1 k 120 70 40 40 re f".encode(),
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 300, 200],
            Resources=pikepdf.Dictionary(ExtGState=states),
        )  # fmt: skip
        pdf.pages[0].Resources.XObject = pikepdf.Dictionary(Fm=made)
        pdf.pages[0].contents_add(pdf.make_stream(b"q /Fm Do Q"))

    change: Change = form
    (finding,) = found_in(changed(written(page(words("党", 10, 5, 20))), change))
    assert "a fill in C0 M0 Y0 K100 overprints a fill of C100 M60 Y40 K0" in finding.message


def test_a_picture_on_its_side_or_its_head_lies_as_its_matrix_says() -> None:
    tones = Image.new("CMYK", (2, 2))
    tones.putdata([(255, 0, 0, 0), (0, 255, 0, 0), (0, 0, 255, 0), (0, 0, 0, 255)])
    tones = tones.resize((80, 80), Image.Resampling.NEAREST)
    for matrix in ("80 0 0 80 100 50", "-80 0 0 -80 180 130", "0 80 80 0 100 50",
                   "0 -80 80 0 100 130", "-80 0 0 80 180 50"):  # fmt: skip

        def place(pdf: pikepdf.Pdf, matrix: str = matrix) -> None:
            image = pdf.make_stream(
                tones.tobytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image,
                Width=80, Height=80, BitsPerComponent=8, ColorSpace=pikepdf.Name.DeviceCMYK,
            )  # fmt: skip
            pdf.pages[0].Resources.XObject = pikepdf.Dictionary(I1=image)
            pdf.pages[0].contents_add(pdf.make_stream(f"q /GK gs {matrix} cm /I1 Do Q".encode()))

        data = changed(written(page(words("党", 10, 5, 20))), place)
        plates, mine = plates_of(data, 72), drawn_in_file(data, AreaGrid(0, 0, 1.0, 300, 200))
        for plate in plates.plates:
            assert difference(plate.shares, mine[plate.ink]) < 0.4, (matrix, plate.ink)


def test_areas_are_exact() -> None:
    grid = AreaGrid(0, 0, 1.0, 4, 3)
    triangle = (("M", (0.0, 0.0)), ("L", (4.0, 0.0)), ("L", (0.0, 3.0)), ("Z", ()))
    shares = covered(Shape((triangle,)), grid).tobytes()
    assert sum(shares) / 255 == pytest.approx(6.0, abs=0.02)
    assert shares[0] == 255 and shares[11] == 0
    part = covered(Shape((rectangle(Rect(0.5, 0.5, 1.25, 1)),)), grid).tobytes()
    assert [round(share / 255, 2) for share in part[:3]] == [0.25, 0.38, 0.0]
    hole = (*rectangle(Rect(0, 0, 4, 3)), *rectangle(Rect(1, 1, 2, 1)))
    assert sum(covered(Shape((hole,), even_odd=True), grid).tobytes()) / 255 == 10
    thick = (("M", (0.0, 1.5)), ("L", (4.0, 1.5)))
    assert sum(covered(Shape((thick,), stroke=1.0), grid).tobytes()) / 255 == pytest.approx(4)


def test_what_overprints_what_overprints_adds_up() -> None:
    def layer(ink: str) -> Layer:
        shape = Shape((rectangle(TRIM),))
        return Layer(TRIM, {ink: 1.0}, lambda: shape, ink, frozenset((ink,)))

    layers = [layer(ink) for ink in ("Cyan", "Magenta", "Yellow")]
    (wet,) = wet_squares(layers, TRIM, 2.4, SIDE)
    assert wet.mean == pytest.approx(3.0)
    assert list(wet_squares(layers[:2], TRIM, 2.4, SIDE)) == []


def test_what_is_in_no_inks_takes_away_what_lies_below() -> None:
    cover = "/GK gs 0.2 0.3 0.8 rg 110 60 60 60 re f"
    assert found_in(stacked(GROUND, cover, "/GO gs 0 0 0 1 k 115 65 40 40 re f")) == []


def test_a_form_is_cut_by_its_box() -> None:
    def form(pdf: pikepdf.Pdf) -> None:
        states = pdf.pages[0].Resources.ExtGState
        made = pdf.make_stream(
            b"/GO gs 0 0 0 1 k 120 70 40 40 re f",
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[120, 70, 123, 73],
            Resources=pikepdf.Dictionary(ExtGState=states),
        )  # fmt: skip
        pdf.pages[0].Resources.XObject = pikepdf.Dictionary(Fm=made)
        pdf.pages[0].contents_add(pdf.make_stream(f"q {GROUND} /Fm Do Q".encode()))

    assert found_in(changed(written(page(words("党", 10, 5, 20))), form)) == []


def test_sizes_that_no_page_has_are_no_work() -> None:
    box = "-100000000 -100000000 200000000 200000000 re f"
    huge = f"1 0.6 0.4 0 k {box} /GO gs 0 0 0 1 k {box}"
    (finding,) = found_in(stacked("/GK gs", huge))
    assert finding.severity == "error"

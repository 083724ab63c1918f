"""Ends, corners and dashes of lines, and holes by even-odd: alike in every writer and reader."""

from __future__ import annotations

import io
import math
from typing import Any

import pytest
from PIL import Image

from infographic.backends.encoders.png import png_bytes
from infographic.backends.pdf.write import Intent, pdf_bytes, pictures_for
from infographic.backends.plates.separate import plates_of
from infographic.backends.svg.write import svg_bytes
from infographic.display.dump import dump
from infographic.display.extents import extent
from infographic.display.items import Cap, Group, Join, LineStyle, Path, Placed, Segment, Stroke
from infographic.display.painted import is_inside
from infographic.display.strokes import covered_by
from infographic.foundation.color import BLACK
from infographic.foundation.geometry import Point, Rect, Size
from infographic.press.inspect.file import press_file
from infographic.press.inspect.layers import layers_of as layers_of_file
from infographic.press.inspect.run import inspect
from infographic.press.preflight.layers import layers_of
from infographic.press.preflight.painted import pieces_of
from infographic.press.stacks.area import AreaGrid, covered
from infographic.press.stacks.layers import Shape
from infographic.profiles import press_profile

from hand_set import RED, SERIF, at, line, page, run  # isort: skip

resvg = pytest.importorskip("resvg_py")

NEWSPRINT = press_profile("newsprint")
PPI = 144
LINE: tuple[Segment, ...] = (("M", (40, 100)), ("L", (120, 100)))
CORNER: tuple[Segment, ...] = (("M", (40, 40)), ("L", (120, 40)), ("L", (120, 140)))
SHARP: tuple[Segment, ...] = (("M", (40, 60)), ("L", (140, 70)), ("L", (40, 80)))


def square(side: float, inset: float = 0.0) -> tuple[Segment, ...]:
    a, b = 40 + inset, 40 + side - inset
    return (("M", (a, a)), ("L", (b, a)), ("L", (b, b)), ("L", (a, b)), ("Z", ()))


def wide(x: float, y: float, width: float, height: float) -> tuple[Segment, ...]:
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return (*(("L" if i else "M", corner) for i, corner in enumerate(corners)), ("Z", ()))


def within(outline: Path, *paths: Path, **more: Any) -> Group:
    return Group(tuple(at(0, 0, path) for path in paths), outline=outline, **more)


def drawn(segments: tuple[Segment, ...], **style: object) -> Path:
    return Path(segments, stroke=Stroke(BLACK, 20, **style))  # type: ignore[arg-type]


CASES: dict[str, Path | Group] = {
    "a butt end": drawn(LINE),
    "a round end": drawn(LINE, cap=Cap.ROUND),
    "a square end": drawn(LINE, cap=Cap.SQUARE),
    "a mitred corner": drawn(CORNER),
    "a round corner": drawn(CORNER, join=Join.ROUND),
    "a bevelled corner": drawn(CORNER, join=Join.BEVEL),
    "a corner past the limit": drawn(CORNER, miter_limit=1.2),
    "a point that PDF and SVG would cut at different lengths": drawn(SHARP),
    "a point cut by its limit": drawn(SHARP, miter_limit=4.0),
    "dashes from their middle": drawn(LINE, dash=(20.0, 20.0), dash_phase=10.0),
    "round dashes": drawn(LINE, dash=(0.0, 30.0), cap=Cap.ROUND),
    "a hole by even-odd": Path((*square(100), *square(100, 25)), fill=BLACK, even_odd=True),
    "no hole by winding": Path((*square(100), *square(100, 25)), fill=BLACK),
    "a hole in what is drawn and filled": Path(
        (*square(100), *square(100, 25)), BLACK, Stroke(BLACK, 8, join=Join.ROUND), even_odd=True
    ),
    "what an outline holds": within(
        Path((("M", (90, 40)), ("L", (140, 90)), ("L", (90, 140)), ("L", (40, 90)), ("Z", ()))),
        Path(wide(20, 20, 90, 200), fill=BLACK),
    ),
    "what a ring holds": within(
        Path((*square(100), *square(100, 25)), even_odd=True),
        Path(wide(0, 60, 300, 60), fill=BLACK),
    ),
    "what outlines and a rectangle hold": Group(
        (at(0, 0, within(Path(square(100)), Path(wide(60, 0, 300, 300), fill=BLACK))),),
        clip=Size(120, 100),
        outline=Path(square(100, 20)),
    ),
    "what nothing is left of but its middle": within(
        Path(square(100, 20)), Path(square(100), stroke=Stroke(BLACK, 60)), clip=Size(95, 300)
    ),
    "what shows through": Path(square(100), fill=BLACK, opacity=0.5),
}


def ink(png: bytes) -> Image.Image:
    """255 where there is ink."""
    return Image.open(io.BytesIO(png)).convert("L").point(lambda light: 255 - light)


def area(image: Image.Image) -> float:
    """Ink in square points."""
    darkest = image.getextrema()[1]
    return sum(i * n for i, n in enumerate(image.histogram())) / darkest * (72 / PPI) ** 2


def box(image: Image.Image) -> tuple[float, ...]:
    found = image.point(lambda value: 255 * (value > 100)).getbbox()
    assert found is not None
    return tuple(side * 72 / PPI for side in found)


@pytest.mark.parametrize("name", CASES)
def test_every_writer_and_reader_sees_the_same_ink(name: str) -> None:
    made = page(at(0, 0, CASES[name]))
    shown = ink(png_bytes(made, ppi=PPI))
    svg = resvg.svg_to_bytes(svg_string=svg_bytes(made).decode(), width=shown.width)
    pdf = pdf_bytes(made, Intent.PRINT, NEWSPRINT)
    plate = plates_of(pdf, PPI).of("Black")
    grid = AreaGrid(0, 0, 0.5, 600, 400)
    file = press_file(pdf, "page.pdf", NEWSPRINT)
    measured = [
        _together(layers_of(made, pictures_for(made, NEWSPRINT)), grid),
        _together(layers_of_file(file.leaves[0].seen.paints), grid),
    ]
    wanted = area(shown)
    for other in (ink(bytes(svg)), plate, *measured):
        assert area(other) == pytest.approx(wanted, rel=0.015)
        assert box(other) == pytest.approx(box(shown), abs=0.8)


def _together(layers: object, grid: AreaGrid) -> Image.Image:
    from infographic.press.stacks.measure import drawn as plates_drawn

    return plates_drawn(layers, grid)["Black"]  # type: ignore[arg-type]


@pytest.mark.parametrize("name", CASES)
def test_the_box_of_a_path_holds_all_its_ink_and_little_more(name: str) -> None:
    found = box(ink(png_bytes(page(at(0, 0, CASES[name])), ppi=PPI)))
    bounds = extent(at(0, 0, CASES[name]))
    assert bounds is not None
    assert bounds.grown(0.6).holds(Rect(*found[:2], found[2] - found[0], found[3] - found[1]))
    if isinstance(CASES[name], Path) and name not in (
        "a butt end",
        "dashes from their middle",
        "round dashes",
        "a bevelled corner",
    ):
        assert bounds.right <= found[2] + 11


def test_a_plain_line_is_written_as_it_always_was() -> None:
    content = _content(at(0, 0, Path(CORNER, stroke=Stroke(BLACK, 2, (3.0, 1.0)))))
    assert "[3 1] 0 d" in content
    assert not {"J", "j", "M"} & set(content.split())
    svg = svg_bytes(page(at(0, 0, Path(CORNER, stroke=Stroke(BLACK, 2))))).decode()
    assert "linecap" not in svg and "linejoin" not in svg and svg.count("miterlimit") == 1


def test_a_style_of_lines_lasts_until_another_is_wanted() -> None:
    round_ = Path(LINE, stroke=Stroke(BLACK, 2, cap=Cap.ROUND))
    plain = Path(LINE, stroke=Stroke(BLACK, 2))
    content = _content(at(0, 0, round_), at(0, 9, round_), at(0, 18, plain))
    assert [line for line in content.splitlines() if line.endswith("J")] == ["1 J", "0 J"]


def _content(*items: Placed) -> str:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf_bytes(page(*items), Intent.PRINT))) as document:
        return document.pages[0].Contents.read_bytes().decode()


def test_a_dump_says_what_is_not_plain() -> None:
    said = dump(
        page(
            at(0, 0, CASES["a round end"]),
            at(0, 0, CASES["dashes from their middle"]),
            at(0, 0, CASES["a hole by even-odd"]),
            at(0, 0, CASES["a butt end"]),
        )
    ).splitlines()
    assert "stroke K100 20 round miter" in said[1]
    assert "dash from 10" in said[2]
    assert "fill K100 even-odd" in said[3]
    assert "butt" not in said[4]


def test_half_of_an_ink_shows_half_of_what_is_below() -> None:
    half = Path(square(100), fill=BLACK, opacity=0.5)
    made = page(at(0, 0, Path(square(60), fill=RED)), at(0, 0, half))
    pdf = pdf_bytes(made, Intent.PRINT, NEWSPRINT)
    places = {"on red": (50, 50), "on paper": (130, 130)}
    for place, inks in (("on red", (0.0, 0.475, 0.425, 0.5)), ("on paper", (0, 0, 0, 0.5))):
        at_ = tuple(side * PPI // 72 for side in places[place])
        plates = plates_of(pdf, PPI).plates
        found = [one.shares.getpixel(at_) / 255 for one in plates]  # type: ignore[operator]
        assert found == pytest.approx(inks, abs=0.01)
    screen = Image.open(io.BytesIO(png_bytes(made, ppi=72))).convert("RGB")
    red = [(light + BLACK.srgb[0]) / 2 for light in RED.srgb]
    assert [v / 255 for v in screen.getpixel((50, 50))] == pytest.approx(red, abs=0.01)  # type: ignore[union-attr]
    assert [piece.color.cmyk for piece in pieces_of(made)] == [RED.cmyk, (0, 0.475, 0.425, 0.5)]
    assert "/Group <<" in pdf.decode("latin-1").replace("\n", " ")
    assert inspect(pdf, "page.pdf", NEWSPRINT) == ()


def test_what_is_whole_has_no_state_of_opacity() -> None:
    made = page(at(0, 0, Path(square(60), fill=RED)))
    assert b"/Transparency" not in pdf_bytes(made, Intent.PRINT)
    assert b"/ExtGState" not in pdf_bytes(made, Intent.SCREEN)


def test_words_beside_the_area_that_an_outline_leaves_stand_on_paper() -> None:
    from infographic.press.preflight.rules import InkKind

    triangle = Path((("M", (0, 0)), ("L", (100, 0)), ("L", (0, 100)), ("Z", ())))
    cut = within(triangle, Path(wide(0, 0, 100, 100), fill=RED))
    words = at(70, 90, line(run(SERIF, "字", 10)))
    made = page(at(0, 0, cut), words)
    (text,) = [piece for piece in pieces_of(made) if piece.kind is InkKind.TEXT]
    assert text.grounds == ()


def test_a_point_in_a_hole_is_outside_by_even_odd_alone() -> None:
    middle = Point(90, 90)
    assert not is_inside(CASES["a hole by even-odd"], Point(0, 0), middle)
    assert is_inside(CASES["no hole by winding"], Point(0, 0), middle)


def test_polygons_of_a_line_all_turn_one_way() -> None:
    zigzag = [(0.0, 0.0), (50.0, 10.0), (0.0, 20.0), (30.0, -40.0), (0.0, 0.0)]
    for join in Join:
        for cap in Cap:
            style = LineStyle(cap, join, 10.0, (7.0, 3.0), 2.0)
            for polygon in covered_by(zigzag, 5, style):
                turned = [*polygon[1:], polygon[0]]
                pairs = zip(polygon, turned, strict=True)
                assert sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) > -1e-9


def test_a_line_of_no_length_is_its_ends() -> None:
    dot = Shape(((("M", (20.0, 20.0)), ("L", (20.0, 20.0))),), stroke=10)
    grid = AreaGrid(0, 0, 0.5, 80, 80)

    def inked(cap: Cap) -> float:
        shape = Shape(dot.outlines, stroke=10, style=LineStyle(cap))
        return sum(i * n for i, n in enumerate(covered(shape, grid).histogram())) / 255 / 4

    assert inked(Cap.BUTT) == 0
    assert inked(Cap.ROUND) == pytest.approx(math.pi * 25, rel=0.02)
    assert inked(Cap.SQUARE) == pytest.approx(100, rel=0.02)


def test_an_outline_at_the_trim_reaches_on_to_the_bleed_with_what_it_holds() -> None:
    straight = Path(wide(0, 0, 80, 60))
    ground = Path(wide(0, 0, 300, 200), fill=BLACK)
    for cut in (within(straight, ground), within(straight, ground, clip=Size(300, 200))):
        pdf = pdf_bytes(page(at(0, 0, cut), bleed=9), Intent.PRINT)
        file = press_file(pdf, "page.pdf", NEWSPRINT)
        (layer,) = layers_of_file(file.leaves[0].seen.paints)
        assert layer.box == pytest.approx(Rect(-9, -9, 89, 69))

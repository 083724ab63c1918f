"""SVG files are drawn as other readers draw them: held against resvg, pixel by pixel."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from infographic.backends.encoders.png import png_bytes
from infographic.backends.svg.write import svg_bytes
from infographic.display.items import DrawingFile, Group, Placed
from infographic.display.items import Path as Outline
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.geometry import Point, Size
from infographic.layout.drawings import set_drawing
from infographic.loading.assets.svg.read import read_drawing

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "backends"))
from hand_set import page

resvg = pytest.importorskip("resvg_py")

HEAD = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SIDE = 240


def svg(content: str, attributes: str = 'viewBox="0 0 100 100"') -> str:
    return f"<svg {HEAD} {attributes}>{content}</svg>"


def drawing(text: str) -> DrawingFile:
    found, wrong = read_drawing(text.encode(), "x.svg", Path("x.svg"))
    assert found is not None, [str(fault) for fault in wrong]
    return found


CASES = {
    "a path of all its commands": svg(
        '<path d="M10 10 h20 v20 l-10 10 q-10-10-20 0 t0 20 c5 10 20 10 20 0 s10-20 20-10'
        ' a15 10 30 1 0 20 10 A8 8 0 0 1 70 80 L60 95z"/>'
    ),
    "a rectangle with round corners": svg('<rect x="10" y="10" width="70" height="50" rx="15"/>'),
    "corners rounder than it is high": svg(
        '<rect x="10" y="10" width="70" height="30" rx="50" ry="8" fill="#c33"/>'
    ),
    "a circle and an ellipse": svg(
        '<circle cx="30" cy="30" r="20"/><ellipse cx="70" cy="60" rx="20" ry="35" fill="gold"/>'
    ),
    "lengths in shares and units": svg(
        '<rect width="50%" height="25%" fill="teal"/><circle cx="50%" cy="70%" r="20%"/>'
        '<rect x="1mm" y="50px" width="10pt" height="1pc" fill="red"/>'
    ),
    "lines and polygons": svg(
        '<line x1="5" y1="5" x2="95" y2="30" stroke="#000" stroke-width="4"/>'
        '<polyline points="10,90 30,50 50,90" fill="none" stroke="red" stroke-width="3"/>'
        '<polygon points="60 90 75,50 95 90" fill="blue"/><polyline points="60,40 80,35 90,48"/>'
    ),
    "even-odd, and winding": svg(
        '<path fill-rule="evenodd" d="M5 5h40v40h-40zM15 15h20v20h-20z"/>'
        '<path d="M55 5h40v40h-40zM65 15h20v20h-20z"/>'
        '<path d="M5 55h40v40h-40zM15 65v20h20v-20z"/>'
    ),
    "ends and corners of lines": svg(
        '<g fill="none" stroke="#236" stroke-width="10">'
        '<path d="M20 15h60" stroke-linecap="round"/><path d="M20 35h60" stroke-linecap="square"/>'
        '<path d="M15 90l10-30 10 30"/><path d="M45 90l10-30 10 30" stroke-linejoin="round"/>'
        '<path d="M75 90l10-30 10 30" stroke-linejoin="bevel"/></g>'
    ),
    "sharp corners at SVG's own limit": svg(
        '<g fill="none" stroke="#000" stroke-width="8"><path d="M10 90l8-60 8 60"/>'
        '<path d="M60 90l8-60 8 60" stroke-miterlimit="20"/></g>'
    ),
    "dashes": svg(
        '<g stroke="#000" stroke-width="5"><path d="M5 20h90" stroke-dasharray="10 5 2"/>'
        '<path d="M5 40h90" stroke-dasharray="10,5" stroke-dashoffset="7"/>'
        '<path d="M5 60h90" stroke-dasharray="10 5" stroke-dashoffset="-4"/>'
        '<path d="M5 80h90" stroke-dasharray="0 12" stroke-linecap="round"/></g>'
    ),
    "groups and matrices": svg(
        '<g transform="translate(50 50)"><g transform="rotate(30)">'
        '<rect x="-20" y="-10" width="40" height="20" fill="#393"/></g>'
        '<rect transform="skewX(20) scale(.5,1.5)" x="10" y="10" width="30" height="12"/>'
        '<circle r="6" transform="rotate(45, 10, 20) translate(-30)" fill="red"/>'
        '<rect transform="matrix(.8 .2 -.3 .9 -40 -40)" width="20" height="20" fill="navy"/></g>'
    ),
    "lines under matrices": svg(
        '<g fill="none" stroke="#000" stroke-width="4">'
        '<path transform="scale(2)" d="M5 5h20l10 10" stroke-dasharray="4 2"/>'
        '<path transform="translate(10 50) scale(3 .7)" d="M0 0h15l8 30" stroke-linejoin="round"/>'
        '<circle transform="translate(80 75) skewX(35) scale(1 .5)" r="15"/>'
        '<path transform="translate(20 90) scale(-1 1) rotate(20)" d="M0 0l-20 -10"/></g>'
    ),
    "use of what is defined later": svg(
        '<use href="#a"/><use xlink:href="#a" x="40" y="10" fill="red"/>'
        '<use href="#b" transform="rotate(10)"/>'
        '<defs><rect id="a" width="20" height="20"/><g id="b"><use href="#a" x="50" y="50"/>'
        '<circle id="c" cx="20" cy="70" r="10" fill="green"/></g></defs>'
    ),
    "inheritance": svg(
        '<g fill="red" stroke="blue" stroke-width="3"><rect x="5" y="5" width="30" height="30"/>'
        '<g fill="none"><rect x="50" y="5" width="30" height="30"/>'
        '<rect x="50" y="50" width="30" height="30" stroke="inherit" fill="#aaa"/></g></g>'
    ),
    "style attributes and classes": svg(
        "<style>/* c */ .a{fill:#d33;stroke:#000} .b, #q{fill:none;stroke:#06c;stroke-width:4}"
        " rect.c{fill:lime} circle{fill:orange !important}</style>"
        '<rect class="a" x="5" y="5" width="25" height="25" fill="blue"/>'
        '<rect class="b c" x="40" y="5" width="25" height="25"/>'
        '<circle class="a" cx="20" cy="70" r="15" style="fill:black"/>'
        '<rect id="q" x="60" y="60" width="25" height="25" style="stroke-width:8;;fill:#eee"/>'
    ),
    "cut by a circle": svg(
        '<clipPath id="c"><circle cx="50" cy="50" r="40"/></clipPath>'
        '<rect width="100" height="50" fill="teal" clip-path="url(#c)"/>'
    ),
    "cut by several shapes, and twice": svg(
        '<clipPath id="c" clip-path="url(#d)"><rect width="30" height="100"/>'
        '<rect x="20" y="40" width="60" height="30"/></clipPath>'
        '<clipPath id="d"><circle cx="45" cy="50" r="40"/></clipPath>'
        '<g clip-path="url(#c)"><rect width="100" height="100" fill="purple"/></g>'
    ),
    "cut by even-odd and under a matrix": svg(
        '<clipPath id="c" transform="rotate(15 50 50)">'
        '<path clip-rule="evenodd" d="M20 20h60v60h-60zM40 40h20v20h-20z"/></clipPath>'
        '<g transform="translate(5 0) scale(.9)" clip-path="url(#c)">'
        '<rect width="100" height="100" fill="#850"/></g>'
    ),
    "opacity of a part, of its colour and of a group": svg(
        '<rect width="60" height="60" fill="red"/>'
        '<rect x="30" y="30" width="60" height="60" fill="blue" fill-opacity=".5" stroke="#000"'
        ' stroke-width="6" stroke-opacity="0.4"/>'
        '<rect x="5" y="65" width="20" height="20" fill="#00800080"/>'
        '<g opacity=".3"><rect x="70" width="10" height="20"/>'
        '<rect x="85" width="10" height="20"/></g>'
        '<circle cx="12" cy="90" r="8" fill="rgba(255, 0, 0, .5)"/>'
    ),
    "what is not seen": svg(
        '<rect width="20" height="20"/><rect x="30" width="20" height="20" display="none"/>'
        '<g visibility="hidden"><rect x="60" width="20" height="20"/>'
        '<rect x="60" y="40" width="20" height="20" visibility="visible"/></g>'
        '<rect y="40" width="0" height="20"/><circle cx="20" cy="60" r="0" stroke="red"/>'
        '<path d="M30 60" stroke="red" stroke-width="9"/><rect x="9" y="70" width="9" height="9"'
        ' transform="scale(0 1)"/>'
    ),
    "a view box beside the size": svg(
        '<rect x="-50" y="20" width="100" height="40" fill="tan"/><circle cx="0" cy="40" r="30"/>',
        'viewBox="-50 0 100 80" width="120" height="40" preserveAspectRatio="xMaxYMin"',
    ),
    "a view box that is sliced": svg(
        '<circle cx="50" cy="50" r="50" fill="coral"/>',
        'viewBox="0 0 100 100" width="120" height="60" preserveAspectRatio="xMidYMax slice"',
    ),
    "a view box that is stretched": svg(
        '<circle cx="50" cy="50" r="45" fill="none" stroke="navy" stroke-width="8"/>',
        'viewBox="0 0 100 100" width="160" height="80" preserveAspectRatio="none"',
    ),
    "a size without a view box": svg(
        '<rect width="50%" height="100%"/>', 'width="1in" height="20mm"'
    ),
    "what lies past the edge": svg('<circle cx="90" cy="90" r="40" fill="darkred"/>'),
    "what editors keep for themselves": (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?><!-- made by -->'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/TR/svg11.dtd">'
        f'<svg {HEAD} xmlns:s="http://sodipodi.example" version="1.1" viewBox="0 0 100 100"'
        ' s:name="a" data-x="1" aria-label="l" enable-background="new" xml:space="preserve">'
        "<title>t</title><metadata><s:x/></metadata><s:view><s:y/></s:view>"
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient><style/></defs>'
        '<path style="-inkscape-stroke:none;font-family:x;mix-blend-mode:normal" d="M9 9h50v50z"/>'
        "</svg>"
    ),
}


def by_resvg(text: str, size: Size) -> Image.Image:
    bare = text[text.index("<svg") :]
    drawn = resvg.svg_to_bytes(
        svg_string=_sized(bare, size), skip_system_fonts=True, background="white", dpi=96.0
    )
    return Image.open(io.BytesIO(bytes(drawn))).convert("RGB")


def _sized(text: str, size: Size) -> str:
    """The whole drawing as one picture of these pixels, whatever size it says itself."""
    head, end = text.split(">", 1)
    found = drawing(text)
    if "viewBox" not in head:
        head += f' viewBox="0 0 {found.width} {found.height}"'
        head = re.sub(r' (width|height)="[^"]*"', "", head, count=2)
    inner = re.sub(r"<svg ", f'<svg x="0" y="0" width="{found.width}" height="{found.height}" ',
                   re.sub(r' (width|height)="[^"]*"', "", head), count=1)  # fmt: skip
    return (
        f'<svg {HEAD} width="{size.width:g}" height="{size.height:g}"'
        f' viewBox="0 0 {found.width} {found.height}">{inner}>{end}</svg>'
    )


def shares_off(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels with a channel more than 64 of 255 off."""
    assert one.size == other.size
    red, green, blue = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(most.histogram()[65:]) / (one.width * one.height)


@pytest.mark.parametrize("name", CASES)
def test_a_drawing_looks_as_another_reader_draws_it(name: str) -> None:
    found = drawing(CASES[name])
    scale = SIDE / max(found.width, found.height)
    size = Size(round(found.width * scale), round(found.height * scale))
    exact = Size(found.width * scale, found.height * scale)
    placed = set_drawing(found, Point(0, 0), exact, {}, BUILT_IN)
    made = page(placed, width=size.width, height=size.height)
    wanted = by_resvg(CASES[name], size)
    assert wanted.getextrema() != ((255, 255),) * 3
    shown = Image.open(io.BytesIO(png_bytes(made, ppi=72))).convert("RGB")
    assert shares_off(shown, wanted) < 0.004
    pixels = f'width="{size.width}" height="{size.height}" preserveAspectRatio="none"'
    written = re.sub(r'width="[^"]*" height="[^"]*"', pixels, svg_bytes(made).decode(), count=1)
    again = resvg.svg_to_bytes(svg_string=written, dpi=96.0)
    assert shares_off(Image.open(io.BytesIO(bytes(again))).convert("RGB"), wanted) < 0.004


def paths(items: tuple[Placed, ...]) -> list[Outline]:
    found: list[Outline] = []
    for one in items:
        if isinstance(one.item, Group):
            found += paths(one.item.items)
        elif isinstance(one.item, Outline):
            found.append(one.item)
    return found


def test_a_line_that_a_matrix_keeps_in_form_stays_a_line() -> None:
    text = svg('<path transform="rotate(30) scale(-2 2)" d="M0 0h9" stroke="#000"/>')
    (path,) = paths(drawing(text).items)
    assert path.stroke is not None
    assert path.stroke.width == pytest.approx(2)


def test_a_cut_round_all_there_is_cuts_nothing() -> None:
    text = svg(
        '<clipPath id="c"><path d="M0 0h100v100H0z"/></clipPath>'
        '<g clip-path="url(#c)"><rect x="10" y="10" width="20" height="20"/></g>'
    )
    assert not [one for one in drawing(text).items if isinstance(one.item, Group)]


def test_colours_are_known_in_the_order_of_their_use() -> None:
    text = svg(
        '<rect width="9" height="9" fill="RED" stroke="currentColor"/>'
        '<rect width="9" height="9" fill="#F00"/><rect width="9" height="9" fill="grey"/>'
    )
    assert [color.name for color in drawing(text).colors] == ["#ff0000", "currentColor", "#808080"]


def test_the_same_file_is_read_once() -> None:
    text = svg('<rect width="9" height="9"/>')
    assert drawing(text) is drawing(text)


def test_what_is_turned_by_quarters_stays_upright() -> None:
    (placed,) = drawing(svg('<rect width="30" height="7" transform="rotate(90)"/>')).items
    item = placed.item
    while isinstance(item, Group):
        (placed,) = item.items
        item = placed.item
    assert isinstance(item, Outline)
    numbers = [value for _, values in item.segments for value in values]
    assert {*numbers} <= {0.0, -7.0, 30.0, 7.0}


def test_a_property_without_a_value_is_as_if_it_were_not_there() -> None:
    plain = drawing(svg('<path d="M0 0h9v9z" fill="#f00"/>'))
    empty = drawing(svg('<path d="M0 0h9v9z" style="fill:; stroke: ;" fill="#f00"/>'))
    assert empty.items == plain.items

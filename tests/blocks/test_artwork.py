"""Drawings on pages: a figure's, and a layout's own, at their size and in the layout's colours."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from infographic import compose
from infographic.backends.plates.separate import plates_of
from infographic.composed import ComposedPage
from infographic.display.extents import extent
from infographic.display.items import Group, Placed, Role, walk
from infographic.display.items import Path as Outline
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.geometry import Point, Rect
from infographic.profiles import press_profile

HEAD = 'xmlns="http://www.w3.org/2000/svg"'
LOGO = (
    f'<svg {HEAD} viewBox="0 0 40 20"><rect width="20" height="20" fill="#b5121b"/>'
    '<rect x="20" width="10" height="20" fill="#777"/>'
    '<path d="M30 0h10v20h-10z" fill="currentColor"/></svg>'
)
MM = 72 / 25.4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "logo.svg").write_text(LOGO)
    return tmp_path


def page(folder: Path, *blocks: dict[str, Any], press: str = "newsprint", **figure: Any) -> Any:
    story = {"headline": "标题", "figures": [{"image": "logo.svg", "alt": "标志", **figure}]}
    layout = {
        "page": {"width": "100mm", "height": "100mm", "margins": "10mm"},
        "press": press,
        "colors": {"accent": {"cmyk": [0, 95, 85, 0], "srgb": "#d7332c"}, "ink": {"k": 100}},
        "fonts": {"body": "sans-bold"},
        "styles": {"words": {"font": "body", "size": "12pt", "leading": "16pt", "color": "ink"}},
        "body": {
            "type": "stack",
            "gap": "0mm",
            "children": [{"type": "text", "text": "字", "style": "words"}, *blocks],
        },
    }
    (folder / "story.json").write_text(json.dumps(story))
    (folder / "layout.json").write_text(json.dumps(layout))
    return compose(folder / "story.json", folder / "layout.json")


def drawn(made: ComposedPage) -> list[Placed]:
    return [
        one for one in walk(made.page.items, Point(0, 0))
        if isinstance(one.item, Outline) and one.origin.file.endswith("logo.svg")
    ]  # fmt: skip


def box(made: ComposedPage) -> Rect:
    (group,) = [
        one for one in walk(made.page.items, Point(0, 0))
        if isinstance(one.item, Group) and one.item.name == "drawing"
    ]  # fmt: skip
    found = extent(group)
    assert found is not None
    return found


def fills(made: ComposedPage) -> list[str]:
    return [one.item.fill.name for one in drawn(made) if one.item.fill]  # type: ignore[union-attr]


def framed(block: dict[str, Any], width: str, height: str) -> dict[str, Any]:
    return {"type": "grid", "areas": ["a"], "rows": [height], "columns": [width],
            "children": {"a": block}}  # fmt: skip


ARTWORK = {"type": "artwork", "file": "logo.svg"}
FIGURE = {"type": "figure", "figure": {"$data": "/figures/0"}}


@pytest.mark.parametrize(
    ("fields", "x", "width"),
    [
        ({}, 10, 80),
        ({"height": "10mm"}, 10, 20),
        ({"width": "30mm"}, 10, 30),
        ({"width": "30mm", "height": "10mm"}, 10, 20),
        ({"width": "12mm", "height": "10mm", "align": "center"}, 44, 12),
        ({"height": "10mm", "align": "right"}, 70, 20),
    ],
)
def test_artwork_is_as_large_as_it_says_and_stands_where_it_says(
    folder: Path, fields: dict[str, str], x: float, width: float
) -> None:
    found = box(page(folder, {**ARTWORK, **fields, "colors": {"*": "ink"}}))
    assert (found.x / MM, found.width / MM) == pytest.approx((x, width))
    assert found.height == pytest.approx(found.width / 2)
    # Below a line of 16 pt.
    assert found.y == pytest.approx(10 * MM + 16)


def test_artwork_without_room_is_a_fault_with_its_numbers(folder: Path) -> None:
    with pytest.raises(SpecError, match="overfull") as caught:
        page(folder, {**ARTWORK, "width": "90mm", "colors": {"*": "ink"}}).pdf()
    assert "“logo.svg” needs 255.1 pt of width and has 226.8 pt" in str(caught.value)
    low = framed({**ARTWORK, "height": "9mm", "colors": {"*": "ink"}}, "80mm", "5mm")
    with pytest.raises(SpecError, match=r"25\.5 pt of height and has 14\.2 pt"):
        page(folder, low).pdf()


def test_colours_become_the_layouts_and_greys_black_ink(folder: Path) -> None:
    made = page(folder, {**ARTWORK, "color": "accent 20%", "colors": {"#B5121B": "accent"}})
    assert fills(made) == ["accent", "#777777", "accent 20%"]
    content = _content(made.pdf())
    assert "0 0.95 0.85 0 k" in content
    assert "0 0 0 0.5939 k" in content or "0 0 0 0.594 k" in content
    assert "rg" not in content.split()


def _content(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as document:
        return document.pages[0].Contents.read_bytes().decode()


def test_the_rest_is_every_colour_that_is_not_named_but_the_blocks_own(folder: Path) -> None:
    made = page(folder, {**ARTWORK, "colors": {"*": "ink", "grey": "ink", "#777": "accent"}})
    assert fills(made) == ["ink", "accent", "currentColor"]
    named = page(folder, {**ARTWORK, "colors": {"currentColor": "accent", "*": "ink"}})
    assert fills(named) == ["ink", "ink", "accent"]


def test_a_colour_with_no_name_is_shown_on_screens_and_refused_by_the_press(folder: Path) -> None:
    made = page(folder, ARTWORK)
    assert made.png()
    with pytest.raises(SpecError) as caught:
        made.pdf()
    (fault,) = [one for one in caught.value.diagnostics if one.code == "press-rgb"]
    assert '"colors": {"#b5121b": "accent"}' in fault.hint
    assert "#b5121b" in fault.message
    # The very rectangle, in the drawing.
    assert (fault.origin.line, fault.origin.column) == (1, LOGO.index("<rect") + 1)
    assert page(folder, ARTWORK, press="screen").save(folder / "page.screen.pdf")


def test_a_figure_may_be_a_drawing_in_colours_that_the_story_names(folder: Path) -> None:
    made = page(folder, {**FIGURE, "color": "accent"}, colors={"#b5121b": "accent", "*": "ink"})
    assert fills(made) == ["accent", "ink", "accent"]
    found = box(made)
    assert (found.width / MM, found.height / MM) == pytest.approx((80, 40))
    figure = next(
        one.item for one in walk(made.page.items, Point(0, 0))
        if isinstance(one.item, Group) and one.item.role is Role.FIGURE
    )  # fmt: skip
    assert figure.alt == "标志"
    assert not [one for one in made.diagnostics if one.code.startswith("picture")]


def test_a_drawing_is_cropped_to_its_frame_as_a_picture_is(folder: Path) -> None:
    wide = framed({**FIGURE, "crop": "contain"}, "80mm", "40mm")
    assert box(page(folder, wide, colors={"*": "ink"})).height / MM == pytest.approx(40)
    square = framed(FIGURE, "40mm", "40mm")
    cut = page(folder, square, colors={"*": "ink"}, focus=[0.0, 0.5])
    found = box(cut)
    # As high as the frame, twice as wide, and its left edge kept.
    assert (found.x / MM, found.width / MM) == pytest.approx((10, 80))
    (picture,) = [
        one.item for one in walk(cut.page.items, Point(0, 0))
        if isinstance(one.item, Group) and one.item.name == "picture"
    ]  # fmt: skip
    assert picture.clip is not None
    assert tuple(side / MM for side in picture.clip) == pytest.approx((40, 40))


def test_names_of_colours_that_are_none_are_said_at_their_places(folder: Path) -> None:
    with pytest.raises(SpecError) as caught:
        page(folder, FIGURE, colors={"reddish": "accent", "#777": "acent", "*": "#f00"}).pdf()
    found = {fault.saying.key: fault for fault in caught.value.diagnostics}
    assert "did you mean “accent”?" in found["color-unknown"].hint
    assert found["color-unknown"].origin.pointer == "/figures/0/colors/#777"
    assert "color-unknown/hex" in found
    assert "“reddish”" in found["svg-color/key"].message


def test_a_colour_that_the_drawing_does_not_have_is_a_warning(folder: Path) -> None:
    made = page(folder, FIGURE, colors={"#00f": "accent", "*": "ink"})
    (doubt,) = [one for one in made.diagnostics if one.code == "svg-color"]
    assert "“logo.svg” has no colour #00f" in doubt.message
    assert "#b5121b, #777777, currentColor" in doubt.hint


def test_what_is_wrong_in_a_drawing_names_its_place_and_who_wants_it(folder: Path) -> None:
    (folder / "logo.svg").write_text(f"<svg {HEAD} viewBox='0 0 9 9'>\n<text>x</text></svg>")
    with pytest.raises(SpecError) as caught:
        page(folder, FIGURE)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.origin.pointer) == ("svg-part", "/figures/0/image")
    assert str(fault.origin).endswith("logo.svg:2:1")


def test_a_page_is_made_from_its_drawings(folder: Path) -> None:
    for block in (ARTWORK, FIGURE):
        assert (folder / "logo.svg").resolve() in page(folder, block).inputs


def test_a_layout_takes_its_drawings_from_its_own_folder_and_no_other(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "other.svg").write_text(LOGO)
    with pytest.raises(SpecError, match="file-outside"):
        page(folder, {**ARTWORK, "file": str(elsewhere / "other.svg")})
    story = folder / "story.json"
    story.write_text(json.dumps({"headline": "标题", "x-logo": "../layouts/logo.svg"}))
    beside = tmp_path_factory.mktemp("layouts")
    (beside / "logo.svg").write_text(LOGO)
    layout = {
        "page": {"width": "100mm", "height": "100mm"},
        "body": {"type": "artwork", "file": "logo.svg", "colors": {"*": "ink"}},
    }
    (beside / "layout.json").write_text(json.dumps(layout))
    assert compose(story, beside / "layout.json").page.items
    layout["body"]["file"] = {"$data": "/x-logo"}  # type: ignore[index]
    (beside / "layout.json").write_text(json.dumps(layout))
    with pytest.raises(SpecError, match="image-"):
        compose(story, beside / "layout.json")


def test_pixels_are_no_artwork_and_have_no_colours_to_exchange(folder: Path) -> None:
    from PIL import Image

    Image.new("RGB", (300, 200)).save(folder / "photo.png")
    with pytest.raises(SpecError, match=r"“photo\.png” is a picture of pixels"):
        page(folder, {**ARTWORK, "file": "photo.png"})
    made = page(folder, FIGURE, image="photo.png", colors={"#000": "accent"})
    assert "svg-color" in [one.code for one in made.diagnostics]


def test_bytes_may_be_a_drawing(folder: Path) -> None:
    story = {"headline": "标题", "figures": [{"image": LOGO.encode(), "colors": {"*": "ink"}}]}
    layout = {"page": {"width": "100mm", "height": "100mm"}, "body": FIGURE}
    made = compose(story, layout)
    assert [one for one in walk(made.page.items, Point(0, 0)) if isinstance(one.item, Outline)]
    assert Path("(bytes)") not in made.inputs


def test_one_drawing_prints_in_every_kind_of_pdf_and_on_its_plates(folder: Path) -> None:
    block = {**ARTWORK, "width": "20mm", "color": "ink", "colors": {"#b5121b": "accent"}}
    made = page(folder, block)
    for press in ("newsprint", "newsprint-x1a", "insert"):
        again = page(folder, block, press=press)
        plates = plates_of(again.pdf(), 72)
        y = round(10 * MM + 16 + 14)

        def inks(x: float, plates: Any = plates, y: int = y) -> list[int]:
            return [one.shares.getpixel((round(x * MM), y)) for one in plates.plates[:4]]

        assert inks(15) == pytest.approx([0, 242, 217, 0], abs=2)
        assert inks(22.5) == pytest.approx([0, 0, 0, 151], abs=2)
        assert inks(27.5) == [0, 0, 0, 255]
    made.save(folder / "page.svg")
    assert (folder / "page.svg").read_text().count('fill="#d7332c"') == 1


def test_opacity_prints_as_pdf_x4_and_is_refused_as_x1a(folder: Path) -> None:
    (folder / "logo.svg").write_text(LOGO.replace("<rect x", '<rect fill-opacity=".5" x'))
    block = {**ARTWORK, "colors": {"*": "ink"}}
    assert page(folder, block).pdf()
    with pytest.raises(SpecError, match="press-opacity"):
        page(folder, block, press="newsprint-x1a").pdf()
    assert press_profile("newsprint-x1a").standard == "x1a"


def test_alt_makes_artwork_a_figure_and_none_makes_it_decoration(folder: Path) -> None:
    for alt, role in (("示例日报", Role.FIGURE), ("", Role.ARTIFACT)):
        made = page(folder, {**ARTWORK, "colors": {"*": "ink"}, "alt": alt})
        (group,) = [
            one.item for one in walk(made.page.items, Point(0, 0))
            if isinstance(one.item, Group) and one.item.name == "artwork"
        ]  # fmt: skip
        assert (group.role, group.alt) == (role, alt)


def test_colours_of_a_story_are_no_words_to_be_read(folder: Path) -> None:
    made = page(folder, FIGURE, colors={"#b5121b": "accent 12%", "*": "ink"})
    assert not [one for one in made.diagnostics if "/colors/" in one.origin.pointer]

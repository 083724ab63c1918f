"""figure: treatments, cut-outs out of their frame, captions, and what placeholders say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from small_pages import Box, composed, lines, pictures

from infographic.blocks.figure import Figure
from infographic.composed import ComposedPage
from infographic.display.items import Picture
from infographic.foundation.color import Color
from infographic.foundation.geometry import Size
from infographic.layout.block import Givens, PageTokens, Region
from infographic.story.model import Figure as FigureData


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shown")
    Image.new("RGB", (90, 60), (200, 80, 40)).save(folder / "wide.png")
    cut = Image.new("RGBA", (40, 80), (0, 0, 0, 0))
    cut.paste((200, 40, 40, 255), (10, 0, 30, 80))
    cut.save(folder / "cut.png")
    (folder / "drawn.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path d="M0 0H9V6H0Z"/></svg>'
    )
    return folder


def shown(root: Path, image: str, height: float | None = None, **fields: Any) -> ComposedPage:
    body = {"type": "figure", "figure": {"$data": "/figures/0"}, **fields}
    colors = {"ink": {"k": 100}, "red": {"cmyk": [0, 100, 100, 0], "srgb": "#ff0000"}}
    told = {"figures": [{"image": str(root / image)}]}
    return composed(body, 90, height, story=told, root=root, colors=colors)


def inks(page: ComposedPage) -> list[tuple[str, ...]]:
    items = [one.item for one in page.page.walk()]
    return [tuple(ink.name for ink in one.inks) for one in items if isinstance(one, Picture)]


def codes(page: ComposedPage) -> list[str]:
    return [f"{one.code}/{one.saying.form}" for one in page.diagnostics if one.severity != "note"]


def test_a_picture_is_in_its_colours_in_black_or_in_two_inks(root: Path) -> None:
    assert inks(shown(root, "wide.png")) == [()]
    assert inks(shown(root, "wide.png", treatment="black")) == [("K100",)]
    page = shown(root, "wide.png", treatment="duotone", duotone=["ink", "red 60%"])
    assert inks(page) == [("ink", "red 60%")]


def test_a_duotone_without_colours_is_in_ink_and_accent(root: Path) -> None:
    body = {"type": "figure", "figure": {"$data": "/figures/0"}, "treatment": "duotone"}
    told = {"figures": [{"image": str(root / "wide.png")}]}
    accent = {"accent": {"spot": "PANTONE 186 C", "cmyk": [0, 100, 90, 5], "srgb": "#c8102e"}}
    page = composed(body, 90, story=told, root=root, colors={"ink": {"k": 100}, **accent})
    assert inks(page) == [("ink", "accent")]


def test_a_drawing_has_no_treatment_and_says_so(root: Path) -> None:
    page = shown(root, "drawn.svg", treatment="black")
    assert codes(page) == ["picture-treatment/drawing"]


def test_a_cut_out_stands_on_its_frames_foot_and_out_of_its_head(root: Path) -> None:
    page = shown(root, "cut.png", 40, outset=["40pt", "0pt", "0pt", "0pt"], tint="ink")
    assert pictures(page) == [(Box(25, -40, 40, 80), (0, 0, 1, 1))]
    assert codes(page) == []


def test_an_opaque_picture_stays_in_its_frame(root: Path) -> None:
    page = shown(root, "wide.png", 60, outset="10pt")
    assert pictures(page) == [(Box(0, 0, 90, 60), (0, 0, 1, 1))]
    assert codes(page) == ["picture-outset/"]


# Captions


def set_lines(width: float, caption: str, credit: str, **fields: Any) -> list[tuple[float, str]]:
    body = {
        "type": "figure", "figure": {"$data": "/figures/0"}, "caption_style": "s", "ratio": "9:1",
        "numbered": False, **fields,
    }  # fmt: skip
    told = {"figures": [{"caption": caption, "credit": credit}]}
    return [(line.x, line.text) for line in lines(composed(body, width, story=told))]


def test_a_credit_that_fits_ends_the_caption(root: Path) -> None:
    assert set_lines(120, "国人国人", "月日") == [(0, "国人国人　月日")]


def test_no_credit_stands_alone_in_a_line() -> None:
    found = set_lines(100, "国人国人国人国人国", "月日")
    assert [text for _, text in found] == ["国人国人国", "人国人国　月日"]


def test_a_caption_closes_up_so_that_its_credit_finds_room() -> None:
    assert set_lines(108, "国人国人国人国人", "月日") == [(0, "国人国人国人国人　月日")]


def test_in_a_wide_frame_a_caption_has_a_measure_that_is_read() -> None:
    assert max(len(text) for _, text in set_lines(400, "国" * 60, "月", caption_measure=30)) <= 30
    assert set_lines(700, "国" * 20, "月", caption_measure=30) == [(0, "国" * 20 + "　月")]


def test_a_long_caption_under_a_wide_picture_stands_in_two_columns() -> None:
    found = set_lines(560, "国" * 105, "月日", caption_measure=30)
    assert [x for x, _ in found] == [0, 0, 290, 290]
    assert [len(text) for _, text in found] == [27, 27, 27, 27]


def test_a_caption_of_two_lines_is_not_parted_into_columns() -> None:
    found = set_lines(700, "国" * 45, "月日", caption_measure=30)
    assert [x for x, _ in found] == [0, 0]
    assert max(len(text) for _, text in found) <= 30


def test_a_narrow_frame_has_no_other_measure() -> None:
    assert len(set_lines(100, "国" * 18, "月", caption_measure=30)[0][1]) == 10


# What a placeholder says


@pytest.mark.parametrize(
    ("unit", "wanted"), [("px", "图② 120×80 px"), ("pt", "图② 32×21 mm"), ("mm", "图② 32×21 mm")]
)
def test_a_placeholder_speaks_the_unit_of_its_page(unit: str, wanted: str) -> None:
    figure = Figure(FigureData(number=2))
    tokens = PageTokens({}, {"ink": Color("ink", (0, 0, 0, 1), (0, 0, 0))}, unit, 300)
    region = Region(90, givens=Givens(tokens=tokens))
    assert figure._wanted(Size(90, 60), region) == wanted

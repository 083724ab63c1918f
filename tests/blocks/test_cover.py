"""cover: words on a picture's calm end, or on a band beside it; never over what it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from small_pages import Box, composed, faults, lines, near, paths, pictures

from infographic.composed import ComposedPage

CALM = {"image": "calm.png"}


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Dark above and noisy below; the same upside down; a bright one; a wide one."""
    folder = tmp_path_factory.mktemp("covers")
    calm = Image.new("RGB", (120, 160), (20, 24, 40))
    draw = ImageDraw.Draw(calm)
    for x in range(0, 120, 20):
        draw.rectangle((x, 100, x + 9, 159), fill=(240, 230, 200))
    calm.save(folder / "calm.png")
    calm.rotate(180).save(folder / "turned.png")
    Image.new("RGB", (120, 160), (235, 235, 240)).save(folder / "bright.png")
    calm.resize((640, 160)).save(folder / "wide.png")
    stony = Image.new("RGB", (120, 160), (20, 24, 40))
    ImageDraw.Draw(stony).rectangle((112, 153, 112, 155), fill=(240, 230, 200))
    stony.save(folder / "stony.png")
    Image.new("RGB", (120, 160), (20, 24, 40)).save(folder / "dull-dark.png")
    calm.resize((60, 160)).save(folder / "high.png")
    # In its own colour lighter than in black alone.
    Image.new("RGB", (120, 160), (255, 0, 200)).save(folder / "dull.png")
    return folder


def cover(
    root: Path, data: dict[str, Any] | None, height: float | None = 160, **fields: Any
) -> ComposedPage:
    told = (
        []
        if data is None
        else [{**data, **({"image": str(root / data["image"])} if "image" in data else {})}]
    )
    more = {
        "colors": {"light": {"cmyk": [0, 0, 0, 0], "srgb": "#ffffff"}, "grey": {"k": 50}},
        "press": fields.pop("press", "screen"),
    }
    body = {
        "type": "cover", "figure": {"$data": "/figures/0", "default": None},
        "content": {"type": "text", "text": "国人国人", "style": "white"}, "band": "grey", **fields,
    }  # fmt: skip
    styles = {
        "white": {"based_on": "s", "color": "light"},
        "credit": {"based_on": "s", "size": "5pt", "leading": "6pt"},
        "pale": {"based_on": "s", "size": "5pt", "leading": "6pt", "color": "light"},
    }
    return composed(body, 120, height, story={"figures": told}, root=root, styles=styles, **more)


def said(page: ComposedPage) -> list[str]:
    return [f"{one.code}/{one.saying.form}" for one in page.diagnostics if "cover" in one.code]


def test_on_a_screen_words_stand_at_the_calm_end_of_the_picture(root: Path) -> None:
    page = cover(root, CALM)
    assert pictures(page) == [(Box(0, 0, 120, 160), (0, 0, 1, 1))]
    assert lines(page)[0].y == near(9.8)
    assert paths(page) == []
    assert said(page) == ["cover-measured/on-picture"]
    turned = cover(root, {"image": "turned.png"})
    assert lines(turned)[0].y == near(148 + 9.8)


def test_in_print_words_stand_on_a_band_and_the_picture_beside_it(root: Path) -> None:
    page = cover(root, CALM, press="newsprint", keep=0)
    assert [box for box, _ in pictures(page)] == [Box(0, 0, 120, 148)]
    assert paths(page) == [Box(0, 148, 120, 12)]
    assert said(page) == ["cover-measured/print"]


def test_words_of_too_little_contrast_stand_on_a_band(root: Path) -> None:
    page = cover(root, {"image": "bright.png"})
    assert paths(page) == [Box(0, 148, 120, 12)]
    (one,) = [one for one in page.diagnostics if one.code == "cover-measured"]
    assert "their contrast is 1.2" in one.message


def test_the_end_that_is_named_is_kept(root: Path) -> None:
    page = cover(root, CALM, at="bottom")
    assert paths(page) == [Box(0, 148, 120, 12)]
    assert [box for box, _ in pictures(page)] == [Box(0, 0, 120, 148)]


def test_words_never_stand_on_the_focus(root: Path) -> None:
    assert said(cover(root, {**CALM, "focus": [0.5, 0.02]}, at="top")) == ["cover-measured/covered"]
    assert said(cover(root, {**CALM, "focus": [0.5, 0.5]}, at="top")) == [
        "cover-measured/on-picture"
    ]


def test_a_side_has_its_share_of_the_width(root: Path) -> None:
    page = cover(root, CALM, at="left", zone=0.4, press="newsprint", keep=0)
    assert paths(page) == [Box(0, 0, 48, 160)]
    assert [box for box, _ in pictures(page)] == [Box(48, 0, 72, 160)]


def test_picture_and_band_bleed_on_their_own_edges(root: Path) -> None:
    page = cover(root, CALM, outset="6pt", press="newsprint", keep=0)
    assert [box for box, _ in pictures(page)] == [Box(-6, -6, 132, 154)]
    assert paths(page) == [Box(-6, 148, 132, 18)]


def test_a_picture_whose_shape_does_not_suit_gives_way_to_the_other_form(root: Path) -> None:
    other = {"type": "text", "text": "月", "style": "s"}
    page = cover(root, {"image": "wide.png"}, otherwise=other)
    assert pictures(page) == []
    assert [line.text for line in lines(page)] == ["月"]
    assert said(page) == ["cover-form/shape"]
    (doubt,) = [
        one for one in cover(root, {"image": "wide.png"}).diagnostics if one.code == "cover-form"
    ]
    assert doubt.severity == "warning"
    assert "20% of “wide.png”" in doubt.message


@pytest.mark.parametrize("data", [None, {"caption": "国"}])
def test_without_a_picture_the_other_form_stands_or_the_flat_ground(
    root: Path, data: dict[str, Any] | None
) -> None:
    other = {"type": "text", "text": "月", "style": "s"}
    assert [line.text for line in lines(cover(root, data, otherwise=other))] == ["月"]
    flat = cover(root, data)
    assert paths(flat) == [Box(0, 0, 120, 160)]
    assert lines(flat)[0].y == near(148 + 9.8)
    assert said(flat) == ["cover-form/flat"]


def test_on_a_band_other_words_may_stand(root: Path) -> None:
    page = cover(
        root, CALM, press="newsprint", keep=0, on_band={"type": "text", "text": "月", "style": "s"}
    )
    assert [line.text for line in lines(page)] == ["月"]


def test_a_credit_stands_in_the_pictures_corner_on_a_tab_of_the_band(root: Path) -> None:
    page = cover(root, {**CALM, "credit": "月日"}, press="newsprint", keep=0, credit_style="credit")
    tab = paths(page)[-1]
    assert (tab.x + tab.width, tab.y + tab.height) == (near(120), near(148))
    assert [line.text for line in lines(page)] == ["国人国人", "月日"]
    unset = cover(root, {**CALM, "credit": "月日"})
    assert "cover-form/credit" in said(unset)


def test_a_credit_has_its_tab_where_one_stone_is_under_its_letters(root: Path) -> None:
    def tabs(image: str) -> int:
        data = {"image": image, "credit": "月日国人月日"}
        return len(paths(cover(root, data, credit_style="pale", content={"type": "spacer"})))

    assert tabs("stony.png") == 1
    assert tabs("calm.png") == 1
    assert tabs("dull-dark.png") == 0


def test_words_that_were_measured_are_not_doubted_on_screens(root: Path) -> None:
    found = [one.code for one in cover(root, CALM).preflight()]
    assert "text-on-picture" not in found


def test_words_taller_than_the_cover_are_a_fault(root: Path) -> None:
    body = {"type": "cover", "content": {"type": "text", "text": "国\n人\n国", "style": "s"}}
    assert "overfull" in [one.code for one in faults(body, 100, 30, story={})]


def test_a_portrait_picture_in_a_tall_print_room_stands_beside_its_words(root: Path) -> None:
    content = {"type": "text", "text": "国" * 50, "style": "white"}
    page = cover(root, {"image": "high.png"}, content=content, press="newsprint")
    ((box, _),) = pictures(page)
    assert box == Box(near(120 * 0.42), 0, near(120 * 0.58), 160)
    assert said(page) == ["cover-measured/print"]


def test_words_that_do_not_fit_at_a_side_stand_elsewhere(root: Path) -> None:
    content = {"type": "stack", "children": [{"type": "text", "text": "国" * 60, "style": "white"}]}
    page = cover(root, CALM, 100, content=content, press="newsprint", keep=0)
    assert [box.width for box, _ in pictures(page)] == [120]


@pytest.mark.parametrize(("vertical", "y"), [("top", 0), ("middle", 74), ("bottom", 148)])
def test_words_at_a_side_stand_where_the_layout_says(root: Path, vertical: str, y: float) -> None:
    page = cover(root, CALM, at="left", vertical=vertical, press="newsprint", keep=0)
    assert lines(page)[0].y == near(y + 9.8)


def test_the_picture_is_measured_in_the_inks_that_it_is_shown_in(root: Path) -> None:
    page = cover(root, {"image": "bright.png"}, treatment="duotone", duotone=["light", "light"])
    assert said(page) == ["cover-measured/on-band"]
    dark = cover(root, {"image": "dull.png"}, treatment="black")
    assert said(dark) == ["cover-measured/on-picture"]
    assert said(cover(root, {"image": "dull.png"})) == ["cover-measured/on-band"]


@pytest.mark.parametrize("press", ["screen", "newsprint"])
def test_without_words_the_picture_fills_the_cover_and_nothing_is_measured(
    root: Path, press: str
) -> None:
    page = cover(root, CALM, content={"type": "spacer"}, press=press)
    assert pictures(page) == [(Box(0, 0, 120, 160), (0, 0, 1, 1))]
    assert paths(page) == []
    assert said(page) == []
    assert said(cover(root, {"image": "wide.png"}, content={"type": "spacer"}, press=press)) == [
        "cover-form/shape"
    ]


@pytest.mark.parametrize(("outset", "right"), [("8pt", 128), ("40pt", 120)])
def test_a_credits_tab_bleeds_off_with_its_picture_and_does_not_fill_a_margin(
    root: Path, outset: str, right: float
) -> None:
    page = cover(
        root, {**CALM, "credit": "月日"}, content={"type": "spacer"}, outset=outset,
        press="newsprint", keep=0, credit_style="credit",
    )  # fmt: skip
    (tab,) = paths(page)
    assert tab.x + tab.width == near(right)
    assert tab.y > 140

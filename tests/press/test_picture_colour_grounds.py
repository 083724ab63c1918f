"""What shows through a transparent picture in print: the flat tint below it, or the paper."""

import io
from pathlib import Path

import pytest
from PIL import Image
from plate_pages import COATED, GOLD, NEWSPRINT, RED, WASH, at, box, near, page, picture, words
from test_picture_colour import PLACE, stored

from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.backends.pictures import color_management
from infographic.backends.pictures import pack as pictures
from infographic.backends.pictures.develop import Inks
from infographic.display.items import Group, Picture, Placed, Stroke
from infographic.display.items import Path as Outline
from infographic.display.page import Page
from infographic.foundation.color import BLACK, Color, grey
from infographic.foundation.geometry import Rect, Size

NEWS = color_management.condition(NEWSPRINT.read_bytes(), 2.2)
NOTHING = (0, 0, 0, 0)
PAPER = Color("paper", (0.0, 0.0, 0.05, 0.0), (1.0, 1.0, 0.9))
ROUND = Outline(
    (
        *(("M", (8, 0)), ("L", (92, 0)), ("C", (96, 0, 100, 4, 100, 8)), ("L", (100, 60))),
        *(("L", (0, 60)), ("L", (0, 8)), ("C", (0, 4, 4, 0, 8, 0)), ("Z", ())),
    ),
    fill=WASH,
)


@pytest.fixture
def clear(tmp_path: Path) -> Picture:
    """Red, half red, and nothing, side by side."""
    image = Image.new("RGBA", (60, 40), (255, 0, 0, 255))
    image.paste((255, 0, 0, 128), (20, 0, 40, 40))
    image.paste((0, 255, 0, 0), (40, 0, 60, 40))
    path = tmp_path / "clear.png"
    image.save(path)
    return picture(path, PLACE)


def shown(one: Page) -> list[tuple[int, ...]]:
    """The inks of the opaque, the half and the clear part of the last picture."""
    image = stored(pdf_bytes(one, Intent.PRINT))[-1]
    assert image.mode == "CMYK"
    return [tuple(image.getpixel((x, 20))) for x in (10, 30, 50)]  # type: ignore[arg-type]


def on(clear: Picture, *below: Placed, **more: Color) -> tuple[int, ...]:
    """The clear part's inks, at (20, 10) over these."""
    return shown(page(*below, at(20, 10, clear), **more))[2]


def test_on_bare_paper_there_is_nothing(clear: Picture) -> None:
    assert on(clear) == NOTHING


def test_the_pages_ground_shows_through(clear: Picture) -> None:
    assert on(clear, paper=PAPER) == (0, 0, 13, 0)


def test_a_flat_tint_shows_through_with_its_very_inks(clear: Picture) -> None:
    solid, half, none = shown(page(at(10, 5, box(90, 60, WASH)), at(20, 10, clear)))
    assert none == tuple(round(255 * ink) for ink in WASH.cmyk)
    assert near(half, [(a + b) / 2 for a, b in zip(solid, none, strict=True)], 2)
    assert solid[1] > 180


def test_the_uppermost_tint_counts(clear: Picture) -> None:
    below = at(0, 0, box(144, 72, RED)), at(10, 5, box(90, 60, WASH))
    assert on(clear, *below) == (26, 51, 76, 0)
    assert on(clear, *reversed(below)) == (0, 255, 204, 0)


def test_a_tint_of_the_same_size_counts(clear: Picture) -> None:
    assert on(clear, at(20, 10, box(60, 40, WASH))) == (26, 51, 76, 0)


def test_a_tint_beside_it_does_not(clear: Picture) -> None:
    assert on(clear, at(80, 0, box(40, 72, RED)), paper=PAPER) == (0, 0, 13, 0)


def test_a_round_corner_far_off_does_no_harm(clear: Picture) -> None:
    assert on(clear, at(5, 5, ROUND)) == (26, 51, 76, 0)


def test_what_is_no_single_tint_leaves_the_pages_ground(clear: Picture, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    Image.linear_gradient("L").convert("RGB").save(path)
    whole = at(0, 0, box(144, 72, WASH))
    for in_the_way in (
        at(25, 40, words("ab", BLACK, 10)),
        at(30, 20, picture(path, Size(20, 20))),
        at(20, 30, Outline((("M", (0, 0)), ("L", (60, 9))), stroke=Stroke(BLACK, 1))),
        at(22, 8, Outline(ROUND.segments, fill=RED)),
    ):
        assert on(clear, whole, in_the_way, paper=PAPER) == (0, 0, 13, 0)


def test_rectangles_below_show_through_each_in_its_place(clear: Picture) -> None:
    wash, red = (26, 51, 76, 0), (0, 255, 204, 0)
    whole = at(0, 0, box(144, 72, WASH))
    assert on(clear, whole, at(40, 0, box(60, 72, RED)), paper=PAPER) == red
    clipped = at(20, 10, Group((at(-20, -10, box(144, 72, RED)),), clip=Size(30, 40)))
    assert on(clear, whole, clipped, paper=PAPER) == wash
    rule = at(20, 30, Outline((("M", (0, 0)), ("L", (60, 0))), stroke=Stroke(BLACK, 4)))
    assert on(clear, whole, rule) == (0, 0, 0, 255)


def test_a_cut_out_that_stands_out_of_its_panel_has_paper_above_and_the_panel_below(
    clear: Picture,
) -> None:
    made = page(at(0, 25, box(144, 47, WASH)), at(20, 10, clear), paper=PAPER)
    image = stored(pdf_bytes(made, Intent.PRINT))[-1]
    column = [image.getpixel((50, y)) for y in range(40)]
    assert column == [(0, 0, 13, 0)] * 15 + [(26, 51, 76, 0)] * 25


def test_a_frame_round_it_does_no_harm(clear: Picture) -> None:
    corners = (("M", (0, 0)), ("L", (80, 0)), ("L", (80, 60)), ("L", (0, 60)), ("Z", ()))
    frame = at(10, 0, Outline(corners, stroke=Stroke(BLACK, 1)))
    assert on(clear, at(0, 0, box(144, 72, WASH)), frame) == (26, 51, 76, 0)


def test_a_group_moves_the_picture_and_its_ground_alike(clear: Picture) -> None:
    group = Group((at(0, 0, box(90, 60, WASH)), at(10, 5, clear)), clip=Size(90, 60))
    assert shown(page(at(20, 6, group)))[2] == (26, 51, 76, 0)


def test_the_same_picture_on_two_grounds_is_two_pictures(clear: Picture) -> None:
    left, right = at(0, 0, box(72, 72, WASH)), at(72, 0, box(72, 72, RED))
    both = page(left, right, at(6, 10, clear), at(78, 10, clear))
    found = [image.getpixel((50, 20)) for image in stored(pdf_bytes(both, Intent.PRINT))]
    assert found == [(26, 51, 76, 0), (0, 255, 204, 0)]


def test_a_spot_tint_is_shown_by_its_look(clear: Picture) -> None:
    assert on(clear, at(0, 0, box(144, 72, GOLD))) == (0, 51, 153, 51)


def test_a_grey_picture_on_grey_stays_on_black(tmp_path: Path) -> None:
    image = Image.new("LA", (60, 40), (0, 255))
    image.paste((0, 0), (40, 0, 60, 40))
    path = tmp_path / "grey.png"
    image.save(path)
    one = page(at(0, 0, box(144, 72, grey(0.2))), at(20, 10, picture(path, PLACE)))
    (kept,) = stored(pdf_bytes(one, Intent.PRINT))
    assert (kept.mode, kept.getpixel((10, 20)), kept.getpixel((50, 20))) == ("L", 0, 204)
    coloured = page(at(0, 0, box(144, 72, WASH)), at(20, 10, picture(path, PLACE)))
    assert shown(coloured)[2] == (26, 51, 76, 0)
    assert shown(coloured)[0] == (0, 0, 0, 255)


def test_on_a_screen_it_stays_transparent(clear: Picture) -> None:
    pdf = pdf_bytes(page(at(0, 0, box(144, 72, WASH)), at(20, 10, clear)), Intent.SCREEN)
    assert b"/SMask" in pdf


# What is kept


def test_a_picture_is_converted_once_for_each_press_and_ground(clear: Picture) -> None:
    def made(press: color_management.PrintingCondition, **more: tuple[float, ...]) -> object:
        inks = Inks(press, **more)  # type: ignore[arg-type]
        return pictures.prepared(clear, inks=inks, ppi=300)

    assert made(NEWS) is made(NEWS)
    assert made(NEWS, ground=(0, 0, 0, 0.5)) is not made(NEWS)
    coated = color_management.condition(COATED.read_bytes(), 2.2)
    assert made(coated) is not made(NEWS)
    assert made(color_management.condition(NEWSPRINT.read_bytes(), 2.2)) is made(NEWS)


def test_a_changed_file_is_converted_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    inks = Inks(NEWS)
    found = []
    for color in ((200, 0, 0), (0, 0, 200)):
        Image.new("RGB", (60, 40), color).save(path)
        one = pictures.prepared(picture(path, PLACE, Rect(0, 0, 1, 1)), inks=inks, ppi=300)
        found.append(one.pixels.data)
    assert found[0] != found[1]


def test_the_stream_is_read_back_as_it_was_written(clear: Picture) -> None:
    inks = Inks(NEWS, (0.1, 0.2, 0.3, 0.0))
    bare = pictures.prepared(clear, inks=inks, ppi=300, packed=False).pixels
    small = stored(pdf_bytes(page(at(0, 0, box(144, 72, WASH)), at(9, 9, clear)), Intent.PRINT))[0]
    assert io.BytesIO(bare.data).getvalue() == small.tobytes()

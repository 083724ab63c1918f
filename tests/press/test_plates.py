"""The plates show what the press will: every ink's share, overprint, spot colours, pictures."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from plate_pages import (
    GOLD,
    RED,
    RICH,
    WASH,
    WHITE,
    at,
    box,
    inks,
    near,
    page,
    picture,
    plates,
    press,
    print_pdf,
    rewritten,
    words,
)

from infographic.backends.plates.content import Overprint, separated
from infographic.backends.plates.separate import Plate, plates_of
from infographic.display.items import Group, Stroke
from infographic.display.items import Path as Outline
from infographic.foundation.color import BLACK, Color, grey
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.geometry import Size

RED_INKS, NO_INKS = (0, 255, 204, 0), (0, 0, 0, 0)


def test_each_plate_has_its_own_share() -> None:
    tint = Color("tint", (0.1, 0.2, 0.3, 0.4), (0, 0, 0))
    made = plates(page(at(10, 10, box(40, 40, tint))))
    assert [plate.ink for plate in made.plates] == ["Cyan", "Magenta", "Yellow", "Black"]
    assert near(inks(made, 30, 30), (26, 51, 76, 102))
    assert inks(made, 60, 30) == NO_INKS


def test_a_plate_is_the_trim_at_its_fineness() -> None:
    made = plates(page(width=390, height=540), ppi=150)
    assert {plate.shares.size for plate in made.plates} == {(812, 1125)}


def test_bleed_and_marks_are_outside_the_plate() -> None:
    # Without marks and with them, the same place of the page is the same place on the plate.
    bare = page(at(0, 0, box(40, 72, RED)), bleed=9.0)
    marked = plates(bare, press(marks=True, color_bar=True, bleed=9.0))
    plain = plates(bare, press(bleed=0.0))
    for ours, theirs in zip(marked.plates, plain.plates, strict=True):
        assert ImageChops.difference(ours.shares, theirs.shares).getextrema()[1] <= 1


def test_what_lies_above_wipes_out_what_lies_below() -> None:
    made = plates(page(at(10, 10, box(60, 40, RED)), at(30, 20, box(20, 20, WHITE))))
    assert near(inks(made, 15, 15), RED_INKS)
    assert inks(made, 40, 30) == NO_INKS


def test_black_type_overprints() -> None:
    made = plates(page(at(10, 10, box(60, 40, RED)), at(30, 40, words("a"))))
    assert near(inks(made, 40, 32), (0, 255, 204, 255))


@pytest.mark.parametrize("color", [grey(0.5), WASH, WHITE, RICH], ids=lambda color: color.name)
def test_all_other_type_knocks_out(color: Color) -> None:
    made = plates(page(at(10, 10, box(60, 40, RED)), at(30, 40, words("a", color))))
    assert near(inks(made, 40, 32), (round(255 * ink) for ink in color.cmyk))


def test_a_line_is_on_its_inks_plates() -> None:
    rule = Outline((("M", (0, 0)), ("L", (100, 0))), stroke=Stroke(RED, 4))
    made = plates(page(at(10, 30, rule)))
    assert near(inks(made, 60, 30), RED_INKS)


def test_what_a_clip_hides_is_on_no_plate() -> None:
    group = Group((at(0, 0, box(90, 60, RED)),), clip=Size(20, 20))
    made = plates(page(at(10, 10, group), at(60, 10, box(20, 20, WASH))))
    assert near(inks(made, 20, 20), RED_INKS)
    assert inks(made, 40, 20) == NO_INKS
    assert near(inks(made, 70, 20), (26, 51, 76, 0))


def test_a_spot_colour_has_a_plate_of_its_own_and_is_on_no_other() -> None:
    items = (at(10, 10, box(60, 40, RED)), at(30, 20, box(20, 20, GOLD.tinted(0.5))))
    made = plates(page(*items), press(spots=1))
    assert [plate.ink for plate in made.plates][4:] == ["PANTONE 871 C"]
    assert near(inks(made, 40, 30), (0, 0, 0, 0, 128))
    assert near(inks(made, 15, 15), (*RED_INKS, 0))
    # Seen together it looks as the layout says.
    assert near(made.composite().getpixel((40, 30)), (0, 26, 77, 26), 2)


def test_a_page_without_spot_colours_has_four_plates() -> None:
    assert len(plates(page(at(0, 0, box(9, 9, RED)))).plates) == 4


# Pictures


def flat(path: Path, color: tuple[int, ...], mode: str = "CMYK") -> Path:
    Image.new(mode, (60, 40), color).save(path)
    return path


def test_a_picture_is_on_the_plates_of_its_inks(tmp_path: Path) -> None:
    path = flat(tmp_path / "a.tif", (10, 120, 40, 60))
    made = plates(page(at(10, 10, picture(path, Size(60, 40)))))
    assert near(inks(made, 40, 30), (10, 120, 40, 60))
    assert inks(made, 90, 30) == NO_INKS


def test_a_jpeg_in_inks_is_not_turned_into_its_negative(tmp_path: Path) -> None:
    path = flat(tmp_path / "a.jpg", (0, 200, 100, 20))
    made = plates(page(at(10, 10, picture(path, Size(60, 40)))))
    assert near(inks(made, 40, 30), (0, 200, 100, 20), 3)


def test_a_grey_picture_wipes_the_colours_out_and_is_on_black_alone(tmp_path: Path) -> None:
    path = flat(tmp_path / "grey.png", (0,), "L")
    made = plates(page(at(0, 0, box(144, 72, RED)), at(10, 10, picture(path, Size(60, 40)))))
    assert inks(made, 40, 30) == (0, 0, 0, 255)
    assert near(inks(made, 90, 30), RED_INKS)


def test_line_art_is_on_black_alone(tmp_path: Path) -> None:
    path = flat(tmp_path / "line.png", (0,), "1")
    made = plates(page(at(10, 10, picture(path, Size(60, 40)))))
    assert inks(made, 40, 30) == (0, 0, 0, 255)


# Faults put into the file: the plates show them


def test_white_type_that_overprints_is_seen_to_vanish() -> None:
    pdf = print_pdf(page(at(10, 10, box(60, 40, RED)), at(30, 40, words("a", WHITE))))
    assert inks(plates_of(pdf, 72), 40, 32) == NO_INKS
    faulty = rewritten(pdf, b"0 0 0 0 k", b"0 0 0 0 k /GO gs")
    assert near(inks(plates_of(faulty, 72), 40, 32), RED_INKS)


def test_overprint_of_mode_0_wipes_out_after_all() -> None:
    pdf = print_pdf(page(at(10, 10, box(60, 40, RED)), at(30, 40, words("a"))))
    faulty = rewritten(pdf, b"/GO gs", b"/G0 gs", G0="<</op true /OP true /OPM 0>>")
    assert inks(plates_of(faulty, 72), 40, 32) == (0, 0, 0, 255)


def test_half_opacity_lets_half_through() -> None:
    pdf = print_pdf(page(at(10, 10, box(60, 40, RED)), at(30, 20, box(20, 20, BLACK))))
    faulty = rewritten(pdf, b"0 0 0 1 k", b"0 0 0 1 k /GH gs", GH="<</ca 0.5 /CA 0.5>>")
    assert near(inks(plates_of(faulty, 72), 40, 30), (0, 128, 102, 128), 2)


def test_a_spot_colour_that_overprints_leaves_the_process_plates() -> None:
    one = page(at(10, 10, box(60, 40, RED)), at(30, 20, box(20, 20, GOLD)))
    pdf = print_pdf(one, press(spots=1))
    assert near(inks(plates_of(pdf, 72), 40, 30), (0, 0, 0, 0, 255))
    faulty = rewritten(pdf, b"/S1 cs", b"/GO gs /S1 cs")
    assert near(inks(plates_of(faulty, 72), 40, 30), (*RED_INKS, 255))


def test_black_type_overprints_a_spot_colour() -> None:
    one = page(at(10, 10, box(60, 40, GOLD)), at(30, 40, words("a")))
    assert near(inks(plates(one, press(spots=1)), 40, 32), (0, 0, 0, 255, 255))


def test_registration_colour_is_on_every_plate() -> None:
    content = "/R cs 1 scn 0 0 9 9 re f"
    for ink in ("Cyan", "Black", "PANTONE 871 C"):
        made = separated(content, ink, {"R": "All"}, {})
        assert "1 g" in made.content


def test_a_state_saved_and_restored_is_the_plates_too() -> None:
    content = "0 1 0 0 k q /GO gs 0 0 0 1 k 0 0 9 9 re f Q 0 0 9 9 re f"
    states = {"GO": Overprint(fills=True, strokes=True, mode=1)}
    made = separated(content, "Magenta", {}, states).content
    # Hidden inside, a solid again outside.
    wanted = "1 g q 0 g /A0x0 gs 0 0 9 9 re f Q 0 0 9 9 re f"
    assert " ".join(made.split()) == wanted


def test_a_page_with_lights_on_it_has_no_plates() -> None:
    pdf = print_pdf(page(at(10, 10, box(60, 40, RED))))
    faulty = rewritten(pdf, b"0 1 0.8 0 k", b"1 0 0 rg")
    with pytest.raises(MachineError, match="RGB"):
        plates_of(faulty, 72)


def test_too_fine_plates_are_refused() -> None:
    with pytest.raises(MachineError, match="fewer pixels"):
        plates_of(print_pdf(page(width=9000, height=9000)), 600)


# Figures


def test_the_mean_of_a_plate_is_the_ink_it_takes() -> None:
    made = plates(page(at(0, 0, box(72, 72, RED.tinted(0.5)))))
    coverage = {plate.ink: round(plate.coverage, 3) for plate in made.plates}
    assert coverage == pytest.approx(
        {"Cyan": 0, "Magenta": 0.25, "Yellow": 0.2, "Black": 0}, abs=2e-3
    )


def test_a_plates_png_is_black_where_there_is_ink() -> None:
    plate = Plate("Black", Image.frombytes("L", (2, 1), b"\0\xff"), (0, 0, 0, 1))
    shown = Image.open(io.BytesIO(plate.png(150)))
    assert (shown.mode, list(shown.tobytes())) == ("L", [255, 0])
    assert shown.info["dpi"] == pytest.approx((150, 150), abs=0.1)


def test_the_same_page_has_the_same_plates() -> None:
    one = page(at(10, 10, box(60, 40, RED)), at(30, 40, words("abc")))
    first, second = plates(one), plates(one)
    assert [p.png(72) for p in first.plates] == [p.png(72) for p in second.plates]

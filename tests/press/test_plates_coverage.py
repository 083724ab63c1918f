"""How much ink lies where, and what brought it; the heat map and the soft proof."""

import io
import json
import random
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageMath
from plate_pages import (
    COATED,
    GOLD,
    RED,
    RICH,
    WASH,
    at,
    box,
    near,
    page,
    picture,
    plates,
    press,
    words,
)

from infographic.backends.pictures.color_drift import drifts
from infographic.backends.plates.heat_map import AMBER, heat_map, soft_proof
from infographic.backends.plates.heat_map import RED as OVER
from infographic.backends.plates.separate import Plates
from infographic.cli import cli
from infographic.commands.plates import file_names
from infographic.display.page import Page
from infographic.foundation.color import BLACK, WHITE
from infographic.foundation.datum import Origin, Source
from infographic.foundation.geometry import Size
from infographic.press.color_difference import difference, lab_of
from infographic.press.coverage import Coverage, measured
from infographic.press.profile import PressProfile

ROOT = Path(__file__).resolve().parents[2]
SIDE = 10.98


def coverage_of(
    one: Page, profile: PressProfile | None = None, ppi: float = 72
) -> tuple[Plates, Coverage]:
    made = plates(one, profile, ppi)
    return made, measured(one, [plate.shares for plate in made.plates], ppi, SIDE)


def origin(line: int) -> Origin:
    return Origin(Source("layout.json"), f"/body/{line}", line, 3)


# Where most ink lies


def test_a_rich_black_is_found_with_its_place_and_cause() -> None:
    tint = at(0, 0, box(144, 72, WASH), origin(1))
    _, found = coverage_of(page(tint, at(60, 20, box(30, 30, RICH), origin(2))))
    assert found.square.coverage == pytest.approx(3.0, abs=0.01)
    assert found.spot.coverage == pytest.approx(3.0, abs=0.01)
    x, y = found.square.middle
    assert 65 <= x <= 85
    assert 25 <= y <= 45
    assert [str(each) for each in found.square.elements] == ["tint “rich black” (layout.json:2:3)"]


def test_black_type_over_a_tint_counts_at_a_pixel_more_than_in_a_square() -> None:
    ground = at(0, 0, box(144, 72, RED), origin(1))
    _, found = coverage_of(page(ground, at(60, 40, words("a", BLACK, 5), origin(2))))
    assert found.spot.coverage == pytest.approx(2.8, abs=0.01)
    # A square of 5 pt in one of 10.98 pt.
    assert found.square.coverage == pytest.approx(1.8 + 25 / SIDE**2, abs=0.02)
    assert {each.kind for each in found.spot.elements} == {"text", "tint"}
    assert {each.origin.line for each in found.spot.elements} == {1, 2}


def test_a_picture_is_named_by_its_file(tmp_path: Path) -> None:
    path = tmp_path / "dark.tif"
    Image.new("CMYK", (60, 40), (190, 190, 190, 191)).save(path)
    dark = at(10, 10, picture(path, Size(60, 40)), origin(4))
    _, kept = coverage_of(page(dark), press(design=400))
    assert kept.square.coverage == pytest.approx(2.98, abs=0.02)
    assert kept.square.elements[0].what == "dark.tif"
    # For newsprint the picture is converted within its limit.
    _, limited = coverage_of(page(dark), press(design=220))
    assert 2.1 < limited.square.coverage <= 2.2


def test_a_hidden_element_is_not_blamed() -> None:
    hidden = at(10, 10, box(40, 40, RICH), origin(1)), at(0, 60, words("abcdef"), origin(3))
    _, found = coverage_of(page(*hidden, at(0, 0, box(144, 72, RED), origin(2))))
    assert [each.origin.line for each in found.square.elements] == [2]


def test_the_ground_itself_may_be_the_cause() -> None:
    _, found = coverage_of(page(paper=WASH))
    assert [each.what for each in found.square.elements] == ["wash"]


def test_a_bare_page_has_no_ink() -> None:
    _, found = coverage_of(page())
    assert (found.spot.coverage, found.square.coverage) == (0, 0)


def test_a_spot_colour_counts_too() -> None:
    _, found = coverage_of(page(at(0, 0, box(50, 50, GOLD))), press(spots=1))
    assert found.square.coverage == pytest.approx(1.0, abs=0.01)


def slow_square(values: list[list[int]], side: int) -> float:
    """The highest mean of a square, by trying all of them."""
    height, width = len(values), len(values[0])
    return max(
        sum(sum(row[x : x + side]) for row in values[y : y + side]) / side**2
        for y, x in product(range(height - side + 1), range(width - side + 1))
    )


@given(seed=st.integers(0, 10_000), side=st.sampled_from([1, 3, 5, 17, 20]))
@settings(max_examples=25)
def test_no_square_has_more_ink_than_the_one_found(seed: int, side: int) -> None:
    chance = random.Random(seed)
    values = [[0] * 40 for _ in range(30)]
    for _ in range(6):
        x, y, level = chance.randrange(34), chance.randrange(24), chance.randrange(256)
        for row in values[y : y + chance.randrange(1, 20)]:
            row[x : x + 6] = [level] * len(row[x : x + 6])
    plate = Image.frombytes("L", (40, 30), bytes(v for row in values for v in row))
    found = measured(page(), [plate], 72, side).square.coverage * 255
    best = slow_square(values, side)
    # The best place is missed by half a pixel at most, where the side is even.
    slack = 0.5 if side % 2 else best * 0.5 / side
    assert best - slack - 0.5 <= found <= best * (1 if side % 2 else 1.05) + 0.01


# The pictures of it


def is_like(color: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    """Under a veil that lets a little of the page through."""
    return all(abs(a - b) <= 90 for a, b in zip(color, wanted, strict=True)) and color[0] > 150


@pytest.mark.parametrize(("share", "marked"), [(0.5, None), (0.76, AMBER), (1.0, OVER)])
def test_the_map_marks_squares_above_the_limits_and_nothing_else(
    share: float, marked: tuple[int, int, int] | None
) -> None:
    one = page(at(40, 10, box(50, 50, RICH.tinted(share))))
    made, found = coverage_of(one, ppi=144)
    drawn = heat_map(made, found, press(design=220))
    image = Image.open(io.BytesIO(drawn)).convert("RGB")
    middle = image.getpixel((75, 50))
    assert isinstance(middle, tuple)
    if marked is None:
        assert middle[2] > middle[0]
    else:
        assert is_like(middle, marked)
        assert middle[0] > middle[2]


def test_the_soft_proof_is_on_the_presss_paper() -> None:
    made = plates(page(at(40, 10, box(50, 50)), at(0, 10, box(20, 20, RED))))
    seen = Image.open(io.BytesIO(soft_proof(made, press())))
    # The newsprint's paper and its black, measured with littlecms' own tool.
    assert near(seen.getpixel((120, 60)), (0xDA, 0xD4, 0xCB), 2)
    assert near(seen.getpixel((60, 30)), (0x5B, 0x56, 0x4F), 2)
    coated = Image.open(io.BytesIO(soft_proof(made, press(COATED))))
    assert not near(coated.getpixel((120, 60)), (0xDA, 0xD4, 0xCB), 10)


# The command


def test_the_command_writes_the_plates_and_says_the_numbers(tmp_path: Path) -> None:
    asked = ["plates", str(ROOT / "data.json"), "-l", "panel", "--press", "newsprint"]
    asked += ["--ppi", "50", "-o", str(tmp_path), "--soft-proof", str(tmp_path / "proof.png")]
    done = CliRunner().invoke(cli, [*asked, "--diagnostics", "json"])
    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    names = ["black", "coverage", "cyan", "magenta", "proof", "yellow"]
    assert sorted(path.stem for path in tmp_path.iterdir()) == names
    assert list(said["inks"]) == ["Cyan", "Magenta", "Yellow", "Black"]
    assert said["limits"] == {"design": 220, "hard": 240, "window_mm2": 15}
    assert 0 < said["square"]["coverage"] <= said["pixel"]["coverage"] <= 240
    assert said["square"]["elements"][0]["line"] > 0
    plain = CliRunner().invoke(cli, asked)
    assert "most in 15 mm²" in plain.stdout
    assert "panel.json:" in plain.stdout


def test_plates_get_file_names_that_every_system_takes() -> None:
    made = plates(page(at(0, 0, box(9, 9, GOLD))), press(spots=1))
    assert file_names(made) == ["cyan", "magenta", "yellow", "black", "spot-pantone-871-c"]


# How far colours drift

SHARMA = """\
50 2.6772 -79.7751 50 0 -82.7485 2.0425
50 3.1571 -77.2803 50 0 -82.7485 2.8615
50 -1.3802 -84.2814 50 0 -82.7485 1.0000
50 0 0 50 -1 2 2.3669
50 2.4900 -0.0010 50 -2.4900 0.0009 7.1792
50 2.4900 -0.0010 50 -2.4900 0.0011 7.2195
50 -0.0010 2.4900 50 0.0009 -2.4900 4.8045
50 -0.0010 2.4900 50 0.0011 -2.4900 4.7461
50 2.5 0 50 0 -2.5 4.3065
50 2.5 0 73 25 -18 27.1492
50 2.5 0 61 -5 29 22.8977
50 2.5 0 56 -27 -3 31.9030
50 2.5 0 58 24 15 19.4535
50 2.5 0 50 3.1736 0.5854 1.0000
60.2574 -34.0099 36.2677 60.4626 -34.1751 39.4387 1.2644
63.0109 -31.0961 -5.8663 62.8187 -29.7946 -4.0864 1.2630
61.2901 3.7196 -5.3901 61.4292 2.2480 -4.9620 1.8731
35.0831 -44.1164 3.7933 35.0232 -40.0716 1.5901 1.8645
22.7233 20.0904 -46.6940 23.0331 14.9730 -42.5619 2.0373
36.4612 47.8580 18.3852 36.2715 50.5065 21.2231 1.4146
90.8027 -2.0831 1.4410 91.1528 -1.6435 0.0447 1.4441
90.9257 -0.5406 -0.9208 88.6381 -0.8985 -0.7239 1.5381
6.7747 -0.2908 -2.4247 5.8714 -0.0985 -2.2286 0.6377
2.0776 0.0795 -1.1350 0.9033 -0.0636 -0.5514 0.9082"""
"""Pairs and their difference from the paper of Sharma, Wu and Dalal (2005), table 1."""


@pytest.mark.parametrize("row", SHARMA.splitlines())
def test_the_difference_is_that_of_the_papers_table(row: str) -> None:
    l1, a1, b1, l2, a2, b2, wanted = map(float, row.split())
    assert difference((l1, a1, b1), (l2, a2, b2)) == pytest.approx(wanted, abs=1e-4)
    assert difference((l2, a2, b2), (l1, a1, b1)) == pytest.approx(wanted, abs=1e-4)


def test_white_paper_does_not_drift_and_a_wrong_screen_colour_does() -> None:
    icc = COATED.read_bytes()
    paper, red, green = drifts([WHITE, RED, type(RED)("wrong", RED.cmyk, (0.1, 0.7, 0.2))], icc)
    assert paper.of_print < 0.5
    assert red.of_print < 15 < 50 < green.of_print
    assert green.of_print == pytest.approx(
        difference(lab_of(green.color.srgb), lab_of(green.printed))
    )


def test_the_table_of_colours_is_said() -> None:
    done = CliRunner().invoke(cli, ["press", "insert", "--colors", "-l", "broadsheet"])
    assert done.exit_code == 0, done.output
    assert "accent" in done.stdout
    assert CliRunner().invoke(cli, ["press", "--colors"]).exit_code != 0


def test_the_sum_is_that_of_all_plates() -> None:
    made, found = coverage_of(page(at(0, 0, box(50, 50, RICH)), at(60, 0, box(20, 20, RED))))
    names = dict(zip("cmyk", (plate.shares for plate in made.plates), strict=True))
    total = ImageMath.lambda_eval(lambda of: of["c"] + of["m"] + of["y"] + of["k"], **names)
    assert total.tobytes() == found.total.tobytes()

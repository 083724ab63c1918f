"""What of a picture fills a frame, and whether words can be read on a part of it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from infographic.display.items import ImageFile
from infographic.foundation.color import BLACK, WHITE
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.geometry import Rect, Size
from infographic.graphics.photographs.calm import SPREAD, calm_of, roughness_of
from infographic.graphics.photographs.crop import window_of
from infographic.graphics.photographs.salience import best_window, salience_of
from infographic.graphics.photographs.thumbnail import FINE, Thumbnail, thumbnail_of
from infographic.loading.assets.images import open_image


def opened(path: Path, picture: Image.Image, **how: object) -> ImageFile:
    picture.save(path, **how)
    found = open_image(path, BUILT_IN, pytest.fail)
    assert isinstance(found, ImageFile)
    return found


def disc(size: tuple[int, int], at: tuple[int, int], radius: int = 30) -> Image.Image:
    """A bright disc on an even ground."""
    made = Image.new("RGB", size, (40, 60, 90))
    box = at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius
    ImageDraw.Draw(made).ellipse(box, fill=(250, 230, 120))
    return made


def half_noise(size: tuple[int, int] = (400, 200)) -> Image.Image:
    """Noise in the left half, nothing in the right one."""
    made = Image.new("L", size, 128)
    chance = random.Random(15)
    noise = Image.frombytes("L", (size[0] // 2, size[1]), chance.randbytes(size[0] // 2 * size[1]))
    made.paste(noise, (0, 0))
    return made.convert("RGB")


@pytest.mark.parametrize("x", [60, 150, 250, 340])
@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_a_square_frame_keeps_the_disc_of_a_wide_picture(
    tmp_path: Path, x: int, ending: str
) -> None:
    image = opened(tmp_path / f"disc.{ending}", disc((400, 150), (x, 75)))
    window = window_of(image, Size(100, 100))
    assert window.size == pytest.approx((0.375, 1), abs=1e-4)
    assert window.x * 400 <= x - 30
    assert window.right * 400 >= x + 30


def test_a_low_frame_keeps_the_disc_of_a_high_picture(tmp_path: Path) -> None:
    image = opened(tmp_path / "disc.png", disc((150, 400), (75, 330)))
    window = window_of(image, Size(100, 50))
    assert window.y * 400 <= 300
    assert window.bottom * 400 >= 360


def test_a_focus_rules_over_what_catches_the_eye(tmp_path: Path) -> None:
    image = opened(tmp_path / "disc.png", disc((400, 150), (340, 75)))
    assert window_of(image, Size(100, 100), (0.1, 0.5)).x == 0


def test_an_even_picture_is_cropped_in_the_middle(tmp_path: Path) -> None:
    image = opened(tmp_path / "even.png", Image.new("RGB", (300, 100), (90, 120, 60)))
    assert window_of(image, Size(100, 100)).x == pytest.approx(1 / 3, abs=1e-5)


def test_what_is_transparent_catches_no_eye(tmp_path: Path) -> None:
    picture = disc((400, 150), (340, 75)).convert("RGBA")
    ImageDraw.Draw(picture).ellipse((30, 45, 90, 105), fill=(250, 30, 30, 255))
    mask = Image.new("L", (400, 150), 0)
    ImageDraw.Draw(mask).ellipse((30, 45, 90, 105), fill=255)
    picture.putalpha(mask)
    image = opened(tmp_path / "alpha.png", picture)
    assert window_of(image, Size(100, 100)).x * 400 < 30


def test_a_camera_s_turned_picture_is_judged_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = disc((400, 150), (340, 75))
    image = opened(tmp_path / "turned.jpg", lying, exif=exif)
    assert (image.width, image.height) == (150, 400)
    # Turned clockwise by a quarter, its right end is below.
    assert window_of(image, Size(100, 100)).y > 0.5


def test_words_on_a_part_move_the_subject_out_from_under_them(tmp_path: Path) -> None:
    image = opened(tmp_path / "disc.png", disc((300, 400), (150, 200)))
    above = window_of(image, Size(100, 100), seen=Rect(0, 0, 1, 0.6))
    below = window_of(image, Size(100, 100), seen=Rect(0, 0.4, 1, 0.6))
    assert above.y > below.y


def test_a_window_is_the_same_from_png_and_from_a_fine_jpeg(tmp_path: Path) -> None:
    picture = disc((1600, 600), (1300, 300), 100)
    one = opened(tmp_path / "disc.png", picture)
    other = opened(tmp_path / "disc.jpg", picture, quality=95)
    assert window_of(one, Size(1, 1)) == window_of(other, Size(1, 1))


def test_a_file_that_cannot_be_read_is_cropped_in_the_middle() -> None:
    assert window_of(ImageFile(Path("gone.jpg"), "gone", 300, 100), Size(1, 1)).x == 0.333333


@settings(max_examples=25, deadline=None)
@given(
    st.binary(min_size=12 * 8 * 3, max_size=12 * 8 * 3),
    st.floats(0.1, 1), st.floats(0.1, 1),
)  # fmt: skip
def test_a_window_never_leaves_the_picture(pixels: bytes, width: float, height: float) -> None:
    x, y = best_window(salience_of(Thumbnail(12, 8, pixels)), width, height)
    assert -1e-9 <= x <= 1 - width + 1e-9
    assert -1e-9 <= y <= 1 - height + 1e-9


def test_an_even_half_is_calm_and_a_noisy_half_is_not(tmp_path: Path) -> None:
    small = thumbnail_of(opened(tmp_path / "half.png", half_noise()))
    assert small is not None
    noisy = calm_of(small, Rect(0, 0, 0.5, 1), [BLACK])
    even = calm_of(small, Rect(0.52, 0, 0.48, 1), [BLACK])
    assert even.spread == pytest.approx(0, abs=0.01)
    assert noisy.spread > even.spread


def test_contrast_is_that_of_the_worst_ink_to_the_ground() -> None:
    white = Thumbnail(4, 4, b"\xff" * 48)
    assert calm_of(white, Rect(0, 0, 1, 1), [BLACK]).contrast == pytest.approx(17.4, abs=0.1)
    assert calm_of(white, Rect(0, 0, 1, 1), [BLACK, WHITE]).contrast == 1
    assert not calm_of(white, Rect(0, 0, 1, 1), [BLACK, WHITE]).can_be_read


def test_a_ground_of_two_halves_is_too_uneven_for_words() -> None:
    halves = Thumbnail(4, 4, (b"\0" * 6 + b"\xff" * 6) * 4)
    assert calm_of(halves, Rect(0, 0, 1, 1), []).spread == pytest.approx(0.5)
    assert calm_of(halves, Rect(0, 0, 0.5, 1), []).spread == 0


def test_a_mast_under_a_line_is_seen_that_a_whole_zone_hides(tmp_path: Path) -> None:
    picture = Image.new("RGB", (1200, 800), (20, 24, 60))
    ImageDraw.Draw(picture).rectangle((900, 0, 903, 800), fill=(220, 200, 190))
    image = opened(tmp_path / "mast.png", picture)
    line = Rect(0.05, 0.1, 0.9, 0.05)
    small, fine = thumbnail_of(image), thumbnail_of(image, FINE)
    assert small is not None
    assert fine is not None
    assert calm_of(small, line, [WHITE]).can_be_read
    assert roughness_of(fine, line) > SPREAD
    assert roughness_of(fine, Rect(0.05, 0.1, 0.5, 0.05)) == pytest.approx(0, abs=0.01)

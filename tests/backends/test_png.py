"""The PNG: exact pixels of the same page."""

import io

import pytest
from hand_set import RED, SERIF, at, box, line, page, run
from PIL import Image

from infographic.backends.encoders.png import png_bytes
from infographic.backends.raster import raster
from infographic.display.items import Path, Stroke
from infographic.display.page import Page
from infographic.foundation.color import BLACK, WHITE, Color
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.geometry import Size

SAND = Color("sand", (0.0, 0.05, 0.15, 0.0), (0.9, 0.8, 0.6))


def drawn(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("trim", "scale", "pixels"),
    [
        ((810, 810), 1, (1080, 1080)),
        ((810, 1440), 1, (1080, 1920)),
        ((810, 4000.5), 1, (1080, 5334)),
        ((810, 810), 2, (2160, 2160)),
        ((675, 352.5), 1, (900, 470)),
        ((810, 810), 1 / 3, (360, 360)),
        ((841.89, 595.28), 1, (1123, 794)),
    ],
)
def test_a_page_has_exactly_its_pixels(
    trim: tuple[float, float], scale: float, pixels: tuple[int, int]
) -> None:
    image = drawn(png_bytes(Page(Size(*trim), (), "t", "en"), scale=scale))
    assert (image.size, image.mode) == (pixels, "RGB")


def test_ppi_overrides_the_pages_own() -> None:
    one = Page(Size(360, 72), (), "t", "en", ppi=150)
    assert drawn(png_bytes(one)).size == (750, 150)
    assert drawn(png_bytes(one, ppi=96)).size == (480, 96)
    assert drawn(png_bytes(one, ppi=96, scale=2)).size == (960, 192)


def test_only_colour_space_and_fineness_are_said() -> None:
    data = png_bytes(page())
    chunks, at_byte = [], 8
    while at_byte < len(data):
        length = int.from_bytes(data[at_byte : at_byte + 4], "big")
        chunks.append(data[at_byte + 4 : at_byte + 8].decode())
        at_byte += length + 12
    assert chunks == ["IHDR", "sRGB", "pHYs", "IDAT", "IEND"]
    assert drawn(data).info["dpi"] == pytest.approx((96, 96), abs=0.02)


def test_colours_are_the_screens_own_to_the_value() -> None:
    data = png_bytes(page(at(0, 0, box(150, 200, RED)), paper=SAND))
    image = drawn(data)
    assert image.getpixel((100, 100)) == (0xD7, 0x33, 0x2C)
    assert image.getpixel((300, 100)) == (230, 204, 153)


def test_the_ground_is_what_a_drawn_box_of_its_colour_is() -> None:
    # Every thousandth of light, since a PDF says colours to three decimals.
    for thousandth in range(0, 1001, 3):
        red, green, blue = (min(thousandth + more, 1000) / 1000 for more in range(3))
        tint = Color("tint", (0.0, 0.0, 0.0, 0.0), (red, green, blue))
        small = Page(Size(6, 6), (at(0, 0, box(3, 6, tint)),), "t", "en", paper=tint, ppi=72)
        pixels = raster(small).pixels
        assert pixels == pixels[:3] * 36


def test_the_ground_fills_every_corner_and_the_bleed_stays_outside() -> None:
    image = drawn(png_bytes(page(at(-9, -9, box(12, 12, RED)), bleed=9, paper=SAND)))
    assert image.size == (400, 267)
    assert image.getpixel((2, 2)) == (0xD7, 0x33, 0x2C)
    assert {image.getpixel(corner) for corner in ((399, 0), (399, 266), (0, 266))} == {
        (230, 204, 153)
    }


def test_a_transparent_page_shows_nothing_where_nothing_is_drawn() -> None:
    image = drawn(png_bytes(page(at(0, 0, box(150, 200, RED)), paper=SAND), transparent=True))
    assert image.mode == "RGBA"
    assert image.getpixel((100, 100)) == (0xD7, 0x33, 0x2C, 255)
    assert image.getpixel((300, 100))[3] == 0


@pytest.mark.parametrize("width", [0.25, 0.5])
@pytest.mark.parametrize("y", [20.0, 20.2, 20.375, 20.6])
def test_a_hairline_stays_visible(width: float, y: float) -> None:
    rule = Path((("M", (0, 0)), ("L", (300, 0))), stroke=Stroke(BLACK, width))
    image = drawn(png_bytes(page(at(0, y, rule)))).convert("L")
    assert min(image.getpixel((200, row)) for row in range(20, 36)) < 200


def test_type_is_smoothed_in_greys_and_not_in_colours() -> None:
    image = drawn(png_bytes(page(at(20, 60, line(run(SERIF, "新闻", 24))))))
    shades = {color for _, color in image.getcolors(100_000)}
    assert len(shades) > 20
    assert all(max(shade) - min(shade) <= 1 for shade in shades)


def test_too_many_pixels_are_refused() -> None:
    with pytest.raises(MachineError, match="smaller scale"):
        png_bytes(page(), scale=1000)


def test_white_type_on_black_is_white() -> None:
    words = at(20, 60, line(run(SERIF, "黑", 60, WHITE)))
    image = drawn(png_bytes(page(at(0, 0, box(300, 200)), words)))
    assert max(image.convert("L").tobytes()) == 255

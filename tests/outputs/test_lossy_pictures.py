"""JPEG and WebP: the page's pixels in a stated quality, or the best within so many bytes."""

import io
from pathlib import Path

import pytest
from conftest import Limited
from PIL import Image, ImageChops, ImageCms, JpegImagePlugin

from infographic import compose
from infographic.backends.encoders.jpeg import QUALITIES, jpeg
from infographic.backends.encoders.png import png
from infographic.backends.encoders.webp import webp
from infographic.backends.raster import Raster, raster
from infographic.composed import ComposedPage
from infographic.display.page import Page
from infographic.foundation.diagnostics import MachineError, SpecError
from infographic.foundation.geometry import Size
from infographic.outputs.byte_limit import best_within, within_limit

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def card() -> ComposedPage:
    return compose(ROOT / "examples/twelve-stats/story.json", "link-preview")


@pytest.fixture(scope="module")
def drawn(card: ComposedPage) -> Raster:
    return raster(card.page, scale=0.5)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_one_rasterisation_is_encoded_in_several_ways(drawn: Raster, card: ComposedPage) -> None:
    assert (drawn.width, drawn.height, drawn.mode) == (600, 315, "RGB")
    assert len(drawn.pixels) == 600 * 315 * 3
    assert png(drawn) == card.png(scale=0.5)
    whole = opened(png(drawn))
    assert whole.tobytes() == drawn.pixels == drawn.image().tobytes()
    assert opened(webp(drawn, 100)).tobytes() == drawn.pixels
    for lossy in (jpeg(drawn, 95), webp(drawn, 95)):
        off = ImageChops.difference(opened(lossy), whole).convert("L")
        assert sum(off.point(lambda value: value > 40).tobytes()) < 0.01 * 600 * 315


def test_a_jpeg_keeps_colour_whole_says_srgb_and_nothing_of_a_camera(drawn: Raster) -> None:
    image = opened(jpeg(drawn, 90))
    assert JpegImagePlugin.get_sampling(image) == 0
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi",
                               "icc_profile"}  # fmt: skip
    profile = ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
    assert "sRGB" in ImageCms.getProfileDescription(profile)
    assert len(image.info["icc_profile"]) < 1000
    assert image.info["dpi"] == (48, 48)
    assert b"Exif" not in jpeg(drawn, 90) + webp(drawn, 90)


def test_the_same_page_gives_the_same_bytes(drawn: Raster) -> None:
    again = raster(Page(Size(30, 30), (), "t", "en"))
    assert jpeg(again, 80) == jpeg(again, 80)
    # The profile's own date would be that of the run.
    assert b"\x07\xd0\x00\x01\x00\x01\x00\x00" in jpeg(again, 80)
    assert jpeg(drawn, 80, progressive=True) != jpeg(drawn, 80)
    assert opened(jpeg(drawn, 80, progressive=True)).info["progressive"]


def test_clear_pixels_stay_clear_in_webp_and_are_refused_in_jpeg() -> None:
    clear = raster(Page(Size(30, 30), (), "t", "en"), transparent=True)
    assert opened(webp(clear, 90)).getpixel((3, 3))[3] == 0  # type: ignore[index]
    with pytest.raises(ValueError, match="no transparent"):
        jpeg(clear, 90)


@pytest.mark.parametrize("quality", [75, 94, 95, 100])
def test_even_noise_is_encoded(quality: int) -> None:
    width, height = 400, 300
    rows = b"".join(
        b"\0" + bytes((x * 7919 + y * 104729 + x * y * 31) % 251 for x in range(width * 3))
        for y in range(height)
    )
    noise = Raster(width, height, "RGB", 96.0, rows)
    assert opened(jpeg(noise, quality, progressive=True)).size == (400, 300)
    assert opened(jpeg(noise, quality)).size == (400, 300)


def test_a_side_longer_than_the_format_can_say_is_an_error_before_encoding() -> None:
    long = Raster(1, 20_000, "RGB", 96.0, b"\0\0\0\0" * 20_000)
    with pytest.raises(SpecError) as caught:
        webp(long, 90)
    (fault,) = caught.value.diagnostics
    assert fault.code == "picture-too-long"
    assert "16,383 pixels a side, not 1 × 20,000" in fault.message
    assert all(mend in fault.hint for mend in ("--tiles", "0.819 times", "--scale", ".jpg"))
    assert opened(jpeg(long, 90)).size == (1, 20_000)
    longer = Raster(1, 65_536, "RGB", 96.0, b"\0\0\0\0" * 65_536)
    with pytest.raises(
        SpecError, match=r"(?s)65,535 pixels a side, not 1 × 65,536.*--tiles.*\.png"
    ):
        jpeg(longer, 90)


class Counting:
    """An encoder whose file at quality q has 100 q bytes."""

    def __init__(self) -> None:
        self.tried: list[int] = []

    def __call__(self, quality: int) -> bytes:
        self.tried.append(quality)
        return bytes(100 * quality)


@pytest.mark.parametrize("limit", [2000, 2099, 2100, 5555, 9400, 9499, 9500, 50_000])
def test_the_best_quality_within_the_limit_is_found_in_nine_encodings(limit: int) -> None:
    encode = Counting()
    found = best_within(encode, QUALITIES, limit)
    assert isinstance(found, bytes)
    assert len(found) == min(limit // 100, QUALITIES[-1]) * 100
    assert len(encode.tried) == len(set(encode.tried)) <= 9


def test_what_fits_at_once_is_encoded_once_and_what_never_fits_twice() -> None:
    fits, never = Counting(), Counting()
    best_within(fits, QUALITIES, 1_000_000)
    assert best_within(never, QUALITIES, 100) == 2000
    assert (len(fits.tried), len(never.tried)) == (1, 2)


def test_a_limit_is_kept_and_nearly_used(card: ComposedPage, tmp_path: Path) -> None:
    for name, limit in (("a.jpg", "60kB"), ("a.webp", 20_000)):
        file = card.save(tmp_path / name, max_bytes=limit, scale=0.5)
        most = 60_000 if limit == "60kB" else limit
        assert isinstance(most, int)
        assert most * 0.85 < file.stat().st_size <= most


def test_a_limit_that_nothing_fits_into_is_an_error_with_its_numbers(
    card: ComposedPage, tmp_path: Path
) -> None:
    with pytest.raises(SpecError, match=r"kB even at quality 20 .*allows 1\.0 kB") as error:
        card.save(tmp_path / "a.jpg", max_bytes=1000, scale=0.5)
    assert [one.code for one in error.value.diagnostics] == ["picture-over-limit"]
    assert not (tmp_path / "a.jpg").exists()


def test_without_a_word_the_platforms_limit_is_kept(card: ComposedPage) -> None:
    """A link preview has at most a million bytes (press profile “screen”)."""
    heavy = Counting()
    made = within_limit(lambda quality: heavy(quality) * 200, QUALITIES, (card, "JPEG"), None, None)
    assert len(made) == 50 * 20_000 == 1_000_000
    light = Counting()
    assert len(within_limit(light, QUALITIES, (card, "JPEG"), None, None)) == 9000
    # A stated quality is not touched, and is the highest tried where there is a limit too.
    assert len(within_limit(heavy, QUALITIES, (card, "JPEG"), 100, None)) == 10_000
    assert len(within_limit(light, QUALITIES, (card, "JPEG"), 60, 100_000)) == 6000
    assert len(within_limit(light, QUALITIES, (card, "JPEG"), 10, 100_000)) == 1000


def test_pictures_whose_making_takes_much_room_have_a_limit_of_their_own(
    drawn: Raster, limited: Limited
) -> None:
    limited({"packed-pixels": 600 * 315 - 1})
    for encode in (jpeg, webp):
        with pytest.raises(MachineError, match="limit: packed-pixels"):
            encode(drawn, 80)
    assert png(drawn)


def test_a_clear_ground_counts_twice(card: ComposedPage, limited: Limited) -> None:
    limited({"png-pixels": 600 * 315})
    assert card.png(scale=0.5)
    with pytest.raises(MachineError, match="limit: png-pixels"):
        card.png(scale=0.5, transparent=True)

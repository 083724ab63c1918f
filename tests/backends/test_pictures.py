"""Pictures on the page: in its colours, upright, cut, no finer than is seen."""

import hashlib
import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from conftest import Limited
from hand_set import at, held, page
from PIL import Image, ImageChops, ImageDraw

from infographic.backends.encoders.png import png_bytes
from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.display.items import ImageFile, Picture
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.files import PACKAGE
from infographic.foundation.geometry import Rect, Size

WHOLE = Rect(0, 0, 1, 1)
RED, GREEN, BLUE, WHITE = (220, 30, 40), (20, 160, 60), (30, 60, 200), (255, 255, 255)


def quarters(width: int = 120, height: int = 80) -> Image.Image:
    """Red, green over blue, white."""
    image = Image.new("RGB", (width, height), WHITE)
    draw = ImageDraw.Draw(image)
    x, y = width // 2, height // 2
    draw.rectangle((0, 0, x - 1, y - 1), fill=RED)
    draw.rectangle((x, 0, width, y - 1), fill=GREEN)
    draw.rectangle((0, y, x - 1, height), fill=BLUE)
    return image


def image_file(path: Path) -> ImageFile:
    with Image.open(path) as image:
        turned = image.getexif().get(0x0112, 1) >= 5
        size = image.size[::-1] if turned else image.size
    return ImageFile(path, hashlib.sha256(path.read_bytes()).hexdigest(), *size)


def picture(path: Path, window: Rect = WHOLE, size: Size | None = None) -> Picture:
    return Picture(image_file(path), window, size or Size(60, 40))


def in_pdf(one: Picture, intent: Intent) -> list[Any]:
    pdf = held(pdf_bytes(page(at(10, 10, one)), intent))
    return list(pdf.pages[0].Resources.XObject.values())


def rendered(one: Picture, intent: Intent) -> Image.Image:
    """The page's corner with the picture, as pdfium paints it, two pixels a point."""
    document = pypdfium2.PdfDocument(pdf_bytes(page(at(10, 10, one)), intent))
    image: Image.Image = document[0].render(scale=2).to_pil().convert("RGB")
    return image.crop((20, 20, 140, 100))


def near(found: Any, wanted: tuple[int, ...], by: int = 6) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


def shows_quarters(image: Image.Image, by: int = 6) -> bool:
    places = {(30, 20): RED, (90, 20): GREEN, (30, 60): BLUE, (90, 60): WHITE}
    return all(near(image.getpixel(place), color, by) for place, color in places.items())


def rgb_profile(primaries: tuple[tuple[float, ...], ...], gamma: float = 2.2) -> bytes:
    """An ICC 2 matrix profile (ICC.1:2001-04) with these colorants, adapted to D50."""

    def xyz(values: tuple[float, ...]) -> bytes:
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(v * 65536) for v in values))

    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    text = b"Hand-made wide RGB\0"
    described = b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(78)
    tags = {
        b"desc": described + bytes(-len(described) % 4),
        b"cprt": b"text\0\0\0\0none\0\0\0\0",
        b"wtpt": xyz((0.9642, 1.0, 0.8249)),
        **dict(zip((b"rXYZ", b"gXYZ", b"bXYZ"), map(xyz, primaries), strict=True)),
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    directory, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        directory += name + struct.pack(">II", start + len(body), len(data))
        body += data
    head = struct.pack(
        ">I4sI4s4s4s", start + len(body), b"lcms", 0x02100000, b"mntr", b"RGB ", b"XYZ "
    )
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp") + bytes(28)
    head += xyz((0.9642, 1.0, 0.8249))[8:]
    return head + bytes(128 - len(head)) + directory + body


# Display P3's colorants, from its specification.
DISPLAY_P3 = rgb_profile(
    ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
)


def test_a_jpeg_that_is_right_already_is_handed_on_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    quarters().save(path, quality=95)
    (stored,) = in_pdf(picture(path), Intent.SCREEN)
    assert stored.read_raw_bytes() == path.read_bytes()
    assert stored.ColorSpace == pikepdf.Name("/DeviceRGB")


def test_a_print_picture_is_in_inks(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    quarters().save(path, quality=95)
    (stored,) = in_pdf(picture(path), Intent.PRINT)
    assert stored.ColorSpace == pikepdf.Name("/DeviceCMYK")
    image = Image.open(io.BytesIO(stored.read_raw_bytes()))
    # Relative colorimetric into newsprint: red is magenta and yellow, paper has no ink.
    cyan, magenta, yellow, black = image.getpixel((30, 20))
    assert min(magenta, yellow) > 180 > 60 > max(cyan, black)
    assert near(image.getpixel((90, 60)), (0, 0, 0, 0), 4)


def test_newsprint_takes_no_more_than_its_ink(tmp_path: Path) -> None:
    path = tmp_path / "dark.png"
    tones = Image.linear_gradient("L")
    Image.merge("RGB", (tones, tones.rotate(90), tones.rotate(180))).save(path)
    (stored,) = in_pdf(picture(path), Intent.PRINT)
    samples = Image.open(io.BytesIO(stored.read_raw_bytes())).tobytes()
    worst = max(map(sum, zip(*(samples[i::4] for i in range(4)), strict=True)))
    assert worst / 255 <= 2.25


@pytest.mark.parametrize("intent", list(Intent))
def test_a_grey_picture_stays_grey(intent: Intent, tmp_path: Path) -> None:
    path = tmp_path / "grey.jpg"
    Image.linear_gradient("L").resize((120, 80)).save(path)
    (stored,) = in_pdf(picture(path), intent)
    assert stored.ColorSpace == pikepdf.Name("/DeviceGray")
    # The press's black has another tone curve than the screen's grey.
    assert (stored.read_raw_bytes() == path.read_bytes()) == (intent is Intent.SCREEN)


def cmyk_jpeg(path: Path, image: Image.Image, *, adobe: bool) -> None:
    if adobe:
        image.save(path, quality=95)
        return
    # Pillow writes Adobe's marker and inverts; without the marker nothing is inverted.
    file = io.BytesIO()
    ImageChops.invert(image).save(file, "JPEG", quality=95)
    data = file.getvalue()
    start = data.index(b"\xff\xee")
    path.write_bytes(
        data[:start] + data[start + 2 + int.from_bytes(data[start + 2 : start + 4], "big") :]
    )


@pytest.mark.parametrize("adobe", [True, False])
@pytest.mark.parametrize("size", [Size(60, 40), Size(6, 4)], ids=["handed on", "made smaller"])
def test_a_cmyk_jpeg_keeps_its_inks_inverted_or_not(
    adobe: bool, size: Size, tmp_path: Path
) -> None:
    path = tmp_path / "inks.jpg"
    cmyk_jpeg(path, Image.new("CMYK", (120, 80), (0, 200, 100, 20)), adobe=adobe)
    (stored,) = in_pdf(picture(path, size=size), Intent.PRINT)
    assert (stored.read_raw_bytes() == path.read_bytes()) == (size == Size(60, 40))
    wide = rendered(picture(path, size=Size(60, 40)), Intent.PRINT)
    plain = tmp_path / "plain.tif"
    Image.new("CMYK", (120, 80), (0, 200, 100, 20)).save(plain)
    wanted = rendered(picture(plain, size=Size(60, 40)), Intent.PRINT)
    assert near(wide.getpixel((50, 50)), wanted.getpixel((50, 50)), 3)
    inverted = "/Decode" in stored
    samples = Image.open(io.BytesIO(stored.read_raw_bytes())) if inverted else None
    if samples is not None:
        assert near(samples.getpixel((1, 1)), (0, 200, 100, 20), 3)


def test_a_cmyk_picture_has_lights_on_a_screen(tmp_path: Path) -> None:
    path = tmp_path / "inks.jpg"
    cmyk_jpeg(path, Image.new("CMYK", (120, 80), (0, 255, 255, 0)), adobe=True)
    (stored,) = in_pdf(picture(path), Intent.SCREEN)
    assert stored.ColorSpace == pikepdf.Name("/DeviceRGB")
    red, green, blue = rendered(picture(path), Intent.SCREEN).getpixel((50, 50))
    assert red > 200 > 80 > max(green, blue)


@pytest.mark.parametrize("turned", [3, 6, 8])
def test_a_turned_photograph_stands_upright(turned: int, tmp_path: Path) -> None:
    path = tmp_path / "turned.jpg"
    exif = Image.Exif()
    exif[0x0112] = turned
    stored = quarters().rotate({3: 180, 6: 90, 8: 270}[turned], expand=True)
    stored.save(path, quality=98, subsampling=0, exif=exif)
    one = picture(path)
    assert (one.image.width, one.image.height) == (120, 80)
    assert shows_quarters(rendered(one, Intent.SCREEN))


def test_a_photograph_that_is_not_turned_back_is_found_out(tmp_path: Path) -> None:
    path = tmp_path / "turned.jpg"
    quarters().rotate(180).save(path, quality=98)
    assert not shows_quarters(rendered(picture(path), Intent.SCREEN))


def test_a_wide_gamut_picture_is_converted_by_its_profile(tmp_path: Path) -> None:
    path = tmp_path / "p3.png"
    # In Display P3 this is sRGB's own pure red.
    Image.new("RGB", (40, 40), (234, 51, 35)).save(path, icc_profile=DISPLAY_P3)
    assert near(rendered(picture(path), Intent.SCREEN).getpixel((50, 50)), (255, 0, 0), 12)
    plain = tmp_path / "plain.png"
    Image.new("RGB", (40, 40), (234, 51, 35)).save(plain)
    assert near(rendered(picture(plain), Intent.SCREEN).getpixel((50, 50)), (234, 51, 35), 0)
    inks = [in_pdf(picture(each), Intent.PRINT)[0].read_bytes()[:4] for each in (path, plain)]
    assert inks[0] != inks[1]


def test_a_profile_for_other_colours_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "wrong.png"
    press = PACKAGE / "press" / "FOGRA39L_coated.icc"
    quarters().save(path, icc_profile=press.read_bytes())
    assert shows_quarters(rendered(picture(path), Intent.SCREEN), 1)
    quarters().save(path, icc_profile=b"not a profile")
    assert shows_quarters(rendered(picture(path), Intent.SCREEN), 1)


def test_transparency_shows_paper_in_print_and_the_ground_on_a_screen(tmp_path: Path) -> None:
    path = tmp_path / "alpha.png"
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(path)
    (stored,) = in_pdf(picture(path), Intent.PRINT)
    assert set(stored.read_bytes()) == {0}
    assert "/SMask" not in stored
    (stored,) = in_pdf(picture(path), Intent.SCREEN)
    assert set(stored.SMask.read_bytes()) == {0}


def test_an_opaque_alpha_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "opaque.png"
    Image.new("RGBA", (40, 40), (255, 0, 0, 255)).save(path)
    (stored,) = in_pdf(picture(path), Intent.SCREEN)
    assert "/SMask" not in stored


def test_a_transparent_edge_takes_no_colour_from_under_it(tmp_path: Path) -> None:
    path = tmp_path / "edge.png"
    image = Image.new("RGBA", (400, 400), (0, 255, 0, 0))
    ImageDraw.Draw(image).rectangle((0, 0, 199, 399), fill=(255, 0, 0, 255))
    image.save(path)
    (stored,) = in_pdf(picture(path, size=Size(20, 20)), Intent.SCREEN)
    color, alpha = stored.read_bytes(), stored.SMask.read_bytes()
    seen = [color[3 * i + 1] for i, share in enumerate(alpha) if share > 8]
    assert max(seen) <= 8


@pytest.mark.parametrize(("intent", "ppi"), [(Intent.PRINT, 300), (Intent.SCREEN, 220)])
@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_a_picture_is_no_finer_than_is_seen(
    intent: Intent, ppi: int, suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"big.{suffix}"
    quarters(1200, 800).save(path)
    one = picture(path)
    (stored,) = in_pdf(one, intent)
    assert (stored.Width, stored.Height) == (round(60 / 72 * ppi), round(40 / 72 * ppi))
    if intent is Intent.SCREEN:
        assert shows_quarters(rendered(one, intent))


def test_a_picture_is_never_made_finer(tmp_path: Path) -> None:
    path = tmp_path / "small.png"
    quarters(12, 8).save(path)
    (stored,) = in_pdf(picture(path), Intent.PRINT)
    assert (stored.Width, stored.Height) == (12, 8)


@pytest.mark.parametrize("pixels", [(120, 80), (1200, 800)], ids=["coarse", "fine"])
@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_a_window_fills_the_frame_and_nothing_else_stays(
    pixels: tuple[int, int], suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"cut.{suffix}"
    quarters(*pixels).save(path)
    one = picture(path, Rect(0.5, 0, 0.5, 0.5))
    image = rendered(one, Intent.SCREEN)
    assert all(near(image.getpixel(place), GREEN) for place in ((4, 4), (115, 4), (60, 75)))
    (stored,) = in_pdf(one, Intent.SCREEN)
    assert stored.Width <= pixels[0] / 2


def test_a_window_between_pixels_is_cut_where_it_says(tmp_path: Path) -> None:
    path = tmp_path / "coarse.png"
    quarters(4, 4).save(path)
    image = rendered(picture(path, Rect(0.375, 0.0, 0.25, 0.5)), Intent.SCREEN)
    assert near(image.getpixel((20, 40)), RED, 40)
    assert near(image.getpixel((100, 40)), GREEN, 40)
    outside = rendered(picture(path, Rect(0.375, 0.0, 0.25, 0.5), Size(30, 20)), Intent.SCREEN)
    assert near(outside.getpixel((80, 20)), WHITE)


def test_the_same_picture_is_stored_once(tmp_path: Path) -> None:
    path = tmp_path / "twice.jpg"
    quarters().save(path)
    twice = page(at(10, 10, picture(path)), at(90, 10, picture(path)))
    pdf = held(pdf_bytes(twice, Intent.PRINT))
    assert len(pdf.pages[0].Resources.XObject) == 1


def test_drawn_pictures_are_kept_without_loss(tmp_path: Path) -> None:
    path = tmp_path / "drawn.png"
    quarters().save(path)
    (stored,) = in_pdf(picture(path), Intent.SCREEN)
    assert zlib.decompress(stored.read_raw_bytes()) == quarters().tobytes()


def test_a_bitmap_stays_one_bit(tmp_path: Path) -> None:
    path = tmp_path / "line.png"
    quarters().convert("1").save(path)
    (stored,) = in_pdf(picture(path), Intent.PRINT)
    assert (stored.BitsPerComponent, stored.ColorSpace) == (1, pikepdf.Name("/DeviceGray"))


def test_sixteen_bits_become_eight_and_keep_their_tones(tmp_path: Path) -> None:
    path = tmp_path / "deep.png"
    row = struct.pack("<64H", *(1024 * i for i in range(64)))
    Image.frombytes("I;16", (64, 64), row * 64).save(path)
    (stored,) = in_pdf(picture(path), Intent.SCREEN)
    tones = Image.open(io.BytesIO(stored.read_raw_bytes())) if "DCT" in str(stored.Filter) else None
    samples = tones.tobytes() if tones else stored.read_bytes()
    assert near((samples[16], samples[48]), (64, 191), 4)


@pytest.mark.parametrize("suffix", ["gif", "webp", "tif", "bmp"])
def test_other_formats_are_read(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    quarters().save(path, **({"lossless": True} if suffix == "webp" else {}))
    assert shows_quarters(rendered(picture(path), Intent.SCREEN), 8)


def unread(path: Path) -> Picture:
    return Picture(
        ImageFile(path, hashlib.sha256(path.read_bytes()).hexdigest(), 9, 9), WHOLE, Size(9, 9)
    )


def test_postscript_is_never_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n")
    with pytest.raises(SpecError, match=r"a\.jpg"):
        pdf_bytes(page(at(0, 0, unread(path))), Intent.SCREEN)


def test_a_cut_off_file_is_said_by_name(tmp_path: Path) -> None:
    path = tmp_path / "half.png"
    file = io.BytesIO()
    Image.effect_noise((200, 200), 90).save(file, "PNG")
    path.write_bytes(file.getvalue()[: len(file.getvalue()) // 2])
    with pytest.raises(SpecError, match=r"half\.png"):
        pdf_bytes(page(at(0, 0, unread(path))), Intent.SCREEN)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(
    tmp_path: Path, limited: Limited
) -> None:
    path = tmp_path / "bomb.png"
    quarters(122, 82).save(path)
    before = Image.MAX_IMAGE_PIXELS
    limited({"image-pixels": 100})
    with pytest.raises(SpecError, match="image-pixels"):
        pdf_bytes(page(at(0, 0, picture(path))), Intent.SCREEN)
    assert before == Image.MAX_IMAGE_PIXELS


def test_a_png_of_a_page_shows_its_pictures(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    quarters(1200, 800).save(path)
    data = png_bytes(page(at(0, 0, picture(path, size=Size(300, 200)))), ppi=72)
    image = Image.open(io.BytesIO(data))
    assert image.size == (300, 200)
    assert near(image.getpixel((75, 50)), RED, 0)
    assert near(image.getpixel((225, 150)), WHITE, 0)
    seen = png_bytes(page(at(0, 0, picture(path, size=Size(300, 200)))), ppi=72, transparent=True)
    assert Image.open(io.BytesIO(seen)).getpixel((75, 50)) == (*RED, 255)


def test_the_shipped_profiles_are_those_the_notice_names() -> None:
    press = PACKAGE / "press"
    notice = (press / "NOTICE").read_text(encoding="utf-8")
    files = sorted(press.glob("*.icc"))
    assert len(files) == 2
    for file in files:
        assert f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" in notice

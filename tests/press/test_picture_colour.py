"""Pictures in the press's inks: profiles honoured, greys on black, ink within its limit."""

import io
import struct
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw
from plate_pages import COATED, NEWSPRINT, at, near, page, picture, plates, press, print_pdf

from infographic.backends.pictures import color_management
from infographic.foundation.geometry import Size
from infographic.press.profile import PressProfile

PLACE = Size(60, 40)
RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
BLACK_POINT = ImageCms.Flags.BLACKPOINTCOMPENSATION


def stored(pdf: bytes) -> list[Image.Image]:
    """The pictures of a PDF as inks (255 for a solid) or greys (255 for light)."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for image in document.pages[0].Resources.XObject.values():
            size = int(image.Width), int(image.Height)
            mode = {"/DeviceCMYK": "CMYK", "/DeviceGray": "L"}[str(image.ColorSpace)]
            assert "/SMask" not in image
            if "DCT" in str(image.Filter):
                opened = Image.open(io.BytesIO(image.read_raw_bytes()))
                turned = mode == "CMYK" and "/Decode" not in image
                found.append(ImageChops.invert(opened) if turned else opened)
            else:
                found.append(Image.frombytes(mode, size, image.read_bytes()))
    return found


def in_print(path: Path, profile: PressProfile | None = None) -> Image.Image:
    (image,) = stored(print_pdf(page(at(10, 10, picture(path, PLACE))), profile))
    return image


def saved(path: Path, color: Any, mode: str = "RGB", **more: Any) -> Path:
    Image.new(mode, (60, 40), color).save(path, **more)
    return path


def by_littlecms(
    color: tuple[int, ...], source: bytes | None, target: Path = NEWSPRINT
) -> tuple[int, ...]:
    """The press's inks for one colour, converted without any of our code."""
    opened = (
        ImageCms.createProfile("sRGB")
        if source is None
        else ImageCms.ImageCmsProfile(io.BytesIO(source))
    )
    mode = "CMYK" if len(color) == 4 else "RGB"
    made = ImageCms.profileToProfile(
        Image.new(mode, (1, 1), color), opened, str(target), RELATIVE, "CMYK", flags=BLACK_POINT
    )
    assert made is not None
    return tuple(made.tobytes())


# Profiles made by hand (ICC.1:2001-04)


def icc(space: bytes, kind: bytes, tags: dict[bytes, bytes]) -> bytes:
    directory, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        directory += name + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"lcms", 0x02100000, kind, space, b"XYZ ")
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp") + bytes(28)
    head += xyz((0.9642, 1.0, 0.8249))[8:]
    return head + bytes(128 - len(head)) + directory + body


def xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(v * 65536) for v in values))


def curve(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"


def described(text: bytes) -> dict[bytes, bytes]:
    words = text + b"\0"
    name = b"desc\0\0\0\0" + struct.pack(">I", len(words)) + words + bytes(78)
    return {b"desc": name, b"cprt": b"text\0\0\0\0none\0\0\0\0", b"wtpt": xyz((0.9642, 1, 0.8249))}


def rgb_profile(colorants: tuple[tuple[float, ...], ...], gamma: float) -> bytes:
    names = zip((b"rXYZ", b"gXYZ", b"bXYZ"), map(xyz, colorants), strict=True)
    curves = dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve(gamma))
    return icc(b"RGB ", b"mntr", {**described(b"by hand"), **dict(names), **curves})


def grey_profile(gamma: float) -> bytes:
    return icc(b"GRAY", b"mntr", {**described(b"grey by hand"), b"kTRC": curve(gamma)})


DISPLAY_P3 = rgb_profile(
    ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)), 2.2
)
ADOBE_RGB = rgb_profile(
    ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)), 2.2
)


# RGB


def test_srgb_becomes_the_presss_inks(tmp_path: Path) -> None:
    image = in_print(saved(tmp_path / "a.png", (200, 60, 40)))
    assert near(image.getpixel((9, 9)), by_littlecms((200, 60, 40), None), 1)


@pytest.mark.parametrize(
    ("profile", "written"),
    [(DISPLAY_P3, (234, 51, 35)), (ADOBE_RGB, (219, 0, 0))],
    ids=["Display P3", "Adobe RGB"],
)
def test_a_wide_profile_is_honoured(
    profile: bytes, written: tuple[int, int, int], tmp_path: Path
) -> None:
    # In its own space each of these is sRGB's pure red.
    honoured = in_print(saved(tmp_path / "a.png", written, icc_profile=profile)).getpixel((9, 9))
    assert near(honoured, by_littlecms((255, 0, 0), None), 5)
    assert near(honoured, by_littlecms(written, profile), 1)
    # A picture whose profile were passed over would be told apart.
    ignored = in_print(saved(tmp_path / "b.png", written)).getpixel((9, 9))
    assert not near(honoured, ignored, 8)


def test_the_presss_own_profile_decides(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", (30, 90, 160))
    coated = in_print(path, press(COATED, 300)).getpixel((9, 9))
    assert near(coated, by_littlecms((30, 90, 160), None, COATED), 1)
    assert not near(coated, in_print(path).getpixel((9, 9)), 8)


# Greys


def light(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def printed_light(image: Image.Image) -> float:
    """How much light comes back from a grey picture's black ink, from solid (0) to paper (1)."""
    ink = 255 - int(image.getpixel((9, 9)))  # type: ignore[arg-type]
    strip = Image.new("CMYK", (3, 1))
    for x, share in enumerate((ink, 255, 0)):
        strip.putpixel((x, 0), (0, 0, 0, share))
    seen = ImageCms.profileToProfile(
        strip, str(NEWSPRINT), ImageCms.createProfile("sRGB"), RELATIVE, "RGB"
    )
    assert seen is not None
    pixels = [seen.getpixel((x, 0)) for x in range(3)]
    lights = [0.2126 * light(r / 255) + 0.7152 * light(g / 255) + 0.0722 * light(b / 255)
              for r, g, b in pixels]  # type: ignore[misc]  # fmt: skip
    return (lights[0] - lights[1]) / (lights[2] - lights[1])


@pytest.mark.parametrize("value", [0, 40, 128, 200, 255])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_grey_picture_is_black_ink_of_the_same_lightness(
    value: int, mode: str, tmp_path: Path
) -> None:
    color = value if mode == "L" else (value, value, value)
    image = in_print(saved(tmp_path / "grey.png", color, mode))
    assert image.mode == "L"
    assert printed_light(image) == pytest.approx(light(value / 255), abs=0.012)


@pytest.mark.parametrize("gamma", [1.0, 1.8, 2.2])
def test_a_grey_profile_is_honoured(gamma: float, tmp_path: Path) -> None:
    path = saved(tmp_path / "grey.png", 100, "L", icc_profile=grey_profile(gamma))
    assert printed_light(in_print(path)) == pytest.approx((100 / 255) ** gamma, abs=0.012)


def test_a_grey_profile_passed_over_would_be_found_out(tmp_path: Path) -> None:
    path = saved(tmp_path / "grey.png", 100, "L")
    assert printed_light(in_print(path)) != pytest.approx(100 / 255, abs=0.1)


def test_a_tinge_of_colour_is_not_grey(tmp_path: Path) -> None:
    image = Image.new("RGB", (240, 160), (128, 128, 128))
    image.putpixel((133, 122), (128, 128, 120))
    path = tmp_path / "tinge.png"
    image.save(path)
    assert in_print(path).mode == "CMYK"


def test_a_grey_jpeg_of_three_channels_is_on_black_alone(tmp_path: Path) -> None:
    path = tmp_path / "bw.jpg"
    Image.linear_gradient("L").convert("RGB").save(path, quality=90)
    assert in_print(path).mode == "L"


# CMYK

INKS = (20, 180, 120, 40)


@pytest.mark.parametrize("profile", [None, NEWSPRINT], ids=["none", "the press's"])
def test_inks_for_this_press_keep_their_numbers(profile: Path | None, tmp_path: Path) -> None:
    more = {"icc_profile": profile.read_bytes()} if profile else {}
    image = in_print(saved(tmp_path / "a.tif", INKS, "CMYK", **more))
    assert image.getpixel((9, 9)) == INKS


def test_inks_for_another_press_are_converted(tmp_path: Path) -> None:
    profile = COATED.read_bytes()
    image = in_print(saved(tmp_path / "a.tif", INKS, "CMYK", icc_profile=profile))
    assert near(image.getpixel((9, 9)), by_littlecms(INKS, profile), 1)
    assert not near(image.getpixel((9, 9)), INKS, 8)


def test_a_cmyk_jpeg_for_another_press_is_converted(tmp_path: Path) -> None:
    profile = COATED.read_bytes()
    path = saved(tmp_path / "a.jpg", INKS, "CMYK", icc_profile=profile, quality=95)
    assert near(in_print(path).getpixel((9, 9)), by_littlecms(INKS, profile), 4)


# The limit


def test_too_much_ink_is_taken_from_the_colours_and_not_from_black(tmp_path: Path) -> None:
    image = in_print(saved(tmp_path / "a.tif", (200, 150, 100, 230), "CMYK"))
    c, m, y, k = image.getpixel((9, 9))  # type: ignore[misc]
    assert k == 230
    assert 2.18 * 255 <= c + m + y + k <= 2.2 * 255
    assert (c / y, m / y) == pytest.approx((2.0, 1.5), rel=0.02)


def test_black_alone_is_never_limited() -> None:
    image = Image.new("CMYK", (4, 4), (255, 255, 255, 255))
    limited = color_management.within_limit(image, 0.8)
    assert limited.getpixel((0, 0)) == (0, 0, 0, 255)


def test_only_what_is_over_the_limit_changes(tmp_path: Path) -> None:
    image = Image.new("CMYK", (60, 40), INKS)
    ImageDraw.Draw(image).rectangle((20, 10, 29, 19), fill=(200, 200, 200, 200))
    path = tmp_path / "a.tif"
    image.save(path)
    changed = ImageChops.difference(image, in_print(path))
    assert changed.getbbox() == (20, 10, 30, 20)


def test_a_cmyk_jpeg_over_the_limit_is_not_handed_on(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", (200, 200, 200, 200), "CMYK", quality=95)
    assert sum(in_print(path).getpixel((9, 9))) <= 2.25 * 255  # type: ignore[arg-type]
    assert sum(in_print(path, press(design=400)).getpixel((9, 9))) > 3 * 255  # type: ignore[arg-type]


def test_every_colour_of_srgb_is_within_the_limit() -> None:
    steps = range(0, 256, 51)
    colors = bytes(v for r in steps for g in steps for b in steps for v in (r, g, b))
    image = Image.frombytes("RGB", (len(colors) // 3, 1), colors)
    for limit in (2.2, 1.8):
        condition = color_management.condition(NEWSPRINT.read_bytes(), limit)
        samples = color_management.to_press(image, None, condition).tobytes()
        worst = max(sum(samples[i : i + 4]) for i in range(0, len(samples), 4))
        assert worst <= limit * 255


# Pictures on their side


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("suffix", ["tif", "jpg", "png", "webp"])
def test_a_turned_picture_stands_upright_in_every_format(
    suffix: str, turned: int, tmp_path: Path
) -> None:
    upright = Image.new("RGB", (120, 80), (255, 255, 255))
    ImageDraw.Draw(upright).rectangle((0, 0, 59, 39), fill=(220, 30, 40))
    ways = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored_as = upright.transpose(Image.Transpose(ways[turned])) if turned > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = turned
    path = tmp_path / f"turned.{suffix}"
    more = {"jpg": {"quality": 98, "subsampling": 0}, "webp": {"lossless": True}}.get(suffix, {})
    stored_as.save(path, exif=exif, **more)  # type: ignore[arg-type]
    # On the page, not in the file: a picture in the wrong place is wrong too.
    made = plates(page(at(10, 10, picture(path, PLACE)))).of("Magenta")
    corners = [made.getpixel(place) for place in ((12, 12), (66, 12), (12, 46), (66, 46))]
    assert [corner > 100 for corner in corners] == [True, False, False, False]  # type: ignore[operator]
    assert made.point(lambda share: 255 * (share > 100)).getbbox() == (10, 10, 40, 30)

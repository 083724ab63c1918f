"""Pictures that are broken, odd or meant to harm: each is taken, or refused for what it is."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from odd_pictures import chunk, every, exif, jpeg, png, saved, segment, tones
from PIL import Image

from infographic.display.items import ImageFile
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, PictureError, Severity
from infographic.foundation.pictures.door import must_be_sound, opened
from infographic.foundation.pictures.plain import plain
from infographic.loading.assets.images import image_in, open_image

ORIGIN = Origin(Source("story.json"), "/figures/0/image", 3, 14)
EVERY = list(every())


def tried(path: Path) -> tuple[ImageFile | None, list[Diagnostic]]:
    """A picture as `check` tries it, and all that is said."""
    told: list[Diagnostic] = []
    found = open_image(path, ORIGIN, told.append)
    assert found is None or isinstance(found, ImageFile)
    if found is not None:
        try:
            must_be_sound(found)
        except PictureError as error:
            return None, [*told, error.at(ORIGIN)]
    return found, told


@pytest.mark.parametrize(("name", "data", "key"), EVERY, ids=[name for name, _, _ in EVERY])
def test_a_picture_is_taken_or_refused_for_what_it_is(
    tmp_path: Path, name: str, data: bytes, key: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found, told = tried(path)
    assert [one.saying.key for one in told] == ([key] if key else [])
    assert (found is None) == any(one.severity is Severity.ERROR for one in told)
    for one in told:
        assert one.origin is ORIGIN
        assert name in one.message
        assert one.severity is not Severity.ERROR or one.hint
        assert not key.startswith("image-too-large") or one.limit


@pytest.mark.parametrize(("name", "data", "key"), EVERY, ids=[name for name, _, _ in EVERY])
def test_it_is_the_same_with_one_given_as_bytes(name: str, data: bytes, key: str) -> None:
    told: list[Diagnostic] = []
    found = image_in(data, ORIGIN, told.append)
    if isinstance(found, ImageFile):
        try:
            must_be_sound(found)
        except PictureError as error:
            told.append(error.at(ORIGIN))
    # A name that a program's bytes have not cannot be a wrong one.
    wanted = [] if not key or key == "image-note/suffix" else [key]
    assert [one.saying.key for one in told] == wanted


@pytest.mark.parametrize(
    "how",
    [
        ("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {}), ("GIF", {}),
        ("WEBP", {"lossless": True}), ("WEBP", {}), ("BMP", {}), ("TIFF", {}),
        ("TIFF", {"compression": "tiff_deflate"}), ("TIFF", {"compression": "tiff_lzw"}),
        ("TIFF", {"compression": "jpeg"}),
    ],
    ids=str,
)  # fmt: skip
def test_a_picture_cut_off_anywhere_is_refused(
    tmp_path: Path, how: tuple[str, dict[str, object]]
) -> None:
    kind, options = how
    data = saved(kind, Image.effect_noise((90, 60), 80).convert("RGB"), **options)
    path = tmp_path / f"cut.{kind.lower()}"
    path.write_bytes(data)
    assert tried(path)[0] is not None
    # The fields of these TIFFs stand last, and end with the place of the next picture: 0.
    for length in [*range(0, len(data) - 8, max(1, len(data) // 40)), len(data) - 8]:
        path.write_bytes(data[:length])
        found, told = tried(path)
        assert found is None, f"{length} of {len(data)} bytes"
        assert [one.code for one in told if one.severity is Severity.ERROR] in (
            ["image-cut-off"],
            ["image-format"],
        )


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6])
def test_a_jpeg_that_was_cut_off_and_ended_anew_is_no_grey_half(share: float) -> None:
    noise = Image.effect_noise((400, 400), 80)
    for mode in ("L", "RGB", "CMYK"):
        data = saved("JPEG", noise.convert(mode))
        assert shown(data).size == (400, 400)
        found = image_in(data[: int(share * len(data))] + b"\xff\xd9", ORIGIN, pytest.fail)
        assert isinstance(found, ImageFile)
        with pytest.raises(PictureError, match="ends too early"):
            must_be_sound(found)


@pytest.mark.parametrize("tone", [0, 90, 255])
def test_a_jpeg_of_one_tone_is_whole(tone: int) -> None:
    for size in ((64, 900), (900, 64), (3, 900), (640, 640)):
        for how in ({}, {"subsampling": 2}, {"optimize": True}, {"restart_marker_rows": 1}):
            data = saved("JPEG", Image.new("RGB", size, (tone,) * 3), quality=20, **how)
            assert shown(data).size == size


TURNED = {
    "0": exif(b"\0\0"), "9": exif(b"\x09\0"), "a word": exif(b"abc", 2, 4),
    "a share": exif(b"\x08\0\0\0", 5), "two": exif(b"\x06\0\x06\0", 3, 2),
    "none": exif(b"", 3, 0), "two thousand million": exif(b"\x06\0", 3, 2_000_000_000),
    "a real number": exif(struct.pack("<f", 6.0), 11), "of no type": exif(b"\x06\0", 99),
}  # fmt: skip


@pytest.mark.parametrize("said", TURNED.values(), ids=TURNED)
def test_a_turn_that_is_none_is_passed_over(said: bytes) -> None:
    for data in (
        jpeg(segment(0xE1, said)),
        png(chunk(b"eXIf", said[6:]), size=(48, 32)),
        saved("WEBP", exif=said),
    ):
        found = image_in(data, ORIGIN, pytest.fail)
        assert found is not None
        assert (found.width, found.height) == (48, 32)
        assert isinstance(found, ImageFile)
        with opened(found) as one:
            assert one.pixels().size == (48, 32)


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_turn_is_followed_by_all_formats_alike(turn: int) -> None:
    corner = Image.new("RGB", (6, 4))
    corner.putpixel((0, 0), (255, 255, 255))
    said = exif(bytes((turn, 0)))
    top_left = {
        1: (0, 0), 2: (5, 0), 3: (5, 3), 4: (0, 3), 5: (0, 0), 6: (3, 0), 7: (3, 5), 8: (0, 5),
    }[turn]  # fmt: skip
    for kind in ("PNG", "WEBP", "TIFF"):
        how = {"lossless": True} if kind == "WEBP" else {}
        found = image_in(saved(kind, corner, exif=said, **how), ORIGIN, pytest.fail)
        assert isinstance(found, ImageFile)
        with opened(found) as one:
            shown = one.pixels()
        assert shown.size == (found.width, found.height) == ((6, 4) if turn < 5 else (4, 6))
        assert shown.getpixel(top_left) == (255, 255, 255)


def shown(data: bytes) -> Image.Image:
    found = image_in(data, ORIGIN, pytest.fail)
    assert isinstance(found, ImageFile)
    with opened(found) as one:
        return plain(one.pixels())


def one_of(mode: str, value: object) -> Image.Image:
    return Image.new(mode, (3, 2), value)  # type: ignore[arg-type]


def deep(kind: str) -> bytes:
    image = Image.frombytes("I;16", (3, 1), struct.pack("<3H", 0, 0x8080, 0xFFFF))
    return saved(kind, image)


def clear_grey() -> bytes:
    return saved("PNG", one_of("L", 90), transparency=90)


def clear_indexed() -> bytes:
    image = one_of("P", 1)
    image.putpalette([0, 0, 0, 200, 100, 50])
    return saved("PNG", image, transparency=b"\xff\x40")


def colors_of_16_bits() -> bytes:
    """RGB of sixteen bits a channel, which Pillow does not write."""
    row = struct.pack(">9H", *(0x4040, 0x8080, 0xC0C0) * 3)
    import zlib

    return png(size=(3, 2), depth=16, data=zlib.compress((b"\0" + row) * 2))


PIXELS = {
    "a bit": (saved("PNG", one_of("1", 1)), "1", 255),
    "sixteen bits of a PNG": (deep("PNG"), "L", 0),
    "sixteen bits of a TIFF": (deep("TIFF"), "L", 0),
    "colours of sixteen bits": (colors_of_16_bits(), "RGB", (0x40, 0x80, 0xC0)),
    "one grey clear": (clear_grey(), "LA", (90, 0)),
    "indexed and clear": (clear_indexed(), "RGBA", (200, 100, 50, 0x40)),
    "grey and clear": (saved("PNG", one_of("LA", (80, 30))), "LA", (80, 30)),
    "grey and clear in a TIFF": (saved("TIFF", one_of("LA", (80, 30))), "LA", (80, 30)),
    "brightness and colour": (saved("TIFF", one_of("YCbCr", (76, 85, 255))), "RGB", (254, 0, 0)),
    "CIELAB, white": (saved("TIFF", one_of("LAB", (255, 128, 128))), "RGB", (254, 255, 254)),
    "inks in a TIFF": (saved("TIFF", one_of("CMYK", (0, 200, 100, 20))), "CMYK", (0, 200, 100, 20)),
    "inks in a JPEG": (
        saved("JPEG", one_of("CMYK", (0, 200, 100, 20)), quality=100), "CMYK", (0, 200, 100, 20),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "mode", "first"), PIXELS.values(), ids=PIXELS)
def test_pixels_of_every_kind_are_what_they_were(data: bytes, mode: str, first: object) -> None:
    image = shown(data)
    assert image.mode == mode
    assert image.getpixel((0, 0)) == first


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bits_are_scaled_and_not_cut(kind: str) -> None:
    assert shown(deep(kind)).tobytes() == b"\x00\x80\xff"


def test_a_red_in_cielab_is_red() -> None:
    # Of sRGB's red, L* 54.3, a* 80.8, b* 69.9 by D50; Pillow has 255 for white and 128 for no hue.
    data = saved("TIFF", one_of("LAB", (138, 209, 198)))
    red, green, blue = shown(data).getpixel((0, 0))  # type: ignore[misc]
    assert red > 250
    assert max(green, blue) < 12


def test_inks_without_adobes_mark_are_not_turned() -> None:
    from PIL import ImageChops

    inks = one_of("CMYK", (0, 200, 100, 20))
    data = saved("JPEG", ImageChops.invert(inks), quality=100)
    start = data.index(b"\xff\xee")
    bare = data[:start] + data[start + 16 :]
    assert shown(bare).getpixel((0, 0)) == (0, 200, 100, 20)


def test_the_first_frame_is_what_is_shown() -> None:
    each = [one_of("RGB", (250, 0, 0)), one_of("RGB", (0, 0, 250))]
    for kind in ("GIF", "PNG", "TIFF", "WEBP"):
        how = {"lossless": True} if kind == "WEBP" else {}
        file = io.BytesIO()
        each[0].save(file, kind, save_all=True, append_images=each[1:], **how)
        told: list[Diagnostic] = []
        found = image_in(file.getvalue(), ORIGIN, told.append)
        assert [one.saying.values["count"] for one in told] == [2]
        assert isinstance(found, ImageFile)
        with opened(found) as one:
            assert plain(one.pixels()).convert("RGB").getpixel((1, 1)) == (250, 0, 0)


def test_equal_files_are_noted_by_their_own_names(tmp_path: Path) -> None:
    for name in ("a.gif", "b.gif"):
        path = tmp_path / name
        tones("L").save(path, save_all=True, append_images=[tones("L").rotate(90)])
        assert name in tried(path)[1][0].message

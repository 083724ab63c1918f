"""Pictures looked into: their size as seen, and why one cannot be used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import Limited
from PIL import Image

from infographic.display.items import ImageFile
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.pictures.headers import FORMATS
from infographic.foundation.reach import Reach, within
from infographic.loading.assets.images import open_image

ORIGIN = Origin(Source("story.json"), "/figures/0/image", 3, 14)
ROTATED = 6
"""EXIF orientation: turned a quarter clockwise to be seen upright."""


def picture(folder: Path, kind: str = "PNG", turned: int = 0, name: str = "") -> Path:
    path = folder / (name or f"photo.{kind.lower()}")
    exif = Image.Exif()
    if turned:
        exif[0x0112] = turned
    Image.effect_noise((40, 20), 80).convert("RGB").save(path, kind, exif=exif)
    return path


def look(path: Path, root: Path | None = None) -> tuple[ImageFile | None, list[Diagnostic]]:
    told: list[Diagnostic] = []
    with within(None if root is None else Reach((root.resolve(),))):
        return open_image(path, ORIGIN, told.append), told


def refused(path: Path, root: Path | None = None) -> Diagnostic:
    image, told = look(path, root)
    assert image is None
    (fault,) = told
    assert fault.origin is ORIGIN
    return fault


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_tells_its_size_and_digest(tmp_path: Path, kind: str) -> None:
    image, told = look(picture(tmp_path, kind), tmp_path)
    assert not told
    assert image is not None
    assert (image.width, image.height, len(image.digest)) == (40, 20, 64)
    assert image.path.is_absolute()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_turned_picture_is_measured_as_it_is_seen(tmp_path: Path, kind: str) -> None:
    image, _ = look(picture(tmp_path, kind, ROTATED))
    assert image is not None
    assert (image.width, image.height) == (20, 40)


def test_equal_files_have_equal_digests(tmp_path: Path) -> None:
    first = picture(tmp_path)
    second = tmp_path / "copy.png"
    second.write_bytes(first.read_bytes())
    images = [look(path)[0] for path in (first, second)]
    assert images[0] is not None
    assert images[1] is not None
    assert images[0].digest == images[1].digest


def test_a_missing_picture_names_its_neighbour(tmp_path: Path) -> None:
    picture(tmp_path)
    fault = refused(tmp_path / "phoot.png", tmp_path)
    assert (fault.code, fault.hint) == ("image-missing", "did you mean “photo.png”?")


@pytest.mark.parametrize(
    "name", ["https://x.cn/a.jpg", "data:image/png;base64,AA", "none/photo.png", "."]
)
def test_what_is_no_file_is_missing(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name if name[0] in "n." else Path(name)).code == "image-missing"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"%!PS-Adobe-3.0 EPSF-3.0", "a.png", "an EPS"),
        (b"%PDF-1.7", "a.jpg", "a PDF"),
        (b"8BPS\0\1", "a.psd", "a Photoshop file"),
        (b'<?xml version="1.0"?>\n<svg xmlns="">', "a.png", "an SVG"),
        (b"\0\0\0\x18ftypheic", "a.heic", "an HEIC photo"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "IMG_1.jpg", "an HEIC photo"),
        (b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", "a.png", "an AVIF"),
        (b"not a picture", "a.png", "no picture of a known kind"),
    ],
)
def test_what_cannot_be_set_is_named(tmp_path: Path, data: bytes, name: str, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    fault = refused(path)
    assert fault.code == "image-format"
    assert words in fault.message
    assert fault.hint


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 0.9])
def test_a_picture_that_was_cut_off_is_refused(tmp_path: Path, kind: str, share: float) -> None:
    path = picture(tmp_path, kind)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert refused(path).code in ("image-cut-off", "image-format")


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "CMYK", "I;16"])
def test_a_bare_tiff_that_is_half_copied_is_refused_by_its_size(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "a.tif"
    Image.new(mode, (403, 301)).save(path)
    assert not look(path)[1]
    data = path.read_bytes()
    path.write_bytes(data[:-1000])
    assert refused(path).saying.key == "image-cut-off/early"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("PHOTO.JPG", "did you mean “photo.jpg”?"),
        ("file:/a/photo.jpg", "write the path alone"),
        ("~/photo.jpg", "is not taken for your home"),
    ],
)
def test_what_a_person_in_a_hurry_writes_gets_its_own_mend(
    tmp_path: Path, name: str, hint: str
) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"")
    assert hint in str(refused(tmp_path / name).hint)


def test_a_thumbnails_end_is_not_the_pictures(tmp_path: Path) -> None:
    path = picture(tmp_path, "JPEG")
    data = path.read_bytes()
    thumbnail = b"Exif\0\0" + data[:300] + b"\xff\xd9"
    segment = b"\xff\xe1" + (len(thumbnail) + 2).to_bytes(2, "big") + thumbnail
    whole = data[:2] + segment + data[2:]
    path.write_bytes(whole)
    assert look(path)[0] is not None
    path.write_bytes(whole[:-20])
    assert refused(path).code == "image-cut-off"


def test_a_picture_too_large_is_refused(tmp_path: Path, limited: Limited) -> None:
    path = picture(tmp_path)
    limited({"image-pixels": 799})
    assert "40 × 20 pixels" in refused(path).message
    limited({"image-bytes": 10})
    assert refused(path).code == "image-too-large"


def test_pillows_own_limit_is_left_as_it_was(tmp_path: Path) -> None:
    before = Image.MAX_IMAGE_PIXELS
    look(picture(tmp_path))
    assert before == Image.MAX_IMAGE_PIXELS


def test_nothing_outside_the_root_is_opened(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    outside = picture(tmp_path)
    (root / "link.png").symlink_to(outside)
    (root / "loop.png").symlink_to(root / "loop.png")
    for path in (outside, root / ".." / "photo.png", root / "link.png", Path("/etc/passwd")):
        assert refused(path, root).code == "file-outside"
    # Whether a file outside is there must not be told either.
    assert refused(tmp_path / "none.png", root).code == "file-outside"
    assert refused(root / "loop.png", root).code in ("image-missing", "image-unreadable")
    assert look(outside, None)[0] is not None
    inside = picture(root, name="inside.png")
    assert look(root / "sub" / ".." / "inside.png", root)[0] is not None
    assert look(inside, root)[0] is not None


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert refused(tmp_path / "pipe.png").code == "image-missing"


def test_a_name_the_system_does_not_take_is_told() -> None:
    assert refused(Path("a\0.png")).code == "image-unreadable"
    assert refused(Path("x" * 5000)).code == "image-unreadable"

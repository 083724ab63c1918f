"""What was checked is what is drawn, within what may be unpacked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Limited
from odd_pictures import png, saved
from PIL import Image

from infographic.cli import run
from infographic.commands.shared.exit_codes import BAD_INPUT, SOME_FAILED
from infographic.display.items import ImageFile
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, PictureError
from infographic.foundation.memo import forget
from infographic.foundation.pictures import source
from infographic.foundation.pictures.door import must_be_sound, opened
from infographic.foundation.pictures.plain import bands_of, plain, shrunk
from infographic.loading.assets.images import image_in, open_image

ORIGIN = Origin(Source("story.json"), "/figures/0/image", 3, 14)
FONT = Path(__file__).resolve().parents[2] / "fonts" / "square.ttf"


def noise(size: tuple[int, int] = (400, 300), mode: str = "RGB") -> Image.Image:
    return Image.effect_noise(size, 80).convert(mode)


def looked_into(data: bytes | Path) -> ImageFile:
    if isinstance(data, bytes):
        found = image_in(data, ORIGIN, pytest.fail)
    else:
        found = open_image(data, ORIGIN, pytest.fail)
    assert isinstance(found, ImageFile)
    return found


def refused(data: bytes) -> Diagnostic:
    told: list[Diagnostic] = []
    assert image_in(data, ORIGIN, told.append) is None
    (fault,) = told
    return fault


def test_a_jpeg_is_reduced_while_it_is_decoded_and_others_are_refused(limited: Limited) -> None:
    data = {kind: saved(kind, noise()) for kind in ("JPEG", "PNG", "TIFF", "BMP", "WEBP", "GIF")}
    limited({"image-decoded-bytes": (4 * 200 + 16) * 150})
    with opened(looked_into(data.pop("JPEG"))) as one:
        assert one.size == (400, 300)
        assert one.pixels().size == (200, 150)
    for each in data.values():
        fault = refused(each)
        assert (fault.saying.key, fault.limit) == ("image-too-large/decoded", "image-decoded-bytes")
        assert "400 × 300 pixels" in fault.message


@pytest.mark.parametrize("turned", [1, 6])
def test_a_jpeg_is_halved_no_more_than_its_use_allows(turned: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = turned
    found = looked_into(saved("JPEG", noise(), exif=exif))
    wanted = (100, 75) if turned == 1 else (75, 100)
    for need, step in (((1, 1), 8), (wanted, 4), ((wanted[0] + 1, wanted[1]), 2)):
        with opened(found) as one:
            sides = one.pixels(need).size
        assert sides == tuple(-(-4 * side // step) for side in wanted)


def test_a_progressive_jpeg_holds_all_of_it_at_once(limited: Limited) -> None:
    data = saved("JPEG", noise(), progressive=True)
    limited({"image-decoded-bytes": 2 * 400 * 300})
    assert refused(data).limit == "image-decoded-bytes"
    assert refused(data).saying.key == "image-too-large/held"


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "LA", "CMYK"])
def test_a_large_picture_is_shrunk_in_bands_as_it_is_whole(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = Image.linear_gradient("L").resize((300, 700)).rotate(20).convert(mode)
    sides, size = (10.3, 5.2, 280.9, 690.4), (90, 230)
    whole = shrunk(image, size, sides, Image.Resampling.LANCZOS, mode)
    monkeypatch.setattr("infographic.foundation.pictures.plain.LARGE", 0)
    monkeypatch.setattr("infographic.foundation.pictures.plain.BAND", 10_000)
    assert len(bands_of(image)) > 10
    banded = shrunk(image, size, sides, Image.Resampling.LANCZOS, mode)
    off = [abs(a - b) for a, b in zip(whole.tobytes(), banded.tobytes(), strict=True)]
    # At hard edges it matters whether rows or columns are weighed first, as Pillow sees fit.
    assert max(off) <= 8
    assert sum(off) / len(off) < 0.1


def test_sixteen_bits_come_to_the_same_in_bands(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = Image.frombytes("I;16", (64, 64), bytes(n * 37 % 256 for n in range(8192)))
    whole = plain(deep).tobytes()
    monkeypatch.setattr("infographic.foundation.pictures.plain.BAND", 300)
    assert plain(deep).tobytes() == whole


def test_what_was_looked_into_is_drawn_though_the_file_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png())
    found = looked_into(path)
    path.unlink()
    with opened(found) as one:
        assert one.pixels().size == (9, 9)


def test_a_large_file_that_changed_is_never_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "KEPT_WHOLE", 10)
    path = tmp_path / "a.png"
    path.write_bytes(saved("PNG", noise()))
    found = looked_into(path)
    must_be_sound(found)
    forget()
    path.write_bytes(saved("PNG", noise()))
    with pytest.raises(PictureError, match="changed"), opened(found):
        pass


def test_a_large_file_that_changes_while_it_is_decoded_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "KEPT_WHOLE", 10)
    path = tmp_path / "a.png"
    path.write_bytes(saved("PNG", noise()))
    found = looked_into(path)
    with pytest.raises(PictureError, match="changed"), opened(found) as one:
        one.pixels()
        path.write_bytes(b"something else")


def test_pieces_of_a_large_file_are_those_of_a_small_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jpg"
    noise().save(path, comment=b"said of it")
    with opened(looked_into(path)) as one:
        whole = one.pixels().tobytes()
    monkeypatch.setattr(source, "KEPT_WHOLE", 10)
    forget()
    with opened(looked_into(path)) as one:
        assert one.pixels().tobytes() == whole


def test_pillow_is_left_as_it_was() -> None:
    before = Image.MAX_IMAGE_PIXELS
    must_be_sound(looked_into(saved("JPEG", noise())))
    assert before == Image.MAX_IMAGE_PIXELS


def story_in(folder: Path) -> None:
    """Two layouts, one of which shows a picture with pixels that cannot be decoded."""
    page = {
        "page": {"width": "100px", "height": "100px"},
        "fonts": {"f": "square.ttf"},
        "styles": {"s": {"font": "f", "size": "10px", "leading": "12px"}},
    }
    shows = {"type": "figure", "figure": {"$data": "/figures/0"}}
    words = {"type": "text", "text": {"$data": "/headline"}, "style": "s"}
    story = {"headline": "大", "figures": [{"image": "a.png", "alt": "图"}]}
    files = {"shows.json": {**page, "body": shows}, "words.json": {**page, "body": words}}
    for name, tree in {**files, "story.json": story}.items():
        (folder / name).write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    (folder / "square.ttf").write_bytes(FONT.read_bytes())
    (folder / "a.png").write_bytes(png(size=(90, 60), data=b"\x78\x9c" + b"\xff" * 90))


def test_check_tells_of_pixels_that_cannot_be_decoded_at_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    story_in(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(["check", "story.json", "-l", "shows.json"]) == BAD_INPUT
    said = "".join(capsys.readouterr())
    assert "story.json:1:31: error[image-cut-off]: “a.png” is damaged" in said
    assert "/figures/0" in said


@pytest.mark.parametrize("ending", ["pdf", "png", "svg", "screen.pdf"])
def test_one_picture_withholds_no_other_layout(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    ending: str,
) -> None:
    story_in(tmp_path)
    monkeypatch.chdir(tmp_path)
    call = ["render", "story.json", "-l", "shows.json", "-l", "words.json", "-o"]
    assert run([*call, f"{{layout}}.{ending}"]) == SOME_FAILED
    assert "“a.png” is damaged" in "".join(capsys.readouterr())
    assert (tmp_path / f"words.{ending}").exists()
    assert not (tmp_path / f"shows.{ending}").exists()


def test_a_phones_200_megapixels_are_never_unpacked_whole() -> None:
    found = looked_into(saved("JPEG", Image.new("L", (16_320, 12_240), 90), quality=20))
    with opened(found) as one:
        assert one.pixels((1, 1)).size == (2_040, 1_530)

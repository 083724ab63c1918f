"""Files from a browser: looked into, written anew, never over another."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT
from PIL import Image
from studio.server.conftest import HERE

from infographic.foundation import files
from infographic.foundation.limits import using_limits
from infographic.studio.session.intake import Intake
from infographic.studio.worker.desk import Desk
from infographic.studio.worker.main import outcome
from infographic.studio.worker.process import JobFailedError

PICTURES = ROOT / "examples" / "twelve-stats" / "pictures"
ORIGIN = {"origin": HERE}


@pytest.fixture(autouse=True)
def in_this_process(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> Iterator[list[dict[str, Any]]]:
    """The worker's jobs, done here: what was asked of it."""
    asked: list[dict[str, Any]] = []
    monkeypatch.chdir(folder)

    async def ask(self: Intake, name: str, given: dict[str, Any], seconds: float = 0) -> Any:
        asked.append({"job": name, **given})
        kind, payload = outcome(Desk(self.root), name, given, lambda part: None)
        if kind == "done":
            return payload
        assert isinstance(payload, dict)
        raise JobFailedError(payload["why"], payload["diagnostics"], payload.get("message", ""))

    monkeypatch.setattr(Intake, "ask", ask)
    yield asked


def put(client: Any, name: str, data: bytes, folder: str = "") -> Any:
    given = {"name": name, "folder": folder}
    return client.put("/upload", params=given, content=data, headers=ORIGIN)


def jpeg(mode: str = "RGB", size: tuple[int, int] = (60, 40), **options: Any) -> bytes:
    return encoded(Image.new(mode, size, (200, 30, 40, 0)[: len(mode)]), "JPEG", **options)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def opened(folder: Path, answer: Any) -> Image.Image:
    return Image.open(folder / answer.json()["file"])


def with_place() -> bytes:
    """A phone's picture: lying on its side, its place and maker in it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "A maker of phones"
    exif.get_ifd(0x8825)[2] = (31.0, 14.0, 3.0)
    return jpeg(exif=exif, comment=b"said by nobody")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10z"/></svg>'


def test_a_picture_is_upright_and_has_lost_what_the_camera_said_of_it(
    client: Any, folder: Path
) -> None:
    answer = put(client, "秋收 现场.JPG", with_place())
    assert answer.status_code == 201
    assert answer.json() | {"notes": []} == {
        "file": "pictures/秋收-现场.jpg", "named": "pictures/秋收-现场.jpg", "kind": "JPEG",
        "width": 40, "height": 60, "notes": [],
    }  # fmt: skip
    data = (folder / "pictures/秋收-现场.jpg").read_bytes()
    assert b"maker" not in data and b"nobody" not in data and b"Exif" not in data
    assert opened(folder, answer).size == (40, 60)


def test_a_tiff_loses_what_was_said_of_it(client: Any, folder: Path) -> None:
    said = {
        270: "said by nobody",
        700: b"<x:xmpmeta>said by nobody</x:xmpmeta>",
        34377: b"8BIM" * 9,
    }
    data = encoded(Image.new("RGB", (30, 20)), "TIFF", tiffinfo=said, dpi=(300, 300))
    assert b"nobody" in data and b"8BIM" in data
    made = (folder / put(client, "a.tif", data).json()["file"]).read_bytes()
    assert b"nobody" not in made and b"8BIM" not in made


def test_inks_stay_inks_with_their_profile(client: Any, folder: Path) -> None:
    before = Image.open(PICTURES / "wheat.jpg")
    made = opened(folder, put(client, "wheat.jpg", (PICTURES / "wheat.jpg").read_bytes()))
    assert made.mode == "CMYK" and made.size == before.size
    assert made.info["icc_profile"] == before.info["icc_profile"]
    places = [(1, 1), (before.width // 2, before.height // 2)]
    far = [
        abs(a - b)
        for at in places
        for a, b in zip(made.getpixel(at), before.getpixel(at), strict=True)
    ]
    assert max(far) <= 3


def test_a_wide_space_of_colours_keeps_its_profile(client: Any, folder: Path) -> None:
    made = opened(folder, put(client, "bridge.jpg", (PICTURES / "bridge.jpg").read_bytes()))
    assert b"P3" in made.info["icc_profile"] or b"P\x003" in made.info["icc_profile"]


CLEAR = Image.new("RGBA", (9, 7), (200, 30, 40, 90))
KINDS = {
    "PNG": (encoded(CLEAR, "PNG"), ".png", "PNG"),
    "palette": (encoded(CLEAR.convert("P"), "PNG", transparency=0), ".png", "PNG"),
    "grey of 16 bits": (encoded(Image.new("I;16", (9, 7), 40_000), "PNG"), ".png", "PNG"),
    "TIFF": (encoded(Image.new("CMYK", (9, 7), (9, 8, 7, 6)), "TIFF"), ".tif", "TIFF"),
    "WebP": (encoded(CLEAR, "WEBP", lossless=True), ".webp", "WEBP"),
    "GIF": (encoded(CLEAR.convert("P"), "GIF"), ".png", "PNG"),
    "BMP": (encoded(CLEAR.convert("RGB"), "BMP"), ".png", "PNG"),
    "JPEG of greys": (encoded(Image.new("L", (90, 70), 40), "JPEG"), ".jpg", "JPEG"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_known_by_what_is_in_it_whatever_its_name(
    client: Any, folder: Path, kind: str
) -> None:
    data, ending, told = KINDS[kind]
    answer = put(client, "photo.html", data)
    assert (answer.json()["file"], answer.json()["kind"]) == (f"pictures/photo{ending}", told)
    before, made = Image.open(io.BytesIO(data)), opened(folder, answer)
    assert made.size == before.size
    if before.mode == made.mode and told != "JPEG":
        assert max(map(abs, _apart(before, made))) <= 6


def _apart(one: Image.Image, other: Image.Image) -> list[int]:
    first, second = one.getpixel((3, 3)), other.getpixel((3, 3))
    pairs = zip(first, second, strict=True) if isinstance(first, tuple) else [(first, second)]
    return [int(a) - int(b) for a, b in pairs]


def test_a_drawing_is_written_as_it_is_where_all_of_it_is_allowed(
    client: Any, folder: Path
) -> None:
    answer = put(client, "logo.svg", SVG)
    assert (answer.json()["kind"], answer.json()["width"]) == ("SVG", 20)
    assert (folder / "pictures/logo.svg").read_bytes() == SVG


TABLES = {
    "harvest.csv": (ROOT / "examples/province-map/harvest.csv").read_bytes(),
    "表.TSV": "县\t产量\n榆树\t367\n".encode(),
    "economy.xlsx": (ROOT / "examples/communique/economy.xlsx").read_bytes(),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_kept_byte_for_byte(client: Any, folder: Path, name: str) -> None:
    answer = put(client, name, TABLES[name])
    assert answer.status_code == 201, answer.text
    assert answer.json()["file"] == f"data/{name.lower()}"
    assert (folder / answer.json()["file"]).read_bytes() == TABLES[name]
    assert answer.json()["width"] >= 2 and answer.json()["height"] >= 1


def test_nothing_is_replaced(client: Any, folder: Path) -> None:
    (folder / "pictures").mkdir()
    (folder / "pictures" / "photo.jpg").write_bytes(b"older")
    (folder / "pictures" / "photo-2.jpg").symlink_to(folder / "nowhere.jpg")
    names = [put(client, "photo.jpg", jpeg()).json()["file"] for _ in range(2)]
    assert names == ["pictures/photo-3.jpg", "pictures/photo-4.jpg"]
    assert (folder / "pictures" / "photo.jpg").read_bytes() == b"older"
    assert not (folder / "nowhere.jpg").exists()


def test_a_file_goes_into_the_folder_of_its_story(client: Any, folder: Path) -> None:
    (folder / "2026" / "秋收").mkdir(parents=True)
    answer = put(client, "a.png", KINDS["PNG"][0], "2026/秋收").json()
    assert (answer["file"], answer["named"]) == ("2026/秋收/pictures/a.png", "pictures/a.png")
    assert (folder / answer["file"]).is_file()


def svg(inside: str) -> bytes:
    return SVG.replace(b"<path", inside.encode() + b"<path")


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "nothing": ("photo.jpg", lambda: b"", "image-cut-off"),
    "words": ("photo.jpg", lambda: b"not a picture", "image-format"),
    "a page": ("photo.jpg", lambda: b"<html><script>alert(1)</script>", "image-format"),
    "half a picture": ("photo.jpg", lambda: jpeg(size=(900, 900))[:900], "image-cut-off"),
    "a PDF": ("photo.jpg", lambda: b"%PDF-1.7\n", "image-format"),
    "PostScript": ("photo.jpg", lambda: b"%!PS-Adobe-3.0 EPSF", "image-format"),
    "a program": ("photo.exe", lambda: b"MZ\x90\x00" + bytes(200), "image-format"),
    "a picture of a phone": ("a.heic", lambda: bytes(4) + b"ftypheic" + bytes(99), "image-format"),
    "a script in a drawing": ("a.svg", lambda: svg("<script>alert(1)</script>"), "svg-unsafe"),
    "a handler in a drawing": ("a.svg", lambda: svg('<g onclick="x()"/>'), "svg-unsafe"),
    "a link in a drawing": ("a.svg", lambda: svg('<a href="javascript:x()"/>'), "svg-unsafe"),
    "a page in a drawing": ("a.svg", lambda: svg("<foreignObject/>"), "svg-unsafe"),
    "a drawing that is called a picture": (
        "a.jpg",
        lambda: svg("<script>alert(1)</script>"),
        "svg-unsafe",
    ),
    "entities": (
        "a.svg",
        lambda: b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG,
        "svg-unsafe",
    ),
    "a workbook that is none": ("a.xlsx", lambda: b"PK\x03\x04" + bytes(99), "data-damaged"),
    "a workbook that is called a text": ("a.csv", lambda: TABLES["economy.xlsx"], "upload-kind"),
    "a text that is called a workbook": ("a.xlsx", lambda: b"a,b\n1,2\n", "upload-kind"),
    "an empty table": ("a.csv", lambda: b"\n\n", "data-empty"),
    "a story": ("story.json", lambda: b'{"headline": "x"}', "image-format"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_story_shows_is_refused_and_nothing_written(
    client: Any, folder: Path, name: str
) -> None:
    called, data, code = REFUSED[name]
    answer = put(client, called, data())
    assert answer.status_code == 422, answer.text
    assert answer.json()["diagnostics"][0]["code"] == code
    assert answer.json()["message"] and "(bytes)" not in answer.json()["message"]
    assert [one.name for one in folder.iterdir()] == ["story.json"]


@pytest.mark.parametrize(
    "where", ["..", "/", "/etc", "a/../..", "..\\..", "C:\\", ".git", "nowhere", "out", "\x00"]
)
def test_no_file_is_put_outside_the_folder(client: Any, folder: Path, where: str) -> None:
    (folder / ".git").mkdir()
    (folder / "out").symlink_to(folder.parent)
    answer = put(client, "photo.jpg", jpeg(), where)
    assert answer.status_code == 422
    assert answer.json()["diagnostics"][0]["code"] == "upload-folder"
    assert not list(folder.parent.rglob("photo*"))


def test_no_file_is_put_through_a_link_of_its_own_folder(client: Any, folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (folder / "pictures").symlink_to(outside)
    assert put(client, "photo.jpg", jpeg()).status_code == 422
    assert list(outside.iterdir()) == []


def test_no_more_is_read_than_may_be(client: Any, in_this_process: list[Any]) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(1000):
            yield bytes(1000)

    with using_limits({"upload-bytes": 5000}):
        by_length = put(client, "a.jpg", bytes(5001))
        streamed = client.put("/upload?name=a.jpg", content=endless(), headers=ORIGIN)
    assert (by_length.status_code, streamed.status_code) == (413, 413)
    assert by_length.json()["diagnostics"][0]["code"] == "upload-large"
    assert in_this_process == []


def test_a_picture_of_too_many_pixels_is_refused(client: Any) -> None:
    with using_limits({"image-pixels": 1000}):
        answer = put(client, "photo.jpg", jpeg())
    assert answer.status_code == 422
    assert answer.json()["diagnostics"][0]["code"] == "image-too-large"


def test_a_file_that_ends_its_reader_is_refused_in_words(
    client: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ask(*_: Any) -> Any:
        raise JobFailedError("crash", [])

    monkeypatch.setattr(Intake, "ask", ask)
    answer = put(client, "photo.jpg", jpeg())
    assert answer.status_code == 503
    assert answer.json()["diagnostics"][0]["code"] == "upload-unread"
    assert [one.name for one in folder.iterdir()] == ["story.json"]


def test_a_full_disk_is_said_and_leaves_nothing(
    client: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    answer = put(client, "photo.jpg", jpeg())
    assert answer.status_code == 507
    assert answer.json()["message"] == "pictures/photo.jpg：写不进（磁盘已满）"
    assert [one.name for one in folder.iterdir()] == ["story.json"]


# Pictures for forms


def look(client: Any, file: str, **given: Any) -> Any:
    return client.get("/picture", params={"file": file, **given})


def test_a_picture_is_shown_small_upright_and_in_the_colours_of_screens(
    client: Any, folder: Path
) -> None:
    (folder / "wheat.jpg").write_bytes((PICTURES / "wheat.jpg").read_bytes())
    answer = look(client, "wheat.jpg", width="200")
    shown = Image.open(io.BytesIO(answer.content))
    assert answer.headers["content-type"] == "image/jpeg"
    assert (shown.mode, max(shown.size)) == ("RGB", 200)
    assert "sandbox" in answer.headers["content-security-policy"]
    again = client.get(answer.url, headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


def test_a_drawing_is_shown_as_pixels_never_as_itself(client: Any, folder: Path) -> None:
    (folder / "logo.svg").write_bytes(SVG)
    answer = look(client, "logo.svg", width="100")
    shown = Image.open(io.BytesIO(answer.content))
    assert (shown.format, shown.size) == ("PNG", (100, 50))
    (folder / "bad.svg").write_bytes(svg("<script>alert(1)</script>"))
    answer = look(client, "bad.svg")
    assert answer.status_code == 422
    assert answer.json()["diagnostics"][0]["code"] == "svg-unsafe"


def test_nothing_but_pictures_of_the_folder_is_shown(client: Any, folder: Path) -> None:
    (folder.parent / "secret.png").write_bytes(KINDS["PNG"][0])
    (folder / ".hidden.png").write_bytes(KINDS["PNG"][0])
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    wrong = [
        "../secret.png", "link.png", ".hidden.png", str(folder.parent / "secret.png"), "",
        "nowhere.png", "..\\secret.png", "%2e%2e/secret.png", "a\x00.png", "C:/x.png",
    ]  # fmt: skip
    assert [look(client, file).status_code for file in wrong] == [404] * len(wrong)
    assert look(client, "story.json").status_code == 422

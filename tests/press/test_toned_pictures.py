"""Pictures in black alone and in two inks: which plates they stand on, and how much is there."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any

import pdfx_page_rules  # noqa: F401 - it adds its rules
import pdfx_paint_rules  # noqa: F401
import pikepdf
import pytest
from pdfx_rules import broken
from PIL import Image
from plate_pages import GOLD, RED, at, box, page, picture, press, words
from test_plates_ghostscript import by_ghostscript, differences

from infographic.backends.encoders.png import png_bytes
from infographic.backends.pdf.write import Intent, pdf_bytes, pictures_for
from infographic.backends.pictures.toned import colorants_of, needs_planes
from infographic.backends.plates.separate import Plates, plates_of
from infographic.backends.svg.pictures import embedded
from infographic.display.items import Picture
from infographic.display.toning import shares_at
from infographic.foundation.color import BLACK, Color, Spot
from infographic.foundation.geometry import Size
from infographic.press.inspect.run import inspect
from infographic.press.preflight.run import preflight
from infographic.press.profile import PressProfile
from infographic.profiles import press_profile

INKS = ("Cyan", "Magenta", "Yellow", "Black")


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> FilePath:
    """Three fields in colour: black, a middle red, white."""
    made = Image.new("RGB", (90, 30), (255, 255, 255))
    made.paste((0, 0, 0), (0, 0, 30, 30))
    made.paste((200, 80, 60), (30, 0, 60, 30))
    path = tmp_path_factory.mktemp("toned") / "steps.png"
    made.save(path)
    return path


def toned(path: FilePath, *inks: Color) -> Picture:
    return replace(picture(path, Size(90, 30)), inks=inks)


def on_plates(one: Picture, profile: PressProfile | None = None) -> Plates:
    return plates_of(pdf_bytes(page(at(10, 10, one)), Intent.PRINT, profile or press()), ppi=72)


def fields(plates: Plates, ink: str) -> tuple[int, int, int]:
    """An ink's shares in the middle of the three fields, in per cent."""
    plate = plates.of(ink)
    found = (plate.getpixel((x, 25)) for x in (25, 55, 85))
    a, b, c = (round(share / 2.55) for share in found if isinstance(share, int))
    return a, b, c


def test_black_alone_stands_on_the_black_plate(steps: FilePath) -> None:
    plates = on_plates(toned(steps, BLACK))
    assert [plate.ink for plate in plates.plates if plate.coverage] == ["Black"]
    dark, middle, light = fields(plates, "Black")
    assert (dark, light) == (100, 0)
    assert 30 < middle < 70


def test_a_picture_in_black_is_grey_in_the_file_and_on_the_screen(steps: FilePath) -> None:
    one = toned(steps, BLACK)
    with pikepdf.open(io.BytesIO(pdf_bytes(page(at(0, 0, one)), Intent.PRINT))) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert image.ColorSpace == "/DeviceGray"
    shown = Image.open(io.BytesIO(png_bytes(page(at(0, 0, one)))))
    for x in (10, 40, 80):
        red, green, blue = shown.getpixel((x, 10))[:3]
        assert red == green == blue


def test_two_process_inks_stand_on_their_own_plates(steps: FilePath) -> None:
    plates = on_plates(toned(steps, BLACK, RED))
    assert fields(plates, "Cyan") == (0, 0, 0)
    black, magenta = fields(plates, "Black"), fields(plates, "Magenta")
    assert black[0] == 100
    assert 0 < black[1] < magenta[1]
    assert magenta[0] < magenta[1]
    assert fields(plates, "Magenta")[2] == black[2] == 0
    assert sum(fields(plates, ink)[0] for ink in INKS) <= 220


def test_a_spot_has_its_own_plate_and_no_process_ink(steps: FilePath) -> None:
    plates = on_plates(toned(steps, BLACK, GOLD), press(spots=1))
    assert GOLD.spot is not None
    spot, black = fields(plates, GOLD.spot.name), fields(plates, "Black")
    assert black[0] == 100
    assert spot[1] > spot[0] > 0
    assert spot[2] == black[2] == 0
    assert [ink for ink in ("Cyan", "Magenta", "Yellow") if any(fields(plates, ink))] == []


def test_a_spot_beside_type_in_it_is_one_plate(steps: FilePath) -> None:
    made = page(at(10, 10, toned(steps, BLACK, GOLD)), at(10, 45, box(20, 10, GOLD)))
    plates = plates_of(pdf_bytes(made, Intent.PRINT, press(spots=1)), ppi=72)
    assert [plate.ink for plate in plates.plates].count("PANTONE 871 C") == 1
    assert plates.of("PANTONE 871 C").getpixel((15, 50)) == 255


def test_the_file_names_its_spot_in_full(steps: FilePath) -> None:
    data = pdf_bytes(page(at(0, 0, toned(steps, BLACK, GOLD))), Intent.PRINT, press(spots=1))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        space: Any = image.ColorSpace
        assert str(space[0]) == "/DeviceN"
        assert [str(name) for name in space[1]] == ["/Black", "/PANTONE 871 C"]
        assert "/PANTONE 871 C" in space[4].Colorants
        assert len(image.read_bytes()) == 2 * image.Width * image.Height


def test_a_spot_by_a_chinese_name_is_called_so_everywhere(steps: FilePath) -> None:
    assert GOLD.spot is not None
    gold = replace(GOLD, spot=replace(GOLD.spot, name="专金"))
    data = pdf_bytes(page(at(0, 0, toned(steps, BLACK, gold))), Intent.PRINT, press(spots=1))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        space: Any = image.ColorSpace
        assert str(space[1][1]) == "/专金"
        assert list(space[4].Colorants.keys()) == ["/专金"]


def test_a_reader_without_the_spot_mixes_its_look(steps: FilePath) -> None:
    import pypdfium2

    data = pdf_bytes(page(at(0, 0, toned(steps, BLACK, GOLD))), Intent.PRINT)
    with pypdfium2.PdfDocument(data) as document:
        shown = document[0].render(scale=1).to_pil().convert("RGB")
    dark, middle, light = (shown.getpixel((x, 15)) for x in (15, 45, 75))
    assert light == (255, 255, 255)
    assert max(dark) < 60
    assert middle[0] > middle[2] + 30, "gold is warm"


@pytest.mark.parametrize("spots", [0, 1])
def test_preflight_and_inspection_count_the_spot(steps: FilePath, spots: int) -> None:
    profile = replace(press_profile("newsprint"), spots=spots, marks=False)
    made = page(at(10, 10, toned(steps, BLACK, GOLD)))
    before = {one.code for one in preflight(made, profile, pictures_for(made, profile))}
    data = pdf_bytes(made, Intent.PRINT, profile)
    after = {one.code for one in inspect(data, "page.pdf", profile)}
    assert ("press-spots" in before) == ("pdf-spots" in after) == (spots == 0)
    assert "pdf-image-data" not in after


@pytest.mark.parametrize(("name", "standard"), [("newsprint-x1a", "x1a"), ("insert", "x4")])
def test_files_with_a_duotone_are_pdf_x(steps: FilePath, name: str, standard: str) -> None:
    profile = replace(press_profile(name), spots=1)
    made = page(at(10, 10, toned(steps, BLACK, GOLD)), width=300, height=200)
    assert broken(pdf_bytes(made, Intent.PRINT, profile), standard) == {}


@pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")
@pytest.mark.parametrize("inks", [(BLACK, GOLD), (BLACK, RED), (BLACK,)], ids=len)
def test_the_plates_are_ghostscripts(
    steps: FilePath, tmp_path: FilePath, inks: tuple[Color, ...]
) -> None:
    data = pdf_bytes(page(at(10, 10, toned(steps, *inks))), Intent.PRINT, press(spots=1))
    ours = plates_of(data, 150)
    theirs = by_ghostscript(data, tmp_path, [plate.ink for plate in ours.plates])
    assert max(differences(ours, theirs).values()) < 0.3


def test_black_type_on_a_spot_picture_adds_up(steps: FilePath) -> None:
    profile = replace(press_profile("newsprint"), spots=1, marks=False)
    heavy = Color("heavy", (0, 0, 0, 1), (0, 0, 0), Spot("Heavy", (0, 1, 1, 0)))
    made = page(at(10, 10, toned(steps, heavy)), at(10, 30, words("国", size=10)))
    printed = pictures_for(made, profile)
    pixels = printed(toned(steps, heavy), made.items[0].at)
    assert pixels.names[0] == "Heavy"
    assert pixels.image.getextrema()[0] == (0, 255)


def test_a_picture_in_its_own_inks_no_longer_dries_badly_in_black(tmp_path: FilePath) -> None:
    path = tmp_path / "heavy.tif"
    Image.new("CMYK", (200, 200), (255, 255, 255, 255)).save(path)
    profile = replace(press_profile("newsprint"), marks=False)
    for inks, codes in (((), True), ((BLACK,), False)):
        one = replace(picture(path, Size(60, 60)), inks=inks)
        made = page(at(10, 10, one))
        found = {f.code for f in preflight(made, profile, pictures_for(made, profile))}
        assert ("picture-ink" in found) == codes


def test_a_spot_over_a_heavy_ink_stays_within_the_limit(steps: FilePath) -> None:
    blue = Color("blue", (1.0, 0.6, 0.0, 0.2), (0.0, 0.2, 0.5))
    plates = on_plates(toned(steps, blue, GOLD), press(spots=1))
    for field in range(3):
        assert sum(fields(plates, plate.ink)[field] for plate in plates.plates) <= 221
    assert fields(plates, "Black")[0] == 20
    assert fields(plates, "Cyan")[0] < 100


def test_a_cut_out_keeps_its_ground(tmp_path: FilePath) -> None:
    path = tmp_path / "cut.png"
    cut = Image.new("RGBA", (60, 30), (0, 0, 0, 0))
    cut.paste((120, 120, 120, 255), (0, 0, 30, 30))
    cut.save(path)
    one = replace(picture(path, Size(60, 30)), inks=(BLACK, RED))
    made = page(at(0, 0, box(144, 72, Color("wash", (0, 0, 0.4, 0), (1, 1, 0.6)))), at(10, 10, one))
    plates = plates_of(pdf_bytes(made, Intent.PRINT, press()), ppi=72)
    assert plates.of("Yellow").getpixel((60, 25)) == round(0.4 * 255)
    assert plates.of("Black").getpixel((60, 25)) == 0
    shown = Image.open(io.BytesIO(png_bytes(made))).convert("RGB")
    scale = shown.width / 144
    assert shown.getpixel((round(60 * scale), round(25 * scale))) == (255, 255, 153)


def test_svg_embeds_the_same_tones_as_the_screen(steps: FilePath) -> None:
    import base64

    uri = embedded(toned(steps, BLACK, RED)).uri
    shown = Image.open(io.BytesIO(base64.b64decode(uri.partition(",")[2]))).convert("RGB")
    red, green, _ = shown.getpixel((45, 15))
    assert red > green + 60
    assert embedded(toned(steps)).uri != uri


def test_shares_rise_with_darkness_and_leave_room_for_the_black() -> None:
    rows = [shares_at(number / 20, 2) for number in range(21)]
    assert rows[0] == (0, 0)
    assert [one for one, _ in rows] == sorted(one for one, _ in rows)
    assert max(other for _, other in rows) == pytest.approx(0.9, abs=0.03)
    assert rows[-1] == (1, pytest.approx(0.6))


def test_more_inks_than_process_printing_has_are_printed_as_they_look() -> None:
    rich = Color("rich", (0.5, 0.5, 0.5, 0.5), (0.2, 0.2, 0.2))
    assert needs_planes((BLACK, GOLD))
    assert not needs_planes((rich, GOLD))
    assert [one.name for one in colorants_of((BLACK, RED))] == ["Magenta", "Yellow", "Black"]

"""The plates beside Ghostscript's separations of the same PDF, where Ghostscript is installed."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from plate_pages import GOLD, RED, WASH, at, box, page, press, print_pdf, rewritten, words

from infographic.backends.plates.separate import Plates, plates_of
from infographic.foundation.color import BLACK
from infographic.pipeline import compose
from infographic.press.coverage import summed

ROOT = Path(__file__).resolve().parents[2]
STORIES = [ROOT / "data.json", ROOT / "examples" / "twelve-stats" / "story.json"]
PPI = 150

pytestmark = pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")


def by_ghostscript(pdf: bytes, folder: Path, inks: list[str]) -> dict[str, Image.Image]:
    """tiffsep's plates, 255 for a solid: drawn four times as fine and averaged."""
    file = folder / "page.pdf"
    file.write_bytes(pdf)
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-dUseTrimBox"]
    command += [f"-r{4 * PPI}", "-dDownScaleFactor=4", "-o", str(folder / "page.tif"), str(file)]
    subprocess.run(command, check=True, capture_output=True)
    return {
        ink: ImageChops.invert(Image.open(folder / f"page({ink}).tif").convert("L")) for ink in inks
    }


def per_cent(image: Image.Image) -> float:
    return ImageStat.Stat(image).mean[0] / 2.55


def differences(ours: Plates, theirs: Mapping[str, Image.Image]) -> dict[str, float]:
    """The mean difference of the pixels of each plate, in per cent."""
    found = {}
    for plate in ours.plates:
        size = tuple(map(min, zip(plate.shares.size, theirs[plate.ink].size, strict=True)))
        pair = [each.crop((0, 0, *size)) for each in (plate.shares, theirs[plate.ink])]
        found[plate.ink] = per_cent(ImageChops.difference(*pair))
    return found


def most(plates: list[Image.Image]) -> float:
    """The highest sum of the inks, in per cent."""
    extrema = summed(plates).getextrema()
    return float(extrema[1]) / 2.55  # type: ignore[arg-type]


@pytest.mark.parametrize("story", STORIES, ids=["data", "twelve-stats"])
def test_a_broadsheets_plates_are_ghostscripts(story: Path, tmp_path: Path) -> None:
    pdf = compose(story, "broadsheet", press="newsprint").pdf()
    ours = plates_of(pdf, PPI)
    theirs = by_ghostscript(pdf, tmp_path, [plate.ink for plate in ours.plates])
    assert max(differences(ours, theirs).values()) <= 1.0
    for plate in ours.plates:
        assert per_cent(plate.shares) == pytest.approx(per_cent(theirs[plate.ink]), abs=0.15)
    highest = most([plate.shares for plate in ours.plates])
    assert highest == pytest.approx(most(list(theirs.values())), abs=2)


def test_overprint_spot_colours_and_opacity_are_ghostscripts_too(tmp_path: Path) -> None:
    one = page(
        at(0, 0, box(144, 72, WASH)),
        at(10, 10, box(50, 50, RED)),
        at(40, 30, box(60, 30, GOLD.tinted(0.6))),
        at(20, 50, words("abcde", BLACK)),
        at(90, 20, words("ab", RED, 10)),
    )
    pdf = rewritten(
        print_pdf(one, press(spots=1)),
        b"0 1 0.8 0 k",
        b"0 1 0.8 0 k /GH gs",
        GH="<</ca 0.5 /CA 0.5>>",
    )
    ours = plates_of(pdf, PPI)
    assert len(ours.plates) == 5
    theirs = by_ghostscript(pdf, tmp_path, [plate.ink for plate in ours.plates])
    assert max(differences(ours, theirs).values()) <= 1.0


def test_a_plate_that_forgot_overprint_would_be_found_out(tmp_path: Path) -> None:
    one = page(at(0, 0, box(144, 72, RED)), at(20, 50, words("abcde", BLACK)))
    pdf = print_pdf(one)
    forgetful = plates_of(rewritten(pdf, b"/GO gs", b"/GK gs"), PPI)
    theirs = by_ghostscript(pdf, tmp_path, [plate.ink for plate in forgetful.plates])
    assert max(differences(forgetful, theirs).values()) > 10

"""Pictures in CMYK with too much ink: the preflight, the writer and the file say the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from plate_pages import COATED, plates_of
from press_pages import whole

from infographic.backends.pdf.write import Intent, pdf_bytes, pictures_for
from infographic.display.page import Page
from infographic.press.coverage import measured
from infographic.press.inspect.run import inspect
from infographic.press.preflight.run import preflight
from infographic.press.profile import PressProfile
from infographic.press.report import Finding
from infographic.profiles import press_profile

from hand_set import at, page  # isort: skip

LIMITING = press_profile("newsprint")
REFUSING = replace(LIMITING, ink=replace(LIMITING.ink, pictures="refuse"))
HEAVY = (217, 204, 191, 204)
"""85, 80, 75 and 80 %: 320 %."""
FULL = (153, 153, 140, 140)
"""230 %."""


def patch(folder: Path, inks: tuple[int, ...], name: str, icc: bytes | None = None) -> Path:
    """A flat patch, 200 pixels an inch at 100 pt."""
    path = folder / name
    more = {"quality": 95} if name.endswith("jpg") else {}
    Image.new("CMYK", (278, 278), inks).save(path, icc_profile=icc, **more)  # type: ignore[arg-type]
    return path


def set_on(path: Path) -> Page:
    return page(at(20, 20, whole(path, 100, 100)))


def found_on(one: Page, profile: PressProfile) -> list[Finding]:
    findings = preflight(one, profile, pictures_for(one, profile))
    return [finding for finding in findings if finding.code == "picture-ink"]


def most_in(one: Page, profile: PressProfile) -> float:
    """Of the plates of the written file, per cent."""
    plates = plates_of(pdf_bytes(one, Intent.PRINT, profile), 72).plates
    side = profile.ink.window_side
    square = measured(one, [plate.shares for plate in plates], 72, side).square
    return square.coverage * 100


def errors_in(one: Page, profile: PressProfile) -> list[Finding]:
    findings = inspect(pdf_bytes(one, Intent.PRINT, profile), "page.pdf", profile)
    return [finding for finding in findings if finding.code == "pdf-image-ink"]


@pytest.mark.parametrize("name", ["patch.tif", "patch.jpg"])
@pytest.mark.parametrize(("inks", "sum_of", "taken"), [(HEAVY, 320, 100), (FULL, 230, 10)])
def test_too_much_is_taken_and_it_is_said_how_much(
    inks: tuple[int, ...], sum_of: int, taken: int, name: str, tmp_path: Path
) -> None:
    one = set_on(patch(tmp_path, inks, name))
    (finding,) = found_on(one, LIMITING)
    assert finding.severity == "warning" and "is limited" in finding.message
    assert finding.found == (f"{sum_of} % in a square of 15 mm² of “{name}”; {taken} % are taken")
    assert finding.wanted == "at most 220 %"
    assert most_in(one, LIMITING) <= 220.5
    assert errors_in(one, LIMITING) == []


@pytest.mark.parametrize("name", ["patch.tif", "patch.jpg"])
def test_a_house_may_have_them_refused_and_nothing_changed(name: str, tmp_path: Path) -> None:
    one = set_on(patch(tmp_path, HEAVY, name))
    (finding,) = found_on(one, REFUSING)
    assert finding.severity == "error" and finding.wanted == "at most 240 %"
    assert most_in(one, REFUSING) == pytest.approx(320, abs=1.5)
    (in_file,) = errors_in(one, REFUSING)
    assert in_file.severity == "error" and in_file.wanted == "at most 240 %"
    full = set_on(patch(tmp_path, FULL, f"full-{name}"))
    (doubt,) = found_on(full, REFUSING)
    assert doubt.severity == "warning" and doubt.wanted == "at most 220 %"
    assert most_in(full, REFUSING) == pytest.approx(230, abs=1.5)


def test_a_picture_for_another_press_is_converted_and_no_alarm_is_raised(tmp_path: Path) -> None:
    icc = COATED.read_bytes()
    one = set_on(patch(tmp_path, (204, 170, 130, 150), "coated.tif", icc))
    assert found_on(one, LIMITING) == [] and found_on(one, REFUSING) == []
    assert most_in(one, LIMITING) <= 222

"""A page as its desk looks at it: with its frames, plate by plate, as the press will print it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from infographic.backends.raster import Raster
from infographic.studio.worker.desk import Given, Shown
from infographic.studio.worker.rasters import page_raster, pdf_of, size_of

if TYPE_CHECKING:
    from PIL import Image

    from infographic.backends.plates.separate import Plates

TOTAL = "total"
"""The plate that is none: the sum of all inks, as a map of their heat."""


def source_of(shown: Shown, number: int, given: Given) -> tuple[object, Callable[[], Raster]]:
    """What a page is drawn from in the view's mode, of which the same draws the same; and how it is
    drawn. Drawing raises `MachineError` for too many pixels, and for colours that are no inks."""
    one, scale, mode = shown.page.pages[number], float(given["scale"]), given.get("mode", "page")
    if mode == "overlay":
        # The marks say more than the page shows: how much is left out.
        return object(), lambda: _raster(_overlay(shown, number, scale), scale)
    if mode in ("plates", "proof"):
        # Late: few look at them, and they bring pikepdf.
        pdf = press_pdf_of(shown, number)
        return (pdf, one.press), lambda: _raster(_separated(shown, number, given), scale)
    return pdf_of(shown, number, scale), lambda: page_raster(shown, number, scale)


def _overlay(shown: Shown, number: int, scale: float) -> Image.Image:
    from infographic.backends.overlay.draw import marked

    plain = page_raster(shown, number, scale).image()
    return marked(plain, shown.page.pages[number].page, 72 * scale)


def _separated(shown: Shown, number: int, given: Given) -> Image.Image:
    from PIL import ImageChops

    from infographic.backends.plates.heat_map import as_printed, heat
    from infographic.press.coverage import summed

    one, scale = shown.page.pages[number], float(given["scale"])
    plates, name = plates_of(shown, number, scale), given.get("plate") or ""
    if given.get("mode") == "proof" or not name:
        made = as_printed(plates, one.press, paper=given.get("mode") == "proof")
    elif name == TOTAL:
        made = heat(summed([plate.shares for plate in plates.plates]), plates.ppi, one.press)
    else:
        shares = next((one.shares for one in plates.plates if one.ink == name), None)
        # A spot colour that the page has no more is an empty plate.
        made = ImageChops.invert(shares or plates.plates[0].shares.point(lambda value: 0))
        made = made.convert("RGB")
    size = size_of(one, scale)
    return made if made.size == size else made.resize(size)


def press_pdf_of(shown: Shown, number: int) -> bytes:
    """The page's PDF for its press, though that would refuse it; kept as long as the revision."""
    key = "press", number
    if key not in shown.drawn:
        shown.drawn[key] = shown.page.pages[number].pdf(force=True)
    pdf: bytes = shown.drawn[key]
    return pdf


def plates_of(shown: Shown, number: int, scale: float) -> Plates:
    """A page's plates at a scale, kept as long as the revision. Raises `MachineError`."""
    from infographic.backends.plates.separate import plates_of as separate

    key = "plates", number, scale
    if key not in shown.drawn:
        # Of one page and scale at a time: those of a broadsheet are 30 MB.
        for old in [old for old in shown.drawn if old[0] == "plates"][1:]:
            del shown.drawn[old]
        shown.drawn[key] = separate(press_pdf_of(shown, number), 72 * scale)
    plates: Plates = shown.drawn[key]
    return plates


def _raster(image: Image.Image, scale: float) -> Raster:
    pixels, stride = image.convert("RGB").tobytes(), 3 * image.width
    rows = b"".join(
        piece for at in range(0, len(pixels), stride) for piece in (b"\0", pixels[at : at + stride])
    )
    return Raster(image.width, image.height, "RGB", 72 * scale, rows)


def told_plates(plates: Plates) -> list[dict[str, Any]]:
    """Each plate's name, the mean of its ink in per cent, and its solid's look in process inks."""
    return [
        {"name": one.ink, "share": round(one.coverage * 100, 2), "look": one.look}
        for one in plates.plates
    ]

"""Pictures made of a page's plates: the heat map of its ink, and the soft proof."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from infographic.backends.plates.separate import Plates, packed
from infographic.foundation.files import shipped
from infographic.foundation.record.tuples import NamedTuple

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

    from infographic.press.coverage import Coverage, Peak
    from infographic.press.profile import PressProfile

SHRINK = 2
"""The map's pixels are so many of the plates'."""
BLUR = 4
"""Squares over the limit are looked for on pixels so many times the map's."""
LEGEND = 330
"""Its width in pixels, at a page of any size."""
FACES = ("noto-sans-sc-regular.ttf", "barlow-condensed-semibold.ttf")
INK, QUIET, AMBER, RED = (26, 26, 26), (110, 110, 110), (245, 166, 35), (214, 40, 40)
RAMP = ((0.0, (255, 255, 255)), (0.35, (196, 218, 236)), (0.7, (84, 140, 190)), (1.0, (12, 52, 96)))
"""From bare paper to the ink aimed at."""

Rgb = tuple[int, int, int]


class Limits(NamedTuple):
    """In per cent."""

    design: float
    hard: float
    window: float
    """mm²"""


def soft_proof(plates: Plates, press: PressProfile) -> bytes:
    """The page as the press will print it, on its paper; absolute colorimetric (ISO 15930 viewing
    aside, this is what a proofer shows).
    """
    return packed(as_printed(plates, press, paper=True), plates.ppi)


def as_printed(plates: Plates, press: PressProfile, *, paper: bool) -> Image.Image:
    """The plates together in sRGB, on the press's `paper`, or as if that were white."""
    from infographic.backends.pictures import color_management

    icc = press.icc_path.read_bytes() if press.icc_path else color_management.NEWSPRINT.read_bytes()
    condition = color_management.condition(icc, press.ink.design / 100)
    return color_management.as_printed(plates.composite(), condition, paper=paper)


def heat_map(plates: Plates, coverage: Coverage, press: PressProfile) -> bytes:
    """How much ink lies where: blue up to the ink aimed at, amber and red in squares above it."""
    from PIL import Image, ImageDraw

    limits = limits_of(press)
    page = heat(coverage.total, plates.ppi, press)
    height = max(page.height, 430)
    sheet = Image.new("RGB", (page.width + LEGEND, height), (255, 255, 255))
    sheet.paste(page)
    draw = ImageDraw.Draw(sheet)
    draw.line((page.width, 0, page.width, height), QUIET)
    scale = plates.ppi / 72 / SHRINK
    _ring(draw, coverage.square, scale, "A")
    _ring(draw, coverage.spot, scale, "B")
    _legend(draw, (page.width + 24, 24), plates, coverage, limits)
    return packed(sheet, plates.ppi / SHRINK)


def limits_of(press: PressProfile) -> Limits:
    return Limits(press.ink.design, press.ink.hard, press.ink.window)


def heat(total: Image.Image, ppi: float, press: PressProfile) -> Image.Image:
    """The map itself, half as wide and high as the sum of the inks (`Coverage.total`)."""
    limits = limits_of(press)
    page = _tones(total, limits)
    _mark_squares(page, total, ppi, press.ink.window_side, limits)
    return page


def _tones(total: Image.Image, limits: Limits) -> Image.Image:
    """Every pixel's ink in blues; what is above the aim is darkest, whatever its square's mean."""
    from PIL import Image

    top = limits.design / 100 * 255
    ramp = [_between(i / 255) for i in range(256)]
    small = total.convert("F").reduce(SHRINK)
    tones = small.point(lambda value: value * (255 / top) + 0.0).convert("L")
    return Image.merge("RGB", [tones.point([color[i] for color in ramp]) for i in range(3)])


def _between(share: float) -> Rgb:
    for (low, dark), (high, light) in pairwise(RAMP):
        if share <= high:
            part = (share - low) / (high - low)
            r, g, b = (round(a + (z - a) * part) for a, z in zip(dark, light, strict=True))
            return r, g, b
    return RAMP[-1][1]


def _mark_squares(
    page: Image.Image, total: Image.Image, ppi: float, side: float, limits: Limits
) -> None:
    """Paint over the squares whose mean is above what is aimed at, and what is allowed."""
    from PIL import Image, ImageFilter

    small = total.convert("F").reduce(SHRINK * BLUR)
    pixels = max(side * ppi / 72 / SHRINK / BLUR, 1.0)
    # Eight bits for 0…510 %: near enough for a picture; the numbers are taken elsewhere.
    means = small.point(lambda value: value * (1 / 5.1) + 0.5).convert("L")
    means = means.filter(ImageFilter.BoxBlur((pixels - 1) / 2))
    reach = round(pixels) // 2 * 2 + 1
    for limit, color in ((limits.design, AMBER), (limits.hard, RED)):
        if limit >= 400:
            continue
        least = limit / 2
        over = means.point([255 if level > least + 0.5 else 0 for level in range(256)])
        # A mean stands in its square's middle; the whole square is marked.
        over = over.filter(ImageFilter.MaxFilter(reach)) if reach > 1 else over
        veil = over.resize(page.size, Image.Resampling.NEAREST).point(lambda v: v * 0.85)
        page.paste(Image.new("RGB", page.size, color), mask=veil)


def _ring(draw: ImageDraw.ImageDraw, peak: Peak, scale: float, letter: str) -> None:
    x, y = peak.middle.x * scale, peak.middle.y * scale
    half = max(peak.area.width * scale / 2, 9.0) + 3
    draw.rectangle((x - half, y - half, x + half, y + half), outline=(255, 255, 255), width=4)
    draw.rectangle((x - half, y - half, x + half, y + half), outline=RED, width=2)
    draw.text(
        (x + half + 5, y - half - 3), letter, RED, _font(1, 22),
        stroke_width=2, stroke_fill=(255, 255, 255),
    )  # fmt: skip


def _legend(
    draw: ImageDraw.ImageDraw,
    at: tuple[int, int],
    plates: Plates,
    coverage: Coverage,
    limits: Limits,
) -> None:
    x, y = at
    draw.text((x, y), "Ink coverage", INK, _font(1, 30))
    y += 52
    _scale(draw, x, y, limits)
    y += 76
    for letter, what, peak in (
        ("A", f"most in a square of {limits.window:g} mm²", coverage.square),
        ("B", "most at one pixel", coverage.spot),
    ):
        place = ", ".join(f"{side * 25.4 / 72:.0f}" for side in peak.middle)
        draw.text((x, y), letter, RED, _font(1, 24))
        draw.text((x + 24, y), f"{peak.coverage * 100:.0f} %", INK, _font(1, 24))
        draw.text((x + 24, y + 28), f"{what},\nat {place} mm", QUIET, _font(0, 15), spacing=4)
        y += 78
    draw.text((x, y), "Mean over the page", INK, _font(0, 15))
    y += 24
    for plate in plates.plates:
        share = f"{plate.coverage * 100:.1f} %"
        draw.text((x, y), plate.ink, QUIET, _font(0, 15))
        width = draw.textlength(share, _font(0, 15))
        draw.text((x + 170 - width, y), share, INK, _font(0, 15))
        y += 20


def _scale(draw: ImageDraw.ImageDraw, x: int, y: int, limits: Limits) -> None:
    """The colours and what they stand for."""
    blue = 180
    for i in range(blue):
        draw.line((x + i, y, x + i, y + 16), _between(i / blue))
    bounds = [(blue, f"{limits.design:g}")]
    if limits.design < 400:
        draw.rectangle((x + blue, y, x + blue + 44, y + 16), AMBER)
        draw.rectangle((x + blue + 44, y, x + blue + 88, y + 16), RED)
        bounds.append((blue + 44, f"{limits.hard:g} %"))
    draw.rectangle((x, y, x + (blue + 88 if limits.design < 400 else blue), y + 16), outline=QUIET)
    for offset, label in [(0, "0"), *bounds]:
        draw.line((x + offset, y + 16, x + offset, y + 21), QUIET)
        width = draw.textlength(label, _font(0, 15))
        draw.text((x + max(offset - width / 2, 0), y + 23), label, INK, _font(0, 15))


def _font(face: int, size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(shipped("fonts") / FACES[face]), size)

"""A proof for the desk: the page as a picture, each fault ringed and numbered, a legend below."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from infographic.foundation import limits
from infographic.foundation.diagnostics import MachineError, Severity
from infographic.foundation.files import shipped
from infographic.foundation.geometry import Rect
from infographic.foundation.sayings import say
from infographic.press.report import Finding

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

INKS = {Severity.ERROR: "#d3121d", Severity.WARNING: "#c46a00", Severity.NOTE: "#2a62b8"}
PAPER, WORDS = "#ffffff", "#1a1a1a"
RINGED = 60
"""Places of one fault that are ringed; more would hide the page."""


def ringed(picture: bytes, findings: Sequence[Finding], ppi: float, page: int = 1) -> bytes:
    """The page's PNG with its faults: `ppi` are the picture's pixels an inch of the trim."""
    from PIL import Image, ImageDraw

    with Image.open(io.BytesIO(picture), formats=("PNG",)) as opened:
        plain = opened.convert("RGB")
    unit = max(round(plain.width / 90), 9)
    font = _font(unit)
    legend = _legend(findings, plain.width, unit, font)
    sheet = Image.new("RGB", (plain.width, plain.height + legend.height), PAPER)
    sheet.paste(plain, (0, 0))
    sheet.paste(legend, (0, plain.height))
    draw = ImageDraw.Draw(sheet)
    for number, finding in enumerate(findings, 1):
        for place in finding.places[:RINGED]:
            if place.page == page:
                _ring(draw, number, place.box, INKS[finding.severity], ppi / 72, unit, font, plain)
    written = io.BytesIO()
    sheet.save(written, "PNG", compress_level=1, dpi=(ppi, ppi))
    return written.getvalue()


def _ring(
    draw: ImageDraw.ImageDraw, number: int, box: Rect, ink: str, scale: float, unit: int,
    font: ImageFont.FreeTypeFont, within: Image.Image,
) -> None:  # fmt: skip
    air, half = unit * 0.6, unit * 0.75
    weight = max(round(unit / 7), 2)
    left, top = box.x * scale - air, box.y * scale - air
    right, bottom = box.right * scale + air, box.bottom * scale + air
    # What lies outside the page is ringed at its edge.
    left, right = (min(max(v, weight), within.width - weight) for v in (left, right))
    top, bottom = (min(max(v, weight), within.height - weight) for v in (top, bottom))
    draw.rounded_rectangle(
        (min(left, right - 2), min(top, bottom - 2), right, bottom),
        radius=min(unit, (right - left) / 2, (bottom - top) / 2), outline=ink, width=weight,
    )  # fmt: skip
    x, y = max(left, half), max(top, half)
    draw.ellipse((x - half, y - half, x + half, y + half), fill=ink)
    draw.text((x, y), str(number), font=font, fill=PAPER, anchor="mm")


def _legend(
    findings: Sequence[Finding], width: int, unit: int, font: ImageFont.FreeTypeFont
) -> Image.Image:
    from PIL import Image, ImageDraw

    leading, margin = round(unit * 1.7), unit * 2
    rows: list[tuple[int, str, str]] = []
    for number, finding in enumerate(findings, 1):
        wanted = f", wanted {finding.wanted}" if finding.wanted else ""
        count = f" ({len(finding.places)} places)" if len(finding.places) > 1 else ""
        words = f"{finding.code}: {finding.message}: {finding.found}{wanted}{count}"
        for i, part in enumerate(_broken(words, width - 2 * margin - 2 * unit, font)):
            rows.append((number if i == 0 else 0, part, INKS[finding.severity]))
    if not rows:
        rows.append((0, "nothing to say against it", WORDS))
    strip = Image.new("RGB", (width, leading * len(rows) + 2 * unit), PAPER)
    draw = ImageDraw.Draw(strip)
    draw.line((0, 0, width, 0), fill=WORDS, width=max(unit // 8, 1))
    for i, (number, text, ink) in enumerate(rows):
        y = unit + leading * (i + 0.5)
        if number:
            half = unit * 0.75
            draw.ellipse((margin - half, y - half, margin + half, y + half), fill=ink)
            draw.text((margin, y), str(number), font=font, fill=PAPER, anchor="mm")
        draw.text((margin + 1.6 * unit, y), text, font=font, fill=WORDS, anchor="lm")
    return strip


def _broken(text: str, width: float, font: ImageFont.FreeTypeFont) -> list[str]:
    """Lines no wider than the strip."""
    lines = [""]
    for word in _words(text):
        if lines[-1] and font.getlength(lines[-1] + word.rstrip()) > width:
            lines.append("")
        lines[-1] += word if lines[-1] else word.lstrip()
    return lines


def _words(text: str) -> list[str]:
    """Latin words with the space behind them; Han one by one."""
    words = [""]
    for character in text:
        if words[-1].endswith(" ") or ord(character) > 0x2E00:
            words.append("")
        words[-1] += character
    return words


def _font(size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(shipped("fonts") / "noto-sans-sc-regular.ttf"), size)


def picture_of(data: bytes, trim: Rect, sheet: Rect, ppi: float) -> bytes:
    """The trim of a PDF's first page as a PNG; both boxes as the file has them, y up.

    Raises `MachineError` where it cannot be drawn.
    """
    from infographic.backends.pdfium import opened

    scale = ppi / 72
    if sheet.width * sheet.height * scale**2 > limits.most("png-pixels"):
        width, height, most = sheet.width, sheet.height, limits.most("png-pixels")
        raise MachineError(
            say(
                "machine/page-pixels",
                width=width,
                height=height,
                ppi=ppi,
                most=most,
                limit="png-pixels",
            )
        )
    with opened(data) as document:
        page = document[0]
        page.set_rotation(0)
        bitmap = page.render(scale=scale)
        image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        page.close()
    left, top = (trim.x - sheet.x) * scale, (sheet.bottom - trim.bottom) * scale
    cut = image.crop(
        tuple(map(round, (left, top, left + trim.width * scale, top + trim.height * scale)))
    )
    written = io.BytesIO()
    cut.save(written, "PNG", compress_level=1)
    return written.getvalue()

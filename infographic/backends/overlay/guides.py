"""The guides of a proof: type area, columns, baseline grid, what a platform covers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from infographic.backends.overlay.labels import face
from infographic.display.page import Page
from infographic.foundation.geometry import Insets, Rect

if TYPE_CHECKING:
    from PIL import Image

AREA = (226, 0, 122)
COLUMN = (120, 80, 220)
GRID = (0, 174, 239)
SAFE = (240, 120, 0)
FAINT, THIN, PLAIN = 22, 120, 255
"""How dense a guide is, of 255: areas, lines many times over, lines once."""
NUMBERED = 10
"""Every so many lines of the grid stand their number and a stronger line."""


def draw_guides(sheet: Image.Image, page: Page, scale: float, unit: int) -> Image.Image:
    """The picture with the page's guides over it; `unit` is a label's size in pixels."""
    from PIL import Image, ImageDraw

    layer = Image.new("RGBA", sheet.size, (255, 255, 255, 0))
    draw = ImageDraw.Draw(layer)
    area = page.type_area
    if area is not None:
        left, top, right, bottom = (
            round(side * scale) for side in (area.x, area.y, area.right, area.bottom)
        )
        for x, width in page.columns:
            start, end = round(x * scale), round((x + width) * scale)
            draw.rectangle((start, top, end, bottom), fill=(*COLUMN, FAINT))
            for edge in (start, end):
                draw.line((edge, top, edge, bottom), fill=(*COLUMN, THIN))
        font = face(max(unit * 4 // 5, 9))
        for number, y in grid_lines(page):
            strong = number % NUMBERED == 0
            at = round(y * scale)
            draw.line((left, at, right, at), fill=(*GRID, PLAIN if strong else THIN))
            if strong:
                # In the margin; where that is too narrow, at its edge.
                x = max(left - unit / 3, font.getlength(str(number)) + 1)
                draw.text((x, at), str(number), font=font, fill=(*GRID, PLAIN), anchor="rm")
        draw.rectangle((left, top, right, bottom), outline=(*AREA, PLAIN), width=max(unit // 10, 1))
    if page.safe_area != Insets():
        free = Rect(0, 0, *page.trim).inset(page.safe_area)
        inside = tuple(round(side * scale) for side in (free.x, free.y, free.right, free.bottom))
        covered = Image.new("RGBA", sheet.size, (*SAFE, FAINT * 2))
        ImageDraw.Draw(covered).rectangle(
            inside, fill=(255, 255, 255, 0), outline=(*SAFE, PLAIN), width=max(unit // 8, 1)
        )
        layer = Image.alpha_composite(covered, layer)
    return Image.alpha_composite(sheet.convert("RGBA"), layer).convert("RGB")


def grid_lines(page: Page) -> Iterator[tuple[int, float]]:
    """The number and the height of each line of the baseline grid that is on the page."""
    area = page.type_area
    if area is None or not page.grid:
        return
    number = 1
    # A millionth of a point: lengths are read to so much.
    while (y := area.y + number * page.grid) <= area.bottom + 1e-6:
        if y >= 0:
            yield number, y
        number += 1

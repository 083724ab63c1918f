"""A contact sheet: pages as thumbnails of one area in rows, a heading over each group of them.

All lengths are in pixels of the sheet.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from math import sqrt
from typing import TYPE_CHECKING

from infographic.backends.overlay.labels import face
from infographic.backends.raster import raster
from infographic.display.page import Page
from infographic.foundation.geometry import Rect, Size
from infographic.foundation.record.tuples import NamedTuple

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

WIDEST, NARROWEST = 2400, 900
MARGIN, GAP, ROW_GAP = 40, 28, 30
HEADING, NAME = 26, 15
NAMES = 2 * (NAME + 4) + 4
"""Below a thumbnail: its name in two lines."""
TALLEST = 2.4
"""Of the side of a square's thumbnail: a long image is then narrower than its area asks for."""
FINER = 2
"""Pages are drawn so many times as large and brought down, as a feed brings down what is posted."""
GROUND, INK, SOFT, EDGE = "#e9e9e7", "#1a1a1a", "#5c5c5c", "#c4c4c0"


class Thumb(NamedTuple):
    """A page and what is written below it."""

    name: str
    page: Page


class Group(NamedTuple):
    """Pages under one heading."""

    heading: str
    thumbs: tuple[Thumb, ...]


def thumb_size(trim: Size, side: float) -> Size:
    """The size of a page's thumbnail, of the area of a square of that side, but no taller than
    `TALLEST` sides.

    >>> thumb_size(Size(800, 200), 100), thumb_size(Size(100, 1000), 100)
    (Size(width=200, height=50), Size(width=24, height=240))
    """
    scale = sqrt(side * side / (trim.width * trim.height))
    scale = min(scale, TALLEST * side / trim.height)
    return Size(max(round(trim.width * scale), 1), max(round(trim.height * scale), 1))


def in_rows(sizes: Sequence[Size], width: float, top: float = 0) -> tuple[list[Rect], float]:
    """Boxes from left to right, in rows whose heads are level, and where the last row ends.

    A row is as high as its tallest box and the name below it.

    >>> boxes, foot = in_rows([Size(300, 100), Size(300, 200), Size(300, 50)], 710)
    >>> [(box.x, box.y) for box in boxes], foot
    ([(40, 0), (368, 0), (40, 272)], 364)
    """
    boxes: list[Rect] = []
    x, tallest = float(MARGIN), 0.0
    for size in sizes:
        if boxes and x > MARGIN and x + size.width > width - MARGIN:
            x, top, tallest = MARGIN, top + tallest + NAMES + ROW_GAP, 0.0
        boxes.append(Rect(int(x), int(top), *size))
        x, tallest = x + size.width + GAP, max(tallest, size.height)
    return boxes, int(top + tallest + NAMES) if boxes else int(top)


def contact_sheet(
    title: str, groups: Sequence[Group], left_out: Sequence[str] = (), side: int = 300
) -> bytes:
    """A PNG of all groups, and lines on what was left out at its foot.

    `side`: of a square page's thumbnail; the others have its area. Raises as `raster` does.
    """
    from PIL import Image, ImageDraw

    placed: list[tuple[Group, float, list[Rect]]] = []
    top = float(MARGIN + HEADING + 24)
    for group in groups:
        sizes = [thumb_size(one.page.trim, side) for one in group.thumbs]
        boxes, foot = in_rows(sizes, WIDEST, top + HEADING + 20)
        placed.append((group, top, boxes))
        top = foot + ROW_GAP
    ends = (round(box.right) + MARGIN for _, _, boxes in placed for box in boxes)
    width = max(NARROWEST, *ends)
    lines = [row for line in left_out for row in _wrapped(line, width - 2 * MARGIN)]
    height = round(top + len(lines) * (NAME + 8) + MARGIN)
    sheet = Image.new("RGB", (width, height), GROUND)
    draw = ImageDraw.Draw(sheet)
    draw.text((MARGIN, MARGIN), title, font=face(HEADING), fill=INK)
    for group, at, boxes in placed:
        draw.line((MARGIN, at, width - MARGIN, at), fill=SOFT, width=2)
        draw.text((MARGIN, at + 8), group.heading, font=face(HEADING - 6), fill=INK)
        for one, box in zip(group.thumbs, boxes, strict=True):
            _paste(sheet, draw, one, box)
    for number, line in enumerate(lines):
        draw.text((MARGIN, top + number * (NAME + 8)), line, font=face(NAME), fill=SOFT)
    file = io.BytesIO()
    sheet.save(file, "PNG", compress_level=6)
    return file.getvalue()


def _paste(sheet: Image.Image, draw: ImageDraw.ImageDraw, one: Thumb, box: Rect) -> None:
    from PIL import Image

    page, size = one.page, (round(box.width), round(box.height))
    drawn = raster(page, ppi=box.width * FINER * 72 / page.trim.width).image()
    left, top = round(box.x), round(box.y)
    sheet.paste(drawn.convert("RGB").resize(size, Image.Resampling.LANCZOS), (left, top))
    draw.rectangle((left - 1, top - 1, left + size[0], top + size[1]), outline=EDGE)
    # A name keeps to its page's width: the next one's stands beside it.
    lines = list(_wrapped(one.name, box.width + GAP - 6))[:2]
    for number, line in enumerate(lines):
        at = left, box.bottom + 5 + number * (NAME + 4)
        draw.text(at, line.strip(), font=face(NAME), fill=INK)


def _wrapped(text: str, width: float) -> Iterator[str]:
    """A text in lines of at most a width, broken anywhere."""
    font, line = face(NAME), ""
    for character in text:
        if line and font.getlength(line + character) > width:
            yield line
            line = "    " if len(line) > 60 else ""
        line += character
    if line.strip():
        yield line

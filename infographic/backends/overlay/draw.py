"""The page as its desk judges it: grid, columns, frames with their blocks' names, overset marks."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from infographic.backends.overlay.guides import draw_guides
from infographic.backends.overlay.labels import Labels
from infographic.display.blocks import PlacedBlock
from infographic.display.extents import around, extent
from infographic.display.items import Group, Placed, Role, TextLine
from infographic.display.ledger import LedgerEntry, ledger
from infographic.display.looseness import loose_lines
from infographic.display.notes import TextFrame
from infographic.display.page import Page
from infographic.display.sources import source_of_words
from infographic.foundation.geometry import Rect, Size
from infographic.foundation.record.tuples import NamedTuple

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

INKS = {
    "article": "#1f5fbf",
    "text": "#0f7b8a",
    "headline": "#5b3fa8",
    "panel": "#8a5a12",
    "stats": "#3f7a1f",
    "stat": "#2f9150",
    "list": "#3f7a1f",
    "figure": "#a03a86",
    "folio": "#5f6670",
    "thread": "#1f5fbf",
}
"""A colour for each kind of block."""
OTHER = "#5f6670"
"""For any other."""
OVER, SPARE, FULL = "#d3121d", "#b56a00", "#1f8a3b"
VEIL = 0.3
"""How far the page is paled, so that the marks stand out."""
UNIT = 100
"""A label's size is the picture's width by this, in pixels."""
LEAST = 11


def overlaid(picture: bytes, page: Page, ppi: float) -> bytes:
    """The page's PNG with its proof marks; `ppi` are the picture's pixels an inch of the trim."""
    from PIL import Image

    with Image.open(io.BytesIO(picture), formats=("PNG",)) as opened:
        sheet = marked(opened.convert("RGB"), page, ppi)
    written = io.BytesIO()
    sheet.save(written, "PNG", compress_level=1, dpi=(ppi, ppi))
    return written.getvalue()


def marked(plain: Image.Image, page: Page, ppi: float) -> Image.Image:
    """A page's picture with its proof marks."""
    from PIL import Image, ImageDraw

    sheet = Image.blend(plain, Image.new("RGB", plain.size, "#ffffff"), VEIL)
    scale = ppi / 72
    unit = max(round(plain.width / UNIT), LEAST)
    sheet = draw_guides(sheet, page, scale, unit)
    draw = ImageDraw.Draw(sheet)
    labels = Labels(draw, Size(*plain.size), _words(page, scale))
    entries = ledger(page)
    frames = outlines_of(page)
    weight = max(unit // 10, 1)
    for frame in frames:
        _outline(draw, scaled(frame.box, scale), frame.ink, weight)
    for line, _, _ in loose_lines(page.walk()):
        _underline(draw, line, scale, weight)
    for entry in entries:
        _foot(draw, scaled(entry.box, scale), entry, unit)
    # What is wrong has the first choice of places, names the second.
    for entry in sorted(entries, key=lambda entry: -entry.tally.over):
        _flag(labels, scaled(entry.box, scale), entry, unit)
    for frame in frames:
        labels.put(frame.label, scaled(frame.box, scale), frame.ink, max(unit * 4 // 5, 9))
    return sheet


class Outline(NamedTuple):
    """A block's outline on the page, in points."""

    name: str
    box: Rect
    pointer: str
    """Where its words or it itself stand in the story or the layout, shortened."""
    ink: str

    @property
    def label(self) -> str:
        return f"{self.name} {self.pointer}".strip()


def outlines_of(page: Page) -> tuple[Outline, ...]:
    """The outline of every block with something of its own to see, the outer ones before those in
    them.

    One that only arranges others, and one of mere decoration, has none; nor has the outer of two
    in each other that are one in kind and place.
    """
    found: list[Outline] = []
    for block in (one for top in page.blocks for one in top.walk()):
        box = _outline_of(block) if _is_seen(block) else None
        if box is None:
            continue
        pointer = short(_source_of_words(block) or block.items[0].origin.pointer)
        outline = Outline(block.kind, box, pointer, INKS.get(block.kind, OTHER))
        if found and (found[-1].name, found[-1].box) == (outline.name, outline.box):
            found.pop()
        found.append(outline)
    return tuple(found)


def _is_seen(block: PlacedBlock) -> bool:
    inner = block.inner()
    return bool(block.notes) or any(
        (number,) not in inner and not _is_decoration(placed)
        for number, placed in enumerate(block.items)
    )


def _is_decoration(placed: Placed) -> bool:
    return isinstance(placed.item, Group) and placed.item.role is Role.ARTIFACT


def _outline_of(block: PlacedBlock) -> Rect | None:
    """The frame that its words are to fill, or the box round all that it holds."""
    for one in block.notes:
        if isinstance(one.note, TextFrame):
            return Rect(*one.at, *one.note.size)
    boxes = [extent(placed) for placed in block.items]
    return around([box for box in boxes if box is not None])


def _source_of_words(block: PlacedBlock) -> str:
    """The place in the story that a block's words come from; "" where they have several."""
    source = source_of_words(block)
    pointer = source.pointer if source is not None else ""
    # Of a figure the words are but the caption.
    return pointer.removesuffix("/caption") if block.kind == "figure" else pointer


def short(pointer: str) -> str:
    """A place in a file with no more than a label has room for.

    >>> short("/panels/0/stats/3"), short("/body/children/2/rows/0/content")
    ('/panels/0/stats/3', '…/0/content')
    """
    parts = pointer.split("/")
    return pointer if len(parts) <= 6 else "…/" + "/".join(parts[-2:])


def scaled(box: Rect, scale: float) -> Rect:
    return Rect(*(side * scale for side in box))


def _words(page: Page, scale: float) -> list[Rect]:
    lines = (extent(placed) for placed in page.walk() if isinstance(placed.item, TextLine))
    return [scaled(box, scale) for box in lines if box is not None]


def _outline(draw: ImageDraw.ImageDraw, box: Rect, ink: str, weight: int) -> None:
    left, top = round(box.x), round(box.y)
    draw.rectangle(
        (left, top, max(round(box.right), left + 1), max(round(box.bottom), top + 1)),
        outline=ink,
        width=weight,
    )


def _underline(draw: ImageDraw.ImageDraw, line: Placed, scale: float, weight: int) -> None:
    """A wave under a line that is spread until it has holes, or left of a column."""
    box = extent(line)
    if box is None:
        return
    left, foot, step = round(box.x * scale), round(box.bottom * scale), 3 * weight
    points = [
        (x, foot + weight * (n % 2) * 2)
        for n, x in enumerate(range(left, round(box.right * scale), step))
    ]
    if isinstance(line.item, TextLine) and line.item.vertical:
        points = [
            (left - weight * (n % 2) * 2, y)
            for n, y in enumerate(range(round(box.y * scale), foot, step))
        ]
    draw.line(points, fill=SPARE, width=weight)


def ink_of(entry: LedgerEntry) -> str:
    if entry.tally.over:
        return OVER
    return SPARE if entry.tally.spare_lines else FULL


def _foot(draw: ImageDraw.ImageDraw, box: Rect, entry: LedgerEntry, unit: int) -> None:
    """A bar along the foot of a frame that has too many words, a thin one where it has few."""
    if entry.tally.said == "满":
        return
    thick = max(unit // 3, 3) if entry.tally.over else max(unit // 6, 2)
    foot = round(box.bottom)
    draw.rectangle((round(box.x), foot - thick + 1, round(box.right), foot), fill=ink_of(entry))


def _flag(labels: Labels, box: Rect, entry: LedgerEntry, unit: int) -> None:
    size = unit * 5 // 4 if entry.tally.over else unit
    if entry.tally.said == "满":
        size = max(unit * 4 // 5, 9)
    labels.put(entry.tally.said, box, ink_of(entry), size, at_foot=True)

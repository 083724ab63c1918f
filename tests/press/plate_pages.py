"""Pages set by hand for the plates: solid squares for type, tints, pictures of flat colour.

The square font's glyphs are solid squares one em wide, so type has edges that can be worked out.
"""

from __future__ import annotations

import hashlib
import io
from pathlib import Path as FilePath
from typing import Any

import pikepdf
from PIL import Image

from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.backends.plates.separate import Plates, plates_of
from infographic.display.items import GlyphRun, ImageFile, Item, Path, Picture, Placed
from infographic.display.items import TextLine as Line
from infographic.display.page import Page
from infographic.foundation.color import BLACK, Color, Spot
from infographic.foundation.datum import Origin, Source
from infographic.foundation.files import PACKAGE
from infographic.foundation.font import open_face
from infographic.foundation.geometry import Point, Rect, Size
from infographic.press.profile import InkLimits, PressProfile

PRESS = PACKAGE / "press"
NEWSPRINT = PRESS / "IFRA26S_2004_newsprint.icc"
COATED = PRESS / "FOGRA39L_coated.icc"
SQUARE = open_face(FilePath(__file__).resolve().parents[1] / "fonts" / "square.ttf")
RED = Color("red", (0.0, 1.0, 0.8, 0.0), (0.8, 0.1, 0.1))
WASH = Color("wash", (0.1, 0.2, 0.3, 0.0), (0.8, 0.8, 0.7))
WHITE = Color("white", (0.0, 0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
RICH = Color("rich black", (0.7, 0.65, 0.65, 1.0), (0.0, 0.0, 0.0))
GOLD = Color(
    "gold", (0.0, 0.2, 0.6, 0.2), (0.8, 0.7, 0.3), Spot("PANTONE 871 C", (0, 0.2, 0.6, 0.2))
)
WHOLE = Rect(0, 0, 1, 1)
PLACE = Origin(Source("story.json"), "/figures/0", 7, 5)


def at(x: float, y: float, item: Item, origin: Origin = PLACE) -> Placed:
    return Placed(Point(x, y), item, origin)


def box(width: float, height: float, fill: Color = BLACK) -> Path:
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    starts = (("M" if i == 0 else "L", corner) for i, corner in enumerate(corners))
    return Path((*starts, ("Z", ())), fill=fill)


def words(text: str, color: Color = BLACK, size: float = 20) -> Line:
    """Squares `size` wide, one after another, on the line's baseline."""
    glyphs = tuple(SQUARE.glyph_of(character) for character in text)
    xs = tuple(float(i) for i in range(len(text)))
    run = GlyphRun(SQUARE, size, color, glyphs, xs, tuple(text))
    return Line(((0.0, run),), text, size * len(text))


def page(*items: Placed, width: float = 144, height: float = 72, **more: Any) -> Page:
    return Page(Size(width, height), items, "A page", "en", **more)


def picture(path: FilePath, size: Size, window: Rect = WHOLE) -> Picture:
    with Image.open(path) as image:
        turned = image.format != "TIFF" and image.getexif().get(0x0112, 1) >= 5
        pixels = image.size[::-1] if turned else image.size
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Picture(ImageFile(path, digest, *pixels), window, size)


def press(icc: FilePath = NEWSPRINT, design: float = 220, **more: Any) -> PressProfile:
    return PressProfile(icc=str(icc), ink=InkLimits(design=design, hard=design + 20), **more)


def print_pdf(one: Page, profile: PressProfile | None = None) -> bytes:
    return pdf_bytes(one, Intent.PRINT, profile or press())


def plates(one: Page, profile: PressProfile | None = None, ppi: float = 72) -> Plates:
    return plates_of(print_pdf(one, profile), ppi)


def inks(made: Plates, x: int, y: int) -> tuple[int, ...]:
    """The shares at a pixel, 255 for a solid, in the order of the plates."""
    return tuple(int(plate.shares.getpixel((x, y))) for plate in made.plates)  # type: ignore[arg-type]


def near(found: Any, wanted: Any, by: int = 1) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


def rewritten(pdf: bytes, old: bytes, new: bytes, **states: str) -> bytes:
    """The PDF with its content changed, and with further graphics states: a fault put in."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        leaf = document.pages[0]
        leaf.contents_coalesce()
        content = leaf.Contents.read_bytes()
        assert old in content, content[:400]
        leaf.Contents = document.make_stream(content.replace(old, new))
        for name, entries in states.items():
            leaf.Resources.ExtGState[f"/{name}"] = pikepdf.Object.parse(entries.encode())
        buffer = io.BytesIO()
        document.save(buffer)
    return buffer.getvalue()

"""A page as a PDF: for the press in inks, for screens in sRGB with tags."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from infographic.backends import pictures
from infographic.backends.numbers import numbers
from infographic.backends.pdf_font import EmbeddedFont, Pair, embedded_font
from infographic.backends.pdf_metadata import date_of_making, describe
from infographic.backends.pdf_paint import (
    KNOCKING_OUT,
    OVERPRINTING,
    Painter,
    PlacedPicture,
    sheet_size,
)
from infographic.backends.pdf_tags import Structure, add_structure
from infographic.display.items import Page, Picture, TextLine
from infographic.foundation.font import Face
from infographic.foundation.geometry import Rect

if TYPE_CHECKING:
    from infographic.backends import pdf_objects as pdf


class Intent(StrEnum):
    """Who will look at it: `print` is DeviceCMYK with bleed, `screen` is tagged sRGB."""

    PRINT = "print"
    SCREEN = "screen"


PRINT_PPI = 300.0
SCREEN_PPI = 220.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a kind of PDF has."""

    inks: bool
    bleed: float
    ppi: float
    """Pictures have at most this many pixels an inch."""
    tags: bool = False
    copyable: bool = True
    """Text can be searched and copied."""
    ground: bool = True
    deflated: bool = True
    """Small, for keeping; otherwise quick, for drawing at once."""


def pdf_bytes(page: Page, intent: Intent) -> bytes:
    """The whole file; the same page gives the same bytes on every run."""
    match intent:
        case Intent.PRINT:
            return make_pdf(page, Wanted(inks=True, bleed=page.bleed, ppi=PRINT_PPI))
        case Intent.SCREEN:
            return make_pdf(page, Wanted(inks=False, bleed=0.0, ppi=SCREEN_PPI, tags=True))


def pdf_for_raster(page: Page, ppi: float, *, ground: bool) -> bytes:
    """The screen's PDF with only what shows, for our own rasteriser."""
    return make_pdf(
        page,
        Wanted(inks=False, bleed=0.0, ppi=ppi, copyable=False, ground=ground, deflated=False),
    )


def make_pdf(page: Page, wanted: Wanted) -> bytes:
    # Late: reportlab takes 100 ms to import.
    from infographic.backends import pdf_objects as pdf

    made = date_of_making()
    document = pdf.Document((1, 6) if wanted.inks else (1, 7), page.language)
    fonts = _fonts_of(page)
    names = {face: f"F{i}" for i, face in enumerate(fonts, 1)}
    shelf = _PictureShelf(document, wanted)
    structure = Structure() if wanted.tags else None
    painter = Painter(
        page,
        inks=wanted.inks,
        bleed=wanted.bleed,
        fonts=fonts,
        names=names,
        place_picture=shelf.place,
        structure=structure,
        copyable=wanted.copyable,
    )
    content = painter.paint(ground=wanted.ground)
    for face, name in names.items():
        document.fonts[name] = _font_object(document, fonts[face], deflated=wanted.deflated)
    stream = pdf.Stream.deflating(content) if wanted.deflated else pdf.Stream(content)
    leaf = _leaf(page, wanted, stream, shelf)
    document.addPage(leaf)
    leaf.Parent = document.Reference(document.Pages)
    describe(document, page, made, is_tagged=structure is not None)
    if structure is not None:
        add_structure(document, structure, leaf, page.trim.height)
    return document.to_bytes(identified=wanted.deflated)


def _fonts_of(page: Page) -> dict[Face, EmbeddedFont]:
    """Each face the page uses, in the order of first use, with the glyphs it needs."""
    pairs: dict[Face, set[Pair]] = {}
    for placed in page.walk():
        if isinstance(placed.item, TextLine):
            for _, run in placed.item.runs:
                pairs.setdefault(run.face, set()).update(zip(run.glyphs, run.texts, strict=True))
    return {face: embedded_font(face, used) for face, used in pairs.items()}


class _PictureShelf:
    """The document's image objects; the same picture at the same resolution stands there once."""

    def __init__(self, document: pdf.Document, wanted: Wanted) -> None:
        self.document, self.wanted = document, wanted
        self.entries: dict[str, object] = {}
        self._names: dict[str, str] = {}

    def place(self, picture: Picture) -> PlacedPicture:
        wanted = self.wanted
        prepared = pictures.prepared(
            picture, inks=wanted.inks, ppi=wanted.ppi, packed=wanted.deflated
        )
        name = self._names.get(prepared.pixels.key)
        if name is None:
            name = f"I{len(self._names) + 1}"
            self._names[prepared.pixels.key] = name
            self.entries[name] = self._image_object(prepared.pixels)
        return name, prepared.place

    def _image_object(self, pixels: pictures.Pixels) -> object:
        from infographic.backends import pdf_objects as pdf

        entries: dict[str, object] = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": pixels.width,
            "Height": pixels.height,
            "ColorSpace": f"/{pixels.space}",
            "BitsPerComponent": pixels.bits,
        }
        if pixels.filter:
            entries["Filter"] = f"/{pixels.filter}"
        if pixels.inverted:
            entries["Decode"] = "[" + " ".join(["1 0"] * 4) + "]"
        if pixels.alpha is not None:
            entries["SMask"] = self.document.Reference(self._image_object(pixels.alpha))
        return self.document.Reference(pdf.Stream(pixels.data, **entries))


def _font_object(document: pdf.Document, font: EmbeddedFont, *, deflated: bool) -> object:
    """A Type 0 font on one CIDFont (ISO 32000-1, 9.7)."""
    from infographic.backends import pdf_objects as pdf

    base = pdf.name(font.name)
    kind: dict[str, object] = {"Length1": len(font.program)}
    if font.is_cff:
        kind = {"Subtype": "/CIDFontType0C"}
    if deflated:
        program = pdf.Stream(font.deflated, Filter="/FlateDecode", **kind)
    else:
        program = pdf.Stream(font.program, **kind)
    descriptor = pdf.Indirect(
        {
            "Type": "/FontDescriptor",
            "FontName": base,
            "FontFile3" if font.is_cff else "FontFile2": document.Reference(program),
            **font.descriptor,
        }
    )
    descendant = pdf.Indirect(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if font.is_cff else "/CIDFontType2",
            "BaseFont": base,
            "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
            "FontDescriptor": document.Reference(descriptor),
            "DW": font.default_width,
            "W": font.widths,
            **({} if font.is_cff else {"CIDToGIDMap": "/Identity"}),
        }
    )
    to_unicode = (
        pdf.Stream(font.deflated_to_unicode, Filter="/FlateDecode")
        if deflated
        else pdf.Stream(font.to_unicode)
    )
    return document.Reference(
        pdf.Indirect(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"{base}-Identity-H" if font.is_cff else base,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdf.Array([document.Reference(descendant)]),
                "ToUnicode": document.Reference(to_unicode),
            }
        )
    )


def _leaf(page: Page, wanted: Wanted, content: pdf.Stream, shelf: _PictureShelf) -> pdf.Leaf:
    from infographic.backends import pdf_objects as pdf

    sheet = sheet_size(page, wanted.bleed)
    resources: dict[str, object] = {"Font": pdf.FONTS}
    if shelf.entries:
        resources["XObject"] = pdf.Dictionary(shelf.entries)
    entries: dict[str, object] = {
        "MediaBox": f"[0 0 {numbers(*sheet)}]",
        "Resources": pdf.Dictionary(resources),
        "Contents": content,
    }
    if wanted.inks:
        # With mode 1 an ink of 0 leaves what is under it: K 100 stands on any tint (11.7.4.3).
        resources["ExtGState"] = pdf.Dictionary(
            {
                OVERPRINTING: "<</Type /ExtGState /OP true /op true /OPM 1>>",
                KNOCKING_OUT: "<</Type /ExtGState /OP false /op false /OPM 1>>",
            }
        )
        entries["Resources"] = pdf.Dictionary(resources)
        trim = Rect(wanted.bleed, wanted.bleed, *page.trim)
        entries["TrimBox"] = f"[{numbers(trim.x, trim.y, trim.right, trim.bottom)}]"
        entries["BleedBox"] = entries["MediaBox"]
    return pdf.Leaf(**entries)

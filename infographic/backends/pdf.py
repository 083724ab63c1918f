"""A page as a PDF: for the press in inks, for screens in sRGB with tags."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from infographic.backends import pictures
from infographic.backends.numbers import numbers
from infographic.backends.pdf_font import EmbeddedFont, Pair, embedded_font
from infographic.backends.pdf_paint import (
    KNOCKING_OUT,
    OVERPRINTING,
    Painter,
    PlacedPicture,
    sheet_size,
)
from infographic.backends.pdf_tags import Element, Structure
from infographic.display.items import Page, Picture, TextLine
from infographic.foundation.font import Face
from infographic.foundation.geometry import Point, Rect

if TYPE_CHECKING:
    from infographic.backends import pdf_objects as pdf


class Intent(StrEnum):
    """Who will look at it: `print` is DeviceCMYK with bleed, `screen` is tagged sRGB."""

    PRINT = "print"
    SCREEN = "screen"


PRINT_PPI = 300.0
SCREEN_PPI = 220.0
# A page made twice is the same file, so its date cannot be the clock's. Where no build says
# otherwise (SOURCE_DATE_EPOCH, reproducible-builds.org), it is the first day of the format's year.
FIXED_DATE = 1_704_067_200
PRODUCER = "infographic"


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
        Wanted(
            inks=False, bleed=0.0, ppi=ppi, copyable=False, ground=ground, deflated=False
        ),
    )


def make_pdf(page: Page, wanted: Wanted) -> bytes:
    # Late: reportlab takes 100 ms to import.
    from infographic.backends import pdf_objects as pdf

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
    _describe(document, page, is_tagged=structure is not None)
    if structure is not None:
        _add_structure(document, structure, leaf, page.trim.height)
    return document.to_bytes()


def _fonts_of(page: Page) -> dict[Face, EmbeddedFont]:
    """Each face the page uses, in the order of first use, with the glyphs it needs."""
    pairs: dict[Face, set[Pair]] = {}
    for placed in page.walk():
        if isinstance(placed.item, TextLine):
            for _, run in placed.item.runs:
                pairs.setdefault(run.face, set()).update(
                    zip(run.glyphs, run.texts, strict=True)
                )
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
    kind: dict[str, object] = {"Subtype": "/CIDFontType0C"} if font.is_cff else {}
    if deflated:
        kind |= {} if font.is_cff else {"Length1": len(font.program)}
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
    resources: dict[str, object] = {"Font": pdf.Reference(pdf.pdfdoc.BasicFonts)}
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


def _describe(document: pdf.Document, page: Page, *, is_tagged: bool) -> None:
    """Title, author and dates, the same in Info and XMP."""
    from infographic.backends import pdf_objects as pdf

    made = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH") or FIXED_DATE))
    date = pdf.text_string(time.strftime("D:%Y%m%d%H%M%SZ", made))
    info: dict[str, object] = {
        "Title": pdf.text_string(page.title),
        "Creator": pdf.text_string(PRODUCER),
        "Producer": pdf.text_string(PRODUCER),
        "CreationDate": date,
        "ModDate": date,
        "Trapped": "/False",
    }
    if page.author:
        info["Author"] = pdf.text_string(page.author)
    document.info = pdf.Indirect(info)
    catalog = document.Catalog
    catalog.Metadata = pdf.Stream(
        _xmp(page, time.strftime("%Y-%m-%dT%H:%M:%SZ", made)), Type="/Metadata", Subtype="/XML"
    )
    if is_tagged:
        catalog.MarkInfo = pdf.Dictionary({"Marked": "true"})
        catalog.ViewerPreferences = pdf.Dictionary({"DisplayDocTitle": "true"})


def _xmp(page: Page, date: str) -> bytes:
    author = (
        f"<dc:creator><rdf:Seq><rdf:li>{escape(page.author)}</rdf:li></rdf:Seq></dc:creator>"
        if page.author
        else ""
    )
    text = XMP.format(
        title=escape(page.title),
        language=escape(page.language),
        author=author,
        date=date,
        producer=PRODUCER,
    )
    return text.encode("utf-8")


XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{author}
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def _add_structure(
    document: pdf.Document, structure: Structure, leaf: pdf.Leaf, height: float
) -> None:
    """The tree of elements, and the way back from each marked content to its element (14.7)."""
    from infographic.backends import pdf_objects as pdf

    page = document.Reference(leaf)
    objects: dict[int, pdf.Indirect] = {}

    def written(element: Element, parent: object) -> object:
        entries: dict[str, object] = {
            "Type": "/StructElem",
            "S": f"/{element.kind}",
            "P": parent,
            "Pg": page,
        }
        made = objects[id(element)] = pdf.Indirect(entries)
        reference = document.Reference(made)
        if element.kind == "Figure":
            entries["Alt"] = pdf.text_string(element.alt)
        if element.box is not None:
            box = element.box
            corner = Point(box.x, height - box.bottom)
            sides = numbers(*corner, corner.x + box.width, corner.y + box.height)
            entries["A"] = f"<</O /Layout /Placement /Block /BBox [{sides}]>>"
        entries["K"] = pdf.Array(
            child if isinstance(child, int) else written(child, reference)
            for child in element.children
        )
        made.dict = entries
        return reference

    root = pdf.Indirect()
    root_reference = document.Reference(root)
    root["Type"] = "/StructTreeRoot"
    root["K"] = written(structure.root, root_reference)
    parents = pdf.Array(document.Reference(objects[id(each)]) for each in structure.parents)
    root["ParentTree"] = pdf.Dictionary({"Nums": pdf.Array(["0", parents])})
    root["ParentTreeNextKey"] = 1
    document.Catalog.StructTreeRoot = root
    leaf.StructParents = 0
    leaf.Tabs = "/S"

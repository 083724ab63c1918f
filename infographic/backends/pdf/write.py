"""A page as a PDF: for the press in inks, for screens in sRGB with tags."""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from infographic.backends.numbers import number, opacity_name
from infographic.backends.pdf import objects as pdf
from infographic.backends.pdf.bleed import bled
from infographic.backends.pdf.font import DOWN, EmbeddedFont, Pair, embedded_font
from infographic.backends.pdf.metadata import date_of_making, describe
from infographic.backends.pdf.objects import KNOCKING_OUT, OVERPRINTING
from infographic.backends.pdf.paint import Painter, PlacedPicture, glyphs_in, lines_in
from infographic.backends.pdf.press import (
    VERSIONS,
    InkShelf,
    SheetPlan,
    add_output_intent,
    condition_of,
    plan_of,
)
from infographic.display.items import Picture, Placed, TextLine
from infographic.display.page import Page
from infographic.foundation.color import Spot
from infographic.foundation.files import blake2b
from infographic.foundation.font import Face
from infographic.foundation.geometry import Point
from infographic.foundation.record import record
from infographic.foundation.running import collector_paused

if TYPE_CHECKING:
    from infographic.backends.pdf.tags import Structure
    from infographic.backends.pictures.develop import Inks
    from infographic.backends.pictures.pack import Pixels
    from infographic.press.profile import PressProfile
    from infographic.press.stacks.layers import InkPixels


class Intent(StrEnum):
    """Who will look at it: `print` is DeviceCMYK with bleed, `screen` is tagged sRGB."""

    PRINT = "print"
    SCREEN = "screen"


PRINT_PPI = 300.0
SCREEN_PPI = 220.0


@record
class PdfRequest:
    """What a kind of PDF has."""

    inks: bool
    plan: SheetPlan
    ppi: float
    """Pictures have at most this many pixels an inch."""
    tags: bool = False
    copyable: bool = True
    """Text can be searched and copied."""
    ground: bool = True
    deflated: bool = True
    """Small, for keeping; otherwise quick, for drawing at once."""
    press: PressProfile | None = None
    marks: tuple[Placed, ...] = ()
    """What stands outside the bleed."""


def pdf_bytes(page: Page, intent: Intent, press: PressProfile | None = None) -> bytes:
    """The whole file; the same page gives the same bytes on every run.

    For print, `press` says what the press takes; without it the PDF is plain, in inks.
    """
    match intent:
        case Intent.PRINT if press is not None:
            return _pdf_for_press(page, press)
        case Intent.PRINT:
            page = bled(page, page.bleed)
            return make_pdf(page, PdfRequest(inks=True, plan=plan_of(page), ppi=PRINT_PPI))
        case Intent.SCREEN:
            plan = SheetPlan(page.trim, unit=page.unit)
            return make_pdf(page, PdfRequest(inks=False, plan=plan, ppi=SCREEN_PPI, tags=True))


def _pdf_for_press(page: Page, press: PressProfile) -> bytes:
    # Late: a screen's PDF has no marks.
    from infographic.backends.pdf.press_marks import margin_of, press_marks

    page = bled(page, page.bleed if press.bleed is None else press.bleed)
    plan = plan_of(page, margin_of(press))
    marks = press_marks(page, press, date_of_making()) if plan.margin else ()
    ppi = press.pictures.target or PRINT_PPI
    return make_pdf(page, PdfRequest(inks=True, plan=plan, ppi=ppi, press=press, marks=marks))


def pictures_for(page: Page, press: PressProfile) -> Callable[..., InkPixels | None]:
    """A page's pictures as `pdf_bytes` writes them for a press, made when they are asked for.

    It is called as `PrintedPictures` is.
    """

    @cache
    def made() -> Callable[..., InkPixels | None]:
        # Late, as in `PictureShelf`: many pages have no pictures.
        from infographic.backends.pictures.printed import PrintedPictures

        return PrintedPictures(
            page, lambda: condition_of(press), press.pictures.target or PRINT_PPI
        )

    return lambda *asked, **how: made()(*asked, **how)


def pdf_for_raster(page: Page, ppi: float) -> bytes:
    """The screen's PDF with only what shows, for our own rasteriser, which lays the ground."""
    return make_pdf(
        page,
        PdfRequest(
            inks=False,
            plan=SheetPlan(page.trim, unit=page.unit),
            ppi=ppi,
            copyable=False,
            ground=False,
            deflated=False,
        ),
    )


@collector_paused()
def make_pdf(page: Page, wanted: PdfRequest) -> bytes:
    made = date_of_making()
    press = wanted.press
    version = VERSIONS[press.standard if press else "none"] if wanted.inks else (1, 7)
    document = pdf.Document(version, page.language)
    items = (*page.items, *wanted.marks)
    fonts = _fonts_of(items)
    names = {face: f"F{i}" for i, face in enumerate(fonts, 1)}
    columns = [line for line in lines_in(items) if line.vertical]
    faces_down = running_down(columns)
    inks = InkShelf(document)
    shelf = PictureShelf(document, wanted, page, inks)
    structure = _structure() if wanted.tags else None
    painter = Painter(
        page,
        inks=wanted.inks,
        plan=wanted.plan,
        fonts=fonts,
        names=names,
        place_picture=shelf.place,
        place_spot=inks.place,
        structure=structure,
        copyable=wanted.copyable,
        has_columns=bool(columns),
    )
    content = painter.paint(ground=wanted.ground, marks=wanted.marks)
    for face, name in names.items():
        made_font = font_object(document, fonts[face], deflated=wanted.deflated)
        document.fonts[name] = document.reference(pdf.Indirect(made_font))
        if face in faces_down:
            down = pdf.Indirect({**made_font, "Encoding": "/Identity-V"})
            document.fonts[name + DOWN] = document.reference(down)
    stream = pdf.Stream.deflating(content) if wanted.deflated else pdf.Stream(content)
    leaf = leaf_of(document, wanted, stream, shelf, inks, painter.state.opacities)
    at = document.add_page(leaf)
    if wanted.deflated:
        describe(
            *(document, page, made),
            content=digest_of_page(content, fonts, shelf),
            press=press,
            is_tagged=structure is not None,
        )
    if press is not None:
        add_output_intent(document, press)
    if structure is not None:
        from infographic.backends.pdf.tags import add_structure

        add_structure(document, structure, leaf, at, page.trim.height)
    return document.to_bytes() if wanted.deflated else document.drawn()


def _structure() -> Structure:
    # Late: neither what is printed nor what becomes pixels has tags.
    from infographic.backends.pdf.tags import Structure

    return Structure()


def digest_of_page(content: bytes, fonts: dict[Face, EmbeddedFont], shelf: PictureShelf) -> str:
    """Of all that is drawn: a subset is named by its content, a picture has a key of its own."""
    digest = blake2b(content, digest_size=16)
    for part in (*(font.name for font in fonts.values()), *shelf.keys):
        digest.update(b"\0" + part.encode())
    return digest.hexdigest()


def _fonts_of(items: tuple[Placed, ...]) -> dict[Face, EmbeddedFont]:
    """Each face the items use, in the order of first use, with the glyphs they need."""
    pairs: dict[Face, set[Pair]] = {}
    for placed in items:
        for face, used in glyphs_in(placed).items():
            pairs.setdefault(face, set()).update(used)
    return {face: embedded_font(face, used) for face, used in pairs.items()}


def running_down(columns: list[TextLine]) -> frozenset[Face]:
    """The faces that stand upright in vertical lines."""
    return frozenset(run.face for line in columns for _, run in line.runs if not run.rotated)


class PictureShelf:
    """The document's image objects; the same picture at the same resolution stands there once."""

    def __init__(
        self, document: pdf.Document, wanted: PdfRequest, page: Page, spaces: InkShelf
    ) -> None:
        self.document, self.wanted, self.page, self.spaces = document, wanted, page, spaces
        self._inks: Callable[[Picture, Point], Inks] | None = None
        self.entries: dict[str, object] = {}
        """Those of the page, by the names that its content calls them."""
        self._made: dict[str, tuple[str, bytes, tuple[Spot, ...]]] = {}

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._made)

    def turn_to(self, page: Page) -> None:
        """Go on with another page of the document, which calls what is there by the same names."""
        self.page, self._inks, self.entries = page, None, {}

    def place(self, picture: Picture, at: Point) -> PlacedPicture:
        # Late: many pages have no pictures, and these take 6 ms to import.
        from infographic.backends.pictures.grounds import inks_of
        from infographic.backends.pictures.pack import prepared as prepare

        wanted = self.wanted
        if wanted.inks and self._inks is None:
            # Looking for what lies below pictures takes 5 ms; a page without any need not wait.
            self._inks = inks_of(self.page, condition_of(wanted.press))
        inks = self._inks(picture, at) if self._inks else None
        prepared = prepare(picture, inks=inks, ppi=wanted.ppi, packed=wanted.deflated)
        pixels = prepared.pixels
        made = self._made.get(pixels.key)
        if made is None:
            name, spots = f"I{len(self._made) + 1}", tuple(pixels.colorants or ())
            made = self._made[pixels.key] = name, self._image_object(pixels), spots
        elif made[0] not in self.entries:
            # Of a page before: its inks are to be found in this page's resources too.
            self.spaces.place_all(made[2])
        name, self.entries[name], _ = made
        return name, prepared.place

    def _image_object(self, pixels: Pixels) -> bytes:
        # Late, as the rest of what concerns pictures.
        from infographic.backends.pictures import jpeg

        entries: dict[str, object] = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": pixels.width,
            "Height": pixels.height,
            "ColorSpace": f"/{pixels.space}",
            "BitsPerComponent": pixels.bits,
        }
        if pixels.colorants:
            entries["ColorSpace"] = self.spaces.several(pixels.colorants)
        if pixels.filter:
            entries["Filter"] = f"/{pixels.filter}"
        if pixels.inverted:
            entries["Decode"] = "[" + " ".join(["1 0"] * 4) + "]"
        if pixels.alpha is not None:
            entries["SMask"] = self._image_object(pixels.alpha)
        # A photograph's camera, place and owner are nobody's business but the desk's.
        data = jpeg.bare(pixels.data) if pixels.filter == "DCTDecode" else pixels.data
        return self.document.reference(pdf.Stream(data, **entries))


def font_object(
    document: pdf.Document, font: EmbeddedFont, *, deflated: bool
) -> dict[str, pdf.Value]:
    """A Type 0 font on one CIDFont (ISO 32000-1, 9.7)."""
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
            "FontFile3" if font.is_cff else "FontFile2": document.reference(program),
            **font.descriptor,
        }
    )
    descendant = pdf.Indirect(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if font.is_cff else "/CIDFontType2",
            "BaseFont": base,
            "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
            "FontDescriptor": document.reference(descriptor),
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
    return {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": f"{base}-Identity-H" if font.is_cff else base,
        "Encoding": "/Identity-H",
        "DescendantFonts": [document.reference(descendant)],
        "ToUnicode": document.reference(to_unicode),
    }


def leaf_of(
    document: pdf.Document,
    wanted: PdfRequest,
    content: pdf.Stream,
    shelf: PictureShelf,
    inks: InkShelf,
    opacities: Collection[float],
) -> dict[str, pdf.Value]:
    resources: dict[str, pdf.Value] = {"Font": document.font_reference}
    boxes = wanted.plan.boxes()
    if shelf.entries:
        resources["XObject"] = shelf.entries
    if inks.entries:
        resources["ColorSpace"] = inks.entries
    states: dict[str, pdf.Value] = {}
    if wanted.inks:
        # With mode 1 an ink of 0 leaves what is under it: K 100 stands on any tint (11.7.4.3).
        states[OVERPRINTING] = "<</Type /ExtGState /OP true /op true /OPM 1>>"
        states[KNOCKING_OUT] = "<</Type /ExtGState /OP false /op false /OPM 1>>"
    else:
        boxes = {"MediaBox": boxes["MediaBox"]}
    for one in sorted(opacities):
        alphas = f"/ca {number(one)} /CA {number(one)}"
        states[opacity_name(one)] = f"<</Type /ExtGState {alphas}>>"
    if states:
        resources["ExtGState"] = states
    entries: dict[str, pdf.Value] = {**boxes, "Resources": resources, "Contents": content}
    if opacities:
        # What shows through is mixed in the page's own colours (11.4.7).
        space = "DeviceCMYK" if wanted.inks else "DeviceRGB"
        entries["Group"] = f"<</S /Transparency /CS /{space}>>"
    return entries

"""A press PDF as its plates: one grey picture an ink, as the press will put it on paper.

The PDF that goes to the press is taken apart and drawn once for each ink, so that the plates show
what it says, overprint and all. PDFium rasterises each; it has no bitmap of inks itself.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from infographic.backends.pdfium import functions, opened
from infographic.backends.plates.content import (
    Overprint,
    Separated,
    UnseparableError,
    inks_named,
    separated,
)
from infographic.foundation import limits
from infographic.foundation.color import PROCESS_INKS, Cmyk
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.geometry import Size
from infographic.foundation.record import record
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    import pikepdf
    from PIL import Image

PPI = 150.0
# PDFium puts small glyphs on whole pixels. Drawn twice as fine and averaged, small type lies within
# a quarter of a pixel of its place, at twice the time.
FINENESS = 2
# A plate in a proof is looked at, not kept: level 1 takes a third of level 6's time.
PACKING_LEVEL = 1


@record
class Plate:
    """One ink's share of the page."""

    ink: str
    """“Cyan”, “Magenta”, “Yellow”, “Black” or a spot colour's name."""
    shares: Image.Image
    """Grey, 8 bits: 255 is a solid, 0 no ink."""
    look: Cmyk
    """How its solid looks in process inks."""

    @property
    def coverage(self) -> float:
        """The ink's mean over the page; 1.0 for a solid page."""
        histogram = self.shares.histogram()
        pixels = self.shares.width * self.shares.height
        return sum(value * count for value, count in enumerate(histogram)) / 255 / pixels

    def png(self, ppi: float) -> bytes:
        """As a plate is shown: black where there is ink."""
        from PIL import ImageChops

        return packed(ImageChops.invert(self.shares), ppi)


@record
class Plates:
    """A page's plates, the process inks first. All have the same size: the trim."""

    plates: tuple[Plate, ...]
    ppi: float
    trim: Size
    """In points."""

    def of(self, ink: str) -> Image.Image:
        return next(plate.shares for plate in self.plates if plate.ink == ink)

    def composite(self) -> Image.Image:
        """All plates as CMYK; a spot colour by its look in process inks."""
        from PIL import Image, ImageChops

        process = [self.of(ink) for ink in PROCESS_INKS]
        for plate in self.plates[len(PROCESS_INKS) :]:
            for i, share in enumerate(plate.look):
                if share:
                    inked = plate.shares.point(lambda value, share=share: round(value * share))
                    # Two inks at one place let through the product of what each lets through.
                    process[i] = ImageChops.screen(process[i], inked)
        return Image.merge("CMYK", process)


def plates_of(pdf: bytes, ppi: float = PPI) -> Plates:
    """The plates of the first page of a PDF of ours, its trim at `ppi`.

    Raises `MachineError` for more pixels than allowed, or colours that are no inks.
    """
    # Late: pikepdf takes 40 ms to import.
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        box = [float(side) for side in page.trimbox]
        trim = Size(box[2] - box[0], box[3] - box[1])
        width, height = (max(1, round(min(side * ppi / 72, 1e9))) for side in trim)
        most = limits.most("plate-pixels")
        if width * height > most:
            raise MachineError(
                say(
                    "machine/plate-pixels",
                    width=width,
                    height=height,
                    most=most,
                    limit="plate-pixels",
                )
            )
        try:
            inks = _taken_apart(document, page)
        except UnseparableError as error:
            raise MachineError(say("machine/no-plates", why=error.saying)) from error
        buffer = io.BytesIO()
        document.save(
            buffer,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    drawn = _rasterised(buffer.getvalue(), len(inks), width, height)
    plates = (
        Plate(ink, image, look) for (ink, look), image in zip(inks.items(), drawn, strict=True)
    )
    return Plates(tuple(plates), ppi, trim)


def packed(image: Image.Image, ppi: float) -> bytes:
    """A PNG that says its fineness."""
    file = io.BytesIO()
    image.save(file, "PNG", dpi=(ppi, ppi), compress_level=PACKING_LEVEL)
    return file.getvalue()


def _taken_apart(document: pikepdf.Pdf, page: pikepdf.Page) -> dict[str, Cmyk]:
    """Put a grey page for each ink in place of the page; the inks, with their looks."""
    import pikepdf

    from infographic.backends.plates.images import Separations, names_in

    resources: Any = page.obj.get("/Resources", {})
    spots = _spots(resources)
    states = {str(name)[1:]: _overprint(state) for name, state in _items(resources, "/ExtGState")}
    content = b"\n".join(_streams(page)).decode("latin-1")
    spaces = {name: ink for name, (ink, _) in spots.items()}
    looks: dict[str, Cmyk] = dict(
        zip(PROCESS_INKS, ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)), strict=True)
    )
    known = dict(spots.values())
    looks.update({ink: known[ink] for ink in inks_named(content, spaces)})
    pictures = _items(resources, "/XObject")
    for ink in (ink for _, picture in pictures for ink in names_in(picture)):
        if ink in known:
            looks.setdefault(ink, known[ink])
    images = Separations(document, pictures)
    box: Any = page.trimbox
    fonts: Any = resources.get("/Font", pikepdf.Dictionary())
    for ink in looks:
        made = separated(content, ink, spaces, states)
        document.pages.append(_grey_page(document, made, box, fonts, images.on(ink)))
    del document.pages[0]
    # What only the page for the press needs is not written again.
    for key in ("/OutputIntents", "/Metadata", "/StructTreeRoot"):
        if key in document.Root:
            del document.Root[key]
    return looks


def _grey_page(
    document: pikepdf.Pdf,
    made: Separated,
    box: Any,
    fonts: Any,
    images: Mapping[str, Any],
) -> pikepdf.Page:
    import pikepdf

    alphas = {
        f"/{name}": pikepdf.Dictionary(ca=fill, CA=stroke)
        for name, (fill, stroke) in made.states.items()
    }
    leaf = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=box,
        Contents=document.make_stream(made.content.encode("latin-1")),
        Resources=pikepdf.Dictionary(
            Font=fonts,
            XObject=pikepdf.Dictionary({f"/{name}": image for name, image in images.items()}),
            ExtGState=pikepdf.Dictionary(alphas),
        ),
    )
    return pikepdf.Page(document.make_indirect(leaf))


def _items(resources: Any, kind: str) -> list[tuple[str, Any]]:
    entries = resources.get(kind)
    return [] if entries is None else [(str(name), entries[name]) for name in entries.keys()]  # noqa: SIM118


def _streams(page: pikepdf.Page) -> Sequence[bytes]:
    import pikepdf

    contents = page.obj.get("/Contents")
    if contents is None:
        return []
    many = contents if isinstance(contents, pikepdf.Array) else [contents]
    return [one.read_bytes() for one in many]


def _spots(resources: Any) -> dict[str, tuple[str, Cmyk]]:
    """Separations by resource name: the ink's name and its look."""
    found = {}
    for name, space in _items(resources, "/ColorSpace"):
        if str(space[0]) == "/Separation" and str(space[2]) == "/DeviceCMYK":
            solid = space[3].get("/C1", (0, 0, 0, 1))
            c, m, y, k = (float(share) for share in solid)
            found[name[1:]] = str(space[1])[1:], (c, m, y, k)
    return found


def _overprint(state: Any) -> Overprint:
    blend = str(state.get("/BM", "/Normal"))
    mask = str(state.get("/SMask", "/None"))
    if blend not in ("/Normal", "/Compatible") or mask != "/None":
        raise UnseparableError(say("phrase/blend-and-mask", blend=str(blend), mask=mask[:9]))
    strokes = state.get("/OP")
    fills = state.get("/op", strokes)
    mode = state.get("/OPM")
    alphas = [None if state.get(key) is None else float(state[key]) for key in ("/ca", "/CA")]
    return Overprint(
        None if fills is None else bool(fills),
        None if strokes is None else bool(strokes),
        None if mode is None else int(mode),
        *alphas,
    )


def _rasterised(pdf: bytes, count: int, width: int, height: int) -> list[Image.Image]:
    from PIL import Image

    width, height = width * FINENESS, height * FINENESS
    # PDFium wants rows on fours.
    stride = (width + 3) // 4 * 4
    images = []
    with opened(pdf) as document, functions() as pdfium:
        for number in range(count):
            buffer = ctypes.create_string_buffer(stride * height)
            # Held by a name: a page that nothing holds is closed under PDFium's feet.
            page = document[number]
            bitmap = pdfium.FPDFBitmap_CreateEx(
                width, height, pdfium.FPDFBitmap_Gray, buffer, stride
            )
            try:
                pdfium.FPDF_RenderPageBitmap(bitmap, page.raw, 0, 0, width, height, 0, 0)
            finally:
                pdfium.FPDFBitmap_Destroy(bitmap)
                page.close()
            fine = Image.frombuffer("L", (width, height), buffer.raw, "raw", "L", stride, 1)
            images.append(fine.reduce(FINENESS))
    return images

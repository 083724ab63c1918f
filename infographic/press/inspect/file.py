"""A written PDF, opened for inspection: its objects, what it says of itself, its pages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any, Literal
from xml.etree import ElementTree

import pikepdf

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import MachineError, Severity
from infographic.foundation.geometry import Rect
from infographic.foundation.limits import Budget, most
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import Saying, say
from infographic.press.inspect.bounds import ContentLengths, must_be_bounded, must_unpack_within
from infographic.press.inspect.content import look_at
from infographic.press.inspect.paint import Seen
from infographic.press.profile import PressProfile
from infographic.press.report import Finding, fault

Standard = Literal["x4", "x1a", "x3", "none"]
BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")


@record
class PdfLeaf:
    """One page: its boxes in the file's own space (y up), and what it paints."""

    number: int
    page: pikepdf.Page
    boxes: dict[str, Rect]
    seen: Seen

    @property
    def trim(self) -> Rect:
        named = ("TrimBox", "ArtBox", "CropBox", "MediaBox")
        return next(self.boxes[name] for name in named if name in self.boxes)

    def on_trim(self, box: Rect) -> Rect:
        """A box of the file's space, from the trim's top left, y down."""
        return Rect(box.x - self.trim.x, self.trim.bottom - box.bottom, box.width, box.height)


@record
class PressFile:
    name: str
    data: bytes
    pdf: pikepdf.Pdf
    profile: PressProfile
    standard: Standard
    info: dict[str, str]
    xmp: dict[str, str] | None
    """Properties by prefixed name, “pdf:Trapped”; None where there is no XMP that can be read."""
    objects: tuple[tuple[str, Any], ...]
    """Every dictionary and stream that can be reached, with its number."""
    leaves: tuple[PdfLeaf, ...]

    @property
    def is_old(self) -> bool:
        """PDF/X-1a and X-3: no transparency, no layers, PDF 1.4."""
        return self.standard in ("x1a", "x3")

    @property
    def is_pdfx(self) -> bool:
        return self.standard != "none"

    def wrong(
        self, saying: Saying, at: str = "", *, severity: Severity = Severity.ERROR,
        box: Rect | None = None, page: int = 1,
    ) -> Finding:  # fmt: skip
        """A fault in this file; `at` names the object."""
        origin = Origin(Source(self.name), at)
        return fault(saying, origin, box, severity=severity, page=page)


def press_file(
    data: bytes, name: str, profile: PressProfile, standard: Standard | None = None
) -> PressFile:
    """Open a PDF. Raises `pikepdf.PdfError` where it is none, and its `PasswordError`;
    `OverLimitError` where it asks for too much."""
    must_be_bounded(data)
    pdf = pikepdf.open(io.BytesIO(data))
    objects = tuple(_reachable(pdf))
    must_unpack_within(node for _, node in objects if isinstance(node, pikepdf.Stream))
    xmp = _xmp(pdf)
    info = _info(pdf)
    content = ContentLengths()
    leaves = tuple(
        # A press file has one page; more are counted but not looked into.
        _leaf(number, page, content)
        for number, page in enumerate(islice(pdf.pages, most("pdf-pages")), 1)
    )
    said = standard or (profile.standard if profile.is_pdfx else declared(info, xmp))
    return PressFile(*(name, data, pdf, profile, said, info, xmp, objects, leaves))


def declared(info: dict[str, str], xmp: dict[str, str] | None) -> Standard:
    """The PDF/X that a file says it is.

    >>> declared({"GTS_PDFXVersion": "PDF/X-1:2001"}, None), declared({}, None)
    ('x1a', 'none')
    """
    said = (xmp or {}).get("pdfxid:GTS_PDFXVersion", "") or info.get("GTS_PDFXVersion", "")
    if said.startswith("PDF/X-1"):
        return "x1a"
    if said.startswith("PDF/X-3"):
        return "x3"
    return "x4" if said.startswith("PDF/X-4") else "none"


def _info(pdf: pikepdf.Pdf) -> dict[str, str]:
    info = pdf.trailer.get("/Info")
    if not isinstance(info, pikepdf.Dictionary):
        return {}
    return {str(key)[1:]: str(value) for key, value in info.items()}


def _boxes(page: pikepdf.Page) -> dict[str, Rect]:
    boxes = {}
    for name in BOXES:
        found = _inherited(page.obj, f"/{name}")
        if found is not None and len(found) == 4:
            x1, y1, x2, y2 = (float(value) for value in found)
            boxes[name] = Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    boxes.setdefault("MediaBox", Rect(0, 0, 612, 792))
    return boxes


def _leaf(number: int, page: pikepdf.Page, content: ContentLengths) -> PdfLeaf:
    leaf = PdfLeaf(number, page, _boxes(page), Seen())
    return replaced(leaf, seen=look_at(page, leaf.trim, content))


def _inherited(node: Any, key: str) -> Any:
    if key not in ("/MediaBox", "/CropBox"):
        return node.get(key)
    for _ in range(50):
        if key in node:
            return node[key]
        if "/Parent" not in node:
            return None
        node = node["/Parent"]
    return None


def _reachable(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    """Every dictionary and stream from the trailer down, each once. Raises `OverLimitError`."""
    waiting: list[tuple[str, Any]] = [("trailer", pdf.trailer)]
    met: set[tuple[int, int]] = set()
    count = Budget("pdf-objects")
    while waiting:
        where, node = waiting.pop()
        count.spend()
        if isinstance(node, pikepdf.Array):
            inner = [value for value in node if isinstance(value, CONTAINERS)]
        else:
            yield where, node
            inner = [value for _, value in node.items() if isinstance(value, CONTAINERS)]
        for value in inner:
            key = value.objgen
            if key[0]:
                if key in met:
                    continue
                met.add(key)
            waiting.append((f"object {key[0]}" if key[0] else where, value))


CONTAINERS = (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)


PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
}
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def _xmp(pdf: pikepdf.Pdf) -> dict[str, str] | None:
    stream = pdf.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return None
    data = stream.read_bytes()
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return None
    try:
        root = ElementTree.fromstring(data.strip(b"\0 \r\n\t"))
    except ElementTree.ParseError:
        return None
    said: dict[str, str] = {}
    for description in root.iter(f"{RDF}Description"):
        for key, value in description.attrib.items():
            said[_prefixed(key)] = value
        for element in description:
            items = element.findall(f".//{RDF}li")
            text = " ".join((item.text or "").strip() for item in items[:1]) or element.text
            said[_prefixed(element.tag)] = (text or "").strip()
    return said


def _prefixed(tag: str) -> str:
    space, _, name = tag.removeprefix("{").partition("}")
    return f"{PREFIXES[space]}:{name}" if space in PREFIXES else name or space


def sheet_and_trim(data: bytes) -> tuple[Rect, Rect]:
    """The first page's sheet as viewers show it, and its trim. Raises `MachineError`."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            leaf = PdfLeaf(1, pdf.pages[0], _boxes(pdf.pages[0]), Seen())
            return leaf.boxes.get("CropBox", leaf.boxes["MediaBox"]), leaf.trim
    except (pikepdf.PdfError, ValueError, IndexError) as error:
        raise MachineError(say("machine/pdf-not-drawn", reason=str(error))) from error

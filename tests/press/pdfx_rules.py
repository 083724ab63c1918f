"""PDF/X-4 and PDF/X-1a:2003 as rules on a file's objects, independent of what writes them.

Each rule is a generator that yields what breaks it. `broken(data, standard)` names them all;
`python tests/press/pdfx_rules.py FILE…` judges files.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
from pdfx_content import Content, read_content
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

PDF_DATE = re.compile(r"D:\d{4}(\d\d){0,5}(Z|[+-]\d\d'\d\d'?)?$")
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
INTENTS = {"AbsoluteColorimetric", "RelativeColorimetric", "Saturation", "Perceptual"}


@dataclass
class File:
    data: bytes
    standard: str
    pdf: Pdf = field(init=False)

    def __post_init__(self) -> None:
        self.pdf = pikepdf.open(io.BytesIO(self.data))

    @property
    def is_x4(self) -> bool:
        return self.standard == "x4"

    @property
    def root(self) -> Dictionary:
        return self.pdf.Root

    @cached_property
    def info(self) -> Any:
        return self.pdf.trailer.get("/Info", Dictionary())

    @cached_property
    def objects(self) -> list[tuple[str, Object]]:
        """Every dictionary and stream, direct ones too, with a path to it."""
        found: list[tuple[str, Object]] = []

        def visit(value: Any, path: str) -> None:
            if isinstance(value, Stream | Dictionary):
                found.append((path, value))
                keys = value.stream_dict if isinstance(value, Stream) else value
                for key, inner in keys.items():
                    if not getattr(inner, "is_indirect", False):
                        visit(inner, f"{path}{key}")
            elif isinstance(value, Array):
                for i, inner in enumerate(value):
                    if not getattr(inner, "is_indirect", False):
                        visit(inner, f"{path}/{i}")

        for each in self.pdf.objects:
            if each is not None:
                visit(each, str(each.objgen[0]) if isinstance(each, Object) else "?")
        return found

    @cached_property
    def xmp(self) -> ElementTree.Element | None:
        stream = self.root.get("/Metadata")
        if stream is None:
            return None
        text = stream.read_bytes()
        try:
            return ElementTree.fromstring(text)
        except ElementTree.ParseError:
            return None

    def said(self, name: str) -> str:
        """An XMP property's text, that of its first list item where it is a list."""
        if self.xmp is None:
            return ""
        found = self.xmp.find(f".//{name}", NAMESPACES)
        if found is None:
            return ""
        item = found.find(".//rdf:li", NAMESPACES)
        return ((found if item is None else item).text or "").strip()

    @cached_property
    def contents(self) -> list[Content]:
        return [read_content(page) for page in self.pdf.pages]


Rule = Callable[[File], Iterator[str]]
RULES: dict[str, Rule] = {}


def rule(function: Rule) -> Rule:
    RULES[function.__name__] = function
    return function


def broken(data: bytes, standard: str) -> dict[str, list[str]]:
    file = File(data, standard)
    found = {name: list(check(file)) for name, check in RULES.items()}
    return {name: faults for name, faults in found.items() if faults}


# The file


@rule
def header_is_of_the_standards_version(file: File) -> Iterator[str]:
    match = re.match(rb"%PDF-1\.(\d)[\r\n]+%[\x80-\xff]{4}|%PDF-1\.(\d)[\r\n]+%", file.data)
    if match is None:
        yield "no header"
        return
    most = 6 if file.is_x4 else 4
    if int(match[1] or match[2]) > most:
        yield f"header 1.{(match[1] or match[2]).decode()}"
    if "/Version" in file.root and str(file.root.Version) > f"/1.{most}":
        yield f"catalog {file.root.Version}"
    second = file.data.split(b"\n", 2)[1]
    if sum(byte > 127 for byte in second) < 4:
        yield "the second line does not say that the file is binary"


@rule
def trailer_has_an_id(file: File) -> Iterator[str]:
    identity = file.pdf.trailer.get("/ID")
    if not isinstance(identity, Array) or len(identity) != 2:
        yield "no /ID of two strings"
    elif any(len(bytes(part)) != 16 or not any(bytes(part)) for part in identity):
        yield "an /ID that is none"


@rule
def nothing_is_encrypted(file: File) -> Iterator[str]:
    if "/Encrypt" in file.pdf.trailer:
        yield "/Encrypt"


@rule
def x1a_has_a_plain_table_of_objects(file: File) -> Iterator[str]:
    for path, one in file.objects:
        if not file.is_x4 and isinstance(one, Stream):
            kind = one.get("/Type")
            if kind in (Name.ObjStm, Name.XRef):
                yield f"{path} {kind}"
    if not file.is_x4 and not re.search(rb"[\r\n]xref[\r\n]", file.data):
        yield "no classic xref"


@rule
def the_file_ends_after_its_end(file: File) -> Iterator[str]:
    if not file.data.rstrip().endswith(b"%%EOF") or file.data.count(b"%%EOF") != 1:
        yield "not exactly one %%EOF at the end"


@rule
def nothing_lies_outside_the_file(file: File) -> Iterator[str]:
    for path, one in file.objects:
        for key in ("/F", "/FFilter", "/FDecodeParms") if isinstance(one, Stream) else ():
            if key in one:
                yield f"{path} external stream {key}"
        for key in ("/EmbeddedFiles", "/EF", "/Ref", "/OPI", "/Alternates", "/AF"):
            if key in one:
                yield f"{path} {key}"
        if one.get("/Type") == Name.Filespec:
            yield f"{path} file specification"
        if one.get("/Subtype") == Name.PS or one.get("/Subtype2") == Name.PS:
            yield f"{path} PostScript"


@rule
def filters_are_allowed(file: File) -> Iterator[str]:
    banned = {"/LZWDecode", "/LZW", "/Crypt"} | (
        set() if file.is_x4 else {"/JPXDecode", "/JBIG2Decode"}
    )
    for path, one in file.objects:
        if isinstance(one, Stream):
            filters = one.get("/Filter", Array())
            for each in filters if isinstance(filters, Array) else [filters]:
                if str(each) in banned:
                    yield f"{path} {each}"


@rule
def streams_are_as_long_as_they_say(file: File) -> Iterator[str]:
    for problem in file.pdf.check_pdf_syntax():
        yield str(problem)


# What it says of itself


@rule
def info_has_title_and_dates(file: File) -> Iterator[str]:
    if not str(file.info.get("/Title", "")).strip():
        yield "no title"
    for key in ("/CreationDate", "/ModDate"):
        if not PDF_DATE.match(str(file.info.get(key, ""))):
            yield f"{key} {file.info.get(key)}"


@rule
def trapped_is_known(file: File) -> Iterator[str]:
    trapped = file.info.get("/Trapped")
    if not isinstance(trapped, Name) or str(trapped) not in ("/True", "/False"):
        yield f"Info {trapped!r}"
    if file.xmp is not None and file.said("pdf:Trapped") != str(trapped).lstrip("/"):
        yield f"XMP {file.said('pdf:Trapped')}"


@rule
def xmp_is_a_whole_packet(file: File) -> Iterator[str]:
    stream = file.root.get("/Metadata")
    if stream is None:
        if file.is_x4:
            yield "no XMP"
        return
    if "/Filter" in stream:
        yield "filtered"
    if stream.get("/Type") != Name.Metadata or stream.get("/Subtype") != Name.XML:
        yield "not marked as XML metadata"
    text = stream.read_raw_bytes()
    if b"<?xpacket begin=" not in text or b"<?xpacket end=" not in text:
        yield "no xpacket"
    if file.xmp is None:
        yield "no well-formed XML"


@rule
def xmp_has_title_and_dates(file: File) -> Iterator[str]:
    if file.is_x4:
        for name in ("dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            if not file.said(name):
                yield name


@rule
def xmp_names_the_document(file: File) -> Iterator[str]:
    if file.is_x4:
        for name in ("xmpMM:DocumentID", "xmpMM:InstanceID"):
            if not re.match(r"(uuid:|xmp\.[di]id:)[0-9a-f-]{32,36}$", file.said(name)):
                yield f"{name} {file.said(name)}"
        for name in ("xmpMM:VersionID", "xmpMM:RenditionClass"):
            if not file.said(name):
                yield name


@rule
def the_standard_is_named(file: File) -> Iterator[str]:
    if file.is_x4:
        if file.said("pdfxid:GTS_PDFXVersion") != "PDF/X-4":
            yield f"XMP {file.said('pdfxid:GTS_PDFXVersion')!r}"
        if str(file.info.get("/GTS_PDFXVersion", "PDF/X-4")) != "PDF/X-4":
            yield "Info names another"
    else:
        if str(file.info.get("/GTS_PDFXVersion", "")) != "PDF/X-1a:2003":
            yield f"Info {file.info.get('/GTS_PDFXVersion')}"
        if file.said("pdfxid:GTS_PDFXVersion"):
            yield "XMP names another"
        if file.said("pdfx:GTS_PDFXVersion") not in ("", "PDF/X-1a:2003"):
            yield "XMP differs"


@rule
def info_and_xmp_agree(file: File) -> Iterator[str]:
    if file.xmp is None:
        return
    pairs = {
        "/Title": "dc:title",
        "/Author": "dc:creator",
        "/Producer": "pdf:Producer",
        "/Creator": "xmp:CreatorTool",
    }
    for key, name in pairs.items():
        if str(file.info.get(key, "")).strip() != file.said(name):
            yield f"{key} {file.info.get(key)!s} {file.said(name)}"
    for key, name in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        digits = re.sub(r"\D", "", str(file.info.get(key, "")))
        if digits != re.sub(r"\D", "", file.said(name)):
            yield f"{key} {file.info.get(key)!s} {file.said(name)}"


# The output intent


def intents_of(file: File) -> list[Any]:
    return [i for i in file.root.get("/OutputIntents", Array()) if i.get("/S") == Name.GTS_PDFX]


@rule
def there_is_one_output_intent(file: File) -> Iterator[str]:
    found = len(intents_of(file))
    if found != 1:
        yield f"{found} output intents of PDF/X"


@rule
def the_condition_is_named(file: File) -> Iterator[str]:
    for intent in intents_of(file):
        if not str(intent.get("/OutputConditionIdentifier", "")).strip():
            yield "no identifier"
        registry = str(intent.get("/RegistryName", ""))
        if registry not in ("", "http://www.color.org"):
            yield f"registry {registry}"
        if not registry and not str(intent.get("/Info", "")).strip():
            yield "neither registry nor Info"


@rule
def the_profile_is_a_printers(file: File) -> Iterator[str]:
    for intent in intents_of(file):
        stream = intent.get("/DestOutputProfile")
        if stream is None:
            yield "none embedded"
            continue
        data = stream.read_bytes()
        if stream.get("/N") != 4 or data[16:20] != b"CMYK":
            yield "not CMYK"
        if data[12:16] != b"prtr" or data[36:40] != b"acsp":
            yield f"class {data[12:16]!r}"
        if int.from_bytes(data[:4], "big") != len(data):
            yield "cut off"
        if data[8] > (4 if file.is_x4 else 2):
            yield f"version {data[8]}"


def main(arguments: list[str]) -> int:
    import pdfx_page_rules  # noqa: F401 - it adds its rules
    import pdfx_paint_rules  # noqa: F401

    wrong = 0
    for name in arguments:
        data = Path(name).read_bytes()
        standard = "x1a" if b"PDF/X-1a" in data else "x4"
        faults = broken(data, standard)
        wrong += bool(faults)
        print(f"{name}  {standard}  {faults or 'no fault'}")
    return wrong


if __name__ == "__main__":
    sys.modules.setdefault("pdfx_rules", sys.modules["__main__"])
    sys.exit(main(sys.argv[1:]))

"""PDFs that break one rule each, made from a clean one of our own writer."""

from __future__ import annotations

import hashlib
import io
import re
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String
from PIL import Image

from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.display.items import ImageFile, Picture, Stroke
from infographic.display.items import Path as Outline
from infographic.foundation.color import BLACK, WHITE, Color
from infographic.foundation.geometry import Rect, Size
from infographic.profiles import press_profile

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "backends"))
from hand_set import SERIF, at, box, line, page, run

Change = Callable[[Pdf], object]
RED = Color("red", (0.0, 1.0, 0.9, 0.0), (0.7, 0.05, 0.1))
BASES = {"x4": "newsprint", "x1a": "newsprint-x1a", "x3": "newsprint-x1a", "insert": "insert"}
NEAR, FAR = "60 60", "60 20"


def photograph() -> ImageFile:
    path = Path(tempfile.mkdtemp(), "photo.png")
    Image.linear_gradient("L").convert("RGB").save(path)
    return ImageFile(path, hashlib.sha256(path.read_bytes()).hexdigest(), 256, 256)


@cache
def clean(base: str) -> bytes:
    """A page with type, rules, a ground and a picture as a file of this standard."""
    picture = Picture(photograph(), Rect(0, 0, 1, 1), Size(60, 60))
    one = page(
        at(0, 0, box(300, 20, RED)),
        at(20, 15, line(run(SERIF, "白字", 10, WHITE))),
        at(20, 50, line(run(SERIF, "党建联盟"), run(SERIF, "2300", 20, RED))),
        at(20, 70, Outline((("M", (0, 0)), ("L", (99, 0))), stroke=Stroke(BLACK, 0.3))),
        at(200, 60, picture),
    )
    data = pdf_bytes(one, Intent.PRINT, press_profile(BASES[base]))
    if base == "x3":
        return changed(data, put("info.GTS_PDFXVersion", String("PDF/X-3:2003")))
    return data


def changed(data: bytes, change: Change, **options: Any) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        file = io.BytesIO()
        settings: dict[str, Any] = {
            "fix_metadata_version": False,
            "object_stream_mode": pikepdf.ObjectStreamMode.disable,
            "stream_decode_level": pikepdf.StreamDecodeLevel.none,
            "compress_streams": False,
            "force_version": pdf.pdf_version,
        }
        settings.update(options)
        if "encryption" in options:
            del settings["stream_decode_level"]
        pdf.save(file, **settings)
    return file.getvalue()


def packed(data: bytes) -> bytes:
    options = {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "force_version": "1.5"}
    return changed(data, lambda pdf: None, **options)


def put(path: str, value: Any) -> Change:
    """Set what stands at a path from “root”, “page” or “info”; None deletes it."""

    def change(pdf: Pdf) -> None:
        first, *way, last = path.split(".")
        starts = {"root": pdf.Root, "info": pdf.trailer.get("/Info"), "page": pdf.pages[0].obj}
        place: Any = starts[first]
        for step in way:
            place = place[int(step)] if step.isdecimal() else place[f"/{step}"]
        new = value(pdf) if callable(value) else value
        if new is None:
            del place[f"/{last}"]
        else:
            place[f"/{last}"] = new

    return change


def xmp(old: str, new: str) -> Change:
    def change(pdf: Pdf) -> None:
        stream: Any = pdf.Root.Metadata
        text = stream.read_bytes().decode()
        assert re.search(old, text)
        stream.write(re.sub(old, new, text).encode())

    return change


def painted(operators: str, **resources: Any) -> Change:
    """More on the page; `resources` by kind, each a dictionary of names."""

    def change(pdf: Pdf) -> None:
        leaf: Any = pdf.pages[0].obj
        for kind, entries in resources.items():
            shelf = leaf.Resources.get(f"/{kind}", Dictionary())
            for name, value in entries.items():
                shelf[f"/{name}"] = value(pdf) if callable(value) else value
            leaf.Resources[f"/{kind}"] = shelf
        leaf.Contents.write(leaf.Contents.read_bytes() + f"\n{operators}\n".encode())

    return change


def typed(
    size: float, color: str, *, at: str = NEAR, states: str = "", shown: str = "", more: str = ""
) -> Change:
    """A character of the page's own font."""

    def change(pdf: Pdf) -> None:
        glyph = shown or _a_glyph(pdf)
        painted(f"q {states} {color} BT /F1 {size} Tf {at} Td <{glyph}> Tj ET {more} Q")(pdf)

    return change


def _a_glyph(pdf: Pdf) -> str:
    content = pdf.pages[0].Contents.read_bytes().decode()  # type: ignore[operator]
    found = re.search(r"/F1 .*?<([0-9A-Fa-f]{4})", content, re.DOTALL)
    assert found
    return found[1]


def stream(data: bytes, **entries: Any) -> Callable[[Pdf], Any]:
    def make(pdf: Pdf) -> Any:
        made = pdf.make_stream(data)
        for key, value in entries.items():
            made[f"/{key}"] = value
        return pdf.make_indirect(made)

    return make


def image(width: int, space: Any = Name.DeviceCMYK, samples: bytes = b"", **more: Any) -> Any:
    count = {"/DeviceCMYK": 4, "/DeviceRGB": 3}.get(str(space), 1)
    return stream(
        samples or bytes(width * width * count), Type=Name.XObject, Subtype=Name.Image, Width=width,
        Height=width, ColorSpace=space, **{"BitsPerComponent": 8, **more},
    )  # fmt: skip


def pictured(made: Any, side: float = 36) -> Change:
    return painted(f"q {side} 0 0 {side} 120 20 cm /X Do Q", XObject={"X": made})


def first_image(pdf: Pdf) -> Any:
    return next(iter(pdf.pages[0].Resources.XObject.values()))  # type: ignore[operator, union-attr]


def first_font(pdf: Pdf) -> Any:
    return pdf.pages[0].Resources.Font["/F1"]


def unembedded(pdf: Pdf) -> None:
    del first_font(pdf).DescendantFonts[0].FontDescriptor.FontFile2


def wider(pdf: Pdf) -> None:
    descendant = first_font(pdf).DescendantFonts[0]
    descendant.DW, descendant.W = 777, Array()


def second_page(pdf: Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def profile(place: int, new: bytes) -> Change:
    def change(pdf: Pdf) -> None:
        held: Any = pdf.Root.OutputIntents[0].DestOutputProfile
        data = bytearray(held.read_bytes())
        data[place : place + len(new)] = new
        held.write(bytes(data))

    return change


def odd(data: bytes, **entries: Any) -> Change:
    """A stream that nothing draws."""
    return put("root.Odd", stream(data, **entries))


def note(*rect: float, subtype: Any = Name.Text) -> Change:
    return put("page.Annots", Array([Dictionary(Subtype=subtype, Rect=Array(list(rect)))]))


def state(**entries: Any) -> dict[str, Any]:
    return {"ExtGState": {"T": Dictionary(Type=Name.ExtGState, **entries)}}


def separation(name: str) -> Array:
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * 4), C1=Array([1] * 4), N=1
    )
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])


LAB = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.83]))])
INTENT = "root.OutputIntents.0"
BLACK_TYPE = "0 0 0 1 k"
NO_CHANGE = put("root.Lang", String("zh"))
SQUARE = "60 60 9 9 re f"
JUMP = Dictionary(S=Name.Named, N=Name.NextPage)
GROUP = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
TRIM = "page.TrimBox"

FAULTS: list[tuple[str, str, Change]] = [
    ("pdf-version", "x4", put("root.Version", Name("/1.7"))),
    ("pdf-version", "x1a", put("root.Version", Name("/1.5"))),
    ("pdf-external", "x4", lambda pdf: first_image(pdf).__setitem__("/FFilter", Array())),
    ("pdf-external", "x4", lambda pdf: first_image(pdf).__setitem__("/OPI", Dictionary())),
    ("pdf-external", "x1a", lambda pdf: first_image(pdf).__setitem__(
        "/Alternates", Array([Dictionary(DefaultForPrinting=True)]))),
    ("pdf-external", "x4", odd(b"", Type=Name.XObject, Subtype=Name.PS)),
    ("pdf-external", "x4", odd(b"", Subtype=Name.Form, Ref=Dictionary())),
    ("pdf-external", "x4", put("root.Odd", Dictionary(Type=Name.Filespec, F=String("logo.eps")))),
    ("pdf-filter", "x4", odd(b"\x80\x0b\x60\x50", Filter=Name.LZWDecode)),
    ("pdf-filter", "x1a", odd(b"..", Filter=Name.JPXDecode)),
    ("pdf-filter", "x3", odd(b"..", Filter=Name.JPXDecode)),
    ("pdf-filter", "x1a", odd(b"..", Filter=Name.JBIG2Decode)),
    ("pdf-stream", "x4", odd(b"no deflated data", Filter=Name.FlateDecode)),
    ("pdf-title-dates", "x1a", put("info.Title", None)),
    ("pdf-title-dates", "x3", put("info.ModDate", None)),
    ("pdf-title-dates", "x4", xmp("<xmp:MetadataDate>[^<]*", "<xmp:MetadataDate>")),
    ("pdf-trapped", "x1a", put("info.Trapped", Name.Unknown)),
    ("pdf-trapped", "x4", xmp("<pdf:Trapped>False", "<pdf:Trapped>True")),
    ("pdf-x-version", "x4", xmp("PDF/X-4", "PDF/X-5")),
    ("pdf-x-version", "x1a", put("info.GTS_PDFXVersion", String("PDF/X-1:2001"))),
    ("pdf-x-version", "x3", put("info.GTS_PDFXVersion", None)),
    ("pdf-xmp", "x4", xmp(r"<\?xpacket [^>]*>", "")),
    ("pdf-xmp-id", "x4", xmp("<xmpMM:VersionID>[^<]*", "<xmpMM:VersionID>")),
    ("pdf-metadata", "x4", put("info.Title", String("another"))),
    ("pdf-metadata", "x4", put("info.CreationDate", String("D:20250101000000Z"))),
    ("pdf-intent", "x4", put("root.OutputIntents", Array())),
    ("pdf-intent", "x1a", lambda pdf: pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])),
    ("pdf-intent-condition", "x4", put(f"{INTENT}.OutputConditionIdentifier", String(""))),
    ("pdf-intent-condition", "x1a", lambda pdf: [
        put(f"{INTENT}.RegistryName", None)(pdf), put(f"{INTENT}.Info", None)(pdf)]),
    ("pdf-intent-other", "x4", put(f"{INTENT}.OutputConditionIdentifier", String("FOGRA39"))),
    ("pdf-intent-profile", "x4", put(f"{INTENT}.DestOutputProfile", None)),
    ("pdf-intent-profile-kind", "x4", profile(12, b"mntr")),
    ("pdf-intent-profile-kind", "x4", profile(16, b"RGB ")),
    ("pdf-intent-profile-kind", "x1a", profile(8, b"\x04")),
    ("pdf-action", "x4", put("root.OpenAction", JUMP)),
    ("pdf-action", "x1a", put("root.Names", Dictionary(JavaScript=Dictionary(
        Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String("app.beep()"))]))))),
    ("pdf-form", "x4", put("root.AcroForm", Dictionary(Fields=Array()))),
    ("pdf-layers", "x1a", put("root.OCProperties", Dictionary(D=Dictionary()))),
    ("pdf-layers", "x3", painted("/OC /L BDC EMC")),
    ("pdf-layers", "x4", put("root.OCProperties", Dictionary(Configs=Array(), D=Dictionary()))),
    ("pdf-pages", "x4", second_page),
    ("pdf-viewer-box", "x4", put("root.ViewerPreferences", Dictionary(PrintArea=Name.TrimBox))),
    ("pdf-trim", "x4", put(TRIM, None)),
    ("pdf-trim", "x1a", put("page.ArtBox", Array([0, 0, 300, 200]))),
    ("pdf-boxes", "x4", put("page.BleedBox", Array([-0.3, 0, 300, 200]))),
    ("pdf-user-unit", "x4", put("page.UserUnit", 2)),
    ("pdf-crop", "insert", put("page.CropBox", lambda pdf: pdf.pages[0].BleedBox)),
    ("pdf-rotated", "x4", put("page.Rotate", 90)),
    ("pdf-bleed", "insert", put("page.BleedBox", lambda pdf: pdf.pages[0].TrimBox)),
    ("pdf-bleed", "x4", lambda pdf: [put("page.MediaBox", Array([-9, -9, 309, 209]))(pdf),
                                     put("page.BleedBox", Array([-9, -9, 309, 209]))(pdf)]),
    ("pdf-annotation", "x4", note(10, 10, 30, 30)),
    ("pdf-annotation", "x4", note(10, 10, 30, 30, subtype=Name.PrinterMark)),
    ("pdf-font", "x4", unembedded),
    ("pdf-font-widths", "x4", wider),
    ("pdf-glyph-missing", "x4", typed(9, BLACK_TYPE, states="/GO gs", shown="0000")),
    ("pdf-transfer", "x4", painted("q /T gs Q", **state(TR=Name.Identity))),
    ("pdf-transfer", "x4", painted("q /T gs Q", **state(TR2=Name.Identity))),
    ("pdf-transfer", "x1a", painted("q /T gs Q", **state(HTP=Array([0, 0])))),
    ("pdf-transfer", "x1a", painted("q /T gs Q", **state(HT=Dictionary(HalftoneType=6)))),
    ("pdf-transfer", "x4", painted("q /T gs Q", **state(HT=Dictionary(
        HalftoneType=1, HalftoneName=String("house"))))),
    ("pdf-transparency", "x1a", painted("q /T gs Q", **state(ca=0.5))),
    ("pdf-transparency", "x3", painted("q /T gs Q", **state(BM=Name.Multiply))),
    ("pdf-transparency", "x1a", put("page.Group", Dictionary(S=Name.Transparency))),
    ("pdf-transparency", "x1a", lambda pdf: first_image(pdf).__setitem__(
        "/SMask", image(9, Name.DeviceGray)(pdf))),
    ("pdf-blend-space", "x4", put("page.Group", GROUP)),
    ("pdf-blend-space", "x4", painted("q /T gs Q", **state(ca=0.5))),
    ("pdf-operator", "x4", painted("5 5 foo")),
    ("pdf-operator", "x1a", painted("/Fancy ri")),
    ("pdf-operator", "x4", lambda pdf: [
        put("page.Group", Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK))(pdf),
        painted("q /T gs Q", **state(BM=Name.Fancy))(pdf)]),
    ("pdf-content", "x4", painted("q")),
    ("pdf-resource", "x4", painted("/Nowhere gs")),
    ("pdf-empty", "x4", put("page.Contents", stream(b"q Q"))),
    ("pdf-text-cut", "x4", typed(20, "0 1 .9 0 k", at="290 60")),
    ("pdf-ink-stack", "x4", painted(
        "q 1 .6 .4 0 k 80 40 90 90 re f /GO gs 0 0 0 1 k 90 50 70 70 re f Q")),
    ("pdf-color", "x4", painted(f"q 0 0 1 rg {SQUARE} Q")),
    ("pdf-color", "x1a", painted(f"q /L cs 50 0 0 sc {SQUARE} Q", ColorSpace={"L": LAB})),
    ("pdf-color", "x4", painted(f"q /L cs 50 0 0 sc {SQUARE} Q", ColorSpace={"L": LAB})),
    ("pdf-color", "x1a", pictured(image(150, Name.DeviceRGB))),
    ("pdf-color", "x4", painted(f"q /Pattern cs /P scn {SQUARE} Q", Pattern={"P": Dictionary(
        PatternType=2, Shading=Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB))})),
    ("pdf-icc-cmyk", "x4", painted(f"q /I cs 0 0 0 1 sc {SQUARE} Q", ColorSpace={
        "I": lambda pdf: Array([Name.ICCBased, pdf.Root.OutputIntents[0].DestOutputProfile])})),
    ("pdf-spots", "x4", painted(f"q /S cs 1 scn {SQUARE} Q", ColorSpace={"S": separation("金")})),
    ("pdf-ink", "x4", painted(f"q 1 1 1 0 k {SQUARE} Q")),
    ("pdf-ink", "x4", painted(f"q .8 .7 .8 0 k {SQUARE} Q")),
    ("pdf-ink", "x4", painted(f"q /S cs 1 scn {SQUARE} Q", ColorSpace={"S": separation("All")})),
    ("pdf-white-overprint", "x4", typed(20, "0 0 0 0 k", states="/GO gs")),
    ("pdf-white-overprint", "x4", painted(f"q /GO gs 0 0 0 0 k {SQUARE} Q")),
    ("pdf-black-gray", "x4", typed(9, "0 g", states="/GO gs")),
    ("pdf-black-knocks-out", "x1a", typed(9, BLACK_TYPE, states="/GK gs")),
    ("pdf-text-small", "x4", typed(5, BLACK_TYPE, states="/GO gs")),
    ("pdf-text-small", "x4", typed(7, "0 0 0 0 k", states="/GK gs")),
    ("pdf-text-small-inks", "x4", typed(9, "0 1 .9 0 k")),
    ("pdf-text-rich-black", "x4", typed(20, ".3 0 0 1 k")),
    ("pdf-text-inks", "x4", typed(20, ".1 .9 .8 .1 k")),
    ("pdf-line-thin", "x4", painted("q 0 0 0 1 K .1 w 60 60 m 90 60 l S Q")),
    ("pdf-line-thin", "x4", painted("q 0 1 1 0 K .1 0 0 .1 0 0 cm 3 w 600 600 m 900 600 l S Q")),
    ("pdf-image-ppi", "x4", pictured(image(40))),
    ("pdf-image-ppi", "x4", painted("q 36 0 0 36 9 9 cm BI /W 8 /H 8 /BPC 8 /CS /G ID "
                                    + "x" * 64 + " EI Q")),
    ("pdf-line-art-ppi", "x4",
     pictured(image(80, Name.DeviceGray, bytes(800), BitsPerComponent=1))),
    ("pdf-image-ink", "x4", pictured(image(150, samples=b"\xd0\xb0\xb0\xf0" * 22500))),
    ("pdf-image-data", "x4", pictured(image(150, samples=bytes(99)))),
    ("pdf-image-data", "x4", lambda pdf: first_image(pdf).__setitem__("/Height", 300)),
]  # fmt: skip

SAVED: list[tuple[str, str, dict[str, Any]]] = [
    ("pdf-encrypted", "x4", {"encryption": Encryption(owner="o", user="u", R=4)}),
    ("pdf-encrypted", "x4", {"encryption": Encryption(owner="o", user="", R=4)}),
    ("pdf-version", "x1a", {"force_version": "1.6"}),
]
BYTES: list[tuple[str, str, Callable[[bytes], bytes]]] = [
    ("pdf-object-streams", "x1a", lambda data: packed(data).replace(b"%PDF-1.5", b"%PDF-1.4", 1)),
    ("pdf-broken", "x4", lambda data: b"hello"),
    ("pdf-broken", "x4", lambda data: data[:300]),
    ("pdf-id", "x4", lambda data: data.replace(b"/ID", b"/Id")),
]

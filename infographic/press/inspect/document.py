"""Rules on a PDF as a file: what it must say of itself, and what it must not hold.

The numbers behind the names are the rows of docs/press-preflight.md's table of PDF/X.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pikepdf

from infographic.foundation.diagnostics import Severity
from infographic.press.inspect.file import PressFile
from infographic.press.report import Finding

Findings = Iterator[Finding]
NEWEST = {"x4": (1, 6), "x1a": (1, 4), "x3": (1, 4), "none": (2, 0)}
NAMES = {"x4": "PDF/X-4", "x1a": "PDF/X-1a:2003", "x3": "PDF/X-3:2003"}


def version_is_old_enough(file: PressFile) -> Findings:  # 1
    said = file.pdf.pdf_version
    later = str(file.pdf.Root.get("/Version", "/"))[1:]
    if later and _numbers(later) > _numbers(said):
        said = later
    newest = NEWEST[file.standard]
    if _numbers(said) > newest:
        yield file.wrong(
            "pdf-version", "the file is of too new a PDF version", found=said,
            wanted=f"at most {newest[0]}.{newest[1]} for {NAMES.get(file.standard, 'PDF')}",
            hint="save it as PDF/X anew; a changed version number alone proves nothing",
        )  # fmt: skip


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def file_has_an_id(file: PressFile) -> Findings:  # 2
    if not file.is_pdfx:
        return
    said = file.pdf.trailer.get("/ID")
    if said is None or len(said) != 2 or not all(len(bytes(part)) for part in said):
        yield file.wrong("pdf-id", "the file has no /ID", "trailer", wanted="two strings")


def file_is_not_encrypted(file: PressFile) -> Findings:  # 3
    if file.pdf.is_encrypted:
        yield file.wrong(
            "pdf-encrypted", "the file is encrypted", "trailer",
            hint="save it without a password and without restrictions",
        )  # fmt: skip


def objects_lie_open(file: PressFile) -> Findings:  # 4
    if not file.is_old:
        return
    packed = re.search(rb"/Type\s*/(ObjStm|XRef)\b", file.data)
    if packed:
        yield file.wrong(
            "pdf-object-streams", "objects are packed in streams, which came with PDF 1.5",
            found=f"/{packed[1].decode()}", wanted=f"none in {NAMES[file.standard]}",
        )  # fmt: skip


def nothing_lies_outside(file: PressFile) -> Findings:  # 5
    for where, node in file.objects:
        what = ""
        if isinstance(node, pikepdf.Stream) and ("/F" in node or "/FFilter" in node):
            what = "a stream's data in another file"
        elif node.get("/Subtype") == "/PS" or ("/PS" in node and "/Subtype2" in node):
            what = "PostScript"
        elif node.get("/Subtype") == "/Form" and "/Ref" in node:
            what = "a page of another file"
        elif "/OPI" in node:
            what = "an OPI comment"
        elif node.get("/Type") in ("/Filespec", "/F") and "/EF" not in node:
            what = "the name of another file"
        elif any(
            isinstance(one, pikepdf.Dictionary) and one.get("/DefaultForPrinting")
            for one in _listed(node.get("/Alternates"))
        ):
            what = "another picture for printing"
        if what:
            yield file.wrong(
                "pdf-external", "the file is not all there", where, found=what,
                hint="embed it: the press has this one file only",
            )  # fmt: skip


def streams_can_be_read(file: PressFile) -> Findings:  # 6
    banned = {"/LZWDecode", "/LZW", "/Crypt"} if file.is_pdfx else {"/Crypt"}
    if file.is_old:
        banned.add("/JPXDecode")
    if file.standard == "x1a":
        banned.add("/JBIG2Decode")
    for where, node in file.objects:
        if not isinstance(node, pikepdf.Stream):
            continue
        for name in sorted(names_of(node)):
            if name in banned:
                yield file.wrong(
                    "pdf-filter", "a stream is packed in a way the standard bans", where,
                    found=name, wanted="Flate, DCT or CCITT",
                )  # fmt: skip
        if names_of(node) == {"/FlateDecode"} and not _is_readable(node):
            yield file.wrong("pdf-stream", "a stream cannot be unpacked", where)


def names_of(stream: Any) -> set[str]:
    """A stream's filters."""
    filters = stream.get("/Filter")
    return {str(filters)} if isinstance(filters, pikepdf.Name) else set(map(str, _listed(filters)))


def _is_readable(stream: Any) -> bool:
    # qpdf reads as far as it can, and says nothing.
    unpacking = zlib.decompressobj()
    try:
        unpacking.decompress(stream.read_raw_bytes())
    except (zlib.error, pikepdf.PdfError):
        return False
    return unpacking.eof


def file_has_title_and_dates(file: PressFile) -> Findings:  # 7
    if not file.is_pdfx:
        return
    xmp = file.xmp or {}
    if file.standard == "x4":
        said = {name: xmp.get(name, "") for name in
                ("dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")}  # fmt: skip
    else:
        said = {name: file.info.get(name, "") for name in ("Title", "CreationDate", "ModDate")}
    missing = [name for name, value in said.items() if not value.strip()]
    if missing:
        yield file.wrong(
            "pdf-title-dates", "the file does not say its title and its dates",
            found="without " + ", ".join(missing),
            wanted="all in XMP" if file.standard == "x4" else "all in Info",
        )  # fmt: skip


def trapping_is_known(file: PressFile) -> Findings:  # 8
    if not file.is_pdfx:
        return
    # Older pikepdf reads a name with its slash.
    info = file.info.get("Trapped", "").removeprefix("/")
    xmp = (file.xmp or {}).get("pdf:Trapped", "")
    said = [value for value in (info, xmp if file.standard == "x4" else "") if value]
    if not said or set(said) - {"True", "False"} or len(set(said)) > 1:
        yield file.wrong(
            "pdf-trapped", "the file does not say whether it is trapped",
            found=" and ".join(said) or "nothing", wanted="True or False, alike in Info and XMP",
        )  # fmt: skip


def standard_is_said(file: PressFile) -> Findings:  # 9
    match file.standard:
        case "x4":
            said = (file.xmp or {}).get("pdfxid:GTS_PDFXVersion", "")
            good = said == "PDF/X-4"
        case "x1a":
            said = file.info.get("GTS_PDFXVersion", "")
            conforms = file.info.get("GTS_PDFXConformance", "")
            good = said == "PDF/X-1a:2003" or (said, conforms) == (
                "PDF/X-1:2001", "PDF/X-1a:2001",
            )  # fmt: skip
        case "x3":
            said = file.info.get("GTS_PDFXVersion", "")
            good = said in ("PDF/X-3:2003", "PDF/X-3:2002")
        case _:
            return
    if not good:
        yield file.wrong(
            "pdf-x-version", f"the file does not say that it is {NAMES[file.standard]}",
            found=f"“{said}”" if said else "nothing",
            wanted=f"{NAMES[file.standard]} in {'XMP' if file.standard == 'x4' else 'Info'}",
        )  # fmt: skip


def xmp_is_there(file: PressFile) -> Findings:  # 10
    if file.standard != "x4":
        return
    stream = file.pdf.Root.get("/Metadata")
    if stream is None or file.xmp is None:
        found = "none" if stream is None else "one that is no XML"
        yield file.wrong("pdf-xmp", "the file has no XMP metadata that can be read", found=found)
    elif "/Filter" in stream or not stream.read_raw_bytes().lstrip().startswith(b"<?xpacket"):
        yield file.wrong(
            "pdf-xmp", "the XMP metadata cannot be found by scanning the file",
            wanted="unpacked, in an xpacket wrapper",
        )  # fmt: skip


def xmp_names_the_document(file: PressFile) -> Findings:  # 11
    if file.standard != "x4" or file.xmp is None:
        return
    wanted = ("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass")
    missing = [name for name in wanted if not file.xmp.get(name)]
    if missing:
        yield file.wrong(
            "pdf-xmp-id", "the XMP metadata does not name the document",
            found="without " + ", ".join(missing),
        )  # fmt: skip


ALIKE = (
    ("Title", "dc:title"), ("Author", "dc:creator"), ("Creator", "xmp:CreatorTool"),
    ("Producer", "pdf:Producer"), ("CreationDate", "xmp:CreateDate"),
    ("ModDate", "xmp:ModifyDate"), ("Keywords", "pdf:Keywords"),
)  # fmt: skip


def info_and_xmp_agree(file: PressFile) -> Findings:  # 12
    if file.xmp is None:
        return
    for key, name in ALIKE:
        said, also = file.info.get(key, ""), file.xmp.get(name, "")
        if not said or not also:
            continue
        differ = _moment(said) != _moment(also) if key.endswith("Date") else said != also
        if differ:
            yield file.wrong(
                "pdf-metadata", f"Info and XMP say different things of {key}",
                found=f"“{said[:60]}” and “{also[:60]}”", wanted="the same",
            )  # fmt: skip


def _moment(text: str) -> datetime | str:
    """A date of Info or of XMP; what is none, as it stands.

    >>> _moment("D:20260101000000Z") == _moment("2026-01-01T08:00:00+08:00")
    True
    """
    digits = re.match(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(.*)", text)
    if digits:
        year, month, day, hour, minute, second, zone = digits.groups()
        zone = zone.replace("'", "")[:5] or "Z"
        text = (
            f"{year}-{month or '01'}-{day or '01'}"
            f"T{hour or '00'}:{minute or '00'}:{second or '00'}{zone}"
        )
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return text
    offset = moment.utcoffset()
    return moment.replace(tzinfo=None) - offset if offset else moment.replace(tzinfo=None)


def one_intent_is_stated(file: PressFile) -> Findings:  # 13 to 16
    if not file.is_pdfx:
        return
    intents = [one for one in _listed(file.pdf.Root.get("/OutputIntents"))
               if one.get("/S") == "/GTS_PDFX"]  # fmt: skip
    if len(intents) != 1:
        yield file.wrong(
            "pdf-intent", "the file does not say what press it is for",
            found=f"{len(intents)} output intents of PDF/X", wanted="one",
        )  # fmt: skip
    for intent in intents[:1]:
        yield from _condition_is_named(file, intent)
        yield from _profile_is_a_press(file, intent)


def _condition_is_named(file: PressFile, intent: Any) -> Findings:
    name = str(intent.get("/OutputConditionIdentifier", ""))
    registry = str(intent.get("/RegistryName", ""))
    embedded = "/DestOutputProfile" in intent
    if not name:
        yield file.wrong("pdf-intent-condition", "the output intent names no condition")
    if registry != "http://www.color.org" and not (embedded and intent.get("/Info")):
        yield file.wrong(
            "pdf-intent-condition", "a condition of one's own is not explained",
            found=f"“{name}” without a registry", wanted="an embedded profile and /Info",
        )  # fmt: skip
    wanted = file.profile.intent
    if name and wanted is not None and wanted.registry and registry and wanted.identifier != name:
        yield file.wrong(
            "pdf-intent-other", "the file is made for another press", found=name,
            wanted=wanted.identifier, severity=Severity.WARNING,
            hint="ask for it made anew: changing the name does not change its colours",
        )  # fmt: skip
    if not embedded and file.standard == "x4":
        yield file.wrong(
            "pdf-intent-profile", "the output intent's ICC profile is not embedded", found=name
        )


def _profile_is_a_press(file: PressFile, intent: Any) -> Findings:
    stream = intent.get("/DestOutputProfile")
    if stream is None:
        return
    head = stream.read_bytes()[:128]
    wrong = []
    if len(head) < 128 or head[36:40] != b"acsp":
        wrong.append("no ICC profile")
    else:
        kind, space, version = head[12:16], head[16:20], head[8]
        if kind != b"prtr":
            wrong.append(f"of class “{kind.decode('ascii', 'replace')}”")
        if space != b"CMYK" or stream.get("/N") != 4:
            said = space.decode("ascii", "replace").strip()
            wrong.append(f"for {said}, /N {stream.get('/N', 'missing')}")
        if version > (4 if file.standard == "x4" else 2):
            wrong.append(f"of version {version}")
        if struct.unpack(">I", head[:4])[0] != len(stream.read_bytes()):
            wrong.append("cut off")
    if wrong:
        newest = "4" if file.standard == "x4" else "2"
        yield file.wrong(
            "pdf-intent-profile-kind", "the output intent's ICC profile is not a press's",
            found=", ".join(wrong),
            wanted=f"a whole printer profile, CMYK, version 2{' or 4' if newest == '4' else ''}",
        )  # fmt: skip


def nothing_acts(file: PressFile) -> Findings:  # 21
    root = file.pdf.Root
    for where, node in file.objects:
        if str(node.get("/S", "")) in ACTIONS and (
            "/Type" not in node or node.get("/Type") == "/Action"
        ):
            yield file.wrong("pdf-action", "the file acts when it is opened or clicked", where,
                             found=str(node["/S"]))  # fmt: skip
    form = root.get("/AcroForm")
    if form is not None or root.get("/NeedsRendering"):
        yield file.wrong("pdf-form", "the file is a form to fill in", "AcroForm")


ACTIONS = frozenset(
    f"/{name}"
    for name in (
        "GoTo", "GoToR", "GoToE", "Launch", "Thread", "URI", "Sound", "Movie", "Hide", "Named",
        "SubmitForm", "ResetForm", "ImportData", "JavaScript", "SetOCGState", "Rendition",
        "Trans", "GoTo3DView", "RichMediaExecute",
    )
)  # fmt: skip


def layers_are_plain(file: PressFile) -> Findings:  # 22
    layers = file.pdf.Root.get("/OCProperties")
    in_content = any(leaf.seen.layers for leaf in file.leaves)
    if file.is_old and (layers is not None or in_content):
        yield file.wrong("pdf-layers", "the file has layers", "OCProperties",
                         wanted=f"none in {NAMES[file.standard]}")  # fmt: skip
    elif layers is not None and ("/Configs" in layers or "/AS" in layers.get("/D", {})):
        yield file.wrong(
            "pdf-layers", "the file's layers may show differently at the press", "OCProperties",
            found="/Configs" if "/Configs" in layers else "/AS", wanted="one fixed state",
        )  # fmt: skip


def page_is_one(file: PressFile) -> Findings:
    count = len(file.pdf.pages)
    if count != 1:
        yield file.wrong("pdf-pages", "the file is not exactly one page", found=str(count),
                         wanted="1")  # fmt: skip


def preferences_are_plain(file: PressFile) -> Findings:  # 19
    preferences = file.pdf.Root.get("/ViewerPreferences")
    if preferences is None or not file.is_pdfx:
        return
    allowed = {"/MediaBox"}
    if file.leaves and all("BleedBox" in leaf.boxes for leaf in file.leaves):
        allowed.add("/BleedBox")
    for key in ("/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip"):
        said = str(preferences.get(key, "/MediaBox"))
        if said not in allowed:
            yield file.wrong("pdf-viewer-box", f"{key[1:]} would cut the page", found=said,
                             wanted=" or ".join(sorted(allowed)))  # fmt: skip


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array) else []


RULES = (
    version_is_old_enough, file_has_an_id, file_is_not_encrypted, objects_lie_open,
    nothing_lies_outside, streams_can_be_read, file_has_title_and_dates, trapping_is_known,
    standard_is_said, xmp_is_there, xmp_names_the_document, info_and_xmp_agree,
    one_intent_is_stated, nothing_acts, layers_are_plain, page_is_one, preferences_are_plain,
)  # fmt: skip

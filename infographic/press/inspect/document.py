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
from infographic.foundation.sayings import say
from infographic.press.inspect.bounds import ends_well
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
        most, standard = f"{newest[0]}.{newest[1]}", NAMES.get(file.standard, "PDF")
        yield file.wrong(say("pdf-version", version=said, newest=most, standard=standard))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def file_has_an_id(file: PressFile) -> Findings:  # 2
    if not file.is_pdfx:
        return
    said = file.pdf.trailer.get("/ID")
    if said is None or len(said) != 2 or not all(len(bytes(part)) for part in said):
        yield file.wrong(say("pdf-id"), "trailer")


def file_is_not_encrypted(file: PressFile) -> Findings:  # 3
    if file.pdf.is_encrypted:
        yield file.wrong(say("pdf-encrypted/file"), "trailer")


def objects_lie_open(file: PressFile) -> Findings:  # 4
    if not file.is_old:
        return
    packed = re.search(rb"/Type\s*/(ObjStm|XRef)\b", file.data)
    if packed:
        kind, standard = f"/{packed[1].decode()}", NAMES[file.standard]
        yield file.wrong(say("pdf-object-streams", kind=kind, standard=standard))


def nothing_lies_outside(file: PressFile) -> Findings:  # 5
    for where, node in file.objects:
        what = None
        if isinstance(node, pikepdf.Stream) and ("/F" in node or "/FFilter" in node):
            what = say("phrase/stream-elsewhere")
        elif node.get("/Subtype") == "/PS" or ("/PS" in node and "/Subtype2" in node):
            what = say("phrase/postscript")
        elif node.get("/Subtype") == "/Form" and "/Ref" in node:
            what = say("phrase/page-elsewhere")
        elif "/OPI" in node:
            what = say("phrase/opi-comment")
        elif node.get("/Type") in ("/Filespec", "/F") and "/EF" not in node:
            what = say("phrase/name-of-a-file")
        elif any(
            isinstance(one, pikepdf.Dictionary) and one.get("/DefaultForPrinting")
            for one in _listed(node.get("/Alternates"))
        ):
            what = say("phrase/picture-for-printing")
        if what:
            yield file.wrong(say("pdf-external", what=what), where)


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
                yield file.wrong(say("pdf-filter", filter=name), where)
        if names_of(node) == {"/FlateDecode"} and not _is_readable(node):
            yield file.wrong(say("pdf-stream"), where)


def names_of(stream: Any) -> set[str]:
    """A stream's filters."""
    filters = stream.get("/Filter")
    return {str(filters)} if isinstance(filters, pikepdf.Name) else set(map(str, _listed(filters)))


def _is_readable(stream: Any) -> bool:
    # qpdf reads as far as it can, and says nothing.
    try:
        return ends_well(stream.read_raw_bytes())
    except (zlib.error, pikepdf.PdfError):
        return False


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
        place = "XMP" if file.standard == "x4" else "Info"
        yield file.wrong(say("pdf-title-dates", missing=missing, place=place))


def trapping_is_known(file: PressFile) -> Findings:  # 8
    if not file.is_pdfx:
        return
    # Older pikepdf reads a name with its slash.
    info = file.info.get("Trapped", "").removeprefix("/")
    xmp = (file.xmp or {}).get("pdf:Trapped", "")
    said = [value for value in (info, xmp if file.standard == "x4" else "") if value]
    if not said or set(said) - {"True", "False"} or len(set(said)) > 1:
        yield file.wrong(
            say("pdf-trapped/unclear", said=said) if said else say("pdf-trapped/missing")
        )


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
        standard, place = NAMES[file.standard], "XMP" if file.standard == "x4" else "Info"
        if said:
            saying = say("pdf-x-version/other", standard=standard, place=place, said=said)
        else:
            saying = say("pdf-x-version/missing", standard=standard, place=place)
        yield file.wrong(saying)


def xmp_is_there(file: PressFile) -> Findings:  # 10
    if file.standard != "x4":
        return
    stream = file.pdf.Root.get("/Metadata")
    if stream is None or file.xmp is None:
        yield file.wrong(say("pdf-xmp/missing" if stream is None else "pdf-xmp/no-xml"))
    elif "/Filter" in stream or not stream.read_raw_bytes().lstrip().startswith(b"<?xpacket"):
        yield file.wrong(say("pdf-xmp/packed"))


def xmp_names_the_document(file: PressFile) -> Findings:  # 11
    if file.standard != "x4" or file.xmp is None:
        return
    wanted = ("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass")
    missing = [name for name in wanted if not file.xmp.get(name)]
    if missing:
        yield file.wrong(say("pdf-xmp-id", missing=missing))


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
            yield file.wrong(say("pdf-metadata", property=key, info=said[:60], xmp=also[:60]))


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
        yield file.wrong(say("pdf-intent", count=len(intents)))
    for intent in intents[:1]:
        yield from _condition_is_named(file, intent)
        yield from _profile_is_a_press(file, intent)


def _condition_is_named(file: PressFile, intent: Any) -> Findings:
    name = str(intent.get("/OutputConditionIdentifier", ""))
    registry = str(intent.get("/RegistryName", ""))
    embedded = "/DestOutputProfile" in intent
    if not name:
        yield file.wrong(say("pdf-intent-condition/missing"))
    if registry != "http://www.color.org" and not (embedded and intent.get("/Info")):
        yield file.wrong(say("pdf-intent-condition/own", name=name))
    wanted = file.profile.intent
    if name and wanted is not None and wanted.registry and registry and wanted.identifier != name:
        saying = say("pdf-intent-other", name=name, asked=wanted.identifier)
        yield file.wrong(saying, severity=Severity.WARNING)
    if not embedded and file.standard == "x4":
        yield file.wrong(say("pdf-intent-profile", name=name))


def _profile_is_a_press(file: PressFile, intent: Any) -> Findings:
    stream = intent.get("/DestOutputProfile")
    if stream is None:
        return
    head = stream.read_bytes()[:128]
    wrong = []
    if len(head) < 128 or head[36:40] != b"acsp":
        wrong.append(say("phrase/no-icc"))
    else:
        kind, space, version = head[12:16], head[16:20], head[8]
        if kind != b"prtr":
            wrong.append(say("phrase/icc-class", kind=kind.decode("ascii", "replace")))
        if space != b"CMYK" or stream.get("/N") != 4:
            said, count = space.decode("ascii", "replace").strip(), stream.get("/N", "missing")
            wrong.append(say("phrase/icc-space", space=said, count=str(count)))
        if version > (4 if file.standard == "x4" else 2):
            wrong.append(say("phrase/icc-version", version=version))
        if struct.unpack(">I", head[:4])[0] != len(stream.read_bytes()):
            wrong.append(say("phrase/cut-off"))
    if wrong:
        is_new = file.standard == "x4"
        yield file.wrong(
            say(
                "pdf-intent-profile-kind/version-4" if is_new else "pdf-intent-profile-kind/old",
                wrong=wrong,
            )
        )


def nothing_acts(file: PressFile) -> Findings:  # 21
    root = file.pdf.Root
    for where, node in file.objects:
        if str(node.get("/S", "")) in ACTIONS and (
            "/Type" not in node or node.get("/Type") == "/Action"
        ):
            yield file.wrong(say("pdf-action", action=str(node["/S"])), where)
    form = root.get("/AcroForm")
    if form is not None or root.get("/NeedsRendering"):
        yield file.wrong(say("pdf-form"), "AcroForm")


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
        standard = NAMES[file.standard]
        yield file.wrong(say("pdf-layers/banned", standard=standard), "OCProperties")
    elif layers is not None and ("/Configs" in layers or "/AS" in layers.get("/D", {})):
        key = "/Configs" if "/Configs" in layers else "/AS"
        yield file.wrong(say("pdf-layers/moving", entry=key), "OCProperties")


def page_is_one(file: PressFile) -> Findings:
    count = len(file.pdf.pages)
    if count != 1 and (count == 0 or not file.profile.takes_several):
        yield file.wrong(say("pdf-pages", count=count))


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
            boxes = sorted(allowed)
            yield file.wrong(say("pdf-viewer-box", entry=key[1:], said=said, boxes=boxes))


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array) else []


RULES = (
    version_is_old_enough, file_has_an_id, file_is_not_encrypted, objects_lie_open,
    nothing_lies_outside, streams_can_be_read, file_has_title_and_dates, trapping_is_known,
    standard_is_said, xmp_is_there, xmp_names_the_document, info_and_xmp_agree,
    one_intent_is_stated, nothing_acts, layers_are_plain, page_is_one, preferences_are_plain,
)  # fmt: skip

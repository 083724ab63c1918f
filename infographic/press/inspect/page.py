"""Rules on a PDF's pages: boxes, annotations, fonts, and how things are painted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from infographic.foundation.diagnostics import Severity
from infographic.foundation.geometry import Rect
from infographic.foundation.sayings import Saying, say
from infographic.press.inspect.document import NAMES
from infographic.press.inspect.file import PressFile
from infographic.press.inspect.fonts import disagreeing_widths
from infographic.press.inspect.paint import Paint
from infographic.press.report import Finding

Findings = Iterator[Finding]
TOLERANCE = 0.01


def page_has_a_trim(file: PressFile) -> Findings:  # 17
    if not file.is_pdfx:
        return
    for leaf in file.leaves:
        said = [name for name in ("TrimBox", "ArtBox") if name in leaf.boxes]
        if len(said) != 1:
            saying = say("pdf-trim/several", boxes=said) if said else say("pdf-trim/missing")
            yield file.wrong(saying, f"page {leaf.number}")


INSIDE = (
    ("TrimBox", "BleedBox"), ("ArtBox", "BleedBox"), ("TrimBox", "CropBox"),
    ("BleedBox", "CropBox"), ("TrimBox", "MediaBox"), ("ArtBox", "MediaBox"),
    ("BleedBox", "MediaBox"), ("CropBox", "MediaBox"),
)  # fmt: skip


def boxes_lie_in_each_other(file: PressFile) -> Findings:  # 18
    for leaf in file.leaves:
        for inner, outer in INSIDE:
            if inner not in leaf.boxes or outer not in leaf.boxes:
                continue
            if not leaf.boxes[outer].holds(leaf.boxes[inner], TOLERANCE):
                saying = say(
                    "pdf-boxes", inner=inner, inside=_measured(leaf.boxes[inner]),
                    outer=outer, outside=_measured(leaf.boxes[outer]),
                )  # fmt: skip
                yield file.wrong(saying, f"page {leaf.number}")


def sheet_is_plain(file: PressFile) -> Findings:
    for leaf in file.leaves:
        at = f"page {leaf.number}"
        if float(leaf.page.obj.get("/UserUnit", 1)) != 1:
            yield file.wrong(say("pdf-user-unit", said=str(leaf.page.obj["/UserUnit"])), at)
        crop, media = leaf.boxes.get("CropBox"), leaf.boxes["MediaBox"]
        if crop is not None and not (crop.holds(media, TOLERANCE) and media.holds(crop, TOLERANCE)):
            saying = say("pdf-crop", crop=_measured(crop), sheet=_measured(media))
            yield file.wrong(saying, at, severity=Severity.WARNING)
        if int(leaf.page.obj.get("/Rotate", 0)) % 360:
            saying = say("pdf-rotated", degrees=str(leaf.page.obj["/Rotate"]))
            yield file.wrong(saying, at, severity=Severity.WARNING)


def bleed_is_as_wanted(file: PressFile) -> Findings:
    wanted = file.profile.bleed
    if wanted is None:
        return
    for leaf in file.leaves:
        bleed = leaf.boxes.get("BleedBox", leaf.boxes.get("CropBox", leaf.boxes["MediaBox"]))
        trim = leaf.trim
        sides = (trim.x - bleed.x, bleed.right - trim.right, trim.y - bleed.y,
                 bleed.bottom - trim.bottom)  # fmt: skip
        if wanted and min(sides) < wanted - 0.5:
            saying = say("pdf-bleed/short", bleed=max(min(sides), 0.0), least=wanted)
            yield file.wrong(saying, f"page {leaf.number}")
        elif not wanted and "BleedBox" in leaf.boxes and max(sides) > 0.5:
            saying = say("pdf-bleed/not-taken", bleed=max(sides))
            yield file.wrong(saying, f"page {leaf.number}", severity=Severity.WARNING)


def annotations_stay_outside(file: PressFile) -> Findings:  # 20
    if not file.is_pdfx:
        return
    for leaf in file.leaves:
        bleed = leaf.boxes.get("BleedBox", leaf.trim)
        for one in leaf.page.obj.get("/Annots", ()):
            kind = str(one.get("/Subtype", "/?"))[1:]
            if kind == "TrapNet":
                continue
            x1, y1, x2, y2 = (float(value) for value in one.get("/Rect", (0, 0, 9999, 9999)))
            box = Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
            if box.meets(leaf.trim if kind == "PrinterMark" else bleed):
                yield file.wrong(
                    say("pdf-annotation", kind=kind), f"page {leaf.number}",
                    box=leaf.on_trim(box), page=leaf.number,
                )  # fmt: skip


def fonts_are_embedded(file: PressFile) -> Findings:  # 23
    for leaf in file.leaves:
        at = f"page {leaf.number}"
        for font in leaf.seen.fonts.values():
            if not font.used:
                continue
            if not font.is_embedded:
                yield file.wrong(say("pdf-font/not-embedded", font=font.name), at)
                continue
            try:
                wrong = disagreeing_widths(font)
            except ValueError:
                yield file.wrong(say("pdf-font/unread", font=font.name), at)
                continue
            if 0 in font.used and font.code_bytes == 2:
                yield file.wrong(say("pdf-glyph-missing", font=font.name), at)
            if wrong:
                code, written, own = wrong[0]
                saying = say(
                    "pdf-font-widths", font=font.name, character=code, written=written, own=own,
                    more=len(wrong) - 1,
                )  # fmt: skip
                yield file.wrong(saying, at)


def graphics_states_are_plain(file: PressFile) -> Findings:  # 26
    if not file.is_pdfx:
        return
    for where, node in file.objects:
        found = None
        if "/TR" in node and "/Type" in node and node["/Type"] == "/ExtGState":
            found = say("phrase/transfer-function", entry="TR")
        elif node.get("/TR2", "/Default") not in ("/Default",) and "/TR2" in node:
            found = say("phrase/transfer-function", entry="TR2")
        elif "/HTP" in node:
            found = say("phrase/halftone-phase")
        elif "/HalftoneType" in node:
            if int(node["/HalftoneType"]) not in (1, 5):
                found = say("phrase/halftone-type", number=int(node["/HalftoneType"]))
            elif "/HalftoneName" in node:
                found = say("phrase/halftone-name")
            elif "/TransferFunction" in node:
                found = say("phrase/halftone-transfer")
        if found:
            yield file.wrong(say("pdf-transfer", what=found), where)


def transparency_is_allowed(file: PressFile) -> Findings:  # 27
    if not file.is_pdfx:
        return
    found = [(where, what) for where, node in file.objects if (what := _transparency(node))]
    if file.is_old:
        for where, what in found:
            saying = say("pdf-transparency", what=what, standard=NAMES[file.standard])
            yield file.wrong(saying, where)
        return
    for where, node in file.objects:
        if node.get("/S") != "/Transparency":
            continue
        space = node.get("/CS")
        if space is not None and space != "/DeviceCMYK":
            named = space if isinstance(space, pikepdf.Name) else space[0]
            yield file.wrong(say("pdf-blend-space/other", space=str(named)[1:]), where)
    for leaf in file.leaves:
        group = leaf.page.obj.get("/Group")
        if found and (group is None or "/CS" not in group):
            saying = say("pdf-blend-space/missing")
            yield file.wrong(saying, f"page {leaf.number}", severity=Severity.WARNING)


def _transparency(node: Any) -> Saying | None:
    """What makes a graphics state, an image or a group transparent; None for nothing."""
    if node.get("/Type") == "/ExtGState" or {"/ca", "/CA", "/BM", "/SMask"} & set(node.keys()):
        for key in ("/ca", "/CA"):
            if float(node.get(key, 1)) < 1:
                return say("phrase/opacity", entry=key[1:], value=float(node[key]))
        blend = node.get("/BM", "/Normal")
        names = list(blend) if isinstance(blend, pikepdf.Array) else [blend]
        if str(names[0]) not in ("/Normal", "/Compatible"):
            return say("phrase/blend-mode", name=str(names[0])[1:])
        if "/SMask" in node and node["/SMask"] != "/None":
            return say("phrase/soft-mask")
    if node.get("/SMaskInData", 0):
        return say("phrase/soft-mask")
    return say("phrase/group") if node.get("/S") == "/Transparency" else None


BLEND_MODES = frozenset(
    f"/{name}"
    for name in (
        "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten",
        "ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue",
        "Saturation", "Color", "Luminosity",
    )
)  # fmt: skip
INTENTS = frozenset(
    ("/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual")
)


def operators_are_known(file: PressFile) -> Findings:  # 28
    for leaf in file.leaves:
        at = f"page {leaf.number}"
        seen = leaf.seen
        if seen.broken:
            yield file.wrong(say("pdf-content/cut-off", reason=seen.broken), at)
        if seen.unknown:
            yield file.wrong(say("pdf-operator/unknown", operators=sorted(seen.unknown)), at)
        if seen.missing:
            yield file.wrong(say("pdf-resource", names=sorted(seen.missing)), at)
        if not seen.balanced:
            yield file.wrong(say("pdf-content/not-in-pairs"), at)
        unknown = seen.intents - INTENTS
        if unknown:
            yield file.wrong(say("pdf-operator/intent", names=sorted(unknown)), at)
        if not seen.paints and not seen.broken:
            yield file.wrong(say("pdf-empty"), at)
    for where, node in file.objects:
        blend = node.get("/BM", "/Normal")
        names = list(blend) if isinstance(blend, pikepdf.Array) else [blend]
        for name in names:
            if str(name) not in BLEND_MODES:
                yield file.wrong(say("pdf-operator/blend-mode", name=str(name)), where)


def text_stands_on_the_trim(file: PressFile) -> Findings:
    for leaf in file.leaves:
        trim = Rect(0, 0, *leaf.trim.size)
        for paint in leaf.seen.paints:
            if paint.kind == "text" and paint.box.meets(trim) and not trim.grown(0.5).holds(
                _inked(paint), TOLERANCE
            ):  # fmt: skip
                yield file.wrong(
                    say("pdf-text-cut"), f"page {leaf.number}", box=paint.box, page=leaf.number
                )


def _inked(paint: Paint) -> Rect:
    """A line's box without the air over and under its letters."""
    box, air = paint.box, min(paint.box.height * 0.15, paint.size * 0.15, 4.0)
    return Rect(box.x, box.y + air, box.width, max(box.height - 2 * air, 0.0))


def _measured(box: Rect) -> Saying:
    return say("phrase/box", left=box.x, bottom=box.y, right=box.right, top=box.bottom)


RULES = (
    page_has_a_trim, boxes_lie_in_each_other, sheet_is_plain, bleed_is_as_wanted,
    annotations_stay_outside, fonts_are_embedded, graphics_states_are_plain,
    transparency_is_allowed, operators_are_known, text_stands_on_the_trim,
)  # fmt: skip

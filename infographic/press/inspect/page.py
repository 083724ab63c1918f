"""Rules on a PDF's pages: boxes, annotations, fonts, and how things are painted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from infographic.foundation.diagnostics import Severity
from infographic.foundation.geometry import Rect
from infographic.press.inspect.document import NAMES
from infographic.press.inspect.file import PressFile
from infographic.press.inspect.fonts import disagreeing_widths
from infographic.press.inspect.paint import Paint
from infographic.press.report import MM, Finding

Findings = Iterator[Finding]
TOLERANCE = 0.01


def page_has_a_trim(file: PressFile) -> Findings:  # 17
    if not file.is_pdfx:
        return
    for leaf in file.leaves:
        said = [name for name in ("TrimBox", "ArtBox") if name in leaf.boxes]
        if len(said) != 1:
            yield file.wrong(
                "pdf-trim", "the page does not say what is cut", f"page {leaf.number}",
                found=" and ".join(said) or "neither TrimBox nor ArtBox", wanted="one TrimBox",
            )  # fmt: skip


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
                yield file.wrong(
                    "pdf-boxes", f"the {inner} reaches out of the {outer}",
                    f"page {leaf.number}", found=_measured(leaf.boxes[inner]),
                    wanted=f"inside {_measured(leaf.boxes[outer])}",
                )  # fmt: skip


def sheet_is_plain(file: PressFile) -> Findings:
    for leaf in file.leaves:
        at = f"page {leaf.number}"
        if float(leaf.page.obj.get("/UserUnit", 1)) != 1:
            yield file.wrong("pdf-user-unit", "the page is measured in units of its own", at,
                             found=f"{leaf.page.obj['/UserUnit']}", wanted="1")  # fmt: skip
        crop, media = leaf.boxes.get("CropBox"), leaf.boxes["MediaBox"]
        if crop is not None and not (crop.holds(media, TOLERANCE) and media.holds(crop, TOLERANCE)):
            yield file.wrong(
                "pdf-crop", "the CropBox hides a part of the sheet", at, found=_measured(crop),
                wanted=_measured(media), severity=Severity.WARNING,
            )  # fmt: skip
        if int(leaf.page.obj.get("/Rotate", 0)) % 360:
            yield file.wrong(
                "pdf-rotated", "the page is turned", at, found=f"{leaf.page.obj['/Rotate']}°",
                wanted="0°", severity=Severity.WARNING,
            )  # fmt: skip


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
            yield file.wrong(
                "pdf-bleed", "the page does not bleed far enough", f"page {leaf.number}",
                found=f"{max(min(sides), 0) * MM:.1f} mm", wanted=f"{wanted * MM:.1f} mm",
            )  # fmt: skip
        elif not wanted and "BleedBox" in leaf.boxes and max(sides) > 0.5:
            yield file.wrong(
                "pdf-bleed", "the page bleeds, and this press takes none", f"page {leaf.number}",
                found=f"{max(sides) * MM:.1f} mm", wanted="exactly the trim",
                severity=Severity.WARNING,
            )  # fmt: skip


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
                    "pdf-annotation", "a note or link lies on the page", f"page {leaf.number}",
                    found=kind, wanted="none inside the bleed", box=leaf.on_trim(box),
                    page=leaf.number, hint="print it without comments, links and form fields",
                )  # fmt: skip


def fonts_are_embedded(file: PressFile) -> Findings:  # 23
    for leaf in file.leaves:
        for font in leaf.seen.fonts.values():
            if not font.used:
                continue
            if not font.is_embedded:
                yield file.wrong("pdf-font", "a font is not embedded", f"page {leaf.number}",
                                 found=font.name)  # fmt: skip
                continue
            try:
                wrong = disagreeing_widths(font)
            except ValueError as error:
                yield file.wrong("pdf-font", f"{error}", f"page {leaf.number}", found=font.name)
                continue
            if 0 in font.used and font.code_bytes == 2:
                yield file.wrong("pdf-glyph-missing", "an empty box is set for a character",
                                 f"page {leaf.number}", found=font.name)  # fmt: skip
            if wrong:
                code, written, own = wrong[0]
                yield file.wrong(
                    "pdf-font-widths", "a font's written widths are not its glyphs'",
                    f"page {leaf.number}",
                    found=f"{font.name}: {written:g} for code {code}, and {len(wrong) - 1} more",
                    wanted=f"{own:g}", hint="the press may set the line at another width",
                )  # fmt: skip


def graphics_states_are_plain(file: PressFile) -> Findings:  # 26
    if not file.is_pdfx:
        return
    for where, node in file.objects:
        found = ""
        if "/TR" in node and "/Type" in node and node["/Type"] == "/ExtGState":
            found = "a transfer function (TR)"
        elif node.get("/TR2", "/Default") not in ("/Default",) and "/TR2" in node:
            found = "a transfer function (TR2)"
        elif "/HTP" in node:
            found = "a halftone phase (HTP)"
        elif "/HalftoneType" in node:
            if int(node["/HalftoneType"]) not in (1, 5):
                found = f"a halftone of type {int(node['/HalftoneType'])}"
            elif "/HalftoneName" in node:
                found = "a halftone by name"
            elif "/TransferFunction" in node:
                found = "a halftone's transfer function"
        if found:
            yield file.wrong(
                "pdf-transfer", "the file changes the press's own screening or tones", where,
                found=found, wanted="none",
            )  # fmt: skip


def transparency_is_allowed(file: PressFile) -> Findings:  # 27
    if not file.is_pdfx:
        return
    found = [(where, what) for where, node in file.objects if (what := _transparency(node))]
    if file.is_old:
        for where, what in found:
            yield file.wrong(
                "pdf-transparency", "the page is transparent in places", where, found=what,
                wanted=f"none in {NAMES[file.standard]}", hint="flatten it where it is made",
            )  # fmt: skip
        return
    for where, node in file.objects:
        if node.get("/S") != "/Transparency":
            continue
        space = node.get("/CS")
        if space is not None and space != "/DeviceCMYK":
            named = space if isinstance(space, pikepdf.Name) else space[0]
            yield file.wrong(
                "pdf-blend-space", "colours are mixed in another space than the press's", where,
                found=str(named)[1:], wanted="DeviceCMYK",
            )  # fmt: skip
    for leaf in file.leaves:
        group = leaf.page.obj.get("/Group")
        if found and (group is None or "/CS" not in group):
            yield file.wrong(
                "pdf-blend-space", "a transparent page does not say where its colours are mixed",
                f"page {leaf.number}", found="no /Group with /CS", wanted="DeviceCMYK",
                severity=Severity.WARNING,
            )  # fmt: skip


def _transparency(node: Any) -> str:
    """What makes a graphics state, an image or a group transparent; "" for nothing."""
    if node.get("/Type") == "/ExtGState" or {"/ca", "/CA", "/BM", "/SMask"} & set(node.keys()):
        for key in ("/ca", "/CA"):
            if float(node.get(key, 1)) < 1:
                return f"{key[1:]} {float(node[key]):g}"
        blend = node.get("/BM", "/Normal")
        names = list(blend) if isinstance(blend, pikepdf.Array) else [blend]
        if str(names[0]) not in ("/Normal", "/Compatible"):
            return f"blend mode {str(names[0])[1:]}"
        if "/SMask" in node and node["/SMask"] != "/None":
            return "a soft mask"
    if node.get("/SMaskInData", 0):
        return "a soft mask"
    return "a group" if node.get("/S") == "/Transparency" else ""


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
            yield file.wrong("pdf-content", "the page cannot be read to its end", at,
                             found=seen.broken)  # fmt: skip
        if seen.unknown:
            yield file.wrong("pdf-operator", "the page uses operators that no standard defines",
                             at, found=" ".join(sorted(seen.unknown)))  # fmt: skip
        if seen.missing:
            yield file.wrong("pdf-resource", "the page names things that it does not have", at,
                             found=" ".join(sorted(seen.missing)))  # fmt: skip
        if not seen.balanced:
            yield file.wrong("pdf-content", "the page's q and Q are not in pairs", at)
        unknown = seen.intents - INTENTS
        if unknown:
            yield file.wrong("pdf-operator", "a rendering intent is unknown", at,
                             found=" ".join(sorted(unknown)))  # fmt: skip
        if not seen.paints and not seen.broken:
            yield file.wrong("pdf-empty", "nothing stands on the page", at)
    for where, node in file.objects:
        blend = node.get("/BM", "/Normal")
        names = list(blend) if isinstance(blend, pikepdf.Array) else [blend]
        for name in names:
            if str(name) not in BLEND_MODES:
                yield file.wrong("pdf-operator", "a blend mode is unknown", where,
                                 found=str(name))  # fmt: skip


def text_stands_on_the_trim(file: PressFile) -> Findings:
    for leaf in file.leaves:
        trim = Rect(0, 0, *leaf.trim.size)
        for paint in leaf.seen.paints:
            if paint.kind == "text" and paint.box.meets(trim) and not trim.grown(0.5).holds(
                _inked(paint), TOLERANCE
            ):  # fmt: skip
                yield file.wrong(
                    "pdf-text-cut", "words reach out of the trim", f"page {leaf.number}",
                    box=paint.box, page=leaf.number, wanted="all words inside it",
                )  # fmt: skip


def _inked(paint: Paint) -> Rect:
    """A line's box without the air over and under its letters."""
    box, air = paint.box, min(paint.box.height * 0.15, paint.size * 0.15, 4.0)
    return Rect(box.x, box.y + air, box.width, max(box.height - 2 * air, 0.0))


def _measured(box: Rect) -> str:
    return " ".join(f"{value:g}" for value in (box.x, box.y, box.right, box.bottom))


RULES = (
    page_has_a_trim, boxes_lie_in_each_other, sheet_is_plain, bleed_is_as_wanted,
    annotations_stay_outside, fonts_are_embedded, graphics_states_are_plain,
    transparency_is_allowed, operators_are_known, text_stands_on_the_trim,
)  # fmt: skip

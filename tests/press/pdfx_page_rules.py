"""The rules on pages, fonts and colours; `pdfx_rules` has those on the file."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont
from pdfx_content import of_kind
from pdfx_rules import File, rule
from pikepdf import Array, Dictionary, Name, Stream

NEAR = 0.01


def box(page: Any, key: str) -> tuple[float, ...] | None:
    value = page.obj.get(key)
    return None if value is None else tuple(float(v) for v in value)


def inside(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    return (
        inner[0] >= outer[0] - NEAR
        and inner[1] >= outer[1] - NEAR
        and inner[2] <= outer[2] + NEAR
        and inner[3] <= outer[3] + NEAR
    )


# Pages


@rule
def there_is_one_page_with_something_on_it(file: File) -> Iterator[str]:
    if len(file.pdf.pages) != 1:
        yield f"{len(file.pdf.pages)} pages"
    for content in file.contents:
        if not content.painted:
            yield "an empty page"


@rule
def boxes_lie_in_each_other(file: File) -> Iterator[str]:
    for page in file.pdf.pages:
        media, trim, bleed, crop = (
            box(page, key) for key in ("/MediaBox", "/TrimBox", "/BleedBox", "/CropBox")
        )
        if media is None or trim is None:
            yield "no MediaBox or no TrimBox"
            continue
        if "/ArtBox" in page.obj:
            yield "ArtBox beside TrimBox"
        for value in (media, trim, bleed, crop):
            if value and not (len(value) == 4 and value[0] < value[2] and value[1] < value[3]):
                yield f"a box of no size {value}"
        if bleed and not inside(trim, bleed):
            yield "TrimBox outside BleedBox"
        if not inside(bleed or trim, media) or not inside(bleed or trim, crop or media):
            yield "a box outside the MediaBox or CropBox"
        if crop and crop != media:
            yield "CropBox is not the MediaBox"
        if max(media[2] - media[0], media[3] - media[1]) > 14400:
            yield "too large for a PDF"


@rule
def a_point_is_a_point(file: File) -> Iterator[str]:
    for page in file.pdf.pages:
        if "/UserUnit" in page.obj:
            yield "UserUnit"
        if page.obj.get("/Rotate", 0) != 0:
            yield "Rotate"


@rule
def viewers_show_the_whole_sheet(file: File) -> Iterator[str]:
    preferences = file.root.get("/ViewerPreferences", {})
    for key in ("/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip"):
        if preferences.get(key, Name.MediaBox) not in (Name.MediaBox, Name.BleedBox):
            yield key


@rule
def there_are_no_annotations(file: File) -> Iterator[str]:
    for page in file.pdf.pages:
        if len(page.obj.get("/Annots", Array())):
            yield "annotations"


@rule
def nothing_acts(file: File) -> Iterator[str]:
    for path, one in file.objects:
        for key in ("/OpenAction", "/AA", "/JavaScript", "/JS", "/AcroForm", "/XFA", "/PresSteps"):
            if key in one:
                yield f"{path} {key}"


@rule
def nothing_is_optional(file: File) -> Iterator[str]:
    if "/OCProperties" in file.root:
        properties = file.root.OCProperties
        if not file.is_x4:
            yield "optional content"
        elif len(properties.get("/Configs", Array())) or "/AS" in properties.get("/D", {}):
            yield "Configs or automatic states"


# Fonts


def fonts_of(file: File) -> Iterator[tuple[str, Any]]:
    for page in file.pdf.pages:
        yield from page.resources.get("/Font", Dictionary()).items()


@rule
def fonts_are_embedded(file: File) -> Iterator[str]:
    for name, font in fonts_of(file):
        if font.get("/Subtype") != Name.Type0:
            yield f"{name} {font.get('/Subtype')} is not of our kind"
            continue
        descendant = font.DescendantFonts[0]
        descriptor = descendant.get("/FontDescriptor", {})
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"{name} {font.BaseFont} is not embedded"
        if not re.match(r"/[A-Z]{6}\+", str(font.BaseFont)):
            yield f"{name} {font.BaseFont} is a subset without a tag"
        if "Courier" in str(font.BaseFont):
            yield f"{name} Courier"
        if "/ToUnicode" not in font:
            yield f"{name} has no ToUnicode"
        is_cff = descendant.Subtype == Name.CIDFontType0
        if not is_cff and descendant.get("/CIDToGIDMap") != Name.Identity:
            yield f"{name} has no CIDToGIDMap"


def widths_of(font: Any) -> tuple[dict[int, float], float]:
    descendant = font.DescendantFonts[0]
    widths: dict[int, float] = {}
    entries = list(descendant.get("/W", Array()))
    while entries:
        first, second = entries.pop(0), entries.pop(0)
        if isinstance(second, Array):
            widths |= {int(first) + i: float(w) for i, w in enumerate(second)}
        else:
            last, width = second, entries.pop(0)
            widths |= {code: float(width) for code in range(int(first), int(last) + 1)}
    return widths, float(descendant.get("/DW", 1000))


def advances_of(font: Any) -> list[float]:
    """Each glyph's advance in the embedded program, in 1/1000 em."""
    descriptor = font.DescendantFonts[0].FontDescriptor
    if "/FontFile2" in descriptor:
        return advances_in_glyf(descriptor.FontFile2.read_bytes())
    return advances_in_cff(descriptor.FontFile3.read_bytes())


@lru_cache(maxsize=64)
def advances_in_glyf(data: bytes) -> list[float]:
    program = TTFont(io.BytesIO(data))
    em = program["head"].unitsPerEm
    metrics = program["hmtx"].metrics
    return [metrics[name][0] * 1000 / em for name in program.getGlyphOrder()]


@lru_cache(maxsize=64)
def advances_in_cff(data: bytes) -> list[float]:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top = fonts[0]
    em = 1 / (getattr(top, "FontMatrix", None) or [0.001])[0]
    advances = []
    for name in top.charset:
        glyph = top.CharStrings[name]
        glyph.draw(type("Pen", (), {n: lambda *a: None for n in PEN})())
        advances.append(glyph.width * 1000 / em)
    return advances


PEN = ("moveTo", "lineTo", "curveTo", "qCurveTo", "closePath", "endPath", "addComponent")


@rule
def widths_agree_with_the_glyphs(file: File) -> Iterator[str]:
    for name, font in fonts_of(file):
        if font.get("/Subtype") != Name.Type0:
            continue
        try:
            advances = advances_of(font)
        except (AttributeError, KeyError):
            continue
        widths, default = widths_of(font)
        for code in codes_shown(file, name):
            if code >= len(advances):
                yield f"{name} glyph {code} is not in the program"
            elif abs(widths.get(code, default) - advances[code]) > 1:
                yield f"{name} glyph {code}: {widths.get(code, default)}, {advances[code]:.0f}"


def codes_shown(file: File, font: str) -> set[int]:
    codes: set[int] = set()
    for content in file.contents:
        for one in of_kind(content, "text"):
            if one.name == font:
                pairs = zip(one.codes[0::2], one.codes[1::2], strict=True)
                codes |= {high << 8 | low for high, low in pairs}
    return codes


@rule
def every_glyph_is_a_character(file: File) -> Iterator[str]:
    for name, _ in fonts_of(file):
        if 0 in codes_shown(file, name):
            yield f"{name} shows .notdef"


# Colours


@rule
def colors_are_the_presss(file: File) -> Iterator[str]:
    for content in file.contents:
        for space in sorted(content.spaces):
            kind = space.split(" ")[0]
            if kind not in ("DeviceCMYK", "DeviceGray", "Separation"):
                yield f"colour space {space}"
    for path, one in file.objects:
        spaces = one.get("/ColorSpace")
        if isinstance(spaces, Dictionary) and one.get("/Type") != Name.XObject:
            for name, space in spaces.items():
                if str(name).startswith("/Default"):
                    yield f"{path} {name}"
                elif isinstance(space, Array) and str(space[0]) in ("/ICCBased", "/CalRGB", "/Lab"):
                    yield f"{path} {name} {space[0]}"


@rule
def separations_say_how_they_look(file: File) -> Iterator[str]:
    seen: dict[str, str] = {}
    for page in file.pdf.pages:
        for name, space in page.resources.get("/ColorSpace", Dictionary()).items():
            if not isinstance(space, Array) or str(space[0]) != "/Separation":
                continue
            _, ink, alternate, function = list(space)
            if str(alternate) != "/DeviceCMYK":
                yield f"{name} looks like {alternate}"
            look = str([float(v) for v in function.get("/C1", Array())])
            if function.get("/FunctionType") == 2 and len(function.get("/C1", Array())) != 4:
                yield f"{name} has a look of {look}"
            if seen.setdefault(str(ink), look) != look:
                yield f"{ink} looks two ways"
            if str(ink) in ("/Cyan", "/Magenta", "/Yellow", "/Black", "/None"):
                yield f"{ink} is a process ink"


@rule
def registration_color_stays_outside_the_bleed(file: File) -> Iterator[str]:
    for page, content in zip(file.pdf.pages, file.contents, strict=True):
        bleed = box(page, "/BleedBox") or box(page, "/TrimBox") or (0, 0, 0, 0)
        for one in content.painted:
            if one.ink.space == "Separation All":
                x0, y0, x1, y1 = one.bounds
                meets = x0 < bleed[2] and x1 > bleed[0] and y0 < bleed[3] and y1 > bleed[1]
                if meets or (one.kind == "text" and inside(one.bounds, bleed)):
                    yield f"{one.kind} at {x0:.0f} {y0:.0f}"


@rule
def states_leave_tones_alone(file: File) -> Iterator[str]:
    for path, one in file.objects:
        if one.get("/Type") != Name.ExtGState and not path.endswith(("/GO", "/GK")):
            continue
        if "/TR" in one or one.get("/TR2", Name.Default) != Name.Default:
            yield f"{path} transfer function"
        if "/HTP" in one or "/HT" in one:
            yield f"{path} halftone"
        if one.get("/OPM", 0) not in (0, 1):
            yield f"{path} OPM"


@rule
def transparency_is_for_x4(file: File) -> Iterator[str]:
    for path, one in file.objects:
        for key in ("/ca", "/CA"):
            value = one.get(key)
            if value is not None and not isinstance(value, Dictionary | Stream) and value != 1:
                yield from (() if file.is_x4 else (f"{path} {key}",))
        if "/BM" in one and one.BM not in (Name.Normal, Name.Compatible) and not file.is_x4:
            yield f"{path} {one.BM}"
        if one.get("/SMask", Name("/None")) != Name("/None") and not file.is_x4:
            yield f"{path} soft mask"
        group = one.get("/Group")
        if isinstance(group, Dictionary) and group.get("/S") == Name.Transparency:
            if not file.is_x4:
                yield f"{path} transparency group"
            elif group.get("/CS") != Name.DeviceCMYK:
                yield f"{path} blends in {group.get('/CS')}"


@rule
def transparency_blends_in_inks(file: File) -> Iterator[str]:
    if not file.is_x4:
        return
    uses = any(
        "/SMask" in one or one.get("/ca", 1) != 1 or one.get("/CA", 1) != 1
        for _, one in file.objects
        if not isinstance(one.get("/ca", 1), Dictionary | Stream)
    )
    for page in file.pdf.pages:
        if uses and page.obj.get("/Group", {}).get("/CS") != Name.DeviceCMYK:
            yield "transparency on a page without a DeviceCMYK group"

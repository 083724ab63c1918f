"""Fonts in a PDF: whether they are embedded, and whether the widths written agree with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

WIDTH_TOLERANCE = 1.5
"""In thousandths of an em: writers round, and Acrobat allows one."""


@dataclass(slots=True)
class FontInUse:
    """A font that a content stream selected, and the codes it showed."""

    dictionary: Any
    code_bytes: int
    is_vertical: bool
    default: float
    widths: dict[int, float]
    used: set[int] = field(default_factory=set)

    @property
    def name(self) -> str:
        return str(self.dictionary.get("/BaseFont", "/(no name)"))[1:]

    @property
    def descriptor(self) -> Any:
        holder = self.dictionary
        if self.dictionary.get("/Subtype") == "/Type0":
            holder = self.dictionary["/DescendantFonts"][0]
        return holder.get("/FontDescriptor")

    @property
    def is_embedded(self) -> bool:
        if self.dictionary.get("/Subtype") == "/Type3":
            return True
        descriptor = self.descriptor
        if descriptor is None:
            return False
        return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))

    def codes_of(self, shown: bytes) -> Iterator[int]:
        if self.code_bytes == 1:
            return iter(shown)
        pairs = range(0, len(shown) - 1, 2)
        return (shown[i] << 8 | shown[i + 1] for i in pairs)

    def width_of(self, code: int) -> float:
        return -1000.0 if self.is_vertical else self.widths.get(code, self.default)


def font_in_use(found: Any) -> FontInUse:
    if found.get("/Subtype") == "/Type0":
        inner = found["/DescendantFonts"][0]
        encoding = str(found.get("/Encoding", ""))
        widths = _cid_widths(inner.get("/W", []))
        is_vertical = encoding.endswith("-V")
        return FontInUse(found, 2, is_vertical, float(inner.get("/DW", 1000)), widths)
    first = int(found.get("/FirstChar", 0))
    listed = enumerate(found.get("/Widths", []), first)
    descriptor = found.get("/FontDescriptor")
    default = float(descriptor.get("/MissingWidth", 0)) if descriptor is not None else 500.0
    scale = float(found["/FontMatrix"][0]) * 1000 if "/FontMatrix" in found else 1.0
    return FontInUse(
        *(found, 1, False, default), {code: float(width) * scale for code, width in listed}
    )


def _cid_widths(listed: Any) -> dict[int, float]:
    """A CIDFont's /W: “c [w…]” and “first last w” (ISO 32000-1, 9.7.4.3)."""
    widths: dict[int, float] = {}
    entries = list(listed)
    i = 0
    while i + 1 < len(entries):
        first, second = int(entries[i]), entries[i + 1]
        if hasattr(second, "__len__"):
            widths.update((first + j, float(width)) for j, width in enumerate(second))
            i += 2
        elif i + 2 < len(entries):
            last = min(int(second), first + 65_535)
            widths.update(dict.fromkeys(range(first, last + 1), float(entries[i + 2])))
            i += 3
        else:
            break
    return widths


def disagreeing_widths(font: FontInUse) -> list[tuple[int, float, float]]:
    """Codes shown whose written width is not the embedded glyph's: (code, written, glyph's).

    Raises `ValueError` where the embedded program cannot be read. Type 3 fonts, Type 1 programs
    and encodings other than Identity and the font's own are not compared.
    """
    advance = _advances(font)
    if advance is None:
        return []
    wrong = []
    for code in sorted(font.used):
        own = advance(code)
        written = font.widths.get(code, font.default)
        if own is not None and abs(own - written) > WIDTH_TOLERANCE:
            wrong.append((code, written, own))
    return wrong


Advance = Callable[[int], float | None]


def _advances(font: FontInUse) -> Advance | None:
    descriptor = font.descriptor
    if descriptor is None:
        return None
    is_composite = font.dictionary.get("/Subtype") == "/Type0"
    if is_composite and not str(font.dictionary.get("/Encoding", "")).startswith("/Identity"):
        return None
    if "/FontFile2" in descriptor:
        data = descriptor["/FontFile2"].read_bytes()
        return _cid_truetype(font, data) if is_composite else _simple_truetype(font, data)
    if "/FontFile3" in descriptor:
        program = descriptor["/FontFile3"]
        if program.get("/Subtype") == "/OpenType":
            return _cid_truetype(font, program.read_bytes()) if is_composite else None
        return _compact(program.read_bytes()) if is_composite else None
    return None


def _cid_truetype(font: FontInUse, data: bytes) -> Advance:
    import uharfbuzz as hb

    face = hb.Face(data)
    if not face.glyph_count:
        raise ValueError("the embedded program cannot be read")
    opened = hb.Font(face)
    inner = font.dictionary["/DescendantFonts"][0]
    places = inner.get("/CIDToGIDMap", "/Identity")
    listed: bytes = b"" if str(places) == "/Identity" else places.read_bytes()

    def advance(cid: int) -> float | None:
        glyph = cid
        if listed:
            pair = listed[2 * cid : 2 * cid + 2]
            glyph = int.from_bytes(pair, "big") if len(pair) == 2 else 0
        if glyph >= face.glyph_count:
            return None
        units: float = opened.get_glyph_h_advance(glyph)
        return units * 1000 / float(face.upem)

    return advance


def _simple_truetype(font: FontInUse, data: bytes) -> Advance | None:
    """By the embedded program's symbolic or Macintosh table; other encodings go by names."""
    import io

    from fontTools.ttLib import TTFont, TTLibError

    try:
        opened = TTFont(io.BytesIO(data), lazy=True)
        tables = {(one.platformID, one.platEncID): one.cmap for one in opened["cmap"].tables}
        metrics, upem = opened["hmtx"].metrics, opened["head"].unitsPerEm
    except (TTLibError, KeyError, AssertionError):
        return None
    encoding = str(font.dictionary.get("/Encoding", ""))
    symbols, roman, windows = tables.get((3, 0)), tables.get((1, 0)), tables.get((3, 1))

    def advance(code: int) -> float | None:
        glyph: str | None = None
        if encoding == "/WinAnsiEncoding" and windows is not None:
            glyph = windows.get(ord(bytes((code,)).decode("cp1252", "replace")))
        elif not encoding and symbols is not None:
            glyph = next((symbols[c] for c in (0xF000 + code, code) if c in symbols), None)
        elif not encoding and roman is not None:
            glyph = roman.get(code)
        return float(metrics[glyph][0]) * 1000 / upem if glyph in metrics else None

    return advance


def _compact(data: bytes) -> Advance:
    """A bare CFF program, whose glyphs go by CID, or by number where it has no CIDs."""
    import io

    from fontTools.cffLib import CFFFontSet
    from fontTools.pens.basePen import NullPen

    programs = CFFFontSet()
    try:
        programs.decompile(io.BytesIO(data), None)
        top = programs[0]
        glyphs = top.CharStrings
        order = top.charset
        scale = top.FontMatrix[0] * 1000 if hasattr(top, "FontMatrix") else 1.0
    except Exception as error:
        # fontTools raises whatever a broken program leads it to.
        raise ValueError("the embedded program cannot be read") from error
    has_cids = hasattr(top, "ROS")
    known = set(order)

    def advance(cid: int) -> float | None:
        name = f"cid{cid:05d}" if has_cids else order[cid] if cid < len(order) else ""
        if has_cids and cid == 0:
            name = ".notdef"
        if name not in known:
            return None
        glyph = glyphs[name]
        glyph.draw(NullPen())
        return float(glyph.width) * scale

    return advance

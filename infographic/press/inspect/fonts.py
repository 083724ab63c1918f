"""Fonts in a PDF: whether they are embedded, and whether the widths written agree with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

from infographic.foundation.limits import Budget, OverLimitError
from infographic.foundation.record import field, record
from infographic.press.inspect.font_programs import (
    compact_glyphs,
    drawn_within,
    program_of,
    truetype_of,
)

Advance = Callable[[int], float | None]

WIDTH_TOLERANCE = 1.5
"""In thousandths of an em: writers round, and Acrobat allows one."""


@record(frozen=False)
class FontInUse:
    """A font that a content stream selected, and the codes it showed."""

    dictionary: Any
    code_bytes: int
    is_vertical: bool
    default: float
    widths: dict[int, float]
    hanging: dict[int, tuple[float, float, float]] = field(default_factory=dict)
    """Of a vertical font, where a glyph differs: its displacement, and its position vector."""
    hangs: tuple[float, float] = (880.0, -1000.0)
    """Of all its others: the vector's y, and the displacement (DW2)."""
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
        """How wide its glyph is, in thousandths of an em; in a vertical font too."""
        return self.widths.get(code, self.default)

    def hanging_of(self, code: int) -> tuple[tuple[float, float], float]:
        """In a vertical font, how the pen stands to a glyph and moves on (9.7.4.3).

        The position vector from the glyph's own origin to the pen, and the displacement, which is
        negative downwards, in thousandths of an em.
        """
        if code in self.hanging:
            displacement, x, y = self.hanging[code]
            return (x, y), displacement
        return (self.width_of(code) / 2, self.hangs[0]), self.hangs[1]


def font_in_use(found: Any) -> FontInUse:
    if found.get("/Subtype") == "/Type0":
        inner = found["/DescendantFonts"][0]
        hangs = tuple(float(value) for value in inner.get("/DW2", (880, -1000)))
        return FontInUse(
            *(found, 2, _runs_down(found.get("/Encoding"))),
            *(float(inner.get("/DW", 1000)), _cid_widths(inner.get("/W", []))),
            *(_cid_hanging(inner.get("/W2", [])), (hangs[0], hangs[1])),
        )
    first = int(found.get("/FirstChar", 0))
    listed = enumerate(found.get("/Widths", []), first)
    descriptor = found.get("/FontDescriptor")
    default = float(descriptor.get("/MissingWidth", 0)) if descriptor is not None else 500.0
    scale = float(found["/FontMatrix"][0]) * 1000 if "/FontMatrix" in found else 1.0
    widths = {code: float(width) * scale for code, width in listed}
    return FontInUse(found, 1, False, default, widths)


def _runs_down(encoding: Any) -> bool:
    """Whether a CMap's writing mode is 1: by its name, or as an embedded one says (9.7.5)."""
    if encoding is None:
        return False
    if isinstance(encoding, pikepdf.Stream):
        if "/WMode" in encoding:
            return int(encoding["/WMode"]) == 1
        return _runs_down(encoding.get("/UseCMap"))
    name = str(encoding)
    return name == "/V" or name.endswith("-V")


def _cid_widths(listed: Any) -> dict[int, float]:
    """A CIDFont's /W: “c [w…]” and “first last w” (ISO 32000-1, 9.7.4.3)."""
    return {code: width for code, (width,) in _cid_entries(listed, 1)}


def _cid_hanging(listed: Any) -> dict[int, tuple[float, float, float]]:
    """A CIDFont's /W2: “c [w v_x v_y …]” and “first last w v_x v_y”."""
    return {code: (w, x, y) for code, (w, x, y) in _cid_entries(listed, 3)}


def _cid_entries(listed: Any, count: int) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Codes with `count` numbers each, singly or by the range."""
    entries, work = list(listed), Budget("pdf-font-codes")
    i = 0
    while i + 1 < len(entries):
        first, second = int(entries[i]), entries[i + 1]
        if hasattr(second, "__len__"):
            work.spend(len(second))
            numbers = [float(value) for value in second]
            for j in range(len(numbers) // count):
                yield first + j, tuple(numbers[j * count : (j + 1) * count])
            i += 2
        elif i + 1 + count < len(entries):
            last = min(int(second), first + 65_535)
            work.spend(last - first + 1)
            alike = tuple(float(value) for value in entries[i + 2 : i + 2 + count])
            for code in range(first, last + 1):
                yield code, alike
            i += 2 + count
        else:
            break


def disagreeing_widths(font: FontInUse) -> list[tuple[int, float, float]]:
    """Codes shown whose written width is not the embedded glyph's: (code, written, glyph's).

    Raises `ValueError` where the embedded program cannot be read, `OverLimitError` where it asks
    for too much. Type 3 fonts, Type 1 programs and encodings other than Identity and the font's
    own are not compared.
    """
    try:
        advance = _advances(font)
        return [] if advance is None else _disagreeing(font, advance)
    except OverLimitError:
        raise
    # fontTools raises whatever a broken program leads it to.
    except Exception as error:
        raise ValueError("the embedded program cannot be read") from error


def _disagreeing(font: FontInUse, advance: Advance) -> list[tuple[int, float, float]]:
    wrong = []
    for code in sorted(font.used):
        own = advance(code)
        written = font.widths.get(code, font.default)
        if own is not None and abs(own - written) > WIDTH_TOLERANCE:
            wrong.append((code, written, own))
    return wrong


def _advances(font: FontInUse) -> Advance | None:
    descriptor = font.descriptor
    if descriptor is None:
        return None
    is_composite = font.dictionary.get("/Subtype") == "/Type0"
    if is_composite and not str(font.dictionary.get("/Encoding", "")).startswith("/Identity"):
        return None
    if "/FontFile2" in descriptor:
        data = program_of(descriptor["/FontFile2"])
        return _cid_truetype(font, data) if is_composite else _simple_truetype(font, data)
    if "/FontFile3" in descriptor:
        program = descriptor["/FontFile3"]
        if program.get("/Subtype") == "/OpenType":
            return _cid_truetype(font, program_of(program)) if is_composite else None
        return _compact(program_of(program)) if is_composite else None
    return None


def _cid_truetype(font: FontInUse, data: bytes) -> Advance:
    import uharfbuzz as hb

    face = hb.Face(data)
    if not face.glyph_count:
        raise ValueError("the embedded program cannot be read")
    opened, glyph_of = hb.Font(face), glyph_of_cid(font)

    def advance(cid: int) -> float | None:
        glyph = glyph_of(cid)
        if glyph >= face.glyph_count:
            return None
        units: float = opened.get_glyph_h_advance(glyph)
        return units * 1000 / float(face.upem)

    return advance


def glyph_of_cid(font: FontInUse) -> Callable[[int], int]:
    """A TrueType CIDFont's glyph numbers (ISO 32000-1, 9.7.4.2)."""
    inner = font.dictionary["/DescendantFonts"][0]
    places = inner.get("/CIDToGIDMap", "/Identity")
    listed: bytes = b"" if str(places) == "/Identity" else places.read_bytes()

    def glyph(cid: int) -> int:
        return int.from_bytes(listed[2 * cid : 2 * cid + 2], "big") if listed else cid

    return glyph


def _simple_truetype(font: FontInUse, data: bytes) -> Advance | None:
    """By the embedded program's symbolic or Macintosh table; other encodings go by names."""
    from fontTools.ttLib import TTLibError

    try:
        opened = truetype_of(data)
        glyph_of = glyph_of_code(font, opened)
        metrics, upem = opened["hmtx"].metrics, opened["head"].unitsPerEm
    except (TTLibError, KeyError, AssertionError):
        return None
    if glyph_of is None:
        return None

    def advance(code: int) -> float | None:
        glyph = glyph_of(code)
        return float(metrics[glyph][0]) * 1000 / upem if glyph in metrics else None

    return advance


def glyph_of_code(font: FontInUse, opened: Any) -> Callable[[int], str | None] | None:
    """A simple TrueType font's glyph names (9.6.6.4); None for encodings that go by names.

    Raises `KeyError` where the program has no cmap.
    """
    tables = {(one.platformID, one.platEncID): one.cmap for one in opened["cmap"].tables}
    encoding = str(font.dictionary.get("/Encoding", ""))
    symbols, roman, windows = tables.get((3, 0)), tables.get((1, 0)), tables.get((3, 1))

    def glyph(code: int) -> str | None:
        name: str | None = None
        if encoding == "/WinAnsiEncoding" and windows is not None:
            name = windows.get(ord(bytes((code,)).decode("cp1252", "replace")))
        elif not encoding and symbols is not None:
            name = next((symbols[c] for c in (0xF000 + code, code) if c in symbols), None)
        elif not encoding and roman is not None:
            name = roman.get(code)
        return name

    known = encoding == "/WinAnsiEncoding" and windows is not None
    return glyph if known or (not encoding and (symbols or roman)) else None


def _compact(data: bytes) -> Advance:
    """A bare CFF program, whose glyphs go by CID, or by number where it has no CIDs."""
    from fontTools.pens.basePen import NullPen

    program, work = compact_glyphs(data), Budget("pdf-glyph-bytes")

    def advance(cid: int) -> float | None:
        glyph = program.glyph(cid)
        if glyph is None:
            return None
        drawn_within(work, glyph, NullPen())
        return float(glyph.width) * 1000 / program.upem

    return advance

"""Font programs embedded in a PDF: the outlines of the codes that are shown."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

from infographic.foundation.font import OutlinePen
from infographic.press.inspect.fonts import FontInUse, glyph_of_cid, glyph_of_code

OutlineOf = Callable[[int], tuple[tuple[str, tuple[float, ...]], ...]]
"""A code's outline in em, y upwards, as in `display.items.Path`; () for a blank."""


def outlines_of(font: FontInUse) -> OutlineOf | None:
    """The outlines of a font's codes; None where its program or encoding cannot be read simply.

    TrueType, OpenType and bare CFF are read; Type 1 and Type 3 are not.
    """
    descriptor = font.descriptor
    if descriptor is None:
        return None
    is_composite = font.dictionary.get("/Subtype") == "/Type0"
    if is_composite and not str(font.dictionary.get("/Encoding", "")).startswith("/Identity"):
        return None
    try:
        if "/FontFile2" in descriptor:
            data = descriptor["/FontFile2"].read_bytes()
            return _sfnt(font, data) if is_composite else _simple(font, data)
        if "/FontFile3" in descriptor and is_composite:
            program = descriptor["/FontFile3"]
            if program.get("/Subtype") == "/OpenType":
                return _sfnt(font, program.read_bytes())
            return _compact(program.read_bytes())
    # fontTools and HarfBuzz raise whatever a broken program leads them to; that it is broken is
    # said by the rule on fonts.
    except Exception:
        return None
    return None


def _sfnt(font: FontInUse, data: bytes) -> OutlineOf | None:
    import uharfbuzz as hb

    face = hb.Face(data)
    if not face.glyph_count:
        return None
    opened, glyph_of = hb.Font(face), glyph_of_cid(font)

    @cache
    def outline(cid: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
        glyph, pen = glyph_of(cid), OutlinePen(face.upem)
        if glyph < face.glyph_count:
            opened.draw_glyph_with_pen(glyph, pen)
        return tuple(pen.segments)

    return outline


def _simple(font: FontInUse, data: bytes) -> OutlineOf | None:
    from fontTools.ttLib import TTFont

    opened = TTFont(io.BytesIO(data), lazy=True)
    glyph_of = glyph_of_code(font, opened)
    if glyph_of is None:
        return None
    return _drawn(opened.getGlyphSet(), glyph_of, opened["head"].unitsPerEm)


def _drawn(glyphs: Any, glyph_of: Callable[[int], str | None], upem: int) -> OutlineOf:
    """By fontTools, composite glyphs taken apart."""
    from fontTools.pens.basePen import BasePen

    class ProgramPen(BasePen):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__(glyphs)
            self.outline = OutlinePen(upem)
            self._moveTo, self._lineTo = self.outline.moveTo, self.outline.lineTo
            self._curveToOne, self._closePath = self.outline.curveTo, self.outline.closePath

    @cache
    def outline(code: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
        name, pen = glyph_of(code), ProgramPen()
        if name is not None and name in glyphs:
            glyphs[name].draw(pen)
        return tuple(pen.outline.segments)

    return outline


def _compact(data: bytes) -> OutlineOf:
    from fontTools.cffLib import CFFFontSet

    programs = CFFFontSet()
    programs.decompile(io.BytesIO(data), None)
    top = programs[0]
    glyphs, order, has_cids = top.CharStrings, top.charset, hasattr(top, "ROS")
    upem = round(1 / top.FontMatrix[0]) if hasattr(top, "FontMatrix") else 1000

    def name_of(cid: int) -> str:
        return f"cid{cid:05d}" if has_cids else order[cid] if cid < len(order) else ""

    return _drawn(glyphs, name_of, upem)

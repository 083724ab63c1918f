"""Font programs embedded in a PDF: the outlines of the codes that are shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from infographic.foundation.font import OutlinePen
from infographic.foundation.limits import Budget, OverLimitError
from infographic.press.inspect.font_programs import (
    compact_glyphs,
    drawn_within,
    program_of,
    truetype_of,
)
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
            data = program_of(descriptor["/FontFile2"])
            return _sfnt(font, data) if is_composite else _simple(font, data)
        if "/FontFile3" in descriptor and is_composite:
            program = descriptor["/FontFile3"]
            if program.get("/Subtype") == "/OpenType":
                return _sfnt(font, program_of(program))
            return _compact(program_of(program))
    except OverLimitError:
        raise
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
    import uharfbuzz as hb

    opened = truetype_of(data)
    glyph_of = glyph_of_code(font, opened)
    if glyph_of is None:
        return None
    numbers = {name: number for number, name in enumerate(opened.getGlyphOrder())}
    face = hb.Face(data)
    drawn = hb.Font(face)

    @cache
    def outline(code: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
        number, pen = numbers.get(glyph_of(code) or ""), OutlinePen(face.upem)
        if number is not None and number < face.glyph_count:
            drawn.draw_glyph_with_pen(number, pen)
        return tuple(pen.segments)

    return outline


def _compact(data: bytes) -> OutlineOf:
    from fontTools.pens.basePen import BasePen

    program, work = compact_glyphs(data), Budget("pdf-glyph-bytes")

    class ProgramPen(BasePen):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__(None)
            self.outline = OutlinePen(round(program.upem))
            self._moveTo, self._lineTo = self.outline.moveTo, self.outline.lineTo
            self._curveToOne, self._closePath = self.outline.curveTo, self.outline.closePath

    @cache
    def outline(cid: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
        glyph, pen = program.glyph(cid), ProgramPen()
        if glyph is None:
            return ()
        try:
            drawn_within(work, glyph, pen)
        except OverLimitError:
            raise
        # As of a program that cannot be read at all.
        except Exception:
            return ()
        return tuple(pen.outline.segments)

    return outline

"""Font programs embedded in a PDF, read within bounds: they are of strangers, and fontTools has
none."""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Set
from functools import cache
from typing import Any

import pikepdf

from infographic.foundation.diagnostics import FontError
from infographic.foundation.limits import Budget, OverLimitError, most
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sfnt.characters import must_lead_to_glyphs
from infographic.foundation.sfnt.tables import tables_of

MOST_CALLS = 10
"""Subroutines inside one another (Adobe TN 5177, appendix B)."""


def program_of(stream: Any) -> bytes:
    """A font's program, unpacked. Raises `OverLimitError` for more than “font-bytes”."""
    filters = stream.get("/Filter")
    listed = [str(one) for one in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if listed == ["/FlateDecode"] and "/DecodeParms" not in stream:
        packed: bytes = stream.read_raw_bytes()
        data = zlib.decompressobj().decompress(packed, most("font-bytes") + 1)
    elif listed.count("/FlateDecode") + listed.count("/LZWDecode") > 1:
        # Packed twice, a kilobyte may be worth gigabytes.
        raise OverLimitError("font-bytes")
    else:
        data = stream.read_bytes()
    if len(data) > most("font-bytes"):
        raise OverLimitError("font-bytes")
    return data


def truetype_of(data: bytes) -> Any:
    """A TrueType program, opened by fontTools. Raises `ValueError` for one whose directory or
    characters are not in order: a group of them may be worth gigabytes."""
    from fontTools.ttLib import TTFont

    # What it thinks of a table it would write to the terminal.
    logging.getLogger("fontTools").addHandler(logging.NullHandler())
    try:
        tables = tables_of(data, "font.ttf")
        if "cmap" in tables.tables:
            must_lead_to_glyphs(tables)
    except FontError as error:
        raise ValueError("the embedded program cannot be read") from error
    return TTFont(io.BytesIO(tables.data), lazy=True)


class CompactGlyphs(NamedTuple):
    """The programs of a bare CFF font."""

    programs: Any
    order: list[str]
    known: Set[str]
    has_cids: bool
    upem: float

    def glyph(self, cid: int) -> Any:
        """A glyph's program by CID, or by number where the font has no CIDs; None for no glyph."""
        if self.has_cids:
            name = f"cid{cid:05d}" if cid else ".notdef"
        else:
            name = self.order[cid] if cid < len(self.order) else ""
        return self.programs[name] if name in self.known else None


def compact_glyphs(data: bytes) -> CompactGlyphs:
    """Open a bare CFF font. fontTools raises whatever a broken one leads it to."""
    from fontTools.cffLib import CFFFontSet

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top = fonts[0]
    programs, order = top.CharStrings, top.charset
    upem = 1 / top.FontMatrix[0] if hasattr(top, "FontMatrix") else 1000.0
    return CompactGlyphs(programs, order, frozenset(order), hasattr(top, "ROS"), upem)


def drawn_within(work: Budget, glyph: Any, pen: Any) -> None:
    """Draw a glyph's program, and spend of `work` a byte or word of all that it follows.

    Raises `OverLimitError`, and `ValueError` for subroutines that call themselves.
    """

    def bounded(*values: Any) -> Any:
        made = _extractor()(*values)
        made.work = work
        return made

    glyph.outlineExtractor = bounded
    glyph.draw(pen)


@cache
def _extractor() -> Any:
    """fontTools' reader of programs, bounded."""
    from fontTools.misc.psCharStrings import T2OutlineExtractor

    class Bounded(T2OutlineExtractor):  # type: ignore[misc]
        work: Budget

        def execute(self, program: Any, **settings: Any) -> None:
            if len(self.callingStack) > MOST_CALLS:
                raise ValueError("subroutines call each other in a circle")
            self.work.spend(1 + len(program.bytecode or program.program or ()))
            super().execute(program, **settings)

    return Bounded
